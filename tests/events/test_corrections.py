"""Sentences that only take back what the text said before: they are no news, and claim nothing."""

from __future__ import annotations

import pytest

from briefing import find_events
from briefing.events import find_story
from tests.conftest import Write

NEWS = {
    "en": "A train derailed near Holm on Friday, killing 14 people.",
    "tr": "Holm yakınlarında cuma günü bir tren raydan çıktı, 14 kişi öldü.",
    "ar": "خرج قطار عن القضبان قرب حلب يوم الجمعة وقتل 14 شخصا.",
}


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
    ],
)
def test_a_correction_is_neither_an_event_nor_a_claim(language: str, correction: str, article: Write) -> None:
    """The article tells what it tells without it: the same events, days and figures."""
    plain = find_story([article(NEWS[language], language=language, id="a")])
    corrected = find_story([article(f"{NEWS[language]} {correction}", language=language, id="a")])
    assert corrected.events == plain.events
    assert corrected.figures == plain.figures


@pytest.mark.parametrize(
    "news",
    [
        "The ministry corrected its toll of the war on Saturday.",
        "A court in Holm called the earlier verdict wrong on Saturday.",
        "Officials published a new version of the railway treaty on Saturday.",
        "The opposition leader said on Saturday that the count of the votes was wrong.",
        "The commission's report on the bridge was amended on Saturday.",
    ],
)
def test_news_about_an_error_is_news(news: str, article: Write) -> None:
    """Somebody else corrects something on some day: that is told like anything else."""
    assert [event.statement.text for event in find_events([article(news)])] == [news]
