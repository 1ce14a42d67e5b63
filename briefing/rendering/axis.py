"""The axis of time under a drawing: which days stand where, and which ticks and names help to read it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from briefing.rendering.dates import day_number
from briefing.rendering.textwidth import BOLD, text_width
from briefing.rendering.words import Words

__all__ = ["TYPE_SIZE", "Axis", "Tick", "axis_over"]

TYPE_SIZE = 7.5
_MARGIN = 4.0  # so that a mark of the first or last day is whole
_APART = 5.0  # between a tick's name and the next tick
_NAME = 2.5  # a tick's name stands this far right of it
_CLOSE = 11.0  # minor ticks nearer than this would be a comb
_ROUND_DOWN = 8  # the axis may begin earlier, at a tick, for one part in this many of its length

# Major and minor steps, finest first; a step is a number of days, weeks (from Monday) or months.
_STEPS = (
    ("day", 1, "", 0), ("week", 1, "day", 1), ("week", 2, "week", 1), ("month", 1, "week", 1), ("month", 2, "month", 1),
    ("month", 3, "month", 1), ("month", 6, "month", 1), ("month", 12, "month", 3), ("month", 24, "month", 12),
    ("month", 60, "month", 12), ("month", 120, "month", 12), ("month", 240, "month", 120), ("month", 600, "month", 120),
    ("month", 1200, "month", 120), ("month", 6000, "month", 1200), ("month", 24000, "month", 12000),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Tick:
    """A tick at ``x``; a minor one has no name. ``strong`` marks the name that tells a year."""

    x: float
    name: str = ""
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Axis:
    """Days from ``first`` to ``last``, both included, over ``width`` points."""

    first: date
    last: date
    width: float
    ticks: tuple[Tick, ...] = ()

    @property
    def day_width(self) -> float:
        """How wide one day is."""
        return (self.width - 2 * _MARGIN) / ((self.last - self.first).days + 1)

    def start_of(self, day: date) -> float:
        """Where a day begins; a day outside of the axis stands at its end."""
        days = min(max((day - self.first).days, 0), (self.last - self.first).days + 1)
        return min(_MARGIN + days * self.day_width, self.width - _MARGIN)

    def end_of(self, day: date) -> float:
        """Where a day ends."""
        return min(self.start_of(day) + self.day_width, self.width - _MARGIN)

    def middle_of(self, first: date, last: date) -> float:
        """The middle of a stretch of days."""
        return (self.start_of(first) + self.end_of(last)) / 2


def axis_over(first: date, last: date, width: float, words: Words) -> Axis:
    """The axis from one day to another, with the finest ticks whose names fit between them.

    It begins a little earlier where a tick is near, so that the first month or year has its name too.
    """
    for kind, count, minor, minor_count in _STEPS:
        start = _down(first, kind, count)
        if (first - start).days * _ROUND_DOWN > (last - first).days:
            start = first
        bare = Axis(start, last, width)
        major = _named(bare, kind, count, words)
        if major is not None:
            return Axis(start, last, width, (*_minor(bare, minor, minor_count), *major))
    return Axis(first, last, width)


def _named(axis: Axis, kind: str, count: int, words: Words) -> list[Tick] | None:
    """The named ticks of one step; None when a name does not fit. The last one may go without."""
    days = list(_steps(axis, kind, count))
    if not days or len(days) * (_APART + TYPE_SIZE) > axis.width:
        return None
    names = [_name(day, kind, count, words, first=at == 0) for at, day in enumerate(days)]
    places = [axis.start_of(day) for day in days]
    ticks = []
    for x, following, (name, strong) in zip(places, [*places[1:], axis.width], names, strict=True):
        fits = x + _NAME + text_width(name, TYPE_SIZE, BOLD) <= following - (_APART if following < axis.width else 0)
        if not fits and following < axis.width:
            return None
        ticks.append(Tick(x, name if fits else "", strong))
    return ticks


def _minor(axis: Axis, kind: str, count: int) -> list[Tick]:
    if not kind:
        return []
    places = [axis.start_of(day) for day in _steps(axis, kind, count)]
    close = any(after - before < _CLOSE for before, after in pairwise(places))
    return [] if close else [Tick(x) for x in places]


def _name(day: date, kind: str, count: int, words: Words, *, first: bool) -> tuple[str, bool]:
    month = words.item("dates.months", day.month - 1)
    if kind != "month":
        weekday = words.item("dates.weekdays", day.weekday())
        return words("dates.day_short", weekday=weekday, day=day_number(day, words), month=month, year=day.year), False
    if count >= 12:
        return str(day.year), False
    with_year = first or day.month == 1
    return (words("dates.month", month=month, year=day.year) if with_year else month), with_year


# ---- steps of the calendar ----------------------------------------------------------------------


def _steps(axis: Axis, kind: str, count: int) -> Iterator[date]:
    """The days in the axis on which a step begins; not more than its width has room for."""
    day = _down(axis.first, kind, count)
    for _ in range(int(axis.width)):
        if day >= axis.first:
            yield day
        following = _NEXT[kind](day, count)
        if following is None or following > axis.last:
            return
        day = following


def _down(day: date, kind: str, count: int) -> date:
    """The beginning of the step that holds a day."""
    if kind == "day":
        return day
    if kind == "week":
        weeks = (day.toordinal() - 1) // 7 // count * count  # day 1 of year 1 is a Monday
        return date.fromordinal(weeks * 7 + 1)
    months = (day.year * 12 + day.month - 1) // count * count
    return date(max(1, months // 12), months % 12 + 1, 1)


def _after_days(day: date, count: int) -> date | None:
    return day + timedelta(days=count) if (date.max - day).days >= count else None


def _after_months(day: date, count: int) -> date | None:
    months = (day.year * 12 + day.month - 1) // count * count + count
    return date(months // 12, months % 12 + 1, 1) if months // 12 <= date.max.year else None


_NEXT: dict[str, Callable[[date, int], date | None]] = {
    "day": _after_days,
    "week": lambda day, count: _after_days(day, count * 7),
    "month": _after_months,
}
