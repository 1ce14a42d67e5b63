"""Reading costs only what it needs."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

HEAVY = ("trafilatura", "lxml", "htmldate", "dateparser", "yaml", "markdown", "json")


def imported(source: Path) -> str:
    """Which of the large libraries reading a source imports, in a fresh interpreter."""
    program = (
        "import sys; before = set(sys.modules); from briefing.reading import read_sources; read_sources(sys.argv[1], []);"
        f"print([name for name in {HEAVY!r} if name in set(sys.modules) - before])"
    )
    run = subprocess.run([sys.executable, "-c", program, str(source)], capture_output=True, text=True, check=True)
    return run.stdout.strip()


def test_text_files_import_nothing_heavy(tmp_path: Path) -> None:
    """Two plain text files, one with a date in its header, are read without any of the large libraries."""
    (tmp_path / "a.txt").write_text(
        "Talks resume in Ankara | News\n\nDelegates met on Friday.\n\nRelated posts\n\nFerries wait"
    )
    (tmp_path / "b.txt").write_text(
        " date 2024-09-14 Talks resume\n\n7 dead, 40 hurt in 2024\n\nDelegates met recently."
    )
    assert imported(tmp_path) == "[]"


def test_json_lines_import_nothing_heavy(tmp_path: Path) -> None:
    """Articles in JSON lines, whose dates stand beside them, are read without any of the large libraries."""
    lines = (
        json.dumps({"id": f"a{n}", "published": "2024-09-14", "title": f"Story {n}", "text": f"{n} delegates met."})
        for n in range(3)
    )
    path = tmp_path / "a.jsonl"
    path.write_text("\n".join(lines))
    assert imported(path) == "['json']"
