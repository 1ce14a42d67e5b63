"""The day from which an article speaks: what its dateline says, and, of an undated one, what another article tells.

An undated article takes the day of a dated one that tells the same news, and is marked so, unless one of another day
tells it nearly as well. Where the metadata
contradict the date on the text's own first line, the earlier of the two is believed (pages are stored and dated anew,
and a later first line is no article's), and the contradiction is said. A field that states the day is somebody's word:
a first line more than a month before it is then another story's, or a sentence that opens with its date.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta

from briefing.datespan import DateSpan
from briefing.errors import Problem
from briefing.events.corrections import is_corrected, without_corrections
from briefing.events.likeness import Likeness, Terms, terms
from briefing.events.sentences import dateline, split_sentences
from briefing.model import Article, PublishedFrom, Sentence, TimeExpression
from briefing.temporal import find_dates

__all__ = ["believe_dateline", "infer_publication", "read_sentences", "sentences_of", "speaks_from", "speaks_later"]

_OPENING = 3  # sentences that hold an article's own news
_ALIKE = 0.35  # cosine of two leads, or two openings, that tell the same news
_IN_COMMON = 5  # stems: with fewer, two openings are alike by chance
_CLEARLY = 0.8  # the likeness to an article of another day, as a part of the best: with more, it may be of either
_DAYS_BETWEEN = 3  # from writing to publishing; what lies further apart contradicts
_WEEK = 7
_DAYS_OF_FIELD = 31  # by which a first line may be earlier than a field and still be believed


def speaks_from(article: Article) -> DateSpan | None:
    """The day that "today" is in an article: the dateline's, if it is near that of publication."""
    day, published = _day_of_dateline(article), article.published
    return published if not day or (published and _apart(day, published) > _DAYS_BETWEEN) else day


def speaks_later(article: Article, now: DateSpan | None, times: Sequence[TimeExpression]) -> bool:
    """Whether a text tells of a weekday between its dateline and its publication as past, so that it was written on then."""
    day, published = now and now.first, article.published and article.published.last
    if not day or not published or published <= day:
        return False
    weekdays = (one.span for one in times if one.meaning == "weekday-on-or-before" and one.span)
    return any(span.first and day < span.first + timedelta(days=_WEEK) <= published for span in weekdays)


def believe_dateline(article: Article, problems: list[Problem]) -> Article:
    """The article with the day of its dateline, if it has no other or its metadata contradict it.

    A contradiction is appended to ``problems``. A first line that is later than the metadata is not believed: no
    article is written after it was published, and a site's clock may stand there. Nor is one long before a field.
    """
    day, published = _day_of_dateline(article), article.published
    if not day or (published and _apart(day, published) <= _DAYS_BETWEEN):
        return article
    believed = not published or (day < published and _may_be_older(article, day, published))
    if published:
        which = "first line" if believed else article.published_from.value
        said = f"its first line says {day}, its {article.published_from.value} {published}; the {which} is believed"
        problems.append(Problem("dating", article.place or article.id, said))
    if not believed:
        return article
    return replace(article, published=day, published_at=None, published_from=PublishedFrom.HEADER)


def _may_be_older(article: Article, day: DateSpan, published: DateSpan) -> bool:
    return article.published_from is not PublishedFrom.FIELD or _apart(day, published) <= _DAYS_OF_FIELD


def _apart(day: DateSpan, published: DateSpan) -> int:
    """Days from one day to a span, 0 inside it."""
    if not day.first or not published.first or not published.last:
        return 0
    return max((published.first - day.first).days, (day.first - published.last).days, 0)


def sentences_of(article: Article) -> list[Sentence]:
    """The sentences of an article that tell anything: not those that only take back what an earlier version of it said.

    One that opens with a day of the past, and looks like a dateline with it, keeps it.
    """
    return read_sentences(article)[0]


def read_sentences(article: Article) -> tuple[list[Sentence], bool]:
    """The same, and whether the article says that it corrects what its outlet said before."""
    sentences = split_sentences(article.text, article.language, bare=not _opens_in_the_past(article))
    told = without_corrections(article, sentences)
    return told, is_corrected(article, sentences, told)


def _opens_in_the_past(article: Article) -> bool:
    """Whether a day that only a capital parts from the text lies so long before a field that the text tells of it."""
    day, published = _day_in(article, dateline(article.text, article.language)), article.published
    return bool(day and published and day < published and not _may_be_older(article, day, published))


def _day_of_dateline(article: Article) -> DateSpan | None:
    bare = not _opens_in_the_past(article)
    return _day_in(article, dateline(article.text, article.language, bare=bare))


def _day_in(article: Article, line: str) -> DateSpan | None:
    """The day in a dateline, where a sentence follows it on its line and not a menu."""
    if not any(character.isdigit() for character in line):
        return None
    following = article.text.lstrip()[len(line) :].partition("\n")[0]
    if not re.search(r"[.!?؟。][\"”’»)]*(?:\s|$)", following):
        return None
    times = find_dates(
        line, published=article.published, language=article.language or None, country=article.country or None
    )
    days = (time.span.first for time in times if time.span and time.span.is_day and not time.ambiguous)
    return next((DateSpan.day(day) for day in days if day), None)


def infer_publication(articles: Sequence[Article]) -> list[Article]:
    """The same articles in the same order; an undated one takes the date of the dated one clearly most like it.

    ``published_from`` is then `PublishedFrom.INFERRED` and ``inferred_from`` the other's id. An
    article that is like no dated one, or like several of other days, stays undated.
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
    sentences = sentences_of(article)[:count]
    end = sentences[-1].end if sentences else 0
    text = article.text[:end]
    for time in reversed(find_dates(text, published=None, language=article.language or None)):
        text = text[: time.start] + text[time.end :]
    return terms(f"{article.title} {text}", article.language)


def _is_other_day(a: Article, b: Article) -> bool:
    """Whether two dated articles were published so far apart that no article can be of both days."""
    if not a.published or not b.published:
        return False
    return max(_apart(a.published, b.published), _apart(b.published, a.published)) > _DAYS_BETWEEN


def _inferred(article: Article, dated: Sequence[Article], alike: Callable[[Article, Article], float]) -> Article:
    scores = {other.id: alike(article, other) for other in dated}
    best = min(dated, key=lambda other: (-scores[other.id], other.id))
    if scores[best.id] < _ALIKE or any(
        _is_other_day(other, best) and scores[other.id] >= _CLEARLY * scores[best.id] for other in dated
    ):
        return article
    return replace(
        article,
        published=best.published,
        published_at=None,
        published_from=PublishedFrom.INFERRED,
        inferred_from=best.id,
    )
