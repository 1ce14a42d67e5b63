"""On which days the holidays fall: by the calendar, by a rule, or by a table where another calendar decides.

Ramadan and the two feasts are those of the Umm al-Qura calendar, the Jewish holidays those of the
calculated Hebrew calendar; of several days the first counts. Outside the years of the tables these have no days.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, timedelta

__all__ = ["MONTHS", "holidays_near"]

_Rule = Callable[[int], Iterable[date]]

_RAMADAN = """
800713 810702 820622 830612 840531 850520 860509 870429 880417 890407 900327 910317 920305 930222 940211 950131 960121
970110 971230 981219 991209 001127 011116 021106 031026 041015 051004 060924 070913 080901 090822 100811 110801 120720
130709 140628 150618 160606 170527 180516 190506 200424 210413 220402 230323 240311 250301 260218 270208 280128 290116
300105 301226 311215 321204 331123 341112 351101 361020 371010 380930 390919"""
_EID_AL_FITR = """
800812 810801 820721 830711 840630 850619 860608 870528 880516 890506 900426 910415 920404 930324 940313 950302 960219
970208 980129 990118 000108 001227 011216 021205 031125 041114 051103 061023 071013 081001 090920 100910 110830 120819
130808 140728 150717 160706 170625 180615 190604 200524 210513 220502 230421 240410 250330 260320 270309 280226 290214
300204 310124 320114 330102 331223 341212 351201 361119 371108 381029 391019"""
_EID_AL_ADHA = """
801019 811008 820927 830917 840905 850826 860815 870804 880723 890713 900702 910622 920611 930531 940520 950509 960427
970417 980407 990327 000316 010305 020222 030211 040201 050121 060110 061231 071220 081208 091127 101116 111106 121026
131015 141004 150923 160911 170901 180821 190811 200731 210720 220709 230628 240616 250606 260527 270516 280505 290424
300413 310402 320322 330311 340301 350218 360207 370126 380116 390105 391226"""
_ISLAMIC_NEW_YEAR = """
801109 811028 821018 831007 840926 850915 860905 870825 880813 890802 900723 910712 920701 930621 940610 950530 960518
970507 980427 990417 000406 010326 020315 030304 040221 050210 060131 070120 080110 081229 091218 101207 111126 121115
131104 141025 151014 161002 170921 180911 190831 200820 210809 220730 230719 240707 250626 260616 270606 280525 290514
300503 310423 320411 330401 340321 350311 360228 370216 380205 390126"""
_ROSH_HASHANAH = """
800911 810929 820918 830908 840927 850916 861004 870924 880912 890930 900920 910909 920928 930916 940906 950925 960914
971002 980921 990911 000930 010918 020907 030927 040916 051004 060923 070913 080930 090919 100909 110929 120917 130905
140925 150914 161003 170921 180910 190930 200919 210907 220926 230916 241003 250923 260912 271002 280921 290910 300928
310918 320906 330924 340914 351004 360922 370910 380930 390919"""
_HANUKKAH = """
801203 811221 821211 831201 841219 851208 861227 871216 881204 891223 901212 911202 921220 931209 941128 951218 961206
971224 981214 991204 001222 011210 021130 031220 041208 051226 061216 071205 081222 091212 101202 111221 121209 131128
141217 151207 161225 171213 181203 191223 201211 211129 221219 231208 241226 251215 261205 271225 281213 291202 301221
311210 321128 331217 341207 351226 361214 371203 381222 391212"""
_PASSOVER_TO_ROSH_HASHANAH = 163  # days, in every year


def holidays_near(name: str, year: int) -> list[date]:
    """The days on which a holiday falls in a year and the two years to each side; none where no table reaches."""
    days = {day for near in range(max(2, year - 2), min(9998, year + 2) + 1) for day in _HOLIDAYS[name](near)}
    return sorted(days)


def _on(month: int, day: int) -> _Rule:
    return lambda year: [date(year, month, day)]


def _nth(count: int, weekday: int, month: int, after: int = 0) -> _Rule:
    """The ``count``-th weekday of a month, and so many days on; -1 is the last."""

    def days(year: int) -> list[date]:
        start = date(year, month, 1) if count > 0 else date(year, month + 1, 1) - timedelta(weeks=1)
        first = start + timedelta(days=(weekday - start.weekday()) % 7)
        return [first + timedelta(weeks=max(0, count - 1), days=after)]

    return days


def _table(text: str, after: int = 0) -> _Rule:
    days = [
        date((1900 if word >= "8" else 2000) + int(word[:2]), int(word[2:4]), int(word[4:])) for word in text.split()
    ]
    return lambda year: [day + timedelta(days=after) for day in days if day.year == year]


def _from_easter(after: int) -> _Rule:
    return lambda year: [_easter(year) + timedelta(days=after)]


def _easter(year: int) -> date:
    """Easter Sunday of the western churches (Meeus, Astronomical Algorithms, 1991, chapter 8)."""
    a, b, c = year % 19, year // 100, year % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return date(year, f // 31, f % 31 + 1)


_MONDAY, _TUESDAY, _THURSDAY, _SUNDAY = 0, 1, 3, 6

_HOLIDAYS: dict[str, _Rule] = {
    "new year's day": _on(1, 1),
    "epiphany": _on(1, 6),
    "martin luther king day": _nth(3, _MONDAY, 1),
    "valentine's day": _on(2, 14),
    "presidents' day": _nth(3, _MONDAY, 2),
    "women's day": _on(3, 8),
    "saint patrick's day": _on(3, 17),
    "nowruz": _on(3, 21),
    "april fool's day": _on(4, 1),
    "ash wednesday": _from_easter(-46),
    "palm sunday": _from_easter(-7),
    "good friday": _from_easter(-2),
    "easter": _from_easter(0),
    "easter monday": _from_easter(1),
    "ascension day": _from_easter(39),
    "pentecost": _from_easter(49),
    "earth day": _on(4, 22),
    "anzac day": _on(4, 25),
    "may day": _on(5, 1),
    "mother's day": _nth(2, _SUNDAY, 5),
    "memorial day": _nth(-1, _MONDAY, 5),
    "juneteenth": _on(6, 19),
    "father's day": _nth(3, _SUNDAY, 6),
    "independence day": _on(7, 4),
    "bastille day": _on(7, 14),
    "labor day": _nth(1, _MONDAY, 9),
    "columbus day": _nth(2, _MONDAY, 10),
    "halloween": _on(10, 31),
    "all saints' day": _on(11, 1),
    "election day": _nth(1, _MONDAY, 11, after=1),
    "guy fawkes night": _on(11, 5),
    "armistice day": _on(11, 11),
    "thanksgiving": _nth(4, _THURSDAY, 11),
    "black friday": _nth(4, _THURSDAY, 11, after=1),
    "christmas eve": _on(12, 24),
    "christmas": _on(12, 25),
    "boxing day": _on(12, 26),
    "new year's eve": _on(12, 31),
    "ramadan": _table(_RAMADAN),
    "eid al-fitr": _table(_EID_AL_FITR),
    "eid al-adha": _table(_EID_AL_ADHA),
    "islamic new year": _table(_ISLAMIC_NEW_YEAR),
    "ashura": _table(_ISLAMIC_NEW_YEAR, after=9),
    "passover": _table(_ROSH_HASHANAH, after=-_PASSOVER_TO_ROSH_HASHANAH),
    "shavuot": _table(_ROSH_HASHANAH, after=50 - _PASSOVER_TO_ROSH_HASHANAH),
    "rosh hashanah": _table(_ROSH_HASHANAH),
    "yom kippur": _table(_ROSH_HASHANAH, after=9),
    "sukkot": _table(_ROSH_HASHANAH, after=14),
    "hanukkah": _table(_HANUKKAH),
}  # fmt: skip

MONTHS = {"ramadan": 14}
"""Holidays that last a month, and how many days on their middle is: the calendar month of that day stands for them."""
