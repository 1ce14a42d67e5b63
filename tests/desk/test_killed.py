"""Killed at any moment: no article is lost or doubled, no brief is half-written, and the next run goes on."""

from __future__ import annotations

import json
import random
import signal
import subprocess
import sys
import time

import pytest

from tests.desk.conftest import Office, assert_sound, conditional, feed, page
from tests.desk.piles import pile
from tests.fetching.conftest import Server

MOMENTS = 200
PAGES = 60
FIRST = 20

# A process that has imported all it needs before it says so: it is killed at work, not while it starts.
RUN = """
import sys
import briefing.desk.fetching, briefing.desk.issuing, feedparser, trafilatura, urllib3, lxml.html
from briefing.cli import main
print("ready", flush=True)
sys.stdin.readline()
main(sys.argv[1:])
"""


def start(office: Office, *arguments: str) -> subprocess.Popen[str]:
    """A run of ``brief`` in a process of its own, at the very moment when it begins to work."""
    command = [sys.executable, "-c", RUN, *arguments]
    run = subprocess.Popen(
        command, cwd=office.folder, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert run.stdout
    assert run.stdin
    assert run.stdout.readline() == "ready\n"
    run.stdin.write("\n")
    run.stdin.flush()
    return run


def seconds_of(run: subprocess.Popen[str]) -> float:
    """How long a run takes that nobody kills."""
    begun = time.monotonic()
    told = run.communicate()[1]
    assert run.returncode in {0, 3}, told
    return time.monotonic() - begun


def kill(run: subprocess.Popen[str], after: float) -> None:
    """Kill a run that many seconds after it began; one that was done before has failed at nothing."""
    try:
        told = run.communicate(timeout=after)[1]
    except subprocess.TimeoutExpired:
        run.send_signal(signal.SIGKILL)
        run.communicate()
    else:
        assert run.returncode in {0, 3}, told


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
        assert kept == dict.fromkeys(numbers, 2)


@pytest.mark.slow
def test_killed_at_random_moments(office: Office, site: Server) -> None:
    """Two hundred times, while it fetches or makes a brief."""
    chance = random.Random(6)  # noqa: S311 -- no secret
    for number, one in enumerate(pile(PAGES, seed=4)):
        site[f"/{number}"] = page(one.title, one.text, published=str(one.published), outlet=one.outlet)
    listed(site, FIRST)
    office.configure(site.url("/feed"))
    usual = {command: seconds_of(start(office, *command)) for command in (("fetch",), ("make", "--since", "last"))}
    for moment in range(MOMENTS):
        count = FIRST + (PAGES - FIRST) * (moment + 1) // MOMENTS
        listed(site, count)
        command = chance.choice(list(usual))
        kill(start(office, *command), chance.uniform(0, 1.1 * usual[command]))
        with office.library() as db:
            assert_sound(db)
            urls = [url for (url,) in db.execute("SELECT url FROM articles")]
            assert len(urls) == len(set(urls)) <= count
        assert_whole(office)
    seconds_of(start(office, "fetch"))
    seconds_of(start(office, "make", "--since", "last"))
    with office.library() as db:
        found = {url for (url,) in db.execute("SELECT url FROM articles WHERE told = 1")}
        assert_sound(db)
    assert found == {site.url(f"/{number}") for number in range(PAGES)}
    assert_whole(office)
