"""What went wrong with an article or source, kept so that the brief of its period can say it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from datetime import datetime

from briefing.errors import Problem
from briefing.library.coding import moment

__all__ = ["forget_problems", "problems_since", "put_problems"]


def put_problems(db: sqlite3.Connection, problems: Iterable[Problem], now: datetime) -> None:
    """Keep problems, each once, under the moment at which it was last met. Part of the caller's transaction."""
    rows = [(moment(now), one.stage, one.article, one.message) for one in problems]
    db.executemany("INSERT OR REPLACE INTO problems (at, stage, article, message) VALUES (?, ?, ?, ?)", rows)


def forget_problems(db: sqlite3.Connection, stage: str, article: str) -> None:
    """Forget what was wrong with one article or source in one stage, as it is well now. Part of the caller's transaction."""
    db.execute("DELETE FROM problems WHERE stage = ? AND article = ?", (stage, article))


def problems_since(db: sqlite3.Connection, since: datetime | None, until: datetime) -> list[Problem]:
    """The problems met after one moment and up to another, by article."""
    asked = "SELECT stage, article, message FROM problems WHERE at > ? AND at <= ? ORDER BY article, stage, message"
    return [Problem(*row) for row in db.execute(asked, (moment(since) if since else "", moment(until)))]
