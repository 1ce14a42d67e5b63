"""An article, its sentences and the time expressions in them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from briefing.datespan import DateSpan

__all__ = ["Article", "PublishedFrom", "Sentence", "TimeExpression"]


class PublishedFrom(StrEnum):
    """Where an article's publication date was found, best evidence first; `NOWHERE` when it was not."""

    FIELD = "field"
    FEED = "feed"
    PAGE = "page"
    HEADER = "text header"
    URL = "url"
    FILE_NAME = "file name"
    INFERRED = "inferred"
    NOWHERE = "nowhere"


@dataclass(frozen=True, slots=True, weakref_slot=True)  # what it said may be remembered for as long as it lives
class Article:
    """One article as read.

    ``id`` is the one given, else a hash of the content. ``published`` may be a month or a year, as
    some pages say no more; ``published_at`` is the instant with its zone where that is known.
    ``place`` names where it was read, for messages (a file name, a file's line), never a path
    of the machine. ``left_out`` is text that stood on the page and is not the story, so that
    nothing is dropped without a trace.
    """

    id: str
    text: str
    title: str = ""
    url: str = ""
    outlet: str = ""
    country: str = ""
    language: str = ""
    published: DateSpan | None = None
    published_at: datetime | None = None
    published_from: PublishedFrom = PublishedFrom.NOWHERE
    inferred_from: str = ""
    retrieved: datetime | None = None
    place: str = ""
    left_out: str = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of an article; ``paragraph`` counts from 0."""

    start: int
    end: int
    text: str
    paragraph: int = 0


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A time expression in running text, with what it means.

    ``timex_type`` (DATE, TIME, DURATION, SET) and ``timex_value`` follow TIMEX3 (ISO-TimeML);
    ``span`` is the stretch of days, or None where it names none (a set, a bare duration, a
    weekday in an article without a publication date). ``rule`` names the pattern that found it,
    ``meaning`` the way in which it was resolved, ``anchor`` what it was counted from.
    ``ambiguous`` marks a numeric date whose order of day and month nothing settles, and the day in an event's name whose
    year nothing tells. ``joins_next``
    marks the first half of a range ("15" in "15 and 16 August") whose second half comes next, ``misnamed`` a date
    written with a weekday that it does not fall on ("Tuesday, September 16" of 2024): its span is approximate.
    """

    start: int
    end: int
    text: str
    timex_type: str
    timex_value: str
    span: DateSpan | None
    rule: str
    meaning: str
    anchor: DateSpan | None = None
    ambiguous: bool = False
    joins_next: bool = False
    misnamed: bool = False
    article: str = ""
