"""Visits to a real server: what is read, what is not fetched twice, what is given up and why."""

from __future__ import annotations

import gzip
import socket
import threading
import tracemalloc
import zlib
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import brotli
import pytest

from briefing.fetching import Outcome, Policy, Wanted, fetch_all
from tests.fetching.conftest import START, Clock, Fetch, Handler, Reply, Server

HTML = {"Content-Type": "text/html; charset=utf-8"}


def test_page_is_read(site: Server, fetch: Fetch) -> None:
    """A page comes with its bytes, its header, its validators and the instant of the visit."""
    site["/a"] = Reply(
        b"<p>Talks</p>", headers={**HTML, "ETag": '"1"', "Last-Modified": "Mon, 16 Sep 2024 05:00:00 GMT"}
    )
    visit = fetch(site.url("/a"))[0]
    assert (visit.outcome, visit.status, visit.body) == (Outcome.READ, 200, b"<p>Talks</p>")
    assert (visit.media_type, visit.charset) == ("text/html", "utf-8")
    assert (visit.etag, visit.last_modified, visit.at) == ('"1"', "Mon, 16 Sep 2024 05:00:00 GMT", START)
    assert site.headers_of("/a")[0]["user-agent"].startswith("briefing/")


def test_unchanged_is_not_sent_again(site: Server, fetch: Fetch) -> None:
    """The second visit gives the validators back, gets 304 and no body, and keeps the validators."""
    site["/feed"] = lambda handler: (
        Reply(status=304)
        if handler.headers.get("If-None-Match") == '"1"'
        else Reply(b"<rss/>", headers={"ETag": '"1"'})
    )
    first = fetch(site.url("/feed"))[0]
    second = fetch(Wanted(first.url, etag=first.etag, trusted=True))[0]
    assert (second.outcome, second.status, second.body, second.etag) == (Outcome.UNCHANGED, 304, b"", '"1"')


@pytest.mark.parametrize("encoding", ["gzip", "deflate", "br"])
def test_compressed_bodies_are_unpacked(site: Server, fetch: Fetch, encoding: str) -> None:
    """gzip, deflate and brotli are asked for and unpacked."""
    pack = {"gzip": gzip.compress, "deflate": zlib.compress, "br": brotli.compress}[encoding]
    site["/a"] = Reply(pack(b"Talks " * 1000), headers={"Content-Encoding": encoding})
    assert fetch(site.url("/a"))[0].body == b"Talks " * 1000
    assert encoding in site.headers_of("/a")[0]["accept-encoding"]


# ---- redirects --------------------------------------------------------------------------------


def test_redirects_are_followed_and_recorded(site: Server, fetch: Fetch) -> None:
    """A page behind three redirects is read, and the way to it stands in the visit."""
    for number, (here, there) in enumerate([("/a", "/b"), ("/b", "c?x=Ã¼"), ("/c?x=%C3%BC", "/d")]):
        site[here] = Reply(status=(301, 302, 307)[number], headers={"Location": there})
    site["/d"] = Reply(b"there")
    visit = fetch(site.url("/a"))[0]
    assert (visit.outcome, visit.body, visit.final_url) == (Outcome.READ, b"there", site.url("/d"))
    assert visit.redirects == tuple(map(site.url, ("/a", "/b", "/c?x=%C3%BC")))


def test_circle_is_left(site: Server, fetch: Fetch) -> None:
    """Addresses that lead to each other are asked once each."""
    site["/a"] = Reply(status=302, headers={"Location": "/b"})
    site["/b"] = Reply(status=302, headers={"Location": "/a"})
    visit = fetch(site.url("/a"))[0]
    assert visit.outcome is Outcome.FAILED
    assert "circle" in visit.message
    assert site.asked == ["/a", "/b"]


def test_endless_way_is_left(site: Server, fetch: Fetch) -> None:
    """Redirects that never repeat end at the limit."""
    for number in range(20):
        site[f"/{number}"] = Reply(status=302, headers={"Location": f"/{number + 1}"})
    assert "more than 6 times" in fetch(site.url("/0"))[0].message
    assert len(site.asked) == 7


@pytest.mark.parametrize("target", ["file:///etc/passwd", "ftp://a.example/x", "http://user:word@a.example/"])
def test_redirect_out_of_the_web_is_refused(site: Server, fetch: Fetch, target: str) -> None:
    """A redirect to a file, another protocol or with a password leads nowhere."""
    site["/a"] = Reply(status=302, headers={"Location": target})
    visit = fetch(site.url("/a"), private=True)[0]
    assert (visit.outcome, visit.body) == (Outcome.REFUSED, b"")


def test_redirect_to_another_private_address_is_refused(start_site: Callable[[], Server], fetch: Fetch) -> None:
    """A server of this machine that the user named may not send us to another one, unless that is allowed."""
    named, other = start_site(), start_site()
    named["/a"] = Reply(status=302, headers={"Location": other.url("/secret")})
    other["/secret"] = Reply(b"secret")
    assert fetch(named.url("/a"))[0].outcome is Outcome.REFUSED
    assert other.requests == []
    assert fetch(named.url("/a"), private=True)[0].body == b"secret"


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1:{port}/a",
        "http://localhost:{port}/a",
        "http://2130706433:{port}/a",
        "http://0x7f.1:{port}/a",
        "http://[::ffff:127.0.0.1]:{port}/a",
        "http://169.254.169.254/latest",
        "http://10.0.0.1/",
        "http://[::1]/",
        "file:///etc/passwd",
    ],
)
def test_private_addresses_are_refused(site: Server, fetch: Fetch, url: str) -> None:
    """However an address of this machine or network is written, one that a stranger gave is not visited."""
    visit = fetch(Wanted(url.format(port=site.server_address[1])))[0]
    assert visit.outcome is Outcome.REFUSED
    assert site.requests == []


def test_name_that_turns_private_is_refused(site: Server, fetch: Fetch, monkeypatch: pytest.MonkeyPatch) -> None:
    """What counts is where the name leads at the moment of connecting, also for a source that the user wrote down."""
    port = site.server_address[1]
    monkeypatch.setattr("socket.getaddrinfo", lambda *_, **__: [(2, 1, 6, "", ("127.0.0.1", port))])
    visit = fetch(Wanted(f"http://news.example:{port}/a", trusted=True))[0]
    assert visit.outcome is Outcome.REFUSED
    assert site.requests == []


# ---- servers that ask for time ----------------------------------------------------------------


def test_short_wait_is_waited(site: Server, fetch: Fetch, clock: Clock) -> None:
    """A 429 that asks for two seconds is asked again after two seconds."""
    site["/a"] = [Reply(status=429, headers={"Retry-After": "2"}), Reply(b"now")]
    assert fetch(site.url("/a"))[0].body == b"now"
    assert clock.slept == [2.0]


@pytest.mark.parametrize("written", ["600", "Mon, 16 Sep 2024 06:10:00 GMT", "Mon, 16 Sep 2024 09:10:00 +0300"])
def test_long_wait_is_kept_beyond_the_run(site: Server, fetch: Fetch, written: str) -> None:
    """A 429 that asks for ten minutes ends the visit; the next one comes to nothing until they are over."""
    site["/a"] = Reply(status=429, headers={"Retry-After": written})
    first = fetch(site.url("/a"))[0]
    assert (first.outcome, first.not_before) == (Outcome.WAITS, START + timedelta(minutes=10))
    second = fetch(Wanted(first.url, not_before=first.not_before, trusted=True))[0]
    assert (second.outcome, second.not_before) == (Outcome.WAITS, first.not_before)
    assert site.asked == ["/a"]


def test_one_word_holds_for_the_host(site: Server, fetch: Fetch) -> None:
    """A host that asks for time is not asked for its other pages either."""
    site["/a"] = Reply(status=503, headers={"Retry-After": "99999999999999"})
    visits = fetch(site.url("/a"), site.url("/b"))
    assert [visit.outcome for visit in visits] == [Outcome.WAITS, Outcome.WAITS]
    assert site.asked == ["/a"]
    assert visits[1].not_before == START + timedelta(days=1)  # a slip of the keyboard is not believed


# ---- servers that fail ------------------------------------------------------------------------


def test_refused_connection(start_site: Callable[[], Server], fetch: Fetch) -> None:
    """A dead server is said to be one."""
    dead = start_site()
    dead.shutdown()
    dead.server_close()
    visit = fetch(dead.url("/feed"))[0]
    assert (visit.outcome, visit.status) == (Outcome.FAILED, 0)
    assert "refused the connection" in visit.message


def test_dead_host_is_not_asked_for_ever(site: Server, fetch: Fetch) -> None:
    """After three pages in a row that broke off, the other pages of a host are left for the next run."""
    for number in range(9):
        site[f"/{number}"] = Reply(b"half of it", headers={"Content-Length": "999"}, cut=4)
    visits = fetch(*(site.url(f"/{number}") for number in range(9)), attempts=1)
    assert {visit.outcome for visit in visits} == {Outcome.FAILED}
    assert site.asked == ["/0", "/1", "/2"]
    assert "left out" in visits[8].message


@pytest.mark.parametrize(
    "said",
    [b"", b"hello", b"HTTP/1.1 abc\r\n\r\n", b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 300, b"\x16\x03\x01\x00" * 50],
)
def test_server_that_speaks_no_http(site: Server, fetch: Fetch, said: bytes) -> None:
    """Whatever comes back, the visit says that nothing whole came."""

    def speak(handler: Handler) -> Reply:
        handler.wfile.write(said)
        handler.wfile.flush()
        handler.connection.shutdown(socket.SHUT_RDWR)
        raise ConnectionAbortedError

    site["/a"] = speak
    visit = fetch(site.url("/a"), attempts=1)[0]
    assert (visit.outcome, visit.body) == (Outcome.FAILED, b"")
    assert visit.message


def test_large_pages_do_not_cost_the_host(site: Server, fetch: Fetch) -> None:
    """Pages that are too large say nothing against the next one."""
    for number in range(5):
        site[f"/{number}"] = Reply(b"x" * 200)
    site["/small"] = Reply(b"x")
    assert fetch(*(site.url(f"/{number}") for number in range(5)), site.url("/small"), largest=100)[5].body == b"x"


def test_server_error_gets_a_second_try(site: Server, fetch: Fetch) -> None:
    """A 500 that passes is no failure; one that stays is, with its number."""
    site["/a"] = [Reply(status=500), Reply(b"well again")]
    site["/b"] = Reply(status=500)
    passing, staying = fetch(site.url("/a"), site.url("/b"))
    assert passing.body == b"well again"
    assert (staying.outcome, staying.status) == (Outcome.FAILED, 500)
    assert "(500)" in staying.message


@pytest.mark.parametrize(
    ("status", "outcome"),
    [
        (401, Outcome.FORBIDDEN),
        (403, Outcome.FORBIDDEN),
        (404, Outcome.FAILED),
        (410, Outcome.FAILED),
        (418, Outcome.FAILED),
    ],
)
def test_refusal_is_told_and_not_repeated(site: Server, fetch: Fetch, status: int, outcome: Outcome) -> None:
    """An answer that another try will not change is taken as it is."""
    site["/a"] = Reply(b"no", status)
    visit = fetch(site.url("/a"))[0]
    assert (visit.outcome, visit.status, site.asked) == (outcome, status, ["/a"])
    assert visit.message


@pytest.mark.slow
def test_server_that_never_answers(site: Server, fetch: Fetch) -> None:
    """A server that hangs before or inside its answer costs the time allowed, and the visit says so."""
    gate = threading.Event()
    site["/a"] = Reply(b"late", hang=gate)
    visit = fetch(site.url("/a"), attempts=1)[0]
    gate.set()
    assert visit.outcome is Outcome.FAILED
    assert "in time" in visit.message


@pytest.mark.slow
@pytest.mark.parametrize("length", ["100", ""])
def test_trickle_is_cut(site: Server, fetch: Fetch, length: str) -> None:
    """A server that sends a byte now and then is cut off when the whole time is up, whether it told a length or not."""

    def trickle(handler: Handler) -> Reply:
        handler.send_response(200)
        handler.send_header("Content-Length" if length else "Connection", length or "close")
        handler.end_headers()
        gate = threading.Event()
        for _ in range(30):
            handler.wfile.write(b"x")
            gate.wait(0.05)
        return Reply()

    site["/a"] = trickle
    visit = fetch(site.url("/a"), attempts=1)[0]
    assert visit.outcome is Outcome.FAILED
    assert "in time" in visit.message


# ---- sizes ------------------------------------------------------------------------------------


def test_large_page_is_stopped(site: Server, fetch: Fetch) -> None:
    """A page of 50 MB is given up at the limit, without its length or with it, and without its memory."""
    piece = b"x" * 65536

    def pour(handler: Handler) -> Reply:
        handler.send_response(200)
        handler.send_header("Connection", "close")
        handler.end_headers()
        for _ in range(800):
            handler.wfile.write(piece)
        return Reply()

    site["/told"] = Reply(b"", headers={"Content-Length": "50000000"}, cut=0)
    site["/untold"] = pour
    tracemalloc.start()
    told, untold = fetch(site.url("/told"), site.url("/untold"), largest=1_000_000, total=5)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert (told.outcome, untold.outcome) == (Outcome.TOO_LARGE, Outcome.TOO_LARGE)
    assert "1 MB" in untold.message
    assert peak < 4_000_000


@pytest.mark.parametrize("encoding", ["gzip", "br", "gzip, gzip"])
def test_bomb_is_stopped(site: Server, fetch: Fetch, encoding: str) -> None:
    """A small body that unpacks to 20 MB is given up at the limit, and its memory never taken."""
    bomb = b"\0" * 20_000_000
    pack = {"gzip": gzip.compress, "br": lambda data: brotli.compress(data, quality=1)}
    for name in encoding.split(", "):
        bomb = pack[name](bomb)
    site["/a"] = Reply(bomb, headers={"Content-Encoding": encoding})
    tracemalloc.start()
    visit = fetch(site.url("/a"), largest=500_000, total=5)[0]
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert (visit.outcome, visit.body) == (Outcome.TOO_LARGE, b"")
    assert peak < 3_000_000


def test_broken_compression_is_told(site: Server, fetch: Fetch) -> None:
    """A body that is not what its header says is a failure with a reason."""
    site["/a"] = Reply(b"plain words", headers={"Content-Encoding": "gzip"})
    visit = fetch(site.url("/a"))[0]
    assert (visit.outcome, "compression" in visit.message) == (Outcome.FAILED, True)


# ---- manners ----------------------------------------------------------------------------------


def test_robots_are_obeyed(site: Server, fetch: Fetch) -> None:
    """What robots.txt closes is not asked for; its rules are fetched once."""
    site["/robots.txt"] = Reply(b"User-agent: *\nDisallow: /private\n")
    site["/a"] = Reply(b"open")
    opened, closed = fetch(site.url("/a"), site.url("/private/b"))
    assert (opened.outcome, closed.outcome) == (Outcome.READ, Outcome.FORBIDDEN)
    assert "robots.txt" in closed.message
    assert [path for path, _ in site.requests] == ["/robots.txt", "/a"]


def test_rules_for_us_come_before_those_for_all(site: Server, fetch: Fetch) -> None:
    """A group that names this program counts for it."""
    site["/robots.txt"] = Reply(b"User-agent: *\nDisallow: /\n\nUser-agent: briefing\nAllow: /\n")
    site["/a"] = Reply(b"open")
    assert fetch(site.url("/a"))[0].outcome is Outcome.READ


def test_rules_hold_behind_redirects(site: Server, fetch: Fetch) -> None:
    """A redirect does not lead round the rules."""
    site["/robots.txt"] = Reply(b"User-agent: *\nDisallow: /private\n")
    site["/a"] = Reply(status=302, headers={"Location": "/private"})
    assert fetch(site.url("/a"))[0].outcome is Outcome.FORBIDDEN


def test_rules_that_cannot_be_had_close_the_host_for_now(site: Server, fetch: Fetch) -> None:
    """A server that stumbles over its robots.txt is not visited in this run."""
    site["/robots.txt"] = Reply(status=500)
    visit = fetch(site.url("/a"))[0]
    assert (visit.outcome, site.asked) == (Outcome.WAITS, [])
    assert visit.not_before == START + timedelta(minutes=15)


def test_delay_between_two_visits(site: Server, fetch: Fetch, clock: Clock) -> None:
    """Two visits to one host lie the delay apart; redirects and robots.txt belong to their visit."""
    site["/a"] = Reply(status=302, headers={"Location": "/b"})
    for path in ("/b", "/c"):
        site[path] = Reply(b"x")
    fetch(site.url("/a"), site.url("/c"), delay=2.0)
    assert clock.slept == [2.0]


@pytest.mark.parametrize(("asked", "kept"), [("4", 4.0), ("900", 10.0), ("0.1", 1.0)])
def test_delay_that_the_host_asks_for(site: Server, fetch: Fetch, clock: Clock, asked: str, kept: float) -> None:
    """A Crawl-delay is kept up to ten seconds, and never shortens our own."""
    site["/robots.txt"] = Reply(f"User-agent: *\nCrawl-delay: {asked}\n".encode())
    for path in ("/a", "/b"):
        site[path] = Reply(b"x")
    fetch(site.url("/a"), site.url("/b"))
    assert clock.slept == [kept]


def test_hosts_at_once_and_one_connection_each(start_site: Callable[[], Server], clock: Clock) -> None:
    """Two hosts are visited at the same time, each over one connection that is used again and again."""
    sites = start_site(), start_site()
    meet = threading.Barrier(2, timeout=5)

    def together(_: Handler) -> Reply:
        meet.wait()
        return Reply(b"met")

    for one in sites:
        one["/meet"] = together
        for number in range(3):
            one[f"/{number}"] = Reply(b"x")
    paths = ("/meet", "/0", "/1", "/2")
    wanted = [Wanted(one.url(path), trusted=True) for one in sites for path in paths]
    visits = list(fetch_all(wanted, Policy(), now=clock.now, sleep=clock.sleep))
    assert {visit.outcome for visit in visits} == {Outcome.READ}
    assert [one.connections for one in sites] == [1, 1]
    assert [one.asked for one in sites] == [list(paths), list(paths)]


def test_round_can_be_left(site: Server, clock: Clock) -> None:
    """Whoever stops listening ends the round: what was not asked for yet is not asked for."""
    for number in range(50):
        site[f"/{number}"] = Reply(b"x")
    wanted = [Wanted(site.url(f"/{number}"), trusted=True) for number in range(50)]
    visits = fetch_all(wanted, Policy(), now=clock.now, sleep=clock.sleep)
    next(visits)
    visits.close()  # type: ignore[attr-defined]
    assert len(site.asked) < 10


def test_address_is_visited_once(site: Server, fetch: Fetch) -> None:
    """An address that two sources name is asked for once."""
    site["/a"] = Reply(b"x")
    one = Wanted(site.url("/a"), trusted=True)
    fetch(one, replace(one, etag='"2"'))
    assert site.asked == ["/a"]
