"""Names in a sentence: capitalised runs of words, the key under which their variants meet, and their kind.

A table of words before and inside names tells people, organisations and places apart where the text
does; what it does not tell stays `NameKind.OTHER`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from briefing.events.cues import Cues, compiled
from briefing.model import Name, NameKind

__all__ = ["fold_name", "names_in"]

_LETTER = r"[^\W\d_]"
_CAPITAL = r"(?:(?![a-zçğıöşüß])(?=[A-ZÀ-ÖØ-ÞĀ-ſÇĞİÖŞÜ])" + _LETTER + r")"
_WORD = (
    rf"(?:(?:[A-Z]\.){{2,}}|(?:(?:al|el|ar|as|an|bin|ben)-)?{_CAPITAL}(?:{_LETTER}|\d|[’'-](?={_CAPITAL}){_LETTER})*)"
)
_NAME = re.compile(rf"(?<![\w’'-]){_WORD}(?:\s+(?:(?:bin|al|el|de|of\s+the|of)\s+)?{_WORD})*")
_ACRONYM = re.compile(r"[A-ZÇĞİÖŞÜ]{2,6}")


@lru_cache(maxsize=65536)
def fold_name(text: str) -> str:
    """The key of a name: small letters without accents or possessives; Kalın, Kalin and KALIN share one."""
    bare = re.sub(r"[’']\w{0,3}$", "", text)
    if not bare.isascii():
        from anyascii import anyascii

        bare = anyascii(bare)
    return re.sub(r"[^a-z0-9]+", " ", bare.lower()).strip()


def names_in(text: str, start: int, cues: Cues, times: list[tuple[int, int]]) -> list[Name]:
    """The names in ``text``, each once; ``times`` are time expressions, whose months and weekdays are no names.

    ``times`` holds offsets into ``text`` moved by ``start``, the sentence's place in its article.
    """
    found: dict[str, Name] = {}
    for match in _NAME.finditer(text):
        if any(a < start + match.end() and start + match.start() < b for a, b in times):
            continue
        for at, name in _parts(match, cues):
            key = fold_name(name)
            if len(key) > 1 and key not in cues.not_names:
                found.setdefault(key, Name(name, key, _kind(text, at, at + len(name), name, cues)))
    return list(found.values())


def _parts(match: re.Match[str], cues: Cues) -> Iterator[tuple[int, str]]:
    """The names in a run of capitalised words, each with its offset: an office parts "CIA Director William Burns"."""
    at = 0
    for office in compiled(cues.titles).finditer(match.group()):
        yield match.start() + at, match.group()[at : office.start()].strip()
        at = office.end()
    name = _trim(match.group()[at:].strip(), cues)
    yield match.start() + match.group().index(name, at), name


def _trim(name: str, cues: Cues) -> str:
    """A name without the ordinary words that a sentence begins with ("Despite Israel" is Israel)."""
    words = name.split()
    while words and fold_name(words[0]) in cues.not_names:
        words.pop(0)
    return name[name.index(words[0]) :] if words else ""


def _kind(text: str, start: int, end: int, name: str, cues: Cues) -> NameKind:
    before = text[max(0, start - 60) : start]
    if compiled(cues.organisations).search(name) or _ACRONYM.fullmatch(name):
        return NameKind.ORGANISATION
    if _ending(cues.titles, r"[,\s]+").search(before) or _in_apposition(before, text[end : end + 30], name, cues):
        return NameKind.PERSON
    if _ending(cues.locative, _BEFORE_PLACE).search(before) or re.match(cues.place_suffix, text[end : end + 6]):
        return NameKind.PLACE
    return NameKind.OTHER


def _in_apposition(before: str, after: str, name: str, cues: Cues) -> bool:
    """A name with its office beside it: "The head of intelligence, Ibrahim Kalin," and "Ismail Haniyeh, who headed"."""
    if " " not in name:
        return False
    office = re.search(r"[^,.;]*,\s*$", before)
    said_before = office is not None and compiled(cues.titles).search(office.group()) is not None
    return said_before or re.match(r",\s+(?:who|the\s+(?:head|leader|chief))\b", after) is not None


_BEFORE_PLACE = r"\s+(?:(?:the|central|southern|northern|eastern|western|capital|city|of)\s+){0,3}"


@cache
def _ending(cue: str, between: str) -> re.Pattern[str]:
    """A cue at the very end of a text, with what may stand between it and the name that follows."""
    return re.compile(rf"(?<!\w)(?:{cue}){between}$", re.IGNORECASE)
