"""Events in the library, and which sentence of which article tells each: found by week and telling word, never all.

An event keeps its id as long as any sentence that told it tells it still; ids that were given up lead to the event that
took their place. What an event was at any moment can be asked, so that a brief can say what has changed since another.
"""

from __future__ import annotations

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import NamedTuple

from briefing.errors import Problem
from briefing.events.blocks import NAME, days_of_event
from briefing.events.tellings import telling_of
from briefing.library.coding import decoded, encoded, instant, moment
from briefing.library.states import note_state
from briefing.model import Event

__all__ = [
    "Wanted",
    "articles_alike",
    "count_events",
    "end_events",
    "event_ids",
    "event_named",
    "events_found",
    "events_near",
    "events_of",
    "events_told_in",
    "homes_of",
    "learnt_of",
    "put_words",
    "remove_events",
    "replace_events",
    "told_by",
    "unreadable",
]

_FOUND_BY = 10  # of an event's words, the rarest: some of them any report of it will share
_LOOKED_UP = 10  # of a report's words
_SHARED = 2  # of these, at least, or they share them by chance
_NEAREST = 8  # events, those that share the most
_OFF = timedelta(days=2)  # between two that tell of one happening: a day, and a day over which the reports disagree
_COMMON = 100  # events of a week that share a word: it then tells none from the others
_LATELY = 20_000  # events, the last written: where an article about the same news of these days is looked for
_MANY = 500
_UNREAD = "cannot be read; have the articles read anew with: brief fetch --reread"


# ---- finding ------------------------------------------------------------------------------------


def put_words(db: sqlite3.Connection, words: Counter[str]) -> None:
    """Count how many reports use each word, which is how its rarity is known."""
    db.executemany(
        "INSERT INTO words VALUES (?, ?) ON CONFLICT (word) DO UPDATE SET uses = uses + excluded.uses", words.items()
    )


class Wanted(NamedTuple):
    """By what the event of a report is looked for: its weeks, its words, and the first and last day on which it may lie."""

    weeks: Sequence[int]
    words: frozenset[str]
    first: date
    last: date


def events_near(db: sqlite3.Connection, wanted: Sequence[Wanted]) -> dict[str, list[int]]:
    """The ids of events that may be wanted, each with the numbers of those that may want it."""
    uses = _uses(db, {word for one in wanted for word in one.words})
    known: dict[tuple[int, str], list[str]] = {}
    days: dict[str, tuple[str, str]] = {}
    near: dict[str, list[int]] = defaultdict(list)
    for number, one in enumerate(wanted):
        shared: Counter[str] = Counter()
        for word in _rarest(one.words, uses, _LOOKED_UP):
            shared.update({event for week in one.weeks for event in _in_block(db, week, word, known)})
        alike = [(-count, event) for event, count in shared.items() if count >= _SHARED]
        _know_days(db, [event for _, event in alike], days)
        then = (
            (one.first - min(_OFF, one.first - date.min)).isoformat(),
            (one.last + min(_OFF, date.max - one.last)).isoformat(),
        )
        fitting = [(rank, event) for rank, event in alike if days[event][0] <= then[1] and days[event][1] >= then[0]]
        for _, event in sorted(fitting)[:_NEAREST]:
            near[event].append(number)
    return near


def _know_days(db: sqlite3.Connection, events: Sequence[str], days: dict[str, tuple[str, str]]) -> None:
    """Learn the first and last days of events."""
    for some in _portions(event for event in events if event not in days):
        marks = ",".join("?" * len(some))
        rows = db.execute(f"SELECT id, first, last FROM events WHERE id IN ({marks})", some)  # noqa: S608
        days.update({event: (first, last) for event, first, last in rows})


def _in_block(db: sqlite3.Connection, week: int, word: str, known: dict[tuple[int, str], list[str]]) -> list[str]:
    """The events of a week that share a word, none where they are too many to be told apart by it."""
    if (week, word) not in known:
        asked = "SELECT event FROM blocks WHERE week = ? AND word = ? LIMIT ?"
        found = [event for (event,) in db.execute(asked, (week, word, _COMMON))]
        known[week, word] = found if len(found) < _COMMON else []
    return known[week, word]


def _uses(db: sqlite3.Connection, words: set[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    some = sorted(words)
    for at in range(0, len(some), _MANY):
        part = some[at : at + _MANY]
        marks = ",".join("?" * len(part))
        found.update(db.execute(f"SELECT word, uses FROM words WHERE word IN ({marks})", part).fetchall())  # noqa: S608
    return found


def _rarest(words: Iterable[str], uses: Mapping[str, int], count: int) -> list[str]:
    """The rarest stems, and half as many names, by which reports in other languages find it."""
    ordered = sorted(words, key=lambda word: (uses.get(word, 0), word))
    names = [word for word in ordered if word.startswith(NAME)][: count // 2]
    return [*[word for word in ordered if not word.startswith(NAME)][:count], *names]


def told_by(db: sqlite3.Connection, events: Iterable[str]) -> list[tuple[str, str, str]]:
    """The reports that tell some events: the identity of each, its article and the id of its event."""
    found: list[tuple[str, str, str]] = []
    for some in _portions(events):
        marks = ",".join("?" * len(some))
        found += db.execute(f"SELECT telling, article, event FROM tellings WHERE event IN ({marks})", some)  # noqa: S608
    return found


def homes_of(db: sqlite3.Connection, tellings: Iterable[str]) -> dict[str, str]:
    """The ids of the events that hold some reports, by the identities of these; without those that none holds."""
    found: dict[str, str] = {}
    for some in _portions(tellings):
        marks = ",".join("?" * len(some))
        found |= dict(db.execute(f"SELECT telling, event FROM tellings WHERE telling IN ({marks})", some))  # noqa: S608
    return found


def events_of(db: sqlite3.Connection, ids: Iterable[str]) -> Iterator[Event]:
    """Events by their ids, in no order; without those that `unreadable` names."""
    for some in _portions(ids):
        marks = ",".join("?" * len(some))
        for (data,) in db.execute(f"SELECT data FROM events WHERE id IN ({marks})", some):  # noqa: S608
            if event := decoded(data, Event):
                yield event


def learnt_of(db: sqlite3.Connection, ids: Iterable[str]) -> dict[str, datetime]:
    """When events were learnt, by their ids; also of those that an earlier version kept in a shape of its own."""
    found: dict[str, datetime] = {}
    for some in _portions(ids):
        marks = ",".join("?" * len(some))
        rows = db.execute(f"SELECT id, learnt FROM events WHERE id IN ({marks})", some)  # noqa: S608
        found |= {own: instant(at) for own, at in rows}
    return found


def unreadable(db: sqlite3.Connection, ids: Iterable[str], read: Iterable[Event]) -> list[Problem]:
    """A problem where some of the events are kept in a shape that cannot be read, as an earlier version left them."""
    lost = len(learnt_of(db, ids).keys() - {event.id for event in read})
    if not lost:
        return []
    told = "1 event is" if lost == 1 else f"{lost:,} events are"
    return [Problem("library", told, f"kept as an earlier version wrote them and {_UNREAD}")]


def count_events(db: sqlite3.Connection) -> int:
    """How many events the library tells."""
    return int(db.execute("SELECT count(*) FROM events WHERE dropped = 0").fetchone()[0])


def event_ids(db: sqlite3.Connection, which: str, values: Sequence[str], *, limit: int) -> list[str]:
    """The ids of the events that an SQL condition of the house's own, with its order, chooses."""
    asked = f"SELECT id FROM events WHERE {which} LIMIT {limit:d}"  # noqa: S608 -- our own words
    return [own for (own,) in db.execute(asked, tuple(values))]


def events_told_in(db: sqlite3.Connection, articles: Iterable[str]) -> set[str]:
    """The ids of the events that articles tell."""
    found: set[str] = set()
    for some in _portions(articles):
        marks = ",".join("?" * len(some))
        found |= {event for (event,) in db.execute(f"SELECT event FROM tellings WHERE article IN ({marks})", some)}  # noqa: S608
    return found


def events_found(db: sqlite3.Connection, words: Sequence[str], limit: int) -> list[str]:
    """The ids of the events whose sentences hold all of some folded words, in order of date."""
    asked = " ".join(f'"{part}"*' for word in words for part in word.split('"') if part)
    if not asked:
        return []
    rows = db.execute(
        "SELECT id FROM search JOIN events ON events.number = search.rowid WHERE search MATCH ? AND dropped = 0 "
        "ORDER BY last, id LIMIT ?",
        (asked, limit),
    )
    return [own for (own,) in rows]


def articles_alike(db: sqlite3.Connection, words: Sequence[str], limit: int) -> list[str]:
    """The ids of articles that tell, of the events written last, those which share most with some folded words."""
    asked = " OR ".join(f'"{part}"' for word in words for part in word.split('"') if part)
    if not asked:
        return []
    (last,) = db.execute("SELECT coalesce(max(number), 0) FROM events").fetchone()
    rows = db.execute(
        "SELECT id FROM search JOIN events ON events.number = search.rowid WHERE search MATCH ? AND search.rowid > ? "
        "ORDER BY rank LIMIT ?",
        (asked, last - _LATELY, limit),
    )
    return sorted({article for _, article, _ in told_by(db, [own for (own,) in rows])})


def event_named(db: sqlite3.Connection, written: str) -> list[str]:
    """The ids of the events that a written id, or the beginning of one, means; ids given up lead on."""
    low, high = written, written + "\uffff"
    found = [one for (one,) in db.execute("SELECT id FROM events WHERE id >= ? AND id < ? LIMIT 2", (low, high))]
    if found:
        return found
    led = {event for (event,) in db.execute("SELECT event FROM aliases WHERE id >= ? AND id < ? LIMIT 2", (low, high))}
    return sorted(led)


def _portions(ids: Iterable[str]) -> Iterator[list[str]]:
    wanted = sorted(set(ids))
    return (wanted[at : at + _MANY] for at in range(0, len(wanted), _MANY))


# ---- writing ------------------------------------------------------------------------------------


def replace_events(
    db: sqlite3.Connection,
    events: Iterable[tuple[Event, frozenset[str], Sequence[int], str, str | None]],
    now: datetime,
) -> None:
    """Write events, each with its words, its weeks, its folded text and its state. Part of the caller's transaction."""
    told = list(events)
    uses = _uses(db, {word for _, words, *_ in told for word in words})
    for event, words, weeks, text, state in told:
        first, last = days_of_event(event)
        learnt = moment(event.learnt or now)
        number = db.execute(
            "INSERT INTO events (id, first, last, learnt, modality, score, dropped, data) VALUES (?,?,?,?,?,?,?,?)",
            (
                event.id, first.isoformat(), last.isoformat(), learnt, event.modality, event.score, event.is_dropped,
                encoded(event),
            ),
        ).lastrowid  # fmt: skip
        db.execute("INSERT INTO search (rowid, words) VALUES (?, ?)", (number, text))
        rows = [(telling_of(report), report.article, event.id) for report in (*event.reports, *event.plans)]
        db.executemany("INSERT OR REPLACE INTO tellings VALUES (?, ?, ?)", rows)
        keys = [(week, word, event.id) for word in _rarest(words, uses, _FOUND_BY) for week in weeks]
        db.executemany("INSERT OR IGNORE INTO blocks VALUES (?, ?, ?)", keys)
        note_state(db, event.id, state, now)


def remove_events(db: sqlite3.Connection, ids: Iterable[str]) -> None:
    """Take events out; their states stay, and `replace_events` or `end_events` says what became of them."""
    for some in _portions(ids):
        marks = ",".join("?" * len(some))
        db.execute(f"DELETE FROM search WHERE rowid IN (SELECT number FROM events WHERE id IN ({marks}))", some)  # noqa: S608
        for table, column in (("events", "id"), ("tellings", "event"), ("blocks", "event")):
            db.execute(f"DELETE FROM {table} WHERE {column} IN ({marks})", some)  # noqa: S608


def end_events(db: sqlite3.Connection, ended: Mapping[str, str], now: datetime) -> None:
    """Note that events are no more, each with the id of the one that took its place, or ""."""
    for gone, into in ended.items():
        note_state(db, gone, None, now)
        if into:
            db.execute("INSERT OR REPLACE INTO aliases VALUES (?, ?, ?)", (gone, into, moment(now)))
            db.execute("UPDATE aliases SET event = ? WHERE event = ?", (into, gone))
