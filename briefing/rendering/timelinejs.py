"""The timeline as data of Knight Lab's TimelineJS: https://timeline.knightlab.com/docs/json-format.html.

TimelineJS sets texts as HTML, so every one is escaped here, and no link is made of what an article says. It knows no
uncertain dates: a date that is coarser than a day lacks the day or month, and ``display_date`` says the rest.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from html import escape

from briefing.datespan import End, Precision
from briefing.model import Brief, Entry
from briefing.rendering.citing import safe_link, shortened
from briefing.rendering.lines import Line, line
from briefing.rendering.markdown import one_line
from briefing.rendering.words import Words

__all__ = ["timelinejs_text"]

Object = dict[str, object]

_HEADLINE = 90  # characters; the whole sentence follows below it
_WITHOUT_MONTH = frozenset({Precision.YEAR, Precision.DECADE, Precision.CENTURY})
_WITHOUT_DAY = _WITHOUT_MONTH | {Precision.MONTH, Precision.QUARTER, Precision.SEASON, Precision.HALF}


def timelinejs_text(brief: Brief, title: str, period: str, words: Words) -> str:
    """The lines of the timeline as slides in three groups, the period as an era; JSON that ends in a newline."""
    aside = words.count("counts.more_rows", brief.coverage.left_out) if brief.coverage.left_out else ""
    data: Object = {
        "title": {"text": _text(title, "".join(f"<p>{escape(part)}</p>" for part in (period, aside) if part))},
        "events": list(_slides(brief, words)),
        "scale": "human",
    }
    if brief.period.since and brief.period.until:
        bounds = _day(brief.period.first), _day(brief.period.last)
        data["eras"] = [
            {"start_date": bounds[0], "end_date": bounds[1], "text": _text(words("document.period"), escape(period))}
        ]
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _slides(brief: Brief, words: Words) -> Iterator[Object]:
    groups = (
        ("groups.new", brief.new),
        ("groups.background", brief.background),
        ("headings.ahead", (*brief.ahead, *brief.overdue)),
    )
    for group, entries in groups:
        yield from (_slide(entry, brief, words(group), words) for entry in entries)


def _slide(entry: Entry, brief: Brief, group: str, words: Words) -> Object:
    shown, span = line(entry, brief.period.last.year, words), entry.event.span
    start, end = span.start or span.end, span.end or span.start
    assert start is not None  # noqa: S101 -- a span has at least one end
    assert end is not None  # noqa: S101
    slide: Object = {"start_date": _date(start)}
    if _date(end) != slide["start_date"]:
        slide["end_date"] = _date(end)
    return slide | {
        "text": _text(shortened(one_line(entry.statement.text), _HEADLINE), _body(entry, shown, brief, words)),
        "group": one_line(group),
        "display_date": escape(one_line(words.listed(shown.when))),
        "unique_id": entry.event.id,
        "autolink": False,
    }


def _body(entry: Entry, shown: Line, brief: Brief, words: Words) -> str:
    statement = entry.statement
    voice = "".join(
        f' {name}="{escape(value)}"'
        for name, value in (("lang", statement.language), ("dir", statement.direction))
        if value
    )
    parts = [f"<p{voice}>{escape(one_line(statement.text))}</p>"]
    if shown.disputes:
        dates = words("disputes.between").join(told for told, _ in shown.disputes)
        parts.append(f"<p>{escape(words('disputes.sentence'))} {escape(one_line(dates))}</p>")
    parts += [f"<p>{escape(one_line(note))}</p>" for note in shown.notes]
    parts.append(f"<p>{words.listed(_sources(entry, brief, words), 'joins.semicolon')} ({escape(shown.counts)})</p>")
    return "".join(parts)


def _sources(entry: Entry, brief: Brief, words: Words) -> Iterator[str]:
    for source in brief.sources:
        if source.number in entry.sources:
            name = escape(one_line(source.outlet or source.title or source.place) or words("problems.unnamed"))
            link = safe_link(source.url)
            yield f'<a href="{escape(link)}">{name}</a>' if link else name


def _text(headline: str, text: str) -> Object:
    return {"headline": escape(one_line(headline)), "text": text}


def _date(end: End) -> Object:
    if end.precision in _WITHOUT_MONTH:
        return {"year": end.day.year}
    if end.precision in _WITHOUT_DAY:
        return {"year": end.day.year, "month": end.day.month}
    return _day(end.day)


def _day(day: date) -> Object:
    return {"year": day.year, "month": day.month, "day": day.day}
