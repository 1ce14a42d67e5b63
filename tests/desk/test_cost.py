"""What a daily run asks of the library is answered from its indices, so that a large library costs no more than a small one."""

from __future__ import annotations

import re
import sqlite3

import pytest

from briefing.library.schema import open_library as really_open
from tests.desk.conftest import Office, feed, page
from tests.desk.piles import pile
from tests.fetching.conftest import Server

LARGE = (
    "articles",
    "events",
    "extracts",
    "bodies",
    "versions",
    "sketches",
    "tellings",
    "blocks",
    "words",
    "states",
    "figures",
)
READS_ALL = re.compile(rf"SCAN (?:{'|'.join(LARGE)})(?! USING)")


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """Every question that is put to the library, with its values."""
    found: set[str] = set()

    def open_library(*arguments: object, **options: bool) -> sqlite3.Connection:
        db = really_open(*arguments, **options)  # type: ignore[arg-type]
        db.set_trace_callback(lambda said: found.add(said) if said.startswith("SELECT") else None)
        return db

    monkeypatch.setattr("briefing.library.schema.open_library", open_library)
    return found


def test_no_table_that_grows_is_read_through(office: Office, site: Server, asked: set[str]) -> None:
    """By fetching, making, status, a fix of each kind of target, and the listing of what is found by a word."""
    site["/feed"] = feed("Daily B", "/a", "/b")
    site["/a"] = page("Talks", "The envoys met in Ankara on Friday to discuss a truce.", published="2024-09-14")
    site["/b"] = page("Fire", "A fire destroyed the old paper mill near Bristol on Sunday.", published="2024-09-15")
    (office.folder / "articles").mkdir()
    for one in pile(6, seed=2):
        head = f"---\noutlet: {one.outlet}\npublished: {one.published}\n---\n\n"
        (office.folder / "articles" / f"{one.id}.md").write_text(head + one.text, encoding="utf-8")
    office.configure(site.url("/feed"), more='[[sources]]\nfolder = "articles"')
    office.fetch()
    office.fetch()
    office.run("fix", "Outlet A", "--drop", "--reason", "out of scope", code=None)
    office.run("fix", office.events()[0]["id"], "--drop", "--reason", "no event")
    office.make()
    office.make()
    office.run("events", "--find", "minister")
    office.run("status", code=None)
    assert len(asked) > 50
    with office.library() as db:
        plans = {said: [row[3] for row in db.execute(f"EXPLAIN QUERY PLAN {said}")] for said in asked}
    slow = {said: plan for said, plan in plans.items() if any(READS_ALL.match(step) for step in plan)}
    assert slow == {}
