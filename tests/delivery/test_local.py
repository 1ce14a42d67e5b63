"""Letters handed over on this machine: what sendmail is told and says, and what stands in a maildir."""

from __future__ import annotations

import mailbox
from pathlib import Path

import pytest

from briefing.delivery.addresses import read_address
from briefing.delivery.local import maildir, sendmail
from briefing.delivery.message import Letter, message_bytes
from briefing.delivery.outcome import NotSent, Outcome, State
from briefing.errors import Misuse

SENDER, ANN = (read_address(f"{name}@example.org", "here") for name in ("desk", "ann"))


@pytest.fixture
def command(tmp_path: Path) -> Path:
    """A sendmail that writes down what it was told, and ends as the file ``ends`` says."""
    script = tmp_path / "sendmail.sh"
    script.write_text('#!/bin/sh\nprintf "%s\\n" "$@" > "${0%/*}/told"\ncat > "${0%/*}/letter"\n. "${0%/*}/ends"\n')
    script.chmod(0o755)
    (tmp_path / "ends").write_text("exit 0")
    return script


def sent(command: Path, letter: Letter, timeout: float = 10.0) -> Outcome:
    """One letter by the command."""
    with sendmail(f"'{command}' -v", SENDER, timeout) as deliver:
        return deliver(ANN, message_bytes(letter))


def test_sendmail_is_told_from_whom_and_to_whom(command: Path, letter: Letter) -> None:
    """Its own options first, then ours; no recipient can be an option; lines end as this machine's do."""
    assert sent(command, letter).state is State.SENT
    told = (command.parent / "told").read_text().split("\n")[:-1]
    assert told == ["-v", "-i", "-f", "desk@example.org", "--", "ann@example.org"]
    assert (command.parent / "letter").read_bytes() == message_bytes(letter).replace(b"\r\n", b"\n")


@pytest.mark.parametrize(
    ("ends", "state", "words"),
    [
        ("exit 67", State.REFUSED, "exit code 67"),
        ("echo no such user >&2; exit 67", State.REFUSED, "no such user"),
        ("exit 75", State.NOT_SENT, "exit code 75"),
        ("exit 1", State.NOT_SENT, "exit code 1"),
        ("kill -9 $$", State.UNKNOWN, "killed by signal 9: it may have sent"),
        ("exec sleep 5", State.UNKNOWN, "did not end within 0.5 seconds: it may have sent"),
    ],
)
def test_how_sendmail_ends(ends: str, state: State, words: str, command: Path, letter: Letter) -> None:
    """An exit code says no, now or for good; a death says nothing."""
    (command.parent / "ends").write_text(ends)
    outcome = sent(command, letter, timeout=0.5 if "sleep" in ends else 10.0)
    assert outcome.state is state
    assert words in outcome.answer


@pytest.mark.parametrize("written", ["", "no-such-sendmail -t", "'sendmail"])
def test_a_sendmail_that_is_not_there_is_misuse(written: str) -> None:
    """It is said before any letter is begun."""
    with pytest.raises(Misuse, match=r"mail\.sendmail"), sendmail(written, SENDER, 1.0):
        pass


def test_a_maildir_holds_whole_letters(tmp_path: Path, letter: Letter) -> None:
    """Each is a new file with the envelope on top; nothing is left half-written."""
    with maildir(tmp_path / "outbox", SENDER) as deliver:
        assert deliver(ANN, message_bytes(letter)) == Outcome(ANN.mailbox, State.SENT)
    box = mailbox.Maildir(tmp_path / "outbox")
    [kept] = list(box)
    assert (kept["Return-Path"], kept["Delivered-To"]) == ("<desk@example.org>", "ann@example.org")
    assert kept.get_payload(1).get_payload(decode=True) == letter.attachments[0].data  # type: ignore[union-attr]
    assert list((tmp_path / "outbox" / "tmp").iterdir()) == []


def test_a_maildir_that_cannot_be(tmp_path: Path) -> None:
    """A file in its place is a sentence."""
    (tmp_path / "outbox").write_text("")
    with pytest.raises(NotSent, match=r"maildir cannot be made"), maildir(tmp_path / "outbox" / "x", SENDER):
        pass
