"""Articles to events: languages told, undated articles placed, reports merged, each event summed up."""

from __future__ import annotations

import gc
import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date

from briefing.datespan import DateSpan, Precision, compatible
from briefing.errors import Problem
from briefing.events.claims import Context
from briefing.events.closeness import Closeness
from briefing.events.corrections import in_force, with_versions_joined
from briefing.events.explaining import Explanation, explain, explained_as
from briefing.events.figures import numbers_in
from briefing.events.headlines import with_headlines
from briefing.events.languages import cues_for
from briefing.events.likeness import terms
from briefing.events.merging import Merger
from briefing.events.namesakes import with_names_shared
from briefing.events.origins import rooted
from briefing.events.publication import believe_dateline, infer_publication
from briefing.events.ranking import best_report, order_of, score
from briefing.events.recalling import extracts_of
from briefing.events.reports import Extract
from briefing.events.tellings import tellings_of
from briefing.events.tolls import dates_a_toll, disputed_tolls, with_latest_toll
from briefing.events.translations import with_translations_traced
from briefing.model import Article, DatedBy, Event, Figure, Modality, Name, NameKind, Report
from briefing.temporal.languages import LANGUAGES, detect

__all__ = [
    "Found",
    "explain_event",
    "explain_known",
    "find_events",
    "find_story",
    "garbage_left",
    "place",
    "problems_of",
    "sum_up",
    "tell",
]

_COPIED = 0.85  # of all words of two sentences: more is one sentence printed twice
_NOT_DONE = frozenset({Modality.PLANNED, Modality.HYPOTHETICAL})
_WORDS_THAT_TELL = 6  # distinct words: shorter sentences are alike by chance


@dataclass(frozen=True, slots=True)
class Found:
    """Everything that articles yield.

    ``articles`` are the given ones with their language told and their day inferred where it was
    missing; ``undated`` counts the sentences that bear no date of their own.
    """

    articles: tuple[Article, ...]
    events: tuple[Event, ...]
    figures: tuple[Figure, ...]
    undated: int
    problems: tuple[Problem, ...]


def find_events(articles: Iterable[Article]) -> list[Event]:
    """The dated events that articles tell, reports of one happening merged, in order of date.

    The same articles in another order give the same events.
    """
    return list(find_story(articles).events)


def find_story(articles: Iterable[Article]) -> Found:
    """The events of articles with what `find_events` leaves out: figures, counts and problems."""
    given = list(articles)  # whose reading may well leave garbage
    with garbage_left():
        return _story(given)


@contextmanager
def garbage_left() -> Iterator[None]:
    """No looking for garbage in the meantime: of the values made here none is part of a cycle, and there are millions."""
    was_looked_for = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_looked_for:
            gc.enable()


def _story(articles: Sequence[Article]) -> Found:
    contradictions: list[Problem] = []
    told = place(articles, contradictions)
    extracts = extracts_of(articles, told)
    return Found(
        articles=tuple(told),
        events=tuple(tell(extracts)),
        figures=tuple(figure for found in extracts for figure in found.figures),
        undated=sum(found.undated for found in extracts),
        problems=(*contradictions, *(problem for found in extracts for problem in problems_of(found))),
    )


def tell(extracts: Sequence[Extract]) -> list[Event]:
    """The events that extracts tell together, in order of date."""
    traced = with_translations_traced(extracts)
    groups = with_versions_joined(_merger(traced).groups())
    closeness = Closeness(report for group in groups for report in group)
    headlines = [report for found in traced for report in found.headlines]
    return sorted(with_headlines((sum_up(group, closeness) for group in groups), headlines), key=order_of)


def explain_event(articles: Iterable[Article], event: str) -> Explanation | None:
    """Why the reports of an event were merged; None if the articles tell of no event with that id, or more than one.

    The beginning of an id will do.
    """
    merger, summed = _merged(articles)
    matching = [number for number, one in summed.items() if one.id.startswith(event)]
    return explain(merger, matching[0], summed) if len(matching) == 1 else None


def explain_known(articles: Iterable[Article], event: Event) -> Explanation:
    """Why the reports of an event of a library are one: as its articles tell it by themselves, else as a person decided."""
    merger, summed = _merged(articles)
    own = tellings_of(event)
    shared = {number: len(own & tellings_of(one)) for number, one in summed.items()}
    most = max(shared, key=lambda number: shared[number], default=None)
    if most is None or not shared[most]:
        return explained_as(event, Explanation(event, (), ()))
    return explained_as(event, explain(merger, most, summed))


def _merged(articles: Iterable[Article]) -> tuple[Merger, dict[int, Event]]:
    given = list(articles)
    merger = _merger(with_translations_traced(extracts_of(given, place(given, []))))
    groups = merger.groups()
    closeness = Closeness(report for group in groups for report in group)
    return merger, {number: sum_up(group, closeness) for number, group in enumerate(groups)}


def place(articles: Iterable[Article], contradictions: list[Problem]) -> list[Article]:
    """The articles with their language told and their day, where it was missing or contradicted, inferred."""
    return infer_publication([believe_dateline(_with_language(article), contradictions) for article in articles])


def _merger(extracts: Sequence[Extract]) -> Merger:
    reports = [report for found in extracts for report in found.reports]
    references = [report for found in extracts for report in found.references]
    named = with_names_shared([*reports, *references])
    contexts = {found.article.id: _context(found) for found in extracts}
    return Merger(named[: len(reports)], named[len(reports) :], contexts)


def _context(found: Extract) -> Context:
    article = found.article
    lead = next((report.text for report in found.reports if report.position == 0), "")
    return Context(terms(article.title, article.language), terms(f"{article.title} {lead}", article.language))


def _with_language(article: Article) -> Article:
    return article if article.language else replace(article, language=detect(f"{article.title}\n{article.text}"))


def problems_of(found: Extract) -> Iterable[Problem]:
    """What an article leaves undated or unread, a line for each."""
    article = found.article
    if article.published is None:
        yield Problem(
            "dating",
            article.place or article.id,
            "no publication date was found and no other article tells it; give one in the front matter "
            "(published: 2024-09-14) or in the file name, or its weekdays and the like stay undated",
        )
    for time in found.ambiguous:
        yield Problem(
            "dating",
            article.place or article.id,
            f"“{time.text}” can be read day first or month first and dates nothing; tell the outlet's country "
            "in the front matter (country: US)",
        )
    for time in found.misnamed:
        yield Problem(
            "dating",
            article.place or article.id,
            f"“{time.text}” names a weekday on which {time.timex_value[:10]} does not fall; "
            "the number is believed, as about that day",
        )
    if article.language not in LANGUAGES:
        name = f"is “{article.language}”, which has no rules yet" if article.language else "was not recognised"
        yield Problem(
            "dating",
            article.place or article.id,
            f"its language {name}; only dates in figures were read",
        )


# ---- one event from its reports -------------------------------------------------------------------


def sum_up(group: Sequence[Report], closeness: Closeness) -> Event:
    """One event from the reports of one happening, which come in the order of publication.

    A day that a sentence states wins over one that it only takes from the story around it. What only announced the
    event neither dates it nor confirms it; nor does what denies what others tell, or what its own outlet corrected since.
    """
    done = [report for report in group if report.modality not in _NOT_DONE]
    reports = rooted(_with_copies_traced(done or list(group)))
    believed = in_force(reports)
    telling = [report for report in believed if report.modality is not Modality.DENIED] or believed
    firm = _firm([report for report in telling if not dates_a_toll(report)] or telling)
    span = _agreed(firm)
    statement = firm[0] if len(firm) == 1 else best_report(firm, span)
    return Event(
        id=_id(group[0]),
        span=span,
        statement=with_latest_toll(statement, believed, span) if len(believed) > 1 else statement,
        reports=tuple(_dated_by_others(report, span) for report in reports) if len(reports) > 1 else tuple(reports),
        modality=_modality(believed),
        reported=min((r.published for r in reports if r.published), default=None),
        origins=tuple(sorted({report.origin for report in telling})),
        disputed=_disputed(firm, span),
        names=_names(believed),
        score=score(telling, span, closeness),
        disputed_tolls=disputed_tolls(believed),
        plans=tuple(report for report in group if done and report.modality in _NOT_DONE),
    )


def _firm(reports: Sequence[Report]) -> list[Report]:
    """The reports that date an event: those that state its day; with them, where they know only a month, one that carries it."""
    stated = [report for report in reports if report.dated_by is DatedBy.STATED]
    if not stated:
        return list(reports)
    if any(report.span.is_day for report in stated):
        return stated
    carried = (report for report in reports if report.dated_by is DatedBy.CARRIED and report.span.is_day)
    return [*stated, *(one for one in carried if all(compatible(one.span, other.span) for other in stated))]


def _dated_by_others(report: Report, span: DateSpan) -> Report:
    """A report that knows the day less well than others of its event, with the day from them."""
    own = report.firm_span
    if span.is_open or (compatible(report.span, span) and report.dated_by is DatedBy.IMPLIED):
        return report
    coarser = own.is_open or own.approximate or own.precision > span.precision
    if own == span or not coarser or not compatible(own, span):
        return report
    return replace(report, span=span, dated_by=DatedBy.MATCHED, day_from=None)


def _with_copies_traced(reports: Sequence[Report]) -> list[Report]:
    """The reports, those that repeat an earlier one nearly word for word under the origin of that one."""
    if len(reports) == 1:
        return list(reports)
    traced: list[Report] = []
    words: list[tuple[frozenset[str], frozenset[int]]] = []
    for report in reports:
        numbers = frozenset(numbers_in(report.text, (), cues_for(report.language)))
        own = frozenset(re.findall(r"[^\W\d]\w*", report.text.lower())), numbers
        copied = next((old for old, theirs in zip(traced, words, strict=True) if _copies(own, theirs)), report)
        traced.append(replace(report, origin=copied.origin))
        words.append(own)
    return traced


def _copies(a: tuple[frozenset[str], frozenset[int]], b: tuple[frozenset[str], frozenset[int]]) -> bool:
    """Whether two sentences have nearly all their words in common (Jaccard), and not each a number of its own.

    Who prints "killed 7" where another has "killed 12" has it from somebody else.
    """
    (own, numbers), (theirs, other_numbers) = a, b
    if numbers - other_numbers and other_numbers - numbers:
        return False
    return len(own) >= _WORDS_THAT_TELL and len(own & theirs) >= _COPIED * len(own | theirs)


def _id(first: Report) -> str:
    """An id that rests on the earliest report, so that it survives the next article about the event.

    Of a sentence that tells of two days, the words that date it tell the two apart.
    """
    dated_at = first.expression.start if first.expression else ""
    return hashlib.sha256(f"{first.article}:{first.start}:{dated_at}:{first.text}".encode()).hexdigest()[:12]


def _agreed(reports: Sequence[Report]) -> DateSpan:
    """The best supported date: known to the day before coarser, then more origins, then reported earlier."""
    if len(reports) == 1:
        return reports[0].firm_span
    closed = [report for report in reports if not report.firm_span.is_open] or list(reports)
    origins: dict[DateSpan, set[str]] = {}
    for report in closed:
        origins.setdefault(report.firm_span, set()).add(report.origin)

    def key(span: DateSpan) -> tuple[object, ...]:
        told = [report for report in closed if report.firm_span == span]
        earliest = min((r.published.first or date.max for r in told if r.published), default=date.max)
        return (span.precision, -len(origins[span]), -len(told), span.approximate, earliest, span)

    return min(origins, key=key)


def _disputed(reports: Sequence[Report], span: DateSpan) -> tuple[DateSpan, ...]:
    """The other days that contradict the event's date; a coarser date that holds it agrees."""
    if len(reports) == 1:
        return ()
    spans = {report.firm_span for report in reports if not report.in_passing}
    others = {span for span in spans if not span.is_open and span.precision is Precision.DAY}
    return tuple(sorted(other for other in others if not _agree(other, span)))


def _agree(a: DateSpan, b: DateSpan) -> bool:
    """Whether two dates known to the day can both be right: they are the same, or one is a day inside the other."""
    return a == b or (compatible(a, b) and (a.is_day or b.is_day))


def _modality(reports: Sequence[Report]) -> Modality:
    """What most reports say; that it happened, if any says so of a thing that others only planned."""
    if len(reports) == 1:
        return reports[0].modality
    counts = Counter(report.modality for report in reports)
    if counts[Modality.HAPPENED]:
        return Modality.HAPPENED
    return min(counts, key=lambda modality: (-counts[modality], modality.value))


def _names(reports: Sequence[Report]) -> tuple[Name, ...]:
    """The names in all reports: what something happened in first, then the most frequent; a borrowed report has no say in that.

    Of the spellings of a name the longest of those whose kind is told is shown ("Antony Blinken").
    """
    if len(reports) == 1:
        return tuple(sorted(reports[0].names, key=lambda name: (not name.located, name.key)))
    names = [name for report in reports for name in report.names]
    own = [name for report in reports if not report.is_borrowed for name in report.names] or names
    counts = Counter(name.key for name in own)
    chosen: dict[str, Name] = {}
    for name in names:
        known = chosen.get(name.key)
        if known is None or _tells_more(name, known):
            chosen[name.key] = name
    located = {name.key for name in own if name.located}
    shown = (replace(name, located=True) if key in located else name for key, name in chosen.items())
    return tuple(sorted(shown, key=lambda name: (not name.located, -counts[name.key], name.key)))


def _tells_more(name: Name, known: Name) -> bool:
    told, told_before = name.kind is not NameKind.OTHER, known.kind is not NameKind.OTHER
    if told == told_before and name.kind is NameKind.PERSON:
        return len(name.text) > len(known.text)
    return told and not told_before
