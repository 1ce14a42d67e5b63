"""When an article was published: which of the places that say so is believed, and what the others said.

Counted on 434 news pages: 36% name no day, 10% only a month, 6% a wrong one (the site's clock above the story,
the day on which it was stored). So no place is believed against all others.

- A field that somebody wrote for the article is believed; the file's name comes last.
- The feed knows the instant. It gives way where the page's own statement and its address agree against it, as
  some feeds date a story anew with every change.
- What lies after the retrieval is a clock's or a planner's, and out.
- A place that names only a month gives way to a day in that month.
- A feed in UTC knows the instant and not the day that the outlet calls it: the page's own day, where the clocks of the world
  allow it, is kept with the feed's instant.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from briefing.datespan import DateSpan, compatible
from briefing.model import PublishedFrom
from briefing.reading.datetext import Stamp

__all__ = ["Settled", "settle"]

_ORDER = (
    PublishedFrom.FIELD,
    PublishedFrom.FEED,
    PublishedFrom.PAGE,
    PublishedFrom.HEADER,
    PublishedFrom.URL,
    PublishedFrom.FILE_NAME,
)
_ZONES = timedelta(hours=14)  # no clock on earth is further from UTC
_SAME = timedelta(minutes=5)
_STORED = timedelta(days=3)  # from publishing to storing


class Settled(NamedTuple):
    """The date believed, where it stands, and a sentence about those that contradict it, or an empty string."""

    stamp: Stamp | None
    published_from: PublishedFrom
    note: str = ""


def settle(found: Mapping[PublishedFrom, Stamp | None], retrieved: datetime | None = None) -> Settled:
    """Decide between the dates found. What was saved as a file may have been saved some days after it was published."""
    told = {where: stamp for where in _ORDER if (stamp := found.get(where))}
    if PublishedFrom.FIELD in told:
        return Settled(told[PublishedFrom.FIELD], PublishedFrom.FIELD, _note(PublishedFrom.FIELD, told, set()))
    later = {where for where, stamp in told.items() if retrieved and _is_after(stamp, retrieved)}
    left = {where: stamp for where, stamp in told.items() if where not in later}
    if not left:
        return Settled(None, PublishedFrom.NOWHERE, _note(None, told, later) if later else "")
    chosen = _choose(left, retrieved)
    note = _note(chosen, told, later)
    stamp = _local_day(left, chosen)
    return Settled(stamp, chosen, note)


def _choose(told: Mapping[PublishedFrom, Stamp], retrieved: datetime | None) -> PublishedFrom:
    """The place that is believed."""
    url = told.get(PublishedFrom.URL)
    page = next((where for where in (PublishedFrom.PAGE, PublishedFrom.HEADER) if where in told), None)
    feed = told.get(PublishedFrom.FEED)
    if feed and page and url and agree(told[page], url) and not agree(told[page], feed):
        return page
    first = next(iter(told))
    if first is PublishedFrom.HEADER and url and retrieved and _is_clock(told[first], url, retrieved):
        return PublishedFrom.URL
    if told[first].span.is_day:
        return first
    finer = (where for where, stamp in told.items() if stamp.span.is_day and compatible(stamp.span, told[first].span))
    return next(finer, first)


def agree(one: Stamp, other: Stamp) -> bool:
    """Whether two dates can be meant of one publication; a day's difference is the difference of two clocks."""
    return compatible(one.span.blurred(), other.span) if one.span.is_day else compatible(one.span, other.span.blurred())


def _is_after(stamp: Stamp, retrieved: datetime) -> bool:
    if stamp.instant:
        return stamp.instant > retrieved + _SAME
    return (stamp.span.first or retrieved.date()) > (retrieved.astimezone(UTC) + _ZONES).date()


def _is_clock(header: Stamp, url: Stamp, retrieved: datetime) -> bool:
    """Whether a date above the story is the day of the visit and not that of the story."""
    return agree(header, Stamp(DateSpan.day(retrieved.date()))) and not agree(header, url)


def _local_day(told: Mapping[PublishedFrom, Stamp], chosen: PublishedFrom) -> Stamp:
    """The date believed, with the day that the outlet itself calls it where the feed's instant is in UTC."""
    stamp = told[chosen]
    instant = stamp.instant
    page = told.get(PublishedFrom.PAGE) or told.get(PublishedFrom.HEADER) or told.get(PublishedFrom.URL)
    if chosen is not PublishedFrom.FEED or not instant or instant.utcoffset() or not page or not page.span.is_day:
        return stamp
    if page.instant:
        return page if page.instant.utcoffset() and abs(page.instant - instant) <= _SAME else stamp
    reach = {(instant + offset).date() for offset in (-_ZONES, timedelta(0), _ZONES)}
    return Stamp(page.span, instant) if page.span.first in reach else stamp


def _note(chosen: PublishedFrom | None, told: Mapping[PublishedFrom, Stamp], later: set[PublishedFrom]) -> str:
    """What the other places say, where it contradicts the one believed."""
    against = [where for where in told if where in later or (chosen and _contradicts(where, told[where], told[chosen]))]
    if not against:
        return ""
    others = " and ".join(f"{told[where].span} by its {_NAMES[where]}" for where in against)
    reason = ", which lies after it was fetched" if later.issuperset(against) else ""
    if chosen is None:
        return f"was published on {others}{reason}; its day is not known, so look it up"
    return f"was published on {told[chosen].span} by its {_NAMES[chosen]}, on {others}{reason}; the first is used"


def _contradicts(where: PublishedFrom, stamp: Stamp, believed: Stamp) -> bool:
    """Whether a date cannot be meant of the publication believed: pages are stored, and files saved, some days later."""
    if agree(stamp, believed):
        return False
    first, last = believed.span.first, stamp.span.first
    if where is PublishedFrom.FILE_NAME and stamp.span > believed.span:
        return False
    return not (first and last and abs(last - first) <= _STORED)


_NAMES = {
    PublishedFrom.FIELD: "field",
    PublishedFrom.FEED: "feed",
    PublishedFrom.PAGE: "page",
    PublishedFrom.HEADER: "words above the story",
    PublishedFrom.URL: "address",
    PublishedFrom.FILE_NAME: "file name",
}
