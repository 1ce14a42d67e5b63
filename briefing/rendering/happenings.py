"""What a strip tells of each event of a brief: where it lies in time, its mark, its few words, its weight."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from briefing.composing.statements import direction_of
from briefing.datespan import DateSpan, Precision
from briefing.model import Brief, Entry, NameKind, Period, Statement, Status
from briefing.rendering.dates import day_number, in_short
from briefing.rendering.lines import mark_of
from briefing.rendering.words import Words

__all__ = ["LABEL_LENGTH", "Happening", "Window", "date_text", "happenings", "window_of"]

LABEL_LENGTH = 30
_SHORT_WORD = 4  # letters: "on", "for", "from"
_KNOWN = frozenset({Status.BACKGROUND, Status.AHEAD})
_SOON = timedelta(days=14)  # within it a first report is news of the event
_FAR = 2  # an empty stretch this many times as long as all the rest puts what is beyond it off the strip
_FEW = 3  # … if that is at most one in so many


@dataclass(frozen=True, slots=True)
class Happening:
    """An event as a strip shows it: ``first`` and ``last`` are its days, equal where an end is open.

    ``mark`` is one of `briefing.rendering.lines.MARKS`, ``reported`` the day of the first report where that is later
    and matters. Of two the one with the smaller ``weight`` (new or not, score, date, id) is the weightier.
    """

    id: str
    span: DateSpan
    first: date
    last: date
    mark: str
    fresh: bool
    label: str
    direction: str
    language: str
    reported: date | None
    weight: tuple[object, ...]

    @property
    def is_bar(self) -> bool:
        """Whether it is drawn with its length."""
        return self.mark in {"span", "circa_span"}


@dataclass(frozen=True, slots=True)
class Window:
    """The days that a strip covers, and how many events lie beyond them."""

    first: date
    last: date
    beyond: int


def happenings(brief: Brief) -> tuple[Happening, ...]:
    """The lines of a brief's timeline, each event once, in the order of their dates.

    What is planned is not among them: on a line of time it would look like what was done.
    """
    titles = {source.article: source.title for source in brief.sources}
    found = {entry.event.id: _happening(entry, titles) for entry in (*brief.new, *brief.background)}
    return tuple(sorted(found.values(), key=lambda happening: (happening.span, happening.id)))


def _happening(entry: Entry, titles: dict[str, str]) -> Happening:
    event, fresh = entry.event, entry.status not in _KNOWN
    first, last = event.span.first or event.span.last, event.span.last or event.span.first
    assert first is not None  # noqa: S101 -- a span has at least one end
    assert last is not None  # noqa: S101
    label = _label(entry, titles.get(entry.statement.article, ""))
    reported = event.reported.last if event.reported and fresh else None
    soon = reported is not None and last < reported <= last + _SOON
    return Happening(
        id=event.id,
        span=event.span,
        first=first,
        last=last,
        mark=mark_of(event),
        fresh=fresh,
        label=label,
        direction=direction_of(label),
        language=entry.statement.language,
        reported=reported if soon else None,
        weight=(not fresh, -event.score, event.span, event.id),
    )


def window_of(events: Sequence[Happening], period: Period) -> Window | None:
    """The days from the first event to the last and to the end of the period; None without an event.

    A few events decades away, with nothing between, would press all others into one point: they are left out.
    """
    if not events:
        return None
    kept = _without_the_far(sorted(events, key=lambda event: (event.first, event.last)))
    kept = _without_the_late(sorted(kept, key=lambda event: (event.last, event.first)))
    first, last = min(event.first for event in kept), max(event.last for event in kept)
    if period.until and (period.last - first).days <= _FAR * ((last - first).days + 1):
        last = max(last, period.last)
    return Window(first, last, len(events) - len(kept))


def _without_the_far(events: list[Happening]) -> list[Happening]:
    """Without what lies far before all the rest."""
    last = max(event.last for event in events)
    for cut in range(len(events) // _FEW, 0, -1):
        gap, rest = events[cut].first - events[cut - 1].last, last - events[cut].first
        if gap.days > _FAR * max(rest.days, _SHORT):
            return events[cut:]
    return events


def _without_the_late(events: list[Happening]) -> list[Happening]:
    """Without what lies far after all the rest."""
    first = min(event.first for event in events)
    for cut in range(len(events) // _FEW, 0, -1):
        gap, rest = events[-cut].first - events[-cut - 1].last, events[-cut - 1].last - first
        if gap.days > _FAR * max(rest.days, _SHORT):
            return events[:-cut]
    return events


_SHORT = 365  # days: the close-up of the last weeks keeps a story of a few days readable beside a background of a year


# ---- words --------------------------------------------------------------------------------------


def date_text(span: DateSpan, words: Words, *, weekday: bool, with_year: bool = False) -> str:
    """The date of a label: ``31 May``, ``Fri 13 Sep``, ``24–30 Nov``; one that is coarser as on page one.

    The axis tells the year of a day; ``with_year`` writes it out.
    """
    start, end = span.start or span.end, span.end or span.start
    assert start is not None  # noqa: S101 -- a span has at least one end
    assert end is not None  # noqa: S101
    year = 0 if with_year else end.day.year
    if span.is_open or span.approximate or span.precision is not Precision.DAY or (weekday and span.is_day):
        return in_short(span, year, words)
    if span.is_day:
        return _day(end.day, year, words)
    if (start.day.year, start.day.month) == (end.day.year, end.day.month):
        return words("strip.days", first=day_number(start.day, words), last=_day(end.day, year, words))
    return words("dates.span", first=_day(start.day, year, words), last=_day(end.day, year, words))


def _day(day: date, year: int, words: Words) -> str:
    key = "strip.day" if day.year == year else "strip.day_year"
    return words(key, day=day_number(day, words), month=words.item("dates.months", day.month - 1), year=day.year)


def _label(entry: Entry, headline: str) -> str:
    """A place with the names in the event, else the headline of the article whose news it is, else the first words.

    What a sentence about something else mentions in passing has the words that lead to its date: the place, the names
    and the headline belong to that other thing.
    """
    named, told = _names(entry), entry.event.statement
    if told.in_passing:
        return _leading_to_the_date(entry.statement)
    if entry.place and named:
        return _within(entry.place, named, _COMMA.get(entry.statement.language, ", "))
    return _cut((headline if told.position == 0 else "") or _after_an_opening_date(entry.statement))


def _after_an_opening_date(statement: Statement) -> str:
    """The sentence without the date that it opens with ("Two days later, …"): the label's own date stands there."""
    end = _end_of_an_opening_date(statement)
    return "…" + statement.text[end:].lstrip(" ,;:،؛–—") if end else statement.text


def _end_of_an_opening_date(statement: Statement) -> int:
    """Where the date ends that a sentence opens with, alone or, before a comma, after a short word ("For ten months,")."""
    first, end = min(statement.marks, default=(0, 0))
    before, after = statement.text[:first].split(), statement.text[end : end + 1]
    opens = not before or (len(before) == 1 and len(before[0]) <= _SHORT_WORD and after in {",", "،"})
    return end if opens else 0


def _leading_to_the_date(statement: Statement) -> str:
    """The last words up to the end of those that date it, where they do not fit from the first.

    After a date that opens the sentence stand the words that lead on.
    """
    if _end_of_an_opening_date(statement):
        return _cut(_after_an_opening_date(statement))
    words = " ".join(statement.text[: max((end for _, end in statement.marks), default=0)].split())
    if len(words) <= LABEL_LENGTH:
        return _cut(statement.text)
    return "…" + words[1 - LABEL_LENGTH :].partition(" ")[2]


def _names(entry: Entry) -> list[str]:
    """The names of the event besides its place, as written: people, then organisations, then what else it names."""
    names = sorted(entry.event.statement.names or entry.event.names, key=lambda name: _KINDS[name.kind])
    place = next((name.key for name in (*names, *entry.event.names) if name.text == entry.place), "")
    others = [name for name in names if name.key != place and name.text != entry.place]
    return list({name.key: name.text for name in reversed(others)}.values())[::-1]


_KINDS = {NameKind.PERSON: 0, NameKind.ORGANISATION: 1, NameKind.OTHER: 2, NameKind.PLACE: 3}


_COMMA = {"ar": "، ", "fa": "، ", "ur": "، "}  # between names as the article writes them, so in its own script


def _within(place: str, names: Sequence[str], comma: str) -> str:
    """The place and as many whole names as there is room for, at least one."""
    label = f"{place}: {names[0]}"
    for name in names[1:]:
        if len(label) + len(name) + 2 <= LABEL_LENGTH:
            label += f"{comma}{name}"
    return _cut(label)


def _cut(text: str) -> str:
    """At most 30 characters, ending at a word where one ends in the second half."""
    text = " ".join(text.split())
    if len(text) <= LABEL_LENGTH:
        return text
    cut = text[: LABEL_LENGTH - 1]
    at_word = cut if text[LABEL_LENGTH - 1] == " " else cut.rpartition(" ")[0]
    return (at_word if len(at_word) * 2 >= LABEL_LENGTH else cut).rstrip(" ,;:–—-") + "…"
