"""Which of several days is meant: the Octobers of many years, the Mondays of a month."""

from __future__ import annotations

from calendar import monthcalendar
from datetime import date

from briefing.temporal.meaning import Which

__all__ = ["nearest", "nearest_day", "nth_weekday"]


def nearest_day(days: list[date], now: date, which: Which, direction: int) -> date | None:
    """The one of several days that is meant; who means one nearly a year off, when it is just gone, writes its year."""
    found = nearest(days, now, which, direction)
    if found is None or which is not Which.BARE or (found - now).days <= _NEARLY_A_YEAR:
        return found
    gone = max((day for day in days if day <= now), default=None)
    return gone if gone and (now - gone).days <= _JUST_GONE else found


_NEARLY_A_YEAR = 300  # days
_JUST_GONE = 31  # days


def nearest(days: list[date], now: date, which: Which, direction: int) -> date | None:
    """The latest or next of several days, or the nearest in the direction of the tense; without one the nearest."""
    past, future = [day for day in days if day <= now], [day for day in days if day >= now]
    if which is Which.LAST:
        return max((day for day in past if day < now), default=None)
    if which is Which.NEXT:
        return min((day for day in future if day > now), default=None)
    if direction < 0 and past:
        return max(past)
    if direction > 0 and future:
        return min(future)
    return min(days, key=lambda day: (abs((day - now).days), day > now), default=None)


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    """The nth such weekday of a month, from its end where ``nth`` is below 0; ValueError if there are fewer."""
    days = [week[weekday] for week in monthcalendar(year, month) if week[weekday]]
    if not -len(days) <= nth <= len(days):
        raise ValueError(f"{year}-{month:02} has no {nth} of weekday {weekday}")
    return date(year, month, days[nth - 1 if nth > 0 else nth])
