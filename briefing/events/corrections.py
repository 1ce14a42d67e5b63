"""What an outlet takes back: sentences that only correct or withdraw, and reports that its corrected version supersedes.

A correction is no dispute: of two versions of one outlet the corrected one is believed, and the other neither dates the event,
nor counts its dead, nor speaks for it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from briefing.events.cues import compiled
from briefing.events.languages import cues_for
from briefing.model import Article, Report, Sentence

__all__ = ["in_force", "is_corrected", "with_versions_joined", "without_corrections"]

_IN_BRACKETS = re.compile(r"\s*[(\[][^()\[\]]{4,200}[)\]][\s:.–—-]*(?=\w)")
_SPACES = 3  # between words: what follows a bracket is a sentence
_REWORDED = 0.7  # of all words of two sentences: more is one in two versions
_WORD = re.compile(r"[^\W\d]\w*")


def without_corrections(article: Article, sentences: Sequence[Sentence]) -> list[Sentence]:
    """The sentences that tell anything: not those that only take back what the article, or its outlet, said before.

    Of one that opens with such a bracket ("(Corrects the date) The vote …") what follows it is kept.
    """
    told = []
    for sentence in sentences:
        if not _takes_back(article, sentence.text):
            told.append(sentence)
        elif rest := _behind_bracket(sentence):
            told.extend(without_corrections(article, [rest]))
    return told


def _behind_bracket(sentence: Sentence) -> Sentence | None:
    """What follows a bracket with which a sentence opens, if that is one itself."""
    bracket = _IN_BRACKETS.match(sentence.text)
    if bracket is None or sentence.text.count(" ", bracket.end()) < _SPACES:
        return None
    return replace(sentence, start=sentence.start + bracket.end(), text=sentence.text[bracket.end() :])


def is_corrected(article: Article, sentences: Sequence[Sentence], told: Sequence[Sentence]) -> bool:
    """Whether an article says in its title or text that it corrects what its outlet said before."""
    return (
        list(told) != list(sentences) or compiled(cues_for(article.language).corrects).search(article.title) is not None
    )


def _takes_back(article: Article, text: str) -> bool:
    cues = cues_for(article.language)
    if compiled(cues.corrects).search(text):
        return True
    return bool(article.outlet) and article.outlet in text and compiled(cues.retracts).search(text) is not None


def in_force(reports: Sequence[Report]) -> list[Report]:
    """The reports of an event without those of an outlet that its own later, corrected version supersedes."""
    corrected = [report for report in reports if report.corrects and report.outlet and report.published]
    if not corrected:
        return list(reports)
    return [one for one in reports if not any(_supersedes(other, one) for other in corrected)]


def _supersedes(corrected: Report, other: Report) -> bool:
    if corrected.outlet != other.outlet or corrected.article == other.article or not other.published:
        return False
    assert corrected.published  # noqa: S101
    if other.corrects:
        return other.published < corrected.published
    return other.published <= corrected.published


def with_versions_joined(groups: Iterable[tuple[Report, ...]]) -> list[tuple[Report, ...]]:
    """The reports by event, those of a version that was corrected to another day with those of the corrected one."""
    joined = [list(group) for group in groups]
    corrected: dict[str, list[tuple[Report, int]]] = defaultdict(list)
    for number, group in enumerate(joined):
        for report in group:
            if report.corrects and report.outlet and report.published:
                corrected[report.outlet].append((report, number))
    if corrected:
        for number, group in enumerate(joined):
            home = _home(group, number, corrected)
            if home is not None and joined[home]:
                joined[home] = sorted([*group, *joined[home]], key=_told_at)
                joined[number] = []
    return [tuple(group) for group in joined if group]


def _home(group: Sequence[Report], number: int, corrected: dict[str, list[tuple[Report, int]]]) -> int | None:
    """The group whose corrected reports supersede every one of another group, told in nearly the same words."""
    homes = [
        next(
            (home for other, home in corrected.get(one.outlet, ()) if home != number and _is_version(one, other)), None
        )
        for one in group
    ]
    return homes[0] if homes and all(home == homes[0] for home in homes) else None


def _is_version(one: Report, other: Report) -> bool:
    if not _supersedes(other, one) or one.language != other.language:
        return False
    words, its = (frozenset(_WORD.findall(report.text.lower())) for report in (one, other))
    return len(words & its) >= _REWORDED * len(words | its)


def _told_at(report: Report) -> tuple[object, ...]:
    return (str(report.published), report.article, report.start, str(report.span))
