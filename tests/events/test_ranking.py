"""How much an event matters, and which report speaks for it."""

from __future__ import annotations

from datetime import date

import pytest

from briefing.datespan import DateSpan
from briefing.events.closeness import Closeness
from briefing.events.ranking import best_report, score
from briefing.model import Name, Report

DAY = DateSpan.day(date(2024, 3, 5))
HARBOUR = Name("Valmora", "valmora")


def report(article: str = "a", text: str = "", **told: object) -> Report:
    """A report of 5 March that opens an article of 6 March, unless told otherwise."""
    published = DateSpan.day(date(2024, 3, told.pop("published", 6)))  # type: ignore[arg-type]
    text = text or "Engineers in Valmora opened the northern dam on 5 March."
    facts = {"names": (HARBOUR,), "origin": article, "language": "en", "span": DAY, "expression": None, **told}
    return Report(article=article, start=0, end=len(text), text=text, published=published, **facts)  # type: ignore[arg-type]


def weight(*reports: Report) -> float:
    """The score of an event that is the whole story."""
    return score(reports, DAY, Closeness(reports))


@pytest.mark.parametrize(
    ("more", "less"),
    [
        pytest.param(
            (report("a"), report("b")), (report("a"), report("b", origin="a")), id="two origins before a reprint"
        ),
        pytest.param(
            (report("a"), report("b", origin="a", published=20)),
            (report("a"), report("b", origin="a")),
            id="what articles come back to",
        ),
        pytest.param((report("a"),), (report("a", position=7),), id="what an article opens with"),
        pytest.param((report("a"),), (report("a", published=30),), id="news before what is recalled"),
        pytest.param((report("a"),), (report("a", in_passing=True),), id="what is told before what is mentioned"),
    ],
)
def test_what_makes_an_event_weigh_more(more: tuple[Report, ...], less: tuple[Report, ...]) -> None:
    """Of two events that differ in one thing, one is the weightier."""
    assert weight(*more) > weight(*less)


def test_a_reprint_adds_nothing() -> None:
    """A second article of the same origin on the same day does not make an event matter more."""
    assert weight(report("a"), report("b", origin="a")) == weight(report("a"))


def test_what_is_close_to_the_story_weighs_more() -> None:
    """An event that names what the other articles name outweighs one that does not."""
    apart = report("c", "A singer gave her last concert in Oster on 5 March.", names=(Name("Oster", "oster"),))
    closeness = Closeness([report("a"), report("b"), apart])
    assert score([report("a")], DAY, closeness) > score([apart], DAY, closeness)


def test_a_weight_lies_between_0_and_1() -> None:
    """Even an event that everybody tells, for weeks, weighs no more than 1."""
    assert weight(*(report(f"a{n}", published=6 + n) for n in range(9))) == pytest.approx(1.0)


@pytest.mark.parametrize(
    "worse",
    [
        "He opened the northern dam above Valmora on 5 March, an hour before dawn.",
        "During the meeting the council of Valmora agreed to open the dam on 5 March.",
        "“We opened the northern dam above Valmora on 5 March, an hour before dawn",
        "Dam opened 5 March.",
    ],
    ids=["a pronoun", "a meeting not named", "a quotation left open", "a mere headline"],
)
def test_the_sentence_that_stands_on_its_own_speaks_for_an_event(worse: str) -> None:
    """A whole sentence with its own subject is preferred, also when its article came later."""
    good = report("b", published=7)
    assert best_report([report("a", worse), good], DAY) == good
