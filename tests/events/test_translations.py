"""Translations are one origin, two reporters at one press conference are two."""

from __future__ import annotations

import pytest

from briefing import find_events
from briefing.model import Article
from tests.conftest import Write

ENGLISH = (
    "Mediators from Qatar and Egypt met Khaled Mansour in Cairo on Monday, 2 September 2024. "
    "The Qatari spokesman, Majed Sulaiti, said the plan would free 34 hostages within 42 days. "
    "In return Israel would release 1,150 prisoners from Ofer. "
    "The American envoy, Robert Kendall, flew from Washington to Doha on 31 August. "
    "At least 41,118 people have been killed in Gaza since 7 October 2023, officials in Ramallah said."
)
TURKISH = (
    "Katar ve Mısırlı arabulucular, 2 Eylül 2024 Pazartesi günü Kahire'de Halid Mansur ile görüştü. "
    "Katarlı sözcü Macid Suleyti, planın 42 gün içinde 34 rehineyi serbest bırakacağını söyledi. "
    "Karşılığında İsrail, Ofer'deki 1.150 mahkumu bırakacak. "
    "ABD'li temsilci Robert Kendall, 31 Ağustos'ta Washington'dan Doha'ya uçtu. "
    "Ramallah'taki yetkililere göre Gazze'de 7 Ekim 2023'ten bu yana en az 41 bin 118 kişi öldü."
)
ARABIC = (
    "التقى وسطاء من قطر ومصر خالد منصور في القاهرة يوم الاثنين 2 سبتمبر 2024. "
    "وقال المتحدث القطري ماجد السليطي إن الخطة تفرج عن 34 رهينة خلال 42 يوما. "
    "وفي المقابل تطلق إسرائيل سراح 1150 سجينا من عوفر. "
    "وسافر المبعوث الأميركي روبرت كيندال من واشنطن إلى الدوحة في 31 أغسطس. "
    "وقتل ما لا يقل عن 41118 شخصا في غزة منذ 7 أكتوبر 2023، بحسب مسؤولين في رام الله."
)
# Another reporter was there as well: the same people and some of the same numbers, told his own way.
INDEPENDENT = (
    "Halid Mansur, 2 Eylül 2024 Pazartesi günü Kahire'de Katar ve Mısırlı arabulucularla bir araya geldi. "
    "Görüşme dört saat sürdü ve basına kapalı yapıldı. "
    "Otelin önünde 200 kadar gösterici toplandı; polis 12 kişiyi gözaltına aldı. "
    "Macid Suleyti, 34 rehinenin adının listede olduğunu, Robert Kendall'ın ise Paris'ten bağlandığını söyledi. "
    "Heyetler 5 Eylül'de Doha'da yeniden görüşecek."
)
# The same news without its figures and days: the names alone prove nothing.
VAGUE = (
    "Katar ve Mısırlı arabulucular Kahire'de Halid Mansur ile görüştü. Katarlı sözcü Macid Suleyti umutlu konuştu. "
    "İsrail karşılığında mahkumları bırakacak. ABD'li temsilci Robert Kendall, Washington'dan Doha'ya uçtu."
)


def origins(articles: list[Article]) -> set[str]:
    """Whom all events that the articles tell rest on."""
    return {origin for event in find_events(articles) for origin in event.origins}


@pytest.mark.parametrize(("language", "text"), [("tr", TURKISH), ("ar", ARABIC)])
def test_a_translation_has_the_origin_of_what_it_translates(language: str, text: str, article: Write) -> None:
    """Two articles, one voice; the earlier one is the original."""
    copy = article(text, "2024-09-03", outlet="B", language=language)
    assert origins([copy, article(ENGLISH, "2024-09-02", outlet="Agency A")]) == {"agency a"}


def test_three_languages_are_one_origin(article: Write) -> None:
    """A translation of a translation, too, in whatever order they come."""
    articles = [
        article(ENGLISH, "2024-09-02", outlet="Agency A"),
        article(TURKISH, "2024-09-03", outlet="Gazete B", language="tr"),
        article(ARABIC, "2024-09-03", outlet="C", language="ar"),
    ]
    assert origins(articles) == origins(articles[::-1]) == {"agency a"}


def test_an_original_that_says_whom_it_rests_on_is_the_root(article: Write) -> None:
    """Even if it comes a day later than the one that says nothing."""
    copy = article(TURKISH, "2024-09-02", outlet="Gazete B", language="tr")
    assert origins([copy, article(f"CAIRO (Reuters) - {ENGLISH}", "2024-09-03", outlet="Daily A")]) == {"reuters"}


@pytest.mark.parametrize("text", [INDEPENDENT, VAGUE])
def test_two_reports_of_one_meeting_stay_two_origins(text: str, article: Write) -> None:
    """The same people, place and day are no proof of a translation."""
    other = article(text, "2024-09-02", outlet="Gazete B", language="tr")
    assert origins([other, article(ENGLISH, "2024-09-02", outlet="Agency A")]) == {"agency a", "gazete b"}


def test_two_agencies_stay_two_origins(article: Write) -> None:
    """Each says whom it rests on, and they differ: then neither translates the other."""
    one = article(f"CAIRO (Reuters) - {ENGLISH}", "2024-09-02", outlet="Daily A")
    other = article(f"KAHİRE (AFP) - {TURKISH}", "2024-09-02", outlet="Gazete B", language="tr")
    assert origins([one, other]) == {"afp", "reuters"}


def test_a_week_later_it_is_another_story(article: Write) -> None:
    """A translation comes within a day."""
    other = article(TURKISH, "2024-09-09", outlet="Gazete B", language="tr")
    assert origins([other, article(ENGLISH, "2024-09-02", outlet="Agency A")]) == {"agency a", "gazete b"}
