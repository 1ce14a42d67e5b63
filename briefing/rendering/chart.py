"""Small charts of key figures: from zero, all on one axis of time, a revised value hollow, its correction dashed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from briefing.datespan import DateSpan
from briefing.model import KeyFigure, Step
from briefing.rendering.dates import in_table
from briefing.rendering.drawing import Drawing, Shape, Text, drawing, line, shape
from briefing.rendering.happenings import date_text
from briefing.rendering.textwidth import text_width
from briefing.rendering.words import Words

__all__ = ["CHARTS", "Value", "charts_of", "draw_chart", "values_of"]

CHARTS = 4
_FEWEST = 3  # values that make a series; two suffice where one corrects the other
_WIDTH, _HEIGHT = 88.2, 66.0
_LEFT, _RIGHT, _TOP, _ZERO = 2.4, 85.4, 12.0, 52.0
_TYPE_SIZE = 7.0
_DOTS = 12  # more values than this are a line without dots
_TOLD = 10  # values named in the alternative text
_LINE = 1.1
_DOWN = frozenset({Step.REVISED, Step.RESTARTED})

Spot = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a series: the day it stands for, the count, what it does to the value before."""

    day: date
    value: int
    step: Step = Step.ON


def values_of(key: KeyFigure) -> tuple[Value, ...]:
    """The values of a key figure's series, one a day, the greatest; those that no day is known of are left out."""
    told = [(point.figure, point.step) for point in key.series]
    if not told:
        told = [*([(key.previous, key.previous_step)] if key.previous else []), (key.figure, key.step)]
    days: dict[date, Value] = {}
    for figure, step in sorted(told, key=lambda pair: pair[0].value):
        if figure.as_of and figure.as_of.last:
            days[figure.as_of.last] = Value(figure.as_of.last, figure.value, step)
    return tuple(days[day] for day in sorted(days))


def charts_of(figures: Sequence[KeyFigure], words: Words) -> tuple[Drawing | None, ...]:
    """A chart for each key figure that has a series, None for the others; four at most, on one axis of time."""
    series = [values_of(key) for key in figures]
    drawn = [at for at, values in enumerate(series) if _is_series(values)][:CHARTS]
    days = [value.day for at in drawn for value in series[at]]
    return tuple(
        draw_chart(series[at], (min(days), max(days)), _title(key, series[at], words), words) if at in drawn else None
        for at, key in enumerate(figures)
    )


def _is_series(values: Sequence[Value]) -> bool:
    return len(values) >= (2 if any(value.step in _DOWN for value in values) else _FEWEST)


def draw_chart(values: Sequence[Value], days: tuple[date, date], title: str, words: Words) -> Drawing:
    """The chart of one series over the days from the first to the last of ``days``."""
    sound = [value for value in values if value.step is not Step.MISPRINT]
    greatest = max((value.value for value in values), default=0)
    spots = {value: _spot(value, days, greatest) for value in values}
    shapes = [*_axis(), *_course(sound, spots), *_dots(values, spots)]
    texts = [*_ends(days, words), *_values(values, sound, spots, words)]
    return drawing(_WIDTH, _HEIGHT, title, shapes, texts, direction=words.direction)


def _spot(value: Value, days: tuple[date, date], greatest: int) -> Spot:
    length = (days[1] - days[0]).days
    x = _LEFT + (_RIGHT - _LEFT) * (value.day - days[0]).days / length if length else _RIGHT
    return x, _ZERO - (_ZERO - _TOP) * value.value / greatest if greatest else _ZERO


def _axis() -> Iterator[Shape]:
    yield line(_LEFT, _ZERO, _RIGHT, _ZERO, "ink", 0.6)
    yield from (line(x, _ZERO, x, _ZERO + 2.5, "ink", 0.5) for x in (_LEFT, _RIGHT))


def _course(sound: Sequence[Value], spots: dict[Value, Spot]) -> Iterator[Shape]:
    """The line from value to value; before a correction it goes on level, then drops, dashed."""
    path = ""
    for before, after in pairwise(sound):
        (x, y), (to_x, to_y) = spots[before], spots[after]
        path += "" if path else f"M{x:.2f} {y:.2f}"
        if after.step in _DOWN:
            path += f"L{to_x:.2f} {y:.2f}M{to_x:.2f} {to_y:.2f}"
            yield shape(
                "path", stroke="ink", d=f"M{to_x:.2f} {y:.2f}V{to_y:.2f}", stroke_width=0.9, stroke_dasharray="1.2 1"
            )
        else:
            path += f"L{to_x:.2f} {to_y:.2f}"
    if path:
        yield shape("path", stroke="ink", d=path, stroke_width=_LINE)


def _dots(values: Sequence[Value], spots: dict[Value, Spot]) -> Iterator[Shape]:
    for _, x, y in _revised(values, spots):
        yield shape("circle", fill="paper", stroke="ink", cx=x, cy=y, r=2.1, stroke_width=_LINE)
    for value in values if len(values) <= _DOTS else values[-1:]:
        if value.step is not Step.MISPRINT:
            x, y = spots[value]
            yield shape("circle", fill="ink", cx=x, cy=y, r=2.2 if value is values[-1] else 1.3)


def _revised(values: Sequence[Value], spots: dict[Value, Spot]) -> Iterator[tuple[Value, float, float]]:
    """The values that did not stand, each where it ended: what was corrected, and what was mistyped."""
    sound = [value for value in values if value.step is not Step.MISPRINT]
    yield from ((before, spots[after][0], spots[before][1]) for before, after in pairwise(sound) if after.step in _DOWN)
    yield from ((value, *spots[value]) for value in values if value.step is Step.MISPRINT)


# ---- words --------------------------------------------------------------------------------------


def _ends(days: tuple[date, date], words: Words) -> Iterator[Text]:
    """The first and the last day under the axis, without the year of the first where it is that of the last."""
    names = [date_text(DateSpan.day(day), words, weekday=False, with_year=days[0].year != days[1].year) for day in days]
    way = {"direction": words.direction, "language": words.language}
    if names[0] != names[1]:
        yield Text(0.0, 62.0, text_width(names[0], _TYPE_SIZE), names[0], kind="small", **way)
    yield Text(_WIDTH, 62.0, text_width(names[1], _TYPE_SIZE), names[1], align="right", kind="small", **way)


def _values(values: Sequence[Value], sound: Sequence[Value], spots: dict[Value, Spot], words: Words) -> Iterator[Text]:
    """What a value was before it was corrected, and where the series began, where there is room for it."""
    wanted = [*_revised(values, spots), *((value, *spots[value]) for value in sound[:1])]
    taken: list[tuple[float, float, float, float]] = []
    drawn = list(_drawn(sound, spots))
    for value, x, y in _each_value_once(wanted)[:2]:
        name = words.number(value.value)
        width = text_width(name, _TYPE_SIZE)
        for left, base in (
            (x + 4, y + 2.4),
            (x + 1, y - 4),
            (x - width - 1, y - 4),
            (x - width - 4, y + 2.4),
            (x + 2, y + 8.5),
        ):
            box = (left - 1, base - 5.5, left + width + 1, base + 1)
            if _is_free(box, drawn, taken):
                taken.append(box)
                yield Text(left, base, width, name, kind="small")
                break


def _each_value_once(wanted: Sequence[tuple[Value, float, float]]) -> list[tuple[Value, float, float]]:
    return list({spot[0].value: spot for spot in reversed(wanted)}.values())[::-1]


def _drawn(sound: Sequence[Value], spots: dict[Value, Spot]) -> Iterator[Spot]:
    """Places along the course, a point apart or less."""
    for before, after in pairwise(sound):
        (x, y), (to_x, to_y) = spots[before], spots[after]
        corner = (to_x, y) if after.step in _DOWN else (x, y)
        for start, end in (((x, y), corner), (corner, (to_x, to_y))):
            steps = int(max(abs(end[0] - start[0]), abs(end[1] - start[1]))) + 1
            yield from (
                (start[0] + (end[0] - start[0]) * at / steps, start[1] + (end[1] - start[1]) * at / steps)
                for at in range(steps + 1)
            )


def _is_free(
    box: tuple[float, float, float, float], drawn: Sequence[Spot], taken: Sequence[tuple[float, float, float, float]]
) -> bool:
    left, top, right, bottom = box
    inside = left >= 0 and right <= _WIDTH and top >= 0 and bottom <= _ZERO
    apart = all(right <= other[0] or other[2] <= left or bottom <= other[1] or other[3] <= top for other in taken)
    return inside and apart and not any(left < x < right and top < y < bottom for x, y in drawn)


def _title(key: KeyFigure, values: Sequence[Value], words: Words) -> str:
    """The figure, who gives it, and its values with their days: the first ones are left out where there are many."""
    told = [
        words("charts.value", value=words.number(value.value), date=in_table(DateSpan.day(value.day), words), step=_step(value, words))
        for value in values[-_TOLD:]
    ]  # fmt: skip
    kind = words.choose("figures", key.figure.kind, "other")
    by = words("charts.by", by=key.figure.by) if key.figure.by else ""
    return words("charts.title", kind=kind, by=by, values=words.listed(told, "joins.semicolon"))


def _step(value: Value, words: Words) -> str:
    return words(f"charts.{value.step.value}") if value.step is not Step.ON else ""
