"""Where in time a report is looked for: the weeks of its days, or, of one that knows no month, its years.

The library finds by them what an article may be telling again, as merging does within a pile.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

from briefing.datespan import DateSpan
from briefing.events.likeness import THING, pairs, terms
from briefing.model import Event, FixKind, Report

__all__ = ["NAME", "blocks_of_event", "blocks_of_report", "days_of_event", "stems_of", "words_of"]

NAME = "name "  # before a word: it is the key of a name, and no stem
_WIDE = 62  # days: more is no day that is not known exactly
_REMEMBERED = 14  # days back that a report without a day may reach


def blocks_of_report(report: Report) -> list[int]:
    """The weeks in which the event of a report may lie (days since year 1 in sevens), or minus its years."""
    span = report.firm_span
    last = span.last or span.first or date.min
    first = span.first or max(date.min + timedelta(days=_REMEMBERED), last) - timedelta(days=_REMEMBERED)
    return _years(first, last) if (last - first).days > _WIDE else _weeks(first, last)


def blocks_of_event(event: Event) -> list[int]:
    """The weeks and years under which an event is found; where a person decided its date, also those that its reports give."""
    return sorted({block for span in _dated(event) for block in _blocks(span)})


def days_of_event(event: Event) -> tuple[date, date]:
    """The first and the last day under which an event is found, likewise."""
    spans = _dated(event)
    return min(span.first or date.min for span in spans), max(span.last or date.max for span in spans)


def _dated(event: Event) -> list[DateSpan]:
    if not any(fix.kind is FixKind.DATE for fix in event.fixes):
        return [event.span]
    return [event.span, *(report.firm_span for report in event.reports)]


def _blocks(span: DateSpan) -> list[int]:
    last = span.last or span.first or date.min
    first = span.first or last
    weeks = _weeks(first, last) if (last - first).days <= _WIDE else []
    return [*weeks, *_years(first, last)]


def words_of(event_or_report: Event | Report) -> frozenset[str]:
    """The stems of its words, of an event those of its statement, and its names as reports in any language share them."""
    report = event_or_report.statement if isinstance(event_or_report, Event) else event_or_report
    found = _terms(report.text, report.language)
    listed = sorted(name.key for name in report.names if not name.key.islower())
    named = [*listed, *sorted(name for name in found.names if name.startswith(THING))]
    return found.stems | {f"{NAME}{name}" for name in found.names} | set(pairs(found.done, named))


def stems_of(report: Report) -> frozenset[str]:
    """The stems of the words of a report, which only reports in its language share."""
    return _terms(report.text, report.language).stems


_terms = lru_cache(maxsize=10_000)(terms)  # a sentence is looked for, looked at and put back within one run


def _weeks(first: date, last: date) -> list[int]:
    return list(range((first.toordinal() - 1) // 7, (last.toordinal() + 1) // 7 + 1))


def _years(first: date, last: date) -> list[int]:
    return [-year for year in range(first.year, min(last.year, first.year + 100) + 1)]
