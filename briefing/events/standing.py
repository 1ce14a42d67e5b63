"""How well a sentence stands on its own: read alone, under a date, it must be plain, whole and news."""

from __future__ import annotations

import re

from briefing.events.cues import compiled
from briefing.events.languages import cues_for
from briefing.model import Modality, Report

__all__ = ["faults", "is_dangling", "is_whole", "standing"]

_SHORT, _LONG = 8, 60  # words of a sentence that tells something and is read at a glance
_QUOTED = re.compile(r'"[^"]*"|“[^”]*”|«[^»]*»')
# Not running prose: a caption's bracket, a menu's or comment's bar, an address, a label, the rest of a sentence.
_NOT_PROSE = re.compile(r"^[(\[|•*]|\||https?:|@\w|^\W*(?:[^\W\d_][\w.’'-]*\s+){0,3}\w+:\s|^[a-z]")
_DEEP = 10  # sentences into an article: background and voices, no longer its news

# What each fault leaves of a sentence's worth.
_COST = {
    "short": 0.5,
    "long": 0.7,
    "no prose": 0.8,
    "personal": 0.6,
    "question": 0.7,
    "dangling": 0.85,
    "planned": 0.7,
    "in passing": 0.8,
    "deep": 0.5,
    "undated": 0.75,
}


def standing(report: Report) -> float:
    """What a sentence is worth as a line of its own, from 0 to 1: the product of the costs of its faults."""
    worth = 1.0
    for fault in faults(report):
        worth *= _COST[fault]
    return worth


def faults(report: Report) -> list[str]:
    """What keeps a sentence from standing on its own; the names are the keys of a table of costs."""
    text, words = report.text, len(report.text.split())
    cues = cues_for(report.language)
    said_plainly = _QUOTED.sub("", text)
    found = {
        "short": words < _SHORT,
        "long": words > _LONG,
        "no prose": _NOT_PROSE.search(text) is not None,
        "personal": compiled(cues.personal).search(said_plainly) is not None,
        "question": "?" in text or "؟" in text,
        "dangling": is_dangling(report),
        "planned": report.modality is Modality.PLANNED,
        "in passing": report.in_passing,
        "deep": report.position >= _DEEP,
        "undated": report.expression is None,
    }
    return [fault for fault, holds in found.items() if holds]


def is_dangling(report: Report) -> bool:
    """Whether a sentence opens with words that lean on the one before it ("he", "during the meeting")."""
    return compiled(cues_for(report.language).dangling).match(report.text) is not None


def is_whole(text: str) -> bool:
    """Whether a sentence ends as one and leaves no quotation mark open."""
    ends = re.search(r"[.!?؟。][\"”’»)]*$", text) is not None
    return ends and text.count("“") == text.count("”") and text.count('"') % 2 == 0
