"""Sentences that look back at a happening without saying when it was: other reports of it may know.

"When the envoy first visited Cairo, …" dates nothing. Where other articles tell of one such visit before, it is a
report of that; else it is none.
"""

from __future__ import annotations

from briefing.datespan import DateSpan
from briefing.events.cues import compiled_small, in_small_letters
from briefing.events.told import Dating, Told
from briefing.model import DatedBy, Modality

__all__ = ["referring", "refers_back"]


def refers_back(told: Told) -> bool:
    """Whether a sentence, itself undated, speaks of something that has happened before what its article tells."""
    if told.is_lead or not told.is_sentence:
        return False
    words, background = in_small_letters(told.own_words()), compiled_small(told.cues.background)
    if not background.search(words):
        return False
    return background.search(compiled_small(told.cues.since_then).sub("", words)) is not None


def referring(now: DateSpan) -> Dating:
    """The dating of such a sentence: by the day from which the article speaks, matched to others' or not at all."""
    return Dating(DateSpan.until(now), None, aside=True, modality=Modality.HAPPENED, by=DatedBy.MATCHED)
