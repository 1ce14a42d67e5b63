"""Names: who and where, each with the key under which its variants meet, and its kind.

What a name names is told by the whole article: an office before it ("the spokesman Ali Demir"), a verb of speech
after it, a surname that returns alone, a word inside it ("Ministry"), a preposition of place before it, and
the table of places. What the article does not tell stays `NameKind.OTHER`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache

from briefing.events.capitals import Capitals, Mention
from briefing.events.cues import compiled
from briefing.events.folding import fold_name
from briefing.events.gazetteer import country_of_people, place_of
from briefing.events.languages import cues_for
from briefing.events.ordinary import is_ordinary, is_surname
from briefing.events.uncased import names_of_uncased
from briefing.model import Article, Name, NameKind, Sentence

__all__ = ["names_in"]

_BEHIND_A_NAME = frozenset({"jr", "sr", "ii", "iii"})
_APOSTROPHES = ("'", "’")
_IN_BRACKETS = re.compile(r"([^\W\d_a-z]{2,8})\)")


def names_in(article: Article, sentence: Sentence, times: Iterable[tuple[int, int]]) -> list[Name]:
    """The names in a sentence, each once; ``times`` are the offsets of time expressions, which hold no names."""
    taken = list(times)
    found: dict[str, Name] = {}
    for start, end, name in _told_by(article.text, article.language).names(sentence.start, sentence.end):
        if any(a < end and start < b for a, b in taken):
            continue
        earlier = found.get(name.key)
        if earlier is None or (name.located and not earlier.located):
            found[name.key] = name
    return list(found.values())


@lru_cache(maxsize=8)  # an article's sentences are asked for one after the other
def _told_by(text: str, language: str) -> _Told | _Listed:
    cues = cues_for(language)
    return _Listed(names_of_uncased(text, cues)) if cues.uncased else _Told(Capitals(text, cues))


class _Listed:
    """The names of an article in a script without capitals."""

    def __init__(self, names: Sequence[tuple[int, int, Name]]) -> None:
        self._names = names

    def names(self, start: int, end: int) -> Iterator[tuple[int, int, Name]]:
        """The names between two offsets."""
        return (found for found in self._names if start <= found[0] < end)


class _Told:
    """What an article tells about the names in it: who is a person, which acronym is short for what."""

    def __init__(self, capitals: Capitals) -> None:
        self.capitals, self.text, self.cues = capitals, capitals.text, capitals.cues
        introduced = list(capitals.introduced())
        full = [m for m in introduced if " " in m.key]
        self.titled = frozenset(m.key for m in introduced if m.titled)
        self.short = dict(_acronyms(self.text, full))
        self.long = frozenset(self.short.values())
        self.places = frozenset(m.key for m in full if self._is_located(m))
        speakers = {m.key for m in full if self._acts_as_person(m)}
        people = [key for key, m in {m.key: m for m in full}.items() if self._is_person(m, speakers)]
        self.people = {key: _short(key) for key in people}
        self.surnames = _surnames(self.people)
        self.visited: dict[str, bool] = {}

    def names(self, start: int, end: int) -> Iterator[tuple[int, int, Name]]:
        """The names that begin between two offsets, in the order of the text."""
        return ((m.start, m.end, self._name(m)) for m in self.capitals.mentions(start, end))

    def _name(self, mention: Mention) -> Name:
        """The name of a mention, with the key that all its variants in this article have."""
        key, text = mention.key, mention.text
        if key in self.people:
            return Name(text, self.people[key], NameKind.PERSON)
        if key in self.surnames and not self._is_located(mention):
            return Name(text, self.surnames[key] or key, NameKind.PERSON)
        if (
            (mention.titled or key in self.titled)
            and not self._is_organisation(mention)
            and not country_of_people(text)
        ):
            return Name(text, _short(key), NameKind.PERSON)
        if key in self.short:
            return Name(text, self.short[key], NameKind.ORGANISATION)
        if code := country_of_people(text):
            return Name(text, code)
        return self._thing(mention)

    def _thing(self, mention: Mention) -> Name:
        """A place, an organisation, or what the article does not tell."""
        key, text = mention.key, mention.text
        located = self._is_located(mention)
        place = place_of(text) or place_of(_without(self.cues.region, text))
        if place and (not place.minor or " " in text or self._is_region(mention) or self._is_visited(mention)):
            return Name(text, place.key, NameKind.PLACE, located)
        if self._is_organisation(mention) or key in self.long:
            return Name(text, key, NameKind.ORGANISATION)
        if located or key in self.places or _holds(self.cues.landmarks, text):
            return Name(text, key, NameKind.PLACE, located)
        of_people = country_of_people(text.rsplit(" ", 1)[-1])  # "Latin American" officials
        if place is None and not of_people and re.compile(self.cues.like_a_group).match(self.text, mention.end):
            return Name(text, key, NameKind.ORGANISATION)
        if place is None and self._may_be_person(mention):
            return Name(text, _short(key), NameKind.PERSON)
        return Name(text, place.key if place else key, NameKind.OTHER)

    def _is_located(self, mention: Mention) -> bool:
        """Whether words around a mention say that something is there: "in central Cairo", "Ankara'da"."""
        return self._beside(self.cues.locative, self.cues.place_suffix, mention)

    def _is_region(self, mention: Mention) -> bool:
        """Whether a word for a kind of region stands behind a name: "Anbar province"."""
        return re.compile(rf"\s+(?:{self.cues.region})\b").match(self.text, mention.end) is not None

    def _is_visited(self, mention: Mention) -> bool:
        """Whether something is there, or somebody goes there; of a name that no table lists the latter proves nothing."""
        if mention.key not in self.visited:
            self.visited[mention.key] = self._is_visited_anywhere(mention)
        return self.visited[mention.key]

    def _is_visited_anywhere(self, mention: Mention) -> bool:
        towards = self.cues.towards
        return any(
            self._is_located(m) or self._beside(towards, towards, m)
            for run in self.capitals.runs
            if mention.text in run.text
            for m in self.capitals.mentions_of(run)
            if m.key == mention.key
        )

    def _beside(self, before: str, suffix: str, mention: Mention) -> bool:
        start = mention.start
        if self.text[mention.end : mention.end + 1] in _APOSTROPHES:
            return re.match(suffix, self.text[mention.end : mention.end + 8]) is not None
        last = self.text[self.text.rfind(" ", max(0, start - 16), start - 1) + 1 : start - 1] if start else ""
        return _may_end(last, before) and _ending(before).search(self.text, max(0, start - 40), start) is not None

    def _is_person(self, mention: Mention, speakers: set[str]) -> bool:
        """Whether a name of several words is a person's: by an office, by what it does, or by its last word alone."""
        key = mention.key
        if not 2 <= len(mention.text.split()) <= 5 or self._is_organisation(mention):
            return False
        if key in self.titled:
            return True
        if key in self.places or place_of(mention.text) or _holds(self.cues.landmarks, mention.text):
            return False
        words = key.split()
        if country_of_people(words[0]) or self._follows_the(mention):
            return False
        if key in speakers:
            return True
        known = _is_sure_place(words[-1]) or mention.text.rsplit(" ", 1)[1].isupper()
        first, last = mention.text.split(" ", 1)[0], mention.text.rsplit(" ", 1)[-1]
        ordinary = self.cues.has_dictionary and is_ordinary(first)  # "Team Rihanna"
        return self.capitals.is_alone(last) and first not in self.capitals.alone and not known and not ordinary

    def _may_be_person(self, mention: Mention) -> bool:
        """Whether nothing speaks against a person: two or three words that the article never writes small or after "the"."""
        words = mention.text.split(" ")
        if not 2 <= len(words) <= 3 or self._follows_the(mention):
            return False
        if self.cues.has_dictionary and (
            is_ordinary(words[0]) or (is_ordinary(words[-1]) and not is_surname(words[-1]))
        ):
            return False
        small = self.capitals.small
        return not any(w.isupper() or w.lower() in small or _is_sure_place(w) or country_of_people(w) for w in words)

    def _follows_the(self, mention: Mention) -> bool:
        return self.text[max(0, mention.start - 4) : mention.start].lower() == "the "

    def _acts_as_person(self, mention: Mention) -> bool:
        if re.compile(self.cues.like_a_person).match(self.text, mention.end):
            return True
        if self.text[mention.start - 2 : mention.start] != ", ":
            return False
        office = re.split("[,.;\n]", self.text[max(0, mention.start - 60) : mention.start - 2])[-1]
        return compiled(self.cues.titles).search(office) is not None

    def _is_organisation(self, mention: Mention) -> bool:
        if mention.is_acronym:  # in capitals before a colon stands who speaks
            return place_of(mention.text) is None and self.text[mention.end : mention.end + 1] != ":"
        return _holds(self.cues.organisations, mention.text)


@lru_cache(maxsize=65536)
def _holds(cue: str, name: str) -> bool:
    """Whether a cue stands in a name; names come again and again."""
    return compiled(cue).search(name) is not None


@lru_cache(maxsize=65536)
def _without(cue: str, name: str) -> str:
    return compiled(cue).sub("", name).strip()


def _surnames(people: Mapping[str, str]) -> dict[str, str]:
    """The key of the person behind each surname, "" if several share it."""
    found: dict[str, str] = {}
    for key, person in people.items():
        surname = key.rsplit(" ", 1)[1]
        if not _is_sure_place(surname) and not country_of_people(surname):
            found[surname] = "" if found.get(surname, person) != person else person
    return found


def _is_sure_place(word: str) -> bool:
    place = place_of(word)
    return place is not None and not place.minor


def _short(key: str) -> str:
    """A person's key: first and last name, so that a middle initial or "Jr." parts nobody from himself."""
    words = key.split()
    if len(words) > 2 and words[-1] in _BEHIND_A_NAME:
        words.pop()
    return f"{words[0]} {words[-1]}" if len(words) > 1 else key


def _acronyms(text: str, full: Sequence[Mention]) -> Iterator[tuple[str, str]]:
    """Acronyms and what they are short for: "Israel Defense Forces (IDF)"."""
    for long in full:
        if text[long.end : long.end + 2] == " (" and (short := _IN_BRACKETS.match(text, long.end + 2)):
            initials = "".join(word[0] for word in long.key.split())
            if short[1][0].lower() == initials[0]:
                yield fold_name(short[1]), long.key


_BETWEEN = r"(?:the|central|southern|northern|eastern|western|south|north|east|west|capital|city|town|village|of)"


@lru_cache(maxsize=65536)
def _may_end(word: str, cue: str) -> bool:
    """Whether a word can be the last before a place, which saves most searches."""
    return re.fullmatch(rf"(?:.*\W)?(?:{cue}|{_BETWEEN}|to|from|towards?|for)", word, re.IGNORECASE) is not None


@cache
def _ending(cue: str) -> re.Pattern[str]:
    """A preposition of place at the very end of a text, with what may stand between it and the name."""
    return re.compile(rf"(?<!\w)(?:{cue})\s+(?:{_BETWEEN}\s+){{0,3}}$", re.IGNORECASE)
