"""Which words date a sentence, and what they say of it. All articles here are published on Saturday 2024-09-14."""

from __future__ import annotations

import pytest

from briefing.events.reports import extract
from briefing.model import DatedBy, Modality
from tests.conftest import Write

LEAD = "Envoys of four states are in the capital for talks on a truce today. "

# the sentence (after a lead), its date (EDTF), the words that date it, how it is told
DATED = [
    ("The two sides met in Ankara on Friday.", "2024-09-13", "Friday", "happened"),
    ("Mediators met in Doha on 15 and 16 August.", "2024-08-15/2024-08-16", "15 and 16 August", "happened"),
    (
        "The truce held from 24 November to 1 December 2023.",
        "2023-11-24/2023-12-01",
        "24 November to 1 December 2023",
        "happened",
    ),
    ("For nearly 10 months, the talks have faltered.", "2023-11~/2024-09", "nearly 10 months", "ongoing"),
    ("Israel has kept up its attacks following a raid last October.", "2023-10", "last October", "happened"),
    (
        "More than 40,000 people have been killed since 7 October 2023.",
        "2023-10-07/2024-09-14",
        "7 October 2023",
        "ongoing",
    ),
    ("The council will vote on Monday.", "2024-09-16", "Monday", "planned"),
    (
        "Officials are due to meet before the end of next week.",
        "2024-09-14/2024-09-22",
        "the end of next week",
        "planned",
    ),
    ("The chief has met the group's leaders, the broadcaster said on Friday.", "../2024-09-13", "Friday", "happened"),
    ("The chief has been in custody since 3 March.", "2024-03-03", "3 March", "ongoing"),
    ("The two have not met since 3 March.", "2024-03-03/2024-09-14", "3 March", "ongoing"),
    ("It was the first visit of its kind since 2011.", "2011/2024-09-14", "2011", "ongoing"),
    ("The round has been postponed until 2 October.", "2024-10-02", "2 October", "planned"),
    ("The next round is planned for October or November.", "2024-10/2024-11", "October or November", "planned"),
    ("The office opened on 3 May, not on 2 May as planned.", "2024-05-03", "3 May", "happened"),
    (
        "The chief, the longest in office, said on Friday that he would stay on.",
        "2024-09-13",
        "Friday",
        "happened",
    ),
    ("The ministry denied on Friday that the two had met.", "2024-09-13", "Friday", "denied"),
    ("Eleven months after the 7 October raid, the village is empty.", "2023-10-07", "the 7 October", "happened"),
    ("Two years after the 7 October raid, the village is empty.", "2022-10-07", "the 7 October", "happened"),
    ("The parliament was due to vote on Monday.", "2024-09-16", "Monday", "planned"),
]


@pytest.mark.parametrize(("sentence", "date", "words", "told"), DATED)
def test_a_sentence_is_dated_by_its_own_words(sentence: str, date: str, words: str, told: str, article: Write) -> None:
    """The report bears the date, the words that gave it, and whether it happened, goes on, is planned or denied."""
    report = extract(article(LEAD + sentence)).reports[-1]
    assert report.text == sentence
    assert (str(report.span), report.expression and report.expression.text) == (date, words)
    assert report.modality is Modality(told)


@pytest.mark.parametrize(
    "sentence",
    [
        "The talks dealt with the exchange of prisoners.",
        "Israel currently faces accusations at the court.",
        "He recently changed his mind about it.",
        "The bulletin on the talks appears every day.",
        "The first phase would last six weeks.",
        "The envoys would have met in May but for the storm.",
        '"We meet again tomorrow," reads a note on the door.',
        "Before 7 October 2023 the crossing was open to traders.",
    ],
)
def test_a_sentence_without_a_day_of_its_own_is_counted_not_dated(sentence: str, article: Write) -> None:
    """What a sentence says of itself is counted: one without a day of its own is undated, whatever the story's day."""
    found = extract(article(LEAD + sentence))
    assert [report.text for report in found.reports if report.dated_by is DatedBy.STATED] == [LEAD.strip()]
    assert found.undated == 1


def test_a_sentence_may_tell_of_two_days(article: Write) -> None:
    """Each day has a report of its own; a year that only holds the day of another has none."""
    told = "The truce began on 3 May and ended on 9 May. This year the parties met once, in March."
    found = [str(report.span) for report in extract(article(LEAD + told)).reports[1:]]
    assert found == ["2024-05-03", "2024-05-09", "2024-03"]


def test_an_aside_is_told_from_what_the_sentence_says(article: Write) -> None:
    """The words "following a raid last October" date the raid, not the attacks that the sentence is about."""
    aside, plain = extract(
        article(LEAD + "Israel has kept up its attacks following a raid last October. Its forces left on Friday.")
    ).reports[1:]
    assert (aside.in_passing, plain.in_passing) == (True, False)


@pytest.mark.parametrize(
    "sentence",
    [
        "The two ministers were to meet on Tuesday, but the meeting was cancelled.",
        "The summit that had been due to open on Tuesday was called off by the hosts.",
        "The hosts called off the summit planned for Friday.",
        "A vote scheduled for Monday failed to take place.",
    ],
)
def test_the_day_of_a_plan_that_came_to_nothing_dates_nothing(sentence: str, article: Write) -> None:
    """Nothing was done on it, and nothing will be; that the plan was called off was reported, or is of the story's day."""
    (report,) = extract(article(sentence)).reports
    assert report.expression is None
    assert (report.modality, str(report.span)[-10:]) == (Modality.HAPPENED, "2024-09-14")


def test_a_lead_without_a_date_was_reported(article: Write) -> None:
    """A lead that dates nothing implies its article's day; what can be defended is some day up to it."""
    (report,) = extract(article("Envoys of four states have met in the capital.")).reports
    assert (str(report.span), report.expression, report.dated_by) == ("2024-09-14", None, DatedBy.IMPLIED)
    assert str(report.firm_span) == "../2024-09-14"


def test_an_undated_article_has_no_weekdays(article: Write) -> None:
    """Without a publication date a weekday names no day, and a written date still does."""
    found = extract(article("They met on Friday in the city. They had met there on 13 August 2024.", published=""))
    assert [str(report.span) for report in found.reports] == ["2024-08-13"]


def test_a_report_can_be_traced(article: Write) -> None:
    """The report's and its expression's offsets point at their words in the article."""
    written = article("CAIRO – Envoys met.\n\nThey parted on Friday without a deal.")
    (report,) = extract(written).reports[-1:]
    assert written.text[report.start : report.end] == report.text
    assert report.expression
    assert written.text[report.expression.start : report.expression.end] == "Friday"
    assert report.expression.article == written.id
