"""Feeds (RSS, Atom, JSON Feed) -> the items they list, each with the date that its feed writes, zone and all.

The libraries' parsed dates are in UTC: an item of 00:53+03:00 would fall on the day before, and "on Friday" a week
back. So the date is read from the words of the feed.
"""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin

from briefing.reading.assembling import split_locale
from briefing.reading.datetext import Stamp
from briefing.reading.feed_dates import read_feed_date
from briefing.reading.feed_kinds import Kind, kind_of
from briefing.reading.found import Unreadable
from briefing.reading.markup import text_of_markup
from briefing.reading.printable import one_line

__all__ = ["Feed", "Item", "read_feed"]

LARGEST = 8 * 1024 * 1024
MOST_ITEMS = 2_000
_REMEDY = "check its address"


@dataclass(frozen=True, slots=True)
class Item:
    """One story that a feed or a sitemap lists.

    ``published`` and ``updated`` have the day in the zone of the feed; None where it gives none. ``summary`` is text
    without marks; ``text`` the whole story where the feed says that it carries it, else empty. ``is_listed_only`` is true
    of a sitemap's, whose ``updated`` is when the page was last generated.
    """

    url: str
    guid: str = ""
    title: str = ""
    published: Stamp | None = None
    updated: Stamp | None = None
    summary: str = ""
    text: str = ""
    author: str = ""
    outlet: str = ""
    language: str = ""
    is_listed_only: bool = False


@dataclass(frozen=True, slots=True)
class Feed:
    """What a feed says of itself, and its items in its own order; ``kind`` is ``rss``, ``atom``, ``json`` or ``sitemap``."""

    title: str
    language: str
    items: tuple[Item, ...]
    kind: str


def read_feed(body: bytes, url: str, content_type: str = "") -> Feed:
    """Read a feed. ``url`` is where it stands, ``content_type`` the header it came with. Raises `Unreadable`."""
    if len(body) > LARGEST:
        raise Unreadable(f"is a feed of more than {LARGEST // 1024 // 1024} MB and was not read; {_REMEDY}")
    kind = kind_of(body)
    if kind is Kind.JSON_FEED:
        return _read_json_feed(body, url)
    if kind is Kind.XML_FEED:
        return _read_xml_feed(body, url, content_type)
    raise Unreadable(
        f"is no feed ({'a sitemap' if kind is Kind.SITEMAP else 'neither RSS, Atom nor JSON Feed'}); {_REMEDY}"
    )


# ---- RSS and Atom -----------------------------------------------------------------------------


def _read_xml_feed(body: bytes, url: str, content_type: str) -> Feed:
    import feedparser  # 95 ms

    headers = {"content-type": content_type or "application/xml", "content-location": url}
    try:
        # A stream: bytes or text that look like an address would be fetched.
        parsed = feedparser.parse(io.BytesIO(body), response_headers=headers, sanitize_html=False)
    except Exception as error:  # whatever a feed does to the library costs that feed only
        raise Unreadable(f"is a feed that cannot be taken apart ({type(error).__name__}); {_REMEDY}") from error
    about = parsed.feed
    version = str(parsed.version or "rss")
    language = _language(about.get("language"))
    items = [_xml_item(entry, url, language, version) for entry in parsed.entries[:MOST_ITEMS]]
    told = tuple(item for item in items if item.url or item.text)
    is_cut = hasattr(parsed.get("bozo_exception"), "getLineNumber")
    if parsed.bozo and not told and (is_cut or not about.get("title")):  # else nothing is new, which is no fault
        raise Unreadable(f"is a broken feed ({_what_broke(parsed)}); {_REMEDY}")
    return Feed(
        title=_plain(about.get("title_detail"), about.get("title")),
        language=language,
        items=told,
        kind="atom" if version.startswith("atom") else "rss",
    )


def _what_broke(parsed: Mapping[str, Any]) -> str:
    error = parsed.get("bozo_exception")
    line = getattr(error, "getLineNumber", lambda: None)()
    return f"line {line}" if line else type(error).__name__


def _xml_item(entry: Mapping[str, Any], url: str, feed_language: str, version: str) -> Item:
    content = next(iter(entry.get("content") or ()), None)
    language = _language((content or entry.get("title_detail") or {}).get("language")) or feed_language
    written = entry.get("published") or ""
    changed = entry["updated"] if "updated" in entry else ""  # noqa: SIM401 (get() gives the publication, and a warning)
    if not written and not version.startswith("atom"):
        written, changed = changed, ""  # RSS knows no date of change: dc:date is the item's own
    source = entry.get("source") or {}
    return Item(
        url=_item_url(entry, url),
        guid=one_line(str(entry.get("id") or "")),
        title=_plain(entry.get("title_detail"), entry.get("title")),
        published=read_feed_date(written, language=language),
        updated=read_feed_date(changed, language=language),
        summary=_summary(entry),
        text=_markup_or_plain(content) if content else "",
        author=one_line(str(entry.get("author") or "")),
        outlet=_plain(None, source.get("title")),
        language=language,
    )


def _item_url(entry: Mapping[str, Any], base: str) -> str:
    """The address of an item: of several links the one to its page; a guid only where it is an address."""
    links = [link for link in entry.get("links") or () if link.get("rel", "alternate") == "alternate"]
    links.sort(key=lambda link: "html" not in (link.get("type") or "html"))
    written = links[0].get("href") if links else entry.get("link")
    if not written and re.match(r"https?://", str(entry.get("id") or "")):
        written = entry["id"]
    return _resolved(written, base)


def _resolved(written: object, base: str) -> str:
    """A link as a whole address of the web, or an empty string."""
    if not isinstance(written, str) or not written.strip():
        return ""
    try:
        whole = urljoin(base, written.strip())
    except ValueError:
        return ""
    return whole if whole.lower().startswith(("http://", "https://")) else ""


def _summary(entry: Mapping[str, Any]) -> str:
    detail = entry.get("summary_detail")
    return _markup_or_plain(detail) if detail else ""


def _markup_or_plain(detail: Mapping[str, Any]) -> str:
    value = str(detail.get("value") or "")
    plain = detail.get("type") == "text/plain" and not _MARKUP.search(value)
    return text_of_markup(value) if not plain else "\n\n".join(filter(None, map(str.strip, value.split("\n"))))


def _plain(detail: Mapping[str, Any] | None, value: object) -> str:
    """A title on one line, without marks: feeds write ``&lt;b&gt;`` in titles."""
    text = str((detail or {}).get("value") or value or "")
    return one_line(text_of_markup(text) if _MARKUP.search(text) else text)


_MARKUP = re.compile(r"</?[a-zA-Z][^<>]{0,500}>|&(?:#\d{2,6}|#x[0-9a-fA-F]{2,5}|[a-zA-Z]{2,10});")


def _language(tag: object) -> str:
    language, region = split_locale(str(tag or ""))
    return f"{language}-{region}" if region else language


# ---- JSON Feed --------------------------------------------------------------------------------


def _read_json_feed(body: bytes, url: str) -> Feed:
    """A JSON Feed (jsonfeed.org, versions 1 and 1.1)."""
    try:
        feed = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise Unreadable(f"is a broken JSON Feed ({type(error).__name__}); {_REMEDY}") from error
    items = feed.get("items") if isinstance(feed, dict) else None
    if not isinstance(items, list):
        raise Unreadable(f"is no JSON Feed (it has no list of items); {_REMEDY}")
    language = _language(feed.get("language"))
    found = (_json_item(item, url, language) for item in items[:MOST_ITEMS] if isinstance(item, dict))
    title = one_line(_text(feed, "title"))
    return Feed(title, language, tuple(item for item in found if item.url or item.text), "json")


def _json_item(item: Mapping[str, Any], base: str, feed_language: str) -> Item:
    language = _language(_text(item, "language")) or feed_language
    markup = _text(item, "content_html")
    return Item(
        url=_resolved(_text(item, "url") or _text(item, "external_url"), base),
        guid=one_line(str(item.get("id") or "")),
        title=one_line(_text(item, "title")),
        published=read_feed_date(_text(item, "date_published"), language=language),
        updated=read_feed_date(_text(item, "date_modified"), language=language),
        summary=one_line(_text(item, "summary")),
        text=text_of_markup(markup) if markup else _text(item, "content_text").strip(),
        author=next(_authors(item), ""),
        language=language,
    )


def _authors(item: Mapping[str, Any]) -> Iterator[str]:
    many = item.get("authors")
    for author in [*(many if isinstance(many, list) else ()), item.get("author")]:
        if isinstance(author, dict) and isinstance(author.get("name"), str):
            yield one_line(author["name"])


def _text(record: Mapping[str, Any], name: str) -> str:
    value = record.get(name)
    return value if isinstance(value, str) else ""
