"""What a time expression says, before anybody asks from which day it is counted.

A language pack turns words into one of these values; `resolution` turns the value into days. They
hold no dates and no words of any language, so every language shares one set of resolution rules.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from briefing.datespan import Precision

__all__ = [
    "Base",
    "Calendar",
    "Counted",
    "Group",
    "Holiday",
    "Length",
    "Meaning",
    "Recurring",
    "Reported",
    "Unit",
    "Vague",
    "Weekday",
    "Which",
]


class Unit(StrEnum):
    """Units of time that are counted, with their ISO 8601 duration letters as values."""

    SECOND = "TS"
    MINUTE = "TM"
    HOUR = "TH"
    DAY = "D"
    WEEKEND = "WE"
    WEEK = "W"
    MONTH = "M"
    QUARTER = "Q"
    YEAR = "Y"
    DECADE = "DE"
    CENTURY = "CE"

    @property
    def precision(self) -> Precision:
        """The precision of a date that is counted in this unit; hours and less count as days."""
        return _PRECISION.get(self, Precision.DAY)


_PRECISION = {
    Unit.WEEKEND: Precision.WEEKEND,
    Unit.WEEK: Precision.WEEK,
    Unit.MONTH: Precision.MONTH,
    Unit.QUARTER: Precision.QUARTER,
    Unit.YEAR: Precision.YEAR,
    Unit.DECADE: Precision.DECADE,
    Unit.CENTURY: Precision.CENTURY,
}


class Which(StrEnum):
    """Which of the many Fridays, Octobers or summers."""

    BARE = "bare"  # the tense of the clause decides
    LAST = "last"
    THIS = "this"
    NEXT = "next"


class Base(StrEnum):
    """What a counted expression counts from."""

    PUBLICATION = "publication"  # three days ago
    TEXT = "text"  # two days later: a date named earlier in the text
    DAY_OF_TEXT = "day of text"  # earlier in the day: the last date of the text if it is a day, else publication


@dataclass(frozen=True, slots=True)
class Calendar:
    """A date by the calendar, as far as it is written: ``13 September``, ``October 2023``, ``1990s``.

    ``part`` is a TIMEX3 part of day (``MO AF EV NI``) and ``clock`` a time as ``14:30``; ``third``
    is 1, 2, 3 for early, mid and late; ``year_digits`` 3 or 2 make a decade or century of ``year``;
    ``order`` is "day first" or "month first" where the figures of a date show how it is written;
    ``weekday``, 0 for Monday, is the one that stands before it; with ``nth`` it is counted in the month
    ("the first Monday of October" is 1, the last one -1), in that of publication or one beside it if none is named.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    which: Which = Which.BARE
    year_shift: int | None = None
    part: str = ""
    clock: str = ""
    third: int = 0
    year_digits: int = 4
    ambiguous: bool = False
    order: str = ""
    weekday: int | None = None
    nth: int = 0


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week, 0 for Monday; ``weeks`` moves it on ("a week ago Sunday": -1), ``years`` its date ("a year ago Sunday").

    ``week`` is the week that it is of, counted from that of publication. ``base`` is what "the following Monday" and "the previous Friday" are counted from.
    """

    weekday: int
    which: Which = Which.BARE
    weeks: int = 0
    part: str = ""
    clock: str = ""
    base: Base = Base.PUBLICATION
    week: int | None = None
    years: int = 0


@dataclass(frozen=True, slots=True)
class Counted:
    """So many units from a base: ``yesterday`` is -1 day, ``two days later`` +2 from the text.

    ``bare`` lets the tense decide which one is meant ("the weekend").
    """

    unit: Unit
    count: int
    base: Base = Base.PUBLICATION
    part: str = ""
    clock: str = ""
    third: int = 0
    approximate: bool = False
    bare: bool = False


@dataclass(frozen=True, slots=True)
class Holiday:
    """A holiday by its name in `holidays`: ``Eid al-Adha``, ``last Christmas``, ``Thanksgiving 2023``."""

    name: str
    year: int | None = None
    which: Which = Which.BARE
    year_shift: int | None = None


@dataclass(frozen=True, slots=True)
class Reported:
    """The period that a report is about, or the same one so many years on: ``the quarter``, ``a year earlier`` (-1).

    The nearest earlier quarter of the text is that period. Where there is none, ``unit`` tells what is
    meant: a quarter is the latest that has ended, a year is counted from ``base``, None is no date at all.
    """

    years: int
    unit: Unit | None = None
    base: Base = Base.PUBLICATION


@dataclass(frozen=True, slots=True)
class Group:
    """A season, quarter or half of a year; ``index`` counts from 1, spring being season 1."""

    precision: Precision
    index: int
    year: int | None = None
    which: Which = Which.BARE
    year_shift: int | None = None


@dataclass(frozen=True, slots=True)
class Length:
    """A duration: ``10 months``. ``count`` None is "some". ``reach`` -1 ends it at the anchor, +1 starts it there.

    ``halved`` says that the half of a count is written as such: ``2 1/2 years`` are P2Y6M, 2.5 years P2.5Y.
    ``ahead`` makes it a date so long after publication where the clause looks ahead ("will end in ten days").
    """

    unit: Unit
    count: float | None
    approximate: bool = False
    reach: int = 0
    halved: bool = False
    ahead: bool = False


@dataclass(frozen=True, slots=True)
class Recurring:
    """A set (TIMEX3 SET): ``every Friday``, ``daily``; ``value`` is its TIMEX3 value."""

    value: str


@dataclass(frozen=True, slots=True)
class Vague:
    """Some time before, about or after now: -1, 0, +1 (``recently``, ``currently``, ``soon``)."""

    direction: int


Meaning = Calendar | Weekday | Counted | Holiday | Reported | Group | Length | Recurring | Vague
