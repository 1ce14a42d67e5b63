"""Text to sentences, with their offsets. A paragraph always ends one; a dateline belongs to none.

A dateline is where and when an article speaks from (`briefing.events.datelines`), and, where the page's own line breaks
are lost, the date that is left before the first sentence. A sentence may open with a date, too: one that nothing parts
from it is a dateline only in a language whose dates stand in a sentence with a preposition.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.events.cues import Cues
from briefing.events.datelines import after_dateline, after_inner_dateline
from briefing.events.languages import cues_for
from briefing.model import Sentence

__all__ = ["dateline", "split_sentences"]

_PARAGRAPH = re.compile(r"[^\n]+")
_END = re.compile(r"[.!?؟。…]+[\"”’»')\]]*(?=\s+[\"“‘«'(\[]*(?:[^\W_a-zçğıöşü]|[a-z][A-Z])|\s*$)")
_CLOCK_HALF = re.compile(r"\b[ap]\.m$")
# what may follow "8 p.m." in its own sentence with a capital: a day, a month, a zone, a place whose time it is
_ANEW = re.compile(
    r"\s+(?!(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)(?:[a-z]*day|[a-z]*)\b|[A-Z]{2,5}\b|"
    r"(?:Eastern|Central|Mountain|Pacific|Greenwich|Moscow)\b|(?:[A-Z][\w’'-]+\s+){1,2}time\b)"
)
_LAST_WORD = re.compile(r"[\w.]+$")
_DATE = r"(?:[^\W\d_]{3,}\.?\s+\d{1,2},?\s+[12]\d{3}|\d{1,2}\.?\s+[^\W\d_]{3,}\.?\s+[12]\d{3}|[12]\d{3}-\d\d-\d\d)"
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_BEGINS = r"(?=[\"“‘«(]?[^\Wa-zçğıöşü_])"
# "Thursday, May 9, 2024 – The council …": a day, with its year, that a dash, a bar or the end of its line parts from the text
_DAY_ALONE = re.compile(rf"\s*(?:[^\W\d_]+,?\s+)?{_DATE}(?:,?\s+[^\W\d_]+)?\s*")
_DAY_LINE = re.compile(rf"{_DAY_ALONE.pattern}(?:[|–—:-]+\s*|\n\s*){_BEGINS}")
# "9 May 2024 The council …": where a date inside a sentence has a preposition or a comma, the capital parts it
_BARE_DAY_LINE = re.compile(rf"\s*(?:{_WEEKDAY},?\s+)?{_DATE}\s+(?!{_WEEKDAY}\b){_BEGINS}")
# "Thursday 30 June 2005 03.14 BST", "January 31, 2011; 11:44 AM": the page's own clock, wherever it stands in the first line
_STAMP = re.compile(
    rf"(?:[^\W\d_a-zçğıöşü]\w+,?\s+)?{_DATE}"
    rf"[;,|]?\s+\d{{1,2}}[.:h]\d\d(?:\s?[AaPp]\.?[Mm]\.?)?(?:\s+[A-Z]{{2,4}}(?!\w))?\s*[|–—:-]*\s*{_BEGINS}"
)
_LEADS_UP = re.compile(r"(?<!\w)(?:[a-zçğıöşü]{1,4}|until|after|since|before)\s+\Z")
_STAMPED = 300  # characters of the first line: a headline and a standfirst may come before the stamp
# "ANKARA" alone on its line
_PLACE_LINE = re.compile(r"[A-ZÇĞİÖŞÜ][A-ZÇĞİÖŞÜ'’. /-]{2,40}")
# "By Anna Holm and agencies in Lisbon | 12 March 2025": who wrote, which ends in no full stop
_WRITER = r"(?:[A-Z0-9][\w.:’'-]*|and|with|in|for|at|of|the|from|staff|agenc(?:y|ies)|wires?|writers?|reporters?|correspondents?|editors?|&)"
_BYLINE = re.compile(
    rf"(?:By|BY)\s(?:{_WRITER}[\s,|–—·]+)*{_WRITER}|(?:[A-Z]\w+[\s,]+){{1,3}}(?:[Ss]taff|reporters?)\s(?:and|with)\s(?i:agencies|wires)"
)
_CONTRIBUTED = re.compile(r"\bcontributed\s(?:reporting\s)?to\s(?:this|the)\s(?:report|story|article)\W*\Z")
_LONGEST_BYLINE = 120  # characters


def split_sentences(text: str, language: str, *, bare: bool = True) -> list[Sentence]:
    """The sentences of a text in order; ``text[s.start:s.end] == s.text`` for each.

    ``bare`` is whether a day may be a dateline that only a capital parts from the first sentence.
    """
    return list(_sentences(text, language, bare=bare))


def dateline(text: str, language: str, *, bare: bool = True) -> str:
    """The dateline on the first line of a text, "" where there is none."""
    start = len(text) - len(text.lstrip())
    return text[start : _after_dateline(text, start, len(text), cues_for(language), bare=bare)]


def _after_dateline(text: str, start: int, stop: int, cues: Cues, *, bare: bool) -> int:
    """Where the sentence begins on a line that may open with a dateline; a day of its own opens only a text."""
    first = start + len(text[start:stop]) - len(text[start:stop].lstrip())
    if (after := after_dateline(text, first, stop)) > first:
        return after
    opening = None
    if not text[:start].strip():
        opening = _DAY_LINE.match(text, start, stop)
        if not opening and bare and not cues.bare_dates and not cues.uncased:
            opening = _BARE_DAY_LINE.match(text, start, stop)
    return opening.end() if opening else start


def _sentences(text: str, language: str, *, bare: bool) -> Iterator[Sentence]:
    cues = cues_for(language)
    abbreviations = cues.abbreviations
    first = len(text) - len(text.lstrip())
    for number, paragraph in enumerate(_PARAGRAPH.finditer(text)):
        start = paragraph.start()
        if _PLACE_LINE.fullmatch(paragraph.group().strip()) or (
            start <= first and _DAY_ALONE.fullmatch(paragraph.group())
        ):
            continue
        stamp = _stamp(text, paragraph.end()) if start <= first else None
        if stamp:
            yield from _split(text, start, stamp.start(), abbreviations, number)
        start = stamp.end() if stamp else _after_dateline(text, start, paragraph.end(), cues, bare=bare)
        yield from _split(text, start, paragraph.end(), abbreviations, number)


def _stamp(text: str, stop: int) -> re.Match[str] | None:
    """The page's own clock in the first line, unless a sentence leads up to it ("on 13 September 2024 14:00 …")."""
    stamp = _STAMP.search(text, 0, min(_STAMPED, stop))
    return stamp if stamp and not _LEADS_UP.search(text, 0, stamp.start()) else None


def _split(text: str, start: int, stop: int, abbreviations: frozenset[str], number: int) -> Iterator[Sentence]:
    for end in [*_ends(text, start, stop, abbreviations), stop]:
        piece = text[start:end]
        stripped = piece.strip()
        if stripped and not _is_byline(stripped):
            first, stop_at = start + piece.index(stripped[0]), start + len(piece.rstrip())
            first = after_inner_dateline(text, first, stop_at)
            yield Sentence(first, stop_at, text[first:stop_at], number)
        start = end


def _is_byline(line: str) -> bool:
    if len(line) > _LONGEST_BYLINE:
        return False
    if line[-1] in ".!?":
        return "contributed" in line and _CONTRIBUTED.search(line) is not None
    return _BYLINE.fullmatch(line) is not None


def _ends(text: str, start: int, stop: int, abbreviations: frozenset[str]) -> Iterator[int]:
    for match in _END.finditer(text, start, stop):
        if not (match.group().startswith(".") and _is_abbreviation(text, match.start(), start, abbreviations)):
            yield match.end()
        elif _CLOCK_HALF.search(text, max(start, match.start() - 4), match.start()) and _ANEW.match(text, match.end()):
            yield match.end()  # "… at 8 p.m. First results …"


def _is_abbreviation(text: str, dot: int, start: int, abbreviations: frozenset[str]) -> bool:
    word = _LAST_WORD.search(text, max(start, dot - 12), dot)
    if not word:
        return False
    token = word.group()
    return token.lower() in abbreviations or (len(token) == 1 and token.isupper())
