"""Sitemaps: the stories of a news sitemap with their days, and the newest parts of an index."""

from __future__ import annotations

import gzip

import pytest

from briefing.reading.found import Unreadable
from briefing.reading.sitemaps import read_sitemap

NEWS = """<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"
        xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
  <url>
    <loc>https://daily-b.example/old</loc>
    <image:image><image:loc>https://daily-b.example/photo.jpg</image:loc></image:image>
    <news:news>
      <news:publication><news:name>Daily B</news:name><news:language>tr</news:language></news:publication>
      <news:publication_date>2024-09-14T00:53:00+03:00</news:publication_date>
      <news:title>Görüşmeler &amp; ötesi</news:title>
    </news:news>
  </url>
  <url><loc>https://daily-b.example/new</loc><lastmod>2024-09-15</lastmod></url>
  <url><loc>file:///etc/passwd</loc></url>
</urlset>"""


def test_news_sitemap() -> None:
    """A story comes with its day in its own zone, its title, outlet and language; what only changed has no publication."""
    new, old = read_sitemap(NEWS.encode()).feed.items
    assert (new.url, new.published, str(new.updated and new.updated.span)) == (
        "https://daily-b.example/new",
        None,
        "2024-09-15",
    )
    assert (old.url, old.title) == ("https://daily-b.example/old", "Görüşmeler & ötesi")
    assert (old.outlet, old.language) == ("Daily B", "tr")
    assert old.published
    assert str(old.published.span) == "2024-09-14"


def test_gzipped_sitemap() -> None:
    """A sitemap that is a gzipped file is read like another."""
    assert len(read_sitemap(gzip.compress(NEWS.encode())).feed.items) == 2


def test_newest_parts_of_an_index() -> None:
    """Of the parts of an index the three that changed last are read; one of news comes first."""
    parts = "".join(
        f"<sitemap><loc>https://a.example/{name}.xml</loc><lastmod>{day}</lastmod></sitemap>"
        for name, day in [
            ("a", "2024-01-01"),
            ("b", "2024-09-01"),
            ("news", "2023-01-01"),
            ("c", "2024-08-01"),
            ("d", "2024-07-01"),
        ]
    )
    sitemap = read_sitemap(f"<sitemapindex>{parts}</sitemapindex>".encode())
    assert sitemap.feed.items == ()
    assert sitemap.parts == tuple(f"https://a.example/{name}.xml" for name in ("news", "b", "c"))


def test_broken_and_hostile_sitemaps() -> None:
    """What stands before a break is read; entities bring nothing in; an empty one is said to be so."""
    assert len(read_sitemap(NEWS.split("<loc>https://daily-b.example/new", maxsplit=1)[0].encode()).feed.items) == 1
    hostile = '<!DOCTYPE urlset [<!ENTITY x SYSTEM "file:///etc/passwd">]><urlset><url><loc>https://a.example/&x;</loc></url></urlset>'
    assert [item.url for item in read_sitemap(hostile.encode()).feed.items] in ([], ["https://a.example/"])
    with pytest.raises(Unreadable, match="lists nothing"):
        read_sitemap(b"<urlset></urlset>")
