"""Fills the templates. Undefined names are errors, HTML escapes every value, Markdown escapes by its own filter."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING
from unicodedata import bidirectional

from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateError, select_autoescape
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from briefing.errors import Misuse
from briefing.model import Note
from briefing.rendering.assets import OURS, Assets
from briefing.rendering.colours import recoloured
from briefing.rendering.drawings import Drawings
from briefing.rendering.markdown import cited, escape, linked, marked, one_line, plain
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


@dataclass(frozen=True, slots=True)
class _ShownNote:
    """The analyst's note as templates see it; each form is made when one asks for it."""

    by: str
    text: str

    @property
    def html(self) -> Markup:
        """As clean HTML."""
        from briefing.rendering.note import note_html

        return Markup(note_html(str(_printable(self.text))))  # noqa: S704 -- cleaned there

    @property
    def direction(self) -> str:
        """That of its first letter; the engine of the PDF knows no ``dir=auto``."""
        kinds = (bidirectional(letter) for letter in self.text)
        return "rtl" if next((kind for kind in kinds if kind in {"L", "R", "AL"}), "L") != "L" else "ltr"

    @property
    def markdown(self) -> str:
        """As quoted Markdown."""
        from briefing.rendering.note import note_markdown

        return note_markdown(str(_printable(self.text)))


def markdown_text(page: Page, words: Words, assets: Assets = OURS, note: Note | None = None) -> str:
    """The page as Markdown."""
    return _filled("brief.md.j2", assets, page=page, say=words, title=one_line(page.title), note=_shown(note))


def html_text(
    page: Page, drawings: Drawings, words: Words, paper: str, assets: Assets = OURS, note: Note | None = None
) -> str:
    """The page and its drawings as one HTML file that needs nothing else."""
    sheets = (*_SHEETS[paper], *(["note.css"] if note else []), *(["rtl.css"] if words.direction == "rtl" else []))
    css = Markup("\n".join([*map(assets.text, sheets), assets.theme]).rstrip())  # noqa: S704 -- the user's own files
    html = _filled("brief.html.j2", assets, page=page, drawings=drawings, say=words, css=css, note=_shown(note))
    return recoloured(html, assets.theme)


def _shown(note: Note | None) -> _ShownNote | None:
    return _ShownNote(note.by, note.text) if note else None


def _filled(template: str, assets: Assets, **values: object) -> str:
    """The template with its values in place. What is wrong with a user's own template is told with its file and line."""
    try:
        return _environment(assets).get_template(template).render(**values)
    except TemplateError as error:
        if assets.own is None:
            raise
        where = f"{getattr(error, 'name', None) or template}, line {getattr(error, 'lineno', None) or _line(error)}"
        raise Misuse(f"{assets.own}: {where}: {error.message}; mend it, or take the file away to use ours.") from error


def _line(error: Exception) -> int:
    """The line of a template in which an error arose."""
    trace, line = error.__traceback__, 0
    while trace:
        if trace.tb_frame.f_code.co_filename.endswith(".j2"):
            line = trace.tb_lineno
        trace = trace.tb_next
    return line


def letter_html(letter: Letter, words: Words, assets: Assets = OURS) -> str:
    """A letter as HTML whose every rule stands in the elements that it is for; what no element can hold stays above."""
    dark = Markup(assets.text("mail-dark.css"))  # noqa: S704 -- the user's own file
    html = _filled("mail.html.j2", assets, letter=letter, page=letter.page, say=words, dark=dark)
    return _inliner(assets.text("mail.css")).inline(html)


def letter_text(letter: Letter, words: Words, assets: Assets = OURS) -> str:
    """A letter as Markdown."""
    return _filled("mail.md.j2", assets, letter=letter, page=letter.page, say=words)


@cache
def _inliner(css: str) -> CSSInliner:
    from css_inline import CSSInliner

    return CSSInliner(load_remote_stylesheets=False, extra_css=css)


@cache
def _environment(assets: Assets) -> Environment:
    # A user's templates may come from somebody else: they see the page and reach nothing beyond it.
    kind = ImmutableSandboxedEnvironment if assets.own else Environment
    environment = kind(
        loader=FileSystemLoader(assets.folders()),
        autoescape=select_autoescape(("html.j2",)),
        undefined=StrictUndefined,
        finalize=_printable,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )
    environment.filters |= {"md": escape, "linked": linked, "marked": marked, "plain": plain, "cited": cited}
    return environment


def _printable(value: object) -> object:
    return value.translate(_UNPRINTABLE) if isinstance(value, str) else value
