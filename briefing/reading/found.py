"""What the readers of the single formats hand on, and how they say that something is wrong."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from briefing.reading.datetext import Stamp

__all__ = ["Found", "Tell", "Unreadable"]

Tell = Callable[[str, str], None]
"""Called with a place (``sub/a.txt``, ``pile.jsonl line 12``) and a one-line sentence about what is wrong there."""


class Unreadable(Exception):
    """A document, or one record of it, cannot be read; ``str(error)`` is a sentence with a remedy."""


@dataclass(frozen=True, slots=True)
class Found:
    """One article as a format's reader found it, before its date, outlet and id are decided.

    The four stamps say where a publication date was found: in an explicit field or front matter,
    in the feed that lists the article, in the page's metadata, in the text's header. ``file_name`` is empty where the name of the
    file tells nothing about the article, as in a file of many. ``header_outlet`` is a name above the
    story, the outlet where neither a field nor the title tells one.
    """

    place: str
    text: str
    title: str = ""
    id: str = ""
    url: str = ""
    outlet: str = ""
    country: str = ""
    language: str = ""
    field: Stamp | None = None
    feed: Stamp | None = None
    page: Stamp | None = None
    header: Stamp | None = None
    retrieved: datetime | None = None
    file_name: str = ""
    left_out: str = ""
    header_outlet: str = ""
