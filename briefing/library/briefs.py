"""The briefs that were made, numbered, byte for byte, and when each was sent."""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePath

from briefing.library.coding import instant, moment

__all__ = [
    "Issue",
    "files_of",
    "issue_numbered",
    "issue_said",
    "issue_shows",
    "last_issue",
    "mark_sent",
    "name_of_issue",
    "next_number",
    "put_issue",
]


@dataclass(frozen=True, slots=True)
class Issue:
    """A brief as it left the desk: its number, when it was made, its period, what it was asked for."""

    number: int
    made: datetime
    since: datetime | None
    until: datetime | None
    title: str
    request: str
    sent: datetime | None = None


def next_number(db: sqlite3.Connection) -> int:
    """The number of the next brief, counted from 1."""
    return int(db.execute("SELECT coalesce(max(number), 0) + 1 FROM briefs").fetchone()[0])


def name_of_issue(db: sqlite3.Connection, number: int, day: str) -> str:
    """What the files of a brief are called before their endings: ``brief-DAY``, a further one of that day ``brief-DAY-no-N``.

    So no brief is ever written over an earlier one.
    """
    named = f"brief-{day}"
    taken = db.execute("SELECT 1 FROM brief_files WHERE name GLOB ? LIMIT 1", (f"{named}.*",)).fetchone()
    return f"{named}-no-{number}" if taken else named


def put_issue(db: sqlite3.Connection, issue: Issue, files: Mapping[str, tuple[str, bytes]]) -> None:
    """Keep a brief with its files, by format: each its name and its bytes. Part of the caller's transaction."""
    db.execute(
        "INSERT INTO briefs (number, made, since, until, cutoff, title, request) VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            issue.number, moment(issue.made), issue.since and moment(issue.since), issue.until and moment(issue.until),
            moment(issue.made), issue.title, issue.request,
        ),
    )  # fmt: skip
    rows = [(issue.number, form, PurePath(name).name, zlib.compress(data)) for form, (name, data) in files.items()]
    db.executemany("INSERT INTO brief_files VALUES (?, ?, ?, ?)", rows)


def mark_sent(db: sqlite3.Connection, number: int, now: datetime) -> None:
    """Note that a brief was sent; the first time counts."""
    db.execute("UPDATE briefs SET sent = coalesce(sent, ?) WHERE number = ?", (moment(now), number))


def last_issue(db: sqlite3.Connection) -> Issue | None:
    """The brief that the next goes on from: the last sent, else the last made.

    A correction is none of these: it tells an earlier period anew, and nothing of what came in since.
    """
    return _issue(db, "WHERE number NOT IN (SELECT brief FROM corrections) ORDER BY sent IS NULL, number DESC LIMIT 1")


def issue_numbered(db: sqlite3.Connection, number: int) -> Issue | None:
    """A brief by its number."""
    return _issue(db, "WHERE number = ?", number)


def issue_shows(issue: Issue) -> frozenset[str]:
    """The ids of the events that had a line in a brief."""
    return frozenset(json.loads(issue.request).get("shown", ()))


def issue_said(issue: Issue) -> dict[str, str]:
    """The sentences of a brief by the ids of their events; briefs made by earlier versions did not keep them."""
    return dict(json.loads(issue.request).get("said", {}))


def files_of(db: sqlite3.Connection, number: int) -> dict[str, tuple[str, bytes]]:
    """The files of a brief by format: name and bytes."""
    rows = db.execute("SELECT format, name, data FROM brief_files WHERE brief = ? ORDER BY format", (number,))
    return {form: (name, zlib.decompress(data)) for form, name, data in rows}


def _issue(db: sqlite3.Connection, which: str, *values: int) -> Issue | None:
    asked = f"SELECT number, made, since, until, title, request, sent FROM briefs {which}"  # noqa: S608 -- our own words
    row = db.execute(asked, values).fetchone()
    if row is None:
        return None
    number, made, since, until, title, request, sent = row
    return Issue(
        number,
        instant(made),
        since and instant(since),
        until and instant(until),
        title,
        request,
        sent and instant(sent),
    )
