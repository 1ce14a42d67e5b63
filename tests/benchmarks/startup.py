"""How long the command line takes from a cold start, in milliseconds: `make bench` prints it.

Each row is a number of fresh processes, one after the other; the first row is the bare interpreter, for scale. The
articles are those of examples/, or of the folder that BRIEFING_SEEDS names.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]
STARTS = 15


def milliseconds(command: list[str]) -> float:
    """The time from start to end of one process that must succeed."""
    before = time.perf_counter()
    subprocess.run(command, check=True, stdin=subprocess.DEVNULL, capture_output=True)
    return (time.perf_counter() - before) * 1000


def row(label: str, command: list[str]) -> str:
    """One line of the table: the least, the median and the greatest of several starts, after one that is not counted."""
    milliseconds(command)
    times = [milliseconds(command) for _ in range(STARTS)]
    return f"| {label} | {min(times):.0f} | {statistics.median(times):.0f} | {max(times):.0f} |"


def main() -> None:
    """Print the table."""
    brief = str(Path(sys.executable).with_name("brief"))
    seeds = os.environ.get("BRIEFING_SEEDS")
    articles, name = (seeds, "seeds") if seeds else (str(ROOT / "examples"), "examples")
    print(f"Python {sys.version.split()[0]}, {os.cpu_count()} cores, {STARTS} starts, milliseconds\n")
    print("| command | least | median | greatest |\n| --- | ---: | ---: | ---: |")
    print(row("python -c pass", [sys.executable, "-c", "pass"]))
    print(row("brief --help", [brief, "--help"]))
    with tempfile.TemporaryDirectory() as output:
        make = [brief, "make", articles, "--format", "md", "--output", output]
        print(row(f"brief make {name} --format md", make))


if __name__ == "__main__":
    main()
