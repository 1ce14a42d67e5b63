"""Hands letters to a mail server: one transaction a recipient, so that it is known of each how it went.

The dialogue is led step by step, for what a broken connection means depends on the step: until the final dot nothing can
have been delivered (RFC 5321, 4.1.1.4), after it everything may have been.
"""

from __future__ import annotations

import select
import smtplib
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass

from briefing.delivery.addresses import Address
from briefing.delivery.outcome import Deliver, NotSent, Outcome, State, told
from briefing.delivery.session import Server, is_timeout, open_session, wire

__all__ = ["Server", "smtp"]

_LAST_ANSWER = 600.0  # seconds that a server may take to store a message: RFC 5321, 4.5.3.2.6
_MEGABYTE = 1_000_000
_TOO_LARGE, _CLOSING = 552, 421
_SMALLER = 'attach less (mail.attach = ["md"], or none), or split the brief (make.limit)'


@contextmanager
def smtp(server: Server, sender: Address) -> Iterator[Deliver]:
    """Connect to a server and give what delivers by it.

    A connection that breaks is made anew for the next recipient. Raises `Misuse` for a server that is described wrongly,
    `NotSent` for one that cannot be reached or trusted, or that does not let us in.
    """
    line = _Line(lambda: open_session(server), sender, open_session(server))
    try:
        yield line.deliver
    finally:
        line.hang_up()


class _Lost(Exception):
    """The connection broke, or the server closed it; what it said last, if anything."""


@dataclass(slots=True)
class _Line:
    """A connection that lasts from letter to letter, and is made anew once it has broken."""

    connect: Callable[[], smtplib.SMTP]
    sender: Address
    session: smtplib.SMTP | None

    def deliver(self, recipient: Address, message: bytes) -> Outcome:
        """One transaction."""
        try:
            self.session = self.session or self.connect()
        except NotSent as error:
            return Outcome(recipient.mailbox, State.NOT_SENT, str(error))
        state, answer = _transact(self.session, self.sender, recipient, message)
        if not self._is_ready():
            self.drop()
        return Outcome(recipient.mailbox, state, answer)

    def _is_ready(self) -> bool:
        """Whether the server is there for another letter; whatever was begun is given up."""
        if self.session is None:
            return False
        try:
            return self.session.rset()[0] == 250
        except (OSError, smtplib.SMTPException):
            return False

    def drop(self) -> None:
        """Let go of a connection that is of no use any more."""
        if self.session:
            self.session.close()
        self.session = None

    def hang_up(self) -> None:
        """Take leave. Whatever goes wrong now has no part in what was sent."""
        if self.session:
            with suppress(OSError, smtplib.SMTPException):
                self.session.quit()
        self.drop()


def _transact(session: smtplib.SMTP, sender: Address, recipient: Address, message: bytes) -> tuple[State, str]:
    """Send one message, and say what became of it."""
    if fault := _cannot_take(session, sender, recipient, message):
        return State.NOT_SENT, fault
    try:
        if refused := _envelope(session, sender, recipient, message):
            return refused
        _content(session, message)
    except _Lost as error:
        session.close()
        return State.NOT_SENT, str(error)
    except (OSError, smtplib.SMTPException) as error:
        session.close()
        return State.NOT_SENT, f"the connection broke before the letter was handed over ({_reason(error)})"
    return _verdict(session)


def _cannot_take(session: smtplib.SMTP, sender: Address, recipient: Address, message: bytes) -> str:
    """Why the server, by what it says of itself, cannot take the message; "" if it can."""
    if (sender.needs_utf8 or recipient.needs_utf8) and not session.has_extn("smtputf8"):
        return "the server takes no address with letters beyond ASCII (SMTPUTF8); give another address or server"
    allowed = session.esmtp_features.get("size", "")
    if allowed.isdigit() and 0 < int(allowed) < len(message):
        return f"the letter is {len(message) / _MEGABYTE:.1f} MB and the server takes {int(allowed) / _MEGABYTE:.1f} MB; {_SMALLER}"
    return ""


def _envelope(session: smtplib.SMTP, sender: Address, recipient: Address, message: bytes) -> tuple[State, str] | None:
    """From whom and to whom; None if the server agrees and waits for the content."""
    options = [f"size={len(message)}"] if session.has_extn("size") else []
    if not message.isascii() or sender.needs_utf8 or recipient.needs_utf8:
        options += ["SMTPUTF8", "BODY=8BITMIME"]
    steps: tuple[tuple[Callable[[], tuple[int, bytes]], int], ...] = (
        (lambda: session.mail(sender.mailbox, options), 2),
        (lambda: session.rcpt(recipient.mailbox), 2),
        (lambda: session.docmd("DATA"), 3),
    )
    for step, wanted in steps:
        code, answer = step()
        if code // 100 != wanted:
            return _refusal(session, code, answer)
    return None


def _refusal(session: smtplib.SMTP, code: int, answer: bytes) -> tuple[State, str]:
    words = told(code, answer)
    if code == _CLOSING:
        session.close()
    if code == _TOO_LARGE:
        words += f"; if the letter is too large, {_SMALLER}"
    return (State.REFUSED if code // 100 == 5 else State.NOT_SENT), words


def _content(session: smtplib.SMTP, message: bytes) -> None:
    """The message without its final dot. A server that has gone or spoken by now has not got it."""
    sock = wire(session)
    sock.sendall(_dotted(message))
    # Nothing is due from the server before the dot: what there is to read is its end, or its excuse for ending.
    if select.select([sock], [], [], 0)[0]:
        code, answer = session.getreply()
        raise _Lost(told(code, answer))


def _dotted(message: bytes) -> bytes:
    """The message ending in a line break, a dot at the beginning of a line doubled: RFC 5321, 4.5.2."""
    whole = message if message.endswith(b"\r\n") else message + b"\r\n"
    doubled = whole.replace(b"\r\n.", b"\r\n..")
    return b"." + doubled if doubled.startswith(b".") else doubled


def _verdict(session: smtplib.SMTP) -> tuple[State, str]:
    """The final dot and the answer to it."""
    try:
        sock, patience = wire(session), session.timeout
        sock.settimeout(max(_LAST_ANSWER, patience))
        sock.sendall(b".\r\n")
        code, answer = session.getreply()
    except (OSError, smtplib.SMTPException) as error:
        session.close()
        return State.UNKNOWN, f"all was sent and no answer came ({_reason(error)}): it may have arrived"
    sock.settimeout(patience)
    return (State.SENT, told(code, answer)) if code // 100 == 2 else _refusal(session, code, answer)


def _reason(error: Exception) -> str:
    """An error of the network in a few words."""
    if is_timeout(error):
        return "it took too long"
    if isinstance(error, smtplib.SMTPServerDisconnected | ConnectionError):
        return "the server closed it"
    return told(0, str(error).encode("utf-8", "replace")).removeprefix("0 ")
