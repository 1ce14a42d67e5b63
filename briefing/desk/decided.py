"""What people decided, told to people: what each fix is about, the log of all of them, and a date that looks like a slip."""

from __future__ import annotations

import sqlite3
import textwrap
from collections.abc import Sequence
from datetime import timedelta

from briefing.datespan import DateSpan
from briefing.events.tellings import telling_of
from briefing.library.articles import articles_of
from briefing.library.events import events_of, homes_of
from briefing.library.fixes import LoggedFix, all_fixes
from briefing.model import Event, Fix, FixKind, Report

__all__ = ["UNTOLD", "article_named", "article_told", "doubt_of_date", "event_told_by", "log_text"]

_FAR = timedelta(days=31)  # from every day that the reports give: a decided date is then perhaps a slip
_WIDTH = 100  # characters of a sentence in the log
UNTOLD = "what no article tells any more"
"""What a decision is about of which every report is gone."""


def event_told_by(db: sqlite3.Connection, tellings: Sequence[str]) -> Event | None:
    """The event that holds the first of some reports that is still told."""
    homes = homes_of(db, tellings)
    home = next((homes[telling] for telling in tellings if telling in homes), None)
    return next(events_of(db, [home] if home else []), None)


def article_named(db: sqlite3.Connection, written: str) -> str:
    """An article by its address or title; a source as it was named."""
    article = next(articles_of(db, [written]), None)
    return (article.url or article.title or article.id) if article else written


def article_told(db: sqlite3.Connection, own: str) -> str:
    """What an article can be named by in the next command: its address, its file or its id."""
    article = next(articles_of(db, [own]), None)
    return (article.url or article.place or own) if article else own


def doubt_of_date(event: Event, decided: DateSpan) -> str:
    """What speaks against a decided date, "" for nothing: it lies more than a month from every day that the reports give."""
    days = [day for report in _reports(event) for day in (report.firm_span, report.published) if day]
    least = min((_gap(decided, day) for day in days), default=timedelta())
    if least <= _FAR:
        return ""
    return (
        f"{decided} lies {least.days:,} days from the nearest day that its reports give; take it back if it is a slip"
    )


def log_text(db: sqlite3.Connection) -> str:
    """Every fix ever made, each in two lines: what was decided and why, and about what."""
    lines = [line for one in all_fixes(db) for line in (_decision(db, one), f"      {_about(db, one.fix)}")]
    return "\n".join(lines or ["No fix was ever made."]) + "\n"


def _decision(db: sqlite3.Connection, one: LoggedFix) -> str:
    fix = one.fix
    undone = f" (taken back {one.undone:%Y-%m-%d %H:%M})" if one.undone else ""
    return f"{fix.number:>4}  {fix.at:%Y-%m-%d %H:%M}  {_what(db, fix)}: {fix.reason}{undone}"


def _what(db: sqlite3.Connection, fix: Fix) -> str:
    if fix.kind is FixKind.MERGE:
        home, other = event_told_by(db, fix.tellings), event_told_by(db, fix.others)
        if home is None or other is None:
            return "merge, in force again when both are told again"
        return f"merge with {other.id}" if other.id != home.id else "merge"
    return f"{fix.kind.value} {fix.value}".strip()


def _about(db: sqlite3.Connection, fix: Fix) -> str:
    if fix.kind is FixKind.WITHDRAW:
        return article_named(db, fix.telling)
    event = event_told_by(db, fix.tellings)
    if event is None:
        return UNTOLD
    told = {telling_of(report): report for report in _reports(event)}
    own = next(told[telling] for telling in fix.tellings if telling in told)
    return f"{event.id}  {textwrap.shorten(own.text, _WIDTH, placeholder=' …')}"


def _reports(event: Event) -> tuple[Report, ...]:
    return (*event.reports, *event.plans)


def _gap(a: DateSpan, b: DateSpan) -> timedelta:
    """The time between two spans, none where they touch or one is open towards the other."""
    gaps = [later.first - earlier.last for earlier, later in ((a, b), (b, a)) if later.first and earlier.last]
    return max([*gaps, timedelta()])
