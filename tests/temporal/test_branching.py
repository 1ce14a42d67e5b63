"""Patterns sorted by first letters match what they matched."""

import re

import pytest

from briefing.events.languages import en, tr
from briefing.temporal.branching import branched


@pytest.mark.parametrize(
    ("pattern", "written"),
    [
        ("said|told|says", "sa(?:id|ys)|told"),
        ("a|an|the", "a(?:|n)|the"),
        (r"to|\d+|the", r"to|\d+|the"),  # none passes one that may begin with anything
        ("s?aid|says", "s?aid|says"),
        (r"[a|b]|\||(?:on|off) (?P<day>mon|may)", r"[a|b]|\||(?:o(?:n|ff)) (?P<day>m(?:on|ay))"),
        ("in|ılık|iki", "in|ılık|iki"),  # without regard to capitals, either letter matches "I"
    ],
)
def test_words_are_sorted_by_their_letters(pattern: str, written: str) -> None:
    """Alternatives with a letter in common are tried together, in their own order."""
    assert branched(pattern) == written


@pytest.mark.parametrize("pattern", [en.CUES.titles, en.CUES.told, en.CUES.counting["deaths"], tr.CUES.titles])
def test_the_same_is_matched(pattern: str) -> None:
    """Whatever a language's pattern finds in a text, its sorted form finds too, at the same places."""
    text = (
        "The deputy foreign minister, Mr Reed, met the SECRETARY OF STATE; the attack killed nine. "
        "It was set up by the co-founder. Dışişleri Bakanı ile genel sekreter yardımcısı görüştü."
    )
    plain, sorted_out = (re.compile(rf"(?<!\w)(?:{one})(?!\w)", re.IGNORECASE) for one in (pattern, branched(pattern)))
    found = [match.span() for match in plain.finditer(text)]
    assert found
    assert [match.span() for match in sorted_out.finditer(text)] == found
