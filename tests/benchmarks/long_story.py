"""What a story of a thousand events costs, stage by stage: `python tests/benchmarks/long_story.py [EVENTS] [LIMIT]`.

The articles are made up here, four dated sentences each, so that the figure can be had anywhere. Times are CPU seconds.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import islice, product
from typing import TypeVar

from briefing import make_brief, render
from briefing.datespan import DateSpan
from briefing.model import Article, PublishedFrom

Made = TypeVar("Made")

PLACES = (
    "Ankara Cairo Doha Amman Muscat Geneva Vienna Oslo Rome Lisbon Tunis Rabat Algiers Baghdad Kuwait Nairobi".split()
)
WHO = ("mediators", "ministers", "engineers", "observers", "judges", "doctors", "union leaders", "port workers")
DEEDS = (
    "opened a hearing on the {thing}", "signed a contract for the {thing}", "inspected the {thing}", "closed the {thing}",
    "reopened the {thing}", "voted on the {thing}", "published a report on the {thing}", "suspended work on the {thing}",
)  # fmt: skip
THINGS = (
    "northern railway",
    "grain terminal",
    "old dam",
    "power station",
    "river bridge",
    "central hospital",
    "border crossing",
)
FIRST = date(2023, 11, 1)


def articles(events: int) -> Iterator[Article]:
    """Enough articles to tell so many events, one every other day or more often, four events each."""
    told = islice(product(DEEDS, THINGS, WHO, PLACES), 0, None, 7)
    for number in range(events // 4):
        published = FIRST + timedelta(days=number * 320 // (events // 4))
        lines = []
        for back, (deed, thing, who, place) in zip((0, 1, 2, 3), told, strict=False):
            day = published - timedelta(days=back)
            lines.append(
                f"{who.capitalize()} {deed.format(thing=thing)} in {place} on {day:%A}, {day.day} {day:%B %Y}."
            )
        yield Article(
            id=f"article-{number:04}", text="\n\n".join(lines), title=f"Report {number} from {place}", outlet=f"Daily {number % 40}",
            language="en", published=DateSpan.day(published), published_from=PublishedFrom.FIELD,
        )  # fmt: skip


def timed(name: str, make: Callable[[], Made]) -> Made:
    """What ``make`` gives; its CPU time is printed."""
    start = time.process_time()
    made = make()
    print(f"{name:28} {time.process_time() - start:6.1f} s")
    return made


if __name__ == "__main__":
    numbers = [int(word) for word in sys.argv[1:]]
    pile = list(articles(numbers[0] if numbers else 1000))
    limit = numbers[1] if len(numbers) > 1 else 1000
    brief = timed("from articles to a brief", lambda: make_brief(pile, since="2024-09-01", limit=limit))
    print(f"{len(pile)} articles, {len(brief.events)} events")
    print(
        f"{len(brief.new) + len(brief.background)} rows, {len(brief.sources)} sources, {brief.coverage.left_out} left out"
    )
    for form in ("json", "csv", "md", "html", "pdf"):
        timed(form, lambda form=form: render(brief, form))  # type: ignore[misc]
