"""How alike two pieces of news are: the words that carry meaning, weighted by how rare they are here.

Within one language a cosine over binary term vectors with inverse document frequencies (Spärck Jones
1972). Across languages only what the lexicon knows and names can be compared: names by their consonants, which spellings
and scripts share (Haniyeh, Haniye, هنية; Tehran, Tahran, طهران).
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from itertools import repeat
from typing import NamedTuple

from briefing.events.deeds import DEEDS
from briefing.events.folding import consonants, fold_name
from briefing.events.languages import cues_for
from briefing.events.lexicon import things_in
from briefing.events.stems import told_stem
from briefing.temporal.languages import pack_for

__all__ = ["NOTHING", "THING", "Likeness", "Terms", "pairs", "terms"]

THING = "@"  # before a key of the lexicon

_WORD = re.compile(r"\w{3,}|[^\W\d]\d")
_COMMON = frozenset(
    "the and that for with was were has have had been are his her its their they who which this from not but said says "
    "will would could should after before over more than about into also between during while against under when "
    "told according".split()
)
_LETTERS_WITH_CASE = re.compile(r"[^\W\d_]+(?:[’']\w+)?")
_PREFIX = re.compile(r"^[وف]?[بلك]?(?:ال)?(?=\w{3})")  # Arabic "and", "in", "to", "the" written onto a word
_PAIRS = (3, 4)  # deeds of a text, and names, that are keys together
_UNSEEN = 30  # texts without any of the words, added to those given: few texts cannot tell which words are rare
_BY_CONTEXT = 0.4  # of its weight counts a word that one sentence has and only the context of the other


class Terms(NamedTuple):
    """What two pieces of news are compared by: stems and deeds within a language, across languages ``names`` and what is ``done``.

    Names are consonants, keys of the table of places, or `THING` and a key of the lexicon.
    """

    language: str
    stems: frozenset[str]
    names: frozenset[str]
    deeds: frozenset[str] = frozenset()
    done: frozenset[str] = frozenset()


NOTHING = Terms("", frozenset(), frozenset())


def terms(text: str, language: str, *, across: bool = True) -> Terms:
    """The meaningful words of a text by their stems; its names, too, if it may be compared ``across`` languages."""
    words = _WORD.findall(text.replace("_", " "))
    stems = frozenset(map(_meaning, words, repeat(language))) - _NO_MEANING
    if not across:
        return Terms(language, stems, frozenset(), stems & DEEDS)
    things = things_in(text, language)
    named = {f"{THING}{key}" for key in things.bodies | things.sites | things.accidents | things.matters}
    return Terms(language, stems, _name_keys(text, things.words) | named, stems & DEEDS, (stems & DEEDS) | things.deeds)


_NO_MEANING = frozenset({""})


@lru_cache(maxsize=262144)
def _meaning(word: str, language: str) -> str:
    """The deed or stem of a word, "" if it carries no meaning of its own."""
    skipped = _skipped(language)
    told = "" if word.lower() in skipped else told_stem(word, language)
    return told if len(told) > 2 and told not in skipped else ""


@cache
def _skipped(language: str) -> frozenset[str]:
    return pack_for(language).function_words | cues_for(language).not_names | _COMMON


def _name_keys(text: str, taken: frozenset[str]) -> frozenset[str]:
    """The consonants of every capitalised word, and of every word of a script that has no capitals, that is not ``taken``."""
    words = (word for word in _LETTERS_WITH_CASE.findall(text) if not word[0].islower() and word not in taken)
    return frozenset(key for word in words if len(key := _consonants(word)) >= 2)


@lru_cache(maxsize=65536)
def _consonants(word: str) -> str:
    return consonants(fold_name(_PREFIX.sub("", re.sub(r"[’']\w+$", "", word))))


class Likeness:
    """Weighs terms by their rarity among the given texts and compares texts: 0 nothing shared, 1 the same."""

    def __init__(self, collection: Iterable[Terms]) -> None:
        texts = list(collection)
        self._stems = _weights([text.stems for text in texts])
        self._names = _weights([text.names for text in texts])
        self._rank = {stem: rank for rank, stem in enumerate(_rarest_first(self._stems))}
        self._rank_of_names = {name: rank for rank, name in enumerate(_rarest_first(self._names))}
        self._lengths: dict[frozenset[str], float] = {}

    def __call__(self, a: Terms, b: Terms, around_a: Terms = NOTHING, around_b: Terms = NOTHING) -> float:
        """The cosine of two texts; across languages the share of names in common.

        Args:
            a: the terms of one text.
            b: those of the other.
            around_a: the context of the one, whose words count a little where the other has them: what a story is
                about is left out of its later sentences.
            around_b: the context of the other.
        """
        if a.language != b.language:
            return self._across(a, b)
        shared = self._sum(a.stems & b.stems, self._stems)
        if not shared:
            return 0.0
        shared += _BY_CONTEXT * self._sum((a.stems - b.stems) & around_b.stems, self._stems)
        shared += _BY_CONTEXT * self._sum((b.stems - a.stems) & around_a.stems, self._stems)
        return min(1.0, shared / math.sqrt(self._length(a) * self._length(b)))

    def held(self, part: Terms, whole: Terms) -> float:
        """How much of what one text tells stands in another of the same language, from 0 to 1."""
        if part.language != whole.language or not part.stems:
            return 0.0
        return self._sum(part.stems & whole.stems, self._stems) / self._length(part)

    def rarest(self, text: Terms, count: int) -> list[str]:
        """The ``count`` rarest stems of one of the texts given, which tell it from others."""
        return sorted(text.stems, key=self._rank.__getitem__)[:count]

    def rarest_names(self, text: Terms, count: int) -> list[str]:
        """The ``count`` rarest names of a text, half of them those of listed places, alone and with what is done, as keys."""
        names = sorted(text.names, key=self._rank_of_names.__getitem__)
        listed = [name for name in names if not name.islower()][: count // 2]
        alone = [f"name {name}" for name in dict.fromkeys((*listed, *names[: count - len(listed)]))]
        return [*alone, *pairs(text.done, [*listed, *names])]

    def _across(self, a: Terms, b: Terms) -> float:
        """Shared weight of names over the lighter side's: a script without capitals offers all its words as names."""
        names = a.names & b.names
        if not names:
            return 0.0
        lighter = min(self._sum(a.names, self._names), self._sum(b.names, self._names))
        return self._sum(names, self._names) / lighter

    def _length(self, text: Terms) -> float:
        """The squared length of a text's vector, worked out once."""
        length = self._lengths.get(text.stems)
        if length is None:
            length = self._lengths[text.stems] = self._sum(text.stems, self._stems)
        return length

    @staticmethod
    def _sum(terms_: frozenset[str], weights: Mapping[str, float]) -> float:
        return math.fsum([weights.get(term, 0.0) for term in terms_])  # exact, so that the order of a set is nothing


def pairs(done: Iterable[str], names: Iterable[str]) -> list[str]:
    """What is done with each of some names as one key: each of the two may be in all the news of a week."""
    deeds, few = sorted(done)[: _PAIRS[0]], list(dict.fromkeys(names))[: _PAIRS[1]]
    return [f"name {deed} {name}" for deed in deeds for name in few]


def _weights(sets: list[frozenset[str]]) -> Mapping[str, float]:
    counts = Counter(term for terms_ in sets for term in terms_)
    return {term: math.log(1 + (len(sets) + _UNSEEN) / count) for term, count in counts.items()}


def _rarest_first(weights: Mapping[str, float]) -> list[str]:
    return sorted(weights, key=lambda term: (-weights[term], term))
