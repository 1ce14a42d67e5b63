"""Headlines: what looks like one, and what an outlet hangs on its end (``Talks resume | News``)."""

from __future__ import annotations

import re

from briefing.reading.boilerplate import is_headline_like

__all__ = ["looks_like_title", "split_title"]

LONGEST = 200

# Words that name a part of a site: dropped from the end of a title, and never an outlet.
SECTIONS = frozenset(
    word.strip().casefold().replace("\u0307", "")
    for word in (
        "news, world, world news, live, live news, breaking news, latest news, top news, politics, opinion, analysis, "
        "middle east, middle east news, africa, asia, europe, americas, international, conflict, war, gaza, palestine, "
        "israel, israel-palestine conflict, features, business, economy, home, video, videos, explainer, "
        "haber, haberler, haberleri, son dakika, dünya, gündem, politika, siyaset, orta doğu, ortadoğu, "
        "أخبار, اخبار, الأخبار, سياسة, عربي, عالم, العالم, دولي, الشرق الأوسط, عاجل, فلسطين, "
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


def split_title(title: str, *, outlet: str = "") -> tuple[str, str]:
    """Split ``Headline | News | Daily B`` into the headline and the outlet (or an empty string).

    A section word goes whatever separates it; another name goes after a bar only, since a dash
    is also part of headlines, unless it is the ``outlet`` already known.
    """
    known = outlet.casefold()
    found = outlet
    title = " ".join(title.split())
    while match := _SEPARATOR.match(title):
        tail = match["tail"]
        folded = tail.casefold().replace("\u0307", "")
        if folded in SECTIONS or (known and folded == known):
            title = match["head"]
        elif match["mark"] == "|" and not found and _can_name_an_outlet(tail):
            title, found = match["head"], tail
        else:
            break
    return title, found


def _can_name_an_outlet(tail: str) -> bool:
    return len(tail) <= 40 and len(tail.split()) <= 5 and not tail[0].islower() and not _NO_NAME.search(tail)
