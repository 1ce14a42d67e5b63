"""Reads the analyst's own note: a file of Markdown, and whose words it holds."""

from __future__ import annotations

import re
from pathlib import Path

from briefing.errors import Misuse
from briefing.model import Note

__all__ = ["read_note"]

_LONGEST = 20_000  # characters, some eight pages
_MOST_BRACKETS = 500  # the Markdown reader's time grows with their square: 20,000 take two minutes
_BY = re.compile(r"\s*(?:by|note by|author)\s*:\s*(?P<name>\S.{0,99}?)\s*(?:\n|$)", re.IGNORECASE)


def read_note(path: str, by: str = "") -> Note:
    """The note in a file, and ``by`` whom: where that is empty, the file's first line must say ``By: NAME``.

    Raises `Misuse` with a remedy for a file that is missing, empty, too long, no text or nobody's.
    """
    try:
        text = Path(path).read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise Misuse(f"--note {path} is no UTF-8 text; save it as UTF-8.") from error
    except OSError as error:
        raise Misuse(
            f"--note {path} cannot be read: {(error.strerror or 'the system refused').lower()}; check the name."
        ) from error
    signed = _BY.match(text)
    if signed:
        text = text[signed.end() :]
    name = " ".join(by.split()) or (" ".join(signed["name"].split()) if signed else "")
    if not name:
        raise Misuse(
            f"--note {path} does not say whose it is; add --note-by NAME, or begin the file with a line By: NAME."
        )
    _check(text, path)
    return Note(name, text.strip())


def _check(text: str, path: str) -> None:
    if not text.strip():
        raise Misuse(f"--note {path} is empty; write the note into it, or leave --note out.")
    if len(text) > _LONGEST:
        raise Misuse(f"--note {path} has {len(text):,} characters, more than {_LONGEST:,}; shorten it.")
    if text.count("[") > _MOST_BRACKETS:
        raise Misuse(f"--note {path} has more than {_MOST_BRACKETS} opening brackets; take some out.")
