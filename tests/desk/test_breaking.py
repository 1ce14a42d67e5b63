"""What goes wrong at a desk that is nobody's fault, or the user's: one clear line each, with what to do, and no traceback."""

from __future__ import annotations

import sqlite3
import stat
from pathlib import Path
from typing import Any

import pytest

from briefing.library.holding import holding
from tests.desk.conftest import Office, feed, page
from tests.fetching.conftest import Server

MET = " date 2024-09-14 Envoys meet\n\nThe envoys met in Ankara on Friday to discuss a truce.\n"


@pytest.fixture
def desk(office: Office) -> Office:
    """A desk with one article in its folder."""
    (office.folder / "articles").mkdir()
    (office.folder / "articles" / "met.txt").write_text(MET, encoding="utf-8")
    office.configure(more='[[sources]]\nfolder = "articles"')
    office.fetch()
    return office


COMMANDS = [("fetch",), ("make", "--since", "last"), ("status",), ("events",), ("fix", "--log")]


def told(office: Office, *arguments: str, code: int) -> str:
    """What was said, which is one line that begins with the command's name."""
    said = office.run(*arguments, code=code).stderr
    assert said.startswith("brief: ")
    assert said.count("\n") == 1
    return said


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_no_desk(command: tuple[str, ...], office: Office) -> None:
    """It says how to begin one."""
    assert "brief add" in told(office, *command, code=2) or command == ("events",)


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_wrong_configuration(command: tuple[str, ...], desk: Office) -> None:
    """Every command says the same of it."""
    (desk.folder / "brief.toml").write_text("[make]\nformat = 'md'\n", encoding="utf-8")
    assert (
        told(desk, *command, code=2) == "brief: brief.toml: there is no key make.format; did you mean make.formats?\n"
    )


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_library_that_is_none(command: tuple[str, ...], desk: Office) -> None:
    """It is left alone."""
    (desk.folder / "brief.library").write_bytes(b"no library, as anybody can see. " * 100)
    for beside in ("-wal", "-shm"):
        (desk.folder / f"brief.library{beside}").unlink(missing_ok=True)
    assert "restore it from a copy" in told(desk, *command, code=1)


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_full_disk(command: tuple[str, ...], desk: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the library cannot do is said, with the remedy."""

    def full(*_: object, **__: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr("briefing.library.schema._migrate", full)
    assert "make room on the disk" in told(desk, *command, code=1)


def test_full_disk_in_the_middle_of_a_fetch(desk: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    """The next run goes on where this one was."""

    def full(*_: object, **__: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    (desk.folder / "articles" / "fire.txt").write_text(
        " date 2024-09-14 Fire\n\nA fire destroyed the mill on Friday.\n"
    )
    with monkeypatch.context() as patch:
        patch.setattr("briefing.desk.retelling.replace_events", full)
        assert "make room on the disk" in told(desk, "fetch", code=1)
    desk.fetch()
    assert desk.event("mill")


def test_folder_that_cannot_be_written(desk: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    """A fetch says so; a status does not need to write."""
    whole = Path.open

    def refused(self: Path, *arguments: Any, **options: Any) -> Any:
        if self.suffix == ".lock":
            raise PermissionError(13, "Permission denied", str(self))
        return whole(self, *arguments, **options)

    (desk.folder / "brief.library").chmod(stat.S_IRUSR)
    monkeypatch.setattr(Path, "open", refused)
    assert "check that you may write in its folder" in told(desk, "fetch", code=1)
    monkeypatch.setattr("os.access", lambda *_: False)
    assert "1 article," in desk.run("status").stdout


def test_second_run_names_the_first(desk: Office) -> None:
    """A status, a listing and an old issue do not wait for it."""
    desk.make()
    with holding(desk.folder / "brief.library", what="brief fetch", wait=0):
        for command in (("fetch",), ("make", "--since", "last"), ("fix", "--undo", "1")):
            said = told(desk, *command, code=1)
            assert "brief fetch (process " in said
            assert "try again when it is done" in said
        desk.run("status")
        assert desk.event("Ankara")
        desk.run("make", "--issue", "1", "--output", "again")


def test_no_network(office: Office) -> None:
    """An address that does not answer is a failure, said with its name."""
    office.configure("http://127.0.0.1:9/feed")
    said = office.fetch(code=1)
    assert "http://127.0.0.1:9/feed: " in said
    assert "0 of 1 sources read" in said
    assert "nothing was added" in told(office, "add", "http://127.0.0.1:9/other", code=2)


def test_desk_without_sources(office: Office) -> None:
    """It says how to add one."""
    (office.folder / "brief.toml").write_text("")
    assert "add one with: brief add" in told(office, "fetch", code=2)


def test_page_as_a_source(office: Office, site: Server) -> None:
    """A page that is followed itself is read again only when it changes."""
    site["/statement"] = page("A statement", "The envoys met in Ankara on Friday.", published="2024-09-14")
    office.configure(more=f'[[sources]]\npage = "{site.url("/statement")}"')
    assert office.fetch().startswith("1 article new")
    assert office.fetch().startswith("0 articles new, 0 changed, 1 known")


@pytest.mark.parametrize(
    "words", ['"', 'a"b', "NEAR(", "*", "Kalın", "'; DROP TABLE articles; --", "^", "a OR b", "-", "…"]
)
def test_any_words_can_be_looked_for(words: str, desk: Office) -> None:
    """No sign has a meaning of its own."""
    desk.run("events", "--find", words, code=None)
    assert desk.event("ankara")


def test_spelling_of_a_name_does_not_matter(office: Office) -> None:
    """Kalin finds Kalın, and Ankara'da is Ankara."""
    text = " date 2024-09-14 Görüşme\n\nMİT Başkanı İbrahim Kalın cuma günü Ankara'da Hamas heyetiyle görüştü.\n"
    (office.folder / "a.txt").write_text(text, encoding="utf-8")
    office.configure(more='[[sources]]\nfile = "a.txt"')
    office.fetch()
    for words in ("Kalin", "kalın", "KALIN", "ibrahim kalin", "ankara"):
        assert len(office.events(words)) == 1, words
    assert office.events("Blinken") == []


def test_feed_without_items_is_a_quiet_one(office: Office, site: Server) -> None:
    """It answered as a feed does."""
    site["/feed"] = feed("Daily B")
    office.configure(site.url("/feed"))
    assert office.fetch() == "0 articles new, 0 changed, 0 known; 1 of 1 sources read.\n"
