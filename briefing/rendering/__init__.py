"""Brief -> Markdown, PDF, HTML, JSON. Rendering decides nothing: all of it is in the brief already."""

from __future__ import annotations

from difflib import get_close_matches

from briefing.errors import Misuse
from briefing.model import Brief
from briefing.rendering.data import event_object

__all__ = ["FORMATS", "check_format", "event_object", "render"]

FORMATS: tuple[str, ...] = ("md", "pdf", "html", "json")
"""The formats that `render` knows, by the ending of their files."""

_PAPERS = ("a4", "letter")


def render(brief: Brief, format: str, *, paper: str = "a4") -> str | bytes:  # noqa: A002 -- the word of the trade
    """A brief in one of `FORMATS`: text for ``md``, ``html`` and ``json``, bytes for ``pdf``.

    The same brief always gives the same characters and the same bytes. ``paper`` is ``a4`` or
    ``letter`` and matters to what is printed. Raises `Misuse` for an unknown format, paper or
    language, `MissingLibrary` when this machine lacks what the PDF needs.
    """
    check_format(format)
    _known("paper", paper, _PAPERS)
    if format == "json":
        from briefing.rendering.data import json_text

        return json_text(brief)
    return _set(brief, format, paper)


def check_format(name: str) -> None:
    """Raise `Misuse`, with a hint, unless ``name`` is one of `FORMATS`."""
    _known("format", name, FORMATS)


def _set(brief: Brief, format: str, paper: str) -> str | bytes:  # noqa: A002
    # Imported here so that data alone never pays for templates, nor Markdown for the PDF engine.
    from briefing.rendering.drawings import drawings_of
    from briefing.rendering.page import page_of
    from briefing.rendering.templating import html_text, markdown_text
    from briefing.rendering.words import words_of

    words = words_of(brief.language)
    page = page_of(brief, words, paper)
    if format == "md":
        return markdown_text(page, words)
    html = html_text(page, drawings_of(brief, words), words, paper)
    if format == "html":
        return html
    from briefing.rendering.pdf import pdf_bytes

    return pdf_bytes(html)


def _known(kind: str, name: str, names: tuple[str, ...]) -> None:
    if name in names:
        return
    close = get_close_matches(name.lower(), names, n=1)
    hint = f"did you mean {close[0]}?" if close else f"choose from: {', '.join(names)}"
    if close:
        hint += f" Known are: {', '.join(names)}"
    raise Misuse(f"unknown {kind} {name!r}; {hint}")
