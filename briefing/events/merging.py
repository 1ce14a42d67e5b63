"""Reports of one happening become one event, whatever the order in which the articles come.

The best dated reports come first; each joins the event that it is most like, or begins one. Only events that share a
week (or a year, for who knows no more) and telling words are looked at, never all. A report that has its day from the
story around it joins an event that others tell, or stays alone; a plan joins the event that it became.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import chain

from briefing.datespan import Precision
from briefing.events.anaphora import leans_on
from briefing.events.claims import Claim, Context, Known, claims_of
from briefing.events.judging import FEWEST, judge
from briefing.events.likeness import Likeness
from briefing.model import Report

__all__ = ["Cluster", "Merger"]

_COMPARED = 6  # members of a cluster, its best dated, that a report is held against
_ON_THE_WHOLE = 0.8  # of the likeness needed: what the members must reach on average, so that no chain forms
_TOO_COMMON = 60  # events of a week that share a word: it then tells none of them from the others
_LOOKED_AT = 12  # events, those that share the most telling words
_TELLING_ENOUGH = 5  # of one that only supports others
_FEWEST_SPACES = 5  # of a sentence: shorter ones are the same by chance
_TELLING = 12  # of a report's rarest words, any one of which a report of the same thing will share
_CLEARLY = 0.9  # the second best, as a part of the best: with more, a vague report could be of either
_COARSENESS = {precision: rank for rank, precision in enumerate(Precision)}
_VAGUE = frozenset({Known.COARSE, Known.REFERRED})


@dataclass(slots=True)
class Cluster:
    """The claims of one event; those that tell that it happened apart from the plans, which confirm nothing."""

    told: list[Claim] = field(default_factory=list)
    planned: list[Claim] = field(default_factory=list)
    alone: Claim | None = None  # the only one
    _tellers: list[Claim] = field(default_factory=list)  # of those that tell it, the ones that others are held against

    @property
    def claims(self) -> list[Claim]:
        """All of them, in the order in which they joined."""
        return [*self.told, *self.planned]

    def add(self, claim: Claim) -> None:
        """Let a claim join."""
        self.alone = None if self.told or self.planned else claim
        (self.planned if claim.is_plan else self.told).append(claim)
        if not claim.is_plan and len(self._tellers) < _COMPARED and not (self._tellers and claim.report.is_borrowed):
            self._tellers.append(claim)

    def compared(self, claim: Claim) -> list[list[Claim]]:
        """The claims that a further one is held against: those that tell the event; a plan's, if it is one, by themselves."""
        if self._tellers and not (claim.is_plan and self.planned):
            return [self._tellers]
        return [self._tellers, self.planned[:_COMPARED]] if self._tellers else [self.planned[:_COMPARED]]


class Merger:
    """Reports grouped by happening, with what explaining a group needs.

    ``contexts`` are what each article is about, by its id. ``references``, which only look back at what others tell, are in
    no group if nobody does.
    """

    def __init__(
        self, reports: Sequence[Report], references: Sequence[Report], contexts: Mapping[str, Context]
    ) -> None:
        self.claims = sorted(claims_of(reports, references, contexts), key=_order)
        self.likeness = Likeness(claim.terms for claim in self.claims)
        self.clusters: list[Cluster] = []
        self._index: dict[tuple[int, str], list[int]] = defaultdict(list)
        self._homes: dict[str, list[int]] = defaultdict(list)  # of each article
        self._worded: dict[str, dict[int, Claim]] = defaultdict(dict)  # the first of each cluster with these very words
        self._polyglot = len({claim.report.language for claim in self.claims}) > 1
        for claim in self.claims:
            self._place(claim)

    def groups(self) -> list[tuple[Report, ...]]:
        """The reports of each cluster, in the order of publication, then of article and offset."""
        return [
            (cluster.alone.report,)
            if cluster.alone
            else tuple(sorted((claim.report for claim in cluster.claims), key=_published_order))
            for cluster in self.clusters
        ]

    def near(self, claim: Claim) -> list[int]:
        """The numbers of the clusters that a claim may belong to: those that share most of its telling words."""
        return self._near(list(self._words(claim)), claim)

    def _place(self, claim: Claim) -> None:
        words = list(self._words(claim))
        near = self._near(words, claim)
        if claim.report.is_borrowed:  # perhaps of the very happening that its article is about
            near = sorted({*near, *self._homes[claim.report.article]})
        home = self._home_of_copied(claim)
        if home is None:
            home = self._home(claim, near)
        if home is None and not claim.founds:
            return
        if home is None:
            home = len(self.clusters)
            self.clusters.append(Cluster())
        self.clusters[home].add(claim)
        self._worded[claim.report.text].setdefault(home, claim)
        if (
            claim.founds and not claim.report.is_borrowed
        ):  # they come last: they support what others tell, and found nothing
            self._homes[claim.report.article].append(home)
            for key in _keys(claim, words):
                known = self._index[key]
                if not known or known[-1] != home:
                    known.append(home)

    def _home_of_copied(self, claim: Claim) -> int | None:
        """The cluster of the same sentence in another article: a reprint tells what its original tells, also of a borrowed day."""
        if not claim.report.is_borrowed or claim.report.text.count(" ") < _FEWEST_SPACES:
            return None
        for home, other in self._worded.get(claim.report.text, {}).items():
            if other.report.article != claim.report.article and judge(claim, other, self.likeness).holds:
                return home
        return None

    def _words(self, claim: Claim) -> Iterator[str]:
        count = _TELLING_ENOUGH if claim.report.is_borrowed else _TELLING
        yield from self.likeness.rarest(claim.terms, count)
        if self._polyglot:
            yield from self.likeness.rarest_names(claim.terms, count)

    def _near(self, words: Sequence[str], claim: Claim) -> list[int]:
        found = filter(None, map(self._index.get, _looked_up(claim, words)))
        shared = Counter(chain.from_iterable(known for known in found if len(known) <= _TOO_COMMON))
        if len(shared) <= _LOOKED_AT:
            return sorted(shared)
        return sorted(sorted(shared, key=lambda number: (-shared[number], number))[:_LOOKED_AT])

    def _home(self, claim: Claim, near: Sequence[int]) -> int | None:
        """The cluster that a claim belongs to: the most alike of those that it may join, clearly if it is vague."""
        fits = [(fit, -number) for number in near if (fit := self._fit(claim, self.clusters[number]))]
        if not fits:
            return None
        fits.sort(reverse=True)
        best = -fits[0][1]
        others = [-number for fit, number in fits[1:] if fit >= _CLEARLY * fits[0][0]]
        if claim.known in _VAGUE and not all(self._is_one_story(best, other) for other in others):
            return None
        return best

    def _is_one_story(self, number: int, other: int) -> bool:
        """Whether two clusters are what one article tells of one day: then either will do."""
        a, b = self.clusters[number].claims[0], self.clusters[other].claims[0]
        return a.report.article == b.report.article and (a.first, a.last) == (b.first, b.last)

    def _fit(self, claim: Claim, cluster: Cluster) -> float:
        """How well a claim fits a cluster: its best likeness to a member, 0 where a date or place forbids it."""
        if cluster.alone and self._has_little_of(claim, cluster.alone):
            return 0.0
        return max([self._fit_among(claim, members) for members in cluster.compared(claim)])

    def _has_little_of(self, claim: Claim, other: Claim) -> bool:
        """Whether two claims have too few words in common to be compared, which most have and is soon seen."""
        if self._polyglot:
            return False
        within = claim.report.article == other.report.article
        if len(claim.terms.stems & other.terms.stems) >= FEWEST - within:
            return False
        return not (within and leans_on(claim, other))

    def _fit_among(self, claim: Claim, members: Sequence[Claim]) -> float:
        best = total = 0.0
        if len(members) > 1 and claim.report.is_borrowed:  # what its own story tells there is what it goes on about
            members = [other for other in members if other.report.article == claim.report.article] or members
        for other in members:
            verdict = judge(claim, other, self.likeness)
            if verdict.forbids:
                return 0.0
            total += min(verdict.likeness / verdict.needed, 1.0)
            if verdict.holds:
                best = max(best, verdict.likeness)
        enough = claim.known is Known.REFERRED or total >= _ON_THE_WHOLE * len(members)
        return best if enough else 0.0


def _keys(claim: Claim, words: Iterable[str]) -> Iterator[tuple[int, str]]:
    """The blocks under which a claim is found: its weeks, or its stretch, and its years, with each telling word."""
    if claim.known is Known.STRETCH:
        return ((-claim.first.year, word) for word in words)
    blocks = [*_weeks(claim), *range(-claim.last.year, -claim.first.year + 1)]
    return ((block, word) for word in words for block in blocks)


def _looked_up(claim: Claim, words: Iterable[str]) -> Iterator[tuple[int, str]]:
    """The blocks in which a claim's like are looked for: years where it does not know the month."""
    if claim.known is Known.STRETCH:
        return ((-claim.first.year, word) for word in words)
    wide = (claim.last - claim.first).days > 62
    blocks = range(-claim.last.year, -claim.first.year + 1) if wide else _weeks(claim)
    return ((block, word) for word in words for block in blocks)


def _weeks(claim: Claim) -> range:
    """The weeks of a claim, with a day before and after; none where it knows only the year."""
    if (claim.last - claim.first).days > 62:
        return range(0)
    return range((claim.first.toordinal() - 1) // 7, (claim.last.toordinal() + 1) // 7 + 1)


def _order(claim: Claim) -> tuple[object, ...]:
    """Well dated claims first, so that vague ones find the events they belong to; plans when it is known what came."""
    report = claim.report
    span = report.firm_span
    told = -claim.told.toordinal() if claim.is_plan else 0  # of plans the last, which knew best
    return (
        not claim.founds, claim.is_plan, report.is_borrowed, span.is_open, _COARSENESS[span.precision],
        report.in_passing, told, *_published_order(report),
    )  # fmt: skip


def _published_order(report: Report) -> tuple[object, ...]:
    published = report.published.first if report.published else None
    return (published or date.max, report.article, report.start, str(report.span))
