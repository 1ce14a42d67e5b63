"""Articles in the library to events in the library: what is new is read, and told together with what it may belong to.

Only events that share a week and a telling word with a new report are told again, with all their reports, so a day's
articles cost the same in a large library as in a small one. Every step is a transaction: a run that is cut off goes on
where it was.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime

from briefing.composing.changes import state_of
from briefing.desk.placing import placed
from briefing.errors import Problem
from briefing.events.blocks import blocks_of_event, blocks_of_report, words_of
from briefing.events.finding import garbage_left, problems_of, tell
from briefing.events.fixing import fixed
from briefing.events.folding import fold_text
from briefing.events.reports import Extract, extract
from briefing.events.tellings import telling_of, tellings_of
from briefing.library.articles import articles_named, full_articles, put_placed, untold_articles
from briefing.library.events import (
    end_events,
    events_near,
    events_of,
    events_told_in,
    put_words,
    remove_events,
    replace_events,
    told_by,
)
from briefing.library.extracts import extract_of, extracts_of, put_extract
from briefing.library.fixes import fixes_in_force
from briefing.library.problems import forget_problems, put_problems
from briefing.model import Article, Event, Fix, FixKind, Report

__all__ = ["digest", "retell", "transaction"]

_AT_ONCE = 2_000  # articles told together
_REWORDED = 0.5  # of the stems of two statements, in common: the later is the earlier in other words
_READ_AT_ONCE = 50  # articles whose extracts are stored together


@contextmanager
def transaction(db: sqlite3.Connection) -> Iterator[None]:
    """All or nothing, begun as a writer."""
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        db.execute("ROLLBACK")
        raise
    db.execute("COMMIT")


def digest(db: sqlite3.Connection, now: datetime) -> list[Problem]:
    """Make events of all articles that none are made of yet; what is wrong with these articles is kept, and returned."""
    with garbage_left():
        return _digest(db, now)


def _digest(db: sqlite3.Connection, now: datetime) -> list[Problem]:
    met: list[Problem] = []
    while articles := untold_articles(db, _AT_ONCE):
        problems: list[Problem] = []
        extracts = _read(db, articles, problems, now)
        articles = [*articles, *(one.article for one in extracts if one.article.id not in {own.id for own in articles})]
        problems += [problem for one in extracts for problem in problems_of(one)]
        with transaction(db):
            for article in articles:
                forget_problems(db, "dating", article.place or article.id)
            put_problems(db, problems, now)
            _tell_again(db, extracts, {article.id for article in articles}, now)
            db.executemany("UPDATE articles SET told = 1 WHERE id = ?", [(article.id,) for article in articles])
        met += problems
    return met


def retell(db: sqlite3.Connection, events: Sequence[str], now: datetime, *, with_near: bool = False) -> None:
    """Make some events anew from their reports, as after a decision about one of them. Part of a transaction.

    ``with_near`` has them told together with those that they may belong to, as what a decision parted.
    """
    if with_near:
        reports = [report for event in events_of(db, events) for report in (*event.reports, *event.plans)]
        near = events_near(db, ((blocks_of_report(report), words_of(report)) for report in reports))
        events = [*events, *near]
    _replace(db, set(events), [], set(), now)


# ---- reading ------------------------------------------------------------------------------------


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


# ---- telling ------------------------------------------------------------------------------------


def _tell_again(db: sqlite3.Connection, extracts: Sequence[Extract], articles: set[str], now: datetime) -> None:
    reports = [report for one in extracts for report in (*one.reports, *one.references)]
    words = {telling_of(report): words_of(report) for report in reports}
    put_words(db, Counter(word for some in words.values() for word in some))
    near = events_near(db, ((blocks_of_report(report), words[telling_of(report)]) for report in reports))
    _replace(db, near | events_told_in(db, articles), extracts, articles, now)


def _replace(db: sqlite3.Connection, gone: set[str], new: Sequence[Extract], anew: set[str], now: datetime) -> None:
    """Tell events anew together with new extracts, and put what comes of it in their place.

    Of the articles ``anew`` nothing but the new extracts counts any more.
    """
    fixes = [fix for fix in fixes_in_force(db) if fix.kind is not FixKind.WITHDRAW]
    gone = gone | _tied_by_fixes(db, fixes, gone)
    before = {event.id: event for event in events_of(db, gone)}
    told = fixed(tell([*_trimmed(db, gone, anew), *new]), fixes)
    heirs = _heirs(told, before)
    lasting = _lasting(db, told, heirs, before, now)
    changed = [event for event in lasting if before.get(event.id) != event]  # most come back as they were
    remove_events(db, gone - ({event.id for event in lasting} - {event.id for event in changed}))
    replace_events(
        db,
        ((event, words_of(event), blocks_of_event(event), _searched(event), state_of(event)) for event in changed),
        now,
    )
    end_events(db, _ended(before, lasting), now)


def _trimmed(db: sqlite3.Connection, events: set[str], without: set[str]) -> Iterator[Extract]:
    """The extracts behind some events, with nothing but the reports that tell these events."""
    wanted: dict[str, set[str]] = defaultdict(set)
    for telling, article, _ in told_by(db, events):
        if article not in without:
            wanted[article].add(telling)
    for one in _extracts(db, wanted):
        kept = wanted[one.article.id]
        yield replace(
            one,
            reports=_kept(one.reports, kept),
            headlines=_kept(one.headlines, kept),
            references=_kept(one.references, kept),
        )


def _extracts(db: sqlite3.Connection, wanted: Iterable[str]) -> Iterator[Extract]:
    """The extracts of articles as they are kept; one that an earlier version kept in another shape is made again."""
    missing = set(wanted)
    for one in extracts_of(db, sorted(missing)):
        missing.discard(one.article.id)
        yield one
    for article in full_articles(db, sorted(missing)):
        yield extract(article)


def _kept(reports: Sequence[Report], tellings: set[str]) -> tuple[Report, ...]:
    return tuple(report for report in reports if telling_of(report) in tellings)


def _tied_by_fixes(db: sqlite3.Connection, fixes: Sequence[Fix], events: set[str]) -> set[str]:
    """The other events of decisions that tie two reports together, where one of these events holds the other."""
    pairs = [(fix.telling, fix.value) for fix in fixes if fix.kind is FixKind.MERGE]
    asked = "SELECT event FROM tellings WHERE telling = ?"
    tied: set[str] = set()
    for pair in pairs:
        homes = {row[0] for telling in pair if (row := db.execute(asked, (telling,)).fetchone())}
        if homes & events:
            tied |= homes
    return tied


# ---- ids ----------------------------------------------------------------------------------------


def _heirs(told: Sequence[Event], before: Mapping[str, Event]) -> dict[str, str]:
    """Which earlier event each event goes on; none has two heirs.

    It is the one learnt first, which readers know, and of these the one with which it shares the most reports.
    """
    owners = {telling: event.id for event in before.values() for telling in tellings_of(event)}
    shared = [
        ((_since(before[old]), -count), event.id, old)
        for event in told
        for old, count in Counter(owners[one] for one in tellings_of(event) if one in owners).items()
    ]
    heirs = _paired(shared, {})
    return _paired(_reworded(told, before, heirs), heirs)


def _paired(ranked: Iterable[tuple[tuple[float, float], str, str]], heirs: Mapping[str, str]) -> dict[str, str]:
    """Pairs of an event and an earlier one, the best first, each in one pair, besides those that there are."""
    found, taken = dict(heirs), set(heirs.values())
    for _, own, old in sorted(ranked):
        if own not in found and old not in taken:
            found[own] = old
            taken.add(old)
    return found


def _reworded(
    told: Sequence[Event], before: Mapping[str, Event], heirs: Mapping[str, str]
) -> Iterator[tuple[tuple[float, float], str, str]]:
    """Events whose every sentence is new, with earlier ones that the same article told in nearly the same words.

    So an outlet that corrects a day in its sentence corrects the event, and does not tell another.
    """
    taken = set(heirs.values())
    lost: dict[str, list[Event]] = defaultdict(list)  # by the articles that told them
    for old in before.values():
        for article in old.articles if old.id not in taken else ():
            lost[article].append(old)
    for event in told:
        if event.id not in heirs:
            for old in {old.id: old for article in event.articles for old in lost.get(article, ())}.values():
                own, its = words_of(event), words_of(old)
                shared = len(own & its) / max(1, len(own | its))
                if shared >= _REWORDED:
                    yield (-shared, 0), event.id, old.id


def _since(event: Event) -> float:
    return event.learnt.timestamp() if event.learnt else 0


def _lasting(
    db: sqlite3.Connection,
    told: Sequence[Event],
    heirs: Mapping[str, str],
    before: Mapping[str, Event],
    now: datetime,
) -> list[Event]:
    """Each event under the id it had, learnt when it was; a new one under its own, or, where that is another's, a fresh one."""
    taken = set(before)
    found = []
    for event in told:
        old = heirs.get(event.id)
        own = old or _free(db, event.id, taken)
        taken.add(own)
        found.append(replace(event, id=own, learnt=before[old].learnt if old else now))
    return found


def _free(db: sqlite3.Connection, wanted: str, taken: set[str]) -> str:
    while wanted in taken or db.execute("SELECT 1 FROM events WHERE id = ?", (wanted,)).fetchone():
        wanted = hashlib.sha256(wanted.encode()).hexdigest()[:12]
    return wanted


def _ended(before: Mapping[str, Event], after: Sequence[Event]) -> dict[str, str]:
    """The events that have no heir, each with the event that now holds most of its reports, or ""."""
    ids = {event.id for event in after}
    homes = {telling: event.id for event in after for telling in tellings_of(event)}
    ended = {}
    for old in before.values():
        if old.id not in ids:
            into = Counter(homes[one] for one in sorted(tellings_of(old)) if one in homes)
            ended[old.id] = into.most_common(1)[0][0] if into else ""
    return ended


def _searched(event: Event) -> str:
    """The words by which an event is found, folded as names are."""
    return " ".join(fold_text(text) for text in dict.fromkeys(report.text for report in event.reports))
