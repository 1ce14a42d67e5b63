"""How fast English time expressions are found, in CPU time: `speed.py DOCUMENTS.jsonl [CHECKOUT …]`.

DOCUMENTS holds lines of {"dct": "YYYY-MM-DD", "text": …}. Each run is a fresh process, as patterns are compiled when
they are first needed: one sentence to warm up, then all documents twice. With checkouts of this project behind it,
each is measured in turn, since the speed of a machine that others use drifts: compare only what one call prints.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

ROOT = Path(__file__).parents[2]
RUNS = 7


def seconds(work: Callable[[], object]) -> float:
    """The CPU time that a piece of work takes in this process."""
    before = time.process_time()
    work()
    return time.process_time() - before


def measure(path: str) -> None:
    """Print the characters of all documents and the seconds of the first call, the first and the second pass."""
    from briefing import find_dates

    lines = Path(path).read_text(encoding="utf-8").splitlines()
    documents = [(entry["text"], date.fromisoformat(entry["dct"][:10])) for entry in map(json.loads, lines)]

    def read_all() -> None:
        for text, published in documents:
            find_dates(text, published=published, language="en")

    day = date(2024, 9, 14)
    first_call = seconds(lambda: find_dates("It began on Friday, 13 September 2024.", published=day, language="en"))
    print(json.dumps([sum(len(text) for text, _ in documents), first_call, seconds(read_all), seconds(read_all)]))


def main() -> None:
    """Print a row for each checkout."""
    if os.environ.get("BRIEFING_MEASURED"):
        measure(sys.argv[1])
        return
    runs: dict[str, list[list[float]]] = {checkout: [] for checkout in sys.argv[2:] or [str(ROOT)]}
    for checkout in [*runs] * RUNS:
        command = [sys.executable, __file__, sys.argv[1]]
        environment = os.environ | {"PYTHONPATH": checkout, "BRIEFING_MEASURED": "1"}
        done = subprocess.run(command, env=environment, capture_output=True, check=True)
        runs[checkout].append(json.loads(done.stdout))
    print("| checkout | first call, ms | first pass, KB/s | second pass, KB/s |\n| --- | ---: | ---: | ---: |")
    for checkout, rows in runs.items():
        size, call, first, second = (statistics.median(column) for column in zip(*rows, strict=True))
        print(f"| {checkout} | {call * 1000:.0f} | {size / first / 1000:.0f} | {size / second / 1000:.0f} |")


if __name__ == "__main__":
    main()
