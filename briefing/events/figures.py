"""Counts of people that an article gives: how many, of what, who says so, as of when.

Only running totals are figures of the brief; the toll of one strike belongs to that strike, and is
told apart by the words of its sentence ("since", "the conflict has …").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from briefing.events.cues import Cues, compiled
from briefing.events.languages import cues_for
from briefing.model import Article, Figure, Sentence, TimeExpression

__all__ = ["figures_in"]

_NUMBER = r"(?P<value>\d{1,3}(?:[,.\u202f ]\d{3})+|\d+(?:\.\d+)?)"
_BETWEEN = r"(?:\s+[\w’'-]+){0,3}?\s+"


def figures_in(article: Article, sentence: Sentence, times: list[TimeExpression]) -> Iterator[Figure]:
    """The running totals of one sentence; ``times`` are the time expressions inside it."""
    cues = cues_for(article.language)
    if not compiled(cues.total).search(sentence.text):
        return
    as_of = next((t for t in times if t.span and t.span.is_day and _is_as_of(article.text, t, cues)), None)
    for kind, noun in cues.counts.items():
        for match in _counted(noun, cues).finditer(sentence.text):
            yield Figure(
                kind=kind,
                value=_value(match, cues),
                qualifier=" ".join((match["qualifier"] or "").lower().split()),
                as_of=as_of.span if as_of else article.published,
                as_of_from="text" if as_of else "published",
                by=_by(sentence.text, cues),
                article=article.id,
                text=sentence.text,
                start=sentence.start,
                end=sentence.end,
            )


@cache
def _pattern(noun: str, qualifiers: str, scales: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\w.,])(?:(?P<qualifier>{qualifiers})\s+)?{_NUMBER}(?:\s+(?P<scale>{scales}))?{_BETWEEN}(?:{noun})(?!\w)",
        re.IGNORECASE,
    )


def _counted(noun: str, cues: Cues) -> re.Pattern[str]:
    return _pattern(noun, cues.qualifiers, "|".join(cues.scales) or r"(?!)")


def _value(match: re.Match[str], cues: Cues) -> int:
    scale = cues.scales.get((match["scale"] or "").lower(), 1)
    digits = match["value"]
    if re.fullmatch(r"\d+\.\d{1,2}", digits):
        return round(float(digits) * scale)
    return int(re.sub(r"\D", "", digits)) * scale


def _is_as_of(text: str, time: TimeExpression, cues: Cues) -> bool:
    """Whether an expression is the day of the count ("said on Thursday", "as of"), not that of an attack or the start."""
    before = text[max(0, time.start - 25) : time.start]
    return compiled(rf"(?:{cues.saying}|as\s+of|by|until|up\s+to)(?:\s+on)?\s+\Z").search(before) is not None


def _by(sentence: str, cues: Cues) -> str:
    match = compiled(cues.by).search(sentence)
    found = next((text for text in match.groupdict().values() if text), "") if match else ""
    return found.strip()
