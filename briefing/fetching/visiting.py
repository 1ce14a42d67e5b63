"""One wanted address -> one visit: its redirects followed by hand, its second try, its reasons."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from briefing.fetching.addresses import Unusable, host_of, is_own_address, web_address
from briefing.fetching.hosts import Host, Hosts
from briefing.fetching.policy import Policy
from briefing.fetching.robots import ALL_ALLOWED, LARGEST, Rules, read_rules, rules_address
from briefing.fetching.transfer import Answer, Broken
from briefing.fetching.visits import Outcome, Visit, Wanted
from briefing.fetching.waiting import UNSAID, retry_after

__all__ = ["visit"]

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_ASKS_FOR_TIME = frozenset({429, 503})
_MOST_RULE_REDIRECTS = 5  # RFC 9309, 2.3.1.2
_BACK_OFF = 1.0
_NEXT_RUN = "it is tried again at the next run"

# What a status says, where a reader can do something about it.
_MEANING = {
    401: (Outcome.FORBIDDEN, "wants a password (401); take it off the sources, or save its pages as files"),
    402: (Outcome.FORBIDDEN, "wants to be paid (402); take it off the sources, or save its pages as files"),
    403: (Outcome.FORBIDDEN, "does not let programs in (403); ask the outlet for a feed, or save its pages as files"),
    404: (Outcome.FAILED, "is not there (404); look for its new address"),
    410: (Outcome.FAILED, "is gone for good (410); take it off the sources"),
    451: (Outcome.FORBIDDEN, "is withheld for legal reasons (451); look for another source"),
}


@dataclass
class _Way:
    """How far a visit has come."""

    wanted: Wanted
    url: str
    redirects: list[str] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)  # the hosts entered


class _End(Exception):
    """The visit ends here, and why."""

    def __init__(self, outcome: Outcome, message: str, status: int = 0, not_before: datetime | None = None) -> None:
        super().__init__(message)
        self.outcome = outcome
        self.status = status
        self.not_before = not_before


def visit(wanted: Wanted, hosts: Hosts) -> Visit:
    """Visit one address. Nothing raises: whatever goes wrong is the visit's outcome and message."""
    way = _Way(wanted, wanted.url)
    try:
        way.url = web_address(wanted.url)
        _check_time(wanted.not_before, hosts)
        answer = _follow(way, hosts)
        return _read(way, answer, hosts)
    except Unusable as error:
        return _ended(way, _End(Outcome.REFUSED, str(error)), hosts)
    except Broken as error:
        return _ended(way, _End(error.outcome, str(error), error.status), hosts)
    except _End as end:
        return _ended(way, end, hosts)
    except Exception as error:  # noqa: BLE001 (one address must never cost the others)
        message = f"could not be fetched ({type(error).__name__}); {_NEXT_RUN}"
        return _ended(way, _End(Outcome.FAILED, message), hosts)


def _ended(way: _Way, end: _End, hosts: Hosts) -> Visit:
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
        if answer.status not in _REDIRECTS or "location" not in answer.headers:
            raise _end_of(answer)
        way.redirects.append(way.url)
        if len(way.redirects) > hosts.policy.most_redirects:
            raise _End(
                Outcome.FAILED,
                f"leads on more than {hosts.policy.most_redirects} times; open it in a browser and give the last address",
                answer.status,
            )
        way.url = _next_address(way, answer)
        if way.url in way.redirects:
            raise _End(Outcome.FAILED, f"leads round in a circle by way of {way.url}; {_NEXT_RUN}", answer.status)


def _next_address(way: _Way, answer: Answer) -> str:
    try:
        return web_address(_as_sent(answer.headers["location"]), way.url)
    except Unusable as error:
        raise _End(Outcome.REFUSED, f"leads on to what {error}; open it in a browser", answer.status) from error


def _as_sent(header: str) -> str:
    """A header in UTF-8, as many servers send addresses, though it was read as Latin-1."""
    try:
        return header.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return header


def _conditions(wanted: Wanted) -> Mapping[str, str]:
    """What makes the server answer 304 where nothing has changed; values that are no header's are not sent."""
    told = {"If-None-Match": wanted.etag, "If-Modified-Since": wanted.last_modified}
    return {name: value for name, value in told.items() if value and value.isascii() and value.isprintable()}


def _end_of(answer: Answer) -> _End:
    outcome, message = _MEANING.get(
        answer.status,
        (
            Outcome.FAILED,
            f"answered with an error of its own ({answer.status}); {_NEXT_RUN}"
            if answer.status >= 500
            else f"answered without a page ({answer.status}); open it in a browser and check the address",
        ),
    )
    return _End(outcome, message, answer.status)


# ---- one host ---------------------------------------------------------------------------------


def _ask(way: _Way, headers: Mapping[str, str], hosts: Hosts) -> Answer:
    """Ask one address, as politely as its host wants it, and once more where it stumbles."""
    host = hosts.of(way.url)
    private = _may_be_private(way, hosts.policy)
    if is_own_address(way.url) and not private:
        raise _End(
            Outcome.REFUSED,
            "is an address of this machine or of a private network, where no feed, page or redirect of others may send "
            "us; write it down as a source, or allow private addresses",
        )
    _check_open(host)
    if not _rules(way.url, host, hosts, private=private).allow(way.url):
        raise _End(
            Outcome.FORBIDDEN,
            "is closed to programs by the robots.txt of its host; ask the outlet for a feed, or save its pages as files",
        )
    wait = host_of(way.url) not in way.seen
    way.seen.add(host_of(way.url))
    for attempt in range(1, hosts.policy.attempts + 1):
        last = attempt == hosts.policy.attempts
        try:
            with host.turn(wait=wait):
                _check_open(host)  # it may have asked for time while we waited for our turn
                answer = host.ask(way.url, headers, hosts.policy, private=private)
        except Broken as error:
            if last or not error.again:
                host.failed(error)
                raise
        else:
            host.answered()
            if answer.status in _ASKS_FOR_TIME:
                _keep_away(host, answer, last=last)
            elif last or answer.status not in {500, 502, 504}:
                return answer
        host.hold_until(host.now() + timedelta(seconds=_BACK_OFF))
        wait = True
    raise AssertionError("unreachable: the last attempt returns or raises")


def _check_time(not_before: datetime | None, where: Hosts | Host) -> None:
    if not_before and where.now() < not_before:
        raise _End(Outcome.WAITS, _until(not_before), 0, not_before)


def _check_open(host: Host) -> None:
    _check_time(host.closed_until, host)
    if host.given_up:
        raise _End(Outcome.FAILED, f"was left out, as its host did not answer: it {host.given_up}")


def _keep_away(host: Host, answer: Answer, *, last: bool) -> None:
    """Stay away for as long as the server says: a short while within the run, a long one beyond it."""
    now = host.now()
    written = answer.headers.get("retry-after", "")
    until = retry_after(written, now) if written else now + UNSAID
    if not last and (until - now).total_seconds() <= host.policy.patience:
        host.hold_until(until)
        return
    host.closed_until = until
    raise _End(Outcome.WAITS, f"asks us to come later ({answer.status}); {_until(until)}", answer.status, until)


def _until(instant: datetime) -> str:
    return f"is left alone until {instant:%Y-%m-%d %H:%M %Z}, as its server asked; it is visited after that"


def _may_be_private(way: _Way, policy: Policy) -> bool:
    """Whether this address may lie in a private network: by policy, or as the user wrote its host down himself."""
    if policy.private:
        return True
    own = way.wanted.trusted and is_own_address(web_address(way.wanted.url))
    return own and host_of(web_address(way.wanted.url)) == host_of(way.url)


# ---- its rules --------------------------------------------------------------------------------


def _rules(url: str, host: Host, hosts: Hosts, *, private: bool) -> Rules:
    """The rules of a host, fetched once a run. Raises `_End` while they cannot be had."""
    with host.rules_lock:
        if host.rules is None:
            host.rules = _fetch_rules(rules_address(url), host, hosts, private=private)
            host.delay = max(host.policy.delay, min(host.rules.delay, host.policy.longest_delay))
        return host.rules


def _fetch_rules(url: str, host: Host, hosts: Hosts, *, private: bool) -> Rules:
    policy = replace(hosts.policy, largest=max(LARGEST, min(hosts.policy.largest, 4 * LARGEST)))
    for _ in range(_MOST_RULE_REDIRECTS + 1):
        current = hosts.of(url)
        try:
            with current.turn(wait=False):
                answer = current.ask(url, {}, policy, private=private and current is host)
        except Broken as error:
            return _without_rules(error, host)
        if answer.status == 200:
            return read_rules(answer.body)
        if answer.status not in _REDIRECTS or "location" not in answer.headers:
            return _judge(answer, host)
        try:
            url = web_address(_as_sent(answer.headers["location"]), url)
        except Unusable:
            return ALL_ALLOWED
    return ALL_ALLOWED


def _without_rules(error: Broken, host: Host) -> Rules:
    """A host that does not answer, answers nothing else either; a file too large to be one has no rules."""
    if error.outcome is not Outcome.FAILED:
        if error.outcome is Outcome.TOO_LARGE:
            return ALL_ALLOWED
        raise error
    host.failed(error)
    raise error


def _judge(answer: Answer, host: Host) -> Rules:
    """No file is no rule; a server that stumbles over it, or asks for time, is not visited now (RFC 9309, 2.3.1)."""
    if answer.status == 429 or answer.status >= 500:
        until = retry_after(answer.headers.get("retry-after", ""), host.now())
        host.closed_until = until
        raise _End(
            Outcome.WAITS,
            f"cannot be visited now, as its host does not tell its rules (robots.txt: {answer.status}); {_NEXT_RUN}",
            answer.status,
            until,
        )
    return ALL_ALLOWED
