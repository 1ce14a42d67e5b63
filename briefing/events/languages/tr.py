"""Turkish cues."""

from __future__ import annotations

from briefing.events.cues import Cues

__all__ = ["CUES"]

CUES = Cues(
    abbreviations=frozenset("dr prof av gen alb sn vb vs örn bkz".split()),
    aside=r"sonrasında|ardından|öncesinde|üzerine",
    since=r"den\s+bu\s+yana|beri",
    saying=r"dedi|söyledi|açıkladı|bildirdi|belirtti|aktardı",
    planned=r"\w+(?:acak|ecek)|bekleniyor|planlanıyor",
    denied=r"yalanladı|reddetti",
    hypothetical=r"eğer",
    dangling=r"o|bu|şu|onlar|görüşmede|toplantıda|ancak|ayrıca|öte\s+yandan",
    personal=r"ben|beni|bana|benim|biz|bizi|bize|bizim|sen|senin|siz|sizi|size|sizin",
    source=r"(?P<source>(?:\w+\s+){0,2}kaynakları?)(?:nın|na|ndan|n)?\s+(?:göre|aktardığına|verdiği\s+bilgiye|edinilen)|(?P<source2>güvenlik\s+kaynakları)",
    sources={"güvenlik kaynakları": "security sources", "diplomatik kaynaklar": "diplomatic sources"},
    counts={"deaths": r"öldü|ölü|hayatını\s+kaybetti|öldürüldü|can\s+kaybı", "injuries": r"yaralı|yaralandı"},
    qualifiers=r"en\s+az|yaklaşık",
    total=r"bu\s+yana|toplam|savaş\w*",
    place_suffix=r"['’](?:da|de|ta|te|daki|deki)\b",
    titles=r"başkanı?|bakanı?|cumhurbaşkanı|başbakanı?|sözcüsü|lideri",
    organisations=r"teşkilatı|bakanlığı|ajansı|konseyi|bürosu|örgütü",
    not_names=frozenset("bu o ve bir ancak ise ile için görüşmede güvenlik kaynakları taraflar öte".split()),
)
