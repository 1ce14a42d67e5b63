"""Articles in the library to events in the library: what is new is read, and told together with what it may belong to.

Every step is a transaction: a run that is cut off goes on where it was.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from datetime import datetime

from briefing.desk.placing import placed
from briefing.desk.retelling import tell_again
from briefing.errors import Problem
from briefing.events.finding import garbage_left, problems_of
from briefing.events.reports import Extract, extract
from briefing.library.articles import articles_named, put_placed, untold_articles
from briefing.library.extracts import extract_of, put_extract
from briefing.library.fixes import fixes_in_force
from briefing.library.problems import forget_problems, put_problems
from briefing.library.transaction import transaction
from briefing.model import Article, FixKind

__all__ = ["digest", "withdrawn_articles"]

_AT_ONCE = 2_000  # articles told together
_READ_AT_ONCE = 50  # articles whose extracts are stored together


def digest(db: sqlite3.Connection, now: datetime) -> list[Problem]:
    """Make events of all articles that none are made of yet; what is wrong with these articles is kept, and returned."""
    with garbage_left():
        return _digest(db, now)


def _digest(db: sqlite3.Connection, now: datetime) -> list[Problem]:
    met: list[Problem] = []
    while articles := untold_articles(db, _AT_ONCE):
        problems: list[Problem] = []
        extracts = _read(db, articles, problems, now)
        known = {article.id for article in articles}
        articles = [*articles, *(one.article for one in extracts if one.article.id not in known)]  # dated by now
        problems += [problem for one in extracts for problem in problems_of(one)]
        with transaction(db):
            for article in articles:
                forget_problems(db, "dating", article.place or article.id)
            put_problems(db, problems, now)
            tell_again(db, extracts, {article.id for article in articles}, now)
            db.executemany("UPDATE articles SET told = 1 WHERE id = ?", [(article.id,) for article in articles])
        met += problems
    return met


def _read(db: sqlite3.Connection, articles: Sequence[Article], problems: list[Problem], now: datetime) -> list[Extract]:
    """What articles yield: as kept, or read now and kept; what was withdrawn yields nothing."""
    withdrawn = withdrawn_articles(db)
    found: list[Extract] = []
    told = placed(db, [article for article in articles if article.id not in withdrawn], withdrawn, problems, now)
    for at in range(0, len(told), _READ_AT_ONCE):
        with transaction(db):
            for article in told[at : at + _READ_AT_ONCE]:
                known = extract_of(db, article)
                found.append(known or extract(article))
                if known is None:
                    put_extract(db, found[-1])
                    put_placed(db, article)
    return found


def withdrawn_articles(db: sqlite3.Connection) -> set[str]:
    """The ids of the articles that are left out by a person's decision, by themselves or with their source."""
    named = (fix.telling for fix in fixes_in_force(db) if fix.kind is FixKind.WITHDRAW)
    return {article for one in named for article in articles_named(db, one)}
