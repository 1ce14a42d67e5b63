"""The brief as data: JSON that holds everything found, for programs and for checking a line of the brief.

Its form is described, key by key, in ``brief.schema.json`` beside this module (`briefing.rendering.schema`). An event's object is the same in ``brief events`` and under ``"events"`` of the JSON brief.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime

from briefing.datespan import DateSpan
from briefing.model import (
    Brief,
    Change,
    Claim,
    Dispute,
    Event,
    Figure,
    Fix,
    KeyFigure,
    NameKind,
    Report,
    Source,
    Statement,
    Status,
    Thread,
    Who,
)
from briefing.rendering.schema import SCHEMA_ID, SCHEMA_VERSION

__all__ = ["Evidence", "event_object", "evidence_of", "json_text"]

Object = dict[str, object]


@dataclass(frozen=True, slots=True)
class Evidence:
    """A brief's data as its PDF carries them: a file's name, what it is, its text, the day of the data cut-off."""

    name: str
    description: str
    text: str
    day: date | None


def evidence_of(brief: Brief, description: str) -> Evidence:
    """The JSON brief, ready to be attached."""
    return Evidence("brief.json", description, json_text(brief), brief.cutoff.last if brief.cutoff else None)


def json_text(brief: Brief) -> str:
    """The JSON brief: UTF-8, two spaces deep, ending in a newline."""
    return json.dumps(_brief(brief), ensure_ascii=False, indent=2) + "\n"


def event_object(event: Event, status: Status | None = None, change: Change | None = None) -> Object:
    """One event as plain data.

    Dates are EDTF; ``origins`` and ``articles`` are counts; ``status`` is null outside of a
    brief; ``disputed_dates`` is there only when ``disputed`` is true, ``disputed_figures`` only where
    independent reports of one day count differently. ``start`` and ``end`` of a
    report are offsets into its article's text, or, where ``headline`` is true, into its title.
    """
    disputed: Object = {"disputed_dates": [str(span) for span in event.disputed]} if event.disputed else {}
    if event.disputed_tolls:
        disputed["disputed_figures"] = [_figure(toll) for toll in event.disputed_tolls]
    return {
        "id": event.id,
        "date": _date(event.span),
        "reported": _edtf(event.reported),
        "learnt": _instant(event.learnt),
        "status": status.value if status else None,
        "statement": event.statement.text,
        "people": event.named(NameKind.PERSON),
        "organisations": event.named(NameKind.ORGANISATION),
        "places": event.named(NameKind.PLACE),
        "origins": len(event.origins),
        "articles": len(event.articles),
        "disputed": bool(event.disputed),
        **disputed,
        **({"changed": _change(change)} if change else {}),
        **({"fixes": [_fix(fix) for fix in event.fixes]} if event.fixes else {}),
        "modality": event.modality.value,
        "score": event.score,
        "reports": [_report(report) for report in (*event.reports, *event.plans)],
    }


def _brief(brief: Brief) -> Object:
    return {
        "$schema": SCHEMA_ID,
        "version": SCHEMA_VERSION,
        "number": brief.number,
        "title": brief.title,
        "topic": brief.topic,
        "language": brief.language,
        "since": _instant(brief.period.since),
        "until": _instant(brief.period.until),
        "zone": brief.period.zone,
        "cutoff": _edtf(brief.cutoff),
        "marking": brief.marking,
        "copyright": brief.copyright,
        "note": asdict(brief.note) if brief.note else None,
        "events": [event_object(entry.event, entry.status, entry.change) for entry in brief.events],
        "overdue": [entry.event.id for entry in brief.overdue],
        "threads": [_thread(thread) for thread in brief.threads],
        "disputes": [_dispute(dispute) for dispute in brief.disputes],
        "figures": [_key_figure(figure) for figure in brief.figures],
        "people": [_person(who) for who in brief.people],
        "sources": [_source(source) for source in brief.sources],
        "problems": [asdict(problem) for problem in brief.problems],
        "coverage": {**asdict(brief.coverage), "languages": dict(brief.coverage.languages)},
        "corrects": brief.corrects,
        "withdrawn": [{**asdict(one), "date": _edtf(one.date)} for one in brief.withdrawn],
        "silent": [{"outlet": outlet, "latest": str(day)} for outlet, day in brief.silent],
    }


def _change(change: Change) -> Object:
    """What the last brief said, where it is otherwise now."""
    return {
        "date": _edtf(change.date),
        "statement": change.statement or None,
        "origins": change.origins,
        "figures": [{"kind": kind, "value": value} for kind, value in change.tolls],
        "modality": change.modality.value if change.modality else None,
    }


def _fix(fix: Fix) -> Object:
    return {"number": fix.number, "kind": fix.kind.value, "reason": fix.reason, "at": fix.at.isoformat()}


def _report(report: Report) -> Object:
    expression = report.expression
    return {
        "article": report.article,
        "text": report.text,
        "start": report.start,
        "end": report.end,
        "headline": report.is_headline,
        "date": _date(report.span),
        "modality": report.modality.value,
        "expression": expression.text if expression else None,
        "dated_by": report.dated_by.value,
        "day_from": report.day_from.text if report.day_from else None,
        "rule": expression.rule if expression else None,
        "meaning": expression.meaning if expression else None,
        "anchor": _edtf(expression.anchor) if expression else None,
        "published": _edtf(report.published),
        "published_from": report.published_from.value,
        "outlet": report.outlet,
        "origin": report.origin,
        "in_passing": report.in_passing,
    }


def _key_figure(key: KeyFigure) -> Object:
    previous = _figure(key.previous) if key.previous else None
    others = [{**_figure(other), "sources": _numbers(sources)} for other, sources in key.others]
    return {
        **_figure(key.figure),
        "step": key.step.value,
        "previous": previous and {**previous, "step": key.previous_step.value},
        "change": key.change,
        "sources": _numbers(key.sources),
        **({"disputed": others} if others else {}),
        "series": [
            {**_figure(point.figure), "step": point.step.value, "sources": _numbers(point.sources)}
            for point in key.series
        ],
    }


def _figure(figure: Figure) -> Object:
    told = {key: value for key, value in asdict(figure).items() if key != "of"}  # by which series are told apart
    return {**told, "as_of": _edtf(figure.as_of), "since": _edtf(figure.since)}


def _thread(thread: Thread) -> Object:
    return {
        "name": thread.name,
        "shown": [entry.event.id for entry in thread.lines],
        "events": thread.events,
        "new": thread.fresh,
        "date": _date(thread.span),
        "origins": thread.origins,
        "articles": thread.articles,
    }


def _dispute(dispute: Dispute) -> Object:
    return {
        "event": dispute.entry.event.id if dispute.entry else None,
        "agreed": list(dispute.agreed),
        "claims": [_claim(claim) for claim in dispute.claims],
    }


def _claim(claim: Claim) -> Object:
    value = claim.value
    return {
        "date": str(value) if isinstance(value, DateSpan) else None,
        "figure": _figure(value) if isinstance(value, Figure) else None,
        **_words(claim.statement),
        "sources": _numbers(claim.sources),
    }


def _person(who: Who) -> Object:
    return {
        "name": who.name,
        "kind": who.kind.value,
        **_words(who.words),
        "published": _edtf(who.published),
        "source": who.words.source,
    }


def _words(statement: Statement) -> Object:
    return {"text": statement.text, "article": statement.article, "start": statement.start}


def _source(source: Source) -> Object:
    return {
        "number": source.number,
        "article": source.article,
        "title": source.title,
        "outlet": source.outlet,
        "url": source.url,
        "language": source.language,
        "published": _edtf(source.published),
        "published_at": _instant(source.published_at),
        "published_from": source.published_from.value,
        "inferred_from": source.inferred_from or None,
        "retrieved": _instant(source.retrieved),
        "origin": source.origin,
    }


def _date(span: DateSpan) -> Object:
    return {
        "edtf": str(span),
        "first": _iso(span.first),
        "last": _iso(span.last),
        "precision": span.precision.value,
        "approximate": span.approximate,
    }


def _edtf(span: DateSpan | None) -> str | None:
    return str(span) if span else None


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _instant(instant: datetime | None) -> str | None:
    return instant.isoformat() if instant else None


def _numbers(numbers: Sequence[int]) -> list[int]:
    return list(numbers)
