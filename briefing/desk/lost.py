"""What the last brief told and no brief can any more: events that a person left out, or that no article tells now."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from datetime import datetime

from briefing.composing.changes import said_in
from briefing.library.articles import articles_named, is_told_in
from briefing.library.briefs import Issue, issue_numbered, issue_said, issue_shows
from briefing.library.events import event_named, events_of
from briefing.library.fixes import fixes_in_force
from briefing.library.states import changed_since, states_at
from briefing.model import FixKind, Withdrawn

__all__ = ["lost_since"]


def lost_since(db: sqlite3.Connection, last: Issue, now: datetime, *, alone: bool = False) -> tuple[Withdrawn, ...]:
    """What the last brief told, or one before it, and was left out since, latest first; ``alone``: of the last only.

    What goes on as part of another event is not lost.
    """
    changed = changed_since(db, last.made)
    gone = set(changed) - states_at(db, changed, now).keys()
    lost = [event for event in sorted(gone) if not _goes_on(db, event)]
    told = [_told(db, event, issue) for event, issue in _tellers(db, lost, last, alone=alone)]
    return tuple(sorted((one for one in told if one), key=lambda one: (one.date, one.event), reverse=True))


def _goes_on(db: sqlite3.Connection, event: str) -> bool:
    homes = events_of(db, event_named(db, event))
    return any(not home.is_dropped for home in homes)


def _tellers(db: sqlite3.Connection, events: Iterable[str], last: Issue, *, alone: bool) -> Iterable[tuple[str, Issue]]:
    """Events with the latest brief, up to the last, that showed them; none where no brief did."""
    wanted = set(events)
    for number in range(last.number, last.number - 1 if alone else 0, -1):
        issue = issue_numbered(db, number) if wanted else None
        if issue:
            shown = wanted & issue_shows(issue)
            wanted -= shown
            yield from ((event, issue) for event in sorted(shown))


def _told(db: sqlite3.Connection, event: str, issue: Issue) -> Withdrawn | None:
    state = states_at(db, [event], issue.made).get(event)
    if state is None:
        return None
    date, sentence = said_in(state)
    said = issue_said(issue).get(event, sentence)
    return Withdrawn(event, issue.number, date, said, _reason(db, event, sentence))


def _reason(db: sqlite3.Connection, event: str, sentence: str) -> str:
    """Why a person left it out: itself, or an article or a source that told it."""
    own = [
        fix.reason for home in events_of(db, event_named(db, event)) for fix in home.fixes if fix.kind is FixKind.DROP
    ]
    return next(
        iter(own)
        if own
        else (
            fix.reason
            for fix in fixes_in_force(db)
            if fix.kind is FixKind.WITHDRAW and is_told_in(db, articles_named(db, fix.telling), sentence)
        ),
        "",
    )
