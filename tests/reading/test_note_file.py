"""The file of the analyst's note: its text, and whose it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.errors import Misuse
from briefing.model import Note
from briefing.reading.note_file import read_note


@pytest.mark.parametrize(
    ("text", "by", "note"),
    [
        ("By: A. Analyst\n\nIt holds.\n", "", Note("A. Analyst", "It holds.")),
        ("author:  A.  Analyst  \nIt holds.", "", Note("A. Analyst", "It holds.")),
        ("By: A. Analyst\nIt holds.", "The desk", Note("The desk", "It holds.")),
        ("\ufeffIt holds.\n\nBy: nobody", "The desk", Note("The desk", "It holds.\n\nBy: nobody")),
        ("By the way, it holds.", "The desk", Note("The desk", "By the way, it holds.")),
    ],
)
def test_a_note_is_somebodys(tmp_path: Path, text: str, by: str, note: Note) -> None:
    """The option names the author, else the first line does; what is left is the note."""
    (tmp_path / "note.md").write_text(text, encoding="utf-8")
    assert read_note(str(tmp_path / "note.md"), by) == note


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"It holds.", "does not say whose it is; add --note-by NAME"),
        (b"By: A. Analyst\n \n", "is empty"),
        ("By: A. Kalın\nx".encode("iso8859-9"), "is no UTF-8 text; save it as UTF-8"),
        (b"By: A. Analyst\n" + b"a" * 20_001, "more than 20,000; shorten it"),
        (b"By: A. Analyst\n" + b"[" * 501, "more than 500 opening brackets; take some out"),
        (None, "cannot be read: no such file or directory; check the name"),
    ],
)
def test_a_note_that_cannot_be_shown_is_told(tmp_path: Path, content: bytes | None, message: str) -> None:
    """The file and the remedy, on one line."""
    file = tmp_path / "note.md"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(Misuse, match=message) as raised:
        read_note(str(file))
    assert str(file) in str(raised.value)
    assert "\n" not in str(raised.value)
