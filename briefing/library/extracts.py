"""What articles yield, kept under their content and the engine that read them, so that nothing is read twice."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from briefing.events.reports import Extract
from briefing.library.coding import encoded, packed, unpacked
from briefing.library.sketching import content_of
from briefing.model import Article

__all__ = [
    "count_outdated",
    "engine_version",
    "extract_of",
    "extracts_of",
    "forget_outdated",
    "outdated",
    "put_extract",
]

_ROOMS = ("temporal", "events", "model")  # whose code decides what an article yields, and whose values it is
_FILES = ("datespan.py",)
_MANY = 500


@cache
def engine_version() -> str:
    """A hash of all code that reads dates and events, and of what it makes: with a change of any rule all is read anew."""
    found = hashlib.blake2b(digest_size=8)
    for name in _FILES:
        found.update(f"{name}\n".encode() + (files("briefing") / name).read_bytes())
    for room in _ROOMS:
        for name, data in sorted(_sources(files("briefing") / room)):
            found.update(f"{room}/{name}\n".encode() + data)
    return found.hexdigest()


def _sources(folder: Traversable) -> Iterator[tuple[str, bytes]]:
    for one in folder.iterdir():
        if one.is_dir():
            yield from ((f"{one.name}/{name}", data) for name, data in _sources(one))
        elif one.name.endswith((".py", ".tsv")):
            yield one.name, one.read_bytes()


def put_extract(db: sqlite3.Connection, extract: Extract) -> None:
    """Keep what an article yields. Part of the caller's transaction."""
    article = extract.article
    db.execute(
        "INSERT OR REPLACE INTO extracts VALUES (?, ?, ?, ?)",
        (article.id, content_of(article), engine_version(), packed(extract)),
    )
    db.execute("DELETE FROM figures WHERE article = ?", (article.id,))
    rows = [(article.id, str(figure.as_of or article.published or ""), encoded(figure)) for figure in extract.figures]
    db.executemany("INSERT INTO figures VALUES (?, ?, ?)", rows)


def extract_of(db: sqlite3.Connection, article: Article) -> Extract | None:
    """What an article yields, if these very words, of this very day, have been read by this very engine."""
    row = db.execute("SELECT content, engine, data FROM extracts WHERE article = ?", (article.id,)).fetchone()
    if row is None or row[0] != content_of(article) or row[1] != engine_version():
        return None
    extract = unpacked(row[2], Extract)
    return extract if extract and _is_told_alike(extract.article, article) else None


def _is_told_alike(kept: Article, article: Article) -> bool:
    """Whether two articles of the same words are read in the same way: from the same day, place and tongue."""
    fields = ("published", "published_at", "published_from", "language", "country", "outlet", "inferred_from")
    return all(getattr(kept, field) == getattr(article, field) for field in fields)


def extracts_of(db: sqlite3.Connection, articles: Iterable[str]) -> Iterator[Extract]:
    """The extracts of articles as they are kept, by whatever engine."""
    wanted = sorted(set(articles))
    for at in range(0, len(wanted), _MANY):
        some = wanted[at : at + _MANY]
        marks = ",".join("?" * len(some))
        for (data,) in db.execute(f"SELECT data FROM extracts WHERE article IN ({marks})", some):  # noqa: S608
            if extract := unpacked(data, Extract):
                yield extract


def count_outdated(db: sqlite3.Connection) -> int:
    """How many articles were read by another engine than this."""
    return int(db.execute("SELECT count(*) FROM extracts WHERE engine <> ?", (engine_version(),)).fetchone()[0])


def outdated(db: sqlite3.Connection, limit: int) -> list[str]:
    """The ids of articles that were read by another engine than this, the latest published first."""
    asked = (
        "SELECT id FROM extracts JOIN articles ON id = article WHERE engine <> ? ORDER BY published DESC, id LIMIT ?"
    )
    return [own for (own,) in db.execute(asked, (engine_version(), limit))]


def forget_outdated(db: sqlite3.Connection, articles: Iterable[str]) -> None:
    """Forget what another engine read in some articles. Part of the caller's transaction."""
    rows = [(article, engine_version()) for article in articles]
    db.executemany("DELETE FROM extracts WHERE article = ? AND engine <> ?", rows)
