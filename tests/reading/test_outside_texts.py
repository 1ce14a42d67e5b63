"""Real articles that are not ours to print: tested by their structure, where they can be found."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from briefing.errors import Problem
from briefing.model import Article, PublishedFrom
from briefing.reading import read_sources

SEEDS = os.environ.get("BRIEFING_SEEDS", "")
DATA = os.environ.get("BRIEFING_DATA", "")


@pytest.fixture(scope="module")
def seeds() -> dict[str, Article]:
    """The two seed articles: the one without a date, and the dated one."""
    problems: list[Problem] = []
    articles, repeats = read_sources(SEEDS, problems)
    assert (len(articles), repeats, problems) == (2, 0, [])
    return {"dated" if article.published else "undated": article for article in articles}


@pytest.mark.skipif(not SEEDS, reason="BRIEFING_SEEDS names no folder with the seed articles")
class TestSeeds:
    """The two articles that the project started from."""

    def test_dates(self, seeds: dict[str, Article]) -> None:
        """One bears its date in the header, the other nowhere."""
        assert str(seeds["dated"].published) == "2024-09-14"
        assert seeds["dated"].published_from is PublishedFrom.HEADER
        assert seeds["undated"].published_from is PublishedFrom.NOWHERE

    def test_titles(self, seeds: dict[str, Article]) -> None:
        """Titles are headlines without date or section."""
        for article in seeds.values():
            assert 5 <= len(article.title.split()) <= 15
            assert "|" not in article.title
            assert "2024" not in article.title
            assert article.title not in article.text

    def test_tail(self, seeds: dict[str, Article]) -> None:
        """The heading and its three headlines are left out, and nothing else is."""
        assert len(seeds["undated"].left_out.split("\n\n")) == 4
        assert seeds["dated"].left_out == ""

    def test_the_story_is_whole(self, seeds: dict[str, Article]) -> None:
        """Every paragraph of the files is in the title, the text or what was left out; the last one is a sentence."""
        files = sorted(Path(SEEDS).glob("*.txt"))
        for article in seeds.values():
            raw = next(path for path in files if path.name == article.place).read_text(encoding="utf-8")
            paragraphs = [line.strip() for line in raw.split("\n") if line.strip()]
            everything = {*article.text.split("\n\n"), *article.left_out.split("\n\n")}
            assert [line for line in paragraphs[1:] if line not in everything] == []
            assert article.title in paragraphs[0]
            assert article.text.endswith(".")

    def test_dateline_stays(self, seeds: dict[str, Article]) -> None:
        """The place in capitals is the first paragraph of the dated story."""
        assert seeds["dated"].text.split("\n\n")[0].isupper()


@pytest.mark.skipif(not DATA, reason="BRIEFING_DATA names no folder with annotated news")
def test_annotated_news_is_read_as_given() -> None:
    """Every line of the corpora is an article with its date, and keeps all of its text."""
    files = sorted(Path(DATA).rglob("articles.jsonl"))
    problems: list[Problem] = []
    articles, repeats = read_sources(files, problems)
    assert sum(len(path.read_bytes().splitlines()) for path in files) == len(articles) + repeats
    assert problems == []
    assert all(article.published_from is PublishedFrom.FIELD for article in articles)
    assert sum(bool(article.left_out) for article in articles) <= 2
