"""What a daily run costs at a desk with a large library, and what reading many local pages into an empty one costs.

    python tests/benchmarks/desk.py [--articles 100000] [--pages 1000] [--keep FOLDER]

The articles are made up by `tests/desk/piles.py`: two weeks of 300 a day are read, extracted and told for good; the weeks
before are copies of these, with every date moved back, every id its own and every name, place and thing another one, written
as digesting would have written them. So within any weeks the library looks as it would.
"""

from __future__ import annotations

import argparse
import hashlib
import re
import resource
import shutil
import sqlite3
import subprocess
import sys
import time
import zlib
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from briefing.composing.changes import state_of
from briefing.desk.digesting import digest
from briefing.events.blocks import blocks_of_event, words_of
from briefing.events.folding import fold_text
from briefing.events.reports import Extract
from briefing.library.articles import put_article, put_placed
from briefing.library.coding import decoded
from briefing.library.events import put_words, replace_events
from briefing.library.extracts import put_extract
from briefing.library.schema import open_library
from briefing.library.transaction import transaction
from briefing.model import Article, Event
from tests.desk.piles import PEOPLE, PLACES, THINGS, pile

PORTION, DAYS, NEW = 4_200, 14, 300
NOW = datetime(2024, 9, 15, 6, 0, tzinfo=UTC)
DESK = '[make]\nformats = ["md"]\n[[sources]]\nfolder = "today"\n'
T = TypeVar("T")


def build(path: Path, articles: int) -> None:
    """A library of so many articles."""
    whole = pile(PORTION + NEW, seed=1, days=DAYS)
    with closing(open_library(path)) as db:
        for pragma in ("synchronous = OFF", "cache_size = -500000"):
            db.execute(f"PRAGMA {pragma}")
        with transaction(db):
            for article in map(_counting, whole[:PORTION]):
                put_article(db, article, source="s", now=NOW - timedelta(days=1))
        digest(db, NOW - timedelta(days=1))
        extracts = [zlib.decompress(data) for (data,) in db.execute("SELECT data FROM extracts")]
        events = [data for (data,) in db.execute("SELECT data FROM events")]
        for copy in range(1, -(-articles // PORTION)):
            with transaction(db):
                _copy(db, extracts, events, copy)
            print(f"  {copy * PORTION + PORTION:,} articles", file=sys.stderr, flush=True)
        db.execute("PRAGMA journal_mode = DELETE")


def _counting(article: Article) -> Article:
    """Every other article gives a figure."""
    number = int(article.id.removeprefix("pile-"))
    return (
        article
        if number % 2
        else replace(article, text=f"{article.text} At least {number % 90 + 2} people were injured.")
    )


def _copy(db: sqlite3.Connection, extracts: list[bytes], events: list[bytes], copy: int) -> None:
    """The weeks once more, so many times a fortnight earlier, about other people, places and things."""
    then = NOW - timedelta(days=DAYS * copy)
    for data in extracts:
        moved = _moved(data, Extract, copy)
        marked = replace(
            moved.article, text=f"{moved.article.text} Edition {copy}."
        )  # the same words would be the same article
        moved = replace(moved, article=marked)
        put_article(db, moved.article, source="s", now=then)
        put_extract(db, moved)
        put_placed(db, moved.article)
    told = [_moved(data, Event, copy) for data in events]
    told = [replace(one, id=hashlib.sha256(f"{one.id}{copy}".encode()).hexdigest()[:12], learnt=then) for one in told]
    put_words(db, Counter(word for one in told for word in words_of(one)))
    rows = ((one, words_of(one), blocks_of_event(one), _text(one), state_of(one)) for one in told)
    replace_events(db, rows, then)
    db.execute("UPDATE articles SET told = 1 WHERE told = 0")


def _text(event: Event) -> str:
    return " ".join(fold_text(report.text) for report in event.reports)


def _moved(data: bytes, kind: type[T], copy: int) -> T:
    """A value from its bytes with other days, ids and words in it, each as long as before, so that all offsets hold."""
    value = decoded(_MOVES.sub(lambda found: _instead(found[0], copy), data), kind)
    assert value is not None
    return value


@cache
def _instead(found: bytes, copy: int) -> bytes:
    """A day a fortnight earlier for each copy; an article's number onwards; for a name another one of the same length."""
    word = found.decode()
    if word[0].isdigit():
        return (date.fromisoformat(word) - timedelta(days=DAYS * copy)).isoformat().encode()
    if word.startswith("pile-"):
        return f"pile-{int(word[5:]) + PORTION * copy:06d}".encode()
    named = next(
        (own for own in (word, word[1:]) if own in _ALIKE), ""
    )  # before it may stand a byte that tells its length
    alike = _ALIKE.get(named, [named])
    return (word.removesuffix(named) + alike[(alike.index(named) + copy) % len(alike)]).encode()


_MOVES = re.compile(rb"\d{4}-\d{2}-\d{2}|pile-\d{6}|[A-Za-z]{4,13}")
_ALIKE = {
    word: [one for one in words if len(one) == len(word)]
    for words in (PLACES, PEOPLE, THINGS, [*map(str.lower, PLACES)], [*map(str.lower, PEOPLE)])
    for word in words
}


# ---- measuring --------------------------------------------------------------------------------


def run(folder: Path, *arguments: str, at: datetime = NOW) -> tuple[float, float, float]:
    """Seconds by the clock, seconds of processor and megabytes that a command takes at a moment, in a process of its own."""
    before, begun = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    command = [sys.executable, "-c", _RUN.format(at), *arguments]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode not in {0, 3}:
        raise SystemExit(done.stderr)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return time.perf_counter() - begun, used, float(done.stderr.split()[-1])


_RUN = """
import resource, sys
from datetime import datetime
from briefing.cli import main
import briefing.desk.commands, briefing.desk.issuing
briefing.desk.commands.now = briefing.desk.issuing.now = lambda: datetime.fromisoformat("{}")
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
    parser.add_argument("--pages", type=int, default=1_000)
    parser.add_argument("--keep", type=Path, help="a folder in which the built library stays for the next time")
    asked = parser.parse_args()
    with TemporaryDirectory() as temporary:
        folder = Path(temporary)
        if asked.articles:
            kept = (asked.keep or folder) / f"built-{asked.articles}.library"
            measure_day(folder / "desk", kept, asked.articles)
        if asked.pages:
            measure_pages(folder / "pages", asked.pages)


def measure_day(desk: Path, kept: Path, articles: int) -> None:
    """The daily run: fetch what is new, make the brief since the last."""
    desk.mkdir(parents=True)
    (desk / "brief.toml").write_text(DESK, encoding="utf-8")
    if not kept.exists():
        begun = time.perf_counter()
        unfinished = kept.with_suffix(".unfinished")
        unfinished.unlink(missing_ok=True)
        build(unfinished, articles)
        unfinished.rename(kept)
        print(f"built {articles:,} articles in {time.perf_counter() - begun:.0f} s, {kept.stat().st_size / 1e6:.0f} MB")
    shutil.copyfile(kept, desk / "brief.library")
    (desk / "today").mkdir()
    measured("a first brief of all of it", [run(desk, "make", "--since", "last", at=NOW - timedelta(days=1))])
    write_files(desk / "new", pile(PORTION + NEW, seed=1, days=DAYS)[PORTION:])
    (desk / "today").rmdir()
    (desk / "new").rename(desk / "today")
    fetched = run(desk, "fetch", "--quiet")
    measured(f"fetching {NEW} articles", [fetched])
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
