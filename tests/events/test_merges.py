"""Blocks of articles, and which of them tell of one happening: corpus/merges.txt."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import pytest

from briefing import find_events
from briefing.model import Article, Event
from tests.conftest import Write

CORPUS = Path(__file__).parent / "corpus" / "merges.txt"
ARTICLE = re.compile(
    r"(?P<letter>[A-Z]) (?P<day>\d{4}-\d\d-\d\d) (?:(?P<language>[a-z]{2}) )?(?:\[(?P<title>.*?)\] )?(?P<text>.+)"
)


@dataclass(frozen=True)
class Block:
    """A heading, its article lines, and what is expected of them."""

    heading: str
    articles: tuple[re.Match[str], ...]
    groups: tuple[frozenset[str], ...]
    day: str
    disputed: tuple[str, ...]
    planned: frozenset[str]
    denied: frozenset[str]
    tolls: tuple[int, ...]


def read_blocks(text: str) -> list[Block]:
    """The blocks of the corpus."""
    return [_block(part.strip().splitlines()) for part in re.split(r"^## ", text, flags=re.MULTILINE)[1:]]


def _block(lines: list[str]) -> Block:
    lines = [line for line in lines if line.strip() and not line.startswith("# ")]
    articles = [match for line in lines[1:-1] if (match := ARTICLE.fullmatch(line))]
    assert len(articles) == len(lines) - 2, f"a line of {lines[0]!r} is no article"
    groups, *notes = lines[-1].removeprefix("= ").split(" | ")
    told = {note.split()[0]: note.split()[1:] for note in notes}
    return Block(
        heading=lines[0],
        articles=tuple(articles),
        groups=tuple(frozenset(group.split("+")) for group in groups.split(", ")),
        day=next((key for key in told if key[0].isdigit()), ""),
        disputed=tuple(told.get("disputed", ())),
        planned=frozenset(told.get("planned", ())),
        denied=frozenset(told.get("denied", ())),
        tolls=tuple(map(int, told.get("tolls", ()))),
    )


def told_by(event: Event) -> frozenset[str]:
    """The outlets that report an event or announced it."""
    return frozenset(report.outlet for report in (*event.reports, *event.plans))


BLOCKS = read_blocks(CORPUS.read_text("utf-8"))


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: block.heading)
def test_reports_are_merged_as_a_reader_would(block: Block, article: Write) -> None:
    """Articles stand in one event exactly where they tell of one happening; its day, disputes and plans are right."""
    told = [_article(match, article) for match in block.articles]
    events = find_events(told)
    together = {pair for event in events for pair in combinations(sorted(told_by(event)), 2)}
    assert together == {pair for group in block.groups for pair in combinations(sorted(group), 2)}
    if not block.day:
        return
    (event,) = (event for event in events if told_by(event) == block.groups[0])
    assert (str(event.span), [str(span) for span in event.disputed]) == (block.day, list(block.disputed))
    assert {report.outlet for report in event.plans} == block.planned
    assert tuple(figure.value for figure in event.disputed_tolls) == block.tolls
    assert set(event.origins) == {outlet.lower() for outlet in block.groups[0] - block.planned - block.denied}


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: block.heading)
def test_the_order_of_the_articles_changes_no_block(block: Block, article: Write) -> None:
    """The last article first gives the same events with the same ids."""
    told = [_article(match, article) for match in block.articles]
    assert find_events(told) == find_events(told[::-1])


def _article(match: re.Match[str], write: Write) -> Article:
    return write(
        match["text"],
        match["day"],
        outlet=match["letter"],
        language=match["language"] or "en",
        title=match["title"] or "",
        id=match["letter"],
    )
