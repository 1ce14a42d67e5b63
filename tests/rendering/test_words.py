"""The catalogue holds every word of a brief, and no word that none uses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from string import Formatter

import pytest

import briefing.rendering
from briefing.datespan import DateSpan
from briefing.errors import BriefingError, Misuse
from briefing.model import Brief, Modality, PublishedFrom, Status
from briefing.rendering import render
from briefing.rendering.assets import OURS, template_folder
from briefing.rendering.citing import cite
from briefing.rendering.dates import in_full, in_short, in_table
from briefing.rendering.lines import CERTAINTIES, MARKS
from briefing.rendering.page import SECTIONS
from briefing.rendering.typefaces import FACES
from briefing.rendering.words import FORMS, words_of

WORDS = words_of("en")
LANGUAGES = OURS.languages()

MEANINGS = (
    "stated year-nearest month-nearest weekday-on-or-before weekday-before weekday-after counted counted-from-text "
    "duration-up-to vague duration set holiday part-of-day range"
).split()  # fmt: skip
ANCHORLESS = {"how.no_anchor", "how.publication", "how.unresolved"}

# Tables whose last step is decided by a value: each with all the values it can meet.
OPEN_TABLES = {
    "tags": [status.value for status in Status],
    "groups": ["new", "background"],
    "headings": [*SECTIONS, "bottom_line", "new", "figures", "corrections"],
    "empty": [
        "topic",
        "new",
        "passing",
        "also_new",
        "figures",
        "timeline",
        "sources",
        "ahead",
        "ahead_off_topic",
        "corrections",
        "problems",
    ],
    "disputes": ["sentence", "between", "day", "figure", "agreed"],
    "filter": [*CERTAINTIES, "heading", "source", "place", "certainty", "all", "reset", "shown"],
    "coverage": [
        f"{name}.{form}"
        for name in ("read", "failed", "failed_note", "silent", "undated", "twice", "later", "off_topic", "inferred")
        for form in ("one", "other")
    ]
    + ["undated_statements.one", "undated_statements.other"],
    "modality": [Modality.PLANNED.value, Modality.DENIED.value, Modality.HYPOTHETICAL.value],
    "marks": MARKS,
    "legend": MARKS,
    "published_from": [source.value for source in PublishedFrom],
    "how": [*MEANINGS, "other"],
    "as_of": ["published", "other"],
    "figures": ["deaths", "injuries", "displaced", "hostages", "other"],
    "languages": ["unknown"],
    "charts": ("misprint", "restarted", "revised"),
    "formats": ("md", "json", "other"),
    "letter": ("corrected",),
    "steps": ("misprint", "restarted", "revised"),
}
# Names that articles may need and no sample can show in full.
GROWING = ("languages.", "figures.")


def source_texts() -> Iterator[str]:
    """The text of each module of rendering and of each template."""
    for file in Path(briefing.rendering.__file__).parent.glob("*.py"):
        yield file.read_text(encoding="utf-8")
    for file in template_folder().glob("*.j2"):
        yield file.read_text(encoding="utf-8")


def named_keys() -> set[str]:
    """Every key that stands as such in a module or template; a counting phrase stands for both of its forms."""
    found = {key for text in source_texts() for key in re.findall(r'"([a-z_]+\.[a-z_]+)"', text)}
    counted = {f"{key}.{form}" for key in found for form in ("one", "other") if f"{key}.other" in WORDS.phrases}
    return {key for key in found if f"{key}.other" not in WORDS.phrases} | counted


def used_keys() -> set[str]:
    """The named keys and those of the open tables."""
    files = {
        "brief.css",
        "print.css",
        "letter.css",
        "mail.css",
        "mail-dark.css",
        "note.css",
        "rtl.css",
        "timeline.js",
        "brief.json",
        "json.dumps",
    }
    files |= {*FACES}
    return (named_keys() - files) | {f"{table}.{key}" for table, keys in OPEN_TABLES.items() for key in keys}


def test_every_key_that_is_used_is_in_the_catalogue() -> None:
    """A phrase that is asked for can be given."""
    assert sorted(used_keys() - set(WORDS.phrases)) == []


def test_every_key_in_the_catalogue_is_used() -> None:
    """The catalogue holds no phrase that no brief can show."""
    unused = set(WORDS.phrases) - used_keys()
    assert sorted(key for key in unused if not key.startswith(GROWING)) == []


def test_how_a_date_was_found_is_told_with_the_three_places_that_exist() -> None:
    """A phrase of the table takes the words, the date, and what it was counted from, and nothing else."""
    phrases = {key: text for key, text in WORDS.phrases.items() if key.startswith("how.") and key not in ANCHORLESS}
    assert len(phrases) == len(MEANINGS) + 1
    for key, phrase in phrases.items():
        assert isinstance(phrase, str)
        assert {name for _, name, _, _ in Formatter().parse(phrase) if name} <= {"text", "date", "anchor"}, key


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_catalogue_has_every_key(language: str) -> None:
    """A catalogue has the phrases that the English one has, lists of the same length, and each form that its language counts in."""
    theirs = words_of(language).phrases
    counting = {key.rpartition(".")[0] for key in WORDS.phrases if key.endswith(".one")}
    forms = {f"{table}.{form}" for table in counting for form in FORMS.get(language, ("one", "other"))}
    assert set(theirs) == {key for key in WORDS.phrases if key.rpartition(".")[0] not in counting} | forms
    for key, phrase in WORDS.phrases.items():
        assert type(theirs[key]) is type(phrase), key
        assert not isinstance(phrase, tuple) or len(theirs[key]) == len(phrase), key


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_phrase_fills_the_places_of_the_english_one(language: str) -> None:
    """A place that is missing would lose a fact, one too many would stop the brief; "one article" may leave its number out."""
    for key, phrase in words_of(language).phrases.items():
        english = WORDS.phrases.get(key, WORDS.phrases.get(f"{key.rpartition('.')[0]}.other", ""))
        missing = places(english) ^ places(phrase)
        assert missing <= ({"number"} if key.endswith((".one", ".two")) else set()), key


@pytest.mark.parametrize("language", sorted({*LANGUAGES} - {"en"}))
def test_no_phrase_is_left_in_english(language: str) -> None:
    """What stands in the English catalogue word for word is a sign, a place or a name of both languages."""
    same = {
        text
        for key, phrase in words_of(language).phrases.items()
        for text in texts(phrase)
        if text in texts(WORDS.phrases.get(key, "")) and re.search(r"[^\W\d_]{3}", re.sub(r"\{\w+\}", "", text))
    }
    assert same <= {
        "Markdown",
        "Sources",
        "Source",
        "Article",
        "Page ",
        "hindi",
        "urdu",
        "{number} article",
        "{number} articles",
        "Mar",
        "May",
        "Date",
        ", page ",
        "{zone}, UTC{offset}",
    }


def places(phrase: str | tuple[str, ...]) -> set[str]:
    """The names of the places of a phrase, or of all phrases of a list."""
    return {name for text in texts(phrase) for _, name, _, _ in Formatter().parse(text) if name}


def texts(phrase: str | tuple[str, ...]) -> tuple[str, ...]:
    """A phrase, or the phrases of a list."""
    return phrase if isinstance(phrase, tuple) else (phrase,)


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("tr", "0 haber, 1 haber, 2 haber, 7 haber, 15 haber, 1.200 haber"),
        ("fr", "0 article, 1 article, 2 articles, 7 articles, 15 articles, 1\u202f200 articles"),
        ("es", "0 artículos, 1 artículo, 2 artículos, 7 artículos, 15 artículos, 1.200 artículos"),
        ("ar", "0 مقال, مقال واحد, مقالان, 7 مقالات, 15 مقالًا, 1,200 مقال"),
    ],
)
def test_each_language_counts_in_its_own_forms(language: str, forms: str) -> None:
    """None, one, two, a few, a dozen and many articles."""
    words = words_of(language)
    assert ", ".join(words.count("counts.articles", number) for number in (0, 1, 2, 7, 15, 1200)) == forms


@pytest.mark.parametrize(
    ("language", "full", "short", "table", "local"),
    [
        ("en", "Sunday 1 September 2024", "Sun 1 Sep", "2024-09-01 Sun", "Sun 1 Sep 2024"),
        ("tr", "1 Eylül 2024 Pazar", "1 Eyl Paz", "2024-09-01 Paz", "1 Eyl 2024 Paz"),
        ("fr", "dimanche 1er septembre 2024", "dim. 1er sept.", "2024-09-01 dim.", "dim. 1er sept. 2024"),
        ("es", "domingo, 1 de septiembre de 2024", "dom 1 sep", "2024-09-01 dom", "dom 1 sep 2024"),
        ("ar", "الأحد 1 سبتمبر/أيلول 2024", "الأحد 1 سبتمبر", "الأحد \u200e2024-09-01\u200e", "الأحد 1 سبتمبر 2024"),
    ],
)
def test_dates_in_each_language(language: str, full: str, short: str, table: str, local: str) -> None:
    """In full on the first page, short beside the news, ISO with its weekday in tables, in words there on demand."""
    day = date(2024, 9, 1)
    words, span = words_of(language), DateSpan.day(day)
    assert (in_full(day, words), in_short(span, 2024, words), in_table(span, words)) == (full, short, table)
    assert in_table(span, words_of(language, iso=False)) == local


@pytest.mark.parametrize("language", LANGUAGES)
def test_months_and_weekdays_are_those_of_the_common_locale_data(language: str) -> None:
    """CLDR's names in full; in Arabic ours add the Levantine name of a month after the one that CLDR has."""
    locale = pytest.importorskip("babel").Locale(language)
    words = words_of(language)
    months = [name.partition("/")[0] for name in words.items("dates.months_long")]
    assert months == [locale.months["stand-alone"]["wide"][number] for number in range(1, 13)]
    assert list(words.items("dates.weekdays_long")) == [
        locale.days["stand-alone"]["wide"][number] for number in range(7)
    ]


@pytest.mark.parametrize(("number", "shown"), [(0, "0 articles"), (1, "1 article"), (1200, "1,200 articles")])
def test_counts_have_two_forms(number: int, shown: str) -> None:
    """One article, two articles; thousands are set apart."""
    assert WORDS.count("counts.articles", number) == shown


@pytest.mark.parametrize(
    ("language", "marks"),
    [("en", ", ; :"), ("ar", "، ؛ :"), ("fr", ", \u00a0; \u00a0:"), ("es", ", ; :"), ("tr", ", ; :")],
)
def test_each_language_joins_with_its_own_marks(language: str, marks: str) -> None:
    """The Arabic comma is not the Latin one, and French sets its tall marks off; a list of sources has them, too."""
    words = words_of(language)
    comma, semicolon, colon = (words(f"joins.{name}").rstrip(" ") for name in ("comma", "semicolon", "colon"))
    assert f"{comma} {semicolon} {colon}" == marks
    assert cite((1, 4), words) == (("", 1), (f"{comma} ", 4))


def test_no_latin_comma_stands_between_the_words_of_an_arabic_brief(arabic: Brief) -> None:
    """All its articles are Arabic, so that every comma is one of ours."""
    assert not re.search(r"[,;](?=\s*[\u0600-\u06ff])", str(render(arabic, "md")))


def test_an_unknown_way_of_finding_a_date_falls_back_to_a_general_sentence() -> None:
    """A new rule of the engine does not break the brief."""
    how = WORDS.choose("how", "by-moonlight", "other", text="at full moon", date="2024-09-18 Wed", anchor="")
    assert how == "2024-09-18 Wed, read from “at full moon”"


def test_a_missing_phrase_is_named() -> None:
    """The error names the file and the key to add."""
    with pytest.raises(BriefingError, match=r"en\.toml has no phrase 'headings\.weather'"):
        WORDS("headings.weather")
    with pytest.raises(BriefingError, match=r"en\.toml has no list 'headings\.new'"):
        WORDS.items("headings.new")


def test_a_language_without_a_catalogue_is_misuse() -> None:
    """The error names the languages that there are."""
    with pytest.raises(Misuse, match="language 'tlh'; there is one for: ar, en, es, fr, tr"):
        words_of("tlh")
