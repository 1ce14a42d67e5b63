"""What goes into a brief."""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from briefing import make_brief
from briefing.errors import NothingToBrief
from tests.conftest import Write, assert_verbatim

LONG = (
    "Mediators from three states, who had travelled to the capital with their advisers, met the delegation on Friday in a "
    "hotel on the shore, where they went through the text line by line until late at night, "
    + "and then through each of its annexes, " * 12
    + "and they parted without a result."
)


def test_a_long_statement_is_cut_at_a_clause(article: Write) -> None:
    """What is too long keeps its first clauses, verbatim, up to and with its date, and ends in "…"."""
    (entry,) = make_brief([article(LONG)]).events
    assert entry.statement.text.endswith("…")
    assert LONG.startswith(entry.statement.text[:-1])
    assert "on Friday" in entry.statement.text
    assert len(entry.statement.text.split()) <= 60


def test_an_excerpt_holds_the_words_that_date_it(article: Write) -> None:
    """However late they come: what a source is cited for is the day, so the excerpt is rather longer than without it."""
    told = "A delegation of the northern union, led by Milo Tarn, met the minister of works, Oren Vale, and his deputy for roads and bridges, Ines Karr, at the harbour of Split on Wednesday, 11 September, and left at night, before the storm."  # fmt: skip
    (source,) = make_brief([article(told)]).sources
    (excerpt,) = source.excerpts
    ((start, end),) = excerpt.marks
    assert excerpt.text[start:end] == "Wednesday, 11 September"
    assert excerpt.text.endswith("September…")


def test_no_short_form_ends_within_a_date(article: Write) -> None:
    """In "on Sunday, 25 August" the comma ends no clause."""
    told = "Envoys of the two governments and of the three states between them ended a round of talks in Cairo on Sunday, 25 August, without an agreement, and flew home that night to tell their governments."  # fmt: skip
    (source,) = make_brief([article(told, "2024-08-26")]).sources
    assert source.excerpts[0].text.endswith("on Sunday, 25 August…")


@pytest.mark.parametrize(("language", "quoted"), [("tr", "tr"), ("en", "en"), ("ar", "en"), ("fr", "en")])
def test_the_statement_is_in_a_language_that_the_reader_reads(language: str, quoted: str, article: Write) -> None:
    """In the brief's own where a report is; else in that of most articles, as far as one report has it."""
    told = [
        article("Milo Tarn met Oren Vale in Ankara on Friday, 13 September.", outlet="A"),
        article("Milo Tarn, 13 Eylül Cuma günü Ankara’da Oren Vale ile görüştü.", outlet="B", language="tr"),
        article("It rained in Rome on 2 September.", outlet="C"),
    ]
    brief = make_brief(told, language=language)
    (meeting,) = [entry for entry in brief.events if len(entry.event.articles) == 2]
    assert meeting.statement.language == quoted


@pytest.mark.parametrize(
    "words", ["They met in Rome on Friday.", "They met in Ankara on Friday…", "met in Ankara on Friday.", ""]
)
def test_the_check_of_every_brief_sees_an_invented_word(words: str, article: Write) -> None:
    """A statement that is changed, moved, added to or empty does not pass for verbatim; a first part with "…" does."""
    written = article("They met in Ankara on Friday.")
    brief = make_brief([written])
    (entry,) = brief.events
    invented = replace(entry, statement=replace(entry.statement, text=words, start=0))
    honest = words.endswith("…") and written.text.startswith(words[:-1])
    with nullcontext() if honest else pytest.raises(AssertionError):
        assert_verbatim(replace(brief, events=(invented,)), [written])


def test_the_dating_words_are_marked(article: Write) -> None:
    """The mark holds exactly the expression."""
    (entry,) = make_brief([article("They met in Ankara on Friday.")]).events
    ((start, end),) = entry.statement.marks
    assert entry.statement.text[start:end] == "Friday"


def test_the_bottom_line_is_three_new_events_at_most(article: Write) -> None:
    """Each comes with its sources."""
    texts = ["Kalin met Hamas in Ankara", "The council voted in New York", "A strike hit Nuseirat", "Rain fell in Rome"]
    brief = make_brief([article(f"{text} on Friday.", outlet=text) for text in texts], since="2024-09-01")
    assert len(brief.bottom_line) == 3
    assert all(entry.sources for entry in brief.bottom_line)


def test_sources_are_numbered_as_they_are_met(article: Write) -> None:
    """The numbers on the lines and in the list are the same, from 1 on without a gap."""
    brief = make_brief(
        [article("They met on Friday."), article("It rained in Rome on 10 June.", outlet="B")], since="7d"
    )
    assert [source.number for source in brief.sources] == [1, 2]
    assert brief.new[0].sources == (1,)
    assert brief.background[0].sources == (2,)


def test_the_limit_leaves_out_and_says_so(article: Write) -> None:
    """Beyond the limit the lightest events leave the timeline, not the data."""
    places = "Rome Paris Cairo Doha Ankara Beirut Geneva Vienna Oslo".split()
    articles = [article(f"In {place} it rained on Friday, {place} said.", outlet=place) for place in places]
    brief = make_brief(articles, limit=4)
    shown = len(brief.new) + len(brief.background) + len(brief.ahead)
    assert (shown, brief.coverage.left_out, len(brief.events)) == (4, 5, 9)


def test_a_sentence_that_tells_of_two_days_has_one_line(article: Write) -> None:
    """The data hold both events; the timeline shows the sentence once, as news of the later day."""
    brief = make_brief([article("Rome signed the treaty on 10 June and left it on Friday.")])
    (line,) = (*brief.new, *brief.background)
    assert [str(entry.event.span) for entry in brief.events] == ["2024-06-10", "2024-09-13"]
    assert str(line.event.span) == "2024-09-13"
    assert brief.coverage.left_out == 1


def test_no_timeline_is_longer_than_a_reader_reads(article: Write) -> None:
    """Whatever the limit, a hundred rows are shown and the rest is counted; the data hold all."""
    days = [date(2024, 1, 1) + timedelta(days=number) for number in range(120)]
    told = " ".join(f"It rained in Rome on {day.day} {day:%B %Y}." for day in days)
    brief = make_brief([article(told)], limit=1000)
    assert (len(brief.new) + len(brief.background), brief.coverage.left_out, len(brief.events)) == (100, 20, 120)


def test_a_topic_keeps_what_belongs_to_it(article: Write) -> None:
    """Events of other news are left out and counted."""
    brief = make_brief(
        [article("Gaza ceasefire talks resumed in Doha on Friday."), article("It rained in Rome on Friday.")],
        topic="Gaza ceasefire",
    )
    assert [entry.statement.text for entry in brief.events] == ["Gaza ceasefire talks resumed in Doha on Friday."]
    assert brief.coverage.off_topic == 1


def test_a_topic_that_matches_nothing_makes_an_empty_brief(article: Write) -> None:
    """The brief is made all the same and holds no event."""
    brief = make_brief([article("It rained in Rome on Friday.")], topic="Gaza ceasefire")
    assert (brief.events, brief.new, brief.figures) == ((), (), ())


def test_articles_after_the_end_are_not_used(article: Write) -> None:
    """What was published after the period is counted and not read."""
    brief = make_brief(
        [article("They met on Friday."), article("They met on Monday.", "2024-09-17")], until="2024-09-14"
    )
    assert (len(brief.events), brief.coverage.later) == (1, 1)


def test_the_end_is_an_instant_where_the_publication_is_one(article: Write) -> None:
    """00:53 in Ankara on the 14th is before 22:00 in London on the 13th, and 22:10 in New York is after it."""
    early = replace(
        article("They met on Friday in Rome.", "2024-09-14"),
        published_at=datetime.fromisoformat("2024-09-14T00:53+03:00"),
    )
    late = replace(
        article("It rained in Oslo on Friday.", "2024-09-13"),
        published_at=datetime.fromisoformat("2024-09-13T22:10-04:00"),
    )
    brief = make_brief([early, late], until="2024-09-13T22:00")
    assert ([entry.statement.text for entry in brief.events], brief.coverage.later) == ([early.text], 1)
    assert make_brief([early, late]).coverage.later == 0


def test_figures_show_the_latest_and_the_one_before(article: Write) -> None:
    """A total that grew is shown with its change."""
    brief = make_brief(
        [
            article("More than 40,000 people have been killed so far, the ministry said.", "2024-08-15"),
            article("Over 41,100 people have been killed so far, the ministry said.", "2024-09-14"),
        ]
    )
    (deaths,) = brief.figures
    assert deaths.previous
    assert (deaths.figure.value, deaths.previous.value) == (41100, 40000)


def test_no_article_at_all_is_an_error() -> None:
    """There is nothing to brief, and the message says so."""
    with pytest.raises(NothingToBrief):
        make_brief([])


def test_articles_without_any_date_make_a_brief_without_an_end(article: Write) -> None:
    """The article is kept, listed as undated, and the problem is told."""
    brief = make_brief([article("They met on Friday.", "")])
    assert (brief.period.until, len(brief.undated), brief.coverage.undated) == (None, 1, 1)
    assert len(brief.problems) == 1
