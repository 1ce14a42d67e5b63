"""Sources in, Articles out: which reader for which document, one article for each content, one Problem for each failure."""

from __future__ import annotations

import io
import re
import sys
import warnings
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from hashlib import blake2b
from pathlib import Path
from typing import BinaryIO, NamedTuple

from briefing.errors import Problem
from briefing.model import Article
from briefing.reading.assembling import assemble
from briefing.reading.decoding import decode, decode_page
from briefing.reading.found import Found, Tell, Unreadable
from briefing.reading.own_brief import is_own_brief
from briefing.reading.sources import (
    STDIN,
    Document,
    Source,
    check_sources,
    find_documents,
    name_apart,
    why_not_readable,
)

__all__ = ["read_articles", "read_sources"]

LARGEST_DOCUMENT = 2 * 1024 * 1024
LARGEST_PILE = 256 * 1024 * 1024  # of articles in one JSON document or on standard input
STDIN_PLACE = "standard input"


def read_articles(source: Source, problems: list[Problem] | None = None) -> Iterator[Article]:
    """Read articles from a file, a folder, standard input (``"-"``), or a list of these.

    Files end in .txt, .md, .html, .json, .jsonl, .eml, .mbox or .warc.gz (and .markdown, .htm, .ndjson, .warc); folders are read with
    all below them, by name. An article that is met again, with the same words from the same outlet, is
    yielded once; undated articles come last. What cannot be read is appended to ``problems`` as reading goes on;
    without a list it is a warning.

    Raises:
        Misuse: a path does not exist. It is raised by the call, before anything is read.
    """
    return _read(check_sources(source), _teller(problems), [])


def read_sources(sources: Source, problems: list[Problem] | None = None) -> tuple[list[Article], int]:
    """All articles of the sources, as `read_articles` gives them, and how many were met again and left out."""
    repeats: list[str] = []
    articles = list(_read(check_sources(sources), _teller(problems), repeats))
    return articles, len(repeats)


def _teller(problems: list[Problem] | None) -> Tell:
    """Where words about what went wrong go: into the list, or into warnings."""

    def tell(place: str, message: str) -> None:
        problem = Problem("reading", place, " ".join(message.split()))
        if problems is None:
            warnings.warn(str(problem), stacklevel=3)
        else:
            problems.append(problem)

    return tell


# ---- each article once ------------------------------------------------------------------------


class _Read(NamedTuple):
    """An article, and what was said about it; that waits until it is known whether the article counts."""

    article: Article
    warnings: tuple[str, ...]


def _read(paths: Sequence[Path], tell: Tell, repeats: list[str]) -> Iterator[Article]:
    """Articles in the order of the sources, each once; the place of every repetition goes to ``repeats``.

    The same words from two outlets are two articles (a reprint). Undated articles come last, as a copy
    that bears a date may still follow. What is wrong with a repetition is not told: the first copy stands
    for it, and a problem whose place is no article's is one of a document that was not read.
    """
    seen: dict[bytes, set[str]] = {}
    undated: dict[bytes, _Read] = {}
    ids: set[str] = set()
    for read in _read_all(paths, tell):
        article = read.article
        content = blake2b(f"{article.title}\n{article.text}".encode(), digest_size=16).digest()
        outlets = seen.setdefault(content, set())
        if outlets and (article.outlet in outlets or not article.outlet or "" in outlets):
            repeats.append(article.place)
            if not (article.published and undated.pop(content, None)):
                continue
        outlets.add(article.outlet)
        if article.published is None:
            undated.setdefault(content, read)
            continue
        yield _counted(read, ids, tell)
    for read in undated.values():
        yield _counted(read, ids, tell)


def _read_all(paths: Sequence[Path], tell: Tell) -> Iterator[_Read]:
    """Each article with the warnings about it; what is told about anything else goes on."""
    told: list[tuple[str, str]] = []
    places: dict[str, Path] = {}
    for path in paths:
        for article in _read_path(path, places, lambda *words: told.append(words)):
            for place, message in told:
                if place != article.place:
                    tell(place, message)
            yield _Read(article, tuple(message for place, message in told if place == article.place))
            told.clear()
        for place, message in told:
            tell(place, message)
        told.clear()


def _counted(read: _Read, ids: set[str], tell: Tell) -> Article:
    for message in read.warnings:
        tell(read.article.place, message)
    return _with_own_id(read.article, ids, tell)


def _with_own_id(article: Article, ids: set[str], tell: Tell) -> Article:
    if article.id not in ids:
        ids.add(article.id)
        return article
    number = next(number for number in range(2, len(ids) + 3) if f"{article.id}-{number}" not in ids)
    own = f"{article.id}-{number}"
    ids.add(own)
    tell(article.place, f"has the id {article.id!r} of another article and was read as {own!r}; give each its own")
    return replace(article, id=own)


def _read_path(path: Path, places: dict[str, Path], tell: Tell) -> Iterator[Article]:
    if path == STDIN:
        yield from _read_safely(_find_in_stdin(tell), STDIN_PLACE, tell)
        return
    for document in find_documents(path, tell):
        if is_own_brief(document.path):
            if document.path == path:  # in a folder of articles it is simply passed over
                tell(document.place, "is a brief that was made here, and no article; it was not read")
            continue
        named = replace(document, place=name_apart(document, places))
        yield from _read_safely(_find_in_file(named, tell), named.place, tell)


def _read_safely(found: Iterator[Found], place: str, tell: Tell) -> Iterator[Article]:
    """Articles of one document; what stops it is told, what came before it stays."""
    try:
        for one in found:
            try:
                yield assemble(one, tell)
            except Unreadable as error:
                tell(one.place, str(error))
    except Unreadable as error:
        tell(place, str(error))
    except OSError as error:
        tell(place, f"could not be read ({error.strerror or error}); check its permissions")


# ---- which reader -----------------------------------------------------------------------------


def _find_in_file(document: Document, tell: Tell) -> Iterator[Found]:
    read = _reader_for(document.path.name)
    if read is None:
        raise Unreadable(f"is not read: only {', '.join(READERS)} are; convert it, or move it out of the folder")
    reason = why_not_readable(document.path)
    if reason:
        raise Unreadable(reason)
    with document.path.open("rb") as stream:
        yield from read(stream, document.place, document.path.name, tell)


def _reader_for(name: str) -> _Reader | None:
    """The reader by the end of a file's name; the longest end counts (``.warc.gz``)."""
    return next((READERS[end] for end in sorted(READERS, key=len, reverse=True) if name.lower().endswith(end)), None)


def _find_in_stdin(tell: Tell) -> Iterator[Found]:
    """Standard input is JSON, HTML or text, as its first character says."""
    data = _read_bytes(sys.stdin.buffer, LARGEST_PILE)
    first = data[:64].lstrip(b"\xef\xbb\xbf \t\r\n")[:1]
    read = {b"{": _read_json, b"[": _read_json, b"<": _read_page}.get(first, _read_text)
    yield from read(io.BytesIO(data), STDIN_PLACE, "", tell)


def _read_bytes(stream: BinaryIO, limit: int) -> bytes:
    data = stream.read(limit + 1)
    if len(data) > limit:
        raise Unreadable(f"is larger than {limit // 1024 // 1024} MB and was not read; split it")
    return data


def _read_text(stream: BinaryIO, place: str, file_name: str, tell: Tell) -> Iterator[Found]:
    from briefing.reading.plain import read_text

    yield read_text(decode(_read_bytes(stream, LARGEST_DOCUMENT)), place, file_name, tell)


def _read_markdown(stream: BinaryIO, place: str, file_name: str, tell: Tell) -> Iterator[Found]:
    from briefing.reading.plain import read_markdown

    yield read_markdown(decode(_read_bytes(stream, LARGEST_DOCUMENT)), place, file_name, tell)


def _read_page(stream: BinaryIO, place: str, file_name: str, tell: Tell) -> Iterator[Found]:
    from briefing.reading.pages import read_page

    yield read_page(decode_page(_read_bytes(stream, LARGEST_DOCUMENT)), place, file_name, tell)


def _read_json(stream: BinaryIO, place: str, file_name: str, tell: Tell) -> Iterator[Found]:
    """One JSON document; or JSON lines, where every line opens an object of its own."""
    from briefing.reading.records import read_json, read_json_lines

    data = _read_bytes(stream, LARGEST_PILE)
    if _OBJECT_LINES.match(data):
        yield from read_json_lines(io.BytesIO(data), place, tell)
    else:
        yield from read_json(decode(data), place, file_name, tell)


def _read_json_lines(stream: BinaryIO, place: str, file_name: str, tell: Tell) -> Iterator[Found]:
    """JSON lines; or one JSON document, where the first line shows that it goes over many."""
    from briefing.reading.records import read_json_lines

    head = stream.read(4096)
    stream.seek(0)
    if head.startswith(_UTF16):
        data = decode(_read_bytes(stream, LARGEST_PILE)).encode()
        yield from _read_json_lines(io.BytesIO(data), place, file_name, tell)
    elif _ONE_DOCUMENT.match(head):
        yield from _read_json(stream, place, file_name, tell)
    else:
        yield from read_json_lines(stream, place, tell)


def _read_mail(stream: BinaryIO, place: str, _file_name: str, tell: Tell) -> Iterator[Found]:
    from briefing.reading.mailboxes import LARGEST_MAIL, read_mail

    yield read_mail(_read_bytes(stream, LARGEST_MAIL), place, tell)


def _read_mailbox(stream: BinaryIO, place: str, _file_name: str, tell: Tell) -> Iterator[Found]:
    from briefing.reading.mailboxes import read_mailbox

    yield from read_mailbox(stream, place, tell)


def _read_archive(stream: BinaryIO, place: str, _file_name: str, tell: Tell) -> Iterator[Found]:
    from briefing.reading.archives import read_archive

    yield from read_archive(stream, place, tell)


_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_OBJECT_LINES = re.compile(rb"[\xef\xbb\xbf\s]*\{[^\n]*\n\s*\{")
_ONE_DOCUMENT = re.compile(rb"[\xef\xbb\xbf\s]*(?:\[|\{[ \t\r]*\n)")

_Reader = Callable[[BinaryIO, str, str, Tell], Iterator[Found]]
READERS: dict[str, _Reader] = {
    ".txt": _read_text,
    ".md": _read_markdown,
    ".markdown": _read_markdown,
    ".html": _read_page,
    ".htm": _read_page,
    ".json": _read_json,
    ".jsonl": _read_json_lines,
    ".ndjson": _read_json_lines,
    ".eml": _read_mail,
    ".mbox": _read_mailbox,
    ".warc": _read_archive,
    ".warc.gz": _read_archive,
}
