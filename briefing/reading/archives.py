"""Web archives (.warc, .warc.gz; ISO 28500): the pages in them, each with when it was fetched."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from typing import Any, BinaryIO

from briefing.reading.found import Found, Tell, Unreadable
from briefing.reading.pages import read_page
from briefing.reading.transcoding import decode_fetched

__all__ = ["read_archive"]

LARGEST_PAGE = 2 * 1024 * 1024
_PAGES = ("text/html", "application/xhtml+xml")
_REMEDY = "make the archive again"


def read_archive(stream: BinaryIO, place: str, tell: Tell) -> Iterator[Found]:
    """The pages of an archive, record by record, without unpacking it. Pictures, scripts and redirects are passed over."""
    pages = 0
    for number, record in enumerate(_records(stream), start=1):
        if not _is_page(record):
            continue
        pages += 1
        where = f"{place} record {number}"
        try:
            yield _read(record, where, tell)
        except Unreadable as error:
            tell(where, str(error))
    if not pages:
        raise Unreadable("holds no page that was fetched; give another archive, or remove it")


def _records(stream: BinaryIO) -> Iterator[Any]:
    """The records; where the archive breaks off, that is said after those before it have been read."""
    from warcio.archiveiterator import ArchiveIterator  # 25 ms

    try:
        yield from ArchiveIterator(stream)
    except Unreadable:
        raise
    except Exception as error:  # whatever a broken archive does to the library
        raise Unreadable(f"is a broken archive ({type(error).__name__}); {_REMEDY} if pages are missing") from error


def _is_page(record: Any) -> bool:  # noqa: ANN401 (warcio has no types)
    """Whether a record is a page that a server gave: a response of 200 or a page stored as it was, in HTML."""
    answer = record.http_headers
    if record.rec_type == "response":
        return bool(answer) and answer.get_statuscode() == "200" and _kind(answer).startswith(_PAGES)
    return bool(record.rec_type == "resource" and _kind(record.rec_headers).startswith(_PAGES))


def _kind(headers: Any) -> str:  # noqa: ANN401
    return str(headers.get_header("Content-Type") or "").strip().lower()


def _read(record: Any, place: str, tell: Tell) -> Found:  # noqa: ANN401
    body = record.content_stream().read(LARGEST_PAGE + 1)
    if len(body) > LARGEST_PAGE:
        raise Unreadable("is a page of more than 2 MB and was not read; save its text as .txt")
    if getattr(record.raw_stream, "limit", 0):
        tell(place, f"is a page in the middle of which the archive breaks off; {_REMEDY}")
    headers = record.http_headers if record.rec_type == "response" else record.rec_headers
    text, note = decode_fetched(body, _charset(_kind(headers)))
    if note:
        tell(place, note)
    found = read_page(text, place, "", tell)
    url = str(record.rec_headers.get_header("WARC-Target-URI") or "").strip("<>")
    return replace(
        found,
        url=found.url or (url if url.startswith(("http://", "https://")) else ""),
        retrieved=_instant(str(record.rec_headers.get_header("WARC-Date") or "")),
    )


def _charset(content_type: str) -> str:
    return content_type.partition("charset=")[2].partition(";")[0].strip(" \"'")


def _instant(written: str) -> datetime | None:
    try:
        instant = datetime.fromisoformat(written)
    except ValueError:
        return None
    return instant if instant.tzinfo else None
