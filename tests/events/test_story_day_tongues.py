"""The story's day in Turkish and Arabic. All articles here are published on Saturday 2024-09-14."""

from __future__ import annotations

import pytest

from briefing.events.reports import extract
from tests.conftest import Write

LEADS = {
    "tr": "İki bakan balıkçılık anlaşmasını perşembe günü limanda imzaladı. ",
    "ar": "وقع الوزيران معاهدة الصيد في المرفأ يوم الخميس. ",
}


def days(language: str, sentence: str, article: Write) -> list[tuple[str, str]]:
    """The days of what follows the lead, and what gives them."""
    written = article(LEADS[language] + sentence, language=language)
    found = [report for report in extract(written).reports if report.end == len(written.text)]
    return [(str(report.span), report.dated_by.value) for report in found]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("tr", "Bakanlar törenden sonra iki filonun mürettebatını selamladı."),
        ("tr", "Liman işçileri bakanları alkışladılar ve evlerine döndüler."),
        ("tr", "“Torunlarımız bize teşekkür edecek” dedi belediye başkanı."),
        ("tr", "Dışişleri bakanı kotaların yeterli olduğunu söyledi."),
        ("tr", "Balıkçılar birliği anlaşmanın yetersiz kaldığını savundu."),
        ("tr", "Sendikaya göre kotalar küçük teknelere az geliyor."),
        ("tr", "Banka eskiden herkese kapalıydı ancak törende bütün balıkçılara açıldı."),
        ("tr", "Bakan, teknelerin yakında denize açılacağını açıkladı."),
        ("ar", "وزار الوزيران حوض بناء السفن في المدينة."),
        ("ar", "وصافح رئيس البلدية بحارة الأسطولين بعد الحفل."),
        ("ar", "وقال وزير الخارجية إن الحصص تكفي الجميع."),
        ("ar", "وأكدت نقابة الصيادين أن المعاهدة لا تكفي."),
        ("ar", "وأعلن الوزير أن القوارب ستبحر قريبا من المرفأ."),
        ("ar", "ويقول الصيادون إن الحصص صغيرة جدا."),
        ("ar", "ورحبت الجمعيات المحلية بالمعاهدة الجديدة في بيان."),
        ("ar", "غادرت السفن المرفأ وعاد البحارة إلى بيوتهم."),
    ],
)
def test_what_goes_on_telling_the_story_has_its_day(language: str, sentence: str, article: Write) -> None:
    """Something done or said takes the day that the lead names."""
    assert days(language, sentence, article) == [("2024-09-12", "carried")]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("tr", "İki ülke bu bankada yıllarca kuralsız avlanmıştı."),  # before the story
        ("tr", "Anlaşma her filonun avını sınırlayacak."),  # what is to come
        ("tr", "Meclislerin anlaşmayı onaylaması bekleniyor."),
        ("tr", "Liman derin ve uzun bir dalgakırana sahip."),  # what is so
        ("tr", "Balıkçılar bu limanı yıllardır kullandı."),
        ("tr", "Teknelerin eskiden kalma izinleri vardı."),
        ("ar", "وكان البلدان يصطادان بلا قواعد في المصرف."),
        ("ar", "ستحد المعاهدة من صيد كل أسطول."),
        ("ar", "ومن المتوقع أن يوافق البرلمانان على المعاهدة."),
        ("ar", "المرفأ عميق وله رصيف طويل جدا."),
        ("ar", "استخدمت القوارب هذا المرفأ منذ الحرب."),
        ("ar", "يجب على البرلمانين النظر في المعاهدة كلها."),
    ],
)
def test_what_looks_elsewhere_has_no_day(language: str, sentence: str, article: Write) -> None:
    """Background, plans and descriptions do not take the story's day."""
    assert days(language, sentence, article) == []


@pytest.mark.parametrize(
    ("language", "lead"),
    [("tr", "İki bakan balıkçılık anlaşmasını limanda imzaladı."), ("ar", "وقع الوزيران معاهدة الصيد في المرفأ.")],
)
def test_without_a_day_in_the_lead_it_is_implied(language: str, lead: str, article: Write) -> None:
    """A lead that tells of something done has the article's own day, and says that this is a reading."""
    (report,) = extract(article(lead, language=language)).reports
    assert (str(report.span), report.dated_by.value) == ("2024-09-14", "implied")


@pytest.mark.parametrize(
    ("language", "title"),
    [("tr", "Bakanlar balıkçılık anlaşmasını imzaladı"), ("ar", "الوزيران يوقعان معاهدة الصيد")],
)
def test_a_headline_has_the_day_of_its_story(language: str, title: str, article: Write) -> None:
    """Headlines tell the story once more."""
    (report,) = extract(article(LEADS[language], title=title, language=language)).headlines
    assert (str(report.span), report.is_headline) == ("2024-09-12", True)
