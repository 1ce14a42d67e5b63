"""How the dates of two reports stand to each other, or why they exclude one happening."""

from __future__ import annotations

from datetime import timedelta
from enum import StrEnum

from briefing.events.claims import Claim, Known
from briefing.model import Modality

__all__ = ["NEWS", "Apart", "Nearness", "nearness"]

NEWS = timedelta(days=3)  # between two that tell the same news
_STILL_NEWS = timedelta(days=5)  # from a happening to one that tells it as news without its day
_OPENING = 3  # sentences in which an article tells its news
_MONTH = 31  # days


class Nearness(StrEnum):
    """How the dates of two reports of one happening stand to each other."""

    SAME = "both give the day"
    APART = "they are a day apart"
    INSIDE = "one gives the day, one only the week or month"
    IN_YEAR = "one gives the day, one a season or a year"
    YEAR = "neither gives the day, one only a season or a year"
    VAGUE = "one gives a week or month, one no day"
    TOLD = "one does not give the day, and was told at that time"
    REFERRED = "one speaks of it as of something past, without its day"
    ALONG = "both tell of the same stretch of time"

    __hash__ = str.__hash__  # as quick as a key in tables should be


class Apart(StrEnum):
    """Why two reports cannot be of one happening, or are not taken to be."""

    DATES = "their dates exclude each other"
    TIMES = "they were told at other times than one happening would be"
    TENSE = "one tells of what is planned or goes on, one of what happened"
    PLACES = "they name other places"
    TARGETS = "other things were hit"
    NAMES = "they say the same of others"
    PARTIES = "they tell of other people"
    DEEDS = "one tells of the opposite of the other"
    NUMBERS = "they count otherwise"
    DENIED = "one denies something else"
    FACTS = "in two languages, they have too few names, places, deeds and numbers in common, or name other parties"
    SENTENCE = "one sentence tells them as two"
    UNLIKE = "their words are not alike enough"


def nearness(a: Claim, b: Claim) -> Nearness | Apart:
    """How the dates of two claims stand to each other, or why they exclude one happening."""
    gap = max((b.first - a.last).days, (a.first - b.last).days)
    if gap > 1 or (gap == 1 and a.report.article == b.report.article):
        return Apart.DATES
    if a.known is Known.STRETCH or b.known is Known.STRETCH:
        return _along(a, b)
    if a.known is Known.REFERRED or b.known is Known.REFERRED:
        return _referred(a, b)
    if not _tenses_agree(a, b):
        return Apart.TENSE
    return _day_apart(a, b) if gap == 1 else _together(a, b)


def _together(a: Claim, b: Claim) -> Nearness | Apart:
    """The dates of two claims share a day."""
    if a.known is Known.OPEN or b.known is Known.OPEN:
        return _told_then(a, b)
    if a.known is b.known is Known.DAY:
        return Nearness.SAME
    longest = max((a.last - a.first).days, (b.last - b.first).days)
    if longest <= _MONTH:
        return Nearness.INSIDE
    return Nearness.IN_YEAR if Known.DAY in (a.known, b.known) else Nearness.YEAR


def _along(a: Claim, b: Claim) -> Nearness | Apart:
    """Stretches, and a year told as the time of what else goes on since: they must begin together."""
    if a.known is not b.known and (a.first, a.last) != (b.first, b.last):
        return Apart.DATES
    if a.is_plan != b.is_plan:
        return Apart.TENSE
    return Nearness.ALONG


def _tenses_agree(a: Claim, b: Claim) -> bool:
    """Whether one may be the plan of the other; what goes on is no single happening."""
    if a.is_plan != b.is_plan:
        plan, done = (a, b) if a.is_plan else (b, a)
        return (
            plan.report.modality is Modality.PLANNED
            and done.report.modality in (Modality.HAPPENED, Modality.DENIED)
            and done.known is Known.DAY
            and plan.told <= done.first
            and plan.known is not Known.OPEN
        )
    if _is_called_off(a) or _is_called_off(b):
        return a.report.modality is b.report.modality
    ongoing = Modality.ONGOING
    return (a.report.modality is ongoing) == (b.report.modality is ongoing)


def _is_called_off(claim: Claim) -> bool:
    """Whether it was told before its day that something will not be: what is told to have been then is another thing."""
    return claim.report.modality is Modality.DENIED and claim.told < claim.first


def _referred(a: Claim, b: Claim) -> Nearness | Apart:
    """A reference is to what had happened before, as another article told it."""
    if a.is_plan or b.is_plan or a.report.article == b.report.article:
        return Apart.TENSE
    return Apart.DATES if a.known is b.known else Nearness.REFERRED


def _told_then(a: Claim, b: Claim) -> Nearness | Apart:
    """What gives no day was news when it was told; a week later the like of it is something new."""
    if a.known is Known.OPEN and b.known is Known.OPEN:
        return Nearness.TOLD if abs(a.told - b.told) <= NEWS else Apart.TIMES
    undated, dated = (a, b) if a.known is Known.OPEN else (b, a)
    is_news = undated.report.position <= _OPENING and not undated.report.in_passing
    if is_news and dated.known is Known.DAY and undated.told - dated.last > _STILL_NEWS:
        return Apart.TIMES
    return Nearness.TOLD if dated.known is Known.DAY else Nearness.VAGUE


def _day_apart(a: Claim, b: Claim) -> Nearness | Apart:
    """Two days for one thing can be a mistake, unless it was told before the later of them."""
    if a.is_plan != b.is_plan or not (a.founds and b.founds):
        return Apart.DATES
    if not (a.states_day or b.states_day) or a.known is not b.known:
        return Apart.DATES
    later = max(a.first, b.first)
    if not (a.is_plan or min(a.told, b.told) >= later):
        return Apart.TIMES
    return Nearness.APART
