"""Counts of people that an article gives: how many, of what, who says so, as of when.

A running total ("since", "so far", "the toll rose to") and the toll of a single happening ("a strike killed 40") are
kept apart by the words of their clause, and never stand in one series.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache, lru_cache

from briefing.datespan import DateSpan
from briefing.events.bygone import EARLIER, day_of_its_own, is_compared, is_earlier
from briefing.events.cues import Cues, compiled
from briefing.events.languages import cues_for
from briefing.events.names import names_in
from briefing.events.sayers import sayer_of
from briefing.model import Article, Figure, Sentence, TimeExpression

__all__ = ["figures_in", "numbers_in"]

_DIGITS = r"\d{1,3}(?:[,.\u202f\u00a0 ٬]\d{3})+(?!\d)|\d+(?:\.\d+)?"
_BETWEEN = r"(?:\s+[\w’'-]+){0,3}?\s+"
_SIGNS = re.compile(r"[ً-ْٰـ]")  # of Arabic, for vowels, which a writer may leave out
_MANY = 500  # people: one who "has killed" more has not done so in one happening
_AND = re.compile(r"\A(?:and\s+|و\s?)")
_RIGHT_BEHIND = re.compile(r"(?:['’]\w+)?(?:\s+(?:people|dead|deaths|on))*\s+", re.IGNORECASE)
_OPENS = re.compile(r"\W*(?:on\s+)?", re.IGNORECASE)
_CLAUSE = re.compile(r"[,;،؛]\s|\b(?:bringing|taking|raising|pushing)\b")


def figures_in(article: Article, sentence: Sentence, times: list[TimeExpression]) -> Iterator[Figure]:
    """The counts of one sentence; ``times`` are the time expressions inside it, whose numbers count nobody."""
    cues = cues_for(article.language)
    text = sentence.text if sentence.text.isascii() else _SIGNS.sub("", sentence.text)
    if not _hints(cues.count_hints).search(text):
        return
    taken = [(_bare(time.start, sentence), _bare(time.end, sentence)) for time in times]
    dated = list(zip(times, taken, strict=True))
    counted = [
        found
        for found in _counted(text, cues)
        if not any(start < found[1].end("value") and found[1].start("value") < end for start, end in taken)
    ]
    for kind, match, is_object in counted:
        others = [other for also, other, _ in counted if also == kind and other is not match]
        running = (
            compiled(cues.stocks[kind]).search(text, *_clause(text, match)) is not None
            if kind in cues.stocks
            else _is_running(text, kind, match, counted, cues, is_object=is_object)
        )
        number = (match.start("qualifier") if match["qualifier"] else match.start("value"), _word_after(text, match))
        if (running and _counts_a_part(text, match, cues)) or is_compared(text, number, cues):
            continue
        as_of = next(
            (t.span for t, ends in dated if t.span and t.span.is_day and _is_as_of(text, ends, match, cues)), None
        )
        told_of, is_news_of_then = day_of_its_own(text, _clause(text, match), number, dated, article.published, cues)
        running = running and not is_news_of_then
        as_of = as_of or (told_of if running or is_news_of_then else None)
        yield Figure(
            kind=kind,
            value=_value(match, cues),
            qualifier=" ".join((match["qualifier"] or "").lower().split()),
            as_of=as_of or article.published,
            as_of_from="text" if as_of else "published",
            by=sayer_of(text, match.span("value"), [other.start("value") for other in others], cues),
            article=article.id,
            text=sentence.text,
            start=sentence.start,
            end=sentence.end,
            scope=EARLIER if is_earlier(text, _clause(text, match), number, cues) else "total" if running else "event",
            since=_since(article, sentence, times, cues) if running else None,
            place=_place(article, sentence, match, times),
            bound=_bound(match["qualifier"] or "", cues),
        )


def _bare(at: int, sentence: Sentence) -> int:
    """Where a place in an article's text is in its sentence without signs for vowels."""
    return len(_SIGNS.sub("", sentence.text[: at - sentence.start]))


_Counted = tuple[str, re.Match[str], bool]  # kind, number, whether a verb before it says so


def numbers_in(text: str, taken: Sequence[tuple[int, int]], cues: Cues) -> Iterator[int]:
    """The numbers of a text, in figures or words, apart from those at the offsets ``taken``."""
    for match in _any_number(cues).finditer(text):
        if not any(start < match.end("value") and match.start("value") < end for start, end in taken):
            yield _value(match, cues)


def _counted(text: str, cues: Cues) -> Iterator[_Counted]:
    """Each number that counts people, with its kind, and whether a verb before it says so ("killed 40"); each once.

    What is only a part of another count ("40 people, including six children, died") is left out.
    """
    found: dict[int, _Counted] = {}
    text = _part_of(cues).sub(lambda part: " " * len(part.group()), text)
    for pattern, is_object in ((_before(cues), True), (_after(cues), False)):
        for match in pattern.finditer(text):
            kind = next(kind for kind in cues.counts if kind in match.re.groupindex and match[kind])
            found.setdefault(match.start("value"), (kind, match, is_object))
    yield from (found[start] for start in sorted(found))


@cache
def _hints(words: str) -> re.Pattern[str]:
    return re.compile(words)


def _number(cues: Cues) -> str:
    words = "|".join(sorted(cues.number_words, key=len, reverse=True)) or r"(?!)"
    scales = "|".join(cues.scales) or r"(?!)"
    return (
        rf"(?:(?<![\w.,])|(?<=\sو))(?:(?P<qualifier>{cues.qualifiers})\s+)?(?P<value>{_DIGITS}|(?<!-)(?:{words})(?!\w))"
        rf"(?:\s+(?P<scale>{scales})(?!\w)(?:\s+(?P<rest>(?:و\s?)?\d{{1,3}}(?!\d|[,.]\d)|(?:and\s+|و\s?)?(?:{words})(?!\w)))?)?"
    )


def _kinds(words: Mapping[str, str]) -> str:
    """Words for each kind of count, in a group called after it."""
    return "|".join(f"(?P<{kind}>{these})" for kind, these in words.items()) or r"(?!)"


@lru_cache(maxsize=8)
def _part_of(cues: Cues) -> re.Pattern[str]:
    return re.compile(cues.part_of, re.IGNORECASE)


@lru_cache(maxsize=8)
def _any_number(cues: Cues) -> re.Pattern[str]:
    return re.compile(_number(cues), re.IGNORECASE)


@lru_cache(maxsize=8)
def _after(cues: Cues) -> re.Pattern[str]:
    return re.compile(rf"{_number(cues)}{_BETWEEN}(?:{_kinds(cues.counts)})(?!\w)", re.IGNORECASE)


@lru_cache(maxsize=8)
def _before(cues: Cues) -> re.Pattern[str]:
    # What else is counted in the same breath ("killed 40 cattle", "killed 12 years ago") is not people.
    others = rf"(?!\w|%|-)(?!\s+(?:{cues.not_counted}))"
    return re.compile(rf"(?<!\w)(?:{_kinds(cues.counting)})\s+{_number(cues)}{others}", re.IGNORECASE)


def _value(match: re.Match[str], cues: Cues) -> int:
    scale = _scales(cues).get(_letters(match["scale"] or ""), 1)
    digits = match["value"]
    word = _number_words(cues).get(_letters(digits))
    if word is not None:
        value = word * scale
    elif re.fullmatch(r"\d+\.\d{1,2}", digits):
        value = round(float(digits) * scale)
    else:
        value = int(re.sub(r"\D", "", digits)) * scale
    return value + _rest(match["rest"] or "", cues)


def _rest(written: str, cues: Cues) -> int:
    """What follows a scale ("two hundred *and six*"), 0 if nothing does."""
    words = _AND.sub("", written.lower())
    return cues.number_words.get(words) or int(words or 0)


def _letters(word: str) -> str:
    """A word in letters that a pattern takes for one another: to it "İki", "IKI" and "iki" are one, not to lower-case."""
    return word.casefold().replace("\u0307", "").replace("ı", "i")


@lru_cache(maxsize=8)
def _scales(cues: Cues) -> Mapping[str, int]:
    return _by_letters(cues.scales)


@lru_cache(maxsize=8)
def _number_words(cues: Cues) -> Mapping[str, int]:
    return _by_letters(cues.number_words)


def _by_letters(words: Mapping[str, int]) -> Mapping[str, int]:
    return {_letters(word): number for word, number in words.items()}


def _bound(qualifier: str, cues: Cues) -> str:
    told = {"least": cues.at_least, "most": cues.at_most, "near": cues.about}
    return next((bound for bound, words in told.items() if compiled(words).fullmatch(qualifier)), "")


def _is_running(
    text: str, kind: str, match: re.Match[str], counted: Sequence[_Counted], cues: Cues, *, is_object: bool
) -> bool:
    """Whether a number goes on being counted: by words of its clause, or words that speak of no other number of its kind.

    "Killed 12, bringing the total since May to 300" has one that does; what follows a toll ("…, and 90 were hurt") goes on as
    it does. What a tense alone shows ("have been killed") is no more than news where a sentence tells of one strike.
    """
    ends = _clause(text, match)
    if compiled(cues.total).search(text, *ends):
        return True
    for total in compiled(cues.total).finditer(text) if not is_object else ():
        start, end = _clause(text, total)
        kinds = {also for also, other, _ in counted if start <= other.start("value") < end}
        if not kinds or (kind not in kinds and end <= match.start("value")):
            return True
    perfect = compiled(cues.running).search(text, *ends) or (
        _value(match, cues) >= _MANY and compiled(cues.mounting).search(text, *ends)
    )
    return bool(perfect) and not compiled(cues.single).search(text, *ends)


def _counts_a_part(text: str, match: re.Match[str], cues: Cues) -> bool:
    """Whether those counted are only some of all ("14,100 children", "toll of its troops"), whose number is none of all."""
    parts = compiled(rf"(?:[\w’'-]+\s+){{0,2}}?(?:{cues.parts})")
    toll = compiled(rf"(?:{cues.parts})").search(text, match.start(), match.start("value"))
    return toll is not None or parts.match(text, _word_after(text, match)) is not None


def _word_after(text: str, match: re.Match[str]) -> int:
    end = max(match.end(group) for group in ("value", "scale", "rest"))
    return end + len(text[end:]) - len(text[end:].lstrip())


def _clause(text: str, match: re.Match[str]) -> tuple[int, int]:
    """The ends of the clause that a number stands in."""
    edges = [0, *(clause.start() for clause in _CLAUSE.finditer(text)), len(text)]
    return max(edge for edge in edges if edge <= match.start()), min(edge for edge in edges if edge >= match.end())


def _is_as_of(text: str, time: tuple[int, int], match: re.Match[str], cues: Cues) -> bool:
    """Whether an expression is the day of the count ("said on Thursday", "as of"), not that of an attack or the start.

    So is a day right behind a toll, or that opens its sentence: "put the toll at 141 on Monday".
    """
    before = text[max(0, time[0] - 25) : time[0]]
    if compiled(rf"(?:{cues.saying}|as\s+of|by|until|up\s+to)(?:\s+on)?\s+\Z").search(before):
        return True
    if not compiled(cues.toll).search(text, *_clause(text, match)):
        return False
    between = text[match.end("value") : time[0]]
    return _RIGHT_BEHIND.fullmatch(between) is not None or _OPENS.fullmatch(text[: time[0]]) is not None


def _since(article: Article, sentence: Sentence, times: list[TimeExpression], cues: Cues) -> DateSpan | None:
    """The day from which a total counts, where the sentence says it."""
    for time in times:
        before = article.text[max(sentence.start, time.start - 12) : time.start]
        if time.span and not time.span.is_open and compiled(rf"(?:{cues.since})\s+(?:the\s+)?\Z").search(before):
            return time.span
    return None


def _place(article: Article, sentence: Sentence, match: re.Match[str], times: list[TimeExpression]) -> str:
    """The country in which people were counted, first by their own clause; "" where the sentence does not say it."""
    taken = [(time.start, time.end) for time in times]
    start, end = _clause(sentence.text, match)
    clause = replace(sentence, start=sentence.start + start, end=sentence.start + end)
    for part in (clause, sentence):
        for name in names_in(article, part, taken):
            if name.located and name.key[:2].isupper():
                return name.key[:2]
    return ""
