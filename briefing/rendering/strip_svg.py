"""Draws a strip: its layout as shapes, and its words in their places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefing.datespan import DateSpan
from briefing.rendering.axis import TYPE_SIZE, Axis
from briefing.rendering.dates import in_table
from briefing.rendering.drawing import WIDTH, Drawing, Shape, Text, drawing, line, shape
from briefing.rendering.happenings import Happening
from briefing.rendering.marks import bar_mark, point_mark
from briefing.rendering.strip import Band, Bar, Label, Point, Strip, label_width
from briefing.rendering.textwidth import BOLD, text_width
from briefing.rendering.words import Words

__all__ = ["draw_strip"]

_LANE = 10.0  # from one lane of labels to the next
_FIRST_LANE = 12.0  # from the axis up to the base line of the first
_HEAD = 14.0  # above the axis, besides the lanes
_NAMES = 11.0  # from the axis down to the base line of the names of the ticks
_BRACKET = 14.0  # from the axis down to the bracket
_BRACKET_ROW = 9.0
_ROW = 11.0  # from one bar to the next
_FIRST_ROW = 20.0  # from the axis down to the first bar
_TEXT_MIDDLE = 2.6  # from the middle of a line's letters down to its base line
_FOOT = 8.0
_SLANT = 13.0  # height of the part where the lens widens
_NAMED = 3  # events in the title of a mark that stands for several


@dataclass(frozen=True, slots=True)
class _Frame:
    """A band in its place: where it begins, its axis, where its rows of bars begin, where it ends."""

    band: Band
    top: float

    @property
    def axis(self) -> float:
        lanes = [label.place.lane + 1 for point in self.band.points for label in point.labels]
        return self.top + (max(lanes) * _LANE + _HEAD if lanes else _LANE)

    @property
    def rows(self) -> float:
        return self.axis + _FIRST_ROW + (_BRACKET_ROW if self.band.bracket else 0)

    @property
    def bottom(self) -> float:
        lanes = [max(bar.lane, bar.label.place.lane if bar.label else 0) for bar in self.band.bars]
        return self.rows + max(lanes) * _ROW + _FOOT if lanes else self.rows - _FIRST_ROW + _HEAD


def draw_strip(strip: Strip, words: Words) -> Drawing:
    """The strip as a drawing of 493 points' width; its height is what it needs."""
    whole = _Frame(strip.whole, 0.0)
    close = _Frame(strip.close_up, whole.bottom + _SLANT) if strip.close_up else None
    height = close.bottom + 2 if close else whole.bottom
    shapes = [*(_lens(whole, close) if close else ()), *_band_shapes(whole, words), *_small(strip.small, whole, words)]
    texts = [*_band_texts(whole, words)]
    if close:
        shapes += _band_shapes(close, words)
        texts += _band_texts(close, words)
    return drawing(WIDTH, height, _title(strip, words), shapes, texts, direction=words.direction)


def _lens(whole: _Frame, close: _Frame) -> Iterator[Shape]:
    """The tinted field that leads from the last weeks of the whole to their close-up."""
    axis, inner = whole.band.axis, close.band.axis
    left, right = axis.start_of(inner.first), axis.end_of(inner.last)
    top, waist, bottom = whole.axis - 8, whole.bottom, close.bottom + 2
    path = f"M{left:.2f} {top:.2f}H{right:.2f}V{waist:.2f}L{WIDTH} {close.top:.2f}V{bottom:.2f}H0V{close.top:.2f}L{left:.2f} {waist:.2f}Z"
    yield shape("path", fill="tint", d=path)


# ---- shapes -------------------------------------------------------------------------------------


def _band_shapes(frame: _Frame, words: Words) -> Iterator[Shape]:
    band, y = frame.band, frame.axis
    yield line(0, y, WIDTH, y, "ink", 0.8)
    yield from (line(tick.x, y, tick.x, y + (4.5 if tick.name else 2.5), "ink", 0.5) for tick in band.axis.ticks)
    if band.bracket:
        yield _bracket_shape(_bracket(band.bracket), _bracket_text(band.bracket, y, words), y + _BRACKET)
    for point in band.points:
        yield from _leader(point, y)
    yield from (_bar(bar, frame, words) for bar in band.bars)
    yield from (_point(point, y, words) for point in band.points)


def _leader(point: Point, y: float) -> Iterator[Shape]:
    fresh = point.happenings[0].fresh
    if point.labels:
        top = y - _FIRST_LANE - _LANE * max(label.place.lane for label in point.labels) - 5.6
        yield line(point.x, y - 3, point.x, top, "new" if fresh else "line", 0.5)
    if point.reported:
        colour = "new" if fresh else "old"
        yield line(point.x, y - 3.6, point.reported, y - 3.6, colour, 0.7)
        yield line(point.reported, y - 6.2, point.reported, y, colour, 0.9)


def _point(point: Point, y: float, words: Words, *, small: bool = False) -> Shape:
    shown = point.happenings[0]
    parts = point_mark(shown.mark, point.x, y, fresh=shown.fresh, small=small, open_end=shown.span.end is None)
    return _marked(parts, point.happenings, words)


def _small(points: Sequence[Point], whole: _Frame, words: Words) -> Iterator[Shape]:
    yield from (_point(point, whole.axis, words, small=True) for point in points)


def _bar(bar: Bar, frame: _Frame, words: Words) -> Shape:
    shown, y = bar.happenings[0], frame.rows + bar.lane * _ROW
    pieces = [(bar.left, bar.right)]
    place = bar.label.place if bar.label else None
    if place and place.lane == bar.lane and bar.left < place.left and place.right < bar.right:
        pieces = [(bar.left, place.left - 3), (place.right + 3, bar.right)]
    return _marked(bar_mark(shown.mark, pieces, y, fresh=shown.fresh), bar.happenings, words)


def _marked(parts: Sequence[Shape], events: Sequence[Happening], words: Words) -> Shape:
    """A mark with its own alternative text and the ids of its events."""
    group = shape("g", title=_told(events, words), data_events=" ".join(event.id for event in events))
    del group.attrib["fill"]
    group.extend(parts)
    return group


# ---- words --------------------------------------------------------------------------------------


def _band_texts(frame: _Frame, words: Words) -> Iterator[Text]:
    band, y = frame.band, frame.axis
    for tick in band.axis.ticks:
        if tick.name:
            kind = "strong" if tick.strong else "tick"
            yield Text(tick.x + 2.5, y + _NAMES, text_width(tick.name, TYPE_SIZE, BOLD), tick.name, kind=kind)
    if band.bracket:
        yield _bracket_text(band.bracket, y, words)
    placed = [
        (label, y - _FIRST_LANE - _LANE * label.place.lane, point.x) for point in band.points for label in point.labels
    ]
    placed += [
        (bar.label, frame.rows + _ROW * bar.label.place.lane + _TEXT_MIDDLE, bar.left) for bar in band.bars if bar.label
    ]
    for label, base, x in sorted(placed, key=lambda row: (row[0].happening.span, row[0].happening.id)):
        yield _text(label, base, left_of=label.place.right < x)


def _text(label: Label, base: float, *, left_of: bool) -> Text:
    event, place = label.happening, label.place
    return Text(
        x=place.right if left_of else place.left,
        y=base,
        width=label_width(label.date, event),
        words=event.label,
        lead=label.date,
        align="right" if left_of else "left",
        kind="label fresh" if event.fresh else "label",
        direction=event.direction,
        language=event.language,
    )


def _bracket(ends: tuple[float, float]) -> tuple[float, float]:
    """The bracket, wide enough to be seen."""
    left, right = ends
    return (left, right) if right - left >= 3 else (max(0.0, right - 3), max(right, 3.0))


def _bracket_shape(ends: tuple[float, float], name: Text, y: float) -> Shape:
    (left, right), path = ends, "M{:.2f} {:.2f}v4H{:.2f}v-4"
    if name.align != "center":
        return shape("path", stroke="new", stroke_width=1, d=path.format(left, y, right))
    gap = name.width / 2 + 4
    open_path = f"M{left:.2f} {y:.2f}v4H{name.x - gap:.2f}M{name.x + gap:.2f} {y + 4:.2f}H{right:.2f}v-4"
    return shape("path", stroke="new", stroke_width=1, d=open_path)


def _bracket_text(bracket: tuple[float, float], y: float, words: Words) -> Text:
    """The bracket's name: right of it, left of it, or in it where it is nearly as wide as the strip."""
    name, (left, right) = words("strip.period"), _bracket(bracket)
    width, base = text_width(name, TYPE_SIZE, BOLD), y + _BRACKET + 6
    if right + 3 + width <= WIDTH:
        return Text(right + 3, base, width, name, kind="period")
    if left - 3 - width >= 0:
        return Text(left - 3, base, width, name, align="right", kind="period")
    return Text((left + right) / 2, base, width, name, align="center", kind="period")


# ---- alternative texts --------------------------------------------------------------------------


def _title(strip: Strip, words: Words) -> str:
    """The whole in a few sentences: from when to when, how many events, which are new."""
    bands = [strip.whole, *([strip.close_up] if strip.close_up else [])]
    events = sorted({event for band in bands for event in _events(band)}, key=lambda event: (event.span, event.id))
    new = [event for event in events if event.fresh]
    said = [words("strip.title", **_ends(strip.whole.axis, words)), words.count("strip.events", len(events))]
    if strip.close_up:
        said.append(words("strip.close_up", **_ends(strip.close_up.axis, words)))
    if new:
        said.append(words("strip.new", events=_listed(new[:-8:-1], len(new), words)))
    return " ".join([*said, words("strip.in_table")])


def _events(band: Band) -> Iterator[Happening]:
    for point in band.points:
        yield from point.happenings
    for bar in band.bars:
        yield from bar.happenings


def _ends(axis: Axis, words: Words) -> dict[str, str]:
    return {"first": in_table(DateSpan.day(axis.first), words), "last": in_table(DateSpan.day(axis.last), words)}


def _told(events: Sequence[Happening], words: Words) -> str:
    mark = words(f"marks.{events[0].mark}")
    return words("strip.mark", events=_listed(events[:_NAMED], len(events), words), mark=mark)


def _listed(events: Sequence[Happening], number: int, words: Words) -> str:
    told = [words("strip.event", date=in_table(event.span, words), label=event.label) for event in events]
    more = [words.count("strip.more", number - len(told))] if number > len(told) else []
    return words.listed([*told, *more], "joins.semicolon")
