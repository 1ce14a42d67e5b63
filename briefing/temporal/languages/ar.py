"""Arabic: its words, its rules, its cues of tense. Phrases and near misses: tests/temporal/corpus/ar.txt.

Months come as Gregorian names (يوليو), Levantine ones (تموز) or the pair of both (يوليو/تموز).
"""

from __future__ import annotations

from briefing.temporal.languages.figures import FIGURES, rules_in_figures
from briefing.temporal.meaning import Counted, Unit, Vague, Which
from briefing.temporal.readings import calendar, counted, fixed, range_of, relative, weekday
from briefing.temporal.rules import Pack, Rule, Table

__all__ = ["CALL_OFF", "PAST_VERBS", "UNFULFILLED", "pack"]

PAST_VERBS = (
    "وقع وصل غادر زار التقى اجتمع عقد بدأ انتهى شن قتل أصيب استشهد أصاب هاجم قصف استهدف دمر انفجر اغتال اعتقل أفرج أطلق "
    "فاز خسر انتخب استقال أقال توفي مات وافق رفض قرر اتفق اختتم افتتح أغلق أوقف استأنف ألغى أجل مدد انسحب "
    "خرج عاد سافر تظاهر احتج احتشد شارك حضر استقبل بحث ناقش تبادل تسلم سلم وزع أرسل تلقى أقر صوت فرض رفع خفض ارتفع انخفض "
    "تراجع ضرب غرق سقط تحطم اندلع تسبب أدى نجا أنقذ أجلى نزح فر أدان اتهم حاكم باع اشترى بنى شيد حقق أنتج استمر "
    "تعهد هدد طلب شكر رحب ندد أشاد صافح ودع زرع حمل ترك"
).split()
"""Past verbs of news, as "he" has them. Script alone does not tell a verb from a noun."""
_PLANNED = r"(?:التي\s+كانت\s+)?(?:ال)?(?:مقرر|مزمع|مخطط)(?:ة|ا|اً)?"
CALL_OFF = (
    r"[وف]?(?:أ[\u064b-\u0652]*لغ[\u064b-\u0652]*[ىي]ت?|ألغت|إلغاء|(?:ت)?أجل(?:ت)?|تأجيل|أرجأ(?:ت)?|أرجئ(?:ت)?|إرجاء)"
)
UNFULFILLED = (
    r"[وف]?كان(?:ت)?\s+(?:من\s+)?(?:المقرر|المتوقع|المفترض|المنتظر|مقررا|مقرراً|مقررة)|"
    r"[وف]?كان(?:ت|وا)?\s+(?:\w+\s+){0,3}?قد\s+(?:أعلن|قال|وعد|تعهد|أكد)(?:ت|وا)?\s+(?:\w+\s+){0,4}?س[يتن]\w{2,}"
)
"""A past plan: "it was to be"."""

_NOT_WILL = (
    r"سيناء|سيناريو\w*|سينما\w*|سيطر(?!ح|د)\w*|سيار\w*|سياس\w*|سياد\w*|سياح\w*|سياق\w*|سيد(?:ة|ات|تي|ي)?|سير(?:ة|غي)?|سيول|سيولة|سيل(?:ة)?|"
    r"سيف|سيبر\w*|سيبيريا|ستين|ستون|ستة|ستار\w*|ستراتيج\w*|ستيف\w*|ستوك\w*|ستان\w*|سنو(?:ات|ي|ية|يا)|سنغاف\w*|سنت|سند|سنة"
)
WILL = rf"[وف]?(?!(?:{_NOT_WILL})(?!\w))س[يتن]\w{{2,}}|[وف]?(?:سوف|لن)\s+\w+"
"""The future: a prefix on the verb, which nouns also begin with."""
_SCHEDULED = (
    "صل بدأ نتهي نطلق زور لتقي جتمع عقد فتتح توجه غادر عود ستأنف ستضيف صوت نتخب دلي جري قام ختتم وقع بحث ترأس لقي ستقبل "
    "دخل شهد حتضن ستمر تسلم واجه لعب"
).split()
# A present verb with its day stands for what is on a timetable; behind "كان" (was) and "before he" it does not.
_ON_TIMETABLE = rf"(?<!أن )(?<!كان )(?<!كانت )[يت](?:{'|'.join(_SCHEDULED)})(?:ون|ان)?"
_WAS_DOING = r"كان(?:ت|وا)?(?:\s+(?!من\s)\w+){0,2}\s+[يت]\w{2,}"
_TO_MEET = (
    r"[وف]?(?:اتفق|وافق|قرر)(?:ت|وا|ا|تا)?\s+(?:\w+\s+){0,4}?(?:على\s+)?(?:أن\s+[يتن](?:جتمع|لتق|عقد|ستأنف|عود|صوت|زور|فاوض|تفاوض)\w*|"
    r"(?:عقد|استئناف|بدء)\s+(?:ال)?(?:جولة|اجتماع|محادثات|مفاوضات|مباحثات|قمة|جلسة|لقاء|مشاورات)\w*)"
)
"""Agreed to meet: the day is that of meeting."""
_TO_PROTEST = (
    r"[وف]?(?:دعا|دعت|دعوا)\s+(?:\w+\s+){0,6}?(?:إلى\s+|لل|ل)(?:ال)?(?:مظاهرات|مظاهرة|تظاهرات|تظاهرة|تظاهر|إضرابات|إضراب|احتجاجات|احتجاج|مسيرات|مسيرة|"
    r"وقفات|وقفة|اعتصامات|اعتصام|عصيان|تجمع|حشد)(?:ات)?"
)
"""Called for a protest: so is that of protesting."""
_NO_SIGN = r"(?<![\u064b-\u0652])"  # a sign for a vowel is no letter, but stands within a word

_GREGORIAN = "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر".split()
_LEVANTINE = [
    "كانون الثاني",
    "شباط",
    "آذار",
    "نيسان",
    "أيار",
    "حزيران",
    "تموز",
    "آب",
    "أيلول",
    "تشرين الأول",
    "تشرين الثاني",
    "كانون الأول",
]
_WEEKDAYS = ["الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"]

_ONES = "الأول الثاني الثالث الرابع الخامس السادس السابع الثامن التاسع".split()
_TEN = ["الحادي", *_ONES[1:]]
_ORDINALS = [
    *_ONES, "العاشر", *(f"{one} عشر" for one in _TEN), "العشرين", *(f"{one} والعشرين" for one in _TEN), "الثلاثين",
    "الحادي والثلاثين",
]  # fmt: skip

_UNITS = {
    "أيام": Unit.DAY,
    "يوما": Unit.DAY,
    "يوماً": Unit.DAY,
    "أسابيع": Unit.WEEK,
    "أسبوعا": Unit.WEEK,
    "أشهر": Unit.MONTH,
    "شهرا": Unit.MONTH,
    "أعوام": Unit.YEAR,
    "سنوات": Unit.YEAR,
    "عاما": Unit.YEAR,
    "سنة": Unit.YEAR,
}  # as they are counted

TABLES = {
    "month": Table(
        {word: n for n, word in enumerate(_GREGORIAN, 1)}
        | {word: n for n, word in enumerate(_LEVANTINE, 1)}
        | {"إبريل": 4, "ابريل": 4, "اغسطس": 8, "اكتوبر": 10}
    ),
    "weekday": Table({word: n for n, word in enumerate(_WEEKDAYS)} | {"الإثنين": 0, "الاربعاء": 2, "الاحد": 6}),
    "which": Table({"الماضي": Which.LAST, "المنصرم": Which.LAST, "المقبل": Which.NEXT, "القادم": Which.NEXT, "الجاري": Which.THIS}),
    "which_week": Table({"الماضي": -1, "الماضية": -1, "المنصرم": -1, "المقبل": 1, "المقبلة": 1, "القادم": 1, "الجاري": 0}),
    "ordinal": Table({word: n for n, word in enumerate(_ORDINALS, 1)}),
    "number": Table(
        {f"{word}{end}": n for n, word in enumerate("ثلاث أربع خمس ست سبع ثماني تسع عشر".split(), 3) for end in ("", "ة")} | {"ثمان": 8},
        raw=r"\d{1,3}|[٠-٩]{1,3}",
    ),
    "unit": Table({"الأسبوع": Unit.WEEK, "الشهر": Unit.MONTH, "العام": Unit.YEAR, "السنة": Unit.YEAR}, more=_UNITS),
}  # fmt: skip

AGO = (
    (Unit.DAY, 1, "يوم"), (Unit.DAY, 2, "يومين"), (Unit.WEEK, 1, "أسبوع"), (Unit.WEEK, 2, "أسبوعين"), (Unit.MONTH, 1, "شهر"),
    (Unit.MONTH, 2, "شهرين"), (Unit.YEAR, 1, "عام|سنة"), (Unit.YEAR, 2, "عامين|سنتين"),
)  # fmt: skip
ANY_YEAR = r"(?:19|20|١٩|٢٠)\d\d"
YEAR = rf"(?P<year>{ANY_YEAR})"
PAIR = r"(?:\s?/\s?{month})?"
WD = r"(?:(?:يوم\s+)?{weekday=weekday}\s*،?\s+)?"

TRIGGERS = {
    "month": "{month}",
    "weekday": "{weekday}",
    "figures": FIGURES,
    "year": ANY_YEAR,
    "unit": "{unit}",
    "units": f"(?:{'|'.join(_UNITS)})(?!\\w)",
    "pair": "|".join(words for _, _, words in AGO),
    "word": "غد|الغد|أمس|اليوم|غدا|مؤخرا|أخيرا|حاليا|الآن",
}

RULES = [
    Rule("range of days in one month", rf"(?P<first>(?P<day>\d\d?))(?:\s?[-–]\s?|\s+و\s?|\s+(?:إلى|حتى)\s+)(?P<second>(?P<day2>\d\d?)\s+{{month=month2}}{PAIR}(?:\s+(?P<year2>(?:20|٢٠)\d\d))?)", range_of),
    Rule("day in words, month", rf"{WD}{{ordinal=day}}\s+من\s+{{month=month}}{PAIR}(?:\s+(?:من\s+)?(?:عام\s+|سنة\s+)?{YEAR})?", calendar),
    Rule("day, month, year", rf"{WD}(?P<day>\d\d?)\s+(?:من\s+)?{{month=month}}{PAIR}(?:\s+من\s+عام)?\s+{YEAR}", calendar),
    Rule("day, month", rf"{WD}(?P<day>\d\d?)\s+(?:من\s+)?{{month=month}}{PAIR}", calendar),
    *rules_in_figures(day_first=True),
    Rule("month of a year", rf"{{month=month}}{PAIR}\s+(?:من\s+)?(?:(?:ال)?عام\s+|سنة\s+)?{YEAR}", calendar),
    Rule("last or next month by name", rf"{{month=month}}{PAIR}\s+{{which=which}}", calendar),
    Rule("the day before yesterday", r"(?:أول|اول|أوّل)\s+(?:من\s+)?أمس(?:\s+{weekday})?|أمس\s+الأول(?:\s+{weekday})?", fixed(Counted(Unit.DAY, -2)), "word"),
    Rule("the day after tomorrow", r"بعد\s+(?:غد|غدٍ|الغد)(?:\s+{weekday})?", fixed(Counted(Unit.DAY, 2)), "word"),
    Rule("so many units ago", rf"قبل\s+{{number=n}}\s+(?P<unit>{'|'.join(_UNITS)})(?!\s+من)", counted(-1), "units"),
    *(Rule(f"{code.name.lower()}s ago, one or two", rf"قبل\s+(?:{words})(?!\s+من)", fixed(Counted(code, -count)), "pair") for code, count, words in AGO),
    Rule("yesterday with its weekday", r"(?:يوم\s+)?أمس\s+(?:{weekday})?", fixed(Counted(Unit.DAY, -1)), "word"),
    Rule("today with its weekday", r"اليوم\s+{weekday}", fixed(Counted(Unit.DAY, 0)), "word"),
    Rule("weekday", r"(?:يوم\s+)?{weekday=wd}(?:\s+{which=which})?", weekday),
    Rule("yesterday", r"أمس", fixed(Counted(Unit.DAY, -1))),
    Rule("today", r"اليوم", fixed(Counted(Unit.DAY, 0))),
    Rule("tomorrow", r"غدا|غداً", fixed(Counted(Unit.DAY, 1))),
    Rule("last, this or next unit", r"{unit=unit}\s+{which_week=which}", relative()),
    Rule("month by name", rf"(?:في|منذ|خلال|مطلع|أواخر|منتصف|شهر)\s+(?P<x>{{month=month}}{PAIR})(?!\s?/|\s+(?:(?:من\s+)?(?:(?:ال)?عام\s+|سنة\s+)?{ANY_YEAR}|{{which}}))", calendar),
    Rule("year", rf"(?:عام|سنة|العام)\s+(?P<x>{YEAR})", calendar, "year"),
    Rule("recently", r"مؤخرا|مؤخراً|أخيرا", fixed(Vague(-1))),
    Rule("now", r"حاليا|حالياً|الآن", fixed(Vague(0))),
]  # fmt: skip


def pack(day_first: bool | None) -> Pack:
    """The Arabic pack. Arabic writes the day first, wherever the outlet sits."""
    del day_first
    return Pack(
        code="ar",
        tables=TABLES,
        rules=RULES,
        triggers=TRIGGERS,
        future=rf"{WILL}|المقبل|القادم|(?:[وف]?من\s+)?(?:المقرر|المتوقع|المنتظر|المرتقب)|يتوقع|حتى|[وف]?إذا\s+\w+|{_ON_TIMETABLE}",
        past=(
            rf"{_NO_SIGN}(?:{_WAS_DOING}|[وف]?(?:قال\w*|أعلن\w*|كان\w*|قتل\w*|(?:التق|نف)(?:ى|ت|يا|وا)|أنكر\w*|عقد\w*|أكد\w*|ذكر\w*|"
            rf"(?:{'|'.join(PAST_VERBS)})(?:ت|وا|ا|تا)?)|لم\s+[يتن]\w+)"
        ),
        infinitive=r"(?<!قبل )(?<!بعد )أن\s+[يتن]\w{2,}",
        unfulfilled=UNFULFILLED,
        undertaking=rf"{_TO_MEET}|{_TO_PROTEST}",
        appointing=r"[^،.؛:]*",
        limiting=r"إلى|حتى",
        postponing=r"[وف]?(?:أجل|تأجل|أرجأ|مدد|علق|رحل)(?:ت|وا|ا|تا)?$",
        calling_words=("لغ", "لَغ", "لْغ", "لغا", "أجل", "أجيل", "رجأ", "رجئ", "رجاء"),
        calling_off=rf"(?:{CALL_OFF})\s+(?:\w+\s+){{0,8}}?(?P<named>{_PLANNED})\s+(?:\w+\s+){{0,4}}",
        named_before=r"(?:ال)?(?:هجمات|هجوم|أحداث|زلزال|انقلاب|مجزرة|ثورة|عملية|حرب)\s+",
        clause=r"[؛:]",
        function_words=frozenset(),
    )
