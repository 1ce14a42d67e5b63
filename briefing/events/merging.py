"""Reports of one happening become one event, whatever the order in which the articles come.

Two reports tell of one happening when their dates can both be true (or differ by a day) and their
words are alike. Reports are compared inside a moving window of days, never all with all.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from briefing.datespan import DateSpan, Precision
from briefing.events.likeness import Likeness, Terms, terms
from briefing.model import Modality, Report

__all__ = ["merge_reports"]

_ALIKE = 0.30  # same day
_ALIKE_NEAR = 0.38  # a day apart, or one of the two not known to the day
_ALIKE_ALONE = 0.5  # within one article, which rarely tells one thing twice
_NEWS_DAYS = 14  # an undated report is about the last two weeks
_LONG = 45  # days: a longer stretch is a period, and merges only with periods


@dataclass(slots=True)
class _Cluster:
    reports: list[Report] = field(default_factory=list)
    terms: list[Terms] = field(default_factory=list)


def merge_reports(reports: Iterable[Report]) -> list[tuple[Report, ...]]:
    """Group reports by happening; each group in the order of publication, then of article and offset."""
    ordered = sorted(reports, key=_order)
    words = [_terms(report) for report in ordered]
    likeness = Likeness(words)
    clusters: list[_Cluster] = []
    by_day: dict[int, list[int]] = defaultdict(list)
    for report, report_terms in zip(ordered, words, strict=True):
        home = _home(report, report_terms, clusters, by_day, likeness)
        if home is None:
            home = len(clusters)
            clusters.append(_Cluster())
        clusters[home].reports.append(report)
        clusters[home].terms.append(report_terms)
        for block in _blocks(report.span):
            if home not in by_day[block]:
                by_day[block].append(home)
    return [tuple(sorted(cluster.reports, key=_published_order)) for cluster in clusters]


def _order(report: Report) -> tuple[object, ...]:
    """Well dated reports first, so that vague ones find the events they belong to."""
    return (report.span.is_open, report.span.precision, report.in_passing, *_published_order(report))


def _published_order(report: Report) -> tuple[object, ...]:
    published = report.published.first if report.published else None
    return (published or date.max, report.article, report.start)


def _terms(report: Report) -> Terms:
    """The terms of a report without the words that date it."""
    text = report.text
    if report.expression:
        start, end = report.expression.start - report.start, report.expression.end - report.start
        text = text[:start] + text[end:]
    return terms(text, report.language)


# ---- blocking: only reports that share a block are compared ------------------------------------------


def _blocks(span: DateSpan) -> Iterator[int]:
    """The weeks (as ordinal numbers) that a span touches, with its neighbours; a period has one block of its own."""
    first, last = _window(span)
    if _is_period(span):
        yield -1
        return
    yield from range((first.toordinal() - 1) // 7, (last.toordinal() + 1) // 7 + 1)


def _window(span: DateSpan) -> tuple[date, date]:
    last = span.last or span.first or date.min
    first = span.first or date.fromordinal(max(1, last.toordinal() - _NEWS_DAYS))
    return first, last


def _is_period(span: DateSpan) -> bool:
    first, last = _window(span)
    return (last - first).days > _LONG


# ---- alike? ---------------------------------------------------------------------------------------


def _home(
    report: Report,
    report_terms: Terms,
    clusters: Sequence[_Cluster],
    by_day: dict[int, list[int]],
    likeness: Likeness,
) -> int | None:
    """The cluster that a report belongs to: the most alike of those that it may join."""
    candidates = sorted({number for block in _blocks(report.span) for number in by_day[block]})
    best, best_score = None, 0.0
    for number in candidates:
        score = _fit(report, report_terms, clusters[number], likeness)
        if score > best_score:
            best, best_score = number, score
    return best


def _fit(report: Report, report_terms: Terms, cluster: _Cluster, likeness: Likeness) -> float:
    """How well a report fits a cluster: its best likeness to a member, 0 where any date forbids it."""
    best = 0.0
    for other, other_terms in zip(cluster.reports, cluster.terms, strict=True):
        needed = _needed(report, other)
        if needed is None:
            return 0.0
        score = likeness(report_terms, other_terms)
        if score >= needed:
            best = max(best, score)
    return best


def _needed(a: Report, b: Report) -> float | None:
    """The likeness that two reports need to be one happening; None if their dates exclude it."""
    if _is_period(a.span) != _is_period(b.span):
        return None
    if (a.modality is Modality.ONGOING) != (b.modality is Modality.ONGOING):
        return None
    (a_first, a_last), (b_first, b_last) = _window(a.span), _window(b.span)
    gap = max((b_first - a_last).days, (a_first - b_last).days)
    if gap > (0 if a.article == b.article else 1):
        return None
    needed = _ALIKE
    if gap == 1 or not _known(a.span) or not _known(b.span):
        needed = _ALIKE_NEAR
    if a.article == b.article:
        needed = max(needed, _ALIKE_ALONE)
    return needed


def _known(span: DateSpan) -> bool:
    return not span.is_open and span.precision is Precision.DAY
