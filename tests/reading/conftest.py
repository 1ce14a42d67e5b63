"""What the reading tests share: write a file, read it, look at what came out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from briefing.errors import Problem
from briefing.model import Article
from briefing.reading import read_articles

Read = Callable[..., tuple[list[Article], list[Problem]]]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Write one file into an empty folder and read it: its articles and its problems."""

    def write_and_read(name: str, content: str | bytes) -> tuple[list[Article], list[Problem]]:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        problems: list[Problem] = []
        return list(read_articles(path, problems)), problems

    return write_and_read


@pytest.fixture
def read_one(read: Read) -> Callable[[str, str | bytes], Article]:
    """Read a file that holds one article and nothing wrong."""

    def one(name: str, content: str | bytes) -> Article:
        articles, problems = read(name, content)
        assert problems == []
        assert len(articles) == 1
        return articles[0]

    return one
