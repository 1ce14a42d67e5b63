"""Articles that translate each other, which are one origin: the same numbers, days and names, sentence after sentence.

Two reporters at one press conference name the same people, but not in the same sentences in the same order. So nearly
all sentences must have their like in the other article, in order, and each most of what the other holds.
Only articles of neighbouring days that share several rare anchors are looked at.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from briefing.events.anchors import Anchors, anchors_of
from briefing.events.outlets import outlet_key
from briefing.events.reports import Extract
from briefing.events.sentences import split_sentences
from briefing.model import Report

__all__ = ["with_translations_traced"]

_ALIKE = 0.6  # of the anchors of either of two sentences that must stand in the other
_FEWEST_ALIKE = 2  # anchors; sentences with fewer tell nothing
_COVERED = 0.8  # of the sentences that tell anything
_FEWEST_SENTENCES = 3
_FEWEST_SHARED = 10  # anchors in all
_FEWEST_EXACT = 2  # different numbers and days among them
_LENGTHS = 1.6  # how many times as many sentences one may have
_LONGEST = 40  # sentences looked at
_SHARED_TO_LOOK = 6  # different anchors
_COMMON = 30  # articles of a day with an anchor, which then tells nothing


@dataclass(frozen=True, slots=True)
class _Told:
    """An article and the anchors of its sentences."""

    extract: Extract
    sentences: tuple[Anchors, ...]
    all: frozenset[str]

    @property
    def day(self) -> int:
        published = self.extract.article.published
        return published.last.toordinal() if published and published.last else 0

    @property
    def order(self) -> tuple[bool, int, str]:
        """Which of several is the original: one that says whom it rests on, then the earlier."""
        article = self.extract.article
        return _origin(self.extract).origin in {outlet_key(article.outlet), article.id}, self.day, article.id


def with_translations_traced(extracts: Sequence[Extract]) -> list[Extract]:
    """The same, those that translate another under its origin; nothing is done where all are in one language."""
    if len({extract.article.language for extract in extracts}) < 2:
        return list(extracts)
    told = [_told(extract) for extract in extracts if extract.reports and extract.article.published]
    root: dict[str, str] = {}
    by_id = {one.extract.article.id: one for one in told}
    for first, second in _pairs(sorted(told, key=lambda one: one.order)):
        if _translates(first, second):
            a, b = _root(root, first.extract.article.id), _root(root, second.extract.article.id)
            if a != b and _may_be_one(by_id[a].extract, by_id[b].extract):
                original, copy = sorted((a, b), key=lambda key: by_id[key].order)
                root[copy] = original
    return [
        _traced(extract, by_id[_root(root, key)].extract) if (key := extract.article.id) in root else extract
        for extract in extracts
    ]


def _told(extract: Extract) -> _Told:
    sentences = split_sentences(extract.article.text, extract.article.language)[:_LONGEST]
    anchors = tuple(anchors_of(extract.article, sentences, extract.times))
    return _Told(extract, anchors, frozenset().union(*(one.sure | one.possible for one in anchors)))


def _pairs(told: Sequence[_Told]) -> Iterator[tuple[_Told, _Told]]:
    """Articles in two languages, of one day or two that follow each other, that share several anchors which few have."""
    blocks: dict[tuple[int, str], list[int]] = defaultdict(list)
    for number, one in enumerate(told):
        for anchor in one.all:
            for day in (one.day, one.day + 1):
                blocks[day, anchor].append(number)
    shared: Counter[tuple[int, int]] = Counter()
    for found in blocks.values():
        if 1 < len(found) <= _COMMON:
            shared.update(combinations(found, 2))
    for (a, b), number in sorted(shared.items()):
        if number >= _SHARED_TO_LOOK and told[a].extract.article.language != told[b].extract.article.language:
            yield told[a], told[b]


def _translates(a: _Told, b: _Told) -> bool:
    """Whether nearly every sentence of each that tells anything has its like in the other, in the same order."""
    if max(len(a.sentences), len(b.sentences)) > _LENGTHS * min(len(a.sentences), len(b.sentences)):
        return False
    matched, shared = _aligned(a.sentences, b.sentences)
    telling = max(sum(len(one.sure) >= _FEWEST_ALIKE for one in side.sentences) for side in (a, b))
    exact = sum(anchor[0] in "nd" for anchor in shared)
    return (
        matched >= max(_FEWEST_SENTENCES, _COVERED * telling)
        and shared.total() >= _FEWEST_SHARED
        and exact >= _FEWEST_EXACT
    )


def _aligned(a: Sequence[Anchors], b: Sequence[Anchors]) -> tuple[int, Counter[str]]:
    """How many sentences can be paired in order (longest common subsequence), and the anchors that the pairs share."""
    best: list[list[tuple[int, Counter[str]]]] = [[(0, Counter[str]())] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i, one in enumerate(a):
        for j, other in enumerate(b):
            longest = max(best[i][j + 1], best[i + 1][j], key=lambda found: (found[0], found[1].total()))
            common = _common(one, other)
            number, shared = best[i][j]
            if common and (number + 1, shared.total() + len(common)) > (longest[0], longest[1].total()):
                longest = number + 1, shared + Counter(common)
            best[i + 1][j + 1] = longest
    return best[-1][-1]


def _common(a: Anchors, b: Anchors) -> frozenset[str]:
    """What two sentences share, if it is most of what each holds for sure."""
    common = (a.sure & b.sure) | (a.sure & b.possible) | (a.possible & b.sure)
    enough = all(
        len(common & one.sure) + len(common - one.sure) * bool(one.possible) >= _ALIKE * len(one.sure) for one in (a, b)
    )
    return common if len(common) >= _FEWEST_ALIKE and enough else frozenset()


def _origin(extract: Extract) -> Report:
    return extract.reports[0]


def _may_be_one(a: Extract, b: Extract) -> bool:
    """Whether not both say whom they rest on, and differ."""
    rests = [_origin(one).origin not in {outlet_key(one.article.outlet), one.article.id} for one in (a, b)]
    return not all(rests) or _origin(a).origin == _origin(b).origin


def _root(root: Mapping[str, str], key: str) -> str:
    while key in root:
        key = root[key]
    return key


def _traced(extract: Extract, original: Extract) -> Extract:
    told = _origin(original)

    def renamed(reports: Sequence[Report]) -> tuple[Report, ...]:
        return tuple(replace(report, origin=told.origin, origin_words=told.origin_words) for report in reports)

    return replace(
        extract,
        reports=renamed(extract.reports),
        headlines=renamed(extract.headlines),
        references=renamed(extract.references),
    )
