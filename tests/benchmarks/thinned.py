"""Print how timelines fare when a third of the articles is missing: ``BRIEFING_DATA=FOLDER python tests/benchmarks/thinned.py [DRAWS]``.

A rule that only suits one pile shows here: what is chosen from two thirds of its articles, drawn at random, is scored against the
same human timelines, as `timeline.sh` scores the whole. ``BRIEFING_BENCH`` names the folder of the scorer.
"""

from __future__ import annotations

import importlib
import json
import os
import random
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from briefing import find_events, read_articles, select_timeline
from briefing.model import Article

_DATA = Path(os.environ["BRIEFING_DATA"])
sys.path.insert(0, os.environ.get("BRIEFING_BENCH", str(_DATA.parent / "bench")))

tls_eval: Any = importlib.import_module("tls_eval")

_KEPT = 2 / 3
_MEASURES = ("date", "align1", "align2")
_Timeline = list[tuple[str, list[str]]]


def main(draws: int) -> None:
    """A line for each draw, and the mean."""
    topics = sorted(path for path in (_DATA / "t17-dev").iterdir() if path.is_dir())
    piles = [(list(read_articles(topic / "articles.jsonl")), _timelines(topic / "timelines.jsonl")) for topic in topics]
    found = [_scores(piles, random.Random(draw)) for draw in range(draws)]  # noqa: S311 -- a sample, no secret
    for draw, scores in enumerate(found):
        print(f"draw {draw}: " + "  ".join(f"{name} {scores[name]:.4f}" for name in _MEASURES))
    print("mean:   " + "  ".join(f"{name} {sum(one[name] for one in found) / draws:.4f}" for name in _MEASURES))


def _timelines(path: Path) -> list[_Timeline]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def _scores(piles: Sequence[tuple[list[Article], list[_Timeline]]], drawing: random.Random) -> dict[str, float]:
    """The mean F1 over all timelines, each told from its own draw."""
    text = tls_eval.Text()
    results = []
    for articles, timelines in piles:
        kept = drawing.sample(articles, round(_KEPT * len(articles)))
        for reference in timelines:
            told = tls_eval.Timeline(_told(kept, reference), text)
            results.append(tls_eval.score(told, tls_eval.Timeline(reference, text)))
    averages = tls_eval.average(results)
    return {name: averages[name]["f1"] for name in _MEASURES}


def _told(articles: Sequence[Article], reference: _Timeline) -> list[tuple[str, list[str]]]:
    """The timeline of the size and the window of a reference."""
    days = sorted(date.fromisoformat(day) for day, _ in reference)
    inside = [
        one for one in articles if one.published and one.published.first and days[0] <= one.published.first <= days[-1]
    ]
    sentences = max(1, round(sum(len(said) for _, said in reference) / len(reference)))
    told = select_timeline(find_events(inside), since=days[0], until=days[-1], dates=len(days), sentences=sentences)
    return [(day.isoformat(), list(said)) for day, said in told]


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else 5)
