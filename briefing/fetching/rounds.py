"""A round of visits: many hosts at once, one visit at a time to each, every visit handed on as it ends."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Iterable, Iterator
from queue import Full, Queue
from threading import Event, Thread

from briefing.fetching.addresses import Unusable, host_of, web_address
from briefing.fetching.hosts import Hosts, Now, Sleep
from briefing.fetching.policy import Policy
from briefing.fetching.visiting import visit
from briefing.fetching.visits import Visit, Wanted

__all__ = ["fetch_all"]

_LOOK_UP = 0.2  # seconds between two looks at whether anybody still wants the visits


def fetch_all(
    wanted: Iterable[Wanted], policy: Policy, *, now: Now, sleep: Sleep = time.sleep, hosts: Hosts | None = None
) -> Iterator[Visit]:
    """Visit every address once; the visits come as they end, so in no fixed order.

    Args:
        wanted: the addresses; of one that is named twice the first counts.
        policy: limits and manners.
        now: the clock, with its zone: for the delays and for what `Visit.at` says.
        sleep: what waits; a test passes its own.
        hosts: what an earlier round of the same run learnt of the hosts; without it they are met anew, and forgotten.

    Nothing raises for an address: every failure is a `Visit` with a sentence. Closing the iterator ends the round.
    """
    groups = _by_host(wanted)
    shared = hosts or Hosts(policy, now, sleep)
    return _run(groups, shared, owned=hosts is None)


def _run(groups: deque[list[Wanted]], hosts: Hosts, *, owned: bool) -> Iterator[Visit]:
    total = sum(map(len, groups))
    threads = min(len(groups), hosts.policy.hosts_at_once)
    done: Queue[Visit] = Queue(maxsize=2 * threads + 1)  # bounded: bodies wait at their servers, not in memory
    stop = Event()
    for _ in range(threads):
        Thread(target=_work, args=(groups, hosts, done, stop), daemon=True).start()
    try:
        for _ in range(total):
            yield done.get()
    finally:
        stop.set()
        if owned:
            hosts.close()


def _by_host(wanted: Iterable[Wanted]) -> deque[list[Wanted]]:
    """The addresses of each host, the longest list first, as it takes longest."""
    once: dict[str, Wanted] = {}
    for one in wanted:
        once.setdefault(one.url, one)
    groups: dict[str, list[Wanted]] = {}
    for one in once.values():
        groups.setdefault(_host(one.url), []).append(one)
    return deque(sorted(groups.values(), key=len, reverse=True))


def _host(url: str) -> str:
    try:
        return host_of(web_address(url))
    except Unusable:
        return ""


def _work(groups: deque[list[Wanted]], hosts: Hosts, done: Queue[Visit], stop: Event) -> None:
    """Take one host after the other, until none is left or nobody wants more."""
    while not stop.is_set():
        try:
            group = groups.popleft()
        except IndexError:
            return
        for one in group:
            if stop.is_set():
                return
            _hand_on(visit(one, hosts), done, stop)


def _hand_on(finished: Visit, done: Queue[Visit], stop: Event) -> None:
    while not stop.is_set():
        try:
            done.put(finished, timeout=_LOOK_UP)
        except Full:
            continue
        return
