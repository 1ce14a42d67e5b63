"""Who somebody is, in an article's own words: the office or apposition beside a name.

"CIA Director William Burns" · "the head of Turkish intelligence, Ibrahim Kalin," · "Ismail Haniyeh, who headed the
bureau,". Only words that stand right beside the name count, and where two names could claim them, neither gets them.
"""

from __future__ import annotations

import re
from functools import lru_cache

from briefing.events.cues import Cues, compiled
from briefing.events.folding import fold_place
from briefing.events.gazetteer import country_of_people
from briefing.events.languages import cues_for
from briefing.events.uncased import country_related
from briefing.model import NameKind

__all__ = ["role_beside"]

_LONGEST = 14  # words: more is a sentence of its own
_CLAUSE = re.compile(
    r"[,;:،؛\"“”«»]\s+(?:(?:and|ve)\s+)?|\s[–—]\s|\s\((?![^\W\d_a-z]{2,8}\))|\s(?:and|ve)\s(?=[^,]*\Z)"
)
_HONORIFIC = re.compile(r"(?:sheikh|mr|mrs|ms|dr|sir|lord|lady|prof|rev|sayın)\.?", re.IGNORECASE)
_WHERE = re.compile(r"['’](?:[dt][ae]n?|y?[ae]|n[ae])$")  # "Ankara'da": where it was, no part of an office
_CAPITAL = r"(?:[^\W\d_a-zçğıöşüéèáíóúñ][\w.’'-]*|\([^\W\d_a-z]{2,8}\))"
_IS_CAPITAL = re.compile(_CAPITAL)
_SMALL = r"(?:of|the|and|for|a|an|on|de|du|la|top|new|then)"
# A name follows a comma or stands after it: "X, the head of Y, Z met …" leaves open whose head it is.
_NAME_BEFORE = re.compile(rf"{_CAPITAL},\s*\Z")
_NAME_AFTER = re.compile(rf"[,،]?\s+(?:and\s+|ve\s+)?{_CAPITAL}")

_ARTICLE = re.compile(r"ال\w+")
_WHICH = re.compile(r"ال(?:\w+ية|سابقة?|أسبق|حالي|جديدة?)")


def role_beside(text: str, name: str, kind: NameKind, language: str) -> tuple[int, int] | None:
    """The offsets in a sentence of the words that say who ``name`` is, None where it does not say so."""
    cues = cues_for(language)
    if kind is NameKind.PERSON and " " not in name:
        return None
    for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text):
        found = _after(text, match.end(), kind, cues)
        if found is None and kind is NameKind.PERSON:
            found = _before(text, match.start(), cues)
        if found and 1 < len(text[slice(*found)].split()) <= _LONGEST:
            return found
    return None


def _after(text: str, end: int, kind: NameKind, cues: Cues) -> tuple[int, int] | None:
    """An apposition that opens after a name: ", the head of the bureau,", ", who heads the agency,"."""
    opened = re.compile(r"[,،]\s+").match(text, end)
    if opened is None:
        return None
    closed = re.compile(r"[,،;؛]\s|[.!?](?=\s|\Z)").search(text, opened.end())
    stop = closed.start() if closed else len(text)
    phrase = text[opened.end() : stop]
    if not _opening(cues, kind).match(phrase) or (closed and _NAME_AFTER.match(text, closed.start())):
        return None
    return opened.end(), stop


@lru_cache(maxsize=32)
def _opening(cues: Cues, kind: NameKind) -> re.Pattern[str]:
    """How an apposition begins: an article or owner, then the office (the kind of body) before anybody else's name."""
    heading = r"who\s+(?:now\s+|also\s+|has\s+)?(?:heads|headed|leads|led|chairs|chaired|runs|ran|commands|commanded)\s"
    office = cues.titles if kind is NameKind.PERSON else cues.organisations
    words = rf"(?:\S+\s+){{0,5}}?(?:{office})(?!\w)(?!\s+{_CAPITAL}\s*\Z)"
    lead = r"(?:(?:the|an?|its|their|his|her)\s+|[^\W\d_][\w.]*[’']s?\s+)"
    if kind is NameKind.PERSON:
        return re.compile(rf"(?:{heading}|{lead}{words})", re.IGNORECASE)
    return re.compile(rf"(?:the|an?)\s+(?:(?!(?:on|of|in|at|to|for|from|by)\s)[\w’'-]+\s+){{0,4}}?(?:{office})(?!\w)")


def _before(text: str, start: int, cues: Cues) -> tuple[int, int] | None:
    """An office that stands before a name, with or without a comma between."""
    if cues.uncased:
        return _before_uncased(text, start, cues)
    head = text[:start].rstrip()
    honorific = _HONORIFIC.search(head.rpartition(" ")[2])
    if honorific and honorific.group() == head.rpartition(" ")[2]:
        head = head.rpartition(" ")[0].rstrip()
    apart = head.endswith((",", "،"))
    end = len(head) - apart
    first = max((match.end() for match in _CLAUSE.finditer(head[:end])), default=0)
    if apart and _NAME_BEFORE.search(text[:first]):
        return None
    titles = [match for match in compiled(cues.titles).finditer(text, first, end) if match.end() == end or apart]
    for title in titles:
        if not re.fullmatch(
            rf"(?:\s+(?:of|for|in)\s+(?:(?:{_CAPITAL}|{_SMALL}|[a-z]+)\s*){{1,6}})?", text[title.end() : end]
        ):
            continue
        return _extended(text, first, title.start(), cues), end
    return None


def _before_uncased(text: str, start: int, cues: Cues) -> tuple[int, int] | None:
    """An office before a name in Arabic: it begins with its title, and every word that says which has the article.

    What stands before a title is a verb or somebody else, unless it is a title without the article ("deputy
    the-minister"). Of a title without one the next word may be anything ("minister the-water").
    """
    words = list(re.finditer(r"\S+", text[:start]))
    first = len(words) - 1
    while first >= 0 and not _is_title(words[first], cues) and _ARTICLE.fullmatch(words[first].group()):
        first -= 1
    if first < 0 or not _is_title(words[first], cues):
        return None
    owned = not _ARTICLE.fullmatch(words[first].group())
    if not all(_says_which(word.group()) for word in words[first + 1 + owned :]):
        return None
    while first and _is_title(words[first - 1], cues) and not _ARTICLE.fullmatch(words[first - 1].group()):
        first -= 1
    return words[first].start(), words[-1].end()


def _says_which(word: str) -> bool:
    """Whether a word behind a title says which one, and is no surname: "the-former", "the-Egyptian"."""
    return _WHICH.fullmatch(word) is not None or bool(country_related(fold_place(word)))


def _is_title(word: re.Match[str], cues: Cues) -> bool:
    return compiled(cues.titles).fullmatch(fold_place(word.group())) is not None


def _extended(text: str, first: int, start: int, cues: Cues) -> int:
    """The start of an office with what belongs to it on its left: whose it is, and which."""
    words = list(re.finditer(r"\S+", text[first:start]))
    at = len(words)
    while at and (_IS_CAPITAL.match(words[at - 1].group()) or _is_inside(words, at, cues)):
        if cues.suffixes_apart and _WHERE.search(words[at - 1].group()):
            break
        at -= 1
    if at and words[at - 1].group().lower() in {"the", "a", "an"}:
        at -= 1
    return first + words[at].start() if at < len(words) else start


def _is_inside(words: list[re.Match[str]], at: int, cues: Cues) -> bool:
    """Whether a small word stands between an owner and the office: "Egypt's *intelligence* chief"."""
    if at != len(words) or at < 2:
        return False
    word, owner = words[at - 1].group(), words[at - 2].group()
    owns = owner.endswith(("'s", "’s", "s'", "s’")) or owner.lower() == "the" or bool(country_of_people(owner))
    return owns and word.isalpha() and word.lower() not in cues.not_names
