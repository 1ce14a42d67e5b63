"""English: its rules. Its words are in `english`; phrases and near misses: tests/temporal/corpus/en.txt."""

from __future__ import annotations

from briefing.datespan import Precision
from briefing.temporal.languages import english
from briefing.temporal.languages.figures import FIGURES, rules_in_figures
from briefing.temporal.meaning import Base, Counted, Length, Reported, Unit, Vague, Which
from briefing.temporal.readings import (
    calendar,
    century,
    clock_on,
    clocks_on_weekday,
    counted,
    decade,
    fiscal_year,
    fixed,
    group,
    holiday,
    in_time,
    length,
    list_of_days,
    night_into,
    nothing,
    part_of_day,
    range_of,
    recurring,
    relative,
    seasons_ago,
    unless_after,
    weekday,
    weekday_and_weeks,
    weekday_from,
    weekday_range,
    year_and_next,
    years_ago_this,
)
from briefing.temporal.rules import Pack, Rule, any_of

__all__ = ["pack"]

YEAR = r"(?P<year>(?:1[5-9]|20)\d\d)"
YEAR2 = YEAR.replace("year", "year2")
ANY_YEAR = r"(?P<year>(?:1[5-9]|20)\d\d|['’]\d\d)"
SHORT_YEAR = r"(?P<year>['’]\d\d)"
DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?(?!\d)"
DAY2 = DAY.replace("day", "day2")
WD_BEHIND = r"(?:\s+\(?{weekday}\)?(?!['’]))?"
WD = r"(?:{weekday=weekday},?\s+)?"
ZONE = r"(?:\s+\(?(?:[A-Z]{2,4}|(?:[Ll]ocal|[Ee]astern|[Cc]entral|[Mm]ountain|[Pp]acific|Greenwich)(?:\s+(?:standard|daylight|mean|Standard|Daylight|Mean))?(?:\s+[Tt]ime)?)\)?)?(?:\s+\([\w.: ]{3,20}\))?"
CLOCK = rf"(?:(?P<hour>[0-2]?\d)(?:(?:[:.](?P<minute>[0-5]\d))?\s?(?P<half>[aApP]\.?[mM]\b\.?)|:(?P<minute24>[0-5]\d)(?![\d:]))|(?P<noon>noon|midday|midnight)){ZONE}"
FIRST_CLOCK = r"(?P<first>[0-2]?\d(?:[:.][0-5]\d)?(?:\s?[aApP]\.?[mM]\b\.?)?)"
AT_CLOCK = rf"(?:,?\s+at\s+(?:about\s+|around\s+)?{CLOCK})"
DASH = r"\s?[-–—]\s?"
TO = rf"(?:{DASH}|\s+(?:to|until|through)\s+)"
LISTED_DAYS = r"[0-3]?\d(?:,\s+[0-3]?\d){1,8}(?:,?\s+and\s+[0-3]?\d)?(?!\d)"
AND = rf"(?:{DASH}|\s+(?:and|or|to|until|through)\s+)"
PART = r"(?:\s+(?:in\s+the\s+)?{part=part})?"
ABOUT = r"(?:(?P<about>(?i:about|around|nearly|almost|roughly|some|approximately|close\s+to|an\s+estimated|no\s+more\s+than|more\s+than|no\s+less\s+than|less\s+than|fewer\s+than|over|at\s+least|at\s+most|under|up\s+to|just\s+over|just\s+under|well\s+over|only))\s+)?"
INTO = r"(?i:in|since|until|till|by|from|during|of|for|before|after|to|through|between|and|throughout|next|every)"
UNIT = r"(?P<unit>(?i:week|month|year|weekend|quarter|decade|century))"
THIRD = r"(?:{third=third}[\s-]*)?"
NOT_INITIALS = r"(?![A-Z]{3}(?!\w))"  # DEC and MAR are initials where no day stands beside them
NAME_BEFORE = r"(?<![.!?:]\s)(?<!\w)(?!(?:In|Since|By|From|During|Until|Before|After|Between|For|Of|The|About|Around|Late|Early|Mid|Fiscal|Year|Only|And|But|To|Through|Oct|Nov|Dec|Jan|Feb|Mar|Apr|Aug|Sept)\b)[A-Z][a-z]+\s"
LATER = r"(?:(?i:later|earlier)\s+)?"
NOUN = r"(?![a-z]|\s+(?i:night|straight|consecutive|successive|time|floor|place|century|time|anniversary|birthday|person|day|week|month|year|minute|hole|grade|grader|round|row|seed|edition|season|inning|period|street|avenue|district|amendment|parallel|meridian|man|woman)|\s+[A-Z])"

TRIGGERS = {
    "holiday": r"{holiday}(?!\w)",
    "month": r"{month}(?!\w)",
    "weekday": r"{weekday}(?!\w)",
    "clock": r"[0-2]?\d(?:[:.][0-5]\d)?\s?[aApP]\.?[mM](?!\w)|[0-2]\d:[0-5]\d(?!\w)|{hour}(?!\w)",
    "figures": FIGURES,
    "year": r"(?:1\d|20)\d\d(?:['’]?s)?(?!\w)|\d0['’]?s(?!\w)",
    "unit": r"{unit}(?!\w)",
    "season": r"{season}(?!\w)",
    "seasons": r"{seasons}(?!\w)",
    "set": r"{set}(?!\w)",
    "spelled": r"{spelled_year}(?!\w)|{spelled_decade}(?!\w)",
    "nth": r"(?:[0-2]?\d|3[01])(?:st|nd|rd|th)(?!\w)",
    "part": r"{part}(?!\w)",
    "word": r"{cue}(?!\w)",
}

NEAR_MISSES = [
    Rule("number of a resolution, flight, page", r"(?i:resolutions?|flight|bus|train|route|highway|channel|page|room|article|section|chapter|no\.|number|bill|boeing|airbus|gate|area|corridor|platform|model|suite|psalm|apartment|interstate|paragraph|version|release|v)\s+#?\d[\d,.()-]*(?:\s?\(\d{4}\))?", nothing, "year figures nth"),
    Rule("house number", r"(?:1\d|20)\d\d\s+(?:[A-Z][a-z]+\s+){1,3}(?:Avenue|Street|Road|Drive|Lane|Boulevard|Square|Way|Place)", nothing, "year"),
    Rule("title in quotation marks", r"[\"“‘'](?:1[5-9]|20)\d\d[\"”’']", nothing, "year"),
    Rule("money", r"[$€£¥₪#]\s?\d[\d,.]*(?:\s?(?:million|billion|trillion|m|bn|k))?", nothing, "year"),
    Rule("share or count of things", r"\d[\d,.]{0,20}\s?(?:%|percent|per\s+cent|points?|people|children|hostages|prisoners|members?|votes?|km|miles|kg|troops|dollars|euros|pounds|metres|meters|feet|men|women|soldiers|shares)", nothing, "year unit"),
    Rule("fraction", r"(?i:{number}|three|a)[\s-]quarters?\s+of\s+(?i:a|an|all|its|the|their|his|her|those|these|them|people|[a-z]+s)(?!\s+(?i:year|decade|century|fiscal))|(?i:three|one)[\s-]quarters?\b(?!\s+(?i:of|earlier|later|ago))|(?i:(?:about|nearly|almost|roughly|over|more\s+than|less\s+than)\s+(?:three|one|an?)[\s-]quarters?)\s+of(?!\s+(?:an?|the)\s+(?:year|decade|century))", nothing, "unit"),
    Rule("name with a weekday or month in it", r"(?:The\s+)?(?:Mail|Observer)\s+on\s+Sunday|(?:Sunday|Saturday|Friday)\s+(?:Evening\s+)?(?:Times|Telegraph|Mirror|Mail|Express|Herald|Tribune|Star|Post|World|Club|Review)|(?:April|June|May|August|Augusta)\s+(?!{weekday})[A-Z][a-z]+(?=\s+(?:said|says|told|was|is|has))|(?:Bloody|Black|Super|Fat|Ruby|Cyber)\s+(?:Sunday|Monday|Tuesday|Saturday)(?!\w)|Black\s+Friday(?=\s+(?:sales?|shopp(?:ing|ers)|deals?|discounts?|bargains?|spending)(?!\w))|{weekday}\s+Night\s+(?!{month})[A-Z][a-z]+|[\"“‘']{weekday}(?:\s+[A-Z][\w’'-]*){1,4}[\"”’']", nothing, "weekday month"),
    Rule("age", r"(?:{number}|\d{1,3})(?:[\s-]+|-\s+)(?i:years?|months?|weeks?|days?)(?:[\s-]+|-\s+)(?i:olds?|of\s+age)|(?i:aged?|ages)\s+(?:{number}|\d{1,3})(?:\s+(?i:years?|months?))?", nothing, "unit"),
    Rule("order of things", r"(?i:the\s+|a\s+)?(?i:second)\s+(?!half\s+of|quarter|week|day|month|year|to\s+last|later|ago|earlier|before|after|or|and|to|in|of\s|on)[a-z]+|(?i:second\s+half\s+of\s+(?:the|a)\s+(?:game|match|season))|(?i:the)\s+(?i:second)(?!\w|\s+(?i:half|quarter|week|day|month|year|of\s|to\s+last))", nothing, "unit"),
    Rule("one day, some day", r"(?i:one\s+day|some\s+day|these\s+days\s+of|the\s+other\s+day)(?!\s+(?:later|earlier|before|after|ago|of)|\w)", nothing, "unit"),
    Rule("as soon as", r"(?i:(?:as\s+)?soon\s+(?:as(?!\s+possible)|after|before|enough)|shortly\s+(?:after|before|thereafter)|by\s+now)", nothing, "word"),
    Rule("fall and spring of other things", r"(?i:spring|fall)(?:s|\s+(?:of\s+(?:the|a|an)|in|from|to|into|apart|short|off|below|behind|on|by|under|within|sharply|back|up|when|if|for))", nothing, "season"),
]  # fmt: skip

RANGES = [
    Rule("days of a month, month first", rf"{WD}{{month=month}}\s+(?P<days>{LISTED_DAYS})(?:,?\s+{YEAR})?(?![:\d]|\s?[ap]\.?m)", list_of_days),
    Rule("days of a month, day first", rf"(?P<days>{LISTED_DAYS})\s+(?:of\s+)?{{month=month}}(?:,?\s+{YEAR})?", list_of_days),
    Rule("range of years", rf"(?<![\d/.,-])(?P<first>{YEAR})\s?[-–—]\s?(?P<second>{YEAR2})(?![\d/-])", range_of, "year figures"),
    Rule("range of years in words", rf"(?i:from|between)\s+(?P<first>{YEAR})\s+(?:to|until|through|and)\s+(?P<second>{YEAR2})(?![\d/-])", range_of, "year"),
    Rule("year and the next", r"(?<![\d/.,-])(?P<year>(?:1[5-9]|20)\d\d)[-–/](?P<year2>\d\d)(?![\d/-])", year_and_next, "year figures"),
    Rule("range of days in one month, month first", rf"{WD}(?P<first>{{month=month}}\s+{DAY}){AND}(?P<second>{DAY2}(?:,?\s+{YEAR2})?)(?![:\d]|\s?[ap]\.?m)", range_of),
    Rule("range of days in one month, day first", rf"{WD}(?P<first>{DAY}){AND}(?P<second>{DAY2}\s+(?:of\s+)?{{month=month2}}(?:,?\s+{YEAR2})?)", range_of),
    Rule("range over months, day first", rf"(?P<first>{DAY}\s+{{month=month}}(?:,?\s+{YEAR})?){AND}(?P<second>{DAY2}\s+{{month=month2}}(?:,?\s+{YEAR2})?)", range_of),
    Rule("range over months, month first", rf"(?P<first>{{month=month}}\s+{DAY}(?:,?\s+{YEAR})?){AND}(?P<second>{{month=month2}}\s+{DAY2}(?:,?\s+{YEAR2})?)", range_of),
    Rule("range of months", rf"(?:(?i:from|between)\s+)?(?P<first>{{month=month}}(?:\s+{YEAR})?){AND}(?P<second>{{month=month2}}(?:,?\s+{YEAR2})?)(?!\s+\d)", range_of),
    Rule("range of weekdays", rf"(?P<first>{{weekday=wd}}){TO}(?P<second>{{weekday=wd2}})(?!,?\s+{{month}})", weekday_range),
]  # fmt: skip

DATES = [
    Rule("part of a dated day, month first", rf"(?:(?i:the)\s+)?{{part=part}}\s+(?:of|on)\s+{WD}{{month=month}}\s+{DAY}(?:,?\s+{YEAR})?", calendar, "part"),
    Rule("part of a dated day, day first", rf"(?:(?i:the)\s+)?{{part=part}}\s+(?:of|on)\s+{WD}(?:the\s+)?{DAY}\s+(?:of\s+)?{{month=month}}(?:,?\s+{YEAR})?", calendar, "part"),
    Rule("night between two weekdays", r"(?i:(?:the\s+)?{part=part}\s+(?:of|from|between))\s+{weekday=wd}\s+(?:to|and|into)\s+{weekday}", weekday, "part"),
    Rule("night into a weekday", r"(?i:overnight\s+(?:into|to)|(?:the\s+)?night\s+(?:into|to))\s+{weekday=wd}", night_into, "part word"),
    Rule("part of a weekday", r"(?:(?i:the)\s+)?{part=part}\s+(?:of|on)\s+{weekday=wd}(?:\s+morning)?(?!\s+to\s+{weekday})", weekday, "part"),
    Rule("clock time and date, month first", rf"{CLOCK},?\s+(?:on\s+)?{WD}{{month=month}}\s+{DAY}(?:,?\s+{YEAR})?", calendar, "clock"),
    Rule("clock time and date, day first", rf"{CLOCK},?\s+(?:on\s+)?{WD}(?:the\s+)?{DAY}\s+(?:of\s+)?{{month=month}}(?:,?\s+{YEAR})?", calendar, "clock"),
    Rule("day, month, year", rf"(?P<x>{WD}(?:the\s+)?{DAY}\s+(?:of\s+)?{{month=month}},?\s+{YEAR}){WD_BEHIND}", calendar),
    Rule("month, day, year", rf"{WD}{{month=month}}\s*(?:the\s+)?{DAY}\s?,?\s*{ANY_YEAR}", calendar),
    Rule("weekday counted in the month", r"(?:(?i:the)\s+)?{nth=nth}\s+{weekday=weekday}\s+of\s+(?:the|{which=which})\s+month", calendar, "weekday unit"),
    Rule("weekday counted in a month", rf"(?:(?i:the)\s+)?{{nth=nth}}\s+{{weekday=weekday}}\s+(?:of|in)\s+{{month=month}}(?:,?\s+(?:of\s+)?(?:{YEAR}|{{year_shift=year_shift}}))?", calendar, "weekday month"),
    Rule("day, month, year with hyphens", rf"{DAY}-{{month=month}}-{YEAR}", calendar),
    Rule("day, month, short year", rf"{WD}{DAY}[\s-]+{{month=month}}[\s-]+{SHORT_YEAR}", calendar),
    Rule("day, month", rf"{WD}(?:the\s+(?=\d+(?:st|nd|rd|th)))?{DAY}\s+(?:of\s+)?{{month=month}}(?:\s+{{year_shift=year_shift}})?(?:{AT_CLOCK}|{PART})", calendar),
    Rule("day in words, month", rf"{WD}(?:the\s+)?(?P<day>{{ordinal}})\s+(?:of\s+)?{{month=month}}(?:,?\s+{YEAR})?", calendar),
    Rule("last, this or next month and day", rf"{{which=which}}\s+{{month=month}}\s+{DAY}(?![\d:]|,\d{{3}})", calendar),
    Rule("month, day", rf"{WD}{{month=month}}(?:\s+(?:the\s+)?|(?<=\.)){DAY}(?!\d|:\d|,\d{{3}}|\s?(?:%|percent|million))(?:,?\s+{{year_shift=year_shift}})?(?:{AT_CLOCK}|{PART})", calendar),
    *rules_in_figures(None),
    Rule("month of a year in words", r"{month=month}\s+(?:of\s+)?{spelled_year=spelled}", calendar, "month"),
    Rule("early, mid or late in a month of a year", rf"{THIRD}{{month=month}},?\s+(?:of\s+)?{YEAR}", calendar, "month unit"),
    Rule("month of last, this or next year", r"(?:{third=third}[\s-]+)?{month=month}(?:,)?\s+{year_shift=year_shift}", calendar),
    Rule("early, mid or late in a month", r"{third=third}[\s-]*{month=month}(?!\.?\s*\d)", calendar, "month unit"),
    Rule("last, this or next month by name", r"{which=which}\s+{month=month}(?!\.?\s*\d)", calendar),
    Rule("month by name", rf"{INTO}\s+(?P<x>{NOT_INITIALS}{{month=month}})(?!\.?\s*\d|\s+[A-Z]|,?\s+(?:of\s+)?(?:\d{{4}}|{{year_shift}}))", calendar),
    Rule("month as an attribute", rf"(?i:the|its|a|his|their)\s+(?P<x>{NOT_INITIALS}{{month=month}})(?=\s+[a-z]{{3,}})(?!\s+(?:on|of|to|and|from|for|across))", calendar),
    Rule("unmistakable month", r"(?P<month>January|February|April|June|July|August|September|October|November|December)(?!\.?\s*\d|\s+[A-Z])(?!,?\s+(?:of\s+)?(?:\d{4}|{year_shift}))", calendar, "month"),
    Rule("day of the month", rf"(?i:on|of|by|until|since|before|after|from|for|through)\s+(?P<x>(?i:the)\s+(?P<day>(?:[0-2]?\d|3[01])(?:st|nd|rd|th)))(?!\s+(?:of\s+)?{{month}}){NOUN}", calendar, "nth"),
    Rule("holiday", rf"(?:{{which=which}}\s+)?(?:(?i:the\s+(?:muslim\s+)?holy\s+month\s+of)\s+|(?i:the)\s+(?=Fourth|fourth))?{{holiday=name}}(?:,?\s+(?:{YEAR}|(?:of\s+)?{{year_shift=year_shift}}))?(?!\s+(?!{{weekday}}|{{month}})[A-Z]|\s+(?i:week|eggs?|trees?|cards?|presents?|part(?:y|ies)|shopping|sales|cakes?|songs?|carols?|island|lights))", holiday),
]  # fmt: skip

WEEKS = [
    Rule("every weekday", r"(?i:every|each)\s+(?:other\s+)?{weekday=wd}(?:\s+{part})?", recurring),
    Rule("weekday and a week", r"{weekday=wd}\s+week(?!\w|-|\s+(?:of|in|after))", weekday_and_weeks(Which.NEXT, 1)),
    Rule("a week from a weekday", r"(?i:a\s+week\s+on)\s+{weekday=wd}", weekday_and_weeks(Which.NEXT, 1), "unit weekday"),
    Rule("weekday before last", r"(?i:the)\s+{weekday=wd}\s+(?i:before\s+last)(?!\s+{weekday})", weekday_and_weeks(Which.LAST, -1)),
    Rule("weekday of last year", r"{weekday}\s+{year_shift=year_shift}(?!\w|['’])", calendar),
    Rule("the date of a weekday, some years ago", r"{number=n}\s+years?\s+(?P<years>(?i:ago))\s+(?:on\s+)?(?:{which=which}\s+)?{weekday=wd}(?!,?\s+(?:{month}|the\s+\d))", weekday, "unit weekday"),
    Rule("weekday some weeks ago or on", r"(?:{number=n}\s+)?weeks?\s+(?P<weeks>(?i:ago|from))\s+(?:last\s+|on\s+)?{weekday=wd}", weekday, "unit weekday"),
    Rule("clock times of a weekday", rf"(?i:from|between)\s+{FIRST_CLOCK}\s+(?:to|until|till|and)\s+(?P<second>{CLOCK},?\s+(?:on\s+)?{{weekday=wd}})(?!,?\s+{{month}})", clocks_on_weekday, "clock weekday"),
    Rule("weekday with clock time before it", rf"{CLOCK},?\s+(?:on\s+)?(?:{{which=which}}\s+)?{{weekday=wd}}(?!,?\s+{{month}})", weekday, "clock"),
    Rule("weekday with clock time behind it", rf"{{weekday=wd}}(?:\s+(?i:morning|afternoon|evening|night))?,?\s+(?:at\s+)(?:about\s+|around\s+)?{CLOCK}", weekday),
    Rule("weekday behind, in the text", r"(?i:the)\s+(?i:following|next)\s+{weekday=wd}" + PART, weekday_from(Base.TEXT, Which.NEXT)),
    Rule("weekday before, in the text", r"(?i:the)\s+(?i:previous|preceding)\s+{weekday=wd}" + PART, weekday_from(Base.TEXT, Which.LAST)),
    Rule("weekday of last, this or next week", r"(?:(?i:early|late)\s+(?:on\s+)?)?(?:{which=which}\s+)?{weekday=wd}" + PART + r"(?:\s+(?P<weeks>(?i:last|this|next))\s+week)?", weekday),
]  # fmt: skip

COUNTED = [
    Rule("the day before yesterday", r"(?i:the\s+day\s+before\s+yesterday)", fixed(Counted(Unit.DAY, -2)), "word unit"),
    Rule("a week from tomorrow", r"(?i:tomorrow\s+week|a\s+week\s+tomorrow)(?!\w|-)", fixed(Counted(Unit.DAY, 8)), "word unit"),
    Rule("a week from today", r"(?i:today\s+week|a\s+week\s+today)(?!\w|-)", fixed(Counted(Unit.DAY, 7)), "word unit"),
    Rule("so long ago this week or month", r"{number=n}\s+years?\s+ago\s+(?i:this)\s+(?P<unit>(?i:week|month))", years_ago_this, "unit"),
    Rule("the day after tomorrow", r"(?i:the\s+day\s+after\s+tomorrow)", fixed(Counted(Unit.DAY, 2)), "word unit"),
    Rule("clock time today", rf"{CLOCK},?\s+(?i:today)", clock_on(Unit.DAY, 0), "clock"),
    Rule("clock time yesterday", rf"{CLOCK},?\s+(?i:yesterday)", clock_on(Unit.DAY, -1), "clock"),
    Rule("clock time tomorrow", rf"{CLOCK},?\s+(?i:tomorrow)", clock_on(Unit.DAY, 1), "clock"),
    Rule("clock time alone", rf"(?<![Hh]igh )(?<!\d[-:])(?![0-2]?\d:\d\d(?!\d|\s?[aApP]\.?[mM]|\s+[A-Z]{{3}})){CLOCK}", clock_on(Unit.DAY, 0, Base.TEXT), "clock"),
    *(
        Rule(f"{word} in the {part}", rf"(?i:{word}\s+{part})", fixed(Counted(Unit.DAY, days, part=code)))
        for word, days in (("yesterday", -1), ("tomorrow", 1))
        for part, code in (("morning", "MO"), ("afternoon", "AF"), ("evening", "EV"), ("night", "NI"))
    ),
    Rule("last night", r"(?:(?i:late|early)\s+)?(?i:last\s+night|overnight)", fixed(Counted(Unit.DAY, -1, part="NI"))),
    Rule("this morning", rf"{LATER}(?:(?i:early|late)\s+)?(?i:this\s+morning)", fixed(Counted(Unit.DAY, 0, part="MO"))),
    Rule("this afternoon", rf"{LATER}(?:(?i:early|late)\s+)?(?i:this\s+afternoon)", fixed(Counted(Unit.DAY, 0, part="AF"))),
    Rule("this evening", rf"{LATER}(?:(?i:early|late)\s+)?(?i:this\s+evening)", fixed(Counted(Unit.DAY, 0, part="EV"))),
    Rule("tonight", rf"{LATER}(?i:tonight)", fixed(Counted(Unit.DAY, 0, part="NI"))),
    Rule("yesterday", r"(?:(?i:earlier|later|late|early)\s+)?(?i:yesterday)", fixed(Counted(Unit.DAY, -1))),
    Rule("today", r"(?:(?i:earlier|later|late|early)\s+)?(?i:today)", fixed(Counted(Unit.DAY, 0))),
    Rule("tomorrow", r"(?:(?i:late|early)\s+)?(?i:tomorrow)", fixed(Counted(Unit.DAY, 1))),
    Rule("this time last year", r"(?i:(?:at\s+)?(?P<x>this\s+time\s+last\s+year))", fixed(Counted(Unit.MONTH, -12)), "word unit"),
    Rule("quarter of this year", r"(?P<year_shift>(?i:last\s+year|this\s+year|next\s+year))['’]s\s+(?:fiscal\s+)?{quarter=index}[\s-]+quarter", group(Precision.QUARTER), "unit"),
    Rule("the quarter a year ago", r"(?i:the\s+(?:same\s+|corresponding\s+)?(?:quarter|period)\s+(?:a|one)\s+year\s+(?:ago|earlier)|(?:the\s+)?(?:same|corresponding|comparable)\s+(?:quarter|period)\s+(?:of\s+)?last\s+year|last\s+year['’]s\s+(?:quarter|period))", fixed(Reported(-1, Unit.YEAR)), "unit"),
    Rule("the year-earlier quarter", r"(?i:the\s+(?:year-earlier|year-ago|prior-year)\s+(?:quarter))", fixed(Reported(-1, Unit.QUARTER)), "unit"),
    Rule("the year-earlier period", r"(?i:(?:the\s+)?(?:year-earlier|year-ago|prior-year)\s+period|(?:an?\s+)?(?P<x>year-earlier|year-ago))", fixed(Reported(-1, Unit.YEAR)), "unit"),
    Rule("a year ago", r"(?i:(?:just\s+|about\s+)?(?:a|one)\s+year\s+ago)(?!\s+(?:{month}|(?:on\s+)?{weekday}))", fixed(Reported(-1, Unit.YEAR)), "unit"),
    Rule("a year earlier", r"(?i:(?:a|one)\s+year\s+(?:earlier|before))(?!\s+(?i:the|he|she|they|his|her|it|that|a)\b)", fixed(Reported(-1, Unit.YEAR, Base.TEXT)), "unit"),
    Rule("so many units ago", rf"{ABOUT}(?:{{number=n}}|{{some}})[\s-]+{{unit=unit}}\s+(?i:ago)", counted(-1)),
    Rule("so many units from now", rf"{ABOUT}(?:{{number=n}}|{{some}})[\s-]+{{unit=unit}}\s+(?i:from\s+(?:now|today))", counted(1)),
    Rule("so many units later, in the text", r"(?i:{number=n})[\s-]+{unit=unit}\s+(?i:later|afterwards?)", counted(1, Base.TEXT)),
    Rule("so many units earlier, in the text", r"(?i:{number=n})[\s-]+{unit=unit}\s+(?i:earlier|before|previously|prior)(?!\s+(?i:the|he|she|they|his|her|its|a|an|this|that|[A-Z])\b)", counted(-1, Base.TEXT)),
    Rule("the unit after, in the text", r"(?i:the)\s+(?i:next|following)\s+(?P<unit>(?i:day|week|month|year|weekend|quarter|decade))" + PART, relative(Base.TEXT, 1), "unit"),
    Rule("the unit before, in the text", r"(?i:the)\s+(?i:previous|preceding|prior)\s+(?P<unit>(?i:day|week|month|year|weekend|quarter|decade))" + PART, relative(Base.TEXT, -1), "unit"),
    Rule("the unit before, in the text, from behind", r"(?i:the)\s+(?P<unit>(?i:day|week|month|year))\s+(?i:before|earlier)(?!\s+(?i:the|he|she|they|his|her|its|a|an|this|that|last|next|[A-Z]\w*|\w+ing|\w+s)\b)", relative(Base.TEXT, -1), "unit"),
    Rule("that unit, in the text", r"(?i:that\s+same|that|the\s+same)\s+(?P<unit>(?i:day|week|month|year|weekend|decade))", relative(Base.TEXT, 0), "unit"),
    Rule("clock time of 24 hours", rf"(?:at|by|until|after|before|around|about|since)\s+(?P<x>(?P<hour>[0-2]?\d):(?P<minute>[0-5]\d)(?![\d:]|\s?[aApP]\.?[mM])(?>{ZONE}))(?!,?\s+(?:on\s+)?(?:{{weekday}}|{{month}}|\d|today|yesterday|tomorrow))", clock_on(Unit.DAY, 0, Base.TEXT), "clock"),
    Rule("that part of the day, in the text", r"(?i:that|the\s+same)\s+{part=part}", part_of_day(0), "part"),
    Rule("the next part of a day, in the text", r"(?i:the)\s+(?i:next|following)\s+{part=part}", part_of_day(1), "part"),
    Rule("the part of the day before, in the text", r"(?i:the)\s+(?i:previous)\s+{part=part}", part_of_day(-1), "part"),
    Rule("in so many units' time", r"(?i:in)\s+(?P<x>{number=n}\s+{unit=unit}['’]?\s+time)", counted(1), "unit"),
    Rule("a fortnight ago", r"(?i:a\s+fortnight\s+ago)", fixed(Counted(Unit.WEEK, -2))),
    Rule("a fortnight", r"(?i:a\s+fortnight)", fixed(Length(Unit.WEEK, 2))),
    Rule("until then", r"(?i:until|since|by)\s+(?P<x>(?i:then))", fixed(Counted(Unit.DAY, 0, Base.TEXT)), "word"),
    Rule("unit before last or after next", rf"(?i:the)\s+{UNIT}\s+{{which_week=which}}", relative(), "unit"),
    Rule("early, mid or late in a unit", rf"(?:{LATER}{THIRD}|(?:(?i:earlier|later)\s+(?i:in)\s+)){{which_week=which}}\s+{UNIT}(?!\w*[’']s\s+end)", relative(), "unit"),
    Rule("the end of the year", r"(?i:(?:the\s+(?:end|beginning|start|middle)\s+of|(?:earlier|later|early|late)\s+in)\s+the\s+(?P<unit>year|month|week|decade|century))", relative(Base.PUBLICATION, 0), "unit"),
    Rule("earlier or later in the day, in the text", r"(?i:(?:earlier|later|early|late)\s+in\s+the\s+(?:same\s+)?(?P<unit>day))", relative(Base.DAY_OF_TEXT, 0), "unit"),
    Rule("the year ended", r"(?i:the\s+(?:fiscal\s+|financial\s+|full\s+)?(?P<unit>year))(?=\s+(?i:ended|ending|that\s+ended|to\s+{month}))", fixed(Length(Unit.YEAR, 1)), "unit"),
    Rule("the year", r"(?i:for|in|during|of|throughout|through|so\s+far\s+in)\s+(?P<x>(?i:the\s+(?:(?:latest|current)\s+)?(?:fiscal\s+|financial\s+|calendar\s+)?(?P<unit>year)))(?=[.,;)]|\s+(?i:and|but|as|with|to|is|was|were|are|by|at|compared|from|because|on|he|she|it|they))(?!\s+to\s+come)", relative(Base.PUBLICATION, 0), "unit"),
    Rule("the year's end", r"(?i:(?P<unit>year)(?:-|['’]s\s+|\s+)end)", relative(Base.PUBLICATION, 0), "unit"),
    Rule("the weekend", r"(?i:over|at|during|this|for|on)?\s*(?P<x>(?i:the)\s+(?P<unit>(?i:weekend)))", fixed(Counted(Unit.WEEKEND, 0, bare=True)), "unit"),
    Rule("over the weekend", r"(?i:the\s+weekend)", fixed(Counted(Unit.WEEKEND, 0, bare=True)), "unit"),
]  # fmt: skip

PARTS_OF_YEARS = [
    Rule("season of a year", rf"(?:(?i:the)\s+)?(?:{{third}}\s+)?{{season=index}},?\s+(?:of\s+)?(?:{YEAR}|{{year_shift=year_shift}})", group(Precision.SEASON)),
    Rule("last, this or next season", r"(?:{third}\s+)?{which=which}\s+{season=index}", group(Precision.SEASON)),
    Rule("seasons ago", r"{number=n}\s+(?:spring|summer|autumn|winter)s\s+ago", seasons_ago, "unit seasons"),
    Rule("season", r"(?i:in|over|during|through|until|by|since|throughout)\s+(?P<x>(?:the\s+)?(?:(?i:early|late)\s+)?{season=index})(?!,?\s+(?:of\s+)?(?:\d{4}|{year_shift}))", group(Precision.SEASON)),
    Rule("quarter in letters", rf"Q(?P<index>[1-4])(?:\s+(?:of\s+)?(?:{YEAR}|{{year_shift=year_shift}}))?", group(Precision.QUARTER), "word"),
    Rule("half in letters", rf"H(?P<index>[12])\s+(?:of\s+)?{YEAR}", group(Precision.HALF), "word year"),
    Rule("quarter", rf"(?:(?i:the)\s+)?(?:fiscal\s+)?{{quarter=index}}\s+(?i:quarter)(?:,?\s+(?:of\s+)?(?:{YEAR}|{{year_shift=year_shift}}))?", group(Precision.QUARTER), "unit"),
    Rule("quarter as an attribute", r"{quarter=index}-quarter", group(Precision.QUARTER), "unit"),
    Rule("half of a year", rf"(?:(?i:the)\s+)?{{half=index}}[\s-]+half\s+(?:of\s+)?(?:{YEAR}|{{year_shift=year_shift}})", group(Precision.HALF), "year unit"),
    Rule("quarter of a year named", rf"(?i:the)\s+{YEAR}\s+quarter", fixed(Reported(-1, Unit.QUARTER)), "year unit"),
    Rule("the quarter", r"(?i:the|its)\s+(?i:(?:latest|most\s+recent|just-ended|reported)\s+)?(?i:quarter)(?!\s+(?i:of|final|finals|century|note|mile|a\s+year))", fixed(Reported(0, Unit.QUARTER)), "unit"),
    Rule("the latest period", r"(?i:the\s+latest\s+period)", fixed(Reported(0)), "unit"),
]  # fmt: skip

YEARS = [
    Rule("decade", r"(?:(?i:the)\s+)?(?:{third=third}[\s-]+)?(?P<year>(?:1[5-9]|20)\d0|['’]\d0)['’]?s", decade, "year"),
    Rule("decade in words", r"(?i:the)\s+(?:{third=third}[\s-]+)?{spelled_decade=word}", decade, "spelled"),
    Rule("fiscal year in letters", r"FY\s?(?P<year>20\d\d|\d\d)(?!\d)", fiscal_year, "word year"),
    Rule("fiscal year", rf"(?:(?i:the)\s+)?(?i:fiscal|financial)\s+(?:year\s+)?{YEAR}", calendar, "year unit"),
    Rule("early, mid or late in a year", rf"{{third=third}}[\s-]*{YEAR}", calendar, "year"),
    Rule("year", rf"(?<![$€£#.,/:-]){YEAR}(?![,.]\d|[-/]\d|\s+(?:people|troops|dollars|men|women))", unless_after(NAME_BEFORE, calendar), "year"),
    Rule("year long past", r"(?i:in|since)\s+(?P<x>(?P<year>1[0-4]\d\d))(?=[.,;)]|\s+(?:when|after|and|by|with|at)\b)", calendar, "year"),
    Rule("century", r"(?:(?i:the)\s+)?(?:{third}[\s-]+)?(?P<nth>{ordinal})[\s-](?i:century)", century, "nth unit"),
    Rule("year in words", r"(?:(?i:the\s+year)\s+)?{spelled_year=spelled}(?![\s-]+{unit})", calendar, "spelled unit"),
]  # fmt: skip

LENGTHS = [
    Rule("in so many units", r"(?i:in)\s+(?P<x>{number=n}\s+(?P<unit>(?i:days?|weeks?|months?|years?)))(?!\w|['’-]|\s+(?:ago|later|of)\b)", in_time, "unit"),
    Rule("length of time up to now", rf"(?i:for|over|during|in(?=\s+the))\s+(?P<x>(?:(?i:the)\s+(?i:past|last)\s+)?{ABOUT}{{number=n}}[\s-]+(?:(?i:straight|consecutive|successive|full|whole|long|more|additional|further|working)\s+)?{{unit=unit}}(?P<and_half>\s+and\s+a\s+half)?)(?!\s+(?i:ago|later|earlier|before|after|old)|-old)", length(-1)),
    Rule("every unit", r"(?i:every|each|per)\s+(?:(?P<other>(?i:other))\s+|{number=n}\s+)?{unit=unit}", recurring),
    Rule("so often a unit", r"(?i:(?:once|twice|(?:{number}|several|many)\s+times)\s+(?:an?|every|each|per))\s+{unit=unit}", recurring),
    Rule("daily, weekly", r"{set=set}(?!\s+[A-Z])", recurring),
    Rule("the past units", rf"(?:(?i:each\s+of)\s+)?{ABOUT}(?i:the)\s+(?i:past|last|next|coming|previous|first|final|following|preceding|remaining)\s+(?:{{number=n}}|{{some}})[\s-]*{{unit=unit}}", length()),
    Rule("the coming units", r"(?:(?i:the|these)\s+)?(?i:past|last|next|coming)\s+(?P<unit>(?i:hours|days|weeks|months|quarters|years|decades))", length(), "unit"),
    Rule("the units ahead", r"(?i:the)\s+(?P<unit>(?i:days|weeks|months|years))\s+(?i:ahead|to\s+come)", length(), "unit"),
    Rule("from so many to so many units", rf"{ABOUT}{{number=n}}(?:\s+(?i:to|or)\s+|-){{number}}[\s-]+{{unit=unit}}", length()),
    Rule("units around something", r"(?i:in|during|over|for|of|within|only|just|within)\s+(?i:the\s+)?(?P<x>(?P<unit>(?i:minutes|hours|days|weeks|months|years|decades)))(?=\s+(?i:before|after|since|leading\s+up|following|that\s+followed|preceding)\b)", length(), "unit"),
    Rule("units beyond count", r"(?i:for|within|takes?|took|last|lasted|lasts|after|of|over|in)\s+(?P<x>(?P<unit>(?i:hours|days|weeks|months|years|decades|centuries)))(?!\s+(?i:ago|later|of|before|after|that|when))", length(), "unit"),
    *(
        Rule(f"as long as a {unit.name.lower()}", rf"(?i:{unit.name}-long)", fixed(Length(unit, 1)), "unit")
        for unit in (Unit.HOUR, Unit.DAY, Unit.WEEK, Unit.MONTH, Unit.YEAR, Unit.DECADE)
    ),
    Rule("length of time in full", r"(?i:the)\s+(?:{number=n})\s+{unit=unit}(?!\s+(?i:ago|later|earlier))", length()),
    Rule("length of time", rf"{ABOUT}(?:{{number=n}}|{{some}})[\s-]+(?:(?i:straight|consecutive|successive|full|whole|long|more|additional|further|working)\s+)?{{unit=unit}}(?P<and_half>\s+and\s+a\s+half)?(?!-old|\s+old)", length()),
]  # fmt: skip

VAGUE = [
    Rule("recently", r"(?:(?i:more|most|until)\s+)?(?i:recently|lately)", fixed(Vague(-1))),
    Rule("recent years", r"(?i:recent\s+(?:days|weeks|months|years|decades|times)(?:\s+(?:and|or)\s+(?:weeks|months|years))?)", fixed(Vague(-1)), "word unit"),
    Rule("in the past", r"(?i:in)\s+(?P<x>(?i:the\s+past))(?!\s+(?:\w+\s+)?(?i:{unit}))", fixed(Vague(-1)), "word"),
    Rule("now", r"(?i:now|nowadays|currently|at\s+present|at\s+the\s+moment|presently|these\s+days)", fixed(Vague(0)), "word unit"),
    Rule("at a later date", r"(?i:at)\s+(?P<x>(?i:a\s+later\s+(?:date|time|stage)))", fixed(Vague(1)), "word"),
    Rule("in the near term", r"(?i:in|over|for)\s+(?P<x>(?i:the\s+(?:near|short|medium|longer|long)\s+term))", fixed(Vague(1)), "word"),
    Rule("soon", r"(?i:as\s+soon\s+as\s+possible|soon|shortly)", fixed(Vague(1))),
    Rule("in the future", r"(?i:in|into|for)\s+(?P<x>(?i:the\s+(?:near\s+|foreseeable\s+|not-too-distant\s+|distant\s+)?future))", fixed(Vague(1)), "word"),
]  # fmt: skip

RULES = [*NEAR_MISSES, *RANGES, *DATES, *WEEKS, *COUNTED, *PARTS_OF_YEARS, *YEARS, *LENGTHS, *VAGUE]


def pack(day_first: bool | None) -> Pack:
    """The English pack; ``day_first`` settles dates in figures, None leaves 03/04/2024 ambiguous."""
    figures = {rule.name: rule for rule in rules_in_figures(day_first)}
    return Pack(
        code="en",
        tables=english.TABLES,
        rules=[figures.get(rule.name, rule) for rule in RULES],
        triggers=TRIGGERS,
        plain_triggers=True,
        future=english.FUTURE,
        past=english.PAST,
        present=english.PRESENT,
        unfulfilled=english.UNFULFILLED,
        unmet=english.UNMET,
        in_force=english.IN_FORCE,
        undertaking=english.UNDERTAKING,
        appointing=english.APPOINTING,
        called_off=english.CALLED_OFF,
        called_off_attribute=english.CALLED_OFF_ATTRIBUTE,
        calling_off=english.CALLING_OFF,
        calling_words=english.CALLING_WORDS,
        named_behind=english.NAMED_BEHIND,
        has_articles=True,
        going_on=english.GOING_ON,
        infinitive=english.INFINITIVE,
        clause=rf"[;:—,]|--|\b{any_of('that|which|who|where|and|but|after|when|while|as|because|if')}\b",
        leading=english.LEADING,
        trailing=english.TRAILING,
        limiting=english.LIMITING,
        attributive=english.ATTRIBUTIVE,
        postponing=english.POSTPONING,
        deciding=english.DECIDING,
        taking_part=english.TAKING_PART,
        abbreviations=english.ABBREVIATIONS,
        function_words=frozenset(
            "the of and to in a is that for on with was as by at from his has are be said".split()
        ),
    )
