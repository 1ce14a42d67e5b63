"""Two reports in two languages: how much of who, where, what and how many both give, and what only each of them does.

A day, a place and a deed are in the news of many. So they must share one thing more, a name, a body, a number or what it
was about, and yet one more where each names parties that the other does not.
"""

from __future__ import annotations

from collections.abc import Iterable

from briefing.events.claims import Claim
from briefing.events.folding import consonants, fold_name
from briefing.events.likeness import THING
from briefing.model import Modality

__all__ = ["does_harm", "is_told_by_both"]

_ENOUGH = 3  # facts that both must give, what is done among them
_ENOUGH_OF_OTHERS = 4  # … where each names parties that the other does not: and not only what it was about
_DENY = "=deny"
_HARM = frozenset({"=strike", "=explode", "=kill", "=wound", "=fight", "=shoot"})  # deeds
_CODE = 2  # letters of a country in the key of a place


def is_told_by_both(a: Claim, b: Claim) -> bool:
    """Whether two claims give so many of the same facts that they may be of one happening."""
    if (a.terms.done and b.terms.done and does_harm(a) != does_harm(b)) or _only_one_denies(a, b):
        return False
    done = not a.terms.done.isdisjoint(b.terms.done)
    names = a.terms.names & b.terms.names
    if _differ(a, b):
        matters = sum(name.removeprefix(THING) in a.things.matters for name in names)
        return len(names) - matters + done >= _ENOUGH_OF_OTHERS
    implied = (_countries(a.terms.names) & _countries(b.terms.names)) - _countries(names)  # "Ankara", "Turkish"
    unlike = not done and bool(a.terms.done and b.terms.done)
    return len(names) + len(implied) + done >= _ENOUGH + unlike


def _only_one_denies(a: Claim, b: Claim) -> bool:
    """Whether one denies what the other tells, in a language whose denials are not known as such, so that it would confirm it."""
    if (_DENY in a.terms.done) == (_DENY in b.terms.done):
        return False
    denial = a if _DENY in a.terms.done else b
    return denial.report.modality is not Modality.DENIED


def does_harm(claim: Claim) -> bool:
    """Whether it tells that people or things came to harm, which is never left out."""
    return bool(claim.things.accidents) or not (claim.terms.done | claim.terms.deeds).isdisjoint(_HARM)


def _differ(a: Claim, b: Claim) -> bool:
    """Whether each names people, bodies or countries, or counts dead, and the other names or counts others."""
    return (
        _apart(_parties(a), _parties(b))
        or _other_people(a, b)
        or bool(a.deaths and b.deaths and a.deaths.isdisjoint(b.deaths))
    )


def _parties(claim: Claim) -> frozenset[str]:
    return claim.things.bodies | _countries(claim.terms.names)


def _other_people(a: Claim, b: Claim) -> bool:
    ours, theirs = _sounds(a), _sounds(b)
    return bool(ours and theirs) and ours.isdisjoint(b.terms.names) and theirs.isdisjoint(a.terms.names)


def _sounds(claim: Claim) -> frozenset[str]:
    """The consonants of the surnames in a claim, without the words that name a body ("le Hamas")."""
    taken = {fold_name(word) for word in claim.things.words}
    return frozenset(consonants(person) for person in claim.people if person not in taken)


def _apart(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    return bool(ours - theirs and theirs - ours)


def _countries(names: Iterable[str]) -> frozenset[str]:
    """The countries of listed places, by their codes."""
    return frozenset(name[:_CODE] for name in names if name[:_CODE].isupper())
