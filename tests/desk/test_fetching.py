"""``brief fetch`` at a desk, against a real server: what is new comes once, what fails is said, nothing is asked twice."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest

from tests.desk.conftest import MORNING, Office, conditional, feed, page
from tests.fetching.conftest import Reply, Server

MET = page("Talks resume", "The envoys met in Ankara on Friday and spoke about a truce.", published="2024-09-14")
FIRE = page("Mill burns", "A fire destroyed the old mill in Bristol on 12 September 2024.", published="2024-09-13")


@pytest.fixture
def desk(office: Office, site: Server) -> Office:
    """A desk with one feed of two pages; its server knows its marks."""
    site["/feed"] = conditional(feed("Daily B", "/met", "/fire"))
    site["/met"], site["/fire"] = MET, FIRE
    office.configure(site.url("/feed"))
    return office


def test_first_run_reads_all(desk: Office) -> None:
    """Events are there at once."""
    assert desk.fetch() == "2 articles new, 0 changed, 0 known; 1 of 1 sources read.\n"
    assert {event["date"]["edtf"] for event in desk.events()} == {"2024-09-12", "2024-09-13"}


def test_second_run_asks_for_the_feed_alone(desk: Office, site: Server) -> None:
    """It says under which mark it has it, is answered 304, and reads no page twice."""
    desk.fetch()
    asked = len(site.asked)
    assert desk.fetch() == "0 articles new, 0 changed, 0 known; 1 of 1 sources read.\n"
    assert site.asked[asked:] == ["/feed"]
    assert "if-none-match" in site.headers_of("/feed")[-1]


def test_page_that_fails_for_now_is_read_at_the_next_run(desk: Office, site: Server) -> None:
    """The mark of its feed is not kept before all pages are in, or the page would never be asked for again."""
    site["/fire"] = Reply(status=503)
    desk.fetch(code=3)
    assert len(desk.events()) == 1
    site["/fire"] = FIRE
    assert desk.fetch().startswith("1 article new")
    assert site.asked.count("/met") == 1
    desk.fetch()
    assert site.asked[-1] == "/feed"
    assert "if-none-match" in site.headers_of("/feed")[-1]
    assert desk.make(code=0), "what is well again is no problem of the next brief"


def test_page_that_is_gone_is_not_asked_for_every_day(desk: Office, site: Server) -> None:
    """One that does not exist does not keep the feed from being known."""
    site["/fire"] = Reply(status=404)
    desk.fetch(code=3)
    assert "/fire" in desk.make(code=3)
    desk.fetch()
    assert site.asked[-1] == "/feed"


def test_page_that_is_gone_is_given_up_though_its_feed_lists_it(desk: Office, site: Server) -> None:
    """Once a day, three times; each time it is said, and not that it is a source to be taken off."""
    site["/fire"] = Reply(status=410)
    said = [desk.fetch(code=3)]
    for day in range(1, 6):
        site[f"/more{day}"] = page(f"Talks {day}", f"Envoy {day} came to Ankara on Friday.", published="2024-09-14")
        site["/feed"] = feed("Daily B", "/met", "/fire", *(f"/more{number}" for number in range(1, day + 1)))
        for hours in (12, 12):
            desk.at += timedelta(hours=hours)
            said.append(desk.run("fetch", code=None).stderr)
    assert site.asked.count("/fire") == 3
    assert [f"{site.url('/fire')}: is gone for good (410)\n" in one for one in said].count(True) == 3


def test_changed_page_is_read_again_and_is_a_version(desk: Office, site: Server) -> None:
    """Where the feed says that it changed."""
    desk.fetch()
    site["/met"] = page(
        "Talks resume", "The envoys met in Ankara on Thursday and spoke about a truce.", published="2024-09-14"
    )
    site["/feed"] = feed("Daily B", "/met", "/fire", updated={"/met": "2024-09-16T09:00:00Z"})
    desk.at += timedelta(days=1)
    assert desk.fetch().startswith("0 articles new, 1 changed")
    assert site.asked[-1] == "/met"
    assert desk.event("Ankara")["date"]["edtf"] == "2024-09-12"
    asked = len(site.asked)
    desk.fetch()
    assert site.asked[asked:] == ["/feed"], "a change that was read is not read again"


# ---- what fails -------------------------------------------------------------------------------


def test_dead_feed_costs_only_itself(office: Office, site: Server) -> None:
    """Exit 3; the status and the next brief say so; it is counted until it lives again."""
    site["/feed"], site["/met"], site["/dead"] = feed("Daily B", "/met"), MET, Reply(status=500)
    office.configure(site.url("/feed"), site.url("/dead"))
    said = office.fetch(code=3)
    assert said.count("/dead") == 1
    assert "1 article new, 0 changed, 0 known; 1 of 2 sources read." in said
    assert (
        f"failing   {site.url('/dead')}: answered with an error of its own (500)" in office.run("status", code=3).stdout
    )
    assert office.make(code=3).count(site.url("/dead")) == 1
    office.at += timedelta(days=1)
    office.fetch(code=3)
    told = office.make(code=3)
    assert told.count(site.url("/dead")) == 1
    assert "has failed 2 times in a row" in told
    office.at += timedelta(days=1)
    site["/dead"] = feed("Weekly C", "/fire")
    site["/fire"] = FIRE
    office.fetch()
    assert site.url("/dead") not in office.make()
    assert "failing" not in office.run("status").stdout


def test_all_dead_is_a_failure(office: Office, site: Server) -> None:
    """Nothing was fetched, so nobody may take it for a quiet day."""
    office.configure(site.url("/dead"), site.url("/gone"))
    assert "0 of 2 sources read" in office.fetch(code=1)


@pytest.mark.parametrize(
    ("reply", "why"),
    [
        (
            page("Welcome", "This site has moved, and here is what it offers to its readers now."),
            "is a page now and no feed",
        ),
        (Reply(b"<rss><channel><item>", headers={"Content-Type": "text/xml"}), ""),
        (Reply(b"", headers={"Content-Type": "text/xml"}), ""),
        (Reply(b"{}", headers={"Content-Type": "application/json"}), ""),
    ],
    ids=["a page", "cut off", "empty", "nothing in it"],
)
def test_feed_that_is_none_any_more_has_failed(reply: Reply, why: str, desk: Office, site: Server) -> None:
    """An answer of 200 makes no quiet day of it, and its page is no article."""
    desk.fetch()
    site["/feed"] = reply
    said = desk.fetch(code=1)
    assert why in said
    assert "0 of 1 sources read" in said
    assert "2 articles" in desk.run("status", code=3).stdout
    site["/feed"] = conditional(feed("Daily B", "/met", "/fire"))
    desk.fetch()


def test_server_that_asks_for_time_gets_it(desk: Office, site: Server) -> None:
    """Until then it is not asked at all."""
    site["/feed"] = Reply(status=429, headers={"Retry-After": "7200"})
    desk.fetch(code=1)
    site["/feed"] = conditional(feed("Daily B", "/met", "/fire"))
    asked = len(site.asked)
    desk.at += timedelta(hours=1)
    desk.fetch(code=1)
    assert len(site.asked) == asked
    desk.at += timedelta(hours=2)
    assert desk.fetch().startswith("2 articles new")


def test_source_that_brought_all_its_news_at_once_is_not_silent_an_hour_later(office: Office, site: Server) -> None:
    """What a first fetch brings says nothing about the usual pause; three times the longest pause between days does."""
    paths = [f"/{number}" for number in range(6)]
    for path in paths:
        site[path] = page(
            f"Talks {path}", f"The envoys met in hall {path} in Ankara on Friday.", published="2024-09-14"
        )
    site["/feed"] = feed("Daily B", *paths)
    office.configure(site.url("/feed"))
    office.fetch()
    office.at += timedelta(hours=1)
    assert "silent" not in office.run("status").stdout
    for day in range(3):
        site[f"/day{day}"] = page(f"Fire {day}", f"A fire burnt mill {day} near Bristol.", published="2024-09-16")
        paths.append(f"/day{day}")
        site["/feed"] = feed("Daily B", *paths)
        office.at += timedelta(days=1)
        office.fetch()
    office.at += timedelta(days=2)
    assert "silent" not in office.run("status").stdout
    office.at += timedelta(days=2)
    assert "silent" in office.run("status", code=3).stdout


def test_source_silent_for_longer_than_allowed_is_said(office: Office, site: Server) -> None:
    """In the status and in the brief; a feed that answers and brings nothing is not dead, but it is not well."""
    site["/feed"], site["/met"] = feed("Daily B", "/met"), MET
    (office.folder / "brief.toml").write_text(
        f'[make]\nformats = ["md", "json"]\n[[sources]]\nfeed = "{site.url("/feed")}"\nname = "Daily B"\ndays = 2\n'
    )
    office.fetch()
    office.at += timedelta(days=1)
    office.fetch()
    assert "well      Daily B" in office.run("status").stdout
    office.at += timedelta(days=2)
    office.fetch()
    assert "silent    Daily B" in office.run("status", code=3).stdout
    assert "Daily B" in office.make()


# ---- files ------------------------------------------------------------------------------------


def test_files_are_read_once_and_again_when_they_change(office: Office) -> None:
    """A corrected file corrects its article, and is not another."""
    folder = office.folder / "articles"
    folder.mkdir()
    note = folder / "note.txt"
    note.write_text(" date 2024-09-14 Envoys meet\n\nThe envoys met in Ankara on Friday to discuss a truce.\n")
    (folder / "other.txt").write_text(
        " date 2024-09-14 Mill burns\n\nA fire destroyed the mill in Bristol on Thursday.\n"
    )
    office.configure(more='[[sources]]\nfolder = "articles"')
    assert office.fetch().startswith("2 articles new")
    assert office.fetch().startswith("0 articles new, 0 changed, 0 known")
    note.write_text(" date 2024-09-14 Envoys meet\n\nThe envoys met in Ankara on Thursday to discuss a truce.\n")
    assert office.fetch().startswith("0 articles new, 1 changed")
    assert office.event("Ankara")["date"]["edtf"] == "2024-09-12"


def test_file_that_gets_its_day_later_is_dated(office: Office) -> None:
    """As the problem said that it should: no word of the text is another."""
    (office.folder / "a.md").write_text("---\ntitle: Envoys meet\n---\n\nThe envoys met in Ankara on Friday.\n")
    office.configure(more='[[sources]]\nfile = "a.md"')
    assert "no publication date was found" in office.fetch(code=3)
    (office.folder / "a.md").write_text(
        "---\ntitle: Envoys meet\npublished: 2024-09-14\n---\n\nThe envoys met in Ankara on Friday.\n"
    )
    assert office.fetch().startswith("0 articles new, 1 changed")
    assert office.event("Ankara")["date"]["edtf"] == "2024-09-13"
    assert "no publication date" not in office.make()


def test_missing_folder_is_said(office: Office) -> None:
    """In the fetch, in the status and in the brief."""
    (office.folder / "a.txt").write_text(" date 2024-09-14 Envoys meet\n\nThe envoys met in Ankara on Friday.\n")
    office.configure(more='[[sources]]\nfile = "a.txt"\n[[sources]]\nfolder = "gone"')
    assert "gone: is no file or folder here any more" in office.fetch(code=3)
    assert "missing   gone" in office.run("status", code=3).stdout
    assert "gone" in office.make(code=3)


def test_broken_file_costs_only_itself(office: Office) -> None:
    """It is told of once, until it changes."""
    folder = office.folder / "articles"
    folder.mkdir()
    (folder / "a.json").write_text('{"text": "The envoys met in Ankara on Friday.", "published": ')
    (folder / "b.json").write_text('{"text": "The envoys met in Ankara on Friday.", "published": "2024-09-14"}')
    office.configure(more='[[sources]]\nfolder = "articles"')
    assert "a.json: is broken JSON" in office.fetch(code=3)
    assert office.event("Ankara")
    assert "a.json" in office.make(code=3)
    office.at += timedelta(days=1)
    office.fetch()
    assert "a.json" not in office.make()


# ---- the status -------------------------------------------------------------------------------


def test_status_says_how_the_desk_is(desk: Office, site: Server) -> None:
    """Sources, library, the last brief, and what is in force with where it comes from."""
    assert "not yet" in desk.run("status").stdout
    desk.fetch()
    desk.make()
    told = desk.run("status").stdout
    assert "2 articles, 2 events, 0 fixes in force" in told
    assert "No. 1, made 2024-09-16 06:00 UTC, not sent" in told
    assert f"Sources   1: 1 well\n  well      {site.url('/feed')}, last news 2024-09-16 06:00 UTC\n" in told
    assert "make.formats = md, json  (brief.toml)" in told
    assert "fetch.hosts" not in told
    assert "fetch.hosts = 8  (default)" in desk.run("status", "--all").stdout
    data = json.loads(desk.run("status", "--json").stdout)
    assert data["articles"] == 2
    assert data["sources"][0]["failures"] == 0
    assert data["settings"]["fetch.delay"] == {"value": "0.0", "from": "brief.toml"}


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ('zone = "Europe/Istambul"', "did you mean Europe/Istanbul?"),
        ('language = "xx"', "xx"),
        ('[make]\nformats = ["docx"]', "docx"),
        ('[make]\nnote = "mine.md"', "make.note = mine.md does not exist"),
        ('[make]\npaper = "a3"', "a3"),
    ],
)
def test_status_names_what_is_wrong_with_the_configuration(wrong: str, said: str, office: Office) -> None:
    """Before a brief fails because of it at six in the morning."""
    (office.folder / "a.txt").write_text("They met.")
    (office.folder / "brief.toml").write_text(f'{wrong}\n[[sources]]\nfile = "a.txt"\n', encoding="utf-8")
    told = office.run("status", code=3).stdout
    assert said in told.partition("Problems")[2].partition("In force")[0]
    assert MORNING
