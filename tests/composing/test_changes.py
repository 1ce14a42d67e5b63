"""What became of an event since the last brief: updated, corrected, or nothing that a reader would see."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing import find_events
from briefing.composing.changes import change_between, state_of
from briefing.datespan import DateSpan
from briefing.model import Event, Fix, FixKind, Modality, Status
from tests.conftest import Write
from tests.desk.conftest import MORNING

QUAKE = "An earthquake shook the town of Osmaniye on Sunday and killed {} people, rescuers said."


@pytest.fixture
def event(article: Write) -> Event:
    """An earthquake with twelve dead, on a Sunday, told by one outlet."""
    (found,) = find_events([article(QUAKE.format(12), "2024-09-16", outlet="Agency A")])
    return found


def with_toll(event: Event, toll: int) -> Event:
    """The event with another number of dead in its first report."""
    first = event.reports[0]
    counted = replace(first, figures=tuple(replace(figure, value=toll) for figure in first.figures))
    return replace(event, reports=(counted, *event.reports[1:]))


def became(before: Event, after: Event) -> Status | None:
    """What an event became, or None."""
    state = state_of(before)
    found = change_between(state, after)
    return found[0] if found else None


CASES = [
    ("2024-09-15", "2024-09-14", Status.CORRECTED, "another day"),
    ("2024-09", "2024-09-15", Status.UPDATED, "a day where there was a month"),
    ("../2024-09-16", "2024-09-15", Status.UPDATED, "a day where there was only that of the report"),
    ("2024-09-15", "2024-09-15", None, "the same day"),
    ("2024-09", "2024-10-02", Status.CORRECTED, "a day outside the month that was said"),
]


@pytest.mark.parametrize(("before", "after", "told", "why"), CASES, ids=[why for *_, why in CASES])
def test_date(before: str, after: str, told: Status | None, why: str, event: Event) -> None:
    """More exact is an update, contradicting a correction."""
    del why
    was, now = (replace(event, span=DateSpan.parse(span)) for span in (before, after))
    assert became(was, now) is told
    if told:
        change = change_between(state_of(was), now)
        assert change
        assert str(change[1].date) == before


def test_toll(event: Event) -> None:
    """A higher one is an update, a lower one a correction; the change says what it was."""
    assert became(event, with_toll(event, 15)) is Status.UPDATED
    assert became(with_toll(event, 15), event) is Status.CORRECTED
    found = change_between(state_of(event), with_toll(event, 15))
    assert found
    assert found[1].tolls == (("deaths", 12),)


def test_only_the_toll_that_changed_is_told(event: Event) -> None:
    """Not the one beside it that is the same, nor one that the event's reports still give."""
    first = event.reports[0]
    (dead,) = first.figures
    hurt = replace(dead, kind="injuries", value=40)
    both = replace(event, reports=(replace(first, figures=(dead, hurt)),))
    found = change_between(state_of(both), event)
    assert found
    assert found[1].tolls == (("injuries", 40),)
    elsewhere = replace(event, reports=(replace(first, figures=(dead, replace(hurt, scope="total"))),))
    assert change_between(state_of(both), elsewhere) is None


def test_modality(event: Event) -> None:
    """A plan that came true is an update; what was told as done and is not is a correction."""
    planned = replace(event, modality=Modality.PLANNED)
    assert became(planned, event) is Status.UPDATED
    assert became(event, planned) is Status.CORRECTED


def test_origins(event: Event) -> None:
    """One more or one fewer is an update, and it is said how many there were; the same number is nothing."""
    more = replace(event, origins=(*event.origins, "Daily B"))
    assert became(event, more) is Status.UPDATED
    assert became(more, event) is Status.UPDATED
    assert became(event, event) is None


def test_what_a_reader_does_not_see_is_no_change(event: Event) -> None:
    """Another score, another sentence, another id of a report's article."""
    other = replace(event.statement, text="The town of Osmaniye was shaken.")
    assert became(event, replace(event, score=0.1, statement=other)) is None


def test_dropped_event_has_no_state(event: Event) -> None:
    """It is no more, for every brief."""
    fix = Fix(1, FixKind.DROP, "t", "", "so it was", MORNING)
    assert state_of(replace(event, fixes=(fix,))) is None
    assert change_between(None, event) is None
