"""Brief -> Markdown, PDF, HTML, and data. Rendering decides nothing: all of it is in the brief already."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.errors import MissingLibrary, Misuse, nearest
from briefing.model import Brief
from briefing.rendering.data import event_object

if TYPE_CHECKING:
    from briefing.rendering.assets import Assets
    from briefing.rendering.words import Words

__all__ = ["FORMATS", "check_format", "check_look", "event_object", "formats_named", "render", "render_each"]

FORMATS: dict[str, str] = {
    "md": ".md",
    "pdf": ".pdf",
    "html": ".html",
    "json": ".json",
    "csv": ".csv",
    "ics": ".ics",
    "timelinejs": ".timelinejs.json",
}
"""The formats that `render` knows, each with the ending of its files."""

_PAPERS = ("a4", "letter")
_DATES = ("iso", "local")


def render(
    brief: Brief,
    format: str,  # noqa: A002 -- the word of the trade
    *,
    paper: str = "a4",
    dates: str = "iso",
    templates: str | Path | None = None,
    theme: str | Path = "",
) -> str | bytes:
    """A brief in one of `FORMATS`: bytes for ``pdf`` and ``ics``, else text.

    The same brief always gives the same characters and the same bytes.

    Args:
        brief: what to render; its ``language`` is that of the words around the articles'.
        format: one of `FORMATS`.
        paper: ``a4`` or ``letter``; matters to what is printed.
        dates: ``iso`` for ``2024-09-13 Fri`` in tables and notes, ``local`` for days in words there too.
        templates: a folder of the user's own templates, style sheets and words, each in place of ours of that name.
        theme: one of ours by name, or a file of CSS that comes after all other style sheets.

    Raises:
        Misuse: an unknown format, paper, language or theme, or something wrong with a file of the user's.
        MissingLibrary: this machine lacks what the PDF needs.
    """
    check_format(format)
    words, assets = check_look(brief.language, paper=paper, dates=dates, templates=templates, theme=theme)
    if format == "json":
        from briefing.rendering.data import json_text

        return json_text(brief)
    if format in {"csv", "ics", "timelinejs"}:
        return _data(brief, format, words)
    return _set(brief, format, paper, words, assets)


def render_each(
    brief: Brief, formats: Iterable[str], **look: str
) -> tuple[dict[str, str | bytes], list[MissingLibrary]]:
    """A brief in several formats, and an error for each that this machine lacks the library for.

    ``look`` are the options of `render`. Raises `Misuse` as that does.
    """
    written: dict[str, str | bytes] = {}
    missing: list[MissingLibrary] = []
    for form in formats:
        try:
            written[form] = render(brief, form, **look)
        except MissingLibrary as error:
            missing.append(error)
    return written, missing


def formats_named(written: str) -> list[str]:
    """The formats of a list such as ``md,pdf``, each once, in its order. Raises `Misuse` for an unknown one, or none."""
    names = list(dict.fromkeys(name.strip().lower() for name in written.split(",") if name.strip()))
    if not names:
        raise Misuse(f"--format names no format; choose from {', '.join(FORMATS)}.")
    for name in names:
        check_format(name)
    return names


def check_format(name: str) -> None:
    """Raise `Misuse`, with a hint, unless ``name`` is one of `FORMATS`."""
    _known("format", name, tuple(FORMATS))


def check_look(
    language: str, *, paper: str, dates: str, templates: str | Path | None, theme: str | Path
) -> tuple[Words, Assets]:
    """What a brief is written and set with. Raises `Misuse`, with a hint, for what does not exist or is not as it must be."""
    from briefing.rendering.assets import assets_of
    from briefing.rendering.words import words_of

    _known("paper", paper, _PAPERS)
    _known("kind of dates", dates, _DATES)
    assets = assets_of(templates, theme)
    return words_of(language, assets, iso=dates == "iso"), assets


# Imports stand in the functions below, so that data never pay for templates, nor Markdown for the PDF engine.


def _data(brief: Brief, format: str, words: Words) -> str | bytes:  # noqa: A002
    from briefing.rendering.dates import period_text

    title, period = brief.title or words("document.untitled"), period_text(brief.period, words)
    if format == "csv":
        from briefing.rendering.csv_table import csv_text

        return csv_text(brief, words)
    if format == "ics":
        from briefing.rendering.calendar_file import calendar_bytes

        return calendar_bytes(brief, title, words)
    from briefing.rendering.timelinejs import timelinejs_text

    return timelinejs_text(brief, title, period, words)


def _set(brief: Brief, format: str, paper: str, words: Words, assets: Assets) -> str | bytes:  # noqa: A002
    from briefing.rendering.drawings import drawings_of
    from briefing.rendering.page import page_of
    from briefing.rendering.templating import html_text, markdown_text

    page = page_of(brief, words, paper)
    if format == "md":
        return markdown_text(page, words, assets, brief.note)
    html = html_text(page, drawings_of(brief, words), words, paper, assets, brief.note)
    if format == "html":
        return html
    from briefing.rendering.data import evidence_of
    from briefing.rendering.pdf import pdf_bytes

    return pdf_bytes(html, evidence_of(brief, words("document.evidence")))


def _known(kind: str, name: str, names: tuple[str, ...]) -> None:
    if name not in names:
        raise Misuse(f"unknown {kind} {name!r}; {nearest(name, names)}")
