"""A brief made by hand, in our own words, with public facts on ten months of talks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest

from briefing import make_brief, read_articles
from briefing.datespan import DateSpan
from briefing.errors import Problem
from briefing.model import (
    Brief,
    Coverage,
    Entry,
    Event,
    Figure,
    KeyFigure,
    Modality,
    Name,
    NameKind,
    Period,
    PublishedFrom,
    Report,
    Source,
    Statement,
    Status,
    TimeExpression,
)

ISTANBUL = timezone(timedelta(hours=3))


@dataclass(frozen=True)
class Cited:
    """A source as the sample lists it: outlet, title, day of publication, where that came from, address."""

    number: int
    outlet: str
    title: str
    published: str | None
    came_from: PublishedFrom
    url: str = ""
    language: str = "en"
    origin: str = ""
    inferred_from: int = 0


SOURCES = (
    Cited(1, "Agency A", "Kalın and Hamas leaders meet in Ankara", "2024-09-14", PublishedFrom.INFERRED,
          origin="security sources", inferred_from=2),
    Cited(2, "Daily B", "Ankara hosts talks on a truce", "2024-09-14", PublishedFrom.HEADER,
          "https://daily-b.example/2024/09/14/ankara", origin="security sources"),
    Cited(3, "Agency C", "Delegations leave Cairo", "2024-08-26", PublishedFrom.PAGE, "https://agency-c.example/cairo"),
    Cited(4, "Broadcaster D", "No result in Cairo", "2024-08-26", PublishedFrom.FEED, "https://broadcaster-d.example/en/881"),
    Cited(5, "Daily E", "محادثات الدوحة", "2024-08-17", PublishedFrom.FIELD, "https://daily-e.example/ar/17",
          language="ar", origin="Qatari foreign ministry"),
    Cited(6, "Weekly F", "A chronology of the talks", "2024-09-07", PublishedFrom.FILE_NAME),
    Cited(7, "Agency A", "Council to meet on the truce", "2024-09-12", PublishedFrom.URL, "https://agency-a.example/2024/09/12/council"),
)  # fmt: skip

# status, what it is, the words that date it, how they were read, date, counted from, place, sources, dates in dispute
LINES: tuple[tuple[Any, ...], ...] = (
    (Status.NEW, "Türkiye’s intelligence chief İbrahim Kalın sat down on Friday with leaders of Hamas’s political bureau on the open points.",
     "on Friday", "weekday-on-or-before", "2024-09-13", "2024-09-14", "Ankara", (1, 2), ()),
    (Status.NEW, "Egyptian officials said recently that the crossing at Rafah could not open under present conditions.",
     "recently", "vague", "../2024-09-14", "2024-09-14", "Rafah", (2,), ()),
    (Status.LATE, "A technical team spent the first week of September in Doha on lists of names.",
     "first week of September", "range", "2024-09-01/2024-09-07", "2024-09-07", "Doha", (6,), ()),
    (Status.AHEAD, "The Security Council is to take up the talks on 25 September.",
     "25 September", "year-nearest", "2024-09-25", "2024-09-12", "New York", (7,), ()),
    (Status.BACKGROUND, "Mediators have shuttled between the parties for nearly ten months without a lasting result.",
     "for nearly ten months", "duration-up-to", "2023-11~/2024-09", "2024-09-14", "", (1, 2), ()),
    (Status.BACKGROUND, "The round in Cairo ended on Sunday and the delegations went home.",
     "on Sunday", "weekday-on-or-before", "2024-08-25", "2024-08-26", "Cairo", (3, 4),
     (("2024-08-24", (3,)), ("2024-08-25", (4,)))),
    (Status.BACKGROUND, "اجتمع الوسطاء في الدوحة يومي 15 و16 أغسطس دون مشاركة حماس.",
     "15 و16 أغسطس", "range", "2024-08-15/2024-08-16", "2024-08-17", "Doha", (5,), ()),
    (Status.BACKGROUND, "Resolution 2735 was adopted on 10 June 2024 with fourteen votes in favour and one abstention.",
     "10 June 2024", "stated", "2024-06-10", "2024-09-07", "New York", (6,), ()),
    (Status.BACKGROUND, "A truce of seven days that began on 24 November 2023 ended on the morning of 1 December.",
     "24 November 2023", "stated", "2023-11-24/2023-12-01", "2024-09-07", "Gaza", (6,), ()),
    (Status.BACKGROUND, "The war began with the attack that Hamas led on Israel last October.",
     "last October", "counted", "2023-10", "2024-09-14", "", (2, 6), ()),
)  # fmt: skip


def names(place: str) -> tuple[Name, ...]:
    """The names of an event: its place, if it has one."""
    return (Name(place, place.lower(), NameKind.PLACE),) if place else ()


def report_of(text: str, words: str, meaning: str, span: DateSpan, anchor: DateSpan, source: Cited, at: int) -> Report:
    """One article's dated sentence, which stands at the offset ``at`` of its text."""
    start = at + text.index(words)
    expression = TimeExpression(
        start, start + len(words), words, "DATE", str(span), span, "rule-of-" + meaning, meaning, anchor,
        article=f"article-{source.number}",
    )  # fmt: skip
    published = DateSpan.parse(source.published) if source.published else None
    return Report(
        f"article-{source.number}", at, at + len(text), text, span, expression, names=(), published=published,
        published_from=source.came_from, outlet=source.outlet, language=source.language, origin=source.origin,
    )  # fmt: skip


def entry_of(number: int, row: tuple[Any, ...]) -> Entry:
    """One line of `LINES` as an entry of the brief."""
    status, text, words, meaning, edtf, anchor, place, cited, disputed = row
    span = DateSpan.parse(edtf)
    reports = tuple(
        report_of(text, words, meaning, span, DateSpan.parse(anchor), SOURCES[source - 1], 1000 * number)
        for source in cited
    )
    days = [report.published for report in reports if report.published]
    event = Event(
        id=f"event-{number:02}", span=span, statement=reports[0], reports=reports,
        modality=Modality.PLANNED if status is Status.AHEAD else Modality.HAPPENED, reported=min(days),
        origins=tuple(dict.fromkeys(report.origin or report.outlet for report in reports)),
        disputed=tuple(day for day in (DateSpan.parse(told) for told, _ in disputed) if day != span),
        names=names(place), score=round(1 - number / 20, 2),
        learnt=datetime(2024, 9, 14, 9, tzinfo=ISTANBUL) if status is Status.LATE else None,
    )  # fmt: skip
    language = SOURCES[cited[0] - 1].language
    start = text.index(words)
    statement = Statement(
        text, f"article-{cited[0]}", 1000 * number, language, "rtl" if language == "ar" else "ltr",
        ((start, start + len(words)),), cited[0],
    )  # fmt: skip
    told = tuple((DateSpan.parse(day), numbers) for day, numbers in disputed)
    return Entry(event, status, statement, cited, place, told)


def source_of(cited: Cited, entries: Sequence[Entry]) -> Source:
    """A source with the sentences it is cited for, and how the words that date them were read."""
    article = f"article-{cited.number}"
    mine = [entry for entry in entries if cited.number in entry.sources]
    reports = [report for entry in mine for report in entry.event.reports if report.article == article]
    day = date.fromisoformat(cited.published) if cited.published else None
    known = cited.came_from is PublishedFrom.FEED and day
    return Source(
        number=cited.number, article=article, title=cited.title, outlet=cited.outlet, url=cited.url,
        language=cited.language, direction="rtl" if cited.language == "ar" else "ltr",
        published=DateSpan.day(day) if day else None,
        published_at=datetime(day.year, day.month, day.day, 6, 5, tzinfo=ISTANBUL) if known and day else None,
        published_from=cited.came_from, inferred_from=cited.inferred_from,
        retrieved=datetime(2024, 8, 26, 7, 30, tzinfo=ISTANBUL) if known else None,
        origin=cited.origin, place=f"{article}.txt", excerpts=tuple(entry.statement for entry in mine),
        expressions=tuple(report.expression for report in reports if report.expression),
    )  # fmt: skip


def figure_of(kind: str, value: int, qualifier: str, as_of: str, by: str) -> Figure:
    """A figure of the sample, from its first source."""
    day = DateSpan.parse(as_of) if as_of else None
    return Figure(
        kind, value, qualifier, day, "published" if day else "", by, "article-1", f"{qualifier} {value:,}", 0, 0
    )


def full_brief() -> Brief:
    """Ten events from seven articles, with every kind of date, source and trouble."""
    entries = tuple(entry_of(number, row) for number, row in enumerate(LINES))
    new = tuple(entry for entry in entries if entry.status in {Status.NEW, Status.LATE})
    deaths = figure_of("deaths", 41100, "over", "2024-09-14", "local health authorities")
    return Brief(
        title="Gaza ceasefire talks", language="en", topic="",
        period=Period(datetime(2024, 9, 1, tzinfo=ISTANBUL), datetime(2024, 9, 14, 23, 59, 59, tzinfo=ISTANBUL), "Europe/Istanbul"),
        cutoff=DateSpan.parse("2024-09-14"),
        bottom_line=new[:1], also_new=new[1:], new=new,
        background=tuple(entry for entry in entries if entry.status is Status.BACKGROUND),
        ahead=tuple(entry for entry in entries if entry.status is Status.AHEAD), events=entries,
        figures=(
            KeyFigure(deaths, figure_of("deaths", 40900, "more than", "2024-09-07", "the ministry"), (1, 2)),
            KeyFigure(figure_of("injuries", 95100, "more than", "2024-09-14", "local health authorities"), None, (1,)),
            KeyFigure(figure_of("hostages", 101, "", "", "Israeli officials"), None, (6,)),
        ),
        sources=tuple(source_of(cited, entries) for cited in SOURCES),
        undated=(undated_source(),),
        coverage=Coverage(9, 1, 1, 1, 1, 14, 2, 3, 1, (("en", 7), ("ar", 1), ("xx", 1))),
        problems=(
            Problem("reading", "notes.txt", "it is no text; save it as UTF-8"),
            Problem("reading", "feed.jsonl, line 3", "it is no JSON: a comma is missing after the title"),
        ),
    )  # fmt: skip


def undated_source() -> Source:
    """An article that bears no date and has nothing to infer one from."""
    return Source(
        0, "article-9", "A look back", "Daily E", "", "en", "ltr", None, None, PublishedFrom.NOWHERE, 0, None, "",
        "look-back.txt", (), (),
    )  # fmt: skip


def bare_brief() -> Brief:
    """A brief on a topic that matched nothing."""
    return replace(
        full_brief(), topic="locusts", cutoff=None, bottom_line=(), also_new=(), new=(), background=(), ahead=(), events=(), figures=(),
        sources=(), undated=(), coverage=Coverage(2, 0, 0, 0, 0, 0, 0, 2, 0, ()), problems=(),
        period=Period(None, datetime(2024, 9, 14, 18, 0, tzinfo=ISTANBUL), "UTC+03:00"),
    )  # fmt: skip


def worded(entry: Entry, text: str, **changes: Any) -> Entry:
    """The same entry with other words."""
    return replace(entry, statement=replace(entry.statement, text=text, marks=()), **changes)


def crowded_brief() -> Brief:
    """A hundred events of up to sixty words, a title of 200 characters, an endless word, 150 problems."""
    brief = full_brief()
    long = " ".join(f"{word} {number}," for number in range(10) for word in ("the", "delegation", "answered", "point"))
    texts = (long.capitalize() + " and left.", "A" * 400, "Talks went on in Doha.")
    many = tuple(
        worded(brief.background[1], texts[number % 3], place="Doha" * (number % 4 + 1)) for number in range(92)
    )
    new = tuple(worded(brief.new[0], texts[0]) for _ in range(8))
    problems = tuple(
        Problem("reading", f"article-{number:03}.html", "it is empty; fetch it again") for number in range(150)
    )
    title = ("Talks on a ceasefire, an exchange of hostages and prisoners and the opening of the crossings " * 3)[:200]
    return replace(
        brief, title=title, bottom_line=new[:3], also_new=new[3:7], new=new, background=many, problems=problems
    )


def arabic_brief() -> Brief:
    """A brief in Arabic of eleven articles of our own in Arabic, on a flood that never was."""
    articles = read_articles(Path(__file__).parent / "arabic")
    return make_brief(articles, since="2024-09-01", title="فيضان نهر القاش في كسلا", language="ar")


@pytest.fixture(scope="session")
def sample() -> Brief:
    """The full brief."""
    return full_brief()


@pytest.fixture(scope="session")
def bare() -> Brief:
    """The brief that found nothing."""
    return bare_brief()


@pytest.fixture(scope="session")
def crowded() -> Brief:
    """The brief that has too much of everything."""
    return crowded_brief()


@pytest.fixture(scope="session")
def arabic() -> Brief:
    """The Arabic brief."""
    return arabic_brief()


@pytest.fixture(scope="session")
def entry_from() -> Callable[[int, tuple[Any, ...]], Entry]:
    """Makes one entry from a row as in `LINES`."""
    return entry_of
