"""What stands on page one: the weightiest news, as much of it as is read in one minute."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from briefing.model import Event, Status

__all__ = ["front_page"]

_BOTTOM_LINE = 3
_ALSO_NEW = 7
_ONE_MINUTE = 250  # words of plain news read in one minute (Brysbaert 2019: 238 of non-fiction in English)


def front_page(events: Sequence[Event], status: Mapping[str, Status]) -> tuple[list[Event], list[Event]]:
    """The events of the bottom line and those below it; ``events`` come weightiest first.

    Only what is told by a sentence of its own: page one is no place for what is mentioned in passing. A long
    sentence that would break the minute is passed over for a shorter one, never rewritten.
    """
    news = [event for event in events if status[event.id].is_fresh and not event.statement.in_passing]
    bottom = news[:_BOTTOM_LINE]
    also: list[Event] = []
    left = _ONE_MINUTE - sum(map(_words, bottom))
    for event in news[_BOTTOM_LINE:]:
        if len(also) < _ALSO_NEW and _words(event) <= left:
            left -= _words(event)
            also.append(event)
    return bottom, also


def _words(event: Event) -> int:
    return len(event.statement.text.split())
