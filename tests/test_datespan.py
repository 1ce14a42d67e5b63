"""Dates as news knows them: reading, printing, order, calendar units, and the edges of the calendar."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable
from datetime import date, timedelta
from itertools import product

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from briefing.datespan import DateSpan, InvalidDateSpan, Precision, compatible, shift, unit_of

# One list in its right order; every comparison of two spans is derived from it.
IN_ORDER = """
    0001-01-01 0001-01-01~ 0001-01 0000-24 0001 000X 00XX 0001-01-01/.. ../0001-01-01
    19XX 198X 1984-02-29 1999-24
    2023 2023-10-07 2023-10-07/.. 2023-11 2023-11/2024-09 2023-11~/2024-09 2023-24
    2024-01-01 2024-01-01~ 2024-01-01/2024-01-31 2024-01 2024-01~ 2024-33 2024-40 2024 2024~ 2024/2026
    2024-09-13 2024-09-13~ 2024-09-13/2024-09-14 2024-09-13/2024-09-14~ 2024-09-13/.. ../2024-09-13 2024-09-14 ../2024-09-14
    9999-12-01 9999-12 9999-12~ 9999-24 9999-12-31 9999-12-31/.. ../9999-12-31
""".split()
COMPARISONS = [operator.lt, operator.le, operator.eq, operator.ne, operator.gt, operator.ge]

NO_EDTF_WORD = {Precision.WEEK, Precision.WEEKEND, Precision.THIRD}
WRITABLE = [precision for precision in Precision if precision not in NO_EDTF_WORD]
unhurried = settings(deadline=None)  # a busy machine is no failure
BY_MONTHS = {Precision.MONTH: 1, Precision.QUARTER: 3, Precision.HALF: 6, Precision.YEAR: 12, Precision.DECADE: 120}


@st.composite
def spans(draw: st.DrawFn, precisions: list[Precision]) -> DateSpan:
    """Units, stretches of different units, and spans with an open end."""
    units = []
    for day in sorted(draw(st.lists(st.dates(), min_size=1, max_size=2))):
        precision = draw(st.sampled_from(precisions))
        assume(precision is not Precision.WEEKEND or day <= date(9999, 12, 26))
        units.append(DateSpan.unit(day, precision, approximate=draw(st.booleans())))
    if len(units) == 1:
        return draw(st.sampled_from([units[0], DateSpan.until(units[0]), DateSpan.since(units[0])]))
    first, last = units[0].first, units[1].last
    assume(first is not None and last is not None and first <= last)
    return DateSpan.between(*units)


ANY_SPAN = spans(list(Precision))


# ---- reading and printing ----------------------------------------------------------------------------


@unhurried
@given(spans(WRITABLE))
def test_what_is_printed_reads_back_as_the_same_span(span: DateSpan) -> None:
    """Every span of units that EDTF has words for survives printing and parsing."""
    assert DateSpan.parse(str(span)) == span


@unhurried
@given(ANY_SPAN)
def test_what_is_printed_reads_back_as_the_same_days(span: DateSpan) -> None:
    """A week, weekend or third of a month comes back as the days that it was printed as."""
    again = DateSpan.parse(str(span))
    assert str(again) == str(span)
    assert (again.first, again.last, again.approximate) == (span.first, span.last, span.approximate)


@pytest.mark.parametrize("text", IN_ORDER)
def test_value_prints_as_it_was_written(text: str) -> None:
    """Each EDTF value of the ordered list comes back letter by letter."""
    assert str(DateSpan.parse(text)) == text


@pytest.mark.parametrize(
    ("text", "first", "last", "precision"),
    [
        ("2024-09-13", "2024-09-13", "2024-09-13", "day"),
        ("2024-02", "2024-02-01", "2024-02-29", "month"),
        ("2100-02", "2100-02-01", "2100-02-28", "month"),
        ("2024-21", "2024-03-01", "2024-05-31", "season"),
        ("2023-24", "2023-12-01", "2024-02-29", "season"),
        ("2024-34", "2024-04-01", "2024-06-30", "quarter"),
        ("2024-41", "2024-07-01", "2024-12-31", "half"),
        ("2024", "2024-01-01", "2024-12-31", "year"),
        ("198X", "1980-01-01", "1989-12-31", "decade"),
        ("19XX", "1900-01-01", "1999-12-31", "century"),
        ("2023-11~/2024-09", "2023-11-01", "2024-09-30", "month"),
        ("2023-11/2024-09-14", "2023-11-01", "2024-09-14", "month"),
        (" 2024-09-13\n", "2024-09-13", "2024-09-13", "day"),
        # the first and the last days that there are
        ("0001", "0001-01-01", "0001-12-31", "year"),
        ("000X", "0001-01-01", "0009-12-31", "decade"),
        ("00XX", "0001-01-01", "0099-12-31", "century"),
        ("0000-24", "0001-01-01", "0001-02-28", "season"),
        ("9999", "9999-01-01", "9999-12-31", "year"),
        ("9999-24", "9999-12-01", "9999-12-31", "season"),
    ],
)
def test_value_names_these_days(text: str, first: str, last: str, precision: str) -> None:
    """An EDTF value stands for these days, both included, at this precision."""
    span = DateSpan.parse(text)
    assert (span.first, span.last) == (date.fromisoformat(first), date.fromisoformat(last))
    assert span.precision.value == precision


NO_DATES = """
    2024-13 2024-00 2024-02-30 2023-02-29 2024-9-13 0000 0000-01 0000-40 ２０２４ abc .. ~ 2024~~ 2024? -2024 10000 0XXX XXXX
    198X-05 20XX~~ 2024-25 2024-21-01 2024-09-13/2024-09-01 2024/2023 ../.. 2024/ /2024 / 2024//2025 2024/2025/2026 2024/..~
    2024-09-13T10:00 13.09.2024 9999-12-31/0001-01-01
""".split()


@pytest.mark.parametrize("text", [*NO_DATES, "", " ", "2024 09 13", "2024-09-13 / 2024-09-14", "a" * 10_000])
def test_invalid_value_is_refused_with_a_remedy(text: str) -> None:
    """What is no date is refused in one short line that says what to write instead."""
    with pytest.raises(InvalidDateSpan) as refused:
        DateSpan.parse(text)
    message = str(refused.value)
    assert re.search(r"; (write (it|one)|swap)", message)
    assert "\n" not in message
    assert len(message) < 200


@unhurried
@given(st.text(alphabet="0123456789-/~.X", max_size=24) | st.text(max_size=12))
@example("2024-09-13/2024-09-13")
def test_any_text_is_a_span_or_refused(text: str) -> None:
    """No text gets anything else out of the parser than a span that prints and reads back, or a refusal."""
    try:
        span = DateSpan.parse(text)
    except InvalidDateSpan:
        return
    assert DateSpan.parse(str(span)) == span


# ---- order -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("compare", COMPARISONS, ids=lambda compare: compare.__name__)
def test_comparisons_follow_the_ordered_list(compare: Callable[[object, object], bool]) -> None:
    """Of any two values in the list, each comparison says what their places in it say."""
    for (i, left), (j, right) in product(enumerate(IN_ORDER), repeat=2):
        assert compare(DateSpan.parse(left), DateSpan.parse(right)) == compare(i, j), f"{left} and {right}"


@unhurried
@given(ANY_SPAN, ANY_SPAN, ANY_SPAN)
def test_order_is_total(a: DateSpan, b: DateSpan, c: DateSpan) -> None:
    """Exactly one of less, equal and greater holds, and less than less is less."""
    assert (a < b) + (a == b) + (a > b) == 1
    assert not (a <= b <= c) or a <= c
    assert a != b or hash(a) == hash(b)


def test_precisions_run_from_day_to_century() -> None:
    """A finer precision is less than a coarser one; neither a precision nor a span compares with a word."""
    assert Precision.DAY < Precision.MONTH < Precision.SEASON < Precision.YEAR < Precision.CENTURY
    for value in (Precision.DAY, DateSpan.parse("2024")):
        with pytest.raises(TypeError):
            assert value < "2024"


# ---- compatible --------------------------------------------------------------------------------------


@unhurried
@given(ANY_SPAN, ANY_SPAN)
def test_compatible_goes_both_ways(a: DateSpan, b: DateSpan) -> None:
    """A span agrees with itself and its blurred self, and agreement is mutual."""
    assert compatible(a, b) == compatible(b, a)
    assert compatible(a, a)
    assert compatible(a, a.blurred())


@pytest.mark.parametrize(
    ("a", "b", "agree"),
    [
        ("2024-09", "2024-09-13", True),
        ("2024-09-13", "2024-09-14", False),
        ("2024-09-13~", "2024-09-14", True),
        ("2024-09-13~", "2024-09-15", False),
        ("2024-09-13~", "2024-09-15~", True),
        ("2024-09", "2024-10-01", False),
        ("2024-09~", "2024-10-31", True),
        ("2024-09~", "2024-11-01", False),
        ("2024-09~", "2024-08-01", True),
        ("2024-02~", "2024-03-31", True),
        ("2024~", "2025-12-31", True),
        ("../2024-09-14", "2023", True),
        ("../2024-09-14", "2024-09-15", False),
        ("2023-10-07/..", "2024", True),
        ("2023-10-07/..", "../2023-10-06", False),
        ("0001~", "9999~", False),
    ],
)
def test_spans_agree_when_they_share_a_day(a: str, b: str, agree: bool) -> None:
    """Two spans can be true of one happening if they share a day; "about" reaches one whole unit further."""
    assert compatible(DateSpan.parse(a), DateSpan.parse(b)) is agree


# ---- calendar units ----------------------------------------------------------------------------------


@unhurried
@given(st.dates(), st.sampled_from(list(Precision)))
@example(date.min, Precision.SEASON)
@example(date.max, Precision.SEASON)
@example(date.max, Precision.WEEK)
def test_units_part_the_calendar(day: date, precision: Precision) -> None:
    """A unit holds its day, is the unit of its first and last days, and touches the next one."""
    assume(precision is not Precision.WEEKEND or day.weekday() >= 5)
    first, last = unit_of(day, precision)
    assert first <= day <= last
    assert unit_of(first, precision) == unit_of(last, precision) == (first, last)
    if last < date.max and precision is not Precision.WEEKEND:
        assert unit_of(last + timedelta(days=1), precision)[0] == last + timedelta(days=1)


@pytest.mark.parametrize(
    ("day", "precision", "first", "last"),
    [
        ("2024-09-14", "week", "2024-09-09", "2024-09-15"),
        ("2024-09-11", "weekend", "2024-09-14", "2024-09-15"),
        ("2024-09-15", "weekend", "2024-09-14", "2024-09-15"),
        ("2024-02-29", "third", "2024-02-21", "2024-02-29"),
        ("2024-02-11", "third", "2024-02-11", "2024-02-20"),
        ("2024-01-31", "season", "2023-12-01", "2024-02-29"),
        ("2024-07-01", "half", "2024-07-01", "2024-12-31"),
        ("9999-12-31", "week", "9999-12-27", "9999-12-31"),
    ],
)
def test_unit_has_these_days(day: str, precision: str, first: str, last: str) -> None:
    """Weeks begin on Monday, winter in December, and a weekday's weekend is the one after it."""
    assert unit_of(date.fromisoformat(day), Precision(precision)) == (
        date.fromisoformat(first),
        date.fromisoformat(last),
    )


@unhurried
@given(st.dates(), st.integers(-500, 500), st.sampled_from(list(BY_MONTHS)))
def test_shift_by_months_keeps_the_day(day: date, count: int, unit: Precision) -> None:
    """So many months, quarters or years on, the day of the month is the same, or the month's last."""
    months = day.year * 12 + day.month - 1 + count * BY_MONTHS[unit]
    assume(12 <= months < 120_000)
    moved = shift(day, count, unit)
    assert (moved.year, moved.month) == (months // 12, months % 12 + 1)
    assert moved.day == day.day or (moved.day < day.day and moved == unit_of(moved, Precision.MONTH)[1])


@pytest.mark.parametrize(
    ("day", "count", "unit", "moved"),
    [
        ("2024-01-31", 1, "month", "2024-02-29"),
        ("2024-02-29", -1, "year", "2023-02-28"),
        ("2024-09-14", -2, "week", "2024-08-31"),
        ("2024-09-14", 1, "weekend", "2024-09-21"),
        ("2024-09-14", 2, "day", "2024-09-16"),
        ("2024-09-14", 1, "century", "2124-09-14"),
    ],
)
def test_shift_gives_this_day(day: str, count: int, unit: str, moved: str) -> None:
    """So many units later is this day."""
    assert shift(date.fromisoformat(day), count, Precision(unit)) == date.fromisoformat(moved)


@pytest.mark.parametrize("unit", list(Precision), ids=lambda unit: unit.value)
def test_shift_beyond_the_calendar_is_an_error(unit: Precision) -> None:
    """Nothing lies before the year 1 or after the year 9999."""
    for day, count in ((date.min, -1), (date.max, 1), (date.max, 10**30)):
        with pytest.raises((OverflowError, ValueError)):
            shift(day, count, unit)


# ---- asking ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "is_day", "is_unit", "is_open", "approximate"),
    [
        ("2024-09-13", True, True, False, False),
        ("2024-09-13~", True, True, False, True),
        ("2024-09", False, True, False, False),
        ("2024-09-13/2024-09-14", False, False, False, False),
        ("2024-09-09/2024-09-15", False, False, False, False),
        ("2023-11~/2024-09", False, False, False, True),
        ("../2024-09-13", False, False, True, False),
        ("2024-09-13/..", False, False, True, False),
    ],
)
def test_span_knows_what_it_is(text: str, is_day: bool, is_unit: bool, is_open: bool, approximate: bool) -> None:
    """A span tells a day from a unit, a stretch and one with an open end."""
    span = DateSpan.parse(text)
    assert (span.is_day, span.is_unit, span.is_open, span.approximate) == (is_day, is_unit, is_open, approximate)


@unhurried
@given(ANY_SPAN, st.dates())
def test_span_holds_a_day_that_lies_within_it(span: DateSpan, day: date) -> None:
    """A span holds the days from its first to its last, and lies within exactly the bounds that do not cut it."""
    after_start, before_end = span.first is None or span.first <= day, span.last is None or day <= span.last
    assert span.holds(day) is (after_start and before_end)
    assert span.within(date.min, date.max) is not span.is_open
    assert not (span.within(day, date.max) and span.holds(day)) or span.first == day
