"""Whom an article rests on."""

from __future__ import annotations

import pytest

from briefing import find_events
from briefing.events.origins import origin_of
from briefing.events.sentences import split_sentences
from tests.conftest import Write

ORIGINS = [
    ("en", "Kalin met Hamas. Agency A quoted Turkish security sources as saying so.", "Daily B", "security sources"),
    ("en", "Kalin met Hamas. According to security sources, aid was discussed.", "Daily B", "security sources"),
    ("tr", "Kalın görüştü. Güvenlik kaynakları bunu bildirdi.", "Daily B", "security sources"),
    ("en", "DOHA (Agency A) – Mediators met in Doha.", "Daily B", "agency a"),
    ("en", "(Agency A) Mediators met in Doha.", "Daily B", "agency a"),
    ("en", "Mediators met in Doha, officials said.", "Daily B", "daily b"),
    ("en", "Mediators met in Doha, according to the Anadolu Agency.", "Daily B", "anadolu agency"),
    ("en", "Mediators met in Doha.", "Daily B", "daily b"),
    ("en", "Mediators met in Doha.", "", "the-id"),
]


@pytest.mark.parametrize(("language", "text", "outlet", "origin"), ORIGINS)
def test_an_origin_is_the_root_of_the_attribution(
    language: str, text: str, outlet: str, origin: str, article: Write
) -> None:
    """Sources before the agency that quotes them, the agency before the outlet that prints it."""
    written = article(text, outlet=outlet, language=language, id="the-id")
    assert origin_of(written, split_sentences(text, language)).key == origin


def test_the_page_shows_an_origin_in_the_articles_own_words(article: Write) -> None:
    """The key is for counting; what is shown stands in the article."""
    written = article("Kalın görüştü. Güvenlik kaynakları bunu bildirdi.", language="tr")
    assert origin_of(written, split_sentences(written.text, "tr")).words == "Güvenlik kaynakları"


def test_a_copy_without_a_credit_is_known_by_its_words(article: Write) -> None:
    """The same sentence under two names has one origin; two tellings of one thing have two."""
    text = "Mediators from three states met an Israeli team in Doha on 15 August"
    retold = "Mediators of three states sat down with an Israeli team on 15 August in Doha to speak of a truce."
    articles = [article(f"{text}.", outlet="A"), article(f"{text} .", outlet="B"), article(retold, outlet="C")]
    (event,) = find_events(articles)
    assert (len(event.articles), event.origins) == (3, ("a", "c"))


def test_a_reprint_confirms_nothing(article: Write) -> None:
    """An agency's report and its reprint are two articles of one origin."""
    (event,) = find_events(
        [
            article("Mediators met an Israeli team in Doha on 15 August.", "2024-08-16", outlet="Agency A", id="1"),
            article(
                "DOHA (Agency A) – Mediators met an Israeli team in Doha on 15 August.",
                "2024-08-16",
                outlet="B",
                id="2",
            ),
        ]
    )
    assert (len(event.articles), event.origins) == (2, ("agency a",))
