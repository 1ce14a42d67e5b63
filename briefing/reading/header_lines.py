"""One line above a story: whether it is a header's line, which dates it tells, and what they are worth."""

from __future__ import annotations

import re
from enum import IntEnum
from typing import NamedTuple

from briefing.reading.datetext import Stamp, read_date

__all__ = ["LONGEST", "Rank", "is_byline", "is_labelled_date", "read_line"]

LONGEST = 160

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


class _Label(NamedTuple):
    rank: Rank
    colon: bool
    rest: str


def read_line(line: str, *, language: str = "", country: str = "") -> list[tuple[Rank, Stamp]] | None:
    """The dates that one header line tells, with their worth; None when it is no header line at all."""
    if len(line) > LONGEST:
        return None
    found: list[tuple[Rank, Stamp]] = []
    known = False
    for piece in _pieces(line):
        rank, stamp = _read_piece(piece, language, country)
        if rank is None and len(piece.split()) > 5:
            return None
        known = known or rank is not None
        found += [(rank, stamp)] if rank is not None and stamp else []
    return found if known else None


def is_labelled_date(line: str, *, language: str = "", country: str = "") -> bool:
    """Whether a line is nothing but dates with a label that says which they are, readable or not."""
    if len(line) > LONGEST:
        return False
    ranks = [_read_piece(piece, language, country)[0] for piece in _pieces(line)]
    dated = (Rank.LABELLED, Rank.UPDATED, Rank.BARE)
    return not {Rank.LABELLED, Rank.UPDATED}.isdisjoint(ranks) and all(rank in dated for rank in ranks)


def is_byline(line: str) -> bool:
    """Whether a line names who wrote the story."""
    return len(line) <= LONGEST and any(_read_piece(piece, "", "")[0] is Rank.BYLINE for piece in _pieces(line))


def _pieces(line: str) -> list[str]:
    return [piece for piece in _PIECES.split(line.strip(" \t[]()")) if piece]


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
