"""The decisions of people, each with its reason, logged for good; one that is undone stays in the log, out of force."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from datetime import datetime

from briefing.library.coding import instant, moment
from briefing.model import Fix, FixKind

__all__ = ["LoggedFix", "all_fixes", "fixes_in_force", "log_fix", "undo_fix"]


@dataclass(frozen=True, slots=True)
class LoggedFix:
    """A decision and, if it was taken back, when."""

    fix: Fix
    undone: datetime | None


def log_fix(db: sqlite3.Connection, kind: FixKind, telling: str, value: str, reason: str, now: datetime) -> Fix:
    """Put a decision in force."""
    number = db.execute(
        "INSERT INTO fixes (target, kind, value, reason, at) VALUES (?, ?, ?, ?, ?)",
        (telling, kind, value, reason, moment(now)),
    ).lastrowid
    return Fix(number or 0, kind, telling, value, reason, instant(moment(now)))


def undo_fix(db: sqlite3.Connection, number: int, now: datetime) -> Fix | None:
    """Take a decision back; None if there is none of that number in force."""
    fix = next((fix for fix in fixes_in_force(db) if fix.number == number), None)
    if fix:
        db.execute("UPDATE fixes SET undone = ? WHERE number = ?", (moment(now), number))
    return fix


def fixes_in_force(db: sqlite3.Connection) -> list[Fix]:
    """The decisions in force, in the order in which they were taken."""
    return [logged.fix for logged in all_fixes(db) if logged.undone is None]


def all_fixes(db: sqlite3.Connection) -> list[LoggedFix]:
    """Every decision ever taken, in order."""
    rows = db.execute("SELECT number, kind, target, value, reason, at, undone FROM fixes ORDER BY number")
    return [
        LoggedFix(Fix(number, FixKind(kind), target, value, reason, instant(at)), instant(undone) if undone else None)
        for number, kind, target, value, reason, at, undone in rows
    ]
