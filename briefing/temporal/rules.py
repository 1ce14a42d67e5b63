"""How a language pack is written: word tables, and rules whose patterns name those tables.

A rule is a record of a plain-words name, a pattern and a reading that may decline. ``{month}`` in
a pattern stands for any word of the table ``month`` and captures nothing; ``{month=m}`` captures
it as the group ``m``. A group ``x`` marks the expression itself where the pattern needs a word
before it ("in May") that does not belong to it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import product

from briefing.temporal.branching import branched
from briefing.temporal.meaning import Meaning
from briefing.temporal.openings import FIGURE, Beginning, beginning, beginning_of_words, opening_of

__all__ = ["Pack", "Piece", "Rule", "Table", "Words", "any_of", "fold"]


def fold(word: str) -> str:
    """The key of a word in its table: small letters, no full stop, Turkish dotted capitals as i, single blanks."""
    return re.sub(r"[\s-]+", " ", word.replace("İ", "i").replace(".", "").lower()).strip()


@dataclass(frozen=True, slots=True)
class Table:
    """Words of one class and what each stands for.

    ``titled`` words (English months and weekdays) count only with a capital, which keeps "may",
    "march" and "sat" out. ``raw`` is a regular expression for words that no list can hold (numbers),
    ``more`` what those stand for that are no figures.
    """

    words: Mapping[str, object]
    titled: bool = False
    raw: str = ""
    more: Mapping[str, object] = field(default_factory=dict)

    @property
    def pattern(self) -> str:
        """A regular expression without groups that matches any word of the table, longest first.

        A plain alternation: shared beginnings written once would match no faster, and compile half as fast.
        """
        forms = [
            re.escape(word).replace(r"\ ", r"[\s-]+")
            for word in sorted(self.words, key=lambda word: (-len(word), word))
        ]
        alternatives = "|".join([*forms, self.raw] if self.raw else forms)
        return f"(?:(?=[^\\W\\d_a-z])(?i:{alternatives}))" if self.titled else f"(?i:{alternatives})"

    @property
    def beginning(self) -> Beginning:
        """What its words begin with."""
        words = beginning_of_words(self.words)
        return words.either(beginning(self.raw, {})) if self.raw else words


def any_of(alternatives: str) -> str:
    """A pattern for any of some words, which tries only those that begin with the letter at hand.

    ``alternatives`` are patterns parted by "|", each beginning with a letter; which of two comes first matters only
    within a letter, and stays.
    """
    letters: dict[str, list[str]] = {}
    for alternative in _BAR.split(alternatives):
        letters.setdefault(alternative[0], []).append(alternative[1:])
    groups = (f"{letter}(?:{'|'.join(rest)})" for letter, rest in letters.items())
    return f"(?:{'|'.join(groups)})"


_BAR = re.compile(r"\|(?![^()]*\))")  # outside of parentheses, where these do not nest


class Words:
    """The tables of a pack, looked up by the reading functions."""

    def __init__(self, tables: Mapping[str, Table]) -> None:
        self._tables = {
            name: {fold(word): value for word, value in (*table.more.items(), *table.words.items())}
            for name, table in tables.items()
        }

    def get(self, table: str, word: str | None) -> object | None:
        """What a word stands for, or None where there is no word or the table does not hold it."""
        return self._tables[table].get(fold(word)) if word else None

    def whole(self, table: str, word: str | None) -> int | None:
        """The whole number that a word of a table, or a run of digits, stands for."""
        if not word:
            return None
        digits = re.sub(r"[,\s]|(?<=\d)(?:st|nd|rd|th|er|º|ª)$", "", word)
        if digits.isdecimal():
            return int(digits)
        value = self.get(table, word)
        return value if isinstance(value, int) else None


@dataclass(frozen=True, slots=True)
class Piece:
    """One expression inside a match: its offsets, its meaning, whether it is the first half of a range."""

    start: int
    end: int
    meaning: Meaning
    joins_next: bool = False


Reading = Callable[[Words, "re.Match[str]"], "Sequence[Piece]"]


@dataclass(frozen=True, slots=True)
class Rule:
    """A name in plain words, a pattern over the pack's tables, and what a match means.

    ``triggers`` lists the classes of words that the rule is tried at, where its tables do not tell them.
    """

    name: str
    pattern: str
    reading: Reading
    triggers: str = ""


_MACRO = re.compile(r"\{(?P<table>[a-z_]+)(?:=(?P<group>[a-z_0-9]+))?\}")
_NO_WORD = re.compile(r"\{[a-z_=0-9]+\}|\(\?P<[a-z_0-9]+>|\(\?i:|\\[a-zA-Z]|\?:")
_WORD_THAT_MAY_END = re.compile(r"([^\W\d_]+)(\??)")  # "days?" is days and day
_NO_LETTER = re.compile(r"\W")
_OPENINGS_KEPT = 10_000  # of those that a text has been seen to have


@dataclass(frozen=True)
class Pack:
    """One language: its tables, its rules in order of preference, and the cues of tense.

    ``triggers`` names the classes of words that an expression can hold ("month": "{month}"); a rule is
    tried where a word of one of its classes stands. Those are the classes whose table its
    pattern names, or the ones that the rule lists itself, or else "word".

    `direction` reads the tense from patterns: ``future``, ``past`` and ``present`` verbs, plans ``unfulfilled`` ("had been
    due to"), a plan that came to nothing from its verb on (``unmet``: "was due to … but did not"), what was put
    ``in_force`` from a day, an ``undertaking`` ("agreed to"; past, unless it is ``appointing`` a day), the ``infinitive``, and what parts one ``clause`` from the next; with ``verb_last``
    a verb tells the tense of what stands before it; and right before an expression, from words that point ``leading``
    ahead or ``trailing`` back (as of), set a ``limit`` (until) or make it an ``attribute`` (the Friday meeting), which lies ahead for who is
    ``taking_part`` in it ("may miss Sunday's match"); right behind one, from words that point ``onward``. ``postponing`` verbs have
    their limit ahead; a date before a ``deciding`` verb is the day of deciding. What is called off was planned for a day:
    A day is the name of an event with ``named_behind`` it, behind an article where the language ``has_articles``, or
    ``named_before``; ``going_on`` is all that stands between two
    dates of one year.
    ``called_off`` stands behind that day (with a group ``coming`` where it is still to come), ``called_off_attribute`` behind it as an attribute, ``calling_off`` before, and all of
    them hold one of the ``calling_words``. ``abbreviations`` end no sentence. ``function_words`` are the commonest words, by which
    the language is told. ``plain_triggers`` says that every trigger begins with a word of a table or a figure, so
    that no other word of a text need be looked at.
    """

    code: str
    tables: Mapping[str, Table]
    rules: Sequence[Rule]
    triggers: Mapping[str, str]
    future: str = r"(?!)"
    past: str = r"(?!)"
    present: str = r"(?!)"
    unfulfilled: str = r"(?!)"
    unmet: str = r"(?!)"
    in_force: str = r"(?!)"
    undertaking: str = r"(?!)"
    appointing: str = r"(?!)"
    verb_last: bool = False
    onward: str = r"(?!)"
    taking_part: str = r"(?!)"
    called_off: str = r"(?!)"
    called_off_attribute: str = r"(?!)"
    calling_off: str = r"(?!)"
    calling_words: tuple[str, ...] = ()
    named_behind: str = r"(?!)"
    has_articles: bool = False
    named_before: str = r"(?!)"
    going_on: str = r"(?!)"
    infinitive: str = r"(?!)"
    clause: str = r"[;:—]"
    leading: str = r"(?!)"
    trailing: str = r"(?!)"
    limiting: str = r"(?!)"
    attributive: str = r"(?!)"
    postponing: str = r"(?!)"
    deciding: str = r"(?!)"
    abbreviations: frozenset[str] = frozenset()
    function_words: frozenset[str] = frozenset()
    plain_triggers: bool = False

    @cached_property
    def words(self) -> Words:
        """The lookup tables for the reading functions."""
        return Words(self.tables)

    @cached_property
    def trigger(self) -> re.Pattern[str]:
        """Any word that an expression is found by, as the group of its class; text without one is skipped."""
        return self._trigger(self.triggers)

    @cached_property
    def heads(self) -> dict[str, str | tuple[str, ...]] | None:
        """What trigger a word begins, in small letters: of a class, or, where only a pattern can tell, of one of some.

        What begins with a digit stands under `FIGURE`. None where triggers are no plain words.
        """
        if not self.plain_triggers:
            return None
        found: dict[str, dict[str, bool]] = {}  # of each head its classes; whether it is one all by itself
        for name, pattern in self.triggers.items():
            for head, alone in self._heads_of(pattern):
                names = found.setdefault(head, {})
                names[name] = alone or names.get(name, False)
            if FIGURE in self._trigger_openings[name]:
                found.setdefault(FIGURE, {})[name] = False
        firsts = ((head, names, next(iter(names))) for head, names in found.items())
        return {head: first if names[first] else tuple(names) for head, names, first in firsts}

    def _heads_of(self, pattern: str) -> Iterator[tuple[str, bool]]:
        """The first word of each form of the tables of a pattern, and whether it is the whole form, however written."""
        for table in (self.tables[match["table"]] for match in _MACRO.finditer(pattern)):
            for form in map(str.lower, (*table.words, *table.more)):
                head = _NO_LETTER.split(form, maxsplit=1)[0]
                yield head, head == form and not table.titled

    def class_at(self, names: tuple[str, ...], text: str, at: int) -> str:
        """The first of some classes that a trigger in a text is of; "" if it is of none."""
        pattern = self._triggers_of.get(names)
        if pattern is None:
            opening = opening_of(text, at)
            if opening and not any(opening.startswith(self._trigger_openings[name]) for name in names):
                return ""  # most words that might begin a holiday begin none
            pattern = self._triggers_of[names] = self._trigger(names)
        match = pattern.match(text, at)
        return match.lastgroup or "" if match else ""

    def _trigger(self, names: Iterable[str]) -> re.Pattern[str]:
        classes = (f"(?P<{name}>{self._expand(self.triggers[name])})" for name in names)
        return re.compile(rf"(?<!\w)(?:{'|'.join(classes)})")

    @cached_property
    def _triggers_of(self) -> dict[tuple[str, ...], re.Pattern[str]]:
        return {}

    @cached_property
    def _trigger_openings(self) -> dict[str, tuple[str, ...]]:
        return {name: beginning(pattern, self._beginnings).openings for name, pattern in self.triggers.items()}

    @cached_property
    def _beginnings(self) -> dict[str, Beginning]:
        return {name: table.beginning for name, table in self.tables.items()}

    @cached_property
    def vocabulary(self) -> frozenset[str] | None:
        """Every word that a table or rule spells out, in small letters; None where rules hold other words as well."""
        if not self.plain_triggers:
            return None
        tables = (form for table in self.tables.values() for form in (*table.words, *table.more, table.raw))
        spelled = _NO_WORD.sub(" ", "\n".join([*tables, *(rule.pattern for rule in self.rules)])).lower()
        words = set(_WORD_THAT_MAY_END.findall(spelled))
        return frozenset(form for word, may_end in words for form in (word, word[:-1] if may_end else word))

    @cached_property
    def candidates(self) -> Callable[[str, str | None], tuple[int, ...]]:
        """The numbers of the rules of a class that may match where a text has an opening; all for None."""
        return lru_cache(maxsize=_OPENINGS_KEPT)(self._candidates)

    def _candidates(self, trigger: str, opening: str | None) -> tuple[int, ...]:
        rules = self._rules_at[trigger]
        if opening is None:
            return tuple(sorted({number for entries in rules.values() for number, _ in entries}))
        entries = {
            number
            for first in {"", opening[:1]}
            for number, openings in rules.get(first, ())
            if opening.startswith(openings)
        }
        return tuple(sorted(entries))

    def rule_pattern(self, number: int) -> re.Pattern[str]:
        """A rule's pattern; compiled when it is first tried, as many never are."""
        if number not in self._compiled:
            self._compiled[number] = re.compile(rf"(?<!\w)(?:{self._expand(self.rules[number].pattern)})(?!\w)")
        return self._compiled[number]

    @cached_property
    def _rules_at(self) -> dict[str, dict[str, list[tuple[int, tuple[str, ...]]]]]:
        """Of each class, by first letter: the rules that may begin with it, and what they may begin with."""
        found: dict[str, dict[str, list[tuple[int, tuple[str, ...]]]]] = {name: {} for name in self.triggers}
        for number, rule in enumerate(self.rules):
            letters: dict[str, list[str]] = {}
            for opening in beginning(rule.pattern, self._beginnings).openings:
                letters.setdefault(opening[:1], []).append(opening)
            for trigger, (first, openings) in product(self.classes(rule), letters.items()):
                found[trigger].setdefault(first, []).append((number, tuple(openings)))
        return found

    @cached_property
    def _compiled(self) -> dict[int, re.Pattern[str]]:
        return {}

    def classes(self, rule: Rule) -> frozenset[str]:
        """The classes of words that a rule is tried at."""
        if rule.triggers:
            return frozenset(rule.triggers.split())
        tables = frozenset(match["table"] for match in _MACRO.finditer(rule.pattern))
        return tables & frozenset(self.triggers) or frozenset({"word"})

    @cached_property
    def cues(self) -> re.Pattern[str]:
        """What tells the tense, as groups ``unfulfilled``, ``undertaking``, ``future``, ``past``, ``present``, ``infinitive``, and ``clause``."""
        kinds = ("clause", "unfulfilled", "undertaking", "future", "past", "present", "infinitive")
        cues = "|".join(f"(?P<{kind}>{getattr(self, kind)})" for kind in kinds[1:])
        return re.compile(branched(rf"(?P<clause>{self.clause})|(?<!\w)(?=\w)(?:{cues})(?!\w)"), re.IGNORECASE)

    @cached_property
    def came_to_nothing(self) -> re.Pattern[str]:
        """A plan of the past from its verb on, and that it came to nothing."""
        return re.compile(self.unmet, re.IGNORECASE)

    @cached_property
    def appoints(self) -> re.Pattern[str]:
        """An undertaking, and all words from it to the day that it is for."""
        return re.compile(self.appointing, re.IGNORECASE)

    @cached_property
    def from_day(self) -> re.Pattern[str]:
        """A verb of putting in force, and the words from it to the day on which that begins, which may lie ahead."""
        return self._before(self.in_force)

    @cached_property
    def ahead(self) -> re.Pattern[str]:
        """Words right before an expression that put it in the future whatever the verb."""
        return self._before(self.leading)

    @cached_property
    def back(self) -> re.Pattern[str]:
        """Words right before an expression that put it in the past whatever the verb."""
        return self._before(self.trailing)

    @cached_property
    def goes_onward(self) -> re.Pattern[str]:
        """Words right behind an expression that put it in the future whatever the verb."""
        return re.compile(rf"(?:{self.onward})(?!\w)", re.IGNORECASE)

    @cached_property
    def takes_part(self) -> re.Pattern[str]:
        """What somebody does in an event, right before the expression that is its attribute."""
        return self._before(self.taking_part)

    @cached_property
    def limit(self) -> re.Pattern[str]:
        """A preposition right before an expression that makes it the end of something."""
        return self._before(self.limiting)

    @cached_property
    def attribute(self) -> re.Pattern[str]:
        """A word right before an expression that makes it an attribute of the noun behind it."""
        return self._before(self.attributive)

    @cached_property
    def putting_off(self) -> re.Pattern[str]:
        """Verbs of putting off and leaving time."""
        return re.compile(self.postponing, re.IGNORECASE)

    @cached_property
    def off_behind(self) -> re.Pattern[str]:
        """That what was planned for a day is called off, from the end of its day on."""
        return re.compile(rf"(?:{self.called_off})(?!\w)", re.IGNORECASE)

    @cached_property
    def off_attribute(self) -> re.Pattern[str]:
        """The same where the day is an attribute of what was planned."""
        return re.compile(rf"(?:{self.called_off_attribute})(?!\w)", re.IGNORECASE)

    @cached_property
    def off_before(self) -> re.Pattern[str]:
        """A verb of calling off, and the words from it to the day of what was planned."""
        return re.compile(rf"(?<!\w)(?:{self.calling_off})$", re.IGNORECASE)

    @cached_property
    def event_behind(self) -> re.Pattern[str]:
        """What a day gives its name to, from the end of the day on: "October 7 attack"."""
        return re.compile(rf"(?:{self.named_behind})(?!\w)", re.IGNORECASE)

    @cached_property
    def event_before(self) -> re.Pattern[str]:
        """The same where it stands before the day."""
        return re.compile(rf"(?<!\w)(?:{self.named_before})$", re.IGNORECASE)

    @cached_property
    def goes_on(self) -> re.Pattern[str]:
        """What stands between two dates of which the first lends the second its year."""
        return re.compile(self.going_on, re.IGNORECASE)

    @cached_property
    def decide(self) -> re.Pattern[str]:
        """Verbs of deciding, agreeing and asking, at the beginning of what they decide."""
        return re.compile(self.deciding, re.IGNORECASE)

    @staticmethod
    def _before(words: str) -> re.Pattern[str]:
        return re.compile(rf"(?<!\w)(?:{words})\s+$", re.IGNORECASE)

    @cached_property
    def _table_patterns(self) -> dict[str, str]:
        return {name: table.pattern for name, table in self.tables.items()}

    def _expand(self, pattern: str) -> str:
        def table(match: re.Match[str]) -> str:
            inner = self._table_patterns[match["table"]]
            return f"(?P<{match['group']}>{inner})" if match["group"] else inner

        return _MACRO.sub(table, pattern)
