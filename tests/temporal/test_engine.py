"""Text in, time expressions out: what the engine looks at, how often, and what it makes of it."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing import find_dates
from briefing.datespan import DateSpan
from briefing.temporal.engine import _pieces, _word_starts
from briefing.temporal.languages import LANGUAGES, detect, pack_for
from briefing.temporal.openings import opening_of
from briefing.temporal.rules import Pack, Rule

PUBLISHED = date(2024, 9, 14)
CORPUS = Path(__file__).with_name("corpus")
PACKS = (*LANGUAGES, "xx")  # "xx" has no pack of its own: dates in figures alone


def values(text: str, language: str | None = "en", published: date | None = PUBLISHED) -> list[tuple[str, str]]:
    """Each expression with its value."""
    found = find_dates(text, published=published, language=language)
    return [(time.text, time.timex_value) for time in found]


# ---- what goes in ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("published", "value"),
    [
        (date(2024, 9, 14), "2024-09-13"),
        (datetime(2024, 9, 14, 23, 59, tzinfo=UTC), "2024-09-13"),
        (DateSpan.parse("2024-09-14"), "2024-09-13"),
        (DateSpan.parse("2024-09"), "XXXX-WXX-5"),
        (None, "XXXX-WXX-5"),
    ],
)
def test_publication_may_be_a_day_an_instant_a_span_or_unknown(published: date | None, value: str) -> None:
    """A weekday hangs on a day of publication, however that is given, and on nothing less."""
    [time] = find_dates("It ended on Friday.", published=published, language="en")
    assert time.timex_value == value
    assert str(time.span or value) == value


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("The talks were held on Friday in the city.", None, [("Friday", "2024-09-13")]),
        ("Görüşme bu hafta da devam etti ve cuma günü bitti.", None, [("cuma günü", "2024-09-13")]),
        ("التقى الوفد يوم الجمعة في أنقرة.", None, [("يوم الجمعة", "2024-09-13")]),
        ("Die Gespräche endeten am Freitag, 13.9.2024.", None, [("13.9.2024", "2024-09-13")]),
        ("Die Gespräche endeten am Freitag, 13.9.2024.", "de", [("13.9.2024", "2024-09-13")]),
        ("", None, []),
        ("", "en", []),
    ],
)
def test_language_is_told_or_tells_itself(text: str, language: str | None, found: list[tuple[str, str]]) -> None:
    """A text without a known language is read by its dates in figures alone."""
    assert [entry for entry in values(text, language) if entry in found] == found
    assert bool(values(text, language)) is bool(found)


def test_language_of_a_text() -> None:
    """The script or the commonest words tell the language, and no words tell none."""
    texts = ["The envoy of the state was in the city.", "Bu bir heyet ve o da geldi.", "وصل الوفد", "", "1234 5678"]
    assert [detect(text) for text in texts] == ["en", "tr", "ar", "", ""]


def test_few_words_of_turkish_are_told_by_their_letters() -> None:
    """Two sentences without a common word are Turkish still; a Turkish name makes no text so, nor do its neighbours' letters."""
    texts = [
        "Bakan dün Bağdat’a gitti.",
        "Erdoğan met İmamoğlu.",
        "Prezident cümə günü qonaqlarla görüşdü.",
        "Er kam später.",
    ]
    assert [detect(text) for text in texts] == ["tr", "", "", ""]


@pytest.mark.parametrize(
    ("country", "value", "ambiguous"),
    [("", "2024-04-03", True), ("US", "2024-03-04", False), ("GB", "2024-04-03", False), ("us", "2024-03-04", False)],
)
def test_country_settles_the_order_of_day_and_month(country: str, value: str, ambiguous: bool) -> None:
    """03/04/2024 is in March in the United States, in April elsewhere, and marked where nobody tells."""
    [time] = find_dates("Dated 03/04/2024.", published=PUBLISHED, language="en", country=country)
    assert (time.timex_value, time.ambiguous) == (value, ambiguous)


# ---- what comes out ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # lengths and sets in TIMEX3's own letters
        ("The siren sounds every hour.", [("every hour", "PT1H")]),
        ("It is checked every 24 hours.", [("every 24 hours", "PT24H")]),
        ("It is held every 2.5 years.", [("every 2.5 years", "P2.5Y")]),
        ("It took 1,000,000 years.", [("1,000,000 years", "P1000000Y")]),
        ("It took 2.5 years.", [("2.5 years", "P2.5Y")]),
        # decades of two figures
        ("The war of the '90s ended.", [("the '90s", "199")]),
        ("The bubble of the '00s burst.", [("the '00s", "200")]),
        # hours move the date by whole days
        ("The truce collapsed 48 hours ago.", [("48 hours ago", "2024-09-12")]),
        ("The truce collapsed three hours ago.", [("three hours ago", "2024-09-14")]),
        # a weekday, its hour and its part of day
        ("It closed at 5 p.m. on Friday.", [("5 p.m. on Friday", "2024-09-13T17:00")]),
        ("It closed at 12.30 am Friday.", [("12.30 am Friday", "2024-09-13T00:30")]),
    ],
)
def test_expression_has_this_value(text: str, found: list[tuple[str, str]]) -> None:
    """Cases that once came out wrong."""
    assert values(text) == found


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("They met from 24 November to 1 December 2023.", "2023-11-24", "2023-12-01"),
        ("They met from 28 December 2021 to 3 January.", "2021-12-28", "2022-01-03"),
        ("They met from 28 December to 3 January 2022.", "2021-12-28", "2022-01-03"),
        ("They met from 5 to 9 May 2023.", "2023-05-05", "2023-05-09"),
        ("They met Aug. 15-16.", "2024-08-15", "2024-08-16"),
        ("They met from November to March.", "2023-11", "2024-03"),
        ("It rained from Friday to Monday.", "2024-09-06", "2024-09-09"),
        ("It will rain from Friday to Monday.", "2024-09-20", "2024-09-23"),
        ("They met from Monday to Friday.", "2024-09-09", "2024-09-13"),
    ],
)
def test_both_halves_of_a_range(text: str, start: str, end: str) -> None:
    """The halves of a range lend each other year and month, stay in order, and the first says that the second follows."""
    first, second = find_dates(text, published=PUBLISHED, language="en")
    assert (str(first.span), str(second.span)) == (start, end)
    assert (first.joins_next, second.joins_next) == (True, False)


def test_half_a_range_does_not_join() -> None:
    """Where one half names no day that exists, the other stands alone."""
    [time] = find_dates("They met on 29 and 31 February 2024.", published=PUBLISHED, language="en")
    assert (time.timex_value, time.joins_next) == ("2024-02-29", False)


def test_the_text_before_is_counted_from() -> None:
    """What counts from the text counts from the nearest date before it, wherever publication lies."""
    text = "It fell on 15 August 2021. The next day crowds came. Two weeks later it closed; that day it rained."
    found = find_dates(text, published=PUBLISHED, language="en")
    assert [time.timex_value for time in found] == ["2021-08-15", "2021-08-16", "2021-W35", "2021-W35"]
    assert [str(time.anchor or "") for time in found[1:3]] == ["2021-08-15", "2021-08-16"]


# ---- what is looked at -------------------------------------------------------------------------------


@settings(deadline=None, max_examples=60)
@given(
    before=st.integers(0, 250),
    after=st.integers(0, 250),
    filler=st.sampled_from(["x ", " ", "\n", "so it was ", "(", "2024x "]),
)
def test_a_date_is_found_wherever_it_stands(before: int, after: int, filler: str) -> None:
    """What stands around a date, and how much of it, does not hide the date."""
    left, right = (filler * before)[:before], (filler * after)[:after]
    text = f"{left} signed on Friday, 13 September 2024 at home {right}"
    assert ("Friday, 13 September 2024", "2024-09-13") in values(text)


@pytest.mark.parametrize("gap", range(60, 110))
def test_no_word_is_cut_to_make_a_date(gap: int) -> None:
    """Where text has no blanks, looking ends at the end of a word: 20245678 is not the year 2024."""
    assert values(f"(Friday){'=' * gap}20245678") == [("Friday", "2024-09-13")]
    assert values(f"56782024{'=' * gap}(Friday)") == [("Friday", "2024-09-13")]


HOSTILE = {
    "digits": "1234567890",
    "single digits": "1 ",
    "the": "the ",
    "blank lines": "\n",
    "blanks": " ",
    "one word": "a",
    "slashes": "1/",
    "versions": "1.1,",
    "years without blanks": "2015,",
    "thousands": ",000",
    "years": "2024 ",
    "parentheses": "(20241)" + "-" * 150,
    "month names": "September ",
    "days of a month": "May 5 ",
    "weekdays": "Friday, ",
    "words of ranges": "Monday to ",
    "numbers and units": "several days-about two weeks-",
    "quotation marks": "Friday" + '."' * 140,
    "no full stop": "they would meet on Friday and talk again about it ",
    "Turkish": "bir ay cuma ",
    "Arabic": "الجمعة مايو 5 ",
}


@pytest.mark.parametrize("unit", HOSTILE.values(), ids=HOSTILE.keys())
def test_no_trigger_looks_far_back(unit: str) -> None:
    """A rule is tried at a trigger and the few words before it, never before what is done, however long the words are."""
    text = unit * (5000 // len(unit)) + " 2 days ago"
    for at in range(0, len(text), 97):
        starts = _word_starts(text, max(0, at - 60), at)
        assert len(starts) <= 8
        assert starts == sorted(starts, reverse=True)
        assert all(max(0, at - 60) <= start <= at for start in starts)


@pytest.mark.parametrize("unit", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_text_is_read_to_its_end(unit: str) -> None:
    """A long text without rhyme or reason is read to its end; a cost that grew faster than the text would not let it."""
    text = unit * (4_000 // len(unit)) + " . It ended on 13 September 2024"
    assert values(text)[-1] == ("13 September 2024", "2024-09-13")


@pytest.mark.parametrize(
    "text", ["1234567890" * 10_000, "the " * 25_000, "\n" * 50_000, "a" * 100_000, "September " * 10_000]
)
def test_long_hostile_text_is_read(text: str) -> None:
    """A hundred thousand characters of digits, articles, line ends or month names are no trouble."""
    assert len(find_dates(text, published=PUBLISHED, language="en")) <= 1


def test_words_that_no_rule_knows_are_not_looked_at() -> None:
    """Looking only at words that tables and rules spell out finds what looking at all words finds."""
    pack = pack_for("en")
    everywhere = replace(pack, plain_triggers=False)
    lines = (CORPUS / "en.txt").read_text(encoding="utf-8").splitlines()
    text = "\n".join(re.sub(r"^.*? \| |[\[\]]", "", line) for line in lines)
    assert list(_pieces(text, pack)) == list(_pieces(text, everywhere))


# ---- the rules ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("written", [str, str.upper, str.title, str.lower, lambda text: text.replace(" ", "\n")])
def test_a_rule_is_tried_wherever_it_matches(language: str, written: Callable[[str], str]) -> None:
    """Wherever a rule matches in the corpus, however that is written, it is among the few that are tried there."""
    pack, text = pack_for(language), written((CORPUS / f"{language}.txt").read_text(encoding="utf-8"))
    matches = 0
    for number, rule in enumerate(pack.rules):
        for match in pack.rule_pattern(number).finditer(text):
            opening = opening_of(text, match.start())
            assert all(number in pack.candidates(kind, opening) for kind in pack.classes(rule)), (rule.name, opening)
            matches += not match[0][0].isspace()
    assert matches


@pytest.mark.parametrize("language", PACKS)
def test_every_rule_has_a_trigger(language: str) -> None:
    """A rule that no class of words leads to would never be tried."""
    pack = pack_for(language)
    lost = [rule.name for rule in pack.rules if not pack.classes(rule) <= set(pack.triggers)]
    assert lost == []


def hostile_to(rule: Rule, pack: Pack) -> list[str]:
    """Long texts made of what a rule is made of: words of its tables over and over, with nothing behind them to match."""
    words = [
        "the",
        "1",
        "12",
        "2015,",
        "1/",
        "1.1.",
        "a",
        "A",
        " ",
        "-",
        "'9",
        "Friday, ",
        "May ",
        "5 p.m. ",
        "in the ",
    ]
    for name, table in pack.tables.items():
        if f"{{{name}" in rule.pattern and (table.words or table.more):
            forms = sorted(table.words or table.more, key=len)
            words += [form for word in (forms[0], forms[-1]) for form in (word, word.title())]
    return [
        (word + gap) * (1500 // len(word + gap)) + tail for word in words for gap in ("", " ") for tail in ("", " !x")
    ]


def exhaust() -> None:
    """Let every rule of every pack search all that is hostile to it."""
    for language in PACKS:
        pack = pack_for(language)
        for number, rule in enumerate(pack.rules):
            for text in hostile_to(rule, pack):
                pack.rule_pattern(number).search(text)
    print("done")


def test_no_rule_backtracks_without_end() -> None:
    """Each rule alone gives up in good time on long texts made of its own words; one that backtracked would run for hours."""
    run = subprocess.run([sys.executable, __file__], capture_output=True, text=True, timeout=60, check=True)
    assert run.stdout == "done\n"


if __name__ == "__main__":
    exhaust()


@pytest.mark.parametrize(
    ("language", "text", "uncertain"),
    [
        ("en", "The March 3 massacre is not forgotten.", True),
        ("en", "The March 3 mine disaster is not forgotten.", True),
        ("en", "The March 3 massacre is not forgotten. The town fell on March 3, 2015.", False),
        ("en", "The March 3 ballot is not forgotten.", False),
        ("en", "On March 3 riots broke out.", False),
        ("tr", "3 Mart depremleri unutulmadı.", True),
        ("tr", "3 Mart'ta deprem oldu.", False),
        ("ar", "لم تنس البلاد زلزال 3 مارس بعد.", True),
        ("ar", "وقع زلزال في 3 مارس.", False),
    ],
)
def test_a_day_that_names_an_event_has_no_sure_year(language: str, text: str, uncertain: bool) -> None:
    """Nobody writes the year of such a name: it is sure only where the text tells the day in full."""
    time = find_dates(text, published=date(2024, 9, 14), language=language)[0]
    assert time.ambiguous is uncertain
