"""Markdown files: front matter, heading, prose."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import pytest

from briefing.model import Article, PublishedFrom
from briefing.reading.plain import as_prose

ReadOne = Callable[[str, str | bytes], Article]
Read = Callable[..., Any]

FRONT = """---
id: talks-1
title: "Talks: a new round"
published: 2024-09-14T00:53:00+03:00
source: Daily B
link: https://www.daily-b.example/talks
lang: en-GB
retrieved: 2024-09-15T08:00:00Z
mood: ignored
---
"""


def test_front_matter(read_one: ReadOne) -> None:
    """Every field of the front matter reaches the article, under either of its names."""
    article = read_one("a.md", FRONT + "# Talks: a new round\n\nDelegates met on Friday.\n")
    assert article.id == "talks-1"
    assert article.title == "Talks: a new round"
    assert str(article.published) == "2024-09-14"
    assert article.published_at is not None
    assert article.published_at.isoformat() == "2024-09-14T00:53:00+03:00"
    assert article.published_from is PublishedFrom.FIELD
    assert (article.outlet, article.url) == ("Daily B", "https://www.daily-b.example/talks")
    assert (article.language, article.country) == ("en", "GB")
    assert article.retrieved is not None
    assert article.text == "Delegates met on Friday."


@pytest.mark.parametrize(
    "heading", ["# Talks resume", "# Talks resume #", "Talks resume\n============", "\n\n# *Talks* resume"]
)
def test_heading_is_the_title(read_one: ReadOne, heading: str) -> None:
    """Without front matter the first heading is the title and leaves the text."""
    article = read_one("a.md", f"{heading}\n\nDelegates met.")
    assert (article.title, article.text) == ("Talks resume", "Delegates met.")


@pytest.mark.parametrize(
    ("marked", "prose"),
    [
        ("They **met** in *Cairo* and _left_ ***early***.", "They met in Cairo and left early."),
        ('See [the list](https://a.example/x "t") and [that][1].\n\n[1]: https://a.example', "See the list and that."),
        ("A picture ![of a door](door.png) here.", "A picture  here."),
        ("One line\nand the next.", "One line and the next."),
        ("## Day two\nThey met.", "Day two\n\nThey met."),
        ("- one thing\n- another", "one thing\n\nanother"),
        ("9. Mai 2024: Treffen\nin Kairo", "9. Mai 2024: Treffen in Kairo"),
        ("See <https://a.example/x>.<br> <!-- no --> End", "See https://a.example/x.  End"),
        ("> They said\n> that it ended.", "They said that it ended."),
        ("before\n\n---\n\nafter", "before\n\nafter"),
        ("`code` and \\*stars\\* &amp; more", "code and *stars* & more"),
        ("snake_case_name and 2*3*4", "snake_case_name and 2*3*4"),
        ("“Quoted” – Kalın’s MİT", "“Quoted” – Kalın’s MİT"),
    ],
)
def test_marks_go_words_stay(marked: str, prose: str) -> None:
    """Markdown's marks are taken off; every word and letter stays."""
    assert as_prose(marked) == prose


@pytest.mark.parametrize(
    ("front", "line"),
    [
        ("---\ntitle: Talks\nlist: [one, two\nmood: x\n---\n", "line 4"),
        ("---\njust words\n---\n", "line 2"),
        ("---\ntitle: never closed\n", "line 1"),
    ],
)
def test_broken_front_matter_is_told_with_its_line(read: Read, front: str, line: str) -> None:
    """Front matter that cannot be read is a problem that names its line; the text is read without it."""
    articles, problems = read("a.md", front + "\nDelegates met on Friday.\n")
    assert articles[0].text.endswith("Delegates met on Friday.")
    assert len(problems) == 1
    assert line in problems[0].message


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("title: Talks: a new round", "Talks: a new round"),
        ("title: 'It's over: envoys leave'", "It's over: envoys leave"),
        ('title: Envoys: "no deal"', 'Envoys: "no deal"'),
        ("title: @ministry tells of talks", "@ministry tells of talks"),
    ],
)
def test_broken_line_costs_no_other_field(read: Read, line: str, title: str) -> None:
    """A title with a bare colon breaks the whole block as YAML; its lines are read one by one, and that is told."""
    front = f"---\n{line}\noutlet: Daily B\npublished: 2024-09-14\ntags: [a,\n---\n"
    articles, problems = read("a.md", f"{front}\nDelegates met on Friday.\n")
    (article,) = articles
    assert (article.title, article.outlet, str(article.published)) == (title, "Daily B", "2024-09-14")
    assert article.text == "Delegates met on Friday."
    (problem,) = problems
    assert "line" in problem.message
    assert "its lines were read one by one" in problem.message


def test_impossible_date_in_front_matter(read: Read) -> None:
    """A day that the calendar lacks is told, and the article stays, undated."""
    articles, problems = read("a.md", "---\ndate: 2024-02-31\n---\nDelegates met.\n")
    assert articles[0].published is None
    assert "2024-02-31" in problems[0].message


@pytest.mark.parametrize(
    "hostile",
    ["[" * 200_000, "*" * 200_000, "![" * 100_000, "_a " * 60_000, "<" * 200_000, "`" * 200_001, "[a](" * 50_000],
)
def test_hostile_markdown_is_read_at_once(hostile: str) -> None:
    """Marks without end take no more time than other text."""
    start = time.perf_counter()
    as_prose(hostile)
    assert time.perf_counter() - start < 5


def test_locale_of_the_front_matter(read_one: Callable[[str, str], Article]) -> None:
    """The region of a language tag is the country, and settles the order of day and month in dates."""
    words = "# Talks resume\n\nPublished: 05/06/2024\n\nDelegates met."
    american = read_one("a.md", f"---\nlanguage: en-US\n---\n{words}")
    british = read_one("a.md", f"---\nlanguage: en-GB\npublished: 05/06/2024\n---\n{words}")
    assert (american.language, american.country, str(american.published)) == ("en", "US", "2024-05-06")
    assert (british.language, british.country, str(british.published)) == ("en", "GB", "2024-06-05")


def test_outlet_of_the_front_matter_comes_first(read_one: Callable[[str, str], Article]) -> None:
    """An outlet that is a field beats a name in the header."""
    words = "# Talks resume\n\nThe Daily Example\n\nPublished: 6 May 2025\n\nDelegates met."
    assert read_one("a.md", f"---\noutlet: Daily B\n---\n{words}").outlet == "Daily B"
    assert read_one("a.md", words).outlet == "The Daily Example"
