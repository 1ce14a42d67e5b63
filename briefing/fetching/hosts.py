"""What a run remembers of each host: its connection, its rules, when it may be asked again.

One request at a time goes to a host, whichever page led there, and one visit is kept apart from the
next by the delay.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime, timedelta
from threading import Lock
from typing import TYPE_CHECKING

from briefing.fetching.addresses import host_of
from briefing.fetching.policy import Policy
from briefing.fetching.transfer import Answer, Broken, transfer

if TYPE_CHECKING:
    from urllib3 import HTTPConnectionPool

    from briefing.fetching.connection import Line
    from briefing.fetching.robots import Rules

__all__ = ["Host", "Hosts", "Now", "Sleep"]

Now = Callable[[], datetime]
Sleep = Callable[[float], None]

MOST_FAILURES = 3  # visits in a row that came to nothing, before a host is left alone for the rest of the run


class Host:
    """One host, asked politely. Its methods may be called from many threads."""

    def __init__(self, policy: Policy, now: Now, sleep: Sleep) -> None:
        self.policy = policy
        self.now = now
        self.closed_until: datetime | None = None
        self.delay = policy.delay
        self.rules: Rules | None = None
        self.rules_lock = Lock()
        self._sleep = sleep
        self._turn = Lock()
        self._due: datetime | None = None
        self._pool: tuple[tuple[str, bool], HTTPConnectionPool, Line] | None = None
        self._failures = 0
        self._last_failure = ""

    @contextmanager
    def turn(self, *, wait: bool) -> Iterator[None]:
        """Have the host to oneself; with ``wait``, once its delay is over."""
        with self._turn:
            if wait and self._due is not None:
                missing = (self._due - self.now()).total_seconds()
                if missing > 0:  # bounded, as the clock may have been set back
                    self._sleep(min(missing, max(self.delay, self.policy.patience)))
            try:
                yield
            finally:
                if wait or self._due is not None:  # robots.txt comes first, and is no visit
                    self._due = self.now() + timedelta(seconds=self.delay)

    def hold_until(self, instant: datetime) -> None:
        """Let nobody ask before an instant that is near."""
        self._due = max(instant, self._due or instant)

    def ask(self, url: str, headers: Mapping[str, str], policy: Policy, *, private: bool) -> Answer:
        """One request, in one's turn. Raises `Broken`."""
        pool, line = self._open(url, private=private)
        return transfer(pool, line, url, headers, policy)

    def _open(self, url: str, *, private: bool) -> tuple[HTTPConnectionPool, Line]:
        """The connection; one that was opened with other rights or another scheme is closed first."""
        from briefing.fetching.connection import Line, open_pool

        key = (url.partition(":")[0], private)
        if self._pool is None or self._pool[0] != key:
            self.close()
            line = Line(private=private)
            self._pool = (key, open_pool(url, line), line)
        return self._pool[1], self._pool[2]

    def close(self) -> None:
        """Close the connection."""
        pool, self._pool = self._pool, None
        if pool:
            pool[1].close()
            pool[2].drop()

    # ---- hosts that do not answer ---------------------------------------------------------------

    def answered(self) -> None:
        """Note that the host lives."""
        self._failures = 0

    def failed(self, error: Broken) -> None:
        """Note that a visit came to nothing; a page that is too large, or a wrong certificate, says nothing about others."""
        if error.again:
            self._failures += 1
            self._last_failure = str(error)

    @property
    def given_up(self) -> str:
        """What it came to the last time, where the host has failed too often; an empty string else."""
        return self._last_failure if self._failures >= MOST_FAILURES else ""


class Hosts:
    """All hosts of one run, by name."""

    def __init__(self, policy: Policy, now: Now, sleep: Sleep) -> None:
        self.policy = policy
        self.now = now
        self.sleep = sleep
        self._known: dict[str, Host] = {}
        self._lock = Lock()

    def of(self, url: str) -> Host:
        """The host of a whole address."""
        with self._lock:
            return self._known.setdefault(host_of(url), Host(self.policy, self.now, self.sleep))

    def close(self) -> None:
        """Close every connection."""
        with self._lock:
            for host in self._known.values():
                host.close()
