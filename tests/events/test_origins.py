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
    ("en", "Mediators met in Doha.", "Daily B", "daily b"),
    ("en", "Mediators met in Doha.", "", "the-id"),
]


@pytest.mark.parametrize(("language", "text", "outlet", "origin"), ORIGINS)
def test_an_origin_is_the_root_of_the_attribution(
    language: str, text: str, outlet: str, origin: str, article: Write
) -> None:
    """Sources before the agency that quotes them, the agency before the outlet that prints it."""
    written = article(text, outlet=outlet, language=language, id="the-id")
    assert origin_of(written, split_sentences(text, language)) == origin


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
