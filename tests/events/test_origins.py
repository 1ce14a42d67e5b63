"""Whom an article rests on."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing import find_events
from briefing.events.origins import origin_of
from briefing.events.outlets import outlet_key
from briefing.events.sentences import split_sentences
from tests.conftest import Write

CORPUS = Path(__file__).parent / "corpus" / "origins.txt"
LINES = [line for line in CORPUS.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]


@pytest.mark.parametrize("line", LINES)
def test_an_origin_is_the_root_of_the_attribution(line: str, article: Write) -> None:
    """Sources before the agency that quotes them, the agency before the outlet that prints it."""
    language, outlet, text, origin = (part.strip() for part in line.split(" | "))
    written = article(text.replace("\\n", "\n"), outlet=outlet.strip("-"), language=language, id="the-id")
    assert origin_of(written, split_sentences(written.text, language)).key == origin


def test_the_page_shows_an_origin_in_the_articles_own_words(article: Write) -> None:
    """The key is for counting; what is shown stands in the article."""
    written = article("Kalın görüştü. Güvenlik kaynakları bunu bildirdi.", language="tr")
    assert origin_of(written, split_sentences(written.text, "tr")).words == "Güvenlik kaynakları"


@pytest.mark.parametrize("name", ["Reuters", "reuters.", "Thomson Reuters", "Reuters news agency", "وكالة رويترز"])
def test_an_outlet_has_one_key(name: str) -> None:
    """Whatever it is called."""
    assert outlet_key(name) == "reuters"


def test_a_copy_without_a_credit_is_known_by_its_words(article: Write) -> None:
    """The same sentence under two names has one origin; two tellings of one thing have two."""
    text = "Mediators from three states met an Israeli team in Doha on 15 August"
    retold = "Mediators of three states sat down with an Israeli team on 15 August in Doha to speak of a truce."
    articles = [article(f"{text}.", outlet="A"), article(f"{text} .", outlet="B"), article(retold, outlet="C")]
    (event,) = find_events(articles)
    assert (len(event.articles), event.origins) == (3, ("a", "c"))


MET = "Mediators of three states met an Israeli team in Doha on 15 August"


def test_a_reprint_confirms_nothing(article: Write) -> None:
    """An agency's report and its reprint are two articles of one origin."""
    (event,) = find_events(
        [
            article(f"{MET}.", "2024-08-16", outlet="Agency A", id="1"),
            article(f"DOHA (Agency A) – {MET}.", "2024-08-16", outlet="B", id="2"),
        ]
    )
    assert (len(event.articles), event.origins) == (2, ("agency a",))


def test_a_chain_goes_on_in_the_article_that_is_cited(article: Write) -> None:
    """C cites B, B's own article cites A: all three rest on A, in whatever order they come."""
    articles = [
        article(f"{MET}, according to the newspaper Morning Herald.", "2024-08-16", outlet="Daily C"),
        article(f"{MET} to speak of a truce, as reported by the Evening Post.", "2024-08-16", outlet="Morning Herald"),
        article(f"An Israeli team, the Evening Post has learnt: {MET}.", "2024-08-16", outlet="Evening Post"),
    ]
    for order in (articles, articles[::-1]):
        (event,) = find_events(order)
        assert (len(event.articles), event.origins) == (3, ("evening post",))


def test_outlets_that_cite_each_other_are_no_endless_chain(article: Write) -> None:
    """A cites B and B cites A: both are counted, and the work ends."""
    articles = [
        article(f"{MET}, according to the Evening Post.", "2024-08-16", outlet="Morning Herald"),
        article(f"{MET} to speak of a truce, as reported by the Morning Herald.", "2024-08-16", outlet="Evening Post"),
    ]
    (event,) = find_events(articles)
    assert len(event.articles) == 2
