"""The sections of a brief besides its timeline: page one, threads, disputes, who is who, ahead, who is silent."""

from __future__ import annotations

from briefing import make_brief
from briefing.model import Article
from tests.conftest import Write

PLACES = "Rome Paris Vienna Oslo Madrid Athens Lisbon Berlin Tunis Rabat Geneva Cairo".split()


def story(article: Write, extra: int = 0) -> list[Article]:
    """Twelve days of news from twelve places; on every third day Milo Tarn has a part in it."""
    texts = [
        f"{'Minister Milo Tarn opened a dam' if day % 3 == 0 else 'Heavy rain fell'} in {place} on {day + 1} August 2024."
        for day, place in enumerate(PLACES)
    ]
    texts += [f"A bridge in {PLACES[number]} was closed on {number + 13} August 2024." for number in range(extra)]
    return [article(text, "2024-08-30", outlet=f"Agency {number}") for number, text in enumerate(texts)]


def test_page_one_is_read_in_a_minute(article: Write) -> None:
    """Of ten new events of 45 words it tells no more than 250 words, at most three of them in the bottom line."""
    clause = ", and the people who live beside the river were told to leave their houses at once"
    articles = [article(f"In {place} the river rose on Friday{clause * 2}.", outlet=place) for place in PLACES[:10]]
    brief = make_brief(articles, since="2024-09-01")
    told = [*brief.bottom_line, *brief.also_new]
    assert len(brief.new) > len(told)
    assert sum(len(entry.statement.text.split()) for entry in told) <= 250
    assert len(brief.bottom_line) == 3


def test_at_most_seven_bullets_follow_the_bottom_line(article: Write) -> None:
    """However short they are."""
    articles = [article(f"Rain fell in {place} on Friday.", outlet=place) for place in PLACES]
    assert len(make_brief(articles, since="2024-09-01").also_new) == 7


def test_a_name_that_returns_is_a_thread(article: Write) -> None:
    """Its line is that of all its events, each is told once, newest first."""
    brief = make_brief(story(article))
    assert [(thread.name, thread.events) for thread in brief.threads] == [("Milo Tarn", 4)]
    days = [line.event.span for line in brief.threads[0].lines]
    assert days == sorted(days, reverse=True)
    assert all(line.sources for line in brief.threads[0].lines)


def test_a_short_story_has_no_threads(article: Write) -> None:
    """Of a table of few rows the eye sees them all."""
    assert make_brief(story(article)[:8]).threads == ()


def test_claims_stand_beside_each_other(article: Write) -> None:
    """Two days for one meeting: each with its sources, and what both reports agree on before them."""
    brief = make_brief(
        [
            article("Ministers of Egypt and Qatar ended their talks in Cairo on Sunday, 25 August, without an agreement.", "2024-08-26", outlet="A"),
            article("Ministers of Egypt and Qatar ended their talks in Cairo on Saturday, 24 August, without an agreement.", "2024-08-26", outlet="B"),
        ]
    )  # fmt: skip
    (dispute,) = brief.disputes
    assert {str(claim.value) for claim in dispute.claims} == {"2024-08-24", "2024-08-25"}
    assert all(len(claim.sources) == 1 for claim in dispute.claims)
    assert "Cairo" in dispute.agreed


def test_who_is_who_quotes_an_article(article: Write) -> None:
    """The words are the article's, with its number."""
    brief = make_brief([article("Water Minister Ada Berger visited Rome on Friday.")])
    (person,) = brief.people
    assert (person.name, person.words.text, person.words.source) == ("Ada Berger", "Water Minister", 1)


def test_plans_stand_apart_from_what_happened(article: Write) -> None:
    """What is planned for later is ahead; what had been planned for earlier and is told by nobody is overdue."""
    brief = make_brief(
        [
            article("Talks are due to open in Rome on 3 October 2024."),
            article("Talks are due to open in Oslo on 20 August 2024.", "2024-08-10", outlet="B"),
            article("Rain fell in Paris on Friday.", outlet="C"),
        ],
        since="2024-09-01",
    )
    assert [entry.place for entry in brief.ahead] == ["Rome"]
    assert [entry.place for entry in brief.overdue] == ["Oslo"]
    assert [entry.place for entry in (*brief.new, *brief.background)] == ["Paris"]


def test_an_outlet_that_published_nothing_in_the_period_is_silent(article: Write) -> None:
    """It is named with the day of its latest article."""
    read = [
        article("Rain fell in Rome on Friday.", outlet="A"),
        article("It snowed in Oslo on 3 January 2024.", "2024-01-05", outlet="B"),
    ]
    assert [(outlet, str(day)) for outlet, day in make_brief(read, since="2024-09-01").silent] == [("B", "2024-01-05")]


def test_the_change_of_a_figure_is_told_only_of_exact_counts(article: Write) -> None:
    """41,118 to 41,182 is 64 more; of "more than 40,000" nobody knows."""

    def change(*texts: str) -> int | None:
        days = ("2024-09-12", "2024-09-14")
        articles = [article(f"{text} people have been killed so far, the ministry said.", day) for text, day in zip(texts, days, strict=True)]  # fmt: skip
        (figure,) = make_brief(articles).figures
        return figure.change

    assert change("41,118", "41,182") == 64
    assert change("More than 40,000", "More than 41,000") is None
