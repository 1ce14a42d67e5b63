"""Hands letters over on this machine: to its sendmail, or into a maildir from which another program takes them."""

from __future__ import annotations

import mailbox
import os
import shlex
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from briefing.delivery.addresses import Address
from briefing.delivery.headers import clean
from briefing.delivery.outcome import Deliver, NotSent, Outcome, State
from briefing.errors import Misuse

__all__ = ["maildir", "sendmail"]

_FOR_GOOD = frozenset({os.EX_DATAERR, os.EX_NOUSER, os.EX_NOHOST, os.EX_NOPERM})


@contextmanager
def sendmail(command: str, sender: Address, timeout: float) -> Iterator[Deliver]:
    """Give what delivers by a sendmail command, of which exit code 0 says that it took the letter (sysexits.h for the others).

    Raises `Misuse` where the command cannot be run.
    """
    try:
        words = shlex.split(command)
    except ValueError as error:
        raise Misuse(f"mail.sendmail cannot be read as a command: {error}; correct its quotation marks.") from error
    if not words or not shutil.which(words[0]):
        named = f"names {words[0]}, which is not here" if words else "names no command"
        raise Misuse(f'mail.sendmail {named}; write sendmail = "/usr/sbin/sendmail", or another transport.')

    def deliver(recipient: Address, message: bytes) -> Outcome:
        # -i: a dot alone on a line is a line. -- and a checked address: no recipient can be an option.
        call = [*words, "-i", "-f", sender.mailbox, "--", recipient.mailbox]
        return Outcome(recipient.mailbox, *_run(call, message.replace(b"\r\n", b"\n"), timeout))

    yield deliver


def _run(call: list[str], message: bytes, timeout: float) -> tuple[State, str]:
    try:
        run = subprocess.run(  # noqa: S603 -- the user's own command, and no shell
            call, input=message, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, timeout=timeout, check=False
        )
    except subprocess.TimeoutExpired:
        return State.UNKNOWN, f"{call[0]} did not end within {timeout:g} seconds: it may have sent the letter"
    except OSError as error:
        return State.NOT_SENT, f"{call[0]} cannot be run: {(error.strerror or 'the system refused').lower()}"
    if run.returncode == 0:
        return State.SENT, ""
    words = clean(run.stderr.decode("utf-8", "replace")) or "it said nothing"
    if run.returncode < 0:
        return State.UNKNOWN, f"{call[0]} was killed by signal {-run.returncode}: it may have sent the letter ({words})"
    refused = run.returncode in _FOR_GOOD
    return (State.REFUSED if refused else State.NOT_SENT), f"{call[0]} ended with exit code {run.returncode} ({words})"


@contextmanager
def maildir(folder: Path, sender: Address) -> Iterator[Deliver]:
    """Give what puts letters into a maildir, each whole or not at all. Raises `NotSent` where there can be none.

    The two headers that say from whom and to whom are those of a final delivery; nothing else in a file tells a blind copy's
    recipient.
    """
    try:
        box = mailbox.Maildir(folder, create=True)
    except OSError as error:
        raise NotSent(f"the maildir cannot be made: {(error.strerror or '').lower()}; correct mail.maildir.") from error

    def deliver(recipient: Address, message: bytes) -> Outcome:
        envelope = f"Return-Path: <{sender.mailbox}>\r\nDelivered-To: {recipient.mailbox}\r\n".encode()
        try:
            box.add(envelope + message)
        except OSError as error:
            why = (error.strerror or "the system refused").lower()
            return Outcome(recipient.mailbox, State.NOT_SENT, f"the maildir could not be written: {why}")
        return Outcome(recipient.mailbox, State.SENT)

    yield deliver
