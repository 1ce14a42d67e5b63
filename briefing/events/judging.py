"""Whether two reports tell of one happening: their dates, places, parties and deeds must allow it, their words show it.

The vaguer the dates, the more alike the words must be. What excludes one happening is said, so that every merge, and
every one not made, can be explained.
"""

from __future__ import annotations

from typing import NamedTuple

from briefing.events.across import is_told_by_both
from briefing.events.anaphora import leans_on
from briefing.events.claims import Claim, Known
from briefing.events.cues import compiled
from briefing.events.excluding import excluded, have_other_tolls
from briefing.events.languages import cues_for
from briefing.events.likeness import Likeness
from briefing.events.nearness import NEWS, Apart, Nearness, nearness
from briefing.events.stems import told_stem

__all__ = ["FEWEST", "Verdict", "judge"]

_OTHER_PARTIES = (0.18, 0.05)  # more likeness asked where each names parties that the other does not
_OTHER_TOLL = 0.8  # likeness asked where the dead are counted differently, and each tells what the other does not
_OTHER_DAY = 0.75  # … and where one is a day off that does not itself state its day, or not for what it tells
_NO_DEED = (0.06, 0.30)  # … and where no word for what was done is shared, and one does not know the day of it
_GUESSED = 0.15  # … and where its time is as good as unknown
_THERE = (0.0, 0.03)  # less, of one that looks back, where the same is done in the same place
_SAME_OF_SEVERAL = 0.05  # … and where both tell of the third of its kind, or the first
_FEW = 0.05  # … and where two that tell it as their news share no more words than they must

_NEEDED = {  # two that tell it as their news, one that looks back or ahead and leaves most of it out
    Nearness.SAME: (0.42, 0.32),
    Nearness.APART: (0.55, 0.47),
    Nearness.INSIDE: (0.45, 0.32),
    Nearness.IN_YEAR: (0.45, 0.34),
    Nearness.YEAR: (0.50, 0.50),
    Nearness.VAGUE: (0.50, 0.52),
    Nearness.TOLD: (0.46, 0.42),
    Nearness.REFERRED: (0.40, 0.42),
    Nearness.ALONG: (0.42, 0.38),
}
_VAGUELY = frozenset({Nearness.INSIDE, Nearness.IN_YEAR, Nearness.YEAR, Nearness.VAGUE, Nearness.TOLD})
_ACROSS = (0.5, 0.28)  # … of names, between two languages, where no deed is shared and where one is
FEWEST = 3  # words in common: with fewer, two short sentences are alike by chance
_ALONE = 0.75  # within one article, which rarely tells one thing twice
_GOING_ON = 0.1  # … unless it goes on about what it has in its headline
_LEANING = 0.1  # … or names it by its kind ("the blast")
_TOO_LITTLE = (None, Apart.UNLIKE, Apart.FACTS)  # what excludes nothing


class Verdict(NamedTuple):
    """How alike two reports are and how alike they must be; ``apart`` where they cannot be of one happening."""

    likeness: float
    needed: float
    near: Nearness | None
    apart: Apart | None

    @property
    def holds(self) -> bool:
        """Whether they tell of one happening."""
        return self.apart is None

    @property
    def forbids(self) -> bool:
        """Whether something excludes one happening, and not only too little speaks for it."""
        return self.apart not in _TOO_LITTLE


_OF_ONE_SENTENCE = Verdict(0.0, 1.0, None, Apart.SENTENCE)
_UNLIKE = Verdict(0.0, 1.0, None, Apart.UNLIKE)


def judge(a: Claim, b: Claim, likeness: Likeness) -> Verdict:
    """Whether two claims tell of one happening."""
    within = a.report.article == b.report.article
    if within and a.report.start == b.report.start:
        return _OF_ONE_SENTENCE
    leans = within and (leans_on(a, b) or leans_on(b, a))
    if not leans and a.report.language == b.report.language and len(a.terms.stems & b.terms.stems) < FEWEST - within:
        return _UNLIKE
    near = nearness(a, b)
    if not isinstance(near, Nearness):
        return Verdict(0.0, 1.0, None, near)
    if why := excluded(a, b, near):
        return Verdict(0.0, 1.0, near, why)
    if near is Nearness.REFERRED:
        score, needed = _referring(a, b, likeness), _NEEDED[near][1]
    elif within and leans and near is Nearness.SAME:
        return Verdict(max(likeness(a.terms, b.terms), _LEANING), _LEANING, near, None)
    elif within:
        score, needed = likeness(a.terms, b.terms), _needed_within(a, b, near)
    elif a.report.language != b.report.language:
        score = likeness(a.terms, b.terms) if is_told_by_both(a, b) else 0.0
        needed = _ACROSS[not a.terms.done.isdisjoint(b.terms.done)]
    else:
        score, needed = likeness(a.terms, b.terms, a.around, b.around), _needed(a, b, near)
    return Verdict(score, needed, near, None if score >= needed else _too_little(a, b, score))


def _too_little(a: Claim, b: Claim, score: float) -> Apart:
    """What is missing where nothing forbids one happening."""
    return Apart.FACTS if a.report.language != b.report.language and not score else Apart.UNLIKE


def _names_others(a: Claim, b: Claim) -> bool:
    """Whether a claim names a party that the other's article nowhere names, by that name or a part of it."""
    told = b.terms.stems | b.around.stems
    return any(key not in b.known_to and stems.isdisjoint(told) for key, stems in a.parties)


def _needed(a: Claim, b: Claim, near: Nearness) -> float:
    """The likeness that two claims need to be one happening."""
    looks_back = _looks_back(a, b)
    needed = _NEEDED[near][looks_back]
    if a.terms.deeds.isdisjoint(b.terms.deeds) and (a.said.isdisjoint(b.said) or _is_forecast(a, b, near)):
        needed += _NO_DEED[near in _VAGUELY]
    elif a.terms.deeds.isdisjoint(b.terms.deeds) and _is_guessed(a, b, near):
        needed += _GUESSED
    elif not (a.terms.deeds.isdisjoint(b.terms.deeds) or a.places.isdisjoint(b.places)):
        needed -= _THERE[looks_back]
    if not looks_back and len(a.terms.stems & b.terms.stems) <= FEWEST:
        needed += _FEW
    if not a.ordinals.isdisjoint(b.ordinals):
        needed -= _SAME_OF_SEVERAL
    if _names_others(a, b) and _names_others(b, a):
        needed += _OTHER_PARTIES[looks_back]
    if near is Nearness.APART and any(one.report.is_borrowed or one.report.in_passing for one in (a, b)):
        needed = max(needed, _OTHER_DAY)
    if (
        have_other_tolls(a, b)
        and not _of_one_accident(a, b)
        and a.said - b.said - b.around.stems
        and b.said - a.said - a.around.stems
    ):
        return max(needed, _OTHER_TOLL)
    return needed


def _of_one_accident(a: Claim, b: Claim) -> bool:
    """Whether both tell of what hardly happens twice in one place on one day: a fire, a collision, an earthquake."""
    if a.things.accidents.isdisjoint(b.things.accidents):
        return False
    return not a.places.isdisjoint(b.places) or not (a.places or b.places)


def _is_guessed(a: Claim, b: Claim, near: Nearness) -> bool:
    """Whether nothing but the day of its article, or a year, says that one is of the other's time."""
    return near is Nearness.IN_YEAR or any(one.report.is_borrowed and one.known is Known.OPEN for one in (a, b))


def _is_forecast(a: Claim, b: Claim, near: Nearness) -> bool:
    """Whether one only expects for a year what the other tells of a day in it."""
    return near is Nearness.IN_YEAR and a.is_plan != b.is_plan


def _referring(a: Claim, b: Claim, likeness: Likeness) -> float:
    """How much of a reference the other report tells; nothing if not the deed and a name of its sentence."""
    reference, told = (a, b) if a.known is Known.REFERRED else (b, a)
    if reference.terms.deeds.isdisjoint(told.terms.deeds):
        return 0.0
    words = (word for name in reference.report.names for word in name.text.split())
    if told.terms.stems.isdisjoint(told_stem(word, reference.report.language) for word in words):
        return 0.0
    return likeness.held(reference.terms, told.terms)


def _needed_within(a: Claim, b: Claim, near: Nearness) -> float:
    """The likeness that two sentences of one article need: little where one goes on about what the headline tells."""
    if near is not Nearness.SAME or a.report.is_borrowed == b.report.is_borrowed:
        return _ALONE
    on, main = (a, b) if a.report.is_borrowed else (b, a)
    another = compiled(cues_for(on.report.language).another).search(on.report.text)
    told = on.said & main.said & on.headline
    return _GOING_ON if told and not another else _ALONE


def _looks_back(a: Claim, b: Claim) -> bool:
    """Whether one refers to what the other tells: long before or after it, or in passing."""
    if a.is_plan != b.is_plan or abs(a.told - b.told) > NEWS:
        return True
    return a.report.in_passing or b.report.in_passing
