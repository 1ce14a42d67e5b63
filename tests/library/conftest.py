"""What the library's tests share: an empty library."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from briefing.library.schema import open_library


@pytest.fixture
def library(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    """An empty library in a file of its own."""
    with closing(open_library(tmp_path / "brief.library")) as db:
        yield db
