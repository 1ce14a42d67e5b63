"""The toll of a single event as its reports give it, and whether independent ones contradict each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from briefing.events.series import contradict
from briefing.model import Figure, Report

__all__ = ["disputed_tolls"]


def disputed_tolls(reports: Sequence[Report]) -> tuple[Figure, ...]:
    """The tolls of an event that reports of different origins, published on one day, give differently.

    Lowest first, each value once; empty where they agree. A toll that is higher the day after has grown, which
    nobody disputes; "at least 12" and 15 agree.
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
            apart = report.origin != other_report.origin and report.published == other_report.published
            if apart and contradict(figure, other):
                found[figure.kind].setdefault(figure.value, figure)
    return tuple(found[kind][value] for kind in sorted(found) for value in sorted(found[kind]))
