"""The brief as a page of texts, in order of reading. Templates place them and decide nothing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from briefing.model import Brief, Coverage, Entry, KeyFigure, Step
from briefing.rendering.citing import Cite, cite
from briefing.rendering.counts import count_of
from briefing.rendering.dates import in_full, in_short, period_text
from briefing.rendering.evidence import SourceNote, problem_rows, source_note
from briefing.rendering.fitting import bottom_size, first_page, title_size
from briefing.rendering.lines import MARKS, Line, line
from briefing.rendering.words import Words

__all__ = ["FigureNote", "Group", "Page", "page_of"]

PROBLEMS = 200  # rows shown; what is beyond is counted, and stands in the data
RUNNING_TITLE = 70  # characters that fit beside the period in the page header


@dataclass(frozen=True, slots=True)
class FigureNote:
    """A key figure: ``qualifier`` and ``by`` are the article's words, the rest is ours.

    ``note`` says that it fell, and why that may be; ``others`` are contradicting values with their sources.
    """

    qualifier: str
    value: str
    kind: str
    as_of: str
    by: str
    earlier: str
    earlier_by: str
    earlier_cite: Cite
    cite: Cite
    note: str = ""
    others: tuple[tuple[str, Cite], ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """Lines of the timeline under one heading."""

    name: str
    heading: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class CoverageCell:
    """A count, what it counts, and a second line about it."""

    number: str
    label: str
    note: str


@dataclass(frozen=True, slots=True)
class Page:
    """Every text of a brief. An empty section holds nothing and has its one line in ``empty``."""

    title: str
    title_size: str
    running_title: str
    day: str
    period: str
    cutoff: str
    topic: str
    bottom_line: tuple[Line, ...]
    bottom_size: str
    new: tuple[Line, ...]
    new_aside: str
    figures: tuple[FigureNote, ...]
    qualified: bool
    coverage_languages: str
    coverage: tuple[CoverageCell, ...]
    groups: tuple[Group, ...]
    timeline_apart: bool
    marks: tuple[str, ...]
    sources: tuple[SourceNote, ...]
    sources_aside: str
    problems: tuple[tuple[str, str], ...]
    more_problems: str
    empty: dict[str, str]


def page_of(brief: Brief, words: Words, paper: str = "a4") -> Page:
    """All texts of a brief, from its values and the catalogue; page one is fitted to ``paper``."""
    title, year = brief.title or words("document.untitled"), brief.period.last.year
    shown, fits = first_page(brief, paper)
    new = brief.also_new[:shown]
    rows = problem_rows(brief.problems, brief.undated, words)
    groups = _groups(brief, year, words)
    marks = {row.mark for group in groups for row in group.lines}
    return Page(
        title=title,
        title_size=title_size(title),
        running_title=_shortened(title),
        day=in_full(brief.period.last, words) if brief.period.until else "",
        period=period_text(brief.period, words),
        cutoff=_cutoff(brief, words),
        topic=brief.topic,
        bottom_line=_lines(brief.bottom_line, year, words),
        bottom_size=bottom_size(brief),
        new=_lines(new, year, words),
        new_aside=_new_aside(len(new), len(brief.new) - len(brief.bottom_line), words),
        figures=tuple(_figure(key, year, words) for key in brief.figures),
        qualified=any(key.figure.qualifier for key in brief.figures),
        coverage_languages=_languages(brief.coverage, words),
        coverage=_coverage(brief.coverage, words),
        groups=groups,
        timeline_apart=fits and bool(groups),
        marks=tuple(mark for mark in MARKS if mark in marks),
        sources=tuple(source_note(source, brief.language, words) for source in brief.sources),
        sources_aside=words("asides.sources", cited=len(brief.sources), read=words.number(brief.coverage.read)),
        problems=tuple(rows[:PROBLEMS]),
        more_problems=words.count("counts.more_problems", len(rows) - PROBLEMS) if len(rows) > PROBLEMS else "",
        empty=_empty(brief, words),
    )


def _lines(entries: Iterable[Entry], year: int, words: Words) -> tuple[Line, ...]:
    return tuple(line(entry, year, words) for entry in entries)


def _groups(brief: Brief, year: int, words: Words) -> tuple[Group, ...]:
    groups = (("new", brief.new), ("ahead", brief.ahead), ("background", brief.background))
    return tuple(
        Group(name, words(f"groups.{name}"), _lines(entries, year, words)) for name, entries in groups if entries
    )


def _new_aside(shown: int, total: int, words: Words) -> str:
    if not total:
        return ""
    key = "asides.new" if shown == total else "asides.new_rest"
    return words(key, shown=shown, all=words.number(total))


def _cutoff(brief: Brief, words: Words) -> str:
    if brief.cutoff is None:
        return words("document.no_cutoff")
    return words("document.cutoff_day", date=in_short(brief.cutoff, 0, words))


def _shortened(title: str) -> str:
    if len(title) <= RUNNING_TITLE:
        return title
    cut = title[: RUNNING_TITLE - 1]
    return (cut.rpartition(" ")[0] or cut) + "…"


def _figure(key: KeyFigure, year: int, words: Words) -> FigureNote:
    figure, previous = key.figure, key.previous
    earlier = ""
    if previous:
        told = _as_of("", in_short(previous.as_of, year, words) if previous.as_of else "", words)
        earlier = words(
            "labels.earlier", value=f"{previous.qualifier} {words.number(previous.value)}".strip(), as_of=told
        )
    return FigureNote(
        qualifier=figure.qualifier,
        value=words.number(figure.value),
        kind=words.choose("figures", figure.kind, "other"),
        as_of=_as_of(figure.as_of_from, in_short(figure.as_of, year, words) if figure.as_of else "", words),
        by=figure.by,
        earlier=earlier,
        earlier_by=previous.by if previous and previous.by != figure.by else "",
        earlier_cite=cite(key.previous_sources),
        cite=cite(key.sources),
        note=_step(key, words),
        others=tuple((count_of(other, words), cite(sources)) for other, sources in key.others),
    )


def _step(key: KeyFigure, words: Words) -> str:
    """What the reader must know of the step from one figure to the next; "" where it simply goes on."""
    if key.previous and key.previous_step is Step.MISPRINT:
        return words("steps.misprint", value=words.number(key.previous.value))
    return words(f"steps.{key.step.value}", value=words.number(key.figure.value)) if key.step is not Step.ON else ""


def _as_of(came_from: str, date: str, words: Words) -> str:
    return words.choose("as_of", came_from, "other", date=date) if date else words("as_of.nowhere")


def _languages(coverage: Coverage, words: Words) -> str:
    names = (
        (words.choose("languages", code.partition("-")[0], "unknown"), count) for code, count in coverage.languages
    )
    return ", ".join(words("labels.language_count", language=name, number=words.number(count)) for name, count in names)


def _coverage(coverage: Coverage, words: Words) -> tuple[CoverageCell, ...]:
    beyond = (("coverage.left_out", coverage.left_out), ("coverage.off_topic", coverage.off_topic))
    cells = (
        ("coverage.read", coverage.read, (("coverage.twice", coverage.twice), ("coverage.later", coverage.later))),
        ("coverage.failed", coverage.failed, (("coverage.failed_note", coverage.failed),)),
        ("coverage.undated", coverage.undated, (("coverage.inferred", coverage.inferred),)),
        ("coverage.undated_statements", coverage.undated_statements, beyond),
    )
    return tuple(
        CoverageCell(
            number=words.number(count),
            label=words.count(key, count),
            note="; ".join(words.count(note, number) for note, number in notes if number),
        )
        for key, count, notes in cells
    )


def _empty(brief: Brief, words: Words) -> dict[str, str]:
    found = brief.new or brief.background or brief.ahead
    nothing = words("empty.topic", topic=brief.topic) if brief.topic else words("empty.timeline")
    return {
        "bottom_line": words("empty.new") if found else nothing,
        "new": words("empty.also_new" if brief.bottom_line else "empty.new"),
        "figures": words("empty.figures"),
        "timeline": nothing,
        "sources": words("empty.sources"),
        "problems": words("empty.problems"),
    }
