"""The feed of a site, from a page of it."""

from __future__ import annotations

import re
from urllib.parse import urljoin

from briefing.fetching.addresses import Unusable, web_address
from briefing.fetching.visits import Visit
from briefing.reading.feed_kinds import Kind, kind_of

__all__ = ["find_feed", "likely_feeds"]

_FEEDS = re.compile(r"application/(?:rss\+xml|atom\+xml|rdf\+xml|feed\+json|json)", re.IGNORECASE)
_COMMENTS = re.compile(r"comment|yorum|commentaire|kommentar|coment[aá]rio|تعليق", re.IGNORECASE)
_PLACES = ("/feed/", "/rss.xml")


def find_feed(visit: Visit) -> str:
    """The address of the feed that a visited page names, that of the visit itself where it is one, else an empty string.

    Of several the first counts that is not one of comments.
    """
    if kind_of(visit.body) is not Kind.PAGE:
        return visit.final_url if visit.body else ""
    from lxml import html

    try:
        tree = html.document_fromstring(visit.body)
    except Exception:  # noqa: BLE001 (whatever a page does to the library: it names no feed)
        return ""
    base = next((element.get("href") or "" for element in tree.iter("base")), "")
    feeds = [link for link in tree.iter("link") if _is_feed(link.get("rel"), link.get("type"))]
    feeds.sort(key=lambda link: bool(_COMMENTS.search(f"{link.get('title')} {link.get('href')}")))
    for link in feeds:
        try:
            return web_address(link.get("href") or "", urljoin(visit.final_url, base))
        except (Unusable, ValueError):
            continue
    return ""


def _is_feed(relation: str | None, media_type: str | None) -> bool:
    return "alternate" in (relation or "").lower().split() and bool(_FEEDS.match((media_type or "").strip()))


def likely_feeds(visit: Visit) -> tuple[str, ...]:
    """The two places where a site that names no feed most often has one; to be asked for, not to be believed."""
    return tuple(urljoin(visit.final_url, place) for place in _PLACES)
