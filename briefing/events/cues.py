"""The words by which a language shows what a sentence does: a plan, a denial, an aside, a source, a count.

Each field is a regular expression over running text, matched without regard to capitals unless
it says otherwise; the default matches nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache

from briefing.temporal.branching import branched

__all__ = ["Cues", "compiled", "compiled_small", "in_small_letters", "sought"]

_NOTHING = r"(?!)"


@dataclass(frozen=True, slots=True, eq=False)  # a table is itself: patterns are kept by it
class Cues:
    """One language's table.

    ``abbreviations`` end in a full stop without ending a sentence. ``counts`` maps a kind of figure to its noun,
    ``qualifiers`` are what stands before a number, ``by`` has a group ``by``: who counted. ``source`` has a group
    ``source``: whom a report rests on, ``source_hints`` are parts of words, in small letters, without one of which it matches
    nothing, and ``sources`` gives the anonymous ones one key in every language.
    ``counting`` maps a kind to what stands before the number ("killed"), ``not_counted`` what else may follow it;
    ``stocks`` maps a kind to the words of a clause by which it counts who is so now ("still held"), not who was freed or taken;
    ``count_hints`` are parts of words, in small letters, without one of which a sentence counts nobody; ``at_least`` and
    ``at_most`` the qualifiers that are bounds, ``about`` those of a value that is not exact; ``part_of`` is a clause that counts
    a part of those just counted. ``total`` shows that a count goes on, and ``toll`` names one that does; ``running`` shows it by a tense,
    ``mounting`` only of many, and neither beside ``single``, which tells of one happening. ``parts`` are people whose number is
    none of all, ``revised`` shows that a count was corrected, ``corrects``
    that a sentence only takes back what stood in the text before, ``retracts`` that the outlet that it names takes a report back. ``violence`` is by what people kill others, in a war or an attack. ``was_before`` stands in
    its clause before a count that another has replaced ("had been put at"), ``is_no_more`` right behind it; ``most_since`` before one of what
    something is compared with ("the deadliest since …"), ``since_which`` behind it; ``when`` opens what was on the day right before it. ``ordinals`` tell one of several from the others ("the third round"), ``aged`` stands
    behind the number of how old somebody is.
    ``citing`` stands before an outlet that is quoted, behind it with ``citing_after``; ``reporting`` is what follows the
    name of an outlet that tells something itself, with the space before it and with its capitals.
    ``locative`` are words before a place, ``titles`` words before a person's name,
    ``organisations`` words inside an organisation's, ``landmarks`` words inside a place's ("Square"); ``region``
    are words that may be left out of one ("Province"). ``like_a_person`` follows a person's name ("…, who"), ``like_a_group`` that of many ("fighters"). ``not_names``
    are words without a meaning of their own (the, of, despite), in small letters. ``towards`` stands before a
    place that one goes to (the words after a name where a language puts them there). ``uncased`` is a language whose script
    has no capitals, ``name_stops`` the words that end a name in it, ``given_names`` words that are nothing
    else, ``acts`` verbs right behind which somebody's name stands, not an adjective. ``has_dictionary`` says that `ordinary` knows its words,
    ``suffixes_apart`` that an apostrophe stands between names, and no other words, and their endings;
    ``acronyms`` are names that in small letters would be among ``not_names``, ``common_acronyms`` are no names where they stand alone.
    ``bare_dates`` says that a date needs no preposition, so that a sentence may open with one and a name.

    What dates a sentence: ``aside`` opens words that only mention a date ("following an attack …"), ``outcome_of`` those that
    name a gathering on whose day the main clause came of it ("after talks in …"), ``since`` those
    that begin a stretch, and ``lasting`` is a clause of what began then and goes on ("has been ill", not "the first
    visit"), ``until_now`` stands in one whose length of time ends now; ``bounded`` stands before the latest day of a plan ("before the end of next week"), ``moved``
    before a day that was put off ("delayed until"), ``beside`` before or after one on which it was not ("not in May",
    "later than"), ``alternative`` between two of which one is meant, ``after`` between a length of time and the day
    from which it is counted. ``was_planned`` stands before the day of a plan, ``called_off`` beside it shows that the plan
    came to nothing, ``moved_to`` before the day that it is put off to. ``unfulfilled`` is a plan of the past ("had been due"),
    ``days_after`` gives how many days before the day of the
    main clause lies what follows ("two days after a bomber …"), all with ``days_after_word``, ``denied_plan`` a denial that somebody will do something, ``not_done`` what was not done on the day that follows ("failed to meet"), ``possible`` what may happen, ``condition`` what else must. ``said_on`` stands before and behind the day of saying something,
    which is put for it as "|". ``unreal`` is a past that never was ("would have
    been"). ``saying`` are verbs of speech right before a day of speaking.

    What carries a story on: ``told`` are finite verbs of what was done, ``speech`` of what is said, ``content`` opens
    what is said. ``background`` shows that a sentence looks back, ``referring`` begins the clause in which it does, ``since_then`` only tells what came later,
    ``relative`` begins a clause about what stands before it, ``other_tense`` before the first verb that its
    main clause is not of the story's time; ``contrast`` parts what looks back from what was done then. ``another`` shows that a
    sentence tells of one thing more ("also", "a second"). ``perfect`` is a
    tense that no day of the past can date. ``headline`` is what tells of something done in a headline, beside ``told`` and
    ``speech`` ("wins"; "crash"), ``headline_plan`` what tells of something to come ("to sell"), ``headline_verbs`` what no
    name holds though it has a capital ("meets"). ``dangling`` begins a sentence that leans on the one before it, ``pointing``
    shows within one that it does ("that attack"), ``personal`` are the words of a writer or speaker about themselves or to the
    reader.
    """

    abbreviations: frozenset[str] = frozenset()
    aside: str = _NOTHING
    outcome_of: str = _NOTHING
    since: str = _NOTHING
    lasting: str = _NOTHING
    until_now: str = r"\w+"
    saying: str = _NOTHING
    planned: str = _NOTHING
    denied: str = _NOTHING
    hypothetical: str = _NOTHING
    unreal: str = _NOTHING
    alternative: str = _NOTHING
    after: str = _NOTHING
    was_planned: str = _NOTHING
    called_off: str = _NOTHING
    moved_to: str = _NOTHING
    unfulfilled: str = _NOTHING
    possible: str = _NOTHING
    condition: str = _NOTHING
    not_done: str = _NOTHING
    denied_plan: str = _NOTHING
    pointing: str = _NOTHING
    days_after: dict[str, int] = field(default_factory=dict)
    days_after_word: str = ""
    said_on: str = _NOTHING
    dangling: str = _NOTHING
    personal: str = _NOTHING
    bounded: str = _NOTHING
    speech: str = _NOTHING
    content: str = _NOTHING
    beside: str = _NOTHING
    moved: str = _NOTHING
    told: str = _NOTHING
    other_tense: str = _NOTHING
    background: str = _NOTHING
    referring: str = _NOTHING
    since_then: str = _NOTHING
    relative: str = _NOTHING
    contrast: str = _NOTHING
    perfect: str = _NOTHING
    headline: str = _NOTHING
    headline_plan: str = _NOTHING
    headline_verbs: frozenset[str] = frozenset()
    another: str = _NOTHING
    source: str = _NOTHING
    source_hints: str = ""
    sources: dict[str, str] = field(default_factory=dict)
    counts: dict[str, str] = field(default_factory=dict)
    qualifiers: str = _NOTHING
    scales: dict[str, int] = field(default_factory=dict)
    by: str = _NOTHING
    total: str = _NOTHING
    running: str = _NOTHING
    mounting: str = _NOTHING
    single: str = _NOTHING
    toll: str = _NOTHING
    revised: str = _NOTHING
    corrects: str = _NOTHING
    retracts: str = _NOTHING
    violence: str = _NOTHING
    was_before: str = _NOTHING
    is_no_more: str = _NOTHING
    most_since: str = _NOTHING
    since_which: str = _NOTHING
    when: str = _NOTHING
    parts: str = _NOTHING
    locative: str = _NOTHING
    place_suffix: str = _NOTHING
    titles: str = _NOTHING
    organisations: str = _NOTHING
    not_names: frozenset[str] = frozenset()
    landmarks: str = _NOTHING
    region: str = _NOTHING
    like_a_person: str = _NOTHING
    like_a_group: str = _NOTHING
    towards: str = _NOTHING
    uncased: bool = False
    has_dictionary: bool = False
    suffixes_apart: bool = False
    acronyms: frozenset[str] = frozenset()
    common_acronyms: frozenset[str] = frozenset()
    bare_dates: bool = False
    name_stops: frozenset[str] = frozenset()
    acts: str = _NOTHING
    given_names: frozenset[str] = frozenset()
    count_hints: str = _NOTHING
    counting: dict[str, str] = field(default_factory=dict)
    stocks: dict[str, str] = field(default_factory=dict)
    not_counted: str = _NOTHING
    number_words: dict[str, int] = field(default_factory=dict)
    ordinals: dict[str, int] = field(default_factory=dict)
    aged: str = _NOTHING
    at_least: str = _NOTHING
    at_most: str = _NOTHING
    about: str = _NOTHING
    part_of: str = _NOTHING
    citing: str = _NOTHING
    reporting: str = _NOTHING
    citing_after: bool = False


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """A cue as a pattern of whole words, whatever their capitals."""
    return re.compile(rf"(?<!\w)(?:{branched(pattern)})(?!\w)", re.IGNORECASE)


@cache
def compiled_small(pattern: str) -> re.Pattern[str]:
    """The same for `in_small_letters`, among which it is looked up in a third of the time."""
    return re.compile(rf"(?<!\w)(?:{pattern})(?!\w)")


def sought(cue: str, text: str) -> re.Match[str] | None:
    """Where a cue first stands in a text, if it does; of the match its place alone is of use, as its letters may be small.

    It is sought among small letters where that tells the same, since it then takes half the time.
    """
    if _is_plain(cue):
        return compiled_small(cue).search(in_small_letters(text))
    return compiled(cue).search(text)


@cache
def _is_plain(cue: str) -> bool:
    """Whether a cue means the same in small letters: a Turkish "I" is no small "i", and some words depend on their capital."""
    return "ı" not in cue and "(?-i:" not in cue and not re.search(r"(?<!\\)[A-Z]", cue)


def in_small_letters(text: str) -> str:
    """A text in small letters, each in its old place: Python's own lower-case "İ" is two characters long."""
    return text.replace("İ", "i").lower()
