"""Whom an article rests on: the root of its attribution, so that reprints are not counted as confirmation.

An article names whom it rests on in its opening ("Reuters, citing TRT": TRT), or credits an agency in its dateline, by-line
or last line; else it rests on its outlet, else on itself. Where the pile holds what it rests on, the chain goes on
there: `rooted` follows it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from briefing.events.cues import Cues, compiled
from briefing.events.folding import fold_name
from briefing.events.languages import cues_for
from briefing.events.outlets import is_known_outlet, is_medium, outlet_key
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
_CITED = re.compile(
    rf"\s*(?:(?:the|a|an|its|state|local|private|israeli|official)\s+)*(?P<named>(?:[a-z]+\s+){{0,3}}{_NAME}(?:\s+(?:of\s+)?{_NAME}){{0,4}}(?:\s+(?:news\s+)?agency)?)"
)

# Turkish: "Reuters'ın haberine", "Anadolu Ajansının aktardığına"
_BEFORE = re.compile(rf"(?P<named>{_NAME}(?:\s+{_NAME}){{0,3}})(?:[’'][a-zçğıöşü]+)?\s*\Z")


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
    match = compiled(cues.source).search(text)
    source = _root(next(words for words in match.groupdict().values() if words), cues) if match else None
    for citing in compiled(cues.citing).finditer(text):
        named = _BEFORE.search(text, 0, citing.start()) if cues.citing_after else _CITED.match(text, citing.end())
        if named and _is_voice(named["named"]):
            yield Origin(outlet_key(_bare(named["named"])), _bare(named["named"]))
    if source:
        yield source


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
    return ""


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
