"""From what an expression says to the days it names: the rules that hold in every language.

Counted on annotated news: a bare weekday is the latest one on or before publication (90%; strictly
before it: 46%) unless its clause points ahead; a day and month without a year is the nearest in
the direction of the tense, without a tense the nearest (94%); a bare month likewise (81%).
TIMEX3 values follow ISO-TimeML (ISO 24617-1).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import singledispatch

from briefing.datespan import DateSpan, End, Precision, shift, unit_of
from briefing.temporal.meaning import Base, Calendar, Counted, Group, Length, Meaning, Recurring, Vague, Weekday, Which

__all__ = ["Context", "Resolved", "resolve"]


@dataclass(frozen=True, slots=True)
class Context:
    """What an expression is read against.

    ``published`` is the document creation time, ``previous`` the nearest earlier date of the
    text, ``direction`` the tense of the clause: -1 past, +1 future, 0 not told.
    """

    published: DateSpan | None = None
    previous: DateSpan | None = None
    direction: int = 0

    @property
    def today(self) -> date | None:
        """The publication day, if it is known to the day."""
        return self.published.first if self.published and self.published.is_day else None


@dataclass(frozen=True, slots=True)
class Resolved:
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


@resolve.register
def _(meaning: Calendar, context: Context) -> Resolved | None:
    if meaning.year is not None:
        return _dated(meaning, meaning.year, "stated", None)
    if meaning.year_shift is not None:
        if not context.published or not context.published.first:
            return _unanchored(meaning)
        return _dated(meaning, context.published.first.year + meaning.year_shift, "counted", context.published)
    if meaning.month is None:
        return _day_of_month(meaning, context)
    if not context.published or not context.published.first:
        return _unanchored(meaning)
    anchor = context.published.last or context.published.first
    years = [anchor.year - 1, anchor.year, anchor.year + 1]
    year = _choose_year(meaning, anchor, years, context.direction)
    rule = "year-nearest" if meaning.day else "month-nearest"
    return _dated(meaning, year, rule, context.published) if year else None


def _choose_year(meaning: Calendar, anchor: date, years: list[int], direction: int) -> int | None:
    starts = [day for year in years if (day := _start_day(meaning, year))]
    if not starts:
        return None
    by_month = meaning.day is None
    now = anchor.replace(day=1) if by_month else anchor
    past, future = [s for s in starts if s <= now], [s for s in starts if s >= now]
    if meaning.which is Which.LAST:
        return max(s for s in past if s < now).year
    if meaning.which is Which.NEXT:
        return min(s for s in future if s > now).year
    if direction < 0 and past:
        return max(past).year
    if direction > 0 and future:
        return min(future).year
    return min(starts, key=lambda s: (abs((s - now).days), s > now)).year


def _start_day(meaning: Calendar, year: int) -> date | None:
    try:
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
        base = shift(today.replace(day=1), months, Precision.MONTH)
        try:
            days.append(base.replace(day=meaning.day))
        except ValueError:
            continue
    past, future = [d for d in days if d <= today], [d for d in days if d >= today]
    found = min(future) if context.direction > 0 else max(past)
    return _on_day(found, meaning.part, meaning.clock, "year-nearest", context.published)


def _dated(meaning: Calendar, year: int, rule: str, anchor: DateSpan | None) -> Resolved | None:
    start = _start_day(meaning, year)
    if start is None:
        return None
    if meaning.day:
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
    value, kind = day.isoformat(), "DATE"
    if clock:
        value, kind = f"{value}T{clock}", "TIME"
    elif part:
        value, kind = f"{value}T{part}", "TIME"
    return Resolved(kind, value, DateSpan.day(day), rule, anchor)


def _unanchored(meaning: Calendar) -> Resolved:
    """A date whose year nothing tells keeps its written part and names no days (TIMEX3: XXXX-09-13)."""
    value = "XXXX" + (f"-{meaning.month:02}" if meaning.month else "") + (f"-{meaning.day:02}" if meaning.day else "")
    return Resolved("DATE", value, None, "stated")


# ---- by the week --------------------------------------------------------------------------------


@resolve.register
def _(meaning: Weekday, context: Context) -> Resolved | None:
    today = context.today
    if today is None:
        return Resolved("DATE", f"XXXX-WXX-{meaning.weekday + 1}", None, "weekday-on-or-before")
    ahead = meaning.which in {Which.NEXT, Which.THIS} or (meaning.which is Which.BARE and context.direction > 0)
    back = (today.weekday() - meaning.weekday) % 7
    if ahead:
        day, rule = today + timedelta(days=7 - back), "weekday-after"
    elif meaning.which is Which.LAST:
        day, rule = today - timedelta(days=back or 7), "weekday-before"
    else:
        day, rule = today - timedelta(days=back), "weekday-on-or-before"
    return _on_day(day + timedelta(weeks=meaning.weeks), meaning.part, meaning.clock, rule, context.published)


# ---- counted ------------------------------------------------------------------------------------


@resolve.register
def _(meaning: Counted, context: Context) -> Resolved | None:
    base, rule = _base(meaning, context)
    precision = meaning.unit.precision
    if base is None or base.first is None or (base.precision > precision and meaning.count):
        return Resolved("DATE", "PAST_REF" if meaning.count < 0 else "FUTURE_REF", None, rule)
    anchor = base.last if meaning.count > 0 and base.last else base.first
    if base.precision > precision:
        return Resolved("DATE", str(base), base, rule, base)
    try:
        day = anchor if meaning.unit.value.startswith("T") else shift(anchor, meaning.count, precision)
        return _counted_day(meaning, day, precision, rule, base)
    except (ValueError, OverflowError):
        return None


def _base(meaning: Counted, context: Context) -> tuple[DateSpan | None, str]:
    if meaning.base is Base.TEXT and context.previous:
        return context.previous, "counted-from-text"
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
    return Resolved("DATE", _unit_value(day, precision), span, rule, base)


def _unit_value(day: date, precision: Precision) -> str:
    """The TIMEX3 value of the unit that holds a day."""
    if precision in {Precision.WEEK, Precision.WEEKEND}:
        year, week, _ = day.isocalendar()
        return f"{year:04}-W{week:02}" + ("-WE" if precision is Precision.WEEKEND else "")
    if precision is Precision.MONTH:
        return f"{day.year:04}-{day.month:02}"
    if precision is Precision.QUARTER:
        return f"{day.year:04}-Q{(day.month + 2) // 3}"
    return f"{day.year:04}"[: {Precision.YEAR: 4, Precision.DECADE: 3, Precision.CENTURY: 2}[precision]]


# ---- seasons, quarters, halves --------------------------------------------------------------------

_SEASONS = ("SP", "SU", "FA", "WI")


@resolve.register
def _(meaning: Group, context: Context) -> Resolved | None:
    year, rule, anchor = meaning.year, "stated", None
    if year is None:
        if not context.published or not context.published.first:
            return None
        rule, anchor = "month-nearest", context.published
        year = _group_year(meaning, context.published.last or context.published.first, context.direction)
    first = _group_start(meaning, year)
    label = _SEASONS[meaning.index - 1] if meaning.precision is Precision.SEASON else ""
    letter = {Precision.QUARTER: "Q", Precision.HALF: "H"}.get(meaning.precision, "")
    value = f"{year:04}-{label or f'{letter}{meaning.index}'}"
    return Resolved("DATE", value, DateSpan.unit(first, meaning.precision), rule, anchor)


def _group_start(meaning: Group, year: int) -> date:
    months = {
        Precision.SEASON: 3 * meaning.index,
        Precision.QUARTER: 3 * meaning.index - 2,
        Precision.HALF: 6 * meaning.index - 5,
    }
    return date(year, months[meaning.precision], 1)


def _group_year(meaning: Group, today: date, direction: int) -> int:
    if meaning.year_shift is not None:
        return today.year + meaning.year_shift
    current = unit_of(today, meaning.precision)[0]
    starts = {year: _group_start(meaning, year) for year in range(today.year - 2, today.year + 3)}
    if meaning.which is Which.LAST:
        return max(year for year, start in starts.items() if start < current)
    if meaning.which is Which.NEXT or direction > 0:
        strict = meaning.which is Which.NEXT
        return min(year for year, start in starts.items() if start > current or (not strict and start == current))
    if meaning.which is Which.THIS:
        return today.year
    return max(year for year, start in starts.items() if start <= current)


# ---- lengths, sets, vague -------------------------------------------------------------------------


@resolve.register
def _(meaning: Length, context: Context) -> Resolved | None:
    value = _length_value(meaning)
    if not meaning.reach or not context.published or meaning.count is None:
        return Resolved("DURATION", value, None, "duration")
    span = _stretch(meaning, context.published)
    return Resolved("DURATION", value, span, "duration-up-to", context.published)


def _length_value(meaning: Length) -> str:
    count = "X" if meaning.count is None else f"{meaning.count:g}"
    unit = meaning.unit.value
    return f"PT{count}{unit[1:]}" if unit.startswith("T") else f"P{count}{unit}"


def _stretch(meaning: Length, anchor: DateSpan) -> DateSpan | None:
    """Lay out "for nearly 10 months": said in September 2024, is from about November 2023 to September 2024."""
    precision = meaning.unit.precision
    now = anchor.last or anchor.first
    if meaning.count is None or now is None or anchor.precision > precision or meaning.unit.value.startswith("T"):
        return None
    try:
        far = shift(now, round(meaning.count) * meaning.reach, precision)
    except (ValueError, OverflowError):
        return None
    near_end = DateSpan.unit(now, precision)
    far_end = DateSpan.unit(far, precision, approximate=meaning.approximate)
    return DateSpan.between(*sorted((near_end, far_end)))


@resolve.register
def _(meaning: Recurring, context: Context) -> Resolved | None:
    del context
    return Resolved("SET", meaning.value, None, "set")


@resolve.register
def _(meaning: Vague, context: Context) -> Resolved | None:
    value = {-1: "PAST_REF", 0: "PRESENT_REF", 1: "FUTURE_REF"}[meaning.direction]
    span = None
    if context.published and context.published.end and meaning.direction < 0:
        span = DateSpan(None, End(context.published.end.day, context.published.end.precision))
    return Resolved("DATE", value, span, "vague", context.published)
