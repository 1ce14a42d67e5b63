"""Whom an article rests on."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from briefing import find_events
from briefing.events.cues import compiled
from briefing.events.languages import cues_for
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


@pytest.mark.parametrize(
    "words",
    ["sources said", "per officials", "citing the ministry", "cited military", "per the agency", "quoted authorities"],
)
def test_a_source_is_known_by_its_hints(words: str) -> None:
    """Each kind of source holds a hint, or its sentence would not be looked at."""
    cues = cues_for("en")
    assert compiled(cues.source).search(words)
    assert re.search(cues.source_hints, words)


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


@pytest.mark.parametrize(
    ("text", "language", "numbers"),
    [
        ("An air strike killed {} people in the market of Khan Younis on Saturday.", "en", ("12", "7")),
        ("A storm on Saturday killed {} people in the old harbour of Porto Verde.", "en", ("seven", "eight")),
        ("Harbour Foods agreed on Friday to buy the bakery chain Kornblum for ${} billion.", "en", ("2", "3")),
        ("Harbour Foods bought the bakery chain Kornblum on Friday for {} million euros.", "en", ("1.5", "2.5")),
        ("Cumartesi günü Konya'daki pazarda çıkan yangında {} kişi öldü.", "tr", ("12", "7")),
        ("قتل {} شخصا في حريق اندلع في سوق المدينة القديمة في حلب يوم السبت.", "ar", ("12", "7")),
    ],
)
def test_another_number_comes_from_another_origin(
    text: str, language: str, numbers: tuple[str, str], article: Write
) -> None:
    """Two sentences that are alike but for their number tell of one event and are no copies."""
    one, other = (article(text.format(n), outlet=n, language=language, published="2024-09-15") for n in numbers)
    (event,) = find_events([one, other])
    assert (len(event.articles), len(event.origins)) == (2, 2)


@pytest.mark.parametrize("numbers", [("41,118", "41118"), ("twelve", "12"), ("12", "some")])
def test_a_number_written_otherwise_is_the_same(numbers: tuple[str, str], article: Write) -> None:
    """A copy may spell a number as its own paper does, or leave it out."""
    text = "An air strike killed {} people in the crowded old market of Khan Younis on the morning of Saturday."
    one, other = (article(text.format(n), outlet=outlet) for n, outlet in zip(numbers, "AB", strict=True))
    (event,) = find_events([one, other])
    assert event.origins == ("a",)


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
