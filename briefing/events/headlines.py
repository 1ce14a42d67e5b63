"""Headlines: what an article's title tells of its story's day.

A headline is the story once more, in few words and in a tense of its own ("X wins Y" is past, "X to sell Y" a plan). Its
report lies in ``Article.title``. It joins the event that its article's sentences tell, and founds, speaks for and weighs nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from briefing.datespan import DateSpan
from briefing.events.cues import Cues, sought
from briefing.events.dating import datings_of
from briefing.events.likeness import terms
from briefing.events.story_day import StoryDay
from briefing.events.told import Dating, Told
from briefing.model import HEADLINE, Article, DatedBy, Event, Modality, Report, Sentence, TimeExpression
from briefing.temporal import find_dates

__all__ = ["dated_headline", "with_headlines"]


def dated_headline(
    article: Article, cues: Cues, now: DateSpan | None, day: StoryDay | None, lead: Sequence[Dating]
) -> tuple[Told, list[TimeExpression], list[Dating]] | None:
    """A headline that tells something as a sentence in a text of its own, its expressions, what dates it; else None.

    Its own words date it, else the story's day; that of a plan is the day on which, by the lead, it was made or told.

    Args:
        article: whose title it is.
        cues: of its language.
        now: the day from which the article speaks.
        day: the day of the story.
        lead: what the lead dates.
    """
    title = article.title.strip()
    start = article.title.find(title)
    sentence = Sentence(start, start + len(title), title)
    told = Told(replace(article, text=article.title), sentence, cues, HEADLINE, now)
    modality = _modality(title, cues) if told.is_sentence else None
    if modality is None:
        return None
    times = find_dates(article.title, published=now, language=article.language or None, country=article.country or None)
    datings = datings_of(told, times) or list(_undated(modality, now, day, lead))
    return told, times, datings


def _undated(
    modality: Modality, now: DateSpan | None, day: StoryDay | None, lead: Sequence[Dating]
) -> Iterator[Dating]:
    is_plan = modality is Modality.PLANNED
    if day and not (is_plan and all(dating.span != day.span for dating in lead)):
        how = Modality.HAPPENED if is_plan else modality
        yield Dating(day.span, None, aside=False, modality=how, by=day.by, day_from=day.words)
    elif is_plan and now:
        yield Dating(DateSpan.until(now), None, aside=False, modality=modality, by=DatedBy.REPORTED)


def _modality(title: str, cues: Cues) -> Modality | None:
    """How a headline tells, None for a label: by its first verb, since it has no room for a second clause."""
    done = [match.start() for cue in (cues.headline, cues.told, cues.speech) if (match := sought(cue, title))]
    ahead = [match.start() for cue in (cues.headline_plan, cues.planned) if (match := sought(cue, title))]
    if ahead and (not done or min(ahead) < min(done)):
        return Modality.PLANNED
    if sought(cues.denied, title):
        return Modality.DENIED
    return Modality.HAPPENED if done else None


def with_headlines(events: Iterable[Event], headlines: Sequence[Report]) -> Iterator[Event]:
    """The events, each with the headlines that support it as its last reports.

    A headline supports the event that a sentence of its article dates alike: that of the lead, whose news it is, else of
    the sentence whose words are most like its own, the earlier if two are. One that shares no word with any is left out.
    """
    told = list(events)
    places: dict[tuple[str, DateSpan], list[tuple[Report, int]]] = defaultdict(list)
    wanted = {(headline.article, headline.span) for headline in headlines}
    for number, event in enumerate(told):
        for report in event.reports:
            if (key := (report.article, report.span)) in wanted:
                places[key].append((report, number))
    joined: dict[int, list[Report]] = defaultdict(list)
    for headline in headlines:
        home = _home(headline, places[headline.article, headline.span])
        if home:
            told_by, number = home
            joined[number].append(replace(headline, origin=told_by.origin))
    for number, event in enumerate(told):
        yield replace(event, reports=(*event.reports, *joined[number])) if number in joined else event


def _home(headline: Report, places: Sequence[tuple[Report, int]]) -> tuple[Report, int] | None:
    """The report that a headline repeats, and the number of its event."""
    words = terms(headline.text, headline.language, across=False).stems
    shared = [(len(words & terms(one.text, one.language, across=False).stems), one, number) for one, number in places]
    alike = [(count, one, number) for count, one, number in shared if count]
    best = max(alike, key=lambda place: (place[1].position == 0, place[0], -place[1].start), default=None)
    return best[1:] if best else None
