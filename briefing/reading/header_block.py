"""Lines such as ``Title: …`` and ``Outlet: …`` above a text, as people write them who save articles by hand."""

from __future__ import annotations

import re
from typing import NamedTuple

from briefing.reading.fields import NAMES
from briefing.reading.header_lines import PUBLISHED

__all__ = ["HeaderBlock", "split_header_block"]

_LONGEST = 400  # characters of a line
_KEYS = {
    **{key: name for name, keys in NAMES.items() for key in keys},
    **dict.fromkeys(PUBLISHED.split("|"), "published"),
    **dict.fromkeys(("başlık", "العنوان", "عنوان", "titre", "titel", "título", "titolo", "заголовок"), "title"),
    **dict.fromkeys(("kaynak", "yayın", "المصدر", "publisher", "newspaper", "medium", "quelle", "fuente"), "outlet"),
    **dict.fromkeys(("dil", "اللغة", "langue", "sprache", "idioma"), "language"),
    **dict.fromkeys(("ülke", "البلد", "pays", "land", "país"), "country"),
    **dict.fromkeys(("author", "by", "yazar", "الكاتب", "auteur", "autor"), "author"),
}
_LINE = re.compile(r"(?P<key>[^\W\d_][^:\n]{0,30}?)\s*:\s+(?P<value>\S.*)")


class HeaderBlock(NamedTuple):
    """The fields above a text by the house's names, the lines that are none of these, and the text below."""

    fields: dict[str, object]
    others: tuple[str, ...]
    text: str


def split_header_block(text: str) -> HeaderBlock:
    """Take the lines ``Key: value`` off the top of a text.

    A block has two such lines with known keys, or one that gives the title; a date or a source alone above a story is
    left to be read with the rest of the story's header.
    """
    fields: dict[str, object] = {}
    others: list[str] = []
    rest = text.lstrip("\ufeff\n\r ")
    while line := _LINE.match(rest.partition("\n")[0][:_LONGEST].strip()):
        name = _KEYS.get(" ".join(line["key"].casefold().split()))
        if name is None or name in fields:
            break
        if name == "author":
            others.append(line[0])
        fields[name] = line["value"].strip()
        rest = rest.partition("\n")[2].lstrip("\r\n ")
    if not rest.strip() or not (len(fields) > 1 or "title" in fields):
        return HeaderBlock({}, (), text)
    fields.pop("author", None)
    return HeaderBlock(fields, tuple(others), rest)
