"""Articles in the library: each once, a changed one as its next version, reprints linked and not doubled."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from briefing.library.articles import (
    Body,
    Put,
    articles_named,
    articles_of,
    count_articles,
    full_articles,
    learnt_of_address,
    learnt_since,
    put_article,
    untold_articles,
)
from briefing.model import Article
from tests.conftest import Write

DAY = timedelta(days=1)
NOW = datetime(2024, 9, 14, 6, 0, tzinfo=UTC)
URL = "https://daily.example/port"
LONG = (
    "Dock workers in the harbour stopped work on Friday after a night of talks with the owners of the cranes. "
    "The union said that three hundred people had joined, and that they would stay out until the new rota is "
    "withdrawn. The owners said that two ships had been sent on to another harbour, and that they were ready to talk."
)

Put_ = Callable[..., tuple[Put, str]]


@pytest.fixture
def put(library: sqlite3.Connection) -> Put_:
    """Put an article into the library: ``put(article, at=NOW)``."""

    def run(one: Article, at: datetime = NOW, body: bytes = b"") -> tuple[Put, str]:
        return put_article(library, one, source="feed", now=at, body=Body(body) if body else None)

    return run


def test_same_words_of_one_outlet_are_one_article(library: sqlite3.Connection, put: Put_, article: Write) -> None:
    """Under another address too; that address then leads to the article."""
    first = article(LONG, outlet="Daily B", url=URL, id="a")
    assert put(first) == (Put.ADDED, "a")
    assert put(first) == (Put.KNOWN, "a")
    assert put(replace(first, id="b", url=URL + "?from=feed")) == (Put.KNOWN, "a")
    assert count_articles(library) == 1
    assert learnt_of_address(library, URL + "?from=feed") == NOW
    assert learnt_of_address(library, "https://daily.example/other") is None


def test_white_space_is_no_change(library: sqlite3.Connection, put: Put_, article: Write) -> None:
    """A page that is only set anew is known."""
    put(article(LONG, url=URL, id="a"))
    assert put(article(LONG.replace(". ", ".\n\n"), url=URL, id="z")) == (Put.KNOWN, "a")
    assert count_articles(library) == 1


def test_changed_page_is_the_next_version_of_its_article(
    library: sqlite3.Connection, put: Put_, article: Write
) -> None:
    """It keeps its id; what it said before is kept with the day it was learnt, and events are made of it anew."""
    put(article(LONG, url=URL, id="a"), body=b"<p>one</p>")
    library.execute("UPDATE articles SET told = 1")
    changed = LONG.replace("three hundred", "four hundred")
    assert put(article(changed, url=URL, id="another"), at=NOW + DAY, body=b"<p>two</p>") == (Put.UPDATED, "a")
    assert [(one.id, one.text) for one in untold_articles(library, 9)] == [("a", changed)]
    kept = library.execute("SELECT version, learnt, text FROM versions").fetchall()
    assert kept == [(1, "2024-09-14T06:00:00.000000Z", LONG)]
    assert library.execute("SELECT version FROM articles").fetchone() == (2,)
    assert library.execute("SELECT version FROM bodies ORDER BY version").fetchall() == [(1,), (2,)]
    assert learnt_since(library, NOW, NOW + DAY) == ["a"]


def test_corrected_day_of_the_same_words_is_a_change(library: sqlite3.Connection, put: Put_, article: Write) -> None:
    """A day given later, as in the front matter of a file, counts though no word of the text is another."""
    put(article(LONG, "", id="a"))
    library.execute("UPDATE articles SET told = 1")
    assert put(article(LONG, "2024-09-14", id="a"), at=NOW + DAY) == (Put.UPDATED, "a")
    (told,) = untold_articles(library, 9)
    assert str(told.published) == "2024-09-14"
    assert put(article(LONG, "", id="a"), at=NOW + 2 * DAY) == (Put.KNOWN, "a"), "a day is not unlearnt"


def test_reprint_of_another_outlet_is_an_article_linked_to_the_first(
    library: sqlite3.Connection, put: Put_, article: Write
) -> None:
    """The same words from two outlets are two articles, one a copy of the other."""
    put(article(LONG, outlet="Agency A", url="https://a.example/1", id="a"))
    put(article(f"Our correspondent.\n\n{LONG}", outlet="Daily B", url="https://b.example/1", id="b"))
    put(article("Bakers will bake on Sunday. " * 20, outlet="Daily C", id="c"))
    assert library.execute("SELECT id, copy_of FROM articles ORDER BY id").fetchall() == [
        ("a", None), ("b", "a"), ("c", None),
    ]  # fmt: skip


def test_copy_of_a_copy_is_linked_to_the_first(library: sqlite3.Connection, put: Put_, article: Write) -> None:
    """All reprints of one text name the same article."""
    for outlet in "ABC":
        put(article(f"Our correspondent in {outlet}.\n\n{LONG}", outlet=f"Agency {outlet}", id=outlet))
    assert library.execute("SELECT copy_of FROM articles ORDER BY id").fetchall() == [(None,), ("A",), ("A",)]


def test_reprint_is_found_among_articles_that_share_standing_lines(
    library: sqlite3.Connection, put: Put_, article: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What many articles end with links none of them, and hides no reprint."""
    monkeypatch.setattr("briefing.library.articles._COMMON", 3)
    foot = " ".join(f"standing{number}" for number in range(30))
    texts = [" ".join(f"story{story}word{number}" for number in range(60)) for story in range(8)]
    for story, text in enumerate(texts):
        put(article(f"{text} {foot}", outlet="Agency A", id=f"story-{story}"))
    put(article(f"{texts[5]} {foot}", outlet="Daily B", id="reprint"))
    linked = library.execute("SELECT id, copy_of FROM articles WHERE copy_of IS NOT NULL").fetchall()
    assert linked == [("reprint", "story-5")]


def test_short_texts_are_no_copies(library: sqlite3.Connection, put: Put_, article: Write) -> None:
    """Two lines that are alike by chance are linked to nothing."""
    put(article("Talks go on.", outlet="Agency A", id="a"))
    put(article("Talks go on.", outlet="Daily B", id="b"))
    assert library.execute("SELECT copy_of FROM articles").fetchall() == [(None,), (None,)]


def test_one_id_from_two_sources_is_two_articles(library: sqlite3.Connection, article: Write) -> None:
    """Two files that both number their records from 1 do not overwrite each other."""
    put_article(library, article("The ferry sank on Friday.", id="1"), source="one.jsonl", now=NOW)
    told = put_article(library, article("The mill burnt on Friday.", id="1"), source="two.jsonl", now=NOW)
    assert told[0] is Put.ADDED
    assert count_articles(library) == 2
    again = put_article(library, article("The mill burnt on Friday.", id="1"), source="two.jsonl", now=NOW)
    assert again == (Put.KNOWN, told[1])
    changed = article("The mill burnt down on Friday.", id="1")
    assert put_article(library, changed, source="two.jsonl", now=NOW) == (Put.UPDATED, told[1])
    assert put_article(library, changed, source="two.jsonl", now=NOW) == (Put.KNOWN, told[1])


def test_one_id_in_one_source_at_two_addresses_is_two_articles(library: sqlite3.Connection, article: Write) -> None:
    """An address says more than an id."""
    put_article(library, article("The ferry sank on Friday.", id="1", url=URL), source="x.jsonl", now=NOW)
    put_article(library, article("The mill burnt on Friday.", id="1", url=URL + "2"), source="x.jsonl", now=NOW)
    assert count_articles(library) == 2


def test_articles_are_named_by_id_address_source_or_outlet(
    library: sqlite3.Connection, put: Put_, article: Write
) -> None:
    """In this order; what nothing has names nothing."""
    put(article("One.", outlet="Daily B", url=URL, id="a"))
    put(article("Two.", outlet="Daily B", url=URL + "2", id="b"))
    assert articles_named(library, "a") == ["a"]
    assert articles_named(library, URL + "2") == ["b"]
    assert articles_named(library, "feed") == articles_named(library, "Daily B") == ["a", "b"]
    assert articles_named(library, "nobody") == []


def test_articles_come_back_as_they_were_put(library: sqlite3.Connection, put: Put_, article: Write) -> None:
    """With every field, and, for a brief's list of sources, with the opening of the text alone."""
    one = article("Delegates met.", outlet="Daily B", url=URL, id="a", title="Talks", country="TR")
    put(replace(one, published_at=NOW, left_out="Related posts"))
    (whole,) = full_articles(library, ["a"])
    assert (whole.text, whole.published_at, whole.country) == ("Delegates met.", NOW, "TR")
    assert replace(whole, published_at=None) == one
    assert [(short.title, short.text) for short in articles_of(library, ["a", "zz"])] == [("Talks", "Delegates met.")]
