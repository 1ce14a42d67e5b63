"""What the desk's tests share: an office with a desk, a site on the loopback to fetch from, and a clock turned by hand."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from briefing.cli import main
from briefing.composing.changes import state_of
from briefing.events.tellings import telling_of
from briefing.library.coding import decoded
from briefing.library.schema import open_library
from briefing.model import Event
from tests.fetching.conftest import Handler, Reply, site, start_site

__all__ = ["Office", "assert_sound", "events_in", "feed", "page", "site", "start_site"]

MORNING = datetime(2024, 9, 16, 6, 0, tzinfo=UTC)  # a Monday


# ---- a site -----------------------------------------------------------------------------------


def page(title: str, *paragraphs: str, published: str = "", outlet: str = "", head: str = "") -> Reply:
    """A page of a news site: a title, paragraphs, the day it was published (``2024-09-14``), whose it is."""
    day = f'<meta property="article:published_time" content="{published}T04:00:00Z">' if published else ""
    whose = f'<meta property="og:site_name" content="{outlet}">' if outlet else ""
    told = "".join(f"<p>{one}</p>" for one in paragraphs)
    text = (
        f'<html lang="en"><head><title>{title}</title>{day}{whose}{head}</head>'
        f"<body><main><article><h1>{title}</h1>{told}</article></main></body></html>"
    )
    return Reply(text.encode(), headers={"Content-Type": "text/html; charset=utf-8"})


def feed(title: str, *paths: str, updated: dict[str, str] | None = None) -> Reply:
    """An Atom feed that lists pages by their paths, some with the moment of their last change; it knows its own mark."""
    changes = updated or {}
    items = "".join(
        f'<entry><id>{path}</id><title>{path}</title><link href="{path}"/>'
        + (f"<updated>{changes[path]}</updated>" if path in changes else "")
        + "</entry>"
        for path in paths
    )
    body = (
        f'<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>{title}</title>{items}</feed>'.encode()
    )
    return Reply(
        body, headers={"Content-Type": "application/atom+xml", "ETag": f'"{hash((title, paths, str(updated)))}"'}
    )


def conditional(reply: Reply) -> Any:
    """The reply as a server gives it that knows its marks: 304 and no body to one who has it."""

    def answer(handler: Handler) -> Reply:
        return Reply(status=304) if handler.headers["If-None-Match"] == reply.headers["ETag"] else reply

    return answer


# ---- an office --------------------------------------------------------------------------------


@dataclass
class Office:
    """A folder in which the commands run, at the time that ``at`` says. Each call gives its exit code and its words."""

    folder: Path
    at: datetime = MORNING
    made: list[str] = field(default_factory=list)

    def configure(self, *feeds: str, more: str = "") -> None:
        """Write ``brief.toml``: feeds that are asked without delay, and whatever else."""
        sources = "".join(f'[[sources]]\nfeed = "{url}"\n' for url in feeds)
        text = f'[make]\nformats = ["md", "json"]\n[fetch]\ndelay = 0\ntimeout = 5\n{more}\n{sources}'
        (self.folder / "brief.toml").write_text(text, encoding="utf-8")

    def run(self, *arguments: str, code: int | None = 0, stdin: str | None = None) -> Result:
        """Run ``brief`` and check its exit code (None: whatever it is); what it leaves in the library is sound."""
        result = CliRunner().invoke(main, arguments, input=stdin)
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        assert code is None or result.exit_code == code, result.output
        if (self.folder / "brief.library").exists() and code != 1:
            with self.library() as db:
                assert_sound(db)
        return result

    def fetch(self, code: int = 0) -> str:
        """Fetch; what was said."""
        return self.run("fetch", code=code).stderr

    def make(self, *arguments: str, code: int = 0) -> str:
        """Make the brief since the last one; its Markdown."""
        self.run("make", *(arguments or ("--since", "last")), "--quiet", code=code)
        return unescape(self.newest("md").read_text(encoding="utf-8"))

    def data(self) -> dict[str, Any]:
        """The data of the brief made last."""
        found: dict[str, Any] = json.loads(self.newest("json").read_text(encoding="utf-8"))
        return found

    def newest(self, form: str) -> Path:
        """The file of the brief made last."""
        with self.library() as db:
            asked = "SELECT name FROM brief_files WHERE format = ? ORDER BY brief DESC LIMIT 1"
            (name,) = db.execute(asked, (form,)).fetchone()
        return self.folder / "output" / str(name)

    def events(self, words: str = "") -> list[dict[str, Any]]:
        """The events of the library, or those that hold some words."""
        asked = ("--find", words) if words else ()
        listed = self.run("events", "--format", "jsonl", *asked).stdout
        return [json.loads(line) for line in listed.splitlines()]

    def event(self, words: str) -> dict[str, Any]:
        """The one event that holds some words."""
        (found,) = self.events(words)
        return found

    @contextmanager
    def library(self) -> Iterator[sqlite3.Connection]:
        """The library itself."""
        with closing(open_library(self.folder / "brief.library")) as db:
            yield db


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Office:
    """An office with nothing in it."""
    folder = tmp_path / "office"
    folder.mkdir()
    here = Office(folder)
    monkeypatch.chdir(folder)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    for room in ("commands", "issuing"):
        monkeypatch.setattr(f"briefing.desk.{room}.now", lambda: here.at)
    monkeypatch.setattr("briefing.desk.commands._WAIT", 0.2)
    return here


# ---- a sound library --------------------------------------------------------------------------


def events_in(db: sqlite3.Connection) -> list[Event]:
    """Every event of a library, dropped ones too."""
    return [event for (data,) in db.execute("SELECT data FROM events") if (event := decoded(data, Event))]


def assert_sound(db: sqlite3.Connection) -> None:
    """Fail unless all parts of a library fit together: no word invented, no report lost or told twice, no loose end."""
    texts = {own: (text, title) for own, text, title in db.execute("SELECT id, text, title FROM articles")}
    events = {event.id: event for event in events_in(db)}
    told = dict(db.execute("SELECT telling, event FROM tellings"))
    seen: set[str] = set()
    for event in events.values():
        for report in (*event.reports, *event.plans):
            assert telling_of(report) not in seen or told[telling_of(report)] == event.id, "a report is told twice"
            seen.add(telling_of(report))
            assert told[telling_of(report)] == event.id
            if _is_told(db, report.article):
                text = texts[report.article][1 if report.is_headline else 0]
                assert text[report.start : report.end] == report.text, f"{report.text!r} stands nowhere"
    assert set(told) == seen, "a report is noted of an event that does not tell it"
    assert {event for (event,) in db.execute("SELECT DISTINCT event FROM blocks")} == set(events)
    numbers = {number for (number,) in db.execute("SELECT number FROM events")}
    assert {number for (number,) in db.execute("SELECT rowid FROM search")} == numbers
    ends = {event for (event,) in db.execute("SELECT event FROM aliases")}
    assert ends <= set(events), "an id that was given up leads nowhere"
    for own, state, _ in db.execute("SELECT event, state, max(at) FROM states GROUP BY event"):
        assert state == (state_of(events[own]) if own in events else None)


def _is_told(db: sqlite3.Connection, article: str) -> bool:
    return bool(db.execute("SELECT told FROM articles WHERE id = ?", (article,)).fetchone()[0])
