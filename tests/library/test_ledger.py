"""The ledger of letters, the corrections, and the outbox; and the library of an earlier version, which gets them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from briefing.delivery.addresses import read_address
from briefing.delivery.outcome import State
from briefing.library.briefs import Issue, put_issue
from briefing.library.ledger import IssueLedger, first_of, held_issues, hold_issue, put_correction, release_issue
from briefing.library.schema import MIGRATIONS, open_library

NOW = datetime(2024, 9, 14, 6, 30, tzinfo=UTC)
ISSUE = Issue(7, NOW, None, None, "Talks", "")
ANN, BOB = (read_address(f"{name}@example.org", "here") for name in ("ann", "bob"))


@pytest.fixture
def library(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    """An empty library."""
    db = open_library(tmp_path / "desk.library")
    yield db
    db.close()


def test_a_state_is_what_was_noted_last(library: sqlite3.Connection, tmp_path: Path) -> None:
    """For each reader by itself, and for whoever opens the library next."""
    ledger = IssueLedger(library, ISSUE, 0, "example.org", NOW)
    assert ledger.state_of(ANN) is None
    for state in State:
        ledger.note(ANN, state, "word")
        other = open_library(tmp_path / "desk.library")
        assert replace(ledger, db=other).state_of(ANN) is state
        other.close()
    assert ledger.state_of(BOB) is None


def test_each_letter_has_a_name_of_its_own(library: sqlite3.Connection) -> None:
    """Another reader, revision, number, library: another letter. Another day of trying: the same."""
    ledger = IssueLedger(library, ISSUE, 0, "example.org", NOW)
    others = [
        replace(ledger, revision=1),
        replace(ledger, issue=replace(ISSUE, number=8)),
        replace(ledger, issue=replace(ISSUE, made=NOW + timedelta(microseconds=1))),
    ]
    ids = {ledger.id_for(ANN), ledger.id_for(BOB), *(one.id_for(ANN) for one in others)}
    assert len(ids) == 5
    assert replace(ledger, now=NOW + timedelta(days=1)).id_for(ANN) == ledger.id_for(ANN)


def test_corrections_go_back_to_the_first(library: sqlite3.Connection) -> None:
    """A correction of a correction is the second of the first; what corrects nothing is its own first."""
    put_correction(library, 8, corrects=7)
    put_correction(library, 9, corrects=8)
    assert [first_of(library, number) for number in (7, 8, 9, 10)] == [(7, 0), (7, 1), (7, 2), (10, 0)]


def test_what_is_held_waits_until_it_is_released(library: sqlite3.Connection) -> None:
    """Held twice is held once; released once is released."""
    for number in (9, 7, 7):
        hold_issue(library, number, NOW)
    assert held_issues(library) == [7, 9]
    assert release_issue(library, 7, NOW)
    assert not release_issue(library, 7, NOW)
    assert held_issues(library) == [9]


def test_a_library_of_the_first_version_gets_a_ledger(tmp_path: Path) -> None:
    """Its briefs stay, and can be sent."""
    old = sqlite3.connect(tmp_path / "desk.library", isolation_level=None)
    old.executescript(f"BEGIN; {MIGRATIONS[0]} PRAGMA user_version = 1; COMMIT;")
    put_issue(old, ISSUE, {"md": ("brief.md", b"# Talks")})
    old.close()
    db = open_library(tmp_path / "desk.library")
    IssueLedger(db, ISSUE, 0, "example.org", NOW).note(ANN, State.SENT, "")
    assert db.execute("SELECT brief, revision, recipient, state, at FROM mailings").fetchall() == [
        (7, 0, "ann@example.org", "sent", "2024-09-14T06:30:00.000000Z")
    ]
    assert db.execute("SELECT title FROM briefs").fetchall() == [("Talks",)]
    db.close()
