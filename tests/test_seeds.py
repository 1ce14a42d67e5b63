"""The two articles the project started from: what the brief of them must say.

They are not ours to publish, so nothing of their wording stands here; where they lie is in BRIEFING_SEEDS.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from briefing.cli import main

HEADED_2024_09_14 = "002_*.txt"


@pytest.fixture
def made(seeds: Path, tmp_path: Path) -> dict[str, Any]:
    """The JSON brief of both, since 1 September, made beside the Markdown and the PDF."""
    return brief_of(seeds, tmp_path, "md,pdf,json")


def brief_of(source: Path, folder: Path, formats: str) -> dict[str, Any]:
    """Make a brief by the command and read its JSON."""
    arguments = ["make", str(source), "--since", "2024-09-01", "--format", formats, "--output", str(folder)]
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == 0, result.output
    assert {path.suffix[1:] for path in folder.iterdir()} == set(formats.split(","))
    read: dict[str, Any] = json.loads((folder / "brief-2024-09-14.json").read_text(encoding="utf-8"))
    return read


def test_the_two_articles_are_one_meeting_on_friday_the_13th(made: dict[str, Any]) -> None:
    """One new event, happened on the 13th, reported on the 14th, with both articles among its reports."""
    (meeting,) = [event for event in made["events"] if event["status"] == "new"]
    assert meeting["date"]["edtf"] == "2024-09-13"
    assert (meeting["date"]["precision"], meeting["date"]["approximate"]) == ("day", False)
    assert meeting["reported"] == "2024-09-14"
    assert len({report["article"] for report in meeting["reports"]}) == meeting["articles"] == 2
    assert {report["published_from"] for report in meeting["reports"]} == {"inferred", "text header"}
    assert meeting["places"][0] == "Ankara"
    assert meeting["origins"] == 1


def test_the_talks_and_the_attack_are_background(made: dict[str, Any]) -> None:
    """Ten months of talks are a span, the attack a month, and there is no other dated event."""
    background = [event for event in made["events"] if event["status"] == "background"]
    assert [event["date"]["edtf"] for event in background] == ["2023-10", "2023-11~/2024-09"]
    assert len(made["events"]) == 3
    assert background[0]["reports"][0]["in_passing"] is True
    assert background[0]["reports"][0]["expression"] == "last October"


def test_figures_have_their_value_day_and_author(made: dict[str, Any]) -> None:
    """Deaths and injuries as of the 14th, by the authorities that the article names."""
    figures = {figure["kind"]: figure for figure in made["figures"]}
    assert {kind: (f["qualifier"], f["value"], f["as_of"]) for kind, f in figures.items()} == {
        "deaths": ("over", 41100, "2024-09-14"),
        "injuries": ("more than", 95100, "2024-09-14"),
    }
    assert all("authorities" in figure["by"] and figure["article"] for figure in figures.values())


def test_nothing_of_the_related_posts_is_in_the_brief(made: dict[str, Any], tmp_path: Path) -> None:
    """Places and words that only the tail of the page names stand nowhere."""
    del made
    for name in ("brief-2024-09-14.md", "brief-2024-09-14.json"):
        text = (tmp_path / name).read_text(encoding="utf-8")
        assert not re.search(r"Beirut|Austin|Jabalia|at night", text)


def test_both_dates_stand_on_the_meetings_line(made: dict[str, Any], tmp_path: Path) -> None:
    """The line of the timeline says when it happened and when it was reported."""
    del made
    lines = (tmp_path / "brief-2024-09-14.md").read_text(encoding="utf-8").splitlines()
    assert any("2024-09-13 Fri" in line and "2024-09-14 Sat" in line and "Ankara" in line for line in lines)


def test_the_line_of_the_attack_marks_the_words_that_date_it(made: dict[str, Any], tmp_path: Path) -> None:
    """Its main clause tells of what goes on, so the dating words are marked in it."""
    del made
    text = (tmp_path / "brief-2024-09-14.md").read_text(encoding="utf-8")
    assert re.search(r"(\*\*|__|<mark>|_|\*)last October(\*\*|__|</mark>|_|\*)", text)


def test_the_dated_article_alone_was_reported_on_the_14th(seeds: Path, tmp_path: Path) -> None:
    """Without the other article nobody knows the day of the meeting, and the brief says so."""
    (alone,) = seeds.glob(HEADED_2024_09_14)
    brief = brief_of(alone, tmp_path, "json,md")
    meeting = next(event for event in brief["events"] if event["status"] == "new")
    assert (meeting["date"]["edtf"], meeting["reported"]) == ("../2024-09-14", "2024-09-14")
    text = (tmp_path / "brief-2024-09-14.md").read_text(encoding="utf-8")
    assert "reported 2024-09-14 Sat" in text
    assert "2024-09-13" not in text
