"""The layout of the drawn strip: marks, labels, bars and the close-up of the last weeks, each placed; nothing drawn.

Shape is duration, fill is certainty. Days stand above the axis, spans below it. The weightiest events get their
words first. The same events give the same layout, in whatever order they come.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from briefing.model import Period
from briefing.rendering.axis import TYPE_SIZE, Axis, axis_over
from briefing.rendering.drawing import WIDTH
from briefing.rendering.happenings import Happening, Window, date_text, window_of
from briefing.rendering.lanes import Flags, Placed, Rows
from briefing.rendering.textwidth import BOLD, REGULAR, text_width
from briefing.rendering.words import Words

__all__ = ["LABELS", "Band", "Bar", "Label", "Point", "Strip", "lay_out"]

LABELS = 20
_TRIED = 15 * LABELS  # events that may ask for a label; the lighter ones of a crowd are not asked
_BETWEEN = 3.0  # points between a label's date and its words
_SHORTEST_AXIS = 7  # days
_MARK_ROOM = 7.4  # points that a mark of its own needs among those of its day
_SHORTEST_BAR = 3.0
_CLOSE_UP = timedelta(days=34)
_CROWD = 5  # events in the last tenth, or in the last five weeks if they are less, that open the close-up
_LONG_STORY = timedelta(days=730)  # beyond it a day bears its year


@dataclass(frozen=True, slots=True)
class Label:
    """The words of one event where they stand."""

    happening: Happening
    date: str
    place: Placed


@dataclass(frozen=True, slots=True)
class Point:
    """A mark on the axis for the events that share it; ``label`` is that of one on a leader at its place.

    ``reported`` is where the tick of the first report stands.
    """

    x: float
    happenings: tuple[Happening, ...]
    labels: tuple[Label, ...]
    reported: float | None = None


@dataclass(frozen=True, slots=True)
class Bar:
    """A span below the axis, in a lane, for the events that share it."""

    left: float
    right: float
    lane: int
    happenings: tuple[Happening, ...]
    label: Label | None


@dataclass(frozen=True, slots=True)
class Band:
    """One axis with what stands on it. ``bracket`` is the period of this brief, from where to where."""

    axis: Axis
    points: tuple[Point, ...]
    bars: tuple[Bar, ...]
    bracket: tuple[float, float] | None


@dataclass(frozen=True, slots=True)
class Strip:
    """The strip of a story: the whole of it and, where its end is crowded, a close-up of the last weeks.

    In the whole, the points of the close-up are ``small`` and without words. ``unlabelled`` events have a mark only,
    ``beyond`` are those that lie too far off to be drawn.
    """

    whole: Band
    small: tuple[Point, ...]
    close_up: Band | None
    unlabelled: int
    beyond: int


def lay_out(events: Sequence[Happening], period: Period, words: Words) -> Strip | None:
    """Place the marks and words of a story's events; None where there are none."""
    window = window_of(events, period)
    if window is None:
        return None
    drawn = sorted(
        (e for e in events if window.first <= e.first and e.last <= window.last), key=lambda event: event.weight
    )
    axis = _axis(window, words)
    close = _close_up(drawn, axis, period, words)
    inner = [event for event in drawn if close and close.first <= event.first and event.last <= close.last]
    near = {event.id for event in inner}
    outer = [event for event in drawn if event.id not in near]
    long = axis.last - axis.first > _LONG_STORY
    bands = [_Band(axis, outer, words, weekday=False, with_year=long)]
    if close:
        bands.append(_Band(close, inner, words, weekday=True, with_year=False))
    unlabelled = len(drawn) - _label(drawn, bands, near)
    in_close_up = close is not None and period.since is not None and close.first <= period.first
    whole = bands[0].finished(None if in_close_up else period)
    return Strip(
        whole=whole,
        small=tuple(_points(axis, inner, {})) if close else (),
        close_up=bands[1].finished(period if in_close_up else None) if close else None,
        unlabelled=unlabelled,
        beyond=window.beyond,
    )


def _axis(window: Window, words: Words) -> Axis:
    short = _SHORTEST_AXIS - ((window.last - window.first).days + 1)
    first = window.first
    if short > 0:
        first = date.fromordinal(max(1, first.toordinal() - (short + 1) // 2))
    last = date.fromordinal(
        min(date.max.toordinal(), max(window.last.toordinal(), first.toordinal() + _SHORTEST_AXIS - 1))
    )
    return axis_over(first, last, WIDTH, words)


def _close_up(events: Iterable[Happening], axis: Axis, period: Period, words: Words) -> Axis | None:
    """The axis of the last five weeks, from a Monday on, if five events crowd the end of the story."""
    ahead = timedelta(days=7)
    last = axis.last if not period.until or axis.last - ahead <= period.last else period.last
    if last < axis.first or last - axis.first < 2 * _CLOSE_UP:
        return None
    first = last - _CLOSE_UP
    tenth = max(last - (last - axis.first) / 10, first)
    if sum(tenth <= event.first and event.last <= last for event in events) < _CROWD:
        return None
    return axis_over(first - timedelta(days=first.weekday()), last, WIDTH, words)


# ---- one axis -----------------------------------------------------------------------------------


class _Band:
    """An axis that takes labels in, the weightiest events first."""

    def __init__(
        self, axis: Axis, events: Sequence[Happening], words: Words, *, weekday: bool, with_year: bool
    ) -> None:
        self._axis, self._events, self._words = axis, events, words
        self._weekday, self._with_year = weekday, with_year
        self._places = _places(axis, [event for event in events if not event.is_bar])
        self._flags, self._rows = Flags(axis.width), Rows(axis.width)
        self._flagged: list[tuple[Happening, str]] = []
        self._bars: dict[tuple[float, float, str, bool], tuple[int, Label]] = {}
        self._said: set[tuple[str, str]] = set()

    def take(self, event: Happening) -> bool:
        """Whether there is a place for the words of an event; it has it now."""
        said = date_text(event.span, self._words, weekday=self._weekday, with_year=self._with_year)
        if (said, event.label) in self._said:
            return False
        width = label_width(said, event)
        taken = self._take_bar(event, said, width) if event.is_bar else self._flags.add(self._places[event.id], width)
        if taken:
            self._said.add((said, event.label))
            self._flagged += [] if event.is_bar else [(event, said)]
        return taken

    def _take_bar(self, event: Happening, said: str, width: float) -> bool:
        key = _bar_key(self._axis, event)
        found = None if key in self._bars else self._rows.add(key[:2], width)
        if found:
            self._bars[key] = (found[0], Label(event, said, found[1]))
        return found is not None

    def finished(self, period: Period | None) -> Band:
        """All marks in their places, with the labels that were taken in."""
        places = zip(self._flagged, self._flags.placed(), strict=True)
        labels = {event.id: Label(event, said, place) for (event, said), place in places}
        return Band(
            axis=self._axis,
            points=tuple(_points(self._axis, self._events, labels)),
            bars=tuple(self._all_bars()),
            bracket=_bracket(self._axis, period) if period else None,
        )

    def _all_bars(self) -> list[Bar]:
        groups: dict[tuple[float, float, str, bool], list[Happening]] = defaultdict(list)
        for event in self._events:
            if event.is_bar:
                groups[_bar_key(self._axis, event)].append(event)
        bars = []
        for key, group in groups.items():
            lane, label = self._bars.get(key) or (self._rows.add_bare(key[:2]), None)
            bars.append(Bar(key[0], key[1], lane, tuple(group), label))
        return sorted(bars, key=lambda bar: (bar.left, bar.right, bar.lane, bar.happenings[0].id))


def label_width(said: str, event: Happening) -> float:
    """How wide a label is: its date, a gap, its words; new ones are bold."""
    weight = BOLD if event.fresh else REGULAR
    return text_width(said, TYPE_SIZE, weight) + _BETWEEN + text_width(event.label, TYPE_SIZE, weight)


def _label(events: Sequence[Happening], bands: Sequence[_Band], near: set[str]) -> int:
    """Give out the labels, the weightiest events first; how many were given."""
    given = 0
    for event in events[:_TRIED]:
        given += bands[event.id in near].take(event)
        if given == LABELS:
            break
    return given


def _points(axis: Axis, events: Iterable[Happening], labels: dict[str, Label]) -> list[Point]:
    """The marks on an axis; what looks the same and stands in one place is one mark."""
    alone = [event for event in events if not event.is_bar]
    places = _places(axis, alone)

    def look(event: Happening) -> tuple[float, bool, bool, str]:
        return (round(places[event.id], 1), event.fresh, event.mark != "day", event.mark)

    points = []
    for (x, *_), found in groupby(sorted(alone, key=lambda event: (*look(event), event.weight)), key=look):
        group = tuple(found)
        days = [axis.end_of(event.reported) for event in group if event.reported and event.reported <= axis.last]
        tick = max(days) - axis.day_width / 2 if days else None
        points.append(
            Point(
                x=x,
                happenings=group,
                labels=tuple(labels[event.id] for event in group if event.id in labels),
                reported=tick if tick and tick - x >= _MARK_ROOM else None,
            )
        )
    return points


def _places(axis: Axis, events: Iterable[Happening]) -> dict[str, float]:
    """Where each event's mark stands: in the middle of its days, those of one day side by side if there is room."""
    days: dict[tuple[date, date], list[Happening]] = defaultdict(list)
    for event in events:
        days[event.first, event.last].append(event)
    places = {}
    for (first, last), group in days.items():
        middle = axis.middle_of(first, last)
        room = axis.day_width / len(group) if first == last else 0.0
        for at, event in enumerate(sorted(group, key=lambda event: event.weight)):
            shift = (at - (len(group) - 1) / 2) * room if room >= _MARK_ROOM else 0.0
            places[event.id] = middle + shift
    return places


def _bar_key(axis: Axis, event: Happening) -> tuple[float, float, str, bool]:
    left, right = axis.start_of(event.first), axis.end_of(event.last)
    right = min(axis.width, max(right, left + _SHORTEST_BAR))
    return (min(left, right - _SHORTEST_BAR), right, event.mark, event.fresh)


def _bracket(axis: Axis, period: Period) -> tuple[float, float] | None:
    if period.since is None or period.until is None or period.first > axis.last or period.last < axis.first:
        return None
    return axis.start_of(max(period.first, axis.first)), axis.end_of(min(period.last, axis.last))
