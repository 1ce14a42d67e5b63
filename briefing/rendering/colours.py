"""The colours of drawings, and how a theme changes them where style sheets do not reach: in the shapes of the PDF."""

from __future__ import annotations

import re

__all__ = ["COLOURS", "recoloured", "theme_colours"]

COLOURS = {
    "ink": "#1c1c1c", "grey": "#595959", "line": "#8a8a86", "tint": "#f3f3f0", "new": "#8a2f0a", "old": "#6e6e6e", "paper": "#ffffff",
}  # fmt: skip
"""By the names of the variables that themes set; leaders of labels are darker than the lines of tables."""

_NOT_ON_PAPER = re.compile(r"/\*.*?\*/|@media(?!\s+print\b)[^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}", re.DOTALL)
_SETS = re.compile(rf"--({'|'.join(COLOURS)})\s*:\s*([#\w(),.% ]+?)\s*(?=[;}}])")
_PAINTED = re.compile(r'\b(fill|stroke)="(#[0-9a-f]{6})"')


def theme_colours(css: str) -> dict[str, str]:
    """The colours that a theme sets for paper, by name: the last value of each variable."""
    return dict(_SETS.findall(_NOT_ON_PAPER.sub("", css)))


def recoloured(html: str, css: str) -> str:
    """A page whose shapes bear the colours of a theme. In texts a quotation mark is escaped, so only shapes are met."""
    themed = {COLOURS[name]: value for name, value in theme_colours(css).items()}
    return _PAINTED.sub(lambda found: f'{found[1]}="{themed.get(found[2], found[2])}"', html) if themed else html
