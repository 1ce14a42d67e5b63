"""The sections after the timeline as texts: developments, disputes, figures over time, who is who."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from briefing.datespan import DateSpan
from briefing.model import Claim, Dispute, Figure, FigurePoint, KeyFigure, Step, Thread, Who
from briefing.rendering.citing import Cite, Passage, cite, passage
from briefing.rendering.counts import count_of
from briefing.rendering.dates import in_table
from briefing.rendering.lines import Line, line
from briefing.rendering.words import Words

__all__ = [
    "DisputeNote",
    "PersonNote",
    "SeriesNote",
    "ThreadNote",
    "dispute_note",
    "person_note",
    "series_note",
    "thread_note",
]

_POINTS = 6  # latest values of a series


@dataclass(frozen=True, slots=True)
class ThreadNote:
    """One thread: its name, what it comes to, its lines."""

    name: str
    fresh: str
    span: str
    counts: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class ClaimNote:
    """One side of a dispute: what is claimed, in which words, by whom."""

    value: str
    passage: Passage
    by: str
    cite: Cite


@dataclass(frozen=True, slots=True)
class DisputeNote:
    """A question, what all agree on, and the claims side by side. ``line`` is None for a running total."""

    line: Line | None
    question: str
    agreed: str
    claims: tuple[ClaimNote, ...]


@dataclass(frozen=True, slots=True)
class PointNote:
    """One value of a series as a row."""

    as_of: str
    value: str
    note: str
    by: str
    cite: Cite


@dataclass(frozen=True, slots=True)
class SeriesNote:
    """A figure with its latest values, newest first; ``more`` counts the earlier ones. ``key`` is its place from 0."""

    key: int
    heading: str
    points: tuple[PointNote, ...]
    more: str


@dataclass(frozen=True, slots=True)
class PersonNote:
    """Who somebody is, in an article's ``words``, quoted."""

    name: str
    words: str
    passage: Passage
    cite: Cite


def thread_note(thread: Thread, year: int, words: Words) -> ThreadNote:
    """One thread of the developments."""
    counts = (("counts.origins", thread.origins), ("counts.articles", thread.articles))
    return ThreadNote(
        name=thread.name,
        fresh=words.count("counts.fresh", thread.fresh) if thread.fresh else "",
        span=words(
            "labels.thread", events=words.count("counts.events", thread.events), span=_months(thread.span, words)
        ),
        counts=words.listed(words.count(key, number) for key, number in counts if number),
        lines=tuple(line(entry, year, words) for entry in thread.lines),
    )


def _months(span: DateSpan, words: Words) -> str:
    """A stretch of time by its months: ``Nov 2023 – Sep 2024``, ``Feb – Aug 2024``."""
    days = [day for day in (span.first, span.last) if day]
    names = [words.item("dates.months", day.month - 1) for day in days]
    told = [words("dates.month", month=name, year=day.year) for name, day in zip(names, days, strict=True)]
    if len(set(told)) == 1:
        return told[0]
    return words("dates.span", first=names[0] if days[0].year == days[-1].year else told[0], last=told[-1])


def dispute_note(dispute: Dispute, outlets: Mapping[int, str], year: int, words: Words) -> DisputeNote:
    """One dispute; ``outlets`` are the names of the sources by number."""
    first = dispute.claims[0].value
    kind = "day" if isinstance(first, DateSpan) else "figure"
    counted = words.choose("figures", first.kind, "other") if isinstance(first, Figure) else ""
    return DisputeNote(
        line=line(dispute.entry, year, words) if dispute.entry else None,
        question=words(f"disputes.{kind}", kind=counted),
        agreed=words("disputes.agreed", names=words.listed(dispute.agreed)) if dispute.agreed else "",
        claims=tuple(_claim(claim, outlets, words) for claim in dispute.claims),
    )


def _claim(claim: Claim, outlets: Mapping[int, str], words: Words) -> ClaimNote:
    value = in_table(claim.value, words) if isinstance(claim.value, DateSpan) else count_of(claim.value, words)
    said = claim.value.by if isinstance(claim.value, Figure) and claim.value.by else ""
    names = dict.fromkeys(outlets[number] for number in claim.sources if outlets.get(number))
    return ClaimNote(value, passage(claim.statement), said or words.listed(names), cite(claim.sources, words))


def series_note(at: int, key: KeyFigure, words: Words) -> SeriesNote:
    """A key figure over time; ``at`` is its place among the key figures."""
    shown = key.series[-_POINTS:]
    earlier = len(key.series) - len(shown)
    return SeriesNote(
        key=at,
        heading=words.choose("figures", key.figure.kind, "other"),
        points=tuple(_point(point, words) for point in reversed(shown)),
        more=words.count("counts.earlier_figures", earlier) if earlier else "",
    )


def _point(point: FigurePoint, words: Words) -> PointNote:
    figure = point.figure
    number = words.number(figure.value)
    return PointNote(
        as_of=in_table(figure.as_of, words) if figure.as_of else words("as_of.nowhere"),
        value=f"{figure.qualifier} {number}".strip(),
        note=words(f"steps.{point.step.value}", value=number) if point.step is not Step.ON else "",
        by=figure.by,
        cite=cite(point.sources, words),
    )


def person_note(who: Who, words: Words) -> PersonNote:
    """One line of who is who."""
    return PersonNote(
        who.name, words("labels.said", words=who.words.text), passage(who.words), cite((who.words.source,), words)
    )
