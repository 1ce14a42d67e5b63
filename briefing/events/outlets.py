"""Outlets by any of their names: `Reuters`, `Reuters news agency` and `رويترز` are one."""

from __future__ import annotations

import re
from functools import lru_cache

from briefing.events.folding import fold_name, fold_place

__all__ = ["is_known_outlet", "is_medium", "outlet_key"]

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
        "efe ansa kyodo xinhua tass interfax bloomberg upi pti irna wafa mena spa qna petra ntb apa".split(), ""
    ),
}
_GENERIC = re.compile(
    r"\b(?:the|news|agency|agencies|newspaper|newswire|wire|service|broadcaster|channel|television|tv|radio|network|daily|"
    r"website|ajans\w*|haber|gazete\w*|televizyon\w*|kanal\w*)\b"
)
_GENERIC_ARABIC = re.compile(r"(?:وكاله|قناه|صحيفه|للانباء|الاخباريه|موقع)\s?")
_MEDIUM = re.compile(
    r"\b(?:news|agency|newspaper|broadcaster|channel|television|tv|radio|network|daily|times|post|press|herald|tribune|journal|gazette|"
    r"magazine|media|website|ajans\w*|gazete\w*|televizyon\w*|kanal\w*|haber)\b|وكال|قناه|صحيف|اذاع|موقع|تلفزيون"
)


_OUTLETS = {name: key for key, others in _KNOWN.items() for name in (key, *filter(None, others.split(", ")))}


@lru_cache(maxsize=4096)
def outlet_key(name: str) -> str:
    """The key of an outlet: one for all names of those that are quoted everywhere, else the folded name; "" for none."""
    folded = _folded(name)
    bare = " ".join(_GENERIC_ARABIC.sub("", _GENERIC.sub("", folded)).split())
    return _OUTLETS.get(folded) or _OUTLETS.get(bare) or folded


def is_known_outlet(name: str) -> bool:
    """Whether a name is one of an agency or broadcaster that others quote everywhere."""
    return outlet_key(name) in _KNOWN


def is_medium(words: str) -> bool:
    """Whether words say of themselves that they name a medium ("the broadcaster", "Daily", "وكالة")."""
    return _MEDIUM.search(_folded(words)) is not None


def _folded(name: str) -> str:
    key = fold_place(name)
    return key if not key.isascii() else fold_name(name)
