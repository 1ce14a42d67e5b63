"""Which time expression dates which clause of a sentence, and what the sentence says of that day.

A sentence may tell of two days ("on Friday he said that talks would resume on 15 August") and then has
two datings. Words that only mention a date ("following an attack last October") date an aside. A day of
speaking ("…, it said on Friday") bounds what is told and does not date it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from briefing.datespan import DateSpan, End, Precision
from briefing.events.cues import Cues, compiled, sought
from briefing.events.modality import modality_of, modality_on
from briefing.events.speaking import Saying, as_reported, as_spoken
from briefing.events.told import Dating, Told
from briefing.events.years_told import with_years_told
from briefing.model import DatedBy, Modality, TimeExpression
from briefing.temporal import direction
from briefing.temporal.languages import pack_for

__all__ = ["datings_of", "is_called_off", "passed_over"]

_SHORTEST_CLAIM = 20  # characters before the comma of a trailing attribution
_LONGEST_ATTRIBUTION = 8  # words after it
_LONGEST_AFTERTHOUGHT = 4  # words that may follow its day ("in a statement"): with more, what is said comes after it
_COUNTED_FROM_NOW = frozenset(
    {"counted", "vague", "duration-up-to", "weekday-on-or-before", "weekday-after"}
)  # a speaker's now
_TURN = re.compile(r",?\s(?:and|but|ve|ama|ancak|لكن)\s|[,;؛]\s")  # from what is said to something else
_SAID_NEAR = 80  # characters between a verb of saying and its day
_PAUSE = re.compile(r"[,;:،؛—–]")
_GROUPED = re.compile(r"\d[.,]\d{3}\b")  # a large number: somebody counts
_MOST = 3  # datings of one sentence: more is a chronicle squeezed into a line, or a table


def datings_of(told: Told, times: Sequence[TimeExpression]) -> list[Dating]:
    """What the sentence's own expressions date, in the order of the text; empty if they date nothing.

    Where a clause of its own is dated, asides and stretches up to now are left out, and so is a coarser
    date that only places a finer one ("this year … in March").
    """
    if not times or not told.is_sentence or sought(told.cues.unreal, told.sentence.text):
        return []
    times = with_years_told(times, told.article.text, told.published, told.cues)
    times = as_spoken(times, told.published, [told.is_quoted(time) for time in times])
    times = as_reported(times, told.published, _day_of_speaking(told, times)) if len(times) > 1 else times
    found = [dating for time in _joined_ranges(times, told) if (dating := _judge(told, time))]
    if not found:
        return []
    found = [one._replace(aside=one.aside or _is_of_another(told, one, found)) for one in found]
    if all(one.aside for one in found):
        found = [one._replace(aside=not _is_day_of_outcome(told, one)) for one in found]
    best = min(_rank(dating) for dating in found)
    kept: dict[DateSpan, Dating] = {}
    for dating in found:
        if _rank(dating) == best:
            kept.setdefault(dating.span, dating)
    apart = [one for one in kept.values() if not any(_places(one.span, other) for other in kept if other != one.span)]
    return apart[:_MOST] if best == _CLAUSE else apart[:1]


def passed_over(told: Told, times: Sequence[TimeExpression], dated: Sequence[Dating]) -> list[Dating]:
    """The past happenings that a sentence mentions beside what it tells ("since its launch in 2003"), as asides.

    Args:
        told: the sentence.
        times: the expressions in it.
        dated: what it was taken to tell.
    """
    if not times or not told.is_sentence:
        return []
    taken = [dating.span for dating in dated]
    times = with_years_told(times, told.article.text, told.published, told.cues)
    apart = [time for time in _joined_ranges(times, told) if _is_past_and_apart(time.span, told.published, taken)]
    if not apart or sought(told.cues.unreal, told.sentence.text):
        return []
    judged = (_judge(told, time) for time in apart)
    asides = {one.span: one._replace(aside=True) for one in judged if one and _is_mentioned(one)}
    return list(asides.values())[:_MOST]


def _is_past_and_apart(span: DateSpan | None, now: DateSpan | None, taken: Sequence[DateSpan]) -> bool:
    """Whether a time is one past unit of its own: neither a stretch nor a frame for what is told."""
    if not span or not span.is_unit or not now or not now.first or not span.last or span.last >= now.first:
        return False
    return not any(span == other or _places(span, other) for other in taken)


def _is_mentioned(dating: Dating) -> bool:
    """Whether the words that name a time say that something happened then."""
    return dating.by is DatedBy.STATED and dating.modality is Modality.HAPPENED


def _is_of_another(told: Told, dating: Dating, found: Sequence[Dating]) -> bool:
    """Whether a day only tells one thing from others of its kind ("the toll of Friday's earthquake rose on Saturday")."""
    if not dating.expression or not told.after(dating.expression).startswith(("'s ", "’s ")):
        return False
    return any(other.span.is_day and not other.aside and dating.span < other.span for other in found)


def _is_day_of_outcome(told: Told, dating: Dating) -> bool:
    """Whether an aside's day is that of the main clause too, as news has it: "agreed to a truce after talks in Oslo on Tuesday"."""
    time, now, day = dating.expression, told.published and told.published.first, dating.span.first
    if not time or not now or not day or not dating.span.is_day or time.meaning not in _COUNTED_FROM_NOW:
        return False
    before = told.before(time)
    *_, gathering = [None, *compiled(told.cues.outcome_of).finditer(before)]
    if gathering is None or dating.modality is not Modality.HAPPENED or not 0 <= (now - day).days <= _OUTCOME:
        return False
    between = before[gathering.end() :]
    if any(mark in between for mark in ",;:—") or sought(told.cues.told, between):
        return False
    return direction.direction(told.article.text, time.start, time.end, pack_for(told.article.language)) < 0


_OUTCOME = 3  # days: what came of talks longer ago has had a day of its own since
_CLAUSE = (False, False, False)


def _rank(dating: Dating) -> tuple[bool, bool, bool]:
    return (dating.aside, dating.span.is_open, dating.modality is Modality.ONGOING)


def _places(wide: DateSpan, narrow: DateSpan) -> bool:
    """Whether one date holds another whole and says less of it."""
    if wide.is_open or not narrow.first or not narrow.last or not wide.first or not wide.last:
        return False
    return wide.first <= narrow.first and narrow.last <= wide.last


def _joined_ranges(times: Sequence[TimeExpression], told: Told) -> Iterator[TimeExpression]:
    """The expressions that name days; the two halves of a range, or of "in August or September", joined into one."""
    text = told.article.text
    joined = False
    for time, following in pairwise([*times, None]):
        if time is None or time.span is None or joined:
            joined = False
            continue
        apart = following is None or following.span is None or following.span < time.span or is_called_off(told, time)
        if following and following.span and not apart and _is_joined(time, following, told):
            joined = True
            span = DateSpan.between(time.span, following.span)
            yield replace(time, end=following.end, text=text[time.start : following.end], span=span, meaning="range")
        else:
            yield time


def _is_joined(time: TimeExpression, following: TimeExpression, told: Told) -> bool:
    between = told.article.text[time.end : following.start].split()
    return time.joins_next or (
        len(between) in (1, 2) and compiled(told.cues.alternative).fullmatch(between[0]) is not None
    )


def _judge(told: Told, time: TimeExpression) -> Dating | None:
    """What an expression says of the sentence's happening; None if it dates nothing that a brief could show."""
    span, before, cues = time.span, told.before(time), told.cues
    if span is None or span.precision > Precision.YEAR or told.names_no_day(time) or _is_beside(told, time):
        return None
    if time.timex_type == "DURATION" or is_called_off(told, time):
        how = Modality.ONGOING if time.timex_type == "DURATION" else Modality.DENIED
        return Dating(span, time, aside=False, modality=how)
    if not span.is_open and time.meaning != "range" and _opens(cues.since, before) and told.published:
        return _begun(told, time, span)
    if not span.is_open and _opens(cues.bounded, before) and not _opens(cues.moved, before):
        return _bounded(told, time, span)
    if span.is_open or _is_day_of_speaking(before, told.after(time), cues):
        return _by_then(told, time, span)
    aside = _is_aside(before, cues)
    return Dating(span, time, aside=aside, modality=modality_on(told, time, span, aside=aside))


def _reaches_now(told: Told, time: TimeExpression) -> bool:
    """Whether what lasted so long goes on: "has been in jail for six years", not "was jailed for six years"."""
    clause = told.clause_of(time)
    if told.is_opened_by(time):  # then "and" parts no clause: "For a year, talks between Oria and Vand have …"
        clause = _PAUSE.split(told.after(time).lstrip(" ,"))[0]
    return sought(told.cues.until_now, f"{clause} {time.text}") is not None


def _by_then(told: Told, time: TimeExpression, latest: DateSpan) -> Dating:
    """What had happened by some day, on which it was said."""
    modality = modality_of(told.own_words(), told.cues)  # what somebody is quoted to plan is only said
    aside = latest.is_open and _is_aside(told.before(time), told.cues)
    return Dating(DateSpan.until(latest), time, aside=aside, modality=modality, by=DatedBy.REPORTED)


def _is_beside(told: Told, time: TimeExpression) -> bool:
    """Whether the words tell a day on which it was not ("not in May", "later than in 2007"), a speaker's "today", a bare length."""
    cues = told.cues
    if time.timex_type == "DURATION" and not _reaches_now(told, time):
        return True
    compared = _opens(cues.beside, told.before(time)) or compiled(cues.beside).match(told.after(time).lstrip())
    return bool(compared) or (time.meaning in _COUNTED_FROM_NOW and told.is_quoted(time))


def is_called_off(told: Told, time: TimeExpression) -> bool:
    """Whether it is the day of a plan that came to nothing ("were to meet on Tuesday, but it was cancelled")."""
    cues, before, after = told.cues, told.before(time), told.after(time)
    if not sought(cues.called_off, told.sentence.text):
        return False
    if direction.is_called_off(told.article.text, time.start, time.end, pack_for(told.article.language)):
        return True
    if compiled(rf"(?:{cues.was_planned})\b[^,;]{{0,80}}\Z").search(before):
        return bool(sought(cues.called_off, after) or _opens(cues.was_planned, before))
    if unfulfilled := compiled(cues.unfulfilled).search(after):
        return compiled(cues.called_off).search(after, unfulfilled.end()) is not None
    return _is_object_of_calling_off(told, time, before)


def _is_object_of_calling_off(told: Told, time: TimeExpression, before: str) -> bool:
    """Whether something was called off, and its day is still to come ("cancelled the talks of 20 September")."""
    cues, now = told.cues, told.published
    if not (now and now.last and time.span and time.span.first and time.span.first > now.last):
        return False
    called = compiled(cues.called_off).search(before)
    later = called and (compiled(cues.planned).search(before, called.end()) or _opens(cues.moved_to, before))
    return called is not None and not later


def _begun(told: Told, time: TimeExpression, start: DateSpan) -> Dating | None:
    """What has gone on since some day began on it; what is counted or missing since then is a stretch up to now."""
    published = told.published
    if not published or not published.last or not start.first or start.first > published.last:
        return None
    before = told.before(time)
    clause = before if " " in before.strip() else told.sentence.text
    counted = _GROUPED.search(clause) or compiled(rf"(?:{told.cues.qualifiers})\s+\d").search(clause)
    begun = not counted and compiled(told.cues.lasting).match(clause)
    span = start if begun else DateSpan.between(start, published)
    return Dating(span, time, aside=True, modality=Modality.ONGOING)


def _bounded(told: Told, time: TimeExpression, latest: DateSpan) -> Dating | None:
    """A plan for some day up to ``latest``, from publication on; of the past, "before X" dates nothing."""
    published = told.published
    if not published or not published.first or not latest.last or latest.last < published.first:
        return None
    span = DateSpan(published.start, End(latest.last))  # some day up to the last one, whatever unit that closes
    return Dating(span, time, aside=False, modality=Modality.PLANNED)


def _opens(cue: str, before: str) -> bool:
    """Whether the words right before an expression are a cue ("since", perhaps with an article)."""
    return compiled(rf"(?:{cue})\s+(?:the\s+)?\Z").search(before) is not None


def _is_aside(before: str, cues: Cues) -> bool:
    """Whether a word that opens an aside stands before the expression, inside the sentence, with no comma between."""
    openers = [match.span() for match in compiled(cues.aside).finditer(before)]
    if not openers:
        return False
    start, end = openers[-1]
    return start > 0 and not any(mark in before[end:] for mark in ",;:—")


def _is_day_of_speaking(before: str, after: str, cues: Cues) -> bool:
    """Whether the day is that of a trailing "…, the broadcaster said on Friday"; "said on Friday that" tells more."""
    comma = max(before.rfind(mark) for mark in ',”"')
    if comma < _SHORTEST_CLAIM or len(re.split(r"[,;.”\"]", after, maxsplit=1)[0].split()) > _LONGEST_AFTERTHOUGHT:
        return False
    tail = before[comma + 1 :]
    spoken = compiled(rf"(?:{cues.saying})(?:\s+on|\s+late|\s+early)?\s*\Z").search(tail)
    return spoken is not None and len(tail.split()) <= _LONGEST_ATTRIBUTION


def _day_of_speaking(told: Told, times: Sequence[TimeExpression]) -> Saying | None:
    """On which day the sentence has something said, and which of its expressions stand in what is said."""
    for number, time in enumerate(times):
        before, after = told.before(time), told.after(time)
        if number and _is_day_of_speaking(before, after, told.cues):
            return Saying(number, range(number))
        if compiled(told.cues.said_on).search(f"{before[-_SAID_NEAR:]}|{after[:_SAID_NEAR]}"):
            ends = (told.sentence.start + joint.start() for joint in _TURN.finditer(told.sentence.text))
            end = min((at for at in ends if at > time.end), default=told.sentence.end)
            said = (other for other in range(number + 1, len(times)) if times[other].start < end)
            return Saying(number, tuple(said))
    return None
