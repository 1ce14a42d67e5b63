"""What each event was at every moment, so that a brief can say what has changed since another."""

from __future__ import annotations

import sqlite3
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from itertools import groupby, pairwise

from briefing.library.coding import moment

__all__ = ["changed_since", "note_state", "states_at", "states_told"]

_MANY = 500
_NEVER = "~"  # after every moment


def note_state(db: sqlite3.Connection, event: str, state: str | None, now: datetime) -> None:
    """Note what an event is now, if it was anything else before."""
    before = db.execute("SELECT state FROM states WHERE event = ? ORDER BY at DESC LIMIT 1", (event,)).fetchone()
    if before is None and state is None:
        return
    if before is None or before[0] != state:
        db.execute("INSERT OR REPLACE INTO states VALUES (?, ?, ?)", (event, moment(now), state))


def states_at(db: sqlite3.Connection, events: Iterable[str], at: datetime) -> dict[str, str]:
    """What events were at a moment, without those that were not yet, or no more."""
    found: dict[str, str] = {}
    for some in _portions(events):
        marks = ",".join("?" * len(some))
        rows = db.execute(
            f"SELECT event, state, max(at) FROM states WHERE event IN ({marks}) AND at <= ? GROUP BY event",  # noqa: S608
            (*some, moment(at)),
        )
        found |= {event: state for event, state, _ in rows if state is not None}
    return found


def states_told(db: sqlite3.Connection, events: Iterable[str], at: datetime) -> dict[str, str]:
    """What the reader of the last brief, made at a moment, knows of events: what they were then, else in a brief before.

    So an event that was taken out for some days, and is told again, is not news.
    """
    wanted = set(events)
    found = states_at(db, wanted, at)
    briefs = [made for (made,) in db.execute("SELECT made FROM briefs WHERE made <= ? ORDER BY made", (moment(at),))]
    for some in _portions(wanted - found.keys()):
        marks = ",".join("?" * len(some))
        asked = f"SELECT event, at, state FROM states WHERE event IN ({marks}) AND at <= ? ORDER BY event, at"  # noqa: S608
        for event, changes in groupby(db.execute(asked, (*some, moment(at))), key=lambda row: str(row[0])):
            if state := _last_told([(since, state) for _, since, state in changes], briefs):
                found[event] = state
    return found


def _last_told(changes: Sequence[tuple[str, str | None]], briefs: Sequence[str]) -> str | None:
    """The last of the states, in order of their moments, during which a brief was made."""
    spans = pairwise([*changes, (_NEVER, None)])
    told = [state for (since, state), (until, _) in spans if bisect_left(briefs, since) < bisect_left(briefs, until)]
    return next((state for state in reversed(told) if state), None)


def changed_since(db: sqlite3.Connection, at: datetime) -> list[str]:
    """The ids of the events that became something else after a moment, those that are no more among them."""
    asked = "SELECT event FROM states INDEXED BY states_by_moment WHERE at > ?"  # and not the states by their events
    return sorted({event for (event,) in db.execute(asked, (moment(at),))})


def _portions(ids: Iterable[str]) -> Iterator[list[str]]:
    wanted = sorted(set(ids))
    return (wanted[at : at + _MANY] for at in range(0, len(wanted), _MANY))
