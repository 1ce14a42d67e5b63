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
from briefing.events.bygone import with_current
from briefing.events.dating import datings_of, passed_over
from briefing.events.days_before import with_days_before
from briefing.events.figures import figures_in
from briefing.events.headlines import dated_headline
from briefing.events.languages import cues_for
from briefing.events.names import names_in
from briefing.events.origins import Origin, origin_of
from briefing.events.publication import read_sentences, speaks_from, speaks_later
from briefing.events.referring import referring, refers_back
from briefing.events.story_day import story_day, with_story
from briefing.events.subjects import with_subjects
from briefing.events.told import Dating, Told
from briefing.model import Article, Figure, Report, Sentence, TimeExpression
from briefing.temporal import find_dates

__all__ = ["Extract", "extract"]


@dataclass(frozen=True, slots=True)
class Extract:
    """What one article yields: its reports, its figures, how many of its sentences bear no date.

    ``headlines`` are the reports of its title, apart, since they only support those of its text. ``ambiguous`` are the
    dates in figures whose order of day and month nothing settles; they date nothing. ``misnamed`` are written with the
    weekday of another day. ``references`` are what sentences look back at, in passing or without saying when it was:
    reports only if others tell it. ``times`` are the time expressions of the text.
    """

    article: Article
    reports: tuple[Report, ...]
    headlines: tuple[Report, ...]
    figures: tuple[Figure, ...]
    undated: int
    ambiguous: tuple[TimeExpression, ...] = ()
    misnamed: tuple[TimeExpression, ...] = ()
    references: tuple[Report, ...] = ()
    times: tuple[TimeExpression, ...] = ()


def extract(article: Article) -> Extract:
    """The reports and figures of one article, in the order of its text."""
    sentences, corrects = read_sentences(article)
    now = speaks_from(article)
    times = _times(article, now)
    if speaks_later(article, now, times):
        now = article.published
        times = _times(article, now)
    inside = list(_with_times(sentences, times))
    told = _told(article, now, sentences)
    own = [_own(one, there) for one, (_, there) in zip(told, inside, strict=True)]
    day = story_day(own, now)
    dated = with_story(told, [there for _, there in inside], own, day)
    counted = [tuple(figures_in(article, sentence, there)) for sentence, there in inside]
    figures = with_subjects(article, sentences, with_current(counted))
    origin = origin_of(article, sentences)
    reports = [
        report
        for one, (_, there), datings, counts in zip(told, inside, dated, figures, strict=True)
        for report in _reports(one, there, datings, counts, origin, corrects=corrects)
    ]
    titled = dated_headline(article, cues_for(article.language), now, day, _of_lead(told, dated))
    headlines = tuple(_reports(*titled, figures=(), origin=origin, corrects=corrects)) if titled else ()
    references = [
        report
        for one, (_, there), datings, counts in zip(told, inside, dated, figures, strict=True)
        for report in _reports(
            one, there, _references(one, there, datings, now), _totals(counts), origin, corrects=corrects
        )
    ]
    undated = sum(
        not one.is_lead and not any(d.expression for d in there) for one, there in zip(told, dated, strict=True)
    )
    return Extract(
        article,
        tuple(reports),
        headlines,
        tuple(chain.from_iterable(figures)),
        undated,
        ambiguous=tuple(time for time in times if time.ambiguous and not any(map(str.isalpha, time.text))),
        misnamed=tuple(time for time in times if time.misnamed),
        references=tuple(references),
        times=tuple(times),
    )


def _times(article: Article, now: DateSpan | None) -> list[TimeExpression]:
    return find_dates(article.text, published=now, language=article.language or None, country=article.country or None)


def _own(told: Told, times: Sequence[TimeExpression]) -> list[Dating]:
    """What a sentence's own words date: its days, and what it tells as so many days before."""
    return with_days_before(told, times, datings_of(told, times))


def _references(
    told: Told, times: Sequence[TimeExpression], datings: Sequence[Dating], now: DateSpan | None
) -> list[Dating]:
    """What a sentence looks back at beside what it tells: with the day that it gives, or without one."""
    if times or datings or now is None:
        return passed_over(told, times, datings)
    return [referring(now)] if refers_back(told) else []


def _totals(figures: tuple[Figure, ...]) -> tuple[Figure, ...]:
    """The counts that go on, which alone can be of what a sentence looks back at ("the toll of Tuesday's attack rose")."""
    return tuple(one for one in figures if one.scope == "total")


def _of_lead(told: Sequence[Told], dated: Sequence[list[Dating]]) -> list[Dating]:
    return next((datings for one, datings in zip(told, dated, strict=True) if one.is_lead), [])


def _told(article: Article, now: DateSpan | None, sentences: Sequence[Sentence]) -> list[Told]:
    """The sentences in their places, counted from the lead: the first that is one."""
    cues = cues_for(article.language)
    told = [Told(article, sentence, cues, number, now) for number, sentence in enumerate(sentences)]
    lead = next((one.position for one in told if one.is_sentence), 0)
    return [one._replace(position=one.position - lead) for one in told] if lead else told


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


def _reports(
    told: Told,
    times: Sequence[TimeExpression],
    datings: Sequence[Dating],
    figures: tuple[Figure, ...],
    origin: Origin,
    *,
    corrects: bool,
) -> Iterator[Report]:
    """A report for each day that a sentence tells of."""
    if not datings:
        return
    article, sentence = told.article, told.sentence
    taken = [(time.start, time.end) for time in times]
    names = tuple(names_in(told.article, sentence, taken))
    for dating in datings:
        yield Report(
            article=article.id,
            start=sentence.start,
            end=sentence.end,
            text=sentence.text,
            span=dating.span,
            expression=dating.expression and replace(dating.expression, article=article.id),
            modality=dating.modality,
            in_passing=dating.aside,
            names=names,
            figures=figures,
            published=article.published,
            published_from=article.published_from,
            outlet=article.outlet,
            language=article.language,
            origin=origin.key,
            origin_words=origin.words,
            position=told.position,
            dated_by=dating.by,
            day_from=dating.day_from,
            corrects=corrects,
        )
