"""The toll of a single event as its reports give it, and whether independent ones contradict each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from briefing.events.series import contradict
from briefing.model import Figure, Report

__all__ = ["disputed_tolls"]


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
        if figure.scope == "event"
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
