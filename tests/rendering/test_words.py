"""The catalogue holds every word of a brief, and no word that none uses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

import briefing.rendering
from briefing.errors import BriefingError, Misuse
from briefing.model import Modality, PublishedFrom, Status
from briefing.rendering.assets import template_folder
from briefing.rendering.lines import CERTAINTIES, MARKS
from briefing.rendering.page import SECTIONS
from briefing.rendering.words import words_of

WORDS = words_of("en")

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
    "empty": ["topic", "new", "also_new", "figures", "timeline", "sources", "ahead", "corrections", "problems"],
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
        "timeline.js",
        "json.dumps",
        "serif.ttf",
        "sans.ttf",
        "arabic.ttf",
    }
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


@pytest.mark.parametrize(("number", "shown"), [(0, "0 articles"), (1, "1 article"), (1200, "1,200 articles")])
def test_counts_have_two_forms(number: int, shown: str) -> None:
    """One article, two articles; thousands are set apart."""
    assert WORDS.count("counts.articles", number) == shown


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
    with pytest.raises(Misuse, match="language 'tlh'; there is one for: en"):
        words_of("tlh")
