"""Stories in many pieces: the posts of a live blog stand in boxes of one kind, of which the library takes the first.

So the prose of a page is counted before and after. Where more of it was lost than a story can spare, and
stood in boxes like the one that was taken, these boxes are opened for the library; what is still missing then
is handed on as left out, so that no paragraph goes without a trace.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

__all__ = ["missing_prose", "open_series"]

SHORTEST = 60  # characters of a paragraph that counts as prose
MOST = 2_000  # paragraphs that are looked at
_CLOSES = (".", "!", "?", "”", '"', "’", "»", "…", "؟", "。", "।", "۔", ")")
_ELSEWHERE = re.compile(
    r"relat|sidebar|widget|comment|disqus|foot|recent|popular|trend|ticker|recommend|menu|navig|cookie|consent|banner|gdpr|"
    r"subscri|newsletter|promo|paywall|caption|credit|teaser|share|social|advert|sponsor|modal|popup|hidden|author|bio|signup",
    re.IGNORECASE,
)
_OUTSIDE = frozenset(
    "nav aside footer header figure figcaption form button template noscript script style dialog table blockquote".split()
)
_BOXES = frozenset({"div", "article", "section", "li"})


def missing_prose(tree: HtmlElement, text: str) -> list[HtmlElement]:
    """The paragraphs of prose in a page's middle that do not stand in the text found in it."""
    found = "".join(text.split())
    return [paragraph for paragraph, words in _prose(tree) if words not in found]


def _prose(tree: HtmlElement) -> Iterator[tuple[HtmlElement, str]]:
    """Each paragraph that reads as prose, and its words without spaces."""
    for number, paragraph in enumerate(tree.iter("p")):
        if number == MOST:
            return
        words = " ".join(paragraph.text_content().split())
        if len(words) < SHORTEST or not words.endswith(_CLOSES) or _is_elsewhere(paragraph):
            continue
        linked = sum(len(link.text_content()) for link in paragraph.iter("a"))
        if linked * 2 < len(words):
            yield paragraph, words.replace(" ", "")


def _is_elsewhere(element: HtmlElement) -> bool:
    for node in (element, *element.iterancestors()):
        if node.tag in _OUTSIDE or node.get("hidden") is not None or node.get("aria-hidden") == "true":
            return True
        if node.tag not in {"body", "html"} and _ELSEWHERE.search(f"{node.get('class', '')} {node.get('id', '')}"):
            return True
    return False


def open_series(text: str, missing: list[HtmlElement]) -> bool:
    """Take off the marks of the boxes that hold missing prose and stand beside a like one that was taken.

    Boxes whose headings lead to other pages are other stories, and stay closed. Says whether anything was opened.
    """
    found = "".join(text.split())
    opened: set[HtmlElement] = set()
    for paragraph in missing:
        box = next((box for box in paragraph.iterancestors() if box in opened or _stands_beside(box, found)), None)
        if box is not None and box not in opened:
            opened.update(_alike(box))
    for box in opened:
        box.tag = "div"
        for name in ("class", "id", "itemprop", "role"):
            box.attrib.pop(name, None)
    return bool(opened)


def _stands_beside(box: HtmlElement, found: str) -> bool:
    """Whether a box has a like one beside it that holds prose of the text found."""
    group = _alike(box)
    if (
        len(group) < 2
        or any(_is_another_story(one) for one in group)
        or sum(1 for one in group if one.find(".//h1") is not None) > 1
    ):
        return False
    return any(words in found for one in group if one is not box for _, words in _prose(one))


def _alike(box: HtmlElement) -> list[HtmlElement]:
    """A box and those beside it of the same tag and class."""
    parent = box.getparent()
    if parent is None or box.tag not in _BOXES:
        return []
    kind = (box.tag, box.get("class"))
    return [one for one in parent if (one.tag, one.get("class")) == kind]


def _is_another_story(box: HtmlElement) -> bool:
    """Whether a heading of the box leads to another page."""
    for heading in box.iter("h1", "h2", "h3", "h4"):
        links = [*heading.iter("a"), *(up for up in heading.iterancestors("a"))]
        if any(not (link.get("href") or "#").startswith("#") for link in links):
            return True
    return False
