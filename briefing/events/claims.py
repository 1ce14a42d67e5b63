"""A report as merging compares it: its window of days, its terms, its names, worked out once."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cache, cached_property, lru_cache

from briefing.datespan import DateSpan, Precision
from briefing.events.cues import compiled, compiled_small, in_small_letters
from briefing.events.figures import numbers_in
from briefing.events.folding import consonants, fold_name
from briefing.events.languages import cues_for
from briefing.events.lexicon import Things, things_in
from briefing.events.likeness import NOTHING, Terms, terms
from briefing.events.outcomes import Outcome, outcome_of
from briefing.events.stems import stems_of, told_stem
from briefing.model import DatedBy, Modality, Name, NameKind, Report, TimeExpression

__all__ = ["Claim", "Context", "Known", "claims_of", "window_of"]

_NEWS_DAYS = 14  # an undated report is about the last two weeks
_REMEMBERED = 366  # days back that a mere reference may reach
_STORY_DAYS = 3  # a story without a day of its own is of the last days
_JOINT = re.compile(r"[,;،؛—–]|\s(?:and|but|while|before|after|ve|ama|ancak)\s|\sو(?=\w{3})")  # between two clauses
_PAUSE = re.compile(r"[,;:—–]")  # ends a clause
_NUMBERED = re.compile(r"\w \d+$")  # "Apollo 11"
_SPACED = re.compile(r"\S+")
_NUMBER = re.compile(r"\d+")
_AGE = re.compile(r"(?<!\w)(\d{1,3}|[a-z]{3,9})[\s-]+\Z", re.IGNORECASE)
_ANTECEDENT = 2  # words before "which": what it is about
_LONGEST_SUBJECT = 8  # words before it: with more, a whole clause stands there
_TELLING_NUMBER = 10  # smaller ones are in every sentence
_LONG = 45  # days: a longer stretch is a period, not a day that is not known exactly
_NOT_DONE = frozenset({Modality.PLANNED, Modality.HYPOTHETICAL})


class Known(StrEnum):
    """How well a report knows its day."""

    DAY = "day"  # to the day, or a few days that follow each other
    COARSE = "coarse"  # a week, a month, a year in which it happened
    OPEN = "open"  # only that it had happened when it was told
    STRETCH = "stretch"  # it went on all through
    REFERRED = "referred"  # nothing: it speaks of what others may have told before


@dataclass(frozen=True, slots=True)
class Context:
    """What an article is about, which its later sentences leave unsaid: the terms of its title, and with its lead."""

    title: Terms = NOTHING
    opening: Terms = NOTHING


_UNKNOWN = Context()


@dataclass(eq=False)  # not frozen, as that is slow, and it is made by thousands and never handed on
class Claim:
    """A report with what comparing it needs; what only a few comparisons ask for is worked out when they do.

    ``first`` and ``last`` are the days between which it happened, ``told`` the day from which it is told. ``around`` is
    what its article says in title and lead, ``headline`` in its title alone; ``known_to`` are all names in the
    reports of its article. ``words`` are its clause without those that date it, ``own`` the names in it, ``names`` their keys,
    ``places`` the keys of those where it happened.
    A reference ``founds`` no event: it may join one that others tell. ``is_plan``: it tells of what was still to come, or may.
    """

    report: Report
    known: Known
    first: date
    last: date
    told: date
    terms: Terms
    around: Terms
    headline: frozenset[str]
    known_to: frozenset[str]
    words: str
    own: tuple[Name, ...]
    names: frozenset[str]
    places: frozenset[str]
    founds: bool
    is_plan: bool

    @cached_property
    def people(self) -> frozenset[str]:
        """The surnames of the people in it."""
        return frozenset(_last(name) for name in self.own if name.kind is NameKind.PERSON)

    @cached_property
    def last_words(self) -> frozenset[str]:
        """The last words of all names in it."""
        return frozenset(_last(name) for name in self.own)

    @cached_property
    def parties(self) -> tuple[tuple[str, frozenset[str]], ...]:
        """The names that are no place of the happening, each with the stems of its words."""
        return tuple((name.key, stems_of(name.text, self.report.language)) for name in self.own if not name.located)

    @cached_property
    def said(self) -> frozenset[str]:
        """Its stems apart from those of names and offices."""
        language = self.report.language
        in_names = frozenset[str]().union(*(stems_of(name.text, language) for name in self.own))
        return self.terms.stems - in_names - self.names - _titles(self.words, language)

    @cached_property
    def deaths(self) -> frozenset[int]:
        """The dead as it counts them exactly."""
        figures = self.report.figures
        return frozenset(f.value for f in figures if f.kind == "deaths" and f.scope == "event" and not f.bound)

    @cached_property
    def things(self) -> Things:
        """What of the lexicon it names: bodies, what was hit, which accident."""
        return things_in(self.words, self.report.language)

    @cached_property
    def outcome(self) -> Outcome:
        """What it says came of things."""
        return outcome_of(self.words, self.report.language)

    @cached_property
    def numbers(self) -> frozenset[str]:
        """All numbers in figures."""
        return frozenset(_NUMBER.findall(self.words))

    @cached_property
    def ordinals(self) -> frozenset[tuple[int, str]]:
        """Which of several it tells of (3, "round")."""
        return frozenset(_ordinals(self.words, self.report.language))

    @cached_property
    def ages(self) -> frozenset[int]:
        """How old somebody is."""
        return frozenset(_ages(self.words, self.report.language))

    @property
    def states_day(self) -> bool:
        """Whether its own words give its day."""
        return self.known is Known.DAY and self.report.dated_by is DatedBy.STATED


def claims_of(
    reports: Sequence[Report], references: Sequence[Report], contexts: Mapping[str, Context]
) -> Iterator[Claim]:
    """Reports as they are compared, in any order: of a sentence that tells of two days, each with its own clause."""
    by_sentence: dict[tuple[str, int], list[Report]] = defaultdict(list)
    named: dict[str, set[str]] = defaultdict(set)
    for report in reports:
        by_sentence[report.article, report.start].append(report)
        named[report.article].update(name.key for name in report.names)
    known_to = {article: frozenset(names) for article, names in named.items()}
    across = len({report.language for report in reports}) > 1
    for founds, told in ((True, reports), (False, references)):
        for report in told:
            together = by_sentence[report.article, report.start]
            yield _claim(
                report,
                _clause(report, together),
                contexts.get(report.article, _UNKNOWN),
                known_to.get(report.article, frozenset()),
                across=across,
                founds=founds,
            )


def _clause(report: Report, together: Sequence[Report]) -> tuple[int, int]:
    """Where the clause of a report stands in its sentence: between the joints next to the dates of others."""
    start, end, own = 0, len(report.text), report.expression
    if own is None:
        return _referring_clause(report) if report.dated_by is DatedBy.MATCHED else (start, end)
    relative = compiled(rf"\s*(?:{cues_for(report.language).relative})")
    for other in together:
        if (there := other.expression) is None or there == own:
            continue
        first, second = (there, own) if there.start < own.start else (own, there)
        joint = _JOINT.search(report.text, first.end - report.start, max(0, second.start - report.start))
        if joint and own.start < there.start:
            end = min(end, joint.start())
        elif joint and not relative.match(report.text, joint.end()):
            start = max(start, joint.start())
    return max(start, _begin_of_relative(report, own)), end


def _begin_of_relative(report: Report, own: TimeExpression) -> int:
    """Where the relative clause that holds an expression begins, with the words that it is about; 0 if it stands in none."""
    before = report.text[: own.start - report.start]
    *_, opener = [None, *compiled(cues_for(report.language).relative).finditer(before)]
    if opener is None or _PAUSE.search(before, opener.end()):
        return 0
    main = list(_SPACED.finditer(before, 0, opener.start()))
    return main[-_ANTECEDENT].start() if len(main) > _LONGEST_SUBJECT else 0


def _referring_clause(report: Report) -> tuple[int, int]:
    """Where a sentence without a day looks back ("…, since the end of the siege"); the whole of it if no word shows that."""
    opener = compiled(cues_for(report.language).referring).search(report.text)
    if opener is None:
        return 0, len(report.text)
    stop = _PAUSE.search(report.text, opener.end())
    return opener.start(), stop.start() if stop else len(report.text)


def window_of(report: Report) -> tuple[date, date]:
    """The first and the last day on which what a report tells may have been, for comparing it with others."""
    return _window(report, report.span if report.is_borrowed else report.firm_span)


def _claim(
    report: Report, clause: tuple[int, int], around: Context, known_to: frozenset[str], *, across: bool, founds: bool
) -> Claim:
    """A report as it is compared: its clause without the words that date it, and its article's context."""
    span = report.span if report.is_borrowed else report.firm_span
    first, last = _window(report, span)
    text = _undated(report, clause)
    own = tuple([name for name in report.names if report.text.find(name.text, *clause) >= 0])
    names = frozenset([name.key for name in own])
    listed = [name for name in own if _is_listed(name)]
    words = terms(text, report.language, across=across)
    words = words._replace(
        stems=(words.stems - _given(own, report.language))
        | {n for n in names if n[-1:].isdecimal() and _NUMBERED.search(n)},
        names=_names_across(words.names, listed, report, text) if across else words.names,
    )
    return Claim(
        report=report,
        known=_known(report, span, first, last),
        first=first,
        last=last,
        told=(report.published and report.published.first) or last,
        terms=words,
        around=around.opening,
        headline=around.title.stems,
        known_to=known_to,
        words=text,
        own=own,
        names=names,
        places=frozenset([name.key for name in own if name.located]),
        founds=founds,
        is_plan=report.modality in _NOT_DONE,
    )


def _names_across(names: frozenset[str], listed: Sequence[Name], report: Report, text: str) -> frozenset[str]:
    """What is the same in every language: listed places by their keys, and numbers, those of people with what they count."""
    spelt = {consonants(fold_name(word)) for name in listed for word in (name.text, *name.text.split())}
    counted = {figure.value: figure.kind for figure in report.figures if figure.scope == "event"}
    numbers = set(numbers_in(text, (), cues_for(report.language)))
    told = {f"#{number}" for number in numbers - counted.keys() if number >= _TELLING_NUMBER}
    people = {f"#{kind} {number}" for number, kind in counted.items() if number > 1}
    return names - spelt | {name.key for name in listed} | told | people


def _ordinals(text: str, language: str) -> Iterator[tuple[int, str]]:
    """Which of several a text tells of: "the third round" is the third of rounds."""
    numbers = cues_for(language).ordinals
    for word, noun in _ordinal(language).findall(in_small_letters(text)) if numbers else ():
        yield numbers[word], told_stem(noun, language)


@cache
def _ordinal(language: str) -> re.Pattern[str]:
    """An ordinal, in small letters, and the word behind it."""
    return re.compile(rf"(?<!\w)({'|'.join(cues_for(language).ordinals)})[\s-]+(?=(\w+))")


def _ages(text: str, language: str) -> Iterator[int]:
    """How old the people of a text are, where it says so ("a six-year-old boy")."""
    cues = cues_for(language)
    for behind in compiled(cues.aged).finditer(text):
        if before := _AGE.search(text, 0, behind.start()):
            age = before[1].lower()
            number = int(age) if age.isdecimal() else cues.number_words.get(age)
            if number is not None:
                yield number


def _titles(text: str, language: str) -> set[str]:
    """The stems of offices: who is called foreign minister in both of two sentences does nothing in them yet."""
    titles = cues_for(language).titles
    if titles.isascii():  # a Turkish "I" is no small "i"
        small = in_small_letters(text)
        found = compiled_small(titles).findall(small) if any(_has_title(word, titles) for word in small.split()) else []
    else:
        found = compiled(titles).findall(text)
    return {told_stem(word, language) for title in found for word in title.split()}


@lru_cache(maxsize=65536)
def _has_title(word: str, titles: str) -> bool:
    """Whether a word holds an office; words come again and again."""
    return compiled_small(titles).search(word) is not None


def _last(name: Name) -> str:
    """The last word of a name, by which a person is called again."""
    return name.key.rsplit(" ", 1)[-1]


def _is_listed(name: Name) -> bool:
    """Whether a name has a key of the table of places, which is the same in every language."""
    return not name.key.islower()


def _undated(report: Report, clause: tuple[int, int]) -> str:
    start, end = clause
    if report.expression is None:
        return report.text[start:end]
    first, last = report.expression.start - report.start, report.expression.end - report.start
    return f"{report.text[start:first]} {report.text[last:end]}"


def _given(names: Iterable[Name], language: str) -> set[str]:
    """The stems of given names: who is named in full here is called by the last name there."""
    people = (name.text.split() for name in names if name.kind is NameKind.PERSON)
    return {told_stem(word, language) for words in people for word in words[:-1]}


def _window(report: Report, span: DateSpan) -> tuple[date, date]:
    last = span.last or span.first or date.min
    first = span.first or max(date.min + timedelta(days=_NEWS_DAYS), last) - timedelta(days=_NEWS_DAYS)
    if report.dated_by is DatedBy.MATCHED:
        first = max(date.min + timedelta(days=_REMEMBERED), last) - timedelta(days=_REMEMBERED)
    elif report.is_borrowed and report.dated_by is DatedBy.IMPLIED:
        first = max(date.min + timedelta(days=_STORY_DAYS), first) - timedelta(days=_STORY_DAYS)
    if span.approximate and not span.is_open:  # "about two weeks ago": a quarter of its length more, at either end
        slack = timedelta(days=(last - first).days // 4 + 1)
        first, last = max(date.min + slack, first) - slack, min(date.max - slack, last) + slack
    return first, max(first, last)


def _known(report: Report, span: DateSpan, first: date, last: date) -> Known:
    if report.dated_by is DatedBy.MATCHED:
        return Known.REFERRED
    if span.is_open or report.dated_by is DatedBy.IMPLIED:
        return Known.OPEN
    length = (last - first).days
    if length > _LONG and (report.modality is Modality.ONGOING or not span.is_unit):
        return Known.STRETCH
    return Known.DAY if span.precision is Precision.DAY and length <= _LONG else Known.COARSE
