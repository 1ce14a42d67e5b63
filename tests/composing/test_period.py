"""The period of a brief, from what the user wrote."""

from __future__ import annotations

from datetime import date

import pytest

from briefing.composing import parse_bound, period_of, zone_named
from briefing.errors import Misuse
from briefing.model import Period

LATEST = date(2024, 9, 14)


def period(since: str = "", until: str = "", zone: str = "UTC") -> Period:
    """The period of two bounds as written, for articles that end on 2024-09-14."""
    first = parse_bound(since, "--since") if since else None
    last = parse_bound(until, "--until") if until else None
    return period_of(first, last, latest=LATEST, zone=zone_named(zone))


@pytest.mark.parametrize(
    ("since", "until", "first", "last"),
    [
        ("2024-09-01", "", "2024-09-01T00:00:00", "2024-09-14T23:59:59"),
        ("2024-09-01", "2024-09-10", "2024-09-01T00:00:00", "2024-09-10T23:59:59"),
        ("yesterday", "", "2024-09-13T00:00:00", "2024-09-14T23:59:59"),
        ("7d", "", "2024-09-08T00:00:00", "2024-09-14T23:59:59"),
        ("1d", "2024-09-10", "2024-09-10T00:00:00", "2024-09-10T23:59:59"),
        ("2024-09-01", "yesterday", "2024-09-01T00:00:00", "2024-09-13T23:59:59"),
        ("2024-09-13T18:00", "2024-09-14T18:00", "2024-09-13T18:00:00", "2024-09-14T18:00:00"),
        ("2024-09-13T18:00+03:00", "", "2024-09-13T15:00:00", "2024-09-14T23:59:59"),
    ],
)
def test_a_period_runs_from_bound_to_bound(since: str, until: str, first: str, last: str) -> None:
    """A bare day is meant whole, "7d" counts back from the end, and the end is the latest publication's day."""
    found = period(since, until)
    assert found.since
    assert found.until
    assert (found.since.isoformat()[:19], found.until.isoformat()[:19]) == (first, last)


def test_yesterday_is_the_day_before_the_end() -> None:
    """A brief made from files knows no clock: its yesterday is the day before its own last day."""
    assert period("yesterday").first == date(2024, 9, 13)


def test_the_zone_is_the_one_asked_for() -> None:
    """Bounds without a zone are meant in the brief's."""
    found = period("2024-09-01", zone="Europe/Istanbul")
    assert found.since
    assert (found.since.isoformat(), found.zone) == ("2024-09-01T00:00:00+03:00", "Europe/Istanbul")


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("02/03/2024", "2024-09-01"),
        ("May", "2024-09-01"),
        ("2024-02-31", "no date of the calendar"),
        ("2024-9-1", "2024-09-01"),
        ("last", "library"),
        ("", "2024-09-01"),
        ("2024-09-01T25:00", "no date of the calendar"),
    ],
)
def test_a_bound_that_could_be_doubted_is_refused(written: str, hint: str) -> None:
    """Nothing is guessed; the message says how to write it."""
    with pytest.raises(Misuse, match=hint):
        parse_bound(written, "--since")


def test_a_period_does_not_end_before_it_starts() -> None:
    """A start after the end is misuse and not an empty brief."""
    with pytest.raises(Misuse, match="after the end"):
        period("2024-10-01")


def test_an_unknown_zone_comes_with_a_suggestion() -> None:
    """The nearest name helps with a slip."""
    with pytest.raises(Misuse, match="Europe/Istanbul"):
        zone_named("Europe/Instanbul")
