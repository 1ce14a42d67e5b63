"""How we behave in the net: who we say we are, how long we wait, how much we take, where we do not go."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache

__all__ = ["AGENT_TOKEN", "Policy", "agent_name"]

AGENT_TOKEN = "briefing"  # noqa: S105 (the name by which robots.txt speaks to us, RFC 9309, 2.2.1)


@lru_cache(maxsize=8)
def agent_name(contact: str = "") -> str:
    """The user agent: ``briefing/0.1.0 (+https://example.org/about-us)``; ``contact`` is an address or a mail address."""
    from importlib.metadata import PackageNotFoundError, version  # slow, and only what goes out needs it

    try:
        number = version("briefing-cli")
    except PackageNotFoundError:  # run from a checkout that nobody installed
        number = "0"
    shown = " ".join(word for word in contact.split() if word.isascii() and word.isprintable())
    return f"{AGENT_TOKEN}/{number}" + (f" (+{shown})" if shown else "")


@dataclass(frozen=True, slots=True)
class Policy:
    """Limits and manners of one run. Times are seconds, sizes bytes.

    ``total`` bounds one answer from connecting to its last byte, however slowly it trickles. ``largest`` bounds a body
    both as sent and decompressed. ``delay`` lies between two visits to one host, which never has more than one
    connection; a longer Crawl-delay of its robots.txt is kept up to ``longest_delay``. ``attempts`` counts the tries of an address
    whose server stumbles. ``patience`` is how long a Retry-After is waited for within the run. ``private`` lets every
    address of this machine and of private networks in. ``most_pages`` bounds the new pages of one source in one run.
    """

    agent: str = field(default_factory=agent_name)
    connect: float = 10.0
    read: float = 20.0
    total: float = 60.0
    largest: int = 10_000_000
    delay: float = 1.0
    longest_delay: float = 10.0
    hosts_at_once: int = 16
    attempts: int = 2
    patience: float = 5.0
    most_redirects: int = 6
    most_pages: int = 300
    private: bool = False
