"""Each reader once: a server that hangs up at every step of the dialogue, a sender that is killed, and a ledger that remembers."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from briefing.delivery.addresses import Address, read_address
from briefing.delivery.message import Letter, message_bytes
from briefing.delivery.outcome import Outcome, State, exit_code
from briefing.delivery.sending import DOUBTFUL, send
from briefing.delivery.session import Server
from briefing.delivery.smtp import smtp
from briefing.library.briefs import Issue
from briefing.library.ledger import IssueLedger
from briefing.library.schema import open_library

READERS = tuple(read_address(f"{name}@example.org", "here") for name in ("ann", "bob", "eve"))
SENDER = read_address("desk@example.org", "here")
NOW = datetime(2024, 9, 14, 6, 30, tzinfo=UTC)
ISSUE = Issue(7, NOW, None, None, "Talks", "")

CERTAIN = ["before the greeting", "before MAIL", "after MAIL", "before RCPT", "after RCPT"]
AFTER_ALL = ["after the dot, kept", "after the dot, lost"]


@pytest.fixture
def library(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    """An empty library."""
    db = open_library(tmp_path / "desk.library")
    yield db
    db.close()


def run(db: sqlite3.Connection, server: Server, letter: Letter, again: frozenset[State] = frozenset()) -> list[Outcome]:
    """One run that sends to all three readers."""
    ledger = IssueLedger(db, ISSUE, 0, "example.org", NOW)

    def letter_for(reader: Address) -> bytes:
        return message_bytes(replace(letter, id=ledger.id_for(reader)))

    return send(letter_for, READERS, ledger, lambda: smtp(server, SENDER), again=again)


def states(outcomes: list[Outcome]) -> list[State]:
    """The states alone."""
    return [outcome.state for outcome in outcomes]


def counts(post: Any) -> list[int]:
    """How many letters each reader got."""
    return [len(post.of(reader.mailbox)) for reader in READERS]


def test_a_run_repeated_sends_nothing(post: Any, server: Server, letter: Letter, library: sqlite3.Connection) -> None:
    """Who has it does not get it again; the server is not even asked."""
    assert states(run(library, server, letter)) == [State.SENT] * 3
    connections = post.connections
    again = run(library, server, letter)
    assert states(again) == [State.SENT] * 3
    assert {one.answer for one in again} == {"already sent, so not sent again"}
    assert (counts(post), post.connections, exit_code(again)) == ([1, 1, 1], connections, 0)


@pytest.mark.parametrize("step", CERTAIN)
def test_a_cut_before_the_content_costs_a_second_run(
    step: str, post: Any, server: Server, letter: Letter, library: sqlite3.Connection
) -> None:
    """One reader was certainly not sent it, or none; after the second run each has it exactly once."""
    post.cut = step
    first = run(library, server, letter)
    assert exit_code(first) == 4
    assert State.UNKNOWN not in states(first)
    assert set(states(run(library, server, letter))) == {State.SENT}
    assert counts(post) == [1, 1, 1]


def test_a_cut_inside_the_content(post: Any, server: Server, letter: Letter, library: sqlite3.Connection) -> None:
    """A small letter may already have left us whole: then the one is unknown, else it is sent by the second run."""
    post.cut = "inside DATA"
    first = run(library, server, letter)
    assert (exit_code(first), states(first)[1:]) == (4, [State.SENT] * 2)
    second = run(library, server, letter)
    told = (states(second)[0], counts(post), exit_code(second))
    assert told in [(State.SENT, [1, 1, 1], 0), (State.UNKNOWN, [0, 1, 1], 4)]


def test_a_cut_inside_a_large_letter(letter: Letter, library: sqlite3.Connection, serve: Callable[..., Any]) -> None:
    """What did not even leave us whole was certainly not sent; the second run brings it to each once."""
    large = replace(letter, attachments=(replace(letter.attachments[0], data=bytes(6_000_000)),))
    with serve(None, data_size_limit=50_000_000) as post:
        server = Server("127.0.0.1", post.port, "none", timeout=20)
        post.cut = "inside DATA"
        assert states(run(library, server, large)) == [State.NOT_SENT, State.SENT, State.SENT]
        assert states(run(library, server, large)) == [State.SENT] * 3
    assert counts(post) == [1, 1, 1]


@pytest.mark.parametrize("step", AFTER_ALL)
def test_a_cut_after_all_was_sent_is_not_guessed(
    step: str, post: Any, server: Server, letter: Letter, library: sqlite3.Connection
) -> None:
    """The others get theirs; the one is unknown in this run and in the next, with exit code 4, until somebody decides."""
    post.cut = step
    arrived = [1 if step.endswith("kept") else 0, 1, 1]
    assert states(run(library, server, letter)) == [State.UNKNOWN, State.SENT, State.SENT]
    assert counts(post) == arrived
    second = run(library, server, letter)
    assert states(second) == [State.UNKNOWN, State.SENT, State.SENT]
    assert "send it with --resend" in second[0].answer
    assert (exit_code(second), counts(post)) == (4, arrived)
    decided = run(library, server, letter, DOUBTFUL)
    assert (states(decided), exit_code(decided)) == ([State.SENT] * 3, 0)
    assert counts(post) == [arrived[0] + 1, 1, 1]
    assert len(set(post.of(READERS[0].mailbox))) == 1


def test_who_was_refused_is_tried_again(post: Any, server: Server, letter: Letter, library: sqlite3.Connection) -> None:
    """A refusal is no delivery: when the mailbox is there, it gets the letter, and nobody gets it twice."""
    post.answers[READERS[1].mailbox] = "550 no such mailbox"
    assert states(run(library, server, letter)) == [State.SENT, State.REFUSED, State.SENT]
    del post.answers[READERS[1].mailbox]
    assert states(run(library, server, letter)) == [State.SENT] * 3
    assert counts(post) == [1, 1, 1]


def test_a_closed_way_is_one_sentence_for_each(letter: Letter, library: sqlite3.Connection) -> None:
    """Where the server is not there, nobody was sent anything, and the ledger holds nothing to doubt."""
    closed = run(library, Server("nowhere.invalid", timeout=1), letter)
    assert states(closed) == [State.NOT_SENT] * 3
    assert exit_code(closed) == 4
    assert library.execute("SELECT count(*) FROM mailings").fetchone() == (0,)


def test_the_row_stands_before_the_first_byte(
    post: Any, server: Server, letter: Letter, library: sqlite3.Connection, tmp_path: Path
) -> None:
    """While the server has the content, another connection to the library already reads that it is being sent."""
    seen: list[list[tuple[str, str]]] = []

    def look() -> None:
        with sqlite3.connect(tmp_path / "desk.library") as other:
            seen.append(other.execute("SELECT recipient, state FROM mailings ORDER BY recipient").fetchall())
        other.close()

    post.on_data = look
    run(library, server, letter)
    assert seen[0] == [("ann@example.org", "sending")]
    assert seen[1] == [("ann@example.org", "sent"), ("bob@example.org", "sending")]


def test_a_letter_that_cannot_be_made_leaves_no_doubt(library: sqlite3.Connection) -> None:
    """An error before the first byte is no sending."""

    def broken(_reader: Address) -> bytes:
        raise ValueError("no letter")

    with pytest.raises(ValueError, match="no letter"):
        send(broken, READERS, IssueLedger(library, ISSUE, 0, "x.org", NOW), lambda: pytest.fail("opened"))
    assert library.execute("SELECT count(*) FROM mailings").fetchone() == (0,)


def test_no_note_inside_a_transaction(library: sqlite3.Connection) -> None:
    """What could still be taken back is not taken down."""
    library.execute("BEGIN")
    with pytest.raises(RuntimeError, match="could still take back"):
        IssueLedger(library, ISSUE, 0, "x.org", NOW).note(READERS[0], State.SENDING, "")
    library.execute("ROLLBACK")


def test_a_way_that_closes_between_two_letters(library: sqlite3.Connection) -> None:
    """What delivers may say no to one and go on with the next."""
    told: list[str] = []

    class Way:
        def __enter__(self) -> Callable[[Address, bytes], Outcome]:
            def deliver(reader: Address, _message: bytes) -> Outcome:
                told.append(reader.mailbox)
                return Outcome(reader.mailbox, State.NOT_SENT if len(told) == 1 else State.SENT)

            return deliver

        def __exit__(self, *_: object) -> None:
            told.append("closed")

    outcomes = send(lambda _: b"", READERS, IssueLedger(library, ISSUE, 0, "x.org", NOW), Way)
    assert states(outcomes) == [State.NOT_SENT, State.SENT, State.SENT]
    assert told[-1] == "closed"


# ---- killed -------------------------------------------------------------------------------------

CHILD = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from briefing.delivery.addresses import read_address
from briefing.delivery.sending import send
from briefing.delivery.session import Server
from briefing.delivery.smtp import smtp
from briefing.library.briefs import Issue
from briefing.library.ledger import IssueLedger
from briefing.library.schema import open_library

library, port, password, letter = sys.argv[1:]
now = datetime(2024, 9, 14, 6, 30, tzinfo=UTC)
readers = [read_address(f"{name}@example.org", "here") for name in ("ann", "bob", "eve")]
server = Server("127.0.0.1", int(port), user="desk", password=password, timeout=10)
ledger = IssueLedger(open_library(Path(library)), Issue(7, now, None, None, "Talks", ""), 0, "example.org", now)
print("ready", flush=True)
send(lambda _: Path(letter).read_bytes(), readers, ledger, lambda: smtp(server, read_address("desk@example.org", "here")))
"""


def start(tmp_path: Path, server: Server, letter: Letter) -> subprocess.Popen[bytes]:
    """A process of its own that sends to all three."""
    (tmp_path / "letter.eml").write_bytes(message_bytes(letter))
    told = [str(tmp_path / "desk.library"), str(server.port), server.password, str(tmp_path / "letter.eml")]
    child = subprocess.Popen([sys.executable, "-c", CHILD, *told], stdout=subprocess.PIPE)
    assert child.stdout
    assert child.stdout.readline() == b"ready\n"
    return child


def end(child: subprocess.Popen[bytes]) -> None:
    """Wait for it and close what it was read by."""
    child.wait(60)
    assert child.stdout
    child.stdout.close()


def test_killed_between_the_row_and_the_answer(
    post: Any, server: Server, letter: Letter, library: sqlite3.Connection, tmp_path: Path
) -> None:
    """The next run says that it does not know of the one, sends to the others, and exits with 4."""
    child = start(tmp_path, server, letter)
    post.on_data = lambda: os.kill(child.pid, signal.SIGKILL)
    end(child)
    post.on_data = None
    outcomes = run(library, server, letter)
    assert states(outcomes) == [State.UNKNOWN, State.SENT, State.SENT]
    assert "was cut off while sending" in outcomes[0].answer
    assert exit_code(outcomes) == 4
    assert counts(post) == [1, 1, 1]


@pytest.mark.slow
def test_killed_at_any_moment(
    post: Any, server: Server, letter: Letter, library: sqlite3.Connection, tmp_path: Path
) -> None:
    """Of forty senders killed at random moments none makes a letter come twice, and none that is missing is called sent."""
    chance = random.Random(7)  # noqa: S311 -- moments, not secrets
    for _ in range(40):
        library.execute("DELETE FROM mailings")
        post.arrived.clear()
        child = start(tmp_path, server, letter)
        killer = threading.Timer(chance.uniform(0.0, 0.25), child.kill)
        killer.start()
        end(child)
        killer.cancel()
        time.sleep(0.1)  # the server takes what is already on its way
        outcomes = run(library, server, letter)
        for outcome, count in zip(outcomes, counts(post), strict=True):
            assert count <= 1
            assert (outcome.state, count) == (State.SENT, 1) or outcome.state is State.UNKNOWN
