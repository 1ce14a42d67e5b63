"""Who says a number: of those whom a sentence names, the one in whose words the number stands."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.events.cues import Cues, compiled

__all__ = ["sayer_of"]

_BEHIND = re.compile(r"[,،]\s*\Z")  # "12 people died, police said": it closes what it says


def sayer_of(text: str, at: tuple[int, int], others: Sequence[int], cues: Cues) -> str:
    """Who says the number of a sentence that stands ``at`` two offsets; "" if nobody is named.

    One named behind it, if no other number of its kind stands between, as it then speaks for that one; else one named
    before it; else, where there are no others, whoever is named.

    Args:
        text: the sentence.
        at: the start and end of the number.
        others: where the other numbers of its kind begin.
        cues: the words of the language.
    """
    found = list(compiled(cues.by).finditer(text))
    behind = [match for match in found if match.start() >= at[1] and _closes(text, match)]
    if behind and not any(at[1] <= other < behind[0].start() for other in others):
        return _named(behind[0])
    before = [match for match in found if match.start() < at[0] and match not in behind]
    if before:
        return _named(before[-1])
    return _named(found[0]) if found and not others else ""


def _closes(text: str, match: re.Match[str]) -> bool:
    """Whether words that name a speaker come behind what is said, not before it."""
    return _BEHIND.search(text[: match.start()]) is not None or match.lastgroup == "by"


def _named(match: re.Match[str]) -> str:
    return next((words for words in match.groupdict().values() if words), "").strip()
