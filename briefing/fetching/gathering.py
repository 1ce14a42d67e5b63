"""Sources in, articles out: feeds and sitemaps visited, then the pages of what is new in them.

One bad page costs that page, one dead feed that feed; each is a `Gathered` that says so.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from briefing.errors import Problem
from briefing.fetching.addresses import Unusable, host_of, is_own_address, web_address
from briefing.fetching.articles import article_of_item, article_of_page
from briefing.fetching.hosts import Hosts, Now, Sleep
from briefing.fetching.policy import Policy
from briefing.fetching.rounds import fetch_all
from briefing.fetching.visits import Outcome, Visit, Wanted
from briefing.model import Article
from briefing.reading.feed_kinds import Kind, kind_of, unpacked
from briefing.reading.feeds import Feed, Item, read_feed
from briefing.reading.found import Unreadable
from briefing.reading.sitemaps import LARGEST, read_sitemap

__all__ = ["STAGE", "Gathered", "gather", "is_passing"]

STAGE = "fetching"
_DEEPEST = 2  # an index of sitemaps, and the sitemaps in it


@dataclass(frozen=True, slots=True)
class Gathered:
    """What one visit brought.

    Of a feed or sitemap: ``feed`` is what it lists and ``new`` how many of these are not known; ``item`` and
    ``article`` are None. Of a page: ``item`` is what its feed says of it (None for a page that is a source itself),
    ``article`` the story, None where there is none. Where the page could not be had and its feed carries text,
    the article is made of that, and a problem says so. ``visit.body`` holds the bytes as fetched.
    """

    source: Wanted
    visit: Visit
    item: Item | None = None
    article: Article | None = None
    problems: tuple[Problem, ...] = ()
    feed: Feed | None = None
    new: int = 0


@dataclass(frozen=True, slots=True)
class _Page:
    source: Wanted
    item: Item


def gather(
    sources: Sequence[Wanted],
    *,
    is_known: Callable[[Item], bool],
    policy: Policy,
    now: Now,
    sleep: Sleep = time.sleep,
) -> Iterator[Gathered]:
    """Visit each source, then the page of each item that is not known; a visit is yielded as soon as it ends.

    ``is_known`` is asked once for every item, in the thread of the caller; what it says of an item whose ``updated``
    is newer decides whether a changed page is read again. Pages that only failed for now give no
    article, and are tried again at the next run if the feed still lists them.
    """
    hosts = Hosts(policy, now, sleep)
    pages: dict[str, _Page] = {}
    try:
        yield from _visit_sources(sources, pages, is_known=is_known, hosts=hosts)
        wanted = [Wanted(url, trusted=_is_at_home(url, page.source)) for url, page in pages.items()]
        for visit in fetch_all(wanted, policy, now=now, sleep=sleep, hosts=hosts):
            page = pages[visit.url]
            yield _of_page(page.source, visit, page.item)
    finally:
        hosts.close()


# ---- feeds ------------------------------------------------------------------------------------


def _visit_sources(
    sources: Sequence[Wanted], pages: dict[str, _Page], *, is_known: Callable[[Item], bool], hosts: Hosts
) -> Iterator[Gathered]:
    """Visit the sources and the newest parts of the sitemaps among them; what is new in them goes into ``pages``."""
    owners = {wanted.url: wanted for wanted in reversed(sources)}
    level: list[Wanted] = list(sources)
    for depth in range(_DEEPEST + 1):
        parts: list[Wanted] = []
        for visit in fetch_all(level, hosts.policy, now=hosts.now, sleep=hosts.sleep, hosts=hosts):
            source = owners[visit.url]
            if visit.outcome is not Outcome.READ:
                yield Gathered(source, visit, problems=_of_failure(visit))
            elif kind_of(unpacked(visit.body, LARGEST)) is Kind.PAGE:
                yield _of_page(source, visit, None)
            else:
                listed, more = _read(visit)
                if isinstance(listed, Problem):
                    yield Gathered(source, visit, problems=(listed,))
                    continue
                if depth < _DEEPEST:
                    parts += [Wanted(url, trusted=_is_at_home(url, source)) for url in more if url not in owners]
                    owners.update((part.url, source) for part in parts)
                yield from _of_feed(source, visit, listed, pages, is_known=is_known, policy=hosts.policy)
        level = parts
        if not level:
            return


def _read(visit: Visit) -> tuple[Feed | Problem, tuple[str, ...]]:
    """What a feed or sitemap lists, and the parts of an index."""
    try:
        if kind_of(unpacked(visit.body, LARGEST)) is Kind.SITEMAP:
            sitemap = read_sitemap(visit.body)
            return sitemap.feed, sitemap.parts
        return read_feed(visit.body, visit.final_url, visit.content_type), ()
    except Unreadable as error:
        return Problem(STAGE, visit.url, str(error)), ()


def _of_feed(
    source: Wanted,
    visit: Visit,
    feed: Feed,
    pages: dict[str, _Page],
    *,
    is_known: Callable[[Item], bool],
    policy: Policy,
) -> Iterator[Gathered]:
    """The feed itself, then the new items that carry their text and have no page; those with one are put down."""
    problems: list[Problem] = []
    without_page: list[Item] = []
    new = 0
    for item in feed.items:
        if is_known(item):
            continue
        url = _address(item)
        if not url and not item.text:
            problems.append(Problem(STAGE, visit.url, f"lists {_named(item)} without an address; it cannot be read"))
        elif new == policy.most_pages:
            problems.append(
                Problem(STAGE, visit.url, f"lists more than {new} new pages; the others are read at the next run")
            )
            break
        else:
            new += 1
            if url:
                pages.setdefault(url, _Page(source, item))
            else:
                without_page.append(item)
    yield Gathered(source, visit, problems=tuple(problems), feed=feed, new=new)
    for item in without_page:
        article, told = article_of_item(item, visit.final_url, visit.at)
        yield Gathered(source, visit, item, article, _problems(told))


def _named(item: Item) -> str:
    return repr(item.title[:60]) if item.title else "an item"


def _address(item: Item) -> str:
    try:
        return web_address(item.url) if item.url else ""
    except Unusable:
        return item.url  # visiting says what is wrong with it


def _is_at_home(url: str, source: Wanted) -> bool:
    """Whether an address lies on the very host and port that the user wrote down himself as one of his own network."""
    if not source.trusted:
        return False
    try:
        home = web_address(source.url)
        return is_own_address(home) and host_of(home) == host_of(web_address(url))
    except Unusable:
        return False


# ---- pages ------------------------------------------------------------------------------------


def _of_page(source: Wanted, visit: Visit, item: Item | None) -> Gathered:
    """A page read; where that fails for good, what its feed carries."""
    if visit.outcome is Outcome.UNCHANGED or is_passing(visit):
        return Gathered(source, visit, item, problems=_of_failure(visit))
    told: list[tuple[str, str]] = []
    if visit.outcome is Outcome.READ:
        article, told = article_of_page(visit, item)
        if article:
            return Gathered(source, visit, item, article, _problems(told))
    else:
        told = [(visit.url, visit.message)]
    if item is None or not (item.text or item.summary):
        return Gathered(source, visit, item, problems=_problems(told))
    article, more = article_of_item(item, visit.final_url, visit.at)
    if article:
        what = "the story" if item.text else "the summary"
        told.append((visit.url, f"could not be read as a page; {what} in its feed was used instead"))
    return Gathered(source, visit, item, article, _problems([*told, *more]))


_PASSING = frozenset({0, 408, 425, 500, 502, 503, 504, *range(520, 531)})


def is_passing(visit: Visit) -> bool:
    """Whether a visit failed in a way that the next run may not meet."""
    return visit.outcome is Outcome.WAITS or (visit.outcome is Outcome.FAILED and visit.status in _PASSING)


def _of_failure(visit: Visit) -> tuple[Problem, ...]:
    return (Problem(STAGE, visit.url, visit.message),) if visit.message else ()


def _problems(told: list[tuple[str, str]]) -> tuple[Problem, ...]:
    return tuple(Problem(STAGE, place, " ".join(message.split())) for place, message in told)
