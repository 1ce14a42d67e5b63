"""Publication dates in other languages than English: `dateparser` behind one door.

It knows the months of 200 locales, but its import costs 70 ms and each locale that it tries some
50 more. So a text must hold a month of a language before that language is tried.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import datetime
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateparser.date import DateDataParser

__all__ = ["ask_dateparser"]

# Months of languages in Latin script, without accents (and without the dot that Turkish takes off its i).
MONTHS = {
    "en": "january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec",
    "fr": "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre janv fevr avr juil sept oct nov dec",
    "de": "januar janner februar marz april mai juni juli august september oktober november dezember jan feb mar apr jun jul aug sep sept okt nov dez",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre ene feb mar abr jun jul ago sep sept oct nov dic",
    "tr": "ocak subat mart nisan mayis haziran temmuz agustos eylul ekim kasim aralik oca sub mar nis may haz tem agu eyl eki kas ara",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre gen feb mar apr mag giu lug ago set ott nov dic",
    "pt": "janeiro fevereiro marco abril maio junho julho agosto setembro outubro novembro dezembro jan fev mar abr mai jun jul ago set out nov dez",
    "nl": "januari februari maart april mei juni juli augustus september oktober november december jan feb mrt apr jun jul aug sep okt nov dec",
    "pl": "stycznia lutego marca kwietnia maja czerwca lipca sierpnia wrzesnia pazdziernika listopada grudnia",
    "id": "januari februari maret april mei juni juli agustus september oktober november desember",
}  # fmt: skip
# Languages of other scripts, by the first word of the Unicode names of their letters.
SCRIPTS = {
    "ARABIC": ("ar", "fa", "ur"),
    "CYRILLIC": ("ru", "uk", "bg"),
    "GREEK": ("el",),
    "HEBREW": ("he",),
    "CJK": ("zh", "ja"),
    "HIRAGANA": ("ja",),
    "HANGUL": ("ko",),
    "DEVANAGARI": ("hi",),
}
_SECOND_NAME = re.compile(r"(?<=[^\W\d])\s*/[^\d/]+(?=\d)")  # نوفمبر/تشرين الثاني: two names of one month


def ask_dateparser(text: str, language: str, order: str) -> tuple[datetime, bool] | None:
    """The date that ``text`` writes out in full, and whether its day is part of it.

    ``language`` may be empty; ``order`` (DMY or MDY) settles figures. None unless year and month are
    written, and the day too where one is found: nothing is completed.
    """
    year = re.search(r"(?<!\d)\d{4}(?!\d)", text)
    languages = _languages(text, language)
    if not year or not languages:
        return None
    try:
        data = _parser(languages, order).get_date_data(_SECOND_NAME.sub(" ", text))
    except (ValueError, OverflowError, TypeError):  # an unknown language; a number too large for a clock
        return None
    found = data.date_obj
    if found is None or f"{found.year:04}" != year[0] or data.period not in {"day", "month"}:
        return None
    has_day = data.period == "day"
    if has_day and not re.search(rf"(?<!\d)0?{found.day}(?!\d)", text):
        return None
    return found, has_day


def _languages(text: str, language: str) -> tuple[str, ...]:
    """The languages to try: those of the script that have a month among the words."""
    letter = next((char for char in text if char.isalpha()), "")
    script = unicodedata.name(letter, "").split(" ")[0] if letter else ""
    if script != "LATIN":
        return (language,) if language and script else SCRIPTS.get(script, ())
    if language and language not in MONTHS:
        return (language,)
    words = set(re.findall(r"[^\W\d_]+", _without_accents(text)))
    likely = [name for name in ([language] if language else MONTHS) if not words.isdisjoint(MONTHS[name].split())]
    return tuple(likely)


def _without_accents(text: str) -> str:
    folded = unicodedata.normalize("NFD", text.casefold()).replace("ı", "i")
    return "".join(char for char in folded if not unicodedata.combining(char))


@lru_cache(maxsize=64)
def _parser(languages: tuple[str, ...], order: str) -> DateDataParser:
    from dateparser.date import DateDataParser  # late, for its price

    return DateDataParser(
        languages=list(languages),
        settings={
            "RELATIVE_BASE": datetime(2000, 1, 1),  # noqa: DTZ001  a base that is no clock
            "REQUIRE_PARTS": ["month", "year"],
            "PARSERS": ["absolute-time"],  # "2 hours ago" and bare timestamps are not read
            "DATE_ORDER": order,
        },
    )
