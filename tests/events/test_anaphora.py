"""Later sentences of an article that name its story's happening by its kind alone."""

from __future__ import annotations

import pytest

from briefing import find_events
from tests.conftest import Write

LEADS = {
    "en": "A bomb exploded outside the town hall of Karsund on Friday, wounding six people.",
    "meeting": "Envoys of Norland and Sudmark met in Bergen on Friday to settle a quarrel about cod.",
    "flight": "The electric aircraft Selma made its maiden flight over the bay of Karsund on Friday.",
    "tr": "Ankara'da cuma günü bir otoparkta patlama meydana geldi, altı kişi yaralandı.",
    "ar": "وقع انفجار قرب مبنى البلدية في حلب يوم الجمعة وأصيب ستة أشخاص.",
}


@pytest.mark.parametrize(
    ("lead", "later"),
    [
        ("en", "The blast shattered windows as far away as Harbour Street."),
        ("en", "Nobody claimed responsibility for the bombing."),
        ("en", "The powerful explosion was heard on the far shore."),
        ("meeting", "The talks lasted nine hours and ended in the small hours."),
        ("meeting", "Reporters waited in the rain for the meeting to end."),
        ("flight", "The aircraft flew into a clear sky with two pilots on board."),
        ("tr", "Patlamada çevredeki dükkânların camları kırıldı."),
        ("ar", "وأدى الانفجار إلى تحطم نوافذ المتاجر."),
    ],
)
def test_a_sentence_that_names_the_kind_of_the_news_tells_of_it(lead: str, later: str, article: Write) -> None:
    """With hardly a word in common, it is a report of what the lead tells."""
    language = lead if lead in {"tr", "ar"} else "en"
    events = find_events([article(f"{LEADS[lead]} {later}", language=language)])
    assert [report.text for report in events[0].reports] == [LEADS[lead], later]
    assert len(events) == 1


@pytest.mark.parametrize(
    ("lead", "later"),
    [
        ("en", "The mayor promised new trees for Harbour Street."),
        ("en", "Another blast was heard on the far shore."),
        ("en", "The election was won by the baker Olga Brandt."),
        ("en", "Police arrested two men at the port."),
        ("meeting", "The earthquake damaged a bridge in Holm."),
        ("flight", "The harbour master bought a new boat."),
    ],
)
def test_a_sentence_about_something_else_does_not(lead: str, later: str, article: Write) -> None:
    """A definite noun of another kind, or another one of the kind, is something else."""
    events = find_events([article(f"{LEADS[lead]} {later}")])
    assert all(len(event.reports) == 1 for event in events)


def test_a_clause_about_a_thing_tells_of_it_alone(article: Write) -> None:
    """What a relative clause says happened is told by that clause, not by the sentence around it."""
    flight = article(LEADS["flight"], outlet="A")
    later = article(
        "The new boat shows how differently from the builders of Selma the shipyard Brandt works, "
        "whose aircraft Selma first flew over the bay of Karsund in September and is to be sold next year.",
        "2024-10-20",
        outlet="B",
    )
    event = next(event for event in find_events([flight, later]) if str(event.span) == "2024-09-13")
    assert len(event.articles) == 2
