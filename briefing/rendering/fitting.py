"""How much page one can hold, by reckoning its lines. Widths and heights are those of the style sheet, in points.

The page shortens by showing fewer events, never by cutting a sentence; all of them stand in the timeline.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from briefing.model import Brief, Entry

__all__ = ["DEPTHS", "Fit", "first_page", "lines_of", "title_size"]

DEPTHS = {"a4": 734.0, "letter": 700.0}
"""Papers by name, each with the depth of its first page, less a reserve of 10 points."""

_COLUMN, _TEXT, _BLOCK = 88.2, 290.6, 493.0
_TITLE_SIZES = (("display", 30.0, 39.0), ("long", 21.0, 27.0))  # name, size, line height; of at most two lines
_LONGEST_TITLE = ("longer", 16.0, 20.0)
_BOTTOM_SIZES = (("large", 12.5, 17.33), ("dense", 10.5, 14.0))

_NARROW, _WIDE = frozenset("iljtf.,;:!|'’‘()[]-/"), frozenset("mwMW@%—…")
_EM = {"narrow": 0.32, "wide": 0.88, "capital": 0.65, "small": 0.53, "full": 1.0}  # widths of Source Serif 4
_ARABIC_SCRIPT = frozenset({"ar", "fa", "ur"})
_DEEP = 1.6  # ems between its lines
_SPACE = 0.24
_SANS = 0.9  # of them: Source Sans 3 runs narrower


@dataclass(frozen=True, slots=True)
class Fit:
    """How many sentences of the bottom line and how many further new events page one holds, and its text size.

    ``left`` is the depth that nothing takes, in points.
    """

    bottom: int
    new: int
    bottom_size: str
    left: float = 0.0


@dataclass(frozen=True, slots=True)
class Below:
    """The texts below the news of page one: those of each key figure, of each cell of the coverage, and the last line.

    ``mixed`` says that Arabic words stand among Latin ones, on lines that are a little deeper for it.
    """

    figures: Sequence[Sequence[str]]
    coverage: Sequence[Sequence[str]]
    notes: str
    mixed: bool = False


def title_size(title: str) -> str:
    """The size in which a title is set: display or long where it takes two lines at most, else longer."""
    return _title(title)[0]


def first_page(brief: Brief, paper: str, below: Below) -> Fit:
    """What page one holds of a brief, with what stands ``below`` its news.

    The bottom line is set large if everything fits then, else dense; what follows it gives way first, then its last
    sentences.
    """
    room = DEPTHS[paper] - _masthead(brief) - _figures(below) - _coverage(below) - _NEW_HEADING
    heights = [_new_item(entry) for entry in brief.also_new]
    large = _fit(brief, room, heights, *_BOTTOM_SIZES[0])
    if (large.bottom, large.new) == (len(brief.bottom_line), len(brief.also_new)):
        return large
    return _fit(brief, room, heights, *_BOTTOM_SIZES[1])


def _fit(brief: Brief, room: float, heights: Sequence[float], name: str, size: float, line: float) -> Fit:
    for bottom in range(len(brief.bottom_line), 0, -1):
        left = room - _bottom(brief.bottom_line[:bottom], size, line)
        if left >= 0 or bottom == 1:
            new = _that_fit(heights, left, all_told=len(brief.new) - bottom)
            return Fit(bottom, new, name, left - sum(heights[:new]))
    return Fit(0, 0, name, room)


def lines_of(text: str, width: float, size: float) -> int:
    """How many lines a text takes in a column, rather one too many: greedy, as the engine breaks them."""
    lines, at = 1, 0.0
    for word in text.split():
        long = sum(map(_em, word)) * size
        if at and at + long > width:
            lines, at = lines + 1, 0.0
        lines += int(long // width)
        at += long % width + _SPACE * size
    return lines


def _em(character: str) -> float:
    if character in _NARROW:
        return _EM["narrow"]
    if character in _WIDE:
        return _EM["wide"]
    if unicodedata.east_asian_width(character) in {"W", "F"}:
        return _EM["full"]
    if unicodedata.category(character) == "Mn":
        return 0.0
    return _EM["capital"] if character.isupper() else _EM["small"]


def _title(title: str) -> tuple[str, float, float]:
    return next((s for s in _TITLE_SIZES if lines_of(title, _BLOCK, s[1] * 0.96) <= 2), _LONGEST_TITLE)


def _masthead(brief: Brief) -> float:
    _name, size, height = _title(brief.title)
    topic = 11 * lines_of(brief.topic, _BLOCK - 101, 8.5) if brief.topic else 0
    return 79 + lines_of(brief.title, _BLOCK, size * 0.96) * height + topic


def _line(entry: Entry, size: float, height: float) -> float:
    """The depth of a line of an event's sentence: Arabic script needs more."""
    return max(height, _DEEP * size) if entry.statement.language.partition("-")[0] in _ARABIC_SCRIPT else height


def _bottom(entries: Sequence[Entry], size: float, height: float) -> float:
    """The section's rule and heading, and its sentences with what stands beside and below them."""
    told = (
        max(lines_of(_told(entry), _TEXT, size) * _line(entry, size, height) + _below(entry), _beside(entry)) + 8
        for entry in entries
    )
    return 24 + sum(told)


_NEW_HEADING = 37.0
_REST = 17.0  # the line that counts what is not shown


def _new_item(entry: Entry) -> float:
    return max(lines_of(_told(entry), _TEXT, 10) * _line(entry, 10, 13) + _below(entry), _beside(entry)) + 6.5


def _told(entry: Entry) -> str:
    return f"{entry.place}. {entry.statement.text}"


def _below(entry: Entry) -> float:
    """Notes under a sentence: what is disputed, that it was planned."""
    return 12.0 * (
        len(entry.disputed_sources)
        + len(entry.toll_sources)
        + (entry.event.modality.value != "happened")
        + bool(entry.denied_by)
    )


def _beside(entry: Entry) -> float:
    """Tag, date, and the other dates, of which a long one takes two lines."""
    long = (not entry.event.span.is_day) + entry.event.is_plan_without_a_day
    return 34.0 + 11 * bool(entry.event.learnt) + 11 * long


def _figures(below: Below) -> float:
    """The strip is as deep as its deepest figure: qualifier, value and what is counted, then a line or more for each text."""
    return 30.0 + max((46.0 + _small(texts, below) for texts in below.figures), default=6.0)


def _coverage(below: Below) -> float:
    """A box as deep as its deepest cell, and the line under it."""
    notes = 11 * lines_of(below.notes, _BLOCK, 7.5 * _SANS)
    return 36.0 + max((_small(cell, below) for cell in below.coverage), default=0.0) + notes


def _small(texts: Sequence[str], below: Below) -> float:
    lines = sum(lines_of(text, _COLUMN, 8 * _SANS) for text in texts if text)
    return (12.0 if below.mixed else 11.0) * lines


def _that_fit(heights: Sequence[float], room: float, *, all_told: int) -> int:
    """How many of them, from the first on, take no more than the room, with the line that counts the rest."""
    totals = list(accumulate(heights))
    return max((n for n, total in enumerate(totals, 1) if total + _REST * (n < all_told) <= room), default=0)
