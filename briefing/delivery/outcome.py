"""What became of one letter, and the words in which a server says so."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from enum import StrEnum

from briefing.delivery.addresses import Address
from briefing.delivery.headers import clean
from briefing.errors import BriefingError

__all__ = ["Deliver", "NotSent", "Outcome", "State", "Transport", "exit_code", "told"]

NOT_SENT_EXIT_CODE = 4


class NotSent(BriefingError):
    """No letter could be handed over, and nobody has got one."""

    exit_code = NOT_SENT_EXIT_CODE


class State(StrEnum):
    """What is known of a letter.

    `SENT`: the server took it. `REFUSED`: it said no for good. `NOT_SENT`: it certainly has not got it, a later try may
    help. `UNKNOWN`: it has all of it and never answered. `SENDING`: a run began and did not come to say how it ended.
    `HELD`: somebody is to read it first. `DUE`: it would be sent now.
    """

    SENT = "sent"
    REFUSED = "refused"
    NOT_SENT = "not sent"
    UNKNOWN = "unknown"
    SENDING = "sending"
    HELD = "held"
    DUE = "due"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of the letter to one recipient; ``answer`` is one line: the server's words, or ours."""

    recipient: str
    state: State
    answer: str = ""

    def __str__(self) -> str:
        return f"{self.recipient}: {self.state}{f' ({self.answer})' if self.answer else ''}"


Deliver = Callable[[Address, bytes], Outcome]
"""Hands one message over to one recipient."""

Transport = Callable[[], AbstractContextManager[Deliver]]
"""Opens the way by which letters go. Raises `NotSent` where it is closed, `Misuse` where it is described wrongly."""


def exit_code(outcomes: Iterable[Outcome]) -> int:
    """0, or 4 if somebody was not sent a letter or is not known to have got it."""
    failed = {State.REFUSED, State.NOT_SENT, State.UNKNOWN, State.SENDING}
    return NOT_SENT_EXIT_CODE if any(outcome.state in failed for outcome in outcomes) else 0


def told(code: int, answer: bytes) -> str:
    """A server's answer as one harmless line."""
    return clean(f"{code} {answer.decode('utf-8', 'replace')}")
