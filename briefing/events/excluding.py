"""What forbids that two reports, whatever their words, tell of one happening: other places, people, numbers or targets, or the contrary."""

from __future__ import annotations

from briefing.events.across import does_harm
from briefing.events.claims import Claim
from briefing.events.gazetteer import is_inside
from briefing.events.nearness import Apart, Nearness
from briefing.events.outcomes import are_contrary
from briefing.model import Modality

__all__ = ["excluded", "have_other_tolls"]

_SAME_WORDING = 0.8  # of two sentences' words apart from names: more is one form of words, filled in twice
_DENIED = 0.5  # … of the shorter of two, one of which denies what the other tells
_PERSONAL = frozenset(
    {"=meet", "=appoint", "=resign", "=arrest", "=convict", "=free"}
)  # deeds that are others with other people


def excluded(a: Claim, b: Claim, near: Nearness) -> Apart | None:
    """Why two claims whose dates allow it cannot be of one happening; None if nothing says so."""
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


def _other_numbers(a: Claim, b: Claim, near: Nearness) -> bool:
    """Whether two sentences on two days each count what the other does not: that is no slip about the day."""
    if near is Nearness.APART and a.numbers - b.numbers and b.numbers - a.numbers:
        return True
    return near is not Nearness.SAME and have_other_tolls(a, b)


def _other_of_several(a: Claim, b: Claim) -> bool:
    """Whether one tells of the third and the other of the fourth of the same."""
    if not a.ordinals or not b.ordinals or not a.ordinals.isdisjoint(b.ordinals):
        return False
    return not {noun for _, noun in a.ordinals}.isdisjoint(noun for _, noun in b.ordinals)


def _other_ages(a: Claim, b: Claim) -> bool:
    """Whether both tell how old somebody is, and nobody is as old in both; outlets may be a year apart."""
    return bool(a.ages and b.ages) and all(abs(one - other) > 1 for one in a.ages for other in b.ages)


def have_other_tolls(a: Claim, b: Claim) -> bool:
    """Whether each counts the dead, and none as the other does."""
    return bool(a.deaths and b.deaths) and a.deaths.isdisjoint(b.deaths)
