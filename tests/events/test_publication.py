"""The day of an undated article."""

from __future__ import annotations

from briefing import find_events
from briefing.events import find_story
from briefing.model import PublishedFrom
from tests.conftest import Write

UNDATED = "Spy chief Ibrahim Kalin met Hamas leaders in Ankara on Friday to discuss the truce."
TWIN = "Ibrahim Kalın, the spy chief, recently held talks with Hamas leaders in Ankara on the truce."
OTHER = "Farmers in the north of the country began the harvest of olives and figs."


def test_an_undated_article_takes_its_day_from_its_twin(article: Write) -> None:
    """The day is inferred, marked so, and the article that told it is named."""
    told = find_story([article(UNDATED, ""), article(TWIN, id="twin"), article(OTHER, "2024-05-02")]).articles[0]
    assert (str(told.published), told.published_from, told.inferred_from) == (
        "2024-09-14",
        PublishedFrom.INFERRED,
        "twin",
    )


def test_its_weekdays_then_have_days(article: Write) -> None:
    """The "on Friday" of the undated article is the Friday before its twin's day."""
    (event,) = find_events([article(UNDATED, ""), article(TWIN)])
    assert (str(event.span), str(event.reported)) == ("2024-09-13", "2024-09-14")


def test_an_article_like_no_other_stays_undated(article: Write) -> None:
    """No day is guessed; a problem names the article and the remedy."""
    found = find_story([article(UNDATED, "", place="kalin.txt"), article(OTHER, "2024-05-02")])
    assert found.articles[0].published is None
    (problem,) = found.problems
    assert problem.article == "kalin.txt"
    assert "front matter" in problem.message


def test_an_ambiguous_date_is_said_and_never_guessed(article: Write) -> None:
    """The third of April or the fourth of March: without the outlet's country it dates nothing, with it a day."""
    text = "The envoys met in the city of Rome on 03/04/2024 to talk."
    silent = find_story([article("Rain fell on Friday in all the towns. " + text)])
    assert ["03/04/2024" in problem.message for problem in silent.problems] == [True]
    assert len(silent.events) == 1
    told = find_story([article("Rain fell on Friday in all the towns. " + text, country="US")])
    assert [str(event.span) for event in told.events] == ["2024-03-04", "2024-09-13"]


def test_a_language_without_rules_is_said(article: Write) -> None:
    """An article that we can hardly read is a problem, not silence."""
    (problem,) = find_story([article("Die Gespräche fanden am Freitag statt.", language="de")]).problems
    assert "“de”" in problem.message


def test_an_article_that_two_days_tell_equally_well_stays_undated(article: Write) -> None:
    """Storms come back: without a word that tells June from July, neither day is taken."""
    storm = "A storm hit the coast of Galicia on {}, tore roofs off in Vigo and cut the power."
    june, july = article(storm.format("Tuesday"), "2024-06-05"), article(storm.format("Monday"), "2024-07-16")
    undated = article(storm.format("Sunday"), "")
    assert find_story([undated, june, july]).articles[0].published is None
    assert find_story([undated, june]).articles[0].inferred_from == june.id
    clear = article("A storm tore the roofs off in Lugo on Monday, said the prefect of Galicia.", "2024-07-16")
    assert find_story([undated, june, clear]).articles[0].inferred_from == june.id
    next_day = article(storm.format("Tuesday"), "2024-06-06", id="next day")
    assert find_story([undated, june, next_day]).articles[0].published is not None
