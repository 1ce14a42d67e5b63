"""Sends letters, each once: what is begun is written down before the first byte, what came of it after the last answer."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from contextlib import ExitStack
from typing import Protocol

from briefing.delivery.addresses import Address
from briefing.delivery.outcome import NotSent, Outcome, State, Transport

__all__ = ["DOUBTFUL", "Ledger", "send"]

DOUBTFUL = frozenset({State.SENDING, State.UNKNOWN})
"""States after which a letter may have arrived and may not."""

_ALREADY = "already sent, so not sent again"
_IN_DOUBT = {
    State.SENDING: "an earlier run was cut off while sending: it may have arrived; if it has not, send it with --resend",
    State.UNKNOWN: "an earlier run never got an answer: it may have arrived; if it has not, send it with --resend",
}


class Ledger(Protocol):
    """What remembers, for one revision of one brief, how far each recipient's letter has come."""

    def state_of(self, recipient: Address) -> State | None:
        """The last state noted, None where there is none."""
        ...

    def note(self, recipient: Address, state: State, answer: str) -> None:
        """Write a state down, for good: when this returns, no power cut can undo it."""
        ...


def send(
    letter_for: Callable[[Address], bytes],
    recipients: Sequence[Address],
    ledger: Ledger,
    transport: Transport,
    *,
    again: Collection[State] = (),
) -> list[Outcome]:
    """Send each recipient the letter, unless it has got it; one outcome for each, in order.

    A letter that an earlier run may or may not have sent is not sent, and its outcome is `State.UNKNOWN`, unless its state is
    among ``again``. The transport is opened only if there is a letter to send. Raises `Misuse` as the transport does.
    """
    known = {one: ledger.state_of(one) for one in recipients}
    with ExitStack() as stack:
        deliver = None
        outcomes = []
        for recipient in recipients:
            if outcome := settled(recipient, known[recipient], again):
                outcomes.append(outcome)
                continue
            message = letter_for(recipient)
            try:
                deliver = deliver or stack.enter_context(transport())
            except NotSent as error:
                return [*outcomes, *_none_of(recipients[len(outcomes) :], known, again, str(error))]
            ledger.note(recipient, State.SENDING, "")
            outcome = deliver(recipient, message)
            ledger.note(recipient, outcome.state, outcome.answer)
            outcomes.append(outcome)
    return outcomes


def settled(recipient: Address, state: State | None, again: Collection[State]) -> Outcome | None:
    """What is already known to have become of a letter; None if it is to be sent now."""
    if state in again:
        return None
    if state is State.SENT:
        return Outcome(recipient.mailbox, State.SENT, _ALREADY)
    return Outcome(recipient.mailbox, State.UNKNOWN, _IN_DOUBT[state]) if state in _IN_DOUBT else None


def _none_of(
    recipients: Sequence[Address], known: dict[Address, State | None], again: Collection[State], why: str
) -> list[Outcome]:
    """The outcomes where the way is closed before the first letter has gone."""
    return [settled(one, known[one], again) or Outcome(one.mailbox, State.NOT_SENT, why) for one in recipients]
