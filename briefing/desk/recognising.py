"""What a source is, from what was written: a feed, a sitemap, a page whose site has a feed, a folder, a file."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from briefing.config import SourceEntry
from briefing.desk.adding import relative_to
from briefing.errors import Misuse
from briefing.fetching.discovery import find_feed, likely_feeds
from briefing.fetching.policy import Policy
from briefing.fetching.rounds import fetch_all
from briefing.fetching.visits import Outcome, Visit, Wanted
from briefing.reading.feed_kinds import Kind, kind_of

__all__ = ["entry_of"]


def entry_of(written: str, name: str, desk: Path, now: Callable[[], datetime]) -> SourceEntry:
    """The entry of a source; a web address is visited. Raises `Misuse` for one that is not there."""
    if written.startswith(("http://", "https://")):
        return _on_the_web(written, name, now)
    if "://" in written:
        raise Misuse(f"{written} is no address that can be fetched; write one that begins with https://.")
    path = Path(written)
    if not path.exists():
        raise Misuse(
            f"there is no file or folder {written}; check how it is written, or write https:// before a web address."
        )
    said = relative_to(desk, path)
    return SourceEntry(folder=said, name=name) if path.is_dir() else SourceEntry(file=said, name=name)


def _on_the_web(url: str, name: str, now: Callable[[], datetime]) -> SourceEntry:
    visit = _visit(url, now)
    if visit.outcome is not Outcome.READ:
        raise Misuse(f"{url} {visit.message or 'could not be read'}; nothing was added.")
    kind = kind_of(visit.body)
    if kind is Kind.SITEMAP:
        return SourceEntry(sitemap=url, name=name)
    if kind is not Kind.PAGE:
        return SourceEntry(feed=url, name=name)
    feed = find_feed(visit) or _guessed(visit, now)
    return SourceEntry(feed=feed, name=name) if feed else SourceEntry(page=url, name=name)


def _guessed(visit: Visit, now: Callable[[], datetime]) -> str:
    """One of the usual places of a feed, where a feed does stand there."""
    for place in likely_feeds(visit):
        found = _visit(place, now)
        if found.outcome is Outcome.READ and kind_of(found.body) not in {Kind.PAGE, Kind.SITEMAP}:
            return place
    return ""


def _visit(url: str, now: Callable[[], datetime]) -> Visit:
    return next(iter(fetch_all([Wanted(url, trusted=True)], Policy(delay=0), now=now)))
