"""What headlines tell, and that they only support. All articles here are published on Saturday 2024-09-14."""

from __future__ import annotations

import pytest

from briefing.events.finding import find_story
from briefing.events.reports import extract
from briefing.model import HEADLINE, Report
from tests.conftest import Write

LEAD = "The two ministers signed a treaty on fishing rights in the harbour on Thursday. They toasted both fleets."


def of_title(title: str, text: str, article: Write) -> list[Report]:
    """The reports that an article's title gives."""
    return list(extract(article(text, title=title)).headlines)


@pytest.mark.parametrize(
    "title",
    [
        "Ministers sign treaty on fishing rights",
        "Harbour town hosts fishing ministers",
        "Fishing treaty signed in the harbour",
        "Talks on fishing rights in the harbour",  # an event without a verb
        "Ministers to share fishing grounds",  # a plan, which by the lead was made on that day
    ],
)
def test_a_headline_has_the_day_of_its_story(title: str, article: Write) -> None:
    """Present tense is how headlines tell the past; the words that give the day stand in the text."""
    (report,) = of_title(title, LEAD, article)
    assert (str(report.span), report.dated_by.value, report.modality.value) == ("2024-09-12", "carried", "happened")
    assert report.day_from
    assert (report.position, report.day_from.text) == (HEADLINE, "Thursday")


@pytest.mark.parametrize("title", ["World news", "The harbour and its fishing fleet", "Will ministers sign a treaty on fishing?", ""])  # fmt: skip
def test_a_label_tells_nothing(title: str, article: Write) -> None:
    """Without a verb or an event, or as a question, a title is no report."""
    assert of_title(title, LEAD, article) == []


def test_its_own_words_date_it_first(article: Write) -> None:
    """A day in the headline is stated, and its offsets are into the title."""
    (report,) = of_title(" Ministers sign fishing treaty on Friday", LEAD, article)
    assert (str(report.span), report.dated_by.value) == ("2024-09-13", "stated")
    title = " Ministers sign fishing treaty on Friday"
    assert report.expression
    assert (title[report.start : report.end], title[report.expression.start : report.expression.end]) == (
        report.text,
        "Friday",
    )


def test_a_plan_without_a_day_was_reported(article: Write) -> None:
    """Where the lead only plans too, nobody knows when."""
    (report,) = of_title("Ministers to sign fishing treaty", "Two ministers will sign a treaty on fishing.", article)
    assert (str(report.span), report.modality.value, report.dated_by.value) == ("../2024-09-14", "planned", "reported")


def test_a_headline_supports_its_lead_and_nothing_else(article: Write) -> None:
    """It stands last among the reports of the event that its lead tells; all else is as without it."""
    titled = article(LEAD, title="Ministers sign treaty on fishing rights", outlet="Agency A", id="a")
    plain = article(LEAD, outlet="Agency A", id="a")
    events, without = (find_story([one]).events for one in (titled, plain))
    assert [len(event.reports) for event in events] == [2, 1]
    assert events[0].reports[-1].is_headline
    for event, bare in zip(events, without, strict=True):
        assert (event.id, event.statement, event.score, event.origins) == (bare.id, bare.statement, bare.score, bare.origins)  # fmt: skip


def test_a_headline_alone_founds_no_event(article: Write) -> None:
    """What no sentence of the text tells on that day is nobody's event."""
    story = find_story([article("The harbour is a deep one.", title="Ministers sign fishing treaty on Friday")])
    assert [report.is_headline for event in story.events for report in event.reports] == [False] * len(story.events)
