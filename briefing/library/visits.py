"""What is known of each address from its last visit: for asking conditionally, and for telling a quiet feed from a dead one."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from briefing.library.coding import instant, moment

__all__ = ["Standing", "put_standing", "standing_of", "standings"]


@dataclass(frozen=True, slots=True)
class Standing:
    """A source and how it has been: its last visit, its last success, failures in a row, when it last brought news.

    ``outcome`` and ``message`` are those of the last visit; ``not_before`` is when it may be asked again.
    """

    url: str
    at: datetime
    outcome: str
    message: str = ""
    etag: str = ""
    last_modified: str = ""
    not_before: datetime | None = None
    succeeded: datetime | None = None
    failures: int = 0
    brought: datetime | None = None


_COLUMNS = "url, at, outcome, message, etag, last_modified, not_before, succeeded, failures, brought"


def put_standing(db: sqlite3.Connection, standing: Standing) -> None:
    """Note how a source is. Part of the caller's transaction."""
    db.execute(
        f"INSERT OR REPLACE INTO visits ({_COLUMNS}) VALUES (?,?,?,?,?,?,?,?,?,?)",  # noqa: S608 -- our own words
        (
            standing.url, moment(standing.at), standing.outcome, standing.message, standing.etag, standing.last_modified,
            _moment(standing.not_before), _moment(standing.succeeded), standing.failures, _moment(standing.brought),
        ),
    )  # fmt: skip


def standing_of(db: sqlite3.Connection, url: str) -> Standing | None:
    """How a source is, None if it was never visited."""
    row = db.execute(f"SELECT {_COLUMNS} FROM visits WHERE url = ?", (url,)).fetchone()  # noqa: S608 -- our own words
    return _standing(row) if row else None


def standings(db: sqlite3.Connection, urls: Iterable[str]) -> dict[str, Standing]:
    """How each of some sources is, without those never visited."""
    found = ((url, standing_of(db, url)) for url in urls)
    return {url: standing for url, standing in found if standing}


def _standing(row: tuple[str, str, str, str, str, str, str | None, str | None, int, str | None]) -> Standing:
    url, at, outcome, message, etag, last_modified, not_before, succeeded, failures, brought = row
    return Standing(
        url, instant(at), outcome, message, etag, last_modified,
        _instant(not_before), _instant(succeeded), failures, _instant(brought),
    )  # fmt: skip


def _moment(at: datetime | None) -> str | None:
    return moment(at) if at else None


def _instant(written: str | None) -> datetime | None:
    return instant(written) if written else None
