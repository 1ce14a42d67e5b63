"""What holds for every text, every publication date and every language pack."""

from __future__ import annotations

import re
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from briefing import find_dates
from briefing.datespan import DateSpan, Precision
from briefing.model import TimeExpression
from briefing.temporal.languages import LANGUAGES, pack_for

PACKS = (*LANGUAGES, "xx")  # "xx" has no pack of its own: dates in figures alone

DAY = r"(?:\d{4}|XXXX)-\d\d-\d\d|\d{4}-W\d\d-[1-7]|XXXX-WXX-[1-7]"
LENGTH = r"P(?:\d+(?:\.\d+)?|X)(?:Y|M|W|D|WE|Q|DE|CE)|PT(?:\d+(?:\.\d+)?|X)[HMS]|P\d+Y6M|P6M|P(?:\d+D)?T12H|PT\d+H30M|PT\d+M30S"
TIMEX3 = {
    "DATE": rf"{DAY}|(?:\d{{4}}|XXXX)(?:-(?:\d\d|SP|SU|FA|WI|Q[1-4]|H[12]))?|\d{{4}}-W\d\d(?:-WE)?|\d\d|\d{{3}}|(?:PAST|PRESENT|FUTURE)_REF",
    "TIME": rf"(?:{DAY})T(?:MO|MI|AF|EV|NI|\d\d:\d\d)",
    "DURATION": LENGTH,
    "SET": rf"{LENGTH}|XXXX-WXX-[1-7]",
}  # fmt: skip

# What is named by its distance from publication, which an article without a publication date cannot place.
RELATIVE = [
    "on Friday", "last Friday", "next Friday", "every Friday", "Friday morning", "yesterday", "today", "tomorrow", "last night",
    "this morning", "the day before yesterday", "three days ago", "48 hours ago", "several weeks ago", "last week", "this week",
    "next month", "last year", "later this month", "early next year", "over the weekend", "this time last year", "last summer",
    "in the third quarter", "the first half of last year", "13 September", "on Sept. 13", "in October", "last October",
    "from Friday to Monday", "Aug. 15-16", "from 28 December to 3 January", "from May to July", "early July", "in November last year",
    "at 3 p.m. today", "5 p.m. on Friday", "for nearly 10 months", "in the past 24 hours", "two days later", "the next day",
    "that month", "recently", "currently", "soon",
]  # fmt: skip

unhurried = settings(deadline=None, max_examples=100)  # a busy machine is no failure


def news_like(language: str) -> st.SearchStrategy[str]:
    """Text made of what the rules match, the pack's own words, and anything at all."""
    pack = pack_for(language)
    words = [form for table in pack.tables.values() for word in table.words for form in (word, word.title())]
    matches = [st.from_regex(pack.rule_pattern(number), fullmatch=True) for number in range(len(pack.rules))]
    figures = st.sampled_from(
        "0 00 13 31 99 1999 2024 29/02/2023 2024-02-30 0001 9999 1,000 24:00 ٣ ２ '90 12.5".split()
    )
    glue = st.sampled_from(
        ["the", "of", "to", "-", ",", ".", "\n", "\u00a0", "will", "İ", "ſ", "K", "\ud800", "\x00", "'"]
    )
    filler = st.one_of(st.sampled_from(words), figures) if words else figures
    piece = st.one_of(*matches, filler, glue, st.text(max_size=6))
    return st.lists(piece, max_size=6).flatmap(
        lambda pieces: st.sampled_from(["", " "]).map(lambda gap: gap.join(pieces))
    )


TEXTS = {language: news_like(language) for language in PACKS}
PUBLISHED = st.one_of(
    st.none(),
    st.dates(),
    st.builds(DateSpan.unit, st.dates(max_value=date(9999, 12, 26)), st.sampled_from(list(Precision))),
    st.builds(lambda day: DateSpan.until(DateSpan.day(day)), st.dates()),
    st.sampled_from([date.min, date.max, DateSpan.parse("0001"), DateSpan.parse("9999"), DateSpan.parse("2024-09/..")]),
)


def described(time: TimeExpression) -> str:
    """An expression in one line, for a failing test."""
    return f"{time.text!r} by {time.rule!r}: {time.timex_type} {time.timex_value} {time.span}"


@pytest.mark.parametrize("language", PACKS)
@settings(unhurried, max_examples=50)
@given(data=st.data(), published=PUBLISHED)
def test_expressions_lie_in_the_text_and_mean_something(
    language: str, data: st.DataObject, published: date | DateSpan | None
) -> None:
    """Expressions stand in order and apart; a value is one of TIMEX3, a span reads back, and undated articles have few."""
    text = data.draw(TEXTS[language])
    found = find_dates(text, published=published, language=language)
    end = 0
    for time in found:
        assert end <= time.start < time.end <= len(text), described(time)
        assert time.text == text[time.start : time.end]
        assert re.fullmatch(TIMEX3[time.timex_type], time.timex_value), described(time)
        if time.span:
            assert str(DateSpan.parse(str(time.span))) == str(time.span)
        end = time.end
        if published is None:
            assert time.span is None or time.meaning in {"stated", "counted-from-text"}, described(time)
    assert not found or not found[-1].joins_next
    assert all(second.rule == first.rule for first, second in pairwise(found) if first.joins_next)


@unhurried
@given(text=st.text(), language=st.sampled_from([*PACKS, None]), published=PUBLISHED)
@example("", None, None)
@example("1" + ",000" * 3000 + " days ago", "en", date(2024, 9, 14))
@example("Friday " + "\ud800" * 200, None, date.max)
def test_any_text_is_read(text: str, language: str | None, published: date | DateSpan | None) -> None:
    """No text at all, in a told or untold language, upsets the reader."""
    for time in find_dates(text, published=published, language=language):
        assert time.text == text[time.start : time.end]


@pytest.mark.parametrize("phrase", RELATIVE)
def test_relative_expression_waits_for_a_publication_date(phrase: str) -> None:
    """An undated article's relative expressions are found and named, but stand on no day."""
    found = find_dates(f"It happened {phrase}, they said.", published=None, language="en")
    assert found
    assert [described(time) for time in found if time.span or time.anchor] == []


@unhurried
@given(
    before=st.sampled_from(["It began on", "They will meet on", "It happened", "Talks are due"]),
    phrase=st.sampled_from(["Friday", "last Monday", "next Tuesday", "this Sunday", "Thursday night", "Sat. morning", "5 p.m. on Wednesday"]),
    published=st.dates(date(1900, 1, 1), date(2100, 1, 1)),
    weeks=st.integers(-500, 500),
)  # fmt: skip
def test_weekdays_move_with_publication(before: str, phrase: str, published: date, weeks: int) -> None:
    """The same words published so many weeks later mean a day that many weeks later."""
    moved_by = timedelta(weeks=weeks)
    [here] = find_dates(f"{before} {phrase}.", published=published, language="en")
    [there] = find_dates(f"{before} {phrase}.", published=published + moved_by, language="en")
    assert here.span is not None
    assert here.span.first is not None
    assert there.span == DateSpan.day(here.span.first + moved_by)
    assert (here.start, here.end, here.timex_type, here.meaning) == (
        there.start,
        there.end,
        there.timex_type,
        there.meaning,
    )


@unhurried
@given(published=st.dates(date(1900, 1, 1), date(2100, 1, 1)), phrase=st.sampled_from(RELATIVE))
def test_span_agrees_with_the_printed_value(published: date, phrase: str) -> None:
    """Where a value names a day, month or year, it is the one that the span covers."""
    for time in find_dates(f"It happened {phrase}.", published=published, language="en"):
        value = re.match(r"\d{4}(?:-\d\d){0,2}(?=T|$)", time.timex_value)
        if value and time.timex_type in {"DATE", "TIME"}:
            assert time.span is not None, described(time)
            named = DateSpan.parse(value[0])
            assert time.span.first is not None, described(time)
            assert time.span.last is not None, described(time)
            assert named.holds(time.span.first), described(time)
            assert named.holds(time.span.last), described(time)


@unhurried
@given(
    published=st.dates(date(1900, 1, 1), date(2100, 1, 1)),
    verb=st.sampled_from(["It lasted", "It will last", "A show"]),
    ends=st.sampled_from(
        ["Friday to Monday", "Monday to Friday", "28 December to 3 January", "3 January to 28 December", "20 August to 20 September",
         "November to March", "5 May 2023 to 3 March", "28 to 29 February", "July 30 to Aug. 2"]
    ),
)  # fmt: skip
def test_a_range_begins_before_it_ends(published: date, verb: str, ends: str) -> None:
    """Whenever it is published, and whether past or planned, the first half of a range lies before the second."""
    first, second = find_dates(f"{verb} from {ends}.", published=published, language="en")
    assert first.joins_next
    assert first.span is not None
    assert second.span is not None
    assert first.span < second.span, f"{first.span} {second.span}"
