"""Which sentences have the story's day, and how that is said. All articles here are published on Saturday 2024-09-14."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing.errors import Problem
from briefing.events.finding import find_story
from briefing.events.publication import believe_dateline
from briefing.events.reports import extract
from briefing.model import Article, Modality, PublishedFrom, Report
from tests.conftest import Write

LEAD = "The two ministers signed a treaty on fishing rights in the harbour on Thursday. "


def last(article: Article) -> list[Report]:
    """The reports of the article's last sentence."""
    reports = extract(article).reports
    return [report for report in reports if report.end == len(article.text)]


@pytest.mark.parametrize(
    "sentence",
    [
        "They toasted the crews of both fleets.",
        "While the mayor spoke, the crews waved their caps.",
        "The foreign minister praised the negotiators.",
        "Fishermen's leaders say that the quotas are too small.",
        '"We have waited long for this, and our grandchildren will thank us," said the mayor.',
        "The ministers have also agreed to share a rescue helicopter.",
        "Earlier in the day, the delegations visited a shipyard.",
        "The announcement comes after months of quarrels.",  # what the story's own nouns do
        "This brings the number of such treaties to twelve.",
        '"Today is a feast for every crew."',  # the speaker's today is the story's, not that of publication
        "Neither of the two would say what the quotas are.",
        "The bank was once closed to all but was opened when they signed.",
    ],
)
def test_what_goes_on_telling_the_story_has_its_day(sentence: str, article: Write) -> None:
    """Something done or said, without a date of its own, takes the day that the lead names, and says from which words."""
    (report,) = last(article(LEAD + sentence))
    assert (str(report.span), report.dated_by.value, report.expression) == ("2024-09-12", "carried", None)
    assert report.day_from
    assert report.day_from.text == "Thursday"


@pytest.mark.parametrize(
    "sentence",
    [
        "Both countries had fished the bank without rules.",  # before the story
        "Boats from the south have used the harbour since the war.",  # a state that lasts
        "The treaty will limit the catch of each fleet.",  # what is to come, without a day
        "The parliaments were expected to agree.",
        "The harbour is a deep one and has a long mole.",  # what is so
        "When the old treaty lapsed, the two fleets clashed.",  # another time, which nobody dates
        "Before 1970 the bank was open to all.",  # words that place it elsewhere and date nothing
        "It is slated for a vote in both parliaments.",
        "The northern fleet landed most of its cod last season.",
        "While it lasted, the old treaty saved both fleets.",
    ],
)
def test_what_looks_elsewhere_has_no_day(sentence: str, article: Write) -> None:
    """Background, plans and descriptions do not take the story's day."""
    assert last(article(LEAD + sentence)) == []


def test_a_sentence_leans_on_the_one_before_it(article: Write) -> None:
    """After a digression "They" are the people of the digression, and so is their day."""
    (report,) = last(article(LEAD + "Envoys met in the north on 3 August. They parted without a word."))
    assert (str(report.span), report.day_from and report.day_from.text) == ("2024-08-03", "3 August")


def test_without_a_day_in_the_lead_it_is_implied(article: Write) -> None:
    """The article's own day is a reading, not a fact: what can be defended is some day up to it."""
    reports = extract(article("Two ministers have signed a treaty on fishing. They toasted the crews.")).reports
    assert [(str(r.span), r.dated_by.value, str(r.firm_span)) for r in reports] == [
        ("2024-09-14", "implied", "../2024-09-14"),
        ("2024-09-14", "implied", "../2024-09-14"),
    ]


def test_a_lead_that_plans_was_reported(article: Write) -> None:
    """A plan without a day did not happen on the day of the article."""
    (report,) = extract(article("Two ministers are expected to sign a treaty on fishing.")).reports
    assert (str(report.span), report.modality.value, report.dated_by.value) == ("../2024-09-14", "planned", "reported")


def test_a_label_is_no_lead(article: Write) -> None:
    """The lead is the first line that is a sentence, and its report says so."""
    (report,) = extract(article("World news\n\nTwo ministers have signed a treaty on fishing.")).reports
    assert (report.position, report.is_borrowed) == (0, False)


def test_a_lead_that_leaves_its_day_open_lends_none(article: Write) -> None:
    """After "recently" nobody knows the day of the story, and no later sentence has it."""
    assert last(article("Two ministers recently signed a treaty on fishing. They toasted the crews.")) == []


def test_what_is_said_and_saying_it_are_two_things(article: Write) -> None:
    """The sentence dates the plan; that it was announced belongs to the story."""
    plan, saying = last(article(LEAD + "The minister announced that the first boats would sail on 20 September."))
    assert (str(plan.span), plan.modality.value, plan.dated_by.value) == ("2024-09-20", "planned", "stated")
    assert (str(saying.span), saying.modality.value, saying.dated_by.value) == ("2024-09-12", "happened", "carried")


def test_what_is_done_cannot_be_done_on_a_day_to_come(article: Write) -> None:
    """The treaty was approved in the story, and its boats sail later."""
    sailing, approval = last(article(LEAD + "Parliament approved a law for boats that will sail on 20 September."))
    assert (str(sailing.span), sailing.modality.value) == ("2024-09-20", "planned")
    assert (str(approval.span), approval.modality.value, approval.dated_by.value) == (
        "2024-09-12",
        "happened",
        "carried",
    )


def test_no_day_of_the_past_dates_a_present_perfect(article: Write) -> None:
    """What a lead tells as just done is the news; the day in it is that of something else."""
    found = extract(article("The harbour bridge, which was begun in May 2019, has opened to lorries.")).reports
    assert ("2024-09-14", "implied") in [(str(report.span), report.dated_by.value) for report in found]


def test_what_leans_on_a_lasting_thing_has_no_day(article: Write) -> None:
    """Nobody says when the third strike began."""
    assert last(article(LEAD + "The dockers have been on strike since 3 May. This was the third one.")) == []


def test_a_day_named_for_the_saying_too(article: Write) -> None:
    """Both days stand in the sentence, and each has its report."""
    found = last(article(LEAD + "On Friday the minister said that talks would resume on 20 September."))
    assert [str(report.span) for report in found] == ["2024-09-13", "2024-09-20"]


def test_a_dateline_is_no_part_of_its_sentence(article: Write) -> None:
    """The date before the first sentence is the article's day, not that of what it tells."""
    (report,) = extract(article("September 14, 2024 The two ministers signed a treaty on Thursday.")).reports
    assert (report.text, str(report.span)) == ("The two ministers signed a treaty on Thursday.", "2024-09-12")


def test_metadata_that_contradict_the_first_line_are_not_believed(article: Write) -> None:
    """A page stored years later keeps the text's own date, and the brief says that the two disagree."""
    problems: list[Problem] = []
    stored = article("HARBOUR TOWN, 12 September 2022 – The two ministers signed a treaty today.")
    read = believe_dateline(replace(stored, published_from=PublishedFrom.PAGE), problems)
    assert (str(read.published), read.published_from) == ("2022-09-12", PublishedFrom.HEADER)
    assert [problem.message for problem in problems] == [
        "its first line says 2022-09-12, its page 2024-09-14; the first line is believed"
    ]


@pytest.mark.parametrize(("line", "day"), [("2 September 2024", "2024-09-02"), ("2 July 2024", "2024-09-14")])
def test_a_field_gives_way_to_a_first_line_of_the_same_weeks(line: str, day: str, article: Write) -> None:
    """Somebody wrote the field down: a day months before it is no slip of theirs."""
    problems: list[Problem] = []
    read = believe_dateline(article(f"HARBOUR TOWN, {line} – The two ministers signed a treaty today."), problems)
    assert (str(read.published), len(problems)) == (day, 1)


OPENINGS = [
    ("en", "January 2, 2023 Harbour Town lost its bridge.", "2023-01-02"),
    ("en", "Ministers 2 January 2023 Monday met in Bonn to talk.", "2023-01-02"),
    ("tr", "2 Ocak 2023 Rusya için zor bir gün oldu.", "2023-01-02"),
    ("tr", "Rusya 2 Ocak 2023'te anlaşmayı imzaladı.", "2023-01-02"),
    ("ar", "في 2 يناير 2023 وصل الوزير إلى القاهرة.", "2023-01-02"),
    ("ar", "يوم 2 يناير 2023 وصل الوزير إلى القاهرة.", "2023-01-02"),
]


@pytest.mark.parametrize(("language", "text", "day"), OPENINGS)
def test_a_sentence_that_opens_with_a_date_is_no_dateline(language: str, text: str, day: str, article: Write) -> None:
    """It keeps all its words and its own day, and the field is believed without a word."""
    problems: list[Problem] = []
    written = article(text, language=language)
    assert (believe_dateline(written, problems), problems) == (written, [])
    report = extract(written).reports[0]
    assert (report.text, str(report.span)) == (text, day)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("tr", "12 Eylül 2024 – Bakanlar bugün anlaşmayı imzaladı."),
        ("tr", "12 Eylül 2024 Perşembe\n\nBakanlar bugün anlaşmayı imzaladı."),
        ("tr", "12 Eylül 2024\nBakanlar bugün anlaşmayı imzaladı."),
        ("ar", "12 سبتمبر 2024 - وقع الوزيران الاتفاق اليوم."),
        ("en", "Thursday, 12 September 2024\n\nThe ministers signed the treaty today."),
    ],
)
def test_a_day_with_a_mark_or_line_of_its_own_is_a_dateline(language: str, text: str, article: Write) -> None:
    """What a dash or the end of a line parts from the text is the day from which it speaks, and no sentence."""
    (report,) = extract(article(text, language=language)).reports
    assert (str(report.span), "2024" in report.text) == ("2024-09-12", False)


def test_a_first_line_from_after_the_publication_is_not_believed(article: Write) -> None:
    """No article is written after it was published: the day may be that of a site's clock, and the brief says so."""
    problems: list[Problem] = []
    copied = article("Monday, 11 November 2024 The two ministers signed a treaty today.")
    assert believe_dateline(copied, problems) == copied
    assert [str(report.span) for report in extract(copied).reports] == ["2024-09-14"]
    assert [problem.message for problem in problems] == [
        "its first line says 2024-11-11, its field 2024-09-14; the field is believed"
    ]


@pytest.mark.parametrize("line", ["HARBOUR TOWN, 12 September – ", "HARBOUR TOWN – ", ""])
def test_a_first_line_that_agrees_changes_nothing(line: str, article: Write) -> None:
    """A dateline of the day before, or without a day, is no contradiction."""
    problems: list[Problem] = []
    written = article(line + "The two ministers signed a treaty today.")
    assert (believe_dateline(written, problems), problems) == (written, [])


def test_today_is_the_day_of_the_dateline(article: Write) -> None:
    """An article written on Thursday and published on Saturday means Thursday by "today"."""
    (report,) = extract(article("HARBOUR TOWN, 12 September – The two ministers signed a treaty today.")).reports
    assert str(report.span) == "2024-09-12"


@pytest.mark.parametrize(
    ("told", "day"),
    [
        ("Norland signed the pact on Saturday.", "2024-09-14"),  # published on that Saturday
        ("Norland signed the pact on Friday.", "2024-09-13"),
        ("Norland signed the pact on Sunday.", "2024-09-08"),
        ("Norland will sign the pact on Saturday.", "2024-09-14"),
    ],
)
def test_a_text_that_tells_of_the_day_after_its_dateline_was_written_on_then(
    told: str, day: str, article: Write
) -> None:
    """A weekday between dateline and publication is that day, not the one of the week before."""
    (report,) = extract(article(f"OSLO, September 13 (Agency A) - {told}")).reports
    assert str(report.span) == day


@pytest.mark.parametrize(
    "said",
    ["“We will not pay for their nets,” the mayor said on Friday.", "The town will not pay, the mayor said on Friday."],
)
def test_saying_what_will_be_has_its_own_day(said: str, article: Write) -> None:
    """What was said on a day is not said on the story's day as well."""
    assert [str(report.span) for report in last(article(LEAD + said))] == ["../2024-09-13"]


def test_what_somebody_is_quoted_to_plan_is_said(article: Write) -> None:
    """A quoted “will” makes no plan of the saying."""
    (report,) = last(article(LEAD + "“We will not pay for their nets,” the mayor said on Friday."))
    assert report.modality is Modality.HAPPENED


def test_that_attack_is_the_one_told_last(article: Write) -> None:
    """A sentence that points at what the one before it tells has that one's day, not the story's."""
    told = "A separate blast on Friday wounded two guards of the bank. "
    (report,) = last(article(LEAD + told + "No group has claimed that attack."))
    assert str(report.span) == "2024-09-13"


def test_a_stated_day_wins_over_a_carried_one(article: Write) -> None:
    """Two articles tell of one thing: the event has the day, and the words, of the one that states it."""
    thursday = LEAD + "The ministers opened a joint rescue station for the fishing fleet."
    friday = "On Friday the ministers opened a joint rescue station for the fishing fleet."
    events = find_story([article(thursday, outlet="Agency A"), article(friday, outlet="Daily B")]).events
    (event,) = [event for event in events if len(event.articles) == 2]
    assert (str(event.span), event.statement.text, event.disputed) == ("2024-09-13", friday, ())
