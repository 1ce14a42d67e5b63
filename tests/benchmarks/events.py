"""Print how long it takes from text to events: ``BRIEFING_DATA=FOLDER python tests/benchmarks/events.py [COUNT ...]``.

The load is articles of ``FOLDER/t17-dev``, cut at the end of the paragraph before 4 KB. For more than there are they come
again, each time some years later, so that the articles in any period stay as many. CPU time of one process.
"""

from __future__ import annotations

import gc
import json
import os
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import count, islice
from pathlib import Path

from briefing import find_events
from briefing.datespan import DateSpan
from briefing.model import Article, PublishedFrom

_SIZE = 4096
_LATER = timedelta(days=3 * 365)


def main(counts: list[int]) -> None:
    """A line for each count of articles."""
    gc.set_threshold(100_000)  # as the command has it
    os.sched_setaffinity(0, list(os.sched_getaffinity(0))[:1])  # on one processor nothing is shared out
    sampled = list(_sampled(Path(os.environ["BRIEFING_DATA"]) / "t17-dev"))
    find_events(sampled[:5])  # what is compiled and read once
    for number in counts:
        articles = list(islice(_again(sampled), number))
        began = time.process_time()
        events = find_events(articles)
        took = time.process_time() - began
        size = sum(len(article.text) for article in articles) / len(articles) / 1024
        several = sum(len(event.articles) > 1 for event in events)
        print(
            f"{number:6} articles of {size:.1f} KB: {took:6.1f} s CPU, {1000 * took / number:5.1f} s for 1,000; "
            f"{len(events)} events, {several} told by several articles"
        )


def _sampled(folder: Path) -> Iterator[Article]:
    for path in sorted(folder.glob("*/articles.jsonl")):
        for line in path.read_text("utf-8").splitlines():
            fields = json.loads(line)
            text = fields["text"]
            if len(text) > _SIZE:
                text = text[: text.rfind("\n", 0, _SIZE) if "\n" in text[:_SIZE] else _SIZE]
            published = DateSpan.parse(fields["published"][:10])
            yield Article(
                id=f"{path.parent.name} {fields['id']}",
                title=fields.get("title") or "",
                text=text,
                published=published,
                published_from=PublishedFrom.FIELD,
            )


def _again(sampled: list[Article]) -> Iterator[Article]:
    for turn in count():
        for article in sampled:
            day = (article.published and article.published.first) or date.min
            later = DateSpan.day(day + turn * _LATER)
            yield replace(article, id=f"{turn} {article.id}", published=later)


if __name__ == "__main__":
    main([int(number) for number in sys.argv[1:]] or [1000, 10000])
