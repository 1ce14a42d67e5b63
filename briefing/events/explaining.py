"""Why the reports of an event were merged, and why others near it were not."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from briefing.events.claims import Claim
from briefing.events.judging import Verdict, judge
from briefing.events.merging import Merger
from briefing.events.nearness import Apart
from briefing.events.stems import told_stem
from briefing.events.tellings import telling_of, tellings_of
from briefing.model import Event, Report

__all__ = ["Explanation", "Joined", "KeptApart", "explain"]

_NEIGHBOURS = 5  # events shown that were kept apart


@dataclass(frozen=True, slots=True)
class Joined:
    """A report of an event: the report it was found to tell the same as, and what shows it; None for the first.

    ``is_first`` is False for one without a partner that joined otherwise, as by a person's decision.
    ``words`` are what the two have in common as the report writes it, ``names`` the names among them.
    """

    report: Report
    partner: Report | None
    verdict: Verdict | None
    words: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    is_first: bool = True


@dataclass(frozen=True, slots=True)
class KeptApart:
    """An event near by, the two reports that came closest, how alike they are, and why they are not of one happening."""

    event: Event
    report: Report
    near: Report
    likeness: float
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Explanation:
    """An event with the reasons of its reports, in the order in which they joined, and its neighbours."""

    event: Event
    joined: tuple[Joined, ...]
    apart: tuple[KeptApart, ...]


def explain(merger: Merger, number: int, events: Mapping[int, Event]) -> Explanation:
    """Explain the cluster ``number`` of a merger; ``events`` are the events of all its clusters."""
    claims = merger.clusters[number].claims
    shown: dict[tuple[object, ...], Report] = {
        (report.article, report.start, report.expression): report for report in _reports(events[number])
    }
    joined = [_joined(claim, claims[:at], merger, shown) for at, claim in enumerate(claims)]
    return Explanation(events[number], tuple(joined), _apart(merger, number, events))


def explained_as(event: Event, explanation: Explanation) -> Explanation:
    """The explanation of an event as a library holds it, which decisions or other articles may have made otherwise."""
    own = {telling_of(report): report for report in _reports(event)}
    held = frozenset(own)
    joined = [
        one
        if one.partner is None or telling_of(one.partner) in held
        else Joined(one.report, None, None, is_first=False)
        for one in explanation.joined
        if own.pop(telling_of(one.report), None)
    ]
    others = [Joined(report, None, None, is_first=False) for report in own.values() if not report.is_headline]
    apart = tuple(kept for kept in explanation.apart if not tellings_of(kept.event) & tellings_of(event))
    return Explanation(event, (*joined, *others), apart)


def _reports(event: Event) -> tuple[Report, ...]:
    return (*event.reports, *event.plans)


def _joined(claim: Claim, before: list[Claim], merger: Merger, shown: Mapping[tuple[object, ...], Report]) -> Joined:
    """A claim with the one before it that it is most like; its report as the event shows it."""
    report = shown.get((claim.report.article, claim.report.start, claim.report.expression), claim.report)
    verdicts = [(judge(claim, other, merger.likeness), other) for other in before]
    if not verdicts:
        return Joined(report, None, None)
    verdict, partner = max(verdicts, key=lambda pair: (pair[0].holds, pair[0].likeness / pair[0].needed))
    names = tuple(name.text for name in claim.report.names if name.key in partner.names)
    shared = claim.terms.stems & partner.terms.stems
    return Joined(report, partner.report, verdict, _as_written(claim, shared, names), names)


def _as_written(claim: Claim, stems: frozenset[str], names: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a report behind some stems, without those of the names."""
    taken = {word for name in names for word in name.split()}
    words = [word for word in re.findall(r"[^\W_]+", claim.report.text) if word not in taken]
    return tuple(dict.fromkeys(word for word in words if told_stem(word, claim.report.language) in stems))


def _apart(merger: Merger, number: int, events: Mapping[int, Event]) -> tuple[KeptApart, ...]:
    """The events that share telling words with this one, the likest first."""
    best: dict[int, KeptApart] = {}
    for claim in merger.clusters[number].claims:
        for neighbour in merger.near(claim):
            for other in merger.clusters[neighbour].told + merger.clusters[neighbour].planned:
                if neighbour == number or other.report.article == claim.report.article:
                    continue
                likeness = merger.likeness(claim.terms, other.terms, claim.around, other.around)
                known = best.get(neighbour)
                if known is None or likeness > known.likeness:
                    verdict = judge(claim, other, merger.likeness)
                    best[neighbour] = KeptApart(events[neighbour], claim.report, other.report, likeness, verdict)
    ranked = sorted(best.values(), key=lambda kept: (kept.verdict.apart is Apart.DATES, -kept.likeness, kept.event.id))
    return tuple(ranked[:_NEIGHBOURS])
