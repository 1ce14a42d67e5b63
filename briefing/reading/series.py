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
_BOXES = ("div", "article", "section", "li")


def missing_prose(tree: HtmlElement, text: str) -> list[HtmlElement]:
    """The paragraphs of prose in a page's middle that do not stand in the text found in it."""
    found = "".join(text.split())
    return [paragraph for paragraph, words in _prose(tree) if words not in found]


def _prose(tree: HtmlElement) -> Iterator[tuple[HtmlElement, str]]:
    """Each paragraph that reads as prose, and its words without spaces."""
    known: dict[HtmlElement, bool] = {}
    for number, paragraph in enumerate(tree.iter("p")):
        if number == MOST:
            return
        words = " ".join(paragraph.text_content().split())
        if len(words) < SHORTEST or not words.endswith(_CLOSES) or _is_elsewhere(paragraph, known):
            continue
        linked = sum(len(link.text_content()) for link in paragraph.iter("a"))
        if linked * 2 < len(words):
            yield paragraph, words.replace(" ", "")


def _is_elsewhere(element: HtmlElement, known: dict[HtmlElement, bool]) -> bool:
    """Whether an element stands outside the page's middle; ``known`` holds what is so far, and gets what lies above it."""
    way = []
    answer = False
    for node in (element, *element.iterancestors()):
        if node in known:
            answer = known[node]
            break
        way.append(node)
        if _is_outside(node):
            answer = True
            break
    known.update(dict.fromkeys(way, answer))
    return answer


def _is_outside(node: HtmlElement) -> bool:
    if node.tag in {"body", "html"}:
        return False
    hidden = node.get("hidden") is not None or node.get("aria-hidden") == "true"
    return node.tag in _OUTSIDE or hidden or bool(_ELSEWHERE.search(f"{node.get('class', '')} {node.get('id', '')}"))


def open_series(text: str, missing: list[HtmlElement]) -> bool:
    """Take off the marks of the boxes that hold missing prose and stand beside a like one that was taken.

    Boxes whose headings lead to other pages are other stories, and stay closed. Says whether anything was opened.
    """
    found = "".join(text.split())
    judged: dict[tuple[object, ...], bool] = {}  # each group once, however many of its paragraphs are missing
    for paragraph in missing:
        for box in paragraph.iterancestors(*_BOXES):
            kind = (box.getparent(), box.tag, box.get("class"))
            if kind not in judged:
                group = _alike(box)
                judged[kind] = _is_series(group, found)
                if judged[kind]:
                    _unmark(group)
                    judged[box.getparent(), "div", None] = True
                    break
            elif judged[kind]:
                break
    return any(judged.values())


def _alike(box: HtmlElement) -> list[HtmlElement]:
    """A box and those beside it of the same tag and class."""
    parent = box.getparent()
    kind = (box.tag, box.get("class"))
    return [one for one in parent if (one.tag, one.get("class")) == kind] if parent is not None else []


def _is_series(group: list[HtmlElement], found: str) -> bool:
    """Whether boxes of one kind hold one story between them: some of their prose was found, and none is a story of its own."""
    if len(group) < 2 or sum(one.find(".//h1") is not None for one in group) > 1 or any(map(_is_another_story, group)):
        return False
    return any(words in found for one in group for _, words in _prose(one))


def _unmark(group: list[HtmlElement]) -> None:
    """Make boxes plain ones, of which the library takes all."""
    for box in group:
        box.tag = "div"
        for name in ("class", "id", "itemprop", "role"):
            box.attrib.pop(name, None)


def _is_another_story(box: HtmlElement) -> bool:
    """Whether a heading of the box leads to another page."""
    for heading in box.iter("h1", "h2", "h3", "h4"):
        links = [*heading.iter("a"), *(up for up in heading.iterancestors("a"))]
        if any(not (link.get("href") or "#").startswith("#") for link in links):
            return True
    return False
