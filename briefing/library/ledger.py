"""What went out, to whom, and how it ended; which brief corrects which; which one waits for somebody to read it first."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from datetime import datetime

from briefing.delivery.addresses import Address
from briefing.delivery.message import message_id
from briefing.delivery.outcome import State
from briefing.library.briefs import Issue
from briefing.library.coding import moment

__all__ = ["IssueLedger", "first_of", "held_issues", "hold_issue", "put_correction", "release_issue"]


@dataclass(frozen=True, slots=True)
class IssueLedger:
    """The ledger of one brief's letters, as `briefing.delivery.sending` asks for it.

    ``issue`` is the brief, ``revision`` 0 or which correction of the first it is, ``domain`` the sender's, ``now`` what a
    state is dated by. Every note is a transaction of its own and on the disk when it returns, so none may be open.
    """

    db: sqlite3.Connection
    issue: Issue
    revision: int
    domain: str
    now: datetime

    def id_for(self, recipient: Address) -> str:
        """The Message-ID of the letter to a recipient: the same however often it is tried, so that a mailbox can tell."""
        made = moment(self.issue.made)  # tells the briefs of two libraries apart
        return message_id(made, self.issue.number, self.revision, recipient.mailbox, domain=self.domain)

    def state_of(self, recipient: Address) -> State | None:
        """How far the letter to a recipient has come."""
        asked = "SELECT state FROM mailings WHERE message_id = ?"
        row = self.db.execute(asked, (self.id_for(recipient),)).fetchone()
        return State(row[0]) if row else None

    def note(self, recipient: Address, state: State, answer: str) -> None:
        """Write down how far it has come."""
        if self.db.in_transaction:
            raise RuntimeError("a state that a transaction could still take back is no record of what was sent")
        row = (
            self.id_for(recipient), self.issue.number, self.revision, recipient.mailbox, state.value, moment(self.now), answer,
        )  # fmt: skip
        self.db.execute("PRAGMA synchronous=FULL")  # with NORMAL a power cut takes the last commits back
        self.db.execute("INSERT OR REPLACE INTO mailings VALUES (?, ?, ?, ?, ?, ?, ?)", row)
        self.db.execute("PRAGMA synchronous=NORMAL")


# ---- corrections --------------------------------------------------------------------------------


def put_correction(db: sqlite3.Connection, number: int, corrects: int) -> None:
    """Note that a brief corrects another, which may itself be a correction. Part of the caller's transaction."""
    first, _ = first_of(db, corrects)
    revision = db.execute("SELECT count(*) + 1 FROM corrections WHERE first = ?", (first,)).fetchone()[0]
    db.execute("INSERT INTO corrections VALUES (?, ?, ?)", (number, first, revision))


def first_of(db: sqlite3.Connection, number: int) -> tuple[int, int]:
    """The number of the brief that this one corrects first of all, and which correction of it this one is: itself and 0."""
    row = db.execute("SELECT first, revision FROM corrections WHERE brief = ?", (number,)).fetchone()
    return (int(row[0]), int(row[1])) if row else (number, 0)


# ---- the outbox ---------------------------------------------------------------------------------


def hold_issue(db: sqlite3.Connection, number: int, now: datetime) -> None:
    """Keep a brief in the outbox until it is released."""
    db.execute("INSERT OR REPLACE INTO outbox VALUES (?, ?, NULL)", (number, moment(now)))


def release_issue(db: sqlite3.Connection, number: int, now: datetime) -> bool:
    """Let a brief go, and say whether it was held."""
    asked = "UPDATE outbox SET released = ? WHERE brief = ? AND released IS NULL"
    return db.execute(asked, (moment(now), number)).rowcount > 0


def held_issues(db: sqlite3.Connection) -> list[int]:
    """The numbers of the briefs that wait in the outbox, the oldest first."""
    return [row[0] for row in db.execute("SELECT brief FROM outbox WHERE released IS NULL ORDER BY brief")]
