"""What a brief says, in the order of its pages, ready to be rendered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from briefing.datespan import DateSpan
from briefing.errors import Problem
from briefing.model.articles import PublishedFrom, TimeExpression
from briefing.model.events import DatedBy, Event, Figure, Modality, NameKind

__all__ = [
    "Brief",
    "Change",
    "Claim",
    "Coverage",
    "Dispute",
    "Entry",
    "FigurePoint",
    "KeyFigure",
    "Note",
    "Period",
    "Source",
    "Statement",
    "Status",
    "Step",
    "Thread",
    "Who",
    "Withdrawn",
]


class Status(StrEnum):
    """What an event is to this brief, and its tag.

    `UPDATED` and `CORRECTED` stood otherwise in an earlier brief, `LATE` is older than the period and learnt in it.
    """

    NEW = "new"
    UPDATED = "updated"
    CORRECTED = "corrected"
    LATE = "late"
    BACKGROUND = "background"
    AHEAD = "ahead"

    @property
    def is_fresh(self) -> bool:
        """Whether the reader of the last brief does not know it."""
        return self not in {Status.BACKGROUND, Status.AHEAD}


@dataclass(frozen=True, slots=True)
class Statement:
    """Words of an article as the brief shows them: verbatim, or a first part that ends in "…".

    ``marks`` are the dating expressions inside ``text``, as offsets into it. ``start`` is the
    offset of ``text`` in the article. ``dated_by`` and ``day_from`` are the report's.
    """

    text: str
    article: str
    start: int
    language: str
    direction: str
    marks: tuple[tuple[int, int], ...] = ()
    source: int = 0
    dated_by: DatedBy = DatedBy.STATED
    day_from: TimeExpression | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """What the last brief said of an event, as far as it is otherwise now.

    ``date``, ``statement``, ``tolls`` (kind and value) and ``modality`` are what was said, None or empty where it
    is the same; ``origins`` is how many there were, ``counted`` the kinds of toll that are otherwise, or new.
    """

    date: DateSpan | None = None
    statement: str = ""
    origins: int = 0
    tolls: tuple[tuple[str, int], ...] = ()
    modality: Modality | None = None
    counted: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the brief: an event, what it is to this brief, the words shown, the sources cited.

    ``denied_by`` are those of the sources that only deny what the others tell; ``change`` is what the last brief said of it,
    where that is otherwise now.
    """

    event: Event
    status: Status
    statement: Statement
    sources: tuple[int, ...]
    place: str = ""
    disputed_sources: tuple[tuple[DateSpan, tuple[int, ...]], ...] = ()
    toll_sources: tuple[tuple[Figure, tuple[int, ...]], ...] = ()
    denied_by: tuple[int, ...] = ()
    change: Change | None = None


class Step(StrEnum):
    """What a figure does to the one before it: go on, correct it, start anew, or look like a slip of the keyboard."""

    ON = "on"
    REVISED = "revised"
    RESTARTED = "restarted"
    MISPRINT = "misprint"


@dataclass(frozen=True, slots=True)
class FigurePoint:
    """One value of a series, the sources that give it, and what it does to the value before."""

    figure: Figure
    sources: tuple[int, ...]
    step: Step = Step.ON


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """The latest figure of its series, what it was before where an article says so, and the sources of each.

    ``step`` is what it does to the one before, ``previous_step`` the same of that one. ``others`` are the values that others give as of
    the same day, with their sources. ``change`` is the difference of two exact counts, None where either is not one.
    ``series`` are all its values, a value a day once, oldest first.
    """

    figure: Figure
    previous: Figure | None
    sources: tuple[int, ...]
    previous_sources: tuple[int, ...] = ()
    step: Step = Step.ON
    previous_step: Step = Step.ON
    others: tuple[tuple[Figure, tuple[int, ...]], ...] = ()
    change: int | None = None
    series: tuple[FigurePoint, ...] = ()


@dataclass(frozen=True, slots=True)
class Claim:
    """One side of a dispute: the day or the figure claimed, the words that claim it, and the sources that say so."""

    value: DateSpan | Figure
    statement: Statement
    sources: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Dispute:
    """Claims that cannot all be right, side by side; no side is chosen.

    ``entry`` is the event on whose day or toll they differ, None for a running total. ``agreed`` are the names that
    all reports of it give, as written.
    """

    entry: Entry | None
    agreed: tuple[str, ...]
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Thread:
    """Events that share a name over time: the name, the lines shown (newest first), and what all of them come to."""

    name: str
    lines: tuple[Entry, ...]
    events: int
    fresh: int
    span: DateSpan
    origins: int
    articles: int


@dataclass(frozen=True, slots=True)
class Who:
    """A person or organisation, and the words by which an article says who that is, verbatim."""

    name: str
    kind: NameKind
    words: Statement
    published: DateSpan | None


@dataclass(frozen=True, slots=True)
class Source:
    """A cited article: its number in the brief, what it said, and how its dates were found."""

    number: int
    article: str
    title: str
    outlet: str
    url: str
    language: str
    direction: str
    published: DateSpan | None
    published_at: datetime | None
    published_from: PublishedFrom
    inferred_from: int
    retrieved: datetime | None
    origin: str
    place: str
    excerpts: tuple[Statement, ...]
    expressions: tuple[TimeExpression, ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    """What was read and what was not, in counts.

    ``undated_statements`` are sentences that bear no date of their own, ``left_out`` the events
    beyond the limit of the timeline, ``off_topic`` the events that do not belong to the topic,
    ``later`` the articles published after the end of the period, which are not used.
    """

    read: int
    twice: int
    failed: int
    inferred: int
    undated: int
    undated_statements: int
    left_out: int
    off_topic: int
    later: int
    languages: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Period:
    """The days, both included, that a brief is about.

    ``since`` is None for "everything", ``until`` None when no article bears a date. A bound given as
    a bare day is meant whole. The instants carry the zone; ``zone`` names it.
    """

    since: datetime | None
    until: datetime | None
    zone: str

    @property
    def first(self) -> date:
        """The first included day."""
        return self.since.date() if self.since else date.min

    @property
    def last(self) -> date:
        """The last included day."""
        return self.until.date() if self.until else date.max


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """What a brief told and no later one can: an event of which no article tells any more, or that a person left out.

    ``text`` is the sentence that the brief of number ``brief`` showed, ``reason`` the person's, "" where nobody decided it.
    """

    event: str
    brief: int
    date: DateSpan
    text: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """The analyst's own words, as Markdown, and whose they are. No article says them, and no check for verbatim words sees them."""

    by: str
    text: str


@dataclass(frozen=True, slots=True)
class Brief:
    """A brief, fully decided: rendering only reads it.

    ``new`` and ``background`` are the timeline's lines, newest first; ``ahead`` is what is planned for later, soonest
    first, ``overdue`` what had been planned and is not told as done, newest first. ``bottom_line`` holds the
    weightiest of the new ones, at most three, and ``also_new`` the next, at most seven, as many as are read in one
    minute: page one, each told once. ``events`` is everything found, for the data, in order of date. ``title`` is
    empty and ``number`` None where nothing gives them. ``silent`` are the outlets that published nothing in the
    period, with the day of their latest article. ``marking`` says how the brief is to be handled, ``copyright`` whose it is: both
    stand on every page. ``compared`` says that it is held against an earlier brief, ``corrects`` is that one's number where it
    tells the same period anew. ``withdrawn`` is what that one, or one before it, told and none can any more.
    """

    title: str
    language: str
    topic: str
    period: Period
    cutoff: DateSpan | None
    bottom_line: tuple[Entry, ...]
    also_new: tuple[Entry, ...]
    new: tuple[Entry, ...]
    background: tuple[Entry, ...]
    ahead: tuple[Entry, ...]
    events: tuple[Entry, ...]
    figures: tuple[KeyFigure, ...]
    sources: tuple[Source, ...]
    undated: tuple[Source, ...]
    coverage: Coverage
    problems: tuple[Problem, ...]
    number: int | None = None
    overdue: tuple[Entry, ...] = ()
    threads: tuple[Thread, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    people: tuple[Who, ...] = ()
    silent: tuple[tuple[str, DateSpan], ...] = ()
    note: Note | None = None
    marking: str = ""
    copyright: str = ""
    compared: bool = False
    corrects: int | None = None
    withdrawn: tuple[Withdrawn, ...] = ()
