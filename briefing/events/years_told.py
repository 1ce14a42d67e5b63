"""The year of a day that is named without one, where other words of the sentence tell it.

"A year after the 7 October attack" was written a year after it, not after the October that is nearest. Only a day that
took its year from being the nearest is read anew, and only where the length, counted back from the article's own day,
comes near such a day: "ten days after the 7 October attack he flew home" may have been written at any time.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from briefing.datespan import DateSpan, Precision, shift
from briefing.events.cues import Cues, compiled
from briefing.model import TimeExpression

__all__ = ["with_years_told"]

_GUESSED = "year-nearest"  # the meaning of a day whose year nothing says
_LENGTH = re.compile(r"P(\d{1,3})([YMWD])")
_UNITS = {"Y": Precision.YEAR, "M": Precision.MONTH, "W": Precision.WEEK, "D": Precision.DAY}
_SLACK = 20  # days by which a length told in passing may be wrong, and a sixth of it: "ten months after" is eleven


def with_years_told(
    times: Sequence[TimeExpression], text: str, published: DateSpan | None, cues: Cues
) -> list[TimeExpression]:
    """The expressions of a sentence, those that a length of time leads to in the year it tells.

    Args:
        times: the expressions, in the order of the text.
        text: the article's.
        published: the day from which it speaks.
        cues: the language's; ``after`` are the words between a length of time and what it is counted from.
    """
    if not published or not published.last or not any(time.meaning == _GUESSED for time in times):
        return list(times)
    return [_anchored(before, time, text, published.last, cues) for before, time in pairwise([None, *times]) if time]


def _anchored(before: TimeExpression | None, time: TimeExpression, text: str, now: date, cues: Cues) -> TimeExpression:
    day = time.span and time.span.is_day and time.span.first
    if time.meaning != _GUESSED or not day:
        return time
    counted = _days_back(before, time, text, now, cues) if before else None
    if counted is None:
        return time
    years = (counted.year - day.year + around for around in (-1, 0, 1))
    then = min((shift(day, count, Precision.YEAR) for count in years), key=lambda one: abs(counted - one))
    is_told = abs(counted - then).days <= _SLACK + (now - counted).days // 6
    return replace(time, span=DateSpan.day(then), timex_value=then.isoformat(), ambiguous=False) if is_told else time


def _days_back(before: TimeExpression, time: TimeExpression, text: str, now: date, cues: Cues) -> date | None:
    """The day that lies the length before an expression back from now, if "after" stands between the two."""
    length = _LENGTH.fullmatch(before.timex_value or "")
    if not length or not compiled(rf"(?:{cues.after})(?:\s+the)?").fullmatch(text[before.end : time.start].strip()):
        return None
    return shift(now, -int(length[1]), _UNITS[length[2]])
