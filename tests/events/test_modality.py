"""How a sentence tells of each of its days: as done, planned, denied, or as what may be; corpus/modality.txt."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing.events.reports import extract
from briefing.model import DatedBy
from tests.conftest import Write

CORPUS = Path(__file__).with_name("corpus") / "modality.txt"


def lines() -> Iterator[tuple[str, str, set[str]]]:
    """The language, the sentence, and its days with how they are told."""
    for line in CORPUS.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            language, sentence, days = line.split(" | ")
            yield language, sentence, set() if days == "-" else set(days.split("; "))


@pytest.mark.parametrize(("language", "sentence", "days"), [*lines()])
def test_a_day_is_told_as_the_corpus_says(language: str, sentence: str, days: set[str], article: Write) -> None:
    """Each day that the words of a sentence date, whether it is told as done, planned, denied or conditional, and in passing."""
    stated = (one for one in extract(article(sentence, language=language)).reports if one.dated_by is DatedBy.STATED)
    found = {f"{one.span} {one.modality.value}{' in passing' * one.in_passing}" for one in stated}
    assert found == days
