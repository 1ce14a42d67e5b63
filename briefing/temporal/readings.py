"""What a match of a rule means: one function a class of expressions, shared by all languages.

Each takes the pack's words and a match with named groups and returns the pieces found. Groups:
``day month year`` (also ``day2 …`` for the second half of a range), ``weekday`` before them, ``wd`` weekday, ``part`` of day,
``clock``, ``which`` (last, this, next), ``third`` (early, mid, late), ``n`` number, ``unit``, ``x`` the
expression itself where the pattern holds more.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from briefing.datespan import Precision
from briefing.temporal.meaning import (
    Base,
    Calendar,
    Counted,
    Group,
    Holiday,
    Length,
    Meaning,
    Recurring,
    Unit,
    Vague,
    Weekday,
    Which,
)
from briefing.temporal.rules import Piece, Reading, Words
from briefing.temporal.timex import duration_value

__all__ = [
    "calendar",
    "century",
    "clock_on",
    "clocks_on_weekday",
    "counted",
    "decade",
    "fiscal_year",
    "fixed",
    "group",
    "holiday",
    "in_time",
    "length",
    "list_of_days",
    "night_into",
    "nothing",
    "numeric",
    "part_of_day",
    "range_of",
    "recurring",
    "relative",
    "seasons_ago",
    "unless_after",
    "weekday",
    "weekday_and_weeks",
    "weekday_from",
    "weekday_of_week",
    "weekday_range",
    "year_and_next",
    "years_ago_this",
]

Match = re.Match[str]


def _of(match: Match, group: str) -> str | None:
    """The text of a group, None where the pattern lacks it or it did not match."""
    return match[group] if group in match.re.groupindex else None


def _whole(read: Callable[[Words, Match], Meaning | None]) -> Reading:
    """A reading that makes one piece of the whole match, or of its group ``x``."""

    def reading(words: Words, match: Match) -> list[Piece]:
        meaning = read(words, match)
        if meaning is None:
            return []
        start, end = match.span("x") if _of(match, "x") is not None else match.span()
        return [Piece(start, end, meaning)]

    return reading


def nothing(words: Words, match: Match) -> list[Piece]:
    """A near miss: the words are spoken for, and they are no date."""
    del words, match
    return []


def unless_after(words_before: str, reading: Reading) -> Reading:
    """A reading that declines right after certain words, which a pattern cannot look back at."""
    before = re.compile(rf"(?:{words_before})$")

    def read(words: Words, match: Match) -> Sequence[Piece]:
        return [] if before.search(match.string, max(0, match.start() - 30), match.start()) else reading(words, match)

    return read


def fixed(meaning: Meaning) -> Reading:
    """A phrase that always means the same."""
    return _whole(lambda _words, _match: meaning)


# ---- by the calendar ----------------------------------------------------------------------------


def _year(text: str | None) -> int | None:
    """A year of four digits, or of two: '68 and less is 2000 on, '69 and more 1969 on (POSIX)."""
    if not text:
        return None
    number = int(text.strip("'’‘ "))
    if number >= 100:
        return number
    return number + (2000 if number <= 68 else 1900)


def _calendar(words: Words, match: Match, suffix: str = "") -> Calendar | None:
    day = words.whole("ordinal", _of(match, f"day{suffix}"))
    month = words.whole("month", _of(match, f"month{suffix}"))
    if not 1 <= (day or 1) <= 31 or not 1 <= (month or 1) <= 12 or day == 0:
        return None
    return Calendar(
        year=_year(_of(match, f"year{suffix}")) or words.whole("spelled_year", _of(match, "spelled")),
        month=month,
        day=day,
        year_shift=words.whole("year_shift", _of(match, "year_shift")) if _of(match, "year_shift") else None,
        part=str(words.get("part", _of(match, "part")) or ""),
        clock=_clock(match),
        third=words.whole("third", _of(match, "third")) or 0,
        which=_which(words, match),
        weekday=words.whole("weekday", _of(match, "weekday")) if not suffix and _of(match, "weekday") else None,
        nth=words.whole("nth", _of(match, "nth")) or 0 if _of(match, "weekday") else 0,
    )


def _which(words: Words, match: Match) -> Which:
    which = words.get("which", _of(match, "which"))
    return which if isinstance(which, Which) else Which.BARE


calendar = _whole(_calendar)


def _clock(match: Match) -> str:
    hour, minute = _of(match, "hour"), _of(match, "minute") or _of(match, "minute24")
    if (_of(match, "noon") or "").lower() in _NAMED_HOURS:
        return _NAMED_HOURS[match["noon"].lower()]
    if not hour:
        return ""
    number, half = int(hour), (_of(match, "half") or "").lower()[:1]
    if half == "p" and number < 12:
        number += 12
    if half == "a" and number == 12:
        number = 0
    return f"{number:02}:{int(minute or 0):02}" if number < 24 else ""


_NAMED_HOURS = {"noon": "12:00", "midday": "12:00", "midnight": "24:00"}


def numeric(*, day_first: bool | None) -> Reading:
    """A date in figures; ``day_first`` None where only the numbers can tell the order."""

    def read(words: Words, match: Match) -> Calendar | None:
        del words
        a, b, year = int(match["a"]), int(match["b"]), _year(match["year"])
        first_is_day = day_first
        if a > 12 or b > 12:
            first_is_day = a > 12
        day, month = (a, b) if first_is_day or first_is_day is None else (b, a)
        if not 1 <= month <= 12 or not 1 <= day <= 31:
            return None
        order = ("day first" if a > 12 else "month first") if a > 12 or b > 12 else ""
        return Calendar(year=year, month=month, day=day, ambiguous=first_is_day is None and a != b, order=order)

    return _whole(read)


def _decade(words: Words, match: Match) -> Calendar | None:
    year = words.whole("spelled_decade", match["word"]) if _of(match, "word") else int(match["year"].strip("'’"))
    if year is None:
        return None
    if year < 100:
        year += 2000 if year < 20 else 1900  # the '00s and '10s are of this century, the '90s of the last
    digits = 2 if year % 100 == 0 and _of(match, "century") else 3
    return Calendar(year=year, year_digits=digits, third=words.whole("third", _of(match, "third")) or 0)


decade = _whole(_decade)


def range_of(words: Words, match: Match) -> list[Piece]:
    """Two dates that lend each other month and year: "from 24 November to 1 December 2023"."""
    first, second = _calendar(words, match), _calendar(words, match, "2")
    if first is None or second is None:
        return []
    second = replace(second, month=second.month or first.month)
    first = replace(first, month=first.month or second.month)
    over = (first.month or 0, first.day or 0) > (second.month or 0, second.day or 0)
    if second.year and not first.year:
        first = replace(first, year=second.year - over)
    elif first.year and not second.year:
        second = replace(second, year=first.year + over)
    return [Piece(*match.span("first"), first, joins_next=True), Piece(*match.span("second"), second)]


def list_of_days(words: Words, match: Match) -> list[Piece]:
    """Several days of one month: "3, 4 and 5 September"."""
    month = _calendar(words, match)
    days = list(_DAY.finditer(match.string, *match.span("days")))
    if month is None or not all(1 <= int(day[0]) <= 31 for day in days):
        return []
    edges = [day.span() for day in days]
    if match.start("month") < match.start("days"):
        edges[0] = (match.start(), edges[0][1])
    edges[-1] = (edges[-1][0], match.end())
    return [Piece(*edge, replace(month, day=int(day[0]))) for edge, day in zip(edges, days, strict=True)]


_DAY = re.compile(r"\d+")


def year_and_next(words: Words, match: Match) -> list[Piece]:
    """Two years that follow each other, the second one short: "the 2014-15 season"."""
    del words
    year = int(match["year"])
    if int(match["year2"]) != (year + 1) % 100:
        return []
    first, second = Calendar(year=year), Calendar(year=year + 1)
    return [Piece(*match.span("year"), first, joins_next=True), Piece(*match.span("year2"), second)]


# ---- by the week --------------------------------------------------------------------------------


def _weekday(words: Words, match: Match) -> Weekday | None:
    number = words.whole("weekday", _of(match, "wd"))
    if number is None:
        return None
    which = words.get("which", _of(match, "which"))
    weeks = words.whole("which_week", _of(match, "weeks")) if _of(match, "weeks") else 0
    count = words.whole("number", _of(match, "n")) or 1
    return Weekday(
        weekday=number,
        which=which if isinstance(which, Which) else Which.BARE,
        weeks=(weeks or 0) * count,
        years=-count if _of(match, "years") else 0,
        part=str(words.get("part", _of(match, "part")) or ""),
        clock=_clock(match),
    )


weekday = _whole(_weekday)


def weekday_and_weeks(which: Which, weeks: int) -> Reading:
    """A weekday so many weeks from the last or next one: "Monday week", "the Friday before last"."""

    def read(words: Words, match: Match) -> Weekday | None:
        found = _weekday(words, match)
        return replace(found, which=which, weeks=weeks) if found else None

    return _whole(read)


def weekday_of_week(week: int) -> Reading:
    """A weekday of the week so many on, Monday being its first day: "haftaya salı"."""

    def read(words: Words, match: Match) -> Weekday | None:
        found = _weekday(words, match)
        return replace(found, week=week) if found else None

    return _whole(read)


def weekday_from(base: Base, which: Which) -> Reading:
    """A weekday counted from a date of the text: "the following Monday"."""

    def read(words: Words, match: Match) -> Weekday | None:
        found = _weekday(words, match)
        return replace(found, base=base, which=which) if found else None

    return _whole(read)


def night_into(words: Words, match: Match) -> list[Piece]:
    """A night by the day that it ends on: "overnight into Friday" is Thursday night."""
    number = words.whole("weekday", match["wd"])
    return [] if number is None else [Piece(*match.span(), Weekday((number - 1) % 7, part="NI"))]


def weekday_range(words: Words, match: Match) -> list[Piece]:
    """Two weekdays: "from Monday to Friday"."""
    first, second = words.whole("weekday", match["wd"]), words.whole("weekday", match["wd2"])
    if first is None or second is None:
        return []
    return [
        Piece(*match.span("first"), Weekday(first), joins_next=True),
        Piece(*match.span("second"), Weekday(second)),
    ]


def clock_on(unit: Unit, count: int, base: Base = Base.PUBLICATION) -> Reading:
    """A clock time on a day counted from publication ("at 3 p.m. today"), or on the day that the text has named."""
    return _whole(lambda _words, match: Counted(unit, count, base, clock=_clock(match)) if _clock(match) else None)


def clocks_on_weekday(words: Words, match: Match) -> list[Piece]:
    """Two hours of one day: "from 9 a.m. to 5 p.m. on Monday"."""
    end = _weekday(words, match)
    if end is None or not end.clock:
        return []
    begins = _HOUR.match(match["first"])
    if begins is None:
        return []
    half = (begins["half"] or (_of(match, "half") or "")[:1]).lower()
    hour = int(begins["hour"]) % 12 + 12 * (half == "p") if half else int(begins["hour"])
    start = replace(end, clock=f"{hour:02}:{int(begins['minute'] or 0):02}")
    return [Piece(*match.span("first"), start, joins_next=True), Piece(*match.span("second"), end)]


_HOUR = re.compile(r"(?P<hour>\d{1,2})(?:[:.](?P<minute>\d\d))?\s?(?P<half>[aApP])?")


# ---- counted ------------------------------------------------------------------------------------


def _unit(words: Words, match: Match) -> Unit | None:
    unit = words.get("unit", _of(match, "unit"))
    return unit if isinstance(unit, Unit) else None


def _number(words: Words, text: str | None) -> float | None:
    """The number that digits ("1,000", "2.5", "2 1/2") or words ("two and a half") stand for."""
    if not text:
        return None
    if re.fullmatch(r"half\s+an?", text, re.IGNORECASE):
        return 0.5
    whole, half = _HALVES.subn("", text)
    if re.fullmatch(r"\d+\.\d+", whole):
        return float(whole)
    number = words.whole("number", whole) if whole else 0
    return None if number is None else number + half / 2


_HALVES = re.compile(r"(?:\s|-)?(?:1/2|½)|\s+and\s+a\s+half$|^half(?=\s+an?$)", re.IGNORECASE)


def counted(sign: int, base: Base = Base.PUBLICATION) -> Reading:
    """So many units back or on: "three days ago", "two weeks later"."""

    def read(words: Words, match: Match) -> Meaning | None:
        unit, count = _unit(words, match), _number(words, _of(match, "n"))
        if unit is None:
            return None
        if count is None:
            return Vague(sign) if base is Base.PUBLICATION else None
        about = _of(match, "about") is not None
        return Counted(unit, sign * round(count), base, approximate=about)

    return _whole(read)


def relative(base: Base = Base.PUBLICATION, count: int | None = None) -> Reading:
    """A unit named by its neighbour: "last month", "this week", "the following day"."""

    def read(words: Words, match: Match) -> Counted | None:
        unit = _unit(words, match)
        shift = count if count is not None else words.whole("which_week", _of(match, "which"))
        if unit is None or shift is None:
            return None
        third = words.whole("third", _of(match, "third")) or 0
        return Counted(unit, shift, base, part=str(words.get("part", _of(match, "part")) or ""), third=third)

    return _whole(read)


def part_of_day(count: int) -> Reading:
    """A part of a day that is counted from the text: "that night", "the next morning"."""
    return _whole(
        lambda words, match: Counted(Unit.DAY, count, Base.TEXT, part=str(words.get("part", match["part"]) or ""))
    )


def century(words: Words, match: Match) -> list[Piece]:
    """A century by its number: "the 19th century" is 18."""
    number = words.whole("ordinal", match["nth"])
    return [Piece(*match.span(), Calendar(year=100 * number - 100, year_digits=2))] if number and number > 1 else []


def group(precision: Precision) -> Reading:
    """A season, quarter or half: "last summer", "the third quarter of 2024"."""

    def read(words: Words, match: Match) -> Group | None:
        index = words.whole(precision.value, _of(match, "index"))
        which = words.get("which", _of(match, "which"))
        if index is None or not 1 <= index <= 4:
            return None
        shift = words.whole("year_shift", _of(match, "year_shift")) if _of(match, "year_shift") else None
        chosen = which if isinstance(which, Which) else Which.BARE
        return Group(precision, index, _year(_of(match, "year")), chosen, shift)

    return _whole(read)


def years_ago_this(words: Words, match: Match) -> list[Piece]:
    """This week or month, so many years back: "a year ago this week"."""
    unit, count = _unit(words, match), _number(words, match["n"])
    if unit is None or count is None:
        return []
    per_year = 12 if unit is Unit.MONTH else _WEEKS_IN_A_YEAR
    return [Piece(*match.span(), Counted(unit, -round(count * per_year)))]


_WEEKS_IN_A_YEAR = 365.2425 / 7


def seasons_ago(words: Words, match: Match) -> list[Piece]:
    """A season so many years back: "two summers ago"."""
    count = _number(words, match["n"])
    index = words.whole("season", match[0].split()[-2].removesuffix("s"))
    if count is None or index is None:
        return []
    return [Piece(*match.span(), Group(Precision.SEASON, index, year_shift=-round(count)))]


def fiscal_year(words: Words, match: Match) -> list[Piece]:
    """A fiscal year, taken for the year whose name it bears: "FY2023", "FY24"."""
    del words
    year = int(match["year"])
    return [Piece(*match.span(), Calendar(year=year if year >= 100 else year + 2000))]


def in_time(words: Words, match: Match) -> list[Piece]:
    """A length from now on where the clause looks ahead ("will end in ten days"), else how long something took."""
    unit, count = _unit(words, match), _number(words, match["n"])
    if unit is None or count is None:
        return []
    return [Piece(*match.span("x"), Length(unit, count, ahead=True))]


def length(reach: int = 0) -> Reading:
    """A duration: "10 months", and with a reach "for nearly 10 months" up to now."""

    def read(words: Words, match: Match) -> Length | None:
        unit = _unit(words, match)
        if unit is None:
            return None
        text = (_of(match, "n") or "") + (_of(match, "and_half") or "")
        halved = _HALVES.search(text) is not None
        return Length(unit, _number(words, text), _of(match, "about") is not None, reach, halved)

    return _whole(read)


def recurring(words: Words, match: Match) -> list[Piece]:
    """A set: "every Friday" (XXXX-WXX-5), "daily" (P1D), "every other week" (P2W)."""
    number = words.whole("weekday", _of(match, "wd"))
    unit = _unit(words, match)
    word = words.get("set", _of(match, "set"))
    if number is not None:
        value = f"XXXX-WXX-{number + 1}"
    elif unit is not None:
        value = duration_value(unit, _number(words, _of(match, "n")) or (2 if _of(match, "other") else 1))
    else:
        value = str(word) if word else ""
    return [Piece(*match.span("x" if _of(match, "x") else 0), Recurring(value))] if value else []


def holiday(words: Words, match: Match) -> list[Piece]:
    """A holiday: "last Christmas", "Eid al-Adha 2021"."""
    name = words.get("holiday", match["name"])
    shift = words.whole("year_shift", _of(match, "year_shift")) if _of(match, "year_shift") else None
    meaning = Holiday(str(name), _year(_of(match, "year")), _which(words, match), shift)
    return [Piece(*match.span("x" if _of(match, "x") else 0), meaning)] if name else []
