"""The language packs, loaded when a text needs them, and how a text tells its language."""

from __future__ import annotations

import re
from functools import cache
from importlib import import_module

from briefing.temporal.rules import Pack

__all__ = ["LANGUAGES", "detect", "pack_for"]

LANGUAGES = ("ar", "en", "tr")
_MONTH_FIRST = frozenset({"US", "PH", "FM", "PW"})  # countries that write the month before the day
_SCRIPTS = (("ar", re.compile(r"[\u0600-\u06ff]")),)
_FEW = 3  # function words: fewer may be there by chance
_TURKISH = frozenset("ğış")
_LETTERS = frozenset("ğışçöü")
_NEIGHBOURS = frozenset("əêûăţ")  # of Azerbaijani, Kurdish and Romanian, which have some of these letters
_TURKISH_SHARE = 0.2  # of the words that are written small
_SAMPLE = 2000  # characters: enough function words to tell a language


@cache
def pack_for(language: str, country: str = "") -> Pack:
    """The pack of a language; one without a pack of its own is read by its dates in figures alone.

    ``country`` decides how a date in figures is read: month first in the United States, day first
    elsewhere; "" leaves an ambiguous one ambiguous.
    """
    module = import_module(f"briefing.temporal.languages.{language if language in LANGUAGES else 'figures'}")
    day_first = None if not country else country.upper() not in _MONTH_FIRST
    pack: Pack = module.pack(day_first)
    return pack


def detect(text: str) -> str:
    """The language that a text is written in, by its script or its commonest words; "" if none is known."""
    sample = text[:_SAMPLE]
    letters = 0 if sample.isascii() else sum(map(str.isalpha, sample))
    for language, script in _SCRIPTS:
        if letters and len(script.findall(sample)) > letters / 2:
            return language
    words = re.findall(r"(?<![’'])\b[^\W\d_]+", sample.replace("İ", "i").lower())
    counts = {code: sum(map(pack_for(code).function_words.__contains__, words)) for code in LANGUAGES}
    best = max(counts, key=lambda code: counts[code])
    is_clear = counts[best] >= max(_FEW, len(words) // 20)
    if not is_clear and _is_spelt_in_turkish(sample):  # two sentences may hold none of its commonest words
        return "tr"
    return best if counts[best] >= max(1, len(words) // 20) else ""


def _is_spelt_in_turkish(sample: str) -> bool:
    """Whether Turkish letters stand all over a text, and not only in a name here and there."""
    if _TURKISH.isdisjoint(sample) or not _NEIGHBOURS.isdisjoint(sample):
        return False
    small = re.findall(r"(?<!\w)[^\W\d_A-ZÇĞİÖŞÜ]\w*", sample)
    return 0 < len(small) * _TURKISH_SHARE <= sum(not _LETTERS.isdisjoint(word) for word in small)
