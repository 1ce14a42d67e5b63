"""Lines ``Key: value`` above a text."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.model import Article
from briefing.reading.header_block import split_header_block

ReadOne = Callable[[str, str | bytes], Article]
STORY = "Delegates met on Friday."


def test_block_becomes_the_fields(read_one: ReadOne) -> None:
    """Title, day and outlet written above a text are those of the article, and no part of its text."""
    article = read_one("a.txt", f"Title: Quake hits Konya\nDate: 2023-02-04\nOutlet: Daily B\n\n{STORY}")
    assert (article.title, str(article.published), article.outlet) == ("Quake hits Konya", "2023-02-04", "Daily B")
    assert article.text == STORY


def test_order_of_the_lines_is_free(read_one: ReadOne) -> None:
    """The day may come first."""
    article = read_one("a.txt", f"Published: 3 March 2023\nOutlet: Daily B\nTitle: Kaya close to Milan\n{STORY}")
    assert (article.title, str(article.published), article.text) == ("Kaya close to Milan", "2023-03-03", STORY)


@pytest.mark.parametrize(
    "block", ["Başlık: Deprem\nTarih: 4 Şubat 2023\nKaynak: Günlük B", "العنوان: زلزال\nالمصدر: اليومية"]
)
def test_other_languages(read_one: ReadOne, block: str) -> None:
    """Turkish and Arabic keys are read as well."""
    article = read_one("a.txt", f"{block}\n\n{STORY}")
    assert article.title
    assert article.outlet
    assert article.text == STORY


def test_who_wrote_it_is_kept_aside(read_one: ReadOne) -> None:
    """An author's line is no story, and is not lost."""
    article = read_one("a.txt", f"Title: Talks\nAuthor: A. Writer\n\n{STORY}")
    assert (article.text, article.left_out) == (STORY, "Author: A. Writer")


@pytest.mark.parametrize(
    "text",
    ["Minister: no deal yet\n\nDelegates met.", "Doha: delegates met.", "Date: 2024-09-14\n\nDelegates met.", ""],
)
def test_what_is_no_block(text: str) -> None:
    """A colon in a headline, a dateline, or a date alone is left where it is."""
    assert split_header_block(text).text == text
    assert split_header_block(text).fields == {}
