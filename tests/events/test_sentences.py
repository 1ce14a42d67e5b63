"""Text to sentences."""

from __future__ import annotations

import pytest

from briefing.events.sentences import split_sentences

CASES = [
    ("en", "They met. They left.", ["They met.", "They left."]),
    ("en", "Gen. Smith met Mr. Jones on Sept. 13. They left.", ["Gen. Smith met Mr. Jones on Sept. 13.", "They left."]),
    ("en", "The U.S. envoy spoke to U.N. staff. He left.", ["The U.S. envoy spoke to U.N. staff.", "He left."]),
    ("en", "“We will not go.” He left.", ["“We will not go.”", "He left."]),
    ("en", "One line\n\nanother line", ["One line", "another line"]),
    ("en", "ANKARA\n\nThe two met on Friday.", ["The two met on Friday."]),
    ("en", "CAIRO (Agency A) – Mediators met.", ["Mediators met."]),
    ("en", "DOHA, Aug. 17 (Agency A) – Mediators met.", ["Mediators met."]),
    ("en", "(Northwire) - Mediators met.", ["Mediators met."]),
    ("en", "Oslo, March 11 (Northwire) - Mediators met.", ["Mediators met."]),
    ("en", "  OSLO, March 11 (Northwire) - Mediators met.", ["Mediators met."]),
    ("en", "By Ann Hill OSLO, March 11 (Northwire) - Mediators met.", ["Mediators met."]),
    ("en", "Talks begin. OSLO, March 11 (Northwire) - Mediators met.", ["Talks begin.", "Mediators met."]),
    ("en", "Oslo – The mediators met.", ["The mediators met."]),
    ("ar", "جدة - اجتمع الوسطاء.", ["اجتمع الوسطاء."]),
    ("ar", "كسلا – اجتمع الوسطاء.", ["اجتمع الوسطاء."]),
    ("ar", "القاهرة، 11 مارس (وكالة الشمال) - اجتمع الوسطاء.", ["اجتمع الوسطاء."]),
    ("ar", "كسلا - وكالات - اجتمع الوسطاء.", ["اجتمع الوسطاء."]),
    ("tr", "Ankara (AJN) - Arabulucular görüştü.", ["Arabulucular görüştü."]),
    ("tr", "İSTANBUL, 11 Mart (AJN) - Arabulucular görüştü.", ["Arabulucular görüştü."]),
    # no datelines: an aside, a road from one place to another, a word of the sentence
    ("en", "Oslo – and not Rome – was chosen.", ["Oslo – and not Rome – was chosen."]),
    ("en", "Oslo – Norway's capital – was chosen.", ["Oslo – Norway's capital – was chosen."]),
    ("ar", "كسلا – المدينة التي غمرتها المياه – أُخليت.", ["كسلا – المدينة التي غمرتها المياه – أُخليت."]),
    ("tr", "Ankara – Konya yolu kapandı.", ["Ankara – Konya yolu kapandı."]),
    ("en", "Mediators (three of them) - Old friends - met.", ["Mediators (three of them) - Old friends - met."]),
    ("en", "Friday 13 September 2024 12.21 BST Mediators met.", ["Mediators met."]),
    ("en", "Talks fail again September 13, 2024; 11:44 AM EST Mediators met.", ["Talks fail again", "Mediators met."]),
    (
        "en",
        "They will meet on 13 September 2024 14:00 Cairo time.",
        ["They will meet on 13 September 2024 14:00 Cairo time."],
    ),
    (
        "en",
        "Polls close at 8 p.m. First results are due soon.",
        ["Polls close at 8 p.m.", "First results are due soon."],
    ),
    ("en", "By Delta Staff and agencies\n\nMayor Brandt left.", ["Mayor Brandt left."]),
    ("en", "Mayor Brandt left. Olga Marn contributed to this report.", ["Mayor Brandt left."]),
    ("en", "By Olga Marn and Paul Lenz in Holm | 12 March 2025\nMayor Brandt left.", ["Mayor Brandt left."]),
    ("en", "Delta Staff and agencies\nBy Monday Brandt and Lenz left.", ["By Monday Brandt and Lenz left."]),
    ("en", "Polls close at 8 p.m. Monday in Rome.", ["Polls close at 8 p.m. Monday in Rome."]),
    ("en", "Polls close at 8 p.m. Rome time. He left.", ["Polls close at 8 p.m. Rome time.", "He left."]),
    ("en", "Polls close at 8 p.m. EST on Monday.", ["Polls close at 8 p.m. EST on Monday."]),
    ("en", "It cost 3.5 million. Who paid? Nobody!", ["It cost 3.5 million.", "Who paid?", "Nobody!"]),
    ("tr", "Dr. Kaya konuştu. İki taraf ayrıldı.", ["Dr. Kaya konuştu.", "İki taraf ayrıldı."]),
    ("ar", "التقى الوفدان. لم يتفقا؟ لا.", ["التقى الوفدان.", "لم يتفقا؟", "لا."]),
    ("en", "", []),
]


@pytest.mark.parametrize(("language", "text", "sentences"), CASES)
def test_a_text_is_split_where_a_reader_would(language: str, text: str, sentences: list[str]) -> None:
    """Abbreviations end no sentence, paragraphs always do, and a dateline belongs to none."""
    assert [sentence.text for sentence in split_sentences(text, language)] == sentences


@pytest.mark.parametrize(("language", "text", "sentences"), CASES)
def test_offsets_point_at_the_words(language: str, text: str, sentences: list[str]) -> None:
    """A sentence can always be found again in its article."""
    del sentences
    for sentence in split_sentences(text, language):
        assert text[sentence.start : sentence.end] == sentence.text
