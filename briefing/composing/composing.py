"""What goes into this brief: every choice that a reader could question is made here, none in a template."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from zoneinfo import ZoneInfo

from briefing.composing.changes import telling_what_changed
from briefing.composing.disputes import disputes_of
from briefing.composing.figures import choose_figures, key_figures, latest_values
from briefing.composing.front import front_page
from briefing.composing.people import Introduced, choose_people, people_of
from briefing.composing.sources import (
    Citations,
    cited_articles,
    denying_articles,
    list_sources,
    number_articles,
    silent_outlets,
    source_of,
)
from briefing.composing.statements import statement_of
from briefing.composing.status import LastBrief, is_overdue, status_of, status_since
from briefing.composing.threads import Tied, choose_threads, threads_of
from briefing.composing.topic import on_topic
from briefing.datespan import DateSpan
from briefing.errors import Problem
from briefing.events import Found, best_report
from briefing.events.corrections import in_force
from briefing.model import Article, Brief, Change, Coverage, Entry, Event, Figure, FixKind, Name, Period, Status

__all__ = ["DEFAULT_LIMIT", "MOST_ROWS", "Request", "Unused", "compose", "latest_publication"]

DEFAULT_LIMIT = 25
MOST_ROWS = 100  # in a timeline that is read; a page of the PDF costs what a page costs, and the data hold all events
_AHEAD = 6  # planned dates
_OVERDUE = 3  # of them: what had been planned, and is not told as done


@dataclass(frozen=True, slots=True)
class Request:
    """What the user asks of a brief besides its articles.

    Of an event's reports one in the brief's ``language`` is quoted, else one in the language of most articles. ``number`` is the issue's; ``last`` is what the reader of the last brief knows.
    """

    period: Period
    topic: str = ""
    title: str = ""
    limit: int = DEFAULT_LIMIT
    language: str = "en"
    number: int | None = None
    last: LastBrief | None = None


@dataclass(frozen=True, slots=True)
class Unused:
    """How much was met and not used: exact repetitions, what could not be read, articles after the period.

    Of a library, which holds more than a brief needs, ``read`` are the articles that the period brought, ``more`` is how
    many events are not even loaded, and ``silent`` are the sources quiet for longer than usual.
    """

    twice: int = 0
    failed: int = 0
    later: int = 0
    read: frozenset[str] | None = None
    more: int = 0
    silent: tuple[tuple[str, DateSpan], ...] | None = None


def latest_publication(articles: Sequence[Article], zone: ZoneInfo) -> date | None:
    """The day of the latest publication, where it was published or in ``zone``, whichever is later.

    Articles known to the day count before those known to a month.
    """
    spans = [article.published for article in articles if article.published]
    known = [span for span in spans if span.is_day] or spans
    days = [span.last for span in known if span.last]
    instants = [article.published_at for article in articles if article.published_at and article.published_at.tzinfo]
    return max((*days, *(instant.astimezone(zone).date() for instant in instants)), default=None)


def compose(found: Found, request: Request, unused: Unused, problems: Sequence[Problem] = ()) -> Brief:
    """Decide a brief from what the articles yield.

    ``unused`` counts what was met on the way and is not in it, ``problems`` is what went wrong.
    """
    articles = {article.id: article for article in found.articles}
    readable = _languages(found.articles, request.language)
    told = [_in_language(event, readable) for event in found.events if _is_borne_out(event) and not event.is_dropped]
    kept = on_topic(told, request.topic, articles)
    became = {event.id: _became(event, request) for event in kept}
    kept = [telling_what_changed(event, became[event.id][1]) for event in kept]
    status = {event: told for event, (told, _) in became.items()}
    chosen = _choose(kept, status, found, request)
    numbers = number_articles(chosen.in_order(status), chosen.others())
    entries = {event.id: _entry(event, *became[event.id], numbers) for event in kept}
    lines = [entries[event.id] for event in _newest_first(chosen.rows)]
    figures = key_figures(chosen.series, numbers)
    languages = {article.id: article.language for article in found.articles}
    return Brief(
        title=request.title or request.topic,
        language=request.language,
        topic=request.topic,
        period=request.period,
        cutoff=_cutoff(found.articles, request.period),
        bottom_line=_entries(chosen.bottom, entries),
        also_new=_entries(chosen.also, entries),
        new=tuple(line for line in lines if line.status.is_fresh),
        background=tuple(line for line in lines if not line.status.is_fresh),
        ahead=_entries(chosen.ahead, entries),
        events=_entries(kept, entries),
        figures=figures,
        sources=list_sources(numbers, articles, chosen.in_order(status)),
        undated=tuple(source_of(a, numbers.get(a.id, 0), numbers, ()) for a in found.articles if not a.published),
        coverage=_coverage(found, told, kept, chosen.lines, unused),
        problems=(*problems, *found.problems),
        overdue=_entries(chosen.overdue, entries),
        threads=threads_of(chosen.threads, entries),
        disputes=disputes_of(lines, figures, numbers, languages),
        people=people_of(chosen.people, numbers),
        silent=silent_outlets(found.articles, request.period) if unused.silent is None else unused.silent,
        number=request.number,
        compared=request.last is not None,
    )


def _became(event: Event, request: Request) -> tuple[Status, Change | None]:
    """What an event is to this brief, and what the last one said of it."""
    if request.last:
        return status_since(event, request.period, request.last)
    return status_of(event, request.period), None


@dataclass(frozen=True, slots=True)
class _Chosen:
    """What a brief shows, section by section, before its sources have numbers."""

    bottom: Sequence[Event]
    also: Sequence[Event]
    rows: Sequence[Event]
    threads: Sequence[Tied]
    series: Sequence[Sequence[Figure]]
    people: Sequence[Introduced]
    ahead: Sequence[Event]
    overdue: Sequence[Event]

    @property
    def lines(self) -> int:
        """How many events have a line of their own."""
        return len(self.rows) + len(self.ahead) + len(self.overdue)

    def in_order(self, status: Mapping[str, Status]) -> list[Event]:
        """Every event shown, in the order in which a reader meets it, each once."""
        fresh = [event for event in _newest_first(self.rows) if status[event.id].is_fresh]
        known = [event for event in _newest_first(self.rows) if not status[event.id].is_fresh]
        tied = [event for thread in self.threads for event in thread.shown]
        met = (*self.bottom, *self.also, *fresh, *known, *tied, *self.ahead, *self.overdue)
        return list({event.id: event for event in met}.values())

    def others(self) -> list[str]:
        """The ids of the articles cited for something else than an event."""
        points = [figure.article for group in self.series for figure in latest_values(group)]
        return points + [person.report.article for person in self.people]


def _choose(events: Sequence[Event], status: Mapping[str, Status], found: Found, request: Request) -> _Chosen:
    ahead = [event for event in events if status[event.id] is Status.AHEAD]
    overdue = [event for event in reversed(events) if is_overdue(event, status[event.id])]
    apart = {event.id for event in (*ahead, *overdue)}
    rows = _within_limit([event for event in events if event.id not in apart], status, request.limit)
    bottom, also = front_page(rows, status)
    kept = {article for event in events for article in event.articles}
    figures = [figure for figure in found.figures if not request.topic or figure.article in kept]
    return _Chosen(
        bottom=bottom,
        also=also,
        rows=rows,
        threads=choose_threads(events, status, request.language),
        series=choose_figures(figures, request.period.last),
        people=choose_people(events, [article for event in rows for article in event.articles], request.language),
        ahead=ahead[:_AHEAD],
        overdue=overdue[: min(_OVERDUE, max(0, _AHEAD - len(ahead)))],
    )


def _entries(events: Sequence[Event], entries: Mapping[str, Entry]) -> tuple[Entry, ...]:
    return tuple(entries[event.id] for event in events)


def _is_borne_out(event: Event) -> bool:
    """Whether a brief can stand by an event: a sentence dates it, a lead tells it, or two origins do.

    A later sentence that has its day from the story around it is part of that story, which has a line of its own;
    as lines, such sentences would crowd out what an article dates. They are in the data of ``brief events``.
    """
    return len(event.origins) > 1 or not all(report.is_borrowed for report in event.reports)


def _languages(articles: Sequence[Article], language: str) -> list[str]:
    """The brief's language, then those of the articles, the commonest first: in it the reader reads most of them."""
    counts = Counter(article.language for article in articles)
    return [language, *sorted(counts, key=lambda code: (-counts[code], code))]


def _in_language(event: Event, languages: Sequence[str]) -> Event:
    """The event with a statement in the first of the languages that one of its reports is in, unless a person chose one."""
    believed = [one for one in in_force(event.reports) if not one.is_headline]
    told = {one.language for one in believed}
    language = next((code for code in languages if code in told), event.statement.language)
    if event.statement.language == language or any(fix.kind is FixKind.STATEMENT for fix in event.fixes):
        return event
    reports = [one for one in believed if one.language == language]
    return replace(event, statement=best_report(reports, event.span))


def _within_limit(events: Sequence[Event], status: Mapping[str, Status], limit: int) -> list[Event]:
    """The weightiest events: what is new or changed first, then what is late, then background.

    There are at most `MOST_ROWS`. A sentence that tells of two days has one line, that of the weightier event.
    """
    rank = {Status.LATE: 1, Status.BACKGROUND: 2}

    def key(event: Event) -> tuple[object, ...]:
        return (rank.get(status[event.id], 0), -event.score, event.span, event.id)

    lines: dict[tuple[str, int], Event] = {}
    for event in sorted(events, key=key):
        lines.setdefault((event.statement.article, event.statement.start), event)
    return list(lines.values())[: min(limit, MOST_ROWS)]


def _newest_first(events: Sequence[Event]) -> list[Event]:
    return sorted(sorted(events, key=lambda event: event.id), key=lambda event: event.span, reverse=True)


def _entry(event: Event, status: Status, change: Change | None, numbers: Citations) -> Entry:
    cited = tuple(numbers[article] for article in cited_articles(event) if article in numbers)
    disputed = tuple(
        (span, tuple(sorted({numbers[r.article] for r in event.reports if r.span == span and r.article in numbers})))
        for span in (event.span, *event.disputed)
        if event.disputed
    )
    return Entry(
        event=event,
        status=status,
        statement=statement_of(event.statement, numbers.get(event.statement.article, 0)),
        sources=cited,
        place=_place(event),
        disputed_sources=disputed,
        toll_sources=tuple((toll, _sources_of(toll, event, numbers)) for toll in event.disputed_tolls),
        denied_by=tuple(sorted(numbers[article] for article in denying_articles(event) if article in numbers)),
        change=change,
    )


def _sources_of(toll: Figure, event: Event, numbers: Citations) -> tuple[int, ...]:
    """The sources that give a toll."""
    given = {f.article for r in event.reports for f in r.figures if (f.kind, f.value) == (toll.kind, toll.value)}
    return tuple(sorted(numbers[article] for article in given if article in numbers))


def _place(event: Event) -> str:
    """Where it happened: the first place of the sentence shown, else the commonest in the reports."""
    names: tuple[Name, ...] = (*event.statement.names, *event.names)
    return next((name.text for name in names if name.located), "")


def _cutoff(articles: Sequence[Article], period: Period) -> DateSpan | None:
    latest = latest_publication(articles, ZoneInfo(period.zone))
    return DateSpan.day(latest) if latest else None


def _coverage(found: Found, told: Sequence[Event], on_topic: Sequence[Event], shown: int, unused: Unused) -> Coverage:
    read = [article for article in found.articles if unused.read is None or article.id in unused.read]
    languages = Counter(article.language for article in read)
    return Coverage(
        read=len(read),
        twice=unused.twice,
        failed=unused.failed,
        inferred=sum(bool(article.inferred_from) for article in read),
        undated=sum(article.published is None for article in read),
        undated_statements=found.undated,
        left_out=len(on_topic) - shown + unused.more,
        off_topic=len(told) - len(on_topic),
        later=unused.later,
        languages=tuple(sorted(languages.items(), key=lambda pair: (-pair[1], pair[0]))),
    )
