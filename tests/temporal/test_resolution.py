"""From what an expression says to the days it names: each rule of resolution, case by case.

In 2024, 13 September is a Friday and 14 September, the usual day of publication here, a Saturday.
"""

from __future__ import annotations

from datetime import date

import pytest

from briefing.datespan import DateSpan, Precision
from briefing.temporal.meaning import (
    Base,
    Calendar,
    Counted,
    Group,
    Length,
    Meaning,
    Recurring,
    Unit,
    Vague,
    Weekday,
    Which,
)
from briefing.temporal.ranges import resolve_range
from briefing.temporal.resolution import Context, resolve

PUBLISHED = "2024-09-14"
PAST, NOT_TOLD, FUTURE = -1, 0, 1
MONDAY, WEDNESDAY, FRIDAY, SATURDAY, SUNDAY = 0, 2, 4, 5, 6
LAST, THIS, NEXT = Which.LAST, Which.THIS, Which.NEXT


def context(published: str, tense: int, previous: str) -> Context:
    """A context written as EDTF; "" is "not known"."""
    return Context(
        DateSpan.parse(published) if published else None, DateSpan.parse(previous) if previous else None, tense
    )


def reading(meaning: Meaning, published: str, tense: int = NOT_TOLD, previous: str = "") -> tuple[str, str, str]:
    """The value, the days and the way in which they were found; "" where there are no days."""
    found = resolve(meaning, context(published, tense, previous))
    assert found is not None
    return found.timex_value, str(found.span or ""), found.meaning


# ---- by the week -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("meaning", "tense", "day", "way"),
    [
        (Weekday(FRIDAY), PAST, "2024-09-13", "weekday-on-or-before"),
        (Weekday(FRIDAY), NOT_TOLD, "2024-09-13", "weekday-on-or-before"),
        (Weekday(SATURDAY), PAST, "2024-09-14", "weekday-on-or-before"),
        (Weekday(SUNDAY), PAST, "2024-09-08", "weekday-on-or-before"),
        (Weekday(MONDAY), FUTURE, "2024-09-16", "weekday-after"),
        (Weekday(SATURDAY), FUTURE, "2024-09-14", "weekday-on-or-before"),
        (Weekday(SATURDAY, LAST), NOT_TOLD, "2024-09-07", "weekday-before"),
        (Weekday(FRIDAY, LAST), NOT_TOLD, "2024-09-13", "weekday-before"),
        (Weekday(FRIDAY, LAST), FUTURE, "2024-09-13", "weekday-before"),
        (Weekday(WEDNESDAY, THIS), PAST, "2024-09-11", "weekday-on-or-before"),
        (Weekday(WEDNESDAY, THIS), NOT_TOLD, "2024-09-18", "weekday-after"),
        (Weekday(SATURDAY, NEXT), NOT_TOLD, "2024-09-21", "weekday-after"),
        (Weekday(SUNDAY, weeks=-1), NOT_TOLD, "2024-09-01", "weekday-on-or-before"),
        (Weekday(MONDAY, NEXT, weeks=1), NOT_TOLD, "2024-09-23", "weekday-after"),
    ],
)
def test_weekday(meaning: Weekday, tense: int, day: str, way: str) -> None:
    """A bare weekday is the latest up to publication unless the clause points ahead; last, this and next are strict."""
    assert reading(meaning, PUBLISHED, tense) == (day, day, way)


@pytest.mark.parametrize(
    ("meaning", "published", "timex_type", "value"),
    [
        (Weekday(FRIDAY, part="NI"), PUBLISHED, "TIME", "2024-09-13TNI"),
        (Weekday(FRIDAY, clock="17:00"), PUBLISHED, "TIME", "2024-09-13T17:00"),
        (Weekday(FRIDAY), "", "DATE", "XXXX-WXX-5"),
        (Weekday(FRIDAY), "2024-09", "DATE", "XXXX-WXX-5"),
        (Weekday(FRIDAY, part="MO"), "", "TIME", "XXXX-WXX-5TMO"),
        (Calendar(None, 9, 13, clock="08:30"), PUBLISHED, "TIME", "2024-09-13T08:30"),
        (Calendar(None, 9, 13, part="EV"), "", "TIME", "XXXX-09-13TEV"),
        (Counted(Unit.DAY, -1, part="NI"), PUBLISHED, "TIME", "2024-09-13TNI"),
    ],
)
def test_hour_and_part_of_day(meaning: Meaning, published: str, timex_type: str, value: str) -> None:
    """An hour or a part of the day makes a TIME of a day, placed or not; a month of publication places no weekday."""
    found = resolve(meaning, context(published, NOT_TOLD, ""))
    assert found is not None
    assert (found.timex_type, found.timex_value) == (timex_type, value)
    assert (found.span is None) == value.startswith("XXXX")


# ---- by the calendar ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("meaning", "published", "tense", "value", "way"),
    [
        # written in full
        (Calendar(2023, 10, 7), PUBLISHED, FUTURE, "2023-10-07", "stated"),
        (Calendar(2023, 10), "", PAST, "2023-10", "stated"),
        (Calendar(1967), PUBLISHED, NOT_TOLD, "1967", "stated"),
        # a day and a month: the nearest in the direction of the tense, without one the nearest
        (Calendar(None, 9, 13), PUBLISHED, NOT_TOLD, "2024-09-13", "year-nearest"),
        (Calendar(None, 11, 24), PUBLISHED, PAST, "2023-11-24", "year-nearest"),
        (Calendar(None, 11, 24), PUBLISHED, FUTURE, "2024-11-24", "year-nearest"),
        (Calendar(None, 11, 24), PUBLISHED, NOT_TOLD, "2024-11-24", "year-nearest"),
        (Calendar(None, 9, 14), PUBLISHED, PAST, "2024-09-14", "year-nearest"),
        (Calendar(None, 9, 14), PUBLISHED, FUTURE, "2024-09-14", "year-nearest"),
        (Calendar(None, 12, 30), "2025-01-02", NOT_TOLD, "2024-12-30", "year-nearest"),
        (Calendar(None, 1, 2), "2024-12-30", NOT_TOLD, "2025-01-02", "year-nearest"),
        (Calendar(None, 9, 13), "2024-09", NOT_TOLD, "2024-09-13", "year-nearest"),
        (Calendar(None, 1, 5), "2024", NOT_TOLD, "2025-01-05", "year-nearest"),
        # the 29th of February is in a leap year, however far that is
        (Calendar(None, 2, 29), PUBLISHED, NOT_TOLD, "2024-02-29", "year-nearest"),
        (Calendar(None, 2, 29), "2023-03-01", PAST, "2020-02-29", "year-nearest"),
        (Calendar(None, 2, 29), "2022-06-01", FUTURE, "2024-02-29", "year-nearest"),
        (Calendar(None, 2, 29), "1903-06-01", PAST, "1896-02-29", "year-nearest"),
        # a bare month
        (Calendar(None, 9), PUBLISHED, NOT_TOLD, "2024-09", "month-nearest"),
        (Calendar(None, 10), PUBLISHED, PAST, "2023-10", "month-nearest"),
        (Calendar(None, 10), PUBLISHED, NOT_TOLD, "2024-10", "month-nearest"),
        (Calendar(None, 8), PUBLISHED, FUTURE, "2025-08", "month-nearest"),
        (Calendar(None, 10, which=LAST), PUBLISHED, FUTURE, "2023-10", "month-nearest"),
        (Calendar(None, 9, which=LAST), PUBLISHED, NOT_TOLD, "2023-09", "month-nearest"),
        (Calendar(None, 8, which=LAST), PUBLISHED, NOT_TOLD, "2024-08", "month-nearest"),
        (Calendar(None, 9, which=NEXT), PUBLISHED, NOT_TOLD, "2025-09", "month-nearest"),
        # of last, this or next year
        (Calendar(None, 11, year_shift=-1), PUBLISHED, FUTURE, "2023-11", "counted"),
        (Calendar(None, 3, 1, year_shift=1), PUBLISHED, PAST, "2025-03-01", "counted"),
        # the day alone
        (Calendar(day=13), PUBLISHED, PAST, "2024-09-13", "year-nearest"),
        (Calendar(day=20), PUBLISHED, PAST, "2024-08-20", "year-nearest"),
        (Calendar(day=13), PUBLISHED, FUTURE, "2024-10-13", "year-nearest"),
        (Calendar(day=31), "2024-07-01", NOT_TOLD, "2024-05-31", "year-nearest"),
        (Calendar(day=31), "2024-02-01", FUTURE, "2024-03-31", "year-nearest"),
    ],
)
def test_calendar(meaning: Calendar, published: str, tense: int, value: str, way: str) -> None:
    """A date lacks what is not written, and gets it from publication and tense."""
    assert reading(meaning, published, tense) == (value, value, way)


@pytest.mark.parametrize(
    ("meaning", "value", "span"),
    [
        (Calendar(2024, 7, third=1), "2024-07", "2024-07-01~/2024-07-10~"),
        (Calendar(2024, 1, third=2), "2024-01", "2024-01-11~/2024-01-20~"),
        (Calendar(2024, 2, third=3), "2024-02", "2024-02-21~/2024-02-29~"),
        (Calendar(2024, third=1), "2024", "2024-01~/2024-04~"),
        (Calendar(2024, third=3), "2024", "2024-09~/2024-12~"),
        (Calendar(1980, year_digits=3), "198", "198X"),
        (Calendar(1980, year_digits=3, third=1), "198", "198X~"),
        (Calendar(1900, year_digits=2), "19", "19XX"),
    ],
)
def test_early_mid_and_late(meaning: Calendar, value: str, span: str) -> None:
    """Early, mid and late keep the value of the whole and stand on about a third of its days."""
    assert reading(meaning, PUBLISHED) == (value, span, "stated")


@pytest.mark.parametrize(
    ("meaning", "value"),
    [
        (Calendar(None, 9, 13), "XXXX-09-13"),
        (Calendar(None, 10), "XXXX-10"),
        (Calendar(None, 10, which=LAST), "XXXX-10"),
        (Calendar(None, 11, year_shift=-1), "XXXX-11"),
        (Group(Precision.SEASON, 2, which=LAST), "XXXX-SU"),
        (Group(Precision.QUARTER, 3), "XXXX-Q3"),
        (Group(Precision.HALF, 1, year_shift=-1), "XXXX-H1"),
        (Counted(Unit.DAY, -1), "PAST_REF"),
        (Counted(Unit.WEEK, 0), "PRESENT_REF"),
        (Counted(Unit.YEAR, 1), "FUTURE_REF"),
        (Counted(Unit.DAY, 1, Base.TEXT), "FUTURE_REF"),
    ],
)
@pytest.mark.parametrize("published", ["", "../2024-09-14"])
def test_without_a_publication_day(meaning: Meaning, value: str, published: str) -> None:
    """Without a day to count from, an expression keeps what it says and names no days."""
    found = resolve(meaning, context(published, NOT_TOLD, ""))
    assert found is not None
    assert (found.timex_value, found.span) == (value, None)


@pytest.mark.parametrize("published", [PUBLISHED, "2023-09-14", ""])
@pytest.mark.parametrize("meaning", [Calendar(2023, 2, 29), Calendar(2024, 2, 30), Calendar(2024, 4, 31)])
def test_day_that_does_not_exist(meaning: Calendar, published: str) -> None:
    """A day that no calendar has is no date."""
    assert resolve(meaning, context(published, NOT_TOLD, "")) is None


# ---- counted -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("meaning", "value", "span"),
    [
        (Counted(Unit.DAY, 0), "2024-09-14", "2024-09-14"),
        (Counted(Unit.DAY, -3), "2024-09-11", "2024-09-11"),
        (Counted(Unit.DAY, -10, approximate=True), "2024-09-04", "2024-09-04~"),
        (Counted(Unit.HOUR, -3), "2024-09-14", "2024-09-14"),
        (Counted(Unit.HOUR, -48), "2024-09-12", "2024-09-12"),
        (Counted(Unit.HOUR, 72), "2024-09-17", "2024-09-17"),
        (Counted(Unit.MINUTE, -30), "2024-09-14", "2024-09-14"),
        (Counted(Unit.WEEK, -2), "2024-W35", "2024-08-26/2024-09-01"),
        (Counted(Unit.WEEK, 0), "2024-W37", "2024-09-09/2024-09-15"),
        (Counted(Unit.WEEKEND, 0), "2024-W37-WE", "2024-09-14/2024-09-15"),
        (Counted(Unit.WEEKEND, -1), "2024-W36-WE", "2024-09-07/2024-09-08"),
        (Counted(Unit.MONTH, -4), "2024-05", "2024-05"),
        (Counted(Unit.MONTH, -12), "2023-09", "2023-09"),
        (Counted(Unit.MONTH, 0, third=3), "2024-09", "2024-09-21~/2024-09-30~"),
        (Counted(Unit.QUARTER, -1), "2024-Q2", "2024-34"),
        (Counted(Unit.YEAR, -5), "2019", "2019"),
        (Counted(Unit.YEAR, 1, third=1), "2025", "2025-01~/2025-04~"),
        (Counted(Unit.DECADE, -1), "201", "201X"),
        (Counted(Unit.CENTURY, -1), "19", "19XX"),
    ],
)
def test_counted_from_publication(meaning: Counted, value: str, span: str) -> None:
    """So many units back or on has the precision of its unit; hours move the day only by whole days."""
    assert reading(meaning, PUBLISHED, previous="2024-01-01") == (value, span, "counted")


@pytest.mark.parametrize(
    ("published", "unit", "value"),
    [
        ("2024-12-31", Unit.WEEK, "2025-W01"),
        ("2021-01-01", Unit.WEEK, "2020-W53"),
        ("2024-03-31", Unit.DAY, "2024-03-31"),
    ],
)
def test_weeks_are_iso_weeks(published: str, unit: Unit, value: str) -> None:
    """Around New Year a week belongs to the year that has most of it."""
    assert reading(Counted(unit, 0), published)[0] == value


@pytest.mark.parametrize(
    ("meaning", "previous", "value", "span"),
    [
        (Counted(Unit.DAY, 1, Base.TEXT), "2024-08-15", "2024-08-16", "2024-08-16"),
        (Counted(Unit.DAY, -1, Base.TEXT), "2024-08-15", "2024-08-14", "2024-08-14"),
        (Counted(Unit.DAY, 1, Base.TEXT), "2024-08-15/2024-08-17", "2024-08-18", "2024-08-18"),
        (Counted(Unit.DAY, -1, Base.TEXT), "2024-08-15/2024-08-17", "2024-08-14", "2024-08-14"),
        (Counted(Unit.WEEK, 2, Base.TEXT), "2024-08-15", "2024-W35", "2024-08-26/2024-09-01"),
        (Counted(Unit.MONTH, 1, Base.TEXT), "2023-12", "2024-01", "2024-01"),
        (Counted(Unit.MONTH, 1, Base.TEXT), "2024-01-31", "2024-02", "2024-02"),
        (Counted(Unit.YEAR, 0, Base.TEXT), "2023-10-07", "2023", "2023"),
        # what the text names is coarser than the unit: "that day" of a month is the month, "the next day" unknown
        (Counted(Unit.DAY, 0, Base.TEXT), "2024-08", "2024-08", "2024-08"),
        (Counted(Unit.DAY, 0, Base.TEXT), "2024-22", "2024-SU", "2024-22"),
        (Counted(Unit.DAY, 0, Base.TEXT), "2023-24", "2023-WI", "2023-24"),
        (Counted(Unit.WEEK, 0, Base.TEXT), "2024-41", "2024-H2", "2024-41"),
        (Counted(Unit.DAY, 0, Base.TEXT), "198X", "198", "198X"),
        (Counted(Unit.DAY, 0, Base.TEXT), "2023-11/2024-09", "PRESENT_REF", "2023-11/2024-09"),
        (Counted(Unit.DAY, 0, Base.DAY_OF_TEXT), "2024-08-15", "2024-08-15", "2024-08-15"),
        (Counted(Unit.DAY, 1, Base.TEXT), "2024-08", "FUTURE_REF", ""),
        (Counted(Unit.DAY, -1, Base.TEXT), "2024", "PAST_REF", ""),
    ],
)
def test_counted_from_the_text(meaning: Counted, previous: str, value: str, span: str) -> None:
    """What comes later counts from the end of the nearest earlier date of the text, what came earlier from its start."""
    assert reading(meaning, PUBLISHED, previous=previous) == (value, span, "counted-from-text")


def test_counted_from_the_text_without_an_earlier_date() -> None:
    """Where the text names none, "a year earlier" and "at noon" are of publication; the day before what, nobody knows."""
    assert reading(Counted(Unit.YEAR, -1, Base.TEXT), PUBLISHED) == ("2023", "2023", "counted")
    assert reading(Counted(Unit.DAY, 0, Base.TEXT), PUBLISHED) == ("2024-09-14", "2024-09-14", "counted")
    assert reading(Counted(Unit.DAY, -1, Base.TEXT), PUBLISHED) == ("PAST_REF", "", "counted-from-text")
    assert reading(Counted(Unit.DAY, 1, Base.TEXT), PUBLISHED) == ("FUTURE_REF", "", "counted-from-text")


@pytest.mark.parametrize(
    ("meaning", "published", "value", "span"),
    [
        (Counted(Unit.DAY, -1), "2024-09", "PAST_REF", ""),
        (Counted(Unit.DAY, 0), "2024-09", "2024-09", "2024-09"),
        (Counted(Unit.WEEK, 1), "2024-09", "FUTURE_REF", ""),
        (Counted(Unit.MONTH, -1), "2024-09", "2024-08", "2024-08"),
        (Counted(Unit.YEAR, -1), "2024-09", "2023", "2023"),
        (Counted(Unit.MONTH, 1), "2024", "FUTURE_REF", ""),
        (Counted(Unit.YEAR, 0), "2024", "2024", "2024"),
    ],
)
def test_published_in_some_month(meaning: Counted, published: str, value: str, span: str) -> None:
    """A month of publication lets months and years be counted, and says no more of a day than that month."""
    assert reading(meaning, published) == (value, span, "counted")


# ---- seasons, quarters, halves -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("meaning", "published", "tense", "value", "span"),
    [
        (Group(Precision.SEASON, 2, which=LAST), PUBLISHED, NOT_TOLD, "2024-SU", "2024-22"),
        (Group(Precision.SEASON, 3, which=LAST), PUBLISHED, NOT_TOLD, "2023-FA", "2023-23"),
        (Group(Precision.SEASON, 4, which=LAST), PUBLISHED, FUTURE, "2023-WI", "2023-24"),
        (Group(Precision.SEASON, 4, which=LAST), "2024-01-10", NOT_TOLD, "2022-WI", "2022-24"),
        (Group(Precision.SEASON, 4, which=THIS), "2024-01-10", NOT_TOLD, "2023-WI", "2023-24"),
        (Group(Precision.SEASON, 4, which=THIS), PUBLISHED, NOT_TOLD, "2024-WI", "2024-24"),
        (Group(Precision.SEASON, 2, which=THIS), PUBLISHED, NOT_TOLD, "2024-SU", "2024-22"),
        (Group(Precision.SEASON, 1, which=NEXT), PUBLISHED, NOT_TOLD, "2025-SP", "2025-21"),
        (Group(Precision.SEASON, 4, which=NEXT), "2024-01-10", NOT_TOLD, "2024-WI", "2024-24"),
        (Group(Precision.SEASON, 2), PUBLISHED, FUTURE, "2025-SU", "2025-22"),
        (Group(Precision.SEASON, 3), PUBLISHED, PAST, "2024-FA", "2024-23"),
        (Group(Precision.SEASON, 4), PUBLISHED, NOT_TOLD, "2023-WI", "2023-24"),
        (Group(Precision.QUARTER, 4), PUBLISHED, PAST, "2023-Q4", "2023-36"),
        (Group(Precision.QUARTER, 4), PUBLISHED, NOT_TOLD, "2024-Q4", "2024-36"),
        (Group(Precision.QUARTER, 1), PUBLISHED, FUTURE, "2025-Q1", "2025-33"),
        (Group(Precision.QUARTER, 3), PUBLISHED, PAST, "2024-Q3", "2024-35"),
        (Group(Precision.QUARTER, 1), "2024-09", NOT_TOLD, "2024-Q1", "2024-33"),
        (Group(Precision.HALF, 1), PUBLISHED, PAST, "2024-H1", "2024-40"),
        (Group(Precision.HALF, 2, year_shift=-1), PUBLISHED, FUTURE, "2023-H2", "2023-41"),
    ],
)
def test_season_quarter_half(meaning: Group, published: str, tense: int, value: str, span: str) -> None:
    """A quarter or half told without a tense is of this year; a season is the latest, unless the words say another."""
    assert reading(meaning, published, tense) == (value, span, "month-nearest")


def test_quarter_of_a_year() -> None:
    """A quarter with its year needs no publication date."""
    assert reading(Group(Precision.QUARTER, 2, 2023), "") == ("2023-Q2", "2023-34", "stated")


# ---- lengths, sets, vague ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("meaning", "published", "value", "span"),
    [
        (Length(Unit.MONTH, 10), PUBLISHED, "P10M", ""),
        (Length(Unit.MONTH, 10, approximate=True, reach=-1), PUBLISHED, "P10M", "2023-11~/2024-09"),
        (Length(Unit.MONTH, 10, reach=-1), PUBLISHED, "P10M", "2023-11/2024-09"),
        (Length(Unit.DAY, 3, reach=-1), PUBLISHED, "P3D", "2024-09-11/2024-09-14"),
        (Length(Unit.WEEK, 2, reach=1), PUBLISHED, "P2W", "2024-09-09/2024-09-29"),
        (Length(Unit.YEAR, 2.5, reach=-1), "2024-09", "P2.5Y", "2022/2024"),
        (Length(Unit.DAY, 3, reach=-1), "2024-09", "P3D", ""),
        (Length(Unit.HOUR, 24, reach=-1), PUBLISHED, "PT24H", ""),
        (Length(Unit.DAY, None, reach=-1), PUBLISHED, "PXD", ""),
        (Length(Unit.YEAR, 1_000_000, reach=-1), PUBLISHED, "P1000000Y", ""),
        (Recurring("P1W"), PUBLISHED, "P1W", ""),
        (Vague(-1), PUBLISHED, "PAST_REF", "../2024-09-14"),
        (Vague(-1), "2024-09", "PAST_REF", "../2024-09"),
        (Vague(-1), "", "PAST_REF", ""),
        (Length(Unit.MONTH, 10, reach=-1), "", "P10M", ""),
        (Vague(0), PUBLISHED, "PRESENT_REF", ""),
        (Vague(1), PUBLISHED, "FUTURE_REF", ""),
    ],
)
def test_lengths_sets_and_vague(meaning: Meaning, published: str, value: str, span: str) -> None:
    """A length that reaches up to now is a stretch of days, and "recently" is some day up to publication."""
    assert reading(meaning, published)[:2] == (value, span)


# ---- ranges ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("first", "second", "published", "tense", "start", "end"),
    [
        (Weekday(MONDAY), Weekday(FRIDAY), PUBLISHED, PAST, "2024-09-09", "2024-09-13"),
        (Weekday(FRIDAY), Weekday(MONDAY), PUBLISHED, PAST, "2024-09-06", "2024-09-09"),
        (Weekday(FRIDAY), Weekday(MONDAY), PUBLISHED, NOT_TOLD, "2024-09-06", "2024-09-09"),
        (Weekday(FRIDAY), Weekday(MONDAY), PUBLISHED, FUTURE, "2024-09-20", "2024-09-23"),
        (Calendar(None, 12, 28), Calendar(None, 1, 3), PUBLISHED, PAST, "2023-12-28", "2024-01-03"),
        (Calendar(None, 12, 28), Calendar(None, 1, 3), "2024-12-30", PAST, "2023-12-28", "2024-01-03"),
        (Calendar(None, 12, 28), Calendar(None, 1, 3), "2024-12-30", NOT_TOLD, "2024-12-28", "2025-01-03"),
        (Calendar(None, 12, 20), Calendar(None, 1, 10), "2024-06-30", NOT_TOLD, "2024-12-20", "2025-01-10"),
        (Calendar(None, 8, 20), Calendar(None, 9, 20), PUBLISHED, FUTURE, "2024-08-20", "2024-09-20"),
        (Calendar(None, 11), Calendar(None, 3), PUBLISHED, PAST, "2023-11", "2024-03"),
        # what is written is kept, also where it is a slip
        (Calendar(2024, 5, 5), Calendar(2023, 5, 3), PUBLISHED, PAST, "2024-05-05", "2023-05-03"),
    ],
)
def test_range(first: Meaning, second: Meaning, published: str, tense: int, start: str, end: str) -> None:
    """The second half of a range does not come to lie before the first, unless both years are written."""
    found = resolve_range(first, second, context(published, tense, ""))
    assert [str(half.span) for half in found if half] == [start, end]


def test_range_in_an_undated_article() -> None:
    """Without a publication date a range of weekdays keeps its two values."""
    first, second = resolve_range(Weekday(FRIDAY), Weekday(MONDAY), Context())
    assert first is not None
    assert second is not None
    assert (first.timex_value, second.timex_value) == ("XXXX-WXX-5", "XXXX-WXX-1")


# ---- the edges of the calendar -----------------------------------------------------------------------

EVERY_MEANING: list[Meaning] = [
    *(Weekday(SUNDAY, which, weeks=weeks) for which in Which for weeks in (-1, 0, 1)),
    *(Calendar(None, month, which=which) for month in (1, 12) for which in Which),
    *(Calendar(None, 2, 29, year_shift=shift) for shift in (-1, 0, 1)),
    *(Calendar(day=day) for day in (1, 31)),
    *(Counted(unit, count, base) for unit in Unit for count in (-10**6, -1, 0, 1, 10**6) for base in Base),
    *(Group(precision, index, which=which) for precision in (Precision.SEASON, Precision.HALF) for index in (1, 2) for which in Which),
    *(Group(Precision.SEASON, 4, year_shift=shift) for shift in (-1, 0, 1)),
    *(Length(unit, count, reach=reach) for unit in Unit for count in (1, 10**9) for reach in (-1, 1)),
]  # fmt: skip


@pytest.mark.parametrize("published", ["0001-01-01", "0001-03", "0001", "9999-12-31", "9999-11", "9999", "00XX"])
@pytest.mark.parametrize("tense", [PAST, NOT_TOLD, FUTURE])
def test_first_and_last_years(published: str, tense: int) -> None:
    """At the edges of the calendar an expression names days inside it, or none, and never fails."""
    for meaning in EVERY_MEANING:
        found = resolve(meaning, context(published, tense, ""))
        if found and found.span:
            assert (found.span.first or date.min) <= (found.span.last or date.max), meaning
