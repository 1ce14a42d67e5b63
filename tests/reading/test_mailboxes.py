"""Newsletters in mails and boxes of mails: text, date, outlet, and what cannot be read."""

from __future__ import annotations

from email.message import EmailMessage

import pytest

from briefing.model import Article
from briefing.reading.mailboxes import LARGEST_MAIL
from tests.reading.conftest import Read

STORY = (
    "<p>Delegates met in Cairo on Friday, and they spoke for two hours about the text.</p>"
    "<p>Nothing was signed, a mediator said, and both sides will come back next week.</p>"
)


def mail(plain: str = "", html: str = "", **headers: str) -> EmailMessage:
    """A newsletter of Saturday, seven minutes to one at night in Istanbul."""
    made = EmailMessage()
    given = {
        "Subject": "Talks resume in Cairo",
        "From": '"Daily B" <letter@daily-b.example>',
        "Date": "Sat, 14 Sep 2024 00:53:00 +0300",
    }
    for name, value in {**given, **{name.replace("_", "-"): value for name, value in headers.items()}}.items():
        if value:
            made[name] = value
    if plain:
        made.set_content(plain)
    if html and plain:
        made.add_alternative(html, subtype="html")
    elif html:
        made.set_content(html, subtype="html")
    return made


def one(read: Read, message: EmailMessage | bytes) -> Article:
    """The article of one mail."""
    articles, problems = read("letter.eml", message if isinstance(message, bytes) else message.as_bytes())
    assert problems == []
    return articles[0]


def test_plain_mail(read: Read) -> None:
    """A plain mail gives its text, its subject, who sent it, and the day in the zone of its header."""
    article = one(read, mail("Delegates met in Cairo.\n\nThey left on Friday.\n"))
    assert article.text == "Delegates met in Cairo.\n\nThey left on Friday."
    assert (article.title, article.outlet, str(article.published)) == ("Talks resume in Cairo", "Daily B", "2024-09-14")
    assert article.published_at
    assert article.published_at.isoformat() == "2024-09-14T00:53:00+03:00"


def test_first_line_of_a_plain_mail_stays(read: Read) -> None:
    """With a subject, no line of the text is taken for the headline and lost."""
    article = one(read, mail("What happened this week\n\nDelegates met in Cairo.\n"))
    assert article.text.startswith("What happened this week")


def test_html_part_is_read_like_a_page(read: Read) -> None:
    """Of a mail with both, the HTML part is the newsletter; its layout of tables is taken apart."""
    table = f"<html lang='tr'><body><table><tr><td><div>{STORY}</div></td></tr></table></body></html>"
    article = one(read, mail("View this letter in a browser.", table))
    assert article.text.startswith("Delegates met in Cairo on Friday")
    assert "browser" not in article.text
    assert article.language == "tr"


def test_plain_part_where_the_other_holds_no_story(read: Read) -> None:
    """A mail whose HTML is one picture is read by its plain part."""
    article = one(read, mail("Delegates met in Cairo.", "<html><body><img src='x'></body></html>"))
    assert article.text == "Delegates met in Cairo."


def test_attachment_is_no_text(read: Read) -> None:
    """What is attached is not the newsletter."""
    message = mail("Delegates met in Cairo.")
    message.add_attachment("A contract that nobody signed.", filename="contract.txt")
    assert one(read, message).text == "Delegates met in Cairo."


@pytest.mark.parametrize("charset", ["utf-8", "windows-1254"])
def test_encoded_words_and_charsets(read: Read, charset: str) -> None:
    """Subjects and texts in other alphabets and encodings come out as they were written."""
    message = mail(Subject="", From="")
    message["Subject"], message["From"] = "Kalın görüştü", "İstanbul Haber <a@b.example>"
    message.set_content("Kalın, cuma günü heyetle görüştü.", charset=charset)
    article = one(read, message)
    assert (article.title, article.outlet) == ("Kalın görüştü", "İstanbul Haber")
    assert article.text == "Kalın, cuma günü heyetle görüştü."


def test_sender_without_a_name(read: Read) -> None:
    """A mail without a sender's name comes from the host of the address."""
    assert one(read, mail("Delegates met.", From="letter@daily-b.example")).outlet == "daily-b.example"


def test_box_of_mails(read: Read) -> None:
    """Each mail of a box is an article; a line that begins with From stays in its text; a bad one is told."""
    first = mail("From Cairo they went home.\n\nFrom there nothing was heard.\n").as_bytes(unixfrom=False)
    second = mail("Delegates met again.", Subject="Second letter", Date="").as_bytes()
    parts = [
        b"From - Sat Sep 14 00:53:00 2024\n" + data.replace(b"\nFrom ", b"\n>From ") for data in (first, b"\n", second)
    ]
    articles, problems = read("in.mbox", b"\n".join(parts))
    assert [article.title for article in articles] == ["Talks resume in Cairo", "Second letter"]
    assert articles[0].text == "From Cairo they went home.\n\nFrom there nothing was heard."
    assert articles[1].published is None
    assert [str(problem) for problem in problems] == ["in.mbox mail 2: is empty; check where it comes from"]


def test_giant_mail_costs_only_itself(read: Read) -> None:
    """A mail of many megabytes is told and the next one read."""
    giant = mail("x" * 70 + "\n").as_bytes() + (b"y" * 75 + b"\n") * (LARGEST_MAIL // 75)
    box = b"".join(
        b"From a Sat Sep 14 00:53:00 2024\n" + data + b"\n" for data in (giant, mail("They met.").as_bytes())
    )
    articles, problems = read("in.mbox", box)
    assert [article.text for article in articles] == ["They met."]
    assert "10 MB" in problems[0].message


@pytest.mark.parametrize(
    "content", [b"\n\n", b"Subject: x\n\n", b"Content-Type: multipart/mixed\n\n--", b"Date: \xff\xfe\nFrom: <<>>\n\n"]
)
def test_mail_without_a_text_is_told(read: Read, content: bytes) -> None:
    """An empty or broken mail is said to be so."""
    articles, problems = read("a.eml", content)
    assert (articles, len(problems)) == ([], 1)
