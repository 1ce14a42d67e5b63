"""Bytes from the net -> text: the charset by header, by meta, by the bytes themselves, and what was wrong with it.

A file at hand can be saved again, so `decoding` turns a wrong one away. A page in the net cannot: it
is read as well as it can be, and what was guessed or lost is said.
"""

from __future__ import annotations

import codecs
import re

from briefing.reading.decoding import declared_in, one_line_end, python_name
from briefing.reading.found import Unreadable

__all__ = ["decode_fetched"]

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_SHARE_LOST = 1_000  # of so many characters one may be broken, and the page is still in its charset
_SAMPLE = 64 * 1024
_ESCAPING = ("iso-2022", "utf-16", "utf-32")  # whose bytes can look like another charset's


def decode_fetched(data: bytes, charset: str = "") -> tuple[str, str]:
    r"""The text of a fetched page, with ``\n`` as its only line end, and a sentence about what was wrong, or "".

    ``charset`` is the one of the header. What is UTF-8 throughout is read as that whatever is declared: no other
    text looks like it by chance, and servers declare what they were set up with. Raises `Unreadable`.
    """
    declared = [python_name(label) for label in (charset, declared_in(data)) if label]
    labels = [label for label in declared if label]
    for mark, label in _MARKS:
        if data.startswith(mark):
            labels.insert(0, label)
    if not any(label.startswith(_ESCAPING) for label in labels[:1]):
        labels.insert(0, "utf-8")
    for label in labels:
        text = _strict(data, label)
        if text is not None:
            return _checked(text), ""
    return _as_well_as_can_be(data, labels)


def _strict(data: bytes, label: str) -> str | None:
    try:
        return data.decode(label)
    except (UnicodeDecodeError, LookupError):
        return None


def _as_well_as_can_be(data: bytes, labels: list[str]) -> tuple[str, str]:
    """In the charset declared where only little of it is broken, else in the one that the bytes look like."""
    for label in labels:
        text = data.decode(label, "replace")
        lost = text.count("\ufffd")
        if lost * _SHARE_LOST <= len(text):
            return _checked(
                text
            ), f"holds {lost} characters that are not {_shown(label)}, shown as \ufffd; compare them with its page"
    from charset_normalizer import from_bytes  # 30 ms

    best = from_bytes(data[:_SAMPLE]).best()
    if best is None:
        raise Unreadable("is in no charset that can be told; save its text as a file in UTF-8")
    text = data.decode(best.encoding, "replace")
    return _checked(
        text
    ), f"is not in the charset that it declares and was read as {_shown(best.encoding)}; check its names"


def _shown(label: str) -> str:
    return {"utf-8": "UTF-8", "utf-8-sig": "UTF-8", "utf-16": "UTF-16"}.get(
        label, re.sub("^cp(?=125)", "windows-", label)
    )


def _checked(text: str) -> str:
    text = text.removeprefix("\ufeff")
    if "\0" in text:
        raise Unreadable("is binary (it holds NUL characters), not text; save its text as .txt")
    if not text.strip():
        raise Unreadable("is empty; check where it comes from")
    return one_line_end(text)
