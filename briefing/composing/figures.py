"""The latest figure of each kind, and what it was before."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from briefing.composing.sources import Citations
from briefing.model import Figure, KeyFigure

__all__ = ["choose_figures", "key_figures"]

_MOST = 5


def choose_figures(figures: Sequence[Figure], last: date) -> list[list[Figure]]:
    """For each kind its series up to a day, oldest first, one figure a day; the longest series first, at most five.

    A series holds every report of a figure; those of the same value and day stand together.
    """
    kinds: dict[str, list[Figure]] = {}
    for figure in figures:
        day = _day(figure)
        if day and day <= last:
            kinds.setdefault(figure.kind, []).append(figure)
    series = [
        sorted(found, key=lambda f: (_day(f) or date.min, f.value, f.article, f.start)) for found in kinds.values()
    ]
    return sorted(series, key=lambda found: (-len(found), found[0].kind))[:_MOST]


def key_figures(series: Sequence[Sequence[Figure]], numbers: Citations) -> tuple[KeyFigure, ...]:
    """The strip of key figures: each kind's latest, with the one before it and its sources."""
    return tuple(_key_figure(found, numbers) for found in series)


def _key_figure(found: Sequence[Figure], numbers: Citations) -> KeyFigure:
    latest = _said_like(found, found[-1])
    earlier = [figure for figure in found if (_day(figure) or date.min) < (_day(latest[0]) or date.min)]
    before = _said_like(earlier, earlier[-1]) if earlier else []
    return KeyFigure(latest[0], before[0] if before else None, _numbers(latest, numbers), _numbers(before, numbers))


def _said_like(figures: Sequence[Figure], figure: Figure) -> list[Figure]:
    """All reports of one value as of one day."""
    return [other for other in figures if (other.value, _day(other)) == (figure.value, _day(figure))]


def _numbers(figures: Sequence[Figure], numbers: Citations) -> tuple[int, ...]:
    return tuple(dict.fromkeys(numbers[figure.article] for figure in figures if figure.article in numbers))


def _day(figure: Figure) -> date | None:
    return figure.as_of.last if figure.as_of else None
