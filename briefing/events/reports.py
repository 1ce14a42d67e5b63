"""Sentences that tell of something dated: one article to its reports.

Each sentence is dated by one expression of its own. Words that only mention a date ("following an
attack last October") date an aside, and the report says so. A day of speaking ("…, it said on
Friday") bounds what is told and does not date it. The lead of an article that dates nothing is
known only to have been reported. Any other sentence without a date counts as undated; its day is
never invented.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from briefing.datespan import DateSpan
from briefing.events.dating import Dating, Told, datings_of
from briefing.events.figures import figures_in
from briefing.events.languages import cues_for
from briefing.events.names import names_in
from briefing.events.origins import origin_of
from briefing.events.publication import speaks_from
from briefing.events.sentences import split_sentences
from briefing.events.story_day import story_day, with_story
from briefing.model import Article, Figure, Report, Sentence, TimeExpression
from briefing.temporal import find_dates

__all__ = ["Extract", "extract"]


@dataclass(frozen=True, slots=True)
class Extract:
    """What one article yields: its reports, its figures, how many of its sentences bear no date.

    ``ambiguous`` are the dates in figures whose order of day and month nothing settles; they date nothing.
    """

    article: Article
    reports: tuple[Report, ...]
    figures: tuple[Figure, ...]
    undated: int
    ambiguous: tuple[TimeExpression, ...] = ()


def extract(article: Article) -> Extract:
    """The reports and figures of one article, in the order of its text."""
    sentences = split_sentences(article.text, article.language)
    now = speaks_from(article)
    times = find_dates(article.text, published=now, language=article.language or None, country=article.country or None)
    inside = list(_with_times(sentences, times))
    figures = [tuple(figures_in(article, sentence, own)) for sentence, own in inside]
    origin = origin_of(article, sentences)
    reports: list[Report] = []
    undated = 0
    for position, ((sentence, own), datings) in enumerate(zip(inside, _dated(article, now, inside), strict=True)):
        undated += position > 0 and not any(dating.expression for dating in datings)
        for dating in datings:
            report = _report(article, sentence, position, dating, own)
            reports.append(replace(report, figures=figures[position], origin=origin.key, origin_words=origin.words))
    ambiguous = tuple(time for time in times if time.ambiguous)
    return Extract(article, tuple(reports), tuple(chain.from_iterable(figures)), undated, ambiguous)


def _dated(
    article: Article, now: DateSpan | None, inside: Sequence[tuple[Sentence, list[TimeExpression]]]
) -> list[list[Dating]]:
    """For each sentence what it tells of which day: by its own words, else as part of the article's story."""
    cues = cues_for(article.language)
    told = [Told(article, sentence, cues, n == 0, now) for n, (sentence, _) in enumerate(inside)]
    times = [times for _, times in inside]
    own = [datings_of(one, there) for one, there in zip(told, times, strict=True)]
    return with_story(told, times, own, story_day(own, now))


def _with_times(
    sentences: Sequence[Sentence], times: Sequence[TimeExpression]
) -> Iterator[tuple[Sentence, list[TimeExpression]]]:
    at = 0
    for sentence in sentences:
        while at < len(times) and times[at].start < sentence.start:
            at += 1
        stop = at
        while stop < len(times) and times[stop].end <= sentence.end:
            stop += 1
        yield sentence, list(times[at:stop])
        at = stop


def _report(
    article: Article, sentence: Sentence, position: int, dating: Dating, inside: list[TimeExpression]
) -> Report:
    taken = [(time.start, time.end) for time in inside]
    return Report(
        article=article.id,
        start=sentence.start,
        end=sentence.end,
        text=sentence.text,
        span=dating.span,
        expression=dating.expression and replace(dating.expression, article=article.id),
        modality=dating.modality,
        in_passing=dating.aside,
        names=tuple(names_in(sentence.text, sentence.start, cues_for(article.language), taken)),
        published=article.published,
        published_from=article.published_from,
        outlet=article.outlet,
        language=article.language,
        position=position,
        dated_by=dating.by,
        day_from=dating.day_from,
    )
