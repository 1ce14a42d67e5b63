"""`brief fetch`: every source of the desk into its library, one at a time to the end, so that a dead one costs only itself."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

from briefing.config import SourceEntry
from briefing.desk.digesting import digest
from briefing.desk.locating import Desk
from briefing.errors import Misuse, Problem
from briefing.fetching.gathering import STAGE, Gathered, gather, is_passing
from briefing.fetching.policy import Policy, agent_name
from briefing.fetching.visits import Outcome, Visit, Wanted
from briefing.library.articles import Body, Put, ids_of_place, learnt_of_address, put_article
from briefing.library.files import is_known, is_unchanged, note_file
from briefing.library.problems import forget_problems, put_problems
from briefing.library.transaction import transaction
from briefing.library.visits import Standing, put_standing, standing_of, standings
from briefing.model import Article
from briefing.reading.feeds import Item
from briefing.reading.reader import read_sources
from briefing.reading.sources import find_documents

__all__ = ["Fetched", "fetch"]

_GONE = frozenset({404, 410})
_TRIES = 3  # of a page that is not there, a day apart: some are listed before they are to be read
_LATER = timedelta(hours=20)  # at the earliest, so that a daily run does not miss it by minutes
_GOOD = frozenset({Outcome.READ, Outcome.UNCHANGED})
_SLACK_IN_TOTAL = 3.0  # a whole answer may take so many times as long as a single read


@dataclass(slots=True)
class Fetched:
    """What a run brought: articles new, changed and known already, sources asked, and of these how many failed."""

    added: int = 0
    updated: int = 0
    known: int = 0
    sources: int = 0
    failed: int = 0
    problems: tuple[Problem, ...] = ()


def fetch(
    db: sqlite3.Connection, desk: Desk, now: Callable[[], datetime], sleep: Callable[[float], None] = time.sleep
) -> Fetched:
    """Visit every source, store what is new, make events of it. What failed is counted and kept as a problem."""
    fetched, problems = Fetched(), list[Problem]()
    _fetch_remote(db, desk, fetched, problems, now, sleep)
    for source in desk.config.sources:
        if not source.is_remote:
            _read_local(db, desk, source, fetched, problems, now)
    problems += digest(db, now())
    fetched.problems = tuple(dict.fromkeys(problems))
    return fetched


# ---- the net ------------------------------------------------------------------------------------


def _fetch_remote(
    db: sqlite3.Connection,
    desk: Desk,
    fetched: Fetched,
    problems: list[Problem],
    now: Callable[[], datetime],
    sleep: Callable[[float], None],
) -> None:
    sources = {source.address: source for source in desk.config.sources if source.is_remote}
    known = standings(db, sources)
    wanted = [_wanted(url, known.get(url)) for url in sources]
    fetched.sources += len(wanted)
    marks: dict[str, Visit] = {}
    for one in gather(
        wanted, is_known=lambda item: _is_known(db, item, now()), policy=policy_of(desk), now=now, sleep=sleep
    ):
        told = _as_asked(one, sources[one.source.url])
        with transaction(db):
            if told.visit.outcome is Outcome.READ or was_failing(known.get(told.visit.url)):
                forget_problems(db, STAGE, told.visit.url)
            _keep(db, told, sources[told.source.url], known, fetched)
            put_problems(db, told.problems, now())
        problems += told.problems
        _mark(told, marks)
    with transaction(db):
        for url, visit in marks.items():
            put_standing(db, replace(known[url], etag=visit.etag, last_modified=visit.last_modified))


def _as_asked(one: Gathered, source: SourceEntry) -> Gathered:
    """What a visit brought; a feed or sitemap that cannot be read as one, or that is a page now, has failed.

    A dead feed whose site answers every address with its front page is no quiet feed.
    """
    visit = one.visit
    if one.item and visit.status in _GONE:
        what = visit.message.partition(";")[0]  # what is advised is meant for a source
        return replace(one, problems=(Problem(STAGE, visit.url, what),))
    is_list = visit.url == source.address and one.item is None and source.kind in {"feed", "sitemap"}
    if not is_list or visit.outcome is not Outcome.READ or one.feed is not None:
        return one
    why = next((problem.message for problem in one.problems), "")
    if one.article is not None or not why:
        why = f"is a page now and no {source.kind}; look for its new address and add that"
    failed = replace(visit, outcome=Outcome.FAILED, message=why, etag="", last_modified="")
    return replace(one, visit=failed, article=None, problems=(Problem(STAGE, visit.url, why),))


def was_failing(known: Standing | None) -> bool:
    """Whether a source failed when it was last visited."""
    return known is not None and known.failures > 0


def _mark(one: Gathered, marks: dict[str, Visit]) -> None:
    """Note under which mark (ETag, date) a source need not be sent again: only when all that it lists has been had.

    A run that is cut off, or a page that could not be had for now, leaves the old mark, so that the next run sees
    the list again.
    """
    visit, url = one.visit, one.source.url
    if visit.url == url and one.item is None and visit.outcome is Outcome.READ:
        marks[url] = visit
    if (one.item is not None and one.article is None and is_passing(visit)) or (one.feed and one.problems):
        marks.pop(url, None)


def policy_of(desk: Desk) -> Policy:
    """The manners that a desk's configuration asks for."""
    said = desk.config.fetch
    return Policy(
        agent=agent_name(said.agent),
        connect=min(said.timeout, Policy().connect),
        read=said.timeout,
        total=said.timeout * _SLACK_IN_TOTAL,
        largest=said.largest * 1_000_000,
        delay=said.delay,
        hosts_at_once=said.hosts,
        most_pages=said.pages,
        private=said.private,
    )


def _wanted(url: str, known: Standing | None) -> Wanted:
    if known is None:
        return Wanted(url, trusted=True)
    return Wanted(url, known.etag, known.last_modified, known.not_before, trusted=True)


def _is_known(db: sqlite3.Connection, item: Item, now: datetime) -> bool:
    """Whether an item's page has been read, and its feed does not say that it was changed, or published anew, since.

    So is one that was not there, for the rest of the day, and in the end for good.
    """
    missed = standing_of(db, item.url) if item.url else None
    if missed and missed.failures and (missed.failures >= _TRIES or now - missed.at < _LATER):
        return True
    learnt = learnt_of_address(db, item.url) if item.url else None
    stamps = [] if item.is_listed_only else [stamp.instant for stamp in (item.updated, item.published) if stamp]
    return learnt is not None and not any(at and at.tzinfo and at > learnt for at in stamps)


def _keep(
    db: sqlite3.Connection, one: Gathered, source: SourceEntry, known: dict[str, Standing], fetched: Fetched
) -> None:
    """Store what one visit brought: the standing of a source, or an article."""
    visit = one.visit
    if visit.url == one.source.url and one.item is None:
        standing = _standing(one, known.get(visit.url))
        fetched.failed += visit.outcome not in _GOOD
        put_standing(db, standing)
        known[visit.url] = standing
    if one.item and one.item.url and visit.status in _GONE:
        put_standing(db, replace(_standing(one, standing_of(db, one.item.url)), url=one.item.url))
    if one.article:
        named = replace(one.article, outlet=one.article.outlet or source.name)
        body = Body(visit.body, visit.content_type) if visit.body and one.feed is None else None
        _count(fetched, put_article(db, named, source=source.address, now=visit.at, body=body)[0])


def _standing(one: Gathered, before: Standing | None) -> Standing:
    """How a source is after a visit."""
    visit, old = one.visit, before or Standing(one.visit.url, one.visit.at, one.visit.outcome)
    good = visit.outcome in _GOOD
    brought = visit.at if one.new or one.article else old.brought
    return Standing(
        url=visit.url,
        at=visit.at,
        outcome=visit.outcome.value,
        message=visit.message,
        etag=old.etag,
        last_modified=old.last_modified,
        not_before=visit.not_before,
        succeeded=visit.at if good else old.succeeded,
        failures=0 if good else old.failures + 1,
        brought=brought,
    )


# ---- the disk -----------------------------------------------------------------------------------


def _read_local(
    db: sqlite3.Connection,
    desk: Desk,
    source: SourceEntry,
    fetched: Fetched,
    problems: list[Problem],
    now: Callable[[], datetime],
) -> None:
    """The changed files of a folder, or a file, each stored with its articles in one transaction."""
    fetched.sources += 1
    told: list[Problem] = []
    for path in _changed(db, desk.resolve(source.address), told):
        met: list[Problem] = []
        try:
            articles, _ = read_sources([path], met)
        except Misuse as error:
            articles, met = [], [Problem("reading", path.name, str(error))]
        with transaction(db):
            for article in _as_before(db, articles, source, path):
                named = replace(article, outlet=article.outlet or source.name)
                _count(fetched, put_article(db, named, source=source.address, now=now())[0])
            note_file(db, path)
            put_problems(db, met, now())
        told += met
    if not desk.resolve(source.address).exists():
        told.append(
            Problem("fetching", source.address, "is no file or folder here any more; correct or remove the source")
        )
        fetched.failed += 1
    put_problems(db, told, now())
    problems += told


def _as_before(db: sqlite3.Connection, articles: list[Article], source: SourceEntry, path: Path) -> list[Article]:
    """The articles of a file; the only one of a file that held one before is that one, corrected."""
    if len(articles) != 1 or not is_known(db, path):
        return articles
    before = ids_of_place(db, source.address, articles[0].place)
    return [replace(articles[0], id=before[0])] if len(before) == 1 else articles


def _changed(db: sqlite3.Connection, root: Path, told: list[Problem]) -> Iterable[Path]:
    if not root.exists():
        return []
    documents = find_documents(root, lambda place, message: told.append(Problem("reading", place, message)))
    return [one.path for one in documents if not is_unchanged(db, one.path)]


def _count(fetched: Fetched, put: Put) -> None:
    fetched.added += put is Put.ADDED
    fetched.updated += put is Put.UPDATED
    fetched.known += put is Put.KNOWN
