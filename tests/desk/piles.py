"""Piles of made-up articles about many stories, each told by several outlets on several days, in words of their own.

Made of small tables, so that reports of one thing share some words and reports of different things share others, as news do.
"""

from __future__ import annotations

import random
from datetime import date, timedelta

from briefing.datespan import DateSpan
from briefing.model import Article, PublishedFrom

PLACES = (
    "Lisbon Porto Madrid Seville Lyon Nantes Turin Naples Athens Patras Sofia Varna Bucharest Cluj Zagreb Split Vienna "
    "Graz Prague Brno Warsaw Gdansk Vilnius Riga Tallinn Helsinki Turku Oslo Bergen Stockholm Malmo Copenhagen Aarhus "
    "Hamburg Leipzig Antwerp Ghent Rotterdam Utrecht Dublin Cork Leeds Bristol Glasgow Cardiff Ankara Izmir Tbilisi "
    "Yerevan Baku Amman Beirut Cairo Tunis Rabat Dakar Accra Lagos Nairobi Kampala Lusaka Harare Quito Lima Bogota"
).split()
PEOPLE = (
    "Marten Okafor Ilves Haddad Brandt Kowalski Petrov Silva Moreau Lindqvist Demir Tanaka Castellano Novak Eriksen "
    "Rahman Fischer Dubois Horvath Mensah Aydin Jansen Virtanen Kariuki Salazar Rossi Weber Nilsen Popescu Laine"
).split()
BODIES = ["the ministry", "the port authority", "the court", "the union", "the council", "the operator", "the bank"]
DEEDS = [
    ("signed a contract for the new {thing} in {place}", "The contract for the {thing} in {place} was signed by {who}"),
    ("opened the {thing} in {place}", "In {place} the {thing} was opened by {who}"),
    ("closed the {thing} in {place} after a fire", "After a fire {who} had the {thing} in {place} closed"),
    ("rejected the plan for the {thing} in {place}", "The plan for the {thing} in {place} was rejected by {who}"),
    ("visited the flooded {thing} in {place}", "{who} went to see the flooded {thing} in {place}"),
    ("resigned over the {thing} in {place}", "The dispute over the {thing} in {place} made {who} resign"),
]  # fmt: skip
THINGS = (
    "tramway bridge harbour hospital refinery stadium tunnel reservoir museum airport library shipyard quarry foundry "
    "cannery observatory brewery sawmill lighthouse courthouse"
).split()
OUTLETS = [f"Outlet {letter}" for letter in "ABCDEFGHKLMN"]
MORE = [
    "Residents had been waiting for news for weeks, and many came to hear it.",
    "Nobody was hurt, officials added, and work goes on as before.",
    "Critics had asked for more time, which was not granted.",
    "A spokesman did not want to say what it would cost.",
    "Observers expect that others will follow soon.",
]


def pile(articles: int, *, seed: int, start: date = date(2024, 9, 1), days: int = 14) -> list[Article]:
    """So many articles, about a third as many stories, published over some days."""
    chance = random.Random(seed)  # noqa: S311 -- no secret
    stories = [_story(chance, start, days) for _ in range(max(1, articles // 3))]
    return [_article(number, chance, *chance.choice(stories)) for number in range(articles)]


def _story(chance: random.Random, start: date, days: int) -> tuple[str, str, date]:
    """A happening in two wordings, and its day."""
    active, passive = chance.choice(DEEDS)
    words = {"thing": chance.choice(THINGS), "place": chance.choice(PLACES), "who": f"minister {chance.choice(PEOPLE)}"}
    told = f"{words['who'].capitalize()} {active.format(**words)}"
    return told, passive.format(**words), start + timedelta(days=chance.randrange(days))


def _article(number: int, chance: random.Random, active: str, passive: str, day: date) -> Article:
    """One outlet's account, a day or two after the happening."""
    told = chance.choice([active, passive])
    published = day + timedelta(days=chance.choice([0, 1, 1, 2]))
    when = chance.choice([f"on {day:%A}", f"on {day.day} {day:%B}"])
    body = chance.choice(BODIES)
    sentences = [f"{told} {when}, {body} said.", *chance.sample(MORE, 2), _background(chance, day)]
    return Article(
        id=f"pile-{number:06d}",
        text=" ".join(sentences),
        title=told,
        outlet=chance.choice(OUTLETS),
        language="en",
        published=DateSpan.day(published),
        published_from=PublishedFrom.FIELD,
    )


def _background(chance: random.Random, day: date) -> str:
    """A sentence about something earlier."""
    before = day - timedelta(days=chance.randrange(20, 300))
    return f"The {chance.choice(THINGS)} in {chance.choice(PLACES)} had been closed on {before.day} {before:%B %Y}."
