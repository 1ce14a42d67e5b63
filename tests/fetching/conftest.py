"""What the fetching tests share: a web server on the loopback that answers as it is told, and a clock that is turned by hand."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from briefing.fetching import Policy, Visit, Wanted, fetch_all

START = datetime(2024, 9, 16, 6, 0, tzinfo=UTC)


@dataclass
class Reply:
    """What the server answers to a path. ``cut`` ends the connection after so many bytes of the body."""

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    cut: int | None = None
    hang: threading.Event | None = None  # waited for before the body


class Handler(BaseHTTPRequestHandler):
    """Answers from the table of its server, and notes what was asked."""

    protocol_version = "HTTP/1.1"
    server: Server

    def do_GET(self) -> None:
        """Answer one request."""
        self.server.note(self)
        reply = self.server.reply_to(self)
        self.send_response(reply.status)
        for name, value in reply.headers.items():
            self.send_header(name, value)
        if "Content-Length" not in reply.headers and reply.status != 304:
            self.send_header("Content-Length", str(len(reply.body)))
        self.end_headers()
        self.wfile.flush()
        if reply.hang:
            reply.hang.wait(5)
        if reply.status != 304:
            self.wfile.write(reply.body[: reply.cut])
        if reply.cut is not None or reply.hang:
            self.close_connection = True

    def log_message(self, *_: object) -> None:
        """Say nothing."""


class Server(ThreadingHTTPServer):
    """A site: ``site["/a"] = Reply(b"…")``; ``site.asked`` lists the paths asked for, robots.txt left out."""

    daemon_threads = True
    block_on_close = False

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.replies: dict[str, Reply | list[Reply] | Callable[[Handler], Reply]] = {}
        self.requests: list[tuple[str, dict[str, str]]] = []
        self.at_once = 0
        self.most_at_once = 0
        self.connections = 0
        self._lock = threading.Lock()

    def __setitem__(self, path: str, reply: Reply | list[Reply] | Callable[[Handler], Reply]) -> None:
        self.replies[path] = reply

    def note(self, handler: Handler) -> None:
        """Remember a request."""
        with self._lock:
            self.requests.append((handler.path, {name.lower(): value for name, value in handler.headers.items()}))

    def reply_to(self, handler: Handler) -> Reply:
        """The reply of a path; of a list the first, which then leaves it."""
        reply = self.replies.get(handler.path, Reply(b"nothing here", 404))
        if isinstance(reply, list):
            reply = reply.pop(0) if len(reply) > 1 else reply[0]
        return reply(handler) if callable(reply) else reply

    def process_request(self, request: object, client_address: object) -> None:
        """Count a connection."""
        self.connections += 1
        super().process_request(request, client_address)  # type: ignore[arg-type]

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that went away is no error here."""

    @property
    def asked(self) -> list[str]:
        """The paths asked for."""
        return [path for path, _ in self.requests if path != "/robots.txt"]

    def headers_of(self, path: str) -> list[dict[str, str]]:
        """The headers of each request for a path."""
        return [headers for asked, headers in self.requests if asked == path]

    def url(self, path: str) -> str:
        """The whole address of a path."""
        return f"http://127.0.0.1:{self.server_address[1]}{path}"


class Clock:
    """A clock that stands still until somebody sleeps."""

    def __init__(self) -> None:
        self.instant = START
        self.slept: list[float] = []

    def now(self) -> datetime:
        """The time."""
        return self.instant

    def sleep(self, seconds: float) -> None:
        """Turn the clock on."""
        self.slept.append(round(seconds, 3))
        self.instant += timedelta(seconds=seconds)


@pytest.fixture
def clock() -> Clock:
    """A clock for one test."""
    return Clock()


@pytest.fixture
def start_site() -> Iterator[Callable[[], Server]]:
    """Start a site, as often as wanted; all are stopped in the end."""
    started: list[Server] = []

    def start() -> Server:
        server = Server()
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        started.append(server)
        return server

    yield start
    for server in started:
        server.shutdown()
        server.server_close()


@pytest.fixture
def site(start_site: Callable[[], Server]) -> Server:
    """One site."""
    return start_site()


Fetch = Callable[..., list[Visit]]


@pytest.fixture
def fetch(clock: Clock) -> Fetch:
    """Visit addresses that the user wrote down himself: ``fetch(url, …, largest=100)``."""

    def run(*wanted: str | Wanted, **limits: object) -> list[Visit]:
        policy = Policy(**{"connect": 1.0, "read": 0.3, "total": 0.5, **limits})  # type: ignore[arg-type]
        whole: Sequence[Wanted] = [Wanted(one, trusted=True) if isinstance(one, str) else one for one in wanted]
        visits = {visit.url: visit for visit in fetch_all(whole, policy, now=clock.now, sleep=clock.sleep)}
        return [visits[one.url] for one in whole]

    return run
