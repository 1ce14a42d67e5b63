"""Why an event is one event, in plain sentences for a terminal: ``brief events SOURCE --explain ID``."""

from __future__ import annotations

import re
import shutil
import textwrap
from collections.abc import Iterator, Sequence

from briefing.events.explaining import Explanation, Joined, KeptApart
from briefing.events.nearness import Apart
from briefing.model import DatedBy, Event, Report

__all__ = ["explanation_text"]

_NARROWEST = 60
_WIDEST = 110
_QUOTED = 160  # characters of a sentence


def explanation_text(explanation: Explanation) -> str:
    """The explanation, wrapped to the terminal's width and ending in a line break."""
    width = min(_WIDEST, max(_NARROWEST, shutil.get_terminal_size((100, 24)).columns))
    return "\n".join(_wrapped(line, width) for line in _lines(explanation)) + "\n"


def _wrapped(line: str, width: int) -> str:
    indent = len(line) - len(line.lstrip())
    number = re.match(r"\d+\. ", line.lstrip())
    hanging = indent + (number.end() if number else 0)
    return textwrap.fill(line.strip(), width, initial_indent=" " * indent, subsequent_indent=" " * hanging)


def _lines(explanation: Explanation) -> Iterator[str]:
    event = explanation.event
    yield f"Event {event.id}: {_dated(event)}, {event.modality.value}, {_counted(event)}."
    yield f"“{event.statement.text}”"
    if event.disputed:
        yield f"Its sources disagree; others say {', '.join(map(str, event.disputed))}."
    if event.plans:
        yield f"It had been announced: {_many(len(event.plans), 'report')} told of it as a plan and confirm nothing."
    for fix in event.fixes:
        yield f"Decided by the desk on {fix.at:%Y-%m-%d} (fix {fix.number}, {fix.kind.value}): {fix.reason.rstrip('.')}."
    yield ""
    yield "Its reports"
    numbers = {_key(joined.report): number for number, joined in enumerate(explanation.joined, 1)}
    plans = {_key(report) for report in event.plans}
    for joined in explanation.joined:
        yield from _of_report(joined, numbers, is_plan=_key(joined.report) in plans)
    yield ""
    yield from _of_neighbours(explanation.apart)


def _dated(event: Event) -> str:
    return f"on {event.span}" if event.span.is_day else str(event.span)


def _counted(event: Event) -> str:
    return f"{_many(len(event.origins), 'origin')}, {_many(len(event.articles), 'article')}"


def _many(count: int, thing: str) -> str:
    return f"{count} {thing}{'s' * (count != 1)}"


def _key(report: Report) -> tuple[str, int, int]:
    return (report.article, report.start, report.expression.start if report.expression else -1)


# ---- a report ---------------------------------------------------------------------------------------


def _of_report(joined: Joined, numbers: dict[tuple[str, int, int], int], *, is_plan: bool) -> Iterator[str]:
    report = joined.report
    yield f"  {numbers[_key(report)]}. {_source(report)}: “{_cut(report.text)}”"
    yield f"     {_how_dated(report)}"
    if is_plan:
        yield "     It tells a plan, which neither dates nor confirms what happened."
    yield f"     {_why(joined, numbers)}"


def _source(report: Report) -> str:
    published = f", published {report.published}" if report.published else ", undated"
    inferred = " (inferred)" if report.published_from == "inferred" else ""
    return f"{report.outlet or report.article}{published}{inferred}"


def _cut(text: str) -> str:
    return textwrap.shorten(text, _QUOTED, placeholder=" …")


def _how_dated(report: Report) -> str:
    words = report.expression or report.day_from
    read = f"“{words.text}”, read as {words.span}" if words else ""
    if report.dated_by is DatedBy.STATED:
        counted = f" from {words.anchor}" if words and words.anchor else ""
        return f"Its own words date it: {read}{counted}."
    if report.dated_by is DatedBy.CARRIED:
        return f"It goes on telling its article's story, which another sentence dates: {read}."
    if report.dated_by is DatedBy.IMPLIED:
        return f"No words date it; its article tells it as the news of {report.span}."
    if report.dated_by is DatedBy.MATCHED:
        own = f" It says no more than {read}." if read else " It gives no day of its own."
        return f"The day is from the other reports, {report.span}.{own}"
    return f"It gives no day: it had happened when it was told, {report.span}."


def _why(joined: Joined, numbers: dict[tuple[str, int, int], int]) -> str:
    if not joined.is_first:
        return "It joined by what the desk decided, or by way of an article that is not among these any more."
    if joined.partner is None or joined.verdict is None:
        return "It knows the day best, so the others were held against it."
    verdict, partner = joined.verdict, numbers.get(_key(joined.partner))
    told = (
        f"It joined report {partner}"
        if verdict.holds
        else f"It joined by way of the others; of them report {partner} is nearest"
    )
    dates = f": {verdict.near.value}" if verdict.near else ""
    both = [
        f"the {what} {', '.join(words)}" for what, words in (("names", joined.names), ("words", joined.words)) if words
    ]
    shared = f"They share {' and '.join(both)}; " if both else ""
    alike = (
        f"likeness {verdict.likeness:.2f}, needed {verdict.needed:.2f}"
        if verdict.near
        else "own words have little in common"
    )
    return f"{told}{dates}. {shared or 'Their '}{alike}."


# ---- what was kept apart ----------------------------------------------------------------------------


def _of_neighbours(apart: Sequence[KeptApart]) -> Iterator[str]:
    if not apart:
        yield "No other event comes near it."
        return
    yield "Kept apart"
    for kept in apart:
        report = kept.near
        yield f"  {kept.event.id}, {kept.event.span}, {report.outlet or report.article}: “{_cut(report.text)}”"
        yield f"     {_why_apart(kept)}"


def _why_apart(kept: KeptApart) -> str:
    verdict = kept.verdict
    if verdict.apart is None:
        return f"Alike (likeness {kept.likeness:.2f}, needed {verdict.needed:.2f}), but not with all of the event's reports, or as much with another event."
    if verdict.near and verdict.likeness:
        return f"Not merged: {verdict.apart.value} (likeness {kept.likeness:.2f}, needed {verdict.needed:.2f})."
    if verdict.apart is Apart.FACTS:  # what little they have in common may well be all that one names
        return f"Not merged: {verdict.apart.value}."
    return f"Not merged: {verdict.apart.value} (likeness {kept.likeness:.2f})."
