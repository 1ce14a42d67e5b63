"""From a pile of news articles to a brief whose every date can be defended.

    >>> from briefing import make_brief, read_articles, render
    >>> brief = make_brief(read_articles("examples"), since="2024-09-01")  # doctest: +SKIP
    >>> print(render(brief, "md"))  # doctest: +SKIP

The functions are imported when they are first used, which keeps ``brief --help`` quick.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing.events import find_events, select_timeline
    from briefing.pipeline import make_brief
    from briefing.reading import read_articles
    from briefing.rendering import render
    from briefing.temporal import find_dates

__all__ = ["__version__", "find_dates", "find_events", "make_brief", "read_articles", "render", "select_timeline"]

_HOMES = {
    "find_dates": "temporal",
    "find_events": "events",
    "make_brief": "pipeline",
    "read_articles": "reading",
    "render": "rendering",
    "select_timeline": "events",
}


def __getattr__(name: str) -> object:
    if name == "__version__":
        return _version()
    if name not in _HOMES:
        raise AttributeError(f"module 'briefing' has no attribute {name!r}")
    return getattr(import_module(f"briefing.{_HOMES[name]}"), name)


def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version  # slow, and only `--version` needs it

    try:
        return version("briefing-cli")
    except PackageNotFoundError:  # run from a checkout that nobody installed
        return "0"
