"""Newsletters: saved mails (.eml) and boxes of them (.mbox), one article a mail.

The HTML part is read like a page, as that is the one that newsletters are made for; where it holds no story, the
plain part. A mail is dated by its own header, in the zone that is written there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.errors import HeaderParseError, MessageError
from email.message import EmailMessage
from typing import BinaryIO

from briefing.reading.feed_dates import read_feed_date
from briefing.reading.found import Found, Tell, Unreadable
from briefing.reading.printable import one_line
from briefing.reading.story import read_story
from briefing.reading.transcoding import decode_fetched

__all__ = ["LARGEST_MAIL", "read_mail", "read_mailbox"]

LARGEST_MAIL = 10 * 1024 * 1024  # with its pictures
LARGEST_PART = 2 * 1024 * 1024
MOST_PARTS = 200
_SEPARATOR = re.compile(rb"From \S.* \d{4}\s*$|From - ")  # RFC 4155, and what Thunderbird writes
_QUOTED = re.compile(rb"^>+From ")
_REMEDY = "save its text as .txt"


def read_mailbox(stream: BinaryIO, place: str, tell: Tell) -> Iterator[Found]:
    """The articles of a box, mail by mail. A bad mail is told, the others are read."""
    number = 0
    for number, data in enumerate(_mails(stream), start=1):
        where = f"{place} mail {number}"
        if data is None:
            tell(where, f"is larger than {LARGEST_MAIL // 1024 // 1024} MB and was not read; {_REMEDY}")
            continue
        try:
            yield read_mail(data, where, tell)
        except Unreadable as error:
            tell(where, str(error))
    if not number:
        raise Unreadable("holds no mail; fill it or remove it")


def _mails(stream: BinaryIO) -> Iterator[bytes | None]:
    """Each mail of a box, read line by line; None for one that is too large."""
    lines: list[bytes] | None = None
    size = 0
    blank = True
    while line := stream.readline(LARGEST_PART):
        if blank and _SEPARATOR.match(line):
            if lines is not None:
                yield b"".join(lines) if size <= LARGEST_MAIL else None
            lines, size = [], 0
        elif lines is not None or line.strip():
            size += len(line)
            lines = lines or []
            if size <= LARGEST_MAIL:
                lines.append(line[1:] if _QUOTED.match(line) else line)
        blank = not line.strip()
    if lines is not None:
        yield b"".join(lines) if size <= LARGEST_MAIL else None


def read_mail(data: bytes, place: str, tell: Tell) -> Found:
    """The article of one mail. Raises `Unreadable` for one without a text."""
    try:
        mail = message_from_bytes(data, policy=policy.default)
        subject, sender = _header(mail, "subject"), _sender(mail)
        written = _header(mail, "date")
        parts = list(_texts(mail))
    except (MessageError, HeaderParseError, ValueError, TypeError, LookupError, IndexError, AttributeError) as error:
        raise Unreadable(f"is a mail that cannot be taken apart ({type(error).__name__}); {_REMEDY}") from error
    found = _story(parts, place, subject, tell)
    stamp = read_feed_date(written)
    if written and stamp is None:
        tell(place, f"its date {written[:40]!r} is no date that can be told")
    url = _header(mail, "archived-at").strip("<> ")
    return Found(
        place=place,
        text=found.text,
        title=subject or found.title,
        url=url if url.startswith(("http://", "https://")) else "",
        outlet=sender,
        language=found.language or _header(mail, "content-language").partition(",")[0],
        field=stamp,
        left_out=found.left_out,
    )


def _header(mail: EmailMessage, name: str) -> str:
    return one_line(str(mail.get(name) or ""))


def _sender(mail: EmailMessage) -> str:
    """The name that the mail comes from; without one, the host of its address."""
    header = mail.get("from")
    addresses = getattr(header, "addresses", ())
    if not addresses:
        return ""
    return one_line(addresses[0].display_name) or one_line(addresses[0].domain)


def _texts(mail: EmailMessage) -> Iterator[tuple[str, bytes, str]]:
    """The texts shown of a mail, HTML first: the kind, the bytes, the charset. Attachments are not the newsletter."""
    shown: list[tuple[str, bytes, str]] = []
    for number, part in enumerate(mail.walk()):
        if number == MOST_PARTS:
            break
        kind = part.get_content_type()
        if kind in {"text/html", "text/plain"} and part.get_content_disposition() != "attachment":
            body = part.get_payload(decode=True)
            shown.append((kind, body if isinstance(body, bytes) else b"", (part.get_content_charset() or "").lower()))
    yield from sorted(shown, key=lambda text: text[0] != "text/html")


def _story(parts: list[tuple[str, bytes, str]], place: str, subject: str, tell: Tell) -> Found:
    """The story of the first part that holds one; what was wrong with the others is told only where none does."""
    reasons: list[str] = []
    for part in parts:
        try:
            return _read_part(*part, place, subject, tell)
        except Unreadable as error:
            reasons.append(str(error))
    raise Unreadable(reasons[0] if reasons else "is a mail without a text; remove it")


def _read_part(kind: str, body: bytes, charset: str, place: str, subject: str, tell: Tell) -> Found:
    from briefing.reading.pages import read_page

    if len(body) > LARGEST_PART:
        raise Unreadable("has a text of more than 2 MB")
    text, note = decode_fetched(body, charset)
    if kind == "text/html":
        found = read_page(text, place, "", tell)
    else:
        story = read_story(text, title=subject)
        found = Found(place=place, text=story.text, title=story.title, left_out=story.left_out)
    if not found.text.strip():
        raise Unreadable("is a mail without a text; remove it")
    if note:
        tell(place, note)
    return found
