"""What a mail program finds in a message is what was meant, and nothing that an article could have put there."""

from __future__ import annotations

import email
import email.policy
from dataclasses import replace
from email.message import EmailMessage

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.delivery.addresses import Address, read_address
from briefing.delivery.headers import LONGEST, clean, file_name, subject_line
from briefing.delivery.message import Attachment, Letter, message_bytes, message_id
from briefing.errors import Misuse

HEAD = [
    "From", "To", "Subject", "Date", "Message-ID", "List-Id", "Auto-Submitted", "Content-Language", "MIME-Version", "Content-Type",
]  # fmt: skip
PARTS = ["multipart/mixed", "multipart/alternative", "text/plain", "text/html", "application/pdf", "text/markdown"]


def parsed(message: bytes) -> EmailMessage:
    """A message as Python's own parser sees it."""
    return email.message_from_bytes(message, policy=email.policy.default)


def lines(text: str) -> str:
    """A text with the line ends of this machine."""
    return text.replace("\r\n", "\n")


def test_what_is_parsed_is_what_was_meant(letter: Letter) -> None:
    """Subject, addresses, both texts, file names and files come back as they were, and no part is defective."""
    found = parsed(message_bytes(letter))
    assert found.keys() == HEAD
    assert [part.get_content_type() for part in found.walk()] == PARTS
    assert not any(part.defects for part in found.walk())
    assert found["Subject"] == letter.subject
    assert [one.addr_spec for one in found["To"].addresses] == ["ann@example.org"]
    assert found["Date"].datetime == letter.date
    for kind, text in (("plain", letter.text), ("html", letter.html)):
        body = found.get_body((kind,))
        assert body is not None
        assert lines(body.get_content()) == text
    files = list(found.iter_attachments())
    assert [file.get_filename() for file in files] == [one.name for one in letter.attachments]
    assert [file.get_payload(decode=True) for file in files] == [one.data for one in letter.attachments]


def test_no_line_can_be_changed_on_the_way(letter: Letter) -> None:
    """Lines are short, 7 bits wide, end in CRLF, and none begins with "From " or is a dot."""
    message = message_bytes(letter)
    assert message.isascii()
    assert message.count(b"\n") == message.count(b"\r\n") == message.count(b"\r")
    rows = message.split(b"\r\n")
    assert max(map(len, rows)) <= 76
    assert not [row for row in rows if row.startswith(b"From ") or row == b"."]


def test_the_same_letter_is_the_same_bytes(letter: Letter) -> None:
    """No clock, no chance and no name of a machine is in a message."""
    assert message_bytes(letter) == message_bytes(replace(letter))


def test_an_id_tells_issue_revision_and_reader_apart() -> None:
    """The same three give the same Message-ID, any other gives another, however the parts are cut."""
    ids = [
        message_id(*told, domain="example.org")
        for told in ((1, 0, "a@x"), (1, 1, "a@x"), (10, "a@x"), (2, 0, "a@x"), (1, 0, "b@x"))
    ]
    assert len(set(ids)) == len(ids)
    assert message_id(1, 0, "a@x", domain="example.org") == ids[0]
    assert ids[0].endswith("@example.org>")


def test_a_corrected_letter_answers_the_first(letter: Letter) -> None:
    """It names the first both as what it replies to and as its thread."""
    found = parsed(message_bytes(replace(letter, in_reply_to="<first@example.org>")))
    assert (found["In-Reply-To"], found["References"]) == ("<first@example.org>", "<first@example.org>")


def test_mostly_arabic_text_is_base64_and_mostly_latin_text_is_readable(letter: Letter) -> None:
    """Each text travels in the shorter coding."""
    arabic = parsed(
        message_bytes(replace(letter, text="اجتمع الوسطاء في الدوحة\n", html="<p>Talks go on in İstanbul.</p>\n"))
    )
    assert [arabic.get_body((kind,))["Content-Transfer-Encoding"] for kind in ("plain", "html")] == [  # type: ignore[index]
        "base64",
        "quoted-printable",
    ]


def test_an_address_beyond_ascii_goes_as_it_is(letter: Letter) -> None:
    """A local part with other letters is written in UTF-8, a domain in its ASCII form."""
    reader = read_address("Şule <şule@örnek.example>", "here")
    message = message_bytes(replace(letter, to=(reader,)))
    assert "şule@xn--rnek-4qa.example".encode() in message
    assert reader.needs_utf8


def test_blind_copies_alone_name_nobody(letter: Letter) -> None:
    """A letter to nobody but blind copies says so in the form of RFC 5322."""
    assert parsed(message_bytes(replace(letter, to=())))["To"] == "undisclosed-recipients:;"


# ---- nothing from outside enters the head -------------------------------------------------------

BREAKS = ["\n", "\r\n", "\r", "\x0b", "\x0c", "\x1c", "\x85", "\u2028", "\u2029", "\0"]
INJECTIONS = [
    *(f"Talks{mark}Bcc: eve@example.net" for mark in BREAKS),
    *(f"Talks{mark}{mark}<p>the body</p>" for mark in BREAKS[:4]),
    "=?utf-8?q?a=0ABcc:_eve@example.net?=",
    "=?utf-8?b?YQ0KQmNjOiBldmVAZXhhbXBsZS5uZXQ=?=",
    "=\u202e?utf-8?q?a=0ABcc:_eve@example.net?=",
    "=\0?utf-8?q?=0D=0ABcc:_eve@example.net?= =?utf-8?q?b?=",
    "Talks\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x",
    "Talks\n--=_brief\nContent-Type: text/html\n\n<script>",
    "--=_brief--",
    "--=_words\r\n\r\nhello",
    'Talks"; filename="evil.exe',
    "Talks\r\n .\r\nMAIL FROM:<eve@example.net>",
    "a@example.net, eve@example.net",
    "<eve@example.net>",
    'x" <eve@example.net>, "y',
    "x\\",
    "group: eve@example.net;",
    "(comment) eve@example.net",
    "\ud800Bcc: eve@example.net",
    "x" * 1200 + "\r\nBcc: eve@example.net",
    "ع" * 600 + "\nBcc: eve@example.net",
    "../../etc/passwd",
    "..\\..\\boot.ini",
    "brief\u202efdp.exe",
    "brief.pdf\0.exe",
    "{number.__class__}{title}",
    "",
    " ",
]


def test_there_are_forty_attempts() -> None:
    """The list of attempts keeps its length."""
    assert len(set(INJECTIONS)) >= 40


def assert_nothing_was_added(message: bytes, letter: Letter) -> None:
    """The headers, the parts and the recipients are those of the letter."""
    found = parsed(message)
    assert found.keys() == HEAD
    kinds = [*PARTS[:4], *(one.media_type for one in letter.attachments)]
    assert [part.get_content_type() for part in found.walk()] == kinds
    assert [one.addr_spec for one in found["To"].addresses] == [one.mailbox for one in letter.to]
    assert [one.addr_spec for one in found["From"].addresses] == [letter.sender.mailbox]
    assert len(found["To"].groups) == len(letter.to)
    assert not any(part.defects for part in found.walk())
    for file in found.iter_attachments():
        name = file.get_filename() or ""
        assert name
        assert not {*name} & {"/", "\\", "\0", "\n", "\r", "\u202e"}


@pytest.mark.parametrize("attempt", INJECTIONS, ids=range(len(INJECTIONS)))
def test_no_text_adds_a_header_a_recipient_or_a_part(attempt: str, letter: Letter) -> None:
    """As a headline, an outlet in the text, a file name, a reader's name, a topic, a language: it stays a text."""
    subject = subject_line("{title}, {day}", title=attempt, day="2024-09-14", number=1)
    named = Address("ann", "example.org", attempt)
    nasty = replace(
        letter, subject=subject, text=attempt, html=f"<p>{attempt}</p>", to=(named, Address("bob", "example.org", attempt)),
        sender=Address("desk", "example.org", attempt), list_id="talks.example.org", language="en",
        attachments=(Attachment(attempt, "application/pdf", attempt.encode("utf-8", "replace")),),
    )  # fmt: skip
    assert_nothing_was_added(message_bytes(nasty), nasty)


@pytest.mark.parametrize("attempt", [one for one in INJECTIONS if one != "<eve@example.net>"], ids=str.__len__)
def test_no_text_passes_as_an_address(attempt: str) -> None:
    """What is not a single mailbox is refused with a sentence; put behind a real one, too."""
    for written in (attempt, f"ann@example.org{attempt}" if attempt.strip() else "ann@", f"ann@{attempt}"):
        with pytest.raises(Misuse, match=r"; (write|correct)"):
            read_address(written, "mail.to")


@settings(deadline=None)
@given(subject=st.text(), name=st.text(), file=st.text(), body=st.text())
def test_any_text_stays_a_text(subject: str, name: str, file: str, body: str, note: Letter) -> None:
    """Whatever characters there are, headers, parts and recipients are those of the letter."""
    files = (Attachment(file, "application/pdf", b"1"),)
    to = (Address("ann", "example.org", name),)
    one = replace(note, subject=f"a{subject}", to=to, text=body, html=body, attachments=files)
    assert_nothing_was_added(message_bytes(one), one)


@settings(deadline=None)
@given(text=st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\0\r")))
def test_any_text_arrives(text: str, note: Letter) -> None:
    """A body is read back as it was written."""
    body = parsed(message_bytes(replace(note, text=text))).get_body(("plain",))
    assert body is not None
    assert lines(body.get_content()).removesuffix("\n") == text.removesuffix("\n")


# ---- subjects and file names --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("template", "subject"),
    [
        ("{title}, {day}", "{day} talks, 2024-09-14"),
        ("[{number}] {{x}} {title}", "[7] {x} {day} talks"),
        ("daily", "daily"),
    ],
)
def test_a_subject_is_filled_in_once(template: str, subject: str) -> None:
    """A title that looks like a template is not one."""
    assert subject_line(template, title="{day} talks", day="2024-09-14", number=7) == subject


@pytest.mark.parametrize(
    ("template", "hint"),
    [
        ("{titel}", "did you mean title"),
        ("{title.__class__}", "choose from: title"),
        ("{}", "choose from"),
        ("{title!r}", "write {title} alone"),
        ("{number:03}", "write {number} alone"),
        ("{title", "write a brace that is meant twice"),
    ],
)
def test_a_wrong_subject_is_misuse_with_a_hint(template: str, hint: str) -> None:
    """What cannot be filled in is told before anything is sent."""
    with pytest.raises(Misuse, match=hint):
        subject_line(template, title="", day="", number=1)


def test_a_corrected_subject_says_so_first() -> None:
    """The word stands before whatever the template has, and a long subject is cut at its end."""
    subject = subject_line("{title}", title="x" * 500, day="", number=1, corrected="CORRECTED")
    assert subject.startswith("CORRECTED xxx")
    assert len(subject) == LONGEST
    assert subject.endswith("…")


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\briefs\\brief.pdf", "brief.pdf"),
        (".hidden", "hidden"),
        ("a\0b\nc.pdf", "a b c.pdf"),
        ("brief\u202efdp.exe", "brieffdp.exe"),
        ('a<b>:"|?*%;c.pdf', "a-b--------c.pdf"),
        ("x" * 300 + ".pdf", "x" * 96 + ".pdf"),
        ("محادثات.pdf", "محادثات.pdf"),
        ("..", "attachment"),
        ("", "attachment"),
    ],
)
def test_a_file_name_is_nothing_but_a_name(written: str, name: str) -> None:
    """No folder, no control character, nothing hidden, nothing that turns it around, an ending that stays."""
    assert file_name(written) == name


def test_cleaning_twice_changes_nothing() -> None:
    """What is clean stays as it is, also where cleaning brought two characters together."""
    for attempt in INJECTIONS:
        assert clean(clean(attempt)) == clean(attempt)
        assert "=?" not in clean(attempt)
