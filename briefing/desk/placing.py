"""Undated articles at a desk: dated by what the library holds already, or, days later, by what comes in.

Within one portion the stage of events does it alone; a page that bears no day and the one that tells it seldom come in
the same hour.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from datetime import datetime, timedelta

from briefing.errors import Problem
from briefing.events.finding import place
from briefing.events.folding import fold_text
from briefing.events.publication import infer_publication
from briefing.library.articles import full_articles, undated_since
from briefing.library.events import articles_alike
from briefing.model import Article

__all__ = ["placed"]

_WAITS = timedelta(days=7)  # for another article that tells its day
_MOST_WAITING = 100  # articles looked at again, the latest learnt
_OPENING = 400  # characters that hold an article's own news
_WORDS = 16  # of them, the longest, by which it is looked for
_LIKE = 8  # articles held against an undated one


def placed(
    db: sqlite3.Connection,
    articles: Sequence[Article],
    without: AbstractSet[str],
    problems: list[Problem],
    now: datetime,
) -> list[Article]:
    """Articles with their language told and their day inferred; with them undated ones of lately that they date.

    Nothing is dated by an article that is ``without``.
    """
    own = {article.id for article in articles}
    waiting = undated_since(db, now - _WAITS, _MOST_WAITING)
    told = place([*articles, *(one for one in waiting if one.id not in own | without)], problems)
    undated = [article for article in told if not article.published]
    dated = {article.id: article for article in _dated_by_library(db, undated, without)}
    found = [dated.get(article.id, article) for article in told]
    return [article for article in found if article.id in own or article.published]


def _dated_by_library(db: sqlite3.Connection, undated: Sequence[Article], without: AbstractSet[str]) -> list[Article]:
    """Undated articles held against those of the library that are most like them."""
    wanted = {one for article in undated for one in articles_alike(db, _words(article), _LIKE)}
    known = full_articles(db, sorted(wanted - without - {article.id for article in undated}))
    return infer_publication([*undated, *known])[: len(undated)] if known else []


def _words(article: Article) -> list[str]:
    words = set(fold_text(f"{article.title} {article.text[:_OPENING]}").split())
    return sorted(words, key=lambda word: (-len(word), word))[:_WORDS]
