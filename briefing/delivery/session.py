"""Opens a session with a mail server: reached, encrypted, trusted and let in, or a sentence that says why not.

A password goes only over a verified connection, or to this machine itself. Sources: RFC 3207 (STARTTLS), 8314 (TLS from the
first byte), 4954 and 4616 (AUTH).
"""

from __future__ import annotations

import base64
import ipaddress
import smtplib
import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from briefing.delivery.headers import clean
from briefing.delivery.outcome import NotSent, told
from briefing.errors import Misuse, nearest

__all__ = ["Server", "is_timeout", "open_session", "wire"]

_PORTS = {"starttls": 587, "implicit": 465, "none": 25}


@dataclass(frozen=True, slots=True)
class Server:
    """A mail server and how to talk to it.

    ``tls`` is ``starttls``, ``implicit`` or, for this machine alone, ``none``; ``port`` 0 is the usual one of each.
    ``timeout`` is seconds for each step. Raises `Misuse` for what cannot be.
    """

    host: str
    port: int = 0
    tls: str = "starttls"
    user: str = ""
    password: str = field(default="", repr=False)
    timeout: float = 30.0

    def __post_init__(self) -> None:
        if not self.host:
            raise Misuse('mail.host is missing; name your mail server: host = "mail.example.org".')
        if self.tls not in _PORTS:
            raise Misuse(f"there is no mail.tls {clean(self.tls)!r}; {nearest(self.tls, _PORTS)}")
        if self.tls == "none" and not _is_here(self.host):
            raise Misuse(
                f'mail.tls = "none" would send the brief in the open to {self.host}; it is for this machine alone, write "starttls" or "implicit".'
            )
        if self.timeout <= 0:
            raise Misuse("mail.timeout is 0, and no server answers in no time; write timeout = 30.")

    @property
    def address(self) -> tuple[str, int]:
        """Host and port."""
        return self.host, self.port or _PORTS[self.tls]

    def __str__(self) -> str:
        return "{} (port {})".format(*self.address)


def _is_here(host: str) -> bool:
    """Whether a name can mean nothing but this machine."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host.lower() == "localhost"


def open_session(server: Server) -> smtplib.SMTP:
    """Connect, encrypt, and log in where a user is named. Raises `NotSent`."""
    with _explained(server):
        session = _connected(server)
    try:
        with _explained(server):
            _encrypted(session, server)
            if server.user:
                _let_in(session, server)
    except BaseException:
        session.close()
        raise
    return session


def _connected(server: Server) -> smtplib.SMTP:
    host, port = server.address
    # The name given here is only to keep smtplib from asking the network for ours; the real one follows.
    if server.tls == "implicit":
        context = ssl.create_default_context()
        session: smtplib.SMTP = smtplib.SMTP_SSL(host, port, "localhost", timeout=server.timeout, context=context)
    else:
        session = smtplib.SMTP(host, port, "localhost", timeout=server.timeout)
    session.local_hostname = _own_name(wire(session))
    return session


def wire(session: smtplib.SMTP) -> socket.socket:
    """The connection under a session. Raises `smtplib.SMTPServerDisconnected` where there is none any more."""
    if session.sock is None:
        raise smtplib.SMTPServerDisconnected("the connection is closed")
    return session.sock


def is_timeout(error: BaseException) -> bool:
    """Whether an error is that nothing came for too long, which smtplib tells as a closed connection."""
    return isinstance(error, TimeoutError) or isinstance(error.__context__, TimeoutError)


def _own_name(sock: socket.socket) -> str:
    """Our end of the connection as RFC 5321, 4.1.3 has it for a machine without a name of its own."""
    own = str(sock.getsockname()[0])
    return f"[IPv6:{own}]" if ":" in own else f"[{own}]"


def _encrypted(session: smtplib.SMTP, server: Server) -> None:
    session.ehlo_or_helo_if_needed()
    if server.tls != "starttls":
        return
    if not session.has_extn("starttls"):
        raise NotSent(
            f'{server} offers no STARTTLS, so nothing was sent; write tls = "implicit" (port 465), or ask its owner.'
        )
    code, answer = session.starttls(context=ssl.create_default_context())
    if code != 220:
        raise NotSent(f"{server} would not begin TLS, so nothing was sent: {told(code, answer)}; try again later.")
    session.ehlo()


def _let_in(session: smtplib.SMTP, server: Server) -> None:
    """AUTH PLAIN, else LOGIN, with names and passwords in UTF-8, which smtplib's own login cannot encode."""
    offered = session.esmtp_features.get("auth", "").upper().split()
    user, password = server.user.encode(), server.password.encode()
    if "PLAIN" in offered:
        told_at_once = b"\0".join((b"", user, password))
        code = session.docmd("AUTH", f"PLAIN {_in_base64(told_at_once)}")[0]
    elif "LOGIN" in offered:
        code = session.docmd("AUTH", f"LOGIN {_in_base64(user)}")[0]
        if code == 334:
            code = session.docmd(_in_base64(password))[0]
    else:
        raise NotSent(f"{server} offers no way to log in with a password; take mail.user out, or ask its owner.")
    if code != 235:
        # Its words are kept back: there are servers that repeat what they were told.
        remedy = "try again later" if code // 100 == 4 else "check mail.user and the password"
        raise NotSent(f"{server} did not let the user {clean(server.user)} in (answer {code}); {remedy}.")


def _in_base64(octets: bytes) -> str:
    return base64.b64encode(octets).decode()


@contextmanager
def _explained(server: Server) -> Iterator[None]:
    """Whatever goes wrong before the first letter, as a sentence."""
    try:
        yield
    except ssl.SSLCertVerificationError as error:
        raise NotSent(
            f"the certificate of {server} cannot be trusted ({clean(error.verify_message)}), so nothing was sent; "
            "correct mail.host, or name the file of its authority in the environment's SSL_CERT_FILE."
        ) from error
    except ssl.SSLError as error:
        raise NotSent(
            f'{server} speaks no TLS that can be used ({clean(error.reason or str(error))}); port 465 takes tls = "implicit", 587 tls = "starttls".'
        ) from error
    except socket.gaierror as error:
        raise NotSent(f"there is no mail server {server.host} to be found; check mail.host and the network.") from error
    except smtplib.SMTPResponseException as error:
        words = error.smtp_error if isinstance(error.smtp_error, bytes) else error.smtp_error.encode()
        raise NotSent(f"{server} takes no mail now: {told(error.smtp_code, words)}; try again later.") from error
    except (TimeoutError, smtplib.SMTPServerDisconnected) as error:
        if is_timeout(error):
            raise NotSent(
                f"{server} did not answer within {server.timeout:g} seconds; check host and port, or try again later."
            ) from error
        raise NotSent(
            f'{server} closed the connection before it began; port 465 takes tls = "implicit", 587 tls = "starttls".'
        ) from error
    except OSError as error:
        raise NotSent(
            f"{server} cannot be reached: {clean(error.strerror or str(error)).lower()}; check host, port and network."
        ) from error
