"""Sitemaps (sitemaps.org) and news sitemaps -> the stories they list, and the newest parts of an index.

A news sitemap says when each story was published; a plain one only when its page last changed.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from briefing.reading.assembling import split_locale
from briefing.reading.feed_dates import read_feed_date
from briefing.reading.feed_kinds import unpacked
from briefing.reading.feeds import Feed, Item
from briefing.reading.found import Unreadable
from briefing.reading.printable import one_line

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["Sitemap", "read_sitemap"]

LARGEST = 20 * 1024 * 1024  # unpacked
MOST_ENTRIES = 50_000  # sitemaps.org
MOST_PARTS = 3
_LONGEST_VALUE = 4_000
_WEB = ("http://", "https://")


@dataclass(frozen=True, slots=True)
class Sitemap:
    """What a sitemap lists, newest first, and the addresses of the newest parts of an index, of which it has no items."""

    feed: Feed
    parts: tuple[str, ...]


def read_sitemap(body: bytes) -> Sitemap:
    """Read a sitemap or an index, also a gzipped one. Raises `Unreadable` for what is neither."""
    entries = list(_entries(unpacked(body, LARGEST)))
    if not entries:
        raise Unreadable("is a sitemap that lists nothing, or a broken one; check its address")
    parts = [entry for entry in entries if entry.kind == "sitemap"]
    items = [_item(entry.values) for entry in entries if entry.kind == "url"]
    language = next((item.language for item in items if item.language), "")
    title = next((item.outlet for item in items if item.outlet), "")
    return Sitemap(Feed(title, language, tuple(sorted(items, key=_when, reverse=True)), "sitemap"), _newest(parts))


@dataclass(frozen=True, slots=True)
class _Entry:
    kind: str
    values: dict[str, str]


def _entries(body: bytes) -> Iterator[_Entry]:
    """Each ``<url>`` and ``<sitemap>`` as its elements have it, name to text; read from a stream, and freed."""
    from lxml import etree  # 70 ms

    # Entities are not resolved and nothing is loaded; a file that breaks off gives what stands before.
    context: Any = etree.iterparse(
        io.BytesIO(body), events=("end",), resolve_entities=False, no_network=True, huge_tree=False, recover=True
    )
    count = 0
    try:
        for _, element in context:
            kind = _name(element)
            if kind in {"url", "sitemap"}:
                values: dict[str, str] = {}
                for inner in element.iter():
                    if isinstance(inner.tag, str) and inner.text and inner.text.strip():
                        values.setdefault(_name(inner), inner.text.strip()[:_LONGEST_VALUE])
                if values.get("loc", "").lower().startswith(_WEB):
                    yield _Entry(kind, values)
                    count += 1
                element.clear(keep_tail=False)
                while element.getprevious() is not None:
                    del element.getparent()[0]
            if count >= MOST_ENTRIES:
                return
    except etree.XMLSyntaxError:
        return


def _name(element: _Element) -> str:
    tag = element.tag
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""


def _item(values: dict[str, str]) -> Item:
    language, region = split_locale(values.get("language", ""))
    tag = f"{language}-{region}" if region else language
    return Item(
        url=values["loc"],
        title=one_line(values.get("title", "")),
        published=read_feed_date(values.get("publication_date", ""), language=tag),
        updated=read_feed_date(values.get("lastmod", ""), language=tag),
        outlet=one_line(values.get("name", "")),
        language=tag,
        is_listed_only=True,
    )


def _when(item: Item) -> str:
    """A key that sorts items by their day, undated ones last among those sorted from the newest."""
    stamp = item.published or item.updated
    if stamp is None:
        return ""
    return stamp.instant.isoformat() if stamp.instant else f"{stamp.span.last}"


def _newest(parts: list[_Entry]) -> tuple[str, ...]:
    """The parts that changed last; where none says so the last ones, as sitemaps grow at the end; news ones first."""
    numbered = enumerate(parts)
    ranked = sorted(
        numbered,
        key=lambda pair: ("news" in pair[1].values["loc"].lower(), pair[1].values.get("lastmod", ""), pair[0]),
        reverse=True,
    )
    return tuple(entry.values["loc"] for _, entry in ranked[:MOST_PARTS])
