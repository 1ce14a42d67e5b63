"""The dates of feeds and of mail: RFC 822 with its named zones and with weekdays of other languages, ISO 8601 as it is."""

from __future__ import annotations

import re

from briefing.reading.assembling import split_locale
from briefing.reading.datetext import Stamp, read_date

__all__ = ["read_feed_date"]

# The zones that RFC 822 (5.1) and RFC 5322 (4.3) give a meaning; of other names nothing certain is known.
_ZONES = {
    "UT": "+0000",
    "GMT": "+0000",
    "EST": "-0500",
    "EDT": "-0400",
    "CST": "-0600",
    "CDT": "-0500",
    "MST": "-0700",
    "MDT": "-0600",
    "PST": "-0800",
    "PDT": "-0700",
}
_WEEKDAY = re.compile(r"^[^\W\d]+\.?\s*,\s*")
_NAMED_ZONE = re.compile(r"(?<=[\d\s])([A-Z]{2,3})$")
_COMMENT = re.compile(r"\s*\([^()]{0,40}\)\s*$")  # -0400 (EDT)
_ZONE_OF_ONE = re.compile(r"([+-])(\d)(\d\d)$")  # +300
_SHORT_YEAR = re.compile(r"^(\d{1,2} [^\W\d]{3,}\.?) (\d\d)(?= \d{1,2}:)")
_NOWHERE = re.compile(r"\s*-0000$")  # RFC 5322, 3.3: the time is in UTC and its zone not told


def read_feed_date(written: str, *, language: str = "") -> Stamp | None:
    """The day in the zone that is written, and the instant where one is; None for what is no whole date.

    ``language`` is a tag (``tr``, ``pt-BR``); months of other languages are tried where it is empty or English.
    """
    text = " ".join(written.split())
    if not text:
        return None
    tag, country = split_locale(language)
    text = _NOWHERE.sub("", _COMMENT.sub("", text))
    text = _NAMED_ZONE.sub(lambda match: _ZONES.get(match[1], match[1]), text)
    text = _ZONE_OF_ONE.sub(r"\g<1>0\2\3", text)
    bare = _SHORT_YEAR.sub(lambda match: f"{match[1]} {_century(match[2])}", _WEEKDAY.sub("", text))
    return read_date(bare, language=tag, country=country) or read_date(bare, country=country)


def _century(short: str) -> str:
    """A year of two digits as RFC 5322 (4.3) reads it."""
    return ("20" if int(short) < 50 else "19") + short
