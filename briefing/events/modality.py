"""How a sentence tells what it tells: as happened, planned, possible or denied, by its words and by its day."""

from __future__ import annotations

from briefing.datespan import DateSpan
from briefing.events.cues import Cues, compiled, compiled_small, in_small_letters, sought
from briefing.events.speaking import AS_SPOKEN
from briefing.events.told import Told
from briefing.model import Modality, TimeExpression
from briefing.temporal import direction
from briefing.temporal.languages import pack_for

__all__ = ["modality_of", "modality_on"]


def modality_on(told: Told, time: TimeExpression, span: DateSpan, *, aside: bool) -> Modality:
    """A day after publication, or after that of speaking, makes a plan; one before it makes a plan's words ("would") the talk of a past day.

    What may happen is no plan, and of a plan of the past ("had been due") nobody says what came of it. Denied is what
    stands in the clause of the denial or behind it, never an aside.
    """
    now, clause = time.anchor if time.meaning == AS_SPOKEN else told.published, told.clause_of(time)
    if now and span.first and now.last and span.first > now.last:
        if sought(told.cues.denied_plan, clause):
            return Modality.DENIED
        may_be = sought(told.cues.possible, clause) or sought(told.cues.condition, told.own_words())
        return Modality.HYPOTHETICAL if may_be else Modality.PLANNED
    if sought(told.cues.unfulfilled, clause):
        return Modality.PLANNED
    modality = modality_of(told.sentence.text, told.cues)
    if modality is Modality.DENIED and not sought(
        told.cues.denied, clause if aside else f"{told.before(time)} {clause}"
    ):
        return Modality.HAPPENED
    if modality is not Modality.PLANNED:
        return Modality.DENIED if _was_not_done(told, time) else modality
    return Modality.PLANNED if span == now and _lies_ahead(told, time) else Modality.HAPPENED


def _was_not_done(told: Told, time: TimeExpression) -> bool:
    """Whether the clause says that something was not done on its day ("failed to meet on Monday")."""
    own = told.clause_before(time)
    found = compiled(told.cues.not_done).search(own)
    return found is not None and not compiled(f"{told.cues.relative}|{told.cues.aside}").search(own, found.end())


def _lies_ahead(told: Told, time: TimeExpression) -> bool:
    """Whether the verb of an expression points ahead ("will vote today"); a whole date is the head of its article."""
    pack = pack_for(told.article.language)
    is_head = time.meaning == "stated"
    return not is_head and direction.direction(told.article.text, time.start, time.end, pack) == 1


def modality_of(text: str, cues: Cues) -> Modality:
    """How a sentence tells its happening, by its words alone."""
    small = in_small_letters(text)
    if compiled_small(cues.hypothetical).match(small):
        return Modality.HYPOTHETICAL
    if not compiled_small(f"{cues.denied}|{cues.planned}").search(small):  # as of most, which one search tells
        return Modality.HAPPENED
    if compiled_small(cues.denied).search(small):
        return Modality.DENIED
    return Modality.HAPPENED if _has_come_to_nothing(small, cues) else Modality.PLANNED


def _has_come_to_nothing(small: str, cues: Cues) -> bool:
    """Whether a sentence tells of a plan, that it was called off: that is what happened."""
    plan = compiled_small(cues.was_planned).search(small)
    return plan is not None and compiled_small(cues.called_off).search(small, plan.end()) is not None
