"""How wide a line of text will be, from the fonts that set it, so that no label is placed by guessing."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from functools import cache
from typing import Any

from briefing.rendering.typefaces import variable_font

__all__ = ["BOLD", "REGULAR", "text_width"]

REGULAR, BOLD = 400, 600

_FAMILIES = ("Source Sans 3", "Noto Naskh Arabic")
_KERNING = 1.015  # pairs are set a little closer or wider than the sum of their letters
_UNKNOWN = 0.8  # ems of a letter that no packaged font has, from what fonts of other scripts measure
_WIDE = 1.0  # ems of a Chinese, Japanese or Korean character, by design


def text_width(text: str, size: float, weight: int = REGULAR) -> float:
    """The width of one line in points, or a little more; ``size`` is that of the type in points.

    Latin, Greek and Cyrillic letters are measured. Arabic ones count as if each stood alone, the widest form
    that they take; a letter of any other script counts as a bound for its kind.
    """
    known = _advances(weight)
    return size * _KERNING * sum(known[letter] if letter in known else _bound(letter) for letter in text)


def _bound(letter: str) -> float:
    if unicodedata.category(letter) in {"Mn", "Me", "Cf"}:
        return 0.0
    return _WIDE if unicodedata.east_asian_width(letter) in "WF" else _UNKNOWN


@cache
def _advances(weight: int) -> Mapping[str, float]:
    """The advance of each letter in ems, of the first family that has it."""
    return {letter: width for family in reversed(_FAMILIES) for letter, width in _advances_of(family, weight)}


def _advances_of(family: str, weight: int) -> list[tuple[str, float]]:
    from fontTools.ttLib import TTFont  # with what it imports, as slow as the rest of the drawing

    font: Any
    with TTFont(variable_font(family), lazy=True) as font:
        glyphs, em = font.getGlyphSet(location={"wght": weight}), font["head"].unitsPerEm
        return [(chr(code), glyphs[name].width / em) for code, name in font.getBestCmap().items()]
