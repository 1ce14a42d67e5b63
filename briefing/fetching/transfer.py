"""One request, one answer: sent, streamed, decompressed, and stopped at every limit."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from briefing.fetching.policy import Policy
from briefing.fetching.visits import Outcome

if TYPE_CHECKING:
    from urllib3 import BaseHTTPResponse, HTTPConnectionPool

    from briefing.fetching.connection import Line

__all__ = ["REDIRECTS", "Answer", "Broken", "as_sent", "transfer"]

REDIRECTS = frozenset({301, 302, 303, 307, 308})

_CHUNK = 64 * 1024
_DRAINED = 64 * 1024  # of an answer that is no page: cheaper to read than to connect anew
_ACCEPT = (
    "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/feed+json, "
    "application/xml;q=0.9, application/json;q=0.9, */*;q=0.5"
)
_HAS_BODY = 200
_AGAIN = "it is tried again at the next run"


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answered; the names of headers are in small letters. Only an answer of 200 keeps its body."""

    status: int
    headers: Mapping[str, str]
    body: bytes


class Broken(Exception):
    """No answer, or none that is whole; ``again`` says whether another try may help."""

    def __init__(
        self, message: str, outcome: Outcome = Outcome.FAILED, *, again: bool = False, status: int = 0
    ) -> None:
        super().__init__(message)
        self.outcome = outcome
        self.again = again
        self.status = status


def transfer(pool: HTTPConnectionPool, line: Line, url: str, headers: Mapping[str, str], policy: Policy) -> Answer:
    """Ask for one whole address. Raises `Broken` for everything that is no whole answer."""
    from urllib3.exceptions import HTTPError, ReadTimeoutError

    from briefing.fetching.connection import NotAllowed

    with line.limited_to(policy.total) as deadline:
        try:
            answer = _ask(pool, url, headers, policy)
        except NotAllowed as error:
            raise Broken(
                "leads to an address of this machine or of a private network, where no feed, page or redirect "
                "of others may send us; write it down as a source, or allow private addresses",
                Outcome.REFUSED,
            ) from error
        except ReadTimeoutError as error:
            raise _too_slow(policy) from error
        except (HTTPError, OSError, ValueError, EOFError) as error:
            raise (_too_slow(policy) if deadline.passed else _what_broke(error)) from error
        if deadline.passed:  # a body whose length nobody told ends where the line was cut
            raise _too_slow(policy)
        return answer


def _too_slow(policy: Policy) -> Broken:
    return Broken(
        f"did not answer in time ({policy.read:g} s between bytes, {policy.total:g} s in all); {_AGAIN}",
        again=True,
    )


def _ask(pool: HTTPConnectionPool, url: str, headers: Mapping[str, str], policy: Policy) -> Answer:
    from urllib3 import Timeout

    parts = urlsplit(url)
    response = pool.urlopen(
        "GET",
        f"{parts.path}?{parts.query}" if parts.query else parts.path,
        headers={
            "User-Agent": policy.agent,
            "Accept": _ACCEPT,
            "Accept-Encoding": "gzip, deflate, br",
            **headers,
        },
        timeout=Timeout(connect=policy.connect, read=policy.read),
        redirect=False,
        retries=False,
        assert_same_host=False,
        preload_content=False,
    )
    kept = False
    try:
        told = {name.lower(): value for name, value in response.headers.items()}
        if response.status == _HAS_BODY:
            body = _read(response, told, policy)
            kept = True
        else:
            body = b""
            kept = _drain(response, told)
        return Answer(response.status, told, body)
    finally:
        if kept:
            response.release_conn()
        else:
            response.close()


def _read(response: BaseHTTPResponse, told: Mapping[str, str], policy: Policy) -> bytes:
    length = told.get("content-length", "")
    if length.isdigit() and len(length) < 20 and int(length) > policy.largest:
        raise _too_large(policy)
    pieces: list[bytes] = []
    size = 0
    # read1 hands over what has come, so that a trickle is noticed, and decompresses no more than is asked for.
    while piece := response.read1(_CHUNK):
        size += len(piece)
        if size > policy.largest or response.tell() > policy.largest:
            raise _too_large(policy)
        pieces.append(piece)
    return b"".join(pieces)


def _too_large(policy: Policy) -> Broken:
    return Broken(
        f"is larger than {policy.largest / 1e6:g} MB and was given up; save its text as a file if it matters",
        Outcome.TOO_LARGE,
        status=_HAS_BODY,
    )


def _drain(response: BaseHTTPResponse, told: Mapping[str, str]) -> bool:
    """Read what little follows an answer without a page, so that the connection can be used again."""
    length = told.get("content-length", "")
    if response.status == 304 or length == "0":
        return True
    if not length.isdigit() or len(length) > 6 or int(length) > _DRAINED:
        return False
    while response.read1(_CHUNK, decode_content=False):
        pass
    return True


def _what_broke(error: Exception) -> Broken:
    """The sentence for what a connection came to: the first kind that the error, or its cause, is of."""
    from urllib3 import exceptions as wrong

    kinds: tuple[tuple[tuple[type[BaseException], ...], str, bool], ...] = (
        ((wrong.NameResolutionError, socket.gaierror), f"names a host that cannot be found; check it; {_AGAIN}", True),
        ((ssl.SSLCertVerificationError,), "has a certificate that does not hold; check the address", False),
        ((wrong.SSLError, ssl.SSLError), f"could not agree on a safe connection (TLS); {_AGAIN}", False),
        ((wrong.ConnectTimeoutError, TimeoutError), f"did not answer in time; {_AGAIN}", True),
        ((ConnectionRefusedError,), f"refused the connection; check the address; {_AGAIN}", True),
        ((wrong.DecodeError,), f"sent a body whose compression is broken; {_AGAIN}", False),
        ((wrong.ProtocolError, OSError, EOFError), f"broke off before its answer was whole; {_AGAIN}", True),
    )
    met = (error, _root(error))
    for kind, message, again in kinds:
        if any(isinstance(one, kind) for one in met):
            return Broken(message, again=again)
    return Broken(f"could not be fetched ({type(met[1]).__name__}); check the address")


def _root(error: BaseException) -> BaseException:
    """The error at the bottom of those that libraries wrap around it."""
    for _ in range(8):
        inner = error.__cause__ or error.__context__
        if inner is None:
            break
        error = inner
    return error


def as_sent(header: str) -> str:
    """A header in UTF-8, as many servers send addresses, though it was read as Latin-1."""
    try:
        return header.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return header
