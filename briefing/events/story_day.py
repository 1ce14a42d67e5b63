"""The day of the story that an article tells, and the sentences that go on telling it.

The story's day is the one that the opening names; where it names none, it is implied: the day from which
the article speaks, which is weak evidence and marked as such. A later sentence without a date of its own
takes the story's day if it tells of something done or said, unless a cue shows that it looks back, ahead,
or at what is always so. A lead that puts the news at "recently" gives no day, and so none is carried.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

from briefing.datespan import DateSpan, Precision
from briefing.events.cues import Cues, compiled, compiled_small, in_small_letters, sought
from briefing.events.dating import is_called_off
from briefing.events.modality import modality_of
from briefing.events.speaking import AS_SPOKEN
from briefing.events.told import Dating, Told
from briefing.model import DatedBy, Modality, TimeExpression

__all__ = ["StoryDay", "story_day", "with_story"]

_REACH = 32  # sentences into an article, up to which a sentence is taken to go on telling its news
_NEWS = (timedelta(days=21), timedelta(days=8))  # an older day there is what the news follows, not the news


@dataclass(frozen=True, slots=True)
class StoryDay:
    """The day, and the words that name it; None where it is implied."""

    span: DateSpan
    words: TimeExpression | None

    @property
    def by(self) -> DatedBy:
        """How a sentence is dated that takes this day."""
        return DatedBy.CARRIED if self.words else DatedBy.IMPLIED


def story_day(opening: Sequence[Sequence[Dating]], published: DateSpan | None) -> StoryDay | None:
    """The day of a story.

    Args:
        opening: what the own words of each sentence date, from the lead on.
        published: the day from which the article speaks.

    Returns:
        None where the lead leaves the day open ("recently", "…, it said on Friday"), or nothing tells it.
    """
    for datings, reach in zip(opening, _NEWS, strict=False):
        for dating in datings:
            if dating.span.is_open:
                return None
            if _is_news(dating, published, reach):
                return StoryDay(dating.span, dating.expression)
    return StoryDay(published, None) if published and published.is_day else None


def _is_news(dating: Dating, published: DateSpan | None, reach: timedelta) -> bool:
    span = dating.span
    if dating.aside or not span.is_day or dating.modality not in (Modality.HAPPENED, Modality.DENIED):
        return False
    if published is None or published.first is None or published.last is None or span.first is None:
        return True
    return published.first - reach <= span.first <= published.last


def with_story(
    told: Sequence[Told],
    times: Sequence[Sequence[TimeExpression]],
    own: Sequence[Sequence[Dating]],
    day: StoryDay | None,
) -> list[list[Dating]]:
    """What each sentence dates, with the day of the story where it goes on telling it, or its speaker does.

    A sentence that leans on the one before it ("They parted …") takes the day which that one states.

    Args:
        told: the sentences of an article, in order.
        times: the expressions in each.
        own: what these date.
        day: the day of the story.
    """
    dated: list[list[Dating]] = []
    before: StoryDay | None = None
    adrift = False
    for one, inside, datings in zip(told, times, own, strict=True):
        text = one.sentence.text
        leans = compiled(one.cues.dangling).match(text) is not None or (
            not datings and sought(one.cues.pointing, text) is not None
        )
        here = day if one.position < _REACH else None
        if leans and not datings:
            here = None if adrift else before or here
        dated.append(_with_day(one, inside, datings, here) if here and one.is_sentence else list(datings))
        adrift = bool(datings) and all(d.aside and d.modality is Modality.ONGOING for d in datings)
        before = _stated(datings) or (before if leans and dated[-1] else None)
        if one.is_lead and not dated[-1] and not any(time.span and not is_called_off(one, time) for time in inside):
            dated[-1].extend(_reported(one))
    return dated


def _reported(lead: Told) -> Iterator[Dating]:
    """A lead that neither dates what it tells nor tells it as done: it was reported."""
    if lead.is_sentence and lead.published:
        modality = modality_of(lead.sentence.text, lead.cues)
        yield Dating(DateSpan.until(lead.published), None, aside=False, modality=modality, by=DatedBy.REPORTED)


def _stated(datings: Sequence[Dating]) -> StoryDay | None:
    """The last day on which a sentence says that something happened."""
    past = [d for d in datings if d.modality is Modality.HAPPENED and not d.aside and not d.span.is_open]
    return StoryDay(past[-1].span, past[-1].expression) if past else None


def _with_day(told: Told, times: Sequence[TimeExpression], own: Sequence[Dating], day: StoryDay) -> list[Dating]:
    """Of what is said on the story's day, a stretch up to now or a year is no more than the content of the saying."""
    further = _carried(told, times, own, day)
    kept = own if further is None or _acts_apart(told, own) else [dating for dating in own if _is_a_date(dating)]
    return [*kept, *([further] if further else [])]


def _is_a_date(dating: Dating) -> bool:
    return dating.modality is not Modality.ONGOING and dating.span.precision < Precision.QUARTER


def _carried(told: Told, times: Sequence[TimeExpression], own: Sequence[Dating], day: StoryDay) -> Dating | None:
    """The story's day for a sentence that goes on telling the story, or whose speaker does."""
    if any(dating.span == day.span for dating in own):
        return None
    words = told.own_words()
    elsewhere = own[0].expression if own else next((time for time in times if _leads_away(told, time)), None)
    if elsewhere:
        goes_on = _speaks_of(told, elsewhere) or _acts_apart(told, own)
    else:
        goes_on = _goes_on(words, told.cues) or any(_is_speakers_today(told, time) for time in times)
    if not goes_on:
        return None
    modality = modality_of(words, told.cues)
    if modality is Modality.PLANNED:  # what is done or said comes first, the plan is what it is about
        modality = Modality.HAPPENED
    return Dating(day.span, None, aside=False, modality=modality, by=day.by, day_from=day.words)


def _is_speakers_today(told: Told, time: TimeExpression) -> bool:
    """Whether a quoted "today" is meant, which is that of speaking, so of the story: never known from publication."""
    return time.meaning == "counted" and time.span is not None and time.span == told.published and told.is_quoted(time)


def _leads_away(told: Told, time: TimeExpression) -> bool:
    """Whether words that date nothing still place the sentence in another time ("before 1990", "in the 1980s")."""
    names_a_day = time.meaning != "vague" and (time.ambiguous or not told.names_no_day(time))
    return time.timex_type == "DATE" and names_a_day and not told.is_quoted(time) and not is_called_off(told, time)


def _speaks_of(told: Told, expression: TimeExpression) -> bool:
    """Whether the dated words are what somebody says ("announced that it would open in 2007"): the saying is undated."""
    before, cues = told.before(expression), told.cues
    if told.is_quoted(expression):
        if expression.meaning == AS_SPOKEN:  # the saying has its own day
            return False
        return sought(cues.speech, told.own_words()) is not None
    speech = sought(cues.speech, before)
    return speech is not None and compiled(cues.content).search(before, speech.end()) is not None


def _acts_apart(told: Told, own: Sequence[Dating]) -> bool:
    """Whether what is done cannot be done on the days named: a past act before a day to come, a lead's present perfect."""
    if not own or not own[0].expression:
        return False
    if all(dating.modality is Modality.PLANNED and dating.by is DatedBy.STATED for dating in own):
        before, cues = told.before(own[0].expression), told.cues
        return not sought(cues.moved, before) and _goes_on(before, cues)
    if not told.is_lead or any(dating.modality is not Modality.HAPPENED for dating in own):
        return False
    words = told.own_words()
    perfect, other = (sought(cue, words) for cue in (told.cues.perfect, told.cues.other_tense))
    return perfect is not None and (other is None or perfect.start() <= other.start())


def _goes_on(words: str, cues: Cues) -> bool:
    """Whether a sentence tells of something said, or first of all of something done: not of before, ahead or always."""
    small = in_small_letters(words)
    speech, background = (compiled_small(cue).search(small) for cue in (cues.speech, cues.background))
    if background and (speech is None or background.start() < speech.start()):
        contrast = compiled(cues.contrast).search(words, background.end())
        return contrast is not None and _goes_on(words[contrast.end() :], cues)
    if speech:
        return True
    done = compiled_small(cues.told).search(small)
    if done is None:
        return False
    planned, other = compiled_small(cues.planned).search(small), compiled(cues.other_tense).search(words)
    if planned and planned.start() <= done.end() + 1:  # "was set to", "are expected to"
        return False
    return other is None or done.start() < other.start()
