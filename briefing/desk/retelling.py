"""Events of the library told anew: those that share a week and telling words with a new report, or that a decision is about.

They are told with all their reports, and only they, so a day's articles cost the same in a large library as in a small one.
"""

from __future__ import annotations

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from briefing.composing.changes import state_of
from briefing.desk.heirs import before, ended, lasting
from briefing.events.blocks import blocks_of_event, blocks_of_report, stems_of, words_of
from briefing.events.claims import window_of
from briefing.events.finding import tell
from briefing.events.fixing import fixed
from briefing.events.folding import fold_text
from briefing.events.judging import FEWEST
from briefing.events.reports import Extract, extract
from briefing.events.tellings import telling_of
from briefing.library.articles import full_articles
from briefing.library.events import (
    Wanted,
    end_events,
    events_near,
    events_of,
    events_told_in,
    homes_of,
    put_words,
    remove_events,
    replace_events,
)
from briefing.library.extracts import extracts_of
from briefing.library.fixes import fixes_in_force
from briefing.model import Event, Fix, FixKind, Report

__all__ = ["retell", "tell_again"]


def tell_again(db: sqlite3.Connection, extracts: Sequence[Extract], articles: set[str], now: datetime) -> None:
    """Tell what new extracts of some articles tell, with the events that they may belong to. Part of a transaction."""
    reports = [report for one in extracts for report in (*one.reports, *one.references)]
    put_words(
        db, Counter(word for report in {telling_of(one): one for one in reports}.values() for word in words_of(report))
    )
    _replace(db, _near(db, reports) | events_told_in(db, articles), extracts, articles, now)


def retell(db: sqlite3.Connection, events: Sequence[str], now: datetime, *, with_near: bool = False) -> None:
    """Make some events anew from their reports, as after a decision about one of them. Part of a transaction.

    ``with_near`` has them told together with those that they may belong to, as what a decision parted.
    """
    if with_near:
        reports = [report for event in events_of(db, events) for report in (*event.reports, *event.plans)]
        events = [*events, *_near(db, reports)]
    _replace(db, set(events), [], set(), now)


def _near(db: sqlite3.Connection, reports: Sequence[Report]) -> set[str]:
    """The ids of the events that reports may belong to: of the same time, one of their sentences with words in common."""
    near = events_near(db, [Wanted(blocks_of_report(one), words_of(one), *window_of(one)) for one in reports])
    return {
        event.id for event in events_of(db, near) if _may_hold(event, [reports[number] for number in near[event.id]])
    }


def _may_hold(event: Event, reports: Sequence[Report]) -> bool:
    """Whether a sentence of an event has as many words in common with one of some reports as two of one happening must."""
    told = [(one.language, stems_of(one)) for one in (*event.reports, *event.plans)]
    return any(
        language != report.language or len(stems & stems_of(report)) >= FEWEST
        for report in reports
        for language, stems in told
    )


def _replace(db: sqlite3.Connection, gone: set[str], new: Sequence[Extract], anew: set[str], now: datetime) -> None:
    """Tell events anew together with new extracts, and put what comes of it in their place.

    Of the articles ``anew`` nothing but the new extracts counts any more.
    """
    fixes = [fix for fix in fixes_in_force(db) if fix.kind is not FixKind.WITHDRAW]
    told_anew = {telling_of(report) for one in new for report in (*one.reports, *one.headlines, *one.references)}
    gone = _tied_by_fixes(db, fixes, gone, told_anew)
    old = before(db, gone)
    told = fixed(tell([*_trimmed(db, old.told, anew), *new]), fixes)
    after = lasting(db, told, old, now)
    changed = [event for event in after if not _is_as_before(event, old.events.get(event.id))]  # few of them
    remove_events(db, gone - ({event.id for event in after} - {event.id for event in changed}))
    replace_events(
        db,
        ((event, words_of(event), blocks_of_event(event), _searched(event), state_of(event)) for event in changed),
        now,
    )
    end_events(db, ended(old, after), now)


def _is_as_before(event: Event, old: Event | None) -> bool:
    """Whether an event came back as it was; the score, which rests on what it was told with, does not count by itself."""
    return old is not None and replace(event, score=old.score) == old


def _trimmed(db: sqlite3.Connection, told: Sequence[tuple[str, str, str]], without: set[str]) -> Iterator[Extract]:
    """The extracts behind some events, with nothing but the reports that tell these events."""
    wanted: dict[str, set[str]] = defaultdict(set)
    for telling, article, _ in told:
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


def _tied_by_fixes(db: sqlite3.Connection, fixes: Sequence[Fix], events: set[str], new: set[str]) -> set[str]:
    """Some events with all others that a decision is about together with one of them, or with a new report."""
    tied, homes = set(events), list[set[str]]()
    for fix in fixes:
        about = {*fix.tellings, *fix.others}
        if len(about) > 1:
            homes.append(set(homes_of(db, about).values()))
            tied |= homes[-1] if about & new else set()
    while more := [one for one in homes if one & tied and one - tied]:
        tied = tied.union(*more)
    return tied


def _searched(event: Event) -> str:
    """The words by which an event is found, folded as names are."""
    return " ".join(fold_text(text) for text in dict.fromkeys(report.text for report in event.reports))
