"""The drawings of a brief: the strip of its story and the charts of its key figures, with the lines below them."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.model import Brief
from briefing.rendering.chart import charts_of
from briefing.rendering.drawing import Drawing
from briefing.rendering.happenings import happenings
from briefing.rendering.strip import lay_out
from briefing.rendering.strip_svg import draw_strip
from briefing.rendering.words import Words

__all__ = ["Drawings", "drawings_of"]


@dataclass(frozen=True, slots=True)
class Drawings:
    """The strip, None without events; ``notes`` say what it leaves out; a chart or None for each key figure."""

    strip: Drawing | None
    notes: tuple[str, ...]
    charts: tuple[Drawing | None, ...]


def drawings_of(brief: Brief, words: Words) -> Drawings:
    """Everything drawn in a brief."""
    strip = lay_out(happenings(brief), brief.period, words)
    left = (
        ("strip.unlabelled", strip.unlabelled if strip else 0),
        ("strip.beyond", strip.beyond if strip else 0),
        ("strip.left_out", brief.coverage.left_out if strip else 0),
    )
    return Drawings(
        strip=draw_strip(strip, words) if strip else None,
        notes=tuple(words.count(key, number) for key, number in left if number),
        charts=charts_of(brief.figures, words),
    )
