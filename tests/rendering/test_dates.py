"""Dates as a reader sees them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from briefing.datespan import DateSpan, Precision
from briefing.model import Period
from briefing.rendering.dates import in_full, in_short, in_table, moment, period_days, period_text
from briefing.rendering.words import words_of

WORDS = words_of("en")
DAY = date(2024, 9, 13)


@pytest.mark.parametrize(
    ("edtf", "shown"),
    [
        ("2024-09-13", "2024-09-13 Fri"),
        ("2024-09-13~", "c. 2024-09-13 Fri"),
        ("2024-08-15/2024-08-16", "2024-08-15 – 08-16"),
        ("2024-08-31/2024-09-01", "2024-08-31 – 09-01"),
        ("2023-12-31/2024-01-02", "2023-12-31 – 2024-01-02"),
        ("2024-08-15~/2024-08-16", "c. 2024-08-15 Thu – 2024-08-16 Fri"),
        ("2023-10", "Oct 2023"),
        ("2023-10~", "c. Oct 2023"),
        ("2023-11~/2024-09", "c. Nov 2023 – Sep 2024"),
        ("2024-02/2024-05", "Feb – May 2024"),
        ("2024-33", "Q1 2024"),
        ("2024-22", "summer 2024"),
        ("2023-24", "winter 2023–24"),
        ("1999-24", "winter 1999–00"),
        ("2024-41", "second half of 2024"),
        ("2024", "2024"),
        ("199X", "1990s"),
        ("19XX", "1900–1999"),
        ("../2024-09-14", "by 2024-09-14 Sat"),
        ("2023-10-07/..", "since 2023-10-07 Sat"),
        ("2023-10/..", "since Oct 2023"),
    ],
)
def test_a_day_is_in_figures_and_anything_coarser_in_words(edtf: str, shown: str) -> None:
    """Tables show each kind of span in its own form."""
    assert in_table(DateSpan.parse(edtf), WORDS) == shown


@pytest.mark.parametrize(
    ("day", "precision", "shown"),
    [
        (DAY, Precision.WEEK, "week of 2024-09-09"),
        (DAY, Precision.WEEKEND, "weekend of 2024-09-14"),
        (date(2024, 7, 3), Precision.THIRD, "c. early Jul 2024"),
        (date(2024, 7, 20), Precision.THIRD, "c. mid-Jul 2024"),
        (date(2024, 7, 31), Precision.THIRD, "c. late Jul 2024"),
    ],
)
def test_units_without_an_edtf_word_have_words_here(day: date, precision: Precision, shown: str) -> None:
    """Weeks, weekends and thirds of a month are named."""
    assert in_table(DateSpan.unit(day, precision), WORDS) == shown


@pytest.mark.parametrize(
    ("edtf", "shown"),
    [
        ("2024-09-13", "Fri 13 Sep"),
        ("2023-11-24", "Fri 24 Nov 2023"),
        ("2024-08-15/2024-08-16", "Thu 15 – Fri 16 Aug"),
        ("2024-08-31/2024-09-01", "Sat 31 Aug – Sun 1 Sep"),
        ("2023-11-24/2024-01-02", "Fri 24 Nov 2023 – Tue 2 Jan"),
        ("2023-10", "Oct 2023"),
        ("../2024-09-14", "by Sat 14 Sep"),
    ],
)
def test_page_one_leaves_out_the_year_of_the_period(edtf: str, shown: str) -> None:
    """The short form bears a year only where it is not the period's."""
    assert in_short(DateSpan.parse(edtf), 2024, WORDS) == shown


def test_a_day_in_full_and_a_moment_in_its_own_zone() -> None:
    """The masthead writes the day out; a moment keeps the zone it was told in."""
    assert in_full(DAY, WORDS) == "Friday 13 September 2024"
    assert moment(datetime(2024, 9, 14, 0, 40, 59, tzinfo=timezone(timedelta(hours=3)))) == "2024-09-14 00:40+03:00"


@pytest.mark.parametrize(
    ("since", "until", "shown"),
    [
        (datetime(2024, 9, 1, tzinfo=UTC), datetime.combine(DAY, datetime.max.time(), UTC), "Sun 1 Sep 2024, 00:00 – Fri 13 Sep 2024, 24:00 (UTC)"),
        (datetime(2024, 9, 13, tzinfo=UTC), datetime(2024, 9, 13, 23, 59, 59, tzinfo=UTC), "Fri 13 Sep 2024, 00:00 – Fri 13 Sep 2024, 24:00 (UTC)"),
        (datetime(2024, 9, 12, 18, tzinfo=UTC), datetime(2024, 9, 13, 18, tzinfo=UTC), "Thu 12 Sep 2024, 18:00 – Fri 13 Sep 2024, 18:00 (UTC)"),
        (None, datetime(2024, 9, 13, 23, 59, 59, tzinfo=UTC), "everything up to Fri 13 Sep 2024, 24:00 (UTC)"),
        (datetime(2024, 9, 1, tzinfo=UTC), None, "since Sun 1 Sep 2024, 00:00 (UTC)"),
        (None, None, "everything, as no article bears a date (UTC)"),
    ],
)  # fmt: skip
def test_the_period_shows_its_hours_and_its_zone(since: datetime | None, until: datetime | None, shown: str) -> None:
    """A bound given as a bare day is a whole day, from 00:00 to 24:00."""
    assert period_text(Period(since, until, "UTC"), WORDS) == shown


def test_the_zone_says_how_far_it_is_from_utc() -> None:
    """The name of a zone alone tells few readers the hour."""
    until = datetime(2024, 9, 13, 18, tzinfo=timezone(timedelta(hours=3)))
    assert period_text(Period(None, until, "Europe/Istanbul"), WORDS).endswith("18:00 (Europe/Istanbul, UTC+03:00)")


def test_the_head_of_a_page_leaves_out_the_hours_of_whole_days() -> None:
    """There the period is short; an hour that was given stays."""
    since, end = datetime(2024, 9, 1, tzinfo=UTC), datetime(2024, 9, 13, 23, 59, 59, tzinfo=UTC)
    assert period_days(Period(since, end, "UTC"), WORDS) == "Sun 1 Sep 2024 – Fri 13 Sep 2024"
    assert period_days(Period(since, end.replace(hour=18), "UTC"), WORDS).endswith("Fri 13 Sep 2024, 18:59")
