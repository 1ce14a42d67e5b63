"""What an event is to a brief: new, ahead, or background."""

from __future__ import annotations

from briefing.model import Event, Modality, Period, Status

__all__ = ["is_overdue", "status_of"]

_TO_COME = frozenset({Modality.PLANNED, Modality.HYPOTHETICAL})
_STILL_NEWS = 14  # days after which a report tells history, not news


def status_of(event: Event, period: Period) -> Status:
    """New if it happened in the period, or was first reported in it as news; ahead if it is, or may be, for later."""
    span = event.span
    if event.modality in _TO_COME and span.first and span.first > period.last:
        return Status.AHEAD
    if span.within(period.first, period.last) or _told_as_news(event, period):
        return Status.NEW
    return Status.BACKGROUND


def _told_as_news(event: Event, period: Period) -> bool:
    """Whether the earliest dated report falls in the period and tells the event itself, soon after it happened."""
    dated = [(report.published, report) for report in event.reports if report.published]
    if not dated or not event.span.last:
        return False
    published, earliest = min(dated, key=lambda pair: pair[0])
    day = published.first or published.last
    if day is None or earliest.in_passing or not period.first <= day <= period.last:
        return False
    begun = event.span.first or event.span.last
    return (event.span.last - begun).days <= _STILL_NEWS and (day - event.span.last).days <= _STILL_NEWS


def is_overdue(event: Event, status: Status) -> bool:
    """Whether an event had been planned for a day before the period, and no report tells that it took place."""
    return event.modality is Modality.PLANNED and status is Status.BACKGROUND
