"""Counts of people: value, qualifier, who says so, as of when."""

from __future__ import annotations

import pytest

from briefing.events.reports import extract
from tests.conftest import Write

# sentence, (kind, value, qualifier, as of, where that day comes from, by) for each figure
COUNTED = [
    (
        "The war has led to over 41,100 deaths and more than 95,100 injuries so far, per local health authorities.",
        [
            ("deaths", 41100, "over", "2024-09-14", "published", "local health authorities"),
            ("injuries", 95100, "more than", "2024-09-14", "published", "local health authorities"),
        ],
    ),
    (
        "The health ministry in Gaza said on Thursday that more than 40,000 people had been killed since 7 October 2023.",
        [("deaths", 40000, "more than", "2024-09-12", "text", "health ministry in Gaza")],
    ),
    (
        "About 1.9 million people have been displaced, according to the United Nations.",
        [("displaced", 1900000, "about", "2024-09-14", "published", "United Nations")],
    ),
]
NOT_TOTALS = [
    "A strike killed 40 people on Tuesday.",
    "The vote was 14 to 0 in favour.",
    "More than 100 hostages and 240 prisoners went free in the truce.",
    "Resolution 2735 was adopted in June.",
]


@pytest.mark.parametrize(("sentence", "figures"), COUNTED)
def test_a_running_total_is_a_figure(sentence: str, figures: list[tuple[object, ...]], article: Write) -> None:
    """The figure keeps its qualifier, its author and its day."""
    found = extract(article(sentence)).figures
    assert [(f.kind, f.value, f.qualifier, str(f.as_of), f.as_of_from, f.by) for f in found] == figures


@pytest.mark.parametrize("sentence", NOT_TOTALS)
def test_other_numbers_are_no_totals(sentence: str, article: Write) -> None:
    """The toll of one strike, votes and people released never stand beside the totals."""
    assert extract(article(sentence)).figures == ()
