"""The key of a name: what its spellings have in common within one script."""

from __future__ import annotations

import re
from functools import lru_cache

__all__ = ["consonants", "fold_name", "fold_place"]

# A possessive or a case ending behind an apostrophe: "Israel's", "Kalın'ın", "Gazze'deki". "Sa'ada" keeps its own.
_ENDING = re.compile(r"(?<=\w{3})[’'](?:\w{0,3}|n?[dt][ae](?:n|ki\w*)|n[ıiuü]n|yl[ae]|l[ae]r\w*)$")
_LEFT_OUT = str.maketrans("", "", ".'’‘`")
_APART = re.compile(r"[^a-z0-9]+")


@lru_cache(maxsize=65536)
def fold_name(text: str) -> str:
    """The key of a name: small letters without accents or possessives; Kalın, Kalin and KALIN share one."""
    if text.isascii() and text.isalpha():  # as most words are
        return text.lower()
    bare = _ENDING.sub("", text)
    if not bare.isascii():
        from anyascii import anyascii

        bare = anyascii(bare)
    return _APART.sub(" ", bare.translate(_LEFT_OUT).lower()).strip()


_SILENT = re.compile(r"[^a-z]|[aeiouyw]|h$")  # what spellings disagree on
_SAME_SOUND = str.maketrans("qcv", "kkf")
_TWICE = re.compile(r"(.)\1")


@lru_cache(maxsize=65536)
def consonants(word: str) -> str:
    """The consonants of a folded word, which spellings and scripts share: Haniyeh, Haniye, هنية; Tehran, طهران."""
    return _TWICE.sub(r"\1", _SILENT.sub("", word).translate(_SAME_SOUND))


_ARABIC = re.compile(r"[ء-ي]")
_VOWEL_SIGNS = re.compile(r"[ً-ْٰـ]")
_LETTERS_MIXED_UP = str.maketrans("أإآىةؤئ", "ااايهوي")


@lru_cache(maxsize=65536)
def fold_place(text: str) -> str:
    """The key under which the table of places lists a spelling: as `fold_name`, but Arabic stays in its letters."""
    if _ARABIC.search(text):
        return " ".join(_VOWEL_SIGNS.sub("", text).translate(_LETTERS_MIXED_UP).split())
    return fold_name(text)
