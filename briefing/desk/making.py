"""`brief make` at a desk: from the library to a numbered brief, and the brief into the library, byte for byte.

A library holds more than one brief can use. Loaded are the events that became something else since the last brief, those of
the period, those planned for later, and of the rest the weightiest; the others are counted.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from itertools import pairwise

from briefing.composing import Bound, Request, Unused, compose, period_of, zone_named
from briefing.composing.status import STILL_NEWS, LastBrief
from briefing.config import SourceEntry
from briefing.datespan import DateSpan
from briefing.desk.decided import UNTOLD, article_named, event_told_by
from briefing.desk.digesting import withdrawn_articles
from briefing.desk.locating import Desk
from briefing.desk.lost import lost_since
from briefing.errors import Misuse, NothingToBrief, Problem
from briefing.events import Found
from briefing.library.articles import articles_of, learnt_since
from briefing.library.briefs import Issue, issue_numbered, issue_shows, last_issue, next_number
from briefing.library.coding import decoded
from briefing.library.events import count_events, event_ids, events_of, unreadable
from briefing.library.fixes import LoggedFix, all_fixes
from briefing.library.problems import problems_since
from briefing.library.states import changed_since, states_told
from briefing.library.visits import standings
from briefing.model import Brief, Event, Figure, Fix, FixKind, Modality, Note, Period

__all__ = ["DECIDED", "Asked", "brief_of_library", "silence_of"]

_BACKGROUND = 600  # events of the time before, the weightiest
_MOST = 6_000  # events of the period
_FIGURES = timedelta(days=120)  # back from the end, for the change of a figure over time
DECIDED = "deciding"  # the stage of what a person took out, which is no failure
_DAY = timedelta(days=1)
_USUAL = 3  # times the longest pause between news: a source silent for longer is said to be


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of a brief at a desk; ``since`` is None for everything, ``since_last`` for where the last brief left off.

    ``corrects`` is the number of a brief whose period is told anew, against what it said.
    """

    since: Bound | None = None
    until: Bound | None = None
    since_last: bool = False
    corrects: int | None = None
    topic: str = ""
    title: str = ""
    limit: int = 25
    language: str = "en"
    zone: str = "UTC"
    note: Note | None = None


def brief_of_library(db: sqlite3.Connection, desk: Desk, asked: Asked, now: datetime) -> Brief:
    """The next brief of a desk. Raises `NothingToBrief` for a library without an article."""
    if db.execute("SELECT 1 FROM articles LIMIT 1").fetchone() is None:
        raise NothingToBrief(
            "The library holds no article yet; run brief fetch, and see brief status if it brings none."
        )
    last = _known_issue(db, asked)
    period = _period(asked, last, now)
    until = now if asked.corrects else min(period.until or now, now)  # a correction tells a period as it is known now
    loaded = _loaded(db, period, last.made if last else None)
    readable = list(events_of(db, loaded))
    events = [event for event in readable if _has_begun(event, period)]
    known = LastBrief(last.made, states_told(db, loaded, last.made), issue_shows(last)) if last else None
    fresh = learnt_since(db, period.since, min(period.until or now, now))
    gone = withdrawn_articles(db)
    figures = [figure for figure in _figures(db, until) if figure.article not in gone]
    needed = {report.article for event in events for report in (*event.reports, *event.plans)}
    if asked.corrects:
        fresh += needed.intersection(learnt_since(db, period.until, until))
    articles = list(articles_of(db, needed | set(fresh) | {figure.article for figure in figures}))
    failing = _failing(db, desk.config.sources, until)
    problems = [*_met(db, period, until, desk.config.sources, failing), *failing, *_left_out(db, period, until)]
    problems += unreadable(db, loaded, readable)
    found = Found(tuple(articles), tuple(sorted(events, key=lambda e: (e.span, e.id))), tuple(figures), 0, ())
    had = {place for one in articles for place in (one.place, one.url)}  # what is wrong with these is no failure
    unused = Unused(
        failed=len({one.article for one in problems if one.stage in {"reading", "fetching"}} - had),
        read=frozenset(fresh) - gone,
        more=max(0, count_events(db) - len(events)),
        silent=silence_of(db, desk.config.sources, until),
    )
    request = Request(period, asked.topic, asked.title, asked.limit, asked.language, next_number(db), known)
    brief = compose(found, request, unused, tuple(dict.fromkeys(problems)))
    return replace(
        brief,
        note=asked.note,
        cutoff=DateSpan.day(until.astimezone(zone_named(asked.zone)).date()),
        marking=desk.config.marking,
        copyright=desk.config.copyright,
        corrects=asked.corrects,
        withdrawn=lost_since(db, last, now, alone=asked.corrects is not None) if last else (),
    )


def _known_issue(db: sqlite3.Connection, asked: Asked) -> Issue | None:
    """The brief that the reader has: the one to be corrected, or the last. Raises `Misuse` for one that was never made."""
    if asked.corrects is None:
        return last_issue(db) if asked.since_last else None
    issue = issue_numbered(db, asked.corrects)
    if issue is None:
        raise Misuse(f"the desk made no brief {asked.corrects} that could be corrected; brief status names the last.")
    return issue


def _period(asked: Asked, last: Issue | None, now: datetime) -> Period:
    zone = zone_named(asked.zone)
    if asked.corrects and last:
        return Period(last.since and last.since.astimezone(zone), (last.until or last.made).astimezone(zone), zone.key)
    since = asked.since
    if asked.since_last:
        since = Bound(instant=last.made) if last else None
    until = asked.until or Bound(instant=now)
    return period_of(since, until, latest=now.astimezone(zone).date(), zone=zone)


def _loaded(db: sqlite3.Connection, period: Period, last: datetime | None) -> list[str]:
    """The ids of the events that a brief may show."""
    first, end = period.first.isoformat(), period.last.isoformat()
    told = max(date.min + STILL_NEWS, period.first) - STILL_NEWS  # what happened before may be told as news in it
    parts = [
        changed_since(db, last) if last else [],
        event_ids(  # +score: not by the index of scores, which holds all events of all time
            db, "dropped = 0 AND last >= ? AND first <= ? ORDER BY +score DESC", (told.isoformat(), end), limit=_MOST
        ),
        event_ids(db, "dropped = 0 AND modality = 'planned' AND first > ? ORDER BY first", (end,), limit=_BACKGROUND),
        event_ids(db, "dropped = 0 AND last < ? ORDER BY score DESC", (first,), limit=_BACKGROUND),
    ]
    return list(dict.fromkeys(one for part in parts for one in part))


def _has_begun(event: Event, period: Period) -> bool:
    """Whether an event is one for a brief of a period that ends before today: it is planned, or lies not wholly after it."""
    first = event.span.first
    return first is None or first <= period.last or event.modality is Modality.PLANNED


def _figures(db: sqlite3.Connection, until: datetime) -> Iterable[Figure]:
    first = (until - _FIGURES).date().isoformat()
    rows = db.execute("SELECT data FROM figures WHERE day >= ? ORDER BY day, article", (first,))
    return [figure for (data,) in rows if (figure := decoded(data, Figure))]


# ---- sources ------------------------------------------------------------------------------------


def _met(
    db: sqlite3.Connection,
    period: Period,
    until: datetime,
    sources: Sequence[SourceEntry],
    failing: Sequence[Problem],
) -> list[Problem]:
    """What went wrong in the period, without the visits to sources of which `_failing` tells the whole."""
    told = {one.article for one in failing}
    whole = {source.address for source in sources if _named(source) in told}
    met = problems_since(db, period.since, until)
    return [one for one in met if not (one.stage == "fetching" and one.article in whole)]


def _failing(db: sqlite3.Connection, sources: Sequence[SourceEntry], until: datetime) -> list[Problem]:
    """A problem for each source whose last visit failed, so that a dead feed never looks like a quiet day."""
    found = standings(db, [source.address for source in sources if source.is_remote])
    return [
        Problem("fetching", _named(source), f"{_row(one.failures)}{one.message}")
        for source in sources
        if (one := found.get(source.address)) and one.failures and one.at <= until
    ]


def _row(failures: int) -> str:
    return f"has failed {failures} times in a row: " if failures > 1 else ""


def _left_out(db: sqlite3.Connection, period: Period, until: datetime) -> list[Problem]:
    """What a person took out since the last brief, where the reader may have seen it, or let in again."""
    decided = [one for one in all_fixes(db) if one.fix.kind in {FixKind.WITHDRAW, FixKind.DROP}]
    return [
        Problem(DECIDED, _name_of(db, one.fix), told)
        for one in decided
        if one.fix.at <= until and (told := _told_of(one, period.since))
    ]


def _told_of(one: LoggedFix, since: datetime | None) -> str:
    is_new = since is None or one.fix.at > since
    if one.undone is None:
        return f"left out by a decision of the desk: {one.fix.reason}" if is_new else ""
    is_back = not is_new and since is not None and one.undone > since
    return "told again: the decision of the desk to leave it out was taken back" if is_back else ""


def _name_of(db: sqlite3.Connection, fix: Fix) -> str:
    """The event of a decision by its sentence, or the article by its address or title, or the source as it was named."""
    if fix.kind is FixKind.DROP:
        told = event_told_by(db, fix.tellings)
        return f"{told.span}, “{told.statement.text}”" if told else UNTOLD
    return article_named(db, fix.telling)


def silence_of(
    db: sqlite3.Connection, sources: Sequence[SourceEntry], now: datetime
) -> tuple[tuple[str, DateSpan], ...]:
    """The sources that brought nothing for longer than they are allowed, or than three times their longest pause lately."""
    told = []
    pauses = {source.address: _pause(db, source) for source in sources if source.is_remote}
    for source in sources:
        brought, usual = pauses.get(source.address, (None, None))
        allowed = timedelta(days=source.days) if source.days else usual and usual * _USUAL
        if brought and allowed and now - brought > allowed:
            told.append((_named(source), DateSpan.day(brought.date())))
    return tuple(sorted(told, key=lambda one: (one[1], one[0])))


def _pause(db: sqlite3.Connection, source: SourceEntry) -> tuple[datetime | None, timedelta | None]:
    """When a source last brought news, and the longest time between two of the last fifty days on which it did.

    By days, since what comes in one run comes within seconds; of fewer than four days nothing can be said.
    """
    rows = db.execute(
        "SELECT max(learnt) FROM articles WHERE source = ? GROUP BY substr(learnt, 1, 10) ORDER BY 1 DESC LIMIT 50",
        (source.address,),
    )
    moments = [datetime.fromisoformat(at) for (at,) in rows]
    gaps = [later - earlier for later, earlier in pairwise(moments)]
    return (moments[0] if moments else None), (max(*gaps, _DAY) if len(gaps) > 2 else None)


def _named(source: SourceEntry) -> str:
    return source.name or source.address


# ---- keeping ------------------------------------------------------------------------------------


def issue_of(brief: Brief, now: datetime, options: Mapping[str, object]) -> Issue:
    """The brief as the library keeps it: with what it showed, so that the next one can say what changed."""
    lines = (*brief.new, *brief.background, *brief.ahead, *brief.overdue)
    said = {entry.event.id: entry.statement.text for entry in lines}
    return Issue(
        number=brief.number or 0,
        made=now,
        since=brief.period.since,
        until=brief.period.until,
        title=brief.title,
        request=json.dumps({"shown": sorted(said), "said": said, **options}, ensure_ascii=False, sort_keys=True),
    )
