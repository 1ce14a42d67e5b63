"""The brief of our own articles against what a careful reader finds in them: tests/examples.md."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from briefing.cli import main
from tests.conftest import EXAMPLES

# date (EDTF), articles, independent origins, status: the table of tests/examples.md
EVENTS = [
    ("2023-10", 1, 1, "background"),
    ("2023-11~/2024-09", 1, 1, "background"),
    ("2023-11-24", 1, 1, "background"),
    ("2023-12-01", 1, 1, "background"),
    ("2024-01-28", 1, 1, "background"),
    ("2024-01-30", 1, 1, "background"),
    ("2024-02-13", 2, 2, "background"),
    ("2024-03-25", 1, 1, "background"),
    ("2024-05-06", 1, 1, "background"),
    ("2024-05-07", 1, 1, "background"),
    ("2024-05-31", 2, 2, "background"),
    ("2024-06-10", 1, 1, "background"),
    ("2024-07-30", 1, 1, "background"),
    ("2024-07-31", 2, 1, "background"),
    ("2024-08-02", 1, 1, "background"),
    ("2024-08-06", 1, 1, "background"),
    ("2024-08-15", 2, 1, "background"),
    ("2024-08-15/2024-08-16", 3, 2, "background"),
    ("2024-08-17/2024-08-25", 2, 1, "background"),
    ("2024-08-25", 3, 3, "background"),
    ("2024-08-31", 1, 1, "new"),
    ("2024-09-01", 1, 1, "new"),
    ("2024-09-01", 1, 1, "new"),
    ("2024-09-02", 1, 1, "new"),
    ("2024-09-11", 1, 1, "new"),
    ("2024-09-13", 3, 1, "new"),
    ("2024-09-24", 1, 1, "ahead"),
]


@pytest.fixture(scope="module")
def brief(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """The JSON brief of the examples, as `make brief` makes it."""
    folder = tmp_path_factory.mktemp("output")
    arguments = ["make", str(EXAMPLES), "--since", "2024-09-01", "--format", "json", "--output", str(folder)]
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == 0, result.output
    read: dict[str, Any] = json.loads((folder / "brief-2024-09-14.json").read_text(encoding="utf-8"))
    return read


def test_the_events_are_those_of_the_table(brief: dict[str, Any]) -> None:
    """Every event of the table is found, with its articles, origins and status, and no other."""
    found = [(e["date"]["edtf"], e["articles"], e["origins"], e["status"]) for e in brief["events"]]
    assert sorted(found) == sorted(EVENTS)


def test_the_dispute_over_cairo_is_said(brief: dict[str, Any]) -> None:
    """The one disputed date keeps both days."""
    (disputed,) = [event for event in brief["events"] if event["disputed"]]
    assert (disputed["date"]["edtf"], disputed["disputed_dates"]) == ("2024-08-25", ["2024-08-24"])


def test_three_languages_tell_of_ankara_and_tehran(brief: dict[str, Any]) -> None:
    """Reports in Turkish and Arabic join those in English."""
    reports = {event["date"]["edtf"]: [r for r in event["reports"] if not r["headline"]] for event in brief["events"]}
    assert {report["expression"] for report in reports["2024-09-13"]} == {"Friday", "recently", "cuma günü"}
    assert len(reports["2024-07-31"]) == 2


def test_what_is_planned_is_not_told_as_done(brief: dict[str, Any]) -> None:
    """The burial, the next round and the assembly are plans."""
    planned = {event["date"]["edtf"] for event in brief["events"] if event["modality"] == "planned"}
    assert planned == {"2024-08-02", "2024-08-17/2024-08-25", "2024-09-24"}


def test_totals_and_nothing_else_are_figures(brief: dict[str, Any]) -> None:
    """The latest totals with their day and author."""
    figures = [(f["kind"], f["qualifier"], f["value"], f["as_of"], f["by"]) for f in brief["figures"]]
    assert figures == [
        ("deaths", "over", 41100, "2024-09-14", "local health authorities"),
        ("injuries", "more than", 95100, "2024-09-14", "local health authorities"),
    ]


def test_where_each_day_of_publication_came_from(brief: dict[str, Any]) -> None:
    """Field, page, text header, URL, file name and inference are all told."""
    came_from = {source["published_from"] for source in brief["sources"]}
    assert came_from == {"field", "page", "text header", "url", "file name", "inferred"}


def test_other_stories_on_the_pages_are_not_read(brief: dict[str, Any]) -> None:
    """Related posts, clocks and captions leave no trace."""
    text = json.dumps(brief, ensure_ascii=False)
    for other in ("Lisbon", "Palermo", "Antwerp", "Oslo", "Venice", "9 January 2023", "Ramadan 20"):
        assert other not in text


def test_the_examples_need_nothing_else(tmp_path: Path) -> None:
    """Nothing is missing from the brief: no problem, exit code 0, on the terminal only what was written."""
    result = CliRunner().invoke(main, ["make", str(EXAMPLES), "--format", "md", "--output", str(tmp_path)])
    assert (result.exit_code, result.output) == (0, f"Wrote {tmp_path / 'brief-2024-09-14.md'}\n")
