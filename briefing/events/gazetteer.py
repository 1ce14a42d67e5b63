"""Places by any of their spellings: `Geneva`, `Cenevre`, `Genève` and `جنيف` are one number in GeoNames.

The table beside this file is sorted by its first column and is searched as it is: reading it takes three
milliseconds, a spelling two microseconds. tests/events/make_gazetteer.py makes it and names
its sources: CLDR, ISO 3166 and GeoNames (CC BY 4.0).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

from briefing.events.folding import fold_place

__all__ = ["Place", "country_of_people", "is_inside", "place_of"]

_PEOPLE = " people"  # behind the code of a country whose people or things are called so
_MINOR = "?"  # behind a place that is no country, no capital and has less than a million inhabitants
_SHORT = 3  # letters: such a name is listed with its accents ("Çin" is China)
_OF_PLACE = re.compile(r"l[iu](?:l[ae]r\w*)?$")  # Turkish


class Place(NamedTuple):
    """A place of the table.

    ``key`` is an ISO 3166-1 code for a country (``TR``), an ISO 3166-2 code for a province (``IQ-AN``), the country and
    the number in GeoNames for a city (``CH/2660646``); continents have the codes of CLDR. ``minor`` places share
    their names with people and things: alone they are not known to be places.
    """

    key: str
    minor: bool


@lru_cache(maxsize=65536)
def place_of(name: str) -> Place | None:
    """What a name stands for, in any language; None if no place of the table is called so."""
    key = fold_place(name)
    place = _found(name.lower() if len(name) <= _SHORT and key.isascii() and not name.isascii() else key)
    if not place or place.endswith(_PEOPLE):
        return None
    return Place(place.removesuffix(_MINOR), place.endswith(_MINOR))


@lru_cache(maxsize=65536)
def country_of_people(name: str) -> str:
    """The country behind `Israeli`, `Turks` or `İsrailliler`: its ISO 3166-1 code; "" for any other word."""
    key = fold_place(name)
    place = _found(key) or _found(key.removesuffix("s"))
    if place.endswith(_PEOPLE):
        return place.removesuffix(_PEOPLE)
    country = "" if place else _found(_OF_PLACE.sub("", key))
    return country if len(country) == 2 else ""


def is_inside(key: str, other: str) -> bool:
    """Whether the place ``key`` is ``other`` or a place in the country ``other``."""
    return key == other or (len(other) == 2 and key[:3] in {f"{other}/", f"{other}-"})


def _found(key: str) -> str:
    """The second column of the line that begins with ``key``."""
    lines, wanted = _lines(), key.encode() + b"\t"
    at = bisect_left(lines, wanted)
    return lines[at][len(wanted) :].decode() if at < len(lines) and lines[at].startswith(wanted) else ""


@cache
def _lines() -> list[bytes]:
    return (files("briefing.events") / "gazetteer.tsv").read_bytes().split(b"\n")
