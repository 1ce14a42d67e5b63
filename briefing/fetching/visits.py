"""The values of fetching: an address that is wanted, and what a visit to it came to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

__all__ = ["Outcome", "Visit", "Wanted"]


class Outcome(StrEnum):
    """What a visit came to.

    `UNCHANGED`: the server says that what is known already still holds, and sent no body. `WAITS`: the server asked
    for time; ``Visit.not_before`` says until when. `FORBIDDEN`: robots.txt or the server does not let us in.
    `REFUSED`: we do not go there (a private address, ``file:``). `TOO_LARGE`: given up at the size limit.
    """

    READ = "read"
    UNCHANGED = "unchanged"
    FAILED = "failed"
    WAITS = "waits"
    FORBIDDEN = "forbidden"
    REFUSED = "refused"
    TOO_LARGE = "too large"


@dataclass(frozen=True, slots=True)
class Wanted:
    """An address to visit, with what the last visit to it left behind.

    ``trusted`` says that the user wrote the address down himself: only then may it name this machine or a private
    network (``http://127.0.0.1:8000/feed``).
    """

    url: str
    etag: str = ""
    last_modified: str = ""
    not_before: datetime | None = None
    trusted: bool = False


@dataclass(frozen=True, slots=True)
class Visit:
    """What came of one wanted address; a failure is a visit too.

    ``url`` is the address as wanted, ``redirects`` are the addresses that led on to ``final_url``, in order.
    ``status`` is that of the last answer, 0 without one. ``message`` is empty for what was read or is unchanged, else a
    sentence with a remedy that goes on after the address. ``etag`` and ``last_modified`` are to be given back at the
    next visit. ``body`` is decompressed; ``content_type`` the header as sent, with its charset.
    """

    url: str
    final_url: str
    redirects: tuple[str, ...]
    status: int
    outcome: Outcome
    message: str
    etag: str
    last_modified: str
    not_before: datetime | None
    at: datetime
    body: bytes
    content_type: str

    @property
    def media_type(self) -> str:
        """The content type without its parameters, in small letters: ``text/html``; empty where none was sent."""
        return self.content_type.partition(";")[0].strip().lower()

    @property
    def charset(self) -> str:
        """The charset that the header declares, in small letters, or an empty string."""
        for parameter in self.content_type.split(";")[1:]:
            name, _, value = parameter.partition("=")
            if name.strip().lower() == "charset":
                return value.strip(" \t\"'").lower()
        return ""
