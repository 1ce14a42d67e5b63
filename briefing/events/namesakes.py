"""One key for a name in all articles: who is meant by a surname alone, by another spelling, by an acronym."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from briefing.events.folding import consonants
from briefing.model import Name, NameKind, Report

__all__ = ["with_names_shared"]

_FAR_COMMONER = 10  # times: so much oftener than all others of his surname named, one is meant by it alone
_NAMED_IN_FULL = 0.1  # of the mentions of a word must be of the full name that it is taken to be the last part of
_LOCATED = 0.25  # of the mentions of a name that no table lists must say that something is there
_ACTING = 0.1  # of them must say that it acts as a group does
_SERVANT = ("abd", "bd")  # Abdel, Abdul, Abd al-, عبد: what follows is written apart or not, and left out or not
_SHORTEST = 3  # consonants of a whole name, of which a given name has at least one


def with_names_shared(reports: Sequence[Report]) -> list[Report]:
    """The reports, their names under keys that hold for all of them.

    A surname alone is the one person of that surname whom any report names in full, or who is named far oftener than
    the others of that surname, and else stays a surname. Spellings with the same consonants are one person, an acronym is the one organisation with its
    initials, and what any report tells to be a person, an organisation or a place is one.
    """
    counts = Counter((name.key, name.kind) for report in reports for name in report.names)
    keys = _shared_keys(counts)
    kinds = _kinds(counts)
    return [_with_names(report, tuple(_renamed(report.names, keys, kinds))) for report in reports]


def _with_names(report: Report, names: tuple[Name, ...]) -> Report:
    return report if names == report.names else replace(report, names=names)


def _renamed(names: Iterable[Name], keys: Mapping[str, str], kinds: Mapping[str, NameKind]) -> Iterable[Name]:
    """Each name once; a place stays what it is."""
    found: dict[str, Name] = {}
    for name in names:
        key = keys.get(name.key, name.key) if name.kind is not NameKind.PLACE else name.key
        kind = kinds.get(key, name.kind) if name.kind is NameKind.OTHER and key.islower() else name.kind
        known = key == name.key and kind is name.kind
        found.setdefault(key, name if known else replace(name, key=key, kind=kind))
    return found.values()


def _shared_keys(counts: Counter[tuple[str, NameKind]]) -> dict[str, str]:
    people = Counter({key: n for (key, kind), n in counts.items() if kind is NameKind.PERSON and " " in key})
    keys = _by_sound(people)
    surnames: dict[str, Counter[str]] = defaultdict(Counter)
    for key, number in people.items():
        surnames[key.rsplit(" ", 1)[1]][keys[key]] += number
    single = {key for key, kind in counts if " " not in key and kind in {NameKind.PERSON, NameKind.OTHER}}
    keys.update({key: bearer for key in single if (bearer := _bearer(key, surnames.get(key, Counter()), counts))})
    return {**_by_initials({key: n for (key, kind), n in counts.items() if kind is NameKind.ORGANISATION}), **keys}


def _bearer(surname: str, bearers: Counter[str], counts: Counter[tuple[str, NameKind]]) -> str:
    """Who is meant by a surname alone: its only bearer, or one who is named far oftener than the others; "" if nobody is.

    A word that hardly ever follows a first name is not a surname: "Airbus", in spite of one "Actual Airbus".
    """
    return _commonest(bearers, counts[surname, NameKind.OTHER]) if bearers else ""


def _commonest(full: Counter[str], short: int) -> str:
    """The full name that a short one found ``short`` times stands for; "" if it is rare beside it, or one of several."""
    first = min(full, key=lambda key: (-full[key], key))
    others = full.total() - full[first]
    if full[first] < _NAMED_IN_FULL * short or (others and full[first] < _FAR_COMMONER * others):
        return ""
    return first


def _by_sound(people: Counter[str]) -> dict[str, str]:
    """The commonest of the spellings that share their consonants, for each."""
    best: dict[str, str] = {}
    sounds = {key: _sound(key) for key in people}
    for key in sorted(people, key=lambda key: (-people[key], key)):
        best.setdefault(sounds[key], key)
    return {key: best[sound] for key, sound in sounds.items()}


def _sound(key: str) -> str:
    """The consonants of each word of a name; the name itself where they are too few to tell it."""
    words = ["bd" if word.startswith(_SERVANT) else consonants(word) for word in key.split()]
    sound = " ".join(words)
    return sound if all(words) and len(sound.replace(" ", "")) >= _SHORTEST else key


def _by_initials(organisations: Mapping[str, int]) -> dict[str, str]:
    """Each acronym with the organisation that it is short for: the only one or by far the commonest, and not named once."""
    by_initials: dict[str, Counter[str]] = defaultdict(Counter)
    for key, number in organisations.items():
        words = key.split()
        if len(words) > 2:
            told = {"".join(w[0] for w in words), "".join(w[0] for w in words if w not in {"of", "the", "for", "and"})}
            for short in told:
                by_initials[short][key] = number
    known = [short for short in by_initials if short in organisations]
    return {short: key for short in known if (key := _commonest(by_initials[short], organisations[short]))}


def _kinds(counts: Counter[tuple[str, NameKind]]) -> dict[str, NameKind]:
    """What most reports that tell it say a name is; a place or group only if many do: "in" stands before all sorts of things."""
    told: dict[str, Counter[NameKind]] = defaultdict(Counter)
    for (key, kind), number in counts.items():
        told[key][kind] += number
    found: dict[str, NameKind] = {}
    for key, kinds in told.items():
        total = kinds.total()
        enough = {NameKind.PLACE: _LOCATED * total, NameKind.ORGANISATION: _ACTING * total, NameKind.OTHER: total + 1}
        if sure := [kind for kind, number in kinds.items() if number >= enough.get(kind, 0)]:
            found[key] = min(sure, key=lambda kind: (-kinds[kind], kind.value))
    return found
