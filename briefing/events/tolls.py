"""The toll of a single event as its reports give it: the latest, and whether independent ones contradict each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from briefing.datespan import DateSpan
from briefing.events.ranking import best_report, stands
from briefing.events.series import contradict
from briefing.model import DatedBy, Figure, Report

__all__ = ["counts_of", "dates_a_toll", "disputed_tolls", "telling_toll", "with_latest_toll"]

_TIMES = 20  # as many: the toll of one happening may grow so, and a greater total counts something else


def counts_of(reports: Sequence[Report]) -> list[tuple[Report, Figure]]:
    """What the reports of an event count of the event itself, each with its report.

    A running total is one if it goes on from a toll of the event ("killed seven"; "the toll rose to nine"), not if it counts
    from another day on or stands beside a toll in its sentence.
    """
    told = [(report, one) for report in reports for one in report.figures if _is_its_own(one, report)]
    highest = {one.kind: max(other.value for _, other in told if other.kind == one.kind) for _, one in told}
    own = {(report.article, report.start, one.kind) for report, one in told}
    totals = [
        (report, one)
        for report in reports
        for one in report.figures
        if one.scope == "total" and not one.since and (report.article, report.start, one.kind) not in own
    ]
    return [*told, *((r, one) for r, one in totals if highest.get(one.kind, 0) * _TIMES >= one.value)]


def _is_its_own(figure: Figure, report: Report) -> bool:
    """Whether a toll is that of what its report dates, and not of a day before it ("in May, when 12 were killed")."""
    if figure.scope != "event":
        return False
    day, first = figure.as_of, report.span.first
    return not (figure.as_of_from == "text" and day and day.last and first and day.last < first)


def dates_a_toll(report: Report) -> bool:
    """Whether the day that a report states is that of a count ("the toll rose to nine on Wednesday")."""
    return report.dated_by is DatedBy.STATED and any(
        one.scope == "total" and one.as_of_from == "text" and one.as_of == report.span for one in report.figures
    )


def with_latest_toll(statement: Report, reports: Sequence[Report], span: DateSpan) -> Report:
    """The statement, or, where others told a newer toll than it gives, the best of them that stands on its own."""
    counts = [(report, one.value) for report, one in counts_of(reports) if one.kind == "deaths" and report.published]
    own = [value for report, value in counts if report == statement]
    if not own or not statement.published:
        return statement
    _, latest = max(counts, key=lambda told: (told[0].published, told[1]))
    newer = [one for one, value in counts if value == latest and one.published and one.published > statement.published]
    return statement if latest in own else telling_toll(newer, span) or statement


def telling_toll(reports: Sequence[Report], span: DateSpan) -> Report | None:
    """The best of the reports that give a toll in a sentence that stands on its own; None if none does.

    One whose news is the toll tells it not in passing, though it looks back at the event.
    """
    standing = [one for one in map(_telling_its_news, reports) if stands(one)]
    return best_report(standing, span) if standing else None


def _telling_its_news(report: Report) -> Report:
    counts = any(one.scope == "total" for one in report.figures)
    return replace(report, in_passing=False) if report.in_passing and counts else report


def disputed_tolls(reports: Sequence[Report]) -> tuple[Figure, ...]:
    """The tolls of an event that reports of different origins give differently.

    Lowest first, each value once; empty where they agree. A toll that is higher the day after has grown, which
    nobody disputes; one that is lower has not. "At least 12" and 15 agree.
    """
    if len(reports) == 1:
        return ()
    told = [
        (report, figure)
        for report in reports
        if not report.in_passing
        for figure in report.figures
        if _is_its_own(figure, report)
    ]
    found: dict[str, dict[int, Figure]] = defaultdict(dict)
    for report, figure in told:
        for other_report, other in told:
            if report.origin == other_report.origin or not contradict(figure, other):
                continue
            if not _has_grown((report, figure), (other_report, other)):
                found[figure.kind].setdefault(figure.value, figure)
    return tuple(found[kind][value] for kind in sorted(found) for value in sorted(found[kind]))


def _has_grown(one: tuple[Report, Figure], other: tuple[Report, Figure]) -> bool:
    """Whether the higher of two tolls was told on a later day; of a day that is not known it may have been."""
    low, high = sorted((one, other), key=lambda told: told[1].value)
    if not low[0].published or not high[0].published:
        return True
    return low[0].published < high[0].published
