"""What articles report: names, figures, reports, decisions of the desk, events."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from briefing.datespan import DateSpan
from briefing.model.articles import PublishedFrom, TimeExpression

__all__ = ["HEADLINE", "DatedBy", "Event", "Figure", "Fix", "FixKind", "Modality", "Name", "NameKind", "Report"]


HEADLINE = -1
"""The ``position`` of a report that lies in its article's title."""


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
