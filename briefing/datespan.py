"""Dates as news knows them: a day, a month, a stretch with one end open, all of it perhaps approximate.

A `DateSpan` prints and parses as EDTF, the Extended Date/Time Format of ISO 8601-2:2019:

    >>> str(DateSpan.day(date(2024, 9, 13)))
    '2024-09-13'
    >>> DateSpan.parse("2023-11~/2024-09").first
    datetime.date(2023, 11, 1)

All date arithmetic of the project lives in this module.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import Enum
from functools import total_ordering

__all__ = ["DateSpan", "End", "InvalidDateSpan", "Precision", "compatible", "shift", "unit_of"]


class InvalidDateSpan(ValueError):
    """A text is no EDTF value that `DateSpan` knows, or two ends do not make a span."""


@total_ordering
class Precision(Enum):
    """How finely an end is known. Ordered from finest to coarsest, which is 0 to 10 as ``rank``."""

    DAY = "day"
    WEEKEND = "weekend"
    WEEK = "week"
    THIRD = "third"  # early, mid or late in a month
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    HALF = "half"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"

    def __init__(self, _value: str) -> None:
        self.rank = len(type(self).__members__)

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, Precision):
            return NotImplemented
        return self.rank < other.rank


@dataclass(frozen=True, slots=True)
class End:
    """One end of a span: its outermost day, the precision of the unit that day closes, certainty.

    The day of a start is the first of its unit, that of an end the last: September 2024 as a
    start is 2024-09-01, as an end 2024-09-30, both of precision month.
    """

    day: date
    precision: Precision = Precision.DAY
    approximate: bool = False


@total_ordering
@dataclass(frozen=True, slots=True)
class DateSpan:
    """A stretch of days with a start and an end, either of which may be open (``None``).

    Raises `InvalidDateSpan` when both ends are open or the end lies before the start.
    """

    start: End | None
    end: End | None

    def __post_init__(self) -> None:
        if self.start is None and self.end is None:
            raise InvalidDateSpan("a span needs at least one end; write it like ../2024-09-14 or 2023-10-07/..")
        if self.start and self.end and self.end.day < self.start.day:
            raise InvalidDateSpan(f"the end {self.end.day} lies before the start {self.start.day}; swap the two")

    # ---- making -----------------------------------------------------------------------------

    @classmethod
    def day(cls, day: date, *, approximate: bool = False) -> DateSpan:
        """The span of one day."""
        return cls.unit(day, Precision.DAY, approximate=approximate)

    @classmethod
    def unit(cls, day: date, precision: Precision, *, approximate: bool = False) -> DateSpan:
        """The calendar unit (week, month, decade …) that holds ``day``."""
        first, last = unit_of(day, precision)
        return cls(End(first, precision, approximate), End(last, precision, approximate))

    @classmethod
    def between(cls, start: DateSpan, end: DateSpan) -> DateSpan:
        """From the start of one span to the end of another."""
        return cls(start.start, end.end)

    @classmethod
    def until(cls, end: DateSpan) -> DateSpan:
        """On some day up to the end of a span: ``../2024-09-14``."""
        return cls(None, end.end)

    @classmethod
    def since(cls, start: DateSpan) -> DateSpan:
        """From the start of a span on, with no end given: ``2023-10-07/..``."""
        return cls(start.start, None)

    def blurred(self) -> DateSpan:
        """The same span with both of its ends approximate."""
        return DateSpan(*(end and replace(end, approximate=True) for end in (self.start, self.end)))

    # ---- asking -----------------------------------------------------------------------------

    @property
    def first(self) -> date | None:
        """The first day, or None when the start is open."""
        return self.start.day if self.start else None

    @property
    def last(self) -> date | None:
        """The last day, or None when the end is open."""
        return self.end.day if self.end else None

    @property
    def precision(self) -> Precision:
        """The coarser of the two ends' precisions."""
        start, end = self.start, self.end
        if start is None or end is None:
            return next(end.precision for end in (start, end) if end)
        return end.precision if end.precision.rank > start.precision.rank else start.precision

    @property
    def approximate(self) -> bool:
        """Whether either end is approximate."""
        return bool((self.start and self.start.approximate) or (self.end and self.end.approximate))

    @property
    def is_day(self) -> bool:
        """Whether the span is one single day that is known as such."""
        return self.start is not None and self.start.precision is Precision.DAY and self.start == self.end

    @property
    def is_unit(self) -> bool:
        """Whether the span is one calendar unit (a day, a month …) rather than a stretch of them."""
        start, end = self.start, self.end
        if not start or not end or (start.precision, start.approximate) != (end.precision, end.approximate):
            return False
        return (start.day, end.day) == unit_of(start.day, start.precision)

    @property
    def is_open(self) -> bool:
        """Whether one end is open."""
        return self.start is None or self.end is None

    def holds(self, day: date) -> bool:
        """Whether ``day`` lies inside the span; an open end holds everything beyond it."""
        return (self.first or date.min) <= day <= (self.last or date.max)

    def within(self, first: date, last: date) -> bool:
        """Whether the whole span lies between two days, both included. An open one never does."""
        return self.first is not None and self.last is not None and first <= self.first and self.last <= last

    # ---- ordering ---------------------------------------------------------------------------

    @property
    def order(self) -> tuple[object, ...]:
        """The key by which spans are ordered: start, end, precision; a span with an open start stands at its end."""
        start, end = self.start, self.end
        return (
            self.first or self.last, start is None, self.last or date.max, end is None,
            start.precision.rank if start else -1, start is not None and start.approximate,
            end.precision.rank if end else -1, end is not None and end.approximate,
        )  # fmt: skip

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, DateSpan):
            return NotImplemented
        return self.order < other.order

    # ---- printing and parsing ---------------------------------------------------------------

    def __str__(self) -> str:
        """The EDTF value. A week, weekend or third of a month, for which EDTF has no word, is an interval."""
        start, end = _print_end(self.start), _print_end(self.end)
        return start if start == end else f"{start}/{end}"

    @classmethod
    def parse(cls, text: str) -> DateSpan:
        """Read an EDTF value: a date, month, season, quarter, half, year, decade, century or interval.

        ``parse(str(span)) == span`` for every span without weeks, weekends or thirds of a month;
        those come back as the interval of days that they print as. Raises `InvalidDateSpan`.
        """
        start, slash, end = text.strip().partition("/")
        if not slash:
            return _parse_unit(start)
        return cls(
            None if start == ".." else _parse_unit(start).start,
            None if end == ".." else _parse_unit(end).end,
        )


def compatible(a: DateSpan, b: DateSpan) -> bool:
    """Whether two spans can both be true of one happening: they share a day.

    An approximate end reaches one of its own units further out. This is another question than
    equality: ``2024-09`` and ``2024-09-13`` are compatible, not equal.
    """
    a_first, a_last = _reach(a)
    b_first, b_last = _reach(b)
    return a_first <= b_last and b_first <= a_last


def _reach(span: DateSpan) -> tuple[date, date]:
    first = date.min if not span.start else _blur(span.start, -1)
    last = date.max if not span.end else _blur(span.end, +1)
    return first, last


def _blur(end: End, direction: int) -> date:
    if not end.approximate:
        return end.day
    try:
        return unit_of(_neighbour(end, direction), end.precision)[direction > 0]
    except (ValueError, OverflowError):
        return date.min if direction < 0 else date.max


def _neighbour(end: End, direction: int) -> date:
    """A day of the next unit out; the days between two weekends belong to none."""
    if end.precision is Precision.WEEKEND:
        return shift(end.day, direction, end.precision)
    return end.day + timedelta(days=direction)


# ---- calendar units ---------------------------------------------------------------------------


def unit_of(day: date, precision: Precision) -> tuple[date, date]:
    """The first and last day of the unit that holds ``day``.

    Weeks run Monday to Sunday (ISO 8601), and a weekday's weekend is the one that ends its week;
    seasons are the meteorological ones of the northern hemisphere, winter counting to the year in
    which it begins. Where the years 1 to 9999 cut a unit, its part inside them stands for it.
    Raises `OverflowError` for the weekend that would follow the last day of the year 9999.
    """
    return _UNITS[precision](day)


def _week(day: date) -> tuple[date, date]:
    monday = day - timedelta(days=day.weekday())
    return monday, monday + min(timedelta(days=6), date.max - monday)


def _weekend(day: date) -> tuple[date, date]:
    saturday = day + timedelta(days=5 - day.weekday())
    return saturday, saturday + timedelta(days=1)


def _third(day: date) -> tuple[date, date]:
    first, last = _months(1)(day)
    if day.day <= 10:
        return first, first.replace(day=10)
    if day.day <= 20:
        return first.replace(day=11), first.replace(day=20)
    return first.replace(day=21), last


def _months(count: int) -> Callable[[date], tuple[date, date]]:
    def bounds(day: date) -> tuple[date, date]:
        month = (day.month - 1) // count * count + 1
        first = date(day.year, month, 1)
        return first, last_of_month(first.year, month + count - 1)

    return bounds


def _season(day: date) -> tuple[date, date]:
    start_month = day.month // 3 * 3 or 12
    year = day.year - 1 if day.month < 3 else day.year
    first = date(year, start_month, 1) if year else date.min
    return first, last_of_month(year, start_month + 2)


def _years(count: int) -> Callable[[date], tuple[date, date]]:
    def bounds(day: date) -> tuple[date, date]:
        first = day.year // count * count
        return date(max(1, first), 1, 1), date(first + count - 1, 12, 31)

    return bounds


_UNITS: dict[Precision, Callable[[date], tuple[date, date]]] = {
    Precision.DAY: lambda day: (day, day),
    Precision.WEEKEND: _weekend,
    Precision.WEEK: _week,
    Precision.THIRD: _third,
    Precision.MONTH: _months(1),
    Precision.QUARTER: _months(3),
    Precision.SEASON: _season,
    Precision.HALF: _months(6),
    Precision.YEAR: _years(1),
    Precision.DECADE: _years(10),
    Precision.CENTURY: _years(100),
}


def last_of_month(year: int, month: int) -> date:
    """The last day of a month; month 13 is January of the next year, and so on, up to the last day there is."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    if year > date.max.year:
        return date.max
    if month == 12:
        return date(year, 12, 31)
    return date(year, month + 1, 1) - timedelta(days=1)


_MONTHS_IN = {
    Precision.MONTH: 1,
    Precision.QUARTER: 3,
    Precision.SEASON: 3,
    Precision.HALF: 6,
    Precision.YEAR: 12,
    Precision.DECADE: 120,
    Precision.CENTURY: 1200,
}
_DAYS_IN = {Precision.DAY: 1, Precision.WEEKEND: 7, Precision.WEEK: 7, Precision.THIRD: 10}


def shift(day: date, count: int, unit: Precision) -> date:
    """The day ``count`` units later (earlier if negative); the 31st becomes the month's last day.

    Raises `OverflowError` or `ValueError` beyond the years 1 to 9999.
    """
    if unit in _DAYS_IN:
        return day + timedelta(days=count * _DAYS_IN[unit])
    months = day.year * 12 + day.month - 1 + count * _MONTHS_IN[unit]
    year, month = months // 12, months % 12 + 1
    return date(year, month, min(day.day, last_of_month(year, month).day))


# ---- EDTF -------------------------------------------------------------------------------------

_SEASON_CODES = {21: 3, 22: 6, 23: 9, 24: 12}  # spring … winter: first month
_QUARTER_CODES = {33: 1, 34: 4, 35: 7, 36: 10}
_HALF_CODES = {40: 1, 41: 7}
_GROUPS = {
    **{code: (Precision.SEASON, month) for code, month in _SEASON_CODES.items()},
    **{code: (Precision.QUARTER, month) for code, month in _QUARTER_CODES.items()},
    **{code: (Precision.HALF, month) for code, month in _HALF_CODES.items()},
}
_CODE_OF = {group: code for code, group in _GROUPS.items()}
_FIRST_WINTER = "0000-24"  # its January and February are the first days there are
_EDTF = re.compile(
    r"(?P<year>\d{4}|\d{3}X|\d{2}XX)(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?(?P<approximate>~?)", re.ASCII
)


def _print_end(end: End | None) -> str:
    if end is None:
        return ".."
    return _PRINT.get(end.precision, _print_day)(end.day) + ("~" if end.approximate else "")


def _print_day(day: date) -> str:
    return day.isoformat()


def _print_group(precision: Precision) -> Callable[[date], str]:
    def text(day: date) -> str:
        first, _ = unit_of(day, precision)
        if precision is Precision.SEASON and first == date.min:
            return _FIRST_WINTER
        return f"{first.year:04}-{_CODE_OF[precision, first.month]}"

    return text


_PRINT: dict[Precision, Callable[[date], str]] = {
    Precision.MONTH: lambda day: f"{day.year:04}-{day.month:02}",
    Precision.QUARTER: _print_group(Precision.QUARTER),
    Precision.SEASON: _print_group(Precision.SEASON),
    Precision.HALF: _print_group(Precision.HALF),
    Precision.YEAR: lambda day: f"{day.year:04}",
    Precision.DECADE: lambda day: f"{day.year // 10:03}X",
    Precision.CENTURY: lambda day: f"{day.year // 100:02}XX",
}


def _parse_unit(text: str) -> DateSpan:
    match = _EDTF.fullmatch(text)
    if not match:
        raise InvalidDateSpan(
            f"{text[:40]!r} is no EDTF date; write it like 2024-09-13, 2024-09, 2024 or 2023-11~/2024-09"
        )
    year, month, day = match["year"], match["month"], match["day"]
    try:
        anchor, precision = _anchor(year, month, day)
        return DateSpan.unit(anchor, precision, approximate=bool(match["approximate"]))
    except ValueError as error:
        raise InvalidDateSpan(
            f"{text!r} is no date of the calendar ({error}); write one that exists, like 2024-09-13"
        ) from error


def _anchor(year: str, month: str | None, day: str | None) -> tuple[date, Precision]:
    if "X" in year:
        if month:
            raise ValueError("a decade or century has no month")
        return date(max(1, int(year.replace("X", "0"))), 1, 1), (
            Precision.CENTURY if year.endswith("XX") else Precision.DECADE
        )
    if month is None:
        return date(int(year), 1, 1), Precision.YEAR
    if f"{year}-{month}" == _FIRST_WINTER and day is None:
        return date.min, Precision.SEASON
    if int(month) in _GROUPS and day is None:
        precision, first_month = _GROUPS[int(month)]
        return date(int(year), first_month, 1), precision
    if day is None:
        return date(int(year), int(month), 1), Precision.MONTH
    return date(int(year), int(month), int(day)), Precision.DAY
