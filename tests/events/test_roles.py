"""Who somebody is: only words that stand right beside the name, and nobody else's."""

from __future__ import annotations

import pytest

from briefing.events.roles import role_beside
from briefing.model import NameKind

PERSON, ORGANISATION = NameKind.PERSON, NameKind.ORGANISATION


@pytest.mark.parametrize(
    ("text", "name", "kind", "language", "words"),
    [
        ("Water Minister Ada Berger signed it.", "Ada Berger", PERSON, "en", "Water Minister"),
        ("It was U.S. President Joe Biden who spoke.", "Joe Biden", PERSON, "en", "U.S. President"),
        ("They met Egypt's intelligence chief, Abbas Kamel, in Doha.", "Abbas Kamel", PERSON, "en", "Egypt's intelligence chief"),
        ("Milo Tarn, the head of the river commission, left.", "Milo Tarn", PERSON, "en", "the head of the river commission"),
        ("Milo Tarn, who heads the river commission, left.", "Milo Tarn", PERSON, "en", "who heads the river commission"),
        ("The head of the river commission, Milo Tarn, left.", "Milo Tarn", PERSON, "en", "The head of the river commission"),
        ("MİT Başkanı İbrahim Kalın konuştu.", "İbrahim Kalın", PERSON, "tr", "MİT Başkanı"),
        ("Fidan, cuma günü Ankara'da Suriye Dışişleri Bakanı Esad Şeybani ile görüştü.", "Esad Şeybani", PERSON, "tr", "Suriye Dışişleri Bakanı"),
        ("Heyet Doha'ya Katar Başbakanı Muhammed Sani ile gitti.", "Muhammed Sani", PERSON, "tr", "Katar Başbakanı"),
        ("Fransa'nın Ankara Büyükelçisi Ada Berger konuştu.", "Ada Berger", PERSON, "tr", "Fransa'nın Ankara Büyükelçisi"),
        ("Harbour Voice, the dockers' main union, called a strike.", "Harbour Voice", ORGANISATION, "en", "the dockers' main union"),
        ("Ada Berger signed the text on Friday.", "Ada Berger", PERSON, "en", None),
        ("Milo Tarn, the head of the commission, Ada Berger and Vera Costa met.", "Milo Tarn", PERSON, "en", None),
        ("Milo Tarn, the head of the commission, Ada Berger and Vera Costa met.", "Ada Berger", PERSON, "en", None),
        ("Hamas, the United States and Egypt agreed.", "Hamas", ORGANISATION, "en", None),
        ("التقى الوزير كريم خوري الوفد.", "كريم خوري", PERSON, "ar", None),
        ("التقى الوزير اللبناني كريم خوري الوفد.", "كريم خوري", PERSON, "ar", "الوزير اللبناني"),
        ("أعلن وزير الري كريم خوري فتح السد.", "كريم خوري", PERSON, "ar", "وزير الري"),
        ("وقال وزير الخارجية المصري السابق كريم خوري إنه وافق.", "كريم خوري", PERSON, "ar", "وزير الخارجية المصري السابق"),
        ("التقى الرئيس السيسي كريم خوري.", "كريم خوري", PERSON, "ar", None),
        ("قال الوزير، كريم خوري، إنه وافق.", "كريم خوري", PERSON, "ar", None),
        ("Milo Tarn, after a day of talks with the minister, left.", "Milo Tarn", PERSON, "en", None),
    ],
)  # fmt: skip
def test_the_words_beside_a_name(text: str, name: str, kind: NameKind, language: str, words: str | None) -> None:
    """An office before a name, an apposition after it, and silence where two names could claim the words."""
    found = role_beside(text, name, kind, language)
    assert (text[slice(*found)] if found else None) == words
