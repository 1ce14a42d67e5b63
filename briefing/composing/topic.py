"""What belongs to the topic that the user names, and what is other news in the same folder.

An event belongs if a report of it names the topic, by its words in any form or by others for the same thing (quake,
earthquake, deprem). Stories soon stop naming their topic: an event belongs, too, if an article about the topic tells it in
words that such articles use and others do not (relevance feedback, Rocchio 1971).
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from functools import cache
from itertools import takewhile

from briefing.events.folding import fold_name
from briefing.events.gazetteer import place_of
from briefing.events.lexicon import things_in
from briefing.events.likeness import THING, terms
from briefing.model import Article, Event
from briefing.temporal.languages import pack_for

__all__ = ["on_topic"]

_SHARE = 0.6  # of the topic's words, of which one or two must all be there
_OPENING = 600  # characters of an article in which it says what it is about
_FIRST = 3  # sentences of it
_USED_BY = 3  # articles about the topic that use a word which tells of it
_TIMES = 3  # as many of the articles about the topic as of the others use it
_TELLING = 2  # such words in a sentence
_ENDING = 3  # letters: what so few add to a name is one of its forms; Turkish has longer ones, folded
_TURKISH = re.compile(
    r"(?:l[iu](?:k|l[ae]r)?)?(?:l[ae]r)?(?:s?[iu](?:m[iu]z)?)?"
    r"(?:n?[iu]n|[nd]*[dt][ae](?:n|ki)?(?:l[ae]r\w*)?|y?l[ae]|n?[iuae]|y[iuae]|y?d[iu]|ym[iu][sş])?"
)
_NAME = re.compile(r"[^\W\d_]{5,}")
_SHORT = re.compile(r"(?<!\w)[A-Z]\.?[A-Z](?!\w)")  # BP, EU, U.S: too short for a word, but names


def on_topic(events: Sequence[Event], topic: str, articles: Mapping[str, Article]) -> list[Event]:
    """The events that belong to a topic, in their order; all of them if it says nothing.

    Args:
        events: those to choose from.
        topic: the user's words, in any of the articles' languages.
        articles: by id, those that report the events, and all others of the pile.
    """

    @cache  # one sentence stands in many reports
    def words(text: str, language: str) -> frozenset[str]:
        return _words(_without_other_names(text, topic, language), language)

    @cache
    def named_in(text: str, language: str) -> frozenset[str]:
        return words(text, language) | _things(text, language)

    languages = {article.language for article in articles.values()}
    asked = {language: _asked(topic, language, languages) for language in languages}
    if not any(asked.values()):
        return list(events)

    def names_it(article: Article, text: str) -> bool:
        return _holds(named_in(f"{text} {article.title}", article.language), asked[article.language])

    named = {event.id for event in events if any(names_it(articles[r.article], r.text) for r in event.reports)}
    about = {article.id for article in articles.values() if names_it(article, article.text[:_OPENING])}
    about |= {r.article for event in events if event.id in named for r in event.reports if r.position < _FIRST}
    telling = {language: frozenset(asked[language]) | _telling(events, about, language, words) for language in asked}

    def goes_on(event: Event) -> bool:
        return any(
            len(words(r.text, r.language) & telling[r.language]) >= _TELLING
            for r in event.reports
            if r.article in about
        )

    return [event for event in events if event.id in named or goes_on(event)]


Asked = Mapping[str, frozenset[str]]
"""The words of a topic by their stems, each with the lexicon's keys that say the same: quake, earthquake, deprem."""


def _asked(topic: str, language: str, languages: Collection[str]) -> Asked:
    """The words of a topic; those of two letters are names, in small letters, too, unless they are English words."""
    short = (word.upper() for word in re.findall(r"\b[a-z]{2}\b", topic) if word not in pack_for("en").function_words)
    whole = f"{topic} {' '.join(short)}"
    asked: dict[str, frozenset[str]] = {}
    for word in whole.split():
        keys = frozenset(key for one in {*languages, "en"} for key in _keys_of(word, whole, one))
        asked |= {stem: asked.get(stem, frozenset()) | keys for stem in _words(word, language)}
    return asked


def _keys_of(word: str, topic: str, language: str) -> frozenset[str]:
    """What a word of a topic says by the lexicon, alone or in a phrase with others ("United Nations")."""
    if alone := _things(word, language):
        return alone
    return _things(topic, language) if word in things_in(topic, language).words else frozenset()


def _things(text: str, language: str) -> frozenset[str]:
    """The bodies of the world, accidents and matters that a text names, in whatever words."""
    things = things_in(text, language)
    return frozenset(f"{THING}{key}" for key in (*things.bodies, *things.accidents, *things.matters))


def _words(text: str, language: str) -> frozenset[str]:
    return terms(text, language, across=False).stems | {name.replace(".", "") for name in _SHORT.findall(text)}


def _without_other_names(text: str, topic: str, language: str) -> str:
    """A text without the names that only begin as a word of the topic does: for Malatya not "Malatyaspor"."""
    wanted = [word for name in topic.split() if len(word := fold_name(name)) > _ENDING]
    return _NAME.sub(lambda found: "" if _is_another(found[0], wanted, language) else found[0], text)


def _is_another(name: str, wanted: Sequence[str], language: str) -> bool:
    """Whether a name or a word of the topic has more than an ending behind the word, or the place, that they share."""
    folded = fold_name(name) if name[0].isupper() else ""
    for word in wanted:
        shared = folded[: sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(word, folded, strict=False)))]
        if len(shared) > _ENDING and (shared in {word, folded} or place_of(shared)):
            rests = (word.removeprefix(shared), folded.removeprefix(shared))
            if not all(len(rest) <= _ENDING or _is_ending(rest, language) for rest in rests):
                return True
    return False


def _is_ending(rest: str, language: str) -> bool:
    return language == "tr" and _TURKISH.fullmatch(rest) is not None


def _holds(words: Collection[str], asked: Asked) -> bool:
    needed = math.ceil(len(asked) * _SHARE) if len(asked) > 2 else len(asked)
    return bool(asked) and sum(stem in words or not keys.isdisjoint(words) for stem, keys in asked.items()) >= needed


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
