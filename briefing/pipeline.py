"""The stages in order: read, find, compose. Rendering and delivery follow where the caller wants them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from briefing.composing import (
    DEFAULT_LIMIT,
    Bound,
    Request,
    Unused,
    compose,
    latest_publication,
    parse_bound,
    period_of,
    zone_named,
)
from briefing.errors import NothingToBrief, Problem
from briefing.events import find_story
from briefing.model import Article, Brief, Note, Period

__all__ = ["make_brief"]


def make_brief(
    articles: Iterable[Article],
    *,
    since: str | Bound | None = None,
    until: str | Bound | None = None,
    zone: str = "UTC",
    topic: str = "",
    title: str = "",
    limit: int = DEFAULT_LIMIT,
    twice: int = 0,
    problems: Sequence[Problem] = (),
    language: str = "en",
    note: Note | None = None,
) -> Brief:
    """Make the brief of a set of articles.

    Args:
        articles: what `read_articles` yields, in any order.
        since: the first day of the period: ``2024-09-01``, an ISO date-time, ``yesterday`` or ``7d``
            (counted back from the end); None for everything.
        until: its last day, included; None for the day of the latest publication. Articles
            published later are not used, and counted.
        zone: IANA name of the zone in which the period is meant.
        topic: keeps the events that belong to it; empty for all.
        title: the brief's title; the topic where it is empty.
        limit: how many events the timeline shows at most; the data hold all.
        twice: exact repetitions dropped by reading, for the coverage.
        problems: what went wrong before, for the coverage.
        language: that of the brief's own words, headings and dates; sentences stay in their article's, and where
            reports in several tell of an event, one in this language is quoted.
        note: the analyst's own words, shown in a box that says whose they are.

    Raises:
        Misuse: a bound that cannot be read, an unknown zone.
        NothingToBrief: there is no article at all.
    """
    place = zone_named(zone)
    first, last = _bound(since, "--since"), _bound(until, "--until")
    read = sorted(articles, key=lambda article: (article.published is None, article.id))
    if not read:
        raise NothingToBrief("No article could be read, so there is nothing to brief; see the problems named above.")
    period = period_of(first, last, latest=latest_publication(read, place), zone=place)
    used = [article for article in read if not _is_later(article, period)]
    unread = {problem.article for problem in problems if problem.stage == "reading"} - {one.place for one in read}
    unused = Unused(twice=twice, failed=len(unread), later=len(read) - len(used))
    brief = compose(find_story(used), Request(period, topic, title, limit, language), unused, problems)
    return replace(brief, note=note)


def _bound(written: str | Bound | None, option: str) -> Bound | None:
    return parse_bound(written, option) if isinstance(written, str) else written


def _is_later(article: Article, period: Period) -> bool:
    """Whether an article was published after the period: by the instant where it is known, else by the day."""
    if period.until and article.published_at and article.published_at.tzinfo:
        return article.published_at > period.until
    return (
        article.published is not None and article.published.first is not None and article.published.first > period.last
    )
