"""The file of the library: made, brought up to date from every earlier version, and refused where it is none."""

from __future__ import annotations

import re
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from briefing.errors import BriefingError
from briefing.library.articles import count_articles
from briefing.library.schema import MIGRATIONS, open_library, refusal_of

FROZEN = sorted(Path(__file__).parent.glob("schema_*.sql"), key=lambda path: int(path.stem.partition("_")[2]))
NOW = datetime(2024, 9, 14, tzinfo=UTC)


def tables(db: sqlite3.Connection) -> dict[str, str]:
    """Every table and index with its definition, white space apart."""
    rows = db.execute("SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL")
    return {name: re.sub(r"\s+", " ", sql) for name, sql in rows}


def test_every_version_has_its_frozen_copy() -> None:
    """A new migration needs a copy of what it makes, or the next one has nothing to be tested from."""
    assert [path.stem for path in FROZEN] == [f"schema_{number}" for number in range(1, len(MIGRATIONS) + 1)]


@pytest.mark.parametrize("frozen", FROZEN, ids=[path.stem for path in FROZEN])
def test_earlier_library_is_brought_up_to_date(frozen: Path, tmp_path: Path) -> None:
    """From every earlier version: the tables become those of a new library, and what it holds stays."""
    path = tmp_path / "old.library"
    with closing(sqlite3.connect(path)) as old:
        old.executescript(frozen.read_text(encoding="utf-8"))
        old.execute(
            "INSERT INTO articles (id, url, outlet, title, text, learnt, source, content, rest) "
            "VALUES ('a', '', '', 'Talks', 'They met.', '2024-09-14', 's', x'00', x'00')"
        )
        old.commit()
    with closing(open_library(path)) as db, closing(open_library(tmp_path / "new.library")) as new:
        assert db.execute("PRAGMA user_version").fetchone() == (len(MIGRATIONS),)
        assert tables(db) == tables(new)
        assert count_articles(db) == 1
        assert db.execute("SELECT text FROM articles").fetchone() == ("They met.",)


def test_library_is_opened_again_as_it_was(tmp_path: Path) -> None:
    """The second opening changes nothing."""
    path = tmp_path / "brief.library"
    with closing(open_library(path)) as db:
        db.execute("INSERT INTO words VALUES ('port', 3)")
    with closing(open_library(path)) as db:
        assert db.execute("SELECT * FROM words").fetchall() == [("port", 3)]
        assert db.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_migration_is_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One that fails in the middle leaves the library as it was, and usable."""
    path = tmp_path / "brief.library"
    with closing(open_library(path)) as db:
        before = tables(db)
    wrong = "CREATE TABLE more (a TEXT);\nCREATE TABLE articles (a TEXT);\n"
    with monkeypatch.context() as patch:
        patch.setattr("briefing.library.schema.MIGRATIONS", (*MIGRATIONS, wrong))
        with pytest.raises(BriefingError):
            open_library(path)
    with closing(open_library(path)) as db:
        assert tables(db) == before


def test_newer_library_is_left_alone(tmp_path: Path) -> None:
    """An older program does not write into what it does not know."""
    path = tmp_path / "brief.library"
    with closing(open_library(path)) as db:
        db.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    with pytest.raises(BriefingError, match=r"written by a newer briefing.*update briefing"):
        open_library(path)


@pytest.mark.parametrize(
    "content", [b"Dear diary, this is no database at all. " * 50, b"SQLite format 3\0" + b"\xff" * 500]
)
def test_file_that_is_no_library_is_refused(content: bytes, tmp_path: Path) -> None:
    """And left as it is."""
    path = tmp_path / "brief.library"
    path.write_bytes(content)
    with pytest.raises(BriefingError, match=r"cannot be opened as a library.*restore it from a copy"):
        open_library(path)
    assert path.read_bytes() == content


def test_library_in_a_missing_folder_is_refused_with_a_remedy(tmp_path: Path) -> None:
    """It is not the file's fault, so nobody is told to restore it."""
    with pytest.raises(BriefingError, match="check that its folder exists"):
        open_library(tmp_path / "nowhere" / "brief.library")


def test_full_disk_is_said() -> None:
    """With what to do about it."""
    error = sqlite3.OperationalError("database or disk is full")
    assert "make room on the disk" in refusal_of(Path("brief.library"), error)


def test_library_that_cannot_be_written_can_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A status can be asked for on a copy that is write-protected."""
    path = tmp_path / "brief.library"
    with closing(open_library(path)) as db:
        db.execute("INSERT INTO words VALUES ('port', 3)")
    path.chmod(stat.S_IRUSR)
    monkeypatch.setattr("os.access", lambda *_: False)  # the superuser may write everything
    with closing(open_library(path, writing=False)) as db:
        assert db.execute("SELECT * FROM words").fetchall() == [("port", 3)]
        with pytest.raises(sqlite3.OperationalError):
            db.execute("INSERT INTO words VALUES ('ship', 1)")


def test_two_runs_may_make_the_library_at_once(tmp_path: Path) -> None:
    """Neither meets the other's half."""
    code = f"from pathlib import Path; from briefing.library.schema import open_library as o; o(Path({str(tmp_path / 'x')!r}))"
    runs = [subprocess.Popen([sys.executable, "-c", code], stderr=subprocess.PIPE) for _ in range(6)]
    told = [run.communicate()[1].decode() for run in runs]
    assert [run.returncode for run in runs] == [0] * 6, told
