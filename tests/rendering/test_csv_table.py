"""The CSV: one event a line, readable by spreadsheets, with no cell that one of them would run."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest

from briefing.model import Brief
from briefing.rendering import render
from briefing.rendering.csv_table import COLUMNS


def rows(brief: Brief) -> list[dict[str, str]]:
    """The table read back."""
    return list(csv.DictReader(io.StringIO(str(render(brief, "csv")).removeprefix("\ufeff"))))


def test_every_event_is_a_line(sample: Brief) -> None:
    """In the order of the data, under the names of the columns."""
    text = str(render(sample, "csv"))
    assert text.startswith("\ufeffid,status,date,")
    assert text.count("\r\n") == len(sample.events) + 1
    assert [row["id"] for row in rows(sample)] == [entry.event.id for entry in sample.events]


def test_a_line_says_when_where_what_and_who(sample: Brief) -> None:
    """The date as data and in words, the sentence, the sources."""
    row = rows(sample)[5]
    assert tuple(row) == COLUMNS
    assert (row["date"], row["first"], row["when"]) == ("2024-08-25", "2024-08-25", "2024-08-25 Sun")
    assert (row["place"], row["sources"], row["origins"], row["disputed_dates"]) == ("Cairo", "3; 4", "2", "2024-08-24")
    assert row["statement"] == "The round in Cairo ended on Sunday and the delegations went home."
    assert row["links"] == "https://agency-c.example/cairo; https://broadcaster-d.example/en/881"


def test_an_open_date_has_no_first_day(sample: Brief) -> None:
    """What is not known is an empty cell."""
    row = rows(sample)[1]
    assert (row["date"], row["first"], row["last"]) == ("../2024-09-14", "", "2024-09-14")


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1+1", "\r\n=1+1", " =1", "\u202e=1"])
def test_no_cell_is_a_formula(sample: Brief, text: str) -> None:
    """An article's words that look like a formula are marked as text; line breaks do not part a line."""
    entry = sample.events[0]
    brief = replace(sample, events=(replace(entry, statement=replace(entry.statement, text=text)),))
    (row,) = rows(brief)
    assert row["statement"] == f"'{text.strip().strip(chr(0x202E))}"


def test_a_brief_without_events_has_its_columns(bare: Brief) -> None:
    """The head alone."""
    assert str(render(bare, "csv")) == "\ufeff" + ",".join(COLUMNS) + "\r\n"
