"""The latest figure of each series, what it was before, and what others say; tolls of an event in dispute."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import chain

from briefing.composing.sources import Citations
from briefing.datespan import compatible
from briefing.events.series import contradict, day_of, is_one_subject, is_rounded, series_of, steps_of
from briefing.events.subjects import subject_of
from briefing.model import Figure, FigurePoint, KeyFigure, Step

__all__ = ["choose_figures", "key_figures", "latest_values"]

_MOST = 5
_ABOUT_AS_MANY = 2  # times
_CITED = 6  # latest days of a series whose articles are cited; the data hold all


def choose_figures(figures: Sequence[Figure], last: date) -> list[list[Figure]]:
    """The series of running totals up to a day, each oldest first; the longest first, at most five.

    Of an exact and a rounded series of one thing the one that goes on later is shown, of two that end on one day the
    exact one.
    """
    series = series_of([figure for figure in figures if (day := day_of(figure)) and day <= last])
    series.sort(key=lambda found: (-(day_of(found[-1]) or date.min).toordinal(), is_rounded(found[-1]), found[0].kind))
    chosen: list[list[Figure]] = []
    for found in series:
        if not any(_same_count(found, other) for other in chosen):
            chosen.append(found)
    return sorted(chosen, key=lambda found: (-len(found), found[0].kind))[:_MOST]


def _same_count(a: Sequence[Figure], b: Sequence[Figure]) -> bool:
    """Whether two series count one thing, exactly and in round numbers: of one kind, happening and start, and about as many."""
    starts = [next((figure.since for figure in series if figure.since), None) for series in (a, b)]
    subjects = [{subject_of(figure) for figure in series} for series in (a, b)]
    is_same = any(one.is_unknown for one in chain(*subjects)) or is_one_subject(*subjects)
    same_start = starts[0] is None or starts[1] is None or compatible(starts[0], starts[1])
    low, high = sorted((a[-1].value, b[-1].value))
    return a[0].kind == b[0].kind and is_same and same_start and high <= _ABOUT_AS_MANY * low


def latest_values(series: Sequence[Figure]) -> list[Figure]:
    """The figures of the last six days of a series, newest first."""
    days = sorted({day for figure in series if (day := day_of(figure))})[-_CITED:]
    return [figure for figure in reversed(series) if day_of(figure) in days]


def key_figures(series: Sequence[Sequence[Figure]], numbers: Citations) -> tuple[KeyFigure, ...]:
    """The strip of key figures: the latest of each series, with the one before it and the sources of both."""
    return tuple(_key_figure(found, numbers) for found in series)


def _key_figure(found: Sequence[Figure], numbers: Citations) -> KeyFigure:
    steps = dict(zip(((figure.value, day_of(figure)) for figure in found), steps_of(found), strict=True))
    latest = _said_like(found, found[-1])
    earlier = [figure for figure in found if (day_of(figure) or date.min) < (day_of(latest[0]) or date.min)]
    before = _said_like(earlier, earlier[-1]) if earlier else []
    return KeyFigure(
        figure=latest[0],
        previous=before[0] if before else None,
        sources=_numbers(latest, numbers),
        previous_sources=_numbers(before, numbers),
        step=_step(latest, steps),
        previous_step=_step(before, steps),
        others=_others(found, latest[0], numbers),
        change=_change(latest[0], before) if _is_step(latest, before, steps) else None,
        series=_points(found, steps, numbers),
    )


def _is_step(latest: Sequence[Figure], before: Sequence[Figure], steps: dict[tuple[int, date | None], Step]) -> bool:
    """Whether one count leads to the other: neither looks mistyped, and it was not started anew."""
    told = {_step(latest, steps), _step(before, steps)}
    return Step.MISPRINT not in told and _step(latest, steps) is not Step.RESTARTED


def _change(figure: Figure, before: Sequence[Figure]) -> int | None:
    """The difference of two exact counts: of "over 41,100" and "more than 40,000" nobody knows it."""
    told = (figure, *before[:1])
    exact = len(told) == 2 and not any(one.qualifier or is_rounded(one) for one in told)
    return figure.value - before[0].value if exact else None


def _points(
    found: Sequence[Figure], steps: dict[tuple[int, date | None], Step], numbers: Citations
) -> tuple[FigurePoint, ...]:
    """Every value of a series, each value of a day once."""
    first = {(figure.value, day_of(figure)): figure for figure in reversed(found)}
    ordered = sorted(first.values(), key=lambda figure: (day_of(figure) or date.min, figure.value))
    return tuple(
        FigurePoint(figure, _numbers(_said_like(found, figure), numbers), steps[figure.value, day_of(figure)])
        for figure in ordered
    )


def _step(figures: Sequence[Figure], steps: dict[tuple[int, date | None], Step]) -> Step:
    return steps[figures[0].value, day_of(figures[0])] if figures else Step.ON


def _others(found: Sequence[Figure], latest: Figure, numbers: Citations) -> tuple[tuple[Figure, tuple[int, ...]], ...]:
    """The other values of the same day that contradict the one shown, each with its sources."""
    same_day = [figure for figure in found if day_of(figure) == day_of(latest) and contradict(figure, latest)]
    first = {figure.value: figure for figure in reversed(same_day)}
    return tuple((first[value], _numbers(_said_like(same_day, first[value]), numbers)) for value in sorted(first))


def _said_like(figures: Sequence[Figure], figure: Figure) -> list[Figure]:
    """All reports of one value as of one day."""
    return [other for other in figures if (other.value, day_of(other)) == (figure.value, day_of(figure))]


def _numbers(figures: Sequence[Figure], numbers: Citations) -> tuple[int, ...]:
    return tuple(dict.fromkeys(numbers[figure.article] for figure in figures if figure.article in numbers))
