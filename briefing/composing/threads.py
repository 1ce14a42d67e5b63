"""Developments: events that share a name over time, told together where the table alone would scatter them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from briefing.composing.statements import statement_of
from briefing.datespan import DateSpan
from briefing.model import Entry, Event, NameKind, Status, Thread

__all__ = ["Tied", "choose_threads", "threads_of"]

_MOST = 5
_FEWEST_EVENTS = 3
_EVERYWHERE = 0.4  # of all events: a name in more of them is the story itself, and parts nothing
_FEWEST_IN_ALL = 12  # events: of a shorter table the eye sees all the threads
_LONGEST = 20  # words of one event's line
_LINES, _PER_LINE, _DATE = 6, 58, 16  # printed lines of one thread, characters of one, and of a date before it
_KINDS = (NameKind.PERSON, NameKind.ORGANISATION, NameKind.PLACE)


@dataclass(frozen=True, slots=True)
class Tied:
    """A name, the events that it ties together, and those of them that are told, newest first."""

    name: str
    events: tuple[Event, ...]
    shown: tuple[Event, ...]


def choose_threads(events: Sequence[Event], status: Mapping[str, Status], language: str) -> list[Tied]:
    """The names that tie events of several days together, the heaviest thread first, at most five.

    Each event is in one thread. Countries are left out: they stand in too much of the news to be a thread. Told are
    the weightiest events, news first, as many as six lines hold.
    """
    if len(events) < _FEWEST_IN_ALL:
        return []
    by_name: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        for key in {name.key for name in event.names if name.kind in _KINDS and not _is_country(name.key)}:
            by_name[key].append(event)
    by_name = {key: found for key, found in by_name.items() if len(found) <= _EVERYWHERE * len(events)}
    taken: set[str] = set()
    chosen: list[Tied] = []
    while len(chosen) < _MOST:
        free = {key: [e for e in found if e.id not in taken] for key, found in sorted(by_name.items())}
        key = max(free, key=lambda key: _weight(free[key]), default="")
        if not key or not _is_thread(free[key]):
            return chosen
        chosen.append(Tied(_label(key, free[key], language), tuple(free[key]), _shown(free[key], status)))
        taken |= {event.id for event in free[key]}
    return chosen


def _is_country(key: str) -> bool:
    return len(key) == 2 and key.isupper()


def _is_thread(events: Sequence[Event]) -> bool:
    return len(events) >= _FEWEST_EVENTS and len({str(event.span) for event in events}) >= _FEWEST_EVENTS


def _weight(events: Sequence[Event]) -> tuple[float, int]:
    return sum(event.score for event in events), len(events)


def _label(key: str, events: Sequence[Event], language: str) -> str:
    """The name as most reports in the brief's language write it."""
    written = Counter(
        (report.language == language, name.text)
        for event in events
        for report in event.reports
        for name in report.names
        if name.key == key
    )
    ranked = sorted(written, key=lambda told: (not told[0], -written[told], told[1]))
    return ranked[0][1] if ranked else next(n.text for e in events for n in e.names if n.key == key)


def _shown(events: Sequence[Event], status: Mapping[str, Status]) -> tuple[Event, ...]:
    ranked = sorted(events, key=lambda event: (not status[event.id].is_fresh, -event.score, event.span, event.id))
    lines, room = [], _LINES
    for event in ranked:
        needed = -(-(len(statement_of(event.statement, 0, _LONGEST).text) + _DATE) // _PER_LINE)
        if needed <= room:
            lines.append(event)
            room -= needed
    return tuple(sorted(lines, key=lambda event: (event.span, event.id), reverse=True))


def threads_of(found: Sequence[Tied], entries: Mapping[str, Entry]) -> tuple[Thread, ...]:
    """The threads as told, those with news first."""
    threads = [_thread(tied, entries) for tied in found]
    return tuple(sorted(threads, key=lambda thread: not thread.fresh))


def _thread(tied: Tied, entries: Mapping[str, Entry]) -> Thread:
    ends = [day for event in tied.events for day in (event.span.first, event.span.last) if day]
    return Thread(
        name=tied.name,
        lines=tuple(_briefly(entries[event.id]) for event in tied.shown),
        events=len(tied.events),
        fresh=sum(entries[event.id].status.is_fresh for event in tied.events),
        span=DateSpan.between(DateSpan.day(min(ends)), DateSpan.day(max(ends))),
        origins=len({origin for event in tied.events for origin in event.origins}),
        articles=len({article for event in tied.events for article in event.articles}),
    )


def _briefly(entry: Entry) -> Entry:
    """The entry with its first clauses; the whole sentence stands in the table or in the sources."""
    return replace(entry, statement=statement_of(entry.event.statement, entry.statement.source, _LONGEST))
