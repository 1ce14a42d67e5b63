"""What patterns begin with: few enough openings to pass most rules by, and never one too few."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.temporal.languages import LANGUAGES, pack_for
from briefing.temporal.openings import Beginning, beginning, beginning_of_words, opening_of
from briefing.temporal.rules import any_of

TABLES = {"unit": beginning_of_words(["Day", "week"]), "number": beginning(r"two|\d+", {})}


@pytest.mark.parametrize(
    ("pattern", "openings"),
    [
        ("today", {"today"}),
        ("(?i:Today|now)", {"today", "now"}),
        (r"(?:the\s+)?day", {"the day", "day"}),
        (r"the[\s-]+{unit=u}\s+after", {"the day ", "the week"}),
        (r"(?:{number=n}|a)\s+{unit}", {"0", "two day", "two week", "a day", "a week"}),
        (r"an?\s", {"an ", "a "}),
        (r"(?P<year>[12]\d{3})-", {"0"}),
        (r"May\s+\d", {"may "}),
        (r"(?<!the\s)(?=\w)(?!may)in", {"in"}),
        (r"[aA]p\.?m", {"ap.m", "apm"}),
        (r"\w+ly", {""}),
        (r"[A-Z]at", {""}),
        (r"[^a]x", {""}),
        (r"a[A-Z]", {"a"}),
        (r"a.", {"a"}),
        (r"x*y", {"x", "y"}),
        (r"(?:ab){2}c", {"ab"}),
        (r"\(now\)", {"(now)"}),
        ("overnight and more", {"overnigh"}),
    ],
)
def test_openings_of_a_pattern(pattern: str, openings: set[str]) -> None:
    """A pattern tells the first letters of what it matches, and "" where it may begin with anything."""
    assert set(beginning(pattern, TABLES).openings) == openings


@pytest.mark.parametrize(
    ("text", "start", "opening"),
    [
        ("The Next day", 0, "the next"),
        ("in May", 3, "may"),
        ("in May ", 3, "may "),
        ("mid-May was", 0, "mid may "),
        ("a \n\u00a0 year", 0, "a year"),
        ("2024-09-13", 0, "0"),
        ("٣ July", 0, "0"),
        ("ſunday İ K ı", 0, "sunday i"),
        ("a" + " " * 100 + "year", 0, None),
    ],
)
def test_opening_of_a_text(text: str, start: int, opening: str | None) -> None:
    """Size of letters and kind of blanks make no difference; where blanks do not end, the opening is not told."""
    assert opening_of(text, start) == opening


@pytest.mark.parametrize("language", LANGUAGES)
@settings(deadline=None, max_examples=200)
@given(data=st.data())
def test_no_match_is_passed_by(language: str, data: st.DataObject) -> None:
    """Whatever text a rule can match, its opening is one of the rule's."""
    pack = pack_for(language)
    number = data.draw(st.sampled_from(range(len(pack.rules))))
    text = data.draw(st.from_regex(pack.rule_pattern(number), fullmatch=True))
    if text[0].isspace():
        return  # no word begins with a blank
    for kind in pack.classes(pack.rules[number]):
        assert number in pack.candidates(kind, opening_of(text, 0))


def test_either_of_two_beginnings() -> None:
    """What may stand for one another begins with what each begins with."""
    both = beginning_of_words(["a"]).either(Beginning(frozenset(), frozenset({"b"})))
    assert set(both.openings) == {"a", "b"}


@given(
    st.lists(st.from_regex(r"[a-c]{1,3}(?:\(\?:[ab]\|c\))?", fullmatch=True), min_size=1), st.text("abc", max_size=6)
)
def test_any_of_some_words(alternatives: list[str], text: str) -> None:
    """Alternatives sorted by their first letters match what they match as they stand."""
    plain = re.match(rf"(?:{'|'.join(alternatives)})", text)
    sorted_out = re.match(any_of("|".join(alternatives)), text)
    assert (plain and plain[0]) == (sorted_out and sorted_out[0])
