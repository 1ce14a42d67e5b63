"""Does an event belong to the topic that the user names?"""

from __future__ import annotations

import math
from collections.abc import Mapping

from briefing.events.likeness import terms
from briefing.model import Article, Event

__all__ = ["belongs"]

_SHARE = 0.6  # of the topic's words, of which one or two must all be there


def belongs(event: Event, topic: str, articles: Mapping[str, Article]) -> bool:
    """Whether any report of an event, read with its article's headline, holds the topic's words."""
    wanted = terms(topic, "en").stems
    if not wanted:
        return True
    needed = math.ceil(len(wanted) * _SHARE) if len(wanted) > 2 else len(wanted)
    return any(
        len(wanted & terms(f"{report.text} {articles[report.article].title}", report.language).stems) >= needed
        for report in event.reports
    )
