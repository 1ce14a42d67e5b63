"""Whose dead a toll counts: of what kind of accident or violence, what was hit, where.

Two tolls are of one happening only if something shows it. What a sentence leaves unsaid ("the toll rose to nine") the last
sentence before it that names a happening says, or the title. The marks of a subject are the same in every language.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from briefing.events.cues import compiled
from briefing.events.languages import cues_for
from briefing.events.lexicon import things_in
from briefing.events.names import names_in
from briefing.model import Article, Figure, NameKind, Sentence

__all__ = ["Subject", "subject_of", "with_subjects"]

_KINDS = {  # of the lexicon's accidents, those that come together or are called by each other's name
    "wildfire": "fire",
    "flood": "weather",
    "storm": "weather",
    "slide": "weather",
}
_VIOLENCE = "violence"
_WIDE = frozenset({"weather", "quake", _VIOLENCE, ""})  # what hits many sites
_RESCUING = frozenset(
    {"hospital", "policestation", "embassy", "consulate", "courthouse", "camp"}
)  # they also tell tolls
_KIND, _SITE, _PLACE = "kind:", "site:", "place:"


class Subject(NamedTuple):
    """What a count is of: kinds of happening, what was hit, and the keys of places, each empty where nothing tells it."""

    kinds: frozenset[str]
    sites: frozenset[str]
    places: frozenset[str]

    @property
    def is_unknown(self) -> bool:
        """Whether nothing is told of it."""
        return not any(self)

    def excludes(self, other: Subject) -> bool:
        """Whether two counts are of two happenings: another kind, another place, or another thing that was hit."""
        if _differ(self.kinds, other.kinds) or not _may_be_one_place(self.places, other.places):
            return True
        return not (self.kinds | other.kinds) & _WIDE and _differ(self.sites, other.sites)

    def shares(self, other: Subject) -> bool:
        """Whether something shows that two counts are of one happening: kind, place, what was hit, or that neither tells any."""
        if self.is_unknown or other.is_unknown:
            return self.is_unknown and other.is_unknown
        return bool(self.kinds & other.kinds or self.sites & other.sites) or _in_one_place(self.places, other.places)


def subject_of(figure: Figure) -> Subject:
    """What a count is of, as its article tells it."""
    marked = {
        mark: frozenset(one.removeprefix(mark) for one in figure.of if one.startswith(mark))
        for mark in (_KIND, _SITE, _PLACE)
    }
    places = marked[_PLACE] or (frozenset({figure.place}) if figure.place else frozenset())
    return Subject(marked[_KIND], marked[_SITE], places)


def _differ(these: frozenset[str], those: frozenset[str]) -> bool:
    return bool(these and those) and these.isdisjoint(those)


def _may_be_one_place(these: frozenset[str], those: frozenset[str]) -> bool:
    return not these or not those or _in_one_place(these, those)


def _in_one_place(these: frozenset[str], those: frozenset[str]) -> bool:
    """Whether two have a place in common, or one names the country of the other's."""
    if not these.isdisjoint(those):
        return True
    return bool(
        _countries(these) & {place[:2] for place in those} or _countries(those) & {place[:2] for place in these}
    )


def _countries(places: frozenset[str]) -> set[str]:
    return {place for place in places if len(place) == 2 and place.isupper()}


def with_subjects(
    article: Article, sentences: Sequence[Sentence], figures: Sequence[tuple[Figure, ...]]
) -> list[tuple[Figure, ...]]:
    """The counts of each sentence of an article, each running total with what it is of."""
    totals = [at for at, counted in enumerate(figures) if any(figure.scope == "total" for figure in counted)]
    if not totals:
        return list(figures)
    told = list(figures)
    around = _subject_in(article.title, article.language)
    for at, sentence in enumerate(sentences[: totals[-1] + 1]):
        own = _subject(article, sentence)
        if at in totals:
            marks = tuple(_marks(_filled(own, around)))
            told[at] = tuple(replace(one, of=marks) if one.scope == "total" else one for one in told[at])
        if own.kinds:
            around = _filled(own, around)
    return told


def _filled(own: Subject, around: Subject) -> Subject:
    """What a sentence tells, and what it leaves open from around it; not of another kind of happening."""
    if _differ(own.kinds, around.kinds):
        return own
    return Subject(own.kinds or around.kinds, own.sites or around.sites, own.places or around.places)


def _marks(subject: Subject) -> Iterator[str]:
    for mark, values in ((_KIND, subject.kinds), (_SITE, subject.sites), (_PLACE, subject.places)):
        yield from (mark + value for value in sorted(values))


def _subject(article: Article, sentence: Sentence) -> Subject:
    names = names_in(article, sentence, [])
    places = frozenset(name.key for name in names if name.located or name.kind is NameKind.PLACE)
    return _subject_in(sentence.text, article.language)._replace(places=places)


def _subject_in(text: str, language: str) -> Subject:
    things = things_in(text, language)
    kinds = {_KINDS.get(accident, accident) for accident in things.accidents}
    if compiled(cues_for(language).violence).search(text):
        kinds.add(_VIOLENCE)
    return Subject(frozenset(kinds), things.sites - _RESCUING, frozenset())
