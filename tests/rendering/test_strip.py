"""The strip of a story: nothing touches, nothing leaves the drawing, and the same story is drawn the same way."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.datespan import DateSpan, Precision
from briefing.model import Brief, Period
from briefing.rendering.drawing import WIDTH
from briefing.rendering.happenings import Happening, happenings, window_of
from briefing.rendering.lanes import APART, FROM_LEADER, LANES
from briefing.rendering.strip import LABELS, Band, Strip, lay_out
from briefing.rendering.strip_svg import draw_strip
from briefing.rendering.words import words_of

WORDS = words_of("en")
NAMES = (
    "Doha: mediators",
    "Kyiv",
    "Addis Ababa: African Union",
    "رفح: الصليب الأحمر",
    "A headline of thirty characters",
)
LAST = date(2024, 9, 14)


def happening(number: int, span: DateSpan, mark: str = "day", *, fresh: bool = False, late: int = 0) -> Happening:
    """An event; ``late`` is by how many days its first report is later."""
    first, last = span.first or span.last, span.last or span.first
    assert first
    assert last
    label = NAMES[number % len(NAMES)]
    return Happening(
        id=f"event-{number:04}", span=span, first=first, last=last, mark=mark, fresh=fresh, label=label,
        direction="rtl" if "ر" in label else "ltr", language="ar" if "ر" in label else "en",
        reported=last + timedelta(days=late) if late else None,
        weight=(not fresh, -(number * 7919 % 101) / 101, span, f"event-{number:04}"),
    )  # fmt: skip


def on(day: date, number: int = 0, *, fresh: bool = False) -> Happening:
    """An event of one known day."""
    return happening(number, DateSpan.day(day), fresh=fresh)


def period(days: int = 7, last: date = LAST) -> Period:
    """A brief's period that ends on the last day of the story."""
    until = datetime(last.year, last.month, last.day, 23, 59, 59, tzinfo=UTC)
    return Period(until.replace(hour=0, minute=0, second=0) - timedelta(days=days - 1), until, "UTC")


def strip_of(events: list[Happening], days: int = 7) -> Strip:
    """The layout of a story that has events."""
    strip = lay_out(events, period(days), WORDS)
    assert strip
    return strip


@st.composite
def stories(draw: st.DrawFn) -> list[Happening]:
    """Up to forty events of every kind over a day, some weeks, ten months, ten years or a century."""
    length = draw(st.sampled_from((1, 7, 40, 317, 3653, 36525)))
    events = []
    for number in range(draw(st.integers(0, 40))):
        day = LAST - timedelta(days=draw(st.one_of(st.integers(0, length - 1), st.integers(0, min(30, length - 1)))))
        mark = draw(st.sampled_from(("day", "day", "disputed", "circa", "span", "circa_span", "open")))
        events.append(happening(number, _span(mark, day, draw(st.integers(1, length))), mark,
                                fresh=draw(st.booleans()), late=draw(st.integers(0, 3))))  # fmt: skip
    return events


def _span(mark: str, day: date, length: int) -> DateSpan:
    last = DateSpan.day(min(LAST, day + timedelta(days=length)))
    if mark == "circa":
        return DateSpan.unit(day, Precision.MONTH, approximate=True)
    if mark == "open":
        return DateSpan.until(DateSpan.day(day)) if length % 2 else DateSpan.since(DateSpan.day(day))
    if mark in {"span", "circa_span"}:
        span = DateSpan.between(DateSpan.day(day), last)
        return span.blurred() if mark == "circa_span" else span
    return DateSpan.day(day)


def bands(strip: Strip) -> list[Band]:
    """The whole, and the close-up where there is one."""
    return [band for band in (strip.whole, strip.close_up) if band]


def labels(strip: Strip) -> int:
    """How many events have their words in the drawing."""
    return sum(len(point.labels) for band in bands(strip) for point in band.points) + sum(
        bar.label is not None for band in bands(strip) for bar in band.bars
    )


def faults(band: Band) -> list[str]:
    """What touches what in one band."""
    return [*_faults_above(band), *_faults_below(band)]


def _faults_above(band: Band) -> Iterator[str]:
    """Labels nearer than 6 points to each other or than 2 to another's leader."""
    flags = [(label.place, point.x) for point in band.points for label in point.labels]
    for (a, at), (b, to) in combinations(flags, 2):
        if a.lane == b.lane and _near((a.left, a.right), (b.left, b.right), APART):
            yield f"{a} touches {b}"
        for box, own, leader, lane in ((a, at, to, b.lane), (b, to, at, a.lane)):
            if own != leader and box.lane <= lane and _near((box.left, box.right), (leader, leader), FROM_LEADER):
                yield f"the leader at {leader} touches {box}"


def _faults_below(band: Band) -> Iterator[str]:
    """Words of a bar nearer than 6 points to the words of another or to another bar."""
    said = [(bar, bar.label.place) for bar in band.bars if bar.label]
    for (_, a), (_, b) in combinations(said, 2):
        if a.lane == b.lane and _near((a.left, a.right), (b.left, b.right), APART):
            yield f"{a} touches {b}"
    for bar, place in said:
        for other in band.bars:
            same_row = other is not bar and other.lane == place.lane
            if same_row and _near((place.left, place.right), (other.left, other.right), APART):
                yield f"{place} touches {other}"


def _near(a: tuple[float, float], b: tuple[float, float], apart: float) -> bool:
    return a[0] < b[1] + apart - 1e-6 and b[0] < a[1] + apart - 1e-6


@settings(max_examples=80, deadline=None)
@given(stories())
def test_nothing_touches_and_nothing_leaves_the_drawing(events: list[Happening]) -> None:
    """Labels keep their distance from labels and leaders, all stand inside, and not more than twenty are given."""
    strip = lay_out(events, period(), WORDS)
    if strip is None:
        assert events == []
        return
    drawing = draw_strip(strip, WORDS)
    assert [fault for band in bands(strip) for fault in faults(band)] == []
    for text in drawing.texts:
        edge = {"left": 0.0, "right": text.width, "center": text.width / 2}[text.align]
        assert text.x - edge >= 0, text
        assert text.x - edge + text.width <= WIDTH + 0.01, text
        assert 5.5 <= text.y <= drawing.height - 1, text
    for band in bands(strip):
        assert all(3.6 <= point.x <= WIDTH - 3.6 for point in band.points)
        assert all(0 <= bar.left < bar.right <= WIDTH for bar in band.bars)
        assert all(label.place.lane < LANES for point in band.points for label in point.labels)
    assert labels(strip) <= LABELS


@settings(max_examples=30, deadline=None)
@given(stories(), st.randoms(use_true_random=False))
def test_the_order_in_which_events_come_does_not_matter(events: list[Happening], chance: random.Random) -> None:
    """A story is drawn to the same characters in whatever order its events are given."""
    shuffled = list(events)
    chance.shuffle(shuffled)
    first, second = lay_out(events, period(), WORDS), lay_out(shuffled, period(), WORDS)
    assert first == second
    if first and second:
        assert draw_strip(first, WORDS) == draw_strip(second, WORDS)


@settings(max_examples=30, deadline=None)
@given(stories())
def test_every_event_has_a_mark_or_is_counted(events: list[Happening]) -> None:
    """Each event is drawn once in the band it belongs to, or lies beyond the drawing and is counted."""
    strip = lay_out(events, period(), WORDS)
    drawn = [
        event.id
        for band in (bands(strip) if strip else [])
        for marks in (band.points, band.bars)
        for mark in marks
        for event in mark.happenings
    ]
    assert len(set(drawn)) == len(drawn)
    assert len(drawn) + (strip.beyond if strip else 0) == len(events)
    assert strip is None or labels(strip) + strip.unlabelled == len(drawn)


@pytest.mark.parametrize(
    ("text", "dating", "label"),
    [
        ("Two days later, the envoy flew home.", "Two days later", "…the envoy flew home."),
        ("For ten months, envoys have flown.", "ten months", "…envoys have flown."),
        ("The envoy flew home on Friday.", "Friday", "The envoy flew home on Friday."),
        ("Tarn Friday flew home.", "Friday", "Tarn Friday flew home."),
    ],
)
def test_a_label_has_no_second_date(sample: Brief, text: str, dating: str, label: str) -> None:
    """Of a sentence that opens with its date the words after it stand there, for the date stands before them already."""
    entry = sample.background[0]
    start = text.index(dating)
    told = replace(
        entry,
        place="",
        statement=replace(entry.statement, text=text, marks=((start, start + len(dating)),)),
        event=replace(entry.event, statement=replace(entry.event.statement, position=3)),
    )
    (found,) = happenings(replace(sample, new=(), background=(told,)))
    assert found.label == label


def test_no_event_no_strip() -> None:
    """A brief without events has no drawing."""
    assert lay_out([], period(), WORDS) is None


def test_one_event_stands_with_its_words_in_a_week() -> None:
    """A story of one day is drawn with the days around it, each by name."""
    strip = strip_of([on(LAST, 1, fresh=True)])
    assert labels(strip) == 1
    assert [tick.name for tick in strip.whole.axis.ticks][-1].split()[0] in WORDS.items("dates.weekdays")
    assert len(strip.whole.axis.ticks) == 7


def test_twenty_events_of_one_day_get_six_labels_and_one_mark() -> None:
    """There are six lanes; what looks the same and stands in one place is one mark for all twenty."""
    strip = strip_of([replace(on(LAST, number), label=f"Place {number}") for number in range(20)])
    (point,) = strip.whole.points
    assert len(point.happenings) == 20
    assert sorted(label.place.lane for label in point.labels) == [0, 1, 2, 3, 4, 5]
    assert strip.unlabelled == 14


def test_the_heavier_of_two_keeps_its_words() -> None:
    """Where there is no room for all, new events come before background, then the higher score."""
    events = [replace(on(LAST, number, fresh=number == 9), label=f"Place {number}") for number in range(10)]
    told = {label.happening.id for point in strip_of(events).whole.points for label in point.labels}
    weight = {event.id: event.weight for event in events}
    assert told == set(sorted(weight, key=lambda name: weight[name])[:6])
    assert "event-0009" in told


def test_events_far_apart_need_one_lane() -> None:
    """The fewest lanes win, and a label stands right of its leader where it can."""
    strip = strip_of([on(LAST - timedelta(days=days), days) for days in (280, 140, 0)])
    placed = [(point.x, label.place) for point in strip.whole.points for label in point.labels]
    assert {place.lane for _, place in placed} == {0}
    assert [place.left > x for x, place in placed] == [True, True, False]


def test_a_crowded_end_opens_a_close_up_of_five_weeks() -> None:
    """With five events in the last tenth of ten months the last weeks are drawn again, larger, and labelled there."""
    early = [on(date(2023, 11, 20), 0), on(date(2024, 3, 2), 1)]
    late = [on(LAST - timedelta(days=days), 10 + days, fresh=True) for days in (1, 3, 6, 9, 20)]
    strip = strip_of([*early, *late])
    assert strip.close_up
    assert (strip.close_up.axis.first.weekday(), strip.close_up.axis.last) == (0, LAST)
    assert 34 <= (LAST - strip.close_up.axis.first).days <= 40
    assert sum(len(point.labels) for point in strip.close_up.points) == 5
    assert len(strip.small) == 5
    assert strip_of([*early, *late[:4]]).close_up is None


def test_the_bracket_spans_the_period() -> None:
    """The period of the brief is marked under the axis that shows it best."""
    whole = strip_of([on(LAST - timedelta(days=20)), on(LAST, 1)]).whole
    assert whole.bracket == (whole.axis.start_of(date(2024, 9, 8)), whole.axis.end_of(LAST))


def test_a_first_report_stands_at_its_day() -> None:
    """A line leads from the day of an event to the day of its first report, where they are far enough apart."""
    (point,) = strip_of([happening(0, DateSpan.day(LAST - timedelta(days=2)), late=2, fresh=True)]).whole.points
    assert point.reported == pytest.approx(
        strip_of([on(LAST - timedelta(days=2)), on(LAST, 1)]).whole.points[1].x, abs=0.1
    )


def test_a_background_decades_away_stays_off_the_strip() -> None:
    """One event of 1948 does not press ten months of talks into one point; it is counted."""
    events = [on(LAST - timedelta(days=days), days) for days in range(0, 300, 60)]
    window = window_of([*events, on(date(1948, 5, 14), 9)], period())
    assert window
    assert (window.first, window.beyond) == (LAST - timedelta(days=240), 1)
    window = window_of([on(date(2014, 5, 14), 1), on(date(2019, 5, 14), 2), on(LAST, 3)], period())
    assert window
    assert window.beyond == 0


def test_alternative_texts_tell_what_is_drawn() -> None:
    """The picture says from when to when and what is new, each mark its events and its certainty."""
    strip = strip_of([happening(0, DateSpan.parse("2024-06~"), "circa"), on(date(2024, 9, 13), 1, fresh=True)])
    svg = str(draw_strip(strip, WORDS).svg)
    assert "New in this brief: 2024-09-13 Fri, Kyiv." in svg
    assert "<title>c. Jun 2024, Doha: mediators (Approximate, or coarser than a day)</title>" in svg
    assert "<script" not in svg


def test_colour_is_never_the_only_sign() -> None:
    """Each mark has a shape of its own, and a new one is larger than the same of the background."""
    day = DateSpan.day(LAST)
    shapes = {
        mark: str(draw_strip(strip_of([happening(0, _span(mark, LAST - timedelta(days=30), 3), mark)]), WORDS).svg)
        for mark in ("day", "disputed", "circa", "span", "circa_span", "open")
    }
    drawn = {mark: svg.rpartition("</title>")[2] for mark, svg in shapes.items()}
    assert len(set(drawn.values())) == len(drawn)
    new, old = (str(draw_strip(strip_of([happening(0, day, fresh=fresh)]), WORDS).svg) for fresh in (True, False))
    assert 'r="3.6"' in new
    assert 'r="3"' in old


def test_a_thousand_events_are_laid_out_in_a_fifth_of_a_second() -> None:
    """A long story costs little, measured in processor time."""
    chance = random.Random(7)  # noqa: S311 -- a story, not a secret
    kinds = ("day", "day", "circa", "span", "disputed", "open", "circa_span")
    events = []
    for number in range(1000):
        mark = chance.choice(kinds)
        span = _span(mark, LAST - timedelta(days=chance.randrange(317)), chance.randrange(1, 30))
        events.append(happening(number, span, mark, fresh=number % 5 == 0))
    lay_out(events[:30], period(), WORDS)  # reads the fonts
    start = time.process_time()
    strip = strip_of(events)
    assert time.process_time() - start < 0.2
    assert labels(strip) == LABELS
