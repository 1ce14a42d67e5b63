"""What a fetched document is, from how it begins: servers call feeds text/html, and pages application/xml."""

from __future__ import annotations

import gzip
import io
import re
import zlib
from enum import StrEnum

__all__ = ["Kind", "kind_of", "unpacked"]


class Kind(StrEnum):
    """A feed in XML, a feed in JSON, a sitemap or an index of sitemaps, or anything else: a page."""

    XML_FEED = "feed"
    JSON_FEED = "json feed"
    SITEMAP = "sitemap"
    PAGE = "page"


_PROLOGUE = re.compile(
    rb"(?:\s+|<\?[^>]{0,2000}>|<!--.{0,8000}?-->|<!DOCTYPE[^>\[]{0,500}(?:\[.{0,8000}?\]\s*)?>)+",
    re.DOTALL | re.IGNORECASE,
)
_ROOT = re.compile(rb"<(?:[A-Za-z][\w.-]{0,40}:)?([A-Za-z]+)")
_ROOTS = {
    b"rss": Kind.XML_FEED,
    b"feed": Kind.XML_FEED,
    b"rdf": Kind.XML_FEED,
    b"channel": Kind.XML_FEED,
    b"urlset": Kind.SITEMAP,
    b"sitemapindex": Kind.SITEMAP,
}
_JSON_FEED = re.compile(rb"\"version\"\s*:\s*\"https?:\\?/\\?/(?:www\.)?jsonfeed\.org|\"items\"\s*:\s*\[")
_UTF16 = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
_GZIP = b"\x1f\x8b"


def kind_of(body: bytes) -> Kind:
    """The kind of a document by its first characters."""
    head = body[:24_000]
    if head[:2] in _UTF16:
        head = head.decode("utf-16", "replace").encode()
    head = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if head.startswith(b"{"):
        return Kind.JSON_FEED if _JSON_FEED.search(head) else Kind.PAGE
    prologue = _PROLOGUE.match(head)
    root = _ROOT.match(head, prologue.end() if prologue else 0)
    return _ROOTS.get(root[1].lower(), Kind.PAGE) if root else Kind.PAGE


def unpacked(body: bytes, largest: int) -> bytes:
    """The content of a file that is gzipped itself (``sitemap.xml.gz``), cut at ``largest`` bytes; others as they are."""
    if not body.startswith(_GZIP):
        return body
    try:
        with gzip.open(io.BytesIO(body)) as file:
            return file.read(largest)
    except (OSError, EOFError, zlib.error):
        return b""
