"""Decisions of people over what the articles tell."""

from __future__ import annotations

import pytest

from briefing import find_events
from briefing.events.fixing import fixed
from briefing.events.tellings import telling_of, tellings_of
from briefing.model import Event, Fix, FixKind
from tests.conftest import Write
from tests.desk.conftest import MORNING

A = "The envoys of both countries met in Ankara on Friday and spoke about the release of prisoners."
B = "In Ankara the envoys of the two countries met on Friday to speak about prisoners and their release."
C = "A fire destroyed the old paper mill near Bristol on Thursday night."


@pytest.fixture
def events(article: Write) -> list[Event]:
    """A fire, and a meeting told by two outlets."""
    told = [article(A, outlet="Agency A"), article(B, outlet="Daily B"), article(C, outlet="Daily B")]
    found = find_events(told)
    assert [len(event.reports) for event in found] == [1, 2]
    return found


def decision(number: int, kind: FixKind, event: Event, value: str = "") -> Fix:
    """A decision about an event by its statement."""
    return Fix(number, kind, telling_of(event.statement), value, "so it was", MORNING)


def test_nothing_decided_changes_nothing(events: list[Event]) -> None:
    """Events without decisions are those given."""
    assert fixed(events, []) == events


def test_date_is_what_was_decided(events: list[Event]) -> None:
    """And no dispute is left; the other event is as it was."""
    mill, meeting = fixed(events, [decision(1, FixKind.DATE, events[1], "2024-09")])
    assert (mill, str(meeting.span), meeting.disputed) == (events[0], "2024-09", ())
    assert [fix.number for fix in meeting.fixes] == [1]


def test_merged_events_are_one_with_all_reports(events: list[Event]) -> None:
    """Under both decisions, if there are two."""
    merge = decision(1, FixKind.MERGE, events[1], telling_of(events[0].statement))
    (one,) = fixed(events, [merge])
    assert tellings_of(one) == tellings_of(events[0]) | tellings_of(events[1])
    assert len(one.origins) == 2
    (again,) = fixed([one], [merge])
    assert tellings_of(again) == tellings_of(one), "what is one already stays so"


def test_split_report_is_an_event_of_its_own(events: list[Event]) -> None:
    """No report is lost, and one that is alone already stays."""
    split = decision(1, FixKind.SPLIT, events[1])
    parted = fixed(events, [split])
    assert sorted(len(event.reports) for event in parted) == [1, 1, 1]
    assert frozenset().union(*map(tellings_of, parted)) == frozenset().union(*map(tellings_of, events))
    assert len(fixed(parted, [split])) == 3


def test_statement_is_the_one_chosen(events: list[Event]) -> None:
    """The sentence of that report speaks for the event."""
    other = next(report for report in events[1].reports if report != events[1].statement)
    fix = Fix(1, FixKind.STATEMENT, telling_of(other), "", "clearer", MORNING)
    assert fixed(events, [fix])[1].statement == other


def test_dropped_event_stays_and_is_marked(events: list[Event]) -> None:
    """So that a later report joins it, and is not news."""
    mill, meeting = fixed(events, [decision(1, FixKind.DROP, events[1])])
    assert (mill.is_dropped, meeting.is_dropped) == (False, True)


def test_decision_about_what_nobody_tells_waits(events: list[Event]) -> None:
    """It changes nothing, and comes into force when the report is told again."""
    merge = decision(1, FixKind.MERGE, events[1], telling_of(events[0].statement))
    date = decision(2, FixKind.DATE, events[1], "2024-09-01")
    assert fixed(events[:1], [merge, date]) == events[:1]
    (waiting,) = fixed(events[1:], [merge])
    assert tellings_of(waiting) == tellings_of(events[1])


def test_decisions_hold_together(events: list[Event]) -> None:
    """Merged first, then dated, whatever the order in which they were taken."""
    merge = decision(2, FixKind.MERGE, events[1], telling_of(events[0].statement))
    date = decision(1, FixKind.DATE, events[0], "2024-09-01")
    (one,) = fixed(events, [date, merge])
    assert str(one.span) == "2024-09-01"
