"""Names, their keys and their kinds."""

from __future__ import annotations

import pytest

from briefing import find_events
from briefing.datespan import DateSpan
from briefing.events.folding import fold_name
from briefing.events.gazetteer import country_of_people, is_inside, place_of
from briefing.events.names import names_in
from briefing.events.namesakes import with_names_shared
from briefing.events.sentences import split_sentences
from briefing.model import Article, Name, NameKind, Report
from tests.benchmarks.names import corpus, scores
from tests.conftest import Write


def names_of(text: str, language: str = "en") -> list[Name]:
    """The names of all sentences of a text."""
    article = Article("the-id", text, language=language)
    return [name for sentence in split_sentences(text, language) for name in names_in(article, sentence, ())]


@pytest.mark.parametrize("spelling", ["Kalın", "Kalin", "KALIN", "Kalın’ın"])
def test_spellings_share_a_key(spelling: str) -> None:
    """Accents, capitals and possessives do not part a name from itself."""
    assert fold_name(spelling) == "kalin"


@pytest.mark.parametrize("language", ["en", "tr", "ar"])
def test_the_names_of_the_corpus_are_found(language: str) -> None:
    """Names of corpus/names.txt, by their words and by their kind; tests/benchmarks/names.py prints each error."""
    precision, recall, told_precision, told_recall = scores([line for line in corpus() if line.language == language])
    assert min(precision, recall, told_precision, told_recall) > 0.95


def test_the_corpus_is_large_enough_to_tell() -> None:
    """More than 120 sentences, some of them without a name."""
    lines = list(corpus())
    assert len(lines) > 120
    assert sum(not line.names for line in lines) > 20


@pytest.mark.parametrize(
    "spellings",
    [
        ("Gaza", "Gazze", "غزة", "the Gaza Strip"),
        ("Geneva", "Cenevre", "Genève", "جنيف"),
        ("Cairo", "Kahire", "القاهرة", "Le Caire", "El Cairo"),
        ("U.S.", "USA", "ABD", "الولايات المتحدة"),
        ("Turkey", "Türkiye", "تركيا"),
        ("Egypt", "Mısır", "مصر", "Égypte", "Egipto"),
        ("Washington", "واشنطن", "Washington DC"),
        ("Doha", "الدوحة"),
        ("Damascus", "Şam", "دمشق"),
        ("Beirut", "Beyrut", "بيروت"),
        ("Kyiv", "Kiev", "كييف"),
        ("Seoul", "Seul", "سيول"),
        ("Rome", "Roma", "روما"),
        ("China", "Çin", "الصين"),
        ("Khartoum", "Hartum", "الخرطوم"),
        ("The Hague", "Lahey", "لاهاي"),
        ("Khan Younis", "Han Yunus", "خان يونس"),
        ("Hungary", "Macaristan", "المجر"),
    ],
)
def test_a_place_has_one_key_in_every_language(spellings: tuple[str, ...]) -> None:
    """The key is a code, not a spelling."""
    places = {place_of(spelling.removeprefix("the ")) for spelling in spellings}
    assert len({place.key for place in places if place}) == 1
    assert None not in places


@pytest.mark.parametrize(
    ("word", "country"),
    [("Israeli", "IL"), ("Turks", "TR"), ("Mısırlı", "EG"), ("British", "GB"), ("Israel", ""), ("Mali", ""), ("x", "")],
)
def test_a_people_stands_for_its_country(word: str, country: str) -> None:
    """An adjective is no place, and knows its country."""
    assert country_of_people(word) == country


@pytest.mark.parametrize("word", ["Sam", "Cin", "Bush"])
def test_a_place_is_not_who_is_spelt_a_little_like_it(word: str) -> None:
    """Şam is Damascus and Çin China; the American president is no town on the Nile."""
    assert place_of(word) is None


def test_a_city_lies_in_its_country() -> None:
    """Keys tell so without a map."""
    assert is_inside("TR/323786", "TR")
    assert is_inside("TR", "TR")
    assert not is_inside("TR/323786", "TN")
    assert not is_inside("TR", "TR/323786")


def test_a_surname_is_the_person_named_in_full() -> None:
    """Also before the full name; two persons of one surname stay apart from it."""
    keys = [name.key for name in names_of("Blinken spoke. Later Antony Blinken left. In the end Blinken said no.")]
    assert keys == ["antony blinken"] * 3
    two = names_of("Minister Anna Kaya and Minister Deniz Kaya came, and Kaya left.")
    assert [name.key for name in two] == ["anna kaya", "deniz kaya", "kaya"]


def test_a_capital_at_the_start_of_a_sentence_proves_little() -> None:
    """A word is a name if the article writes it with a capital elsewhere or English has no such word, none if written small."""
    assert [name.text for name in names_of("Rose is ill. They saw Rose.")] == ["Rose", "Rose"]
    assert names_of("Rose is ill.") == []
    assert [name.text for name in names_of("Zorba is ill.")] == ["Zorba"]
    assert names_of("Worryingly few came.") == []
    assert names_of("The Mediators met. Then mediators left.") == []


def test_an_acronym_is_what_it_is_short_for() -> None:
    """From the brackets on."""
    first, second = names_of("The World Food Programme (WFP) sent rice. The WFP has more.")
    assert first.key == second.key == "world food programme"


def test_a_month_is_no_name() -> None:
    """Words of a time expression are left alone."""
    article = Article("the-id", "They met on Friday in May.", language="en")
    (sentence,) = split_sentences(article.text, "en")
    assert names_in(article, sentence, [(12, 18), (22, 25)]) == []


def test_names_are_shared_between_articles(article: Write) -> None:
    """A surname in one article is the person whom another names in full, however spelt."""
    (event,) = find_events(
        [
            article("The minister, Hakan Şahin, met an envoy from Norway in Doha on Friday.", outlet="A"),
            article("In Doha on Friday, Sahin met an envoy from Norway.", outlet="B"),
        ]
    )
    assert event.named(NameKind.PERSON) == ("Hakan Şahin",)
    assert event.named(NameKind.PLACE)[0] == "Doha"


def test_two_places_of_two_languages_are_two_happenings(article: Write) -> None:
    """What happened in Cairo is not what happened in Paris, and the key of a place says so in any language."""
    one = article("Hakan Şahin met Anna Holm and Luis Ortega in Cairo on Friday.", outlet="A")
    other = "Hakan Şahin, Anna Holm ve Luis Ortega ile cuma günü Paris'te görüştü."
    same = "Hakan Şahin, Anna Holm ve Luis Ortega ile cuma günü Kahire'de görüştü."
    assert len(find_events([one, article(other, outlet="B", language="tr")])) == 2
    assert len(find_events([one, article(same, outlet="B", language="tr")])) == 1


def shared(*texts: str) -> list[str]:
    """The keys that the names of several articles have for all of them, in the order of the texts."""
    reports = [
        Report("a", 0, 1, text, DateSpan.parse("2024-09-13"), None, names=tuple(names_of(text))) for text in texts
    ]
    return [name.key for report in with_names_shared(reports) for name in report.names]


def test_a_surname_alone_is_the_one_who_is_named_far_oftener() -> None:
    """Once his wife is named as well; two who are named as often stay apart from the surname."""
    common = ["Senator Hale spoke to Tom Hale, who left."] * 12
    assert shared(*common, "Lucy Hale, who waited, left.", "They praised Hale.")[-1] == "tom hale"
    assert shared("Tom Hale, who left, waved.", "Lucy Hale, who waited, left.", "They praised Hale.")[-1] == "hale"


def test_a_thing_is_not_taken_for_somebody_whose_surname_it_would_be() -> None:
    """One odd pair of capitals makes no person of a company that is named in every article."""
    assert shared(*["They sold shares of Vostrak."] * 30, "Dear Vostrak, who failed us, paid.")[0] == "vostrak"


def test_an_acronym_is_not_what_is_named_once_and_has_its_initials() -> None:
    """The broadcaster is no book club."""
    texts = ["A BBC reporter left."] * 30
    assert shared(*texts, "The Blue Book Company sold a book.")[0] == "bbc"
    assert shared(*["The IAEA left."] * 3, *["The International Atomic Energy Agency left."] * 3)[0].startswith("int")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Tarn Meets Ferrol Envoys in Doha\nMilo Tarn smiled.", ["Tarn", "Ferrol Envoys", "Doha", "Milo Tarn"]),
        ("Oslo Court Jails Milo Tarn", ["Oslo Court", "Milo Tarn"]),
        ("Milo Tarn Visits Oslo", ["Milo Tarn", "Oslo"]),
        ("They met Rose Marks and Grant Wells in Oslo.", ["Rose Marks", "Grant Wells", "Oslo"]),
    ],
)
def test_no_name_runs_over_the_verb_of_a_headline(text: str, names: list[str]) -> None:
    """Where a headline gives all its words a capital, what stands before its verb and behind it are two names."""
    assert [name.text for name in names_of(text)] == names


def test_a_first_letter_that_can_be_like_is_no_prefix_of_a_short_name() -> None:
    """Karim, Kamil and Rim name no town, with or without a first letter that can mean "like"; what is written onto a surname comes off."""
    assert names_of("ووصل كريم من كامل الوفد يوم السبت مع ريم.", "ar") == []
    found = names_of("قال الوزير كريم خوري إنه وافق. وسأل الوفد لخوري عن السد.", "ar")
    assert [name.text for name in found] == ["كريم خوري", "خوري"]


def test_a_servant_of_god_has_one_key_however_he_is_spelt() -> None:
    """Abdel, Abdul and عبد are written together or apart."""
    arabic = Article("b", "قال الرئيس عبد الفتاح السيسي ذلك.", language="ar")
    (sentence,) = split_sentences(arabic.text, "ar")
    named = [*names_of("President Abdel Fattah el-Sisi left."), *names_in(arabic, sentence, ())]
    reports = [Report("a", 0, 1, "", DateSpan.parse("2024-09-13"), None, names=(name,)) for name in named]
    assert len({name.key for report in with_names_shared(reports) for name in report.names}) == 1
