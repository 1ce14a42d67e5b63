"""Capitalised runs of words in an article, and what its own text tells about them.

A capital at the start of a sentence proves little: such a word is a name if the article also writes it
with a capital elsewhere, if it is a known place, or if the language has no such word. A word that the article also
writes small is none.
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from briefing.events.cues import Cues, compiled
from briefing.events.folding import fold_name
from briefing.events.gazetteer import country_of_people, place_of
from briefing.events.ordinary import is_ordinary, is_surname, is_word

__all__ = ["Capitals", "Mention"]

_UPPER = "".join(chr(code) for code in range(0x41, 0x530) if chr(code).isupper())
# The second syllable of a name that Korean and Chinese write small ("Ki-moon"), unlike words ("Hamas-run", "US-led").
_SYLLABLE = r"-(?!(?:run|ban|to|up|in|on|is|or|no|so|an|at|as|like|line|wide|type)(?!\w))[bcdghjkmnpstwyz]?h?[aeiouy]{1,3}(?:ng|[nklh])?(?!\w)"
_INSIDE = rf"[^\W_]*(?:(?:[’']|-(?:[ae][nul]-|de-|la-|sur-|i-)?)(?=[{_UPPER}])[^\W_]+|{_SYLLABLE})*"
_JOINED = r"(?:[ae][lrsndtz]|ash|e[sş]h?|bin|ben)"  # the article of Arabic names, which takes the sound that follows
_WORD = rf"(?:(?:[A-Z]\.){{2,}}|[A-Z]\.(?=[ ][{_UPPER}])|(?:{_JOINED}-)?[{_UPPER}]{_INSIDE})"
# "Workers' Party": elsewhere such an apostrophe ends a name.
_OF_MANY = r"(?:(?<=s)[’'](?=[ ](?:Party|Union|Congress|Federation|Association|League|Guild|Front)(?!\w)))"
# It begins with a set of letters and looks back behind it, since such a search is several times faster.
_RUN = re.compile(
    rf"[{_UPPER}](?<![\w’'].)(?:\.(?:[A-Z]\.)+|\.(?=[ ][{_UPPER}])|{_INSIDE})"
    rf"(?:{_OF_MANY}?[ \u00a0](?:(?:bin|al|el|de|del|der|van|von|da|dos|of[ ]the|of)[ ])?{_WORD})*"
)
_ARTICLE = re.compile(rf"(?<![\w’'-]){_JOINED}-\Z")
_OF = re.compile(r"([^\W_]+) of (?:the )?")
_KEEPS_OF = r"ministry|state|house|republic|kingdom|chamber|order|church|board|lord|prince|duke|isle|cape|strait|knights|terms|speaker|secretary"
_OPENS = re.compile(r"(?:^|[.!?:\n…]|[–—]|--)[\s\"“”‘’'«(\[]*\Z")
_ACRONYM = re.compile(rf"[{_UPPER}]{{2,5}}")
_NEVER_A_NAME = ("ly", "ing")  # adverbs and participles
_SPACED = re.compile(r"[^ \u00a0]+")
_SHORT = 3  # letters: the table of words has no shorter ones
_HEADLINE = 4  # words: a longer run is a headline unless most of it is known


class Mention(NamedTuple):
    """A name where it stands: offsets into the article's text, its key, and whether an office stands before it."""

    start: int
    end: int
    text: str
    key: str
    titled: bool = False

    @property
    def is_acronym(self) -> bool:
        """Whether it is written in capitals alone; a longer word in capitals is somebody's name before his words."""
        return _ACRONYM.fullmatch(self.text) is not None


class Capitals:
    """The runs of capitalised words of an article; which of them are names is worked out for those that are asked for."""

    def __init__(self, text: str, cues: Cues) -> None:
        self.text, self.cues = text, cues
        self.runs = [_run(text, match, cues) for match in _RUN.finditer(text)]
        self.small = frozenset(text.split())
        self.capitals = {run.text for run in self.runs if not run.opens}
        self.capitals.update(word for run in self.runs if " " in run.text for word in run.text.split(" ")[run.opens :])
        self.alone = frozenset(run.text for run in self.runs if " " not in run.text)
        self._told: dict[int, list[Mention]] = {}

    def mentions(self, start: int = 0, end: int = sys.maxsize) -> Iterator[Mention]:
        """The names that begin between two offsets, in the order of the text."""
        for at in range(bisect_left(self.runs, (start,)), bisect_left(self.runs, (end,))):
            yield from self.mentions_of(self.runs[at])

    def introduced(self) -> Iterator[Mention]:
        """The names that tell who the others are.

        Those with an office beside them, those whose last word returns alone, and those before a bracket or the words
        that follow a person's name.
        """
        person = re.compile(self.cues.like_a_person)
        for run in self.runs:
            text, end = run.text, run.start + len(run.text)
            if (
                run.titled
                or (" " in text and (self.is_alone(text[text.rfind(" ") + 1 :]) or person.match(self.text, end)))
                or self.text[end : end + 2] == " ("
                or (" " in text and self.text[run.start - 2 : run.start] == ", ")
            ):
                yield from self.mentions_of(run)

    def is_alone(self, word: str) -> bool:
        """Whether the article writes a word alone, or in capitals before what its bearer says."""
        return word in self.alone or word.upper() in self.alone

    def mentions_of(self, run: _Run) -> list[Mention]:
        """The names in a run: "CIA Director William Burns" is an organisation and a person."""
        if run.start not in self._told:
            self._told[run.start] = list(self._mentions_of(run))
        return self._told[run.start]

    def _mentions_of(self, run: _Run) -> Iterator[Mention]:
        if not run.titled and " " not in run.text:
            return self._mentions_of_one(run)
        return self._mentions_of_many(run)

    def _mentions_of_one(self, run: _Run) -> Iterator[Mention]:
        word = run.text
        apart = self.cues.suffixes_apart and self.text[run.start + len(word) :][:1] in {"'", "’"}
        if not self._leaves(word) and self._is_name(word, run.opens and not apart):
            key = fold_name(word)
            if len(key) > 1:
                yield Mention(run.start, run.start + len(word), word, key)

    def _mentions_of_many(self, run: _Run) -> Iterator[Mention]:
        for start, name, titled in _pieces(self.text, run, self.cues):
            kept = self._trimmed(name, not titled and _opens(self.text, start))
            key = fold_name(kept)
            if len(key) > 1 and not key.isdigit():
                first = start + name.index(kept)
                yield Mention(first, first + len(kept), kept, key, titled and kept == name)

    def _trimmed(self, name: str, opens: bool) -> str:
        """A run without the words that are no part of a name; "" if none is left."""
        words = name.split(" ")
        while words and (self._leaves(words[0]) or words[0].islower()):
            words.pop(0)
            opens = False
        if len(words) > 1 and opens and (words[0].lower() in self.small or self._only_opens(words)):
            words.pop(0)
            opens = False
        while words and (self._leaves(words[-1]) or words[-1].islower()):
            words.pop()
        if len(words) > _HEADLINE and sum(self._is_common(word) for word in words) * 2 > len(words):
            return ""
        if len(words) == 1 and not self._is_name(words[0], opens):
            return ""
        return " ".join(words)

    def _leaves(self, word: str) -> bool:
        """Whether a word at either end of a run is no part of a name: "The", but "US" is not "us"."""
        return word.lower() in self.cues.not_names and word not in self.cues.acronyms

    def _only_opens(self, words: list[str]) -> bool:
        """Whether the first word of a sentence is none of the name's behind it: "Senior ANC", "Hopefully Anna", "Former Malian"."""
        name, rest = " ".join(words), " ".join(words[1:])
        if _is_listed(name) or name in self.capitals:
            return False
        if self.cues.suffixes_apart:  # what matters is told by the apostrophe: "Heyet Çin'e gitti"
            return _is_listed(rest) and words[0] not in self.capitals and not compiled(self.cues.region).search(name)
        if not self.cues.has_dictionary or not is_ordinary(words[0]):
            return False
        alone = rest in self.alone or rest in self.capitals
        sure = words[0].endswith(_NEVER_A_NAME) and alone
        if not (sure or _is_listed(rest) or rest.isupper()):
            return False
        return not compiled(f"{self.cues.organisations}|{self.cues.landmarks}").search(name)

    def _is_common(self, word: str) -> bool:
        """Whether a word with a capital is an ordinary one: written small elsewhere, or known from no other place."""
        return word.lower() in self.small or (word not in self.capitals and not _is_listed(word))

    def _is_name(self, word: str, opens: bool) -> bool:
        if _ACRONYM.fullmatch(word) or "." in word:
            return word not in self.cues.common_acronyms
        if word.lower() in self.small:
            return False
        return not opens or word in self.capitals or _is_listed(word) or self._is_no_word(word)

    def _is_no_word(self, word: str) -> bool:
        """Whether a language whose words are known has no such word, so that its capital is a name's."""
        if not self.cues.has_dictionary or len(word) <= _SHORT or word.endswith("ly"):
            return False
        return not any(map(is_word, re.split("[-’']", word)))


class _Run(NamedTuple):
    start: int
    text: str
    titled: bool  # by an office in it or before it
    opens: bool  # a sentence


def _run(text: str, match: re.Match[str], cues: Cues) -> _Run:
    """A run with what stands before it; this is done for every run of an article, so its commonest case comes first."""
    start, run, titles = match.start(), match.group(), cues.titles
    if start > 1 and text[start - 1] == " ":
        before = text[text.rfind(" ", 0, start - 1) + 1 : start - 1]
        titled = _has_title(run, titles) or _is_title(before, titles)
        last = text[start - 2]
        return _Run(start, run, titled, not (last.isalnum() or last == ",") and _opens(text, start))
    if text[start - 1 : start] == "-" and (article := _ARTICLE.search(text, max(0, start - 5), start)):
        start, run = article.start(), article.group() + run
    return _Run(start, run, _has_title(run, titles), _opens(text, start))


def _opens(text: str, start: int) -> bool:
    """Whether a word stands at the start of a sentence, a quotation or a line."""
    return _OPENS.search(text, max(0, start - 6), start) is not None


def _pieces(whole: str, run: _Run, cues: Cues) -> Iterator[tuple[int, str, bool]]:
    """The parts of a run, each with its offset, and whether an office stands before it."""
    text, at, titled = run.text, 0, False
    if run.titled:
        titled = _ends_with_title(whole, run.start, cues.titles)
    if run.titled and not _is_organisation(text, cues):
        for office in compiled(cues.titles).finditer(text):
            if before := _owner(text[at : office.start()].strip(), cues):
                yield run.start + at, before, titled
            at, titled = office.end(), True
    for part in _parted(text, at, cues):
        yield run.start + part[0], part[1], titled
        titled = False


def _owner(before: str, cues: Cues) -> str:
    """Whose office it is, without the words that say which: "UK International Development Secretary" is one of the UK."""
    if (
        not cues.has_dictionary
        or " " not in before
        or compiled(f"{cues.organisations}|{cues.landmarks}").search(before)
    ):
        return before
    words = before.split(" ")
    while words and is_ordinary(words[-1]) and not is_surname(words[-1]):
        words.pop()
    is_told = any(word.lower() not in cues.not_names for word in words)
    return " ".join(words) if is_told else before  # "Home Depot" is all ordinary words


def _parted(text: str, at: int, cues: Cues) -> Iterator[tuple[int, str]]:
    """The rest of a run, parted at an "of" that is not part of a name: "Bank of England", but "Tom Hill of Britain"."""
    for joint in _OF.finditer(text, at):
        if not compiled(f"{cues.organisations}|{cues.landmarks}|{cues.region}|{_KEEPS_OF}").fullmatch(joint[1]):
            yield from _between_verbs(text, at, joint.start() + len(joint[1]), cues)
            at = joint.end()
    yield from _between_verbs(text, at, len(text), cues)


def _between_verbs(text: str, start: int, end: int, cues: Cues) -> Iterator[tuple[int, str]]:
    """The names that a headline in capitals has on both sides of its verb; a surname that ends two words is none."""
    words = list(_SPACED.finditer(text, start, end)) if cues.headline_verbs else []
    for word in words:
        verb = word.group()
        if verb.lower() in cues.headline_verbs and len(words) > 1 and (len(words) > 2 or not is_surname(verb)):
            yield from _stripped(text, start, word.start())
            start = word.end()
    yield from _stripped(text, start, end)


def _stripped(text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    name = text[start:end].lstrip(" .")
    if name:
        yield end - len(name), name.rstrip()


def _ends_with_title(text: str, start: int, titles: str) -> bool:
    """Whether an office in small letters stands right before: "the president, ..." does not, "spokesman Ali" does."""
    return (
        start > 1 and text[start - 1] == " " and _is_title(text[text.rfind(" ", 0, start - 1) + 1 : start - 1], titles)
    )


def _is_organisation(text: str, cues: Cues) -> bool:
    """Whether a run that holds an office is one name all the same: "U.N. General Assembly"."""
    return " " in text and compiled(cues.organisations).fullmatch(text.rsplit(" ", 1)[1]) is not None


@lru_cache(maxsize=65536)
def _has_title(run: str, titles: str) -> bool:
    return any(_is_title(word, titles) for word in run.split(" "))


@lru_cache(maxsize=65536)
def _is_title(word: str, titles: str) -> bool:
    return compiled(titles).fullmatch(word) is not None


def _is_listed(word: str) -> bool:
    """Whether a place or people is called so and little else."""
    place = place_of(word)
    return (place is not None and not place.minor) or country_of_people(word) != ""
