"""A drawing: shapes as SVG, words as text over them.

The words are HTML, not SVG text, since only so are Arabic letters joined, numerals tabular, and labels found by a
search in the PDF. Each has a box as wide as it measures, so another font on a reader's screen is cut, never drawn
over its neighbour.

A drawing runs from left to right, and is mirrored as a whole for words that run from right to left.

Colours are attributes, which the PDF needs, and classes (``f-new`` fills, ``s-new`` strokes), by which a style sheet
changes them on screen.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from xml.etree import ElementTree as ET

from markupsafe import Markup

from briefing.rendering.colours import COLOURS

__all__ = ["WIDTH", "Drawing", "Shape", "Text", "drawing", "line", "shape"]

Shape = ET.Element

WIDTH = 493.0
"""Of the text block, in points."""

_NAMESPACE = "http://www.w3.org/2000/svg"
_ISOLATED = 6.0  # points that the engine puts between a date and words of the other direction
_SLACK = 2.0  # points by which a box is wider than what was measured; no leader of another label is nearer


@dataclass(frozen=True, slots=True)
class Text:
    """One line of words. ``x`` is its left edge, its right edge or its middle, as ``align`` says; ``y`` the base line.

    ``lead`` stands before the words in the lead's own colour (a label's date). ``kind`` is the class of its style.
    """

    x: float
    y: float
    width: float
    words: str
    lead: str = ""
    align: str = "left"
    kind: str = ""
    direction: str = ""
    language: str = ""

    @property
    def left(self) -> float:
        """Where its box begins."""
        slack = {"left": 0.0, "right": _SLACK, "center": _SLACK / 2}[self.align]
        return self.x - {"left": 0.0, "right": self.width, "center": self.width / 2}[self.align] - slack

    @property
    def box_width(self) -> float:
        """How wide its box is."""
        return self.width + _SLACK


@dataclass(frozen=True, slots=True)
class Drawing:
    """Shapes and words on a field of ``width`` by ``height`` points."""

    width: float
    height: float
    svg: Markup
    texts: tuple[Text, ...]


def drawing(
    width: float, height: float, title: str, shapes: Iterable[Shape], texts: Iterable[Text], *, direction: str
) -> Drawing:
    """The shapes as one SVG picture, of which ``title`` is the alternative text, with the words in their places.

    For words of the ``direction`` ``rtl`` all of it is mirrored: what began on the left begins on the right.
    """
    shapes, texts = list(shapes), tuple(texts)
    if direction == "rtl":
        group = ET.Element("g", {"transform": f"matrix(-1 0 0 1 {_number(width)} 0)"})
        group.extend(shapes)
        shapes, texts = [group], tuple(_mirrored(text, width) for text in texts)
    return Drawing(width, height, _svg(width, height, title, shapes), texts)


def _mirrored(text: Text, width: float) -> Text:
    wider = _ISOLATED if text.lead and text.align == "left" else 0.0
    return replace(
        text,
        x=width - text.x,
        width=text.width + wider,
        align={"left": "right", "right": "left"}.get(text.align, text.align),
    )


def _svg(width: float, height: float, title: str, shapes: Iterable[Shape]) -> Markup:
    root = ET.Element(
        "svg",
        {
            "xmlns": _NAMESPACE, "class": "drawn", "role": "img", "width": f"{_number(width / 10)}rem",
            "height": f"{_number(height / 10)}rem", "viewBox": f"0 0 {_number(width)} {_number(height)}",
        },
    )  # fmt: skip
    ET.SubElement(root, "title").text = title
    root.extend(shapes)
    return Markup(ET.tostring(root, encoding="unicode"))  # noqa: S704 -- escaped by the serialiser


def shape(kind: str, *, fill: str = "", stroke: str = "", title: str = "", **attributes: str | float) -> Shape:
    """One SVG element; ``fill`` and ``stroke`` are names of `COLOURS`, underlines in attributes become hyphens."""
    values = {name.replace("_", "-"): _number(v) if isinstance(v, int | float) else v for name, v in attributes.items()}
    classes = " ".join(f"{how}-{colour}" for how, colour in (("f", fill), ("s", stroke)) if colour)
    painted = {"fill": COLOURS[fill] if fill else "none", **({"stroke": COLOURS[stroke]} if stroke else {})}
    element = ET.Element(kind, {**({"class": classes} if classes else {}), **values, **painted})
    if title:
        ET.SubElement(element, "title").text = title
    return element


def line(x1: float, y1: float, x2: float, y2: float, stroke: str, width: float) -> Shape:
    """A straight line."""
    return shape(
        "path", stroke=stroke, d=f"M{_number(x1)} {_number(y1)}L{_number(x2)} {_number(y2)}", stroke_width=width
    )


def _number(value: float) -> str:
    """A number with at most one decimal place, without ``-0``."""
    return f"{round(value, 2) + 0.0:.2f}".rstrip("0").rstrip(".")
