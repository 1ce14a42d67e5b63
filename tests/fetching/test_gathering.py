"""From sources to articles, against a real server: feeds, sitemaps and pages in, each failure said."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection
from pathlib import Path

import pytest

from briefing.fetching import Gathered, Outcome, Policy, Visit, Wanted, fetch_all, find_feed, gather, likely_feeds
from briefing.model import PublishedFrom
from briefing.reading.feeds import Item
from tests.fetching.conftest import START, Clock, Reply, Server

XML = {"Content-Type": "application/rss+xml"}
HTML = {"Content-Type": "text/html; charset=utf-8"}
BODY = (
    "<p>Delegates met in Cairo on Friday, and they spoke for two hours about the text.</p>"
    "<p>Nothing was signed, a mediator said, and both sides will come back next week.</p>"
)


def page(head: str = "", body: str = BODY) -> Reply:
    """A page with a story."""
    text = (
        f'<html lang="en-GB"><head><title>Talks resume in Cairo</title>{head}</head>'
        f"<body><main><article><h1>Talks resume in Cairo</h1>{body}</article></main></body></html>"
    )
    return Reply(text.encode(), headers=HTML)


def feed(*items: str) -> Reply:
    """An RSS feed."""
    listed = "".join(f"<item>{item}</item>" for item in items)
    about = "<title>Daily B</title><language>en-GB</language>"
    return Reply(f'<rss version="2.0"><channel>{about}{listed}</channel></rss>'.encode(), headers=XML)


Gather = Callable[..., list[Gathered]]


@pytest.fixture
def collect(clock: Clock) -> Gather:
    """Gather from addresses that the user wrote down himself; ``known`` are addresses in the library already."""

    def run(*urls: str, known: Collection[str] = (), **limits: object) -> list[Gathered]:
        policy = Policy(**{"connect": 1.0, "read": 0.5, "total": 2.0, "delay": 0.0, **limits})  # type: ignore[arg-type]
        sources = [Wanted(url, trusted=True) for url in urls]

        def is_known(item: Item) -> bool:
            return item.url in known

        return list(gather(sources, is_known=is_known, policy=policy, now=clock.now, sleep=clock.sleep))

    return run


def messages(gathered: Gathered) -> str:
    """All that was said of a visit."""
    return " / ".join(str(problem) for problem in gathered.problems)


# ---- feeds ------------------------------------------------------------------------------------


def test_feed_and_its_pages(site: Server, collect: Gather) -> None:
    """A feed brings the pages behind it: with the day that it writes, and the bytes as they came."""
    site["/feed"] = feed(
        "<title>Talks resume</title><link>/a</link><pubDate>Sat, 14 Sep 2024 00:53:00 +0300</pubDate>",
        "<title>Old news</title><link>/known</link>",
    )
    site["/a"] = page()
    listed, read = collect(site.url("/feed"), known=[site.url("/known")])
    assert listed.feed
    assert (listed.feed.title, len(listed.feed.items), listed.new) == ("Daily B", 2, 1)
    article = read.article
    assert article
    assert (str(article.published), f"{article.published.first:%A}") == ("2024-09-14", "Saturday")  # type: ignore[union-attr]
    assert article.published_at
    assert article.published_at.isoformat() == "2024-09-14T00:53:00+03:00"
    assert (article.published_from, article.retrieved) == (PublishedFrom.FEED, START)
    assert (article.title, article.language, article.url) == ("Talks resume in Cairo", "en", site.url("/a"))
    assert article.text.startswith("Delegates met in Cairo on Friday")
    assert (read.source.url, read.problems) == (site.url("/feed"), ())
    assert read.visit.body == page().body
    assert site.asked == ["/feed", "/a"]


def test_nothing_new_costs_one_request(site: Server, clock: Clock) -> None:
    """An unchanged feed sends no body, and no page is asked for."""
    site["/feed"] = Reply(status=304)
    wanted = Wanted(site.url("/feed"), etag='"1"', trusted=True)
    found = list(gather([wanted], is_known=lambda _: False, policy=Policy(), now=clock.now, sleep=clock.sleep))
    assert [one.visit.outcome for one in found] == [Outcome.UNCHANGED]
    assert (site.asked, found[0].problems) == (["/feed"], ())


def test_dead_feed_costs_no_other(site: Server, collect: Gather) -> None:
    """A feed that fails is said to have failed; the others are read."""
    site["/dead"] = Reply(status=500)
    site["/feed"] = feed("<title>Talks</title><link>/a</link>")
    site["/a"] = page()
    found = collect(site.url("/dead"), site.url("/feed"))
    assert len(found) == 3
    dead = next(one for one in found if one.visit.url.endswith("/dead"))
    assert "(500)" in messages(dead)
    assert sum(one.article is not None for one in found) == 1


def test_feed_without_dates(site: Server, collect: Gather) -> None:
    """Where neither feed nor page says when, the day of the visit is not taken for it."""
    site["/feed"] = feed("<title>Talks</title><link>/a</link>")
    site["/a"] = page()
    article = collect(site.url("/feed"))[1].article
    assert article
    assert (article.published, article.published_from) == (None, PublishedFrom.NOWHERE)


def test_disagreement_is_told(site: Server, collect: Gather) -> None:
    """A feed that dates a story anew yields to page and address that agree, and both days are said."""
    site["/feed"] = feed("<link>/2024/09/10/a</link><pubDate>Sun, 15 Sep 2024 09:00:00 GMT</pubDate>")
    site["/2024/09/10/a"] = page('<meta property="article:published_time" content="2024-09-10T08:00:00+03:00">')
    read = collect(site.url("/feed"))[1]
    assert read.article
    assert (str(read.article.published), read.article.published_from) == ("2024-09-10", PublishedFrom.PAGE)
    assert "on 2024-09-10 by its page, on 2024-09-15 by its feed" in messages(read)


def test_json_feed_and_sitemap(site: Server, collect: Gather) -> None:
    """A JSON Feed and an index of sitemaps bring their pages too."""
    site["/feed.json"] = Reply(
        json.dumps(
            {
                "version": "https://jsonfeed.org/version/1.1",
                "items": [{"url": "/a", "date_published": "2024-09-14T09:00:00Z"}],
            }
        ).encode(),
        headers={"Content-Type": "application/feed+json"},
    )
    site["/index.xml"] = Reply(
        f"<sitemapindex><sitemap><loc>{site.url('/news.xml')}</loc></sitemap></sitemapindex>".encode()
    )
    site["/news.xml"] = Reply(
        f'<urlset xmlns:n="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>{site.url("/b")}</loc>'
        "<n:news><n:publication_date>2024-09-13T23:00:00-05:00</n:publication_date></n:news></url></urlset>".encode()
    )
    site["/a"], site["/b"] = page(), page()
    found = collect(site.url("/feed.json"), site.url("/index.xml"))
    days = {one.item.url.rpartition("/")[2]: str(one.article.published) for one in found if one.item and one.article}
    assert days == {"a": "2024-09-14", "b": "2024-09-13"}
    assert {one.source.url for one in found if one.item} == {site.url("/feed.json"), site.url("/index.xml")}


def test_new_pages_of_one_run_are_bounded(site: Server, collect: Gather) -> None:
    """A source that lists a flood is read in parts, and that is said."""
    site["/feed"] = feed(*(f"<link>/{number}</link>" for number in range(9)))
    found = collect(site.url("/feed"), most_pages=4)
    assert found[0].new == 4
    assert "next run" in messages(found[0])
    assert len(site.asked) == 5


def test_stranger_leads_to_no_private_page(start_site: Callable[[], Server], collect: Gather) -> None:
    """A feed may list pages of its own host and of the net, and none of another server in this network."""
    named, other = start_site(), start_site()
    named["/feed"] = feed(f"<link>{other.url('/secret')}</link>", "<link>file:///etc/passwd</link>", "<link>/a</link>")
    named["/a"] = page()
    found = collect(named.url("/feed"))
    assert {one.visit.outcome for one in found if one.visit.url == other.url("/secret")} == {Outcome.REFUSED}
    assert other.requests == []
    assert sum(one.article is not None for one in found) == 1


def test_change_stands_in_where_nothing_else_is_told(site: Server, collect: Gather) -> None:
    """An Atom entry's change dates a page that says nothing, with a word; that of a sitemap never does."""
    entry = '<link href="/a"/><updated>2024-09-14T09:00:00Z</updated>'
    site["/atom"] = Reply(f'<feed xmlns="http://www.w3.org/2005/Atom"><entry>{entry}</entry></feed>'.encode())
    site["/map"] = Reply(
        f"<urlset><url><loc>{site.url('/b')}</loc><lastmod>2024-09-14</lastmod></url></urlset>".encode()
    )
    site["/a"], site["/b"] = page(), page()
    found = {one.visit.url: one for one in collect(site.url("/atom"), site.url("/map"))}
    changed, listed = found[site.url("/a")], found[site.url("/b")]
    assert changed.article
    assert listed.article
    assert (str(changed.article.published), "last change" in messages(changed)) == ("2024-09-14", True)
    assert (listed.article.published, listed.problems) == (None, ())


# ---- pages ------------------------------------------------------------------------------------


def test_page_is_a_source_too(site: Server, collect: Gather) -> None:
    """An address of a page gives the one article of the page, by the address that it gives itself."""
    site["/a"] = page('<link rel="canonical" href="https://daily-b.example/talks">')
    (read,) = collect(site.url("/a?utm_source=x"))
    assert read.article is None  # not there
    (read,) = collect(site.url("/a"))
    assert read.article
    assert (read.item, read.article.url) == (None, "https://daily-b.example/talks")


def test_canonical_front_page_is_not_believed(site: Server, collect: Gather) -> None:
    """A page that calls the front page its address keeps the one at which it was found."""
    site["/a"] = page('<link rel="canonical" href="https://daily-b.example/">')
    article = collect(site.url("/a"))[0].article
    assert article
    assert article.url == site.url("/a")


def test_wrong_charset(site: Server, collect: Gather) -> None:
    """A page in another charset than its header says is read in the one that it declares itself."""
    text = f'<html lang="tr"><head><meta charset="windows-1254"><title>Görüşme</title></head><body><article>{"<p>Kalın, cuma günü Kahire’de heyetle görüştü.</p>" * 3}</article></body></html>'
    site["/a"] = Reply(text.encode("cp1254"), headers={"Content-Type": "text/html; charset=utf-8"})
    article = collect(site.url("/a"))[0].article
    assert article
    assert article.text.startswith("Kalın, cuma günü Kahire’de")


@pytest.mark.parametrize(
    ("reply", "words"),
    [
        (Reply(status=403), "(403)"),
        (Reply(b"%PDF-1.4", headers={"Content-Type": "application/pdf"}), "application/pdf"),
        (Reply(b"<html><body><script>x</script></body></html>", headers=HTML), "no story was found"),
        (Reply(b"x" * 300, headers=HTML, status=404), "(404)"),
        (Reply(b"x" * 3_000_000, headers=HTML), "more than 2 MB"),
    ],
)
def test_feed_stands_in_for_a_page_that_cannot_be_had(site: Server, collect: Gather, reply: Reply, words: str) -> None:
    """Where a page is closed, gone or unreadable, the words of its feed are the article, and that is said."""
    site["/feed"] = feed(
        "<title>Talks</title><link>/a</link><pubDate>Sat, 14 Sep 2024 09:00:00 +0300</pubDate>"
        "<description>Delegates met in Cairo on Friday.</description>"
    )
    site["/a"] = reply
    read = collect(site.url("/feed"))[1]
    assert read.article
    assert (read.article.text, str(read.article.published)) == ("Delegates met in Cairo on Friday.", "2024-09-14")
    assert words in messages(read)
    assert "the summary in its feed was used instead" in messages(read)


def test_page_that_fails_for_now_gives_no_article(site: Server, collect: Gather) -> None:
    """A page that may be there tomorrow is not replaced by its summary for ever."""
    site["/feed"] = feed("<title>Talks</title><link>/a</link><description>Delegates met.</description>")
    site["/a"] = Reply(status=503, headers={"Retry-After": "900"})
    read = collect(site.url("/feed"))[1]
    assert (read.article, read.visit.outcome) == (None, Outcome.WAITS)
    assert read.problems


def test_item_without_a_page(site: Server, collect: Gather) -> None:
    """An item that carries its whole story and links nowhere is an article without a visit of its own."""
    site["/feed"] = Reply(
        json.dumps(
            {
                "version": "https://jsonfeed.org/version/1",
                "items": [{"id": "1", "title": "Talks", "content_html": "<p>Delegates met.</p><p>They left.</p>"}],
            }
        ).encode()
    )
    _, read = collect(site.url("/feed"))
    assert read.article
    assert read.article.text == "Delegates met.\n\nThey left."
    assert site.asked == ["/feed"]


# ---- feeds of sites ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ('<link rel="alternate" type="application/rss+xml" href="/rss">', "/rss"),
        ('<link rel="ALTERNATE nofollow" type="application/atom+xml; charset=utf-8" href="atom">', "/news/atom"),
        (
            '<link rel="alternate" type="application/rss+xml" href="/comments/feed"><link rel="alternate" type="application/rss+xml" href="/feed">',
            "/feed",
        ),
        ('<base href="/deep/"><link rel="alternate" type="application/feed+json" href="x">', "/deep/x"),
        ('<link rel="alternate" hreflang="tr" href="/tr">', ""),
        ('<link rel="alternate" type="application/rss+xml" href="file:///x">', ""),
        ("", ""),
    ],
)
def test_feed_of_a_site(site: Server, clock: Clock, body: str, found: str) -> None:
    """The feed that a site's page names is found; one of comments only where there is no other."""
    site["/news/"] = Reply(f"<html><head>{body}</head><body>x</body></html>".encode(), headers=HTML)
    visit = visit_of(site.url("/news/"), clock)
    assert find_feed(visit) == (site.url(found) if found else "")
    assert likely_feeds(visit) == (site.url("/feed/"), site.url("/rss.xml"))


def test_feed_is_its_own_feed(site: Server, clock: Clock) -> None:
    """An address that is a feed is its own."""
    site["/x"] = feed()
    assert find_feed(visit_of(site.url("/x"), clock)) == site.url("/x")


def visit_of(url: str, clock: Clock) -> Visit:
    """One visit."""
    return next(fetch_all([Wanted(url, trusted=True)], Policy(), now=clock.now, sleep=clock.sleep))


@pytest.mark.slow
def test_saved_page_and_fetched_page_are_read_alike(site: Server, collect: Gather, tmp_path: Path) -> None:
    """The same bytes give the same story from the net and from a file."""
    from briefing.reading import read_articles

    site["/a"] = page()
    (tmp_path / "a.html").write_bytes(page().body)
    (saved,) = read_articles(tmp_path / "a.html", [])
    fetched = collect(site.url("/a"))[0].article
    assert fetched
    assert (fetched.text, fetched.title, fetched.language) == (saved.text, saved.title, saved.language)
