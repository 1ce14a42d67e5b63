"""Which report speaks for an event, how much an event matters, and its place in order."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from briefing.datespan import DateSpan, Precision
from briefing.events.cues import compiled
from briefing.events.languages import cues_for
from briefing.model import Event, Report

__all__ = ["best_report", "order_of", "score"]

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
