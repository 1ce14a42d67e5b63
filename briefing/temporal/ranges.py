"""The two ends of a range, kept in order: "from 28 December to 3 January", "from Friday to Monday"."""

from __future__ import annotations

from dataclasses import replace

from briefing.datespan import DateSpan
from briefing.temporal.meaning import Calendar, Holiday, Meaning, Weekday, Which
from briefing.temporal.resolution import Context, Resolved, resolve

__all__ = ["resolve_range"]


def resolve_range(first: Meaning, second: Meaning, context: Context) -> tuple[Resolved | None, Resolved | None]:
    """Resolve both ends; where the second came to lie before the first, one is counted from the other.

    What is past ends by publication, so its start moves back ("it rained from Friday to Monday");
    else the end moves on. Ends whose written years contradict each other stay as written.
    """
    start, end = resolve(first, context), resolve(second, context)
    if start is None or end is None or start.span is None or end.span is None or start.span <= end.span:
        return start, end
    if context.direction < 0 or (context.direction == 0 and isinstance(first, Weekday)):
        return _before(first, end.span, context), end
    return start, _after(second, start.span, context)


def _after(second: Meaning, start: DateSpan, context: Context) -> Resolved | None:
    if isinstance(second, Calendar | Holiday | Weekday):
        second = replace(second, which=Which.NEXT)
    return resolve(second, context._replace(published=start, direction=1))


def _before(first: Meaning, end: DateSpan, context: Context) -> Resolved | None:
    if isinstance(first, Weekday):
        first = replace(first, which=Which.LAST)
    return resolve(first, context._replace(published=end, direction=-1))
