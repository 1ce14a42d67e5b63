"""Whom an article rests on: the root of its attribution, so that reprints are not counted as confirmation.

The first attribution in the opening sentences is the article's origin ("Anadolu quoted security
sources": security sources); then the agency it credits; then the outlet; then the article itself.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from briefing.events.cues import Cues, compiled
from briefing.events.folding import fold_name
from briefing.events.languages import cues_for
from briefing.model import Article, Sentence

__all__ = ["Origin", "origin_of"]

_OPENING = 4  # sentences in which an article says whom it rests on
_CREDIT = re.compile(
    r"(?:^|\A)[^\n]{0,40}?\((?P<agency>[A-ZÇĞİÖŞÜ][^()\d\n]{1,30})\)(?:\s*[–—-]|\s*$|\s+(?=[A-Z“\"]))", re.MULTILINE
)


class Origin(NamedTuple):
    """Whom a report rests on: the key by which origins are counted, and the words of the article, "" for itself."""

    key: str
    words: str


def origin_of(article: Article, sentences: Sequence[Sentence]) -> Origin:
    """The origin of an article; its key is never empty: ``security sources``, ``agency a``, an outlet, an id.

    Sources that anybody may have ("officials") are an origin only as one outlet has them.
    """
    cues = cues_for(article.language)
    for sentence in sentences[:_OPENING]:
        match = compiled(cues.source).search(sentence.text)
        if match and (origin := _root(next(text for text in match.groupdict().values() if text), cues)):
            return origin
    credit = _CREDIT.search(article.text[: sentences[0].end if sentences else 0])
    if credit:
        return Origin(fold_name(credit["agency"]), credit["agency"])
    return Origin(fold_name(article.outlet) or article.id, article.outlet)


def _root(source: str, cues: Cues) -> Origin | None:
    """An anonymous source that is known as such in every language, or one with a name; None for mere "officials"."""
    written = source.lower()
    for words, key in cues.sources.items():
        if words in written:
            return Origin(key, source.strip())
    if any(word[0].isupper() for word in source.split()):
        return Origin(fold_name(source), source.strip())
    return None
