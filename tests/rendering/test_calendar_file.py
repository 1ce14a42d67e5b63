"""The calendar, read back by the icalendar library: days, identities, and what is said of dates that are not sure."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import icalendar
import pytest

from briefing.model import Brief, Entry, Status
from briefing.rendering import render

Appointment = Any


def raw(brief: Brief) -> bytes:
    """The file."""
    data = render(brief, "ics")
    assert isinstance(data, bytes)
    return data


def appointments(brief: Brief) -> dict[str, Appointment]:
    """The appointments by the id of their event."""
    calendar = icalendar.Calendar.from_ical(raw(brief))
    found: list[Appointment] = calendar.walk("VEVENT")
    return {str(one["UID"]).removesuffix("@briefing"): one for one in found}


def test_a_known_day_is_a_whole_day(sample: Brief) -> None:
    """From the day to the day after it, confirmed, with place, words, sources and a link."""
    one = appointments(sample)["event-00"]
    assert (one.decoded("DTSTART"), one.decoded("DTEND")) == (date(2024, 9, 13), date(2024, 9, 14))
    assert (one["STATUS"], one["LOCATION"], one["TRANSP"]) == ("CONFIRMED", "Ankara", "TRANSPARENT")
    assert str(one["SUMMARY"]).startswith("Türkiye’s intelligence chief İbrahim Kalın")
    assert sample.events[0].statement.text in one["DESCRIPTION"]
    assert "2024-09-13 Fri, reported 2024-09-14 Sat (Day known)" in one["DESCRIPTION"]
    assert "[2] Daily B https://daily-b.example/2024/09/14/ankara" in one["DESCRIPTION"]
    assert one["URL"] == "https://daily-b.example/2024/09/14/ankara"


@pytest.mark.parametrize(
    ("event", "first", "after", "summary"),
    [
        ("event-08", "2023-11-24", "2023-12-02", "A truce of seven days"),
        ("event-09", "2023-10-01", "2023-11-01", "Oct 2023 (day not known): The war"),
        ("event-04", "2023-11-01", "2024-10-01", "c. Nov 2023 – Sep 2024 (day not known): Mediators"),
        ("event-01", "2024-09-14", "2024-09-15", "reported 2024-09-14 Sat (day not known): Egyptian"),
        ("event-05", "2024-08-25", "2024-08-26", "2024-08-25 Sun (sources disagree): The round"),
    ],
)
def test_a_date_that_is_not_sure_says_so_first(sample: Brief, event: str, first: str, after: str, summary: str) -> None:
    """A span takes all of its days; one not known to the day, or disputed, is tentative and says it in the title."""
    one = appointments(sample)[event]
    assert (one.decoded("DTSTART").isoformat(), one.decoded("DTEND").isoformat()) == (first, after)
    assert str(one["SUMMARY"]).startswith(summary)
    assert one["STATUS"] == ("TENTATIVE" if "(" in summary else "CONFIRMED")


def test_a_dispute_is_told_with_its_dates(sample: Brief) -> None:
    """Both dates stand in the description."""
    assert "Sources disagree: 2024-08-24 Sat · 2024-08-25 Sun" in appointments(sample)["event-05"]["DESCRIPTION"]


def test_what_is_planned_is_tentative(sample: Brief) -> None:
    """A planned day has not come yet."""
    assert appointments(sample)["event-03"]["STATUS"] == "TENTATIVE"


def test_the_stamp_is_the_cut_off_and_identities_are_the_events(sample: Brief) -> None:
    """So the same brief gives the same bytes, and the next one replaces these appointments."""
    found = appointments(sample)
    assert {one.decoded("DTSTAMP") for one in found.values()} == {datetime(2024, 9, 14, tzinfo=UTC)}
    assert set(found) == {entry.event.id for entry in sample.events}
    assert raw(sample) == raw(sample)


def test_lines_are_folded_and_text_is_escaped(sample: Brief) -> None:
    """No line is longer than 75 octets, each ends in CRLF, and commas, semicolons and line breaks are text."""
    entry = sample.new[0]
    hostile = "Envoys; met, \\ and\r\nBEGIN:VEVENT\nleft " + "für immer " * 30
    brief = replace(
        sample, new=(replace(entry, statement=replace(entry.statement, text=hostile)),), background=(), ahead=()
    )
    lines = raw(brief).split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert not any(b"\n" in line or b"\r" in line for line in lines)
    assert lines.count(b"BEGIN:VEVENT") == 1
    assert " ".join(hostile.split()) in appointments(brief)["event-00"]["DESCRIPTION"]


@pytest.mark.parametrize("edtf", ["9999-12-31", "0001-01-01", "99XX", "../0001-01-01", "9999-12-31/.."])
def test_the_ends_of_the_calendar_are_reached(sample: Brief, entry_from: Callable[..., Entry], edtf: str) -> None:
    """The first and the last day there is stop nothing."""
    row = (Status.NEW, "It ended on that day.", "that day", "stated", edtf, "2024-09-14", "", (1,), ())
    assert appointments(replace(sample, new=(entry_from(3, row),)))["event-03"].decoded("DTEND")


def test_a_brief_without_events_is_a_calendar(bare: Brief) -> None:
    """It holds nothing and still opens."""
    assert appointments(bare) == {}
