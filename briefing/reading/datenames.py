"""Publication dates in web addresses and file names: ``/2024/05/09/``, ``2024-09-14-talks.txt``."""

from __future__ import annotations

import re
from functools import lru_cache

from briefing.reading.datetext import MONTH_NAME, Stamp, make_stamp, month_number, read_date

__all__ = ["date_in_file_name", "date_in_url"]

_YEAR = r"(?P<year>(?:19|20)\d{2})"
_MONTH = r"(?P<month>0?[1-9]|1[0-2])"
_DAY = r"(?P<day>0?[1-9]|[12]\d|3[01])"
_NAMED = rf"(?P<month>{MONTH_NAME})"
_OUTSIDE = r"(?<![0-9a-z])", r"(?![0-9a-z])"  # a hash like a20240914f holds no date

# Most telling first: a full day anywhere beats a month anywhere.
FORMS = (
    rf"(?<!\d){_YEAR}[-_/.]{_MONTH}[-_/.]{_DAY}(?!\d)",  # /2024/05/09/, 2024-05-09
    rf"{_OUTSIDE[0]}{_YEAR}(?P<month>0[1-9]|1[0-2])(?P<day>0[1-9]|[12]\d|3[01])(?:\d{{4}}|\d{{6}})?{_OUTSIDE[1]}",  # 20240221
    rf"{_OUTSIDE[0]}{_DAY}[-_/]?{_NAMED}[-_/]?{_YEAR}(?!\d)",  # /29-May-2024/, 29nov2023
    rf"(?<!\d){_YEAR}[-_/]{_NAMED}[-_/]{_DAY}(?!\d)",  # /2024/may/09/
    r"(?<![\d/])(?P<numeric>\d{1,2}[/-]\d{1,2}[/-](?:19|20)\d{2})(?!\d)",  # 29-07-2024
    r"(?<=/)(?P<numeric>\d{1,2}/\d{1,2}/(?:19|20)\d{2})(?!\d)",  # /05/29/2024/
    rf"(?<!\d){_YEAR}[-_/](?P<month>0[1-9]|1[0-2])(?=$|[^\d])",  # /2024/05/
    rf"(?<=/){_YEAR}/{_NAMED}(?=/|$)",  # /2024/may/
)


@lru_cache(maxsize=1)
def _forms() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(form, re.IGNORECASE) for form in FORMS)


def date_in_url(url: str, *, country: str = "") -> Stamp | None:
    """The date in the path of a web address. ``country`` settles ``/05/06/2024/``; otherwise that is not read."""
    path = re.sub(r"^[a-z]+://[^/]*|[?#].*$", "", url, flags=re.IGNORECASE | re.DOTALL)
    return _search(path, country)


def date_in_file_name(name: str) -> Stamp | None:
    """The date in a file's name; the file's own time stamps are never looked at."""
    return _search(name.rpartition(".")[0] or name, "")


def _search(text: str, country: str) -> Stamp | None:
    if not any(char.isdigit() for char in text):
        return None
    for form in _forms():
        for match in form.finditer(text):
            stamp = _stamp(match, country)
            if stamp:
                return stamp
    return None


def _stamp(match: re.Match[str], country: str) -> Stamp | None:
    groups = match.groupdict()
    if groups.get("numeric"):
        return read_date(groups["numeric"], country=country)
    month = groups["month"]
    return make_stamp(groups["year"], month if month.isdigit() else month_number(month), groups.get("day"))
