"""Whether two reports tell of one happening: their dates, places, parties and deeds must allow it, their words show it.

The vaguer the dates, the more alike the words must be. What excludes one happening is said, so that every merge, and
every one not made, can be explained.
"""

from __future__ import annotations

from datetime import timedelta
from enum import StrEnum
from typing import NamedTuple

from briefing.events.across import does_harm, is_told_by_both
from briefing.events.anaphora import leans_on
from briefing.events.claims import Claim, Known
from briefing.events.cues import compiled
from briefing.events.gazetteer import is_inside
from briefing.events.languages import cues_for
from briefing.events.likeness import Likeness
from briefing.events.outcomes import are_contrary
from briefing.events.stems import told_stem
from briefing.model import Modality

__all__ = ["FEWEST", "Apart", "Nearness", "Verdict", "judge", "nearness"]

_SAME_WORDING = 0.8  # of two sentences' words apart from names: more is one form of words, filled in twice
_DENIED = 0.5  # … of the shorter of two, one of which denies what the other tells
_OTHER_PARTIES = (0.18, 0.05)  # more likeness asked where each names parties that the other does not
_OTHER_TOLL = 0.8  # likeness asked where the dead are counted differently, and each tells what the other does not
_OTHER_DAY = 0.75  # … and where one is a day off that does not itself state its day, or not for what it tells
_NO_DEED = (0.06, 0.30)  # … and where no word for what was done is shared, and one does not know the day of it
_GUESSED = 0.15  # … and where its time is as good as unknown
_THERE = (0.0, 0.03)  # less, of one that looks back, where the same is done in the same place
_SAME_OF_SEVERAL = 0.05  # … and where both tell of the third of its kind, or the first
_FEW = 0.05  # … and where two that tell it as their news share no more words than they must


class Nearness(StrEnum):
    """How the dates of two reports of one happening stand to each other."""

    SAME = "both give the day"
    APART = "they are a day apart"
    INSIDE = "one gives the day, one only the week or month"
    IN_YEAR = "one gives the day, one a season or a year"
    YEAR = "neither gives the day, one only a season or a year"
    VAGUE = "one gives a week or month, one no day"
    TOLD = "one does not give the day, and was told at that time"
    REFERRED = "one speaks of it as of something past, without its day"
    ALONG = "both tell of the same stretch of time"

    __hash__ = str.__hash__  # as quick as a key in tables should be


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
_NEWS = timedelta(days=3)  # between two that tell the same news
_STILL_NEWS = timedelta(days=5)  # from a happening to one that tells it as news without its day
_OPENING = 3  # sentences in which an article tells its news
_GOING_ON = 0.1  # … unless it goes on about what it has in its headline
_LEANING = 0.1  # … or names it by its kind ("the blast")
_ALONE = 0.75  # within one article, which rarely tells one thing twice
_PERSONAL = frozenset(
    {"=meet", "=appoint", "=resign", "=arrest", "=convict", "=free"}
)  # deeds that are others with other people
_MONTH = 31  # days


class Apart(StrEnum):
    """Why two reports cannot be of one happening, or are not taken to be."""

    DATES = "their dates exclude each other"
    TIMES = "they were told at other times than one happening would be"
    TENSE = "one tells of what is planned or goes on, one of what happened"
    PLACES = "they name other places"
    TARGETS = "other things were hit"
    NAMES = "they say the same of others"
    PARTIES = "they tell of other people"
    DEEDS = "one tells of the opposite of the other"
    NUMBERS = "they count otherwise"
    DENIED = "one denies something else"
    FACTS = "in two languages, they have too few names, places, deeds and numbers in common, or name other parties"
    SENTENCE = "one sentence tells them as two"
    UNLIKE = "their words are not alike enough"


_TOO_LITTLE = (None, Apart.UNLIKE, Apart.FACTS)


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
    if excluded := _excluded(a, b, near):
        return Verdict(0.0, 1.0, near, excluded)
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


# ---- dates ------------------------------------------------------------------------------------------


def nearness(a: Claim, b: Claim) -> Nearness | Apart:
    """How the dates of two claims stand to each other, or why they exclude one happening."""
    gap = max((b.first - a.last).days, (a.first - b.last).days)
    if gap > 1 or (gap == 1 and a.report.article == b.report.article):
        return Apart.DATES
    if a.known is Known.STRETCH or b.known is Known.STRETCH:
        return _along(a, b)
    if a.known is Known.REFERRED or b.known is Known.REFERRED:
        return _referred(a, b)
    if not _tenses_agree(a, b):
        return Apart.TENSE
    return _day_apart(a, b) if gap == 1 else _together(a, b)


def _together(a: Claim, b: Claim) -> Nearness | Apart:
    """The dates of two claims share a day."""
    if a.known is Known.OPEN or b.known is Known.OPEN:
        return _told_then(a, b)
    if a.known is b.known is Known.DAY:
        return Nearness.SAME
    longest = max((a.last - a.first).days, (b.last - b.first).days)
    if longest <= _MONTH:
        return Nearness.INSIDE
    return Nearness.IN_YEAR if Known.DAY in (a.known, b.known) else Nearness.YEAR


def _along(a: Claim, b: Claim) -> Nearness | Apart:
    """Stretches, and a year told as the time of what else goes on since: they must begin together."""
    if a.known is not b.known and (a.first, a.last) != (b.first, b.last):
        return Apart.DATES
    if a.is_plan != b.is_plan:
        return Apart.TENSE
    return Nearness.ALONG


def _tenses_agree(a: Claim, b: Claim) -> bool:
    """Whether one may be the plan of the other; what goes on is no single happening."""
    if a.is_plan != b.is_plan:
        plan, done = (a, b) if a.is_plan else (b, a)
        return (
            plan.report.modality is Modality.PLANNED
            and done.report.modality in (Modality.HAPPENED, Modality.DENIED)
            and done.known is Known.DAY
            and plan.told <= done.first
            and plan.known is not Known.OPEN
        )
    if _is_called_off(a) or _is_called_off(b):
        return a.report.modality is b.report.modality
    ongoing = Modality.ONGOING
    return (a.report.modality is ongoing) == (b.report.modality is ongoing)


def _is_called_off(claim: Claim) -> bool:
    """Whether it was told before its day that something will not be: what is told to have been then is another thing."""
    return claim.report.modality is Modality.DENIED and claim.told < claim.first


def _referred(a: Claim, b: Claim) -> Nearness | Apart:
    """A reference is to what had happened before, as another article told it."""
    if a.is_plan or b.is_plan or a.report.article == b.report.article:
        return Apart.TENSE
    return Apart.DATES if a.known is b.known else Nearness.REFERRED


def _told_then(a: Claim, b: Claim) -> Nearness | Apart:
    """What gives no day was news when it was told; a week later the like of it is something new."""
    if a.known is Known.OPEN and b.known is Known.OPEN:
        return Nearness.TOLD if abs(a.told - b.told) <= _NEWS else Apart.TIMES
    undated, dated = (a, b) if a.known is Known.OPEN else (b, a)
    is_news = undated.report.position <= _OPENING and not undated.report.in_passing
    if is_news and dated.known is Known.DAY and undated.told - dated.last > _STILL_NEWS:
        return Apart.TIMES
    return Nearness.TOLD if dated.known is Known.DAY else Nearness.VAGUE


def _day_apart(a: Claim, b: Claim) -> Nearness | Apart:
    """Two days for one thing can be a mistake, unless it was told before the later of them."""
    if a.is_plan != b.is_plan or not (a.founds and b.founds):
        return Apart.DATES
    if not (a.states_day or b.states_day) or a.known is not b.known:
        return Apart.DATES
    later = max(a.first, b.first)
    if not (a.is_plan or min(a.told, b.told) >= later):
        return Apart.TIMES
    return Nearness.APART


# ---- who, where, what -------------------------------------------------------------------------------


def _excluded(a: Claim, b: Claim, near: Nearness) -> Apart | None:
    if not _places_agree(a, b):
        return Apart.PLACES
    across = a.report.language != b.report.language
    if a.is_plan == b.is_plan and are_contrary(a.outcome, b.outcome):  # a plan may well come to something else
        return Apart.DEEDS
    if _other_numbers(a, b, near) or _other_of_several(a, b) or _other_ages(a, b):
        return Apart.NUMBERS
    if _other_target(a, b):
        return Apart.TARGETS
    return None if across else _told_of_others(a, b)


def _denies_else(a: Claim, b: Claim) -> bool:
    """Whether one only denies, and not what the other tells: the deed, and most of the shorter one's words."""
    if Modality.DENIED not in (a.report.modality, b.report.modality):
        return False
    if a.terms.deeds and b.terms.deeds and a.terms.deeds.isdisjoint(b.terms.deeds):
        return True
    return len(a.said & b.said) < _DENIED * min(len(a.said), len(b.said))


def _told_of_others(a: Claim, b: Claim) -> Apart | None:
    if _denies_else(a, b):
        return Apart.DENIED
    if _names_swapped(a, b):
        return Apart.NAMES
    return Apart.PARTIES if _others_concerned(a, b) else None


def _places_agree(a: Claim, b: Claim) -> bool:
    """Whether two reports can be of one place: one names none, or they share one, or one is a place in the other.

    Across languages only the keys of the table of places can be compared; any other is a spelling.
    """
    there, here = a.places, b.places
    if not there or not here or not there.isdisjoint(here):
        return True
    if a.report.language != b.report.language:
        there, here = (frozenset(key for key in keys if not key.islower()) for keys in (there, here))
    return not there or not here or any(is_inside(x, y) or is_inside(y, x) for x in there for y in here)


def _other_target(a: Claim, b: Claim) -> bool:
    """Whether harm was done in each, and to other things: a school and a mosque; not if as many died."""
    hit, also = a.things.sites, b.things.sites
    if not hit or not also or not hit.isdisjoint(also):
        return False
    return (does_harm(a) or does_harm(b)) and a.deaths.isdisjoint(b.deaths)


def _names_swapped(a: Claim, b: Claim) -> bool:
    """Whether two sentences say the same of others ("Israel met Hamas", "Israel met Qatar"): that is two happenings."""
    if a.names <= b.names or b.names <= a.names:
        return False
    return len(a.said & b.said) >= _SAME_WORDING * len(a.said | b.said)


def _others_concerned(a: Claim, b: Claim) -> bool:
    """Whether two sentences tell of a deed that is another with other people, each with one whom the other leaves out."""
    if a.terms.deeds.isdisjoint(b.terms.deeds & _PERSONAL) or len(a.people & b.people) > 1:
        return False
    return bool(a.people - b.last_words) and bool(b.people - a.last_words)


def _names_others(a: Claim, b: Claim) -> bool:
    """Whether a claim names a party that the other's article nowhere names, by that name or a part of it."""
    told = b.terms.stems | b.around.stems
    return any(key not in b.known_to and stems.isdisjoint(told) for key, stems in a.parties)


def _other_numbers(a: Claim, b: Claim, near: Nearness) -> bool:
    """Whether two sentences on two days each count what the other does not: that is no slip about the day."""
    if near is Nearness.APART and a.numbers - b.numbers and b.numbers - a.numbers:
        return True
    return near is not Nearness.SAME and _other_toll(a, b)


def _other_of_several(a: Claim, b: Claim) -> bool:
    """Whether one tells of the third and the other of the fourth of the same."""
    if not a.ordinals or not b.ordinals or not a.ordinals.isdisjoint(b.ordinals):
        return False
    return not {noun for _, noun in a.ordinals}.isdisjoint(noun for _, noun in b.ordinals)


def _other_ages(a: Claim, b: Claim) -> bool:
    """Whether both tell how old somebody is, and nobody is as old in both; outlets may be a year apart."""
    return bool(a.ages and b.ages) and all(abs(one - other) > 1 for one in a.ages for other in b.ages)


def _other_toll(a: Claim, b: Claim) -> bool:
    return bool(a.deaths and b.deaths) and a.deaths.isdisjoint(b.deaths)


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
        _other_toll(a, b)
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
    if a.is_plan != b.is_plan or abs(a.told - b.told) > _NEWS:
        return True
    return a.report.in_passing or b.report.in_passing
