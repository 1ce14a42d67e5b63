"""Counts that are not those of now: what a toll was before, the dead of what something is compared with or of another day."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from briefing.datespan import DateSpan
from briefing.events.cues import Cues, compiled
from briefing.model import Figure, TimeExpression

__all__ = ["EARLIER", "day_of_its_own", "is_compared", "is_earlier", "with_current"]

EARLIER = "earlier"  # the scope of a count that another has replaced, until `with_current` takes it out
_NUMBER = re.compile(r"\d(?:[\d.,]*\d)?")
_LONG_AGO = timedelta(days=31)  # before publication: no count of now
_BACK = 2  # sentences: so far before its earlier value may a toll stand


def is_earlier(text: str, clause: tuple[int, int], number: tuple[int, int], cues: Cues) -> bool:
    """Whether words of its clause show that a count was replaced: "had been put at", "from … to", "a previous toll of"."""
    start, end = clause
    others = [other.end() for other in _NUMBER.finditer(text, start, number[0])]
    before, after = text[max([start, *others]) : number[0]], text[number[1] : end]
    return bool(compiled(cues.was_before).search(before) or compiled(cues.is_no_more).match(after))


def is_compared(text: str, number: tuple[int, int], cues: Cues) -> bool:
    """Whether a count is of what something is compared with: "the deadliest attack since August, when 12 were killed"."""
    before, after = text[: number[0]], text[number[1] :]
    return bool(compiled(cues.most_since).search(before) or compiled(cues.since_which).search(after))


def day_of_its_own(
    text: str,
    clause: tuple[int, int],
    number: tuple[int, int],
    times: Sequence[tuple[TimeExpression, tuple[int, int]]],
    published: DateSpan | None,
    cues: Cues,
) -> tuple[DateSpan | None, bool]:
    """The day to which a clause ties its count, and whether it tells what happened then ("in May, when 12 were killed").

    Without such a clause it is a day of the same clause that lies more than a month before publication, unless the count
    began then.
    """
    for time, (start, end) in times:
        if time.span is None or time.span.is_open:
            continue
        if end <= number[0] and _opens_with_when(text[end : number[0]], cues):
            return time.span, True
        here = max(1, clause[0]) <= start and end <= clause[1]  # what opens a line may be a clock or a label
        if here and _is_long_before(time.span, published) and not compiled(cues.since).search(text, *clause):
            return time.span, False
    return None, False


def _opens_with_when(between: str, cues: Cues) -> bool:
    return compiled(rf"\A\W*(?:{cues.when})\W+(?:[\w’'-]+\s+){{0,6}}?\Z").search(between) is not None


def _is_long_before(span: DateSpan, published: DateSpan | None) -> bool:
    return bool(span.last and published and published.first and span.last < published.first - _LONG_AGO)


def with_current(figures: Sequence[tuple[Figure, ...]]) -> list[tuple[Figure, ...]]:
    """The counts of an article by its sentences, without those that others replaced.

    What replaced one goes on being counted: the toll of a happening that stands with an earlier one is a running total, too.
    """
    told = [tuple(one for one in counted if one.scope != EARLIER) for counted in figures]
    for at, counted in enumerate(figures):
        for earlier in (one for one in counted if one.scope == EARLIER):
            near = range(at, max(-1, at - _BACK - 1), -1)
            places = [(place, one) for place in near for one in told[place] if one.kind == earlier.kind]
            if places and all(one.scope != "total" for _, one in places):
                place, current = places[0]
                told[place] += (replace(current, scope="total"),)
    return told
