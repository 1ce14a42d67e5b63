"""Words that English writes small: what begins with a capital and is none of them is a name, also where a sentence begins.

The table beside this file is sorted and searched as it is; tests/events/make_ordinary.py makes it and names its sources.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import cache, lru_cache
from importlib.resources import files

__all__ = ["is_ordinary", "is_surname", "is_word"]

_GIVEN, _SURNAME = "?", "+"  # behind a word that is a given name, a surname as well


def is_word(word: str) -> bool:
    """Whether English knows a word in small letters: "rebels", "will", "rose"."""
    return _found(word.lower()) is not None


def is_ordinary(word: str) -> bool:
    """Whether it is a word, and nobody's given name: "rebels", not "Rose"."""
    also = _found(word.lower())
    return also is not None and _GIVEN not in also


def is_surname(word: str) -> bool:
    """Whether it is a word that is a surname as well: "Brown"."""
    return _SURNAME in (_found(word.lower()) or "")


@lru_cache(maxsize=65536)
def _found(word: str) -> str | None:
    """The marks behind a word, or behind what it is the plural of; None if it is not in the table."""
    lines = _lines()
    for key in (word, word.removesuffix("s")):
        at = bisect_left(lines, key)
        if at < len(lines) and lines[at].rstrip(_GIVEN + _SURNAME) == key:
            return lines[at][len(key) :]
    return None


@cache
def _lines() -> list[str]:
    return (files("briefing.events") / "ordinary_en.txt").read_text("ascii").splitlines()
