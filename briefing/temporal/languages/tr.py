"""Turkish: its words, its rules, its cues of tense. Phrases and near misses: tests/temporal/corpus/tr.txt."""

from __future__ import annotations

from briefing.temporal.languages.figures import FIGURES, rules_in_figures
from briefing.temporal.meaning import Base, Counted, Unit, Vague, Which
from briefing.temporal.readings import (
    calendar,
    counted,
    decade,
    fixed,
    length,
    nothing,
    range_of,
    relative,
    weekday,
    weekday_of_week,
)
from briefing.temporal.rules import Pack, Rule, Table

__all__ = ["UNFULFILLED", "pack"]

_PLANNED = r"planlanan|öngörülen|beklenen|yapılacak"
_SCHEDULED = (
    r"(?:gid|gel|başl|bit|er|dön|aç[ıi]l|kapan|toplan|buluş|görüş|imzal|imzalan|yap[ıi]l|düzenlen|oylan|oyn|karşılaş|gerçekleş|yola\s+çık|"
    r"konuş|ziyaret\s+ed|ev\s+sahipliği\s+yap|ağırl|devral|kullan|veril|sunul|seçim)[ıiuü]yor(?:l[ae]r)?"
)
"""The present with a day stands for what is on a timetable."""
_DONE = r"(?:yap[ıi]l|düzenlen|gerçekleş|gerçekleştiril|yaşan|meydana\s+gel|başlay|öldürül|imzalan|ilan\s+edil|açıklan)[ae]n"
UNFULFILLED = (
    r"\w+[ae]c[ae]kt[ıi](?:l[ae]r)?|(?:planlan|beklen|öngörül|gerek)[ıiuü]yordu|"
    r"\w+[ae]c[ae]ğ\w*\s+(?:\w+\s+){0,2}?\w+m[ıiuü]şt[ıiuü](?:l[ae]r)?"
)
"""A past plan: "was to be held", "was expected"."""

_MONTHS = "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık".split()
_WEEKDAYS = "pazartesi salı çarşamba perşembe cuma cumartesi pazar".split()
_NUMBERS = "bir iki üç dört beş altı yedi sekiz dokuz on".split()
_UNITS = {"saat": Unit.HOUR, "gün": Unit.DAY, "hafta": Unit.WEEK, "ay": Unit.MONTH, "yıl": Unit.YEAR}

TABLES = {
    "month": Table({word: n for n, word in enumerate(_MONTHS, 1)}, titled=True),
    "weekday": Table({word: n for n, word in enumerate(_WEEKDAYS)}),
    "number": Table({word: n for n, word in enumerate(_NUMBERS, 1)}, raw=r"\d{1,4}"),
    "unit": Table(_UNITS | {"gündür": Unit.DAY, "haftadır": Unit.WEEK, "aydır": Unit.MONTH, "yıldır": Unit.YEAR}),
    "which": Table({"geçen": Which.LAST, "geçtiğimiz": Which.LAST, "bu": Which.THIS, "gelecek": Which.NEXT, "önümüzdeki": Which.NEXT}),
    "which_week": Table({"geçen": -1, "geçtiğimiz": -1, "bu": 0, "gelecek": 1, "önümüzdeki": 1}),
    "year_shift": Table(
        {f"{which} {year}": n for which, n in (("geçen", -1), ("geçtiğimiz", -1), ("bu", 0), ("gelecek", 1), ("önümüzdeki", 1)) for year in ("yıl", "yılın", "sene")}
    ),
    "part": Table({"sabahı": "MO", "sabah": "MO", "akşamı": "EV", "akşam": "EV", "gecesi": "NI", "gece": "NI"}),
}  # fmt: skip

YEAR = r"(?P<year>(?:19|20)\d\d)"
CASE = r"(?:['’]\w+|\w{0,4})?"  # "Temmuz'da", "Cuma günü", "ayında"
NAMED = rf"(?:(?P<month>(?i:{'|'.join(_MONTHS)}))\s+ay(?:ı|ın)\w*)"  # "mart ayında": needs no capital
WD = r"(?:\s+{weekday=weekday}(?:\s+günü)?)?"
PART = r"(?:\s+(?:günü\s+)?{part=part})?"

TRIGGERS = {
    "month": "{month}",
    "weekday": "{weekday}",
    "figures": FIGURES,
    "year": r"(?:19|20)\d\d",
    "unit": r"{unit}(?!\w)",
    "named": rf"(?i:{'|'.join(_MONTHS)})(?=\s+ayı)",
    "word": r"(?i:dün|önceki|evvelki|evvelsi|ayın|bugün|yarın|geçtiğimiz|son|kısa|şu|halen|şimdi)(?!\w)",
}

RULES = [
    Rule("range of days in one month", r"(?P<first>(?P<day>[0-3]?\d))(?:\s?[-–]\s?|\s+ve\s+)(?P<second>(?P<day2>[0-3]?\d)\s+{month=month2}(?:\s+(?P<year2>20\d\d))?)(?:['’]\w+)?", range_of),
    Rule("day, month, year", rf"(?P<x>(?P<day>[0-3]?\d)\s+{{month=month}}\s+{YEAR})(?:['’]\w+)?{WD}", calendar),
    Rule("day, month of another year", r"{year_shift=year_shift}\s+(?P<day>[0-3]?\d)\s+{month=month}(?:['’]\w+)?", calendar, "unit month"),
    Rule("day, month", rf"(?P<x>(?P<day>[0-3]?\d)\s+{{month=month}})(?:['’]\w+)?{WD}", calendar),
    *rules_in_figures(day_first=True),
    Rule("month of a year", rf"(?P<x>{{month=month}}\s+{YEAR})(?:['’]\w+)?", calendar),
    Rule("month of last, this or next year", rf"{{year_shift=year_shift}}\s+{NAMED}", calendar, "unit month named"),
    Rule("month of last, this or next year by name", r"{year_shift=year_shift}\s+{month=month}(?:['’]\w+)?", calendar, "unit month"),
    Rule("month named as one", rf"{NAMED}", calendar, "named"),
    Rule("day of the month", r"(?i:ayın)\s+(?P<day>[0-3]?\d)(?:['’]\w+)?", calendar, "word"),
    Rule("last, this or next month by name", r"(?i:{which=which})\s+{month=month}", calendar),
    Rule("month by name", r"(?P<x>{month=month})(?:['’]\w+|\s+ayı\w*)", calendar),
    Rule("market or Sunday: pazar", r"(?-i:pazar)(?!\s+günü)", nothing, "weekday"),
    Rule("weekday of next week", r"(?i:haftaya)\s+{weekday=wd}(?:\s+günü)?" + PART, weekday_of_week(1)),
    Rule("weekday", r"(?:{which=which}\s+)?{weekday=wd}(?:\s+günü)?" + PART, weekday),
    Rule("the day before", r"(?i:bir\s+önceki\s+gün)", fixed(Counted(Unit.DAY, -1, Base.TEXT)), "word"),
    Rule("the day before yesterday", r"(?i:önceki\s+gün|evvelki\s+gün|evvelsi\s+gün)", fixed(Counted(Unit.DAY, -2)), "word"),
    Rule("yesterday", r"(?i:dün)", fixed(Counted(Unit.DAY, -1))),
    Rule("today", r"(?i:bugün)", fixed(Counted(Unit.DAY, 0))),
    Rule("tomorrow", r"(?i:yarın)", fixed(Counted(Unit.DAY, 1))),
    Rule("so many units ago", r"{number=n}\s+{unit=unit}\s+(?i:önce)", counted(-1)),
    Rule("so many units later, in the text", r"{number=n}\s+{unit=unit}\s+(?i:sonra)", counted(1, Base.TEXT)),
    Rule("last, this or next unit", r"{which=which}\s+(?P<unit>(?i:hafta|ay|yıl))", relative(), "unit"),
    Rule("length of time up to now", r"(?P<about>(?i:yaklaşık))\s+{number=n}\s+(?P<unit>(?i:gündür|haftadır|aydır|yıldır))", length(-1), "unit"),
    Rule("length of time up to now, exact", r"{number=n}\s+(?P<unit>(?i:gündür|haftadır|aydır|yıldır))", length(-1), "unit"),
    Rule("length of time", r"(?:(?P<about>(?i:yaklaşık))\s+)?{number=n}\s+{unit=unit}", length()),
    Rule("decade", r"(?P<year>(?:19|20)\d0)['’]?l[ıiuü]\s+yıl\w*", decade, "year"),
    Rule("year", rf"(?P<x>{YEAR})(?:['’]\w+|\s+yılı\w*)", calendar, "year"),
    Rule("recently", r"(?i:geçtiğimiz\s+günlerde|son\s+günlerde|kısa\s+süre\s+önce)", fixed(Vague(-1))),
    Rule("now", r"(?i:şu\s+anda|halen|şimdi)", fixed(Vague(0))),
]  # fmt: skip


def pack(day_first: bool | None) -> Pack:
    """The Turkish pack. Turkish writes the day first, wherever the outlet sits."""
    del day_first
    return Pack(
        code="tr",
        tables=TABLES,
        rules=RULES,
        triggers=TRIGGERS,
        future=rf"\w+(?:acak(?:lar)?|ecek(?:ler)?|acağı\w*|eceği\w*)|bekleniyor|planlanıyor|{_PLANNED}|{_SCHEDULED}|kadar",
        past=rf"\w+(?:dı|di|du|dü|tı|ti|tu|tü|mış|miş|muş|müş)(?:l[ae]r)?|(?!olduğu)\w+(?:[dt]ığ|[dt]iğ|[dt]uğ|[dt]üğ)\w+|{_DONE}",
        verb_last=True,
        unfulfilled=UNFULFILLED,
        called_off=(
            rf"(?:['’]?[dt][ae]ki|\s+günkü|['’]?\w{{0,3}}\s+(?:[\w’']+\s+){{0,6}}?(?:{_PLANNED}|(?P<coming>\w+[ae]cak(?:\s+olan)?)))\s"
            r"(?:[\w’']+\s+){0,8}?(?:iptal\s+e[dt]|ertele[dn]|vazgeç)\w*"
        ),
        onward=(
            r"\s+için(?!\s+(?:özür|teşekkür))|(?:(?<=['’][ae])|(?<=['’]y[ae])|['’]y?[ae]|y[ae]|\s+(?:gün|ay|tarih|sabah|akşam)[ıiuü]n[ae])\s+"
            r"(?:\w+\s+){0,2}?(?:ertele|alın|kaydırıl|sarkt|bırakıl)\w*"
        ),
        calling_words=("iptal", "ertele", "vazgeç"),
        named_behind=r"\s+(?:deprem|darbe|saldırı|katliam|ayaklanma|isyan|olay|felaket|muhtıra)\w*",
        clause=r"[;:—]",
        function_words=frozenset("ve bir bu ile için olarak da de daha olan ise çok sonra gibi kadar".split()),
    )
