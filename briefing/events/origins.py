"""Whom an article rests on: the root of its attribution, so that reprints are not counted as confirmation.

The first attribution in the opening sentences is the article's origin ("Anadolu quoted security
sources": security sources); then the agency it credits; then the outlet; then the article itself.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.events.cues import Cues, compiled
from briefing.events.languages import cues_for
from briefing.events.names import fold_name
from briefing.model import Article, Sentence

__all__ = ["origin_of"]

_OPENING = 4  # sentences in which an article says whom it rests on
_CREDIT = re.compile(r"\((?P<agency>[A-ZÇĞİÖŞÜ][^()\d]{1,30})\)\s*(?:[–—-]|$)", re.MULTILINE)


def origin_of(article: Article, sentences: Sequence[Sentence]) -> str:
    """The origin of an article as a folded key, never empty: ``security sources``, ``agency a``, an outlet, an id."""
    cues = cues_for(article.language)
    for sentence in sentences[:_OPENING]:
        if match := compiled(cues.source).search(sentence.text):
            return _root(next(text for text in match.groupdict().values() if text), cues)
    credit = _CREDIT.search(article.text)
    if credit:
        return fold_name(credit["agency"])
    return fold_name(article.outlet) or article.id


def _root(source: str, cues: Cues) -> str:
    """The attribution without the nationality before it ("Turkish security sources"), under one key in every language."""
    written = source.lower()
    for words, key in cues.sources.items():
        if words in written:
            return key
    return fold_name(source)
