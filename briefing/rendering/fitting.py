"""How much page one can hold, by reckoning its lines. Widths and heights are those of the style sheet, in points.

The page shortens by showing fewer new events, never by cutting a sentence; all of them stand in the timeline.
"""

from __future__ import annotations

from itertools import accumulate

from briefing.model import Brief, Entry

__all__ = ["DEPTHS", "bottom_size", "first_page", "title_size"]

DEPTHS = {"a4": 736.0, "letter": 702.0}
"""Papers by name, each with the depth of its first page, less a reserve of 8 points."""

_TITLE_SIZES = ((64, "display", 31, 39.0), (130, "long", 46, 27.0))  # up to characters: name, per line, line height
_LONGEST_TITLE = ("longer", 60, 20.0)
_BOTTOM_SIZES = {"large": (50, 16.0), "dense": (56, 14.0)}  # characters per line, line height
_LARGE_BOTTOM = 620  # characters of all bottom-line sentences that may be set large
_FIGURES_IN_A_ROW = 5


def title_size(title: str) -> str:
    """The size in which a title of this length is set: display, long or longer."""
    return _title(title)[0]


def bottom_size(brief: Brief) -> str:
    """The size of the bottom line: large, or dense where its sentences are long."""
    return "large" if sum(_length(entry) for entry in brief.bottom_line) <= _LARGE_BOTTOM else "dense"


def first_page(brief: Brief, paper: str) -> tuple[int, bool]:
    """The number of further new events to show on page one, and whether the page holds all of its sections.

    The bottom line always stands there; what follows it gives way.
    """
    room = DEPTHS[paper] - _masthead(brief) - _bottom(brief) - _new_heading() - _figures(brief) - _coverage()
    heights = [_new_item(entry) for entry in brief.also_new]
    shown = sum(total <= room for total in accumulate(heights))
    return shown, room >= 0


def _masthead(brief: Brief) -> float:
    _name, per_line, height = _title(brief.title)
    return 73 + _lines(len(brief.title), per_line) * height + 11 * bool(brief.topic)


def _bottom(brief: Brief) -> float:
    width, height = _BOTTOM_SIZES[bottom_size(brief)]
    return 30 + sum(max(_lines(_length(entry), width) * height, 36) + 8 for entry in brief.bottom_line)


def _new_heading() -> float:
    return 36


def _new_item(entry: Entry) -> float:
    text = _lines(_length(entry) + len(entry.place), 56) * 13 + 14 * bool(entry.disputed_sources)
    dates = 34 + 11 * bool(entry.event.learnt)
    return max(text, dates) + 6.5


def _figures(brief: Brief) -> float:
    rows = -(-len(brief.figures) // _FIGURES_IN_A_ROW)
    return 26 + rows * (78 + 22 * any(figure.previous for figure in brief.figures))


def _coverage() -> float:
    return 90


def _title(title: str) -> tuple[str, int, float]:
    fits = (row[1:] for row in _TITLE_SIZES if len(title) <= row[0])
    return next(fits, _LONGEST_TITLE)


def _length(entry: Entry) -> int:
    return len(entry.statement.text)


def _lines(characters: int, per_line: int) -> int:
    return max(1, -(-characters // per_line))
