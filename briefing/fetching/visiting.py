"""One wanted address -> one visit: its redirects followed by hand, its second try, its reasons."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta

from briefing.fetching.addresses import Unusable, host_of, is_own_address, web_address
from briefing.fetching.endings import NEXT_RUN, Ended, check_open, check_time, end_of_answer, until_then
from briefing.fetching.hosts import Host, Hosts
from briefing.fetching.policy import Policy
from briefing.fetching.rulebooks import rules_for
from briefing.fetching.transfer import REDIRECTS, Answer, Broken, as_sent
from briefing.fetching.visits import Outcome, Visit, Wanted
from briefing.fetching.waiting import UNSAID, retry_after

__all__ = ["visit"]

_ASKS_FOR_TIME = frozenset({429, 503})
_STUMBLES = frozenset({500, 502, 504})
_BACK_OFF = 1.0


@dataclass
class _Way:
    """How far a visit has come."""

    wanted: Wanted
    url: str
    redirects: list[str] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)  # the hosts entered


def visit(wanted: Wanted, hosts: Hosts) -> Visit:
    """Visit one address. Nothing raises: whatever goes wrong is the visit's outcome and message."""
    way = _Way(wanted, wanted.url)
    try:
        way.url = web_address(wanted.url)
        check_time(wanted.not_before, hosts.now)
        answer = _follow(way, hosts)
        return _read(way, answer, hosts)
    except Unusable as error:
        return _ended(way, Ended(Outcome.REFUSED, str(error)), hosts)
    except Broken as error:
        return _ended(way, Ended(error.outcome, str(error), error.status), hosts)
    except Ended as end:
        return _ended(way, end, hosts)
    except Exception as error:  # noqa: BLE001 (one address must never cost the others)
        message = f"could not be fetched ({type(error).__name__}); {NEXT_RUN}"
        return _ended(way, Ended(Outcome.FAILED, message), hosts)


def _ended(way: _Way, end: Ended, hosts: Hosts) -> Visit:
    """A visit that brought nothing; what is known of the last good one stays."""
    return Visit(
        url=way.wanted.url,
        final_url=way.url,
        redirects=tuple(way.redirects),
        status=end.status,
        outcome=end.outcome,
        message=str(end),
        etag=way.wanted.etag,
        last_modified=way.wanted.last_modified,
        not_before=end.not_before,
        at=hosts.now(),
        body=b"",
        content_type="",
    )


def _read(way: _Way, answer: Answer, hosts: Hosts) -> Visit:
    """A visit that brought a body, or the word that nothing has changed."""
    unchanged = answer.status == 304
    return Visit(
        url=way.wanted.url,
        final_url=way.url,
        redirects=tuple(way.redirects),
        status=answer.status,
        outcome=Outcome.UNCHANGED if unchanged else Outcome.READ,
        message="",
        etag=answer.headers.get("etag", way.wanted.etag if unchanged else ""),
        last_modified=answer.headers.get("last-modified", way.wanted.last_modified if unchanged else ""),
        not_before=None,
        at=hosts.now(),
        body=answer.body,
        content_type=answer.headers.get("content-type", ""),
    )


# ---- from address to address ------------------------------------------------------------------


def _follow(way: _Way, hosts: Hosts) -> Answer:
    """Go on from redirect to redirect until there is a page."""
    conditions = _conditions(way.wanted)
    while True:
        answer = _ask(way, conditions, hosts)
        if answer.status == 200 or (answer.status == 304 and conditions):
            return answer
        if answer.status not in REDIRECTS or "location" not in answer.headers:
            raise end_of_answer(answer.status)
        way.redirects.append(way.url)
        if len(way.redirects) > hosts.policy.most_redirects:
            raise Ended(
                Outcome.FAILED,
                f"leads on more than {hosts.policy.most_redirects} times; open it in a browser and give the last address",
                answer.status,
            )
        way.url = _next_address(way, answer)
        if way.url in way.redirects:
            raise Ended(Outcome.FAILED, f"leads round in a circle by way of {way.url}; {NEXT_RUN}", answer.status)


def _next_address(way: _Way, answer: Answer) -> str:
    try:
        return web_address(as_sent(answer.headers["location"]), way.url)
    except Unusable as error:
        raise Ended(Outcome.REFUSED, f"leads on to what {error}; open it in a browser", answer.status) from error


def _conditions(wanted: Wanted) -> Mapping[str, str]:
    """What makes the server answer 304 where nothing has changed; values that are no header's are not sent."""
    told = {"If-None-Match": wanted.etag, "If-Modified-Since": wanted.last_modified}
    return {name: value for name, value in told.items() if value and value.isascii() and value.isprintable()}


# ---- one host ---------------------------------------------------------------------------------


def _ask(way: _Way, headers: Mapping[str, str], hosts: Hosts) -> Answer:
    """Ask one address, as politely as its host wants it, and once more where it stumbles."""
    host = hosts.of(way.url)
    private = _may_be_private(way, hosts.policy)
    if is_own_address(way.url) and not private:
        raise Ended(
            Outcome.REFUSED,
            "is an address of this machine or of a private network, where no feed, page or redirect of others may send "
            "us; write it down as a source, or allow private addresses",
        )
    check_open(host)
    if not rules_for(way.url, host, hosts, private=private).allow(way.url):
        raise Ended(
            Outcome.FORBIDDEN,
            "is closed to programs by the robots.txt of its host; ask the outlet for a feed, or save its pages as files",
        )
    is_new = host_of(way.url) not in way.seen
    way.seen.add(host_of(way.url))
    return _try(way.url, headers, host, private=private, wait=is_new)


def _try(url: str, headers: Mapping[str, str], host: Host, *, private: bool, wait: bool) -> Answer:
    """Ask in one's turn; where the host stumbles, or asks for a moment, once more."""
    for attempt in range(1, host.policy.attempts + 1):
        last = attempt == host.policy.attempts
        try:
            with host.turn(wait=wait or attempt > 1):
                check_open(host)  # it may have asked for time while we waited for our turn
                answer = host.ask(url, headers, host.policy, private=private)
        except Broken as error:
            if last or not error.again:
                host.failed(error)
                raise
        else:
            host.answered()
            if answer.status in _ASKS_FOR_TIME:
                _keep_away(host, answer, last=last)
            elif last or answer.status not in _STUMBLES:
                return answer
        host.hold_until(host.now() + timedelta(seconds=_BACK_OFF))
    raise AssertionError("unreachable: the last attempt returns or raises")


def _keep_away(host: Host, answer: Answer, *, last: bool) -> None:
    """Stay away for as long as the server says: a short while within the run, a long one beyond it."""
    now = host.now()
    written = answer.headers.get("retry-after", "")
    until = retry_after(written, now) if written else now + UNSAID
    if not last and (until - now).total_seconds() <= host.policy.patience:
        host.hold_until(until)
        return
    host.closed_until = until
    raise Ended(Outcome.WAITS, f"asks us to come later ({answer.status}); {until_then(until)}", answer.status, until)


def _may_be_private(way: _Way, policy: Policy) -> bool:
    """Whether this address may lie in a private network: by policy, or as the user wrote its host down himself."""
    if policy.private:
        return True
    own = way.wanted.trusted and is_own_address(web_address(way.wanted.url))
    return own and host_of(web_address(way.wanted.url)) == host_of(way.url)
