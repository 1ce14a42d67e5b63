"""The publication date of a web page, from its metadata or from the words above the story.

The page's own statement is read exactly, with its precision and zone; `htmldate`, which knows many more
names for it, sees only what can hold a publication date: shown a whole page it would take a
copyright year or another story's day, and complete a bare month with today's day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING

from htmldate import find_date
from lxml import html

from briefing.reading.datetext import Stamp, make_stamp, read_date
from briefing.reading.header_lines import read_line
from briefing.reading.linked_data import linked_data, story_nodes

if TYPE_CHECKING:
    from lxml.html import HtmlElement

__all__ = ["find_page_date", "find_visible_date"]

META = (
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
    "dc.date.issued",
    "dcterms.issued",
    "pubdate",
    "publishdate",
    "publish_date",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date",
    "date",
)
_NO_PUBLICATION = re.compile(r"modif|updat|copyright|expir|url|event|start|end_?time|birth", re.IGNORECASE)
_FULL_DATE = re.compile(
    r"(?:19|20)\d{2}-?\d{2}-?\d{2}|\d{1,2}\W{1,2}[^\W\d]{3,}\W{1,2}(?:19|20)\d{2}|[^\W\d]{3,}\W+\d{1,2}\W+(?:19|20)\d{2}"
)
_DATE_PUBLISHED = re.compile(r"\"datePublished\"\s*:\s*\"([^\"]{4,40})\"")
_ELSEWHERE = re.compile(
    r"relat|sidebar|widget|comment|footer|recent|popular|trend|ticker|clock|current|today|calendar|archive|teaser|"
    r"recommend|modif|updat|menu|navig|weather|copyright",
    re.IGNORECASE,
)
_DATE_NAMES = re.compile(r"date|publish|posted|byline|time|meta|author", re.IGNORECASE)
_MOST_CANDIDATES = 40


def find_page_date(tree: HtmlElement) -> Stamp | None:
    """The date that the page's metadata gives, best first: meta tags, JSON-LD, time elements, what htmldate knows."""
    for candidates in (_metas(tree), _linked_data(tree), _times(tree)):
        for written in candidates:
            stamp = read_date(written)
            if stamp:
                return stamp
    return _ask_htmldate(tree)


def find_visible_date(tree: HtmlElement, language: str) -> Stamp | None:
    """The date printed beside the story, in an element whose name says that it holds one."""
    tag, _, region = language.partition("-")
    found = []
    for element in _named_elements(tree):
        text = " ".join(element.text_content().split())
        found += (read_line(text, language=tag.lower(), country=region) or []) if 6 <= len(text) <= 120 else []
    best = min(found, key=lambda pair: pair[0], default=None)
    return best and best[1]


# ---- metadata ---------------------------------------------------------------------------------


def _key(meta: HtmlElement) -> str:
    return str(meta.get("property") or meta.get("name") or meta.get("itemprop") or meta.get("http-equiv") or "").lower()


def _metas(tree: HtmlElement) -> Iterator[str]:
    values: dict[str, str] = {}
    for meta in tree.iter("meta"):
        values.setdefault(_key(meta), meta.get("content") or meta.get("datetime") or "")
    return (values[name] for name in META if values.get(name))


def _linked_data(tree: HtmlElement) -> Iterator[str]:
    for data in linked_data(tree):
        if isinstance(data, str):
            yield from _DATE_PUBLISHED.findall(data)  # broken JSON still tells
            continue
        for node in story_nodes(data):
            written = node.get("datePublished")
            if isinstance(written, str):
                yield written


def _times(tree: HtmlElement) -> Iterator[str]:
    """The time elements and itemprops of the story: marked as publication first, then those near its headline."""
    for path in (
        "//*[@itemprop='datePublished']",
        "//time[@pubdate or contains(@class, 'publish') or contains(@class, 'entry-date')]",
        "//article[.//h1]//time",
        "//main//time",
        "//h1/following::time",
    ):
        found = tree.xpath(path)[:_MOST_CANDIDATES]
        yield from (
            element.get("datetime") or element.get("content") or element.text_content()
            for element in found
            if not _is_elsewhere(element)
        )


def _is_elsewhere(element: HtmlElement) -> bool:
    """Whether an element stands in a menu, a list of other stories or under the site's clock, or tells a change."""
    for node in (element, *element.iterancestors()):
        if node.tag in {"nav", "aside", "footer"}:
            return True
        if node.tag not in {"body", "html"} and _ELSEWHERE.search(
            f"{node.get('class', '')} {node.get('id', '')} {node.get('itemprop', '')}"
        ):
            return True
    return False


def _ask_htmldate(tree: HtmlElement) -> Stamp | None:
    """What htmldate makes of the other metas that hold one full date."""
    others = [meta for meta in tree.iter("meta") if _key(meta) not in META and not _NO_PUBLICATION.search(_key(meta))]
    for meta in others[:_MOST_CANDIDATES]:
        content = meta.get("content") or meta.get("datetime") or ""
        if not _FULL_DATE.search(content):
            continue
        page = html.document_fromstring(
            f"<html><head>{html.tostring(meta, encoding='unicode', with_tail=False)}</head></html>"
        )
        found = find_date(
            page, extensive_search=False, original_date=True, outputformat=_FORMAT, min_date="1900-01-01", max_date=_FAR
        )
        stamp = _written_stamp(found or "", content)
        if stamp:
            return stamp
    return None


_FORMAT = "%Y-%m-%dT%H:%M:%S%z"  # keeps the zone
_FAR = "2199-12-31"  # without a latest date, htmldate looks at the clock


def _written_stamp(found: str, content: str) -> Stamp | None:
    """The date that htmldate found, if its day is written: it makes the first of an impossible one."""
    day = found[8:10]
    if not day or not re.search(rf"(?<!\d)0?{int(day)}(?!\d)|{found[:4]}{found[5:7]}{day}", content):
        return None
    stamp = make_stamp(found[:4], found[5:7], day)
    return stamp and Stamp(stamp.span, datetime.fromisoformat(found) if found[19:] else None)


# ---- words on the page ------------------------------------------------------------------------


def _named_elements(tree: HtmlElement) -> list[HtmlElement]:
    found = []
    for element in tree.xpath(
        "//*[@class or @id][self::p or self::div or self::span or self::time or self::small or self::li]"
    ):
        if _DATE_NAMES.search(f"{element.get('class', '')} {element.get('id', '')}") and not _is_elsewhere(element):
            found.append(element)
            if len(found) == _MOST_CANDIDATES:
                break
    return found
