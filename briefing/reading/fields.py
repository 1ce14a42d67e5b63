"""The named fields of a record (a JSON object, a front matter) -> checked values."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from briefing.reading.assembling import split_locale
from briefing.reading.datetext import YEARS, Stamp, read_date
from briefing.reading.found import Tell
from briefing.reading.printable import cleaned

__all__ = ["Fields", "read_fields"]

# The names a value goes by, the house's own first.
NAMES = {
    "id": ("id",),
    "title": ("title", "headline"),
    "url": ("url", "link"),
    "outlet": ("outlet", "source", "site_name"),
    "country": ("country",),
    "language": ("language", "lang"),
    "published": ("published", "date"),
    "retrieved": ("retrieved",),
}


@dataclass(frozen=True, slots=True)
class Fields:
    """The fields that an article may bring along; empty or None where it did not, or where they made no sense."""

    id: str
    title: str
    url: str
    outlet: str
    country: str
    language: str
    published: Stamp | None
    retrieved: datetime | None


def read_fields(record: Mapping[str, object], place: str, tell: Tell) -> Fields:
    """Check each field; one that makes no sense is told and left empty, and the article kept."""
    written = {name: _text(record, name, place, tell) for name in NAMES}
    language, country = written["language"], written["country"]
    if language and not _LANGUAGE.fullmatch(language):
        tell(place, f"its language {_shown(language)} is no language code; write it like en or pt-BR")
        language = ""
    if written["url"] and not _WEB_ADDRESS.match(written["url"]):
        tell(place, f"its url {_shown(written['url'])} is no web address; write it with http:// or https://")
        written["url"] = ""
    return Fields(
        id=written["id"],
        title=written["title"],
        url=written["url"],
        outlet=written["outlet"],
        country=country.upper() if len(country) == 2 else country,
        language=language,
        published=_published(written["published"], language, country, place, tell),
        retrieved=_retrieved(written["retrieved"], place, tell),
    )


_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_.@][A-Za-z0-9-_.@]{1,30})?")
_WEB_ADDRESS = re.compile(r"https?://[^\s/]", re.IGNORECASE)


def _text(record: Mapping[str, object], name: str, place: str, tell: Tell) -> str:
    for key in NAMES[name]:
        value = record.get(key)
        if value is not None and value != "":
            break
    else:
        return ""
    if isinstance(value, str):
        return cleaned(value).strip()
    whole = isinstance(value, int) and not isinstance(value, bool) and abs(value) < 10**18
    if whole and (name == "id" or (name == "published" and len(str(value)) == 4)):
        return str(value)
    tell(place, f"its {key} is not text and was not used; write it in quotation marks")
    return ""


def _published(text: str, locale: str, country: str, place: str, tell: Tell) -> Stamp | None:
    if not text:
        return None
    language, region = split_locale(locale)
    stamp = read_date(text, language=language, country=country or region)
    in_range = _FOUR_DIGITS.sub("2000", text, count=1)
    if stamp is None and read_date(in_range, language=language, country=country or region):
        tell(
            place,
            f"its publication date {_shown(text)} has a year outside {YEARS.start}-{YEARS.stop - 1} and was not used; "
            "correct it, or leave the field out where the day is not known",
        )
    elif stamp is None:
        tell(place, f"its publication date {_shown(text)} is no date that can be told; write it like 2024-09-14")
    return stamp


_FOUR_DIGITS = re.compile(r"(?<!\d)(?:0\d{3}|1[0-5]\d\d|2[2-9]\d\d|[3-9]\d{3})(?!\d)")  # a year outside YEARS


def _retrieved(text: str, place: str, tell: Tell) -> datetime | None:
    try:
        instant = datetime.fromisoformat(text) if text else None
    except ValueError:
        instant = None
    if text and (instant is None or instant.tzinfo is None):
        tell(place, f"its retrieved {_shown(text)} is no instant with a zone; write it like 2024-09-14T08:00:00+00:00")
        return None
    return instant


def _shown(text: str) -> str:
    return repr(text if len(text) <= 40 else text[:39] + "…")
