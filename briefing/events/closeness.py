"""How close a report is to what its articles are about: whether it names what most of them name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from briefing.model import Report

__all__ = ["Closeness"]

_FLOOR = 0.01  # what names nothing may still belong to the story


class Closeness:
    """Knows how many of the articles use each word of a name, and asks it of a report.

    A story keeps naming the same people and places; what a folder also holds of other news, and an
    article's asides, do not. No topic has to be given.
    """

    def __init__(self, reports: Iterable[Report]) -> None:
        uses = {(report.article, word) for report in reports for word in _words(report)}
        self._articles = Counter(word for _, word in uses)
        self._most = max(self._articles.values(), default=1)

    def __call__(self, report: Report) -> float:
        """From 0.01, of a report that names nothing, to 1, of one that names what the most articles name."""
        best = max((self._articles[word] for word in _words(report)), default=0)
        return max(_FLOOR, best / self._most)


def _words(report: Report) -> set[str]:
    """The words of names: "Kalin" and "Ibrahim Kalin" share one."""
    return {word for name in report.names for word in name.key.split()}
