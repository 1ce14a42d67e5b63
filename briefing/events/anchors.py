"""What a translation keeps: the numbers, days, places and names of a sentence, the same in every language.

Numbers are written out ("41 bin 118" is 41118), days are those of its time expressions, places have the keys of the table of
places, and any other name is its consonants, which scripts share (Haniyeh, Haniye, هنية).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from briefing.events.cues import Cues, compiled
from briefing.events.figures import numbers_in
from briefing.events.folding import consonants, fold_name
from briefing.events.gazetteer import country_of_people, place_of
from briefing.events.languages import cues_for
from briefing.events.ordinary import is_ordinary
from briefing.events.uncased import names_of_uncased
from briefing.model import Article, Sentence, TimeExpression

__all__ = ["Anchors", "anchors_of"]

_FEWEST = 3  # consonants that tell a name
_SMALL = 10  # a smaller number is in every sentence, and often in words
_CAPITAL = re.compile(r"(?<![\w’'])[^\W\d_a-zçğıöşü][^\W\d_]+(?:[’'](?!\w{0,3}(?!\w))[^\W\d_]+)?")
_ARABIC_WORD = re.compile(r"[ء-ي]{3,}")
_WRITTEN_ON = re.compile(r"^[وف]?[بلك]?(?:ال)?(?=\w{3})")


@dataclass(frozen=True, slots=True)
class Anchors:
    """Those of one sentence: the ``sure`` ones, and whatever else may be a name in a script without capitals."""

    sure: frozenset[str]
    possible: frozenset[str]


def anchors_of(article: Article, sentences: Sequence[Sentence], times: Sequence[TimeExpression]) -> list[Anchors]:
    """The anchors of each sentence of an article."""
    cues = cues_for(article.language)
    named = names_of_uncased(article.text, cues) if cues.uncased else []
    found: list[Anchors] = []
    for sentence in sentences:
        inside = [time for time in times if sentence.start <= time.start < sentence.end]
        sure = {f"d{time.span}" for time in inside if time.span and time.span.is_day}
        taken = [(time.start - sentence.start, time.end - sentence.start) for time in inside]
        sure.update(f"n{value}" for value in numbers_in(sentence.text, taken, cues) if value >= _SMALL)
        if cues.uncased:
            here = [name for start, _, name in named if sentence.start <= start < sentence.end]
            sure.update(name.key[:2] if name.key[:2].isupper() else "" for name in here)
            words = (_WRITTEN_ON.sub("", word) for word in _ARABIC_WORD.findall(sentence.text))
            possible = frozenset(key for word in words if (key := _sound(word)))
        else:
            sure.update(_cased(sentence.text, taken, cues))
            possible = frozenset[str]()
        found.append(Anchors(frozenset(sure - {""}), possible))
    return found


def _cased(text: str, taken: Sequence[tuple[int, int]], cues: Cues) -> Iterator[str]:
    """The names of a text with capitals, its first word only if it is a place; months are taken, offices are translated."""
    for match in _CAPITAL.finditer(text):
        word = match.group()
        if any(start <= match.start() < end for start, end in taken):
            continue
        if place := _country(word):
            yield place
        elif match.start() > 0 and not _is_translated(word, cues):
            yield _sound(word)


def _is_translated(word: str, cues: Cues) -> bool:
    """Whether a word with a capital is one that a translator puts into his own language: "Health Minister"."""
    known = any(compiled(cue).fullmatch(word) for cue in (cues.titles, cues.organisations, cues.landmarks))
    return known or (cues.has_dictionary and is_ordinary(word))


@lru_cache(maxsize=65536)
def _country(word: str) -> str:
    """The country of a place or people: languages differ in whether they say "Ankara" or "Turkish"."""
    place = place_of(word)
    return (place.key[:2] if place and not place.minor else "") or country_of_people(word)[:2]


@lru_cache(maxsize=65536)
def _sound(word: str) -> str:
    told = consonants(fold_name(word))
    return told if len(told) >= _FEWEST else ""
