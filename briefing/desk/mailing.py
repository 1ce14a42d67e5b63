"""A brief of the library to its readers, by the way that ``brief.toml`` names: each reader once, and what is not known is said.

The caller holds the library (`briefing.library.holding`), so that no second run sends beside this one.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path, PurePath

from anyascii import anyascii

from briefing.composing import zone_named
from briefing.config import Mail
from briefing.delivery import write_files
from briefing.delivery.addresses import Address, read_address, read_addresses
from briefing.delivery.headers import check_subject, clean, subject_line
from briefing.delivery.local import maildir, sendmail
from briefing.delivery.message import Attachment, Letter, message_bytes
from briefing.delivery.outcome import Outcome, State, Transport
from briefing.delivery.passwords import find_password
from briefing.delivery.sending import DOUBTFUL, send, settled
from briefing.delivery.session import Server
from briefing.delivery.smtp import smtp
from briefing.desk.locating import Desk
from briefing.errors import Misuse, nearest
from briefing.library.briefs import Issue, files_of, issue_numbered, mark_sent
from briefing.library.ledger import IssueLedger, first_of, hold_issue, release_issue
from briefing.rendering.words import words_of

__all__ = ["HTML", "TEXT", "check_mail", "mail_issue", "mail_made", "number_of_file"]

HTML, TEXT = "mail.html", "mail.txt"
"""The formats under which the library keeps the two bodies of a brief's letter."""

_MEDIA_TYPES = {
    "md": "text/markdown",
    "pdf": "application/pdf",
    "html": "text/html",
    "json": "application/json",
    "csv": "text/csv",
    "ics": "text/calendar",
    "timelinejs": "application/json",
}
_TRANSPORTS = ("smtp", "sendmail", "maildir")


@dataclass(frozen=True, slots=True)
class _Readers:
    """Who is told; blind copies stand in no header."""

    sender: Address
    to: tuple[Address, ...]
    cc: tuple[Address, ...]
    bcc: tuple[Address, ...]

    @property
    def all(self) -> tuple[Address, ...]:
        """Every mailbox once."""
        return tuple({one.mailbox: one for one in (*self.to, *self.cc, *self.bcc)}.values())


def mail_made(db: sqlite3.Connection, desk: Desk, number: int, *, now: datetime) -> list[Outcome]:
    """Mail a brief just made, or, where the desk holds its briefs, put it into the outbox until `mail_issue` sends it."""
    if not desk.config.mail.hold:
        return mail_issue(db, desk, number, now=now)
    check_mail(desk)
    readers = _readers(desk.config.mail, None, None, None)
    hold_issue(db, number, now)
    return [Outcome(one.mailbox, State.HELD) for one in readers.all]


def mail_issue(
    db: sqlite3.Connection,
    desk: Desk,
    number: int,
    *,
    to: Sequence[str] | None = None,
    cc: Sequence[str] | None = None,
    bcc: Sequence[str] | None = None,
    resend: bool = False,
    dry_run: bool = False,
    now: datetime,
) -> list[Outcome]:
    """Send a brief to those who have not got it; one outcome for each reader, in order.

    Args:
        db: the library, outside of any transaction.
        desk: whose mail settings are meant.
        number: which brief. One that is held is released.
        to: readers instead of all those of the desk.
        cc: readers of a copy, likewise: where any of the three is given, only those given are sent it.
        bcc: readers of whom the others do not know, likewise.
        resend: send it also to those of whom is not known whether they got it, and to readers given here who did.
        dry_run: send nothing, write the first reader's letter as ``.eml`` into the desk's output folder, and tell whom the
            brief would be sent to (`State.DUE`).
        now: the date of the letter and of what is noted.

    Raises:
        Misuse: a wrong setting or address, an unknown brief, a file that it lacks. Nothing has been sent.
    """
    check_mail(desk)
    mail = desk.config.mail
    readers = _readers(mail, to, cc, bcc)
    ledger = _ledger(db, _issue(db, number), readers.sender.domain, now)
    blank = _letter(db, desk, ledger, readers)
    again = _again(resend=resend, named=any(given is not None for given in (to, cc, bcc)))
    if dry_run:
        return _rehearsed(desk, ledger, blank, readers, again)
    outcomes = send(
        lambda reader: message_bytes(_addressed(blank, ledger, reader)),
        readers.all,
        ledger,
        _transport(desk, readers.sender),
        again=again,
    )
    release_issue(db, number, now)
    if any(outcome.state is State.SENT for outcome in outcomes):
        mark_sent(db, number, now)
    return outcomes


def number_of_file(db: sqlite3.Connection, file: Path) -> int:
    """The number of the brief that a file was written for, told by its name and its bytes. Raises `Misuse` where it is none."""
    try:
        data = file.read_bytes()
    except OSError as error:
        raise Misuse(f"{file} cannot be read: {(error.strerror or '').lower()}; name a file of a brief.") from error
    asked = "SELECT brief, format FROM brief_files WHERE name = ? ORDER BY brief DESC"
    for number, form in db.execute(asked, (file.name,)).fetchall():
        if files_of(db, number)[form][1] == data:
            return int(number)
    raise Misuse(f"{file} is no brief of this desk as it was made; brief send without a file sends the last one.")


def _again(*, resend: bool, named: bool) -> frozenset[State]:
    """The states from which a letter is sent once more."""
    if not resend:
        return frozenset()
    return DOUBTFUL | {State.SENT} if named else DOUBTFUL


def _rehearsed(
    desk: Desk, ledger: IssueLedger, blank: Letter, readers: _Readers, again: frozenset[State]
) -> list[Outcome]:
    """Write the letter and tell what would become of it."""
    name = f"{desk.config.make.output.rstrip('/')}/brief-{ledger.issue.number}.eml"
    write_files({desk.resolve(name): message_bytes(_addressed(blank, ledger, readers.all[0]))})
    return [
        settled(one, ledger.state_of(one), again) or Outcome(one.mailbox, State.DUE, f"the letter stands in {name}")
        for one in readers.all
    ]


# ---- what is sent -------------------------------------------------------------------------------


def _issue(db: sqlite3.Connection, number: int) -> Issue:
    issue = issue_numbered(db, number)
    if issue is None:
        raise Misuse(f"there is no brief {number} in the library; brief status names the last one.")
    return issue


def _ledger(db: sqlite3.Connection, issue: Issue, domain: str, now: datetime) -> IssueLedger:
    return IssueLedger(db, issue, first_of(db, issue.number)[1], domain, now)


def _letter(db: sqlite3.Connection, desk: Desk, ledger: IssueLedger, readers: _Readers) -> Letter:
    """The letter as it is the same for every reader."""
    issue, config = ledger.issue, desk.config
    files = files_of(db, issue.number)
    corrected = words_of(config.language)("letter.corrected") if ledger.revision else ""
    day = (issue.until or issue.made).astimezone(zone_named(config.zone)).date().isoformat()
    return Letter(
        id="",
        date=ledger.now,
        sender=readers.sender,
        to=readers.to,
        cc=readers.cc,
        subject=subject_line(
            config.mail.subject,
            title=issue.title or words_of(config.language)("document.untitled"),
            day=day,
            number=first_of(db, issue.number)[0],
            corrected=corrected,
        ),
        text=_file(files, TEXT, issue)[1].decode(),
        html=_file(files, HTML, issue)[1].decode(),
        list_id=f"{_slug(config.title or config.topic)}.{readers.sender.domain}",
        language=config.language,
        attachments=tuple(_attachment(files, form, issue) for form in config.mail.attach),
    )


def _file(files: dict[str, tuple[str, bytes]], form: str, issue: Issue) -> tuple[str, bytes]:
    if form in files:
        return files[form]
    if form in {HTML, TEXT}:
        raise Misuse(
            f"brief {issue.number} was kept without its letter, as earlier versions did; "
            f"tell its period anew and send that: brief make --correct {issue.number} --mail"
        )
    raise Misuse(
        f"brief {issue.number} was made without {form}; add it to make.formats and make the brief again, or take it out of mail.attach."
    )


def _attachment(files: dict[str, tuple[str, bytes]], form: str, issue: Issue) -> Attachment:
    name, data = _file(files, form, issue)
    return Attachment(PurePath(name).name, _MEDIA_TYPES[form], data)


def _slug(title: str) -> str:
    """A title as a part of a domain name."""
    return re.sub(r"[^a-z0-9]+", "-", anyascii(title).lower())[:40].strip("-") or "brief"


def _addressed(blank: Letter, ledger: IssueLedger, reader: Address) -> Letter:
    """The letter to one reader; of a corrected brief, as the reply to the first, if the reader was sent that."""
    return replace(blank, id=ledger.id_for(reader), in_reply_to=_answered(ledger, reader))


def _answered(ledger: IssueLedger, reader: Address) -> str:
    first = issue_numbered(ledger.db, first_of(ledger.db, ledger.issue.number)[0]) if ledger.revision else None
    if first is None:
        return ""
    before = IssueLedger(ledger.db, first, 0, ledger.domain, ledger.now)
    return before.id_for(reader) if before.state_of(reader) in {State.SENT, *DOUBTFUL} else ""


# ---- to whom, and by which way ------------------------------------------------------------------


def check_mail(desk: Desk) -> None:
    """Raise `Misuse` for mail settings by which nothing could be sent, as far as that shows without sending."""
    mail = desk.config.mail
    check_subject(mail.subject)
    if mail.transport not in _TRANSPORTS:
        raise Misuse(f"there is no mail.transport {clean(mail.transport)!r}; {nearest(mail.transport, _TRANSPORTS)}")
    if mail.transport == "smtp":
        _server(mail, "")
    if mail.transport == "maildir" and not mail.maildir:
        raise Misuse('mail.maildir is missing; name a folder: maildir = "outbox".')
    for form in mail.attach:
        if form not in _MEDIA_TYPES:
            raise Misuse(f"mail.attach names {clean(form)!r}; {nearest(form, _MEDIA_TYPES)}")


def _readers(mail: Mail, to: Sequence[str] | None, cc: Sequence[str] | None, bcc: Sequence[str] | None) -> _Readers:
    """Those of the desk, or, where any are given, those."""
    if not mail.sender:
        raise Misuse('mail.sender is missing; say from whom: sender = "Desk <desk@example.org>".')
    given = {"to": to, "cc": cc, "bcc": bcc}
    named = any(some is not None for some in given.values())
    found = {
        kind: read_addresses(some or (), f"--{kind}") if named else read_addresses(getattr(mail, kind), f"mail.{kind}")
        for kind, some in given.items()
    }
    readers = _Readers(read_address(mail.sender, "mail.sender"), **found)
    if not readers.all:
        raise Misuse(
            'the brief has no reader; write to = ["ann@example.org"] below [mail], or add --to ann@example.org.'
        )
    return readers


def _transport(desk: Desk, sender: Address) -> Transport:
    """The way that the desk names, not yet opened; a password is looked for only when it is."""
    mail = desk.config.mail
    if mail.transport == "sendmail":
        return lambda: sendmail(mail.sendmail, sender, mail.timeout)
    if mail.transport == "maildir":
        return lambda: maildir(desk.resolve(mail.maildir), sender)
    return lambda: smtp(_server(mail, _password(mail)), sender)


def _password(mail: Mail) -> str:
    return find_password(
        user=mail.user, env=mail.password_env, command=mail.password_command, keyring=mail.password_keyring
    )


def _server(mail: Mail, password: str) -> Server:
    return Server(mail.host, mail.port, mail.tls, mail.user, password, mail.timeout)
