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

    ``abbreviations`` end in a full stop without ending a sentence. ``counts`` maps a kind of figure to its noun,
    ``qualifiers`` are what stands before a number, ``by`` has a group ``by``: who counted. ``source`` has a group
    ``source``: whom a report rests on, and ``sources`` gives the anonymous ones one key in every language.
    ``locative`` are words before a place, ``titles`` words before a person's name, ``organisations`` words inside an
    organisation's.

    What dates a sentence: ``aside`` opens words that only mention a date ("following an attack …"), ``since`` those
    that begin a stretch, and ``lasting`` is a clause of what began then and goes on ("has been ill", not "the first
    visit"); ``bounded`` stands before the latest day of a plan ("before the end of next week"), ``moved``
    before a day that was put off ("delayed until"), ``beside`` before or after one on which it was not ("not in May",
    "later than"), ``alternative`` between two of which one is meant. ``unreal`` is a past that never was ("would have
    been"). ``saying`` are verbs of speech right before a day of speaking.

    What carries a story on: ``told`` are finite verbs of what was done, ``speech`` of what is said, ``content`` opens
    what is said. ``background`` shows that a sentence looks back, ``other_tense`` before the first verb that its
    main clause is not of the story's time; ``contrast`` parts what looks back from what was done then. ``perfect`` is a
    tense that no day of the past can date. ``headline`` is what tells of something done in a headline, beside ``told`` and
    ``speech`` ("wins"; "crash"), ``headline_plan`` what tells of something to come ("to sell"). ``dangling`` begins a sentence that leans on the one before it.
    """

    abbreviations: frozenset[str] = frozenset()
    aside: str = _NOTHING
    since: str = _NOTHING
    lasting: str = _NOTHING
    saying: str = _NOTHING
    planned: str = _NOTHING
    denied: str = _NOTHING
    hypothetical: str = _NOTHING
    unreal: str = _NOTHING
    alternative: str = _NOTHING
    dangling: str = _NOTHING
    bounded: str = _NOTHING
    speech: str = _NOTHING
    content: str = _NOTHING
    beside: str = _NOTHING
    moved: str = _NOTHING
    told: str = _NOTHING
    other_tense: str = _NOTHING
    background: str = _NOTHING
    contrast: str = _NOTHING
    perfect: str = _NOTHING
    headline: str = _NOTHING
    headline_plan: str = _NOTHING
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
