"""Text whose bytes of UTF-8 were read one by one is put together again, and no honest text is touched."""

from __future__ import annotations

import pytest

from briefing.reading.printable import cleaned


def misread(text: str, encoding: str) -> str:
    """A text as a page shows it that takes its UTF-8 for another encoding."""
    return text.encode("utf-8").decode(encoding)


@pytest.mark.parametrize("encoding", ["latin-1", "cp1252"])
@pytest.mark.parametrize(
    "text", ["The ministry’s “plan” – for now", "São João, Fernández, Müller", "Kalın, Erdoğan, İzmir’de", "هنية غزة"]
)
def test_what_was_read_byte_by_byte_is_put_together(text: str, encoding: str) -> None:
    """In English, accented Latin, Turkish and Arabic."""
    try:
        wrong = misread(text, encoding)
    except UnicodeDecodeError:
        pytest.skip(f"{encoding} has no character for some byte of it")
    assert cleaned(wrong) == text


@pytest.mark.parametrize(
    "text",
    [
        "Ålesund, Ägypten, Âge",
        "Il a dit : à « non »",
        "MANHÃ” e",
        "Ørsted Ø",
        "an â and an Ã",
        "€5 — “ok”…",
        "IRMÃ “x”",
    ],
)
def test_honest_text_stays(text: str) -> None:
    """Letters that begin such a sequence stand in words of their own."""
    assert cleaned(text) == text
