"""Reports that must become one event, and reports that must not."""

from __future__ import annotations

from itertools import permutations

import pytest

from briefing import find_events
from briefing.model import Article, DatedBy, Modality
from tests.conftest import Write

# two articles (text, publication, language) and the dates of the events that they must give together
ONE_EVENT = [
    pytest.param(
        (
            "Türkiye's spy chief Ibrahim Kalın received Hamas leaders in Ankara on Friday for talks on Gaza.",
            "2024-09-14",
            "en",
        ),
        ("Turkish spy chief Ibrahim Kalin recently held talks with Hamas leaders in Ankara.", "2024-09-14", "en"),
        "2024-09-13",
        id="one gives the day, one says recently",
    ),
    pytest.param(
        ("Mediators met an Israeli team in Doha on 15 August for talks on a truce.", "2024-08-16", "en"),
        ("Mediators and an Israeli team held truce talks in Doha yesterday.", "2024-08-16", "en"),
        "2024-08-15",
        id="a date and yesterday",
    ),
    pytest.param(
        ("Spy chief Ibrahim Kalin met Hamas leaders in Ankara on Friday.", "2024-09-14", "en"),
        ("MİT Başkanı İbrahim Kalın, cuma günü Ankara'da Hamas heyetiyle görüştü.", "2024-09-14", "tr"),
        "2024-09-13",
        id="two languages",
    ),
    pytest.param(
        ("Ismail Haniyeh of Hamas was killed in Tehran on 31 July.", "2024-08-01", "en"),
        ("قُتل إسماعيل هنية من حماس في طهران يوم الأربعاء.", "2024-08-01", "ar"),
        "2024-07-31",
        id="two scripts",
    ),
    pytest.param(
        ("Burns and Barnea met Egyptian officials in Cairo on 13 February for truce talks.", "2024-02-14", "en"),
        ("Burns and Barnea met Egyptian officials in Cairo in February for truce talks.", "2024-03-20", "en"),
        "2024-02-13",
        id="a day and its month",
    ),
]
TWO_EVENTS = [
    pytest.param(
        ("Hamas leaders met mediators in Doha on 11 September for truce talks.", "2024-09-12", "en"),
        ("Hamas leaders met mediators in Doha on 4 September for truce talks.", "2024-09-05", "en"),
        id="the same kind of meeting in another week",
    ),
    pytest.param(
        ("The council adopted a resolution on Gaza in New York on 10 June.", "2024-06-11", "en"),
        ("A strike hit a school in Nuseirat on 10 June, medics said to reporters.", "2024-06-11", "en"),
        id="two things on one day",
    ),
    pytest.param(
        ("Indirect talks between Israel and Hamas have faltered for nearly 10 months.", "2024-09-14", "en"),
        ("Indirect talks between Israel and Hamas faltered on Friday.", "2024-09-14", "en"),
        id="a period and a day in it",
    ),
    pytest.param(
        ("Gunmen killed 14 people at a market in Kassala on Thursday.", "2024-09-14", "en"),
        ("Gunmen killed 30 people at a market in Omdurman on Thursday.", "2024-09-14", "en"),
        id="the same kind of thing in two places",
    ),
    pytest.param(
        ("Israel's delegation met Hamas in Oslo on Friday, officials said.", "2024-09-14", "en"),
        ("Israel's delegation met Qatar in Oslo on Friday, officials said.", "2024-09-14", "en"),
        id="the same words about somebody else",
    ),
]


def two(a: tuple[str, str, str], b: tuple[str, str, str], article: Write) -> list[Article]:
    """The two articles of a case."""
    return [article(text, published=day, language=language) for text, day, language in (a, b)]


@pytest.mark.parametrize(("a", "b", "date"), ONE_EVENT)
def test_reports_of_one_happening_are_one_event(
    a: tuple[str, str, str], b: tuple[str, str, str], date: str, article: Write
) -> None:
    """One event with both articles among its reports, at the better known date, nothing disputed."""
    (event,) = find_events(two(a, b, article))
    assert (str(event.span), len(event.articles), event.disputed) == (date, 2, ())


@pytest.mark.parametrize(("a", "b"), TWO_EVENTS)
def test_two_happenings_stay_two(a: tuple[str, str, str], b: tuple[str, str, str], article: Write) -> None:
    """Likeness alone merges nothing."""
    assert len(find_events(two(a, b, article))) == 2


def test_a_contradiction_is_kept_and_said(article: Write) -> None:
    """Two outlets that give two days for one thing make one event whose other day is disputed."""
    (event,) = find_events(
        [
            article(
                "Israel and Hamas ended talks with mediators in Cairo on Sunday, 25 August.", "2024-08-26", outlet="A"
            ),
            article(
                "No result came of the talks that Israel and Hamas held with mediators in Cairo until they ended on 25 August.",
                "2024-08-26",
                outlet="B",
            ),
            article(
                "Israel and Hamas closed talks with mediators in Cairo on Saturday, 24 August.",
                "2024-08-26",
                outlet="C",
            ),
        ]
    )
    assert (str(event.span), [str(other) for other in event.disputed]) == ("2024-08-25", ["2024-08-24"])


def test_spans_that_differ_are_disputed(article: Write) -> None:
    """From the 3rd to the 5th is not the 4th and 5th; a day inside a span is no dispute."""
    told = [
        article("Envoys of both sides met in Oslo for truce talks from 3 to 5 May.", "2024-05-06", outlet="A"),
        article("Truce talks of envoys of both sides in Oslo took place on 4 and 5 May.", "2024-05-06", outlet="B"),
        article("Envoys of both sides held truce talks in Oslo on 4 May.", "2024-05-06", outlet="C"),
    ]
    (two,) = find_events(told[:2])
    assert len(two.disputed) == 1
    (agreed,) = find_events([told[0], told[2]])
    assert agreed.disputed == ()


def test_likeness_makes_no_chain(article: Write) -> None:
    """Each sentence is like the next and the last unlike the first: they are not all one event."""
    words = "olives figs dates nuts plums pears limes corn rice beans peas oats".split()
    texts = [f"Traders brought {', '.join(words[n : n + 5])} on Friday." for n in range(8)]
    events = find_events([article(text, outlet=str(n)) for n, text in enumerate(texts)])
    assert len(events) > 1


def test_the_order_of_the_articles_changes_nothing(article: Write) -> None:
    """Any order of the same articles gives the same events with the same ids."""
    articles = [
        article("Kalin met Hamas leaders in Ankara on Friday.", outlet="A"),
        article("Kalin recently held talks with Hamas leaders in Ankara.", outlet="B"),
        article("Mediators met in Doha on 11 September.", "2024-09-12", outlet="C"),
        article("The council votes on Monday.", outlet="D"),
    ]
    results = {tuple(find_events(order)) for order in permutations(articles)}
    assert len(results) == 1


def test_an_id_survives_the_next_article_about_the_event(article: Write) -> None:
    """A later article adds a report and leaves the id alone."""
    first = article("Spy chief Kalin met Hamas leaders in Ankara on Friday.")
    later = article("Kalin met Hamas leaders in Ankara on 13 September, a spokesman recalled.", "2024-09-16")
    (before,), (after,) = find_events([first]), find_events([first, later])
    assert (before.id, len(before.reports), len(after.reports)) == (after.id, 1, 2)


def test_an_id_survives_what_came_of_the_plan(article: Write) -> None:
    """The event of a plan stays the same event when it is told as done, and is then told by that report alone."""
    plan = article("The envoy will travel to Oslo for truce talks on Friday.", "2024-09-10", outlet="A")
    deed = article("The envoy travelled to Oslo for truce talks on Friday.", "2024-09-14", outlet="B")
    (before,), (after,) = find_events([plan]), find_events([plan, deed])
    assert (before.id, before.modality, before.origins) == (after.id, Modality.PLANNED, ("a",))
    assert (after.modality, after.origins, after.articles) == (Modality.HAPPENED, ("b",), (deed.id,))
    assert after.statement.text == deed.text
    assert [report.article for report in after.plans] == [plan.id]


def test_who_knows_less_takes_the_day_from_the_others(article: Write) -> None:
    """A month that holds the day is dated by the report that gives it, and says so; its own words are kept."""
    (event,) = find_events(
        [
            article(
                "Burns and Barnea met officials in Cairo on 13 February for truce talks.", "2024-02-14", outlet="A"
            ),
            article("In February, Burns and Barnea had met officials in Cairo for talks.", "2024-03-20", outlet="B"),
        ]
    )
    vague = event.reports[1]
    assert (str(vague.span), vague.dated_by) == ("2024-02-13", DatedBy.MATCHED)
    assert str(vague.expression and vague.expression.span) == "2024-02"


def test_a_reference_that_nobody_else_tells_is_no_report(article: Write) -> None:
    """Looking back without a day founds no event."""
    text = "The council met on Friday. When the envoy first visited Khartoum, the generals kept him waiting."
    assert [report.position for event in find_events([article(text)]) for report in event.reports] == [0]
