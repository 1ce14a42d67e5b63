"""How TIMEX3 (ISO-TimeML, ISO 24617-1) writes a value: ``2024-W37``, ``2024-Q3``, ``P10M``, ``PAST_REF``."""

from __future__ import annotations

from datetime import date

from briefing.datespan import DateSpan, Precision
from briefing.temporal.meaning import Unit

__all__ = ["duration_value", "group_label", "span_value", "unit_value", "vague_value"]

_SEASONS = ("SP", "SU", "FA", "WI")


def unit_value(day: date, precision: Precision) -> str:
    """The value of the unit that holds a day; a third of a month has that of its month."""
    if precision in {Precision.WEEK, Precision.WEEKEND}:
        year, week, _ = day.isocalendar()
        return f"{year:04}-W{week:02}" + ("-WE" if precision is Precision.WEEKEND else "")
    if precision in {Precision.QUARTER, Precision.HALF}:
        months = 3 if precision is Precision.QUARTER else 6
        return f"{day.year:04}-{group_label(precision, (day.month - 1) // months + 1)}"
    if precision is Precision.SEASON:
        year_of_start = day.year - (day.month < 3)
        return f"{year_of_start:04}-{group_label(precision, day.month // 3 or 4)}"
    letters = {Precision.DAY: 10, Precision.YEAR: 4, Precision.DECADE: 3, Precision.CENTURY: 2}
    return day.isoformat()[: letters.get(precision, 7)]


def group_label(precision: Precision, index: int) -> str:
    """The part after the year of a season (``SU``), quarter (``Q3``) or half (``H1``), counted from 1."""
    if precision is Precision.SEASON:
        return _SEASONS[index - 1]
    return f"{'Q' if precision is Precision.QUARTER else 'H'}{index}"


def span_value(span: DateSpan) -> str:
    """The value of one calendar unit; a stretch of several has none but that of "now"."""
    return unit_value(span.first, span.precision) if span.is_unit and span.first else vague_value(0)


def vague_value(direction: int) -> str:
    """The value of some time before, about or after now: below, at and above 0."""
    if direction == 0:
        return "PRESENT_REF"
    return "PAST_REF" if direction < 0 else "FUTURE_REF"


_HALF_OF = {Unit.YEAR: "6M", Unit.DAY: "T12H", Unit.HOUR: "30M", Unit.MINUTE: "30S"}


def duration_value(unit: Unit, count: float | None, *, halved: bool = False) -> str:
    """The value of so many units (``P10M``, ``PT24H``); a count of None is "some" (``PXD``).

    ``halved`` writes the half of a count in the next smaller unit: two and a half years are P2Y6M.
    """
    if halved and count is not None and count % 1 == 0.5 and unit in _HALF_OF:
        time, rest = ("T", _HALF_OF[unit]) if unit.value.startswith("T") else ("", _HALF_OF[unit])
        whole = f"{int(count)}{unit.value[-1]}" if count > 1 else ""
        return f"P{time}{whole}{rest}"
    number = "X" if count is None else f"{count:.15g}"
    return f"PT{number}{unit.value[1:]}" if unit.value.startswith("T") else f"P{number}{unit.value}"
