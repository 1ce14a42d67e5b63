"""Feeds in their three forms: what they list, and the day that they write, zone and all."""

from __future__ import annotations

import json
import time

import pytest

from briefing.reading.feed_dates import read_feed_date
from briefing.reading.feed_kinds import Kind, kind_of
from briefing.reading.feeds import Item, read_feed
from briefing.reading.found import Unreadable
from briefing.reading.markup import text_of_markup

URL = "https://daily-b.example/feeds/talks.xml"


def rss(item: str, about: str = "<title>Daily B</title><language>en-GB</language>") -> bytes:
    """An RSS feed with one item."""
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/">'
        f"<channel>{about}<item>{item}</item></channel></rss>"
    ).encode()


def atom(entry: str) -> bytes:
    """An Atom feed with one entry."""
    return (
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="tr"><title>Daily C</title><entry>{entry}</entry></feed>'
    ).encode()


def only(body: bytes, content_type: str = "") -> Item:
    """The one item of a feed."""
    items = read_feed(body, URL, content_type).items
    assert len(items) == 1
    return items[0]


def test_rss() -> None:
    """An RSS item tells its address, title, date, author and summary; the feed its title and language."""
    feed = read_feed(
        rss(
            '<title>Talks &lt;i&gt;resume&lt;/i&gt; &amp;amp; go on</title><link>/talks?a=1&amp;b=2</link><guid isPermaLink="false">77</guid>'
            "<pubDate>Sat, 14 Sep 2024 00:53:00 +0300</pubDate><dc:creator>A. Writer</dc:creator>"
            "<description>&lt;p&gt;Delegates met.&lt;/p&gt;&lt;p&gt;They left.&lt;/p&gt;</description>"
        ),
        URL,
    )
    item = feed.items[0]
    assert (feed.title, feed.language, feed.kind) == ("Daily B", "en-GB", "rss")
    assert item.url == "https://daily-b.example/talks?a=1&b=2"
    assert (item.title, item.guid, item.author) == ("Talks resume & go on", "77", "A. Writer")
    assert (item.summary, item.text, item.language) == ("Delegates met.\n\nThey left.", "", "en-GB")


def test_day_is_the_one_that_the_feed_writes() -> None:
    """Seven minutes to one in Istanbul is still the evening before in UTC; the weekday stays that of Istanbul."""
    published = only(rss("<link>/a</link><pubDate>Sat, 14 Sep 2024 00:53:00 +0300</pubDate>")).published
    assert published
    assert str(published.span) == "2024-09-14"
    assert published.instant
    assert published.instant.isoformat() == "2024-09-14T00:53:00+03:00"
    assert f"{published.span.first:%A}" == "Saturday"


@pytest.mark.parametrize(
    ("written", "language", "day", "instant"),
    [
        ("Sat, 14 Sep 2024 00:53:00 EST", "", "2024-09-14", "2024-09-14T00:53:00-05:00"),
        ("Sat, 14 Sep 2024 00:53:00 GMT", "", "2024-09-14", "2024-09-14T00:53:00+00:00"),
        ("Sat, 14 Sep 2024 00:53:00 IST", "", "2024-09-14", None),
        ("Sat, 14 Sep 2024 00:53:00 -0000", "", "2024-09-14", None),
        ("Sat, 14 Sep 2024 00:53:00 -0400 (EDT)", "", "2024-09-14", "2024-09-14T00:53:00-04:00"),
        ("14 Sep 24 00:53:00 +0300", "", "2024-09-14", "2024-09-14T00:53:00+03:00"),
        ("2024-09-14T00:53:00.120+03:00", "", "2024-09-14", "2024-09-14T00:53:00.120000+03:00"),
        ("2024-09-14 00:53:00 +0300", "", "2024-09-14", "2024-09-14T00:53:00+03:00"),
        ("Cmt, 14 Eyl 2024 00:53:00 +0300", "tr", "2024-09-14", "2024-09-14T00:53:00+03:00"),
        ("14 Eylül 2024 00:53", "en", "2024-09-14", None),
        ("sam., 14 sept. 2024 00:53:00 +0200", "fr", "2024-09-14", "2024-09-14T00:53:00+02:00"),
        ("السبت, 14 سبتمبر 2024 00:53:00 +0300", "ar", "2024-09-14", "2024-09-14T00:53:00+03:00"),
        ("14.09.2024", "tr", "2024-09-14", None),
        ("Sat, 31 Feb 2024 00:53:00 +0300", "", None, None),
        ("yesterday", "", None, None),
        ("1726264380", "", None, None),
        ("", "", None, None),
    ],
)
def test_dates_of_feeds(written: str, language: str, day: str | None, instant: str | None) -> None:
    """Dates are read as written, in the forms and languages that feeds use; what is no whole date gives none."""
    stamp = read_feed_date(written, language=language)
    assert (stamp and str(stamp.span)) == day
    assert (stamp and stamp.instant and stamp.instant.isoformat()) == instant


def test_atom() -> None:
    """An Atom entry tells its page among its links, and publication apart from change; relative links are resolved."""
    item = only(
        atom(
            '<id>urn:77</id><title>Görüşme</title><link rel="self" href="/self"/><link rel="alternate" href="a/b"/>'
            "<published>2024-09-14T00:53:00+03:00</published><updated>2024-09-15T10:00:00Z</updated>"
            '<source><title>Agency A</title></source><summary type="html">&lt;b&gt;Kısa&lt;/b&gt;</summary>'
            '<content type="html">&lt;p&gt;Uzun&lt;/p&gt;</content>'
        )
    )
    assert (item.url, item.language, item.outlet) == ("https://daily-b.example/feeds/a/b", "tr", "Agency A")
    assert item.published
    assert item.updated
    assert (str(item.published.span), str(item.updated.span)) == ("2024-09-14", "2024-09-15")
    assert (item.summary, item.text) == ("Kısa", "Uzun")


def test_change_is_no_publication() -> None:
    """An Atom entry that tells only its last change has no publication; the date of Dublin Core in RSS is one."""
    changed = only(atom('<link href="/a"/><updated>2024-09-15T10:00:00Z</updated>'))
    assert (changed.published, changed.updated is not None) == (None, True)
    dated = only(rss("<link>/a</link><dc:date>2024-09-15T10:00:00Z</dc:date>"))
    assert (dated.published is not None, dated.updated) == (True, None)


def test_feed_without_dates() -> None:
    """Items without a date have none: the day of the visit is not theirs."""
    item = only(rss("<title>Talks</title><link>https://a.example/x</link>"))
    assert (item.published, item.updated) == (None, None)


def test_json_feed() -> None:
    """A JSON Feed is read like the others."""
    item = {
        "id": 7,
        "url": "a",
        "title": "Talks",
        "date_published": "2024-09-14T00:53:00+03:00",
        "date_modified": "2024-09-15T00:00:00Z",
        "content_html": "<p>Delegates met.</p>",
        "authors": [{"name": "A. Writer"}],
    }
    body = json.dumps(
        {"version": "https://jsonfeed.org/version/1.1", "title": "Daily J", "language": "en", "items": [item, 7]}
    )
    feed = read_feed(body.encode(), URL)
    assert (feed.title, feed.kind, len(feed.items)) == ("Daily J", "json", 1)
    found = feed.items[0]
    assert (found.url, found.guid, found.author) == ("https://daily-b.example/feeds/a", "7", "A. Writer")
    assert found.published
    assert (str(found.published.span), found.text) == ("2024-09-14", "Delegates met.")


@pytest.mark.parametrize("link", ["javascript:alert(1)", "file:///etc/passwd", "", "http://[broken"])
def test_link_that_is_none(link: str) -> None:
    """An item whose link leads nowhere, and that carries no text, is not listed."""
    assert read_feed(rss(f"<title>x</title><link>{link}</link>"), URL).items == ()


def test_charset_of_the_feed() -> None:
    """A feed is read in the encoding that it declares, else in that of the header."""
    declared = '<?xml version="1.0" encoding="windows-1254"?><rss><channel><item><title>Kalın görüştü</title><link>/a</link></item></channel></rss>'
    assert only(declared.encode("cp1254")).title == "Kalın görüştü"
    bare = "<rss><channel><item><title>Kalın görüştü</title><link>/a</link></item></channel></rss>"
    assert only(bare.encode("cp1254"), "application/rss+xml; charset=windows-1254").title == "Kalın görüştü"


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (b"<html><body>no feed</body></html>", "is no feed"),
        (b'{"version": "https://jsonfeed.org/version/1", "items": [', "broken"),
        (b'{"version": "https://jsonfeed.org/version/1", "items": 7}', "no list of items"),
        (b"<rss><channel><title", "broken"),
    ],
)
def test_what_is_no_feed_is_told(body: bytes, words: str) -> None:
    """What cannot be read as a feed is said, with a remedy."""
    with pytest.raises(Unreadable, match=words):
        read_feed(body, URL)


def test_broken_feed_gives_what_stands_in_it() -> None:
    """A feed that breaks off gives the items before the break."""
    body = rss("<title>Talks</title><link>/a</link>").split(b"</channel>")[0] + b"<item><title>Half & "
    assert "Talks" in [item.title for item in read_feed(body, URL).items]


def test_hostile_xml() -> None:
    """Entities that multiply or name files bring nothing in, and cost no time."""
    bomb = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10 if n else "boom"}">' for n in range(9))
    started = time.process_time()
    for entity, use in ((bomb, "&e8;"), ('<!ENTITY x SYSTEM "file:///etc/passwd">', "&x;")):
        body = f"<!DOCTYPE rss [{entity}]>" + rss(f"<title>a{use}</title><link>/a</link>").decode().split("\n", 1)[1]
        try:
            titles = [item.title for item in read_feed(body.encode(), URL).items]
        except Unreadable:
            titles = []
        assert all("root:" not in title and len(title) < 1_000 for title in titles)
    assert time.process_time() - started < 5


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b'\xef\xbb\xbf <?xml version="1.0"?><!-- a --><?x y?><rss version="2.0">', Kind.XML_FEED),
        (b'<rdf:RDF xmlns:rdf="x">', Kind.XML_FEED),
        ("<feed>".encode("utf-16"), Kind.XML_FEED),
        (b'<urlset xmlns="x">', Kind.SITEMAP),
        (b"<!DOCTYPE html><html>", Kind.PAGE),
        (b"<html><body><rss>", Kind.PAGE),
        (b'{"items": [', Kind.JSON_FEED),
        (b'{"a": 1}', Kind.PAGE),
        (b"", Kind.PAGE),
        (b"<!--" * 5_000, Kind.PAGE),
    ],
)
def test_kind_by_the_first_words(body: bytes, kind: Kind) -> None:
    """A document is what it begins as, whatever its server calls it."""
    assert kind_of(body) is kind


def test_markup_becomes_paragraphs() -> None:
    """A piece of HTML becomes paragraphs; scripts and captions are not shown, and signs that are no tags stay."""
    markup = "<p>A &lt; B <b>and</b> so&nbsp;on</p>5 < 7<br>x<script>evil()</script><figure><img><figcaption>Photo</figcaption></figure><ul><li>one<li>two</ul>"
    assert text_of_markup(markup) == "A < B and so on\n\n5 < 7\n\nx\n\none\n\ntwo"
