"""English cues."""

from __future__ import annotations

from briefing.events.cues import Cues
from briefing.temporal.languages.english import PAST, UNFULFILLED

__all__ = ["CUES"]

# What headlines tell in the present tense, and what in nouns alone; the ending of the third person, or of a plural, is added.
_DONE = (
    "accept acquire admit advance advise agree aim allow announce apologise appeal appear approve arrest arrive "
    "assassinate attack attend award back ban beat become begin bid blame block bomb break bring build buy "
    "cancel capture cast catch cause cease cede challenge charge choose claim clash clinch close collapse "
    "collide complete concede condemn confirm continue convict crash criticise cross cut debut declare decline "
    "defeat defend defy delay deliver demand deny deploy destroy detain die disband dismiss drop earn elect "
    "emerge end enter erupt escape evacuate exchange execute exercise expand expel explode expose fail fall "
    "fight file fine fire flee fly force free gain get give go grant grow halt hear hike hit hold host hurt "
    "impose inaugurate injure introduce invade investigate issue jail join jump keep kidnap kill lash launch "
    "lead leave lift lose make meet mourn move negotiate nominate occur oppose oust overturn pay plead plunge "
    "postpone praise protest quit raid rally reach recall recover reject release remain remove repeal replace "
    "request rescue resign resolve respond restore resume retire return reveal rise roll rule sack salute scrap "
    "secure see seek seize sell send sentence set shake shoot shut sign sink slam soar split spread start step "
    "stop storm strike strip sue suffer surge surrender suspend swear sweep take target threaten topple trade "
    "unveil urge veto visit vote vow walk warn welcome win withdraw wound "
).split()
# Of them in the third person, those that are no plural of a noun: no name runs over one, with whatever capital.
_NEVER_IN_NAMES = frozenset(
    "accepts acquires admits agrees announces apologises apologizes approves arrives becomes begins blames brings builds buys "
    "condemns confirms convicts criticises criticizes declares declines defends defies delivers denies deploys destroys detains "
    "dismisses elects emerges enters evacuates executes expels fails gets gives hears hits imposes inaugurates invades "
    "investigates jails joins kidnaps kills leaves loses makes meets nominates opposes overturns pays pleads postpones praises "
    "quits receives rejects remains removes replaces rescues resigns responds restores resumes retires reveals says secures "
    "seeks seizes sells sends signs slams speaks sues suffers surrenders suspends takes tells threatens topples unveils urges "
    "vetoes visits vows warns welcomes wins withdraws".split()
)
_EVENTS = (
    "blast bombing breakthrough ceasefire collision death eruption earthquake election explosion funeral "
    "hearing landslide resignation riot shooting summit talks trial verdict "
).split()

_PERFECT = (
    r"(?:has|have|[’']ve)\s+(?:(?:not|also|already|now|just|yet|\w+ly)\s+)*(?:\w+ed|been|begun|come|made|taken|given|gone|become|won|lost|held|met|"
    r"led|left|kept|set|put|cut|hit|built|bought|brought|sent|paid|sold|found|fallen|risen|grown|shown|written|broken|driven|chosen|"
    r"seen|done|shut|struck|fought|drawn|thrown|spoken|agreed)"
)

_LASTING = (
    "war|conflict|offensive|campaign|fighting|bombardment|violence|siege|famine|epidemic|pandemic|outbreak|crisis|crackdown|unrest|"
    "invasion|drought|heatwave|floods?|flooding|(?:earth)?quake|wildfires?|hurricane|cyclone|typhoon"
)
_TOLL = (
    r"(?<!economic\s)(?<!financial\s)toll(?!-|\s+on\b|\s+(?:roads?|bridges?|gates?|booths?|plazas?|free)\b)|"
    r"number\s+of\s+(?:the\s+)?(?:dead|deaths|fatalities|injured|wounded|missing|displaced|people\s+(?:killed|injured|displaced))"
)

# Gatherings whose outcome is news of the same day, and what may stand between "after" and them.
_GATHERING = (
    r"talks|negotiations|discussions|consultations|meetings?|summits?|conference|(?:phone\s+|telephone\s+|video\s+)?calls?|conversation|"
    r"session|hearing|vote|ballot|debate|(?<=after\s)meeting|(?<=following\s)meeting"
)
_WHICH_GATHERING = (
    r"an?|the|its|his|her|their|two|three|four|(?:days?|hours|rounds?)(?:\s+of)?|new|fresh|more|further|first|second|third|final|latest|rare|"
    r"brief|long|lengthy|late-night|all-night|urgent|crisis|emergency|special|annual|weekly|joint|separate|private|secret|formal|informal|"
    r"bilateral|direct|indirect|peace|truce|ceasefire|trade|budget|coalition|cabinet|board|committee|council|court|parliamentary|"
    r"[\w’'-]+-[\w’'-]+|(?-i:[A-Z][\w.’'-]*)"
)

_ONES = {
    word: number
    for number, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
        "nineteen".split(),
        1,
    )
}
_TENS = {
    word: 10 * number for number, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
}

CUES = Cues(
    abbreviations=frozenset(
        "mr mrs ms dr prof gen lt col sgt capt maj adm gov sen rep rev hon st jr sr vs etc e.g i.e approx no nos vol "
        "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun a.m p.m "
        "n.v s.a s.p.a b.v a.g conn calif tex fla mich minn wis ariz colo tenn okla nev ark ala u.s u.n u.k u.a.e e.u d.c inc corp co ltd al".split()
    ),
    aside=r"following|according\s+to|after|before|ahead\s+of|in\s+the\s+wake\s+of|in\s+response\s+to|because\s+of|triggered\s+by|sparked\s+by|unlike|as\s+in|which|that\s+(?:began|started|broke\s+out|erupted|followed)",
    outcome_of=rf"(?:after|following)\s+(?:(?:{_WHICH_GATHERING})\s+){{0,5}}(?:{_GATHERING})(?!\w)",
    bounded=r"before|by|until|till|no\s+later\s+than|within",
    since=r"since",
    lasting=r"\A(?!.*\b(?:not|never|no|first|last|only|most|\w+n[’']t|\w{2,}est)\b).*\b(?:has|have|had)\s+\w+.*",
    until_now=(
        r"(?:past|last)\s+(?:[\w-]+\s+){0,4}?(?:hours?|days?|weeks?|months?|years?|decades?|centuries|century|weekends?|quarters?)|"
        r"(?:has|have|[’']ve|[’']s\s+been)\b(?!.*\b(?:jailed|sentenced|banned|suspended|imprisoned|disqualified|remanded|extended|postponed|delayed)\b)"
        r"(?!.*\sto\s+(?!the\b|an?\b|\d)\w)"
    ),
    speech=(
        r"sa(?:id|ys?)|t(?:old|ells?)|report(?:ed|s)|announc(?:ed|es?)|add(?:ed|s)\s+that|stat(?:ed|es?)|claim(?:ed|s)|"
        r"den(?:ied|ies|y)|confirm(?:ed|s)|warn(?:ed|s)|predict(?:ed|s|ing)?|insist(?:ed|s)?|argu(?:ed|es?)|note[ds]|"
        r"acknowledg(?:ed|es?)|admit(?:ted|s)?|explain(?:ed|s)?|describ(?:ed|es)|estimat(?:ed|es)|promised|expects?(?!\s+to\b)|"
        r"hop(?:ed|es)(?!\s+to\b)|believ(?:ed|es?)|according\s+to|writes|wrote|ask(?:ed|s)|replie[ds]|declar(?:ed|es)|pledg(?:ed|es)|urg(?:ed|es)|"
        r"vow(?:ed|s)|suggest(?:ed|s)|"
        r"(?:would|could)(?:\s+not|n[’']t)\s+(?:immediately\s+)?(?:be\s+reached|say|comment|confirm|reveal|disclose|elaborate|discuss)|"
        r"(?:neither|none|nobody|no\s+one)\b[^.;,]{0,60}\swould\s+(?:say|comment|confirm|reveal|disclose|elaborate|discuss)"
    ),
    content=r"that|will|would|is|are|was|were|has|have|had|could|can|may|might|to|[\"“‘']",
    beside=(
        r"(?:not|rather\s+than|instead\s+of|than|compared\s+(?:to|with)|versus|originally\s+(?:due|planned|scheduled|set)|"
        r"originally|previously|formerly)(?:\s+(?:in|on|for|at|during|from))?"
    ),
    moved=r"(?:delay(?:ed|s)?|postpon(?:ed|es?)|adjourn(?:ed|s)?|put\s+off|push(?:ed|es)?\s+back|extend(?:ed|s)?)\s+(?:until|till|to|by)|not\s+(?:[\w’'-]+\s+){0,5}(?:until|till|before)",
    told=(
        # what the story's own nouns do, in any tense but the future: "This move comes after …"
        r"\A(?:the|this)\s+(?:[\w-]+\s+)?(?:announcement|news|move|decision|deal|agreement|sale|purchase|ruling|verdict|attack|blast|crash|incident|"
        r"resignation|statement|arrests?|appointment)\s+(?:also\s+|now\s+)?(?!(?:was|is|this|has|as)\b)\w{3,}s|"
        r"\Athis\s+(?:also\s+|now\s+)?(?:brings|takes|makes|means|marks|comes|follows)|"
        r"(?<!\bthe\s)(?<!\ban\s)(?<!\ba\s)(?<!\bits\s)(?<!\btheir\s)(?<!\bhis\s)(?<!\bof\s)(?<!\bnewly\s)(?<!\()\w{2,}ed|was|were|did|made|took|gave|went|came|became|began|ran|left|met|held|won|lost|fell|rose|grew|hit|shot|"
        r"led|kept|put|set|sent|saw|found|fought|bought|sold|built|brought|broke|chose|drew|drove|flew|knew|paid|read|"
        r"spoke|stood|struck|threw|"
        rf"{_PERFECT}|"
        r"(?:is|are)\s+(?:(?:not|also|already|now|still|\w+ly)\s+)*\w{2,}ing"
    ),
    other_tense=(
        r"(?:had|[’']d)\s+(?:(?:not|never|also|already|only|just|long|since|\w+ly)\s+)*"
        r"(?:\w+(?:ed|wn)|been|begun|come|made|taken|given|gone|become|won|lost|held|met|led|left|kept|set|put|cut|hit|built|"
        r"bought|brought|sent|paid|sold|found|fallen|risen|written|broken|spoken|driven|chosen|seen|done|said|told|run)|"
        r"will|would|(?-i:may)|might|could|can|should|must|shall|if|unless|"
        r"(?:is|are|has|have)\s+(?:(?:also|now|still|currently|about|only)\s+)*(?:an?|the|no|one|two|three|several|many|some|more|\d[\d,.]*)"
    ),
    background=(
        r"since|used\s+to|for\s+(?:years|decades|centuries|months)|previous(?:ly)?|formerly|historically|in\s+the\s+past|"
        r"always|traditionally|originally|dat(?:es|ed|ing)\s+back|(?:was|were)\s+once|once\s+(?:was|were)|(?:years?|months?|weeks?)\s+(?:ago|earlier)|"
        r"\A(?:when|before|until)\b(?!\s+asked)|"
        r"\A(?:while|as\s+long\s+as)\s+(?:(?:it|they|he|she)\s+(?:held|lasted|stood|ruled|reigned|governed|served|lived|was|were)\b|(?:in|at)\s+\w+,)|"
        r"(?:last|previous|past|preceding)\s+(?:season|campaign|term|time|tournament|championship)"
    ),
    referring=r"since|\A(?:when|before|until)",
    relative=r"which|who|whose|whom|where",
    since_then=r"(?:has|have|had)\s+(?:long\s+)?since|ever\s+since|since\s+then",
    headline=rf"(?:{'|'.join([*_DONE, *_EVENTS])})(?:e?s)?|(?:carr|den|def|fl|tr|repl)ies|(?:offers|orders|calls|tells|plans|names|runs|passes|marks|faces|honours|tests)(?!\s+to\b)",
    headline_verbs=_NEVER_IN_NAMES,
    headline_plan=rf"to\s+(?:(?!the\b|an?\b|its\b|be\s+able\b)(?-i:[a-z]+)|{'|'.join(_DONE)})",
    another=r"also|another|second|separate(?:ly)?|other|later|earlier|previous(?:ly)?|elsewhere|meanwhile",
    saying=r"said|says|told|reported|announced|added|stated|according\s+to",
    planned=r"will|(?:is|are)\s+(?:to|planned)|(?:is|are|was|were)\s+due|(?:was|were)\s+to|(?:plans?|hopes?|wants?|expects|intends?)\s+to|expected|anticipated|scheduled|slated|set\s+(?:to|for)|preparing\s+to|going\s+to|would",
    denied=(
        r"d(?<!\bwas\sd)(?<!\bwere\sd)(?<!\bbeen\sd)(?<!\bbe\sd)en(?:ied|ies)(?!\s+(?:(?:him|her|them|the|an?|his|its|their)\s+)?"
        r"(?:bail|entry|access|visas?|appeals?|requests?|motions?|petitions?|permission|asylum|parole|applications?)\b)|"
        r"(?:denying|(?:reject|dismiss)(?:ed|es|s|ing))\s+(?:(?:the|any|all|those|media|press|news)\s+){0,2}(?:reports?|claims?|rumou?rs|allegations?|suggestions?)|"
        r"did(?:\s+not|n[’']t)\s+(?:meet|attend|take\s+part|travel|visit|strike|attack|fire)"
    ),
    not_done=(
        r"(?:did(?:\s+not|n[’']t)|(?:failed|refused|declined)\s+to|never)\s+(?:meet(?!\s+(?:[\w’'-]+\s+){0,2}?(?:expectations?|demands?|targets?|deadlines?|needs?|"
        r"requirements?|standards?|goals?|criteria|obligations?|conditions?))|attend|take\s+part|travel|visit|take\s+place|show\s+up|turn\s+up|land|sign|resign|"
        r"return|convene)"
    ),
    days_after_word="after",
    days_after={
        rf"{words}\s+after(?=\s[^,;:.()]{{2,80}}?\s(?:{PAST})(?!\w))": days
        for words, days in {
            r"(?:an?|one|the)\s+day": 1,
            **{rf"{word}\s+days": number for word, number in list(_ONES.items())[1:10]},
            r"(?:a|one)\s+week": 7,
            r"two\s+weeks": 14,
        }.items()
    },
    denied_plan=(
        r"d(?<!\bwas\sd)(?<!\bwere\sd)en(?:ied|ies|ying)\s+(?:on\s+\w+day\s+)?(?:that|s?he|it|they|planning|plans|"
        r"(?:(?:the|any|all|media|press|news)\s+){0,2}(?:reports?|claims?|rumou?rs|allegations?|suggestions?))\s+.*|"
        r"(?:reject|dismiss)(?:ed|es|ing)\s+(?:(?:the|any|all|media|press|news)\s+){0,2}(?:reports?|claims?|rumou?rs|suggestions?)\s+.*"
    ),
    pointing=(
        r"th(?:at(?<!said\sthat)(?<!say\sthat)(?<!told\sthat)|is)\s+(?:second\s+|latest\s+)?(?:attack|blast|explosion|bombing|strike|raid|shooting|assault|"
        r"killing|crash|accident|collision|fire|earthquake|quake|incident|meeting|summit|vote|match|game|protest|rally)(?!\w|-)"
    ),
    hypothetical=r"if|unless|should",
    condition=(
        r"if(?<!\beven\sif)(?<!\bas\sif)(?<!\basked\sif)(?<!\bask\sif)(?<!\bsee\sif)(?<!\bknow\sif)(?<!\bwonder\sif)"
        r"(?<!\bwhat\sif)(?<!\bdecide\sif)(?<!\bdecides\sif)(?<!\bdetermine\sif)(?<!\bclear\sif)(?<!\btell\sif)(?<!\bsay\sif)(?<!\bcheck\sif)(?!\s+(?:any|anything|not|only|ever|so)\b)|unless|"
        r"provided\s+that|on\s+condition\s+that"
    ),
    said_on=r"(?:said|says|told|announced|warned|confirmed|stated|insisted|added|claimed|predicted|promised|vowed|pledged)(?:\s+[^\W\d][\w’'-]*){0,6}?\s*\|.*",
    unreal=r"would\s+(?:not\s+)?have\s+(?!(?:to|an?|the|no|some|any)\b)\w+",
    alternative=r"or",
    aged=r"years?[\s-]+olds?",
    after=r"after|on\s+from",
    was_planned=(
        r"(?:was|were|had\s+been|been)\s+(?:(?:originally|initially|previously)\s+)?(?:to|due|set|scheduled|planned|supposed|meant|expected)|"
        r"(?:scheduled|planned|due|set|arranged|slated)\s+(?:for|on|to)"
    ),
    called_off=(
        r"but\s+(?:[\w’'-]+\s+){0,3}?(?:did(?:\s+not|n[’']t)|never|stayed|remained|missed|failed\s+to)|cancel(?:l?ed|s|ling)|call(?:ed|s|ing)\s+off|call(?:ed|s)\s+(?:it|them)\s+off|postpon(?:ed|es|ing)|scrapp(?:ed|ing)|shelved|put\s+off|"
        r"(?:moved|pushed\s+back|brought\s+forward|rescheduled|delayed)\s+(?:to|from|for|by|until|till)|"
        r"abort(?:ed|s)|fell\s+(?:ill|through)|fail(?:ed|s)\s+to\s+(?:take\s+place|happen|materiali[sz]e)|failed(?!\s+to)|"
        r"(?:did|will)(?:\s+not|n[’']t)\s+(?:take\s+place|happen|go\s+ahead)|never\s+(?:took\s+place|happened)"
    ),
    moved_to=r"to|for|by|until|till",
    unfulfilled=UNFULFILLED,
    possible=r"could|might|(?-i:may)(?!\s+\d)",
    ordinals={
        word: number
        for number, words in enumerate(
            (
                "first 1st maiden inaugural",
                "second 2nd",
                "third 3rd",
                "fourth 4th",
                "fifth 5th",
                "sixth 6th",
                "seventh 7th",
                "eighth 8th",
                "ninth 9th",
                "tenth 10th",
            ),
            1,
        )
        for word in words.split()
    },
    contrast=r"but",
    perfect=_PERFECT,
    dangling=(
        r"he|she|it|they|his|her|its|their|this|that|these|those|such|during\s+(?:the|its|their)\s+(?:meeting|talks|call|visit|session)|"
        r"the\s+(?:meeting|talks|discussions?|statement|group|two\s+sides|sources?|text|vote|round)|but|and|however|also|meanwhile|conversely|instead|then"
    ),
    personal=r"i|me|my|we|our|you|your",
    source=(
        r"(?:according\s+to|citing|cited|quoted|quoting|per)\s+(?:the\s+)?(?P<source>(?:[\w’'-]+\s+){0,3}(?:sources?|officials?|ministry|military|agency|authorities))|"
        r"(?P<source2>(?:[\w’'-]+\s+){0,2}(?:sources?|officials))\s+(?:said|told|confirmed)"
    ),
    source_hints=r"source|official|ministry|military|agency|authorities",
    citing=(
        r"according\s+to(?:\s+(?:a|the)\s+(?:[\w-]+\s+)?(?:report|story|article)\s+(?:by|in|on|from))?|citing(?:\s+(?:a|the)\s+report\s+(?:by|in|from))?|"
        r"cited|quot(?:ed|ing)|as\s+reported\s+by|reported\s+by|told|in\s+an\s+interview\s+with|carried\s+by|(?:a|the)\s+report\s+(?:by|in|from)"
    ),
    reporting=(
        r",?\s+(?:has\s+|had\s+|have\s+)?(?:first\s+|also\s+|earlier\s+|separately\s+|later\s+)?"
        r"(?:(?:said|says)(?!\s+its?\b)|report(?:ed|s)(?!\s+(?:an?\s+|its\s+)?(?:[\w-]+\s+){0,2}(?:profits?|loss(?:es)?|revenues?|earnings|results|sales)\b)|"
        r"wrote|writes|quote[ds]|cite[ds]|learn(?:ed|t)|revealed|disclosed|understands|announced|added)(?!\w)"
    ),
    sources={"security sources": "security sources", "diplomatic sources": "diplomatic sources"},
    counts={
        "deaths": (
            r"deaths?|killed|dead|fatalities|people\s+killed|lives\s+lost|"
            r"(?:(?<=\d\s)|(?:people|persons|civilians|others|residents|migrants|refugees|patients|passengers|villagers|workers|"
            r"miners|sailors|fishermen|soldiers|troops|pilgrims|worshippers|tourists|guests|prisoners|inmates|students|pupils|children|"
            r"women|men|girls|boys|babies|climbers|hikers|firefighters|farmers|spectators|fans|protesters|(?-i:[A-Z][a-z]+s))\s+)"
            r"(?:(?:have|had)\s+)?(?:(?:now|already|since|also)\s+)?(?:died|perished|lost\s+their\s+lives)"
        ),
        "injuries": r"injuries|injured|wounded|hurt",
        "displaced": r"displaced",
        "hostages": r"hostages|captives",
        "prisoners": r"prisoners|detainees|inmates",
        "missing": r"missing|unaccounted\s+for",
    },
    stocks=dict.fromkeys(
        ("hostages", "prisoners"),
        r"remain(?:s|ed|ing)?|still|(?:is|are|was|were)\s+(?:being\s+)?held|(?:is|are)\s+(?:being\s+)?(?:detained|jailed)|hold(?:s|ing)?|in\s+captivity|behind\s+bars|left\s+in",
    ),
    count_hints=r"kill|died|perish|Toll|toll|Number\s+of|number\s+of|Dead|Death|dead|death|fatal|lives|injur|wound|hurt|displac|hostage|captive|prisoner|detainee|inmate|missing|unaccounted",
    counting={
        "deaths": (
            r"kill(?:ed|ing|s)|(?:claim(?:ed|ing|s)|took|taking)(?:\s+the\s+lives\s+of|(?=(?:\s+[\w,.-]+){1,5}?\s+(?:lives|victims)\b))|"
            r"(?:(?<!economic\s)(?<!financial\s)(?<!military\s)(?<!military\sdeath\s)toll(?!-|\s+(?:roads?|bridges?|gates?|booths?|plazas?|free)\b)|number\s+of\s+(?:the\s+)?(?:dead|deaths|fatalities|people\s+killed))(?:\s+(?!injur|wound)[\w’'-]+){0,9}?\s+(?:to|at|was|is|of|reached|passed|stood\s+at|exceed(?:ed|s)|top(?:ped|s))"
        ),
        "injuries": r"injur(?:ed|ing)|wound(?:ed|ing)|hurt(?:ing)?|number\s+of\s+(?:the\s+)?(?:injured|wounded|people\s+(?:injured|wounded))(?:\s+[\w’'-]+){0,4}?\s+(?:to|at|was|is|reached|passed)",
        "displaced": r"displac(?:ed|ing)|number\s+of\s+(?:displaced|people\s+displaced)(?:\s+[\w’'-]+){0,4}?\s+(?:to|at|was|is|reached|passed)",
    },
    not_counted=(
        r"(?:\w+\s+)?(?:times?|days?|weeks?|months?|years?|hours?|minutes?|miles?|km|kilomet\w+|met\w+|per\s*cent|percent|dollars?|billion|euros?|pounds?|"
        r"strikes?|attacks?|raids?|rockets?|missiles?|birds?|cattle|sheep|cows?|dogs?|animals?|jobs?)(?!\w)"
    ),
    number_words={
        **_ONES,
        **_TENS,
        **{f"{ten}{joint}{one}": _TENS[ten] + _ONES[one] for ten in _TENS for one in list(_ONES)[:9] for joint in "- "},
        "a dozen": 12,
        "two dozen": 24,
        "three dozen": 36,
        "a hundred": 100,
        "a thousand": 1_000,
    },
    at_least=r"over|more\s+than|at\s+least",
    at_most=r"between\s+\d[\d.,]*\s+and|up\s+to|fewer\s+than|less\s+than|nearly|almost",
    about=r"about|around|some|roughly|approximately",
    part_of=r",?\s+(?:including|among\s+them|most\s+of\s+them|(?:\w+\s+)?of\s+(?:them|whom))\b(?:[^,.;]|[,.](?=\d))*,?",
    qualifiers=r"between\s+\d[\d.,]*\s+and|over|more\s+than|at\s+least|nearly|almost|about|around|some|roughly|approximately|fewer\s+than|less\s+than|up\s+to",
    scales={"hundred": 100, "thousand": 1_000, "million": 1_000_000},
    by=(
        r"(?:per|according\s+to)\s+(?:the\s+)?(?P<by>(?!(?:its|their|his|her)\s)[^,.;]{2,60})|"
        r"(?:(?:the|an?)\s+)?(?P<by2>(?:(?!(?:and|but|as|while|that)\b)\w[\w-]*(?:[’']\w*)?\s+){0,5}(?:ministry|minister|authorit(?:y|ies)|officials?|agency|defence|nations|office|police|military|army|"
        r"government|medics|doctors|hospital|rescuers|rescue\s+workers|spokes(?:man|woman|person)|governor|mayor|president|department|brigade|service|"
        r"cross|crescent|monitors|organi[sz]ation)(?:\s+in\s+[A-Z]\w+)?|"
        r"(?-i:(?!(?:He|She|It|They|We|I|You|Who|This|That|There|On|In|At|The|A|And|But)\b|\w+day\b)[A-Z][\w’-]*(?:\s+(?:(?:of|for)\s+)?[A-Z][\w’-]*){0,5}))"
        r"\s+(?:has\s+|have\s+|had\s+)?(?:said|says|say|put|puts|reported|reports|counted|announced|confirmed|revised|lowered|raised|estimated|estimates)"
    ),
    total=(
        rf"since(?!\s+(?:dawn|morning|midnight|early|yesterday|(?:the\s+)?(?:morning|night)))|so\s+far|to\s+date|total|{_TOLL}|in\s+all|overall|"
        r"the\s+(?:conflict|war|offensive|campaign)\s+(?:has|had)|during\s+the\s+war"
    ),
    running=(
        r"(?:have|has)\s+(?:(?:now|already)\s+)?(?:been\s+(?:killed|injured|wounded|displaced)|died|perished|lost\s+their\s+lives)|"
        rf"(?<!an\s)(?<!a\s)(?:{_LASTING})(?:\s+[\w’'-]+){{0,6}}?\s+(?:has|have)\s+(?:\w+\s+)?(?:kill|claim|injur|wound|displac)(?:l?ed)"
    ),
    mounting=r"(?:has|have)\s+(?:\w+\s+)?(?:killed|claimed|injured|wounded|displaced)",
    single=(
        r"(?:in|by|after|when|as|during)\s+(?:an?|two|three|several|separate)\s+"
        rf"(?!(?:[\w-]+\s+){{0,2}}(?:{_LASTING}))\w+|when|(?<!said\s)(?<!says\s)on\s+(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    ),
    toll=_TOLL,
    revised=r"(?:revis|correct|lower|reduc|adjust|downgrad|amend)(?:ed|ing|es|s)|revision|correction|double[\s-]counted",
    corrects=(
        r"\A\W*[(\[]\s*(?:correct(?:s|ed|ing)|refiles?|fix(?:es|ed)|amends|removes|clarif(?:ies|ied)|recasts|updates?|adds|repeats|drops)\b|"
        r"\A\W*corrects\s+(?:[\w’'-]+\s+){0,4}?(?:to|date|day|name|spelling|sentence|figure|number|headline|paragraph|toll|age|title|location|attribution|that)\b|"
        r"(?:withdr(?:awn|ew|aws?)|retract(?:s|ed)?|taken\s+down|took\s+down|pulled)\s+(?:its|their|our|an?|the|this)\s+(?:[\w-]+\s+){0,2}?"
        r"(?:report|story|article|dispatch|item|alert)s?\s+(?:(?:of|from|dated|published)\s+)[^.;]{2,40}?\s(?:that|which|saying|claiming)\b|"
        r"\A\W*(?:correct(?:ion|ed|s)|clarifi(?:cation|ed)|erratum|editor[’']?s[’']?\s+note)\s*(?::|\(.{0,30}\)\s*:|\s[–—-](?=\s))|"
        r"(?:earlier|previous|original|first|prior)\s+version\s+of\s+(?:this\s+(?:story|article|report|page|headline|text|post|dispatch)|(?:the|our)\s+(?:story|article|page|dispatch))|"
        r"\A\W*this\s+(?:[A-Z]\w+\s+\d\d?\s+|\d\d?\s+[A-Z]\w+\s+)?(?:story|article|report|page|headline|text|post)\s+(?:has\s+been|was)\s+(?:corrected|updated|amended|edited|changed)|"
        r"\A\W*(?:(?:an?|the|our)\s+)?(?:earlier|previous|original|first|initial|prior)\s+"
        r"(?:(?:death\s+|casualty\s+)?tolls?|counts?|figures?|numbers?|estimates?|reports?\s+of\s+(?:[\w-]+\s+){1,3}(?:dead|deaths|killed|victims|casualties))\b"
        r"(?:\s+(?:of|that|which|in|by|from|gave|put|said)\b[^,;]{0,80}?)?\s+(?:was|were|is|are|ha(?:s|ve)\s+been|proved|turned\s+out\s+to\s+be)\s+"
        r"(?:\w+ly\s+)?(?:wrong|incorrect|mistaken|erroneous|inaccurate|false|too\s+(?:high|low)|withdrawn|retracted)"
    ),
    was_before=(
        r"(?:from|compared\s+(?:to|with)|instead\s+of|rather\s+than|not)\s+\Z|"
        r"(?:had|[’']d)\s+(?:(?:\w+ly|earlier|first)\s+)?(?:been\s+)?(?:earlier\s+|\w+ly\s+)?(?:put|placed|listed|given|counted|estimated|stood|reported|announced)\b"
        r"(?:\s+[\w’'-]+){0,9}?\s+(?:at|as)\s+\Z|(?:toll|dead|killed|number|count)\s+(?:[\w’'-]+\s+){0,4}?had\s+been\s+\Z|"
        r"(?:earlier|previously|initially|originally)\s+(?:been\s+)?(?:put|placed|gave|given|said|reported|stood|listed|counted|was|were|estimated|announced)\b"
        r"(?:\s+[\w’'-]+){0,9}?\s+\Z|"
        r"(?:put|placed|given|stood|reported|listed)\s+(?:earlier|previously|initially|originally)\s+(?:at|as)\s+\Z|"
        r"(?:earlier|previous|prior|preceding|old)\s+(?:(?:official|provisional|preliminary|confirmed|death|casualty)\s+)*"
        r"(?:tolls?|counts?|figures?|numbers?|estimates?|tall(?:y|ies))\b(?:\s+[\w’'-]+){0,8}?\s+\Z"
    ),
    is_no_more=r"(?:\s*(?:people|dead|deaths|killed))*\s*(?:the\s+(?:day|week|month)\s+before|previously)",
    most_since=(
        r"(?:\w{3,}est(?<!\bwest)(?<!\beast)(?<!rest)(?<!\btest)|worst|most\s+\w+|first)\b[^.;]*?\bsince\b(?:(?!,\s+(?!when|in\s+which|who|which))[^;])*\Z"
    ),
    when=r"when|in\s+which|during\s+which",
    retracts=(
        r"(?:withdr(?:awn|ew|aws?)|retract(?:s|ed)?|taken\s+down|took\s+down|pulled)\s+(?:its|their|an?|the|this)\s+(?:[\w-]+\s+){0,2}?"
        r"(?:report|story|article|dispatch|item|alert)s?"
    ),
    violence=(
        r"wars?|warfare|conflict|fighting|offensive|invasion|(?:counter)?attack(?:s|ed|ers?)?|(?:air)?strikes?|bomb(?:s|ed|er|ers|ing|ings|ardment)|shelling|"
        r"shootings?|raids?|massacres?|clashes|siege|gun(?:man|men)|drones?|missiles?|ambush|assault"
    ),
    parts=(
        r"children|women|girls|boys|minors|babies|infants|soldiers|troops|servicemen|journalists|reporters|medics|paramedics|"
        r"(?:aid|health|medical|rescue|relief)\s+workers|police(?:men|\s+officers)|officers|fighters|militants|rebels|students|pupils|teachers|"
        r"doctors|nurses|firefighters|foreigners|tourists|peacekeepers|staff|personnel"
    ),
    locative=r"in|at|near|outside|inside",
    titles=(
        r"(?:(?:prime|foreign|interior|defen[cs]e|finance|vice|deputy|former|then|acting|first|chief|senior|lead|ex|supreme|attorney|home)[\s-]+)*"
        r"(?:president|ministers?|chief|director|leader|envoy|spokes(?:man|woman|person)|secretary|head|king|queen|prince(?:ss)?|emir|"
        r"premier|chancellor|mediator|negotiator|ambassador|commander|chair(?:man|woman)?|governor|mayor|senators?|congress(?:man|woman)|"
        r"general|colonel|captain|corporal|speaker|major|lieutenant|sergeant|admiral|judge|justice|professor|attorney|lawyer|analyst|economist|sheikh|"
        r"ayatollah|imam|pope|bishop|archbishop|cardinal|reverend|activist|protester|resident|correspondent|comrade|"
        r"c[efot]o|(?:co-?)?founder|executive|chair|officer|adviser|advisor|manager|coach|captain|striker|midfielder|defender|goalkeeper|"
        r"actor|actress|singer|rapper|author|novelist|footballer|cyclist|sprinter|superintendent|inspector|constable|pc|baroness|excellency|mp|mep|msp|"
        r"mr|mrs|ms|dr|gen|col|cpl|lt|capt|maj|sgt|sen|rep|gov|rev|prof|sir|lord|lady)\.?"
        r"(?:[\s-]+(?:general|of\s+state|of\s+defen[cs]e|marshal|executive|minister))*"
    ),
    organisations=(
        r"ministry|agency|organi[sz]ation|council|bureau|committee|court|party|movement|union|army|navy|forces?|authority|nations|bank|"
        r"university|college|corporation|corp|inc|ltd|company|co|group|commission|parliament|congress|senate|government|office|"
        r"association|cabinet|brigades?|front|brotherhood|police|guards?|league|federation|assembly|institute|foundation|"
        r"department|press|times|post|news|television|radio|fund|service|society|alliance|coalition|command|house|pentagon|"
        r"centre|center|programme|program|reserve|exchange|airlines|board|club|network|crescent|cross|tribunal|jazeera|"
        r"brothers|sons|partners|associates|holdings|motors|industries|systems|airways|technologies|electric|pharmaceuticals|petroleum|"
        r"securities|insurance|logistics|entertainment|studios|records|pictures|software|laborator(?:y|ies)|labs|aerospace|telecom|stores|"
        r"rovers|wanderers|fc|congress|kremlin|hezbollah|taliban|hamas|nato"
    ),
    landmarks=(
        r"square|street|avenue|road|airport|hospital|camp|bridge|palace|church|mosque|temple|crossing|valley|river|sea|ocean|gulf|"
        r"mount|mountains?|lake|islands?|bay|desert|peninsula|border|district|province|governorate|county|city|town|port|canal|strait|prison|"
        r"stadium|corridor|hills?|heights|zone|coast|beach|(?<=\s)park|hotel"
    ),
    region=(
        r"(?:city|state|province|republic|kingdom|town|district)\s+of|"
        r"city|strip|province|governorate|county|region|state|district|territory|"
        r"north(?:ern)?|south(?:ern)?|east(?:ern)?|west(?:ern)?|central|old|greater|downtown|upper|lower"
    ),
    like_a_person=(
        r",?\s+(?:who|said|says|told|added|wrote|insisted|argued|resigned|vowed|(?:\d\d(?!\d))|(?:a|an|the)\s+(?:\w+\s+){0,3}(?:"
        r"president|minister|chief|director|leader|envoy|spokes\w+|secretary|head|analyst|professor|lawyer|economist|activist|resident|doctor|"
        r"official|general|commander|member|senator|author|expert|researcher|correspondent))\b"
    ),
    like_a_group=(
        r"(?:\s+|-)(?:movement|group|party|militants?|militias?|fighters|gunmen|rebels|delegations?|officials?|spokes(?:man|woman|person)|leaders?|leadership|"
        r"members?|shares|executives?|employees|customers|users|reporters?|correspondents?|supporters|chief|led|run|backed|controlled)\b"
    ),
    towards=(
        r"(?:travel|fl[yei]|return|went|go|head|dr[io]v|mov|fled|sen[dt]|road|way|trip|visit|flight|border|arriv|came|com[ei])\w*\s+(?:\w+\s+)?"
        r"(?:to|from|towards?|for)"
    ),
    has_dictionary=True,
    acronyms=frozenset({"US", "WHO"}),
    common_acronyms=frozenset(
        "TV OK CEO CFO COO GDP GPS DNA ID CD DVD PC USD GBP EUR PDF HTML URL FAQ AKA RIP PM PLC LLC".split()
    ),
    not_names=frozenset(
        # Words of the closed classes, and the adverbs, verbs and nouns of time that open sentences.
        "the a an in on at for from by with without of to into onto over under between among against through during before after since "
        "until till about above below across along around near behind beyond inside outside off up down out upon within toward towards "
        "and but or nor so yet if when while as because although though unless whereas whether than once despite amid besides except "
        "according he she it we you they i him her us them me his its our your their my mine this that these those here there who whom "
        "whose which what where why how both all some any many most more much few several each every either neither none no not only "
        "such other others another same one two three four five six seven eight nine ten first second third last next also however "
        "meanwhile moreover conversely instead then thus therefore indeed perhaps maybe still again already even just now today "
        "yesterday tomorrow tonight later earlier recently soon ago is are was were be been has have had do does did will would can "
        "could may might must shall should let asked says said given following related like unlike related yes well oh "
        "monday tuesday wednesday thursday friday saturday sunday january february april june july august september october "
        "november december jan feb mar apr jun jul aug sep sept oct nov dec gmt utc est edt et pst bst am pm mr mrs ms dr prime "
        "wasn weren isn aren hasn haven hadn didn doesn wouldn couldn shouldn yeah hello thanks mp mps".split()
    ),
)
