"""The day of an undated article, inferred from a dated one that tells the same news, and marked so."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from briefing.events.likeness import Likeness, Terms, terms
from briefing.events.sentences import split_sentences
from briefing.model import Article, PublishedFrom
from briefing.temporal import find_dates

__all__ = ["infer_publication"]

_OPENING = 3  # sentences that hold an article's own news
_ALIKE = 0.35  # cosine of two leads, or two openings, that tell the same news
_IN_COMMON = 5  # stems: with fewer, two openings are alike by chance


def infer_publication(articles: Sequence[Article]) -> list[Article]:
    """The same articles in the same order; an undated one takes the date of the dated one most like it.

    ``published_from`` is then `PublishedFrom.INFERRED` and ``inferred_from`` the other's id. An
    article that is like no dated one stays undated.
    """
    dated = [article for article in articles if article.published]
    if len(dated) == len(articles) or not dated:
        return list(articles)
    told = {article.id: (_opening(article, 1), _opening(article, _OPENING)) for article in articles}
    likeness = Likeness(opening for _, opening in told.values())

    def alike(a: Article, b: Article) -> float:
        pairs = zip(told[a.id], told[b.id], strict=True)
        return max(likeness(x, y) if len(x.stems & y.stems) >= _IN_COMMON else 0.0 for x, y in pairs)

    return [article if article.published else _inferred(article, dated, alike) for article in articles]


def _opening(article: Article, count: int) -> Terms:
    """The terms of the headline and the first sentences, without the words that tell time."""
    sentences = split_sentences(article.text, article.language)[:count]
    end = sentences[-1].end if sentences else 0
    text = article.text[:end]
    for time in reversed(find_dates(text, published=None, language=article.language or None)):
        text = text[: time.start] + text[time.end :]
    return terms(f"{article.title} {text}", article.language)


def _inferred(article: Article, dated: Sequence[Article], alike: Callable[[Article, Article], float]) -> Article:
    best = min(dated, key=lambda other: (-alike(article, other), other.id))
    if alike(article, best) < _ALIKE:
        return article
    return replace(
        article,
        published=best.published,
        published_at=None,
        published_from=PublishedFrom.INFERRED,
        inferred_from=best.id,
    )
