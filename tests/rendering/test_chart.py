"""Charts of key figures: from zero, one axis of time, revised values hollow and dashed."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.datespan import DateSpan
from briefing.model import Figure, FigurePoint, KeyFigure, Step
from briefing.rendering.chart import CHARTS, Value, charts_of, draw_chart, values_of
from briefing.rendering.words import words_of

WORDS = words_of("en")


def key(*values: tuple[str, int, Step]) -> KeyFigure:
    """A key figure with its series of days, counts and steps."""
    points = tuple(
        FigurePoint(Figure("deaths", value, "", DateSpan.parse(day), "published", "the ministry", "a", "", 0, 0), (1,), step)
        for day, value, step in values
    )  # fmt: skip
    return KeyFigure(points[-1].figure, None, (1,), series=points)


GROWING = key(("2023-10-31", 8000, Step.ON), ("2024-03-31", 32000, Step.ON), ("2024-09-14", 41000, Step.ON))
REVISED = key(("2023-10-10", 1400, Step.ON), ("2023-11-10", 1200, Step.REVISED))
MISTYPED = key(("2024-09-10", 41100, Step.ON), ("2024-09-12", 41811, Step.MISPRINT), ("2024-09-14", 41182, Step.ON))


def test_a_series_grows_from_zero() -> None:
    """The greatest value stands at the top, zero at the axis, and heights are in proportion."""
    (chart,) = charts_of([GROWING], WORDS)
    assert chart
    heights = [52 - float(y) for y in re.findall(r'cy="([\d.]+)"', str(chart.svg))]
    assert heights == pytest.approx([40 * 8 / 41, 40 * 32 / 41, 40], abs=0.02)


def test_all_charts_have_one_axis_of_time() -> None:
    """A series that begins later begins further right."""
    first, later = charts_of([GROWING, MISTYPED], WORDS)
    assert first
    assert later
    assert [text.words for text in first.texts if text.y == 62] == ["31 Oct 2023", "14 Sep 2024"]
    assert [text.words for text in later.texts if text.y == 62] == ["31 Oct 2023", "14 Sep 2024"]
    assert min(float(x) for x in re.findall(r'cx="([\d.]+)"', str(later.svg))) > 80


def test_the_days_under_an_arabic_axis_run_from_right_to_left() -> None:
    """A day that begins with its number would else stand with the number on the wrong side."""
    (chart,) = charts_of([GROWING], words_of("ar"))
    assert chart
    assert [(text.words, text.direction) for text in chart.texts if text.y == 62] == [
        ("31 أكتوبر 2023", "rtl"),
        ("14 سبتمبر 2024", "rtl"),
    ]


def test_a_corrected_value_is_hollow_and_its_drop_dashed() -> None:
    """The old value stands hollow where it was corrected, with its number; the alternative text says so."""
    (chart,) = charts_of([REVISED], WORDS)
    assert chart
    assert len(re.findall('class="f-paper s-ink"', str(chart.svg))) == 1
    assert "stroke-dasharray" in str(chart.svg)
    assert [text.words for text in chart.texts if text.y != 62] == ["1,400"]
    assert "1,200 as of 2023-11-10 Fri, revised downwards." in str(chart.svg)


def test_a_mistyped_value_is_hollow_and_off_the_line() -> None:
    """The line goes from the value before to the value after."""
    (chart,) = charts_of([MISTYPED], WORDS)
    assert chart
    assert len(re.findall('class="f-paper s-ink"', str(chart.svg))) == 1
    assert "stroke-dasharray" not in str(chart.svg)
    (course,) = re.findall(r'd="(M[^"]+)" stroke-width="1.1"', str(chart.svg))
    assert course.count("L") == 1


def test_only_series_are_drawn_and_four_at_most() -> None:
    """One value, or two of which none corrects the other, are no series; the fifth series has no chart."""
    one, two = key(("2024-09-14", 5, Step.ON)), key(("2024-09-13", 5, Step.ON), ("2024-09-14", 6, Step.ON))
    assert charts_of([one, two], WORDS) == (None, None)
    assert [chart is None for chart in charts_of([one, *[GROWING] * 5], WORDS)] == [True] + [False] * CHARTS + [True]
    assert charts_of([], WORDS) == ()


def test_of_one_day_the_greatest_value_counts_and_undated_ones_do_not() -> None:
    """A series has one value a day; without a series the figure and the one before it are what there is."""
    several = key(("2024-09-13", 7, Step.ON), ("2024-09-14", 9, Step.ON), ("2024-09-14", 8, Step.ON))
    assert [value.value for value in values_of(several)] == [7, 9]
    figure = Figure("hostages", 101, "", None, "", "", "a", "", 0, 0)
    assert values_of(KeyFigure(figure, None, (1,))) == ()


values = st.lists(
    st.builds(Value, st.dates(date(2020, 1, 1), date(2024, 9, 14)), st.integers(0, 10**7), st.sampled_from(Step)),
    min_size=1, max_size=30, unique_by=lambda value: value.day,
)  # fmt: skip


@settings(max_examples=100, deadline=None)
@given(values)
def test_nothing_leaves_the_chart_and_no_number_covers_another(series: list[Value]) -> None:
    """Whatever the values, marks and words stay inside, and words apart."""
    series.sort(key=lambda value: value.day)
    chart = draw_chart(series, (series[0].day, series[-1].day), "A chart", WORDS)
    for x, y in re.findall(r'cx="([-\d.]+)" cy="([-\d.]+)"', str(chart.svg)):
        assert 2 <= float(x) <= chart.width - 2
        assert 2 <= float(y) <= 52
    boxes = [(text.x - text.width * (text.align == "right"), text.y, text.width) for text in chart.texts]
    assert all(left >= 0 and left + width <= chart.width + 1e-6 and y <= chart.height for left, y, width in boxes)
    for at, (left, y, width) in enumerate(boxes):
        for other_left, other_y, other_width in boxes[:at]:
            apart = left >= other_left + other_width or other_left >= left + width
            assert apart or abs(y - other_y) >= 6
