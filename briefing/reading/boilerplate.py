"""Text that stands under or inside a story and is not the story: lists of other stories.

A heading of the table opens such a list; it ends where a real sentence stands. So a real paragraph
is never taken for boilerplate, and a list that cannot be told from prose stays in.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

__all__ = ["cut_lists", "is_headline_like"]

# One row a language: headings above links to other stories, to comments, to sharing.
HEADINGS = {
    "en": (
        "related posts, related articles, related stories, related news, related content, related topics, related, "
        "related links, read more, read also, also read, read next, up next, see also, more from, more news, more stories, "
        "more on this story, more on this topic, you may also like, you might also like, you may also be interested in, "
        "recommended, recommended for you, recommended stories, recommended articles, latest news, latest stories, "
        "most read, most popular, trending, trending now, top stories, editor's picks, editors' picks, don't miss, "
        "other news, more headlines, tags, topics, filed under, keywords, leave a comment, leave a reply, post a comment, share this, share this article, "
        "share this story, around the web, sponsored content, from the web"
    ),
    "tr": (
        "ilgili haberler, i̇lgili haberler, ilgili yazılar, ilgili konular, benzer haberler, diğer haberler, son haberler, "
        "çok okunanlar, en çok okunanlar, bunlar da ilginizi çekebilir, ilginizi çekebilir, önerilen haberler, "
        "daha fazla oku, daha fazlası, ayrıca oku, okumadan geçme, sıradaki haber, yorumlar, etiketler"
    ),
    "ar": (
        "مواضيع ذات صلة, مواضيع متعلقة, أخبار ذات صلة, اخبار ذات صلة, مقالات ذات صلة, موضوعات ذات صلة, ذات صلة, اقرأ أيضا, "
        "اقرأ أيضاً, اقرأ ايضا, إقرأ أيضا, اقرأ المزيد, المزيد, شاهد أيضا, شاهد أيضاً, قد يعجبك أيضا, قد يعجبك أيضاً, "
        "الأكثر قراءة, الوسوم, كلمات مفتاحية, آخر الأخبار, أخبار أخرى"
    ),
    "fr": (
        "mots-clés, articles liés, articles similaires, articles connexes, sur le même sujet, sur le même thème, à lire aussi, "
        "lire aussi, lire également, à lire également, lire la suite, à voir aussi, vous aimerez aussi, "
        "vous pourriez aussi aimer, dans la même rubrique, les plus lus, à découvrir, notre sélection"
    ),
    "de": (
        "schlagwörter, mehr zum thema, lesen sie auch, lesen sie mehr, lesen sie mehr zum thema, auch interessant, verwandte artikel, "
        "verwandte themen, ähnliche artikel, weitere artikel, weitere meldungen, das könnte sie auch interessieren, "
        "das könnte dich auch interessieren, meistgelesen, empfehlungen der redaktion"
    ),
    "es": (
        "noticias relacionadas, artículos relacionados, entradas relacionadas, contenido relacionado, relacionado, "
        "relacionadas, lea también, lee también, leer más, te puede interesar, le puede interesar, más noticias, "
        "más información, lo más leído, también te puede interesar"
    ),
    "pt": "notícias relacionadas, artigos relacionados, leia também, leia mais, veja também, mais lidas, saiba mais",
    "it": "articoli correlati, notizie correlate, leggi anche, potrebbe interessarti, ti potrebbe interessare, i più letti",
    "nl": "lees ook, lees meer, gerelateerde artikelen, meer over dit onderwerp",
    "ru": "теги, читайте также, по теме, материалы по теме, похожие новости, другие новости, смотрите также, популярное",
    "el": "διαβάστε επίσης, διαβάστε ακόμη, σχετικά άρθρα, δείτε επίσης",
    "he": "כתבות קשורות, עוד בנושא, קראו גם, אולי יעניין אותך גם",
    "fa": "مطالب مرتبط, اخبار مرتبط, بیشتر بخوانید",
}
_LONGEST_HEADING = 60
_MARKS = " \t#*_:…>»›→↓•|–—-[]"


def _key(line: str) -> str:
    folded = (
        line.strip(_MARKS).casefold().replace("\u0307", "").replace("’", "'")
    )  # casefold() dots the Turkish İ apart
    return " ".join(folded.split())


_KNOWN = frozenset(_key(heading) for row in HEADINGS.values() for heading in row.split(","))

_CLOSERS = " \t\"'”’»)]"
_STOPS = (".", "。", "।", "۔")
_ASKS = ("?", "!", "؟")
_INNER_STOP = re.compile(r"(?<![.\s.])[.!?؟]['\"”’»)]?\s+(?=[^\W\d_])")
_CREDIT = re.compile(r"\s*\([^()]{1,40}\)\s*$")  # (Agency A) after the full stop
_INITIALS = re.compile(r"(?:\b[^\W\d_]\.)+$")


def cut_lists(lines: Sequence[str]) -> tuple[list[str], list[str]]:
    """Split lines (blank ones included) into those of the story and those of lists of other stories.

    A line that is a heading of the table leaves with the headline-like lines after it, up to the
    first real paragraph; ``ALSO READ: a headline`` on one line leaves alone.
    """
    kept: list[str] = []
    left: list[str] = []
    inside = False
    for line in lines:
        short = len(line) <= _LONGEST_HEADING
        if not short and not inside and ":" not in line[:_LONGEST_HEADING]:  # nearly every line, so first
            kept.append(line)
            continue
        if short and line and line[-1] not in _STOPS and _is_heading(_key(line)):
            inside = True
        elif inside and line.strip() and not is_headline_like(line):
            inside = False
        boxed = ":" in line[:_LONGEST_HEADING] and not inside and _is_box(line)
        (left if inside or boxed else kept).append(line)
    return kept, [line for line in left if line.strip()]


def _is_heading(key: str) -> bool:
    return key in _KNOWN or (key.startswith("more from ") and len(key.split()) <= 5)  # More from Daily B


def _is_box(line: str) -> bool:
    label, _, rest = line.partition(":")
    return bool(rest.strip()) and _key(label) in _KNOWN and is_headline_like(rest)


def is_headline_like(line: str) -> bool:
    """Whether a line reads as a headline rather than as prose: short, and not closed like a sentence."""
    words = len(line.split())
    if len(line) > 250 or words > 40 or len(_INNER_STOP.findall(line)) > 1:
        return False
    bare = _CREDIT.sub("", line).rstrip(_CLOSERS)
    if bare.endswith(("..", "…")) or _INITIALS.search(bare[-12:]):
        return True
    if bare.endswith(_ASKS):
        return words <= 20 and not _INNER_STOP.search(line)
    return not bare.endswith(_STOPS)
