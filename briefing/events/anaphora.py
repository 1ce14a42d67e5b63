"""A later sentence of an article that names its story's happening only by its kind: "The blast …", "Saldırıda …", "وأدى الهجوم".

A definite noun for something done leans on the telling of it before. It is the story's own happening where that is of the
kind, and the sentence speaks of no other one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from briefing.events.claims import Claim
from briefing.events.cues import compiled, in_small_letters
from briefing.events.deeds import MARK
from briefing.events.folding import fold_place
from briefing.events.languages import cues_for
from briefing.events.stems import told_stem
from briefing.model import Modality

__all__ = ["leans_on"]

_OPENING = 2  # sentences after the lead in which an article tells its news

# Nouns for what is done or befalls, by the deed (deeds.py) or the accident (lexicon.tsv) that they name again.
_NOUNS: dict[str, dict[str, str]] = {
    "en": {
        "meet": "meeting talks discussions negotiations summit session conference",
        "kill": "killing killings death deaths murder assassination",
        "strike": "strike strikes attack attacks raid raids assault bombing bombardment shelling airstrike airstrikes",
        "explode": "explosion explosions blast blasts bombing",
        "shoot": "shooting shootings",
        "end": "closure suspension collapse",
        "begin": "launch start opening resumption",
        "agree": "agreement deal accord pact signing approval",
        "reject": "rejection refusal",
        "free": "release",
        "arrest": "arrest arrests detention capture",
        "convict": "conviction verdict sentence sentencing",
        "resign": "resignation",
        "appoint": "appointment election nomination",
        "arrive": "arrival visit trip landing",
        "leave": "departure withdrawal",
        "present": "presentation unveiling",
        "fly": "flight",
        "sell": "sale",
        "buy": "purchase acquisition takeover",
        "win": "victory win",
        "lose": "defeat loss",
        "decide": "decision",
        "fight": "battle clash clashes fighting",
        "vote": "vote ballot poll election referendum",
        "protest": "protest protests demonstration rally march",
        "fire": "fire blaze",
        "crash": "crash collision accident derailment",
        "sinking": "sinking accident",
        "quake": "earthquake quake tremor",
        "flood": "flood floods flooding",
        "storm": "storm hurricane typhoon cyclone tornado",
        "slide": "landslide avalanche mudslide",
        "eruption": "eruption",
        "collapse": "collapse accident",
        "stampede": "stampede crush",
    },
    "tr": {
        "meet": "görüşme toplantı buluşma müzakere zirve",
        "kill": "cinayet suikast",
        "strike": "saldırı baskın bombardıman",
        "explode": "patlama",
        "agree": "anlaşma mutabakat",
        "arrest": "gözaltı",
        "resign": "istifa",
        "arrive": "ziyaret",
        "decide": "karar",
        "fight": "çatışma",
        "vote": "oylama seçim",
        "protest": "gösteri protesto",
        "fire": "yangın",
        "crash": "kaza",
        "quake": "deprem",
        "flood": "sel",
    },
    "ar": {
        "meet": "اللقاء الاجتماع المحادثات المباحثات المفاوضات القمة",
        "kill": "الاغتيال",
        "strike": "الهجوم الغارة الغارات القصف الضربة",
        "explode": "الانفجار التفجير",
        "agree": "الاتفاق",
        "resign": "الاستقالة",
        "arrive": "الزيارة",
        "decide": "القرار",
        "fight": "الاشتباكات",
        "vote": "التصويت الانتخابات",
        "protest": "المظاهرة الاحتجاج التظاهرة",
        "fire": "الحريق",
        "crash": "الحادث التصادم",
        "quake": "الزلزال",
        "flood": "الفيضانات الفيضان",
    },
}
_NO_NOUN = "of|in|to|and|or|for|the|an?|by|on|at|with|from|after|before|that|which|who|was|were|is|has|had"
_DEFINITE = {  # with the words among which the noun is
    "en": re.compile(rf"(?<!\w)(?:the|this)\s+(?P<nouns>\w+(?:[\s-](?!(?:{_NO_NOUN})\b)\w+){{0,2}})", re.IGNORECASE),
    "tr": re.compile(r"(?:\A|(?<!\w)(?:bu|söz konusu)\s+)(?P<nouns>\w+)", re.IGNORECASE),
    "ar": re.compile(r"(?<!\w)[وفبك]?(?P<nouns>ال\w+)"),
}
_SUBJECT = {"en": re.compile(r"(?:the|this)\s+(?:[\w’'-]+\s+){0,2}?(?P<noun>[a-z]+)(?!\w)", re.IGNORECASE)}
_ENDINGS = re.compile(r"(?:[ıiuüsy]\w{0,5}|[dtln]\w{0,5}|[ae])?")  # Turkish, of case
_ENDED = frozenset({"tr"})


def leans_on(later: Claim, told: Claim) -> bool:
    """Whether a sentence with its story's day goes on about what the story's opening tells, named by its kind."""
    report, opening = later.report, told.report
    if opening.position > _OPENING or report.position <= opening.position:
        return False
    if not report.is_borrowed or opening.is_borrowed:
        return False
    if report.modality is not Modality.HAPPENED or opening.modality is not Modality.HAPPENED:
        return False
    if compiled(cues_for(report.language).another).search(report.text):
        return False
    kinds = {deed.removeprefix(MARK) for deed in told.terms.deeds} | told.things.accidents
    return any(kind in kinds for kind in _kinds_named(later)) or _acts_again(later, told)


def _kinds_named(claim: Claim) -> Iterator[str]:
    """The kinds of happening for which a claim has a definite noun."""
    language = claim.report.language
    if language not in _DEFINITE:
        return
    for found in _DEFINITE[language].finditer(claim.words.strip()):
        for noun in re.findall(r"\w+", found["nouns"]):
            yield from _kinds_of(fold_place(noun) if language == "ar" else in_small_letters(noun), language)


def _kinds_of(noun: str, language: str) -> Iterator[str]:
    known = _nouns(language)
    if language not in _ENDED:
        yield from known.get(noun, ())
        return
    for end in range(3, len(noun) + 1):
        if _ENDINGS.fullmatch(noun, end):
            yield from known.get(noun[:end], ())


@cache
def _nouns(language: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for kind, nouns in _NOUNS[language].items():
        for noun in nouns.split():
            found.setdefault(fold_place(noun) if language == "ar" else noun, []).append(kind)
    return found


def _acts_again(later: Claim, told: Claim) -> bool:
    """Whether who or what the opening told of does the same in both, and is only called "the" so and so."""
    pattern = _SUBJECT.get(later.report.language)
    if pattern is None or later.terms.deeds.isdisjoint(told.terms.deeds):
        return False
    subject = pattern.match(later.words.lstrip())
    return subject is not None and told_stem(subject["noun"], later.report.language) in told.terms.stems
