"""Fetched bytes: which charset they are read in, and what is said where it was guessed."""

from __future__ import annotations

import pytest

from briefing.reading.found import Unreadable
from briefing.reading.transcoding import decode_fetched

TURKISH = "İbrahim Kalın, görüşmenin ardından Türkiye’ye döndü; heyetler cuma günü yeniden buluşacak. " * 4
META = '<meta charset="{}">'


@pytest.mark.parametrize(
    ("meta", "encoded", "header"),
    [
        ("", "utf-8", ""),
        ("", "utf-8", "utf-8"),
        ("", "utf-8", "iso-8859-1"),  # what a server was set up with
        ("windows-1254", "utf-8", "windows-1254"),  # what a page was once written in
        ("", "cp1254", "windows-1254"),
        ("", "cp1254", "iso-8859-9"),
        ("windows-1254", "cp1254", ""),
        ("windows-1254", "cp1254", "utf-8"),  # the header is wrong, the page right
        ("windows-1254", "cp1254", "klingon"),
        ("", "utf-16", ""),
        ("", "utf-8-sig", "windows-1254"),
    ],
)
def test_charset_by_header_meta_and_bytes(meta: str, encoded: str, header: str) -> None:
    """What is declared is believed where the bytes bear it out."""
    text = (META.format(meta) if meta else "") + TURKISH
    assert decode_fetched(text.encode(encoded), header) == (text, "")


def test_undeclared_charset_is_detected_and_told() -> None:
    """A page that declares nothing, or the wrong thing, is read as what it looks like, and that is said."""
    text, note = decode_fetched(
        ("Переговоры продолжились в пятницу, сказал представитель. " * 6).encode("cp1251"), "utf-8"
    )
    assert "Переговоры" in text
    assert "was read as" in note


def test_single_broken_character_does_not_cost_the_page() -> None:
    """One byte that does not fit is shown as such and said; the rest of the page stays in its charset."""
    text, note = decode_fetched(TURKISH.encode() + b"\xff" + TURKISH.encode() * 5, "utf-8")
    assert text.count("\ufffd") == 1
    assert "1 characters that are not UTF-8" in note


@pytest.mark.parametrize("data", [b"", b"  \n", b"a\0b" * 50])
def test_what_is_no_text_is_told(data: bytes) -> None:
    """An empty body and a binary one are no text."""
    with pytest.raises(Unreadable):
        decode_fetched(data)
