"""How alike two pieces of news are: the words that carry meaning, weighted by how rare they are here.

Within one language a cosine over binary term vectors with inverse document frequencies (Spärck Jones
1972). Across languages only names can be compared: by their consonants, which spellings and scripts
share (Haniyeh, Haniye, هنية; Tehran, Tahran, طهران).
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from briefing.events.folding import consonants, fold_name
from briefing.temporal.languages import pack_for

__all__ = ["Likeness", "Terms", "stem", "terms"]

_WORD = re.compile(r"[^\W_]{3,}|[^\W\d_]\d+")
_COMMON = frozenset(
    "the and that for with was were has have had been are his her its their they who which this from not but said says "
    "will would could should after before over more than about into also between during while against under when".split()
)
_LETTERS_WITH_CASE = re.compile(r"[^\W\d_]+(?:[’']\w+)?")
_PREFIX = re.compile(r"^[وف]?[بلك]?(?:ال)?(?=\w{3})")  # Arabic "and", "in", "to", "the" written onto a word
_NAMES_SHARED = 3  # names that reports in two languages must share to tell of one thing


@dataclass(frozen=True, slots=True)
class Terms:
    """What two pieces of news are compared by: stems within a language, consonants of names across languages."""

    language: str
    stems: frozenset[str]
    names: frozenset[str]


def terms(text: str, language: str) -> Terms:
    """The meaningful words of a text; names lose their accents, plurals their s."""
    function_words = pack_for(language).function_words | _COMMON
    words = (fold_name(word) for word in _WORD.findall(text) if word.lower() not in function_words)
    stems = frozenset(stem(word) for word in words if len(word) > 2 and word not in function_words)
    return Terms(language, stems, _name_keys(text))


def stem(word: str) -> str:
    """A folded word without its commonest English endings; crude, and the same for both sides of a comparison."""
    for ending, rest in (("ies", "y"), ("ing", ""), ("ed", ""), ("es", ""), ("s", "")):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)] + rest
    return word


def _name_keys(text: str) -> frozenset[str]:
    """The consonants of every capitalised word, and of every word of a script that has no capitals."""
    words = (word for word in _LETTERS_WITH_CASE.findall(text) if not word[0].islower())
    return frozenset(key for word in words if len(key := _consonants(word)) >= 2)


@lru_cache(maxsize=65536)
def _consonants(word: str) -> str:
    bare = _PREFIX.sub("", re.sub(r"[’']\w+$", "", word))
    return consonants(fold_name(bare))


class Likeness:
    """Weighs terms by their rarity among the given texts and compares texts: 0 nothing shared, 1 the same."""

    def __init__(self, collection: Iterable[Terms]) -> None:
        texts = list(collection)
        self._stems = _weights([text.stems for text in texts])
        self._names = _weights([text.names for text in texts])

    def __call__(self, a: Terms, b: Terms) -> float:
        """The cosine of two texts; across languages that of their names, if they share at least three."""
        if a.language == b.language:
            return _cosine(a.stems, b.stems, self._stems)
        if len(a.names & b.names) < _NAMES_SHARED:
            return 0.0
        return _overlap(a.names, b.names, self._names)

    def rarest(self, text: Terms, count: int) -> list[str]:
        """The ``count`` rarest stems and the ``count`` rarest names of a text, which tell it from others."""
        stems = sorted(text.stems, key=lambda term: (-self._stems.get(term, 0.0), term))[:count]
        names = sorted(text.names, key=lambda term: (-self._names.get(term, 0.0), term))[:count]
        return stems + [f"name {name}" for name in names]


def _weights(sets: list[frozenset[str]]) -> Mapping[str, float]:
    counts = Counter(term for terms_ in sets for term in terms_)
    return {term: math.log(1 + len(sets) / count) for term, count in counts.items()}


def _weight(terms_: Iterable[str], weights: Mapping[str, float]) -> float:
    return sum(weights.get(term, 0.0) for term in terms_)


def _cosine(a: frozenset[str], b: frozenset[str], weights: Mapping[str, float]) -> float:
    shared = _weight(a & b, weights)
    return shared / math.sqrt(_weight(a, weights) * _weight(b, weights)) if shared else 0.0


def _overlap(a: frozenset[str], b: frozenset[str], weights: Mapping[str, float]) -> float:
    """Shared weight over the lighter side's: a script without capitals offers all its words as names."""
    shared = _weight(a & b, weights)
    return shared / min(_weight(a, weights), _weight(b, weights)) if shared else 0.0
