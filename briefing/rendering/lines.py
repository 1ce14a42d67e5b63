"""One event, one line: when, where, what and who says so, as texts ready for any template."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from briefing.datespan import DateSpan, Precision
from briefing.model import Entry, Event, Modality, Status
from briefing.rendering.citing import Cite, Passage, cite, passage
from briefing.rendering.counts import count_of
from briefing.rendering.dates import in_short, in_table
from briefing.rendering.words import Words

__all__ = ["CERTAINTIES", "MARKS", "Line", "line", "mark_of"]

MARKS = ("day", "span", "circa", "circa_span", "disputed", "open")
"""Shapes of an event's mark: shape is duration, fill is certainty."""

CERTAINTIES = ("known", "about", "disputed")
"""What a mark says of the date, in one word."""

_CERTAINTY = {"day": "known", "span": "known", "disputed": "disputed"}
_NOT_DONE = frozenset({Modality.PLANNED, Modality.DENIED, Modality.HYPOTHETICAL})


@dataclass(frozen=True, slots=True)
class Line:
    """An event as shown. ``when`` and ``short_when`` hold the date first, then what differs from it.

    ``lead`` is the place before a sentence of a list, "" where the sentence itself begins with it; ``certainty`` is the mark's in one word: known, about or disputed; ``numbers`` are the sources cited.
    ``disputes`` are the contradicting dates with their sources, ``notes`` whole sentences of ours.
    """

    id: str
    status: str
    tag: str
    fresh: bool
    mark: str
    mark_label: str
    certainty: str
    when: tuple[str, ...]
    short_when: tuple[str, ...]
    place: str
    lead: str
    passage: Passage
    cite: Cite
    numbers: tuple[int, ...]
    counts: str
    disputes: tuple[tuple[str, Cite], ...]
    notes: tuple[str, ...]


def line(entry: Entry, year: int, words: Words) -> Line:
    """The line of one entry; ``year`` is the period's, which short dates leave out."""
    mark = mark_of(entry.event)
    return Line(
        id=entry.event.id,
        status=entry.status.value,
        tag=words(f"tags.{entry.status.value}"),
        fresh=entry.status.is_fresh,
        mark=mark,
        mark_label=words(f"marks.{mark}"),
        certainty=_CERTAINTY.get(mark, "about"),
        when=_when(entry, lambda span: in_table(span, words), words),
        short_when=_when(entry, lambda span: in_short(span, year, words), words),
        place=entry.place,
        lead=_lead(entry, words),
        passage=passage(entry.statement),
        cite=cite(entry.sources, words),
        numbers=entry.sources,
        counts=_counts(entry.event, words),
        disputes=_disputes(entry, words),
        notes=_notes(entry, words),
    )


def _when(entry: Entry, show: Callable[[DateSpan], str], words: Words) -> tuple[str, ...]:
    """The date of the event, then the other dates where they differ from it."""
    event, reported = entry.event, entry.event.reported
    dates = [show(event.span)]
    if event.is_plan_without_a_day and event.span.last:
        announced = DateSpan.day(event.span.last)
        dates = [words("labels.no_day", date=show(announced))]
        if reported and reported != announced:
            dates.append(words("labels.reported", date=show(reported)))
    elif reported and reported != event.span:
        # Known only by its report ("recently"): the day of the report is all that can be said.
        only_reported = event.span.start is None and event.span.last == reported.last
        dates = [*([] if only_reported else dates), words("labels.reported", date=show(reported))]
    if entry.status is Status.LATE and event.learnt:
        dates.append(words("labels.learnt", date=show(DateSpan.day(event.learnt.date()))))
    return tuple(dates)


def _lead(entry: Entry, words: Words) -> str:
    begins = re.match(re.escape(entry.place) + r"\b", entry.statement.text, re.IGNORECASE)
    return words("labels.place", place=entry.place) if entry.place and not begins else ""


def _counts(event: Event, words: Words) -> str:
    counts = (("counts.origins", len(event.origins)), ("counts.articles", len(event.articles)))
    return words.listed(words.count(key, number) for key, number in counts if number)


def _disputes(entry: Entry, words: Words) -> tuple[tuple[str, Cite], ...]:
    told = entry.disputed_sources or tuple((span, ()) for span in entry.event.disputed)
    dates = tuple((in_table(span, words), cite(sources, words)) for span, sources in told)
    return dates + tuple((count_of(toll, words), cite(sources, words)) for toll, sources in entry.toll_sources)


def _notes(entry: Entry, words: Words) -> tuple[str, ...]:
    """What is to be said of an event besides its sentence: what the last brief said, what a person decided, its modality."""
    fixed = (words("changes.fixed", reason=fix.reason) for fix in entry.event.fixes)
    return (*_modality_notes(entry, words), *_change_notes(entry, words), *fixed)


def _change_notes(entry: Entry, words: Words) -> tuple[str, ...]:
    change = entry.change
    if change is None:
        return ()
    said = []
    if change.date:
        said.append(words("changes.was_date", date=in_table(change.date, words)))
    if change.modality:
        said.append(words("changes.was_planned" if change.modality is Modality.PLANNED else "changes.was_otherwise"))
    tolls = [f"{words.number(value)} {words.choose('figures', kind, 'other')}" for kind, value in change.tolls]
    if tolls:
        said.append(words("changes.was_toll", count=words.listed(tolls)))
    if change.statement and entry.event.statement.corrects:
        said.append(words("changes.was_said", words=words("labels.said", words=change.statement)))
    if change.origins != len(entry.event.origins):
        said.append(words.count("changes.was_origins", change.origins))
    return tuple(said)


def _modality_notes(entry: Entry, words: Words) -> tuple[str, ...]:
    modality = entry.event.modality
    announced = len({report.article for report in entry.event.plans} - set(entry.event.articles))
    planned = (words.count("counts.announced", announced),) if announced else ()
    by = words.listed(map(str, entry.denied_by))
    denied = (words("modality.denied_by", sources=by),) if by else ()
    if modality not in _NOT_DONE or (modality is Modality.PLANNED and entry.status is Status.AHEAD):
        return (*denied, *planned)
    return (words(f"modality.{modality.value}"), *denied, *planned)


def mark_of(event: Event) -> str:
    """The shape of an event's mark, one of `MARKS`."""
    span = event.span
    if event.disputed:
        return "disputed"
    if span.is_open:
        return "open"
    vague = span.approximate or span.precision is not Precision.DAY
    if span.is_unit:
        return "circa" if vague else "day"
    return "circa_span" if vague else "span"
