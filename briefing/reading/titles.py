"""Headlines: what looks like one, and what an outlet hangs on its end (``Talks resume | News``)."""

from __future__ import annotations

import re

from briefing.reading.boilerplate import is_headline_like

__all__ = ["is_section", "looks_like_title", "names_outlet", "split_title"]

LONGEST = 200

# Words that name a part of a site: dropped from the end of a title, and never an outlet.
SECTIONS = frozenset(
    word.strip().casefold().replace("\u0307", "")
    for word in (
        "news, world, world news, live, live news, breaking news, latest news, top news, politics, opinion, analysis, "
        "middle east, middle east news, africa, asia, europe, americas, international, conflict, war, "
        "features, business, economy, home, video, videos, explainer, "
        "haber, haberler, haberleri, son dakika, dünya, gündem, politika, siyaset, orta doğu, ortadoğu, "
        "أخبار, اخبار, الأخبار, سياسة, عربي, عالم, العالم, دولي, الشرق الأوسط, عاجل, "
        "actualités, actualité, monde, international, politique, proche-orient, moyen-orient, "
        "nachrichten, welt, politik, ausland, noticias, mundo, internacional, notícias, notizie, mondo, esteri, "
        "nieuws, новости, мир, политика, חדשות, ειδήσεις, κόσμος"
    ).split(",")
)
_SEPARATOR = re.compile(r"^(?P<head>.*\S)\s+(?P<mark>[|–—-]|::)\s+(?P<tail>\S.*)$")
_NO_NAME = re.compile(r"[.!?:;,،]|\d{3}")


def looks_like_title(line: str) -> bool:
    """Whether the first line of a text can be its headline.

    A dateline that stands alone (``ANKARA``) is none: it belongs to the story.
    """
    words = line.split()
    dateline = line.isupper() and len(words) <= 3
    return bool(words) and len(line) < LONGEST and not dateline and is_headline_like(line)


def is_section(name: str) -> bool:
    """Whether a name is that of a part of a site (``World News``)."""
    return _folded(name) in SECTIONS


def _folded(name: str) -> str:
    return name.casefold().replace("\u0307", "")  # casefold() dots the Turkish İ apart


def names_outlet(line: str) -> bool:
    """Whether a line of its own reads as an outlet's name: a few words, the longer ones with a capital.

    A line in capitals is more often a dateline (``ANKARA``), unless it is as short as an agency's letters.
    """
    capitals = line.isupper() and len(line) > 3
    plain = any(word[0].islower() and len(word) > 3 for word in line.split())
    return bool(line.strip()) and not capitals and not plain and _can_name_an_outlet(line)


def split_title(title: str, *, outlet: str = "") -> tuple[str, str]:
    """Split ``Headline | News | Daily B`` into the headline and the outlet (or an empty string).

    A section word goes whatever separates it; another name goes after a bar only, since a dash
    is also part of headlines, unless it is the ``outlet`` already known.
    """
    known = _folded(outlet)
    found = outlet
    title = " ".join(title.split())
    while match := _SEPARATOR.match(title):
        tail = match["tail"]
        if is_section(tail) or (known and _folded(tail) == known):
            title = match["head"]
        elif match["mark"] == "|" and not found and _can_name_an_outlet(tail):
            title, found = match["head"], tail
        else:
            break
    return title, found


def _can_name_an_outlet(tail: str) -> bool:
    return len(tail) <= 40 and len(tail.split()) <= 5 and not tail[0].islower() and not _NO_NAME.search(tail)
