"""Articles to events in the library: the order and the portions in which they come make (nearly) no difference to a reader."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from briefing import read_articles
from briefing.desk.deciding import withdraw
from briefing.desk.digesting import digest
from briefing.library.articles import put_article
from briefing.library.schema import open_library
from briefing.library.transaction import transaction
from briefing.model import Article
from tests.conftest import EXAMPLES, Write
from tests.desk.conftest import assert_sound, events_in
from tests.desk.piles import pile

NOW = datetime(2024, 9, 16, 6, 0, tzinfo=UTC)
Seen = set[tuple[str, frozenset[str]]]


@pytest.fixture(scope="module", params=["examples", "pile 1", "pile 2"])
def articles(request: pytest.FixtureRequest) -> list[Article]:
    """The project's own articles, and generated ones of many stories."""
    if request.param == "examples":
        return list(read_articles(EXAMPLES, []))
    return pile(60, seed=int(request.param[-1]))


def digested(portions: Sequence[Sequence[Article]], path: Path) -> Iterator[sqlite3.Connection]:
    """A library after each portion of articles."""
    with closing(open_library(path)) as db:
        for number, portion in enumerate(portions):
            with transaction(db):
                for article in portion:
                    put_article(db, article, source="s", now=NOW + timedelta(hours=number))
            digest(db, NOW + timedelta(hours=number))
            assert_sound(db)
            yield db


def seen(portions: Sequence[Sequence[Article]], path: Path) -> Seen:
    """What a reader sees of the events in the end: their dates, and which articles tell them."""
    found: Seen = set()
    for db in digested(portions, path):
        found = {(str(event.span), frozenset(event.articles)) for event in events_in(db)}
    return found


def in_portions(articles: Sequence[Article], size: int) -> list[Sequence[Article]]:
    """The articles, so many at a time."""
    return [articles[at : at + size] for at in range(0, len(articles), size)]


def likeness(one: Seen, other: Seen) -> float:
    """Of all events seen in either, the part that is seen in both."""
    return len(one & other) / len(one | other)


@pytest.mark.parametrize("size", [1, 5])
@pytest.mark.parametrize("order", ["as published", "backwards", "shuffled"])
def test_portions_and_order_make_little_difference(
    size: int, order: str, articles: list[Article], tmp_path: Path
) -> None:
    """Four of five events of the examples, which are undated, vague and in three languages, and all of the piles."""
    ordered = sorted(articles, key=lambda one: (str(one.published), one.id))
    if order == "shuffled":
        random.Random(7).shuffle(ordered)  # noqa: S311 -- no secret
    elif order == "backwards":
        ordered.reverse()
    at_once = seen([articles], tmp_path / "at_once")
    least = 0.98 if ordered[0].id.startswith("pile") else 0.8
    assert likeness(at_once, seen(in_portions(ordered, size), tmp_path / "portions")) >= least


def test_order_within_a_portion_makes_no_difference(articles: list[Article], tmp_path: Path) -> None:
    """None at all."""
    assert seen([articles], tmp_path / "one") == seen([articles[::-1]], tmp_path / "other")


def test_ids_survive_what_comes_later(articles: list[Article], tmp_path: Path) -> None:
    """An id once given leads, for good, to an event that tells one of the same articles."""
    known: dict[str, frozenset[str]] = {}
    for db in digested(in_portions(articles, 5), tmp_path / "library"):
        events = {event.id: frozenset(event.articles) for event in events_in(db)}
        led = dict(db.execute("SELECT id, event FROM aliases"))
        for own, told in known.items():
            home = own if own in events else led.get(own)
            assert home in events, f"{own} leads nowhere"
            assert events[home] & told or own in led
        known |= events
    assert len(known) > 10


def test_nothing_new_changes_nothing(articles: list[Article], tmp_path: Path) -> None:
    """Digesting again leaves every event and every state as it was."""
    list(digested([articles], tmp_path / "library"))
    with closing(open_library(tmp_path / "library")) as db:
        before = db.execute("SELECT id, data FROM events ORDER BY id").fetchall()
        states = db.execute("SELECT * FROM states ORDER BY event, at").fetchall()
        with transaction(db):
            db.execute("UPDATE articles SET told = 0")
        digest(db, NOW + timedelta(days=1))
        assert db.execute("SELECT id, data FROM events ORDER BY id").fetchall() == before
        assert db.execute("SELECT * FROM states ORDER BY event, at").fetchall() == states
        assert_sound(db)


# ---- undated articles -------------------------------------------------------------------------

UNDATED = Article(
    id="undated",
    text="Turkish intelligence chief Ibrahim Kalin met members of the Hamas political bureau in Ankara on Friday.",
    title="Kalin meets Hamas in Ankara",
    language="en",
)


@pytest.mark.parametrize("first", ["undated", "dated"])
def test_undated_article_is_dated_by_one_of_another_day(first: str, tmp_path: Path, article: Write) -> None:
    """Whichever of the two comes first: "on Friday" is the Friday before the dated one."""
    dated = article(
        "Turkish spy chief Ibrahim Kalin recently held talks with the Hamas political bureau in Ankara.",
        "2024-09-14",
        title="Kalin and Hamas talk in Ankara",
    )
    order = [[UNDATED], [dated]] if first == "undated" else [[dated], [UNDATED]]
    assert seen(order, tmp_path / "library") == {("2024-09-13", frozenset({"undated", dated.id}))}


def test_withdrawn_article_dates_nothing(tmp_path: Path, article: Write) -> None:
    """What is left out does not live on in the dates of others."""
    dated = article(
        "Turkish spy chief Ibrahim Kalin recently held talks with the Hamas political bureau in Ankara.",
        "2024-09-14",
        title="Kalin and Hamas talk in Ankara",
    )
    with closing(open_library(tmp_path / "library")) as db:
        for one in (dated, UNDATED):
            with transaction(db):
                put_article(db, one, source="s", now=NOW)
            if one is dated:
                digest(db, NOW)
                withdraw(db, dated.id, "retracted", NOW)
            digest(db, NOW)
        assert [str(event.span) for event in events_in(db) if event.articles] != ["2024-09-13"]
        assert_sound(db)
