"""Fills the templates. Undefined names are errors, HTML escapes every value, Markdown escapes by its own filter."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape
from markupsafe import Markup

from briefing.rendering.assets import template_folder, template_text
from briefing.rendering.drawings import Drawings
from briefing.rendering.markdown import cited, escape, marked, one_line, plain
from briefing.rendering.page import Page
from briefing.rendering.words import Words

if TYPE_CHECKING:
    from css_inline import CSSInliner

    from briefing.rendering.letter import Letter

__all__ = ["html_text", "letter_html", "letter_text", "markdown_text"]

_SHEETS = {"a4": ("brief.css", "print.css"), "letter": ("brief.css", "print.css", "letter.css")}

# Control characters mean nothing on a page and are illegal in XML metadata; a lone surrogate is no character.
_UNPRINTABLE = {
    **{code: " " for code in (*range(0x20), *range(0x7F, 0xA0)) if chr(code) not in "\n\t"},
    **dict.fromkeys(range(0xD800, 0xE000), "\ufffd"),
}


def markdown_text(page: Page, words: Words) -> str:
    """The page as Markdown."""
    return _environment().get_template("brief.md.j2").render(page=page, say=words, title=one_line(page.title))


def html_text(page: Page, drawings: Drawings, words: Words, paper: str) -> str:
    """The page and its drawings as one HTML file that needs nothing else."""
    css = Markup("\n".join(template_text(sheet) for sheet in _SHEETS[paper]))  # noqa: S704 -- our own files
    return _environment().get_template("brief.html.j2").render(page=page, drawings=drawings, say=words, css=css)


def letter_html(letter: Letter, words: Words) -> str:
    """A letter as HTML whose every rule stands in the elements that it is for; what no element can hold stays above."""
    dark = Markup(template_text("mail-dark.css"))  # noqa: S704 -- our own file
    html = _environment().get_template("mail.html.j2").render(letter=letter, page=letter.page, say=words, dark=dark)
    return _inliner(template_text("mail.css")).inline(html)


def letter_text(letter: Letter, words: Words) -> str:
    """A letter as Markdown."""
    return _environment().get_template("mail.md.j2").render(letter=letter, page=letter.page, say=words)


@cache
def _inliner(css: str) -> CSSInliner:
    from css_inline import CSSInliner

    return CSSInliner(load_remote_stylesheets=False, extra_css=css)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(template_folder()),
        autoescape=select_autoescape(("html.j2",)),
        undefined=StrictUndefined,
        finalize=_printable,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )
    environment.filters |= {"md": escape, "marked": marked, "plain": plain, "cited": cited}
    return environment


def _printable(value: object) -> object:
    return value.translate(_UNPRINTABLE) if isinstance(value, str) else value
