"""What a pattern can begin with, read off its source, so that it is tried only where it can match.

An opening is the first few letters of a match, folded: small letters, a blank for any run of blanks and
hyphens, "0" for a figure that stands first. "" opens anything. The answer may hold more openings than the
pattern has, never fewer: what is hard to tell is cut short.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import NamedTuple

__all__ = ["FIGURE", "Beginning", "beginning", "beginning_of_words", "opening_of"]

_LONGEST = 8  # letters: enough to tell "the next" from "the past"
_WINDOW = 24  # characters of a text that hold so many letters, unless a run of blanks does not end
_MOST = 60  # openings that two parts of a pattern may make together, before they are cut short
FIGURE = "0"

_GROUP = r"\((?:\?P<\w+>|\?[a-z-]*:)?"
_ONCE = r"(?![?*+]|\{\d)"
_TOKEN = re.compile(
    rf"(?P<words>{_GROUP}(?:[a-zA-Z |]|\\s\+|\[\\s-\]\+)+\)|(?:[a-zA-Z ]|\\s\+)+{_ONCE})|"
    r"(?P<escaped>\\.)|(?P<set>\[\^?\]?(?:\\.|[^\]\\])*\])|\{(?P<table>[a-z_]+)(?:=\w+)?\}|(?P<look>\(\?<?[=!])|"
    rf"(?P<group>{_GROUP})|(?P<close>\))|(?P<bar>\|)|(?P<times>[*+?]|\{{\d*,?\d*\}})|(?P<letter>.)",
    re.DOTALL,
)
_GROUP_BEGINS = re.compile(_GROUP)
_BLANKS = re.compile(r"\\s\+|\[\\s-\]\+")
_IN_SET = re.compile(r"(\\.|[^\\])(?:-(\\.|[^\\]))?", re.DOTALL)


def _folded(text: str) -> str:
    """A text as openings spell it: letters that a pattern takes for one another in one form."""
    small = text.lower() if text.isascii() else text.casefold().replace("ı", "i").replace("\u0307", "")
    blank = small.replace("-", " ")
    words = " ".join(blank.split())
    return f"{' ' * blank[:1].isspace()}{words}{' ' * (words != '' and blank[-1:].isspace())}"


def opening_of(text: str, start: int) -> str | None:
    """The opening that a text has at a place; None where it cannot be told, as a run of blanks does not end."""
    if text[start : start + 1].isdecimal():
        return FIGURE
    opening = _folded(text[start : start + _WINDOW])
    return opening[:_LONGEST] if len(opening) >= _LONGEST or start + _WINDOW >= len(text) else None


_Tokens = list[tuple[str, str]]


class Beginning(NamedTuple):
    """The openings of a part of a pattern: ``live`` ones may go on with what comes next, ``closed`` ones may not."""

    live: frozenset[str]
    closed: frozenset[str] = frozenset()

    def either(self, other: Beginning) -> Beginning:
        """Those of this part and of another in its stead."""
        return Beginning(self.live | other.live, self.closed | other.closed)

    @property
    def openings(self) -> tuple[str, ...]:
        """All of them; a match begins with one."""
        found = self.live | self.closed
        return ("",) if "" in found else tuple(found)


def beginning(pattern: str, tables: Mapping[str, Beginning]) -> Beginning:
    """What a match of a pattern may begin with, told what the words of each table begin with."""
    return _alternatives(_tokens(pattern), 0, tables)[0]


def _tokens(pattern: str) -> _Tokens:
    return [(match.lastgroup or "", match[match.lastgroup or 0]) for match in _TOKEN.finditer(pattern)]


def beginning_of_words(words: Iterable[str]) -> Beginning:
    """What a list of words begins with."""
    return Beginning(frozenset([_folded(word)[:_LONGEST] for word in words]))


_NONE: frozenset[str] = frozenset()
_NOTHING = Beginning(frozenset({""}))
_ANYTHING = Beginning(_NONE, frozenset({""}))


def _alternatives(tokens: _Tokens, at: int, tables: Mapping[str, Beginning]) -> tuple[Beginning, int]:
    """What the alternatives up to a closing parenthesis begin with, and the place behind it."""
    found, begun = Beginning(_NONE), _NOTHING
    while at < len(tokens) and tokens[at][0] != "close":
        if tokens[at][0] == "bar":
            found, begun, at = found.either(begun), _NOTHING, at + 1
        elif begun.live:
            part, at = _part(tokens, at, tables)
            begun = _then(begun, part)
        else:
            at = _behind(tokens, at)
    return found.either(begun), at + 1


def _behind(tokens: _Tokens, at: int) -> int:
    """The place behind a token, or behind the group that it opens."""
    depth = 0
    while True:
        kind = tokens[at][0]
        depth += (kind in {"group", "look"}) - (kind == "close")
        at += 1
        if depth == 0:
            return at


def _part(tokens: _Tokens, at: int, tables: Mapping[str, Beginning]) -> tuple[Beginning, int]:
    """What a letter, set, table or group with its number of times begins with, and the place behind it."""
    kind, text = tokens[at]
    if kind == "look":
        return _NOTHING, _behind(tokens, at)
    if kind == "group":
        begun, at = _alternatives(tokens, at + 1, tables)
    else:
        begun, at = (tables[text] if kind == "table" else _one(kind, text)), at + 1
    while at < len(tokens) and tokens[at][0] == "times":
        begun, at = _times(begun, tokens[at][1]), at + 1
    return begun, at


@cache
def _one(kind: str, text: str) -> Beginning:
    """What plain words, a letter, an escape or a set begin with."""
    if kind == "words":
        words = _BLANKS.sub(" ", _GROUP_BEGINS.sub("", text).rstrip(")")).lower()
        return Beginning(frozenset([word[:_LONGEST] for word in words.split("|")]))
    if kind == "set":
        return _ANYTHING if text[1] == "^" else _of_set(text[1:-1])
    if kind == "escaped":
        return _escaped(text)
    return _ANYTHING if text == "." else _NOTHING if text in "^$" else _letter(text)


def _letter(text: str) -> Beginning:
    return Beginning(_NONE, frozenset({FIGURE})) if text.isdecimal() else Beginning(frozenset({_folded(text)}))


def _escaped(text: str) -> Beginning:
    if text == r"\s":
        return Beginning(frozenset({" "}))
    if text == r"\d":
        return _letter(FIGURE)
    if text in {r"\b", r"\B"}:
        return _NOTHING
    return _ANYTHING if text[1].isalnum() else _letter(text[1])


def _of_set(inside: str) -> Beginning:
    found = Beginning(_NONE)
    for match in _IN_SET.finditer(inside):
        first, last = match[1], match[2]
        figures = first.isdecimal() and last and last.isdecimal()
        one = _ANYTHING if last and not figures else _escaped(first) if first[0] == "\\" else _letter(first)
        found = found.either(one)
    return found


def _times(begun: Beginning, times: str) -> Beginning:
    """A part that may be left out or repeated; a run of blanks counts as one."""
    live, closed = begun
    if times not in {"?", "{0,1}"} and live != {" "}:
        live, closed = _NONE, closed | live
    if times in {"?", "*"} or times.startswith(("{0", "{,")):
        live |= {""}
    return Beginning(live, closed)


def _then(begun: Beginning, part: Beginning) -> Beginning:
    """One part behind another, cut at the longest opening."""
    bare, firsts = begun.live & {""}, begun.live - {""}
    found = Beginning(part.live, begun.closed | part.closed) if bare else Beginning(_NONE, begun.closed)
    if len(firsts) * (len(part.live) + len(part.closed)) > _MOST:
        return Beginning(found.live, found.closed | firsts)
    live = _joined(firsts, part.live)
    long = frozenset([text for text in live if len(text) >= _LONGEST])
    return Beginning(found.live | (live - long), found.closed | long | _joined(firsts, part.closed))


def _joined(firsts: Iterable[str], seconds: Iterable[str]) -> frozenset[str]:
    return frozenset([_join(first, second)[:_LONGEST] for first in firsts for second in seconds])


def _join(first: str, second: str) -> str:
    """Two beginnings as one: a blank follows no blank, and a figure inside is not told."""
    if first and second[:1] == FIGURE:
        return first
    return first + (second[1:] if first[-1:] == " " == second[:1] else second)
