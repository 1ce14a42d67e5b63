"""The words by which a language shows what a sentence does: a plan, a denial, an aside, a source, a count.

Each field is a regular expression over running text, matched without regard to capitals unless
it says otherwise; the default matches nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache

__all__ = ["Cues", "compiled"]

_NOTHING = r"(?!)"


@dataclass(frozen=True, slots=True)
class Cues:
    """One language's table.

    ``abbreviations`` end in a full stop without ending a sentence. ``aside`` opens words that only
    mention a date ("following an attack …"), ``since`` those that begin a stretch, ``saying`` are
    verbs of speech. ``dangling`` begins a sentence that leans on the one before it, ``personal`` are
    the words of a writer or speaker about themselves or to the reader. ``bounded``
    stands before the latest day of a plan ("before the end of next week"). ``source`` has a group
    ``source``: whom a report rests on, and ``sources`` gives the anonymous ones one key in every language. ``counts`` maps a kind of figure to its noun,
    ``qualifiers`` are what stands before a number, ``by`` has a group ``by``: who counted.
    ``locative`` are words before a place, ``titles`` words before a person's name,
    ``organisations`` words inside an organisation's.
    """

    abbreviations: frozenset[str] = frozenset()
    aside: str = _NOTHING
    since: str = _NOTHING
    saying: str = _NOTHING
    planned: str = _NOTHING
    denied: str = _NOTHING
    hypothetical: str = _NOTHING
    dangling: str = _NOTHING
    personal: str = _NOTHING
    bounded: str = _NOTHING
    source: str = _NOTHING
    sources: dict[str, str] = field(default_factory=dict)
    counts: dict[str, str] = field(default_factory=dict)
    qualifiers: str = _NOTHING
    scales: dict[str, int] = field(default_factory=dict)
    by: str = _NOTHING
    total: str = _NOTHING
    locative: str = _NOTHING
    place_suffix: str = _NOTHING
    titles: str = _NOTHING
    organisations: str = _NOTHING
    not_names: frozenset[str] = frozenset()


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """A cue as a pattern of whole words, whatever their capitals."""
    return re.compile(rf"(?<!\w)(?:{pattern})(?!\w)", re.IGNORECASE)
