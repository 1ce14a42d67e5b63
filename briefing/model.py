"""The values that travel through the house, each frozen, each traceable to an article and its offsets.

    Article ─▶ TimeExpression ─▶ Report ─▶ Event ─▶ Brief

Offsets are Python string indices into ``Article.text``: ``article.text[x.start:x.end] == x.text``.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from briefing.datespan import DateSpan
from briefing.errors import Problem

__all__ = [
    "HEADLINE",
    "Article",
    "Brief",
    "Change",
    "Claim",
    "Coverage",
    "DatedBy",
    "Dispute",
    "Entry",
    "Event",
    "Figure",
    "FigurePoint",
    "Fix",
    "FixKind",
    "KeyFigure",
    "Modality",
    "Name",
    "NameKind",
    "Note",
    "Period",
    "PublishedFrom",
    "Report",
    "Sentence",
    "Source",
    "Statement",
    "Status",
    "Step",
    "Thread",
    "TimeExpression",
    "Who",
    "Withdrawn",
]


HEADLINE = -1
"""The ``position`` of a report that lies in its article's title."""


class PublishedFrom(StrEnum):
    """Where an article's publication date was found, best evidence first; `NOWHERE` when it was not."""

    FIELD = "field"
    FEED = "feed"
    PAGE = "page"
    HEADER = "text header"
    URL = "url"
    FILE_NAME = "file name"
    INFERRED = "inferred"
    NOWHERE = "nowhere"


@dataclass(frozen=True, slots=True, weakref_slot=True)  # what it said may be remembered for as long as it lives
class Article:
    """One article as read.

    ``id`` is the one given, else a hash of the content. ``published`` may be a month or a year, as
    some pages say no more; ``published_at`` is the instant with its zone where that is known.
    ``place`` names where it was read, for messages (a file name, a file's line), never a path
    of the machine. ``left_out`` is text that stood on the page and is not the story, so that
    nothing is dropped without a trace.
    """

    id: str
    text: str
    title: str = ""
    url: str = ""
    outlet: str = ""
    country: str = ""
    language: str = ""
    published: DateSpan | None = None
    published_at: datetime | None = None
    published_from: PublishedFrom = PublishedFrom.NOWHERE
    inferred_from: str = ""
    retrieved: datetime | None = None
    place: str = ""
    left_out: str = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of an article; ``paragraph`` counts from 0."""

    start: int
    end: int
    text: str
    paragraph: int = 0


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A time expression in running text, with what it means.

    ``timex_type`` (DATE, TIME, DURATION, SET) and ``timex_value`` follow TIMEX3 (ISO-TimeML);
    ``span`` is the stretch of days, or None where it names none (a set, a bare duration, a
    weekday in an article without a publication date). ``rule`` names the pattern that found it,
    ``meaning`` the way in which it was resolved, ``anchor`` what it was counted from.
    ``ambiguous`` marks a numeric date whose order of day and month nothing settles, and the day in an event's name whose
    year nothing tells. ``joins_next``
    marks the first half of a range ("15" in "15 and 16 August") whose second half comes next, ``misnamed`` a date
    written with a weekday that it does not fall on ("Tuesday, September 16" of 2024): its span is approximate.
    """

    start: int
    end: int
    text: str
    timex_type: str
    timex_value: str
    span: DateSpan | None
    rule: str
    meaning: str
    anchor: DateSpan | None = None
    ambiguous: bool = False
    joins_next: bool = False
    misnamed: bool = False
    article: str = ""


class NameKind(StrEnum):
    """What a name names; `OTHER` where the text does not tell."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Name:
    """A name as written, and the key under which its variants meet.

    The key of a place in the table of places is the same in every language (``CH/2660646``), any other is
    folded (``Kalın``: ``kalin``). ``located`` says that the sentence has something happen there: "in Cairo", not
    "Cairo's proposal".
    """

    text: str
    key: str
    kind: NameKind = NameKind.OTHER
    located: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """A count that an article gives: how many, of what, who says so, as of when.

    ``scope`` is ``total`` for a running total, which counts from ``since`` on where that is told, and ``event`` for the
    toll of a single happening. ``bound`` is ``least`` for "at least", ``most`` for "up to", ``near`` for "about", else "". ``place`` is the
    ISO 3166-1 code of the country where the sentence tells it. ``of`` marks what a running total is of (`briefing.events.subjects`).
    """

    kind: str
    value: int
    qualifier: str
    as_of: DateSpan | None
    as_of_from: str
    by: str
    article: str
    text: str
    start: int
    end: int
    scope: str = "total"
    since: DateSpan | None = None
    place: str = ""
    bound: str = ""
    of: tuple[str, ...] = ()


class Modality(StrEnum):
    """How a report tells its happening."""

    HAPPENED = "happened"
    ONGOING = "ongoing"
    PLANNED = "planned"
    DENIED = "denied"
    HYPOTHETICAL = "hypothetical"


class DatedBy(StrEnum):
    """What gives a report its day, best evidence first.

    The sentence's own words (`STATED`); words elsewhere in the article, whose story the sentence goes on telling
    (`CARRIED`); nothing but the day of an article that tells it as its news (`IMPLIED`); the other reports of the same
    event, which know its day better (`MATCHED`). A `REPORTED` one bears no day: it happened on some day up to the one on
    which it was told.
    """

    STATED = "stated"
    CARRIED = "carried"
    IMPLIED = "implied"
    MATCHED = "matched"
    REPORTED = "reported"


@dataclass(frozen=True, slots=True)
class Report:
    """One article's dated claim: a sentence, and the expression that dates it.

    ``text`` is the sentence verbatim at ``start:end``. ``dated_by`` says what gives it its day; where that is
    carried, ``day_from`` are the words of another sentence that do, else ``expression`` those of its own. A sentence
    that tells of two days gives two reports. ``in_passing`` says that the dated words are not the main clause (a
    background "following an attack last October"). ``published``, ``published_from``, ``outlet`` and ``language``
    are the article's, and ``corrects`` that it corrects what its outlet said before. ``origin`` is the key of whom it rests on, ``origin_words`` what the article calls them.

    ``position`` counts sentences from the lead, which is 0. `HEADLINE` says that the report lies in ``Article.title``:
    ``start``, ``end`` and those of ``expression`` are then offsets into the title, those of ``day_from`` still into the text.
    """

    article: str
    start: int
    end: int
    text: str
    span: DateSpan
    expression: TimeExpression | None
    modality: Modality = Modality.HAPPENED
    in_passing: bool = False
    names: tuple[Name, ...] = ()
    figures: tuple[Figure, ...] = ()
    published: DateSpan | None = None
    published_from: PublishedFrom = PublishedFrom.NOWHERE
    outlet: str = ""
    language: str = ""
    origin: str = ""
    origin_words: str = ""
    position: int = 0
    dated_by: DatedBy = DatedBy.STATED
    day_from: TimeExpression | None = None
    corrects: bool = False

    @property
    def firm_span(self) -> DateSpan:
        """What can be defended of the span: of an implied day, that it happened by then."""
        return DateSpan.until(self.span) if self.dated_by is DatedBy.IMPLIED else self.span

    @property
    def is_borrowed(self) -> bool:
        """Whether it supports what others tell: a headline, or a sentence after the lead with a day from around it."""
        return self.is_headline or (self.position > 0 and self.dated_by in (DatedBy.CARRIED, DatedBy.IMPLIED))

    @property
    def is_headline(self) -> bool:
        """Whether it lies in its article's title: it supports the event of its article, and is never its statement."""
        return self.position == HEADLINE


class FixKind(StrEnum):
    """What a person at the desk decided about an event, or about an article or source (`WITHDRAW`)."""

    DATE = "date"
    MERGE = "merge"
    SPLIT = "split"
    DROP = "drop"
    STATEMENT = "statement"
    WITHDRAW = "withdraw"


@dataclass(frozen=True, slots=True)
class Fix:
    """A decision of a person, in force until it is undone.

    ``telling`` is the identity of the report that it is about (`briefing.events.tellings`), of a withdrawal the id of an
    article or the address of a source. What is decided of a whole event (`DATE`, `MERGE`, `DROP`) names all its reports, parted
    by spaces, first the one that spoke for it: so it holds on when an article is taken out. ``value`` is an EDTF date, or
    the reports of the other event likewise.
    """

    number: int
    kind: FixKind
    telling: str
    value: str
    reason: str
    at: datetime

    @property
    def tellings(self) -> tuple[str, ...]:
        """The reports that it is about, none of a withdrawal: it stands by the first of them that is still told."""
        return () if self.kind is FixKind.WITHDRAW else tuple(self.telling.split())

    @property
    def others(self) -> tuple[str, ...]:
        """The reports of the event that a merge brings in, in the same order."""
        return tuple(self.value.split()) if self.kind is FixKind.MERGE else ()


@dataclass(frozen=True, slots=True)
class Event:
    """What the reports of one happening say together.

    ``span`` is the best supported date; ``disputed`` holds the other dates that contradict it.
    ``disputed_tolls`` are counts of people on which independent reports of one day differ.
    ``statement`` is the report that represents the event. ``reported`` is the publication of the
    earliest report, ``origins`` names the independent ones, ``score`` lies between 0 and 1. ``plans`` are the reports
    that announced what then happened: they confirm nothing, and nothing above is drawn from them. ``fixes`` are what a
    person decided about it.
    """

    id: str
    span: DateSpan
    statement: Report
    reports: tuple[Report, ...]
    modality: Modality
    reported: DateSpan | None
    origins: tuple[str, ...]
    disputed: tuple[DateSpan, ...]
    names: tuple[Name, ...]
    score: float
    learnt: datetime | None = None
    disputed_tolls: tuple[Figure, ...] = ()
    plans: tuple[Report, ...] = ()
    fixes: tuple[Fix, ...] = ()

    @property
    def is_dropped(self) -> bool:
        """Whether a person took it out."""
        return any(fix.kind is FixKind.DROP for fix in self.fixes)

    @property
    def articles(self) -> tuple[str, ...]:
        """The ids of the articles that report it, each once, in the order of the reports."""
        return tuple(dict.fromkeys(report.article for report in self.reports))

    @property
    def is_plan_without_a_day(self) -> bool:
        """Whether it is a plan of which only the day up to which it was announced is known: that is its ``span``."""
        announced, read = self.span.last, self.reported.last if self.reported else None
        if self.modality is not Modality.PLANNED or self.statement.dated_by is not DatedBy.REPORTED:
            return False
        return self.span.start is None and announced is not None and (read is None or announced <= read)

    def named(self, kind: NameKind) -> tuple[str, ...]:
        """The names of one kind, as written, the most frequent first."""
        return tuple(name.text for name in self.names if name.kind is kind)


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
