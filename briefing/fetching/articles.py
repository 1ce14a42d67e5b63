"""A visited page, with what its feed says of it -> an article; or, without a page, what the feed carries."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from urllib.parse import urlsplit

from briefing.fetching.addresses import Unusable, web_address
from briefing.fetching.visits import Visit
from briefing.model import Article
from briefing.reading.assembling import assemble
from briefing.reading.datenames import date_in_url
from briefing.reading.datetext import Stamp
from briefing.reading.feeds import Item
from briefing.reading.found import Found, Tell, Unreadable
from briefing.reading.story import read_story
from briefing.reading.transcoding import decode_fetched

__all__ = ["article_of_item", "article_of_page"]

LARGEST_PAGE = 2 * 1024 * 1024  # beyond, finding the story takes too long
_PAGES = frozenset({"", "text/html", "application/xhtml+xml", "application/xml", "text/xml"})
_TEXTS = frozenset({"text/plain", "text/markdown"})

Told = list[tuple[str, str]]


def article_of_page(visit: Visit, item: Item | None) -> tuple[Article | None, Told]:
    """The article of a page that was read, or None; and what was wrong, each with its place.

    Without an ``item`` the page is all that is known.
    """
    told: Told = []

    def tell(place: str, message: str) -> None:
        told.append((place, message))

    try:
        found = _read(visit, tell)
        return assemble(_with_item(found, item, visit, tell), tell), told
    except Unreadable as error:
        tell(visit.url, str(error))
        return None, told


def _read(visit: Visit, tell: Tell) -> Found:
    kind = visit.media_type
    if len(visit.body) > LARGEST_PAGE:
        raise Unreadable("is a page of more than 2 MB and was not read; save its text as a file")
    if kind not in _PAGES | _TEXTS:
        raise Unreadable(f"is no page but {kind[:60]}, which is not read; save its text as a file")
    text, note = decode_fetched(visit.body, visit.charset)
    if note:
        tell(visit.url, note)
    if kind in _TEXTS:
        from briefing.reading.plain import read_text

        return read_text(text, visit.url, "", tell)
    from briefing.reading.pages import read_page

    return read_page(text, visit.url, "", tell)


def _with_item(found: Found, item: Item | None, visit: Visit, tell: Tell) -> Found:
    """What the page says, completed by its feed; its address is the one that it gives itself."""
    url = _canonical(found.url, visit.final_url)
    if item is None:
        return replace(found, url=url, retrieved=visit.at)
    dated = found.page or found.header or date_in_url(url)
    return replace(
        found,
        url=url,
        retrieved=visit.at,
        feed=_date_of(item, visit.url, tell) if not dated else item.published,
        title=found.title or item.title,
        outlet=found.outlet or item.outlet,
        language=found.language or item.language,
    )


def _date_of(item: Item, place: str, tell: Tell) -> Stamp | None:
    """When an item was published; where its feed tells only of a change, that, with a word about it.

    Not in a sitemap: there it is the day on which the page was last generated.
    """
    if item.published or not item.updated or item.is_listed_only:
        return item.published
    tell(
        place, f"says nowhere when it was published; {item.updated.span}, its last change by its feed, is used instead"
    )
    return item.updated


def _canonical(written: str, final_url: str) -> str:
    """The address that a page gives itself, unless that is the front page of its site, as it is on careless ones."""
    try:
        canonical = web_address(written, final_url) if written else ""
    except Unusable:
        canonical = ""
    is_front = canonical and urlsplit(canonical).path in {"", "/"} and urlsplit(final_url).path not in {"", "/"}
    return final_url if not canonical or (is_front and not urlsplit(canonical).query) else canonical


def article_of_item(item: Item, place: str, retrieved: datetime) -> tuple[Article | None, Told]:
    """The article that a feed carries itself: its whole story where it has one, else its summary."""
    told: Told = []

    def tell(where: str, message: str) -> None:
        told.append((where, message))

    try:
        story = read_story(item.text or item.summary, title=item.title, language=item.language.partition("-")[0])
        found = Found(
            place=item.url or place,
            text=story.text,
            title=story.title,
            url=item.url,
            outlet=item.outlet,
            language=item.language,
            feed=_date_of(item, item.url or place, tell),
            header=story.stamp,
            retrieved=retrieved,
            left_out=story.left_out,
        )
        return assemble(found, tell), told
    except Unreadable as error:
        tell(item.url or place, str(error))
        return None, told
