"""What sources disagree on: claim beside claim with who makes it, and before them what all of them agree on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.composing.sources import Citations
from briefing.composing.statements import direction_of, statement_of
from briefing.model import Claim, Dispute, Entry, Figure, KeyFigure, Report, Statement

__all__ = ["disputes_of"]

_MOST = 3
_CLAIMS = 4  # beside each other
_LONGEST = 24  # words of a claim


def disputes_of(
    entries: Sequence[Entry], figures: Sequence[KeyFigure], numbers: Citations, languages: dict[str, str]
) -> tuple[Dispute, ...]:
    """The disputes of a brief, at most three: new events first, then running totals, then background."""
    fresh = [entry for entry in entries if entry.status.is_fresh]
    known = [entry for entry in entries if not entry.status.is_fresh]
    found = [
        *(dispute for entry in fresh for dispute in _of_event(entry, numbers)),
        *(_of_total(key, languages) for key in figures if key.others),
        *(dispute for entry in known for dispute in _of_event(entry, numbers)),
    ]
    return tuple(found[:_MOST])


def _of_event(entry: Entry, numbers: Citations) -> Iterator[Dispute]:
    agreed = _agreed(entry.event.reports)
    days = [
        Claim(span, _said(reports[0], numbers), sources)
        for span, sources in entry.disputed_sources
        if sources and (reports := [r for r in entry.event.reports if r.span == span and r.article in numbers])
    ]
    tolls = [
        Claim(toll, _said(report, numbers), sources)
        for toll, sources in entry.toll_sources
        if sources and (report := _teller(toll, entry.event.reports, numbers))
    ]
    for claims in (days, tolls):
        if len(claims) > 1:
            yield Dispute(entry, agreed, tuple(claims[:_CLAIMS]))


def _said(report: Report, numbers: Citations) -> Statement:
    return statement_of(report, numbers[report.article], _LONGEST)


def _teller(toll: Figure, reports: Sequence[Report], numbers: Citations) -> Report | None:
    """The first report that gives a toll and is cited."""
    told = ((f.kind, f.value) for f in (toll,))
    wanted = next(told)
    return next((r for r in reports if r.article in numbers and wanted in {(f.kind, f.value) for f in r.figures}), None)


def _agreed(reports: Sequence[Report]) -> tuple[str, ...]:
    """The names that every report of an event gives, as the first one writes them."""
    common = set.intersection(*({name.key for name in report.names} for report in reports))
    return tuple(dict.fromkeys(name.text for name in reports[0].names if name.key in common))


def _of_total(key: KeyFigure, languages: dict[str, str]) -> Dispute:
    told = [(key.figure, key.sources), *key.others]
    claims = (Claim(figure, _sentence(figure, sources, languages), sources) for figure, sources in told)
    return Dispute(None, (), tuple(claims)[:_CLAIMS])


def _sentence(figure: Figure, sources: tuple[int, ...], languages: dict[str, str]) -> Statement:
    return Statement(
        text=figure.text,
        article=figure.article,
        start=figure.start,
        language=languages.get(figure.article, ""),
        direction=direction_of(figure.text),
        source=sources[0] if sources else 0,
    )
