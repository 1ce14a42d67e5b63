"""A letter -> the bytes of a message: ``multipart/mixed[multipart/alternative[text/plain, text/html], attachments]``.

Pure: the same letter gives the same bytes, on every version of Python. The standard library writes the parts; the head is
written here, see `headers`. Sources: RFC 5322 (messages), 2045-2049 and 2231 (MIME), 2919 (List-Id), 3834 (Auto-Submitted).
"""

from __future__ import annotations

import email.policy
import re
from dataclasses import dataclass
from datetime import datetime
from email.message import MIMEPart
from email.utils import format_datetime
from hashlib import blake2b

from briefing.delivery.addresses import Address
from briefing.delivery.headers import clean, file_name, header_words

__all__ = ["Attachment", "Letter", "message_bytes", "message_id"]

# Parts are 7 bits wide, so that no server on the way has to recode them. A line is two octets short of the 76 that
# RFC 2045 allows, for an "F" or a dot at its beginning takes three.
_PARTS = email.policy.SMTP.clone(cte_type="7bit", max_line_length=74)

# "=_" occurs in no quoted-printable and in no base64 text (RFC 2045, 6.7), so no content can close a part.
_MIXED, _ALTERNATIVE = "=_brief", "=_words"

_NO_CHARACTER = re.compile(r"[\x00\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that goes with a letter: its name as the reader sees it, its media type, its bytes."""

    name: str
    media_type: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Letter:
    """All that one recipient is sent. ``date`` carries its zone; ``id`` and ``in_reply_to`` are as `message_id` gives them.

    ``list_id`` is the name that mail programs sort by (``gaza-talks.example.org``), ``language`` a BCP 47 tag.
    """

    id: str
    date: datetime
    sender: Address
    to: tuple[Address, ...]
    cc: tuple[Address, ...]
    subject: str
    text: str
    html: str
    list_id: str
    language: str
    attachments: tuple[Attachment, ...] = ()
    in_reply_to: str = ""


def message_id(*parts: str | int, domain: str) -> str:
    """The name of a message, from what makes it this one: which brief, which revision, to whom. Always the same for the same."""
    told = "\0".join(map(str, parts)).encode("utf-8", "surrogatepass")
    return f"<{blake2b(told, digest_size=16).hexdigest()}@{domain}>"


def message_bytes(letter: Letter) -> bytes:
    """The message, its lines ending in CRLF. ASCII throughout, unless an address needs more (`Address.needs_utf8`)."""
    alternative = MIMEPart(_PARTS)
    alternative.make_alternative(boundary=_ALTERNATIVE)
    alternative.attach(_words(letter.text, "plain"))
    alternative.attach(_words(letter.html, "html"))
    root = MIMEPart(_PARTS)
    root.make_mixed(boundary=_MIXED)
    root.attach(alternative)
    for attachment in letter.attachments:
        root.attach(_file(attachment))
    return _head(letter).encode() + root.as_bytes()


def _head(letter: Letter) -> str:
    """The header lines but those that say how the message is built."""
    values = {
        "From": letter.sender.header,
        "To": _listed(letter.to) or "undisclosed-recipients:;",
        "Cc": _listed(letter.cc),
        "Subject": header_words("Subject", letter.subject),
        "Date": format_datetime(letter.date),
        "Message-ID": letter.id,
        "In-Reply-To": letter.in_reply_to,
        "References": letter.in_reply_to,
        "List-Id": f"<{clean(letter.list_id)}>",
        "Auto-Submitted": "auto-generated",
        "Content-Language": clean(letter.language),
        "MIME-Version": "1.0",
    }
    return "".join(f"{name}: {value}\r\n" for name, value in values.items() if value)


def _listed(addresses: tuple[Address, ...]) -> str:
    return ",\r\n ".join(address.header for address in addresses)


def _words(text: str, subtype: str) -> MIMEPart:
    """A text in quoted-printable or base64, whichever is shorter. Quoted-printable can be read as it is."""
    part = MIMEPart(_PARTS)
    text = _NO_CHARACTER.sub("\ufffd", text)
    octets = text.encode()
    quoted = sum(1 if 32 <= octet < 127 and octet != ord("=") else 3 for octet in octets if octet != ord("\n"))
    if quoted > len(octets) * 4 / 3:
        part.set_content(text, subtype, cte="base64")
        return part
    part.set_content(text, subtype, cte="quoted-printable")
    # Programs on the way put ">" before "From " and may lose a dot; encoded, they leave both alone.
    guarded = re.sub(r"(?m)^(?:F(?=rom )|\.)", lambda found: f"={ord(found[0]):X}", str(part.get_payload()))
    part.set_payload(guarded)
    return part


def _file(attachment: Attachment) -> MIMEPart:
    part = MIMEPart(_PARTS)
    kind, _, subtype = attachment.media_type.partition("/")
    params = {"charset": "utf-8"} if kind == "text" else None
    name = file_name(attachment.name)
    part.set_content(
        attachment.data, kind, subtype, cte="base64", params=params, filename=name, disposition="attachment"
    )
    return part
