"""A brief of the library on its way to its readers, by a maildir: who gets what, once, held, corrected, rehearsed."""

from __future__ import annotations

import email
import email.policy
import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from pathlib import Path

import pytest

from briefing.delivery.addresses import read_address
from briefing.delivery.outcome import Outcome, State, exit_code
from briefing.desk.locating import Desk, desk_at
from briefing.desk.mailing import HTML, TEXT, mail_issue, mail_made, number_of_file
from briefing.errors import Misuse
from briefing.library.briefs import Issue, issue_numbered, put_issue
from briefing.library.ledger import IssueLedger, held_issues, put_correction
from briefing.library.schema import open_library

NOW = datetime(2024, 9, 15, 4, 30, tzinfo=UTC)
UNTIL = datetime(2024, 9, 15, 3, 59, 59, tzinfo=UTC)  # the end of 14 September in New York

SETTINGS = """
title = "Ateşkes görüşmeleri"
zone = "America/New_York"
[mail]
sender = "Masa <desk@example.org>"
to = ["Ann <ann@example.org>", "bob@example.org"]
cc = ["cem@example.org"]
bcc = ["eve@example.org"]
subject = "[{number}] {title}, {day}"
transport = "maildir"
maildir = "outbox"
"""


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A desk that mails into a maildir."""
    return desk_with(tmp_path, SETTINGS)


def desk_with(folder: Path, settings: str) -> Desk:
    """A desk of some settings."""
    (folder / "brief.toml").write_text(settings, encoding="utf-8")
    return desk_at(folder / "brief.toml")


@pytest.fixture
def library(desk: Desk) -> Iterator[sqlite3.Connection]:
    """A library with brief 7."""
    db = open_library(desk.library)
    keep(db, 7)
    yield db
    db.close()


def keep(db: sqlite3.Connection, number: int, *, without: str = "") -> None:
    """Keep a brief with its files."""
    files = {
        "pdf": ("brief-2024-09-14.pdf", b"%PDF-1.7 " + bytes(256)),
        "md": ("brief-2024-09-14.md", b"# Talks"),
        HTML: ("mail.html", "<p>Görüşme</p>".encode()),
        TEXT: ("mail.txt", b"# Talks"),
    }
    files.pop(without, None)
    put_issue(db, Issue(number, NOW, None, UNTIL, "Ateşkes", ""), files)


def letters(desk: Desk) -> dict[str, EmailMessage]:
    """The letters in the maildir, by reader; there is one for each."""
    folder = desk.folder / "outbox" / "new"
    files = sorted(folder.iterdir()) if folder.is_dir() else []
    found = [email.message_from_bytes(file.read_bytes(), policy=email.policy.default) for file in files]
    by_reader = {str(one["Delivered-To"]): one for one in found}
    assert len(by_reader) == len(found)
    return by_reader


def states(outcomes: list[Outcome]) -> dict[str, State]:
    """The state of each reader."""
    return {outcome.recipient.partition("@")[0]: outcome.state for outcome in outcomes}


def test_every_reader_gets_one(desk: Desk, library: sqlite3.Connection) -> None:
    """To, Cc and Bcc alike; the blind copy stands in no header; the day is the desk's, the brief is marked as sent."""
    assert set(states(mail_issue(library, desk, 7, now=NOW)).values()) == {State.SENT}
    found = letters(desk)
    assert set(found) == {f"{name}@example.org" for name in ("ann", "bob", "cem", "eve")}
    for letter in found.values():
        assert letter["Subject"] == "[7] Ateşkes, 2024-09-14"
        assert (letter["To"], letter["Cc"]) == ("Ann <ann@example.org>, bob@example.org", "cem@example.org")
        assert "eve" not in "".join(f"{letter[name]}" for name in letter if name != "Delivered-To")
        assert (letter["List-Id"], letter["Date"].datetime) == ("<ateskes-gorusmeleri.example.org>", NOW)
        assert [file.get_filename() for file in letter.iter_attachments()] == ["brief-2024-09-14.pdf"]
    assert len({letter["Message-ID"] for letter in found.values()}) == 4
    issue = issue_numbered(library, 7)
    assert issue
    assert issue.sent == NOW


def test_a_second_run_sends_to_new_readers_alone(desk: Desk, library: sqlite3.Connection) -> None:
    """Who has it does not get it again, also when named."""
    mail_issue(library, desk, 7, now=NOW)
    again = mail_issue(library, desk, 7, to=["ann@example.org", "zoe@example.org"], now=NOW + timedelta(days=1))
    assert states(again) == {"ann": State.SENT, "zoe": State.SENT}
    assert "already sent" in again[0].answer
    assert len(letters(desk)) == 5
    assert letters(desk)["zoe@example.org"]["Cc"] is None


def test_what_is_in_doubt_is_said_until_somebody_decides(desk: Desk, library: sqlite3.Connection) -> None:
    """Exit code 4; with resend the one in doubt gets it, those who have it do not."""
    mail_issue(library, desk, 7, to=["ann@example.org"], now=NOW)
    mail_ledger(library, 7).note(read_address("bob@example.org", "here"), State.SENDING, "")
    outcomes = mail_issue(library, desk, 7, now=NOW)
    assert states(outcomes)["bob"] is State.UNKNOWN
    assert exit_code(outcomes) == 4
    assert exit_code(mail_issue(library, desk, 7, resend=True, now=NOW)) == 0
    assert set(letters(desk)) == {f"{name}@example.org" for name in ("ann", "bob", "cem", "eve")}


def test_a_reader_who_lost_it_is_sent_it_again_when_named(desk: Desk, library: sqlite3.Connection) -> None:
    """Resend and a name together send once more, under the same Message-ID."""
    for resend in (False, True):
        mail_issue(library, desk, 7, to=["ann@example.org"], resend=resend, now=NOW)
    files = list((desk.folder / "outbox" / "new").iterdir())
    assert len(files) == 2
    assert len({email.message_from_bytes(file.read_bytes())["Message-ID"] for file in files}) == 1


def test_a_brief_is_held_until_it_is_sent(tmp_path: Path, library: sqlite3.Connection) -> None:
    """Made, it waits; sent, it is released."""
    desk = desk_with(tmp_path, SETTINGS + "hold = true\n")
    held = mail_made(library, desk, 7, now=NOW)
    assert set(states(held).values()) == {State.HELD}
    assert (exit_code(held), letters(desk), held_issues(library)) == (0, {}, [7])
    mail_issue(library, desk, 7, now=NOW)
    assert (len(letters(desk)), held_issues(library)) == (4, [])


def test_without_hold_what_is_made_is_sent(desk: Desk, library: sqlite3.Connection) -> None:
    """At once."""
    mail_made(library, desk, 7, now=NOW)
    assert len(letters(desk)) == 4


def test_a_corrected_brief_answers_the_first(desk: Desk, library: sqlite3.Connection) -> None:
    """For who was sent the first it is a reply; for who was not it stands alone. The subject says what it is."""
    mail_issue(library, desk, 7, to=["ann@example.org"], now=NOW)
    first = letters(desk)["ann@example.org"]["Message-ID"]
    (desk.folder / "outbox").rename(desk.folder / "sent")
    keep(library, 8)
    put_correction(library, 8, corrects=7)
    mail_issue(library, desk, 8, now=NOW)
    found = letters(desk)
    assert found["ann@example.org"]["Subject"] == "CORRECTED [7] Ateşkes, 2024-09-14"
    assert found["ann@example.org"]["References"] == found["ann@example.org"]["In-Reply-To"] == first
    assert found["ann@example.org"]["Message-ID"] != first
    assert found["bob@example.org"]["References"] is None


def test_a_rehearsal_sends_nothing(desk: Desk, library: sqlite3.Connection) -> None:
    """The letter is written as a file, the outcomes say who would get it, and nothing is noted."""
    mail_issue(library, desk, 7, to=["bob@example.org"], now=NOW)
    outcomes = mail_issue(library, desk, 7, dry_run=True, now=NOW)
    assert states(outcomes) == {"ann": State.DUE, "bob": State.SENT, "cem": State.DUE, "eve": State.DUE}
    assert (exit_code(outcomes), len(letters(desk))) == (0, 1)
    assert outcomes[0].answer == "the letter stands in output/brief-7.eml"
    letter = email.message_from_bytes((desk.folder / "output/brief-7.eml").read_bytes(), policy=email.policy.default)
    assert letter["Subject"] == "[7] Ateşkes, 2024-09-14"
    assert library.execute("SELECT count(*) FROM mailings").fetchone() == (1,)


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ('sender = "Masa <desk@example.org>"', "", r"mail\.sender is missing"),
        ('"bob@example.org"', '"bob"', r"mail\.to: 'bob' has no @"),
        ('transport = "maildir"', 'transport = "smpt"', r"did you mean smtp\?"),
        ('transport = "maildir"', "", r"mail\.host is missing"),
        ('maildir = "outbox"', "", r"mail\.maildir is missing"),
        ("{day}", "{date}", r"choose from: title, day"),
        ('maildir = "outbox"', 'maildir = "outbox"\nattach = ["docx"]', r"mail\.attach names 'docx'"),
        ('maildir = "outbox"', 'maildir = "outbox"\nattach = ["ics"]', r"brief 7 was made without ics"),
        ('to = ["Ann <ann@example.org>", "bob@example.org"]\ncc = ["cem@example.org"]\nbcc = ["eve@example.org"]', "", r"has no reader"),
    ],
)  # fmt: skip
def test_wrong_settings_are_misuse(old: str, new: str, why: str, tmp_path: Path, library: sqlite3.Connection) -> None:
    """One sentence with a remedy; nobody is sent anything, nothing is noted."""
    assert old in SETTINGS
    with pytest.raises(Misuse, match=why):
        mail_issue(library, desk_with(tmp_path, SETTINGS.replace(old, new)), 7, now=NOW)
    assert library.execute("SELECT count(*) FROM mailings").fetchone() == (0,)


def test_a_brief_that_is_not_there(desk: Desk, library: sqlite3.Connection) -> None:
    """An unknown number, and a brief kept without its letter, are told apart."""
    with pytest.raises(Misuse, match=r"no brief 9 in the library"):
        mail_issue(library, desk, 9, now=NOW)
    keep(library, 9, without=HTML)
    with pytest.raises(Misuse, match=r"kept without its letter"):
        mail_issue(library, desk, 9, now=NOW)


def test_a_password_is_looked_for_only_when_something_is_sent(tmp_path: Path, library: sqlite3.Connection) -> None:
    """A rehearsal needs none; a run without it is misuse that names the variable."""
    smtp = 'transport = "smtp"\nhost = "localhost"\nuser = "desk"\npassword_env = "NO_SUCH_VARIABLE_HERE"'
    desk = desk_with(tmp_path, SETTINGS.replace('transport = "maildir"', smtp))
    assert mail_issue(library, desk, 7, dry_run=True, now=NOW)
    with pytest.raises(Misuse, match="NO_SUCH_VARIABLE_HERE"):
        mail_issue(library, desk, 7, now=NOW)
    assert library.execute("SELECT count(*) FROM mailings").fetchone() == (0,)


def test_a_file_names_its_brief(library: sqlite3.Connection, tmp_path: Path) -> None:
    """By name and bytes; one that was changed since is not passed for the brief."""
    file = tmp_path / "brief-2024-09-14.md"
    file.write_bytes(b"# Talks")
    assert number_of_file(library, file) == 7
    file.write_bytes(b"# Talks, touched up")
    with pytest.raises(Misuse, match="no brief of this desk as it was made"):
        number_of_file(library, file)
    with pytest.raises(Misuse, match="cannot be read"):
        number_of_file(library, tmp_path / "nothing.md")


def mail_ledger(db: sqlite3.Connection, number: int) -> IssueLedger:
    """The ledger of a brief."""
    issue = issue_numbered(db, number)
    assert issue
    return IssueLedger(db, issue, 0, "example.org", NOW)
