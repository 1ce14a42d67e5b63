"""A timeline of a given size: the days that matter most to a story, and the sentences that tell them.

A day weighs what is told of it, by how many articles and how close to what the story is about; beside a
weightier day it weighs less, as what is told of it is often that day's news once more.
Of a day's sentences those are chosen that are most like all that is told of it (a centroid of
tf-idf vectors, as in Radev et al. 2004 and Ghalandari and Ifrim 2020) and like the whole story, stand on
their own, and repeat nothing (maximal marginal relevance, Carbonell and Goldstein 1998). A day has no more
words than a timeline written by people has in as many sentences, so long ones are fewer.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from briefing.events.closeness import Closeness
from briefing.events.likeness import terms
from briefing.events.standing import standing
from briefing.model import Event, Report

__all__ = ["select_timeline"]

_OPENING = 3  # sentences in which an article tells its own news
_IN_OPENING = 2.0  # times the weight of the same words further down
_FURTHER = 0.25  # of its weight: what a report adds beside its article's best, or a later sentence of the story's day
_ECHO = {1: 0.5, 2: 0.75}  # what a day keeps of its weight so many days from a weightier one

_TELLS_ITS_DAY = 2.0  # times the say, in what a day is about, of a sentence that takes its day from elsewhere
_REPEATING = 0.25  # of its likeness to a chosen sentence, taken from a sentence's worth
_THE_SAME = 0.8  # likeness of two sentences that say one thing
_CONSIDERED = 60  # sentences of a day, its best, among which to choose
_WORDS = 22  # of a sentence in timelines that people wrote: on average 18 to 21; articles have longer ones

_Vector = Mapping[str, float]


def select_timeline(
    events: Sequence[Event], *, since: date, until: date, dates: int, sentences: int
) -> list[tuple[date, list[str]]]:
    """The weightiest days of a story and the sentences that tell them.

    Args:
        events: what `find_events` found, in any order.
        since: the first day, included.
        until: the last day, included.
        dates: how many days at most.
        sentences: how many sentences of usual length a day at most; of long ones there are fewer, but one.

    Returns:
        ``(day, [sentence, …])`` pairs in the order of the days; every sentence is verbatim.
    """
    reports = sorted((one for event in events for one in event.reports if not one.is_headline), key=_order)
    closeness = Closeness(reports)
    told: dict[date, list[Report]] = defaultdict(list)
    for report in reports:
        if report.span.is_day and report.span.first and since <= report.span.first <= until:
            told[report.span.first].append(report)
    weights = _without_echoes({day: _weight_of_day(those, closeness) for day, those in told.items()})
    chosen = sorted(sorted(told, key=lambda day: (-weights[day], day))[:dates])
    story = _Story(reports, closeness)
    return [(day, story.sentences_of(told[day], sentences)) for day in chosen]


def _order(report: Report) -> tuple[str, int, str]:
    return (report.article, report.start, str(report.span))


def _weight_of_day(reports: Iterable[Report], closeness: Closeness) -> float:
    """How much is told of a day: by each article its best report, a quarter of each other.

    A sentence that takes its day from the story around it says little of that day, unless it is the article's news.
    """
    stated: dict[str, list[float]] = defaultdict(list)
    taken: dict[str, float] = defaultdict(float)
    for report in reports:
        weight = closeness(report)
        if report.expression:
            stated[report.article].append(weight * (_IN_OPENING if report.position < _OPENING else 1.0))
        else:
            taken[report.article] = max(taken[report.article], weight * (_FURTHER if report.position else 1.0))
    own = sum((1 - _FURTHER) * max(weights) + _FURTHER * sum(weights) for weights in stated.values())
    return own + sum(taken.values())


def _without_echoes(weights: Mapping[date, float]) -> dict[date, float]:
    """The weights of days, of those less that stand beside a weightier one: they retell it, or give its day wrongly."""

    def kept(day: date) -> float:
        beside = (day + timedelta(days) for apart in _ECHO for days in (-apart, apart))
        return min(
            (_ECHO[abs((day - other).days)] for other in beside if weights.get(other, 0) > weights[day]), default=1
        )

    return {day: weight * kept(day) for day, weight in weights.items()}


# ---- the sentences of a day -----------------------------------------------------------------------


class _Story:
    """What choosing a day's sentences needs to know of the whole story: how rare words are, and what it is about."""

    def __init__(self, reports: Sequence[Report], closeness: Closeness) -> None:
        self._closeness = closeness
        said = {report.text: sorted(terms(report.text, report.language, across=False).stems) for report in reports}
        uses = Counter(stem for stems in said.values() for stem in stems)
        rarity = {stem: math.log(1 + len(said) / count) for stem, count in uses.items()}
        self._vectors = {text: _unit({stem: rarity[stem] for stem in stems}) for text, stems in said.items()}
        self._whole = self._sum((report, closeness(report)) for report in reports)
        self._told: set[str] = set()  # the sentences chosen for earlier days

    def sentences_of(self, reports: Sequence[Report], count: int) -> list[str]:
        """The ``count`` sentences that together tell a day best, the best first; one that tells of two days only once.

        A sentence chosen for an earlier day comes again only if there is no other: formulas recur ("prices rose on
        Monday"), and tell of another day each time.
        """
        once = {report.text: report for report in reversed(reports)}
        about = self._about(once.values())
        worth = {text: self._worth(report, about) for text, report in once.items()}
        best_first = sorted(worth, key=lambda text: (-worth[text], text))[:_CONSIDERED]
        left = [text for text in best_first if text not in self._told] or best_first[:1]
        repeats = dict.fromkeys(left, 0.0)
        chosen: list[str] = []
        room = float(_WORDS * count)
        while left and len(chosen) < count:
            best = max(left, key=lambda text: worth[text] - _REPEATING * repeats[text])
            words = len(best.split())
            if chosen and room < words / 2:
                break
            chosen.append(best)
            room -= words
            for text in left:
                repeats[text] = max(repeats[text], _product(self._vectors[text], self._vectors[best]))
            left = [text for text in left if repeats[text] <= _THE_SAME and text != best]
        self._told.update(chosen)
        return chosen

    def _worth(self, report: Report, about: _Vector) -> float:
        vector = self._vectors[report.text]
        return standing(report) * _product(vector, about) * math.sqrt(_product(vector, self._whole))

    def _about(self, reports: Iterable[Report]) -> _Vector:
        """What a day is about: the sum of what is told of it, by how close it is to the story."""
        return self._sum(
            (report, self._closeness(report) * (1.0 if report.expression is None else _TELLS_ITS_DAY))
            for report in reports
        )

    def _sum(self, weighed: Iterable[tuple[Report, float]]) -> _Vector:
        """The direction of the weighed sum of sentences."""
        total: dict[str, float] = defaultdict(float)
        for report, weight in weighed:
            for word, value in self._vectors[report.text].items():
                total[word] += weight * value
        return _unit(total)


def _unit(vector: _Vector) -> _Vector:
    length = math.sqrt(sum(value * value for value in vector.values())) or 1.0
    return {word: value / length for word, value in vector.items()}


def _product(a: _Vector, b: _Vector) -> float:
    return sum(value * b[word] for word, value in a.items() if word in b)
