"""The same article twice counts once; a reprint is an article of its own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from briefing.errors import Problem
from briefing.reading import read_sources

TEXT = "Envoys met on the shore of the lake on Friday and parted without a result."


def read(folder: Path, *records: dict[str, str]) -> tuple[list[tuple[str, str]], int]:
    """Outlet and publication of each article that a file of these records holds, and the repetitions."""
    (folder / "wire.jsonl").write_text("\n".join(json.dumps({"text": TEXT} | r) for r in records), encoding="utf-8")
    problems: list[Problem] = []
    articles, repeats = read_sources(str(folder), problems)
    assert problems == []
    assert len({article.id for article in articles}) == len(articles)
    return [(article.outlet, str(article.published)) for article in articles], repeats


@pytest.mark.parametrize(
    ("records", "articles", "repeats"),
    [
        ([{"outlet": "A", "published": "2024-09-14"}] * 2, [("A", "2024-09-14")], 1),
        ([{"outlet": "A", "published": "2024-09-14"}, {"published": "2024-09-14"}], [("A", "2024-09-14")], 1),
        (
            [{"outlet": "A", "published": "2024-09-14"}, {"outlet": "B", "published": "2024-09-14"}],
            [("A", "2024-09-14"), ("B", "2024-09-14")],
            0,
        ),
        ([{"outlet": "A"}, {"outlet": "A", "published": "2024-09-14"}], [("A", "2024-09-14")], 1),
        ([{"outlet": "A"}, {"outlet": "A"}], [("A", "None")], 1),
    ],
    ids=["twice", "once without its outlet", "two outlets", "the later copy is dated", "no copy is dated"],
)
def test_an_article_counts_once_and_a_reprint_for_itself(
    records: list[dict[str, str]], articles: list[tuple[str, str]], repeats: int, tmp_path: Path
) -> None:
    """Copies are dropped and counted, the dated one is kept, and another outlet's reprint stays."""
    assert read(tmp_path, *records) == (articles, repeats)
