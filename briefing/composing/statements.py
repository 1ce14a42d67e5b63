"""The words of an article as a brief shows them: verbatim, or a first part that ends in "…"."""

from __future__ import annotations

import re
import unicodedata

from briefing.model import Report, Statement

__all__ = ["direction_of", "statement_of"]

_LONGEST = 60  # words: more is cut at the end of a clause
_SHORTEST = 12
_CLAUSE_END = re.compile(r"[,;:،؛](?=\s)|(?=\s[–—]\s)")


def statement_of(report: Report, source: int) -> Statement:
    """A report's sentence, shortened at a clause's end if it is very long, with its dating words marked."""
    text = _shortened(report)
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


def _shortened(report: Report) -> str:
    words = list(re.finditer(r"\S+", report.text))
    if len(words) <= _LONGEST:
        return report.text
    first, last = words[_SHORTEST].start(), words[_LONGEST].start()
    wanted = report.expression.end - report.start if report.expression else 0
    cuts = [
        match.start()
        for match in _CLAUSE_END.finditer(report.text, first, last)
        if _closed(report.text[: match.start()])
    ]
    after_date = [cut for cut in cuts if cut >= wanted] or cuts
    cut = after_date[-1] if after_date else words[_LONGEST - 1].end()
    return report.text[:cut] + "…"


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
