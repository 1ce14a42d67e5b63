"""Runs a pack over a text: finds the expressions, then dates them from left to right.

Text between triggers (month names, units, figures …) is never looked at by a rule, which keeps the
cost linear in the text and small in the number of rules.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from briefing.datespan import DateSpan
from briefing.model import TimeExpression
from briefing.temporal.direction import direction
from briefing.temporal.languages import detect, pack_for
from briefing.temporal.meaning import Calendar
from briefing.temporal.resolution import Context, Resolved, resolve
from briefing.temporal.rules import Pack, Piece

__all__ = ["find_dates"]

_BEFORE, _AFTER = 60, 60  # characters around a trigger in which an expression may reach


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
    anchor = DateSpan.day(published) if isinstance(published, date) else published
    return list(_resolve_all(text, list(_pieces(text, pack)), anchor, pack))


@dataclass(frozen=True, slots=True)
class _Candidate:
    piece: Piece
    rule: str


def _windows(text: str, pack: Pack) -> Iterator[tuple[int, int]]:
    """Stretches of text around triggers, merged where they meet, cut at blanks."""
    start = end = -1
    for match in pack.triggers.finditer(text):
        left, right = max(0, match.start() - _BEFORE), match.end() + _AFTER
        if left <= end:
            end = right
            continue
        if start >= 0:
            yield start, _blank_after(text, end)
        start, end = _blank_before(text, left), right
    if start >= 0:
        yield start, _blank_after(text, end)


def _blank_before(text: str, at: int) -> int:
    while at > 0 and not text[at - 1].isspace():
        at -= 1
        if text[at].isspace():
            break
    return at


def _blank_after(text: str, at: int) -> int:
    limit = min(len(text), at + 40)
    while at < limit and not text[at].isspace():
        at += 1
    return min(at, len(text))


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
    for candidate in found:
        piece = candidate.piece
        context = Context(anchor, previous, direction(text, piece.start, piece.end, pack))
        resolved = resolve(piece.meaning, context)
        if resolved is None:
            continue
        if resolved.span and resolved.timex_type in {"DATE", "TIME"} and not resolved.span.is_open:
            previous = resolved.span
        yield _expression(text, candidate, resolved)


def _expression(text: str, candidate: _Candidate, resolved: Resolved) -> TimeExpression:
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
        joins_next=piece.joins_next,
    )
