"""The outlet of a web page, from what the page says of itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import unescape
from typing import TYPE_CHECKING

from briefing.reading.linked_data import linked_data, named_nodes, story_nodes

if TYPE_CHECKING:
    from lxml.html import HtmlElement

__all__ = ["find_outlet"]

_SITES = re.compile(
    r"\b(?:WebSite|Newspaper|Periodical|NewsMediaOrganization|CreativeWork)\b"
)  # not a section or a series
_ADDRESS = re.compile(r"(?:https?:)?//|www\.|@", re.IGNORECASE)
_LONGEST = 80


def find_outlet(tree: HtmlElement) -> str:
    """The outlet's name, best evidence first: og:site_name, JSON-LD, other meta tags; empty where none tells."""
    candidates = (
        *_metas(tree, "og:site_name"),
        *_publishers(tree),
        *_metas(tree, "publisher"),
        *_metas(tree, "application-name"),
    )
    return next(filter(_is_name, candidates), "")


def _metas(tree: HtmlElement, name: str) -> list[str]:
    values: list[str] = tree.xpath("//meta[@property=$name or @name=$name]/@content", name=name)
    return [" ".join(value.split()) for value in values]


def _publishers(tree: HtmlElement) -> Iterator[str]:
    """Who publishes the story by JSON-LD, then the site that it is part of."""
    data = list(linked_data(tree))
    named = dict(pair for one in data for pair in named_nodes(one))
    nodes = [node for one in data for node in story_nodes(one)]
    for node in nodes:
        yield from _names(node.get("publisher"), named)
    for node in nodes:
        yield from _names(node.get("isPartOf"), named, only=_SITES)


def _names(
    value: object, named: Mapping[str, dict[str, object]], *, only: re.Pattern[str] | None = None
) -> Iterator[str]:
    """The names in a value: written out, in an object, in an object pointed to, or in a list of these."""
    for one in value[:5] if isinstance(value, list) else [value]:
        whole = named.get(str(one.get("@id")), one) if isinstance(one, dict) and "name" not in one else one
        if isinstance(whole, dict):
            fits = only is None or only.search(str(whole.get("@type", "WebSite")))
            whole = whole.get("name") if fits else None
        elif only:
            continue  # a bare word may be a section
        if isinstance(whole, str):
            yield " ".join(unescape(whole).split())


def _is_name(text: str) -> bool:
    return 0 < len(text) <= _LONGEST and not _ADDRESS.match(text)
