"""The words of English time expressions, as tables; and the verbs that tell its tenses."""

from __future__ import annotations

from briefing.temporal.meaning import Unit, Which
from briefing.temporal.rules import Table, any_of

__all__ = [
    "ABBREVIATIONS",
    "APPOINTING",
    "CALLED_OFF",
    "CALLED_OFF_ATTRIBUTE",
    "CALLING_OFF",
    "CALLING_WORDS",
    "DECIDING",
    "FUTURE",
    "GOING_ON",
    "INFINITIVE",
    "IN_FORCE",
    "LEADING",
    "LIMITING",
    "NAMED_BEHIND",
    "PAST",
    "POSTPONING",
    "PRESENT",
    "TABLES",
    "TAKING_PART",
    "TRAILING",
    "UNDERTAKING",
    "UNFULFILLED",
    "UNMET",
]

_MONTHS = "january february march april may june july august september october november december".split()
_SHORT_MONTHS = "jan feb mar apr jun jul aug sept sep oct nov dec".split()
_WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
).split()
_ONES = "one two three four five six seven eight nine".split()
_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
_TENS = {word: n * 10 for n, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)}
_BELOW_HUNDRED = (
    {word: n for n, word in enumerate(_ONES + _TEENS, 1)}
    | _TENS
    | {f"{tens} {one}": n + k for tens, n in _TENS.items() for k, one in enumerate(_ONES, 1)}
)
_LARGE = {
    f"{word} {large}": n * size
    for word, n in {"a": 1, **_BELOW_HUNDRED}.items()
    for large, size in {"hundred": 100, "thousand": 1000}.items()
}
_SPELLED_YEARS = {
    f"{century} {rest}": n * 100 + k
    for century, n in {"eighteen": 18, "nineteen": 19, "twenty": 20}.items()
    for rest, k in (_BELOW_HUNDRED | {"hundred": 0} | {f"oh {one}": k for k, one in enumerate(_ONES, 1)}).items()
    if k >= 10 or rest.startswith("oh") or (k == 0 and n < 20)
} | {"two thousand": 2000} | {f"two thousand{link} {word}": 2000 + n for word, n in _BELOW_HUNDRED.items() for link in ("", " and")}  # fmt: skip
_UNITS = {
    "second": Unit.SECOND, "minute": Unit.MINUTE, "hour": Unit.HOUR, "day": Unit.DAY, "weekend": Unit.WEEKEND,
    "week": Unit.WEEK, "month": Unit.MONTH, "quarter": Unit.QUARTER, "year": Unit.YEAR, "decade": Unit.DECADE,
}  # fmt: skip

_THIRDS = {
    "beginning": 1, "start": 1, "first days": 1, "opening days": 1, "middle": 2,
    "end": 3, "last days": 3, "final days": 3, "closing days": 3,
}  # fmt: skip
_TENS_RAW = "(?i:" + "|".join(_TENS) + ")"
_ONES_RAW = "(?i:" + "|".join(_ONES) + ")"
_FRACTION = r"(?:[\s-]1/2|½)?"

# Numbers, units, months and weekdays stand in most of the rules: written out by hand, their patterns compile fast.
_ONES_ANY = "(?:" + "|".join(_ONES) + ")"
_NUMBER = (
    rf"(?:half[\s-]+)?an?[\s-]+dozen|an[\s-]+additional|(?:a[\s-]+)?couple[\s-]+of|a[\s-]+couple|another|dozen|half\s+an?|"
    rf"(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:[\s-]+{_ONES_ANY})?|(?:thir|four|fif|six|seven|eigh|nine)teen|eleven|twelve|ten|"
    rf"(?:{_ONES_ANY}|an?)(?:\s+hundred|\s+thousand|\s+and\s+a\s+half)?|hundred|"
    rf"\d{{1,3}}(?:,\d{{3}}){{1,4}}|\d{{1,4}}(?:\.\d)?{_FRACTION}"
)
_NUMBERS = (
    {word: n for n, word in enumerate(_ONES + _TEENS, 1)}
    | _TENS
    | {"a": 1, "an": 1, "a couple": 2, "a couple of": 2, "couple of": 2, "half a dozen": 6, "a dozen": 12, "dozen": 12}
    | {"an additional": 1, "another": 1, "hundred": 100}
)

TABLES = {
    "month": Table(
        {},
        raw="|".join(_MONTHS) + r"|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.?",
        more={word: n for n, word in enumerate(_MONTHS, 1)}
        | {f"{word}{stop}": next(n for n, month in enumerate(_MONTHS, 1) if month.startswith(word[:3])) for word in _SHORT_MONTHS for stop in ("", ".")},
        titled=True,
    ),
    "weekday": Table(
        {},
        raw=r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|tues?|weds?|thu(?:rs?)?|fri|sat|sun)\.",
        more={word: n for n, word in enumerate(_WEEKDAYS)}
        | {word: n for n, word in enumerate("mon. tue. wed. thu. fri. sat. sun.".split())}
        | {"tues.": 1, "weds.": 2, "thur.": 3, "thurs.": 3},
        titled=True,
    ),
    "ordinal": Table({word: n for n, word in enumerate(_ORDINALS, 1)}, raw=r"(?:[0-2]?\d|3[01])(?:st|nd|rd|th)?"),
    "number": Table({}, raw=_NUMBER, more=_NUMBERS | _BELOW_HUNDRED | _LARGE),
    "some": Table(dict.fromkeys(("several", "a few", "few", "many", "some", "a number of", "a handful of", "just a few"))),
    "unit": Table(
        {},
        raw=r"(?:second|minute|hour|day|week(?:end)?|month|quarter|year|decade)s?|centur(?:y|ies)|(?:business|trading)[\s-]+days|business[\s-]+day",
        more=_UNITS | {word + "s": unit for word, unit in _UNITS.items()} | {"century": Unit.CENTURY, "centuries": Unit.CENTURY, "business day": Unit.DAY, "business days": Unit.DAY, "trading days": Unit.DAY},
    ),
    "part": Table({"early hours": "MO", "early morning hours": "MO", "small hours": "MO", "wee hours": "MO", "first hours": "MO", "dawn": "MO", "morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI"}),
    "which": Table(
        {"last": Which.LAST, "past": Which.LAST, "this past": Which.LAST, "this": Which.THIS, "coming": Which.NEXT,
         "this coming": Which.NEXT, "next": Which.NEXT, "previous": Which.LAST}
    ),
    "which_week": Table(
        {"last": -1, "past": -1, "previous": -1, "this": 0, "the current": 0, "next": 1, "coming": 1, "the coming": 1,
         "ago": -1, "from": 1, "before last": -2, "after next": 2}
    ),
    "third": Table(
        {},
        raw=r"early|late|mid|(?:the\s+)?(?:beginning|start|middle|end|(?:first|opening|last|final|closing)\s+days)\s+of",
        more={"early": 1, "mid": 2, "late": 3}
        | {f"{the}{part} of": third for part, third in _THIRDS.items() for the in ("", "the ")},
    ),
    "season": Table({"spring": 1, "summer": 2, "autumn": 3, "fall": 3, "winter": 4}),
    "seasons": Table({"springs": 1, "summers": 2, "autumns": 3, "winters": 4}),
    "quarter": Table({"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4, "last": 4}, more={f"{n}{th}": n for n, th in enumerate(("st", "nd", "rd", "th"), 1)}, raw="1st|2nd|3rd|4th"),
    "nth": Table(dict(zip(("first", "second", "third", "fourth", "fifth", "last", "final"), (1, 2, 3, 4, 5, -1, -1), strict=True))),
    "half": Table({"first": 1, "second": 2, "last": 2, "latter": 2}),
    "year_shift": Table({f"{of}{year}": n for n, year in ((-1, "last year"), (0, "this year"), (1, "next year")) for of in ("", "of ")}),
    "set": Table({"daily": "P1D", "weekly": "P1W", "monthly": "P1M", "yearly": "P1Y", "annually": "P1Y", "nightly": "P1D", "hourly": "PT1H"}),
    "spelled_year": Table(
        {}, more=_SPELLED_YEARS,
        raw=rf"(?i:eighteen|nineteen|twenty)[\s-]+(?:{_TENS_RAW}(?:[\s-]+{_ONES_RAW})?|(?i:hundred|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|oh[\s-]+{_ONES_RAW}))|(?i:two\s+thousand)(?:\s+(?:and\s+)?(?:{_TENS_RAW}(?:[\s-]{_ONES_RAW})?|{_ONES_RAW}|(?i:ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)))?",
    ),
    "spelled_decade": Table(dict(zip("twenties thirties forties fifties sixties seventies eighties nineties".split(), range(20, 100, 10), strict=True))),
    "holiday": Table(
        {
            "New Year's Day": "new year's day", "New Year’s Day": "new year's day", "New Year's Eve": "new year's eve",
            "New Year’s Eve": "new year's eve", "Martin Luther King Day": "martin luther king day",
            "Valentine's Day": "valentine's day", "Valentine’s Day": "valentine's day", "Presidents' Day": "presidents' day",
            "Presidents Day": "presidents' day", "Presidents’ Day": "presidents' day", "International Women's Day": "women's day",
            "International Women’s Day": "women's day", "St. Patrick's Day": "saint patrick's day", "St. Patrick’s Day": "saint patrick's day",
            "Nowruz": "nowruz", "April Fools' Day": "april fool's day", "April Fool's Day": "april fool's day",
            "Ash Wednesday": "ash wednesday", "Palm Sunday": "palm sunday", "Good Friday": "good friday", "Easter": "easter",
            "Easter Sunday": "easter", "Easter Monday": "easter monday", "Ascension Day": "ascension day", "Pentecost": "pentecost",
            "Earth Day": "earth day", "Anzac Day": "anzac day", "May Day": "may day", "Mother's Day": "mother's day",
            "Mother’s Day": "mother's day", "Memorial Day": "memorial day", "Juneteenth": "juneteenth", "Father's Day": "father's day",
            "Father’s Day": "father's day", "Independence Day": "independence day", "Fourth of July": "independence day",
            "Bastille Day": "bastille day", "Labor Day": "labor day", "Columbus Day": "columbus day", "Halloween": "halloween",
            "All Saints' Day": "all saints' day", "All Saints’ Day": "all saints' day", "Election Day": "election day",
            "Guy Fawkes Night": "guy fawkes night", "Bonfire Night": "guy fawkes night", "Armistice Day": "armistice day",
            "Remembrance Day": "armistice day", "Veterans Day": "armistice day", "Thanksgiving": "thanksgiving",
            "Thanksgiving Day": "thanksgiving", "Black Friday": "black friday", "Christmas Eve": "christmas eve",
            "Christmas": "christmas", "Christmas Day": "christmas", "Boxing Day": "boxing day", "Ramadan": "ramadan",
            "Eid al-Fitr": "eid al-fitr",
            "Eid ul-Fitr": "eid al-fitr", "Eid al-Adha": "eid al-adha", "Eid ul-Adha": "eid al-adha", "Islamic New Year": "islamic new year",
            "Ashura": "ashura", "Passover": "passover", "Shavuot": "shavuot", "Rosh Hashanah": "rosh hashanah",
            "Rosh Hashana": "rosh hashanah", "Jewish New Year": "rosh hashanah", "Yom Kippur": "yom kippur", "Sukkot": "sukkot",
            "Hanukkah": "hanukkah", "Chanukah": "hanukkah",
        },
        titled=True,
    ),
    "cue": Table(
        dict.fromkeys(
            "fy|today|tonight|overnight|tomorrow|yesterday|last night|this morning|this afternoon|this evening|this time|q1|q2|q3|q4|h1|h2|"
            "recently|lately|recent|now|nowadays|moment|term|later date|later time|fortnight|currently|present|presently|these days|soon|shortly|past|future|then".split("|")
        )
        | {f"fy{year:02}": None for year in (*range(10, 50), *range(2010, 2050))}
    ),
    "hour": Table(dict.fromkeys(("noon", "midday", "midnight"))),
}  # fmt: skip

# ---- the verbs ----------------------------------------------------------------------------------

_AUXILIARY = (
    "(?:"
    + any_of(r"will|shall|won['’]t|would|wouldn['’]t|could|should|must|might|can|cannot|can['’]t")
    + r"|(?-i:may)|['’]ll)"
)
_BETWEEN = r"(?:\s+(?:not|also|still|be|then|now|again|only|never|likely|soon|get|formally|[a-z]+ly))*"
_NO_VERB = (
    r"(?:talks|negotiations|elections|terms|the|a|an|his|her|its|their|our|my|your|this|that|these|those|him|them|us|me|it|you|one|two|three|both|all|some|"
    r"more|less|least|most|death|jail|prison|court|power|hospital|hospitals|work|war|peace|reporters|people|date|"
    r"north|south|east|west|members|members|government|police|about|nearly|almost|and|or|which|whom|what|how)"
)
_TO = rf"to(?:\s+(?:be|have|not|also|[a-z]+ly))*\s+(?!{_NO_VERB}\b)(?-i:[a-z])[a-z]+"
_CONTROL = any_of(
    r"expect(?:s|ed|ing)?|scheduled|due|set|plan(?:s|ned|ning)?|want(?:s|ed)?|hop(?:e|es|ed|ing)|agreed?|agree(?:s|ment|ments)|going|ready|"
    r"prepar(?:es|ed|ing)|intend(?:s|ed)?|intention|vow(?:s|ed)?|promis(?:e|es|ed)|decid(?:e|ed|es)|decision|propos(?:ed|al|als|es)|pledg(?:e|ed|es)|"
    r"threaten(?:s|ed)?|likely|unlikely|wish(?:es)?|aim(?:s|ed|ing)?|slated|poised|offer(?:s|ed)?|deal|deadline|bid|until"
) + (r"|(?:is|are|was|were|needs?|has|have)(?:\s+(?:not|yet|still))?")
_OBJECT_CONTROL = any_of(r"asks|urges|orders|tells|invites|calls\s+on|requires")
# Who agreed to send tanks on Tuesday agreed on that day; but what is agreed is often a day to meet on.
_UNDERTOOK = any_of("agreed|decided|vowed|promised|pledged|threatened|offered|proposed")
_ANNOUNCED = (
    r"(?:announced|unveiled|outlined|presented|revealed|confirmed|approved|backed|rejected|reached|signed|struck)"
    r"(?:\s+(?:an?|the|its|his|her|their|new|draft|initial|final|tentative|\w+ed)){0,3}\s+"
    r"(?:plans?|proposals?|decision|deal|agreement|accord|offer|bid)"
)
_TOLD = any_of(r"asked|urged|ordered|told|invited|subpoenaed|summoned|called\s+on|required")
_OBJECT = r"(?:\s+(?!(?:s?he|it|they|we|that|would|will|planned|plans|wanted|hoped|intended|expected|due|is|are|was|were|had|has|have)\b)[\w.'’-]+)"
UNDERTAKING = (
    rf"(?:had\s+)?(?:{_UNDERTOOK})(?:\s+[a-z]+ly)?\s+{_TO}|{_ANNOUNCED}\s+{_TO}|(?:{_TOLD}){_OBJECT}{{1,6}}?\s+{_TO}|"
    rf"(?:was|were)\s+(?:not\s+)?(?:ready|prepared|willing)\s+{_TO}"
)
_MEET = r"(?:re)?convene|meet|gather|vote|return|visit|come|appear|testify|travel|attend|report|reopen|strike|march|rally|walk\s+out|stand\s+trial"
_GATHERING = (
    r"talks|negotiations|discussions|consultations|dialogue|rounds?|meetings?|summit|conference|session|hearing|elections?|polls|vote|"
    r"votes|ballot|referendum|rally|rallies|protests?|marches|march|strikes?|match|ceremony|trial"
)
APPOINTING = (
    rf"[^,.;:]*?\bto\s+(?:{_MEET})\s+(?:again\s+|there\s+|here\s+)?(?:on\s+)?|"
    r"(?:had\s+)?(?:agreed|decided|invited|subpoenaed|summoned|ordered|announced\s+plans)(?:\s+[^\s,.;:]+){0,7}?\s+to\s+"
    rf"(?:(?:{_MEET})|(?:hold|resume|begin|start|open|call|host|stage)(?:\s+[\w’'-]+){{0,5}}?\s+(?:{_GATHERING}))(?:\s+[^\s,.;:]+){{0,7}}?\s+"
)
_SCHEDULED = any_of(
    r"meets?|opens?|begins?|starts?|expires?|resumes?|returns?|leaves?|arrives?|ends?|votes?|hosts|convenes?|reconvenes?|faces|"
    r"travels|visits|goes|heads|flies|lands|departs|speaks|appears\s+(?:in|before)|holds\s+(?:talks|elections)|holds\s+an?\s+(?:vote|election|referendum|summit|meeting|hearing)|takes?\s+(?:place|effect|office)|kicks?\s+off|comes?\s+into\s+(?:force|effect)|goes\s+on\s+sale|"
    r"closes|concludes|reopens?|wraps?\s+up|close(?<=polls\sclose)|go\s+to\s+the\s+polls|heads?\s+to\s+the\s+polls"
)
FUTURE = (
    rf"(?!could\s+not\b){_AUXILIARY}(?!(?:\s+not)?\s+have\s+[a-z]){_BETWEEN}\s+[a-z]+|will{_BETWEEN}\s+have\s+[a-z]+|"
    rf"(?:(?=[habwi])(?:{any_of('has|have|had|is|are|was|were|been|be')}\s+){{1,2}})?(?:{_CONTROL})(?:\s+[a-z]+ly)?\s+{_TO}|(?:has|have)\s+(?:scheduled|planned)|(?:(?:is|are|was|were|be|been)\s+(?:now\s+|also\s+|still\s+)?)?(?:scheduled|set|planned|slated|due|billed|timed)\s+for\b|(?:{_OBJECT_CONTROL}){_OBJECT}{{1,6}}?\s+{_TO}|"
    r"(?:is|are|['’]re)\s+(?:now\s+|also\s+)?(?:meeting|leaving|arriving|returning|visiting|coming|flying|travell?ing|due|scheduled|expected|set|planned|slated)|"
    r"(?:is|are)\s+(?:being\s+)?held(?=\s+(?:on\s+(?!charges|suspicion|bail)|in\s+(?!custody|prison|jail|detention)))|"
    r"(?:is|are)\s+open(?=\s+(?:from|on|between|until)\b)|"
    rf"scheduled|due|planned|expected|slated|upcoming|next(?!\s+to\b)|deadlines?|payable|effective|of\s+record|redeemable|ahead\s+of|no\s+later\s+than|expects?|plans(?=\s+(?:a|an|the|on|further|more|new|another|mass|street|nationwide|talks|strikes?|elections?)\b)|(?:(?:is|are|was|were|been)\s+)?(?:organi[sz]ing|planning|preparing)|"
    rf"(?<!the\s)(?<!\ba\s)(?:{_SCHEDULED})|sign(?<=s\ssign)(?=\s+(?:an?|the|their)\s)"
)
_IRREGULAR = (
    "arose ate awoke broadcast beat became began bent bet bit bled blew bore bought bound broke brought built burnt burst came cast caught "
    "chose clung crept cut dealt did drank drew drove dug fed fell felt fled flew fled forbade forgot fought found froze gave "
    "got grew had heard held hid hit hung kept killed knew laid lay led left lent lit lost made meant met paid "
    "hurt mistook overran overthrew overtook put quit ran rang read rode set shed split rose said sang sank sat saw sent sold shook shone shot showed shut slept slid sought spent spoke spread sprang "
    "stole stood strode struck stuck stung swam swept swore swung taught thought threw told took tore understood "
    "underwent went withdrew woke won wore wrote "
    "sworn taken given shown drawn thrown driven chosen stolen flown was were wasn't weren't didn't hadn't"
).split()
PAST = (
    rf"{any_of('forced|led|caused|prompted|enabled|allowed|helped|persuaded|convinced|compelled|obliged|pushed')}(?:\s+[\w.'’-]+){{1,6}}?\s+{_TO}|"
    r"did(?:n['’]t|\s+not)?(?:\s+[a-z]+)?|"
    rf"{_AUXILIARY}(?:\s+not)?\s+have\s+[a-z]+|could(?:n['’]t|\s+not)\s+[a-z]+|"
    rf"{any_of('managed|failed|refused|forced|began|continued|used|helped|came|went|able|tried|had')}\s+to\s+[a-z]+|"
    r"(?:was|were|had|has|have|been|being)(?:\s+(?:not|also|been|being|now|already|since|[a-z]+ly))*(?:\s+(?:put\s+off|put|set|held|[a-z]+(?:ed|en)))?|put\s+off|"
    rf"{any_of('|'.join(_IRREGULAR))}|says|saying|telling|adding|(?=[a-z]{{2,}}ed)(?!need|speed|indeed|exceed|proceed|succeed|bleed|feed|seed|breed|united|hundred|sacred|hatred|un(?:specified|disclosed|identified|precedented|armed|employed|expected|related))[a-z]{{2,}}ed"
)
UNFULFILLED = (
    rf"had\s+(?:(?:also|originally|initially|\w+ly)\s+)?been\s+(?:due|expected|scheduled|planned|set|slated|supposed|meant|hoping|planning)(?:\s+{_TO})?|"
    rf"had\s+(?:(?:originally|initially|\w+ly)\s+)?(?:hoped|planned|intended)\s+{_TO}|"
    rf"(?:was|were)\s+(?:(?:originally|initially|\w+ly)\s+)?(?:(?:due|expected|scheduled|planned|set)\s+)?to\s+have\s+[a-z]+|"
    rf"(?:was|were)\s+(?:(?:originally|initially)\s+)?(?:supposed|meant)\s+{_TO}|"
    r"had\s+(?:(?:also|earlier|previously|\w+ly)\s+)?(?:said|announced|promised|pledged|vowed|told|indicated|suggested)(?:\s+(?!but\b)[\w’'-]+){0,6}?\s+would\s+(?!have\b)[a-z]+|"
    r"should\s+have\s+[a-z]+"
)
UNMET = r"(?:was|were)\s[^.;]{1,160}?\sbut\s+(?:[\w’'-]+\s+){0,3}?(?:did(?:\s+not|n['’]t)|never|stayed|remained|failed|missed)(?!\w)"
IN_FORCE = (
    r"(?:imposed|introduced|banned|raised|cut|lowered|increased|lifted|suspended|abolished|doubled|restricted|tightened|eased|scrapped)\s"
    r"(?:[^.;,]{0,60}\s)?(?:from|effective)"
)
_CALLED_OFF = (
    r"(?P<coming>(?=(?:has|have|is|are|will|won['’]t)\b))?(?:(?:was|were|is|are|has|have|had|been|be|being|will|would)\s+){1,3}(?:(?:now|also|then|later|\w+ly)\s+)?"
    r"(?:cancell?ed|called\s+off|postponed|scrapped|shelved|put\s+off|"
    r"(?:moved|pushed\s+back|brought\s+forward|rescheduled|delayed)\s+(?:to|from|for|by|until|till))|"
    r"(?:(?:did|will|would|does)(?:\s+not|n['’]t)|won['’]t)\s+(?:take\s+place|go\s+ahead|happen)"
)
CALLED_OFF = rf"(?:\s+(?:in|at|to|between|with|near)\s[^,.;:\n]{{1,60}}?)?,?\s+(?:{_CALLED_OFF})"
CALLED_OFF_ATTRIBUTE = rf"(?:['’]s)?(?:\s+[\w’'-]+){{1,8}}?\s+(?:{_CALLED_OFF})"
CALLING_OFF = (
    r"(?:cancel(?:l?ed|s|l?ing)?|call(?:ed|s|ing)?\s+off|postpon(?:ed?|es|ing)|scrap(?:p?ed|s|ping)?|put(?:s|ting)?\s+off)"
    r"(?:\s+[\w’'-]+){0,6}\s+|"
    r"(?P<named>(?:moved|postponed|delayed|rescheduled|pushed\s+back|brought\s+forward)\s+from\s+(?:the\s+)?)"
)
CALLING_WORDS = (
    "ancel", "called off", "call off", "calls off", "calling off", "ostpon", "crap", "helved", "put off", "uts off", "utting off",
    "moved", "pushed back", "brought forward", "escheduled", "elayed", "take place", "go ahead", "happen",
)  # fmt: skip
NAMED_BEHIND = (
    r"\s+(?:[\w-]+\s+)?(?:attacks?|assaults?|massacres?|riots?|insurrection|invasion|coup|uprising|revolution|earthquakes?|quakes?|"
    r"atrocities|pogrom|bombings?|raids?|tragedy|disaster|movement|war)"
)
GOING_ON = r",?\s+(?:and|but|then)\s+(?:\w+\s+){1,6}"
PRESENT = r"(?:is|are)(?:\s+(?:not|now|also|still|being|[a-z]+ly))*(?:\s+(?:[a-z]+(?:ed|en)|heard|held|sold|paid|made|told|sent|found|put|met|built|known|seen|sworn|shown|drawn|thrown|flown))?|isn['’]t|aren['’]t|does|do|doesn['’]t|don['’]t"
INFINITIVE = _TO
LEADING = (
    r"(?:is|are)(?:\s+on)?|falls?\s+on|as\s+early\s+as|as\s+soon\s+as|as\s+late\s+as|no\s+later\s+than|not\s+later\s+than|payable|effective|of\s+record|due(?:\s+(?:on|by))?|"
    r"(?:scheduled|set|slated|planned|due|forecast)\s+for|starting|beginning|(?:expires?|expiring|maturing|matures)(?:\s+on)?|come|to\s+be\s+(?:held|launched|released|opened|published|unveiled|signed|built|paid|completed|inaugurated|staged)(?:\s+on)?|deadlines?(?:\s+(?:of|is|on))?|between\s+now\s+and|upcoming|in\s+time\s+for"
)
TRAILING = r"as\s+of|dated|ended|since|as\s+long\s+ago\s+as|as\s+far\s+back\s+as|as\s+recently\s+as"
LIMITING = r"until|till|til|by|for|before|through|to|set|ahead\s+of"
ATTRIBUTIVE = r"the|its|his|her|their|our"
TAKING_PART = (
    r"(?:miss|skip|sit\s+out|attend|face|host|start|(?:play|feature|compete|race|ride|run|appear|take\s+part|be|participate)\s+(?:in|at)|"
    r"return\s+(?:in|for)|be\s+(?:fit|available|ready|back)\s+for)(?:\s+(?:the|their|his|her|its))?"
)
DECIDING = r"(?:decided|agreed|promised|vowed|pledged|offered|threatened|proposed|wanted|planned|asked|urged|ordered|told|invited|called\s+on|summoned)(?!\w)"
POSTPONING = r"(?<!\w)(?:extended|postponed|delayed|adjourned|put\s+off|gave|given|suspended|deferred|pushed|rescheduled|set|recessed|remanded|moved|closed|scheduled|called|summoned|convened|has|have)$"
ABBREVIATIONS = frozenset(
    "Mr Mrs Ms Dr St Gen Sen Rep Gov Col Lt Sgt Maj Capt Rev Hon Prof Jr Sr No Jan Feb Mar Apr Aug Sept Sep Oct Nov Dec U.S U.N U.K a.m p.m D.C Messrs vs".split()
)
