"""Outlets by any of their names: `Reuters`, `Reuters news agency` and `رويترز` are one."""

from __future__ import annotations

import re
from functools import lru_cache

from briefing.events.folding import fold_name, fold_place

__all__ = ["is_known_outlet", "is_medium", "names_an_outlet", "outlet_key"]

# Agencies that others reprint all over the world and broadcasters that they quote, with their other names.
_KNOWN = {
    "reuters": "thomson reuters, رويترز",
    "afp": "agence france presse, france presse, فرانس برس",
    "ap": "associated press, اسوشيتد برس",
    "anadolu": "aa, anadolu ajansi, anadolu agency, الاناضول",
    "dpa": "deutsche presse agentur",
    "bbc": "bbc news, بي بي سي",
    "cnn": "سي ان ان",
    "trt": "trt haber, trt world",
    "al jazeera": "aljazeera, الجزيره",
    "al arabiya": "العربيه",
    **dict.fromkeys(
        "efe ansa kyodo xinhua tass interfax bloomberg upi pti irna mena spa petra ntb apa yonhap iha dha cbs nbc abc npr nhk axios politico haaretz".split(),
        "",
    ),
    "sana": "سانا",
    "wafa": "وفا",
    "qna": "قنا",
}
_ALSO_PEOPLE = frozenset("ap mena petra sana spa apa wafa".split())  # …, words and places, unless in capitals
_GENERIC = re.compile(
    r"\b(?:the|news|agency|agencies|newspaper|newswire|wire|service|broadcaster|channel|television|tv|radio|network|daily|"
    r"website|ajans\w*|haber|gazete\w*|televizyon\w*|kanal\w*)\b"
)
_GENERIC_ARABIC = re.compile(r"(?:وكاله|قناه|صحيفه|للانباء|الاخباريه|موقع)\s?")
_MEDIUM = re.compile(
    r"\b(?:news|agency|newspaper|broadcaster|channel|television|tv|radio|network|daily|times|post|press|herald|tribune|journal|gazette|"
    r"magazine|media|website|ajans\w*|gazete\w*|televizyon\w*|kanal\w*|haber)\b|وكال|قناه|صحيف|اذاع|موقع|تلفزيون"
)


# Of a name that speaks ("… reported") more is asked: a space agency, a press secretary and a post office speak too.
_LAST = re.compile(
    r"(?:times|post|herald|tribune|journal|gazette|telegraph|chronicle|guardian|(?:news)?wire|news|tv|television|radio|"
    r"\w{3,} press|daily|weekly|newspaper|magazine|broadcaster|broadcasting corporation|(?:news|haber) (?:agency|service|ajans\w*|channel)|"
    r"news ?(?:website|site|network|outlet)|(?:channel|kanal) \d+|gazetesi|televizyonu|haber|haberturk)\Z"
)
_FIRST = re.compile(
    r"(?:daily|newspaper|magazine|broadcaster|news (?:agency|website|site|outlet)|tv|television|radio|channel|website|gazete|televizyon) \w"
)
_NO_NAMES = frozenset(
    "newspaper magazine broadcaster tv television radio news daily weekly haber gazetesi televizyonu".split()
)
_FIRST_ARABIC = re.compile(
    r"(?:صحيفه|جريده|مجله|اذاعه|تلفزيون|موقع|شبكه|قناه(?! (?:السويس|بنما))|"
    r"وكاله(?! (?:الطاقه|الفضاء|غوث|الغوث|الامم|الاستخبارات|المخابرات|التنميه|حمايه|الاونروا|البيءه|اغاثه)))(?=\s)"
)


_OUTLETS = {name: key for key, others in _KNOWN.items() for name in (key, *filter(None, others.split(", ")))}


@lru_cache(maxsize=4096)
def outlet_key(name: str) -> str:
    """The key of an outlet: one for all names of those that are quoted everywhere, else the folded name; "" for none."""
    folded = _folded(name)
    bare = " ".join(_GENERIC_ARABIC.sub("", _GENERIC.sub("", folded)).split())
    return _OUTLETS.get(folded) or _OUTLETS.get(bare) or folded.removeprefix("the ")


def is_known_outlet(name: str) -> bool:
    """Whether a name is one of an agency or broadcaster that others quote everywhere."""
    return outlet_key(name) in _KNOWN


def is_medium(words: str) -> bool:
    """Whether words say of themselves that they name a medium ("the broadcaster", "Daily", "وكالة")."""
    return _MEDIUM.search(_folded(words)) is not None


def names_an_outlet(words: str) -> bool:
    """Whether words that speak are the name of an outlet: a known one, or one that calls itself a daily, a wire, a channel."""
    key, folded = outlet_key(words), _folded(words)
    if key in _KNOWN:
        return folded not in _ALSO_PEOPLE or words.isupper()
    if folded in _NO_NAMES:
        return False
    if not folded.isascii():
        return _FIRST_ARABIC.match(folded) is not None
    return _LAST.search(folded) is not None or _FIRST.match(folded) is not None


def _folded(name: str) -> str:
    key = fold_place(name)
    return key if not key.isascii() else fold_name(name)
