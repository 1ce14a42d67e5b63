"""What a topic keeps of a folder that also holds other news."""

from __future__ import annotations

import pytest

from briefing import find_events, make_brief
from briefing.composing.topic import on_topic
from tests.conftest import Write

# Five articles on one story, which they soon stop naming, and three on others.
FLOOD = [
    "The Valmora flood began on Friday when the northern dam broke. Engineers closed a spillway of the dam on Saturday.",
    "The Valmora flood reached the harbour on Friday. Engineers opened a second spillway at the dam on Saturday.",
    "The Valmora flood killed two people on Friday. On Thursday engineers had measured cracks in the dam.",
    "The Valmora flood closed schools on Friday. Water ran over the spillway of the dam on Thursday.",
    "Three bridges were lost in the Valmora flood on Friday. A choir from Oster won a prize in Rome on Thursday.",
]
OTHERS = [
    "The choir of Oster sang in Rome on Friday. Engineers repaired its organ on Thursday.",
    "Talks on fishing began in Oster on Friday. Ministers signed nothing on Thursday.",
    "A film about a flood opened in Rome on Friday. Critics praised it on Thursday.",
]


def told(article: Write, texts: list[str], topic: str) -> list[str]:
    """The statements of the events that a topic keeps of articles."""
    brief = make_brief([article(text, outlet=f"O{number}") for number, text in enumerate(texts)], topic=topic)
    return [entry.statement.text for entry in brief.events]


@pytest.mark.parametrize(
    ("begins", "kept"),
    [
        pytest.param("Three bridges", True, id="a sentence that names the topic"),
        pytest.param("Engineers closed", True, id="one that goes on telling it in its words"),
        pytest.param("Water ran", True, id="another that does"),
        pytest.param("A choir", False, id="other news in an article about it"),
        pytest.param("Engineers repaired", False, id="one of its words in an article about something else"),
        pytest.param("A film", False, id="half of the topic"),
        pytest.param("Talks", False, id="other news of the day"),
    ],
)
def test_a_topic_keeps_its_story_and_no_other(begins: str, kept: bool, article: Write) -> None:
    """Of eight articles those sentences are kept that name the topic or go on telling it."""
    everything = told(article, [*FLOOD, *OTHERS], "")
    found = told(article, [*FLOOD, *OTHERS], "Valmora flood")
    assert any(text.startswith(begins) for text in everything)
    assert any(text.startswith(begins) for text in found) is kept


@pytest.mark.parametrize("topic", ["EU summit", "eu summit"])
def test_a_name_of_two_letters_counts(topic: str, article: Write) -> None:
    """A summit of the EU is not that of a mountain, however the name is typed."""
    texts = ["Ministers left the EU summit in Oster on Friday.", "Climbers reached the summit of Mount Orsk on Friday."]
    assert told(article, texts, topic) == texts[:1]


def test_small_words_of_two_letters_are_no_names(article: Write) -> None:
    """In "talks in Rome" only the talks and Rome are asked for."""
    texts = ["Talks on fishing resumed, and Rome was pleased on Friday."]
    assert told(article, texts, "talks in Rome") == texts


def test_a_topic_may_be_asked_for_in_the_language_of_the_articles(article: Write) -> None:
    """Turkish words with other endings are found in Turkish articles."""
    texts = ["Heyetler cuma günü Doha’da ateşkesi görüştü.", "Roma’da cuma günü yağmur yağdı."]
    brief = make_brief([article(text, language="tr") for text in texts], topic="Doha ateşkes")
    assert [entry.statement.text for entry in brief.events] == texts[:1]


QUAKES = [
    ("An earthquake shook Malatya on Friday.", "en"),
    ("Malatya’da cuma günü deprem oldu.", "tr"),
    ("Malatyaspor lost to Oster on Friday.", "en"),
    ("Malatyaspor cuma günü Oster’e yenildi.", "tr"),
    ("Malatyalılardan cuma günü yardım geldi.", "tr"),
    ("An earthquake shook Oster on Friday.", "en"),
]


@pytest.mark.parametrize(
    ("topic", "kept"),
    [
        ("Malatya quake", [0, 1]),
        ("malatya deprem", [0, 1]),
        ("Malatya", [0, 1, 4]),
        ("Malatyaspor", [2, 3]),
        ("tremor", [0, 1, 5]),
    ],
)
def test_a_topic_means_what_its_words_mean_and_no_longer_name(topic: str, kept: list[int], article: Write) -> None:
    """A quake is an earthquake and a deprem; a club that is called after a town is not the town."""
    articles = [article(text, language=code, outlet=f"O{number}") for number, (text, code) in enumerate(QUAKES)]
    events = find_events(articles)
    by_id = {one.id: one for one in articles}
    told = {report.text for event in on_topic(events, topic, by_id) for report in event.reports}
    assert [number for number, (text, _) in enumerate(QUAKES) if text in told] == kept


def test_a_body_of_the_world_is_asked_for_by_any_of_its_names(article: Write) -> None:
    """The United Nations are the UN."""
    texts = ["The UN opened talks in Oslo on Friday.", "Two united clubs played in Oslo on Friday."]
    assert told(article, texts, "United Nations") == texts[:1]
