"""Text to sentences, with their offsets. A paragraph always ends one; a dateline belongs to none."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.events.languages import cues_for
from briefing.model import Sentence

__all__ = ["split_sentences"]

_PARAGRAPH = re.compile(r"[^\n]+")
_END = re.compile(r"[.!?؟。…]+[\"”’»')\]]*(?=\s+[\"“‘«'(\[]*[^\W_a-zçğıöşü]|\s*$)")
_LAST_WORD = re.compile(r"[\w.]+$")
# "ANKARA" alone on its line, "CAIRO (Agency A) –", "DOHA, 16 August –" before the first sentence
_DATELINE = re.compile(
    r"(?:[A-ZÇĞİÖŞÜ][A-ZÇĞİÖŞÜ'’. /-]{2,40})(?:,\s[^–—\n]{1,30})?(?:\s?\([^)\n]{1,40}\))?\s?(?:[–—]|--|-\s)\s*"
)
_PLACE_LINE = re.compile(r"[A-ZÇĞİÖŞÜ][A-ZÇĞİÖŞÜ'’. /-]{2,40}")


def split_sentences(text: str, language: str) -> list[Sentence]:
    """The sentences of a text in order; ``text[s.start:s.end] == s.text`` for each."""
    return list(_sentences(text, language))


def _sentences(text: str, language: str) -> Iterator[Sentence]:
    abbreviations = cues_for(language).abbreviations
    for number, paragraph in enumerate(_PARAGRAPH.finditer(text)):
        if _PLACE_LINE.fullmatch(paragraph.group().strip()):
            continue
        start = paragraph.start()
        if dateline := _DATELINE.match(text, start, paragraph.end()):
            start = dateline.end()
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
