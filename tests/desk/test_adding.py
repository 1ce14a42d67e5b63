"""``brief add``: sources into and out of ``brief.toml``, which stays as its owner wrote it."""

from __future__ import annotations

import tomllib

import pytest

from briefing.config import SourceEntry
from briefing.desk.adding import with_sources, without_sources
from briefing.errors import Misuse
from tests.desk.conftest import Office, feed, page
from tests.fetching.conftest import Reply, Server

OWN = """\
# my desk
topic = "harbour strike"   # as the editor wants it

[[sources]]
feed = "https://a.example/feed"  # the agency
name = "Agency A"

# slow, but reliable
[[sources]]
feed = "https://b.example/feed"
"""
C = SourceEntry(feed="https://c.example/feed", name="Daily C")


# ---- the text ---------------------------------------------------------------------------------


def test_adding_keeps_every_line() -> None:
    """What was there stays to the letter, and the new source comes after it."""
    changed, new = with_sources(OWN, [C])
    assert changed.startswith(OWN)
    assert new == [C]
    assert tomllib.loads(changed)["sources"][2] == {"feed": "https://c.example/feed", "name": "Daily C"}


def test_adding_what_is_there_changes_nothing() -> None:
    """Also where it is named twice."""
    assert with_sources(OWN, [SourceEntry(feed="https://a.example/feed")]) == (OWN, [])
    assert with_sources(OWN, [C, C])[1] == [C]


def test_adding_after_a_table_stays_apart_from_it() -> None:
    """The sources do not become keys of what stands last."""
    changed, _ = with_sources('[mail]\nhost = "x"\n', [C])
    assert tomllib.loads(changed)["mail"] == {"host": "x"}
    assert len(tomllib.loads(changed)["sources"]) == 1


def test_sources_on_one_line_are_not_touched() -> None:
    """What cannot be changed without rewriting it is said."""
    with pytest.raises(Misuse, match="write each source as"):
        with_sources('sources = [{feed = "https://a.example/feed"}]\n', [C])
    with pytest.raises(Misuse, match="write each source as"):
        without_sources('sources = [{feed = "https://a.example/feed"}]\n', ["https://a.example/feed"])


def test_removing_keeps_the_rest() -> None:
    """By name or by address; the comments of the others stay."""
    changed, gone = without_sources(OWN, ["https://b.example/feed"])
    assert gone == ["https://b.example/feed"]
    assert '# my desk\ntopic = "harbour strike"   # as the editor wants it' in changed
    assert 'feed = "https://a.example/feed"  # the agency' in changed
    assert len(tomllib.loads(changed)["sources"]) == 1
    changed, gone = without_sources(OWN, ["Agency A"])
    assert gone == ["https://a.example/feed"]
    assert "# slow, but reliable" in changed
    assert tomllib.loads(changed)["sources"] == [{"feed": "https://b.example/feed"}]


def test_removing_the_last_one_leaves_a_good_configuration() -> None:
    """And a source can be added again."""
    changed, _ = without_sources(OWN, ["https://a.example/feed", "https://b.example/feed"])
    assert "sources" not in tomllib.loads(changed)
    assert len(tomllib.loads(with_sources(changed, [C])[0])["sources"]) == 1


# ---- the command ------------------------------------------------------------------------------


def sources_of(office: Office) -> list[dict[str, str]]:
    """The sources in ``brief.toml``."""
    found: list[dict[str, str]] = tomllib.loads((office.folder / "brief.toml").read_text("utf-8")).get("sources", [])
    return found


def test_first_source_makes_the_desk(office: Office, site: Server) -> None:
    """There is none yet: ``brief.toml`` is written, with hints."""
    site["/feed"] = feed("Daily B", "/a")
    said = office.run("add", site.url("/feed"), "--name", "Daily B").stderr
    assert said == f"Added feed {site.url('/feed')}\n"
    assert sources_of(office) == [{"feed": site.url("/feed"), "name": "Daily B"}]
    assert office.run("add", site.url("/feed")).stderr == f"Kept feed {site.url('/feed')}, which the desk had already\n"
    assert len(sources_of(office)) == 1


def test_feed_of_a_site_is_found(office: Office, site: Server) -> None:
    """By what its page names, else at the usual places; a page without one is followed itself."""
    link = '<link rel="alternate" type="application/atom+xml" href="/news.atom">'
    site["/"] = page("Daily B", "The harbour is open.", head=link)
    site["/news.atom"] = feed("Daily B", "/a")
    office.run("add", site.url("/"))
    assert sources_of(office) == [{"feed": site.url("/news.atom")}]
    site["/alone"] = page("A statement", "The harbour is open again, the ministry says.")
    assert "Added page" in office.run("add", site.url("/alone")).stderr


def test_feed_at_a_usual_place_is_found(office: Office, site: Server) -> None:
    """Though the page does not name it."""
    site["/"] = page("Daily B", "The harbour is open.")
    site["/rss.xml"] = feed("Daily B", "/a")
    office.run("add", site.url("/"))
    assert sources_of(office) == [{"feed": site.url("/rss.xml")}]


def test_sitemap_folder_and_file_are_recognised(office: Office, site: Server) -> None:
    """Paths are written as the desk sees them."""
    listed = (
        b'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>http://x.example/a</loc></url></urlset>'
    )
    site["/sitemap.xml"] = Reply(listed, headers={"Content-Type": "application/xml"})
    (office.folder / "articles").mkdir()
    (office.folder / "one.txt").write_text("They met.", encoding="utf-8")
    office.run("add", site.url("/sitemap.xml"), "articles/", "./one.txt")
    assert sources_of(office) == [{"sitemap": site.url("/sitemap.xml")}, {"folder": "articles"}, {"file": "one.txt"}]


def test_source_is_removed_by_name_or_address(office: Office, site: Server) -> None:
    """What is not there is named, and nothing is taken out then."""
    site["/feed"], site["/other"] = feed("Daily B"), feed("Daily C")
    office.run("add", site.url("/feed"), "--name", "Daily B")
    office.run("add", site.url("/other"))
    said = office.run("add", "--remove", "Daily B", "Daily X", code=2).stderr
    assert said == "brief: the desk has no source 'Daily X'; brief status lists them.\n"
    assert len(sources_of(office)) == 2
    office.run("add", "--remove", "Daily B")
    assert sources_of(office) == [{"feed": site.url("/other")}]


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("nowhere/", "there is no file or folder nowhere/"),
        ("ftp://a.example/feed", "write one that begins with https://"),
        ("www.example.org/feed", "write https:// before a web address"),
    ],
)
def test_source_that_is_none_is_refused(written: str, said: str, office: Office) -> None:
    """In one line, and no desk is begun with it."""
    assert said in office.run("add", written, code=2).stderr
    assert not (office.folder / "brief.toml").exists()


def test_address_that_does_not_answer_is_not_added(office: Office, site: Server) -> None:
    """With what it answered."""
    said = office.run("add", site.url("/gone"), code=2).stderr
    assert "404" in said
    assert "nothing was added" in said
    assert said.count("\n") == 1


def test_article_from_standard_input_goes_into_the_library(office: Office) -> None:
    """A desk is begun for it where there is none."""
    office.run(
        "add", "-", stdin=" date 2024-09-14 Envoys meet\n\nThe envoys met in Ankara on Friday to discuss a truce.\n"
    )
    assert office.event("Ankara")["date"]["edtf"] == "2024-09-13"
