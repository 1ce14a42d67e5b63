"""The days that a quoted speaker names, counted from the day of speaking where the sentence tells it.

In “We will vote on Monday,” she said on Thursday the Monday is the first after that Thursday, whenever it is printed. So it
is where her words are only reported ("She said on Thursday that they would vote on Monday"), but for "tomorrow", which is then
the writer's.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import NamedTuple

from briefing.datespan import DateSpan
from briefing.model import TimeExpression

__all__ = ["AS_SPOKEN", "Saying", "as_reported", "as_spoken"]

AS_SPOKEN = "as spoken"  # the meaning of what was counted from the day of speaking
_LATELY = 7  # days: a quotation that is news was spoken in the week before it is printed
_NEWS = 4  # days: what was said longer ago is background, and its weekday may be stale
_WEEK = 7
_DAY = len("2024-09-14")  # what follows it in a value is an hour or a part of the day


class Saying(NamedTuple):
    """Among the expressions of a sentence, the number of the one that is the day of saying, and of those in what is said."""

    day: int
    said: Sequence[int]


def as_spoken(
    times: Sequence[TimeExpression], published: DateSpan | None, quoted: Sequence[bool]
) -> list[TimeExpression]:
    """The expressions of a sentence, those inside a quotation counted from the day outside it.

    Args:
        times: the expressions, in the order of the text.
        published: the day from which the article speaks.
        quoted: of each expression, whether it stands inside a quotation.

    Returns:
        The same where no day of the last week stands outside, or none inside.
    """
    now = published.first if published and published.is_day else None
    outside = [time.span for time, inside in zip(times, quoted, strict=True) if not inside and time.span]
    spoken = outside[0].first if len(outside) == 1 and outside[0].is_day else None
    if now is None or spoken is None or not any(quoted) or not 0 <= (now - spoken).days < _LATELY:
        return list(times)
    return [_counted(time, now, spoken) if inside else time for time, inside in zip(times, quoted, strict=True)]


def as_reported(
    times: Sequence[TimeExpression], published: DateSpan | None, saying: Saying | None
) -> Sequence[TimeExpression]:
    """The expressions of a sentence, the weekdays in what somebody is reported to say counted from the day of saying.

    Args:
        times: the expressions, in the order of the text.
        published: the day from which the article speaks.
        saying: which of them is the day of saying, and which stand in what is said.

    Returns:
        The same where nothing is said, or not in the last days.
    """
    now, day = published.first if published and published.is_day else None, saying and times[saying.day].span
    if not saying or now is None or not day or not day.is_day or day.first is None:
        return times
    if not 0 < (now - day.first).days <= _NEWS:
        return times
    return [
        _counted(time, now, day.first) if number in saying.said and time.meaning in _BY_WEEKDAY else time
        for number, time in enumerate(times)
    ]


_BY_WEEKDAY = frozenset({"weekday-after", "weekday-on-or-before"})


def _counted(time: TimeExpression, now: date, spoken: date) -> TimeExpression:
    """An expression that counts from a speaker's now, from the day of speaking: its meaning is then `AS_SPOKEN`."""
    if time.span is None or not time.span.is_day or time.span.first is None:
        return time
    day = time.span.first
    if time.meaning == "counted":
        day += spoken - now
    elif time.meaning == "weekday-after":
        day = spoken + timedelta(days=(day - spoken).days % _WEEK or _WEEK)
    elif time.meaning == "weekday-on-or-before":
        day = spoken - timedelta(days=(spoken - day).days % _WEEK)
    else:
        return time
    value = day.isoformat() + time.timex_value[_DAY:]
    return replace(time, span=DateSpan.day(day), timex_value=value, meaning=AS_SPOKEN, anchor=DateSpan.day(spoken))
