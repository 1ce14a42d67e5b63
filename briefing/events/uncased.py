"""Names in a script without capitals: only the table of places and the words beside a name tell it.

Arabic writes "and", "in", "to" and "the" onto the word; "the Turkish" is the country's name with ``ال`` before
and ``ي`` after it (nisba). Surnames have the same form: right after a verb of speech, or where the article has a person of
that name, ``السوداني`` is somebody and not a Sudanese.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from briefing.events.cues import Cues, compiled
from briefing.events.folding import fold_name, fold_place
from briefing.events.gazetteer import place_of
from briefing.model import Name, NameKind

__all__ = ["country_related", "names_of_uncased"]

_TOKEN = re.compile(r"[ء-يً-ْـ]{2,}")
_WRITTEN_ON = re.compile(r"^[وف]?([بلك]?)(?=\w{3})")
_LIKE = "ك"  # "like": seldom before a place, and the first letter of many names
_BEFORE_A_NAME = re.compile(r"[وف]?(?:[بلك]|[بك]?ال|لل)?")
_RELATING = re.compile(r"^(?:و)?(?:لل|[بلك]?ال)?(\w{2,}?)(?:يون|يين|يتين|يات|يه|يا|ي)$")
_LONGEST_PLACE = 3  # words
_FIRST_OF_TWO = frozenset("عبد ابو بن ابن ال بو ام".split())

_SHORTEST = 3  # letters: a word of so many behind "like" is rather a part of one
_PARTS = 2  # of a name; more only if it is a surname by its form
_SURNAME = re.compile(r"ال\w+ي")
_VERB = re.compile(r"ي\w{3}")  # he does: names of this form are in the table of given names
_ON_BEHALF = "باسم"

Found = tuple[int, int, Name]


def names_of_uncased(text: str, cues: Cues) -> list[Found]:
    """The names of a text with their offsets, in its order."""
    tokens = list(_TOKEN.finditer(text))
    folded = [fold_place(token.group()) for token in tokens]
    found: list[Found] = []
    people: dict[str, str] = {}
    groups: set[str] = set()
    at = 0
    while at < len(tokens):
        taken, name = _read(text, tokens, folded, at, cues)
        if not taken or not name:
            at += 1
            continue
        for between in range(at, at + taken[0]):  # "the *Egyptian* minister"
            beside, people_of = _place(text, tokens, folded, between, cues)
            if beside and people_of:
                found.append(_placed(text, tokens, between, beside, people_of))
        found.append(_placed(text, tokens, at, taken, name))
        at, last = at + taken[1], folded[at + taken[1] - 1]
        if name.kind is NameKind.PERSON:
            people[last] = name.key
        elif name.kind is NameKind.ORGANISATION and compiled(cues.like_a_person).fullmatch(folded[at - 2]):
            groups.add(last)
    found = [_told_apart(name, tokens, folded, people, cues) for name in found]
    return sorted([*found, *_again(tokens, folded, people, groups, found)], key=lambda row: row[0])


def _told_apart(
    found: Found, tokens: Sequence[re.Match[str]], folded: Sequence[str], people: dict[str, str], cues: Cues
) -> Found:
    """A name, that of a people as somebody's if the article has a person of that name, or a verb stands before it."""
    start, end, name = found
    if name.kind is not NameKind.OTHER:
        return found
    at = bisect_left(tokens, start, key=lambda token: token.start())
    word = folded[at]
    acts = at > 0 and compiled(cues.acts).fullmatch(tokens[at - 1].group()) is not None
    if at and not acts and folded[at - 1].startswith("ال") and tokens[at].start() - tokens[at - 1].end() == 1:
        return found  # "the army *the Sudanese*"
    if word in people:
        return start, end, Name(name.text, people[word], NameKind.PERSON)
    if acts and _SURNAME.fullmatch(word) and not (at + 1 < len(folded) and folded[at + 1] in cues.given_names):
        return start, end, Name(name.text, fold_name(word.removeprefix("ال")))
    return found


def _placed(text: str, tokens: Sequence[re.Match[str]], at: int, taken: tuple[int, int], name: Name) -> Found:
    """A name with its offsets; ``name.text`` holds what is written onto its first word and does not belong to it."""
    start, end = tokens[at + taken[0]].start() + len(name.text), tokens[at + taken[1] - 1].end()
    return start, end, Name(text[start:end], name.key, name.kind, name.located)


Reading = tuple[tuple[int, int] | None, Name | None]
_NOTHING: Reading = (None, None)


def _read(text: str, tokens: Sequence[re.Match[str]], folded: Sequence[str], at: int, cues: Cues) -> Reading:
    """The name that begins at a token, as the tokens from and to which it runs, counted from there."""
    word = folded[at]
    if word in cues.given_names and _joined(text, tokens, at, 2):
        person = _named(text, tokens, folded, at, 0, cues)
        if person[1]:
            return person
    if compiled(cues.titles).fullmatch(word) or compiled(cues.titles).fullmatch(word.removeprefix("و")):
        return _person(text, tokens, folded, at, cues)
    written = word[1:] if word[0] in "وفبلك" else word
    group = next((w for w in (word, written) if compiled(cues.organisations).fullmatch(w)), "")
    if group and _joined(text, tokens, at, 2) and folded[at + 1] not in cues.name_stops:
        written_on = word.removesuffix(group)
        key = fold_name(text[tokens[at].start() + len(written_on) : tokens[at + 1].end()])
        return (0, 2), Name(written_on, key, NameKind.ORGANISATION)
    return _place(text, tokens, folded, at, cues)


def _place(text: str, tokens: Sequence[re.Match[str]], folded: Sequence[str], at: int, cues: Cues) -> Reading:
    before = folded[at - 1] if at and _joined(text, tokens, at - 1, 2) else ""
    towards = compiled(cues.towards).fullmatch(before) is not None
    for length in range(_LONGEST_PLACE, 0, -1):
        if not _joined(text, tokens, at, length) or compiled(cues.locative).fullmatch(folded[at]):
            continue
        for word, inside in _spellings(folded[at]):
            place = place_of(" ".join([word, *folded[at + 1 : at + length]]))
            located = inside or compiled(cues.locative).fullmatch(before) is not None
            if place and (located or towards or not place.minor):
                return (0, length), Name(folded[at].removesuffix(word), place.key, NameKind.PLACE, located)
    country = country_related(folded[at])
    return ((0, 1), Name("", country)) if country else _NOTHING


def country_related(word: str) -> str:
    """The code of the country that a folded word is the adjective of ("the Egyptian"), "" for any other word."""
    related = _RELATING.match(word)
    for ending in ("", "ا", "يا", "يه", "ه") if related else ():
        stem = related[1] + ending if related else ""
        place = place_of(stem) or place_of(f"ال{stem}")
        if place and len(place.key) == 2 and len(stem) > 2:
            return place.key
    return ""


def _spellings(word: str) -> Iterator[tuple[str, bool]]:
    """A word with and without what is written onto it, and whether that is "in"."""
    yield word, False
    written_on = _WRITTEN_ON.match(word)
    if written_on and written_on.end():
        rest = word[written_on.end() :]
        if written_on[1] != _LIKE or len(rest) > _SHORTEST:
            yield rest, written_on[1] == "ب"
        if written_on[1] == "ل" and rest.startswith("ل"):
            yield f"ال{rest[1:]}", False  # "to the"


def _person(text: str, tokens: Sequence[re.Match[str]], folded: Sequence[str], at: int, cues: Cues) -> Reading:
    """The two or three words behind an office, which may bear words of its own ("the Egyptian", "of foreign affairs")."""
    first = 1
    while _joined(text, tokens, at, first + 1) and _belongs_to_office(folded[at + first], cues):
        first += 2 if compiled(cues.organisations).fullmatch(folded[at + first].removeprefix("ل")) else 1
    return _named(text, tokens, folded, at, first, cues)


def _named(
    text: str, tokens: Sequence[re.Match[str]], folded: Sequence[str], at: int, first: int, cues: Cues
) -> Reading:
    """The two or three words of a name from the token ``first`` behind another on; a third is part of it as ``السوداني`` is."""
    last, parts = first, 0  # "Abd al-Fattah" and "bin Salman" are one part each
    while _joined(text, tokens, at, last + 1) and _is_name_word(word := folded[at + last], cues):
        goes_on = last > first and folded[at + last - 1] in _FIRST_OF_TWO
        if parts >= _PARTS and not goes_on and not _SURNAME.fullmatch(word):
            break
        parts += not goes_on
        last += 1
    if last - first < 2 or parts < 2:
        return _NOTHING
    words = [fold_name(token.removeprefix("ال")) for token in folded[at + first : at + last]]
    return (first, last), Name("", f"{words[0]} {words[-1]}", NameKind.PERSON)


def _belongs_to_office(word: str, cues: Cues) -> bool:
    group = compiled(cues.organisations).fullmatch(word.removeprefix("ل")) is not None
    if word == _ON_BEHALF:
        return True
    return word.startswith("ال") or group or compiled(cues.titles).fullmatch(word) is not None


def _is_name_word(word: str, cues: Cues) -> bool:
    if word in cues.name_stops or (_VERB.fullmatch(word) and word not in cues.given_names):
        return False
    return not any(compiled(cue).fullmatch(word) for cue in (cues.organisations, cues.titles, cues.locative))


def _joined(text: str, tokens: Sequence[re.Match[str]], at: int, length: int) -> bool:
    """Whether so many tokens from one on stand side by side with nothing but a space between."""
    if at + length > len(tokens):
        return False
    return all(
        text[a.end() : b.start()] == " " for a, b in zip(tokens[at:], tokens[at + 1 : at + length], strict=False)
    )


def _again(
    tokens: Sequence[re.Match[str]],
    folded: Sequence[str],
    people: dict[str, str],
    groups: set[str],
    found: Sequence[Found],
) -> Iterator[Found]:
    """Surnames, and the own names of groups, where they stand alone."""
    taken = {position for start, end, _ in found for position in range(start, end)}
    for token, word in zip(tokens, folded, strict=True):
        bare = next((w for w in _without_prefixes(word) if w in people or w in groups), "")
        if bare and token.start() not in taken:
            kind = NameKind.PERSON if bare in people else NameKind.ORGANISATION
            start = token.end() - len(bare) if len(bare) < len(word) else token.start()
            text = token.string[start : token.end()]
            yield start, token.end(), Name(text, people.get(bare, fold_name(text)), kind)


def _without_prefixes(word: str) -> Iterator[str]:
    """A word, and what is left of it without the letters that may be written onto a name."""
    yield word
    for length in (1, 2, 3, 4):
        if len(word) > length and _BEFORE_A_NAME.fullmatch(word, 0, length):
            yield word[length:]
