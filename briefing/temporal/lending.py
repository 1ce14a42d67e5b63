"""Years that one date of a text lends another which is written without one.

A day that names an event ("the October 7 attack") is of the year in which the text tells that day in full; where it tells
it nowhere, nobody can say: it may be the last one, or the tenth anniversary of it is near. "In March 2020, and … in May" is
of one year, or the next.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from briefing.temporal.meaning import Calendar, Meaning, Which
from briefing.temporal.rules import Pack, Piece

__all__ = ["full_dates", "lent", "names_an_event"]

_NEAR = 40  # characters before a day that hold the noun of the event that it names


def full_dates(meanings: Iterable[Meaning]) -> dict[tuple[int, int], int]:
    """The years of the days that a text tells in full, by month and day; none of a day that it tells of two years."""
    years: dict[tuple[int, int], set[int]] = {}
    for meaning in meanings:
        if isinstance(meaning, Calendar) and meaning.month and meaning.day and meaning.year and not meaning.ambiguous:
            years.setdefault((meaning.month, meaning.day), set()).add(meaning.year)
    return {day: found.pop() for day, found in years.items() if len(found) == 1}


def names_an_event(text: str, piece: Piece, pack: Pack) -> bool:
    """Whether a day without a year is part of the name of an event."""
    if not _lacks_year(piece.meaning) or not isinstance(piece.meaning, Calendar) or not piece.meaning.day:
        return False
    before = text[max(0, piece.start - _NEAR) : piece.start]
    if pack.event_behind.match(text, piece.end):
        return (
            not pack.has_articles
            or text.startswith(("the ", "The "), piece.start)
            or bool(pack.attribute.search(before))
        )
    return pack.event_before.search(before) is not None


def lent(text: str, piece: Piece, before: Piece | None, known: dict[tuple[int, int], int], pack: Pack) -> Meaning:
    """What a piece means with the year that the text lends it, if it does.

    Args:
        text: the text.
        piece: the piece that may lack a year.
        before: the piece before it.
        known: the days that the text tells in full.
        pack: the language's.
    """
    date = piece.meaning
    if not isinstance(date, Calendar) or not _lacks_year(date):
        return date
    if names_an_event(text, piece, pack):
        year = known.get((date.month or 0, date.day or 0))
        return replace(date, year=year) if year else date
    year = _year_of(text, piece, before, pack) if before else None
    return replace(date, year=year) if year else date


def _year_of(text: str, piece: Piece, before: Piece | None, pack: Pack) -> int | None:
    """The year of a month that follows another of a stated year: "in March 2020, and … in May"."""
    first, date = before.meaning if before else None, piece.meaning
    if before is None or not isinstance(first, Calendar) or not isinstance(date, Calendar):
        return None
    if (
        not first.year
        or not first.month
        or not date.month
        or not pack.goes_on.fullmatch(text[before.end : piece.start])
    ):
        return None
    return first.year + ((date.month, date.day or 31) < (first.month, first.day or 1))


def _lacks_year(meaning: Meaning) -> bool:
    return (
        isinstance(meaning, Calendar)
        and meaning.year is None
        and meaning.year_shift is None
        and meaning.month is not None
        and meaning.which is Which.BARE
        and meaning.weekday is None
    )
