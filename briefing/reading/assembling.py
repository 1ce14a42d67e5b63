"""What a format's reader found -> an Article: its date from the best evidence, its outlet, its id."""

from __future__ import annotations

import hashlib
import re
from urllib.parse import urlsplit

from briefing.datespan import DateSpan
from briefing.model import Article, PublishedFrom
from briefing.reading.datenames import date_in_file_name, date_in_url
from briefing.reading.datetext import Stamp
from briefing.reading.found import Found, Tell, Unreadable
from briefing.reading.printable import cleaned, holds_controls, one_line
from briefing.reading.titles import split_title

__all__ = ["assemble", "content_hash", "split_locale", "web_host"]

_STORED_LATER = 3  # days: a page or file may be stored that long after its story was published
_LOCALE = re.compile(r"([a-z]{2,3})(?:[-_][a-z]{4})?(?:[-_]([a-z]{2}|\d{3}))?(?:[-_.@].*)?", re.IGNORECASE)


def assemble(found: Found, tell: Tell) -> Article:
    """Decide date, outlet, country and id. Raises `Unreadable` when there is no story."""
    text = _printable(found.text, found.place, tell).rstrip()
    if not text.strip():
        raise Unreadable("holds no story text; fill it or remove it")
    url = one_line(found.url)
    title, outlet = split_title(one_line(found.title), outlet=one_line(found.outlet))
    if found.header_outlet and not outlet:
        title, outlet = split_title(title, outlet=one_line(found.header_outlet))
    language, region = split_locale(found.language)
    outlet = outlet or web_host(url)
    stamp, published_from = _published(found, url, region, tell)
    return Article(
        id=one_line(found.id) or content_hash(outlet, title, text),
        text=text,
        title=title,
        url=url,
        outlet=outlet,
        country=one_line(found.country) or region,
        language=language,
        published=stamp and stamp.span,
        published_at=stamp and stamp.instant,
        published_from=published_from,
        retrieved=found.retrieved,
        place=found.place,
        left_out=cleaned(found.left_out),
    )


def _published(found: Found, url: str, region: str, tell: Tell) -> tuple[Stamp | None, PublishedFrom]:
    """The publication date from the best evidence there is, and which that is; evidence against it is told."""
    stamps = (
        (found.field, PublishedFrom.FIELD),
        (found.page, PublishedFrom.PAGE),
        (found.header, PublishedFrom.HEADER),
        (date_in_url(url, country=found.country or region) if url else None, PublishedFrom.URL),
        (date_in_file_name(found.file_name) if found.file_name else None, PublishedFrom.FILE_NAME),
    )
    given = [(stamp, where) for stamp, where in stamps if stamp]
    if not given:
        return None, PublishedFrom.NOWHERE
    best, from_where = given[0]
    for stamp, where in given[1:]:
        is_saved_later = where is PublishedFrom.FILE_NAME and stamp.span > best.span
        if not is_saved_later and (gap := _days_between(best.span, stamp.span)) > _STORED_LATER:
            said = (
                f"its {from_where.value} says that it was published on {best.span}, its {where.value} on {stamp.span}"
            )
            tell(found.place, f"{said}, {gap} days apart; the first is believed, so correct it if it is wrong")
            break
    return best, from_where


def _days_between(a: DateSpan, b: DateSpan) -> int:
    """The days between two spans, 0 where they overlap or an end is open."""
    if not (a.first and a.last and b.first and b.last):
        return 0
    return max((b.first - a.last).days, (a.first - b.last).days, 0)


def content_hash(outlet: str, title: str, text: str) -> str:
    """Sixteen hexadecimal digits that stand for an article: its words, and whose they are."""
    return hashlib.sha256(f"{outlet}\n{title}\n{text}".encode()).hexdigest()[:16]


def split_locale(tag: str) -> tuple[str, str]:
    """``en-GB`` -> (``en``, ``GB``); what is no language tag gives two empty strings."""
    match = _LOCALE.fullmatch(tag.strip())
    if not match:
        return "", ""
    region = match[2] or ""
    return match[1].lower(), region.upper() if region.isalpha() else ""


def web_host(url: str) -> str:
    """The host of a web address without ``www.``, or an empty string."""
    if not url:
        return ""
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def _printable(text: str, place: str, tell: Tell) -> str:
    """The text without what cannot be printed, or would turn round what a reader sees."""
    printable = cleaned(text)
    if printable != text and holds_controls(text):
        tell(
            place,
            "holds characters that cannot be printed; they were left out or shown as ?, so check its encoding",
        )
    return printable
