"""Who is who: the people and organisations of the story, in the words by which an article says who they are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from briefing.composing.sources import Citations
from briefing.composing.statements import direction_of
from briefing.events.roles import role_beside
from briefing.model import Event, Name, NameKind, Report, Statement, Who

__all__ = ["choose_people", "people_of"]

_MOST = 8
_KINDS = (NameKind.PERSON, NameKind.ORGANISATION)


@dataclass(frozen=True, slots=True)
class Introduced:
    """A name, and where in a report stands who that is."""

    name: Name
    report: Report
    words: tuple[int, int]


def choose_people(events: Sequence[Event], cited: Sequence[str], language: str) -> list[Introduced]:
    """The people and organisations that most events name, at most eight, of those whom an article introduces.

    Of several introductions the one in the brief's language counts, then one of an article that is cited anyway, then
    the latest, as offices change hands.
    """
    told: dict[str, list[tuple[Name, Report]]] = {}
    counts: Counter[str] = Counter()
    for event in events:
        counts.update({name.key for name in event.names if name.kind in _KINDS})
        for report in event.reports:
            for name in report.names:
                if name.kind in _KINDS:
                    told.setdefault(name.key, []).append((name, report))
    chosen: list[Introduced] = []
    for key in sorted(told, key=lambda key: (-counts[key], key)):
        found = _introduced(told[key], set(cited), language)
        if found and len(chosen) < _MOST:
            chosen.append(found)
    return chosen


def _introduced(told: Sequence[tuple[Name, Report]], cited: set[str], language: str) -> Introduced | None:
    def worth(pair: tuple[Name, Report]) -> tuple[bool, bool, date, str, int]:
        report = pair[1]
        day = (report.published.last if report.published else None) or date.min
        return report.language == language, report.article in cited, day, report.article, -report.start

    for name, report in sorted(told, key=worth, reverse=True):
        words = role_beside(report.text, name.text, name.kind, report.language)
        if words:
            return Introduced(name, report, words)
    return None


def people_of(found: Sequence[Introduced], numbers: Citations) -> tuple[Who, ...]:
    """The chosen ones with the source of each."""
    return tuple(_who(one, numbers) for one in found if one.report.article in numbers)


def _who(one: Introduced, numbers: Citations) -> Who:
    report, (start, end) = one.report, one.words
    words = Statement(
        text=report.text[start:end],
        article=report.article,
        start=report.start + start,
        language=report.language,
        direction=direction_of(report.text[start:end]),
        source=numbers[report.article],
    )
    return Who(one.name.text, one.name.kind, words, report.published)
