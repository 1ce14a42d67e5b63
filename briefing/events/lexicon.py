"""What news in every language has a word of its own for: bodies of the world, what is hit or burns, what is spoken about.

The table beside this file gives each a key and its words in six languages. Words are met with the endings that their
language puts on them; of two phrases that begin alike the longer is meant ("foreign minister", "minister").
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

from briefing.events.deeds import MARK
from briefing.events.folding import fold_name, fold_place

__all__ = ["NO_THINGS", "Things", "things_in"]

_WORD = re.compile(r"[^\W_]+")
_DOTTED = re.compile(r"(?<!\w)(?:[^\W\d_]\.){2,}")  # U.N.
_WRITTEN_ON = re.compile(r"^[وف]?(?:[بك]?ال|لل|[بلك])(?=\w{2})")  # Arabic "and", "in", "to", "the" before a word
_ENDINGS = {  # of nouns, folded
    "en": re.compile(r"(?:s|es)?"),
    "fr": re.compile(r"(?:e?s|e|x)?"),
    "es": re.compile(r"(?:e?s|a|o)?"),
    "de": re.compile(r"(?:e?[snr]|e|en|innen)?"),
    "ar": re.compile(r"(?:ه|ها|هم|ا|ات|ان|ين|ون|يه)?"),
    "tr": re.compile(
        r"(?:l[ae]r)?(?:s?[iu](?:m[iu]z)?)?(?:n?[iu]n|n?d[ae](?:n|ki)?|t[ae](?:n|ki)?|y?l[ae]|n?[iuae]|y[iuae])?"
    ),
}
_NO_ENDING = re.compile("")
_SHORTEST = 2  # letters of a word before its ending
_STEM = 3  # … of a verb, behind which a language with long endings may put anything
_ANY_ENDING = frozenset({"tr"})
_PROPER = "body"  # the kind whose words begin with a capital


class Things(NamedTuple):
    """What a text names, by kind, and its words that do so."""

    bodies: frozenset[str]
    sites: frozenset[str]
    accidents: frozenset[str]
    matters: frozenset[str]
    deeds: frozenset[str]
    words: frozenset[str]


_NONE = frozenset[str]()
NO_THINGS = Things(_NONE, _NONE, _NONE, _NONE, _NONE, _NONE)


class _Entry(NamedTuple):
    """A spelling of the table: its kind, its key and the words after the first."""

    kind: str
    key: str
    first: str
    rest: tuple[str, ...]


def things_in(text: str, language: str) -> Things:
    """What a text names; nothing in a language that the table does not know."""
    if language not in _ENDINGS:
        return NO_THINGS
    words = _WORD.findall(_DOTTED.sub(_undotted, text) if "." in text else text)
    begun = [(at, entries) for at, word in enumerate(words) if (entries := _beginning(word, language))]
    if not begun:
        return NO_THINGS
    found: dict[str, set[str]] = defaultdict(set)
    taken: set[str] = set()
    free = 0
    for at, entries in begun:
        if at < free:
            continue
        for entry in _longest(words, at, entries, language):
            found[entry.kind].add(entry.key)
            free = at + 1 + len(entry.rest)
            taken.update(words[at:free])
    return Things(
        bodies=frozenset(found["body"]),
        sites=frozenset(found["site"]),
        accidents=frozenset(found["accident"]),
        matters=frozenset(found["matter"]),
        deeds=frozenset(MARK + key for key in found["deed"]),
        words=frozenset(taken),
    )


def _undotted(acronym: re.Match[str]) -> str:
    return acronym.group().replace(".", "")


def _longest(words: list[str], at: int, entries: Sequence[_Entry], language: str) -> list[_Entry]:
    """Of the entries whose first word stands there those that go on as the text does, with the most words."""
    best: list[_Entry] = []
    for entry in entries:  # the longest first
        if best and len(entry.rest) < len(best[0].rest):
            break
        following = words[at + 1 : at + 1 + len(entry.rest)]
        if len(following) == len(entry.rest) and all(
            _is_form(word, written, entry.kind, language) for word, written in zip(following, entry.rest, strict=True)
        ):
            best.append(entry)
    return best


@lru_cache(maxsize=65536)
def _beginning(word: str, language: str) -> tuple[_Entry, ...]:
    """The entries whose first word a word is a form of, those of most words first; of each length the longest first words."""
    folded = _folded(word, language)
    known = _entries(language)
    fitting = [
        entry
        for end in range(_SHORTEST, len(folded) + 1)
        for entry in known.get(folded[:end], ())
        if _is_form(word, entry.first, entry.kind, language)
    ]
    longest = {len(e.rest): max(len(f.first) for f in fitting if len(f.rest) == len(e.rest)) for e in fitting}
    kept = [entry for entry in fitting if len(entry.first) == longest[len(entry.rest)]]
    return tuple(sorted(kept, key=lambda entry: -len(entry.rest)))


@lru_cache(maxsize=65536)
def _is_form(word: str, written: str, kind: str, language: str) -> bool:
    """Whether a word is one of the table with an ending; an acronym must be written in capitals, a proper name with one."""
    if written.isupper() and len(written) > 1:
        return word == written
    if kind == _PROPER and written[0].isupper() and not word[0].isupper():
        return False
    folded, stem = _folded(word, language), _folded(written, language)
    if not folded.startswith(stem):
        return False
    if kind == "deed" and language in _ANY_ENDING and len(stem) >= _STEM:
        return True
    return _ENDINGS.get(language, _NO_ENDING).fullmatch(folded, len(stem)) is not None


@lru_cache(maxsize=65536)
def _folded(word: str, language: str) -> str:
    return _WRITTEN_ON.sub("", fold_place(word)) if language == "ar" else fold_name(word)


@cache
def _entries(language: str) -> dict[str, list[_Entry]]:
    """The entries of a language by the folded first word."""
    found: dict[str, list[_Entry]] = defaultdict(list)
    for kind, key, spelling in _spellings(language):
        first, *rest = _WORD.findall(spelling)
        found[_folded(first, language)].append(_Entry(kind, key, first, tuple(rest)))
    return found


def _spellings(language: str) -> Iterator[tuple[str, str, str]]:
    """The rows of the table in one language: kind, key, a spelling."""
    lines = (files("briefing.events") / "lexicon.tsv").read_text("utf-8").splitlines()
    head, *rows = (line.split("\t") for line in lines if not line.startswith("#"))
    column = head.index(language)
    for row in rows:
        for spelling in row[column].split(", "):
            yield row[0], row[1], spelling
