"""What a person decided about events, over what the articles tell: another date, one event, two, none, another sentence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from briefing.datespan import DateSpan
from briefing.events.closeness import Closeness
from briefing.events.finding import sum_up
from briefing.events.tellings import telling_of, tellings_of
from briefing.model import Event, Fix, FixKind, Report

__all__ = ["fixed"]

_ORDER = (FixKind.MERGE, FixKind.SPLIT, FixKind.DATE, FixKind.STATEMENT, FixKind.DROP)


def fixed(events: Iterable[Event], fixes: Sequence[Fix]) -> list[Event]:
    """The events as a person's decisions leave them; a decision about a report that nobody tells any more waits.

    A dropped event stays, marked, so that later reports of it join it and not a new one.
    """
    told = list(events)
    for kind in _ORDER:
        for fix in fixes:
            if fix.kind is kind:
                told = _applied(told, fix)
    return told


def _applied(events: list[Event], fix: Fix) -> list[Event]:
    home = _holding(events, fix.tellings)
    if home is None:
        return events
    if fix.kind is FixKind.MERGE:
        other = _holding(events, fix.others)
        if other is None:
            return events
        if other is home:
            return [_noted(one, fix) if one is home else one for one in events]
        merged = _summed([*_reports(home), *_reports(other)], (*home.fixes, *other.fixes), fix)
        return [merged if one is home else one for one in events if one is not other]
    if fix.kind is FixKind.SPLIT:
        return _split(events, home, fix)
    return [_changed(one, fix) if one is home else one for one in events]


def _holding(events: Sequence[Event], tellings: Sequence[str]) -> Event | None:
    """The event that holds the first of some reports, or of those that there still are."""
    ranks = {telling: rank for rank, telling in enumerate(tellings)}
    held = [
        (min(ranks[own] for own in shared), at)
        for at, one in enumerate(events)
        if (shared := tellings_of(one) & ranks.keys())
    ]
    return events[min(held)[1]] if held else None


def _changed(event: Event, fix: Fix) -> Event:
    """The event with another date or statement, or marked as dropped."""
    if fix.kind is FixKind.DATE:
        return _noted(replace(event, span=DateSpan.parse(fix.value), disputed=()), fix)
    if fix.kind is FixKind.STATEMENT:
        chosen = next(report for report in _reports(event) if telling_of(report) == fix.telling)
        return _noted(replace(event, statement=chosen), fix)
    return _noted(event, fix)


def _split(events: list[Event], home: Event, fix: Fix) -> list[Event]:
    """The report of a fix apart from the others of its event; alone already, it stays so."""
    apart = [report for report in _reports(home) if telling_of(report) == fix.telling]
    rest = [report for report in _reports(home) if telling_of(report) != fix.telling]
    if not rest:
        return [_noted(one, fix) if one is home else one for one in events]
    if all(report.is_headline for report in rest if report.article == apart[0].article):
        apart += [report for report in rest if report.article == apart[0].article]  # its title tells what it told
        rest = [report for report in rest if report.article != apart[0].article]
    if not rest:
        return [_noted(one, fix) if one is home else one for one in events]
    parts = [_summed(rest, home.fixes, fix), _summed(apart, (), fix)]
    return [part for one in events for part in (parts if one is home else [one])]


def _summed(reports: Sequence[Report], fixes: tuple[Fix, ...], fix: Fix) -> Event:
    ordered = sorted(reports, key=lambda one: (str(one.published or "9999"), one.article, one.start))
    titles = [report for report in ordered if report.is_headline]
    texts = [report for report in ordered if not report.is_headline]
    event = sum_up(texts or titles, Closeness(ordered))
    return _noted(replace(event, reports=(*event.reports, *(titles if texts else ())), fixes=fixes), fix)


def _noted(event: Event, fix: Fix) -> Event:
    return replace(event, fixes=(*event.fixes, fix))


def _reports(event: Event) -> tuple[Report, ...]:
    return (*event.reports, *event.plans)
