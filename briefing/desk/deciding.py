"""`brief fix`: a person's decision about an event, an article or a source, logged and put in force at once."""

from __future__ import annotations

import sqlite3
from datetime import datetime

from briefing.datespan import DateSpan, InvalidDateSpan
from briefing.desk.retelling import retell
from briefing.errors import Misuse
from briefing.events.tellings import telling_of
from briefing.library.articles import articles_at, articles_named, is_one_article, mark_untold
from briefing.library.events import event_named, events_of, homes_of
from briefing.library.fixes import fixes_in_force, log_fix, undo_fix
from briefing.library.transaction import transaction
from briefing.model import Event, Fix, FixKind, Report

__all__ = ["decide", "event_of", "reports_of", "undo", "withdraw"]

_MOST_NAMED = 6  # ids in a message


def decide(db: sqlite3.Connection, event: str, kind: FixKind, value: str, reason: str, now: datetime) -> Fix:
    """Decide something about an event, named by its id or the beginning of it.

    ``value`` is a date as EDTF (`DATE`), the id of another event (`MERGE`), the number of a report as
    `reports_of` counts them (`SPLIT`, `STATEMENT`), or empty (`DROP`). Raises `Misuse` for what does not exist.
    """
    target = event_of(db, event)
    if not reason.strip():
        raise Misuse('a fix needs its reason: add --reason "the ministry corrected the date".')
    telling, stored = _told_by(target), ""
    affected = {target.id}
    if kind is FixKind.DATE:
        stored = _date(value)
    elif kind is FixKind.MERGE:
        other = event_of(db, value)
        if other.id == target.id:
            raise Misuse(f"{event} and {value} are one event already; nothing to merge.")
        stored = _told_by(other)
        affected.add(other.id)
    elif kind in {FixKind.SPLIT, FixKind.STATEMENT}:
        telling = telling_of(_report(target, value, kind))
    with transaction(db):
        fix = log_fix(db, kind, telling, stored, reason.strip(), now)
        retell(db, sorted(affected), now)
    return fix


def withdraw(db: sqlite3.Connection, written: str, reason: str, now: datetime) -> Fix:
    """Leave an article (by its id, address or file), or all of a source (by its address), out from now on."""
    articles = articles_named(db, written)
    if not articles:
        articles = [_article_at(db, written)]
        written = articles[0]
    if not reason.strip():
        raise Misuse('a fix needs its reason: add --reason "retracted by the outlet".')
    with transaction(db):
        named = articles[0] if is_one_article(db, written) else written
        fix = log_fix(db, FixKind.WITHDRAW, named, "", reason.strip(), now)
        mark_untold(db, articles)
    return fix


def undo(db: sqlite3.Connection, number: int, now: datetime) -> Fix:
    """Take a decision back, and tell anew what it was about. Raises `Misuse` where none of that number is in force."""
    with transaction(db):
        fix = undo_fix(db, number, now)
        if fix is None:
            known = ", ".join(str(one.number) for one in fixes_in_force(db)) or "none"
            raise Misuse(f"no fix {number} is in force; in force: {known}.")
        if fix.kind is FixKind.WITHDRAW:
            mark_untold(db, articles_named(db, fix.telling))
        else:
            homes = homes_of(db, (*fix.tellings, *fix.others))
            retell(db, sorted(set(homes.values())), now, with_near=fix.kind is FixKind.SPLIT)
    return fix


def reports_of(event: Event) -> tuple[Report, ...]:
    """The reports of an event in the order in which they are counted, from 1: as told, then the plans."""
    return (*event.reports, *event.plans)


def event_of(db: sqlite3.Connection, written: str) -> Event:
    """The event of an id, or of the beginning of one. Raises `Misuse` where none or several have it."""
    ids = event_named(db, written)
    if len(ids) != 1:
        said = (
            "begins the ids of several events; write more of it"
            if ids
            else "is the id of no event; brief events lists them"
        )
        raise Misuse(f"{written!r} {said}.")
    return next(events_of(db, ids))


def _told_by(event: Event) -> str:
    """All reports of an event, as a decision about it is kept: the one that speaks for it, then the others."""
    rest = sorted(telling_of(report) for report in reports_of(event))
    return " ".join(dict.fromkeys([telling_of(event.statement), *rest]))


def _article_at(db: sqlite3.Connection, written: str) -> str:
    """The one article of a file or an address. Raises `Misuse` where there is none, or several."""
    found = articles_at(db, written)
    if not found:
        raise Misuse(
            f"the library holds no article or source {written!r}; brief events --find WORDS finds an event, and "
            "brief fix ID lists the articles that tell it."
        )
    if len(found) > 1:
        raise Misuse(f"{written!r} names {len(found)} articles; name one by its id: {', '.join(found[:_MOST_NAMED])}.")
    return found[0]


def _date(value: str) -> str:
    try:
        return str(DateSpan.parse(value))
    except InvalidDateSpan as error:
        raise Misuse(
            f"--date {value!r} is no EDTF date ({error}); write 2024-09-13, 2024-09, or 2024-09-13/2024-09-15."
        ) from error


def _report(event: Event, written: str, kind: FixKind) -> Report:
    reports = reports_of(event)
    if not (written.isascii() and written.isdecimal()) or not 1 <= int(written) <= len(reports):
        raise Misuse(
            f"--{kind.value} takes the number of one of the event's {len(reports)} reports, counted from 1, not {written!r}."
        )
    chosen = reports[int(written) - 1]
    if kind is FixKind.STATEMENT and chosen.is_headline:
        raise Misuse(f"report {written} is a headline, which is never shown as a statement; choose another.")
    return chosen
