"""Plain text files, from the headline to the last paragraph."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.model import Article, PublishedFrom

ReadOne = Callable[[str, str | bytes], Article]


def test_parts_of_a_text_file(read_one: ReadOne) -> None:
    """Headline, dateline, story and tail of a text file each land where they belong."""
    article = read_one(
        "a.txt",
        "Talks resume in Ankara | News\n\n\nANKARA\n\nKalın, who heads MİT, met “delegates” of Türkiye’s guests.\n\n"
        "Nothing was signed.\n\nRelated posts\n\nStorm at sea… ferries wait | news\n\nTrains stand still | news",
    )
    assert article.title == "Talks resume in Ankara"
    assert article.text == "ANKARA\n\nKalın, who heads MİT, met “delegates” of Türkiye’s guests.\n\nNothing was signed."
    assert article.left_out == "Related posts\n\nStorm at sea… ferries wait | news\n\nTrains stand still | news"
    assert (article.published, article.published_from) == (None, PublishedFrom.NOWHERE)
    assert article.place == "a.txt"


def test_header_with_date_and_headline(read_one: ReadOne) -> None:
    """The seeds' header gives date and title, and is not part of the text."""
    article = read_one("a.txt", " date 2024-09-14 Talks resume in Ankara\n\nANKARA\n\nDelegates met on Friday.")
    assert (article.title, str(article.published), article.published_from) == (
        "Talks resume in Ankara",
        "2024-09-14",
        PublishedFrom.HEADER,
    )
    assert article.text == "ANKARA\n\nDelegates met on Friday."
    assert article.left_out == ""


def test_outlet_from_the_title(read_one: ReadOne) -> None:
    """A name behind a bar in the headline is the outlet."""
    article = read_one("a.txt", "Talks resume | Daily B\n\nDelegates met on Friday.")
    assert (article.title, article.outlet) == ("Talks resume", "Daily B")


def test_header_beats_file_name(read_one: ReadOne) -> None:
    """A date in the text's header is better evidence than one in the file's name."""
    article = read_one("2024-09-20-talks.txt", "Talks resume\n14 September 2024\n\nDelegates met on Friday.")
    assert (str(article.published), article.published_from) == ("2024-09-14", PublishedFrom.HEADER)


def test_file_name_is_the_last_resort(read_one: ReadOne) -> None:
    """Without a header the file's name tells the date; its time of change never does."""
    article = read_one("2024-09-20-talks.txt", "Talks resume\n\nDelegates met on Friday.")
    assert (str(article.published), article.published_from) == ("2024-09-20", PublishedFrom.FILE_NAME)


def test_wrapped_lines_are_one_paragraph(read_one: ReadOne) -> None:
    """Lines broken at a width, as in mail, are joined; blank lines part paragraphs."""
    article = read_one(
        "a.txt",
        "Delegates from three sides met in Cairo on Friday, and they\nspoke for two hours about the names on a list that nobody\n"
        "has seen.\n\nNothing was signed, and nobody spoke to the reporters who\nwaited outside.",
    )
    assert article.text == (
        "Delegates from three sides met in Cairo on Friday, and they spoke for two hours about the names on a list that "
        "nobody has seen.\n\nNothing was signed, and nobody spoke to the reporters who waited outside."
    )


def test_lines_of_a_text_without_blank_lines_are_paragraphs(read_one: ReadOne) -> None:
    """One paragraph a line, without blank lines between, is read as paragraphs."""
    article = read_one(
        "a.txt", "Delegates met in Cairo on Friday.\nNothing was signed after two hours of talks.\nThey left."
    )
    assert (
        article.text
        == "Delegates met in Cairo on Friday.\n\nNothing was signed after two hours of talks.\n\nThey left."
    )


@pytest.mark.parametrize("break_", ["\r\n", "\r"])
def test_line_ends_are_one(read_one: ReadOne, break_: str) -> None:
    """Windows and old Mac line ends read like any other."""
    article = read_one("a.txt", f"Talks resume{break_}{break_}Delegates met.{break_}{break_}They left.")
    assert (article.title, article.text) == ("Talks resume", "Delegates met.\n\nThey left.")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_unicode_files(read_one: ReadOne, encoding: str) -> None:
    """UTF-8, with a mark or without, and UTF-16 with one are read to the letter."""
    article = read_one("a.txt", "Kalın’ın açıklaması\n\nMİT “heyeti” Türkiye’de.".encode(encoding))
    assert (article.title, article.text) == ("Kalın’ın açıklaması", "MİT “heyeti” Türkiye’de.")


def test_same_words_same_id(read_one: ReadOne) -> None:
    """The id is a hash of the content: the same in every file and every run."""
    first = read_one("a.txt", "Talks resume\n\nDelegates met.")
    second = read_one("b.txt", "Talks resume | News\r\n\r\nDelegates met.\r\n")
    assert first.id == second.id == "d0aaae5e9940f263"


HEADED = "\nThe Daily Example\nPublished: 6 May 2025\n\nDelegates met on Friday."


@pytest.mark.parametrize(
    ("headline", "outlet"),
    [
        ("Talks resume", "The Daily Example"),
        ("Talks resume - The Daily Example", "The Daily Example"),
        ("Talks resume | Daily B", "Daily B"),
    ],
)
def test_outlet_in_the_header(read_one: ReadOne, headline: str, outlet: str) -> None:
    """A name between headline and date is the outlet where the title tells none; nothing of the header is story."""
    article = read_one("a.txt", headline + HEADED)
    assert (article.title, article.outlet, article.text) == ("Talks resume", outlet, "Delegates met on Friday.")
    assert (str(article.published), article.published_from) == ("2025-05-06", PublishedFrom.HEADER)
    assert article.left_out == "The Daily Example\n\nPublished: 6 May 2025"
