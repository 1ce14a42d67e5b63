"""Prints dates for readers: a day in figures, anything coarser in words. Pure; every word from the catalogue.

Where the reader wants no ISO dates (`Words.iso`), a day is in words everywhere.

in_table   2024-09-13 Fri · 2024-08-15 – 08-16 · c. Nov 2023 – Sep 2024 · week of 2024-09-09
in_short   Fri 13 Sep · Thu 15 – Fri 16 Aug · Fri 24 Nov 2023 (the year where it is not the period's)
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time

from briefing.datespan import DateSpan, End, Precision, unit_of
from briefing.model import Period
from briefing.rendering.words import Words

__all__ = ["day_number", "in_full", "in_short", "in_table", "moment", "period_days", "period_text"]

Day = Callable[[date], str]

_NO_YEAR = 0  # no day is of this year, so each bears its own


def in_table(span: DateSpan, words: Words) -> str:
    """A span as tables, Markdown and notes show it."""
    if not words.iso:
        return in_short(span, _NO_YEAR, words)

    def day(day: date) -> str:
        return words("dates.day_iso", date=day.isoformat(), weekday=_weekday(day, words))

    if span.start and span.end and not span.is_unit and _known_days(span):
        return words("dates.span_iso", first=span.start.day.isoformat(), last=_after(span.start.day, span.end.day))
    return _stretch(span, words, day)


def in_short(span: DateSpan, year: int, words: Words) -> str:
    """A span as page one shows it; a day bears its year only where that is not ``year``, the period's."""

    def day(day: date) -> str:
        key = "dates.day_short" if day.year == year else "dates.day_short_year"
        return words(key, **_parts(day, words))

    if span.start and span.end and not span.is_unit and _known_days(span):
        first, last = span.start.day, span.end.day
        if (first.year, first.month) == (last.year, last.month):
            return words("dates.span", first=words("dates.day_of_month", **_parts(first, words)), last=day(last))
    return _stretch(span, words, day)


def in_full(day: date, words: Words) -> str:
    """A day in long words: ``Saturday 14 September 2024``."""
    weekday = words.item("dates.weekdays_long", day.weekday())
    month = words.item("dates.months_long", day.month - 1)
    return words("dates.day_long", weekday=weekday, day=day_number(day, words), month=month, year=day.year)


def day_number(day: date, words: Words) -> str:
    """The number of a day in its month; languages that count the first and say the others have a word for it."""
    return words("dates.first_day") if day.day == 1 else str(day.day)


def moment(instant: datetime) -> str:
    """An instant in its own zone, to the minute: ``2024-09-14 16:02+03:00``."""
    return instant.isoformat(sep=" ", timespec="minutes")


def period_text(period: Period, words: Words) -> str:
    """The period of a brief with its hours and its zone: ``Sun 1 Sep 2024, 00:00 – Sat 14 Sep 2024, 24:00 (UTC)``."""
    return words("document.zone", period=_bounds(period, words, hours=True), zone=_zone(period, words))


def period_days(period: Period, words: Words) -> str:
    """The period in short, for the head of each page: bounds that are whole days show no clock time."""
    whole = (period.since is None or period.since.time() == time(0)) and (
        period.until is None or _ends_the_day(period.until)
    )
    return _bounds(period, words, hours=not whole)


def _bounds(period: Period, words: Words, *, hours: bool) -> str:
    since, until = period.since, period.until
    first = _bound(since, words, hours=hours) if since else ""
    last = _bound(until, words, hours=hours) if until else ""
    if since is None:
        return words("document.everything", until=last) if until else words("document.all")
    if until is None:
        return words("dates.since", date=first)
    return last if first == last else words("dates.span", first=first, last=last)


def _zone(period: Period, words: Words) -> str:
    """The zone's name with its distance from UTC at the end of the period."""
    known = period.until or period.since
    offset = f"{known:%z}" if known else ""
    if offset in {"", "+0000"} or period.zone.startswith("UTC"):
        return period.zone
    return words("document.offset", zone=period.zone, offset=f"{offset[:3]}:{offset[3:]}")


def _bound(instant: datetime, words: Words, *, hours: bool) -> str:
    day = words("dates.day_short_year", **_parts(instant.date(), words))
    clock = "24:00" if _ends_the_day(instant) else f"{instant:%H:%M}"
    return words("document.moment", day=day, time=clock) if hours else day


def _ends_the_day(instant: datetime) -> bool:
    return instant.time() >= time(23, 59)


# ---- spans ------------------------------------------------------------------------------------


def _stretch(span: DateSpan, words: Words, day: Day) -> str:
    start, end = span.start, span.end
    if start is None or end is None:
        known = end or start
        assert known is not None  # noqa: S101 -- a span has at least one end
        return words("dates.by" if start is None else "dates.since", date=_end(known, words, day))
    if span.is_unit:
        return _end(start, words, day)
    first = _end(start, words, day)
    if _months_of_one_year(start, end):
        first = _circa(start, words.item("dates.months", start.day.month - 1), words)
    return words("dates.span", first=first, last=_end(end, words, day))


def _end(end: End, words: Words, day: Day) -> str:
    return _circa(end, _UNITS[end.precision](end.day, words) if end.precision in _UNITS else day(end.day), words)


def _circa(end: End, text: str, words: Words) -> str:
    # The borders of "early July" are a convention, so a third of a month is approximate by nature.
    if end.approximate or end.precision is Precision.THIRD:
        return words("dates.circa", date=text)
    return text


def _known_days(span: DateSpan) -> bool:
    return span.precision is Precision.DAY and not span.approximate


def _months_of_one_year(start: End, end: End) -> bool:
    return start.precision is end.precision is Precision.MONTH and start.day.year == end.day.year


def _after(first: date, last: date) -> str:
    """The last day of a span without the year where that is the first day's."""
    return last.isoformat()[5:] if first.year == last.year else last.isoformat()


# ---- units ------------------------------------------------------------------------------------


def _weekday(day: date, words: Words) -> str:
    return words.item("dates.weekdays", day.weekday())


def _parts(day: date, words: Words) -> dict[str, object]:
    month = words.item("dates.months", day.month - 1)
    return {"weekday": _weekday(day, words), "day": day_number(day, words), "month": month, "year": day.year}


def _date(day: date, words: Words) -> str:
    """A day without its weekday."""
    return day.isoformat() if words.iso else words("dates.day_plain", **_parts(day, words))


def _month(day: date, words: Words) -> str:
    return words("dates.month", month=words.item("dates.months", day.month - 1), year=day.year)


def _third(day: date, words: Words) -> str:
    return words.item("dates.thirds", min((day.day - 1) // 10, 2), month=_month(day, words))


def _season(day: date, words: Words) -> str:
    first, _ = unit_of(day, Precision.SEASON)
    next_year = f"{(first.year + 1) % 100:02}"
    return words.item("dates.seasons", first.month // 3 - 1, year=first.year, next_year=next_year)


def _century(day: date, words: Words) -> str:
    first, last = unit_of(day, Precision.CENTURY)
    return words("dates.century", first=first.year, last=last.year)


_UNITS: dict[Precision, Callable[[date, Words], str]] = {
    Precision.WEEKEND: lambda day, words: words("dates.weekend", date=_date(unit_of(day, Precision.WEEKEND)[0], words)),
    Precision.WEEK: lambda day, words: words("dates.week", date=_date(unit_of(day, Precision.WEEK)[0], words)),
    Precision.THIRD: _third,
    Precision.MONTH: _month,
    Precision.QUARTER: lambda day, words: words.item("dates.quarters", (day.month - 1) // 3, year=day.year),
    Precision.SEASON: _season,
    Precision.HALF: lambda day, words: words.item("dates.halves", (day.month - 1) // 6, year=day.year),
    Precision.YEAR: lambda day, _words: str(day.year),
    Precision.DECADE: lambda day, words: words("dates.decade", year=day.year // 10 * 10),
    Precision.CENTURY: _century,
}
