"""Which report speaks for an event, how much an event matters, which days a timeline keeps."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date

from briefing.datespan import DateSpan, Precision
from briefing.events.cues import compiled
from briefing.events.languages import cues_for
from briefing.model import Event, Modality, Report

__all__ = ["best_report", "order_of", "score", "select_timeline"]

_GOOD_LENGTH = range(8, 46)  # words of a sentence that stands on its own and is read at a glance


def best_report(reports: Sequence[Report], span: DateSpan) -> Report:
    """The report whose sentence represents the event: dated as the event is, and standing on its own."""
    return min(reports, key=lambda report: (*_faults(report, span), _order(report)))


def _faults(report: Report, span: DateSpan) -> tuple[bool, ...]:
    words = len(report.text.split())
    return (
        report.span != span,
        report.in_passing,
        compiled(cues_for(report.language).dangling).match(report.text) is not None,
        not _is_whole(report.text),
        words not in _GOOD_LENGTH,
        report.position > 0,
    )


def _is_whole(text: str) -> bool:
    """Whether a sentence ends as one and leaves no quotation mark open."""
    ends = re.search(r"[.!?؟。][\"”’»)]*$", text) is not None
    return ends and text.count("“") == text.count("”") and text.count('"') % 2 == 0


def _order(report: Report) -> tuple[date, int, str, int]:
    published = report.published.first if report.published else None
    return (published or date.max, report.position, report.article, report.start)


def score(reports: Sequence[Report], span: DateSpan) -> float:
    """The weight of an event from 0 to 1: independent origins, articles, being told as news, a known day."""
    origins = len({report.origin for report in reports})
    articles = len({report.article for report in reports})
    lead = any(report.position == 0 and not report.in_passing for report in reports)
    told = any(not report.in_passing for report in reports)
    day = span.precision is Precision.DAY and not span.is_open
    weight = 0.35 * min(1, origins / 3) + 0.15 * min(1, articles / 5) + 0.3 * lead + 0.1 * told + 0.1 * day
    return round(weight, 3)


def order_of(event: Event) -> tuple[DateSpan, str]:
    """The place of an event in a timeline: by date, then by id, so that the order never depends on the input's."""
    return (event.span, event.id)


def select_timeline(
    events: Sequence[Event], *, since: date, until: date, dates: int, sentences: int
) -> list[tuple[date, list[str]]]:
    """The weightiest days of a story and the sentences that tell them.

    Args:
        events: what `find_events` found, in any order.
        since: the first day, included.
        until: the last day, included.
        dates: how many days at most.
        sentences: how many sentences a day at most.

    Returns:
        ``(day, [sentence, …])`` pairs in the order of the days; every sentence is verbatim.
    """
    by_day: dict[date, list[Event]] = {}
    for event in events:
        day = event.span.first
        if day and event.span.is_day and since <= day <= until and event.modality is not Modality.PLANNED:
            by_day.setdefault(day, []).append(event)
    weights = Counter({day: sum(e.score * len(e.articles) for e in told) for day, told in by_day.items()})
    chosen = sorted(sorted(by_day, key=lambda day: (-weights[day], day))[:dates])
    return [(day, _sentences(by_day[day], sentences)) for day in chosen]


def _sentences(events: Sequence[Event], count: int) -> list[str]:
    ranked = sorted(events, key=lambda event: (-len(event.articles), -event.score, event.id))
    return list(dict.fromkeys(event.statement.text for event in ranked))[:count]
