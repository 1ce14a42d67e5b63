"""The JSON brief, and the event objects that it shares with `brief events`."""

from __future__ import annotations

import json
from dataclasses import replace

from briefing.model import Brief
from briefing.rendering import event_object, render


def test_the_brief_has_its_keys_in_their_order(sample: Brief) -> None:
    """A program finds each part under the name that the README gives."""
    text = str(render(sample, "json"))
    assert text.endswith("}\n")
    assert "Türkiye" in text
    assert list(json.loads(text)) == [
        "$schema", "version", "number", "title", "topic", "language", "since", "until", "zone", "cutoff", "marking",
        "copyright",
        "note", "events", "overdue",
        "threads", "disputes", "figures", "people", "sources", "problems", "coverage", "corrects", "withdrawn", "silent",
    ]  # fmt: skip


def test_the_period_bears_its_zone(sample: Brief, bare: Brief) -> None:
    """Bounds are instants; no start is null."""
    full, empty = json.loads(str(render(sample, "json"))), json.loads(str(render(bare, "json")))
    assert (full["since"], full["until"]) == ("2024-09-01T00:00:00+03:00", "2024-09-14T23:59:59+03:00")
    assert (empty["since"], empty["cutoff"], empty["events"]) == (None, None, [])


def test_an_event_holds_all_that_its_line_rests_on(sample: Brief) -> None:
    """Dates in EDTF, counts, and each report with the words that date it and how they were read."""
    event = event_object(sample.events[0].event)
    reports = event.pop("reports")
    assert event == {
        "id": "event-00",
        "date": {"edtf": "2024-09-13", "first": "2024-09-13", "last": "2024-09-13", "precision": "day", "approximate": False},
        "reported": "2024-09-14", "learnt": None, "status": None, "statement": sample.events[0].statement.text,
        "people": (), "organisations": (), "places": ("Ankara",), "origins": 1, "articles": 2, "disputed": False,
        "modality": "happened", "score": 1.0,
    }  # fmt: skip
    assert isinstance(reports, list)
    assert reports[0] == {
        "article": "article-1", "text": sample.events[0].statement.text, "start": 0, "end": 122, "headline": False,
        "date": event["date"], "dated_by": "stated", "expression": "on Friday", "modality": "happened", "day_from": None, "rule": "rule-of-weekday-on-or-before",
        "meaning": "weekday-on-or-before", "anchor": "2024-09-14", "published": "2024-09-14",
        "published_from": "inferred", "outlet": "Agency A", "origin": "security sources", "in_passing": False,
    }  # fmt: skip


def test_the_brief_holds_the_same_objects_with_their_status(sample: Brief) -> None:
    """What `brief events` prints is found again in the brief."""
    events = json.loads(str(render(sample, "json")))["events"]
    alone = [json.loads(json.dumps(event_object(entry.event))) for entry in sample.events]
    assert [{**event, "status": None} for event in events] == alone
    assert [event["status"] for event in events][:4] == ["new", "new", "late", "ahead"]


def test_dates_in_dispute_and_open_spans(sample: Brief) -> None:
    """The other dates stand beside a disputed one; an open end is null."""
    events = json.loads(str(render(sample, "json")))["events"]
    assert (events[5]["disputed"], events[5]["disputed_dates"]) == (True, ["2024-08-24"])
    assert (events[1]["date"]["edtf"], events[1]["date"]["first"]) == ("../2024-09-14", None)
    assert (events[4]["date"]["edtf"], events[4]["date"]["approximate"]) == ("2023-11~/2024-09", True)
    assert events[2]["learnt"] == "2024-09-14T09:00:00+03:00"


def test_a_report_without_an_expression_says_null(sample: Brief) -> None:
    """A statement dated by its article alone has no words that date it."""
    event = sample.events[0].event
    bare = replace(event, reports=(replace(event.reports[0], expression=None),))
    reports = event_object(bare)["reports"]
    assert isinstance(reports, list)
    assert [reports[0][key] for key in ("expression", "rule", "meaning", "anchor")] == [None] * 4


def test_figures_sources_problems_and_coverage(sample: Brief) -> None:
    """Each carries what its line on the page rests on."""
    data = json.loads(str(render(sample, "json")))
    figure, source = data["figures"][0], data["sources"][0]
    assert (figure["value"], figure["qualifier"], figure["as_of"], figure["sources"]) == (
        41100,
        "over",
        "2024-09-14",
        [1, 2],
    )
    assert figure["previous"]["value"] == 40900
    assert (source["number"], source["published_from"], source["inferred_from"]) == (1, "inferred", 2)
    assert data["problems"][0] == {
        "stage": "reading", "article": "notes.txt", "message": "it is no text; save it as UTF-8",
    }  # fmt: skip
    assert data["coverage"]["languages"] == {"en": 7, "ar": 1, "xx": 1}
