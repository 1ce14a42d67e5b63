"""What an event was in the last brief and is now: updated, corrected, or the same; nothing a reader would not see counts.

*Corrected* is what the last brief said and no longer holds: another day, a plan that was told as done, a toll that fell, a sentence
that its outlet corrected, an event that is no more. *Updated* is what holds on with more or less behind it: other origins, a day where
there was a month, a higher toll.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace

from briefing.datespan import DateSpan, compatible
from briefing.events.corrections import in_force
from briefing.events.tolls import counts_of, telling_toll
from briefing.model import Change, Event, FixKind, Modality, Status

__all__ = ["change_between", "said_in", "state_of", "telling_what_changed"]


@dataclass(frozen=True, slots=True)
class _State:
    """An event as far as a reader can see it change."""

    date: str
    statement: str
    origins: int
    modality: str
    disputed: tuple[str, ...]
    tolls: tuple[tuple[str, int], ...]


def state_of(event: Event) -> str | None:
    """What a brief would say of an event, to be kept; None for one that a person took out."""
    if event.is_dropped:
        return None
    state = _state(event)
    fields = [state.date, state.statement, state.origins, state.modality, state.disputed, state.tolls]
    return json.dumps(fields, ensure_ascii=False)


def said_in(state: str) -> tuple[DateSpan, str]:
    """The date and the sentence of a kept state."""
    kept = _read(state)
    return DateSpan.parse(kept.date), kept.statement


def change_between(before: str | None, event: Event) -> tuple[Status, Change] | None:
    """What an event became since a kept state: `UPDATED` or `CORRECTED` with what it was, or None."""
    if before is None:
        return None
    new = _state(event)
    old = _still_told(_read(before), new, event)
    is_reworded = event.statement.corrects and old.statement != new.statement
    if not is_reworded and replace(old, statement="") == replace(new, statement=""):
        return None
    change = Change(
        date=DateSpan.parse(old.date) if old.date != new.date else None,
        statement=old.statement if old.statement != new.statement else "",
        origins=old.origins,
        tolls=tuple(toll for toll in old.tolls if toll not in new.tolls),
        modality=Modality(old.modality) if old.modality != new.modality else None,
        counted=tuple(sorted({kind for kind, _ in {*old.tolls} ^ {*new.tolls}})),
    )
    if is_reworded or _contradicts(old, new):
        return Status.CORRECTED, change
    return Status.UPDATED, change


def _still_told(old: _State, new: _State, event: Event) -> _State:
    """The old state without the tolls that a report still gives, if not of this very event any more: a reader sees them stand."""
    given = {(figure.kind, figure.value) for report in in_force(event.reports) for figure in report.figures}
    now = dict(new.tolls)
    lost = {(kind, value) for kind, value in old.tolls if now.get(kind, 0) < value}
    return replace(old, tolls=tuple(toll for toll in old.tolls if toll not in lost & given))


def _contradicts(old: _State, new: _State) -> bool:
    """Whether what was said before is now wrong, and not only less than what is known."""
    was, now = DateSpan.parse(old.date), DateSpan.parse(new.date)
    if old.date != new.date and not compatible(was, now):
        return True
    told = {Modality.HAPPENED, Modality.ONGOING}
    if Modality(old.modality) in told and Modality(new.modality) not in told:
        return True
    highest = dict(new.tolls)
    return any(kind in highest and highest[kind] < value for kind, value in old.tolls)


def telling_what_changed(event: Event, change: Change | None) -> Event:
    """The event in a sentence that gives its new toll, where the toll is what changed and nobody chose the sentence."""
    if change is None or not change.counted or any(fix.kind is FixKind.STATEMENT for fix in event.fixes):
        return event
    new = {toll for toll in _tolls(event).items() if toll[0] in change.counted}
    counts = counts_of(in_force(event.reports))
    telling = [report for report, one in counts if (one.kind, one.value) in new]
    if (event.statement.article, event.statement.start) in {(report.article, report.start) for report in telling}:
        return event
    return replace(event, statement=telling_toll(telling, event.span) or event.statement)


def _tolls(event: Event) -> dict[str, int]:
    """The highest count of each kind that a report gives of this very event."""
    tolls: dict[str, int] = {}
    for _, one in counts_of(in_force(event.reports)):
        tolls[one.kind] = max(one.value, tolls.get(one.kind, 0))
    return tolls


def _state(event: Event) -> _State:
    return _State(
        str(event.span),
        event.statement.text,
        len(event.origins),
        event.modality.value,
        tuple(map(str, event.disputed)),
        tuple(sorted(_tolls(event).items())),
    )


def _read(kept: str) -> _State:
    date, statement, origins, modality, disputed, tolls = json.loads(kept)
    return _State(date, statement, origins, modality, tuple(disputed), tuple((kind, value) for kind, value in tolls))
