"""What tells one text from another: a hash of all its words, and a sketch that near-duplicates share.

The sketch is bottom-k: the smallest hashes of the text's shingles of five words (Broder 1997, "On the resemblance and
containment of documents"). Two texts share about as much of their sketches as of their shingles.
"""

from __future__ import annotations

import re
from hashlib import blake2b

from briefing.model import Article

__all__ = ["content_of", "sketch"]

_SHINGLE = 5  # words
_SIZE = 12  # hashes
_SHORTEST = 40  # words: shorter texts are alike by chance
_WORD = re.compile(r"\w+")


def content_of(article: Article) -> bytes:
    """A hash of what an article says: its title and text, without regard to white space."""
    return blake2b(" ".join(f"{article.title}\n{article.text}".split()).encode(), digest_size=16).digest()


def sketch(text: str) -> list[int]:
    """The sketch of a text: twelve signed 64-bit numbers, none of a text too short to tell."""
    words = _WORD.findall(text.lower())
    if len(words) < _SHORTEST:
        return []
    shingles = {" ".join(words[at : at + _SHINGLE]) for at in range(len(words) - _SHINGLE + 1)}
    return sorted(_hash(shingle) for shingle in shingles)[:_SIZE]


def _hash(text: str) -> int:
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), signed=True)
