"""robots.txt: what a host asks programs to leave alone (RFC 9309)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from briefing.fetching.policy import AGENT_TOKEN

if TYPE_CHECKING:
    from protego import Protego

__all__ = ["ALL_ALLOWED", "Rules", "read_rules", "rules_address"]

LARGEST = 500 * 1024  # what a crawler has to read at least (RFC 9309, 2.5)


@dataclass(frozen=True, slots=True)
class Rules:
    """What a host allows; without a file, everything."""

    parsed: Protego | None = None

    def allow(self, url: str) -> bool:
        """Whether programs may fetch an address."""
        return self.parsed is None or self.parsed.can_fetch(url, AGENT_TOKEN)

    @property
    def delay(self) -> float:
        """The seconds that it asks for between two visits, or 0."""
        return max(0.0, (self.parsed.crawl_delay(AGENT_TOKEN) or 0.0) if self.parsed else 0.0)


ALL_ALLOWED = Rules()


def rules_address(url: str) -> str:
    """Where the rules for an address stand."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}/robots.txt"


def read_rules(body: bytes) -> Rules:
    """The rules that a file holds; what cannot be understood in it allows everything, as the standard says."""
    from protego import Protego

    text = body[:LARGEST].decode("utf-8-sig", "replace").replace("\0", "")
    try:
        return Rules(Protego.parse(text))
    except Exception:  # noqa: BLE001 (whatever a stranger's file does to the parser)
        return ALL_ALLOWED
