"""The events of ``brief events``: a table for the eye, JSON or JSON lines for the next program."""

from __future__ import annotations

import json
import shutil
import textwrap
from collections.abc import Sequence

from briefing.model import Event
from briefing.rendering.data import event_object

__all__ = ["list_events"]

_NARROWEST = 60


def list_events(events: Sequence[Event], form: str) -> str:
    """The events as ``table``, ``json`` (a list) or ``jsonl`` (a line an event), ending in a line break."""
    if form == "jsonl":
        return "".join(json.dumps(event_object(event), ensure_ascii=False) + "\n" for event in events)
    if form == "json":
        return json.dumps([event_object(event) for event in events], ensure_ascii=False, indent=2) + "\n"
    return _table(events)


def _table(events: Sequence[Event]) -> str:
    if not events:
        return "No dated event was found.\n"
    width = max(_NARROWEST, shutil.get_terminal_size((100, 24)).columns)
    dates = [str(event.span) for event in events]
    column = max(map(len, dates)) + 2
    blocks = [_row(event, day, column, width) for event, day in zip(events, dates, strict=True)]
    return "\n".join(blocks) + "\n"


def _row(event: Event, day: str, column: int, width: int) -> str:
    told = f"{event.statement.text} ({len(event.origins)} origin{'s' * (len(event.origins) != 1)}, {_articles(event)}, {event.id})"
    return textwrap.fill(told, width, initial_indent=day.ljust(column), subsequent_indent=" " * column)


def _articles(event: Event) -> str:
    count = len(event.articles)
    return f"{count} article{'s' * (count != 1)}"
