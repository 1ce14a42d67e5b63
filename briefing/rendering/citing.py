"""Cited words on their way to the page: passages with the dating words marked, source numbers, safe links."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from briefing.model import Statement
from briefing.rendering.words import Words

__all__ = ["Cite", "Passage", "cite", "link_text", "passage", "safe_link", "shortened"]

Cite = tuple[tuple[str, int], ...]
"""Source numbers in order, each with what stands before it: ``("", 1), ("–", 4), (", ", 9)``."""

LINK_LENGTH = 60
_LONG_WORD = re.compile(r"\S{30}")


@dataclass(frozen=True, slots=True)
class Passage:
    """Verbatim words in pieces, each marked (it dates the sentence) or not; joined they are the statement's text.

    ``endless`` says that some word is longer than a narrow column and may be broken anywhere.
    """

    pieces: tuple[tuple[str, bool], ...]
    language: str
    direction: str
    endless: bool = False


def passage(statement: Statement) -> Passage:
    """A statement cut into pieces at its marks."""
    endless = _LONG_WORD.search(statement.text) is not None
    return Passage(tuple(_pieces(statement)), statement.language, statement.direction, endless)


def _pieces(statement: Statement) -> Iterator[tuple[str, bool]]:
    at = 0
    for start, end in _merged(statement.marks):
        if at < start:
            yield statement.text[at:start], False
        yield statement.text[start:end], True
        at = end
    if at < len(statement.text):
        yield statement.text[at:], False


def _merged(marks: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The marks in order, those that touch or overlap as one."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(marks):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def cite(numbers: Sequence[int], words: Words) -> Cite:
    """Source numbers as they are cited; three or more in a row become a range."""
    comma = words("joins.comma")
    parts: list[tuple[str, int]] = []
    for run in _runs(sorted(set(numbers))):
        shown = [(comma, number) for number in run] if len(run) < 3 else [(comma, run[0]), ("–", run[-1])]
        parts.extend(shown)
    return (("", parts[0][1]), *parts[1:]) if parts else ()


def _runs(numbers: Sequence[int]) -> Iterator[list[int]]:
    run: list[int] = []
    for number in numbers:
        if run and number != run[-1] + 1:
            yield run
            run = []
        run.append(number)
    if run:
        yield run


def safe_link(url: str) -> str:
    """The address if it is one of the web, with everything else than its plain characters encoded; else ``""``."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return ""
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        return ""
    return quote(url.strip(), safe="%/:?#@!$&'()*+,;=~-._[]", errors="replace")


def link_text(link: str) -> str:
    """A link as it is shown: without the scheme, cut at a sane length."""
    text = link.partition("://")[2].removesuffix("/")
    return text if len(text) <= LINK_LENGTH else text[: LINK_LENGTH - 1] + "…"


def shortened(text: str, length: int) -> str:
    """The text if it is no longer than ``length`` characters, else its first words and "…"."""
    if len(text) <= length:
        return text
    cut = text[: length - 1]
    return (cut.rpartition(" ")[0] or cut) + "…"
