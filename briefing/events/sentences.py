"""Text to sentences, with their offsets. A paragraph always ends one; a dateline belongs to none.

A dateline is where and when an article speaks from: ``CAIRO (Agency A) –``, ``DOHA, 16 August –``, and, where the
page's own line breaks are lost, the date that is left before the first sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.events.languages import cues_for
from briefing.model import Sentence

__all__ = ["dateline", "split_sentences"]

_PARAGRAPH = re.compile(r"[^\n]+")
_END = re.compile(r"[.!?؟。…]+[\"”’»')\]]*(?=\s+[\"“‘«'(\[]*(?:[^\W_a-zçğıöşü]|[a-z][A-Z])|\s*$)")
_LAST_WORD = re.compile(r"[\w.]+$")
# "ANKARA" alone on its line, "CAIRO (Agency A) –", "DOHA, 16 August –" before the first sentence
_DATELINE = re.compile(
    r"(?:[A-ZÇĞİÖŞÜ][A-ZÇĞİÖŞÜ'’. /-]{2,40})(?:,\s[^–—\n]{1,30})?(?:\s?\([^)\n]{1,40}\))?\s?(?:[–—]|--|-\s)\s*"
)
# "9 May 2024 The council …", "Thursday, May 9, 2024 – The council …": a day, with its year, that no comma ties to the text
_DAY_LINE = re.compile(
    r"\s*(?:[^\W\d_]+,?\s+)?(?:[^\W\d_]{3,}\.?\s+\d{1,2},?\s+[12]\d{3}|\d{1,2}\.?\s+[^\W\d_]{3,}\.?\s+[12]\d{3}|[12]\d{3}-\d\d-\d\d)"
    r"(?:\s*[|–—:-]+\s*|\s+)(?=[\"“‘«(]?[^\Wa-zçğıöşü_])"
)
_PLACE_LINE = re.compile(r"[A-ZÇĞİÖŞÜ][A-ZÇĞİÖŞÜ'’. /-]{2,40}")


def split_sentences(text: str, language: str) -> list[Sentence]:
    """The sentences of a text in order; ``text[s.start:s.end] == s.text`` for each."""
    return list(_sentences(text, language))


def dateline(text: str) -> str:
    """The dateline on the first line of a text, "" where there is none."""
    start = len(text) - len(text.lstrip())
    return text[start : _after_dateline(text, start, len(text))]


def _after_dateline(text: str, start: int, stop: int) -> int:
    """Where the sentence begins on a line that may open with a dateline; a day of its own opens only a text."""
    opening = _DATELINE.match(text, start, stop) or (
        _DAY_LINE.match(text, start, stop) if not text[:start].strip() else None
    )
    return opening.end() if opening else start


def _sentences(text: str, language: str) -> Iterator[Sentence]:
    abbreviations = cues_for(language).abbreviations
    for number, paragraph in enumerate(_PARAGRAPH.finditer(text)):
        if _PLACE_LINE.fullmatch(paragraph.group().strip()):
            continue
        start = _after_dateline(text, paragraph.start(), paragraph.end())
        for end in [*_ends(text, start, paragraph.end(), abbreviations), paragraph.end()]:
            piece = text[start:end]
            stripped = piece.strip()
            if stripped:
                first = start + piece.index(stripped[0])
                yield Sentence(first, first + len(stripped), stripped, number)
            start = end


def _ends(text: str, start: int, stop: int, abbreviations: frozenset[str]) -> Iterator[int]:
    for match in _END.finditer(text, start, stop):
        if match.group().startswith(".") and _is_abbreviation(text, match.start(), start, abbreviations):
            continue
        yield match.end()


def _is_abbreviation(text: str, dot: int, start: int, abbreviations: frozenset[str]) -> bool:
    word = _LAST_WORD.search(text, max(start, dot - 12), dot)
    if not word:
        return False
    token = word.group()
    return token.lower() in abbreviations or (len(token) == 1 and token.isupper())
