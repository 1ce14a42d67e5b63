"""Articles that an earlier version of the house read, read anew: what it reads better now reaches the old ones too."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from datetime import datetime

from briefing.desk.digesting import digest, withdrawn_articles
from briefing.library.articles import mark_untold
from briefing.library.extracts import count_outdated, forget_outdated, outdated
from briefing.library.transaction import transaction

__all__ = ["reread"]

_AT_ONCE = 1_000  # articles: a run that is cut off leaves no more to the next one


def reread(db: sqlite3.Connection, now: Callable[[], datetime], tell: Callable[[int, int], None]) -> int:
    """Read all of them anew, the latest first, and say after each portion how many are done, and of how many.

    Events keep their ids. Each portion is done for good, so that a run that is cut off goes on where it was.
    """
    with transaction(db):
        forget_outdated(db, withdrawn_articles(db))
    whole, done = count_outdated(db), 0
    while some := outdated(db, _AT_ONCE):
        with transaction(db):
            mark_untold(db, some)
        digest(db, now())
        done += len(some)
        tell(done, whole)
    return done
