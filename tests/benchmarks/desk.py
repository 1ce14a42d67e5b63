"""What a daily run costs at a desk with a large library, and what reading many local pages into an empty one costs.

    python tests/benchmarks/desk.py [--articles 100000] [--new 300] [--pages 1000] [--keep FOLDER]

The articles are made up by `tests/desk/piles.py`: two weeks of 300 a day are read, extracted and told for good; the weeks
before are copies of these, with every date moved back and every id its own, written as digesting would have written them. So
within any weeks the library looks as it would, while the words of a week come again two weeks earlier.
"""

from __future__ import annotations

import argparse
import hashlib
import re
import resource
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import msgspec

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from briefing.composing.changes import state_of
from briefing.desk.digesting import digest, transaction
from briefing.events.blocks import blocks_of_event, words_of
from briefing.events.folding import fold_text
from briefing.events.reports import Extract
from briefing.library.articles import put_article, put_placed
from briefing.library.coding import decoded, unpacked
from briefing.library.events import put_words, replace_events
from briefing.library.extracts import put_extract
from briefing.library.schema import open_library
from briefing.model import Article, Event
from tests.desk.piles import pile

PORTION, DAYS = 4_200, 14
NOW = datetime(2024, 9, 15, 6, 0, tzinfo=UTC)
DESK = '[make]\nformats = ["md"]\n[[sources]]\nfolder = "today"\n'
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_ID = re.compile(r"pile-\d{6}|Outlet \w")  # articles and outlets: the same words from one outlet would be one article


def build(path: Path, articles: int) -> list[Article]:
    """A library of so many articles, and those of the day that follows."""
    whole = pile(PORTION + 300, seed=1, days=DAYS)
    with closing(open_library(path)) as db:
        db.execute("PRAGMA synchronous=OFF")
        with transaction(db):
            for article in whole[:PORTION]:
                put_article(db, article, source="s", now=NOW - timedelta(days=1))
        digest(db, NOW - timedelta(days=1))
        extracts = [one for (data,) in db.execute("SELECT data FROM extracts") if (one := unpacked(data, Extract))]
        events = [event for (data,) in db.execute("SELECT data FROM events") if (event := decoded(data, Event))]
        for copy in range(1, articles // PORTION):
            with transaction(db):
                _copy(db, extracts, events, copy)
            print(f"  {copy * PORTION + PORTION:,} articles", file=sys.stderr, flush=True)
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return whole[PORTION:]


def _copy(db: Any, extracts: list[Extract], events: list[Event], copy: int) -> None:
    """The weeks once more, so many times a fortnight earlier."""
    back = timedelta(days=DAYS * copy)
    for one in extracts:
        moved = _moved(one, Extract, back, copy)
        put_article(db, moved.article, source="s", now=NOW - back)
        put_extract(db, moved)
        put_placed(db, moved.article)
    told = [_moved(event, Event, back, copy) for event in events]
    told = [
        replace(one, id=hashlib.sha256(f"{one.id}{copy}".encode()).hexdigest()[:12], learnt=NOW - back) for one in told
    ]
    put_words(db, Counter(word for one in told for word in words_of(one)))
    rows = ((one, words_of(one), blocks_of_event(one), _text(one), state_of(one)) for one in told)
    replace_events(db, rows, NOW - back)
    db.execute("UPDATE articles SET told = 1 WHERE told = 0")


def _text(event: Event) -> str:
    return " ".join(fold_text(report.text) for report in event.reports)


def _moved(value: Any, kind: Any, back: timedelta, copy: int) -> Any:
    """A value with every day in it moved back and every article another one."""
    return msgspec.convert(_walk(msgspec.to_builtins(value), back, copy), kind)


def _walk(value: Any, back: timedelta, copy: int) -> Any:
    if isinstance(value, dict):
        return {key: _walk(one, back, copy) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_walk(one, back, copy) for one in value]
    if isinstance(value, str) and _DAY.fullmatch(value):
        return (date.fromisoformat(value) - back).isoformat()
    if isinstance(value, str) and _ID.fullmatch(value):
        return f"{value}-{copy}"
    return value


# ---- measuring --------------------------------------------------------------------------------


def run(folder: Path, *arguments: str) -> tuple[float, float, float]:
    """Seconds by the clock, seconds of the processor and megabytes that a command takes in a process of its own."""
    before, begun = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    command = [sys.executable, "-c", _PEAK, *arguments]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode not in {0, 3}:
        raise SystemExit(done.stderr)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return time.perf_counter() - begun, used, float(done.stderr.split()[-1])


_PEAK = """
import resource, sys
from briefing.cli import main
try:
    main(sys.argv[1:])
finally:
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024, file=sys.stderr)
"""


def write_files(folder: Path, articles: list[Article], *, pages: bool = False) -> None:
    """Articles as files: pages of a news site, or text with front matter."""
    folder.mkdir()
    for one in articles:
        if pages:
            told = "".join(f"<p>{part}.</p>" for part in one.text.rstrip(".").split(". "))
            head = f'<meta property="article:published_time" content="{one.published}T04:00:00Z">'
            page = f"<html lang='en'><head><title>{one.title}</title>{head}</head><body><nav>Home News Sport</nav>"
            text = f"{page}<article><h1>{one.title}</h1>{told * 3}</article></body></html>"
            (folder / f"{one.id}.html").write_text(text, encoding="utf-8")
        else:
            head = f"---\ntitle: {one.title}\noutlet: {one.outlet}\npublished: {one.published}\n---\n\n"
            (folder / f"{one.id}.md").write_text(head + one.text, encoding="utf-8")


def measured(what: str, figures: Iterator[tuple[float, float, float]] | list[tuple[float, float, float]]) -> None:
    """A line: the steps of a run together, and the most memory that any of them took."""
    walls, used, memory = zip(*figures, strict=True)
    print(f"{what}: {sum(walls):.1f} s by the clock, {sum(used):.1f} s of processor, {max(memory):.0f} MB")


def main() -> None:
    """Build, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--new", type=int, default=300)
    parser.add_argument("--pages", type=int, default=1_000)
    parser.add_argument("--keep", type=Path)
    asked = parser.parse_args()
    with TemporaryDirectory() as temporary:
        folder = asked.keep or Path(temporary)
        if asked.articles:
            measure_day(folder / f"desk-{asked.articles}", asked.articles, asked.new)
        if asked.pages:
            measure_pages(Path(temporary) / "pages", asked.pages)


def measure_day(desk: Path, articles: int, new: int) -> None:
    """The daily run: fetch what is new, make the brief since the last."""
    desk.mkdir(parents=True, exist_ok=True)
    (desk / "brief.toml").write_text(DESK, encoding="utf-8")
    begun = time.perf_counter()
    coming = build(desk / "brief.library", articles)[:new]
    size = (desk / "brief.library").stat().st_size / 1e6
    print(f"built {articles:,} articles in {time.perf_counter() - begun:.0f} s, {size:.0f} MB")
    (desk / "today").mkdir()
    first = run(desk, "make", "--since", "last")
    measured("a first brief of all of it", [first])
    write_files(desk / "new", coming)
    (desk / "today").rmdir()
    (desk / "new").rename(desk / "today")
    fetched = run(desk, "fetch", "--quiet")
    measured(f"fetching {new} articles", [fetched])
    made = run(desk, "make", "--since", "last")
    measured("making the brief since the last", [made])
    measured("the daily run", [fetched, made])


def measure_pages(desk: Path, pages: int) -> None:
    """A folder of pages into an empty library."""
    desk.mkdir(parents=True)
    (desk / "brief.toml").write_text(DESK, encoding="utf-8")
    write_files(desk / "today", pile(pages, seed=3, start=date(2024, 9, 1), days=30), pages=True)
    measured(f"{pages:,} local pages read, extracted and stored", [run(desk, "fetch", "--quiet")])


if __name__ == "__main__":
    main()
