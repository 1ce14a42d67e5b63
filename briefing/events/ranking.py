"""Which report speaks for an event, how much an event matters, and its place in order."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from briefing.datespan import DateSpan, Precision
from briefing.events.closeness import Closeness
from briefing.events.standing import is_dangling, is_whole
from briefing.model import DatedBy, Event, Report

__all__ = ["best_report", "order_of", "score", "stands"]

_GOOD_LENGTH = range(8, 46)  # words of a sentence that stands on its own and is read at a glance
_FRESH = timedelta(days=7)  # after an event: until then an article that opens with it brings news
_SOON = timedelta(days=1)  # after its first report: what is published until then belongs to the first telling


def best_report(reports: Sequence[Report], span: DateSpan) -> Report:
    """The report whose sentence represents the event: dated as the event is, and standing on its own."""
    return min(reports, key=lambda report: (*_faults(report, span), _order(report)))


def _faults(report: Report, span: DateSpan) -> tuple[bool, ...]:
    words = len(report.text.split())
    return (
        report.span != span,
        report.dated_by is DatedBy.MATCHED,  # its own words give another day or none
        report.in_passing,
        is_dangling(report),
        not is_whole(report.text),
        words not in _GOOD_LENGTH,
        report.position > 0,
    )


def stands(report: Report) -> bool:
    """Whether a report's sentence can be read alone: a whole one of the text that leans on none and tells its news itself."""
    return not (report.is_headline or report.in_passing or is_dangling(report)) and is_whole(report.text)


def _order(report: Report) -> tuple[date, int, str, int]:
    return (_published(report) or date.max, report.position, report.article, report.start)


def _published(report: Report) -> date | None:
    return report.published.first if report.published else None


def score(reports: Sequence[Report], span: DateSpan, closeness: Closeness) -> float:
    """The weight of an event from 0 to 1.

    It rests on independent origins (three are enough), on articles that come back to it (two), on being
    the fresh news with which an article opens, on closeness to what all the articles are about, and on a
    known day. How many articles print it counts for nothing: reprints confirm nothing.
    """
    origins = len({report.origin for report in reports})
    fresh = any(_is_fresh_news(report, span) for report in reports)
    close = max(closeness(report) for report in reports)
    day = span.precision is Precision.DAY and not span.is_open
    weight = 0.3 * min(1, origins / 3) + 0.15 * min(1, _returns(reports) / 2) + 0.3 * fresh + 0.15 * close + 0.1 * day
    return round(weight, 3)


def _is_fresh_news(report: Report, span: DateSpan) -> bool:
    """Whether an article opens with the event while it is new, or without saying when it was published."""
    published = _published(report)
    old = published is not None and span.last is not None and published - _FRESH > span.last
    return report.position == 0 and not report.in_passing and not old


def _returns(reports: Sequence[Report]) -> int:
    """How many articles come back to an event after its first telling."""
    if len(reports) == 1:  # as most events
        return 0
    days = [day for report in reports if (day := _published(report))]
    return len({r.article for r in reports if (day := _published(r)) and day - _SOON > min(days)})


def order_of(event: Event) -> tuple[object, ...]:
    """The place of an event in a timeline: by date, then by id, so that the order never depends on the input's."""
    return (*event.span.order, event.id)
