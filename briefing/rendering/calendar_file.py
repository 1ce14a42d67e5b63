"""The timeline as iCalendar (RFC 5545): an all-day event a line, for calendars.

A calendar knows no uncertain dates: where the day is not known, or sources disagree about it, the title says so first, the
event is tentative, and the description holds all that is known.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from briefing.datespan import DateSpan
from briefing.model import Brief, Entry, Modality
from briefing.rendering.citing import safe_link, shortened
from briefing.rendering.lines import Line, line
from briefing.rendering.markdown import one_line
from briefing.rendering.words import Words

if TYPE_CHECKING:
    from icalendar import Event as Appointment
    from icalendar import Journal

__all__ = ["calendar_bytes"]

_PRODUCT = "-//briefing//brief//EN"
_SUMMARY = 120  # characters; the description holds the whole sentence
_CERTAIN = frozenset({"day", "span"})
_DONE = frozenset({Modality.HAPPENED, Modality.ONGOING})


def calendar_bytes(brief: Brief, title: str, words: Words) -> bytes:
    """The lines of the timeline in order of date, as UTF-8 with lines folded at 75 octets.

    The identity of an appointment is its event's, so that the next brief's calendar replaces it instead of doubling it;
    its stamp is the data cut-off, not the hour at which it was made.
    """
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", one_line(title))
    entries = (*brief.new, *brief.background, *brief.ahead, *brief.overdue)
    for entry in sorted(entries, key=lambda entry: (entry.event.span, entry.event.id)):
        calendar.add_component(_appointment(entry, brief, words))
    if not entries:
        calendar.add_component(_nothing(brief, title, words))
    return bytes(calendar.to_ical())


def _appointment(entry: Entry, brief: Brief, words: Words) -> Appointment:
    from icalendar import Event as Appointment

    shown = line(entry, brief.period.last.year, words)
    certain = shown.mark in _CERTAIN
    first, after = _days(entry.event.span)
    one = Appointment()
    one.add("uid", f"{entry.event.id}@briefing")
    one.add("dtstamp", _stamp(brief))
    one.add("dtstart", first)
    one.add("dtend", after)
    one.add("summary", _summary(entry, shown, words, certain=certain))
    one.add("description", "\n".join(_description(entry, shown, brief, words)))
    if entry.place:
        one.add("location", one_line(entry.place))
    links = [
        link for link in (safe_link(source.url) for source in brief.sources if source.number in entry.sources) if link
    ]
    if links:
        one.add("url", links[0])
    one.add("categories", [shown.tag])
    one.add("status", "CONFIRMED" if certain and entry.event.modality in _DONE else "TENTATIVE")
    one.add("transp", "TRANSPARENT")  # news does not make its reader busy
    return one


def _nothing(brief: Brief, title: str, words: Words) -> Journal:
    """What a calendar holds that has no events: RFC 5545 wants a component in each, and an entry of a journal takes no day."""
    from icalendar import Journal

    entry = Journal()
    entry.add("uid", f"nothing-{_stamp(brief):%Y-%m-%d}@briefing")
    entry.add("dtstamp", _stamp(brief))
    entry.add("summary", one_line(title))
    entry.add("description", words("empty.topic", topic=brief.topic) if brief.topic else words("empty.timeline"))
    return entry


def _days(span: DateSpan) -> tuple[date, date]:
    """First day and the day after the last, as RFC 5545 has it; with one end open, the day that is known."""
    first, last = span.first or span.last, span.last or span.first
    assert first is not None  # noqa: S101 -- a span has at least one end
    assert last is not None  # noqa: S101
    return first, last + timedelta(days=1) if last < date.max else last


def _stamp(brief: Brief) -> datetime:
    day = brief.cutoff.last if brief.cutoff else None
    return datetime.combine(day or date(1970, 1, 1), time(), UTC)


def _summary(entry: Entry, shown: Line, words: Words, *, certain: bool) -> str:
    what = shortened(one_line(entry.statement.text), _SUMMARY)
    if certain:
        return what
    key = "calendar.disputed" if shown.mark == "disputed" else "calendar.uncertain"
    return words(key, date=shown.when[0], what=what)


def _description(entry: Entry, shown: Line, brief: Brief, words: Words) -> Iterator[str]:
    yield one_line(entry.statement.text)
    yield ""
    yield words("calendar.date", date=words.listed(shown.when), mark=shown.mark_label)
    if shown.disputes:
        dates = words("disputes.between").join(told for told, _ in shown.disputes)
        yield f"{words('disputes.sentence')} {dates}"
    yield from shown.notes
    yield shown.counts
    for source in brief.sources:
        if source.number in entry.sources:
            name = one_line(source.outlet or source.title or source.place) or words("problems.unnamed")
            yield " ".join(filter(None, (f"[{source.number}]", name, safe_link(source.url))))
