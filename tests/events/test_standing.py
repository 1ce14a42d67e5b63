"""Which sentences can stand alone under a date."""

from __future__ import annotations

from datetime import date

import pytest

from briefing.datespan import DateSpan
from briefing.events.standing import faults, standing
from briefing.model import Modality, Report, TimeExpression

SPAN = DateSpan.day(date(2024, 3, 5))

# a sentence, and what keeps it from standing on its own
FAULTS = [
    ("Engineers in Valmora opened the northern dam on 5 March.", []),
    ("The dam opened.", ["short"]),
    ("(Picture: L. Orsk) Engineers in Valmora opened the northern dam.", ["no prose"]),
    ("Editor's note: engineers in Valmora opened the northern dam this week.", ["no prose"]),
    ("Rosa | What will they do about the dam above the town of Valmora?", ["no prose", "question"]),
    ("We were all asleep when engineers in Valmora opened the northern dam.", ["personal"]),
    ("US engineers and soldiers opened the northern dam above Valmora.", []),
    ("“We opened it at dawn” was written on the wall of the northern dam.", []),
    ("She opened the northern dam above Valmora an hour before dawn.", ["dangling"]),
]


def report(text: str, **told: object) -> Report:
    """A report of 5 March in the words given."""
    when = TimeExpression(0, 0, "5 March", "DATE", "2024-03-05", SPAN, "day month", "nearest")
    facts = {"language": "en", "expression": when, **told}
    return Report(article="a", start=0, end=len(text), text=text, span=SPAN, **facts)  # type: ignore[arg-type]


@pytest.mark.parametrize(("text", "expected"), FAULTS, ids=[text[:24] for text, _ in FAULTS])
def test_faults_are_named(text: str, expected: list[str]) -> None:
    """Each sentence has the faults written beside it and no others."""
    assert faults(report(text)) == expected


@pytest.mark.parametrize(
    "told",
    [{"modality": Modality.PLANNED}, {"in_passing": True}, {"position": 12}, {"expression": None}],
    ids=["planned", "in passing", "deep in its article", "without words for its day"],
)
def test_what_a_report_is_costs_as_well(told: dict[str, object]) -> None:
    """A plan, an aside, background and a sentence that takes its day from elsewhere are worth less."""
    text = FAULTS[0][0]
    assert standing(report(text, **told)) < standing(report(text)) == 1.0
