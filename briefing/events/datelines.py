"""Datelines: where, when and by whom an article speaks, before its first sentence.

``CAIRO (Agency A) –``, ``DOHA, 16 August –``, ``Oslo (Agency A) –``, ``(Agency A) –``, ``جدة -``. Capitals, or an agency in
brackets, before a dash tell one. A place written as it is in a sentence is one where a dash parts it from what is a
sentence without it, and no second dash closes an aside.
"""

from __future__ import annotations

import re

from briefing.events.gazetteer import place_of
from briefing.events.outlets import is_known_outlet

__all__ = ["after_dateline", "after_inner_dateline"]

_DASH = r"(?:[–—]|--|-\s)\s*"
_BRACKET = r"\((?P<agency>[^)\n]{1,40})\)"
_BEGINS = r"(?=[\"“‘«(]?[^\Wa-zçğıöşü_])"
_CAPITALS = re.compile(
    r"[A-ZÇĞİÖŞÜ][A-ZÇĞİÖŞÜ'’. /-]{2,40}(?:,\s[^–—\n]{1,30})?(?:\s?\([^)\n]{1,40}\))?\s?" + _DASH,
)
_AGENCY = re.compile(rf"\((?=[^)\n]*[^\W\d_]{{2}})[^)\n.!?]{{2,40}}\)\s?{_DASH}{_BEGINS}")
# a place, what comes behind its comma or is its day, an agency
_PLACED = re.compile(
    r"(?P<place>[^\W\d_a-zçğıöşü](?:[^\n()–—,،.!?؟:;-]|(?<=\w)-(?=\w)){1,40}?)"
    rf"(?:(?:[,،]\s?|\s(?=\d))(?P<more>[^\n()–—!?؟:;]{{1,30}}?))?\s?(?:{_BRACKET}\s?{_DASH}|(?:\s[-–—]|--)\s+){_BEGINS}"
)
_BETWEEN_DASHES = re.compile(r"(?P<agency>[^\n.!?؟–—]*?)\s[-–—]\s+")
_AGENCIES = re.compile(r"وكالات|ajanslar|agencies", re.IGNORECASE)
_WORD = re.compile(r"\w+")
_BY_LINE = re.compile(r"By\s[^\n(.!?]{3,80}?\s(?=[A-ZÇĞİÖŞÜ]{3,}[^\n(.!?]{0,40}\()")


def after_dateline(text: str, start: int, stop: int) -> int:
    """Where the first sentence of a line begins that may open with a dateline; ``start`` where it has none."""
    begin = _past(_BY_LINE, text, start, stop)
    for pattern in (_CAPITALS, _AGENCY):
        if (end := _past(pattern, text, begin, stop)) > begin:
            return end
    placed = _PLACED.match(text, begin, stop)
    if placed is None:
        return start
    if placed["agency"]:
        return placed.end() if _is_told(placed) else start
    if not _is_place(placed["place"]):
        return start
    more = placed["more"] or ""
    return placed.end() if re.search(r"\d", more) else _after_place(text, placed.end(), stop) or start


def after_inner_dateline(text: str, start: int, stop: int) -> int:
    """The same of a sentence inside a line, where a page lost its line breaks: there only an agency in brackets tells one."""
    placed = _PLACED.match(text, start, stop) if "(" in text[start : start + 90] else None
    return placed.end() if placed and placed["agency"] and _is_told(placed) else start


def _past(pattern: re.Pattern[str], text: str, start: int, stop: int) -> int:
    found = pattern.match(text, start, stop)
    return found.end() if found else start


def _is_told(placed: re.Match[str]) -> bool:
    """Whether what stands before an agency in brackets is a place, or the agency one that all quote."""
    place = placed["place"]
    return place.isupper() or _is_place(place) or is_known_outlet(placed["agency"])


def _is_place(words: str) -> bool:
    return place_of(words.partition("/")[0].strip()) is not None


def _after_place(text: str, start: int, stop: int) -> int:
    """Where the sentence begins behind a place and a dash; 0 where the dash may be one of two or joins two places."""
    second = _BETWEEN_DASHES.match(text, start, stop)
    if second:
        agency = second["agency"].strip()
        return second.end() if _AGENCIES.fullmatch(agency) or is_known_outlet(agency) else 0
    word = _WORD.match(text, start, stop)
    place = place_of(word[0]) if word else None
    return 0 if place and not place.minor else start
