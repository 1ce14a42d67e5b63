"""Runs a pack over a text: finds the expressions, then dates them from left to right.

Text between triggers (month names, units, figures …) is never looked at by a rule, which keeps the
cost linear in the text and small in the number of rules.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from briefing.datespan import DateSpan
from briefing.model import TimeExpression
from briefing.temporal.direction import direction
from briefing.temporal.languages import detect, pack_for
from briefing.temporal.meaning import Calendar, Group, Meaning, Weekday
from briefing.temporal.ranges import resolve_range
from briefing.temporal.resolution import Context, Resolved, resolve
from briefing.temporal.rules import Pack, Piece

__all__ = ["find_dates"]

_BEFORE, _AFTER = 60, 60  # characters around a trigger in which an expression may reach
_BLANK = re.compile(r"\s")


def find_dates(
    text: str,
    *,
    published: date | DateSpan | None,
    language: str | None = None,
    country: str | None = None,
) -> list[TimeExpression]:
    """Find and resolve the time expressions of a text.

    ``published`` is the document creation time (a day, or a coarser span where the outlet says no
    more; None if unknown: relative expressions then keep their TIMEX3 value and no span).
    ``language`` is an ISO 639-1 code; None lets the text tell. ``country`` (ISO 3166-1 alpha-2, of
    the outlet) settles whether 03/04/2024 is in March or April; without it such a date is marked
    ambiguous. Expressions come in the order of the text and never overlap.
    """
    pack = pack_for(language or detect(text), country or "")
    if isinstance(published, datetime):  # a datetime is a date to Python, and compares with none
        published = published.date()
    anchor = DateSpan.day(published) if isinstance(published, date) else published
    return list(_resolve_all(text, list(_pieces(text, pack)), anchor, pack))


@dataclass(frozen=True, slots=True)
class _Candidate:
    piece: Piece
    rule: str


def _windows(text: str, pack: Pack) -> Iterator[tuple[int, int]]:
    """Stretches of text around triggers, cut at blanks, merged where no blank parts them.

    No two overlap and none ends inside a word, however long: what is looked at is looked at once.
    """
    start = end = -1
    for match in pack.triggers.finditer(text):
        left = match.start() - _BEFORE
        if start < 0:
            start = _blank_before(text, 0, max(0, left))
        elif left > end and (blank := _BLANK.search(text, end, left)):
            yield start, blank.start()
            start = _blank_before(text, blank.start(), left)
        end = match.end() + _AFTER
    if start >= 0:
        blank = _BLANK.search(text, end)
        yield start, blank.start() if blank else len(text)


def _blank_before(text: str, floor: int, at: int) -> int:
    while at > floor and not text[at].isspace():
        at -= 1
    return at


def _pieces(text: str, pack: Pack) -> Iterator[_Candidate]:
    done = 0
    for start, end in _windows(text, pack):
        at = max(start, done)
        for match in pack.finder.finditer(text, at, end):
            number = int((match.lastgroup or "r0")[1:])
            full = pack.own_pattern(number).match(text, match.start(), end)
            if full is None:
                continue
            for piece in pack.rules[number].reading(pack.words, full):
                yield _Candidate(piece, pack.rules[number].name)
            done = match.end()


def _resolve_all(text: str, found: list[_Candidate], anchor: DateSpan | None, pack: Pack) -> Iterator[TimeExpression]:
    previous: DateSpan | None = None
    for candidates in _in_ranges(found):
        first = candidates[0].piece
        tense = direction(text, first.start, first.end, pack) if _asks_tense(first.meaning) else 0
        resolved = _resolve(candidates, Context(anchor, previous, tense))
        for candidate, date_of in zip(candidates, resolved, strict=True):
            if date_of is None:
                continue
            if date_of.span and date_of.timex_type in {"DATE", "TIME"} and not date_of.span.is_open:
                previous = date_of.span
            yield _expression(text, candidate, date_of, joins_next=candidate.piece.joins_next and None not in resolved)


def _asks_tense(meaning: Meaning) -> bool:
    if isinstance(meaning, Calendar | Group):
        return meaning.year is None
    return isinstance(meaning, Weekday)


def _in_ranges(found: list[_Candidate]) -> Iterator[list[_Candidate]]:
    """The candidates one by one, the two ends of a range together."""
    rest = iter(found)
    for candidate in rest:
        yield [candidate, next(rest)] if candidate.piece.joins_next else [candidate]


def _resolve(candidates: list[_Candidate], context: Context) -> Sequence[Resolved | None]:
    if len(candidates) == 2:
        return resolve_range(candidates[0].piece.meaning, candidates[1].piece.meaning, context)
    return [resolve(candidates[0].piece.meaning, context)]


def _expression(text: str, candidate: _Candidate, resolved: Resolved, *, joins_next: bool) -> TimeExpression:
    piece = candidate.piece
    return TimeExpression(
        start=piece.start,
        end=piece.end,
        text=text[piece.start : piece.end],
        timex_type=resolved.timex_type,
        timex_value=resolved.timex_value,
        span=resolved.span,
        rule=candidate.rule,
        meaning=resolved.meaning,
        anchor=resolved.anchor,
        ambiguous=isinstance(piece.meaning, Calendar) and piece.meaning.ambiguous,
        joins_next=joins_next,
    )
