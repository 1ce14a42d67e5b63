"""Is a file a brief that this very tool made? It stands beside the articles often enough, and is none of them."""

from __future__ import annotations

from pathlib import Path

__all__ = ["MARK", "SCHEMA", "is_own_brief"]

MARK = "made by brief, from the articles that it cites"
"""What every Markdown and HTML brief says of itself where nobody sees it."""

SCHEMA = "urn:briefing:schema:brief:"
"""How the name of the JSON brief's schema begins."""

_ENDS = 4_096  # octets at either end of a file in which a brief says what it is
_SUFFIXES = frozenset({".md", ".markdown", ".html", ".htm", ".json"})


def is_own_brief(path: Path) -> bool:
    """Whether a file says of itself that it is a brief; one that cannot be looked into does not."""
    if path.suffix.lower() not in _SUFFIXES:
        return False
    try:
        with path.open("rb") as file:
            head = file.read(_ENDS)
            file.seek(max(0, path.stat().st_size - _ENDS))
            tail = file.read(_ENDS)
    except OSError:
        return False
    if path.suffix.lower() == ".json":
        return f'"{SCHEMA}'.encode() in head[:200]
    return MARK.encode() in head or MARK.encode() in tail
