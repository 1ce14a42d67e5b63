"""Which days a timeline keeps, and which sentences tell them."""

from __future__ import annotations

import random
from datetime import date, timedelta

from briefing import find_events, select_timeline
from briefing.datespan import DateSpan
from briefing.model import Article

FIRST, LAST = date(2024, 3, 1), date(2024, 3, 31)


def article(number: int, published: date, text: str) -> Article:
    """An article in English of a day."""
    return Article(id=f"a{number}", text=text, language="en", published=DateSpan.day(published))


def timeline(articles: list[Article], *, dates: int = 1, sentences: int = 1) -> list[tuple[date, list[str]]]:
    """The timeline of March 2024 that articles give."""
    return select_timeline(find_events(articles), since=FIRST, until=LAST, dates=dates, sentences=sentences)


def test_the_day_of_which_more_articles_tell_comes_first() -> None:
    """Two articles on the 5th outweigh one on the 12th, however late they are."""
    articles = [
        article(1, date(2024, 3, 6), "Engineers in Valmora opened the northern dam on 5 March."),
        article(2, date(2024, 3, 20), "The flood in Valmora began when engineers opened a dam on 5 March."),
        article(3, date(2024, 3, 13), "Valmora held a public hearing about the flood on 12 March."),
    ]
    assert [day for day, _ in timeline(articles)] == [date(2024, 3, 5)]


def test_the_day_after_a_weightier_one_gives_way_to_a_day_of_its_own() -> None:
    """Three articles tell of the 5th, two of the 6th, one and a half of the 20th: the 6th is the 5th's echo."""
    articles = [
        article(1, date(2024, 3, 6), "Engineers in Valmora opened the northern dam on 5 March."),
        article(2, date(2024, 3, 7), "The river in Valmora rose when a dam was opened on 5 March."),
        article(3, date(2024, 3, 8), "A dam above Valmora was opened by engineers on 5 March."),
        article(4, date(2024, 3, 7), "Soldiers in Valmora counted flooded houses on 6 March."),
        article(5, date(2024, 3, 8), "On 6 March the mayor of Valmora visited flooded houses."),
        article(
            6, date(2024, 3, 21), "Valmora voted on a new dam on 20 March. On 20 March Valmora also closed a road."
        ),
    ]
    assert [day.day for day, _ in timeline(articles, dates=2)] == [5, 20]
    assert [day.day for day, _ in timeline(articles, dates=3)] == [5, 6, 20]


def test_the_news_of_an_article_tells_of_its_day_more_than_what_follows_it() -> None:
    """A lead without words for its day outweighs later sentences about the story of another day."""
    articles = [
        article(
            1, date(2024, 3, 12), "A ferry sank off Oster. The mayor of Valmora said so. Valmora sent a boat there."
        ),
        article(2, date(2024, 3, 20), "The mayor of Valmora resigned. She thanked her voters for four good years."),
    ]
    assert [day.day for day, _ in timeline(articles)] == [20]


def test_other_news_in_the_folder_does_not_take_the_days() -> None:
    """The days of the story that most articles share come before an earlier one of something else."""
    articles = [
        article(1, date(2024, 3, 16), "The mayor of Valmora closed its harbour on 15 March."),
        article(2, date(2024, 3, 18), "Ships left Valmora on 17 March."),
        article(3, date(2024, 3, 20), "The harbour of Valmora reopened on 19 March."),
        article(4, date(2024, 3, 3), "A singer gave her last concert in Oster on 2 March."),
    ]
    assert [day.day for day, _ in timeline(articles, dates=3)] == [15, 17, 19]


def test_a_sentence_that_stands_on_its_own_is_preferred() -> None:
    """Of two sentences about one thing the one that opens with "he" is not shown."""
    text = (
        "Mayor Lena Orsk opened the northern dam above Valmora on 5 March after a week of rain. "
        "She opened the northern dam above Valmora on 5 March and thanked the crews for their help."
    )
    ((_, (shown,)),) = timeline([article(1, date(2024, 3, 6), text)])
    assert shown.startswith("Mayor Lena Orsk")


def test_a_day_is_not_told_twice_in_nearly_the_same_words() -> None:
    """A reworded sentence gives way to one that adds something."""
    articles = [
        article(1, date(2024, 3, 6), "Engineers in Valmora opened the northern dam on 5 March after heavy rain."),
        article(2, date(2024, 3, 6), "On 5 March engineers in Valmora opened the northern dam after heavy rain."),
        article(3, date(2024, 3, 6), "Four villages below Valmora were evacuated by soldiers on 5 March."),
    ]
    ((_, shown),) = timeline(articles, sentences=2)
    assert sum("dam" in sentence for sentence in shown) == 1


def test_a_sentence_that_tells_of_two_days_is_shown_once() -> None:
    """The same words from two articles, that say them of two days, stand under the first of the two."""
    told = "Engineers in Valmora opened the northern dam on Tuesday after a week of heavy rain."
    articles = [
        article(1, date(2024, 3, 6), told),
        article(2, date(2024, 3, 13), told),
        article(3, date(2024, 3, 13), "On 12 March soldiers evacuated four villages below Valmora."),
    ]
    found = timeline(articles, dates=2, sentences=2)
    assert [(day.day, len(told)) for day, told in found] == [(5, 1), (12, 1)]


def test_a_timeline_is_no_longer_than_asked_and_stays_within_its_days() -> None:
    """Days outside the window are never chosen, and there are at most as many dates and sentences as asked for."""
    days = [FIRST + timedelta(n) for n in range(-5, 40)]
    articles = [
        article(n, day, f"Report {n} says that Valmora flooded today in district {n} of the valley.")
        for n, day in enumerate(days)
    ]
    found = timeline(articles, dates=7, sentences=2)
    assert len(found) == 7
    assert all(FIRST <= day <= LAST and 1 <= len(told) <= 2 for day, told in found)
    assert found == sorted(found)


def test_a_day_of_long_sentences_has_fewer_of_them() -> None:
    """Two sentences of forty words take the room of four of the usual length; short ones all find a place."""
    short = [
        "Engineers in Valmora opened the northern dam on 5 March.",
        "Soldiers in Valmora counted the flooded houses on 5 March.",
        "Teachers in Valmora closed every school on 5 March.",
        "Doctors in Valmora moved forty patients on 5 March.",
    ]
    tail = "while the river kept rising through the lower streets and the people who lived there carried what they could to the hill above the old market place"
    long = [f"{sentence[:-1]}, {tail} number {at}." for at, sentence in enumerate(short)]

    def told(sentences: list[str]) -> int:
        articles = [article(at, date(2024, 3, 6), sentence) for at, sentence in enumerate(sentences)]
        return len(timeline(articles, sentences=4)[0][1])

    assert (told(short), told([long[0], long[1], short[2], short[3]])) == (4, 3)


def test_the_order_of_the_input_does_not_matter() -> None:
    """Articles and events in another order give the same timeline."""
    articles = [
        article(
            n, FIRST + timedelta(n), f"Team {n % 3} met in Valmora yesterday. It left {n % 4} tents there on Monday."
        )
        for n in range(20)
    ]
    shuffled = random.Random(4).sample(articles, len(articles))  # noqa: S311
    assert timeline(articles, dates=6, sentences=2) == timeline(shuffled, dates=6, sentences=2)


def test_no_events_give_an_empty_timeline() -> None:
    """Nothing found is no error."""
    assert timeline([]) == []
