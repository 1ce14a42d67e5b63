"""Which words date a sentence, and what they say of it. All articles here are published on Saturday 2024-09-14."""

from __future__ import annotations

import pytest

from briefing import find_events
from briefing.events.finding import find_story
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


# the sentence, and, of each day that it tells of, how
CALLED_OFF = [
    ("The two ministers were to meet on Tuesday, but the meeting was cancelled.", {"2024-09-17": "denied"}),
    ("The hosts called off the summit planned for Friday.", {"2024-09-13": "denied"}),
    ("A vote scheduled for Monday failed to take place.", {"2024-09-16": "denied"}),
    ("The fair in Harbour Town on 20 September was called off.", {"2024-09-20": "denied"}),
    ("The hosts cancelled the fair on 20 September.", {"2024-09-20": "denied"}),
    ("Sunday's regatta has been postponed.", {"2024-09-15": "denied"}),
    ("She was due to arrive on 20 September but cancelled the trip on Tuesday.", {"2024-09-20": "denied", "2024-09-10": "happened"}),
    ("The fair was moved from 20 September to 4 October.", {"2024-09-20": "denied", "2024-10-04": "planned"}),
    # the day of calling off, and days of what went ahead
    ("The hosts cancelled the fair on Tuesday.", {"2024-09-10": "happened"}),
    ("On Tuesday the fair was cancelled.", {"2024-09-10": "happened"}),
    ("The fair on Tuesday was opened by the mayor.", {"2024-09-10": "happened"}),
    ("The fair was postponed until 4 October.", {"2024-10-04": "planned"}),
    # plans of which nobody says what came
    ("The envoy had been due to land in Oslo on Thursday.", {"2024-09-12": "planned"}),
    ("The envoy had been expected in Oslo on Thursday.", {"2024-09-12": "planned"}),
    ("The trial was to have opened on Thursday.", {"2024-09-12": "planned"}),
    ("The envoy had landed in Oslo on Thursday.", {"2024-09-12": "happened"}),
    # what is said of another day than that of saying it
    ('"We shall weigh anchor on Monday," the captain said on Thursday.', {"2024-09-16": "planned"}),
    ('"We shall weigh anchor tomorrow," the captain said on Thursday.', {"2024-09-13": "planned"}),
    ('"We weighed anchor on Monday," the captain said on Thursday.', {"2024-09-09": "happened"}),
    # what tells one thing from others of its kind
    ("The toll of Thursday's landslide near Bergen rose to nine on Friday.", {"2024-09-13": "happened"}),
    ("The landslide of Thursday's storm buried nine people.", {"2024-09-12": "happened"}),
    # what is denied, and what only stands beside a denial
    ("Norland denied on Friday that its boats had fished there on Thursday.", {"2024-09-13": "denied", "2024-09-12": "denied"}),
    ("The guild, which took over the port in January, denied this.", {"2024-01": "happened"}),
    ("The guild, which took over the port in January, denied on Friday that it would close.", {"2024-09-13": "denied"}),
    ("Two boats were seized on Thursday, and the captains denied any wrongdoing.", {"2024-09-12": "happened"}),
    ("The captain was denied bail on Friday.", {"2024-09-13": "happened"}),
    ("The two captains did not meet on Friday.", {"2024-09-13": "denied"}),
    # what may happen, and what is to
    ("The dam could burst on Monday, the engineers said.", {"2024-09-16": "hypothetical"}),
    ("The envoy hopes to land in Oslo on Monday.", {"2024-09-16": "planned"}),
]  # fmt: skip
CALLED_OFF_ELSEWHERE = [
    ("tr", "20 Eylül'de yapılması planlanan fuar ertelendi.", {"2024-09-20": "denied"}),
    ("tr", "20 Eylül'de Oslo'ya yapması planlanan gezi ertelendi.", {"2024-09-20": "denied"}),
    (
        "ar",
        "ألغى الرئيس يوم الخميس زيارته المقررة إلى أوسلو في 20 سبتمبر.",
        {"2024-09-12": "happened", "2024-09-20": "denied"},
    ),
    ("tr", "20 Eylül'deki fuar iptal edildi.", {"2024-09-20": "denied"}),
    ("tr", "Elçi 20 Eylül'de Oslo'ya gelecekti, gezi iptal edildi.", {"2024-09-20": "denied"}),
    ("tr", "Fuar 20 Eylül'de açılacaktı.", {"2024-09-20": "planned"}),
    ("tr", "Fuar salı günü iptal edildi.", {"2024-09-10": "happened"}),
    ("tr", "Fuar 10 Eylül'de açıldı.", {"2024-09-10": "happened"}),
    ("ar", "ألغى الرئيس زيارته المقررة في 20 سبتمبر إلى أوسلو.", {"2024-09-20": "denied"}),
    ("ar", "أُلغيت القمة المقررة في 20 سبتمبر في أوسلو.", {"2024-09-20": "denied"}),
    ("ar", "تأجلت القمة المقررة يوم الخميس في أوسلو.", {"2024-09-12": "denied"}),
    ("ar", "كان من المقرر أن يزور أوسلو يوم الخميس.", {"2024-09-12": "planned"}),
    ("ar", "ألغى الرئيس زيارته إلى أوسلو يوم الخميس.", {"2024-09-12": "happened"}),
]


@pytest.mark.parametrize(
    ("language", "sentence", "told"), [*(("en", *row) for row in CALLED_OFF), *CALLED_OFF_ELSEWHERE]
)
def test_what_is_called_off_or_came_to_nothing(
    language: str, sentence: str, told: dict[str, str], article: Write
) -> None:
    """A plan that was called off is denied on its day, near publication; the calling off has the day it is said to have."""
    reports = extract(article(sentence, language=language)).reports
    assert {str(report.span): report.modality.value for report in reports} == told


def test_a_plan_called_off_is_no_longer_ahead(article: Write) -> None:
    """The report that it was called off joins those that announced it, and only it speaks for the event."""
    plan = "The envoys of Norway and Chile will meet at the harbour of Oslo on 20 September."
    off = "The meeting of the envoys of Norway and Chile at the harbour of Oslo on 20 September was cancelled."
    (event,) = find_events([article(plan, "2024-09-02"), article(off, "2024-09-14")])
    assert (str(event.span), event.modality, event.statement.text) == ("2024-09-20", Modality.DENIED, off)
    assert [report.text for report in event.plans] == [plan]


def test_who_denies_a_thing_confirms_nothing_of_it(article: Write) -> None:
    """The denial stands among the reports; what happened, and how many origins tell it, is from the others."""
    told = "The boats of Norland fished the closed bank off Bergen on Thursday, the coast guard said."
    denial = "Norland denied on Saturday that its boats had fished the closed bank off Bergen on Thursday."
    events = find_events([article(told, outlet="Agency A"), article(denial, outlet="Daily B")])
    (event,) = [event for event in events if len(event.articles) == 2]
    assert (event.modality, event.statement.text, len(event.origins)) == (Modality.HAPPENED, told, 1)


def test_the_next_day_after_no_day_is_not_known(article: Write) -> None:
    """Nothing is counted from the publication that counts from what was told before."""
    (report,) = extract(article("The next day the harbour master resigned.")).reports
    assert (str(report.span), report.expression) == ("../2024-09-14", None)


def test_a_date_with_the_weekday_of_another_is_about_that_day_and_said(article: Write) -> None:
    """Of day and weekday one is wrong: the number is believed, not the year in which the two agree."""
    found = find_story([article("The ministers met in Oslo on Monday, September 10.")])
    assert [str(event.span) for event in found.events] == ["2024-09-10~"]
    (problem,) = found.problems
    assert "“Monday, September 10” names a weekday on which 2024-09-10 does not fall" in problem.message


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
