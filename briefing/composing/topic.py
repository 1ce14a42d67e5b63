"""What belongs to the topic that the user names, and what is other news in the same folder.

An event belongs if a report of it names the topic. Stories soon stop naming their topic: an event belongs, too, if an
article about the topic tells it in words that such articles use and others do not (relevance feedback, Rocchio 1971).
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from functools import cache

from briefing.events.likeness import terms
from briefing.model import Article, Event
from briefing.temporal.languages import pack_for

__all__ = ["on_topic"]

_SHARE = 0.6  # of the topic's words, of which one or two must all be there
_OPENING = 600  # characters of an article in which it says what it is about
_FIRST = 3  # sentences of it
_USED_BY = 3  # articles about the topic that use a word which tells of it
_TIMES = 3  # as many of the articles about the topic as of the others use it
_TELLING = 2  # such words in a sentence
_SHORT = re.compile(r"(?<!\w)[A-Z]\.?[A-Z](?!\w)")  # BP, EU, U.S: too short for a word, but names


def on_topic(events: Sequence[Event], topic: str, articles: Mapping[str, Article]) -> list[Event]:
    """The events that belong to a topic, in their order; all of them if it says nothing.

    Args:
        events: those to choose from.
        topic: the user's words, in any of the articles' languages.
        articles: by id, those that report the events, and all others of the pile.
    """
    words = cache(_words)  # one sentence stands in many reports
    asked = {article.language: _asked(topic, article.language) for article in articles.values()}
    if not any(asked.values()):
        return list(events)

    def names_it(article: Article, text: str) -> bool:
        return _holds(words(f"{text} {article.title}", article.language), asked[article.language])

    named = {event.id for event in events if any(names_it(articles[r.article], r.text) for r in event.reports)}
    about = {article.id for article in articles.values() if names_it(article, article.text[:_OPENING])}
    about |= {r.article for event in events if event.id in named for r in event.reports if r.position < _FIRST}
    telling = {language: asked[language] | _telling(events, about, language, words) for language in asked}

    def goes_on(event: Event) -> bool:
        return any(
            len(words(r.text, r.language) & telling[r.language]) >= _TELLING
            for r in event.reports
            if r.article in about
        )

    return [event for event in events if event.id in named or goes_on(event)]


def _asked(topic: str, language: str) -> frozenset[str]:
    """The words of a topic; those of two letters are names, in small letters, too, unless they are English words."""
    short = (word.upper() for word in re.findall(r"\b[a-z]{2}\b", topic) if word not in pack_for("en").function_words)
    return _words(f"{topic} {' '.join(short)}", language)


def _words(text: str, language: str) -> frozenset[str]:
    return terms(text, language, across=False).stems | {name.replace(".", "") for name in _SHORT.findall(text)}


def _holds(words: Collection[str], asked: frozenset[str]) -> bool:
    needed = math.ceil(len(asked) * _SHARE) if len(asked) > 2 else len(asked)
    return bool(asked) and len(asked.intersection(words)) >= needed


def _telling(
    events: Sequence[Event], about: set[str], language: str, words: Callable[[str, str], frozenset[str]]
) -> frozenset[str]:
    """The words of a language that articles about the topic use far more often than others."""
    used: dict[str, set[str]] = defaultdict(set)
    for report in (report for event in events for report in event.reports if report.language == language):
        used[report.article] |= words(report.text, language)
    inside = Counter(word for article, said in used.items() if article in about for word in said)
    outside = Counter(word for article, said in used.items() if article not in about for word in said)
    on = len(used.keys() & about)
    off = 1 + len(used) - on  # one more: that no other article uses a word is no proof where there is hardly one
    return frozenset(
        word for word, count in inside.items() if count >= _USED_BY and count / on >= _TIMES * outside[word] / off
    )
