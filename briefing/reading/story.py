"""The lines of a document -> its title, its date, its story in paragraphs, and what was left out of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from briefing.reading.boilerplate import cut_lists
from briefing.reading.datetext import Stamp
from briefing.reading.furniture import cut_furniture
from briefing.reading.headers import read_header

__all__ = ["Story", "read_story"]

_BETWEEN = "\n\n"
_WRAPPED_WIDTHS = range(40, 131)
_CLOSES = (".", "!", "?", ":", "”", '"', "’", "»", "…", "؟")


@dataclass(frozen=True, slots=True)
class Story:
    """A text in its parts; paragraphs of ``text`` and ``left_out`` are separated by one blank line.

    ``outlet`` is a name in the header that reads as the outlet's.
    """

    title: str
    text: str
    stamp: Stamp | None
    left_out: str
    outlet: str = ""


def read_story(text: str, *, title: str = "", language: str = "", country: str = "") -> Story:
    """Take header and lists of other stories off a text. A ``title`` given is kept."""
    lines, furniture = cut_furniture(text.split("\n"))
    header = read_header(lines, title=title, language=language, country=country)
    kept, left = cut_lists(header.story)
    left_out = _BETWEEN.join([*header.left_out, *map(str.strip, left), *furniture])
    return Story(header.title, join_paragraphs(kept), header.stamp, left_out, header.outlet)


def join_paragraphs(lines: Sequence[str]) -> str:
    """Paragraphs separated by one blank line, each on one line.

    In a text wrapped to a width, as in mail, the lines between two blank ones are one paragraph;
    in every other each line is one.
    """
    bare = [line.strip() for line in lines]
    if not _is_wrapped(bare):
        return _BETWEEN.join(line for line in bare if line)
    blocks: list[list[str]] = [[]]
    for line in bare:
        if line:
            blocks[-1].append(line)
        elif blocks[-1]:
            blocks.append([])
    return _BETWEEN.join(" ".join(block) for block in blocks if block)


def _is_wrapped(lines: Sequence[str]) -> bool:
    """Whether every line break inside a block stands where the next word would have run over the width."""
    width = max(map(len, lines), default=0)
    if width not in _WRAPPED_WIDTHS:
        return False
    pairs = [(line, after) for line, after in pairwise(lines) if line and after]
    runs_over = all(len(line) + 1 + len(after.split()[0]) > width for line, after in pairs)
    return runs_over and any(not line.endswith(_CLOSES) for line, _ in pairs)
