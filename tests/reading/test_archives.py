"""Web archives: the pages in them, with the instant at which they were fetched."""

from __future__ import annotations

import gzip
from datetime import UTC, datetime

import pytest

from tests.reading.conftest import Read

HTML = "text/html; charset=utf-8"
STORY = (
    "<html><head><title>{}</title></head><body><article><p>Delegates met in Cairo on Friday, and they spoke for two hours.</p>"
    "<p>Nothing was signed, a mediator said in {}.</p></article></body></html>"
)


def archive(*pages: tuple[str, str, str], gzipped: bool = True) -> bytes:
    """An archive of answers: the address, the status, the content type; each holds a story of its own."""
    records = []
    for number, (url, status, kind) in enumerate(pages):
        body = STORY.format(f"Talks {number}", f"room {number}").encode()
        answer = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n\r\n".encode() + body
        head = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2024-09-16T06:00:00Z\r\n"
            f"WARC-Record-ID: <urn:uuid:{number}>\r\nContent-Type: application/http; msgtype=response\r\n"
            f"Content-Length: {len(answer)}\r\n\r\n"
        )
        record = head.encode() + answer + b"\r\n\r\n"
        records.append(gzip.compress(record) if gzipped else record)
    return b"".join(records)


@pytest.mark.parametrize("name", ["a.warc.gz", "a.warc", "A.WARC.GZ"])
def test_pages_of_an_archive(read: Read, name: str) -> None:
    """Each page is an article, with its address and when it was fetched; pictures, errors and redirects are none."""
    data = archive(
        ("https://daily-b.example/2024/09/14/talks", "200 OK", HTML),
        ("https://daily-b.example/photo.jpg", "200 OK", "image/jpeg"),
        ("https://daily-b.example/gone", "404 Not Found", HTML),
        ("https://daily-b.example/other", "200 OK", HTML),
        gzipped=name.lower().endswith("gz"),
    )
    articles, problems = read(name, data)
    assert problems == []
    dated = next(article for article in articles if article.published)
    assert [article.title for article in articles] == ["Talks 0", "Talks 3"]
    assert (dated.url, str(dated.published)) == ("https://daily-b.example/2024/09/14/talks", "2024-09-14")
    assert dated.retrieved == datetime(2024, 9, 16, 6, 0, tzinfo=UTC)
    assert dated.place == f"{name} record 1"


@pytest.mark.parametrize("gzipped", [True, False])
def test_archive_that_breaks_off(read: Read, gzipped: bool) -> None:
    """The pages before a break are read, and the break is said."""
    whole = archive(*((f"https://a.example/{number}", "200 OK", HTML) for number in range(3)), gzipped=gzipped)
    articles, problems = read("a.warc.gz", whole[: len(whole) - 60])
    assert {"Talks 0", "Talks 1"} <= {article.title for article in articles}
    assert "breaks off" in problems[0].message
    assert problems[0].article == "a.warc.gz record 3"


@pytest.mark.parametrize("content", [b"", b"no archive", archive(("https://a.example/x.png", "200 OK", "image/png"))])
def test_archive_without_pages_is_told(read: Read, content: bytes) -> None:
    """What holds no page is said to hold none."""
    articles, problems = read("a.warc.gz", content)
    assert (articles, len(problems)) == ([], 1)
