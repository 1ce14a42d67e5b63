"""The words of an article as a brief shows them: verbatim, or a first part that ends in "…"."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from briefing.model import Report, Statement

__all__ = ["direction_of", "statement_of"]

_LONGEST = 60  # words: more is cut at the end of a clause
_WORTH_IT = 4 / 3  # a short form that leaves out less than a quarter of the words is not worth the cut
_SHORTEST = 12
_CLAUSE_END = re.compile(r"[,;:،؛](?=\s)|(?=\s[–—]\s)")


def statement_of(report: Report, source: int, longest: int = _LONGEST) -> Statement:
    """A report's sentence, cut at a clause's end if it has many more than ``longest`` words, its dating words marked.

    A short form is never cut before or within the words that date it: they are what it is evidence for.
    """
    text = _shortened(report, longest)
    marks: tuple[tuple[int, int], ...] = ()
    if report.expression and report.expression.end - report.start <= len(text):
        marks = ((report.expression.start - report.start, report.expression.end - report.start),)
    return Statement(
        text=text,
        article=report.article,
        start=report.start,
        language=report.language,
        direction=direction_of(text),
        marks=marks,
        source=source,
        dated_by=report.dated_by,
        day_from=report.day_from,
    )


def _shortened(report: Report, longest: int) -> str:
    words = list(re.finditer(r"\S+", report.text))
    if len(words) <= (longest * _WORTH_IT if longest < _LONGEST else longest):
        return report.text
    first, last = words[min(_SHORTEST, longest // 2)].start(), words[longest].start()
    begin, wanted = _dating_words(report)
    ends = [m.start() for m in _CLAUSE_END.finditer(report.text, first) if _closed(report.text[: m.start()])]
    ends = [end for end in ends if not begin < end < wanted]
    cuts = [end for end in ends if end <= last]
    if after_date := [cut for cut in cuts if cut >= wanted]:
        return report.text[: after_date[-1]] + "…"
    if longest < _LONGEST and (wanted > last or len(words) <= _LONGEST):
        # No clause ends in time: better a longer part, or the whole, than words torn apart.
        return _at_next_end(report.text, [end for end in ends if end > last and end >= wanted])
    return report.text[: (cuts[-1] if cuts else words[_LONGEST - 1].end())] + "…"


def _dating_words(report: Report) -> tuple[int, int]:
    """Where the words that date a report begin and end in its text; ``(0, 0)`` where it has none."""
    if report.expression is None:
        return 0, 0
    return report.expression.start - report.start, report.expression.end - report.start


def _at_next_end(text: str, ends: Sequence[int]) -> str:
    return text[: ends[0]] + "…" if ends else text


def _closed(text: str) -> bool:
    """Whether no quotation mark or bracket is left open."""
    return text.count("“") == text.count("”") and text.count('"') % 2 == 0 and text.count("(") == text.count(")")


def direction_of(text: str) -> str:
    """The writing direction of a text, ``rtl`` or ``ltr``, by its first strong character (UAX #9, rule P2)."""
    for character in text:
        kind = unicodedata.bidirectional(character)
        if kind in {"R", "AL"}:
            return "rtl"
        if kind == "L":
            return "ltr"
    return "ltr"
