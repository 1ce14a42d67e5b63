"""Sentences that tell of something dated: one article to its reports.

Each sentence is dated by one expression of its own. Words that only mention a date ("following an
attack last October") date an aside, and the report says so. A day of speaking ("…, it said on
Friday") bounds what is told and does not date it. The lead of an article that dates nothing is
known only to have been reported. Any other sentence without a date counts as undated; its day is
never invented.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from briefing.datespan import DateSpan, End, Precision
from briefing.events.cues import Cues, compiled
from briefing.events.figures import figures_in
from briefing.events.languages import cues_for
from briefing.events.names import names_in
from briefing.events.origins import origin_of
from briefing.events.sentences import split_sentences
from briefing.model import Article, Figure, Modality, Report, Sentence, TimeExpression
from briefing.temporal import find_dates

__all__ = ["Extract", "extract"]

_LONGEST = 1200  # characters: what is longer is a table or a menu, not a sentence
_SHORTEST_WORDS = 4
_SHORTEST_CLAIM = 20  # characters before the comma of a trailing attribution
_LONGEST_ATTRIBUTION = 8  # words after it


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


@dataclass(frozen=True, slots=True)
class _Dating:
    span: DateSpan
    expression: TimeExpression | None
    aside: bool
    modality: Modality


def extract(article: Article) -> Extract:
    """The reports and figures of one article, in the order of its text."""
    sentences = split_sentences(article.text, article.language)
    times = find_dates(
        article.text, published=article.published, language=article.language or None, country=article.country or None
    )
    origin = origin_of(article, sentences)
    reports: list[Report] = []
    figures: list[Figure] = []
    undated = 0
    for position, (sentence, inside) in enumerate(_with_times(sentences, times)):
        found = tuple(figures_in(article, sentence, inside))
        figures.extend(found)
        dating = _dating(_Told(article, sentence, cues_for(article.language), position == 0), inside)
        if dating is None:
            undated += 1
            continue
        report = _report(article, sentence, position, dating, inside)
        reports.append(replace(report, figures=found, origin=origin.key, origin_words=origin.words))
    return Extract(article, tuple(reports), tuple(figures), undated, tuple(time for time in times if time.ambiguous))


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
    article: Article, sentence: Sentence, position: int, dating: _Dating, inside: list[TimeExpression]
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
        names=tuple(names_in(article, sentence, taken)),
        published=article.published,
        published_from=article.published_from,
        outlet=article.outlet,
        language=article.language,
        position=position,
    )


# ---- which expression dates the sentence -----------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Told:
    """A sentence in its article, with what judging its expressions needs."""

    article: Article
    sentence: Sentence
    cues: Cues
    is_lead: bool

    def before(self, time: TimeExpression) -> str:
        return self.article.text[self.sentence.start : time.start]


def _dating(told: _Told, times: list[TimeExpression]) -> _Dating | None:
    text = told.sentence.text
    if len(text) > _LONGEST or len(text.split()) < _SHORTEST_WORDS:
        return None
    datings = [dating for time in _joined_ranges(times, told.article.text) if (dating := _judge(told, time))]
    if datings:
        return min(datings, key=lambda dating: (dating.aside, dating.span.is_open))
    published = told.article.published
    if told.is_lead and published and not times:
        return _Dating(DateSpan.until(published), None, aside=False, modality=_modality(text, told.cues))
    return None


def _joined_ranges(times: list[TimeExpression], text: str) -> Iterator[TimeExpression]:
    """The expressions that name days, the two halves of a range joined into one."""
    joined = False
    for time, following in pairwise([*times, None]):
        if time is None or time.span is None or joined:
            joined = False
            continue
        if time.joins_next and following and following.span and not following.span < time.span:
            joined = True
            span = DateSpan.between(time.span, following.span)
            yield replace(time, end=following.end, text=text[time.start : following.end], span=span, meaning="range")
        else:
            yield time


def _judge(told: _Told, time: TimeExpression) -> _Dating | None:
    """What an expression says of the sentence's happening; None if it dates nothing that a brief could show."""
    span, published = time.span, told.article.published
    if (
        span is None
        or time.ambiguous
        or span.precision > Precision.YEAR
        or (time.meaning == "vague" and not told.is_lead)
    ):
        return None
    if time.timex_type == "DURATION":
        return _Dating(span, time, aside=False, modality=Modality.ONGOING)
    if time.meaning != "range" and _opens(told.cues.since, told.before(time)) and published and not span.is_open:
        stretch = _up_to(span, published)
        return _Dating(stretch, time, aside=True, modality=Modality.ONGOING) if stretch else None
    if _opens(told.cues.bounded, told.before(time)) and not span.is_open:
        return _bounded(told, time, span)
    if _is_day_of_speaking(told.before(time), told.cues) and not span.is_open:
        return _Dating(DateSpan.until(span), time, aside=False, modality=_modality(told.sentence.text, told.cues))
    return _Dating(span, time, aside=_is_aside(told.before(time), told.cues), modality=_modality_on(told, span))


def _up_to(start: DateSpan, published: DateSpan) -> DateSpan | None:
    if start.first and published.last and start.first <= published.last:
        return DateSpan.between(start, published)
    return None


def _bounded(told: _Told, time: TimeExpression, latest: DateSpan) -> _Dating | None:
    """A plan for some day up to ``latest``, from publication on; of the past, "before X" dates nothing."""
    published = told.article.published
    if not published or not published.first or not latest.last or latest.last < published.first:
        return None
    span = DateSpan(published.start, End(latest.last))  # some day up to the last one, whatever unit that closes
    return _Dating(span, time, aside=False, modality=Modality.PLANNED)


def _opens(cue: str, before: str) -> bool:
    """Whether the words right before an expression are a cue ("since", perhaps with an article)."""
    return compiled(rf"(?:{cue})\s+(?:the\s+)?\Z").search(before) is not None


def _is_aside(before: str, cues: Cues) -> bool:
    """Whether a word that opens an aside stands before the expression, inside the sentence, with no comma between."""
    openers = list(compiled(cues.aside).finditer(before))
    return bool(openers) and openers[-1].start() > 0 and not re.search(r"[,;:—]", before[openers[-1].end() :])


def _is_day_of_speaking(before: str, cues: Cues) -> bool:
    """Whether the day is that of a trailing "…, the broadcaster said on Friday"."""
    comma = max(before.rfind(mark) for mark in ',”"')
    if comma < _SHORTEST_CLAIM:
        return False
    tail = before[comma + 1 :]
    spoken = compiled(rf"(?:{cues.saying})(?:\s+on|\s+late|\s+early)?\s*\Z").search(tail)
    return spoken is not None and len(tail.split()) <= _LONGEST_ATTRIBUTION


def _modality_on(told: _Told, span: DateSpan) -> Modality:
    """A day after publication makes a plan; one before it makes a plan's words ("would") the talk of a past day."""
    published = told.article.published
    if published and span.first and published.last and span.first > published.last:
        return Modality.PLANNED
    modality = _modality(told.sentence.text, told.cues)
    return Modality.HAPPENED if modality is Modality.PLANNED else modality


def _modality(text: str, cues: Cues) -> Modality:
    if compiled(cues.hypothetical).match(text):
        return Modality.HYPOTHETICAL
    for cue, modality in ((cues.denied, Modality.DENIED), (cues.planned, Modality.PLANNED)):
        if compiled(cue).search(text):
            return modality
    return Modality.HAPPENED
