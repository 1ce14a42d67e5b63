"""English cues."""

from __future__ import annotations

from briefing.events.cues import Cues

__all__ = ["CUES"]

CUES = Cues(
    abbreviations=frozenset(
        "mr mrs ms dr prof gen lt col sgt capt maj adm gov sen rep rev hon st jr sr vs etc e.g i.e approx no nos vol "
        "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun a.m p.m "
        "u.s u.n u.k u.a.e e.u d.c inc corp co ltd al".split()
    ),
    aside=r"following|after|before|ahead\s+of|in\s+the\s+wake\s+of|in\s+response\s+to|because\s+of|triggered\s+by|sparked\s+by|unlike|as\s+in|which|that\s+(?:began|started|broke\s+out|erupted|followed)",
    bounded=r"before|by|until|till|no\s+later\s+than|within",
    since=r"since",
    saying=r"said|says|told|reported|announced|added|stated|according\s+to",
    planned=r"will|is\s+to|are\s+to|is\s+due|are\s+due|plans?\s+to|expected|scheduled|set\s+to|would",
    denied=r"denied|denies|rejected\s+reports|dismissed\s+reports",
    hypothetical=r"if|unless|should",
    dangling=(
        r"he|she|it|they|his|her|its|their|this|that|these|those|such|during\s+(?:the|its|their)\s+(?:meeting|talks|call|visit|session)|"
        r"the\s+(?:meeting|talks|discussions?|statement|group|two\s+sides|sources?|text|vote|round)|but|and|however|also|meanwhile|conversely|instead|then"
    ),
    personal=r"i|me|my|we|our|you|your",
    source=(
        r"(?:according\s+to|citing|cited|quoted|quoting|per)\s+(?:the\s+)?(?P<source>(?:[\w’'-]+\s+){0,3}(?:sources?|officials?|ministry|military|agency|authorities))|"
        r"(?P<source2>(?:[\w’'-]+\s+){0,2}(?:sources?|officials))\s+(?:said|told|confirmed)"
    ),
    sources={"security sources": "security sources", "diplomatic sources": "diplomatic sources"},
    counts={
        "deaths": r"deaths?|killed|dead|fatalities|people\s+killed|lives\s+lost",
        "injuries": r"injuries|injured|wounded|hurt",
        "displaced": r"displaced",
        "hostages": r"hostages|captives",
    },
    qualifiers=r"over|more\s+than|at\s+least|nearly|almost|about|around|some|roughly|approximately|fewer\s+than|less\s+than|up\s+to",
    scales={"thousand": 1_000, "million": 1_000_000},
    by=r"(?:per|according\s+to)\s+(?:the\s+)?(?P<by>[^,.;]{3,60})|(?:the\s+)?(?P<by2>(?:[\w’'-]+\s+){0,5}(?:ministry|authorities|officials|agency|defence|nations|office)(?:\s+in\s+[A-Z]\w+)?)\s+(?:said|says|put|reported|has\s+put|counted)",
    total=r"(?:have|has)\s+been\s+(?:killed|injured|wounded|displaced)|since|so\s+far|total|toll|in\s+all|overall|the\s+(?:conflict|war|offensive|campaign)\s+(?:has|had)|during\s+the\s+war",
    locative=r"in|at|near|outside|inside",
    titles=r"president|minister|chief|director|leader|envoy|spokes(?:man|woman|person)|secretary|head|general|king|emir|prince|premier|mediator|negotiator|mr\.?|mrs\.?|ms\.?|dr\.?|ambassador|commander|chairman",
    organisations=(
        r"ministry|agency|organi[sz]ation|council|bureau|committee|court|party|movement|union|army|forces?|authority|nations|bank|"
        r"university|corporation|commission|parliament|congress|senate|government|office|association|cabinet"
    ),
    not_names=frozenset(
        "the a an in on at for from by with of to and but as if when while after before during despite according according it he she they "
        "this that these those its his her their both all some many most more such there here one two also however meanwhile conversely "
        "efforts sources officials indirect negotiations talks mediators concerns for since until under over between what who which where "
        "related following earlier later now today yesterday tomorrow recently last next prime president minister chief mr mrs ms dr".split()
    ),
)
