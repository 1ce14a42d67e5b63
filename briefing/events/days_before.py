"""What happened so many days before the day that a sentence tells of: "on Wednesday, two days after a bomber killed six".

The day of the main clause is the one that is counted from, so that the earlier happening has a day of its own; it is told
in passing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta

from briefing.datespan import DateSpan
from briefing.events.cues import sought
from briefing.events.told import Dating, Told
from briefing.model import Modality, TimeExpression

__all__ = ["with_days_before"]

_CLAUSE = re.compile(r"[^,;:—]*")
_A_SPACE = 2  # characters: a comma and a space


def with_days_before(told: Told, times: Sequence[TimeExpression], dated: Sequence[Dating]) -> list[Dating]:
    """What a sentence dates, and what it tells as so many days earlier, in passing.

    Args:
        told: the sentence.
        times: the expressions in it.
        dated: what these date.

    Returns:
        The same unless exactly one other day is told, as past, and none stands in the words that are counted from.
    """
    if dated and told.cues.days_after_word in told.sentence.text:
        for words, count in told.cues.days_after.items():
            if counted := sought(words, told.sentence.text):
                return _with_one(told, times, dated, counted.span(), count)
    return list(dated)


def _with_one(
    told: Told, times: Sequence[TimeExpression], dated: Sequence[Dating], counted: tuple[int, int], count: int
) -> list[Dating]:
    first, last = (told.sentence.start + place for place in counted)
    kept = [one for one in dated if not one.expression or not first <= one.expression.start < last]
    days = [one for one in kept if one.expression and one.span.is_day and not one.aside]
    end = _CLAUSE.match(told.article.text, last, told.sentence.end).end()  # type: ignore[union-attr]
    if len(days) != 1 or not _is_counted_from(told, days[0], first, last):
        return list(dated)
    main, day = days[0].expression, days[0].span.first
    if day is None or any(last <= time.start < end for time in times if time is not main):
        return list(dated)
    span = DateSpan.day(day - timedelta(days=count))
    expression = TimeExpression(
        start=first,
        end=last,
        text=told.article.text[first:last],
        timex_type="DATE",
        timex_value=str(span),
        span=span,
        rule="so many days before the day of the sentence",
        meaning="counted-from-text",
        anchor=days[0].span,
    )
    return [*kept, Dating(span, expression, aside=True, modality=Modality.HAPPENED)]


def _is_counted_from(told: Told, day: Dating, first: int, last: int) -> bool:
    """Whether the days are counted from that of the main clause, a past one: no other verb parts the two."""
    if day.expression is None or day.modality is not Modality.HAPPENED:
        return False
    if first < day.expression.end:
        return first == told.sentence.start or day.expression.start - last <= _A_SPACE
    return sought(f"{told.cues.told}|{told.cues.content}", told.article.text[day.expression.end : first]) is None
