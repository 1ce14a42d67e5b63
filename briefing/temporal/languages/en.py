"""English: its words, its rules, its cues of tense. Phrases and near misses: tests/temporal/corpus/en.txt."""

from __future__ import annotations

from briefing.datespan import Precision
from briefing.temporal.languages.figures import FIGURES, rules_in_figures
from briefing.temporal.meaning import Base, Counted, Unit, Vague, Which
from briefing.temporal.readings import (
    calendar,
    clock_on,
    counted,
    decade,
    fixed,
    group,
    length,
    month_which,
    nothing,
    range_of,
    recurring,
    relative,
    weekday,
    weekday_range,
)
from briefing.temporal.rules import Pack, Rule, Table

__all__ = ["pack"]

_MONTHS = "january february march april may june july august september october november december".split()
_SHORT_MONTHS = "jan. feb. mar. apr. jun. jul. aug. sept. sep. oct. nov. dec.".split()
_WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
).split()
_NUMBERS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty"
).split()
_TENS = {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "hundred": 100}
_UNITS = {
    "second": Unit.SECOND,
    "minute": Unit.MINUTE,
    "hour": Unit.HOUR,
    "day": Unit.DAY,
    "weekend": Unit.WEEKEND,
    "week": Unit.WEEK,
    "month": Unit.MONTH,
    "quarter": Unit.QUARTER,
    "year": Unit.YEAR,
    "decade": Unit.DECADE,
    "century": Unit.CENTURY,
    "centuries": Unit.CENTURY,
}

TABLES = {
    "month": Table(
        {word: n for n, word in enumerate(_MONTHS, 1)}
        | {word: _MONTHS.index(next(m for m in _MONTHS if m.startswith(word[:3]))) + 1 for word in _SHORT_MONTHS}
        | {
            word.rstrip("."): _MONTHS.index(next(m for m in _MONTHS if m.startswith(word[:3]))) + 1
            for word in _SHORT_MONTHS
        },
        titled=True,
    ),
    "weekday": Table(
        {word: n for n, word in enumerate(_WEEKDAYS)}
        | {word: n for n, word in enumerate("mon. tue. wed. thu. fri. sat. sun.".split())}
        | {"tues.": 1, "weds.": 2, "thur.": 3, "thurs.": 3},
        titled=True,
    ),
    "ordinal": Table({word: n for n, word in enumerate(_ORDINALS, 1)}, raw=r"(?:[0-2]?\d|3[01])(?:st|nd|rd|th)?"),
    "number": Table(
        {word: n for n, word in enumerate(_NUMBERS, 1)} | _TENS | {"a": 1, "an": 1, "a couple of": 2, "half a dozen": 6, "a dozen": 12},
        raw=r"\d{1,3}(?:,\d{3}){1,4}|\d{1,4}(?:\.\d)?",
    ),
    "some": Table(dict.fromkeys(("several", "a few", "many", "some", "recent", "a number of"))),
    "unit": Table(_UNITS | {word + "s": unit for word, unit in _UNITS.items() if not word.endswith("s")}),
    "part": Table({"morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI", "noon": "MI", "midday": "MI", "midnight": "24:00"}),
    "which": Table(
        {"last": Which.LAST, "past": Which.LAST, "this past": Which.LAST, "this": Which.THIS, "coming": Which.NEXT,
         "this coming": Which.NEXT, "next": Which.NEXT, "previous": Which.LAST}
    ),
    "which_week": Table({"last": -1, "past": -1, "previous": -1, "this": 0, "next": 1, "coming": 1}),
    "third": Table({"early": 1, "beginning of": 1, "the beginning of": 1, "the start of": 1, "mid": 2, "the middle of": 2,
                    "middle of": 2, "late": 3, "end of": 3, "the end of": 3}),
    "season": Table({"spring": 1, "summer": 2, "autumn": 3, "fall": 3, "winter": 4}),
    "quarter": Table({"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4, "last": 4}),
    "half": Table({"first": 1, "second": 2}),
    "year_shift": Table({"last year": -1, "of last year": -1, "this year": 0, "of this year": 0, "next year": 1, "of next year": 1}),
    "set": Table({"daily": "P1D", "weekly": "P1W", "monthly": "P1M", "yearly": "P1Y", "annually": "P1Y", "nightly": "P1D"}),
}  # fmt: skip

YEAR = r"(?P<year>(?:1[5-9]|20)\d\d)"
YEAR2 = YEAR.replace("year", "year2")
SHORT_YEAR = r"(?P<year>['’]\d\d)"
DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
DAY2 = DAY.replace("day", "day2")
WD = r"(?:{weekday},?\s+)?(?:the\s+)?"
CLOCK = r"(?P<hour>[0-2]?\d)(?:[:.](?P<minute>[0-5]\d))?(?:\s?(?P<half>[aApP]\.?[mM]\.?))"
DASH = r"\s?[-–—]\s?"
PART = r"(?:\s+(?:in\s+the\s+)?{part=part})?"
ABOUT = r"(?:(?P<about>(?i:about|around|nearly|almost|roughly|some|approximately|close\s+to|an\s+estimated|more\s+than|over|at\s+least|less\s+than|under|up\s+to|just\s+over|just\s+under))\s+)?"
INTO = r"(?i:in|since|until|till|by|from|during|of|for|before|after|to|through|between|and|to|last|late|early|mid|throughout)"

TRIGGERS = {
    "month": r"{month}(?!\w)",
    "weekday": r"{weekday}(?!\w)",
    "figures": FIGURES,
    "year": r"(?:1[5-9]|20)\d\d(?:['’]?s)?(?!\w)|['’]\d0s",
    "unit": r"{unit}(?!\w)",
    "season": r"{season}(?!\w)",
    "set": r"{set}(?!\w)",
    "word": (
        r"(?i:today|tonight|overnight|tomorrow|yesterday|last\s+night|this\s+(?:morning|afternoon|evening|time)|the\s+day\s+(?:before|after)|"
        r"half|q[1-4]|recently|lately|recent|now|currently|at\s+present|presently|these\s+days|soon|shortly|in\s+the\s+(?:near|coming))(?!\w)"
    ),
}

RULES = [
    # ---- near misses: spoken for, and no date ----
    Rule("number of a resolution, flight, page", r"(?i:resolutions?|flight|route|highway|channel|page|room|article|section|chapter|no\.|number|bill|boeing|airbus|gate|area)\s+#?\d[\d,.()-]*(?:\s?\(\d{4}\))?", nothing, "year figures"),
    Rule("money", r"[$€£¥₪]\s?\d[\d,.]*(?:\s?(?:million|billion|trillion|m|bn|k))?", nothing, "year"),
    Rule("share or count of things", r"\d[\d,.]{0,20}\s?(?:%|percent|per\s+cent|points?|people|children|hostages|prisoners|members?|votes?|km|miles|kg)", nothing, "year unit"),
    Rule("name with a weekday or month in it", r"(?:The\s+)?(?:Sunday|Saturday|Friday)\s+(?:Times|Telegraph|Mirror|Mail|Express|Herald|Tribune|Star|Post|World)|(?:April|June|May|August|Augusta)\s+(?!{weekday})[A-Z][a-z]+(?=\s+(?:said|says|told|was|is|has))", nothing, "weekday month"),
    Rule("age", r"\d{1,3}-year-olds?|(?:aged?|ages)\s+\d{1,3}", nothing, "unit"),
    Rule("order of things", r"(?i:the\s+)?second\s+(?:phase|stage|round|time|day\s+of|half\s+of\s+the\s+(?:game|match)|place|person|floor)", nothing, "unit word"),
    # ---- ranges ----
    Rule("range of days in one month, month first", rf"(?P<first>{{month=month}}\s+{DAY})(?:{DASH}|\s+(?:and|to|until|through)\s+)(?P<second>{DAY2}(?:,?\s+{YEAR2})?)(?![:\d])", range_of),
    Rule("range of days in one month, day first", rf"(?P<first>{DAY})(?:{DASH}|\s+(?:and|to|until|through)\s+)(?P<second>{DAY2}\s+{{month=month2}}(?:,?\s+{YEAR2})?)", range_of),
    Rule("range over months, day first", rf"(?P<first>{DAY}\s+{{month=month}}(?:,?\s+{YEAR})?)(?:{DASH}|\s+(?:and|to|until|through)\s+)(?P<second>{DAY2}\s+{{month=month2}}(?:,?\s+{YEAR2})?)", range_of),
    Rule("range over months, month first", rf"(?P<first>{{month=month}}\s+{DAY}(?:,?\s+{YEAR})?)(?:{DASH}|\s+(?:and|to|until|through)\s+)(?P<second>{{month=month2}}\s+{DAY2}(?:,?\s+{YEAR2})?)", range_of),
    Rule("range of months", rf"(?:(?i:from)\s+)?(?P<first>{{month=month}})(?:{DASH}|\s+(?:to|until|through)\s+)(?P<second>{{month=month2}}(?:,?\s+{YEAR2})?)(?!\s+\d)", range_of),
    Rule("range of weekdays", rf"(?P<first>{{weekday=wd}})(?:{DASH}|\s+(?:to|until|through)\s+)(?P<second>{{weekday=wd2}})", weekday_range),
    # ---- full dates ----
    Rule("clock time and full date", rf"{CLOCK}(?:\s+[A-Z]{{2,4}})?,?\s+(?:on\s+)?(?:{{weekday}},?\s+)?(?:{{month=month}}\s+{DAY}(?:,?\s+{YEAR})?)", calendar),
    Rule("day, month, year", rf"{WD}{DAY}\s+(?:of\s+)?{{month=month}},?\s+{YEAR}", calendar),
    Rule("month, day, year", rf"{WD}{{month=month}}\s*{DAY}\s?,?\s*{YEAR}", calendar),
    Rule("day, month, short year", rf"{WD}{DAY}[\s-]+{{month=month}}[\s-]+{SHORT_YEAR}", calendar),
    Rule("day, month", rf"{WD}{DAY}\s+(?:of\s+)?{{month=month}}(?:\s+{{year_shift=year_shift}})?{PART}", calendar),
    Rule("month, day", rf"{WD}{{month=month}}\s+{DAY}(?![\d:]|,\d{{3}})(?:,?\s+{{year_shift=year_shift}})?{PART}", calendar),
    *rules_in_figures(None),
    # ---- months ----
    Rule("early, mid or late in a month of a year", rf"(?:(?:in\s+)?{{third=third}}[\s-]*)?{{month=month}},?\s+(?:of\s+)?{YEAR}", calendar),
    Rule("month of last, this or next year", r"(?:{third=third}[\s-]+)?{month=month}(?:,)?\s+{year_shift=year_shift}", calendar),
    Rule("early, mid or late in a month", r"{third=third}[\s-]*{month=month}(?!\s+\d)", calendar),
    Rule("last, this or next month by name", r"{which=which}\s+{month=month}(?!\s+\d)", month_which),
    Rule("month by name", rf"{INTO}\s+(?P<x>{{month=month}})(?!\s+(?:[A-Z\d]|{{year_shift}}))", calendar),
    Rule("unmistakable month", r"(?P<month>January|February|April|June|July|August|September|October|November|December)(?!\s+[A-Z\d])(?!,?\s+{year_shift})", calendar, "month"),
    # ---- weeks ----
    Rule("every weekday", r"(?i:every|each)\s+{weekday=wd}", recurring),
    Rule("weekday with clock time", rf"{CLOCK}(?:\s+[A-Z]{{2,4}})?,?\s+(?:on\s+)?{{weekday=wd}}", weekday),
    Rule("small hours of a weekday", r"(?i:the\s+)?(?i:early|small)\s+hours\s+(?i:of|on)\s+(?:{weekday=wd})(?:\s+(?P<part>morning))?", weekday),
    Rule("weekday of last, this or next week", r"(?:{which=which}\s+)?{weekday=wd}" + PART, weekday),
    # ---- counted from publication ----
    Rule("the day before yesterday", r"(?i:the\s+day\s+before\s+yesterday)", fixed(Counted(Unit.DAY, -2))),
    Rule("the day after tomorrow", r"(?i:the\s+day\s+after\s+tomorrow)", fixed(Counted(Unit.DAY, 2))),
    Rule("clock time today", rf"{CLOCK}\s+(?i:today)", clock_on(Unit.DAY, 0)),
    Rule("yesterday in part", r"(?i:yesterday)\s+morning", fixed(Counted(Unit.DAY, -1, part="MO"))),
    Rule("yesterday evening", r"(?i:yesterday)\s+evening", fixed(Counted(Unit.DAY, -1, part="EV"))),
    Rule("yesterday afternoon", r"(?i:yesterday)\s+afternoon", fixed(Counted(Unit.DAY, -1, part="AF"))),
    Rule("last night", r"(?i:last\s+night|overnight)", fixed(Counted(Unit.DAY, -1, part="NI"))),
    Rule("this morning", r"(?i:this\s+morning)", fixed(Counted(Unit.DAY, 0, part="MO"))),
    Rule("this afternoon", r"(?i:this\s+afternoon)", fixed(Counted(Unit.DAY, 0, part="AF"))),
    Rule("this evening", r"(?i:this\s+evening)", fixed(Counted(Unit.DAY, 0, part="EV"))),
    Rule("tonight", r"(?i:tonight)", fixed(Counted(Unit.DAY, 0, part="NI"))),
    Rule("tomorrow in part", r"(?i:tomorrow)\s+morning", fixed(Counted(Unit.DAY, 1, part="MO"))),
    Rule("yesterday", r"(?i:yesterday)", fixed(Counted(Unit.DAY, -1))),
    Rule("today", r"(?i:today)", fixed(Counted(Unit.DAY, 0))),
    Rule("tomorrow", r"(?i:tomorrow)", fixed(Counted(Unit.DAY, 1))),
    Rule("this time last year", r"(?i:this\s+time\s+last\s+year)", fixed(Counted(Unit.MONTH, -12)), "word unit"),
    Rule("so many units ago", rf"{ABOUT}(?:{{number=n}}|{{some}})[\s-]+{{unit=unit}}\s+(?i:ago)", counted(-1)),
    Rule("so many units later, in the text", r"(?i:{number=n})[\s-]+{unit=unit}\s+(?i:later|afterwards?)", counted(1, Base.TEXT)),
    Rule("so many units earlier, in the text", r"(?i:{number=n})[\s-]+{unit=unit}\s+(?i:earlier|before|previously)", counted(-1, Base.TEXT)),
    Rule("the unit after, in the text", r"(?i:the)\s+(?i:next|following)\s+{unit=unit}", relative(Base.TEXT, 1)),
    Rule("the unit before, in the text", r"(?i:the)\s+(?i:previous|preceding)\s+{unit=unit}", relative(Base.TEXT, -1)),
    Rule("the day before or after, in the text", r"(?i:(?:the|a)\s+(?P<unit>day|week|month|year)\s+(?:before|earlier))(?!\s+(?:the|he|she|they|his|her))", relative(Base.TEXT, -1), "unit word"),
    Rule("that unit, in the text", r"(?i:that|the\s+same)\s+(?P<unit>(?i:day|week|month|year|weekend))", relative(Base.TEXT, 0), "unit"),
    Rule("early, mid or late in a unit", r"(?:(?i:later|earlier)\s+|{third=third}\s+)?{which=which}\s+(?P<unit>(?i:week|month|year|weekend|quarter|decade|century))(?!\w*[’']s\s+end)", relative(), "unit"),
    Rule("the weekend", r"(?i:over|at|during)\s+(?P<x>(?i:the)\s+(?P<unit>weekend))", relative(Base.PUBLICATION, 0), "unit"),
    # ---- seasons, quarters, halves ----
    Rule("season of a year", rf"(?:(?i:the)\s+)?{{season=index}}\s+(?:of\s+)?{YEAR}", group(Precision.SEASON)),
    Rule("last, this or next season", r"{which=which}\s+{season=index}", group(Precision.SEASON)),
    Rule("quarter in letters", rf"Q(?P<index>[1-4])(?:\s+(?:of\s+)?{YEAR})?", group(Precision.QUARTER)),
    Rule("quarter", rf"(?:(?i:the)\s+)?{{quarter=index}}[\s-]+quarter(?:\s+(?:of\s+)?(?:{YEAR}|{{year_shift=year_shift}}))?", group(Precision.QUARTER), "unit"),
    Rule("half of a year", rf"(?:(?i:the)\s+)?{{half=index}}[\s-]+half\s+(?:of\s+)?(?:{YEAR}|{{year_shift=year_shift}})", group(Precision.HALF)),
    # ---- years and decades ----
    Rule("decade", r"(?:(?i:the)\s+)?(?:{third=third}[\s-]+)?(?P<year>(?:1[5-9]|20)\d0|['’]\d0)['’]?s", decade, "year"),
    Rule("fiscal year", rf"(?:(?i:the)\s+)?(?i:fiscal|financial)\s+(?:year\s+)?{YEAR}", calendar, "year unit"),
    Rule("early, mid or late in a year", rf"{{third=third}}[\s-]*{YEAR}", calendar, "year"),
    Rule("year", rf"(?<![$€£#.,/-]){YEAR}(?![,.]\d|[-/]\d|\s+(?:people|troops|dollars|men|women))", calendar, "year"),
    # ---- lengths ----
    Rule("length of time up to now", rf"(?i:for|over|during|in)\s+(?P<x>(?:(?i:the)\s+(?i:past|last)\s+)?{ABOUT}{{number=n}}[\s-]+{{unit=unit}})(?!\s+(?i:ago|later|earlier|before|after|old))", length(-1)),
    Rule("every unit", r"(?i:every|each|per)\s+(?:{number=n}\s+)?{unit=unit}", recurring),
    Rule("so often a unit", r"(?i:(?:once|twice|three\s+times)\s+an?)\s+{unit=unit}", recurring),
    Rule("daily, weekly", r"{set=set}(?!\s+[A-Z])", recurring),
    Rule("the past units", r"(?i:the)\s+(?i:past|last|next|coming)\s+(?:{number=n}|{some})?\s*{unit=unit}", length()),
    Rule("length of time", rf"{ABOUT}(?:{{number=n}}|{{some}})[\s-]+{{unit=unit}}(?!-old|\s+old)", length()),
    # ---- vague ----
    Rule("recently", r"(?i:recently|lately|in\s+recent\s+(?:days|weeks|months|years))", fixed(Vague(-1))),
    Rule("now", r"(?i:now|currently|at\s+present|presently|these\s+days)", fixed(Vague(0))),
    Rule("soon", r"(?i:soon|shortly|in\s+the\s+(?:near|coming)\s+(?:future|days|weeks|months|years))", fixed(Vague(1))),
]  # fmt: skip


def pack(day_first: bool | None) -> Pack:
    """The English pack; ``day_first`` settles dates in figures, None leaves 03/04/2024 ambiguous."""
    figures = {rule.name: rule for rule in rules_in_figures(day_first)}
    return Pack(
        code="en",
        tables=TABLES,
        rules=[figures.get(rule.name, rule) for rule in RULES],
        triggers=TRIGGERS,
        future=(
            r"(?:will|shall|won['’]t|would|to)(?:\s+(?:not|also|be|then|now|again|have\s+been))+\s+\w+|will|shall|won['’]t|would|until|till|due|expects?|expected|plans?\s+to|planned|planning|scheduled|upcoming|next(?!\s+to\b)|deadline|"
            r"going\s+to|no\s+later\s+than|as\s+early\s+as|as\s+soon\s+as|by(?=\s*$)|ahead\s+of|slated|"
            r"(?:agreed|pledged|vowed|decided|set|want|wants|intends?|hopes?|ready|prepared|aims?|urged|asked)\s+to|(?-i:may)|could|should|must|"
            r"to\s+(?:begin|start|meet|vote|visit|hold|resume|open|close|take|travel|discuss|attend|convene|reconvene|decide|continue|return|go|be|send|announce)"
        ),
        past=r"was|were|had|has|have|did|said|says|told|been|met|held|began|took|went|came|made|saw|left|killed|struck|hit|led|became|fell|rose|won|lost|[a-z]{2,}ed",
        clause=r"[;:—,]|\s(?:that|which|who|where|and|but|after|when|while|before)\s",
        function_words=frozenset(
            "the of and to in a is that for on with was as by at from his has are be said".split()
        ),
    )
