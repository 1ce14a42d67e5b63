"""What articles say, each read once for as long as it is held: who asks for several periods of a pile reads none twice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from weakref import WeakKeyDictionary

from briefing.events.reports import Extract, extract
from briefing.events.spreading import for_each
from briefing.model import Article

__all__ = ["extracts_of"]

_SAID: WeakKeyDictionary[Article, Extract] = WeakKeyDictionary()


def extracts_of(given: Sequence[Article], placed: Sequence[Article]) -> list[Extract]:
    """The extracts of articles, in their order.

    Args:
        given: the articles as somebody else holds them.
        placed: the same with their language and day told, which may depend on the others beside them.
    """
    told = {
        number: said
        for number, (one, now) in enumerate(zip(given, placed, strict=True))
        if (said := _SAID.get(one)) and said.article == now
    }
    new = [number for number in range(len(placed)) if number not in told]
    for number, said in zip(new, for_each(extract, [placed[number] for number in new]), strict=True):
        told[number] = said
        # about a copy, as an entry that held the article itself would never be forgotten
        _SAID[given[number]] = replace(said, article=replace(said.article))
    return [told[number] for number in range(len(placed))]
