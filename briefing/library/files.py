"""Which files have been read, and in which state, so that a folder of thousands is not read anew every morning."""

from __future__ import annotations

import sqlite3
from pathlib import Path

__all__ = ["is_known", "is_unchanged", "note_file"]


def is_unchanged(db: sqlite3.Connection, path: Path) -> bool:
    """Whether a file is as it was when it was last read."""
    row = db.execute("SELECT size, changed FROM files WHERE path = ?", (str(path),)).fetchone()
    return row is not None and tuple(row) == _state(path)


def is_known(db: sqlite3.Connection, path: Path) -> bool:
    """Whether a file has ever been read."""
    return db.execute("SELECT 1 FROM files WHERE path = ?", (str(path),)).fetchone() is not None


def note_file(db: sqlite3.Connection, path: Path) -> None:
    """Note that a file has been read as it is now. Part of the caller's transaction."""
    db.execute("INSERT OR REPLACE INTO files VALUES (?, ?, ?)", (str(path), *_state(path)))


def _state(path: Path) -> tuple[int, int]:
    try:
        status = path.stat()
    except OSError:
        return -1, -1
    return status.st_size, status.st_mtime_ns
