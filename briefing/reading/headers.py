"""The lines above a story: headline, byline, and when it was published.

    Talks resume in Cairo                      the headline
    By A. Writer, 12 July 2024                 a byline
    Published: 14 September 2024 at 09:30      a label that says which date this is
    9 May 2024 - 08:32                         a bare date

A line counts by what it says: a publication label beats a byline, that a bare date, and a bare date
above the headline (it may be the site's own clock) comes after these. "Updated" comes last.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import NamedTuple

from briefing.reading.datetext import Stamp, make_stamp, read_date
from briefing.reading.titles import looks_like_title

__all__ = ["Header", "Rank", "find_stamp", "read_header", "read_line"]

DEEPEST = 8  # lines that are looked at before the story must have begun
_LONGEST = 160

PUBLISHED = (
    "date|dated|published|published on|published at|first published|publication date|posted|posted on|posted at|created|"
    "publié|publié le|publiée le|date de publication|veröffentlicht|veröffentlicht am|erstellt|erstellt am|stand|datum|"
    "publicado|publicado el|publicado em|fecha|fecha de publicación|data|pubblicato|pubblicato il|gepubliceerd|"
    "gepubliceerd op|yayınlanma|yayınlanma tarihi|yayın tarihi|yayınlandı|tarih|giriş|giriş tarihi|oluşturulma|"
    "oluşturulma tarihi|eklenme tarihi|تاريخ النشر|نشر في|نشر بتاريخ|نُشر في|تم النشر|تاريخ|التاريخ|опубликовано|"
    "дата|дата публикации|פורסם|פורסם ב|תאריך|δημοσιεύτηκε|δημοσίευση|ημερομηνία"
)
UPDATED = (
    "updated|updated on|updated at|last updated|last updated on|last update|update|last modified|modified|modified on|"
    "mis à jour|mis à jour le|mise à jour|modifié le|aktualisiert|aktualisiert am|zuletzt aktualisiert|actualizado|"
    "actualizado el|última actualización|atualizado|atualizado em|aggiornato|aggiornato il|bijgewerkt|güncelleme|"
    "güncelleme tarihi|güncellenme|güncellendi|son güncelleme|تحديث|آخر تحديث|تم التحديث|обновлено|עודכן|עודכן ב|"
    "ενημερώθηκε|τελευταία ενημέρωση"
)
BYLINE = "by|par|von|por|door|yazan|بقلم|автор|מאת"
RELATIVE = "ago|yesterday|today|hours|minutes|hier|gestern|heute|ayer|hoy|ieri|oggi|dün|bugün|önce|أمس|اليوم|منذ|вчера"


def _words(row: str) -> frozenset[str]:
    return frozenset(row.split("|"))


_PUBLISHED, _UPDATED, _RELATIVE = _words(PUBLISHED), _words(UPDATED), _words(RELATIVE)
_LONGEST_LABEL = 4  # words
_BYLINE = re.compile(rf"\s*(?:{BYLINE})\b:?\s+(?P<rest>\S.*)", re.IGNORECASE)
_DATE_AND_HEADLINE = re.compile(r"\s*date:?\s+(?P<date>\d{4}-\d{2}-\d{2})\s+(?P<headline>\S.*)", re.IGNORECASE)
_YEAR = re.compile(r"(?<!\d)(?:19|20|[٠-٩]{2})\d{2}(?!\d)")
_DAY = re.compile(r"(?<!\d)[0-3٠-٣]?\d(?!\d)")
_NUMERIC = re.compile(r"\d{1,2}([/.-])\d{1,2}\1\d{2,4}(?!\d)")
_CLOCKWORK = re.compile(r"[\d\s/.:,-]*(?:[ap]\.?m\.?)?", re.IGNORECASE)  # figures only: 12/6/2024 6:27, or nothing
_BETWEEN_NAMES = frozenset({"and", "et", "und", "y", "e", "ve", "in", "for"})
_PIECES = re.compile(  # at a bar or dot, and before "updated …" in the middle of a line
    r"\s*[|•·]\s*|[\s,;(–—-]+(?=(?:last |zuletzt |son |آخر )?(?:updated|modified|mise? à jour|aktualisiert|actualizado|"
    r"atualizado|güncel\w*|تحديث|обновлено|עודכן)\b)",
    re.IGNORECASE,
)
_BYLINE_CUT = re.compile(r"\s*[,|•·–—]\s*|\s+-\s+|\s+(?=\d)")


class Rank(IntEnum):
    """How much a header line's date is worth, best first."""

    LABELLED = 1
    BYLINE = 2
    BARE = 3
    ABOVE_TITLE = 4
    UPDATED = 5


@dataclass(frozen=True, slots=True)
class Header:
    """What stood above a story: its title, its date, the header lines themselves, and the lines of the story."""

    title: str
    stamp: Stamp | None
    left_out: tuple[str, ...]
    story: tuple[str, ...]


class _Label(NamedTuple):
    rank: Rank
    colon: bool
    rest: str


def read_header(lines: Sequence[str], *, title: str = "", language: str = "", country: str = "") -> Header:
    """Take the header off the lines of a text (blank ones included).

    With a ``title`` given, a first line that repeats it goes, and no other line is taken for one.
    """
    dates: list[tuple[Rank, Stamp]] = []
    left_out: list[str] = []
    given, headline, story = " ".join(title.split()), "", len(lines)
    filled = [index for index, line in enumerate(lines) if line.strip()]
    for index in filled[:DEEPEST]:
        line = lines[index].strip()
        joined = _DATE_AND_HEADLINE.fullmatch(line) if index == filled[0] else None
        if joined:
            stamp = make_stamp(*joined["date"].split("-"))
            dates += [(Rank.LABELLED, stamp)] if stamp else []
            headline = joined["headline"]
        elif (found := read_line(line, language=language, country=country)) is not None:
            dates += [_placed(*pair, below=bool(headline or given)) for pair in found]
            left_out.append(line)
        elif not headline and _is_title(lines, index, given, language, country):
            headline = line
        else:
            story = index
            break
    else:
        story = filled[DEEPEST] if len(filled) > DEEPEST else len(lines)
    best = min(dates, key=lambda pair: pair[0], default=None)
    rest = tuple(lines[story:])
    if headline and not given and not rest:  # a lone headline is all the text there is
        rest, headline = (headline,), ""
    return Header(given or headline, best and best[1], tuple(left_out), rest)


def find_stamp(text: str, *, language: str = "", country: str = "") -> Stamp | None:
    """The publication date in the first lines of a text that stays as it is."""
    top = text[: DEEPEST * _LONGEST * 2].split("\n")
    return read_header(top, language=language, country=country).stamp


def read_line(line: str, *, language: str = "", country: str = "") -> list[tuple[Rank, Stamp]] | None:
    """The dates that one header line tells, with their worth; None when it is no header line at all."""
    if len(line) > _LONGEST:
        return None
    found: list[tuple[Rank, Stamp]] = []
    known = False
    for piece in filter(None, _PIECES.split(line.strip(" \t[]()"))):
        rank, stamp = _read_piece(piece, language, country)
        if rank is None and len(piece.split()) > 5:
            return None
        known = known or rank is not None
        found += [(rank, stamp)] if rank is not None and stamp else []
    return found if known else None


def _read_piece(piece: str, language: str, country: str) -> tuple[Rank | None, Stamp | None]:
    label = _split_label(piece)
    if label:
        stamp = read_date(label.rest, language=language, country=country)
        named = stamp or (label.colon and _CLOCKWORK.fullmatch(label.rest)) or _is_relative(label.rest)
        return (label.rank, stamp) if named else (None, None)
    byline = _BYLINE.fullmatch(piece)
    if byline:
        return _read_byline(byline["rest"], language, country)
    stamp = read_date(piece, language=language, country=country) if _may_be_date(piece) else None
    is_header = stamp or _is_relative(piece) or _CLOCKWORK.fullmatch(piece)
    return (Rank.BARE, stamp) if is_header else (None, None)


def _split_label(piece: str) -> _Label | None:
    """``Published on: 9 May 2024`` -> its worth, whether a colon follows, the rest."""
    before, colon, after = piece.partition(":")
    rank = _rank_of(before)
    if colon and rank:
        return _Label(rank, colon=True, rest=after.strip())
    words = piece.split()
    for count in range(min(_LONGEST_LABEL, len(words)), 0, -1):
        rank = _rank_of(" ".join(words[:count]))
        if rank:
            return _Label(rank, colon=False, rest=" ".join(words[count:]))
    return None


def _rank_of(label: str) -> Rank | None:
    key = " ".join(label.casefold().split())
    return Rank.LABELLED if key in _PUBLISHED else Rank.UPDATED if key in _UPDATED else None


def _may_be_date(piece: str) -> bool:
    """Whether a bare line is worth reading as a date: it has a year and a day, and hardly more."""
    if len(piece.split()) > 8:
        return False
    return bool(_NUMERIC.match(piece) or (_YEAR.search(piece) and _DAY.search(piece)))


def _is_relative(piece: str) -> bool:
    """Whether a line only tells how long ago: no publication date, and no headline either."""
    words = len(piece.split())
    return (
        words <= 5
        and not _RELATIVE.isdisjoint(re.findall(r"\w+", piece.casefold()))
        and (words == 1 or any(char.isdigit() for char in piece))
    )


def _read_byline(rest: str, language: str, country: str) -> tuple[Rank | None, Stamp | None]:
    for cut in _BYLINE_CUT.finditer(rest):
        after = rest[cut.end() :]
        stamp = read_date(after, language=language, country=country) if _may_be_date(after) else None
        if stamp:
            return Rank.BYLINE, stamp
    names = [word for word in re.split(r"[\s,&]+", rest) if word.casefold() not in _BETWEEN_NAMES]
    is_names = len(names) <= 4 and not rest.rstrip().endswith(".") and all(word[:1].isupper() for word in names)
    return (Rank.BYLINE if is_names else None), None


def _placed(rank: Rank, stamp: Stamp, *, below: bool) -> tuple[Rank, Stamp]:
    return (Rank.ABOVE_TITLE if rank is Rank.BARE and not below else rank), stamp


def _is_title(lines: Sequence[str], index: int, given: str, language: str, country: str) -> bool:
    line = " ".join(lines[index].split())
    if given:
        return line.casefold() == given.casefold()
    if not looks_like_title(line):
        return False
    following = lines[index + 1] if index + 1 < len(lines) else ""
    return not following.strip() or read_line(following, language=language, country=country) is not None
