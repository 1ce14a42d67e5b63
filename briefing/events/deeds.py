"""What is done in news, whatever the word for it: met, held talks, görüştü and التقى are one deed.

A row is a deed with its commonest words in each language, irregular forms among them; words with the same stem
need not be listed. What shows that one sentence tells the contrary of another stands in `outcomes`.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

__all__ = ["DEEDS", "MARK", "deeds_in"]

MARK = "="  # before a deed, so that it is never taken for a word

_DEEDS: dict[str, dict[str, str]] = {
    "meet": {
        "en": "meet met meeting talks discussions discussed negotiations",
        "tr": "görüştü görüşme toplandı toplantı buluştu müzakere",
        "ar": "التقى يلتقي لقاء اجتمع يجتمع اجتماع محادثات مباحثات مفاوضات",
    },
    "kill": {
        "en": "kill killed killing dead die died death deaths slain fatal",
        "tr": "öldürdü ölüm öldürüldü katletti",
        "ar": "قتل مقتل قتلى قتيل يقتل وفاة مصرع",
    },
    "wound": {"en": "wound injure injury injuries hurt", "tr": "yaraladı yaralı", "ar": "أصيب إصابة جرحى جريح"},
    "strike": {
        "en": "strike struck strikes airstrike airstrikes attack raid raids bomb bombing bombardment shelling shelled",
        "tr": "saldırı saldırdı bombaladı bombardıman vurdu baskın",
        "ar": "هجوم هاجم غارة غارات قصف ضربة ضربات",
    },
    "begin": {
        "en": "begin began begun beginning start started resume resumed reopen",
        "tr": "başladı başlattı başlangıç yeniden",
        "ar": "بدأ بدأت بدء يبدأ انطلق انطلاق استأنف استئناف",
    },
    "end": {
        "en": "end ended conclude concluded conclusion collapse collapsed close closed suspend suspended finish halt",
        "tr": "bitti bitirdi sona tamamlandı askıya durdurdu",
        "ar": "انتهى انتهت انتهاء اختتم انهارت انهيار علق تعليق توقف",
    },
    "agree": {
        "en": "agree agreed agreement accept accepted approve approval approved sign signed signing ratify ratified",
        "tr": "anlaştı anlaşma kabul onayladı imzaladı imza",
        "ar": "اتفق اتفاق وافق موافقة قبل وقع توقيع",
    },
    "reject": {"en": "reject rejected rejection refuse refused refusal", "tr": "reddetti ret", "ar": "رفض رفضت يرفض"},
    "free": {"en": "freed release released", "tr": "serbest bıraktı tahliye", "ar": "أفرج إفراج أطلق سراح"},
    "arrest": {
        "en": "arrest arrested detain detained detention capture captured",
        "tr": "tutukladı gözaltı yakaladı",
        "ar": "اعتقل اعتقال اعتقلت احتجز",
    },
    "convict": {
        "en": "convict convicted conviction guilty sentence sentenced",
        "tr": "mahkum mahkumiyet",
        "ar": "أدان إدانة أدانت",
    },
    "resign": {"en": "resign resignation quit stepped", "tr": "istifa", "ar": "استقال استقالة"},
    "appoint": {
        "en": "appoint appointment elect elected election named",
        "tr": "atadı atandı seçti seçildi seçim",
        "ar": "عين تعيين انتخب انتخاب",
    },
    "arrive": {
        "en": "arrive arrival arrived land landed travel travelled traveled visit visited",
        "tr": "geldi ulaştı vardı ziyaret gitti",
        "ar": "وصل وصول زار زيارة سافر",
    },
    "leave": {
        "en": "leave leaves left depart departure departed withdraw withdrew withdrawn withdrawal",
        "tr": "ayrıldı çekildi terk",
        "ar": "غادر مغادرة انسحب انسحاب",
    },
    "present": {
        "en": "present presented introduce introduction unveil unveiled reveal revealed",
        "tr": "tanıttı sundu",
        "ar": "قدم عرض كشف",
    },
    "fly": {"en": "fly flew flown flying flight", "tr": "uçtu uçuş", "ar": "طار رحلة"},
    "sell": {"en": "sell sold sale", "tr": "sattı satış", "ar": "باع بيع"},
    "buy": {"en": "buy bought buyer purchase acquire acquisition acquired", "tr": "satın", "ar": "اشترى شراء"},
    "win": {"en": "win won winner victory defeat defeated beat beaten", "tr": "kazandı yendi", "ar": "فاز فوز هزم"},
    "lose": {"en": "lose lost loss", "tr": "kaybetti yenildi", "ar": "خسر خسارة"},
    "rise": {"en": "rise rose risen increase grew grown", "tr": "arttı yükseldi", "ar": "ارتفع ارتفاع"},
    "fall": {"en": "fall fell fallen decrease dropped decline", "tr": "düştü azaldı", "ar": "انخفض انخفاض"},
    "explode": {"en": "explode explosion blast", "tr": "patladı patlama", "ar": "انفجر انفجار"},
    "decide": {"en": "decide decided decision", "tr": "karar", "ar": "قرر قرار"},
    "fight": {
        "en": "fight fought fighting clash clashes clashed battle",
        "tr": "çatışma çatıştı",
        "ar": "اشتباك اشتباكات",
    },
    "vote": {"en": "vote voted", "tr": "oyladı oylama", "ar": "صوت تصويت"},
    "protest": {"en": "protest demonstrate demonstration rally", "tr": "protesto gösteri", "ar": "تظاهر مظاهرة احتجاج"},
}
DEEDS = frozenset(MARK + deed for deed in _DEEDS)


@cache
def deeds_in(language: str, stem: Callable[[str, str], str]) -> dict[str, str]:
    """The deed behind each stem of a language."""
    return {
        stem(word, language): MARK + deed
        for deed, words in reversed(_DEEDS.items())
        for word in words.get(language, "").split()
    }
