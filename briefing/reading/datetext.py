"""One written publication date -> the day (or month, or year) it names, and the instant where its zone is known.

Only absolute dates: a relative word ("yesterday", "2 hours ago") says nothing without a clock, and
no clock is read here. English and numeric forms are read by the patterns below, the other languages
next door.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from datetime import date, datetime, timedelta, timezone
from functools import lru_cache
from typing import NamedTuple

from briefing.datespan import DateSpan, Precision
from briefing.reading.datetongues import ask_dateparser

__all__ = ["MONTH_NAME", "YEARS", "Stamp", "make_stamp", "month_number", "read_date"]

MAX_LENGTH = 80
YEARS = range(1600, 2200)  # 0001-01-01 and 9999-12-31 stand for "unknown" in many databases
MONTH_FIRST = frozenset({"US", "AS", "FM", "GU", "MH", "MP", "PH", "PR", "PW", "VI"})
ZONE_HOURS = {"z": 0, "utc": 0, "gmt": 0}  # only names that mean one zone: IST is Israel, India and Ireland

MONTH_NAME = (
    "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
    "oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEKDAY = r"(?:(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?[.,]*\s+)?"
_CLOCK = (
    r"(?:[\s,@|–—-]*(?:\bat\s+|\bà\s+|\bum\s+)?(?P<hour>\d{1,2})[:.h](?P<minute>\d{2})(?::(?P<second>\d{2}))?(?:[.,]\d+)?"
    r"\s*(?P<half>[ap]\.?m\b\.?)?\s*\(?(?P<zone>(?:utc|gmt)?[+-]\d{2}:?\d{2}|[a-z]{1,5})?\)?)?"
)


class Stamp(NamedTuple):
    """A publication date: the local day, month or year, and the instant where its zone is known."""

    span: DateSpan
    instant: datetime | None = None


def read_date(text: str, *, language: str = "", country: str = "") -> Stamp | None:
    """Read ``text``, which holds one date and nothing else, or return None.

    None also when the date does not exist (``2024-02-31``), when nothing settles the order of day
    and month (``12/6/2024`` without a country or a language other than English), and when no year
    is written. ``country`` is an ISO 3166 code, ``language`` an ISO 639 one.
    """
    if len(text) == 10 and text.isascii() and text[4] == text[7] == "-":  # most fields are written like this
        return make_stamp(*text.split("-")) if text.replace("-", "").isdigit() else None
    written = _tidy(text)
    if not written or len(written) > MAX_LENGTH or not any(char.isdigit() for char in written):
        return None
    for pattern, read in _forms():
        match = pattern.fullmatch(written)
        if match:
            return read(match, _day_first(language, country))
    found = ask_dateparser(written, language, "MDY" if _day_first(language, country) is False else "DMY")
    if found is None:
        return None
    when, has_day = found
    stamp = make_stamp(when.year, when.month, when.day if has_day else None)
    offset = when.utcoffset()
    return stamp and Stamp(
        stamp.span, when.replace(tzinfo=timezone(offset)) if has_day and offset is not None else None
    )


def month_number(name: str) -> int:
    """The number of an English month by its first three letters."""
    return _MONTHS.index(name[:3].lower()) + 1


def make_stamp(year: str | int, month: str | int | None = None, day: str | int | None = None) -> Stamp | None:
    """The stamp of a year, a month or a day; None when the calendar has no such date."""
    if int(year) not in YEARS:
        return None
    try:
        anchor = date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return None
    precision = Precision.DAY if day else Precision.MONTH if month else Precision.YEAR
    return Stamp(DateSpan.unit(anchor, precision))


def _tidy(text: str) -> str:
    """One line without brackets around it, and with European digits."""
    line = " ".join(text[: 4 * MAX_LENGTH].split()).strip(" []().,;|–—-")
    return line if line.isascii() else "".join(_european(char) for char in line)


def _european(char: str) -> str:
    if char in "\u200e\u200f\u202a\u202b\u202c\ufeff":  # marks of writing direction
        return ""
    return str(unicodedata.digit(char)) if char.isdecimal() else char


# ---- the forms --------------------------------------------------------------------------------


def _read_instant(match: re.Match[str], _day_first: bool | None) -> Stamp | None:
    try:
        instant = datetime.fromisoformat(match[0])
    except ValueError:
        return None
    stamp = make_stamp(instant.year, instant.month, instant.day)
    return stamp and Stamp(stamp.span, instant if instant.tzinfo else None)


def _read_named(match: re.Match[str], _day_first: bool | None) -> Stamp | None:
    groups = match.groupdict()
    month = groups["month"] if groups["month"] is None or groups["month"].isdigit() else month_number(groups["month"])
    return _with_clock(make_stamp(groups["year"], month, groups.get("day")), groups)


def _read_numeric(match: re.Match[str], day_first: bool | None) -> Stamp | None:
    first, second = int(match["one"]), int(match["two"])
    if match["separator"] == ".":
        day_first = True
    if first > 12 or second > 12 or first == second:
        day_first = second <= 12
    if day_first is None:
        return None
    day, month = (first, second) if day_first else (second, first)
    year = int(match["year"])
    if len(match["year"]) == 2:
        year += 1900 if year > 68 else 2000  # the pivot of POSIX
    return _with_clock(make_stamp(year, month, day), match.groupdict())


def _day_first(language: str, country: str) -> bool | None:
    """Whether numeric dates begin with the day; None where nothing tells."""
    if country:
        return country.upper() not in MONTH_FIRST
    return True if language and language != "en" else None


def _with_clock(stamp: Stamp | None, groups: dict[str, str | None]) -> Stamp | None:
    offset = _offset((groups.get("zone") or "").lower())
    day = stamp.span.first if stamp and stamp.span.is_day else None
    if stamp is None or day is None or offset is None or not groups.get("hour"):
        return stamp
    hour = int(groups["hour"] or 0)
    if groups.get("half"):
        hour = hour % 12 + (12 if str(groups["half"]).lower().startswith("p") else 0)
    try:
        clock = (hour, int(groups["minute"] or 0), int(groups["second"] or 0))
        return Stamp(stamp.span, datetime(day.year, day.month, day.day, *clock, tzinfo=offset))
    except ValueError:
        return stamp


def _offset(zone: str) -> timezone | None:
    if zone in ZONE_HOURS:
        return timezone(timedelta(hours=ZONE_HOURS[zone]))
    match = re.fullmatch(r"(?:utc|gmt)?([+-])(\d{2}):?(\d{2})", zone)
    if not match or int(match[2]) > 14 or int(match[3]) > 59:
        return None
    size = timedelta(hours=int(match[2]), minutes=int(match[3]))
    return timezone(-size if match[1] == "-" else size)


_Read = Callable[[re.Match[str], "bool | None"], Stamp | None]
_FORMS: tuple[tuple[str, _Read], ...] = (
    # 2024-09-14T00:53:00+03:00
    (r"\d{4}-?\d{2}-?\d{2}[T ]\d{2}:?\d{2}(?::?\d{2})?(?:[.,]\d+)?\s?(?:Z|[+-]\d{2}(?::?\d{2})?)?", _read_instant),
    # 2024, 2024-09, 2024-09-14, 2024-09-14 08:32
    (r"(?P<year>\d{4})(?:-(?P<month>\d{2})(?:-(?P<day>\d{2})" + _CLOCK + ")?)?", _read_named),
    (r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})", _read_named),
    (r"(?P<year>\d{4})[/.](?P<month>\d{1,2})(?:[/.](?P<day>\d{1,2})" + _CLOCK + ")?", _read_named),
    # 14 September 2024, Saturday 14th Sept. 2024 - 08:32, 29-May-2024, [17/ September/2024], 29nov2023
    (
        rf"{_WEEKDAY}(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[\s/.-]*(?:of\s+)?(?P<month>{MONTH_NAME})[\s/.,-]*(?P<year>\d{{4}}){_CLOCK}",
        _read_named,
    ),
    # May 9, 2024 at 5:29pm
    (
        rf"{_WEEKDAY}(?P<month>{MONTH_NAME})\.?\s*(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}}){_CLOCK}",
        _read_named,
    ),
    # September 2024, 09/2024
    (rf"(?P<month>{MONTH_NAME})[\s.,]*(?P<year>\d{{4}})", _read_named),
    (r"(?P<month>\d{1,2})[/.](?P<year>\d{4})", _read_named),
    # 05/29/24, 12/6/2024 6:27, 03.12.2023, 8-5-2024
    (
        r"(?P<one>\d{1,2})(?P<separator>[/.-])(?P<two>\d{1,2})(?P=separator)(?P<year>\d{4}|(?<!-)\d{2})" + _CLOCK,
        _read_numeric,
    ),
)


@lru_cache(maxsize=1)
def _forms() -> tuple[tuple[re.Pattern[str], _Read], ...]:
    """The forms compiled, which takes 15 ms: only when there is a date to read."""
    return tuple((re.compile(pattern, re.IGNORECASE), read) for pattern, read in _FORMS)
