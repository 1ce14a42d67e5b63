"""What an event is to a brief: new, ahead, or background."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from briefing.composing.changes import change_between
from briefing.model import Change, Event, Modality, Period, Status

__all__ = ["STILL_NEWS", "LastBrief", "is_overdue", "status_of", "status_since"]

_TO_COME = frozenset({Modality.PLANNED, Modality.HYPOTHETICAL})
_MONTH = timedelta(days=31)  # what took longer is no news of a day
STILL_NEWS = timedelta(days=14)  # after which a report tells history, not news


@dataclass(frozen=True, slots=True)
class LastBrief:
    """What the reader knows: when the last brief was made, what every event was then, and which of them it showed.

    ``states`` are as `briefing.composing.changes.state_of` keeps them, by event.
    """

    made: datetime
    states: Mapping[str, str] = field(default_factory=dict)
    shown: frozenset[str] = frozenset()


def status_since(event: Event, period: Period, last: LastBrief) -> tuple[Status, Change | None]:
    """What an event is to a reader of the last brief, and what that said of it where it is otherwise now."""
    plain = status_of(event, period)
    state = last.states.get(event.id)
    if state is None:
        return (Status.LATE if plain is Status.BACKGROUND and _is_main_news(event) else plain), None
    became = change_between(state, event)
    if became is None:
        return (Status.AHEAD if plain is Status.AHEAD else Status.BACKGROUND), None
    status, change = became
    if status is Status.CORRECTED and event.id not in last.shown:
        status = Status.UPDATED
    return status, change


def _is_main_news(event: Event) -> bool:
    """Whether an article opens with it, so that it is more than a piece of background."""
    return any(report.position == 0 and not report.in_passing for report in event.reports)


def status_of(event: Event, period: Period) -> Status:
    """New if it happened in the period, or was first reported in it as news; ahead if it is, or may be, for later.

    A period without a first day holds all that ever happened; new is then what was told as it happened.
    """
    span = event.span
    if event.modality in _TO_COME and span.first and span.first > period.last:
        return Status.AHEAD
    happened = span.within(period.first, period.last) if period.since else _told_at_once(event)
    return Status.NEW if happened or _told_as_news(event, period) else Status.BACKGROUND


def _told_at_once(event: Event) -> bool:
    """Whether a report tells an event soon after it happened: news to who has read no brief, where a period has no first day.

    Of an event without a dated report nobody knows; it is background only where every report mentions it in passing.
    """
    first, last = event.span.first, event.span.last
    if first is None or last is None or last - first > _MONTH:
        return False
    days = [day for report in event.reports if report.published and (day := report.published.first)]
    if not days:
        return not all(report.in_passing for report in event.reports)
    return any(day - last <= STILL_NEWS for day in days)


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
    return event.span.last - begun <= STILL_NEWS and day - event.span.last <= STILL_NEWS


def is_overdue(event: Event, status: Status) -> bool:
    """Whether an event had been planned for a day before the period, and no report tells that it took place."""
    return event.modality is Modality.PLANNED and status is Status.BACKGROUND
