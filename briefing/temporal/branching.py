"""Patterns of many words rewritten to try only those that begin with the letter at hand.

Without regard to capitals, a regular expression tries each of its alternatives in turn at every word of a text. Grouped by
their first letters, "said|told|says" as "s(?:aid|ays)|told", most are left out together, and the same is matched.
"""

from __future__ import annotations

import re

__all__ = ["branched"]

_TOKEN = re.compile(
    r"(?P<opens>\((?:\?(?:P<\w+>|<?[=!]|>|[a-z-]*:))?)|(?P<closes>\))|(?P<bar>\|)|\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|[^()]",
    re.DOTALL,
)
# A small letter that must stand there once. Some match others than their own capital, so that their order matters.
_PLAIN = re.compile(r"(?![ıſA-Z])[^\W\d_](?![?*+{])")


def branched(pattern: str) -> str:
    """A pattern that matches the same as ``pattern``, in which each group of alternatives is sorted by first letters."""
    groups: list[list[str]] = [[""]]  # of each open group its alternatives
    openings: list[str] = []
    for token in _TOKEN.finditer(pattern):
        if token.lastgroup == "bar":
            groups[-1].append("")
        elif token.lastgroup == "opens":
            openings.append(token[0])
            groups.append([""])
        else:
            closed = (
                f"{openings.pop()}{'|'.join(_by_letter(groups.pop()))})" if token.lastgroup == "closes" else token[0]
            )
            groups[-1][-1] += closed
    return "|".join(_by_letter(groups.pop()))


def _by_letter(alternatives: list[str]) -> list[str]:
    """Those that begin with one letter stay in their order; none passes one that may begin with any letter."""
    written: list[str] = []
    letters: dict[str, list[str]] = {}
    for alternative in alternatives:
        if _PLAIN.match(alternative):
            letters.setdefault(alternative[0], []).append(alternative[1:])
        else:
            written += [*_grouped(letters), alternative]
            letters = {}
    return [*written, *_grouped(letters)]


def _grouped(letters: dict[str, list[str]]) -> list[str]:
    return [
        f"{letter}(?:{'|'.join(rest)})" if len(rest) > 1 else f"{letter}{rest[0]}"
        for letter, rest in ((letter, _by_letter(rest)) for letter, rest in letters.items())
    ]
