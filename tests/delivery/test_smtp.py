"""Letters to a real server on the loopback: what arrives, what is refused, and what is known when a connection breaks."""

from __future__ import annotations

import email
import email.policy
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import trustme

from briefing.delivery.addresses import Address, read_address
from briefing.delivery.message import Letter, message_bytes
from briefing.delivery.outcome import NotSent, Outcome, State
from briefing.delivery.session import Server
from briefing.delivery.smtp import smtp
from briefing.errors import Misuse

ANN, BOB, EVE = (read_address(f"{name}@example.org", "here") for name in ("ann", "bob", "eve"))
SENDER = read_address("desk@example.org", "here")


def hand_over(server: Server, letter: Letter, *readers: Address) -> list[Outcome]:
    """Send one letter to some readers over one connection."""
    with smtp(server, SENDER) as deliver:
        return [deliver(reader, message_bytes(letter)) for reader in readers]


def changed(server: Server, **changes: Any) -> Server:
    """The same server, asked otherwise."""
    return replace(server, **changes)


# ---- what arrives -------------------------------------------------------------------------------


def test_what_arrives_is_what_was_sent(post: Any, server: Server, letter: Letter) -> None:
    """Over STARTTLS and AUTH: every octet, with its From lines, dots, long lines and a PDF of 300 KB."""
    assert hand_over(server, letter, ANN) == [Outcome(ANN.mailbox, State.SENT, "250 kept")]
    assert post.arrived == [(ANN.mailbox, message_bytes(letter))]
    found = email.message_from_bytes(post.arrived[0][1], policy=email.policy.default)
    files = list(found.iter_attachments())
    assert found["Subject"] == letter.subject
    assert [file.get_filename() for file in files] == [one.name for one in letter.attachments]
    assert [file.get_payload(decode=True) for file in files] == [one.data for one in letter.attachments]
    assert len(letter.attachments[0].data) > 300_000
    body = found.get_body(("plain",))
    assert body is not None
    assert body.get_content().replace("\r\n", "\n") == letter.text


def test_tls_from_the_first_byte(
    authority: tuple[ssl.SSLContext, Path], letter: Letter, monkeypatch: pytest.MonkeyPatch, serve: Callable[..., Any]
) -> None:
    """The other way of TLS brings the same bytes."""
    monkeypatch.setenv("SSL_CERT_FILE", str(authority[1]))
    with serve(authority[0], implicit=True) as post:
        server = Server("127.0.0.1", post.port, "implicit", timeout=10)
        assert hand_over(server, letter, ANN)[0].state is State.SENT
    assert post.arrived == [(ANN.mailbox, message_bytes(letter))]


def test_this_machine_needs_no_tls(letter: Letter, serve: Callable[..., Any]) -> None:
    """A server on the loopback may be spoken to in the open."""
    with serve(None) as post:
        assert hand_over(Server("127.0.0.1", post.port, "none", timeout=10), letter, ANN)[0].state is State.SENT


def test_an_address_beyond_ascii_needs_a_server_that_takes_it(
    letter: Letter, post: Any, server: Server, serve: Callable[..., Any]
) -> None:
    """Asked for where it is offered; where it is not, the letter is not sent and the sentence says why."""
    sule = read_address("Şule <şule@örnek.example>", "here")
    addressed = replace(letter, to=(sule,))
    assert hand_over(server, addressed, sule)[0].state is State.SENT
    assert post.arrived == [("şule@xn--rnek-4qa.example", message_bytes(addressed))]
    with serve(None, enable_SMTPUTF8=False) as old:
        [outcome] = hand_over(Server("127.0.0.1", old.port, "none", timeout=10), addressed, sule)
    assert outcome.state is State.NOT_SENT
    assert "SMTPUTF8" in outcome.answer
    assert old.arrived == []


def test_one_connection_serves_all(post: Any, server: Server, letter: Letter) -> None:
    """Three readers, three letters, one connection."""
    assert {one.state for one in hand_over(server, letter, ANN, BOB, EVE)} == {State.SENT}
    assert (len(post.arrived), post.connections) == (3, 1)


# ---- what is refused ----------------------------------------------------------------------------


def test_a_letter_too_large_is_not_begun(letter: Letter, serve: Callable[..., Any]) -> None:
    """The server's limit is asked first; the sentence says how large, what is allowed, and what to do."""
    with serve(None, data_size_limit=300_000) as post:
        [outcome] = hand_over(Server("127.0.0.1", post.port, "none", timeout=10), letter, ANN)
    assert outcome.state is State.NOT_SENT
    assert outcome.answer.startswith("the letter is 0.4 MB and the server takes 0.3 MB; attach less")
    assert post.arrived == []


def test_one_of_three_is_refused(post: Any, server: Server, letter: Letter) -> None:
    """The others get theirs; the one is told in the server's words."""
    post.answers[BOB.mailbox] = "550 5.1.1 no such mailbox"
    told = hand_over(server, letter, ANN, BOB, EVE)
    assert [one.state for one in told] == [State.SENT, State.REFUSED, State.SENT]
    assert told[1].answer == "550 5.1.1 no such mailbox"
    assert [to for to, _ in post.arrived] == [ANN.mailbox, EVE.mailbox]


@pytest.mark.parametrize(
    ("answer", "state"),
    [
        ("451 4.3.0 try later", State.NOT_SENT),
        ("554 5.7.1 not from you", State.REFUSED),
        ("552 too large", State.REFUSED),
    ],
)
def test_a_no_after_the_letter(answer: str, state: State, post: Any, server: Server, letter: Letter) -> None:
    """A 4xx may go away, a 5xx is final; 552 comes with a remedy."""
    post.data_answer = answer
    [outcome] = hand_over(server, letter, ANN)
    assert outcome.state is state
    assert outcome.answer.startswith(answer)
    assert ("attach less" in outcome.answer) == answer.startswith("552")


def test_greylisting_is_no_refusal(post: Any, server: Server, letter: Letter) -> None:
    """A 4xx to the recipient means another day."""
    post.answers[ANN.mailbox] = "450 4.2.0 greylisted"
    assert hand_over(server, letter, ANN)[0].state is State.NOT_SENT


def test_the_words_of_a_server_are_one_harmless_line(post: Any, server: Server, letter: Letter) -> None:
    """A server cannot draw on the terminal."""
    post.answers[ANN.mailbox] = "550 \x1b[31mno\x07"
    assert hand_over(server, letter, ANN)[0].answer == "550 [31mno"


# ---- whom we trust, and who trusts us -----------------------------------------------------------


def test_a_certificate_that_nobody_vouches_for_is_refused(
    post: Any, server: Server, letter: Letter, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither password nor letter goes to a server that could be anybody's."""
    monkeypatch.delenv("SSL_CERT_FILE")
    with pytest.raises(NotSent, match=r"certificate of 127.0.0.1 .* cannot be trusted .*so nothing was sent"):
        hand_over(server, letter, ANN)
    assert post.arrived == []


def test_a_certificate_of_another_name_is_refused(
    letter: Letter, serve: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A trusted authority's certificate for another host does not do."""
    ca = trustme.CA()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    ca.issue_cert("other.example").configure_cert(context)
    ca.cert_pem.write_to_path(str(tmp_path / "ca.pem"))
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "ca.pem"))
    with serve(context) as post, pytest.raises(NotSent, match=r"cannot be trusted .*not valid for"):
        hand_over(Server("127.0.0.1", post.port, timeout=10), letter, ANN)


def test_a_server_without_starttls_gets_nothing(letter: Letter, serve: Callable[..., Any]) -> None:
    """TLS is not given up because somebody on the way took the offer out."""
    with serve(None) as post, pytest.raises(NotSent, match=r"offers no STARTTLS, so nothing was sent"):
        hand_over(Server("127.0.0.1", post.port, "starttls", timeout=10), letter, ANN)
    assert post.arrived == []


def test_a_wrong_password_is_told_and_not_shown(server: Server, letter: Letter) -> None:
    """The sentence names the user, never the password, in none of its forms."""
    with pytest.raises(NotSent, match=r"did not let the user desk in .*check mail.user and the password") as caught:
        hand_over(changed(server, password="yanlış parola"), letter, ANN)  # noqa: S106
    assert "yanlış" not in "".join(map(repr, (caught.value, caught.value.__context__, server)))


def test_login_where_plain_is_not_offered(
    authority: tuple[ssl.SSLContext, Path], letter: Letter, monkeypatch: pytest.MonkeyPatch, serve: Callable[..., Any]
) -> None:
    """The older way of AUTH works too."""
    monkeypatch.setenv("SSL_CERT_FILE", str(authority[1]))
    with serve(authority[0], auth=True, auth_exclude_mechanism=["PLAIN"]) as post:
        server = Server("127.0.0.1", post.port, user="desk", password="kapı açık mı?", timeout=10)  # noqa: S106
        assert hand_over(server, letter, ANN)[0].state is State.SENT


@pytest.mark.parametrize(
    ("told", "why"),
    [
        ({"host": ""}, "mail.host is missing"),
        ({"host": "mail.example.org", "tls": "none"}, "for this machine alone"),
        ({"host": "127.0.0.1.example.org", "tls": "none"}, "for this machine alone"),
        ({"host": "mail.example.org", "tls": "startls"}, "did you mean starttls?"),
        ({"host": "mail.example.org", "timeout": 0.0}, "mail.timeout is 0"),
    ],
)
def test_a_server_that_cannot_be_is_misuse(told: dict[str, Any], why: str) -> None:
    """What is described wrongly is said before anything is connected."""
    with pytest.raises(Misuse, match=why):
        Server(**told)


# ---- who does not answer ------------------------------------------------------------------------


def test_nobody_there(letter: Letter) -> None:
    """A closed port and an unknown name are sentences with a remedy."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with pytest.raises(NotSent, match=r"cannot be reached: .*; check host, port and network"):
        hand_over(Server("127.0.0.1", port, timeout=2), letter, ANN)
    with pytest.raises(NotSent, match=r"no mail server nowhere.invalid to be found"):
        hand_over(Server("nowhere.invalid", timeout=2), letter, ANN)


@contextmanager
def saying(*words: bytes) -> Iterator[int]:
    """A server that says these words one after the other, each to what it is told, and then nothing; gives its port."""
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def talk() -> None:
            with listening.accept()[0] as line:
                for word in words:
                    line.sendall(word)
                    if not line.recv(65536):
                        return
                while line.recv(65536):
                    pass

        thread = threading.Thread(target=talk, daemon=True)
        thread.start()
        yield listening.getsockname()[1]
        thread.join(5)


def test_a_server_that_says_nothing(letter: Letter) -> None:
    """Waiting ends, with a sentence."""
    with saying() as port, pytest.raises(NotSent, match=r"did not answer within 0\.3 seconds"):
        hand_over(Server("127.0.0.1", port, "none", timeout=0.3), letter, ANN)


def test_a_server_that_is_closed(letter: Letter) -> None:
    """A greeting that is none is told in the server's words."""
    with (
        saying(b"554 no service here\r\n") as port,
        pytest.raises(NotSent, match=r"takes no mail now: 554 no service here"),
    ):
        hand_over(Server("127.0.0.1", port, "none", timeout=5), letter, ANN)


def test_a_server_that_falls_silent_before_the_letter(letter: Letter) -> None:
    """A time-out before the content means that it was certainly not sent."""
    with saying(b"220 hello\r\n", b"250 hello\r\n") as port:
        [outcome] = hand_over(Server("127.0.0.1", port, "none", timeout=0.3), letter, ANN)
    assert outcome.state is State.NOT_SENT
    assert "it took too long" in outcome.answer


def test_a_server_that_goes_down_before_the_dot(letter: Letter) -> None:
    """A 421 amid the content is the server's word that it has not got the letter."""
    ready = (b"220 hello\r\n", b"250 hello\r\n", b"250 ok\r\n", b"250 ok\r\n")
    with saying(*ready, b"354 go on\r\n421 going down\r\n") as port:
        [outcome] = hand_over(Server("127.0.0.1", port, "none", timeout=5), letter, ANN)
    assert outcome == Outcome(ANN.mailbox, State.NOT_SENT, "421 going down")
