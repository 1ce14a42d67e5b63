"""The whole way: articles to a brief, the brief to a letter, the letter through a real server, and read again."""

from __future__ import annotations

import email
import email.policy
import json
import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from briefing import make_brief, read_articles
from briefing.delivery.outcome import State, exit_code
from briefing.desk.locating import Desk, desk_at
from briefing.desk.mailing import HTML, TEXT, mail_issue
from briefing.library.briefs import Issue, put_issue
from briefing.library.schema import open_library
from briefing.model import Article
from briefing.rendering import render
from briefing.rendering.letter import LARGEST, letter_of

EXAMPLES = Path(__file__).parents[2] / "examples"
NOW = datetime(2024, 9, 15, 4, 30, tzinfo=UTC)
TITLE = "Ateşkes görüşmeleri: وقف إطلاق النار"


@pytest.fixture
def desk(post: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """A desk that mails by the server of this test."""
    monkeypatch.setenv("DESK_PASSWORD", "kapı açık mı?")
    settings = f"""
        [mail]
        sender = "Masa <desk@example.org>"
        to = ["Ann <ann@example.org>", "bob@example.org"]
        host = "127.0.0.1"
        port = {post.port}
        user = "desk"
        password_env = "DESK_PASSWORD"
        attach = ["md"]
    """
    (tmp_path / "brief.toml").write_text(settings, encoding="utf-8")
    return desk_at(tmp_path / "brief.toml")


@pytest.fixture
def library(desk: Desk) -> Iterator[sqlite3.Connection]:
    """The library of the desk."""
    db = open_library(desk.library)
    yield db
    db.close()


def kept(db: sqlite3.Connection, articles: list[Article], title: str) -> str:
    """Make a brief of articles and keep it as number 1, as a desk does; give its Markdown."""
    brief = make_brief(articles, since="2024-09-01", title=title)
    html_text, text = letter_of(brief, attached=("md",))
    markdown = str(render(brief, "md"))
    files = {"md": ("görüşmeler.md", markdown.encode()), HTML: ("m", html_text.encode()), TEXT: ("t", text.encode())}
    put_issue(db, Issue(1, NOW, None, brief.period.until, brief.title, ""), files)
    return markdown


def arrived(post: Any, reader: str) -> EmailMessage:
    """The one letter that a reader got."""
    [message] = post.of(reader)
    return email.message_from_bytes(message, policy=email.policy.default)


def test_a_brief_arrives_as_it_was_made(post: Any, desk: Desk, library: sqlite3.Connection) -> None:
    """Subject, both texts and the file are those of the brief; each sentence in the letter is an article's own."""
    articles = list(read_articles(EXAMPLES))
    markdown = kept(library, articles, TITLE)
    assert exit_code(mail_issue(library, desk, 1, now=NOW)) == 0
    for reader in ("ann@example.org", "bob@example.org"):
        letter = arrived(post, reader)
        assert letter["Subject"] == f"{TITLE}, 2024-09-14"
        [file] = letter.iter_attachments()
        assert (file.get_filename(), file.get_payload(decode=True)) == ("görüşmeler.md", markdown.encode())
        body = letter.get_body(("html",))
        assert body is not None
        assert len(body.get_content().encode()) < LARGEST
        texts = [" ".join(f"{article.title}\n{article.text}".split()) for article in articles]
        tree: Any = html.document_fromstring(body.get_content())
        said = tree.xpath("//p[contains(@class, 'say')]")
        assert said
        for one in said:
            place = one.find("b")
            sentence = (place.tail if place is not None else one.text_content()).strip().removesuffix("…").strip()
            assert any(" ".join(sentence.split()) in text for text in texts)


NASTY = "Talks resume\r\nBcc: eve@example.net\n\n--=_brief\nContent-Type: text/html\n\n=?utf-8?q?a=0ABcc:_eve@example.net?= From "


@pytest.mark.parametrize("where", ["title", "outlet", "text", "url", "brief"])
def test_an_article_adds_nothing_to_a_letter(
    where: str, post: Any, desk: Desk, library: sqlite3.Connection, tmp_path: Path
) -> None:
    """A headline, an outlet, a text, an address or a brief's title full of headers: the letter has its own and no more."""
    record = {
        "id": "1", "published": "2024-09-13", "title": "Talks resume", "outlet": "Agency A", "url": "https://a.example/1",
        "text": "The delegations met in Cairo on Thursday. They will meet again on Sunday.",
    }  # fmt: skip
    if where in record:
        record[where] += NASTY
    (tmp_path / "articles.jsonl").write_text(json.dumps(record), encoding="utf-8")
    kept(library, list(read_articles(tmp_path / "articles.jsonl")), NASTY if where == "brief" else "Talks")
    outcomes = mail_issue(library, desk, 1, now=NOW)
    assert {outcome.state for outcome in outcomes} == {State.SENT}
    assert [to for to, _ in post.arrived] == ["ann@example.org", "bob@example.org"]
    letter = arrived(post, "ann@example.org")
    assert letter.keys() == [
        "From", "To", "Subject", "Date", "Message-ID", "List-Id", "Auto-Submitted", "Content-Language", "MIME-Version", "Content-Type",
    ]  # fmt: skip
    kinds = [part.get_content_type() for part in letter.walk()]
    assert kinds == ["multipart/mixed", "multipart/alternative", "text/plain", "text/html", "text/markdown"]


@pytest.mark.parametrize("step", ["before MAIL", "after RCPT", "inside DATA", "after the dot, lost"])
def test_a_desk_s_second_run(step: str, post: Any, desk: Desk, library: sqlite3.Connection) -> None:
    """However the line was cut: each has the brief once, or the ledger says unknown and the exit code is 4."""
    kept(library, list(read_articles(EXAMPLES)), TITLE)
    post.cut = step
    assert exit_code(mail_issue(library, desk, 1, now=NOW)) == 4
    outcomes = mail_issue(library, desk, 1, now=NOW)
    for outcome in outcomes:
        once = len(post.of(outcome.recipient)) == 1
        assert once or library.execute(
            "SELECT state FROM mailings WHERE recipient = ?", (outcome.recipient,)
        ).fetchall() == [("unknown",)]
        assert outcome.state is (State.SENT if once else State.UNKNOWN)
    assert exit_code(outcomes) == (0 if all(outcome.state is State.SENT for outcome in outcomes) else 4)
