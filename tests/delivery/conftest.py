"""A real mail server on the loopback, with TLS and AUTH, that can be told to refuse, to complain and to hang up."""

from __future__ import annotations

import asyncio
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import trustme
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

from briefing.delivery.addresses import Address, read_address
from briefing.delivery.message import Attachment, Letter
from briefing.delivery.session import Server

PASSWORD = "kapı açık mı?"  # noqa: S105 -- of a server that lives as long as a test
HOST = "127.0.0.1"


@dataclass
class Post:
    """What arrived at the server, recipient and message, and what it is to do."""

    port: int = 0
    arrived: list[tuple[str, bytes]] = field(default_factory=list)
    cut: str = ""  # at which step it hangs up, once
    answers: dict[str, str] = field(default_factory=dict)  # recipient -> what RCPT is answered
    data_answer: str = ""
    on_data: Callable[[], None] | None = None
    connections: int = 0

    def of(self, recipient: str) -> list[bytes]:
        """The messages that one recipient got."""
        return [message for to, message in self.arrived if to == recipient]

    async def handle_RCPT(self, _server: SMTP, _s: Session, envelope: Envelope, to: str, options: list[str]) -> str:  # noqa: N802
        """Take a recipient, or answer as told."""
        if to in self.answers:
            return self.answers[to]
        envelope.rcpt_tos.append(to)
        envelope.rcpt_options.extend(options)
        return "250 OK"

    async def handle_DATA(self, server: Cutting, _s: Session, envelope: Envelope) -> str:  # noqa: N802
        """Keep a message, or answer as told, or break off."""
        if self.on_data:
            self.on_data()
        if self.takes("after the dot, lost"):
            server.transport.abort()
            return "250 never heard"
        if self.data_answer:
            return self.data_answer
        self.arrived += [(to, envelope.original_content or b"") for to in envelope.rcpt_tos]
        if self.takes("after the dot, kept"):
            server.transport.abort()
        return "250 kept"

    def takes(self, step: str) -> bool:
        """Whether it hangs up now; it does so once."""
        if self.cut != step:
            return False
        self.cut = ""
        return True


class Cutting(SMTP):
    """The server of aiosmtpd, hanging up at the step that its post names."""

    event_handler: Post
    transport: asyncio.Transport

    async def _handle_client(self) -> None:
        self.event_handler.connections += 1
        if self.event_handler.takes("before the greeting"):
            self.transport.abort()
            return
        await super()._handle_client()

    async def smtp_MAIL(self, arg: str | None) -> None:  # noqa: N802
        """Begin a letter."""
        await self._cut_around("MAIL", super().smtp_MAIL, arg)

    async def smtp_RCPT(self, arg: str | None) -> None:  # noqa: N802
        """Name a reader."""
        await self._cut_around("RCPT", super().smtp_RCPT, arg)

    async def smtp_DATA(self, arg: str) -> None:  # noqa: N802
        """Take the content."""
        if self.event_handler.takes("inside DATA"):
            await self.push("354 go on")
            await self._reader.read(50)
            self.transport.abort()
            return
        await super().smtp_DATA(arg)

    async def _cut_around(self, verb: str, step: Callable[[Any], Any], arg: str | None) -> None:
        if self.event_handler.takes(f"before {verb}"):
            self.transport.abort()
            return
        await step(arg)
        if self.event_handler.takes(f"after {verb}"):
            self.transport.close()


def _authenticate(_server: Cutting, _s: Session, _e: Envelope, _mechanism: str, told: object) -> AuthResult:
    right = isinstance(told, LoginPassword) and (told.login, told.password) == (b"desk", PASSWORD.encode())
    return AuthResult(success=right, handled=right)


@contextmanager
def serving(post: Post, context: ssl.SSLContext | None, *, implicit: bool = False, **options: Any) -> Iterator[Post]:
    """Serve on a free port of the loopback in a thread of its own."""
    loop = asyncio.new_event_loop()
    starttls = context if not implicit else None

    def connected() -> SMTP:
        return Cutting(
            post, hostname="post.example", loop=loop, tls_context=starttls, require_starttls=starttls is not None,
            **{"enable_SMTPUTF8": True, "data_size_limit": 2_000_000, **options},
        )  # fmt: skip

    server = loop.run_until_complete(loop.create_server(connected, HOST, 0, ssl=context if implicit else None))
    post.port = server.sockets[0].getsockname()[1]
    thread = threading.Thread(target=loop.run_forever, daemon=True)
    thread.start()
    try:
        yield post
    finally:
        asyncio.run_coroutine_threadsafe(_shut(server), loop).result(10)
        loop.call_soon_threadsafe(loop.stop)
        thread.join(10)
        loop.close()


async def _shut(server: asyncio.Server) -> None:
    server.close()
    others = asyncio.all_tasks() - {asyncio.current_task()}
    for task in others:
        task.cancel()
    await asyncio.gather(*others, return_exceptions=True)
    await asyncio.sleep(0.05)


WITH_AUTH: dict[str, Any] = {"authenticator": _authenticate, "auth_required": True}


@pytest.fixture(scope="session")
def authority(tmp_path_factory: pytest.TempPathFactory) -> tuple[ssl.SSLContext, Path]:
    """The server's side of TLS, and the file that makes a client trust it."""
    ca = trustme.CA()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    ca.issue_cert(HOST, "localhost").configure_cert(context)
    file = tmp_path_factory.mktemp("authority") / "ca.pem"
    ca.cert_pem.write_to_path(str(file))
    return context, file


@pytest.fixture
def post(authority: tuple[ssl.SSLContext, Path], monkeypatch: pytest.MonkeyPatch) -> Iterator[Post]:
    """A server that wants STARTTLS and AUTH, and that this process trusts."""
    context, file = authority
    monkeypatch.setenv("SSL_CERT_FILE", str(file))
    with serving(Post(), context, **WITH_AUTH) as served:
        yield served


@pytest.fixture
def server(post: Post) -> Server:
    """How to reach it."""
    return server_at(post)


def server_at(post: Post, **changes: Any) -> Server:
    """How a server is reached."""
    told: dict[str, Any] = {"port": post.port, "user": "desk", "password": PASSWORD, "timeout": 10.0} | changes
    return Server(HOST, **told)


SENDER = read_address("Masa <desk@example.org>", "here")
TEXT = (
    """From the desk, a line that begins with "From ".
From here on: Türkiye’de görüşmeler; وقف إطلاق النار.
.
..two dots
>From quoted
"""
    + "long " * 400
    + "\n"
    + "x" * 3000
    + "\n\nFrom\n"
)


@pytest.fixture(scope="session")
def letter() -> Letter:
    """A letter with all that is known to get lost on the way."""
    return letter_to(read_address("Ann Lee <ann@example.org>", "here"))


@pytest.fixture(scope="session")
def note() -> Letter:
    """A short letter."""
    return letter_to(read_address("ann@example.org", "here"), text="", html="", attachments=())


def letter_to(reader: Address, **changes: Any) -> Letter:
    """The letter, to somebody."""
    pdf = b"%PDF-1.7\r\n" + bytes(range(256)) * 1200 + b"\nFrom here\n.\n"
    told: dict[str, Any] = {
        "id": f"<of-{reader.mailbox.encode().hex()}@example.org>", "date": datetime(2024, 9, 14, 6, 30, tzinfo=UTC), "sender": SENDER,
        "to": (reader,), "cc": (), "subject": "İstanbul’da görüşme: وقف إطلاق النار في غزة، اليوم العاشر, 2024-09-14",
        "text": TEXT, "html": f"<!DOCTYPE html>\n<p>{TEXT}</p>\n", "list_id": "talks.example.org", "language": "en",
        "attachments": (
            Attachment("محادثات وقف إطلاق النار.pdf", "application/pdf", pdf),
            Attachment("Görüşmeler – Iğdır’da geçen uzun, çok uzun bir haftanın dökümü.md", "text/markdown", TEXT.encode()),
        ),
    }  # fmt: skip
    return Letter(**told | changes)


@pytest.fixture
def serve() -> Callable[..., Any]:
    """A way to start a server of another kind; with ``auth`` it wants a password."""

    def start(context: ssl.SSLContext | None, *, auth: bool = False, **options: Any) -> Any:
        return serving(Post(), context, **(WITH_AUTH if auth else {}), **options)

    return start
