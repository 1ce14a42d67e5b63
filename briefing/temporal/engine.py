"""Runs a pack over a text: finds the expressions, then dates them from left to right.

A rule is tried only where a trigger stands (a month name, a unit, a figure …), at that word and the few
before it, which keeps the cost linear in the text and small in the number of rules.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import NamedTuple

from briefing.datespan import DateSpan, Precision
from briefing.model import TimeExpression
from briefing.temporal.direction import EITHER, UNDERTAKEN, direction
from briefing.temporal.languages import detect, pack_for
from briefing.temporal.lending import full_dates, lent, names_an_event
from briefing.temporal.meaning import Calendar, Counted, Group, Holiday, Length, Meaning, Reported, Weekday
from briefing.temporal.openings import FIGURE, opening_of
from briefing.temporal.ranges import resolve_range
from briefing.temporal.resolution import Context, Resolved, resolve
from briefing.temporal.rules import Pack, Piece, Rule

__all__ = ["find_dates"]

_WORDS_BEFORE = 7  # words of an expression before the one that it is found by
_LONGEST_WORD = 24
_GAPS = frozenset(" \n\t\r\xa0-–—,(")


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
    return list(_resolve_all(text, _in_one_order(list(_pieces(text, pack))), anchor, pack))


class _Candidate(NamedTuple):
    piece: Piece
    rule: str


def _pieces(text: str, pack: Pack) -> Iterator[_Candidate]:
    """Each trigger word in turn: the expression that holds it and begins furthest to the left, if there is one."""
    done = 0
    for at, kind in _triggers(text, pack):
        if at < done:
            continue
        found = _match_around(text, pack, kind, done, at)
        if found is None:
            continue
        rule, match = found
        for piece in rule.reading(pack.words, match):
            yield _Candidate(piece, rule.name)
        done = match.end()


def _triggers(text: str, pack: Pack) -> Iterator[tuple[int, str]]:
    """Where the words stand that an expression is found by, and of which class each is.

    Looking words up first spares most of a text the patterns.
    """
    heads = pack.heads
    if heads is None:
        yield from ((trigger.start(), trigger.lastgroup or "") for trigger in pack.trigger.finditer(text))
        return
    small = text.replace("İ", "i").lower()  # as long as the text
    for word in [word for word in _WORD.finditer(small) if (found := word[0]) in heads or not ":" < found < "{"]:
        found = word[0]  # ":" comes behind the digits, "{" behind z
        if found in heads:
            head = heads[found]
        elif found[0].isdecimal():
            head = heads[FIGURE]
        else:
            continue
        kind = pack.class_at(head, text, word.start()) if isinstance(head, tuple) else head
        if kind:
            yield word.start(), kind


_WORD = re.compile(r"\w+")


def _match_around(text: str, pack: Pack, kind: str, floor: int, at: int) -> tuple[Rule, re.Match[str]] | None:
    """The rule that matches over ``at`` from the earliest of the words before it, and its match."""
    for start in reversed(_word_starts(text, floor, at, pack.vocabulary)):
        found = _first_match(text, pack, kind, start)
        if found and found[1].end() > at:
            return found
    return None


def _first_match(text: str, pack: Pack, kind: str, start: int) -> tuple[Rule, re.Match[str]] | None:
    """The first of the rules of a class that matches at a word."""
    for number in pack.candidates(kind, opening_of(text, start)):
        match = pack.rule_pattern(number).match(text, start)
        if match:
            return pack.rules[number], match
    return None


def _word_starts(text: str, floor: int, at: int, vocabulary: frozenset[str] | None = None) -> list[int]:
    """Where the trigger and the words before it begin, nearest first: all up to the first that no rule knows."""
    starts = [at]
    for _ in range(_WORDS_BEFORE):
        end = starts[-1]
        while end > floor and text[end - 1] in _GAPS:
            end -= 1
        start = end
        limit = max(floor, end - _LONGEST_WORD)
        while start > limit and text[start - 1] not in _GAPS:
            start -= 1
        if start == end or start == limit > floor:
            break
        if vocabulary is not None and _unknown(text, start, end, vocabulary):
            break
        starts.append(start)
    return starts


def _unknown(text: str, start: int, end: int, vocabulary: frozenset[str]) -> bool:
    """Whether a word begins with letters that no rule knows, and so belongs to no expression."""
    letters = _FIRST_LETTERS.match(text, start, end)
    return letters is not None and letters[0].lower() not in vocabulary


_FIRST_LETTERS = re.compile(r"[^\W\d_]+")


def _in_one_order(found: list[_Candidate]) -> list[_Candidate]:
    """Ambiguous dates in figures read as the other ones of the text show: 04/03/2024 beside 25/03/2024 is in March."""
    orders = {candidate.piece.meaning.order for candidate in found if isinstance(candidate.piece.meaning, Calendar)} - {
        ""
    }
    if len(orders) != 1:
        return found
    month_first = "month first" in orders
    return [_Candidate(_settled(one.piece, month_first=month_first), one.rule) for one in found]


def _settled(piece: Piece, *, month_first: bool) -> Piece:
    date = piece.meaning
    if not isinstance(date, Calendar) or not date.ambiguous:
        return piece
    day, month = (date.month, date.day) if month_first else (date.day, date.month)
    return replace(piece, meaning=replace(date, day=day, month=month, ambiguous=False))


def _resolve_all(text: str, found: list[_Candidate], anchor: DateSpan | None, pack: Pack) -> Iterator[TimeExpression]:
    context = Context(anchor)
    known = full_dates(candidate.piece.meaning for candidate in found)
    before: Piece | None = None
    for dates in _in_ranges(found):
        candidates = _with_year(text, dates, before, known, pack)
        first = before = candidates[0].piece
        tense = direction(text, first.start, first.end, pack) if _asks_tense(first.meaning) else 0
        either = tense == EITHER
        if tense == UNDERTAKEN:
            tense = -1 if isinstance(first.meaning, Weekday) else 1
        tense = 0 if either else tense
        if tense != context.direction or either != context.either:
            context = context._replace(direction=tense, either=either)
        resolved = _resolve(candidates, context)
        for candidate, date_of in zip(candidates, resolved, strict=True):
            if date_of is None:
                continue
            context = _after(context, candidate.piece.meaning, date_of)
            yield _expression(text, candidate, date_of, joins_next=candidate.piece.joins_next and None not in resolved)


def _with_year(
    text: str, candidates: list[_Candidate], before: Piece | None, known: dict[tuple[int, int], int], pack: Pack
) -> list[_Candidate]:
    """A single date with the year that the text lends it; one that names an event of no known year is ambiguous."""
    piece = candidates[0].piece
    if len(candidates) > 1 or not isinstance(piece.meaning, Calendar) or piece.meaning.year:
        return candidates
    meaning = lent(text, piece, before, known, pack)
    if isinstance(meaning, Calendar) and meaning.year is None and names_an_event(text, piece, pack):
        meaning = replace(meaning, ambiguous=True)
    if meaning is piece.meaning:
        return candidates
    return [candidates[0]._replace(piece=replace(piece, meaning=meaning))]


def _after(context: Context, meaning: Meaning, found: Resolved) -> Context:
    """What an expression leaves behind for those that count from the text; a comparison ("a year earlier") nothing."""
    if not found.span or found.span.is_open or found.timex_type not in {"DATE", "TIME"}:
        return context
    if isinstance(meaning, Reported) and meaning.years:
        return context
    quarter = found.span if found.span.is_unit and found.span.precision is Precision.QUARTER else context.quarter
    return context._replace(previous=found.span, quarter=quarter)


def _asks_tense(meaning: Meaning) -> bool:
    if isinstance(meaning, Calendar | Group | Holiday):
        return meaning.year is None
    if isinstance(meaning, Length):
        return meaning.ahead
    return isinstance(meaning, Weekday) or (isinstance(meaning, Counted) and meaning.bare)


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
    misnamed = _is_misnamed(piece.meaning, resolved.span)
    span = resolved.span.blurred() if misnamed and resolved.span else resolved.span
    return TimeExpression(
        start=piece.start,
        end=piece.end,
        text=text[piece.start : piece.end],
        timex_type=resolved.timex_type,
        timex_value=resolved.timex_value,
        span=span,
        rule=candidate.rule,
        meaning=resolved.meaning,
        anchor=resolved.anchor,
        ambiguous=isinstance(piece.meaning, Calendar) and piece.meaning.ambiguous,
        joins_next=joins_next,
        misnamed=misnamed,
    )


def _is_misnamed(meaning: Meaning, span: DateSpan | None) -> bool:
    """Whether a date is written with a weekday that it does not fall on."""
    if not isinstance(meaning, Calendar) or meaning.weekday is None or meaning.nth or not span or not span.is_day:
        return False
    return span.first is not None and span.first.weekday() != meaning.weekday
