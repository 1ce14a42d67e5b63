"""Which of the places that date an article is believed, and what is said about the others."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from briefing.model import PublishedFrom
from briefing.reading.datetext import Stamp
from briefing.reading.feed_dates import read_feed_date
from briefing.reading.publication import settle

FETCHED = datetime(2024, 9, 20, 6, 0, tzinfo=UTC)
PLACES = {
    "field": PublishedFrom.FIELD,
    "feed": PublishedFrom.FEED,
    "page": PublishedFrom.PAGE,
    "header": PublishedFrom.HEADER,
    "url": PublishedFrom.URL,
    "file": PublishedFrom.FILE_NAME,
}


def dates(written: str) -> dict[PublishedFrom, Stamp | None]:
    """``"feed 2024-09-14, url 2024-09"`` as what was found where."""
    pairs = (part.split(maxsplit=1) for part in written.split(", "))
    return {PLACES[place]: read_feed_date(date) for place, date in pairs}


@pytest.mark.parametrize(
    ("found", "day", "where", "told"),
    [
        # the order, where nothing contradicts
        ("field 2024-09-01, feed 2024-09-14", "2024-09-01", "field", True),
        ("feed 2024-09-14T10:00:00+03:00, page 2024-09-14", "2024-09-14", "feed", False),
        ("page 2024-09-14, url 2024-09-14", "2024-09-14", "page", False),
        ("url 2024-09-14", "2024-09-14", "url", False),
        # a feed in UTC knows the instant, the page the day
        ("feed 2024-09-13T21:53:00Z, page 2024-09-14T00:53:00+03:00", "2024-09-14", "feed", False),
        ("feed 2024-09-13T21:53:00Z, page 2024-09-14", "2024-09-14", "feed", False),
        ("feed 2024-09-13T21:53:00Z, url 2024-09-14", "2024-09-14", "feed", False),
        ("feed 2024-09-13T21:53:00+03:00, page 2024-09-14", "2024-09-13", "feed", False),
        # a month gives way to a day in it, not to one outside
        ("page 2024-09, url 2024-09-14", "2024-09-14", "url", False),
        ("page 2024-09, url 2024-05-02", "2024-09", "page", True),
        # a story dated anew by its feed: its page and its address know better
        ("feed 2024-09-18, page 2024-09-10, url 2024-09-10", "2024-09-10", "page", True),
        ("feed 2024-09-18, header 2024-09-10, url 2024-09-10", "2024-09-10", "header", True),
        ("feed 2024-09-18, page 2024-09-10", "2024-09-18", "feed", True),
        ("feed 2024-09-18, page 2024-09-10, url 2024-09-18", "2024-09-18", "feed", True),
        # the site's clock above the story is the day of the visit
        ("header 2024-09-20, url 2024-05-09", "2024-05-09", "url", True),
        ("header 2024-09-12, url 2024-05-09", "2024-09-12", "header", True),
        # what lies after the visit is no publication
        ("feed 2024-10-18T00:00:00Z, page 2024-09-19", "2024-09-19", "page", True),
        ("feed 2024-10-18T00:00:00Z", None, "nowhere", True),
        ("page 2025-01-01", None, "nowhere", True),
        ("page 2024-09-20", "2024-09-20", "page", False),
        ("page 2024", "2024", "page", False),
    ],
)
def test_evidence_is_weighed(found: str, day: str | None, where: str, told: bool) -> None:
    """Of a fetched article the best supported date is believed, and what contradicts it is told."""
    settled = settle(dates(found), FETCHED)
    assert (settled.stamp and str(settled.stamp.span)) == day
    assert settled.published_from is PLACES.get(where, PublishedFrom.NOWHERE)
    assert bool(settled.note) is told


def test_note_names_both() -> None:
    """The sentence about a contradiction names every date and its place."""
    note = settle(dates("feed 2024-09-18, page 2024-09-10, url 2024-09-10"), FETCHED).note
    assert note == "was published on 2024-09-10 by its page, on 2024-09-18 by its feed; the first is used"


def test_instant_of_the_feed_stays() -> None:
    """With the page's day, the feed's instant is kept."""
    stamp = settle(dates("feed 2024-09-13T21:53:00Z, page 2024-09-14"), FETCHED).stamp
    assert stamp
    assert stamp.instant == datetime(2024, 9, 13, 21, 53, tzinfo=UTC)


def test_nothing_is_too_late_for_a_file_at_hand() -> None:
    """Of a file, whose retrieval nobody knows, no day is out; that its places disagree is told."""
    settled = settle(dates("page 2030-01-01, url 2024-05-09"))
    assert settled.published_from is PublishedFrom.PAGE
    assert "on 2024-05-09 by its address" in settled.note
