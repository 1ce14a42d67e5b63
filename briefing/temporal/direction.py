"""Does the clause of an expression look back or ahead?

The nearest cue before the expression in its own clause decides; without one the first cue behind it
does ("On Monday, negotiators will meet"); failing that the nearest cue of an earlier clause. No cue:
not told.
"""

from __future__ import annotations

import re

from briefing.temporal.rules import Pack

__all__ = ["direction"]

_SENTENCE_END = re.compile(r"[.!?؟。]+[\"”’»)]*\s+|\n")
_REACH = 300  # characters to each side: a sentence longer than this tells nothing more


def direction(text: str, start: int, end: int, pack: Pack) -> int:
    """The tense of the clause around ``text[start:end]``: -1 past, +1 future, 0 not told."""
    before = _after_last(_SENTENCE_END, text[max(0, start - _REACH) : start])
    after = _SENTENCE_END.split(text[end : end + _REACH], maxsplit=1)[0]
    backwards = reversed(_clauses(before, pack))
    for clause in backwards:
        if cue := _last_cue(clause, pack):
            return cue
        if _has_words(clause):
            break
    for clause in _clauses(after, pack):
        match = pack.cues.search(clause)
        if match:
            return 1 if match["future"] else -1
    return next((cue for clause in backwards if (cue := _last_cue(clause, pack))), 0)


def _after_last(pattern: re.Pattern[str], text: str) -> str:
    end = 0
    for match in pattern.finditer(text):
        end = match.end()
    return text[end:]


def _clauses(text: str, pack: Pack) -> list[str]:
    return pack.clauses.split(text)


def _has_words(clause: str) -> bool:
    return len(clause.split()) > 2


def _last_cue(clause: str, pack: Pack) -> int:
    found = 0
    for match in pack.cues.finditer(clause):
        found = 1 if match["future"] else -1
    return found
