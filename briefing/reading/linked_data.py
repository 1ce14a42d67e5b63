"""What a page says of itself in JSON-LD (schema.org): the nodes that are about its own story."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

__all__ = ["linked_data", "named_nodes", "story_nodes"]

_STORY_TYPES = re.compile(r"Article|BlogPosting|Report|LiveBlog|WebPage")
_DEEPEST = 4
_MOST_ITEMS = 50

Node = dict[str, object]


def linked_data(tree: HtmlElement) -> Iterator[object]:
    """Each JSON-LD script of a page, parsed; one that is broken as the text that it is."""
    for script in tree.xpath("//script[@type='application/ld+json']"):
        try:
            yield json.loads(script.text or "")
        except (ValueError, RecursionError):
            yield script.text or ""


def story_nodes(node: object, *, depth: int = 0) -> Iterator[Node]:
    """The nodes about the story itself: not those of stories listed below it."""
    if isinstance(node, list) and depth < _DEEPEST:
        for item in node[:_MOST_ITEMS]:
            yield from story_nodes(item, depth=depth + 1)
    if isinstance(node, dict):
        if _STORY_TYPES.search(str(node.get("@type", "Article"))):
            yield node
        if depth < _DEEPEST:
            for name in ("@graph", "mainEntity"):
                yield from story_nodes(node.get(name), depth=depth + 1)


def named_nodes(node: object, *, depth: int = 0) -> Iterator[tuple[str, Node]]:
    """The nodes that others point to by their ``@id``, as publishers often are."""
    if isinstance(node, list) and depth < _DEEPEST:
        for item in node[:_MOST_ITEMS]:
            yield from named_nodes(item, depth=depth + 1)
    if isinstance(node, dict):
        if isinstance(node.get("@id"), str) and "name" in node:
            yield str(node["@id"]), node
        if depth < _DEEPEST:
            yield from named_nodes(node.get("@graph"), depth=depth + 1)
