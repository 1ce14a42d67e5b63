"""Killed at any moment: no article is lost or doubled, no brief is half-written, and the next run goes on."""

from __future__ import annotations

import json
import os
import random
import select
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.desk.conftest import Office, assert_sound, conditional, feed, page
from tests.desk.piles import pile
from tests.fetching.conftest import Server

KILLS = 200
PAGES = 100
FIRST = 20
COMMANDS = (("fetch",), ("make", "--since", "last"))

# A process that has imported all that a run needs, and copies itself for each: a run is killed at work, not while it starts.
MOTHER = """
import json, os, sys
import briefing.desk.fetching, briefing.desk.issuing, feedparser, trafilatura, urllib3, lxml.html
from briefing.cli import main
print("ready", flush=True)
for asked in sys.stdin:
    child = os.fork()
    if not child:
        code = 70
        try:
            code = main(json.loads(asked)) or 0
        except SystemExit as end:
            code = end.code or 0
        finally:
            os._exit(code)
    print(child, flush=True)
    print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)
"""


@dataclass
class Runs:
    """Runs of ``brief``, one at a time, each in a process of its own; ``said`` is what they write to standard error."""

    mother: subprocess.Popen[bytes]
    said: Path

    def line(self) -> str:
        """What the mother says next."""
        assert self.mother.stdout
        return self.mother.stdout.readline().decode().strip()

    def begin(self, *arguments: str) -> int:
        """Begin a run; the number of its process."""
        assert self.mother.stdin
        self.mother.stdin.write(json.dumps(arguments).encode() + b"\n")
        return int(self.line())

    def whole(self, *arguments: str) -> float:
        """How long a run takes that nobody kills."""
        begun = time.monotonic()
        self.begin(*arguments)
        self.end()
        return time.monotonic() - begun

    def end(self) -> None:
        """Wait for the end of a run, which has failed at nothing."""
        code = int(self.line())
        assert code in {0, 3}, self.said.read_text(encoding="utf-8")[-2_000:]

    def killed(self, after: float, *arguments: str) -> bool:
        """Kill a run that many seconds after it began; whether it was still at work."""
        child = self.begin(*arguments)
        assert self.mother.stdout
        if select.select([self.mother.stdout], [], [], after)[0]:
            self.end()
            return False
        os.kill(child, signal.SIGKILL)
        return int(self.line()) == -signal.SIGKILL


@pytest.fixture
def runs(office: Office, tmp_path: Path) -> Iterator[Runs]:
    """Runs in the office."""
    said = tmp_path / "said"
    command = [sys.executable, "-c", MOTHER]
    with (
        said.open("wb") as errors,
        subprocess.Popen(
            command, cwd=office.folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=errors, bufsize=0
        ) as mother,
    ):
        found = Runs(mother, said)
        assert found.line() == "ready"
        yield found
        assert mother.stdin
        mother.stdin.close()


def listed(site: Server, count: int) -> None:
    """The feed of the site, with so many pages."""
    site["/feed"] = conditional(feed("Daily B", *(f"/{number}" for number in range(count))))


def assert_whole(office: Office) -> None:
    """Every brief in the folder of briefs and in the library is whole."""
    for path in (office.folder / "output").glob("brief-*"):
        text = path.read_text(encoding="utf-8")
        assert json.loads(text) if path.suffix == ".json" else "## Method" in text
    with office.library() as db:
        numbers = [number for (number,) in db.execute("SELECT number FROM briefs ORDER BY number")]
        assert numbers == list(range(1, len(numbers) + 1))
        kept = dict(db.execute("SELECT brief, count(*) FROM brief_files GROUP BY brief"))
        assert kept == dict.fromkeys(numbers, 4)  # Markdown, JSON, and the two bodies of the letter


@pytest.mark.slow
def test_killed_at_random_moments(office: Office, site: Server, runs: Runs) -> None:
    """Two hundred times, while it fetches or makes a brief; a run that was done before is none of them."""
    chance = random.Random(6)  # noqa: S311 -- no secret
    for number, one in enumerate(pile(PAGES, seed=4)):
        site[f"/{number}"] = page(one.title, one.text, published=str(one.published), outlet=one.outlet)
    listed(site, FIRST)
    office.configure(site.url("/feed"))
    usual = {command: runs.whole(*command) for command in COMMANDS}
    kills = 0
    while kills < KILLS:
        count = FIRST + (PAGES - FIRST) * (kills + 1) // KILLS
        listed(site, count)
        command = chance.choice(COMMANDS)
        begun = time.monotonic()
        if runs.killed(chance.uniform(0, 1.1 * usual[command]), *command):
            kills += 1
        else:
            usual[command] = (usual[command] + time.monotonic() - begun) / 2  # there is less to do now
        with office.library() as db:
            assert_sound(db)
            urls = [url for (url,) in db.execute("SELECT url FROM articles")]
            assert len(urls) == len(set(urls)) <= count
        assert_whole(office)
    for command in COMMANDS:
        runs.whole(*command)
    with office.library() as db:
        found = {url for (url,) in db.execute("SELECT url FROM articles WHERE told = 1")}
        assert_sound(db)
    assert found == {site.url(f"/{number}") for number in range(PAGES)}
    assert_whole(office)
