"""Values of mail headers: cleaned, so that no text can become a header of its own, and encoded as RFC 2047 and 5322 have it.

Nothing here trusts the standard library's folding: on Python 3.11.7 the subject ``=?utf-8?q?a=0ABcc:_e@x?=`` became a live
``Bcc:``, and display names that held a comma lost their quotation marks.
"""

from __future__ import annotations

import re
from email.header import Header
from pathlib import PurePosixPath
from string import Formatter

from briefing.errors import Misuse, nearest

__all__ = ["LONGEST", "check_subject", "clean", "file_name", "header_words", "phrase", "subject_line"]

LONGEST = 200  # characters of a subject, a display name: more is cut at "…"
_LONGEST_NAME = 100  # characters of a file's name
_LINE = 76

_TURNS = re.compile(
    r"[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]"
)  # they would show a name or subject reordered
_BREAKS = re.compile(r"[\x00-\x20\x7f-\xa0\u2028\u2029]+")
_NO_CHARACTER = re.compile(r"[\ud800-\udfff]")
_ENCODED = re.compile(r"=(?=\?)")

_IN_NAMES = re.compile(r'[<>:"|?*;%]')  # what some system forbids in a name, or a header takes for its own
_ATOMS = re.compile(r"[A-Za-z0-9!#$&'*+/=^_`{|}~ -]*")
_FIELDS = ("title", "day", "number")


def clean(text: str) -> str:
    """A text as one line that means nothing to a mail program: no control character, no line break, no encoded word."""
    line = _flat(text)
    return line if len(line) <= LONGEST else line[: LONGEST - 1].rstrip() + "…"


def _flat(text: str) -> str:
    line = _BREAKS.sub(" ", _TURNS.sub("", _NO_CHARACTER.sub("\ufffd", text))).strip()
    return _ENCODED.sub("= ", line)


def header_words(name: str, text: str) -> str:
    """An unstructured value, cleaned and encoded, folded for a header called ``name``; lines end in CRLF."""
    return Header(clean(text), None if text.isascii() else "utf-8", _LINE, name).encode(linesep="\r\n")


def phrase(text: str) -> str:
    """A display name as it stands before an address: bare, in quotation marks, or as encoded words."""
    line = clean(text)
    if not line.isascii():
        return Header(line, "utf-8", _LINE, "From").encode(linesep="\r\n")
    return line if _ATOMS.fullmatch(line) else '"{}"'.format(re.sub(r'(["\\])', r"\\\1", line))


def subject_line(template: str, *, title: str, day: str, number: int, corrected: str = "") -> str:
    """The subject of a brief from its template, cleaned; ``corrected`` is the word that stands before it, if any.

    ``{title}``, ``{day}`` and ``{number}`` are filled in. Raises `Misuse` for a template that asks for anything else.
    """
    check_subject(template)
    # The template is split before it is filled, so that no title can hold a field of its own.
    told = {"title": title, "day": day, "number": str(number)}
    subject = "".join(words + (told[field] if field else "") for words, field, _, _ in Formatter().parse(template))
    return clean(f"{corrected} {subject}" if corrected else subject)


def check_subject(template: str) -> None:
    """Raise `Misuse` unless a template of a subject can be filled in."""
    try:
        parsed = list(Formatter().parse(template))
    except ValueError as error:
        raise Misuse(
            f"mail.subject {template!r} cannot be read: {error}; write a brace that is meant twice."
        ) from error
    for _, field, form, conversion in parsed:
        if field is None:
            continue
        if field not in _FIELDS:
            raise Misuse(f"mail.subject asks for {{{clean(field)}}}, which there is not; {nearest(field, _FIELDS)}")
        if form or conversion:
            raise Misuse(f"mail.subject formats {{{field}}}; write {{{field}}} alone, it is a finished text.")


def file_name(written: str) -> str:
    """A name for an attachment that is nothing but a name: no folder, no control character, nothing that turns it around."""
    name = _flat(written.replace("\\", "/").rpartition("/")[2])
    name = _IN_NAMES.sub("-", name).strip(" .-")
    if len(name) > _LONGEST_NAME:
        ending = PurePosixPath(name).suffix[:10]
        name = name[: _LONGEST_NAME - len(ending)] + ending
    return name or "attachment"
