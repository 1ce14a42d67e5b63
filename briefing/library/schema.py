"""The library's tables, version by version, and opening the file that holds them.

One SQLite file (WAL mode), one writer at a time. ``PRAGMA user_version`` counts the migrations a file has had; opening it
applies those that it lacks, in one transaction each.
"""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from briefing.errors import BriefingError

__all__ = ["MIGRATIONS", "open_library", "refusal_of"]

MIGRATIONS: tuple[str, ...] = (
    """
    CREATE TABLE articles (
        number INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        url TEXT NOT NULL,
        outlet TEXT NOT NULL,
        title TEXT NOT NULL,
        text TEXT NOT NULL,
        published TEXT,
        learnt TEXT NOT NULL,
        source TEXT NOT NULL,
        content BLOB NOT NULL,
        version INTEGER NOT NULL DEFAULT 1,
        copy_of TEXT,
        left_out TEXT NOT NULL DEFAULT '',
        told INTEGER NOT NULL DEFAULT 0,
        rest BLOB NOT NULL,
        placed BLOB
    );
    CREATE INDEX articles_by_url ON articles (url) WHERE url <> '';
    CREATE INDEX articles_by_content ON articles (content);
    CREATE INDEX articles_by_day ON articles (published);
    CREATE INDEX articles_by_moment ON articles (learnt);
    CREATE INDEX articles_untold ON articles (told) WHERE told = 0;

    CREATE TABLE bodies (
        article TEXT NOT NULL,
        version INTEGER NOT NULL,
        at TEXT NOT NULL,
        content_type TEXT NOT NULL,
        body BLOB NOT NULL,
        PRIMARY KEY (article, version)
    ) WITHOUT ROWID;

    CREATE TABLE versions (
        article TEXT NOT NULL,
        version INTEGER NOT NULL,
        learnt TEXT NOT NULL,
        title TEXT NOT NULL,
        text TEXT NOT NULL,
        published TEXT,
        PRIMARY KEY (article, version)
    ) WITHOUT ROWID;

    CREATE TABLE addresses (
        url TEXT PRIMARY KEY,
        article TEXT NOT NULL,
        at TEXT NOT NULL
    ) WITHOUT ROWID;

    CREATE TABLE sketches (
        hash INTEGER NOT NULL,
        article TEXT NOT NULL,
        PRIMARY KEY (hash, article)
    ) WITHOUT ROWID;

    CREATE TABLE extracts (
        article TEXT PRIMARY KEY,
        content BLOB NOT NULL,
        engine TEXT NOT NULL,
        data BLOB NOT NULL
    ) WITHOUT ROWID;

    CREATE TABLE events (
        number INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        first TEXT NOT NULL,
        last TEXT NOT NULL,
        learnt TEXT NOT NULL,
        modality TEXT NOT NULL,
        score REAL NOT NULL,
        dropped INTEGER NOT NULL,
        data BLOB NOT NULL
    );
    CREATE INDEX events_by_day ON events (last);
    CREATE INDEX events_by_score ON events (score DESC);
    CREATE VIRTUAL TABLE search USING fts5 (words, tokenize='unicode61');

    CREATE TABLE tellings (
        telling TEXT PRIMARY KEY,
        article TEXT NOT NULL,
        event TEXT NOT NULL
    ) WITHOUT ROWID;
    CREATE INDEX tellings_by_event ON tellings (event);
    CREATE INDEX tellings_by_article ON tellings (article);

    CREATE TABLE blocks (
        week INTEGER NOT NULL,
        word TEXT NOT NULL,
        event TEXT NOT NULL,
        PRIMARY KEY (week, word, event)
    ) WITHOUT ROWID;
    CREATE INDEX blocks_by_event ON blocks (event);

    CREATE TABLE words (word TEXT PRIMARY KEY, uses INTEGER NOT NULL) WITHOUT ROWID;

    CREATE TABLE states (
        event TEXT NOT NULL,
        at TEXT NOT NULL,
        state TEXT,
        PRIMARY KEY (event, at)
    ) WITHOUT ROWID;

    CREATE INDEX states_by_moment ON states (at);

    CREATE TABLE aliases (id TEXT PRIMARY KEY, event TEXT NOT NULL, at TEXT NOT NULL) WITHOUT ROWID;

    CREATE TABLE figures (
        article TEXT NOT NULL,
        day TEXT NOT NULL,
        data BLOB NOT NULL
    );
    CREATE INDEX figures_by_article ON figures (article);
    CREATE INDEX figures_by_day ON figures (day);

    CREATE TABLE visits (
        url TEXT PRIMARY KEY,
        etag TEXT NOT NULL DEFAULT '',
        last_modified TEXT NOT NULL DEFAULT '',
        not_before TEXT,
        at TEXT NOT NULL,
        outcome TEXT NOT NULL,
        message TEXT NOT NULL DEFAULT '',
        succeeded TEXT,
        failures INTEGER NOT NULL DEFAULT 0,
        brought TEXT
    ) WITHOUT ROWID;

    CREATE TABLE files (
        path TEXT PRIMARY KEY,
        size INTEGER NOT NULL,
        changed INTEGER NOT NULL
    ) WITHOUT ROWID;

    CREATE TABLE problems (
        at TEXT NOT NULL,
        stage TEXT NOT NULL,
        article TEXT NOT NULL,
        message TEXT NOT NULL,
        PRIMARY KEY (article, stage, message)
    ) WITHOUT ROWID;
    CREATE INDEX problems_by_moment ON problems (at);

    CREATE TABLE fixes (
        number INTEGER PRIMARY KEY,
        target TEXT NOT NULL,
        kind TEXT NOT NULL,
        value TEXT NOT NULL,
        reason TEXT NOT NULL,
        at TEXT NOT NULL,
        undone TEXT
    );

    CREATE TABLE briefs (
        number INTEGER PRIMARY KEY,
        made TEXT NOT NULL,
        since TEXT,
        until TEXT,
        cutoff TEXT NOT NULL,
        title TEXT NOT NULL,
        request TEXT NOT NULL,
        sent TEXT
    );
    CREATE TABLE brief_files (
        brief INTEGER NOT NULL,
        format TEXT NOT NULL,
        name TEXT NOT NULL,
        data BLOB NOT NULL,
        PRIMARY KEY (brief, format)
    ) WITHOUT ROWID;
    """,
    """
    CREATE TABLE mailings (
        message_id TEXT PRIMARY KEY,
        brief INTEGER NOT NULL,
        revision INTEGER NOT NULL,
        recipient TEXT NOT NULL,
        state TEXT NOT NULL,
        at TEXT NOT NULL,
        answer TEXT NOT NULL
    ) WITHOUT ROWID;
    CREATE INDEX mailings_by_brief ON mailings (brief);

    CREATE TABLE corrections (brief INTEGER PRIMARY KEY, first INTEGER NOT NULL, revision INTEGER NOT NULL);

    CREATE TABLE outbox (brief INTEGER PRIMARY KEY, held TEXT NOT NULL, released TEXT);
    """,
    """
    CREATE INDEX extracts_by_engine ON extracts (engine);
    CREATE INDEX articles_by_source ON articles (source, learnt);
    CREATE INDEX articles_by_outlet ON articles (outlet);

    DROP INDEX events_by_day;
    DROP INDEX events_by_score;
    CREATE INDEX events_by_day ON events (last, first, score, id) WHERE dropped = 0;
    CREATE INDEX events_by_score ON events (score DESC, last, id) WHERE dropped = 0;
    CREATE INDEX events_planned ON events (first, id) WHERE dropped = 0 AND modality = 'planned';
    """,
)

_BUSY = 30.0  # seconds that a statement waits for another writer


def open_library(path: Path, *, writing: bool = True) -> sqlite3.Connection:
    """Open the library in a file, making or migrating it; one that is only read may lie where nothing can be written.

    Raises `BriefingError` for a file that is none, a newer one, or one that cannot be had.
    """
    try:
        if not writing and path.exists() and not os.access(path, os.W_OK):
            return _read_only(path)
        connection = sqlite3.connect(path, timeout=_BUSY, isolation_level=None)
        with closing(connection.execute("PRAGMA journal_mode=WAL")):
            pass
        connection.execute("PRAGMA synchronous=NORMAL")
        connection.execute("PRAGMA foreign_keys=ON")
        _migrate(connection, path)
    except sqlite3.DatabaseError as error:
        raise BriefingError(refusal_of(path, error)) from error
    return connection


def refusal_of(path: Path, error: sqlite3.Error) -> str:
    """What stopped the library, with the remedy: the file itself only where it is the file's fault."""
    if not isinstance(error, sqlite3.OperationalError):
        return f"{path.name} cannot be opened as a library ({error}); restore it from a copy, or move it away to begin a new one."
    remedy = next((remedy for words, remedy in _REMEDIES if words in str(error)), "try again")
    return f"the library {path.name} could not be used ({error}); {remedy}."


_REMEDIES = (
    ("full", "make room on the disk, then run it again: nothing is half-written"),
    ("readonly", "give yourself the right to write the file and its folder"),
    ("unable to open", "check that its folder exists and that you may write there"),
    ("locked", "another program has it open; try again when that is done"),
    ("disk I/O", "check the disk"),
)


def _read_only(path: Path) -> sqlite3.Connection:
    """A library that nobody can write to just now, so that what stands in the file is all there is."""
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?immutable=1", uri=True, isolation_level=None)
    version = _version(connection)
    _refuse_newer(version, path)
    if version < len(MIGRATIONS):
        raise BriefingError(f"{path.name} is an older library and cannot be brought up to date here; make it writable.")
    return connection


def _migrate(connection: sqlite3.Connection, path: Path) -> None:
    """Apply what a file lacks, each migration whole or not at all; asked anew in each, as another run may be at it too."""
    version = _version(connection)
    while version < len(MIGRATIONS):
        connection.execute("BEGIN IMMEDIATE")
        version = _version(connection)
        if version < len(MIGRATIONS):
            for statement in _statements(MIGRATIONS[version]):
                connection.execute(statement)
            version += 1
            connection.execute(f"PRAGMA user_version = {version}")
        connection.execute("COMMIT")
    _refuse_newer(version, path)


def _refuse_newer(version: int, path: Path) -> None:
    if version > len(MIGRATIONS):
        raise BriefingError(
            f"{path.name} was written by a newer briefing (library version {version}, this one knows {len(MIGRATIONS)}); update briefing."
        )


def _statements(migration: str) -> list[str]:
    """The statements of a migration, which are separated by a semicolon at the end of a line."""
    return [statement for statement in migration.split(";\n") if statement.strip()]


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])
