"""Articles in the library: each content once, a changed page as the next version of the same article, reprints linked.

An article keeps its id through all its versions, so that what rests on it survives a correction by its outlet.
"""

from __future__ import annotations

import re
import sqlite3
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from hashlib import blake2b
from pathlib import PurePath

from briefing.library.coding import decoded, encoded, instant, moment
from briefing.library.sketching import content_of, sketch
from briefing.model import Article

__all__ = [
    "Body",
    "Put",
    "articles_at",
    "articles_named",
    "articles_of",
    "count_articles",
    "full_articles",
    "ids_of_place",
    "is_one_article",
    "is_told_in",
    "learnt_of_address",
    "learnt_since",
    "mark_untold",
    "put_article",
    "put_placed",
    "undated_since",
    "untold_articles",
]

_ALIKE = 8  # of the 12 hashes of a sketch: more in common is one text printed twice
_FEWEST = 4  # hashes that tell: of fewer nothing can be said
_COMMON = 50  # articles that share a hash and are not copies of each other: it is then nobody's own
_OPENING = 1_000  # characters of a text that tell what it is about
_MANY = 500  # variables of one statement
_IN_FILE = re.compile(r" \w+ \d+$")  # "all.jsonl line 12": behind the name of the file
_BY_URL = "url = :url AND url <> ''"  # as the index has it, which knows no articles without an address


class Put(StrEnum):
    """What became of an article that was put into the library."""

    ADDED = "added"
    KNOWN = "known"  # the same words from the same outlet stand there already
    UPDATED = "updated"  # a new version of an article that stands there


@dataclass(frozen=True, slots=True)
class Body:
    """A page as it was fetched."""

    data: bytes
    content_type: str = ""


def put_article(
    db: sqlite3.Connection, article: Article, *, source: str, now: datetime, body: Body | None = None
) -> tuple[Put, str]:
    """Store an article and say what became of it and under which id. Part of the caller's transaction.

    It is the one of its address, else the one of its id from the same source; an id that another article has already is
    no name for it, and it gets one of its own.
    """
    content = content_of(article)
    if not _is_of(db, article, source):
        article = replace(article, id=_own_id(article, source))
    known = _same_article(db, article)
    if known:
        number, own, old, version, day = known
        if old == content and not _tells_day(article, day):
            return Put.KNOWN, own
        _supersede(db, number)
        _write(db, replace(article, id=own), source, content, now, body, version=version + 1, number=number)
        return Put.UPDATED, own
    if twin := _same_words(db, content, article.outlet):
        if article.url:
            db.execute("INSERT OR IGNORE INTO addresses VALUES (?, ?, ?)", (article.url, twin, moment(now)))
        return Put.KNOWN, twin
    _write(db, article, source, content, now, body)
    return Put.ADDED, article.id


def learnt_of_address(db: sqlite3.Connection, url: str) -> datetime | None:
    """When the page of an address was last read anew, None if it never was."""
    asked = (
        f"SELECT max(at) FROM (SELECT learnt AS at FROM articles WHERE {_BY_URL} "  # noqa: S608 -- our own words
        "UNION ALL SELECT at FROM addresses WHERE url = :url)"
    )
    (at,) = db.execute(asked, {"url": url}).fetchone()
    return instant(at) if at else None


def articles_of(db: sqlite3.Connection, ids: Iterable[str]) -> Iterator[Article]:
    """The current versions of articles, in no order, as they were placed in time; of their text only the opening."""
    wanted = list(dict.fromkeys(ids))
    for at in range(0, len(wanted), _MANY):
        some = wanted[at : at + _MANY]
        marks = ",".join("?" * len(some))
        for row in db.execute(
            f"SELECT coalesce(placed, rest), substr(text, 1, {_OPENING}) FROM articles WHERE id IN ({marks})",  # noqa: S608
            some,
        ):
            yield _article(*row)


def full_articles(db: sqlite3.Connection, ids: Iterable[str]) -> list[Article]:
    """The current versions of articles, as they were placed in time."""
    asked = "SELECT coalesce(placed, rest), text FROM articles WHERE id = ?"
    return [_article(*row) for own in ids for row in db.execute(asked, (own,))]


def untold_articles(db: sqlite3.Connection, limit: int) -> list[Article]:
    """Articles of which no events are made yet, earliest published first."""
    asked = "SELECT rest, text FROM articles WHERE told = 0 ORDER BY published IS NULL, published, number LIMIT ?"
    return [_article(*row) for row in db.execute(asked, (limit,))]


def undated_since(db: sqlite3.Connection, since: datetime, limit: int) -> list[Article]:
    """The articles learnt after a moment of which events are made and that nothing has dated yet, the latest first."""
    asked = (
        "SELECT rest, text, placed FROM articles WHERE learnt > ? AND published IS NULL AND told = 1 "
        "ORDER BY learnt DESC, number LIMIT ?"
    )
    rows = db.execute(asked, (moment(since), limit)).fetchall()
    return [_article(rest, text) for rest, text, placed in rows if not (placed and _article(placed, "").published)]


def articles_named(db: sqlite3.Connection, written: str) -> list[str]:
    """The ids of the articles that an id, an address, or the address of a source means, or an outlet's name."""
    for which in ("id = :url", _BY_URL, "source = :url", "outlet = :url"):
        rows = db.execute(f"SELECT id FROM articles WHERE {which} ORDER BY number", {"url": written})  # noqa: S608
        if found := [own for (own,) in rows]:
            return found
    return []


def articles_at(db: sqlite3.Connection, written: str) -> list[str]:
    """The ids of the articles that were read in a file, by its path or its name, or that an address led to."""
    asked = "SELECT article FROM addresses WHERE url = ?"
    if found := [own for (own,) in db.execute(asked, (written,))]:
        return found
    wanted = PurePath(written)
    if not wanted.suffix:  # all articles are looked through, which only the name of a file is worth
        return []
    rows = db.execute("SELECT id, rest FROM articles WHERE instr(rest, ?) > 0 ORDER BY number", (wanted.name.encode(),))
    places = {own: _article(rest, "").place for own, rest in rows}
    return [own for own, place in places.items() if _ends_alike(place, wanted)] or [
        own for own, place in places.items() if _ends_alike(_IN_FILE.sub("", place), wanted)
    ]


def _ends_alike(place: str, wanted: PurePath) -> bool:
    """Whether a place is that of a file, as far as both name its folders."""
    parts = PurePath(place).parts
    return bool(parts) and all(
        own == other for own, other in zip(reversed(parts), reversed(wanted.parts), strict=False)
    )


def ids_of_place(db: sqlite3.Connection, source: str, place: str) -> list[str]:
    """The ids of the articles that were read at a place of a source: in a file of a folder."""
    asked = "SELECT id, rest FROM articles WHERE source = ? AND url = '' AND instr(rest, ?) > 0"
    rows = db.execute(asked, (source, place.encode()))
    return [own for own, rest in rows if _article(rest, "").place == place]


def is_one_article(db: sqlite3.Connection, written: str) -> bool:
    """Whether what is written is an article's own id or address, and not its source's or outlet's."""
    asked = f"SELECT 1 FROM articles WHERE id = :url OR ({_BY_URL})"  # noqa: S608
    return db.execute(asked, {"url": written}).fetchone() is not None


def is_told_in(db: sqlite3.Connection, ids: Sequence[str], sentence: str) -> bool:
    """Whether one of some articles holds a sentence, in its text or its title."""
    for at in range(0, len(ids), _MANY):
        some = ids[at : at + _MANY]
        asked = f"SELECT 1 FROM articles WHERE id IN ({','.join('?' * len(some))}) AND instr(text || title, ?) LIMIT 1"  # noqa: S608
        if db.execute(asked, (*some, sentence)).fetchone():
            return True
    return False


def mark_untold(db: sqlite3.Connection, articles: Iterable[str]) -> None:
    """Have events made anew of some articles. Part of the caller's transaction."""
    db.executemany("UPDATE articles SET told = 0 WHERE id = ?", [(article,) for article in articles])


def put_placed(db: sqlite3.Connection, article: Article) -> None:
    """Keep an article as it was placed: its language told, its day inferred. Part of the caller's transaction."""
    placed = encoded(replace(article, text="", left_out=""))
    db.execute("UPDATE articles SET placed = ? WHERE id = ?", (placed, article.id))


def learnt_since(db: sqlite3.Connection, since: datetime | None, until: datetime) -> list[str]:
    """The ids of the articles that came into the library, or changed in it, after one moment and up to another."""
    asked = "SELECT id FROM articles WHERE learnt > ? AND learnt <= ? ORDER BY number"
    return [own for (own,) in db.execute(asked, (moment(since) if since else "", moment(until)))]


def count_articles(db: sqlite3.Connection) -> int:
    """How many articles the library holds."""
    return int(db.execute("SELECT count(*) FROM articles").fetchone()[0])


def _article(rest: bytes, text: str) -> Article:
    article = decoded(rest, Article)
    if article is None:
        raise ValueError("the library holds an article of another shape")  # a migration was forgotten
    return replace(article, text=text)


def _is_of(db: sqlite3.Connection, article: Article, source: str) -> bool:
    """Whether the id of an article is free, or that of an earlier version of it: from its source, of no other address."""
    row = db.execute("SELECT source, url FROM articles WHERE id = ?", (article.id,)).fetchone()
    return row is None or (row[0] == source and (not row[1] or not article.url or row[1] == article.url))


def _own_id(article: Article, source: str) -> str:
    return blake2b(f"{source}\n{article.url}\n{article.id}".encode(), digest_size=8).hexdigest()


def _tells_day(article: Article, known: str | None) -> bool:
    """Whether an article whose words are known says another day than before, and does not only say none."""
    return article.published is not None and str(article.published) != known


def _same_article(db: sqlite3.Connection, article: Article) -> tuple[int, str, bytes, int, str | None] | None:
    """The stored article of the same address, else of the same id: its row, id, content, version and day."""
    chosen = "SELECT number, id, content, version, published FROM articles WHERE "
    ways = [*([_BY_URL, "id = (SELECT article FROM addresses WHERE url = :url)"] if article.url else []), "id = :id"]
    named = {"url": article.url, "id": article.id}
    found = (db.execute(f"{chosen}{which}", named).fetchone() for which in ways)
    return next((row for row in found if row), None)


def _same_words(db: sqlite3.Connection, content: bytes, outlet: str) -> str:
    """The id of an article with the same words from the same outlet, or from an outlet unknown."""
    for own, its in db.execute("SELECT id, outlet FROM articles WHERE content = ?", (content,)):
        if its == outlet or not its or not outlet:
            return str(own)
    return ""


def _supersede(db: sqlite3.Connection, number: int) -> None:
    db.execute(
        "INSERT OR REPLACE INTO versions SELECT id, version, learnt, title, text, published FROM articles WHERE number = ?",
        (number,),
    )


def _write(
    db: sqlite3.Connection,
    article: Article,
    source: str,
    content: bytes,
    now: datetime,
    body: Body | None,
    *,
    version: int = 1,
    number: int | None = None,
) -> None:
    published = str(article.published) if article.published else None
    hashes = sketch(article.text)
    copied = _copied(db, hashes, article.id)
    db.execute(
        "INSERT OR REPLACE INTO articles (number, id, url, outlet, title, text, published, learnt, source, content, "
        "version, copy_of, left_out, told, rest) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,0,?)",
        (
            number, article.id, article.url, article.outlet, article.title, article.text, published, moment(now), source,
            content, version, copied, article.left_out, encoded(replace(article, text="", left_out="")),
        ),
    )  # fmt: skip
    db.execute("DELETE FROM sketches WHERE article = ?", (article.id,)) if version > 1 else None
    if not copied:  # a further copy is held against what this one copies
        db.executemany("INSERT OR IGNORE INTO sketches VALUES (?, ?)", [(one, article.id) for one in hashes])
    if body:
        row = (article.id, version, moment(now), body.content_type, zlib.compress(body.data))
        db.execute("INSERT OR REPLACE INTO bodies VALUES (?, ?, ?, ?, ?)", row)


def _copied(db: sqlite3.Connection, hashes: Sequence[int], own: str) -> str | None:
    """The earliest article of nearly the same words.

    What many articles share, as the standing lines of an outlet, is no part of the words that tell one from another.
    """
    shared: Counter[str] = Counter()
    telling = 0
    for one in hashes:
        rows = db.execute("SELECT article FROM sketches WHERE hash = ? AND article <> ? LIMIT ?", (one, own, _COMMON))
        found = [article for (article,) in rows]
        if len(found) < _COMMON:
            telling += 1
            shared.update(found)
    if telling < _FEWEST:
        return None
    alike = [article for article, count in shared.items() if count >= min(_ALIKE, telling)]
    if not alike:
        return None
    marks = ",".join("?" * len(alike))
    earliest = db.execute(f"SELECT id FROM articles WHERE id IN ({marks}) ORDER BY number LIMIT 1", alike).fetchone()  # noqa: S608
    return str(earliest[0]) if earliest else None
