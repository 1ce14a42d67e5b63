"""The brief as a page of texts, in order of reading. Templates place them and decide nothing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from briefing.model import Brief, Coverage, Entry, KeyFigure, Status, Step
from briefing.rendering.citing import Cite, cite
from briefing.rendering.counts import count_of
from briefing.rendering.dates import in_full, in_short, in_table, period_days, period_text
from briefing.rendering.evidence import SourceNote, problem_rows, source_note
from briefing.rendering.fitting import Below, first_page, title_size
from briefing.rendering.lines import CERTAINTIES, MARKS, Line, line
from briefing.rendering.sections import (
    DisputeNote,
    PersonNote,
    SeriesNote,
    ThreadNote,
    dispute_note,
    person_note,
    series_note,
    thread_note,
)
from briefing.rendering.words import Words

__all__ = ["FigureNote", "Group", "Page", "more_new", "page_of", "withdrawn_notes"]

SECTIONS = ("timeline", "developments", "disputed", "series", "people", "ahead", "sources", "problems", "method")
SILENT = 2  # outlets named in the coverage box
SERIES = 4  # figures shown over time
PROBLEMS = 200  # rows shown; what is beyond is counted, and stands in the data
_CITED = "[00, 00]"  # as wide as the numbers of two sources
SHORT, ROOM = 8, 200.0  # rows of a timeline that begins on page one, and the points that it needs there
RUNNING_TITLE = 58  # characters that fit beside the period in the page header


Choice = tuple[str, str]
"""A value and its label."""


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
    change: str
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
    """Every text of a brief. An empty section holds nothing and has its one line in ``empty``.

    ``inside`` are the sections after page one, as anchor and heading. ``certainties``, ``place_choices`` and
    ``outlet_choices`` are what the timeline can be filtered by, ``outlet_of`` is the choice that holds a source. The timeline ``begins_page`` but in a brief so short that it
    would leave page one half empty and a few lines for the last.
    """

    title: str
    title_size: str
    running_title: str
    number: str
    marking: str
    copyright: str
    day: str
    period: str
    running_period: str
    cutoff: str
    topic: str
    inside: tuple[tuple[str, str], ...]
    bottom_line: tuple[Line, ...]
    bottom_size: str
    new: tuple[Line, ...]
    new_aside: str
    more_new: str
    figures: tuple[FigureNote, ...]
    qualified: bool
    coverage_languages: str
    coverage: tuple[CoverageCell, ...]
    groups: tuple[Group, ...]
    begins_page: bool
    more_rows: str
    marks: tuple[str, ...]
    certainties: tuple[Choice, ...]
    places: tuple[str, ...]
    place_choices: tuple[Choice, ...]
    outlet_choices: tuple[Choice, ...]
    outlet_of: dict[int, int]
    threads: tuple[ThreadNote, ...]
    disputes: tuple[DisputeNote, ...]
    series: tuple[SeriesNote, ...]
    people: tuple[PersonNote, ...]
    ahead: tuple[Line, ...]
    overdue: tuple[Line, ...]
    corrections: tuple[Line, ...]
    corrects: str
    withdrawn: tuple[str, ...]
    sources: tuple[SourceNote, ...]
    sources_aside: str
    problems: tuple[tuple[str, str], ...]
    more_problems: str
    empty: dict[str, str]


def page_of(brief: Brief, words: Words, paper: str = "a4") -> Page:
    """All texts of a brief, from its values and the catalogue; page one is fitted to ``paper``."""
    title, year = brief.title or words("document.untitled"), brief.period.last.year
    figures = tuple(_figure(key, year, words) for key in brief.figures)
    coverage = _coverage(brief, year, words)
    languages = _languages(brief.coverage, words)
    fit = first_page(replace(brief, title=title), paper, _below(figures, coverage, languages, words))
    bottom, new = brief.bottom_line[: fit.bottom], brief.also_new[: fit.new]
    more = len(brief.new) - len(bottom) - len(new)
    rows = problem_rows(brief.problems, brief.undated, words)
    groups = _groups(brief, year, words)
    lines = [row for group in groups for row in group.lines]
    sources = tuple(source_note(source, brief.language, words) for source in brief.sources)
    outlets = tuple(sorted({source.name for source in sources}))
    places = tuple(sorted({row.place for row in lines if row.place}))
    page = Page(
        title=title,
        title_size=title_size(title),
        running_title=_shortened(title),
        number=_number(brief, words),
        marking=brief.marking,
        copyright=brief.copyright,
        day=in_full(brief.period.last, words) if brief.period.until else "",
        period=period_text(brief.period, words),
        running_period=period_days(brief.period, words),
        cutoff=_cutoff(brief, words),
        topic=brief.topic,
        inside=(),
        bottom_line=_lines(bottom, year, words),
        bottom_size=fit.bottom_size,
        new=_lines(new, year, words),
        new_aside=_new_aside(len(new), len(new) + more, words),
        more_new=more_new(more, words, none_shown=not bottom),
        figures=figures,
        qualified=any(key.figure.qualifier for key in brief.figures),
        coverage_languages=languages,
        coverage=coverage,
        groups=groups,
        begins_page=bool(groups) and not (len(lines) <= SHORT and fit.left >= ROOM),
        more_rows=words.count("counts.more_rows", brief.coverage.left_out) if brief.coverage.left_out else "",
        marks=tuple(mark for mark in MARKS if mark in {row.mark for row in lines}),
        certainties=tuple(
            (told, words(f"filter.{told}")) for told in CERTAINTIES if told in {row.certainty for row in lines}
        ),
        places=places,
        place_choices=_choices(places),
        outlet_choices=_choices(outlets),
        outlet_of={source.number: outlets.index(source.name) for source in sources},
        threads=tuple(thread_note(thread, year, words) for thread in brief.threads),
        disputes=tuple(
            dispute_note(one, {source.number: source.name for source in sources}, year, words) for one in brief.disputes
        ),
        series=tuple(series_note(at, key, words) for at, key in enumerate(brief.figures) if len(key.series) > 1)[
            :SERIES
        ],
        people=tuple(person_note(who, words) for who in brief.people),
        ahead=_lines(brief.ahead, year, words),
        overdue=_lines(brief.overdue, year, words),
        corrections=_lines((entry for entry in brief.new if entry.status is Status.CORRECTED), year, words),
        corrects=words("document.corrects_note", number=brief.corrects) if brief.corrects else "",
        withdrawn=withdrawn_notes(brief, words),
        sources=sources,
        sources_aside=words(
            "asides.sources_earlier" if brief.compared else "asides.sources",
            cited=len(brief.sources),
            read=words.number(brief.coverage.read),
        ),
        problems=tuple(rows[:PROBLEMS]),
        more_problems=words.count("counts.more_problems", len(rows) - PROBLEMS) if len(rows) > PROBLEMS else "",
        empty=_empty(brief, words),
    )
    return replace(page, inside=_inside(page, words))


def withdrawn_notes(brief: Brief, words: Words) -> tuple[str, ...]:
    """What an earlier brief told and was left out since, a line each, with the reason."""
    return tuple(
        words(
            "changes.withdrawn",
            number=one.brief,
            what=one.text,
            date=in_table(one.date, words),
            reason=one.reason.rstrip(".") or words("changes.untold"),
        )
        for one in brief.withdrawn
    )


def _number(brief: Brief, words: Words) -> str:
    if brief.number is None:
        return ""
    number = words("document.number", number=brief.number)
    return words("document.corrects", this=number, number=brief.corrects) if brief.corrects else number


def _below(figures: Iterable[FigureNote], coverage: Iterable[CoverageCell], languages: str, words: Words) -> Below:
    """What stands below the news of page one, in the texts that make it deep."""
    return Below(
        figures=[
            (
                note.change,
                note.as_of,
                f"{note.by} {_CITED}",
                note.earlier and f"{note.earlier}, {note.earlier_by} {_CITED}",
                note.note,
                *(f"{words('disputes.sentence')} {value} {_CITED}" for value, _ in note.others),
            )
            for note in figures
        ],
        coverage=[(words("headings.coverage"), languages), *((f"{c.number} {c.label}", c.note) for c in coverage)],
        notes=words("document.see_notes"),
        mixed=words.direction == "rtl",
    )


def _choices(names: Sequence[str]) -> tuple[Choice, ...]:
    return tuple((str(at), name) for at, name in enumerate(names))


def _inside(page: Page, words: Words) -> tuple[tuple[str, str], ...]:
    """The sections after page one; those that are left out where they hold nothing are not named."""
    optional = {
        "developments": page.threads,
        "disputed": page.disputes,
        "series": page.series,
        "people": page.people,
        "problems": page.problems,
    }
    return tuple((name, words(f"headings.{name}")) for name in SECTIONS if optional.get(name, True))


def _lines(entries: Iterable[Entry], year: int, words: Words) -> tuple[Line, ...]:
    return tuple(line(entry, year, words) for entry in entries)


def _groups(brief: Brief, year: int, words: Words) -> tuple[Group, ...]:
    groups = (("new", brief.new), ("background", brief.background))
    return tuple(
        Group(name, words(f"groups.{name}"), _lines(entries, year, words)) for name, entries in groups if entries
    )


def more_new(count: int, words: Words, *, none_shown: bool) -> str:
    """What page one leaves to the timeline, "" for nothing; where it shows none, all are mentioned in passing."""
    return words.count("counts.new_in_passing" if none_shown else "counts.more_new", count) if count else ""


def _new_aside(shown: int, total: int, words: Words) -> str:
    if not shown:
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
    change = _change(key, year, words)
    earlier = ""
    if previous and not change:
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
        change=change,
        earlier=earlier,
        earlier_by=previous.by if earlier and previous and previous.by != figure.by else "",
        earlier_cite=cite(key.previous_sources, words),
        cite=cite(key.sources, words),
        note=_step(key, words),
        others=tuple((count_of(other, words), cite(sources, words)) for other, sources in key.others),
    )


def _change(key: KeyFigure, year: int, words: Words) -> str:
    """The step from the figure before, where both are exact: "+64 since Thu 12 Sep"."""
    if key.change is None or key.previous is None or key.previous.as_of is None:
        return ""
    since = in_short(key.previous.as_of, year, words)
    if key.change == 0:
        return words("changes.none", date=since)
    return words("changes.some", sign="+" if key.change > 0 else "−", value=words.number(abs(key.change)), date=since)


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
    return words.listed(
        words("labels.language_count", language=name, number=words.number(count)) for name, count in names
    )


def _coverage(brief: Brief, year: int, words: Words) -> tuple[CoverageCell, ...]:
    coverage = brief.coverage
    told = (
        ("read", coverage.read, _notes(coverage, ("twice", "later", "off_topic"), words)),
        ("failed", coverage.failed, [words.count("coverage.failed_note", coverage.failed)] if coverage.failed else []),
        ("silent", len(brief.silent), _silent(brief, year, words)),
        ("undated", coverage.undated, _notes(coverage, ("inferred", "undated_statements"), words)),
    )
    return tuple(
        CoverageCell(
            words.number(count), words.count(f"coverage.{name}", count), words.listed(notes, "joins.semicolon")
        )
        for name, count, notes in told
    )


def _notes(coverage: Coverage, names: Iterable[str], words: Words) -> list[str]:
    """Counts of the coverage in words, those that are not 0."""
    return [words.count(f"coverage.{name}", count) for name in names if (count := getattr(coverage, name))]


def _silent(brief: Brief, year: int, words: Words) -> list[str]:
    """The outlets silent for longest, each with the day of its latest article."""
    shown = [
        words("labels.silent", outlet=outlet, date=in_short(day, year, words)) for outlet, day in brief.silent[:SILENT]
    ]
    more = len(brief.silent) - len(shown)
    return [*shown, words.count("counts.more_silent", more)] if more else shown


def _empty(brief: Brief, words: Words) -> dict[str, str]:
    found = brief.events
    nothing = words("empty.topic", topic=brief.topic) if brief.topic else words("empty.timeline")
    return {
        "bottom_line": words("empty.passing" if brief.new else "empty.new") if found else nothing,
        "new": words("empty.also_new" if brief.bottom_line else "empty.new"),
        "figures": words("empty.figures"),
        "timeline": nothing,
        "sources": words("empty.sources"),
        "ahead": words("empty.ahead_off_topic" if brief.coverage.off_topic else "empty.ahead", topic=brief.topic),
        "corrections": words("empty.no_corrections" if brief.compared else "empty.corrections"),
        "problems": words("empty.problems"),
    }
