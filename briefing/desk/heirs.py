"""Events told anew keep the ids under which readers know them, and the moment when they were learnt."""

from __future__ import annotations

import hashlib
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from briefing.events.blocks import words_of
from briefing.events.tellings import tellings_of
from briefing.library.events import events_of, learnt_of, told_by
from briefing.model import Event

__all__ = ["Before", "before", "ended", "lasting"]

_REWORDED = 0.5  # of the stems of two statements, in common: the later is the earlier in other words


@dataclass(frozen=True, slots=True)
class Before:
    """Events as they stand in the library.

    ``events`` lacks those that an earlier version kept in a shape of its own; ``told`` (the identity of a report, its article,
    its event) and ``learnt`` have them all.
    """

    events: Mapping[str, Event]
    learnt: Mapping[str, datetime]
    told: Sequence[tuple[str, str, str]]


def before(db: sqlite3.Connection, ids: set[str]) -> Before:
    """The events of some ids, as they stand in the library."""
    return Before({event.id: event for event in events_of(db, ids)}, learnt_of(db, ids), told_by(db, ids))


def lasting(db: sqlite3.Connection, told: Sequence[Event], old: Before, now: datetime) -> list[Event]:
    """Each event under the id it had, learnt when it was; a new one under its own, or, where that is another's, a fresh one."""
    heirs = _heirs(told, old)
    taken = set(old.learnt)
    found = []
    for event in told:
        earlier = heirs.get(event.id)
        own = earlier or _free(db, event.id, taken)
        taken.add(own)
        found.append(replace(event, id=own, learnt=old.learnt[earlier] if earlier else now))
    return found


def ended(old: Before, after: Sequence[Event]) -> dict[str, str]:
    """The events that have no heir, each with the event that now holds most of its reports, or ""."""
    gone = set(old.learnt) - {event.id for event in after}
    if not gone:
        return {}
    homes = {telling: event.id for event in after for telling in tellings_of(event)}
    into: dict[str, Counter[str]] = defaultdict(Counter)
    for telling, _, event in sorted(old.told):
        if event in gone and telling in homes:
            into[event][homes[telling]] += 1
    return {event: into[event].most_common(1)[0][0] if event in into else "" for event in sorted(gone)}


def _heirs(told: Sequence[Event], old: Before) -> dict[str, str]:
    """Which earlier event each event goes on; none has two heirs.

    It is the one learnt first, which readers know, and of these the one with which it shares the most reports.
    """
    owners = {telling: event for telling, _, event in old.told}
    shared = [
        ((old.learnt[earlier].timestamp(), -count), event.id, earlier)
        for event in told
        for earlier, count in Counter(owners[one] for one in tellings_of(event) if one in owners).items()
    ]
    heirs = _paired(shared, {})
    return _paired(_reworded(told, old, heirs), heirs)


def _paired(ranked: Iterable[tuple[tuple[float, float], str, str]], heirs: Mapping[str, str]) -> dict[str, str]:
    """Pairs of an event and an earlier one, the best first, each in one pair, besides those that there are."""
    found, taken = dict(heirs), set(heirs.values())
    for _, own, earlier in sorted(ranked):
        if own not in found and earlier not in taken:
            found[own] = earlier
            taken.add(earlier)
    return found


def _reworded(
    told: Sequence[Event], old: Before, heirs: Mapping[str, str]
) -> Iterator[tuple[tuple[float, float], str, str]]:
    """Events whose every sentence is new, with earlier ones that the same article told in nearly the same words.

    So an outlet that corrects a day in its sentence corrects the event, and does not tell another.
    """
    taken = set(heirs.values())
    lost: dict[str, set[str]] = defaultdict(set)  # by the articles that told them
    for _, article, earlier in old.told:
        if earlier not in taken and earlier in old.events:
            lost[article].add(earlier)
    for event in told:
        if event.id not in heirs:
            for earlier in {one for article in event.articles for one in lost.get(article, ())}:
                own, its = words_of(event), words_of(old.events[earlier])
                shared = len(own & its) / max(1, len(own | its))
                if shared >= _REWORDED:
                    yield (-shared, 0), event.id, earlier


def _free(db: sqlite3.Connection, wanted: str, taken: set[str]) -> str:
    while wanted in taken or db.execute("SELECT 1 FROM events WHERE id = ?", (wanted,)).fetchone():
        wanted = hashlib.sha256(wanted.encode()).hexdigest()[:12]
    return wanted
