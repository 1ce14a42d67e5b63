"""Bytes -> text, strictly: a byte that does not fit is said, never guessed at."""

from __future__ import annotations

import codecs
import re

from briefing.reading.found import Unreadable

__all__ = ["declared_in", "decode", "decode_page", "one_line_end", "python_name"]

_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_DECLARED = re.compile(rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([a-z0-9_:-]{1,40})", re.IGNORECASE)
# Encodings of written text. Others that Python knows (unicode_escape, utf-7, zip) are not for pages.
_KNOWN = re.compile(
    r"utf-?8|us-ascii|ascii|(windows|cp)-?\d{3,4}|x-mac-roman|(iso-?8859|latin)[-_]?\d{1,2}|koi8-[ru]|big5|gbk|gb2312|"
    r"gb18030|euc-(jp|kr|tw)|shift[-_]jis|iso-2022-jp",
    re.IGNORECASE,
)
# Browsers read these labels as the Windows code page that contains them (WHATWG Encoding Standard).
_BROWSERS_READ = {
    "iso-8859-1": "cp1252",
    "latin1": "cp1252",
    "ascii": "cp1252",
    "us-ascii": "cp1252",
    "iso-8859-9": "cp1254",
}


def decode(data: bytes, encoding: str = "utf-8") -> str:
    r"""The text of a document, with ``\n`` as its only line end and without a byte order mark.

    Raises `Unreadable` for what is empty, binary, or not in ``encoding``; a byte order mark of
    UTF-8 or UTF-16 wins over ``encoding``.
    """
    if data.startswith(_UTF16):
        encoding = "utf-16"
    elif data.startswith(codecs.BOM_UTF8):
        encoding = "utf-8-sig"
    elif b"\0" in data:
        raise Unreadable("is binary (it holds NUL bytes), not text; convert it to a text file first")
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise Unreadable(_complaint(data, encoding, error.start)) from error
    if "\0" in text:
        raise Unreadable("is binary (it holds NUL characters), not text; convert it to a text file first")
    if not text or text.isspace():
        raise Unreadable("is empty; fill it or remove it")
    return one_line_end(text)


def decode_page(data: bytes) -> str:
    """The text of an HTML document in the encoding that its ``<meta charset>`` declares, else in UTF-8."""
    declared = declared_in(data) or "utf-8"
    label = python_name(declared)
    if not label:
        raise Unreadable(f"declares the encoding {declared!r}, which is not known; save the page again as UTF-8")
    return decode(data, label)


def declared_in(data: bytes) -> str:
    """What the ``<meta charset>`` of an HTML document declares, in small letters, or an empty string."""
    match = _DECLARED.search(data[:4096])
    label = match[1].decode("ascii").lower() if match else ""
    return "utf-8" if label.startswith("utf-16") else label  # a declaration that can be read as ASCII is not in UTF-16


def python_name(label: str) -> str:
    """The name by which Python reads what browsers read under a label; empty for what is no charset of written text."""
    if not _KNOWN.fullmatch(label):
        return ""
    name = _BROWSERS_READ.get(label, label)
    try:
        codecs.lookup(name)
    except LookupError:
        return ""
    return name


def one_line_end(text: str) -> str:
    r"""The text with ``\n`` as its only line end."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text.replace("\f", "\n").replace("\v", "\n").replace("\u2028", "\n").replace("\u2029", "\n\n")


def _complaint(data: bytes, encoding: str, position: int) -> str:
    name = {"utf-8": "UTF-8", "utf-8-sig": "UTF-8", "utf-16": "UTF-16"}.get(encoding, encoding)
    line = data.count(b"\n", 0, position) + 1
    remedy = "convert it with: iconv -f ITS-ENCODING -t utf-8" if name != "UTF-16" else "save it again as UTF-8"
    return f"is not {name} (line {line}, byte {position + 1}) and was not read; {remedy}"
