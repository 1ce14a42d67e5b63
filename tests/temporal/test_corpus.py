"""Each phrase of a language's corpus has exactly one reading; near misses have none."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from briefing import find_dates
from briefing.temporal.languages import LANGUAGES

PUBLISHED = date(2024, 9, 14)
CORPUS = Path(__file__).with_name("corpus")


class Phrase(NamedTuple):
    """A line of a corpus: the language, the values in order, the words and where the expressions stand."""

    language: str
    values: list[str]
    text: str
    spans: list[tuple[int, int]]


def phrases() -> list[Phrase]:
    """Every line of every corpus."""
    found = []
    for path in sorted(CORPUS.glob("*.txt")):
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.strip() and not line.startswith("#"):
                values, _, marked = line.partition(" | ")
                found.append(Phrase(path.stem, values.split(), *unmarked(marked)))
    return found


def unmarked(marked: str) -> tuple[str, list[tuple[int, int]]]:
    """A phrase without its brackets, and where the bracketed expressions stand in it."""
    text, spans, end = "", [], 0
    for match in re.finditer(r"\[([^\]]+)\]", marked):
        text += marked[end : match.start()]
        spans.append((len(text), len(text) + len(match[1])))
        text += match[1]
        end = match.end()
    return text + marked[end:], spans


@pytest.mark.parametrize("phrase", phrases(), ids=lambda phrase: f"{phrase.language}: {phrase.text}")
def test_phrase_has_exactly_the_reading_of_the_corpus(phrase: Phrase) -> None:
    """Every marked expression is found with its value and no other is; a near miss finds nothing."""
    found = find_dates(phrase.text, published=PUBLISHED, language=phrase.language)
    wanted = [] if phrase.values == ["none"] else phrase.values
    assert [time.timex_value for time in found] == wanted, [(t.text, t.timex_value, t.rule) for t in found]
    for time, (start, end) in zip(found, phrase.spans, strict=wanted != []):
        assert time.start < end, f"{time.text!r} does not overlap {phrase.text[start:end]!r}"
        assert start < time.end, f"{time.text!r} does not overlap {phrase.text[start:end]!r}"


def test_every_language_has_a_corpus() -> None:
    """A pack without a corpus is not done."""
    assert sorted(path.stem for path in CORPUS.glob("*.txt")) == sorted(LANGUAGES)
