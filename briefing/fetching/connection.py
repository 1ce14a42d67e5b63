"""Connections that go only where they may, and that end when their time is up.

The answer of the name server is checked where it is used, at the moment of connecting: a name that gave a
public address when it was looked at and a private one now (DNS rebinding) reaches nothing.
"""

from __future__ import annotations

import contextlib
import os
import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from threading import Timer
from typing import Any
from urllib.parse import urlsplit

from urllib3 import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import NameResolutionError

from briefing.fetching.addresses import is_public

__all__ = ["Line", "NotAllowed", "open_pool"]


class NotAllowed(Exception):
    """The host's name leads to an address of this machine or of a private network."""


class Line:
    """The connection in use, and whether it may lead into private networks.

    The time-outs of a socket count from byte to byte, so a server that trickles could hold us for days; a line can
    be cut from outside, at whatever stage it is.
    """

    def __init__(self, *, private: bool) -> None:
        self.private = private
        self._held: socket.socket | None = None
        self._ends = False

    def hold(self, connected: socket.socket) -> None:
        """Keep a second handle on a connection, which stays good when the first is wrapped for TLS."""
        self.drop()
        self._held = connected.dup()
        self._ends = False

    def end(self) -> None:
        """Let the handle go once the answer is read: the connection is closed as soon as an answer that ends it begins."""
        self._ends = True

    def drop(self) -> None:
        """Let the handle go."""
        held, self._held = self._held, None
        if held:
            held.close()

    def _cut(self) -> None:
        held = self._held
        if held:
            with contextlib.suppress(OSError):
                held.shutdown(socket.SHUT_RDWR)

    @contextmanager
    def limited_to(self, seconds: float) -> Iterator[Deadline]:
        """Cut the connection when the time is up; what is read from it then breaks off."""
        deadline = Deadline()

        def strike() -> None:
            deadline.passed = True
            self._cut()

        timer = Timer(seconds, strike)
        timer.daemon = True
        timer.start()
        try:
            yield deadline
        finally:
            timer.cancel()
            if self._ends:
                self.drop()


class Deadline:
    """Whether the time is up."""

    passed = False


def _connect(host: str, port: int, seconds: float | None, line: Line) -> socket.socket:
    """A connection to the first address of a host that may be reached and answers."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    allowed = [entry for entry in found if line.private or is_public(str(entry[4][0]))]
    if found and not allowed:
        raise NotAllowed(host)
    failure: OSError | None = None
    for family, kind, protocol, _, address in allowed[:4]:
        opened = socket.socket(family, kind, protocol)
        try:
            opened.settimeout(seconds)
            opened.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            opened.connect(address)
            line.hold(opened)
        except OSError as error:
            failure = error
            opened.close()
        else:
            return opened
    raise failure or OSError("the name leads to no address")


class _Guarded(HTTPConnection):
    """A connection that asks the line where it may go."""

    def __init__(self, *args: Any, line: Line, **rest: Any) -> None:  # noqa: ANN401 (handed on as they come)
        super().__init__(*args, **rest)
        self._line = line

    def _new_conn(self) -> socket.socket:
        seconds = self.timeout if isinstance(self.timeout, int | float) else None
        try:
            return _connect(self.host, int(self.port or 80), seconds, self._line)
        except (socket.gaierror, UnicodeError) as error:
            raise NameResolutionError(self.host, self, socket.gaierror(*error.args[:2])) from error

    def close(self) -> None:
        self._line.end()
        super().close()


class _GuardedTLS(_Guarded, HTTPSConnection):
    """The same, with TLS on top."""


class _Pool(HTTPConnectionPool):
    ConnectionCls = _Guarded


class _PoolTLS(HTTPSConnectionPool):
    ConnectionCls = _GuardedTLS


def open_pool(url: str, line: Line) -> HTTPConnectionPool:
    """The one connection to the host of a whole address, opened when it is first used and kept."""
    parts = urlsplit(url)
    if parts.scheme == "https":
        return _PoolTLS(parts.hostname or "", parts.port, maxsize=1, ssl_context=_tls(), line=line)
    return _Pool(parts.hostname or "", parts.port, maxsize=1, line=line)


@lru_cache(maxsize=1)
def _tls() -> ssl.SSLContext:
    """The machine's own authorities; where it has none, as bare containers do, those of Mozilla."""
    context = ssl.create_default_context()
    known = ssl.get_default_verify_paths()
    if not known.cafile and not (known.capath and os.listdir(known.capath)):  # noqa: PTH208 (no Path needed)
        import certifi

        context.load_verify_locations(certifi.where())
    return context
