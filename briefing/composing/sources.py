"""Numbers for the articles that a brief cites, in the order in which the brief cites them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from briefing.composing.statements import direction_of, statement_of
from briefing.datespan import DateSpan
from briefing.events.corrections import in_force
from briefing.model import Article, Event, Modality, Period, Report, Source

__all__ = ["Citations", "cited_articles", "denying_articles", "list_sources", "silent_outlets", "source_of"]

_MOST = 6  # sources on one line; the counts beside it tell of the rest
_EXCERPTS = 3  # sentences shown for one source
_EXCERPT = 24  # words of one: two lines

Citations = Mapping[str, int]


def cited_articles(event: Event) -> tuple[str, ...]:
    """The articles that an event's line cites: its statement's first, one that denies it, one for each origin, then the rest.

    None that its outlet has corrected since.
    """
    believed = in_force(event.reports)
    reports = [event.statement, *_one_for_each_origin(believed), *believed]
    told = dict.fromkeys(report.article for report in reports)
    return tuple(dict.fromkeys([event.statement.article, *denying_articles(event)[:1], *told]))[:_MOST]


def denying_articles(event: Event) -> tuple[str, ...]:
    """The articles that only deny what others tell; none of an event that nobody tells as done."""
    telling = {report.article for report in event.reports if report.modality is not Modality.DENIED}
    return tuple(article for article in event.articles if article not in telling) if telling else ()


def _one_for_each_origin(reports: Sequence[Report]) -> list[Report]:
    return list({report.origin: report for report in reversed(reports)}.values())


def number_articles(events: Iterable[Event], others: Iterable[str]) -> Citations:
    """The number of each cited article, counted from 1: those of the events, then the ids of others."""
    order = [article for event in events for article in cited_articles(event)]
    return {article: number for number, article in enumerate(dict.fromkeys([*order, *others]), 1)}


def list_sources(numbers: Citations, articles: Mapping[str, Article], events: Sequence[Event]) -> tuple[Source, ...]:
    """The cited articles as sources, each with the sentences that the brief rests on."""
    reports: dict[str, list[Report]] = {article: [] for article in numbers}
    for event in events:
        for report in event.reports:
            if report.article in reports and not report.is_headline:  # the source is listed by its title
                reports[report.article].append(report)
    return tuple(
        source_of(articles[article], number, numbers, sorted(reports[article], key=lambda report: report.start))
        for article, number in numbers.items()
    )


def silent_outlets(articles: Iterable[Article], period: Period) -> tuple[tuple[str, DateSpan], ...]:
    """The named outlets whose latest article is older than the period, with its day, the longest silent first."""
    latest: dict[str, DateSpan] = {}
    for article in articles:
        if article.outlet and article.published and article.published.last:
            latest[article.outlet] = max(latest.get(article.outlet, article.published), article.published)
    silent = [(outlet, day) for outlet, day in latest.items() if day.last and day.last < period.first]
    return tuple(sorted(silent, key=lambda told: (told[1], told[0])))


def source_of(article: Article, number: int, numbers: Citations, reports: Sequence[Report]) -> Source:
    """One article as a source; ``number`` is 0 for one that no line cites."""
    dated = {report.start: report for report in reports if report.expression}
    borrowed = [report for report in reports if report.day_from and report.start not in dated]
    shown = [*list(dated.values())[:_EXCERPTS], *borrowed[:1]] or list(reports[:1])
    shown.sort(key=lambda report: report.start)
    words = [report.expression for report in reports if report.start in dated and report.expression]
    return Source(
        number=number,
        article=article.id,
        title=article.title,
        outlet=article.outlet,
        url=article.url,
        language=article.language,
        direction=direction_of(article.title or article.text),
        published=article.published,
        published_at=article.published_at,
        published_from=article.published_from,
        inferred_from=numbers.get(article.inferred_from, 0),
        retrieved=article.retrieved,
        origin=next((report.origin_words for report in reports), ""),
        place=article.place,
        excerpts=tuple(statement_of(report, number, _EXCERPT) for report in shown),
        expressions=tuple(word for word in words if any(one.start <= word.start < one.end for one in shown)),
    )
