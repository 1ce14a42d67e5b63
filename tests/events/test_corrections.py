"""Sentences that only take back what the text said before: they are no news, and claim nothing."""

from __future__ import annotations

import pytest

from briefing import find_events, make_brief
from briefing.composing.changes import change_between, state_of
from briefing.events import Found, find_story
from briefing.model import Status
from tests.conftest import Write

NEWS = {
    "en": "A train derailed near Holm on Friday, killing 14 people.",
    "tr": "Holm yakınlarında cuma günü bir tren raydan çıktı, 14 kişi öldü.",
    "ar": "خرج قطار عن القضبان قرب حلب يوم الجمعة وقتل 14 شخصا.",
}


def told_by(story: Found) -> list[tuple[object, ...]]:
    """The events of a story as far as they are told: their days, sentences and modality."""
    return [(one.id, one.span, [report.text for report in one.reports], one.modality) for one in story.events]


@pytest.mark.parametrize(
    ("language", "correction"),
    [
        ("en", "An earlier toll of 15 was wrong."),
        ("en", "The first count of 15 dead turned out to be too high."),
        ("en", "Earlier reports of 15 dead were incorrect."),
        ("en", "Correction: fourteen people died on Friday, not 12."),
        ("en", "CORRECTION (14 September): The train derailed on Friday, not on Thursday."),
        ("en", "(Corrected: an earlier version said Wednesday.)"),
        ("en", "An earlier version of this article said that 15 people had died on Thursday."),
        ("en", "This story was updated on Saturday."),
        ("en", "Editor's note: the derailment happened on Friday, not on Thursday."),
        ("tr", "Düzeltme: Kaza perşembe değil, cuma günü oldu."),
        ("tr", "Bu haberin önceki hâlinde kazanın perşembe günü olduğu yazıyordu."),
        ("tr", "Önceki 15 kişilik bilanço yanlıştı."),
        ("ar", "تصحيح: قتل 14 شخصا يوم الجمعة وليس 12."),
        ("ar", "ورد في نسخة سابقة من هذا الخبر أن الحادث وقع يوم الخميس."),
        ("ar", "الحصيلة السابقة وهي 15 قتيلا كانت خاطئة."),
        ("en", "(Corrects day of derailment to Friday, not Thursday)"),
        ("en", "[Corrected to say that 14 people died on Friday, not 12.]"),
        ("en", "(Refiles to add dropped word in first paragraph on Saturday)"),
        ("en", "Corrects date of the derailment to 13 September."),
        ("en", "This 13 September story has been corrected to say that the train derailed on Friday."),
        ("en", "The Gazette has withdrawn its report of 12 September that a bomb killed 15 people in Holm."),
        ("tr", "(Kazanın günü perşembe değil, cuma olarak düzeltildi)"),
        ("tr", "Gazete, 12 Eylül'de Holm'da bir bombanın 15 kişiyi öldürdüğünü bildiren haberini geri çekti."),
        ("ar", "(تصحيح يوم الحادث إلى الجمعة بدلا من الخميس)"),
        ("ar", "سحبت الوكالة تقريرها الصادر في 12 سبتمبر الذي قال إن قنبلة قتلت 15 شخصا."),
    ],
)
def test_a_correction_is_neither_an_event_nor_a_claim(language: str, correction: str, article: Write) -> None:
    """The article tells what it tells without it: the same events, days and figures."""
    plain = find_story([article(NEWS[language], language=language, id="a")])
    corrected = find_story([article(f"{NEWS[language]} {correction}", language=language, id="a")])
    assert told_by(corrected) == told_by(plain)
    assert corrected.figures == plain.figures


@pytest.mark.parametrize(
    "news",
    [
        "The ministry corrected its toll of the war on Saturday.",
        "A court in Holm called the earlier verdict wrong on Saturday.",
        "Officials published a new version of the railway treaty on Saturday.",
        "The opposition leader said on Saturday that the count of the votes was wrong.",
        "The commission's report on the bridge was amended on Saturday.",
        "The Gazette retracted its story about the railway on Saturday.",
        "Parliament withdrew its report on the derailment on Saturday.",
    ],
)
def test_news_about_an_error_is_news(news: str, article: Write) -> None:
    """Somebody else corrects something on some day: that is told like anything else."""
    assert [event.statement.text for event in find_events([article(news)])] == [news]


WRONG = "A court in Holm on Friday jailed the former mayor Ida Rehn for nine years for fraud, her lawyer said."
RIGHT = WRONG.replace("nine", "seven")
LINE = "(Corrects sentence to seven years, not nine)"


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("CORRECTION - Rehn jailed for seven years, not nine", RIGHT),
        ("Rehn jailed for seven years", f"{LINE}\n\n{RIGHT}"),
        ("Rehn jailed for seven years", f"{LINE} {RIGHT}"),
        ("Rehn jailed", f"{RIGHT} An earlier version of this story said nine years."),
    ],
)
def test_the_corrected_version_of_an_outlet_supersedes_the_other(title: str, text: str, article: Write) -> None:
    """It alone is quoted and cited, and the line that says so is no event."""
    brief = make_brief(
        [
            article(WRONG, "2024-09-13", outlet="Northwire", title="Rehn jailed for nine years"),
            article(text, "2024-09-14", outlet="Northwire", title=title),
        ]
    )
    (entry,) = brief.events
    assert entry.statement.text == RIGHT
    assert [source.title for source in brief.sources] == [title]


@pytest.mark.parametrize(
    ("language", "told", "wrong", "right", "line"),
    [
        (
            "tr",
            "Moskova'da bir mahkeme cuma günü muhalif siyasetçi İlya Petrov'u {} yıl hapis cezasına çarptırdı.",
            "dokuz",
            "yedi",
            "(Ceza süresi dokuz değil yedi yıl olarak düzeltildi)",
        ),
        (
            "ar",
            "حكمت محكمة في موسكو يوم الجمعة على السياسي المعارض إيليا بتروف بالسجن {} سنوات بتهمة الخيانة.",
            "تسع",
            "سبع",
            "(تصحيح مدة الحكم إلى سبع سنوات بدلا من تسع)",
        ),
    ],
)
def test_an_outlet_corrects_itself_in_any_language(
    language: str, told: str, wrong: str, right: str, line: str, article: Write
) -> None:
    """The corrected sentence is the only one quoted."""
    (event,) = find_events(
        [
            article(told.format(wrong), "2024-09-13", outlet="Northwire", language=language),
            article(f"{line}\n\n{told.format(right)}", "2024-09-14", outlet="Northwire", language=language),
        ]
    )
    assert event.statement.text == told.format(right)


def test_another_outlet_is_not_superseded(article: Write) -> None:
    """Who corrects itself corrects nobody else."""
    brief = make_brief(
        [
            article(WRONG, "2024-09-13", outlet="Southpost"),
            article(f"{LINE}\n\n{RIGHT}", "2024-09-14", outlet="Northwire"),
        ]
    )
    assert {source.outlet for source in brief.sources} == {"Southpost", "Northwire"}


BALLOT = "Ruritania will hold a snap parliamentary ballot on {} April, President Olga Stern said on Friday."


@pytest.mark.parametrize("day", [20, 27])
def test_a_day_that_its_outlet_corrected_is_not_disputed(day: int, article: Write) -> None:
    """The ballot is on the day of the corrected version, a day or a week beside the other."""
    line = f"(Corrects date of ballot to {day} April from 21 April.)"
    (event,) = find_events(
        [
            article(BALLOT.format(21), "2025-03-10", outlet="Northwire"),
            article(f"{line} {BALLOT.format(day)}", "2025-03-11", outlet="Northwire"),
        ]
    )
    assert str(event.span) == f"2025-04-{day}"
    assert event.disputed == ()


def test_the_next_brief_says_that_it_is_corrected(article: Write) -> None:
    """Who read nine years yesterday is told that it is seven."""
    first = article(WRONG, "2024-09-13", outlet="Northwire")
    second = article(f"{LINE}\n\n{RIGHT}", "2024-09-14", outlet="Northwire")
    (before,) = find_events([first])
    (after,) = find_events([first, second])
    became = change_between(state_of(before), after)
    assert became is not None
    assert became[0] is Status.CORRECTED
    assert became[1].statement == WRONG


def test_an_outlet_that_retracts_bears_out_nothing(article: Write) -> None:
    """Its retraction is no second report of what it retracts, whether or not it names the day."""
    first = "A drone attack killed seven people in the village of Sarny on Wednesday, regional officials said."
    retraction = "Northwire has withdrawn its story that a drone attack killed seven people in the village of Sarny."
    (event,) = find_events(
        [article(first, "2024-09-12", outlet="Southpost"), article(retraction, "2024-09-13", outlet="Northwire")]
    )
    assert event.articles == (f"2024-09-12 Southpost {first}",)


ATTACK = "Seven people were killed in an attack on a bus in Kano on Tuesday, police said."


@pytest.mark.parametrize(
    ("later", "is_shown"),
    [
        ("The death toll from Tuesday's attack on a bus in Kano rose to nine on Wednesday, police said.", True),
        ("Nine people were killed in Tuesday's attack on a bus in Kano, police said.", True),
        ("The governor of Kano on Wednesday condemned the attack on a bus that killed seven people.", False),
    ],
)
def test_an_event_speaks_with_its_latest_toll(later: str, is_shown: bool, article: Write) -> None:
    """The sentence that gives it stands on its own, and its day is that of the count, not of the attack."""
    events = find_events([article(ATTACK, "2025-03-11", outlet="A"), article(later, "2025-03-12", outlet="B")])
    (attack,) = [event for event in events if ATTACK in {report.text for report in event.reports}]
    assert str(attack.span) == "2025-03-11"
    assert attack.statement.text == (later if is_shown else ATTACK)
    assert attack.disputed == ()
