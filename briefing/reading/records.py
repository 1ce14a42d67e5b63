"""JSON files (an object, a list, or ``{"articles": [...]}``) and JSON lines (an object a line)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import BinaryIO

from briefing.reading.assembling import split_locale
from briefing.reading.boilerplate import cut_lists
from briefing.reading.decoding import decode
from briefing.reading.fields import read_fields
from briefing.reading.found import Found, Tell, Unreadable
from briefing.reading.headers import find_stamp

__all__ = ["LONGEST_RECORD", "read_json", "read_json_lines"]

LONGEST_RECORD = 2 * 1024 * 1024
_BLANK = b"\xef\xbb\xbf \t\r\n\v\f"
_NO_OBJECT = 'is no JSON object; an article is written like {"title": "…", "text": "…"}'


def read_json_lines(lines: BinaryIO, place: str, tell: Tell) -> Iterator[Found]:
    """Articles of a file with one JSON object a line, read line by line. A bad line is told, the others are read."""
    number = blank = 0
    while line := lines.readline(LONGEST_RECORD + 1):
        number += 1
        if len(line) > LONGEST_RECORD:
            _skip_line(lines, line)
            tell(f"{place} line {number}", "is longer than 2 MB and was not read; split it or shorten its text")
            continue
        if not line.strip(_BLANK):
            blank += 1
            continue
        try:
            yield read_record(_parse(_decode_line(line)), f"{place} line {number}", tell)
        except Unreadable as error:
            tell(f"{place} line {number}", str(error))
    if number == blank:
        raise Unreadable("is empty; fill it or remove it")


def read_json(text: str, place: str, file_name: str, tell: Tell) -> Iterator[Found]:
    """Articles of a JSON document. Raises `Unreadable`, with the line, when it is broken."""
    document = _parse(text)
    if isinstance(document, dict) and isinstance(document.get("articles"), list):
        document = document["articles"]
    if not isinstance(document, list):
        yield read_record(document, place, tell, file_name=file_name)
        return
    if not document:
        tell(place, "is an empty list; fill it or remove it")
    for number, record in enumerate(document, start=1):
        try:
            yield read_record(record, f"{place} item {number}", tell)
        except Unreadable as error:
            tell(f"{place} item {number}", str(error))


def read_record(record: object, place: str, tell: Tell, *, file_name: str = "") -> Found:
    """One article from one JSON object. Its text stays as it is, but for lists of other stories."""
    if not isinstance(record, dict):
        raise Unreadable(_NO_OBJECT)
    text = record.get("text")
    if not isinstance(text, str) or not text.strip():
        raise Unreadable('has no text (a string that is not empty) and was not read; give it one under "text"')
    if len(text) > LONGEST_RECORD:
        raise Unreadable("has a text of more than 2 MB and was not read; split it")
    fields = read_fields(record, place, tell)
    text = text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
    kept, left = cut_lists(text.split("\n"))
    language, region = split_locale(fields.language)
    header = None if fields.published else find_stamp(text, language=language, country=fields.country or region)
    return Found(
        place=place,
        text="\n".join(kept),
        title=fields.title,
        id=fields.id,
        url=fields.url,
        outlet=fields.outlet,
        country=fields.country,
        language=fields.language,
        field=fields.published,
        header=header,
        retrieved=fields.retrieved,
        left_out="\n\n".join(line.strip() for line in left),
        file_name=file_name,
    )


def _parse(text: str) -> object:
    try:
        value: object = json.loads(text)
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, " if "\n" in text.strip() else ""
        raise Unreadable(
            f"is broken JSON ({where}column {error.colno}: {error.msg}) and was not read; correct it"
        ) from error
    except (RecursionError, ValueError) as error:  # nested without end; a number of thousands of digits
        raise Unreadable("is JSON that cannot be read (nested too deep, or a number too long); correct it") from error
    return value


def _decode_line(line: bytes) -> str:
    try:
        return decode(line) if b"\0" in line else line.decode("utf-8-sig")
    except UnicodeDecodeError:
        return decode(line)  # says what is wrong, as it does with a binary line


def _skip_line(lines: BinaryIO, line: bytes) -> None:
    while line and not line.endswith(b"\n"):
        line = lines.readline(LONGEST_RECORD)
