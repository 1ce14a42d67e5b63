"""What came of a thing, by the finished clause of its sentence: a bill passed or failed, a man guilty or not guilty, a border shut.

The table beside this file holds questions whose answers exclude each other. Two sentences that answer one question
otherwise tell of two happenings, or contradict each other: neither confirms the other. So does one that says that
something was not done, where the other has it done.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from briefing.events.folding import fold_name, fold_place
from briefing.events.languages import cues_for
from briefing.events.stems import stem, told_stem

__all__ = ["Outcome", "are_contrary", "outcome_of"]

_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_GAP, _LONGEST_GAP = "…", 8  # words that may stand between two of a phrase
# What hangs on a sentence beside its main clause, up to the next comma: Turkish puts other forms of the verb there.
_BESIDE = {
    "en": re.compile(
        r"\b(?:after|before|since|while|whilst|although|though|despite|because|until|when|as|following|amid|if|unless|"
        r"(?<=,\s)(?:who|which|whose|where))\b[^,;]*",
        re.IGNORECASE,
    ),
    "ar": re.compile(r"(?<!\w)(?:بعد|قبل|منذ|بينما|رغم|عقب|إثر|عندما|لأن|حتى|وسط|الذي|التي|الذين)(?!\w)[^،؛,]*"),
}
# What was not done: the verb is the last word of the match.
_NOT = {
    "en": re.compile(
        r"\b(?:(?:did|has|have|had)(?:\s+not|n[’']t)|(?:failed|fails|refused|refuses|declined|declines)\s+[\"“]?to|never|"
        r"(?:was|were)(?:\s+not|n[’']t)(?=\s+(?:\w+ly\s+|been\s+)*\w+ed\b))\s+(?:(?:\w+ly|yet|be|been)\s+)*(?P<verb>[a-z]+)"
        r"(?!\s+(?:until|only|just)\b)",  # "did not sign until Monday": then it did
        re.IGNORECASE,
    ),
    "tr": re.compile(
        r"(?:(?P<noun>\w+)\s+)?(?<!\w)(?P<verb>\w{2,})m[ae]d[iıuü](?:l[ae]r)?(?:ğ[ıiuü]n[ıiuü])?(?!\w)", re.IGNORECASE
    ),
    "ar": re.compile(r"(?<!\w)[وف]?(?:لم|لن)\s+(?:يتم\s+)?[يتن]?(?P<verb>\w{3,})"),
}
_FINISHED = {  # what may be a finite verb of what was done
    "en": re.compile(
        r"\b(?:[a-z]+ed|met|won|lost|left|held|took|went|came|gave|sent|struck|hit|shot|fought|began|fell|rose|sold|bought|broke|"
        r"spoke|flew|quit|paid|cut|shut|withdrew)\b",
        re.IGNORECASE,
    ),
    "tr": re.compile(r"\w+"),
    "ar": _WORD,
}
_HELPERS = frozenset({"et", "edil", "ol", "yap"})  # Turkish verbs that only carry the noun before them
_ENDINGS = {
    "tr": re.compile(r"(?:l[ae]r)?(?:g[iu]n[iu]|k?l[ae]rini|n[aei])?"),
    "ar": re.compile(r"(?:ت|وا|ا)?"),
}
# How long a sentence of a court is.
_LENGTH = {
    "en": re.compile(r"(?P<number>\w+)[\s-]+(?:(?P<years>years?)|months?)(?![\s-]+olds?\b|\s+ago\b)", re.IGNORECASE),
    "tr": re.compile(r"(?P<number>\w+)\s+(?:(?P<years>yıl)|ay)(?:a|l[ıi]k)?(?!\w)", re.IGNORECASE),
    "ar": re.compile(r"(?P<number>\w+)\s+(?:(?P<years>سنوات|سنة|عاما|أعوام)|أشهر|شهرا)(?!\w)"),
}
_LANGUAGES = frozenset(_NOT)
_KEY = 3  # letters by which the table is looked up
# "her elected mandate": what stands between one of these and its noun tells nothing of its own
_BEFORE_NOUNS = frozenset("the a an his her its their our newly recently".split())
_TOLD = (stem, told_stem)  # by its own letters, and by the deed that it tells of ("meet", "met")
_NOTHING = "-"  # the answer of phrases that only look like one ("behind closed doors")
_WRITTEN_ON = re.compile(r"^[وف](?=\w{3})")  # Arabic "and" before a word


class Outcome(NamedTuple):
    """What a main clause says came of things: the ``answers`` to each question, the stems of what was not done, and how long a sentence is."""

    answers: dict[str, frozenset[str]]
    undone: frozenset[str]
    months: frozenset[int]
    main: str
    language: str


_NONE = Outcome({}, frozenset(), frozenset(), "", "")


def are_contrary(a: Outcome, b: Outcome) -> bool:
    """Whether two sentences answer a question otherwise, give other sentences, or one has done what the other has not."""
    if any(a.answers[question].isdisjoint(b.answers[question]) for question in a.answers.keys() & b.answers.keys()):
        return True
    if a.months and b.months and a.months.isdisjoint(b.months):
        return True
    return (bool(a.undone) and _has_done(b, a.undone)) or (bool(b.undone) and _has_done(a, b.undone))


def outcome_of(text: str, language: str) -> Outcome:
    """What a sentence says came of things; nothing in a language that the table does not know."""
    if language not in _LANGUAGES:
        return _NONE
    main = _BESIDE[language].sub(" ", text) if language in _BESIDE else text
    undone = frozenset(told(_verb(match), language) for match in _NOT[language].finditer(main) for told in _TOLD)
    if undone:
        main = _NOT[language].sub(" ", main)
    found: dict[str, set[str]] = defaultdict(set)
    for question, answer in _answers([_folded(word, language) for word in _WORD.findall(main)], language):
        if answer != _NOTHING:
            found[question].add(answer)
    months = frozenset(_months(text, language)) if "convicted" in found["case"] else frozenset[int]()
    return Outcome({key: frozenset(a) for key, a in found.items() if a}, undone, months, main, language)


def _months(text: str, language: str) -> Iterator[int]:
    """The lengths of time in a text, in months."""
    words = cues_for(language).number_words
    for match in _LENGTH[language].finditer(text):
        number = match["number"].lower()
        if number.isdecimal() or number in words:
            yield (int(number) if number.isdecimal() else words[number]) * (12 if match["years"] else 1)


def _has_done(outcome: Outcome, undone: frozenset[str]) -> bool:
    """Whether a sentence tells as done what another says was not; not if it does not know its own mind ("did not sign the signed text")."""
    language = outcome.language
    others = undone - outcome.undone
    done = _FINISHED[language].findall(outcome.main) if others else ()
    return any(told(word, language) in others for word in done for told in _TOLD)


def _verb(match: re.Match[str]) -> str:
    verb, noun = match["verb"], match.groupdict().get("noun")
    # "kabul etmedi": the noun tells what was not done
    return noun if noun and fold_name(verb) in _HELPERS else verb


def _answers(words: Sequence[str], language: str) -> Iterator[tuple[str, str]]:
    """The questions that words answer, with the answers: of two phrases for one that begin alike the longer is meant."""
    table, free = _table(language), 0
    for at, word in enumerate(words):
        if at < free or (language == "en" and at and words[at - 1] in _BEFORE_NOUNS):
            continue
        told = [
            (end, entry)
            for bare in (word, _WRITTEN_ON.sub("", word))
            for entry in table.get(bare[:_KEY], ())
            if (end := _end(words, at, bare, entry.phrase, language))
        ]
        longest: dict[str, int] = defaultdict(int)
        for _, entry in told:
            longest[entry.question] = max(longest[entry.question], len(entry.phrase))
        for end, entry in told:
            if len(entry.phrase) == max(longest[entry.question], longest[_NOTHING]):
                yield entry.question, entry.answer
                free = max(free, end if _GAP not in entry.phrase else at + 1)


def _end(words: Sequence[str], at: int, first: str, phrase: tuple[str, ...], language: str) -> int:
    """Where a phrase that begins with a word of a text ends in it; 0 if it does not stand there."""
    for number, written in enumerate(phrase):
        if written == _GAP:
            continue
        is_last, gap = number == len(phrase) - 1, number and phrase[number - 1] == _GAP
        reach = range(at, min(len(words), at + (_LONGEST_GAP if gap else 1)))
        here = (
            there
            for there in reach
            if _is_form(first if number == 0 else words[there], written, language, bends=is_last or number == 0)
        )
        if (found := next(here, None)) is None:
            return 0
        at = found + 1
    return at


def _is_form(word: str, written: str, language: str, *, bends: bool) -> bool:
    if word == written:
        return True
    ending = _ENDINGS.get(language) if bends else None
    return ending is not None and word.startswith(written) and ending.fullmatch(word, len(written)) is not None


def _folded(word: str, language: str) -> str:
    return fold_place(word) if language == "ar" else fold_name(word)


class _Entry(NamedTuple):
    question: str
    answer: str
    phrase: tuple[str, ...]


@cache
def _table(language: str) -> dict[str, list[_Entry]]:
    """The entries of a language by the first letters of their first words."""
    found: dict[str, list[_Entry]] = defaultdict(list)
    for row in _rows():
        for written in filter(None, row[language].split(", ")):
            phrase = tuple(word if word == _GAP else _folded(word, language) for word in written.split())
            found[phrase[0][:_KEY]].append(_Entry(row["question"], row["answer"], phrase))
    return found


@cache
def _rows() -> list[dict[str, str]]:
    lines = (files("briefing.events") / "outcomes.tsv").read_text("utf-8").splitlines()
    head, *rows = (line.split("\t") for line in lines if not line.startswith("#"))
    return [dict(zip(head, row, strict=True)) for row in rows]
