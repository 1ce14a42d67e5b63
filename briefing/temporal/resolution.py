"""From what an expression says to the days it names: the rules that hold in every language.

Counted on annotated news: a bare weekday is the latest one on or before publication (90%; strictly
before it: 46%) unless its clause points ahead and it is not that of publication; a day and month without a year is the nearest in
the direction of the tense, without a tense the nearest (94%); a bare month likewise (81%).
TIMEX3 values follow ISO-TimeML (ISO 24617-1).
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from functools import singledispatch
from typing import NamedTuple

from briefing.datespan import DateSpan, End, Precision, shift, unit_of
from briefing.temporal.holidays import MONTHS, holidays_near
from briefing.temporal.meaning import (
    Base,
    Calendar,
    Counted,
    Group,
    Holiday,
    Length,
    Meaning,
    Recurring,
    Reported,
    Unit,
    Vague,
    Weekday,
    Which,
)
from briefing.temporal.nearest import nearest, nearest_day, nth_weekday
from briefing.temporal.timex import duration_value, group_label, span_value, unit_value, vague_value

__all__ = ["Context", "Resolved", "resolve"]


class Context(NamedTuple):
    """What an expression is read against.

    ``published`` is the document creation time, ``previous`` the nearest earlier date of the text and
    ``quarter`` its nearest earlier quarter, ``direction`` the tense of the clause: -1 past, +1 future, 0 not told.
    ``either`` says that the nearest day is meant, before or behind publication.
    """

    published: DateSpan | None = None
    previous: DateSpan | None = None
    direction: int = 0
    either: bool = False
    quarter: DateSpan | None = None

    @property
    def today(self) -> date | None:
        """The publication day, if it is known to the day."""
        return self.published.first if self.published and self.published.is_day else None


class Resolved(NamedTuple):
    """A TIMEX3 type and value, the days it names, the rule that gave them and what it counted from."""

    timex_type: str
    timex_value: str
    span: DateSpan | None
    meaning: str
    anchor: DateSpan | None = None


@singledispatch
def resolve(meaning: Meaning, context: Context) -> Resolved | None:
    """Read a meaning against its context; None where it names no date that exists (31 February)."""
    raise TypeError(f"no rule resolves a {type(meaning).__name__} {context}")


# ---- by the calendar ----------------------------------------------------------------------------

_A_YEAR = 366  # days: the next year with the same weekdays is five or six on
_NEWS = 31  # days from publication within which a day is meant whose weekday is another
_LEAP_GAP = 8  # years: the longest wait for a 29 February (1896 to 1904)


@resolve.register
def _(meaning: Calendar, context: Context) -> Resolved | None:
    if meaning.year is not None:
        return _dated(meaning, meaning.year, "stated", None)
    if meaning.year_shift is not None:
        if not context.published or not context.published.first:
            return _unanchored(meaning)
        return _dated(meaning, context.published.first.year + meaning.year_shift, "counted", context.published)
    if meaning.month is None:
        return _nth_of_month(meaning, context) if meaning.nth else _day_of_month(meaning, context)
    if not context.published or not context.published.first:
        return _unanchored(meaning)
    anchor = context.published.last or context.published.first
    year = _choose_year(meaning, anchor, context.direction)
    rule = "year-nearest" if meaning.day else "month-nearest"
    return _dated(meaning, year, rule, context.published) if year else None


def _choose_year(meaning: Calendar, anchor: date, direction: int) -> int | None:
    years = range(anchor.year - _LEAP_GAP, anchor.year + _LEAP_GAP + 1)
    starts = [day for year in years if (day := _start_day(meaning, year))]
    if not starts:
        return None
    by_month = meaning.day is None and not meaning.nth
    now = anchor.replace(day=1) if by_month else anchor
    choose = nearest if by_month else nearest_day
    found = choose(starts, now, meaning.which, direction)
    if meaning.weekday is not None and not meaning.nth and not (found and abs((found - now).days) <= _NEWS):
        # Monday 26 October is in the year in which the 26th is a Monday; near publication it is a slip of the weekday
        named = [day for day in starts if day.weekday() == meaning.weekday and abs((day - now).days) <= _A_YEAR]
        if named:
            return min(named, key=lambda day: (direction * (day - now).days < 0, day)).year
    return found.year if found else None


def _start_day(meaning: Calendar, year: int) -> date | None:
    try:
        if meaning.nth and meaning.month and meaning.weekday is not None:
            return nth_weekday(year, meaning.month, meaning.weekday, meaning.nth)
        return date(year, meaning.month or 1, meaning.day or 1)
    except ValueError:
        return None


def _day_of_month(meaning: Calendar, context: Context) -> Resolved | None:
    """Read "on the 13th": the nearest such day in the direction of the tense, the past one without."""
    today = context.today
    if not today or not meaning.day:
        return None
    days = []
    for months in (-2, -1, 0, 1, 2):
        try:
            base = shift(today.replace(day=1), months, Precision.MONTH)
            days.append(base.replace(day=meaning.day))
        except ValueError:
            continue
    past, future = [d for d in days if d <= today], [d for d in days if d >= today]
    found = min(future, default=None) if context.direction > 0 else max(past, default=None)
    return _on_day(found, meaning.part, meaning.clock, "year-nearest", context.published) if found else None


def _nth_of_month(meaning: Calendar, context: Context) -> Resolved | None:
    """Read "the last Friday of the month": this month's, or the next or last one where the tense asks for it."""
    today = context.today
    if not today or meaning.weekday is None:
        return None
    around = {Which.LAST: (-1,), Which.THIS: (0,), Which.NEXT: (1,), Which.BARE: (0, -1, 1)}[meaning.which]
    months = [shift(today.replace(day=1), months, Precision.MONTH) for months in around]
    days = [day for month in months if (day := _start_day(replace(meaning, month=month.month), month.year))]
    fits = [day for day in days if (day - today).days * context.direction >= 0]
    found = next(iter(fits or days), None)
    return _on_day(found, meaning.part, meaning.clock, "year-nearest", context.published) if found else None


def _dated(meaning: Calendar, year: int, rule: str, anchor: DateSpan | None) -> Resolved | None:
    start = _start_day(meaning, year)
    if start is None:
        return None
    if meaning.day or meaning.nth:
        return _on_day(start, meaning.part, meaning.clock, rule, anchor)
    if meaning.month:
        return Resolved("DATE", f"{year:04}-{meaning.month:02}", _third_of_month(start, meaning.third), rule, anchor)
    precision = {4: Precision.YEAR, 3: Precision.DECADE, 2: Precision.CENTURY}[meaning.year_digits]
    value = f"{year:04}"[: meaning.year_digits]
    return Resolved("DATE", value, _third_of_years(start, precision, meaning.third), rule, anchor)


def _third_of_month(first: date, third: int) -> DateSpan:
    if not third:
        return DateSpan.unit(first, Precision.MONTH)
    return DateSpan.unit(first.replace(day=10 * third - 5), Precision.THIRD, approximate=True)


def _third_of_years(first: date, precision: Precision, third: int) -> DateSpan:
    """Early 2024 is about January to April; the early 1980s are about 1980 to 1983."""
    whole = DateSpan.unit(first, precision)
    if not third or precision is not Precision.YEAR:
        return whole.blurred() if third else whole
    start, end = date(first.year, 4 * third - 3, 1), date(first.year, 4 * third, 1)
    months = DateSpan.between(DateSpan.unit(start, Precision.MONTH), DateSpan.unit(end, Precision.MONTH))
    return months.blurred()


def _on_day(day: date, part: str, clock: str, rule: str, anchor: DateSpan | None) -> Resolved:
    return _timed(day.isoformat(), part, clock, DateSpan.day(day), rule, anchor)


def _timed(
    value: str, part: str, clock: str, span: DateSpan | None, rule: str, anchor: DateSpan | None = None
) -> Resolved:
    """A day, or the hour or part of it that is named (TIMEX3: 2024-09-13TMO)."""
    hour = clock or part
    return Resolved("TIME" if hour else "DATE", f"{value}T{hour}" if hour else value, span, rule, anchor)


def _unanchored(meaning: Calendar) -> Resolved:
    """A date whose year nothing tells keeps its written part and names no days (TIMEX3: XXXX-09-13)."""
    value = "XXXX" + (f"-{meaning.month:02}" if meaning.month else "") + (f"-{meaning.day:02}" if meaning.day else "")
    return _timed(value, meaning.part, meaning.clock, None, "stated")


# ---- by the week --------------------------------------------------------------------------------


@resolve.register
def _(meaning: Weekday, context: Context) -> Resolved | None:
    counts = meaning.base is Base.TEXT and context.previous and context.previous.is_day
    base = context.previous if counts else context.published
    today = context._replace(published=base).today
    if today is None:
        return _timed(f"XXXX-WXX-{meaning.weekday + 1}", meaning.part, meaning.clock, None, "weekday-on-or-before")
    try:
        day, rule = _weekday(meaning, today, context)
    except OverflowError:
        return None
    return _on_day(day, meaning.part, meaning.clock, rule, base)


def _weekday(meaning: Weekday, today: date, context: Context) -> tuple[date, str]:
    back = (today.weekday() - meaning.weekday) % 7
    is_nearest = context.either or bool(meaning.years)  # an anniversary lies near publication, before or behind it
    ahead = (
        meaning.which is Which.NEXT
        or (meaning.which is Which.THIS and context.direction >= 0)
        or (meaning.which is Which.BARE and (context.direction > 0 or (is_nearest and back > _HALF_A_WEEK)))
    )
    if meaning.week is not None:
        day, rule = today + timedelta(days=meaning.weekday - today.weekday(), weeks=meaning.week), "counted"
    elif meaning.which is Which.BARE and not back:
        day, rule = today, "weekday-on-or-before"  # the day itself, whatever the tense: its next one is "next Friday"
    elif ahead:
        day, rule = today + timedelta(days=7 - back), "weekday-after"
    elif meaning.which is Which.LAST:
        day, rule = today - timedelta(days=back or 7), "weekday-before"
    else:
        day, rule = today - timedelta(days=back), "weekday-on-or-before"
    return shift(day + timedelta(weeks=meaning.weeks), meaning.years, Precision.YEAR), rule


_HALF_A_WEEK = 3  # days


# ---- counted ------------------------------------------------------------------------------------


@resolve.register
def _(meaning: Counted, context: Context) -> Resolved | None:
    if meaning.bare:
        meaning = _nearest_weekend(meaning, context)
    base, rule = _base(meaning, context)
    precision = meaning.unit.precision
    if meaning.base is Base.TEXT and meaning.count and meaning.unit in _FROM_WHAT and not context.previous:
        return Resolved("DATE", vague_value(meaning.count), None, "counted-from-text")
    if base is None or base.first is None or (base.precision > precision and meaning.count):
        return Resolved("DATE", vague_value(meaning.count), None, rule)
    anchor = base.last if meaning.count > 0 and base.last else base.first
    if base.precision > precision:
        return Resolved("DATE", span_value(base), base, rule, base)
    try:
        per_day = _IN_A_DAY.get(meaning.unit, 1)
        day = shift(anchor, int(meaning.count / per_day), precision)
        return _counted_day(meaning, day, precision, rule, base)
    except (ValueError, OverflowError):
        return None


def _nearest_weekend(meaning: Counted, context: Context) -> Counted:
    """Read "the weekend": the latest one that has begun, or in the future the first one that has not ended."""
    today = context.today
    over = today is not None and today.weekday() < 5 and context.direction <= 0
    return replace(meaning, count=-1 if over else 0, bare=False)


_FROM_WHAT = frozenset({Unit.DAY, Unit.WEEK, Unit.WEEKEND, Unit.MONTH})  # "the next day": a year compares with now
_IN_A_DAY = {Unit.HOUR: 24, Unit.MINUTE: 24 * 60, Unit.SECOND: 24 * 60 * 60}  # only whole days move the date


def _base(meaning: Counted, context: Context) -> tuple[DateSpan | None, str]:
    previous = context.previous
    within = meaning.base is Base.DAY_OF_TEXT or meaning.clock  # a day holds it, never the year that was named last
    if meaning.base is not Base.PUBLICATION and previous and (previous.is_day or not within):
        return previous, "counted-from-text"
    return context.published, "counted"


def _counted_day(meaning: Counted, day: date, precision: Precision, rule: str, base: DateSpan) -> Resolved:
    if precision is Precision.DAY:
        found = _on_day(day, meaning.part, meaning.clock, rule, base)
        span = DateSpan.day(day, approximate=meaning.approximate)
        return Resolved(found.timex_type, found.timex_value, span, rule, base)
    span = DateSpan.unit(day, precision, approximate=meaning.approximate)
    if meaning.third and precision is Precision.MONTH:
        span = _third_of_month(day.replace(day=1), meaning.third)
    elif meaning.third and precision is Precision.YEAR:
        span = _third_of_years(date(day.year, 1, 1), precision, meaning.third)
    return Resolved("DATE", unit_value(day, precision), span, rule, base)


@resolve.register
def _(meaning: Reported, context: Context) -> Resolved | None:
    quarter = context.quarter
    if quarter and quarter.first:
        try:
            first = shift(quarter.first, meaning.years, Precision.YEAR)
        except (ValueError, OverflowError):
            return None
        span = DateSpan.unit(first, Precision.QUARTER)
        return Resolved("DATE", unit_value(first, Precision.QUARTER), span, "counted-from-text", quarter)
    if meaning.unit is None:
        return None
    if meaning.unit is Unit.QUARTER:
        return resolve(Counted(Unit.QUARTER, 4 * meaning.years - 1), context)
    return resolve(Counted(meaning.unit, meaning.years, meaning.base), context)


# ---- holidays -------------------------------------------------------------------------------------


@resolve.register
def _(meaning: Holiday, context: Context) -> Resolved | None:
    anchor = context.published
    year = meaning.year
    if year is None and meaning.year_shift is not None and anchor and anchor.first:
        year = anchor.first.year + meaning.year_shift
    if year is not None:
        days = [day for day in holidays_near(meaning.name, year) if day.year == year]
        return _holiday(meaning.name, days[0], "stated" if meaning.year else "counted", anchor) if days else None
    if not anchor or not anchor.first:
        return Resolved("DATE", vague_value(0), None, "year-nearest")
    today = anchor.last or anchor.first
    found = nearest_day(holidays_near(meaning.name, today.year), today, meaning.which, context.direction)
    return _holiday(meaning.name, found, "year-nearest", anchor) if found else None


def _holiday(name: str, day: date, rule: str, anchor: DateSpan | None) -> Resolved:
    anchor = None if rule == "stated" else anchor
    if name in MONTHS:
        middle = day + timedelta(days=MONTHS[name])
        return Resolved("DATE", f"{middle:%Y-%m}", DateSpan.unit(middle, Precision.MONTH), rule, anchor)
    return _on_day(day, "", "", rule, anchor)


# ---- seasons, quarters, halves --------------------------------------------------------------------


@resolve.register
def _(meaning: Group, context: Context) -> Resolved | None:
    year, rule, anchor = meaning.year, "stated", None
    label = group_label(meaning.precision, meaning.index)
    if year is None:
        rule, anchor = "month-nearest", context.published
        if not anchor or not anchor.first:
            return Resolved("DATE", f"XXXX-{label}", None, rule)
        year = _group_year(meaning, anchor.last or anchor.first, context.direction)
    first = _group_start(meaning, year) if year else None
    if first is None:
        return None
    return Resolved("DATE", f"{year:04}-{label}", DateSpan.unit(first, meaning.precision), rule, anchor)


def _group_start(meaning: Group, year: int) -> date | None:
    if not date.min.year <= year <= date.max.year:
        return None
    months = {
        Precision.SEASON: 3 * meaning.index,
        Precision.QUARTER: 3 * meaning.index - 2,
        Precision.HALF: 6 * meaning.index - 5,
    }
    return date(year, months[meaning.precision], 1)


def _group_year(meaning: Group, today: date, direction: int) -> int | None:
    if meaning.year_shift is not None:
        return today.year + meaning.year_shift
    current = unit_of(today, meaning.precision)[0]
    starts = [start for year in range(today.year - 2, today.year + 3) if (start := _group_start(meaning, year))]
    if current in starts and meaning.which in {Which.BARE, Which.THIS}:
        return current.year  # "this winter", said in January, began in the year before
    if meaning.which is Which.BARE and meaning.precision is not Precision.SEASON and direction >= 0:
        return _year_of_part(meaning, today, ahead=direction > 0)
    if meaning.which is Which.NEXT or (direction > 0 and meaning.which is not Which.LAST):
        return min((start.year for start in starts if start > current), default=None)
    if meaning.which is Which.THIS:
        return today.year
    return max((start.year for start in starts if start < current), default=None)


def _year_of_part(meaning: Group, today: date, *, ahead: bool) -> int:
    """The year of "the second quarter": this one, but the one before early in a year, or the next one where it is nearer.

    A forecast may be of the quarter that has just ended, and a report of one that lies half a year ahead is none.
    """
    start = _group_start(meaning, today.year)
    if start is None:
        return today.year
    if ahead and (today - start).days > _HALF_A_YEAR:
        return today.year + 1
    return today.year - 1 if not ahead and (start - today).days > _HALF_A_YEAR else today.year


_HALF_A_YEAR = 183  # days


# ---- lengths, sets, vague -------------------------------------------------------------------------


@resolve.register
def _(meaning: Length, context: Context) -> Resolved | None:
    if meaning.ahead and context.direction > 0 and meaning.count is not None:
        return resolve(Counted(meaning.unit, round(meaning.count)), context)
    value = duration_value(meaning.unit, meaning.count, halved=meaning.halved)
    if not meaning.reach or not context.published or meaning.count is None:
        return Resolved("DURATION", value, None, "duration")
    span = _stretch(meaning, context.published)
    return Resolved("DURATION", value, span, "duration-up-to", context.published)


def _stretch(meaning: Length, anchor: DateSpan) -> DateSpan | None:
    """Lay out "for nearly 10 months": said in September 2024, is from about November 2023 to September 2024."""
    precision = meaning.unit.precision
    now = anchor.last or anchor.first
    if meaning.count is None or now is None or anchor.precision > precision or meaning.unit.value.startswith("T"):
        return None
    try:
        far = shift(now, round(meaning.count) * meaning.reach, precision)
        week = precision is Precision.WEEK and meaning.reach < 0
        near_end = DateSpan.day(now) if week else DateSpan.unit(now, precision)  # the week is not over
        far_end = DateSpan.unit(far, precision, approximate=meaning.approximate)
    except (ValueError, OverflowError):
        return None
    return DateSpan.between(*sorted((near_end, far_end)))


@resolve.register
def _(meaning: Recurring, context: Context) -> Resolved | None:
    del context
    return Resolved("SET", meaning.value, None, "set")


@resolve.register
def _(meaning: Vague, context: Context) -> Resolved | None:
    span = None
    if context.published and context.published.end and meaning.direction < 0:
        span = DateSpan(None, End(context.published.end.day, context.published.end.precision))
    return Resolved("DATE", vague_value(meaning.direction), span, "vague", context.published)
