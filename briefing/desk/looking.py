"""`brief events` at a desk: its library's events listed, looked through, or one of them explained."""

from __future__ import annotations

from pathlib import Path

from briefing.desk.commands import opened, tell
from briefing.desk.deciding import event_of
from briefing.desk.locating import find_desk
from briefing.errors import Misuse
from briefing.events import explain_known
from briefing.events.folding import fold_text
from briefing.library.articles import full_articles
from briefing.library.events import event_ids, events_found, events_of, unreadable
from briefing.rendering.explanation import explanation_text
from briefing.rendering.listing import list_events

__all__ = ["events_at_desk"]

_MOST = 100_000


def events_at_desk(form: str, event: str | None, words: str | None) -> str:
    """The text of a listing or an explanation. Raises `Misuse` without a desk, or for what does not exist."""
    desk = find_desk(Path.cwd())
    if desk is None:
        raise Misuse("Name a file or a folder of articles, or - for standard input: brief events articles/")
    with opened(desk, what="brief events", writing=False) as db:
        if event:
            told = event_of(db, event)
            return explanation_text(explain_known(full_articles(db, told.articles), told))
        if words is not None:
            folded = fold_text(words).split()
            if not folded:
                raise Misuse("--find names no word; write a name or a word that the events' sentences hold.")
            ids = events_found(db, folded, _MOST)
        else:
            ids = event_ids(db, "dropped = 0", (), limit=_MOST)
        found = list(events_of(db, ids))
        tell(unreadable(db, ids, found))
    return list_events(sorted(found, key=lambda one: (one.span, one.id)), form)
