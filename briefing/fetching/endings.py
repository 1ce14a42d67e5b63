"""How a visit ends that brings nothing: the outcome, and the sentence for whoever reads of it."""

from __future__ import annotations

from datetime import datetime

from briefing.fetching.hosts import Host, Now
from briefing.fetching.visits import Outcome

__all__ = ["NEXT_RUN", "Ended", "check_open", "check_time", "end_of_answer", "until_then"]

NEXT_RUN = "it is tried again at the next run"

# What a status says, where a reader can do something about it.
_MEANING = {
    401: (Outcome.FORBIDDEN, "wants a password (401); take it off the sources, or save its pages as files"),
    402: (Outcome.FORBIDDEN, "wants to be paid (402); take it off the sources, or save its pages as files"),
    403: (Outcome.FORBIDDEN, "does not let programs in (403); ask the outlet for a feed, or save its pages as files"),
    404: (Outcome.FAILED, "is not there (404); look for its new address"),
    410: (Outcome.FAILED, "is gone for good (410); take it off the sources"),
    451: (Outcome.FORBIDDEN, "is withheld for legal reasons (451); look for another source"),
}


class Ended(Exception):
    """The visit ends here, and why."""

    def __init__(self, outcome: Outcome, message: str, status: int = 0, not_before: datetime | None = None) -> None:
        super().__init__(message)
        self.outcome = outcome
        self.status = status
        self.not_before = not_before


def end_of_answer(status: int) -> Ended:
    """The end that a status other than of a page, a redirect or a wait means."""
    outcome, message = _MEANING.get(
        status,
        (
            Outcome.FAILED,
            f"answered with an error of its own ({status}); {NEXT_RUN}"
            if status >= 500
            else f"answered without a page ({status}); open it in a browser and check the address",
        ),
    )
    return Ended(outcome, message, status)


def check_time(not_before: datetime | None, now: Now) -> None:
    """Raise `Ended` before an instant that is still to come."""
    if not_before and now() < not_before:
        raise Ended(Outcome.WAITS, until_then(not_before), 0, not_before)


def check_open(host: Host) -> None:
    """Raise `Ended` for a host that asked for time, or has failed too often in this run."""
    check_time(host.closed_until, host.now)
    if host.given_up:
        raise Ended(Outcome.FAILED, f"was left out, as its host did not answer: it {host.given_up}")


def until_then(instant: datetime) -> str:
    """The sentence about an address that is to be left alone for now."""
    return f"is left alone until {instant:%Y-%m-%d %H:%M %Z}, as its server asked; it is visited after that"
