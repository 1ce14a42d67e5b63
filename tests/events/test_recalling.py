"""What an article says is remembered while somebody holds the article, and no longer."""

from __future__ import annotations

import gc
from dataclasses import replace
from typing import Any

import pytest

from briefing import find_events
from briefing.events import recalling
from briefing.events.reports import Extract, extract
from briefing.model import Article
from tests.conftest import Write

TEXT = "The envoys of Oria and Vand met in Cairo on Tuesday. They agreed to meet again."


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[Article]:
    """The articles that are read from now on."""
    found: list[Article] = []

    def reading(article: Article) -> Extract:
        found.append(article)
        return extract(article)

    monkeypatch.setattr(recalling, "extract", reading)
    return found


def test_an_article_is_read_once_for_all_periods(article: Write, read: list[Article]) -> None:
    """And tells the same each time."""
    pile = [article(TEXT), article("A storm sank two boats off Vand on Monday.")]
    first = find_events(pile)
    assert len(read) == 2
    assert find_events(pile) == first
    assert find_events(pile[:1]) == [event for event in first if event.statement.article == pile[0].id]
    assert len(read) == 2


@pytest.mark.parametrize(
    "other", [{"outlet": "Evening Post"}, {"country": "US"}, {"language": "tr"}, {"text": TEXT * 2}]
)
def test_another_article_is_another(other: dict[str, Any], article: Write, read: list[Article]) -> None:
    """Also one with the same id."""
    one = article(TEXT)
    find_events([one])
    find_events([replace(one, **other)])
    assert len(read) == 2


def test_an_article_that_takes_its_day_from_others_is_read_anew_beside_others(
    article: Write, read: list[Article]
) -> None:
    """What "on Tuesday" is depends on them."""
    undated = replace(article(TEXT), published=None)
    days = []
    for day in ("2024-09-14", "2024-05-09"):
        events = find_events([undated, article(TEXT, published=day)])
        days.append({str(report.span) for event in events for report in event.reports if report.article == undated.id})
    assert days[0] != days[1]
    assert undated not in read
    assert len(read) == 4


def test_nothing_is_remembered_of_an_article_that_nobody_holds(article: Write) -> None:
    """It is forgotten at once, by no search for garbage."""
    one = article(TEXT, language="en")
    gc.disable()
    try:
        before = len(recalling._SAID)
        find_events([one])
        assert len(recalling._SAID) == before + 1
        del one
        assert len(recalling._SAID) == before
    finally:
        gc.enable()
