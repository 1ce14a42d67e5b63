"""TimelineJS data, held against the fields that Knight Lab documents (timeline.knightlab.com/docs/json-format.html)."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from briefing.model import Brief, Entry, Status
from briefing.rendering import render

TEXT = {
    "type": "object",
    "additionalProperties": False,
    "properties": {"headline": {"type": "string"}, "text": {"type": "string"}},
}
DATE = {
    "type": "object",
    "additionalProperties": False,
    "required": ["year"],
    "dependentRequired": {"day": ["month"]},
    "properties": {
        "year": {"type": "integer"},
        "month": {"type": "integer", "minimum": 1, "maximum": 12},
        "day": {"type": "integer", "minimum": 1, "maximum": 31},
    },
}
SLIDE = {
    "type": "object",
    "additionalProperties": False,
    "required": ["start_date", "text"],
    "properties": {
        "start_date": DATE,
        "end_date": DATE,
        "text": TEXT,
        "group": {"type": "string"},
        "display_date": {"type": "string"},
        "unique_id": {"type": "string"},
        "autolink": {"type": "boolean"},
    },
}
ERA = {
    "type": "object",
    "additionalProperties": False,
    "required": ["start_date", "end_date"],
    "properties": {"start_date": DATE, "end_date": DATE, "text": TEXT},
}
DOCUMENTED = {
    "type": "object",
    "additionalProperties": False,
    "required": ["events"],
    "properties": {
        "events": {"type": "array", "items": SLIDE},
        "title": {**SLIDE, "required": ["text"]},
        "eras": {"type": "array", "items": ERA},
        "scale": {"enum": ["human", "cosmological"]},
    },
}


def data(brief: Brief) -> dict[str, Any]:
    """The data read back."""
    found: dict[str, Any] = json.loads(str(render(brief, "timelinejs")))
    return found


@pytest.mark.parametrize("name", ["sample", "bare", "crowded"])
def test_only_documented_fields_are_there(request: pytest.FixtureRequest, name: str) -> None:
    """Each field is one that TimelineJS knows, and of its kind."""
    assert [
        error.message for error in Draft202012Validator(DOCUMENTED).iter_errors(data(request.getfixturevalue(name)))
    ] == []


def test_each_line_of_the_timeline_is_a_slide(sample: Brief) -> None:
    """With its sentence, its sources, its date as printed, and the group that it stands in."""
    slides = {slide["unique_id"]: slide for slide in data(sample)["events"]}
    assert set(slides) == {entry.event.id for entry in (*sample.new, *sample.background, *sample.ahead)}
    slide = slides["event-00"]
    assert slide["start_date"] == {"year": 2024, "month": 9, "day": 13}
    assert (slide["group"], slide["display_date"]) == ("New in this brief", "2024-09-13 Fri, reported 2024-09-14 Sat")
    assert slide["text"]["text"].endswith(
        '<p>Agency A; <a href="https://daily-b.example/2024/09/14/ankara">Daily B</a> (1 origin, 2 articles)</p>'
    )
    assert "Sources disagree: 2024-08-24 Sat · 2024-08-25 Sun" in slides["event-05"]["text"]["text"]
    assert '<p lang="ar" dir="rtl">' in slides["event-06"]["text"]["text"]


@pytest.mark.parametrize(
    ("edtf", "start", "end"),
    [
        ("2024-09-13", {"year": 2024, "month": 9, "day": 13}, None),
        ("2023-10", {"year": 2023, "month": 10}, None),
        ("2023", {"year": 2023}, None),
        ("199X", {"year": 1990}, {"year": 1999}),
        ("2024-33", {"year": 2024, "month": 1}, {"year": 2024, "month": 3}),
        ("2024-08-15/2024-08-16", {"year": 2024, "month": 8, "day": 15}, {"year": 2024, "month": 8, "day": 16}),
        ("2023-11~/2024-09", {"year": 2023, "month": 11}, {"year": 2024, "month": 9}),
        ("../2024-09-14", {"year": 2024, "month": 9, "day": 14}, None),
    ],
)
def test_what_is_not_known_is_left_out_of_the_date(
    sample: Brief, entry_from: Callable[..., Entry], edtf: str, start: dict[str, int], end: dict[str, int] | None
) -> None:
    """A month has no day, a year no month, and a date with one end stands at that end."""
    row = (Status.NEW, "It ended on that day.", "that day", "stated", edtf, "2024-09-14", "", (1,), ())
    (slide,) = data(replace(sample, new=(entry_from(3, row),), background=(), ahead=()))["events"]
    assert (slide["start_date"], slide.get("end_date")) == (start, end)


def test_texts_are_escaped(sample: Brief) -> None:
    """TimelineJS sets texts as HTML; an article's words and names stay text, and no link runs a script."""
    bad = "<img src=x onerror=alert(1)> & more"
    entry = sample.new[0]
    sources = tuple(replace(source, outlet=bad, url="javascript:alert(1)") for source in sample.sources)
    told = replace(entry, statement=replace(entry.statement, text=bad, language='"><script>'))
    text = json.dumps(data(replace(sample, title=bad, new=(told,), background=(), ahead=(), sources=sources)))
    assert "&lt;img" in text
    assert not {"<img", "<script", "javascript:"} & {
        part for part in ("<img", "<script", "javascript:") if part in text
    }


def test_the_period_is_an_era_and_the_rest_is_counted(sample: Brief) -> None:
    """A reader sees which days the brief is about, and how many events it leaves out."""
    found = data(sample)
    assert found["eras"][0]["start_date"] == {"year": 2024, "month": 9, "day": 1}
    assert found["eras"][0]["end_date"] == {"year": 2024, "month": 9, "day": 14}
    assert "2 more events are in the data." in found["title"]["text"]["text"]
    assert "eras" not in data(replace(sample, period=replace(sample.period, since=None)))
