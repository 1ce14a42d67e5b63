"""A brief among the articles is passed over."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing import make_brief, read_articles, render
from briefing.errors import Problem
from briefing.reading.own_brief import MARK, SCHEMA
from briefing.rendering.schema import SCHEMA_ID
from tests.conftest import EXAMPLES


@pytest.mark.parametrize("form", ["md", "html", "json"])
def test_a_brief_in_a_folder_is_no_article(tmp_path: Path, form: str) -> None:
    """A folder that holds the last brief, too, is read as without it, and nothing is complained of."""
    data = render(make_brief(read_articles(EXAMPLES), since="2024-09-01"), form)
    (tmp_path / f"brief-2024-09-14.{form}").write_text(str(data), encoding="utf-8")
    (tmp_path / "talks.txt").write_text("The envoys met in Ankara on 13 September 2024.\n", encoding="utf-8")
    problems: list[Problem] = []
    assert [article.place for article in read_articles(tmp_path, problems)] == ["talks.txt"]
    assert problems == []


def test_a_brief_named_as_a_source_is_refused_with_a_word(tmp_path: Path) -> None:
    """Who names it hears why it is not read."""
    path = tmp_path / "brief-2024-09-14.md"
    path.write_text(f"# Brief\n\n<!-- {MARK} -->\n", encoding="utf-8")
    problems: list[Problem] = []
    assert list(read_articles(path, problems)) == []
    assert "no article" in problems[0].message


def test_the_mark_is_that_of_the_schema() -> None:
    """The reader knows the name that the JSON brief gives its schema."""
    assert SCHEMA_ID.startswith(SCHEMA)
