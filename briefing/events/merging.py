"""Reports of one happening become one event, whatever the order in which the articles come.

A report that has its day from the story around it joins an event that others tell, or stays alone.

Two reports tell of one happening when their dates can both be true (or differ by a day) and their
words are alike. Only reports that share a week and a telling word are compared, never all with all.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain

from briefing.datespan import DateSpan, Precision
from briefing.events.folding import fold_name
from briefing.events.gazetteer import is_inside
from briefing.events.likeness import Likeness, Terms, stem, terms
from briefing.model import Modality, Name, Report

__all__ = ["merge_reports"]

_ALIKE = 0.33  # same day
_ALIKE_NEAR = 0.38  # a day apart, or one of the two not known to the day
_ALIKE_ALONE = 0.75  # within one article, which rarely tells one thing twice
_COMPARED = 6  # members of a cluster, its best dated, that a report is held against
_ON_THE_WHOLE = 0.8  # of the likeness needed: what the members must reach on average, so that no chain forms
_APART = frozenset({Modality.ONGOING, Modality.PLANNED, Modality.HYPOTHETICAL})  # a plan confirms no fact
_TOO_COMMON = 60  # events of a week that share a word: it then tells none of them from the others
_SAME_WORDING = 0.8  # of two sentences' words apart from names: more is one form of words, filled in twice
_NEWS_DAYS = 14  # an undated report is about the last two weeks
_LONG = 45  # days: a longer stretch is a period, and merges only with periods
_TELLING_ENOUGH = 3  # of one that only supports others
_TELLING = 8  # of a report's rarest words, any one of which a report of the same thing will share


@dataclass(frozen=True, slots=True)
class _Claim:
    """A report with what comparing it needs, worked out once."""

    report: Report
    terms: Terms
    first: date
    last: date
    is_period: bool
    is_known: bool
    names: frozenset[str]
    places: frozenset[str]
    said: frozenset[str]  # its stems apart from the names


def merge_reports(reports: Iterable[Report]) -> list[tuple[Report, ...]]:
    """Group reports by happening; each group in the order of publication, then of article and offset."""
    claims = [_claim(report) for report in sorted(reports, key=_order)]
    likeness = Likeness(claim.terms for claim in claims)
    clusters: list[list[_Claim]] = []
    index: dict[tuple[int, str], dict[int, None]] = defaultdict(dict)
    for claim in claims:
        keys = list(_keys(claim, likeness))
        telling = (index[key] for key in keys if key in index and len(index[key]) <= _TOO_COMMON)
        near = sorted(set(chain.from_iterable(telling)))
        home = _home(claim, near, clusters, likeness)
        if home is None:
            home = len(clusters)
            clusters.append([])
        clusters[home].append(claim)
        if not claim.report.is_borrowed:  # they come last: they support what others tell, and found nothing
            for key in keys:
                index[key][home] = None
    return [tuple(sorted((claim.report for claim in cluster), key=_published_order)) for cluster in clusters]


def _order(report: Report) -> tuple[object, ...]:
    """Well dated reports first, so that vague ones find the events they belong to."""
    span = report.firm_span
    return (report.is_borrowed, span.is_open, span.precision, report.in_passing, *_published_order(report))


def _published_order(report: Report) -> tuple[object, ...]:
    published = report.published.first if report.published else None
    return (published or date.max, report.article, report.start)


def _claim(report: Report) -> _Claim:
    """A report with its window of days and its terms, without the words that date it."""
    text = report.text
    if report.expression:
        start, end = report.expression.start - report.start, report.expression.end - report.start
        text = text[:start] + text[end:]
    first, last = _window(report.span if report.is_borrowed else report.firm_span)
    span, words = report.firm_span, terms(text, report.language)
    names = frozenset(name.key for name in report.names)
    return _Claim(
        report=report,
        terms=words,
        first=first,
        last=last,
        is_period=(last - first).days > _LONG,
        is_known=not span.is_open and span.precision is Precision.DAY,
        names=names,
        places=frozenset(name.key for name in report.names if name.located),
        said=words.stems - _stems(report.names),
    )


def _window(span: DateSpan) -> tuple[date, date]:
    last = span.last or span.first or date.min
    first = span.first or max(date.min + timedelta(days=_NEWS_DAYS), last) - timedelta(days=_NEWS_DAYS)
    return first, max(first, last)


def _keys(claim: _Claim, likeness: Likeness) -> Iterator[tuple[int, str]]:
    """The blocks that a claim falls into: a week (as a number; periods share one) and a telling word."""
    if claim.is_period:
        weeks: Iterable[int] = (-1,)
    else:
        weeks = range((claim.first.toordinal() - 1) // 7, (claim.last.toordinal() + 1) // 7 + 1)
    words = likeness.rarest(claim.terms, _TELLING_ENOUGH if claim.report.is_borrowed else _TELLING)
    return ((week, word) for week in weeks for word in words)


# ---- alike? ---------------------------------------------------------------------------------------


def _home(claim: _Claim, near: Iterable[int], clusters: list[list[_Claim]], likeness: Likeness) -> int | None:
    """The cluster that a claim belongs to: the most alike of those that it may join."""
    best, best_score = None, 0.0
    for number in near:
        score = _fit(claim, clusters[number], likeness)
        if score > best_score:
            best, best_score = number, score
    return best


def _fit(claim: _Claim, cluster: list[_Claim], likeness: Likeness) -> float:
    """How well a claim fits a cluster: its best likeness to a member, 0 where a date or place forbids it."""
    best = total = 0.0
    members = cluster[:_COMPARED]
    for other in members:
        needed = _needed(claim, other)
        if needed is None or not _places_agree(claim, other) or _names_swapped(claim, other):
            return 0.0
        score = likeness(claim.terms, other.terms)
        total += min(score / needed, 1.0)
        if score >= needed:
            best = max(best, score)
    return best if total >= _ON_THE_WHOLE * len(members) else 0.0


def _places_agree(a: _Claim, b: _Claim) -> bool:
    """Whether two reports can be of one place: one names none, or they share one, or one is a place in the other.

    Across languages only the keys of the table of places can be compared; any other is a spelling.
    """
    there, here = a.places, b.places
    if a.report.language != b.report.language:
        there, here = (frozenset(key for key in keys if not key.islower()) for keys in (there, here))
    return not there or not here or any(is_inside(x, y) or is_inside(y, x) for x in there for y in here)


def _names_swapped(a: _Claim, b: _Claim) -> bool:
    """Whether two sentences say the same of others ("Israel met Hamas", "Israel met Qatar"): that is two happenings."""
    if a.report.language != b.report.language or a.names <= b.names or b.names <= a.names:
        return False
    return len(a.said & b.said) >= _SAME_WORDING * len(a.said | b.said)


def _stems(names: Iterable[Name]) -> frozenset[str]:
    return frozenset(stem(word) for name in names for word in fold_name(name.text).split())


def _needed(a: _Claim, b: _Claim) -> float | None:
    """The likeness that two claims need to be one happening; None if their dates exclude it."""
    if a.is_period != b.is_period:
        return None
    if a.report.modality is not b.report.modality and _APART & {a.report.modality, b.report.modality}:
        return None
    same_article = a.report.article == b.report.article
    gap = max((b.first - a.last).days, (a.first - b.last).days)
    if gap > (0 if same_article else 1):
        return None
    needed = _ALIKE_NEAR if gap == 1 or not a.is_known or not b.is_known else _ALIKE
    return max(needed, _ALIKE_ALONE) if same_article else needed
