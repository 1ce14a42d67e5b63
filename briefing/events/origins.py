"""Whom an article rests on: the root of its attribution, so that reprints are not counted as confirmation.

An article names whom it rests on in its opening ("Reuters, citing TRT": TRT), or credits an agency in its dateline, by-line
or last line; else it rests on its outlet, else on itself. Where the pile holds what it rests on, the chain goes on
there: `rooted` follows it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from briefing.events.cues import Cues, compiled, in_small_letters
from briefing.events.folding import fold_name, fold_place
from briefing.events.languages import cues_for
from briefing.events.outlets import is_known_outlet, is_medium, names_an_outlet, outlet_key
from briefing.model import Article, Report, Sentence

__all__ = ["Origin", "origin_of", "rooted"]

_OPENING = 4  # sentences in which an article says whom it rests on
_NAME = r"(?:[^\W\d_a-zçğıöşü][\w’'.-]*|[ء-ي]+)"
_CREDIT = re.compile(
    rf"(?:^|\A)[^\n]{{0,40}}?\((?P<agency>{_NAME}[^()\d\n]{{0,30}})\)(?:\s*[–—:-]|\s*$|\s+(?=[^\W\d_a-z]))",
    re.MULTILINE,
)
# A line of its own above or below the text: "By Reuters", "Source: AFP", "— AP", "Kaynak: AA", "المصدر: رويترز"
_LINE = re.compile(
    rf"(?:(?i:by|from|sources?|kaynak|haber|المصدر|عن)\s*:?\s+|[–—]\s?)?(?:[^\n,|/]{{3,40}}[,|/]\s*)?(?P<agency>{_NAME}(?: {_NAME}){{0,2}})\s*$"
)
_TAIL = 80  # characters at the end of a text in which a credit may stand alone
# Who wrote a text, in the first words of its first or last line: "Reporting by Reuters, editing by Anna Holm", "By Reuters Staff"
_WRITTEN_BY = re.compile(
    rf"(?:(?i:(?:reporting|writing|story|text)\s+by|by)\s+|(?:©|\(c\)|[Cc]opyright)\s*(?:[12]\d{{3}}\s+)?)(?P<agency>{_NAME}(?: {_NAME})?)(?:\s+(?i:staff|newsroom))?(?=\s*(?:[;,.)]|\Z))"
)
_FOOT = 200  # characters of a last line that tells who wrote
_CITED = re.compile(
    rf"\s*(?:(?:the|a|an|its|state|local|private|israeli|official)\s+)*(?P<named>(?:[a-z]+\s+){{0,3}}{_NAME}(?:\s+(?:of\s+)?{_NAME}){{0,4}}(?:\s+(?:news\s+)?agency)?)"
)

# Turkish: "Reuters'ın haberine", "Anadolu Ajansının aktardığına"
_BEFORE = re.compile(rf"(?P<named>{_NAME}(?:\s+{_NAME}){{0,3}})(?:[’'][a-zçğıöşü]+)?\s*\Z")

_KIND = (
    r"(?:state\s+)?(?:news\s+(?:agency|service|website|site|outlet|channel|network)|newswire|newspaper|daily|weekly|magazine|"
    r"broadcaster|channel|television|TV|radio|website|haber\s+ajansı|ajansı|gazetesi|televizyonu|kanalı)"
)
_OUTLET = rf"(?P<named>(?:{_KIND}\s+)?{_NAME}(?:\s+(?:of\s+)?{_NAME}){{0,4}}(?:\s+\d{{1,2}}(?!\w))?(?:\s+{_KIND})?)"
_OWNED = re.compile(r"\A(?:[Tt]he\s+)?(?:[^\W\d_]+(?:[’']s|s[’'])\s+)?(?:[Tt]he\s+)?")  # "Qatar's Al Jazeera"
_KNOWN_WORDS = 4  # words, at most, of the name of an outlet in a script without capitals


class Origin(NamedTuple):
    """Whom a report rests on: the key by which origins are counted, and the words of the article, "" for itself."""

    key: str
    words: str


def origin_of(article: Article, sentences: Sequence[Sentence]) -> Origin:
    """The origin of an article; its key is never empty: ``security sources``, ``afp``, an outlet, an id.

    Sources that anybody may have ("officials") are an origin only as one outlet has them.
    """
    cues = cues_for(article.language)
    for sentence in sentences[:_OPENING]:
        chain = list(_cited(sentence.text, cues))
        if chain:
            return chain[-1]
    if credit := _credited(article, sentences):
        return Origin(outlet_key(credit), credit)
    return Origin(outlet_key(article.outlet) or article.id, article.outlet)


def _cited(text: str, cues: Cues) -> Iterator[Origin]:
    """Those whom a sentence cites, the root last: "Agency A quoted Broadcaster B, citing security sources"."""
    match = compiled(cues.source).search(text) if re.search(cues.source_hints, in_small_letters(text)) else None
    source = _root(next(words for words in match.groupdict().values() if words), cues) if match else None
    for speaking in _speaking(cues.reporting).finditer(text):
        if words := _outlet_in(speaking["named"], cues):
            yield Origin(outlet_key(words), words)
    for citing in compiled(cues.citing).finditer(text):
        if words := _outlet_after(text[citing.end() :], cues) if cues.uncased else _named_at(text, citing, cues):
            yield Origin(outlet_key(words), words)
    if source:
        yield source


@cache
def _speaking(reporting: str) -> re.Pattern[str]:
    """A name and what shows that it speaks ("the daily Evening Post first reported"); the name is a group."""
    return re.compile(rf"(?<!\w){_OUTLET}(?:{reporting})")


def _outlet_in(named: str, cues: Cues) -> str:
    """The outlet in a name that speaks, without what stands before it ("On Friday Reuters", "Qatar's Al Jazeera"); "" if none."""
    words = named.split()
    while words and fold_name(words[0]) in cues.not_names - {"the"}:
        words.pop(0)
    name = _OWNED.sub("", " ".join(words)).rstrip(".’'")
    return _without_ending(name) if names_an_outlet(_without_ending(name)) else ""


def _without_ending(name: str) -> str:
    return re.sub(r"(?<=\w)[’'][a-zçğıöşü]{1,4}\Z", "", name)


def _outlet_after(rest: str, cues: Cues) -> str:
    """The outlet that a text without capitals goes on with: a known one, or all up to a word that ends a name; "" if none."""
    words: list[str] = []
    for word in re.findall(r"\s*([^\s،,.؛:()«»\"]+)", re.split(r"[،,.؛:()«»\"]", rest.lstrip(' («"'), maxsplit=1)[0]):
        if fold_place(word) in cues.name_stops or len(words) == _KNOWN_WORDS:
            break
        words.append(word)
    starts = [" ".join(words[:end]) for end in range(1, len(words) + 1)]
    known = [start for start in starts if is_known_outlet(start)]
    return known[-1] if known else starts[-1] if starts and names_an_outlet(starts[-1]) else ""


def _named_at(text: str, citing: re.Match[str], cues: Cues) -> str:
    """The medium that stands beside words of quotation; "" if none does."""
    named = _BEFORE.search(text, 0, citing.start()) if cues.citing_after else _CITED.match(text, citing.end())
    return _bare(named["named"]) if named and _is_voice(named["named"]) else ""


def _is_voice(words: str) -> bool:
    return is_known_outlet(_bare(words)) or is_medium(words)


def _bare(words: str) -> str:
    """The name in what is cited: "broadcaster TRT" is TRT."""
    found = re.search(rf"{_NAME}(?:\s+(?:of\s+)?{_NAME})*(?:\s+(?:news\s+)?agency)?$", words)
    return found.group().rstrip(".’'") if found else words


def _root(source: str, cues: Cues) -> Origin | None:
    """An anonymous source that is known as such in every language, or one with a name; None for mere "officials"."""
    written = source.lower()
    for words, key in cues.sources.items():
        if words in written:
            return Origin(key, source.strip())
    if any(word[0].isupper() for word in source.split()):
        return Origin(outlet_key(source) if is_medium(source) else fold_name(source), source.strip())
    return None


def _credited(article: Article, sentences: Sequence[Sentence]) -> str:
    """The agency that an article credits at its head or foot; "" if none."""
    text = article.text
    if dateline := _CREDIT.search(text[: sentences[0].end if sentences else 0]):
        return dateline["agency"].strip()
    first, last = text[: text.find("\n", 0, _TAIL) + 1 or 0], text[-_TAIL:].rpartition("\n")[2]
    for line in (first, last):
        found = _LINE.match(line.strip(" ()[]"))
        if found and is_known_outlet(found["agency"]):
            return found["agency"].strip()
    last = text[-_FOOT:].rstrip().rpartition("\n")[2]
    for line in (first, last):
        found = _WRITTEN_BY.match(line.strip(" ()[]\n"))
        if found and is_known_outlet(_without_staff(found["agency"])):
            return _without_staff(found["agency"]).strip()
    return ""


def _without_staff(name: str) -> str:
    return re.sub(r"\s+(?i:staff|newsroom)\Z", "", name)


# ---- chains through several articles ---------------------------------------------------------------


def rooted(reports: Sequence[Report]) -> list[Report]:
    """The reports of one event, each under the root of its chain.

    An article that rests on an outlet whose own article is among the reports rests on what that one rests on.
    """
    if len(reports) == 1:
        return list(reports)
    next_link = {
        outlet_key(report.outlet): (report.origin, report.origin_words)
        for report in reversed(reports)
        if report.outlet and outlet_key(report.outlet) != report.origin
    }
    return [_followed(report, next_link) for report in reports]


def _followed(report: Report, next_link: Mapping[str, tuple[str, str]]) -> Report:
    key, words, seen = report.origin, report.origin_words, {report.origin}
    while key in next_link and next_link[key][0] not in seen:
        key, words = next_link[key]
        seen.add(key)
    return replace(report, origin=key, origin_words=words) if key != report.origin else report
