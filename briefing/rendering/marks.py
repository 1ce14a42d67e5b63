"""The marks of a strip as shapes: shape is duration, fill is certainty; what is new is larger, darker and in colour."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.rendering.drawing import WIDTH, Shape, shape

__all__ = ["BAR_HEIGHT", "bar_mark", "point_mark"]

BAR_HEIGHT = 4.6
_RADIUS, _RADIUS_NEW, _RADIUS_SMALL = 3.0, 3.6, 2.5
_STROKE = 1.1
_STUB = 7.0  # length of the mark of an event of which one end is open
_DASHED_END = 5.0


def point_mark(
    mark: str, x: float, y: float, *, fresh: bool, small: bool = False, open_end: bool = False
) -> list[Shape]:
    """The mark of a day, known, approximate, disputed or open at one end, in its place on an axis."""
    colour = "new" if fresh else "old"
    radius = _RADIUS_SMALL if small else _RADIUS_NEW if fresh else _RADIUS
    if mark == "day":
        return [shape("circle", fill=colour, cx=x, cy=y, r=radius)]
    if mark == "open":
        # Unlike in the table it lies on the line of the axis, so it is heavier than that.
        end = min(x + _STUB, WIDTH) if open_end else max(x - _STUB, 0.0)
        tick = shape("path", stroke=colour, d=_path((x, y - radius), (x, y + radius)), stroke_width=1.4)
        return [shape("path", stroke=colour, d=_path((x, y), (end, y)), stroke_width=2.2), tick]
    inner = radius - _STROKE / 2
    ring = shape("circle", fill="paper", stroke=colour, cx=x, cy=y, r=inner, stroke_width=_STROKE)
    if mark != "disputed":
        return [ring]
    top, bottom = f"M{x:.2f} {y - inner:.2f}", f"{x:.2f} {y + inner:.2f}"
    return [ring, shape("path", fill=colour, d=f"{top}A{inner:.2f} {inner:.2f} 0 0 0 {bottom}Z")]


def bar_mark(mark: str, pieces: list[tuple[float, float]], y: float, *, fresh: bool) -> list[Shape]:
    """The bar of a span, known or approximate, in one piece or in two with its words between them."""
    colour = "new" if fresh else "old"
    top = y - BAR_HEIGHT / 2
    if mark == "span":
        return [
            shape("rect", fill=colour, x=left, y=top, width=right - left, height=BAR_HEIGHT) for left, right in pieces
        ]
    first, last = pieces[0][0], pieces[-1][1]
    dashed = min(_DASHED_END, (last - first) / 2)
    whole = [(max(left, first + dashed), min(right, last - dashed)) for left, right in pieces]
    solid = "".join(_rails(left, right, y) for left, right in whole if right > left)
    ends = _rails(first, first + dashed, y) + _rails(last - dashed, last, y)
    return [
        *([shape("path", stroke=colour, d=solid, stroke_width=1)] if solid else []),
        shape("path", stroke=colour, d=ends, stroke_width=1, stroke_dasharray="1.6 1.2"),
    ]


def _rails(left: float, right: float, y: float) -> str:
    return "".join(_path((left, rail), (right, rail)) for rail in _both(y))


def _both(y: float) -> Iterator[float]:
    yield from (y - BAR_HEIGHT / 2, y + BAR_HEIGHT / 2)


def _path(start: tuple[float, float], end: tuple[float, float]) -> str:
    return f"M{start[0]:.2f} {start[1]:.2f}L{end[0]:.2f} {end[1]:.2f}"
