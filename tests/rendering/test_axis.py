"""The axis of time: ticks that help to read a week, ten months, ten years."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.rendering.axis import TYPE_SIZE, axis_over
from briefing.rendering.drawing import WIDTH
from briefing.rendering.textwidth import BOLD, text_width
from briefing.rendering.words import words_of

WORDS = words_of("en")


@pytest.mark.parametrize(
    ("first", "last", "names"),
    [
        ("2024-09-08", "2024-09-14", ["Sun 8 Sep", "Mon 9 Sep", "Tue 10 Sep", "Wed 11 Sep", "Thu 12 Sep", "Fri 13 Sep", "Sat 14 Sep"]),
        ("2024-08-12", "2024-09-15", ["Mon 12 Aug", "Mon 19 Aug", "Mon 26 Aug", "Mon 2 Sep", "Mon 9 Sep"]),
        ("2023-11-03", "2024-09-14", ["Nov 2023", "Dec", "Jan 2024", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep"]),
        ("2022-06-20", "2024-08-28", ["Apr 2022", "Jul", "Oct", "Jan 2023", "Apr", "Jul", "Oct", "Jan 2024", "Apr", "Jul"]),
        ("2014-10-01", "2024-09-14", [str(year) for year in range(2014, 2025)]),
        ("1948-01-01", "2024-09-14", [str(year) for year in range(1945, 2025, 5)]),
    ],
)  # fmt: skip
def test_the_finest_ticks_that_fit_are_named(first: str, last: str, names: list[str]) -> None:
    """Days, weeks, months, quarters, years or more, each name with room; a month tells its year where one begins."""
    axis = axis_over(date.fromisoformat(first), date.fromisoformat(last), WIDTH, WORDS)
    assert [tick.name for tick in axis.ticks if tick.name] == names


def test_an_axis_begins_at_a_tick_that_is_near() -> None:
    """An axis of months whose first event is on the third begins on the first, so that this month has its name."""
    assert axis_over(date(2023, 11, 3), date(2024, 9, 14), WIDTH, WORDS).first == date(2023, 11, 1)


@settings(max_examples=150, deadline=None)
@given(st.dates(), st.integers(0, 400_000))
def test_names_never_touch(first: date, length: int) -> None:
    """From one day to a thousand years, to the ends of the calendar: every name ends before the next begins."""
    last = first + min(timedelta(days=length), date.max - first)
    axis = axis_over(first, last, WIDTH, WORDS)
    assert axis.first <= first <= last <= axis.last
    named = sorted((tick.x, tick.name) for tick in axis.ticks if tick.name)
    ends = [x + 2.5 + text_width(name, TYPE_SIZE, BOLD) for x, name in named]
    assert all(end <= x for end, (x, _) in zip(ends, named[1:], strict=False))
    assert all(end <= WIDTH for end in ends)
    assert all(0 <= tick.x <= WIDTH for tick in axis.ticks)


@given(st.dates(), st.integers(1, 4000), st.integers(0, 4000))
def test_days_stand_in_their_order(first: date, length: int, at: int) -> None:
    """A later day stands further right, and outside of the axis at its end."""
    last = first + min(timedelta(days=length), date.max - first)
    axis = axis_over(first, last, WIDTH, WORDS)
    day = first + min(timedelta(days=at), date.max - first)
    assert axis.start_of(first) <= axis.start_of(day) <= axis.end_of(day) <= axis.end_of(last) + 1e-6 <= WIDTH
