"""The rules of a host (robots.txt), fetched once a run and kept with it (RFC 9309, 2.3)."""

from __future__ import annotations

from dataclasses import replace

from briefing.fetching.addresses import Unusable, web_address
from briefing.fetching.endings import NEXT_RUN, Ended
from briefing.fetching.hosts import Host, Hosts
from briefing.fetching.robots import ALL_ALLOWED, LARGEST, Rules, read_rules, rules_address
from briefing.fetching.transfer import REDIRECTS, Answer, Broken, as_sent
from briefing.fetching.visits import Outcome
from briefing.fetching.waiting import retry_after

__all__ = ["rules_for"]

_MOST_REDIRECTS = 5  # RFC 9309, 2.3.1.2


def rules_for(url: str, host: Host, hosts: Hosts, *, private: bool) -> Rules:
    """The rules of a host, fetched once a run. Raises `Ended` while they cannot be had."""
    with host.rules_lock:
        if host.rules is None:
            host.rules = _fetch_rules(rules_address(url), host, hosts, private=private)
            host.delay = max(host.policy.delay, min(host.rules.delay, host.policy.longest_delay))
        return host.rules


def _fetch_rules(url: str, host: Host, hosts: Hosts, *, private: bool) -> Rules:
    policy = replace(hosts.policy, largest=max(LARGEST, min(hosts.policy.largest, 4 * LARGEST)))
    for _ in range(_MOST_REDIRECTS + 1):
        current = hosts.of(url)
        try:
            with current.turn(wait=False):
                answer = current.ask(url, {}, policy, private=private and current is host)
        except Broken as error:
            return _without_rules(error, host)
        if answer.status == 200:
            return read_rules(answer.body)
        if answer.status not in REDIRECTS or "location" not in answer.headers:
            return _judge(answer, host)
        try:
            url = web_address(as_sent(answer.headers["location"]), url)
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
        raise Ended(
            Outcome.WAITS,
            f"cannot be visited now, as its host does not tell its rules (robots.txt: {answer.status}); {NEXT_RUN}",
            answer.status,
            until,
        )
    return ALL_ALLOWED
