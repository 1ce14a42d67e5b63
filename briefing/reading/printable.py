"""Characters that no reader sees: which of them leave a text, which stay, and what makes a value one line.

Control characters and halves of surrogate pairs, which no output can hold, go, with a word about it. So
do, without one, the embeddings, overrides and isolates of writing direction, which can show a reader the
words after them in reverse, and soft hyphens, zero-width spaces and byte order marks, which keep a
word from being found. U+0080 to U+009F are what is left of Windows-1252 (a bullet, a curly quote), and
are read as that, as browsers do (WHATWG Encoding); where they are bytes of UTF-8 that were read one by one ("â€™" for an
apostrophe, "Ã©" for é), they are put together again. The marks and joiners of Arabic, Persian and Hebrew (U+200C to U+200F) belong to the words.
"""

from __future__ import annotations

import re

__all__ = ["cleaned", "holds_controls", "name_line", "one_line"]

_CONTROLS = "\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff"
_INVISIBLE = "\u00ad\u200b\u2060\ufeff\u202a-\u202e\u2066-\u206f\x81\x8d\x8f\x90\x9d"
_WINDOWS_1252 = {code: bytes([code]).decode("cp1252", "ignore") for code in range(0x80, 0xA0) if code != 0x85}
_BYTES = {character: code for code, character in _WINDOWS_1252.items() if character} | {"…": 0x85}
_FOLLOWING = "\x80-\xbf" + re.escape("".join(_BYTES))
_IN_WORDS = "\x80-\x9f\xa1-\xbf" + "".join(character for character in _BYTES if character not in "“”‘’–—…")
# Only what no language writes: punctuation (E2 80), accented letters (C3 to C5) and, several in a row, Arabic (D8 to DB).
_READ_BYTE_BY_BYTE = re.compile(
    f"â[\x80€][{_FOLLOWING}]|Ã[{_IN_WORDS}]|[ÄÅ][\xb0\xb1\x9e\x9fžŸ]|Â[\xa0-\xbf]|(?:[Ø-Û][{_FOLLOWING}]){{3,}}"
)
_FIRST_OF_SEVERAL = "âÃÄÅÂØÙ"  # to look for one letter is many times faster
_HARMFUL = re.compile(f"[{_CONTROLS}]")
_UNSEEN = re.compile(f"[{_CONTROLS}{_INVISIBLE}]")
_NOT_IN_A_NAME = re.compile(f"[{_CONTROLS}{_INVISIBLE}\t\n\x85\u2028\u2029]")


def cleaned(text: str) -> str:
    """The text without these characters; half of a surrogate pair, which stood for something, becomes ``?``."""
    if not text.isascii() and any(first in text for first in _FIRST_OF_SEVERAL):
        text = _READ_BYTE_BY_BYTE.sub(_joined, text)
    seen = _UNSEEN.sub(lambda match: "?" if "\ud800" <= match[0] <= "\udfff" else "", text)
    return seen.translate(_WINDOWS_1252)


def _joined(match: re.Match[str]) -> str:
    """The character whose bytes of UTF-8 were read as so many characters."""
    try:
        return bytes(_BYTES.get(character, ord(character)) for character in match[0]).decode("utf-8")
    except ValueError:
        return match[0]


def holds_controls(text: str) -> bool:
    """Whether a text holds characters whose loss is worth a word (not so a soft hyphen)."""
    return _HARMFUL.search(text) is not None


def one_line(text: str) -> str:
    """A value of one line: cleaned, every run of white space one space."""
    return " ".join(cleaned(text).split())


def name_line(name: str) -> str:
    """The name of a file on one line, with � for each character that would not show or would break the line."""
    return _NOT_IN_A_NAME.sub("\ufffd", name)
