"""Brief -> Markdown, PDF, HTML, and data. Rendering decides nothing: all of it is in the brief already."""

from __future__ import annotations

from briefing.errors import Misuse, nearest
from briefing.model import Brief
from briefing.rendering.data import event_object

__all__ = ["FORMATS", "check_format", "event_object", "render"]

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


def render(brief: Brief, format: str, *, paper: str = "a4") -> str | bytes:  # noqa: A002 -- the word of the trade
    """A brief in one of `FORMATS`: bytes for ``pdf`` and ``ics``, else text.

    The same brief always gives the same characters and the same bytes. ``paper`` is ``a4`` or
    ``letter`` and matters to what is printed. Raises `Misuse` for an unknown format, paper or
    language, `MissingLibrary` when this machine lacks what the PDF needs.
    """
    check_format(format)
    _known("paper", paper, _PAPERS)
    if format == "json":
        from briefing.rendering.data import json_text

        return json_text(brief)
    if format in {"csv", "ics", "timelinejs"}:
        return _data(brief, format)
    return _set(brief, format, paper)


def check_format(name: str) -> None:
    """Raise `Misuse`, with a hint, unless ``name`` is one of `FORMATS`."""
    _known("format", name, tuple(FORMATS))


# Imports stand in the functions below, so that data never pay for templates, nor Markdown for the PDF engine.


def _data(brief: Brief, format: str) -> str | bytes:  # noqa: A002
    from briefing.rendering.dates import period_text
    from briefing.rendering.words import words_of

    words = words_of(brief.language)
    title, period = brief.title or words("document.untitled"), period_text(brief.period, words)
    if format == "csv":
        from briefing.rendering.csv_table import csv_text

        return csv_text(brief, words)
    if format == "ics":
        from briefing.rendering.calendar_file import calendar_bytes

        return calendar_bytes(brief, title, words)
    from briefing.rendering.timelinejs import timelinejs_text

    return timelinejs_text(brief, title, period, words)


def _set(brief: Brief, format: str, paper: str) -> str | bytes:  # noqa: A002
    from briefing.rendering.page import page_of
    from briefing.rendering.templating import html_text, markdown_text
    from briefing.rendering.words import words_of

    words = words_of(brief.language)
    page = page_of(brief, words, paper)
    if format == "md":
        return markdown_text(page, words)
    html = html_text(page, words, paper)
    if format == "html":
        return html
    from briefing.rendering.data import evidence_of
    from briefing.rendering.pdf import pdf_bytes

    return pdf_bytes(html, evidence_of(brief, words("document.evidence")))


def _known(kind: str, name: str, names: tuple[str, ...]) -> None:
    if name not in names:
        raise Misuse(f"unknown {kind} {name!r}; {nearest(name, names)}")
