"""Arabic cues."""

from __future__ import annotations

from briefing.events.cues import Cues

__all__ = ["CUES"]

CUES = Cues(
    aside=r"بعد|عقب|إثر|قبل",
    since=r"منذ",
    saying=r"قال|قالت|أعلن|أعلنت|ذكر|ذكرت|أفاد|أفادت",
    planned=r"سوف|من\s+المقرر|من\s+المتوقع|يتوقع",
    denied=r"نفى|نفت",
    hypothetical=r"إذا|لو",
    dangling=r"وقال|وأضاف|وأضافت|كما|وذكر|وقالت|هو|هي|هذا|هذه|ذلك",
    personal=r"أنا|نحن|أنت|أنتم|لنا|لكم",
    source=r"(?:بحسب|وفق|نقلا\s+عن)\s+(?P<source>\w+\s+\w+)",
    sources={"مصادر أمنية": "security sources", "مصادر دبلوماسية": "diplomatic sources"},
    counts={"deaths": r"قتيلا?|قتلى|شهيدا?|قتل", "injuries": r"جريحا?|جرحى|مصابا?"},
    total=r"منذ|حصيلة",
    locative=r"في",
)
