"""Saved web pages: story, metadata, publication date, and what is wrong with a page."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import pytest

from briefing.model import Article, PublishedFrom

ReadOne = Callable[[str, str | bytes], Article]
Read = Callable[..., Any]

BODY = (
    "<h1>Talks resume in Cairo</h1><p>Delegates met in Cairo on Friday, and they spoke for two hours.</p>"
    "<p>Nothing was signed<br>after the talks of 2 March 2022.</p>"
)

LINKED_DATA = (
    '<script type="application/ld+json">{"@graph": [{"@type": "WebSite"}, {"@type": "NewsArticle", '
    '"datePublished": "2024-09-13T21:53:00Z", "dateModified": "2024-10-01"}]}</script>'
)


def page(head: str = "", body: str = BODY, *, lang: str = "en-GB") -> str:
    """A page with a menu, a clock, other stories and a copyright line around the story."""
    return (
        f'<!doctype html>\n<html lang="{lang}">\n<head><title>Talks resume in Cairo | Daily B</title>{head}</head>\n<body>\n'
        '<header><p class="clock">Thursday, 12 September 2024, 07:45</p><nav><a href="/">Home</a></nav></header>\n'
        f"<main><article>{body}</article></main>\n"
        '<aside class="related"><h2>More</h2><ul><li><time datetime="2021-01-01">1 January 2021</time> '
        '<a href="/x">Ferries wait</a></li></ul></aside>\n'
        "<footer>Copyright 2020 Daily B</footer>\n</body>\n</html>\n"
    )


def test_story_and_metadata(read_one: ReadOne) -> None:
    """Title, outlet, address, language and story come from where the page keeps them; menus stay out."""
    article = read_one(
        "a.html",
        page(
            '<meta property="og:site_name" content="Daily B"><link rel="canonical" href="https://www.daily-b.example/talks">'
        ),
    )
    assert article.title == "Talks resume in Cairo"
    assert article.outlet == "Daily B"
    assert article.url == "https://www.daily-b.example/talks"
    assert (article.language, article.country) == ("en", "GB")
    assert article.text.startswith(
        "Delegates met in Cairo on Friday, and they spoke for two hours.\n\nNothing was signed"
    )
    assert "Ferries" not in article.text


def test_outlet_from_the_address(read_one: ReadOne) -> None:
    """A page that does not name its outlet is called by its host."""
    article = read_one(
        "a.html", page('<link rel="canonical" href="https://www.daily-b.example/talks">').replace(" | Daily B", "")
    )
    assert article.outlet == "daily-b.example"


def test_country_from_the_language(read_one: ReadOne) -> None:
    """The region of the page's language is its country."""
    article = read_one("a.html", page(lang="en-US"))
    assert (article.language, article.country) == ("en", "US")


def linked(data: str) -> str:
    """A JSON-LD script."""
    return f'<script type="application/ld+json">{data}</script>'


ORGANISATION = '"publisher": {"@type": "Organization", "name": "Daily L"}'
SITE = '"isPartOf": {"@type": "WebSite", "name": "Daily S"}'


@pytest.mark.parametrize(
    ("head", "outlet"),
    [
        (linked('{"@type": "NewsArticle", ' + ORGANISATION + ", " + SITE + "}"), "Daily L"),
        (linked('{"@type": "NewsArticle", "publisher": [{"name": "Daily &amp; L"}]}'), "Daily & L"),
        (linked('{"@type": "NewsArticle", "publisher": "Daily L"}'), "Daily L"),
        (
            linked(
                '{"@graph": [{"@type": "WebPage", "publisher": {"@id": "#us"}}, '
                '{"@type": "Organization", "@id": "#us", "name": "Daily L"}]}'
            ),
            "Daily L",
        ),
        (linked('{"@type": "NewsArticle", ' + SITE + "}"), "Daily S"),
        (linked('{"@type": "NewsArticle", "isPartOf": {"@type": "CreativeWorkSeries", "name": "Talks"}}'), ""),
        (linked('{"@type": "ItemList", ' + ORGANISATION + "}"), ""),
        (linked('{"@type": "NewsArticle", "publisher": {"name": 7}}') + linked("{broken") + linked("[null]"), ""),
        ('<meta name="publisher" content="Daily P"><meta name="application-name" content="App">', "Daily P"),
        (
            '<meta name="publisher" content="https://daily-p.example/"><meta name="application-name" content="App">',
            "App",
        ),
        ('<meta property="og:site_name" content="Daily O">' + linked("{" + ORGANISATION + "}"), "Daily O"),
        (linked("{" + ORGANISATION + "}") + '<meta name="publisher" content="Daily P">', "Daily L"),
    ],
)
def test_outlet_from_metadata(read_one: ReadOne, head: str, outlet: str) -> None:
    """og:site_name, then the story's publisher or site in JSON-LD, then other meta tags tell the outlet."""
    assert read_one("a.html", page(head).replace(" | Daily B", "")).outlet == outlet


@pytest.mark.parametrize(
    ("head", "edtf", "instant"),
    [
        (
            '<meta property="article:published_time" content="2024-09-14T00:53:00+03:00">',
            "2024-09-14",
            "2024-09-14T00:53:00+03:00",
        ),
        ('<meta name="pubdate" content="2024-09">', "2024-09", None),
        ('<meta name="date" content="2024-09">', "2024-09", None),
        ('<meta name="article.created" content="2024-09-14">', "2024-09-14", None),
        ('<meta name="dc.date.created" content="2024-09-14">', "2024-09-14", None),
        ('<meta name="date" content="2024-09-14T00:53:00+03:00">', "2024-09-14", "2024-09-14T00:53:00+03:00"),
        ('<meta http-equiv="date" content="14 September 2024">', "2024-09-14", None),
        (
            '<meta property="article:modified_time" content="2024-10-01"><meta property="article:published_time" content="2024-09-14">',
            "2024-09-14",
            None,
        ),
        (
            LINKED_DATA,
            "2024-09-13",
            "2024-09-13T21:53:00+00:00",
        ),
        ('<script type="application/ld+json">{"datePublished": "2024-09-14", broken</script>', "2024-09-14", None),
    ],
)
def test_date_from_metadata(read_one: ReadOne, head: str, edtf: str, instant: str | None) -> None:
    """What a page says about itself is its date, with the zone and no more precision than it has."""
    article = read_one("a.html", page(head))
    assert (str(article.published), article.published_from) == (edtf, PublishedFrom.PAGE)
    assert (article.published_at and article.published_at.isoformat()) == instant


@pytest.mark.parametrize(
    ("body", "edtf", "where"),
    [
        (f'<time datetime="2024-09-14T09:00:00Z">Saturday</time>{BODY}', "2024-09-14", PublishedFrom.PAGE),
        (
            f'<span itemprop="datePublished" content="2024-09-14">Saturday</span>{BODY}',
            "2024-09-14",
            PublishedFrom.PAGE,
        ),
        (f'<p class="byline">By A. Writer, 14 September 2024</p>{BODY}', "2024-09-14", PublishedFrom.HEADER),
        (f'<div class="post-date">Published: 14 September 2024</div>{BODY}', "2024-09-14", PublishedFrom.HEADER),
    ],
)
def test_date_beside_the_story(read_one: ReadOne, body: str, edtf: str, where: PublishedFrom) -> None:
    """A time element or a dated line of the story tells the date where the metadata do not."""
    article = read_one("a.html", page(body=body))
    assert (str(article.published), article.published_from) == (edtf, where)


@pytest.mark.parametrize(
    "head",
    [
        "",
        '<meta property="article:modified_time" content="2024-09-14">',
        '<meta itemprop="copyrightYear" content="2024">',
        '<meta property="article:published_time" content="yesterday">',
        '<meta property="article:published_time" content="2024-02-31">',
        '<meta name="date" content="05/06/2024">',
        '<meta name="date" content="2024-02-31">',
        '<meta name="description" content="What happened on 14 September 2024 in Cairo">',
        '<meta property="og:image" content="https://daily-b.example/2024/01/02/door.jpg">',
    ],
)
def test_no_date_is_guessed(read_one: ReadOne, head: str) -> None:
    """The clock of the site, other stories, the copyright line, a change and today are no publication date."""
    article = read_one("a.html", page(head))
    assert (article.published, article.published_from) == (None, PublishedFrom.NOWHERE)


def test_order_of_evidence(read_one: ReadOne) -> None:
    """Metadata, then the header, then the address, then the file name."""
    meta = '<meta property="article:published_time" content="2024-09-11">'
    link = '<link rel="canonical" href="https://daily-b.example/2024/09/13/talks">'
    dated = f'<p class="date">12 September 2024</p>{BODY}'
    name = "2024-09-14-talks.html"
    found = [
        read_one(name, page(meta + link, dated)),
        read_one(name, page(link, dated)),
        read_one(name, page(link)),
        read_one(name, page()),
    ]
    assert [(str(one.published), one.published_from) for one in found] == [
        ("2024-09-11", PublishedFrom.PAGE),
        ("2024-09-12", PublishedFrom.HEADER),
        ("2024-09-13", PublishedFrom.URL),
        ("2024-09-14", PublishedFrom.FILE_NAME),
    ]


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<p>Delegates met.</p><p>They left.</p>", "Delegates met.\n\nThey left."),
        ("<div>Delegates met.<br><br>They left.</div>", "Delegates met.\n\nThey left."),
        ("<table><tr><td><p>Delegates met.</p><p>They left.</p></td></tr></table>", "Delegates met.\n\nThey left."),
        (
            "<article><h1>Talks</h1><p>Delegates met.</p><ul><li>First</li><li>Second</li></ul></article>",
            "Delegates met.\n\nFirst\n\nSecond",
        ),
    ],
)
def test_paragraphs_never_run_together(read_one: ReadOne, body: str, text: str) -> None:
    """Whatever parts paragraphs on a page, a blank line parts them in the text, in a short page too."""
    assert read_one("a.htm", f"<html><body>{body}</body></html>").text == text


def test_declared_encoding(read_one: ReadOne) -> None:
    """A page in an older encoding is read as it declares itself."""
    text = page('<meta charset="windows-1254">', "<p>Kalın, Türkiye’de “heyetle” görüştü.</p>", lang="tr")
    article = read_one("a.html", text.encode("cp1254"))
    assert article.text == "Kalın, Türkiye’de “heyetle” görüştü."


@pytest.mark.parametrize(
    ("declared", "content"),
    [("utf-8", "Türkiye".encode("cp1254")), ("klingon", b"plain"), ("unicode_escape", b"plain"), ("cp9999", b"plain")],
)
def test_wrong_encoding_is_told(read: Read, declared: str, content: bytes) -> None:
    """A page that is not in the encoding it declares, or declares none that exists, is not read and said so."""
    articles, problems = read("a.html", f'<meta charset="{declared}"><p>'.encode() + content + b"</p>")
    assert articles == []
    assert len(problems) == 1


@pytest.mark.parametrize(
    ("content", "line", "kept"),
    [
        (f"<html>\n<body>\n<main>{BODY}\n<p>And then", "line 4", 1),
        (f"<html><body>\n{BODY}</body></html>\n<!-- unfinished", "line 3", 1),
        (f"<html><body>\n{BODY}\n<script>\nvar x = 1", "line 3", 1),
        (f"<p>x</p>\n{BODY}\n<a href='", "line 3", 1),
        ("<html>\n<head></head>\n<body><script>x</script></body></html>", "line 3", 0),
        ("<html>\n<head>\n<script>x", "line 3", 0),
    ],
)
def test_broken_page_is_told_with_its_line(read: Read, content: str, line: str, kept: int) -> None:
    """A page that ends in the middle, or has no story, is a problem that names the line; what is there is read."""
    articles, problems = read("a.html", content)
    assert len(articles) == kept
    assert len(problems) == 1
    assert line in problems[0].message


HOSTILE = {
    "40,000 attributes": "<html><body>\n<p "
    + " ".join(f"a{n}=1" for n in range(40_000))
    + ">Delegates met.</p></body></html>",
    "hidden attributes": "<html><body>\n<p "
    + " ".join(f'a{n}="<"' for n in range(40_000))
    + ">Delegates met.</p></body></html>",
    "200,000 paragraphs": "<html><body>" + "<p>x" * 200_000 + "</body></html>",
    "2 MB": "<html><body><p>" + "word " * 450_000 + "</p></body></html>",
    "1,000 levels": f"<html><body>{BODY}"
    + "<div>" * 1_000
    + "<p>Deep words.</p>"
    + "</div>" * 1_000
    + "</body></html>",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_page_is_told_and_costs_little(read: Read, name: str) -> None:
    """A page made to cost time or to lose text is named as a problem within seconds."""
    read("warm.html", page())
    start = time.perf_counter()
    _, problems = read("a.html", HOSTILE[name])
    assert time.perf_counter() - start < 3
    assert len(problems) == 1


def test_a_picture_inside_a_page_is_no_attack(read_one: ReadOne) -> None:
    """A long data address in one attribute is ordinary."""
    picture = '<img src="data:image/png;base64,' + "iVBORw0KGgo " * 20_000 + '">'
    assert read_one("a.html", page(body=picture + BODY)).title == "Talks resume in Cairo"
