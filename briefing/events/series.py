"""Figures in series: one kind of count, of one happening, from one start, exact or rounded, as it went on.

A rounded and an exact value are never in one series, nor counts that begin on different days, nor those of two happenings:
that two tolls are of one must be shown, by its kind or its place. Of each step
it is told what it does: it goes on, it corrects downwards, it starts anew, or it looks like a slip of the keyboard.
A count of those who are so now (hostages held, people missing) also goes on by falling.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import product
from typing import NamedTuple

from briefing.datespan import compatible
from briefing.events.cues import compiled
from briefing.events.languages import LANGUAGES, cues_for
from briefing.events.subjects import Subject, subject_of
from briefing.model import Figure, Step

__all__ = ["contradict", "day_of", "is_one_subject", "is_rounded", "series_of", "steps_of"]

_ROUND = 100  # exact counts of this size end in two zeros once in a hundred times
_NEAR = 0.05  # how far a value may be from the only one beside it to be that value with a slip
# Kinds that count who is so now, so that the number falls as they come free, return or are found. All others count what
# has happened since some day, and cannot fall.
_STOCKS = frozenset({"hostages", "prisoners", "detained", "displaced", "missing"})
_COUNTRY = 2  # letters of its key; that of a place in it is longer
_ROUGHLY = 0.2  # of a value: so far may "about" be off
_FAR = 20  # times as many: the dead of an earthquake may grow so within days, and those of a war are others
_ANEW = 0.5  # of the value before: a count that falls further was started again


def day_of(figure: Figure) -> date | None:
    """The day that a figure stands for."""
    return figure.as_of.last if figure.as_of else None


def is_rounded(figure: Figure) -> bool:
    """Whether a value is given in round hundreds; small values are exact."""
    return figure.value >= _ROUND and figure.value % _ROUND == 0


def series_of(figures: Sequence[Figure]) -> list[list[Figure]]:
    """Running totals by series, each in the order of its days; figures of a day by value.

    One that tells less of what it counts joins the series of its kind that something shows to be of the same happening, of
    several the one whose values are the nearest.
    """
    series: list[_Series] = []
    for figure in sorted(figures, key=_told_best):
        if figure.scope == "total":
            subject = subject_of(figure)
            homes = [found for found in series if _belongs(figure, subject, found)]
            if homes:
                home = min(homes, key=lambda found: (_times(figure, found.figures), -len(found.figures)))
                home.figures.append(figure)
                home.subjects.add(subject)
            else:
                series.append(_Series([figure], {subject}))
    return [sorted(found.figures, key=_order) for found in series]


class _Series(NamedTuple):
    """Figures that count one thing, and what each of them tells of it."""

    figures: list[Figure]
    subjects: set[Subject]


def _told_best(figure: Figure) -> tuple[object, ...]:
    """Those first that tell most of what they count."""
    subject = subject_of(figure)
    cities = any(len(place) > _COUNTRY for place in subject.places)
    return (not cities, not subject.places, not subject.kinds, figure.since is None, *_order(figure))


def _order(figure: Figure) -> tuple[object, ...]:
    return (day_of(figure) or date.min, figure.value, figure.article, figure.start)


def _belongs(figure: Figure, subject: Subject, series: _Series) -> bool:
    first = series.figures[0]
    same_start = not figure.since or not first.since or compatible(figure.since, first.since)
    if figure.kind != first.kind or is_rounded(figure) != is_rounded(first) or not same_start:
        return False
    if not is_one_subject({subject}, series.subjects):
        unknown = subject.is_unknown and not any(other.is_unknown for other in series.subjects)
        return unknown and _times(figure, series.figures) <= 1 + _NEAR
    tells_less = any(
        (one.places and not subject.places) or (one.kinds and not subject.kinds) for one in series.subjects
    )
    return not tells_less or _times(figure, series.figures) <= _FAR


def is_one_subject(these: Iterable[Subject], those: Iterable[Subject]) -> bool:
    """Whether something shows that two series count the dead of one happening, and nothing that they do not."""
    pairs = list(product(these, those))
    return not any(a.excludes(b) for a, b in pairs) and any(a.shares(b) for a, b in pairs)


def _times(figure: Figure, series: Sequence[Figure]) -> float:
    """How many times as many a figure counts as the nearest of a series, or that as it."""
    return min(max(figure.value, other.value) / max(1, min(figure.value, other.value)) for other in series)


def steps_of(series: Sequence[Figure]) -> list[Step]:
    """What each figure of a series does; the first goes on.

    A stock rises and falls. A cumulative count cannot fall: where exchanging two neighbouring digits of a value makes it fit between the
    values around it, that value is probably mistyped: 41,118, *41,811*, 41,182; unless its article says that it corrects.
    """
    if series and series[0].kind in _STOCKS:
        return [Step.ON] * len(series)
    days = list(_one_a_day(series))
    told: dict[tuple[date | None, int], Step] = {}
    for at in range(1, len(days)):
        before, value = days[at - 1].value, days[at].value
        if value >= before:
            continue
        earlier = days[at - 2].value if at > 1 else round(value * (1 - _NEAR))
        later = days[at + 1].value if at + 1 < len(days) else round(before * (1 + _NEAR))
        if _says_revised(days[at]):
            told[_key(days[at])] = Step.REVISED
        elif any(earlier <= other <= value for other in _transposed(before)) and not _goes_on(days, at):
            told[_key(days[at - 1])] = Step.MISPRINT
        elif any(before <= other <= later for other in _transposed(value)):
            told[_key(days[at])] = Step.MISPRINT
        else:
            told[_key(days[at])] = Step.RESTARTED if value < before * _ANEW else Step.REVISED
    return [told.get(_key(figure), Step.ON) for figure in series]


def _says_revised(figure: Figure) -> bool:
    """Whether the article itself tells that the count was corrected, in whatever language it is written."""
    return any(compiled(cues_for(language).revised).search(figure.text) for language in LANGUAGES)


def _goes_on(days: Sequence[Figure], at: int) -> bool:
    """Whether what follows goes on from the higher value, so that the lower one is the slip."""
    return at + 1 < len(days) and days[at + 1].value >= days[at - 1].value


def _one_a_day(series: Sequence[Figure]) -> Iterator[Figure]:
    """The greatest figure of each day."""
    by_day: dict[date | None, list[Figure]] = defaultdict(list)
    for figure in series:
        by_day[day_of(figure)].append(figure)
    yield from (found[-1] for found in by_day.values())


def _key(figure: Figure) -> tuple[date | None, int]:
    return day_of(figure), figure.value


def _transposed(value: int) -> Iterator[int]:
    """The values that come of exchanging two neighbouring digits."""
    digits = str(value)
    for at in range(len(digits) - 1):
        if digits[at] != digits[at + 1]:
            yield int(digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :])


def contradict(a: Figure, b: Figure) -> bool:
    """Whether two counts of one thing as of one day cannot both be right: "at least 12" and 15 can, "about 40" and 43."""
    if a.kind != b.kind or a.value == b.value or is_rounded(a) != is_rounded(b):
        return False
    low, high = sorted((a, b), key=lambda figure: figure.value)
    if "near" in (a.bound, b.bound) and high.value - low.value <= _ROUGHLY * high.value:
        return False
    return low.bound != "least" and high.bound != "most"
