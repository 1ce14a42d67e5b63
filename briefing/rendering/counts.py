"""A count of people in words: qualifier, number, what was counted."""

from __future__ import annotations

from briefing.model import Figure
from briefing.rendering.words import Words

__all__ = ["count_of"]


def count_of(figure: Figure, words: Words) -> str:
    """A figure as a phrase: "at least 12 killed"; the qualifier is the article's word, the rest is ours."""
    return f"{figure.qualifier} {words.number(figure.value)} {words.choose('figures', figure.kind, 'other')}".strip()
