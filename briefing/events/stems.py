"""Words to what their forms have in common: launch, launched; deliver, deliveries; görüştü, görüşme; والتقى, التقى.

Endings come off and the rest is cut to its first letters, which for Turkish serves retrieval as well as a
grammar does (Can et al. 2008, "Information retrieval on Turkish texts"), and joins deliver and delivery in English.
"""

from __future__ import annotations

import re
from functools import lru_cache

from briefing.events.deeds import deeds_in
from briefing.events.folding import fold_name

__all__ = ["stem", "stems_of", "told_stem"]

_LETTERS = {"en": 7, "tr": 5, "ar": 5}
_OTHERS = 6
_ENDINGS = (  # each with the letters that must be left when it comes off
    ("ies", 4), ("ings", 4), ("ing", 4), ("ions", 5), ("ion", 5), ("als", 5), ("al", 5), ("ed", 4), ("es", 4), ("s", 4),
)  # fmt: skip
_LAST = re.compile(r"(?<=[a-z]{3})(?:[ey]|(?<=([bdgmnprt]))\1)$")  # launche(s), deliver(y), plan(n)
_VOWEL_SIGNS = re.compile(r"[ً-ْٰـ]")
_WRITTEN_ON = re.compile(r"^[وف]?[بلك]?(?:ال)?(?=\w{3})")  # Arabic "and", "in", "to", "the" before a word


@lru_cache(maxsize=262144)
def stem(word: str, language: str) -> str:
    """What a word has in common with its other forms, folded; crude, and the same for both sides of a comparison."""
    bare = fold_name(_WRITTEN_ON.sub("", _VOWEL_SIGNS.sub("", word)) if language == "ar" else word)
    if language == "en":
        bare = _LAST.sub("", _without_ending(bare))
    return bare[: _LETTERS.get(language, _OTHERS)]


@lru_cache(maxsize=262144)
def told_stem(word: str, language: str) -> str:
    """The deed that a word tells of, if it is a known one, else its stem."""
    own = stem(word, language)
    return deeds_in(language, stem).get(own, own)


@lru_cache(maxsize=65536)
def stems_of(name: str, language: str) -> frozenset[str]:
    """The deeds or stems of the words of a name."""
    return frozenset(told_stem(word, language) for word in name.split())


def _without_ending(word: str) -> str:
    for ending, left in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= left:
            return word[: -len(ending)]
    return word
