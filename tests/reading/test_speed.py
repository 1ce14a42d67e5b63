"""Reading costs only what it needs."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path

from briefing.reading import read_sources

HEAVY = ("trafilatura", "lxml", "htmldate", "dateparser", "yaml", "markdown", "json")


def test_text_files_import_nothing_heavy(tmp_path: Path) -> None:
    """Two plain text files, one with a date in its header, are read without any of the large libraries."""
    (tmp_path / "a.txt").write_text(
        "Talks resume in Ankara | News\n\nDelegates met on Friday.\n\nRelated posts\n\nFerries wait"
    )
    (tmp_path / "b.txt").write_text(
        " date 2024-09-14 Talks resume\n\n7 dead, 40 hurt in 2024\n\nDelegates met recently."
    )
    program = (
        "import sys; before = set(sys.modules); from briefing.reading import read_sources; read_sources(sys.argv[1], []);"
        f"print([name for name in {HEAVY!r} if name in set(sys.modules) - before])"
    )
    run = subprocess.run([sys.executable, "-c", program, str(tmp_path)], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


def test_json_lines_are_quick(tmp_path: Path) -> None:
    """A thousand articles, 6 MB, take well under a second on any machine (0.1 s on an idle one)."""
    text = "\n\n".join("word " * 64 + "end." for _ in range(18))
    lines = (
        json.dumps({"id": f"a{n}", "published": "2024-09-14", "title": f"Story {n}", "text": f"{n} {text}"})
        for n in range(1_000)
    )
    path = tmp_path / "a.jsonl"
    path.write_text("\n".join(lines))
    start = time.perf_counter()
    articles, _ = read_sources(path, [])
    assert len(articles) == 1_000
    assert time.perf_counter() - start < 0.8
