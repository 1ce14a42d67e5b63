"""Words that English writes small: what begins with a capital and is none of them is a name, also where a sentence begins.

The table beside this file is sorted and searched as it is; tests/events/make_ordinary.py makes it and names its sources.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import cache, lru_cache
from importlib.resources import files

__all__ = ["is_ordinary", "is_word"]

_NAME_TOO = b"?"  # behind a word that is a given name as well


def is_word(word: str) -> bool:
    """Whether English knows a word in small letters: "rebels", "will", "rose"."""
    return _found(word.lower()) is not None


def is_ordinary(word: str) -> bool:
    """Whether it is a word, and nobody's given name: "rebels", not "Rose"."""
    return _found(word.lower()) is False


@lru_cache(maxsize=65536)
def _found(word: str) -> bool | None:
    """Whether a word, or what it is the plural of, is a given name too; None if it is not in the table."""
    lines = _lines()
    for key in (word.encode(), word.encode().removesuffix(b"s")):
        at = bisect_left(lines, key)
        if at < len(lines) and lines[at].removesuffix(_NAME_TOO) == key:
            return lines[at] != key
    return None


@cache
def _lines() -> list[bytes]:
    return (files("briefing.events") / "ordinary_en.txt").read_bytes().splitlines()
