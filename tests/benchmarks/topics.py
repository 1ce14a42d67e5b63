"""How well a topic keeps one story of a mixed pile: BRIEFING_DATA=FOLDER python tests/benchmarks/topics.py.

The pile is 60 articles of each of eight stories; a story's folder stands for what belongs to its topics.
"""

from __future__ import annotations

import os
import random
import sys
from dataclasses import replace
from pathlib import Path

from briefing import read_articles
from briefing.composing import Request, Unused, compose, latest_publication, period_of, zone_named
from briefing.events import find_story
from briefing.model import Article, Event

EACH = 60
ASKED = {
    "t17-dev/egypt": ["Egypt protests", "Egypt uprising", "Mubarak"],
    "t17-dev/finan": ["financial crisis", "bank bailout"],
    "t17-dev/haiti": ["Haiti earthquake", "Haiti"],
    "t17-dev/iraq": ["Iraq war", "Iraq"],
    "entities-dev/Charles_Taylor": ["Charles Taylor", "Charles Taylor war crimes trial"],
    "entities-dev/Chris_Brown": ["Chris Brown", "Chris Brown assault"],
    "entities-dev/Jacob_Zuma": ["Jacob Zuma", "Zuma corruption"],
    "entities-dev/Hassan_Rouhani": ["Hassan Rouhani", "Iran nuclear deal", "Rouhani Iran president"],
}


def pile(data: Path) -> list[Article]:
    """The mixed articles, each with its story before its id."""
    drawn = random.Random(1)  # noqa: S311
    return [
        replace(article, id=f"{story} {article.id}")
        for story in ASKED
        for article in drawn.sample(list(read_articles(data / story / "articles.jsonl")), EACH)
    ]


def is_of(event: Event, story: str) -> bool:
    """Whether any article of a story tells an event."""
    return any(article.startswith(f"{story} ") for article in event.articles)


def main() -> None:
    """Print, for each topic, how much of its story is kept, and how much of what is kept is of its story."""
    articles = pile(Path(os.environ["BRIEFING_DATA"]))
    found, zone = find_story(articles), zone_named("UTC")
    period = period_of(None, None, latest=latest_publication(articles, zone), zone=zone)

    def events(topic: str) -> list[Event]:
        return [entry.event for entry in compose(found, Request(period, topic), Unused()).events]

    everything = events("")
    sys.stdout.write(
        f"{'topic':32} {'story':>6} {'kept':>6} {'others':>6} {'recall':>7} {'precision':>9} of the 25 weightiest\n"
    )
    for story, topics in ASKED.items():
        own = sum(is_of(event, story) for event in everything)
        for topic in topics:
            kept = sorted(events(topic), key=lambda event: (-event.score, event.id))
            right = sum(is_of(event, story) for event in kept)
            first = sum(is_of(event, story) for event in kept[:25])
            sys.stdout.write(
                f"{topic:32} {own:6} {right:6} {len(kept) - right:6} {right / own:7.2f} {right / max(1, len(kept)):9.2f} "
                f"{first}/{len(kept[:25])}\n"
            )


if __name__ == "__main__":
    main()
