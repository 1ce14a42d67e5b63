"""Page one of a brief as a mail: HTML that needs nothing else and is never cut by a mail program, and plain text.

Mail programs drop style sheets, so each rule is written into the elements that it is for; Gmail cuts what is longer than
102 KB, so entries are left out, whole and counted, until it is shorter than `LARGEST`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from briefing.model import Brief
from briefing.rendering import check_look
from briefing.rendering.assets import Assets
from briefing.rendering.citing import Cite
from briefing.rendering.evidence import SourceNote
from briefing.rendering.lines import Line
from briefing.rendering.page import FigureNote, Page, more_new, page_of
from briefing.rendering.templating import letter_html, letter_text
from briefing.rendering.words import Words

__all__ = ["LARGEST", "Letter", "letter_of"]

LARGEST = 90_000
"""Octets that the HTML of a letter has at most."""

_CHANGES = 12  # lines about what was corrected
_LONGEST = 300  # characters of a title, topic or outlet: what no entry's leaving out can shorten


@dataclass(frozen=True, slots=True)
class Letter:
    """The texts of a letter. ``more_…`` count what was left out, "" for nothing; ``page`` is the brief's, for the timeline.

    ``sources`` are those cited by what is shown, ``link_of`` their addresses, as far as they have one.
    """

    page: Page
    title: str
    topic: str
    marking: str
    copyright: str
    heading: str
    changes: tuple[str, ...]
    more_changes: str
    bottom_line: tuple[Line, ...]
    new: tuple[Line, ...]
    more_new: str
    figures: tuple[FigureNote, ...]
    more_figures: str
    coverage: str
    rest: str
    sources: tuple[SourceNote, ...]
    link_of: dict[int, str]


def letter_of(
    brief: Brief,
    *,
    changes: Sequence[str] = (),
    attached: Sequence[str] = ("pdf",),
    paper: str = "a4",
    dates: str = "iso",
    templates: str | Path | None = None,
) -> tuple[str, str]:
    """A brief's letter as HTML and as plain text, which is Markdown and has the timeline too.

    Args:
        brief: of which page one and the timeline are told.
        changes: what a corrected brief has otherwise than the one before, a sentence each; they come first.
        attached: the formats of the files that go with the letter.
        paper: as for `briefing.rendering.render`; page one has as many events as that paper holds.
        dates: likewise.
        templates: likewise, where ``mail.html.j2``, ``mail.md.j2``, ``mail.css`` and ``mail-dark.css`` may be the user's own.

    Raises:
        Misuse: an unknown paper or language, or something wrong with a file of the user's.
    """
    words, assets = check_look(brief.language, paper=paper, dates=dates, templates=templates, theme="")
    whole = _letter(brief, page_of(brief, words, paper), changes, attached, words)
    return _fitting(whole, brief, len(changes), words, assets), letter_text(whole, words, assets)


def _letter(brief: Brief, page: Page, changes: Sequence[str], attached: Sequence[str], words: Words) -> Letter:
    return _counted(
        Letter(
            page=page,
            title=_shortened(page.title),
            topic=_shortened(page.topic),
            marking=_shortened(page.marking),
            copyright=_shortened(page.copyright),
            heading=words("letter.changes") if changes else "",
            changes=tuple(changes[:_CHANGES]),
            more_changes="",
            bottom_line=page.bottom_line,
            new=page.new,
            more_new="",
            figures=page.figures,
            more_figures="",
            coverage=_coverage(page, words),
            rest=_rest(attached, words),
            sources=(),
            link_of={source.number: source.link for source in page.sources if source.link},
        ),
        brief,
        len(changes),
        words,
    )


def _coverage(page: Page, words: Words) -> str:
    told = [f"{cell.number} {cell.label}" for cell in page.coverage]
    if page.coverage_languages:
        told[0] = words("letter.languages", count=told[0], languages=page.coverage_languages)
    return words("letter.coverage", counts=_shortened(words.listed(told)))


def _rest(attached: Sequence[str], words: Words) -> str:
    if not attached:
        return ""
    files = words.listed(words.choose("formats", form, "other", ending=form.upper()) for form in attached)
    return words("letter.rest", files=files)


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


# ---- what fits ----------------------------------------------------------------------------------


def _fitting(letter: Letter, brief: Brief, changes: int, words: Words, assets: Assets) -> str:
    """The HTML with as many whole entries as it can hold."""
    while True:
        html = letter_html(letter, words, assets)
        shorter = _without_last(letter)
        if len(html.encode()) < LARGEST or shorter is None:
            return html
        letter = _counted(shorter, brief, changes, words)


def _without_last(letter: Letter) -> Letter | None:
    """The letter less its least entry; None if it has none left."""
    if letter.new:
        return replace(letter, new=letter.new[:-1])
    if letter.figures:
        return replace(letter, figures=letter.figures[:-1])
    if len(letter.bottom_line) > 1 or (letter.bottom_line and not letter.changes):
        return replace(letter, bottom_line=letter.bottom_line[:-1])
    if letter.changes:
        return replace(letter, changes=letter.changes[:-1])
    return replace(letter, bottom_line=()) if letter.bottom_line else None


def _counted(letter: Letter, brief: Brief, changes: int, words: Words) -> Letter:
    """The letter with what it leaves out counted, and the sources of what it shows."""
    shown = len(letter.bottom_line) + len(letter.new)
    cited = set(_cited(letter))
    sources = tuple(source for source in letter.page.sources if source.number in cited)
    return replace(
        letter,
        more_new=more_new(len(brief.new) - shown, words, none_shown=not letter.page.bottom_line),
        more_figures=_more("letter.more_figures", len(letter.page.figures) - len(letter.figures), words),
        more_changes=_more("letter.more_changes", changes - len(letter.changes), words),
        sources=sources,
    )


def _more(key: str, count: int, words: Words) -> str:
    return words.count(key, count) if count else ""


def _cited(letter: Letter) -> Iterator[int]:
    """The numbers of the sources that stand in brackets somewhere."""
    for line in (*letter.bottom_line, *letter.new):
        yield from line.numbers
        for _, sources in line.disputes:
            yield from _numbers(sources)
    for figure in letter.figures:
        for sources in (figure.cite, figure.earlier_cite, *(one for _, one in figure.others)):
            yield from _numbers(sources)


def _numbers(parts: Cite) -> Iterator[int]:
    """The numbers that are cited, those inside a range too."""
    last = 0
    for before, number in parts:
        yield from range(last + 1 if before == "–" else number, number + 1)
        last = number
