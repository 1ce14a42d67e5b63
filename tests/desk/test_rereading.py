"""A newer version over an older library: what it reads otherwise is told, and done when it is asked for."""

from __future__ import annotations

from datetime import timedelta

import pytest

from briefing.model import Article
from tests.desk.conftest import Office
from tests.desk.piles import pile

ARTICLES = 12


@pytest.fixture
def old(office: Office, monkeypatch: pytest.MonkeyPatch) -> Office:
    """A desk whose dozen articles were read by another version, some days ago."""
    office.configure(more='[[sources]]\nfolder = "articles"')
    (office.folder / "articles").mkdir()
    for one in pile(ARTICLES, seed=9):
        write(office, one)
    with monkeypatch.context() as patch:
        patch.setattr("briefing.library.extracts.engine_version", lambda: "an older one")
        office.fetch()
    office.at += timedelta(days=3)
    return office


def write(office: Office, one: Article) -> None:
    """An article as a file."""
    head = f"---\ntitle: {one.title}\noutlet: {one.outlet}\npublished: {one.published}\n---\n\n"
    (office.folder / "articles" / f"{one.id}.md").write_text(head + one.text, encoding="utf-8")


def known(office: Office) -> set[tuple[str, str, str]]:
    """Its events as a reader knows them: id, date and when they were learnt."""
    return {(event["id"], event["date"]["edtf"], event["learnt"]) for event in office.events()}


def test_status_says_what_another_version_read(old: Office) -> None:
    """And which command reads it anew."""
    said = old.run("status").stdout
    assert "12 of 12 articles were read by another version; read them anew with: brief fetch --reread" in said


def test_rereading_goes_in_portions_to_the_end(old: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each portion is said; nothing is left, and a second time there is nothing to do."""
    monkeypatch.setattr("briefing.desk.rereading._AT_ONCE", 5)
    before = known(old)
    said = old.run("fetch", "--reread").stderr
    assert [line for line in said.splitlines() if "anew" in line] == [
        f"Read {done} of 12 articles anew." for done in (5, 10, 12)
    ]
    assert "another version" not in old.run("status").stdout
    assert "No article was read by another version" in old.run("fetch", "--reread").stderr
    assert known(old) == before, "the rules are the same, so nothing has changed"


def test_withdrawn_article_is_not_read_anew(old: Office) -> None:
    """It tells nothing, so it does not stand in the way of the others."""
    with old.library() as db:
        (own,) = db.execute("SELECT id FROM articles LIMIT 1").fetchone()
    old.run("fix", own, "--drop", "--reason", "retracted")
    assert "Read 11 of 11 articles anew." in old.run("fetch", "--reread").stderr


def test_event_of_another_shape_is_told_and_comes_back(old: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    """Listings and the brief say that it is missing; read anew, it is the same event, known since it was first learnt."""
    event = old.events()[0]
    with old.library() as db:
        db.execute("UPDATE events SET data = x'00' WHERE id = ?", (event["id"],))
    said = "1 event is: kept as an earlier version wrote them and cannot be read"
    with monkeypatch.context() as patch:
        patch.setattr("tests.desk.conftest.assert_sound", lambda _: None)
        assert said in old.run("events").stderr
        assert "brief fetch --reread" in old.make(code=3)
    old.run("fetch", "--reread")
    assert event in old.events()
