"""JSON files and JSON lines."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from briefing.model import Article, PublishedFrom

ReadOne = Callable[[str, str | bytes], Article]
Read = Callable[..., Any]

FULL = {
    "id": "talks-1",
    "published": "2024-09-14T00:53:00+03:00",
    "title": "Talks resume | News",
    "text": "Delegates met “on Friday”.\nNothing was signed.",
    "url": "https://www.daily-b.example/2024/09/16/talks",
    "outlet": "Daily B",
    "language": "en-US",
    "retrieved": "2024-09-15T08:00:00+00:00",
    "mood": ["ignored"],
}


def test_all_fields(read_one: ReadOne) -> None:
    """Every field reaches the article; the field's date beats that in the address; unknown keys are passed over."""
    article = read_one("a.jsonl", json.dumps(FULL))
    assert (article.id, article.title, article.outlet) == ("talks-1", "Talks resume", "Daily B")
    assert (str(article.published), article.published_from) == ("2024-09-14", PublishedFrom.FIELD)
    assert article.published_at is not None
    assert article.published_at.isoformat() == "2024-09-14T00:53:00+03:00"
    assert (article.language, article.country) == ("en", "US")
    assert article.retrieved is not None
    assert article.text == FULL["text"]
    assert article.place == "a.jsonl line 1"


def test_text_is_enough(read_one: ReadOne) -> None:
    """All but the text is optional."""
    article = read_one("a.json", '{"text": "Delegates met.", "title": null, "url": ""}')
    assert (article.text, article.title, article.published, article.place) == ("Delegates met.", "", None, "a.json")


@pytest.mark.parametrize("published", ["2024-09-14", "2024-09", "2024", 2024, "14 September 2024", "9 mai 2024"])
def test_published_forms(read_one: ReadOne, published: str | int) -> None:
    """A date field may be ISO in any precision, or written out."""
    article = read_one("a.json", json.dumps({"text": "Delegates met.", "published": published}))
    assert article.published_from is PublishedFrom.FIELD


def test_address_tells_the_date(read_one: ReadOne) -> None:
    """Without a field the address tells the date, to the month where it says no more, and the outlet."""
    article = read_one("a.json", '{"text": "Delegates met.", "url": "https://www.daily-b.example/2024/05/talks"}')
    assert (str(article.published), article.published_from, article.outlet) == (
        "2024-05",
        PublishedFrom.URL,
        "daily-b.example",
    )


def test_header_inside_the_text(read_one: ReadOne) -> None:
    """A header in the text tells the date, and the text stays as it was given."""
    article = read_one("a.json", json.dumps({"text": "Published: 14 September 2024\n\nDelegates met."}))
    assert (str(article.published), article.published_from) == ("2024-09-14", PublishedFrom.HEADER)
    assert article.text.startswith("Published")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.json", '[{"text": "One."}, {"text": "Two."}]'),
        ("a.json", '{"articles": [{"text": "One."}, {"text": "Two."}]}'),
        ("a.json", '{"text": "One."}\n{"text": "Two."}\n'),
        ("a.jsonl", '{"text": "One."}\r\n\r\n{"text": "Two."}'),
        ("a.ndjson", '\ufeff{"text": "One."}\n{"text": "Two."}\n'),
        ("a.jsonl", '[{"text": "One."},\n {"text": "Two."}]'),
        ("a.jsonl", '{\n"articles": [{"text": "One."}, {"text": "Two."}]}'),
    ],
)
def test_shapes(read: Read, name: str, content: str) -> None:
    """A list, an object that holds one, and an object a line are all read, whatever the file is called."""
    articles, problems = read(name, content)
    assert [article.text for article in articles] == ["One.", "Two."]
    assert problems == []


def test_utf16_lines(read: Read) -> None:
    """JSON lines in UTF-16 with its mark are read too."""
    articles, problems = read("a.jsonl", '{"text": "One."}\n{"text": "Two."}'.encode("utf-16"))
    assert ([article.text for article in articles], problems) == (["One.", "Two."], [])


BAD_LINES = {
    "broken": b'{"text": "One."',
    "no object": b'["One."]',
    "no text": b'{"title": "One"}',
    "empty text": b'{"text": "  "}',
    "text no string": b'{"text": ["One."]}',
    "not UTF-8": b'{"text": "T\xfcrkiye"}',
    "binary": b'{"text": "\x00"}',
    "nested": b'{"text": ' + b"[" * 100_000,
    "a long number": b'{"id": ' + b"9" * 5_000 + b', "text": "One."}',
    "too long": b'{"text": "' + b"word " * 450_000 + b'"}',
}


@pytest.mark.parametrize("name", BAD_LINES)
def test_bad_line_is_told_and_the_others_are_read(read: Read, name: str) -> None:
    """A line that cannot be read is one problem with its number; the lines around it are read."""
    articles, problems = read("a.jsonl", b'{"text": "Before."}\n' + BAD_LINES[name] + b'\n{"text": "After."}\n')
    assert [article.text for article in articles] == ["Before.", "After."]
    assert [problem.article for problem in problems] == ["a.jsonl line 2"]


def test_broken_document_names_the_line(read: Read) -> None:
    """A broken JSON document says where."""
    articles, problems = read("a.json", '[\n{"text": "One."},\n{"text": "Two."\n]\n')
    assert articles == []
    assert "line 4" in problems[0].message


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("published", "soon"),
        ("published", "2024-02-31"),
        ("published", ["2024-09-14"]),
        ("published", 1726268000),
        ("published", True),
        ("title", 7),
        ("id", {}),
        ("url", "javascript:alert(1)"),
        ("url", 5),
        ("language", "English language"),
        ("retrieved", "2024-09-14"),
        ("retrieved", "soon"),
    ],
)
def test_bad_field_is_told_and_the_article_kept(read: Read, field: str, value: object) -> None:
    """A field that makes no sense is one problem; the article stays without it, and nothing is guessed."""
    articles, problems = read("a.json", json.dumps({"text": "Delegates met.", field: value}))
    assert len(articles) == len(problems) == 1
    assert articles[0].published is None
    assert not articles[0].url


def test_unprintable_characters_are_told(read: Read) -> None:
    """Control characters and halves of surrogate pairs, which no output can hold, leave the text and are told."""
    articles, problems = read("a.json", '{"text": "Del\\u0007egates \\ud800 met.", "title": "Talks\\u0000 \\udfff"}')
    assert (articles[0].text, articles[0].title) == ("Delegates ? met.", "Talks ?")
    assert len(problems) == 1


@pytest.mark.parametrize("mark", ["\u202a", "\u202e", "\u2066", "\u2069", "\u206a"])
def test_what_turns_the_writing_round_goes(read: Read, mark: str) -> None:
    """Embeddings, overrides and isolates leave the text and every line about it, without a word: many pages hold them."""
    names = dict.fromkeys(("title", "outlet", "id", "country"), f"Del{mark}egates")
    url = f"https://daily-b.example/{mark}talks"
    articles, problems = read("a.json", json.dumps({"text": f"Delegates{mark} met.", "url": url, **names}))
    assert repr(mark)[1:-1] not in repr(articles)  # which shows them escaped
    assert (articles[0].text, articles[0].title, articles[0].url) == (
        "Delegates met.",
        "Delegates",
        "https://daily-b.example/talks",
    )
    assert problems == []


def test_what_is_left_of_windows_1252_is_read_as_such(read: Read) -> None:
    """A bullet and a curly apostrophe that were taken for control characters are read as browsers do."""
    articles, problems = read("a.json", json.dumps({"text": "\x95 It\x92s a deal.", "published": "2024-09-14"}))
    assert (articles[0].text, problems) == ("• It’s a deal.", [])


@pytest.mark.parametrize("mark", ["\u00ad", "\ufeff", "\u200b"])
def test_what_breaks_words_goes_silently(read_one: ReadOne, mark: str) -> None:
    """Soft hyphens, byte order marks inside a text and zero-width spaces keep no word from being found."""
    article = read_one("a.json", json.dumps({"text": f"Dele{mark}gates met.", "title": f"Ta{mark}lks"}))
    assert (article.text, article.title) == ("Delegates met.", "Talks")


@pytest.mark.parametrize("mark", ["\u200c", "\u200d", "\u200e", "\u200f"])
def test_marks_of_other_scripts_stay(read_one: ReadOne, mark: str) -> None:
    """Joiners and direction marks of Arabic, Persian and Hebrew belong to the words."""
    assert read_one("a.json", json.dumps({"text": f"می{mark}رود."})).text == f"می{mark}رود."


@pytest.mark.parametrize("published", ["0001-01-01", "9999-12-31", "9999-12-31T23:59:59Z", "31 December 9999", 1066])
def test_year_out_of_range_is_said(read: Read, published: str | int) -> None:
    """A date that stands for "unknown" in many databases is refused for its year, not for how it is written."""
    articles, problems = read("a.json", json.dumps({"text": "Delegates met.", "published": published}))
    assert articles[0].published is None
    assert "year outside 1600-2199" in problems[0].message


def test_an_impossible_day_is_no_matter_of_the_year(read: Read) -> None:
    """A day that no calendar has is told as a date that cannot be told."""
    for published in ("2024-02-31", "9999-02-31", "soon"):
        _, problems = read("a.json", json.dumps({"text": "Delegates met.", "published": published}))
        assert "no date that can be told" in problems[0].message


def test_tail_is_cut_in_records(read_one: ReadOne) -> None:
    """A list of other stories under the text of a record goes, and what is before it keeps its offsets."""
    article = read_one(
        "a.json", json.dumps({"text": "Delegates met.\n\nThey left.\n\nRelated posts\nFerries wait\nTrains stand"})
    )
    assert article.text == "Delegates met.\n\nThey left."
    assert article.left_out == "Related posts\n\nFerries wait\n\nTrains stand"


def test_file_of_many_has_no_date_in_its_name(read: Read) -> None:
    """The name of a file of many articles is the day it was made, not that of each article."""
    many, _ = read("2024-09-14-dump.jsonl", '{"text": "One."}\n{"text": "Two."}')
    alone, _ = read("2024-09-14-talks.json", '{"text": "One."}')
    assert [article.published for article in many] == [None, None]
    assert alone[0].published_from is PublishedFrom.FILE_NAME


def test_evidence_against_the_date_is_told(read: Read) -> None:
    """A field and an address that are weeks apart are both named, and the field is believed."""
    record = {"text": "Delegates met.", "published": "2024-06-12", "url": "https://daily-b.example/2024/07/20/talks"}
    articles, problems = read("a.json", json.dumps(record))
    assert str(articles[0].published) == "2024-06-12"
    assert [problem.message for problem in problems] == [
        (
            "its field says that it was published on 2024-06-12, its url on 2024-07-20, 38 days apart; "
            "the first is believed, so correct it if it is wrong"
        )
    ]


def test_evidence_a_day_apart_agrees(read_one: ReadOne) -> None:
    """A page stored the day after its story was published contradicts nothing."""
    record = {"text": "Delegates met.", "published": "2024-06-12", "url": "https://daily-b.example/2024/06/13/talks"}
    assert str(read_one("a.json", json.dumps(record)).published) == "2024-06-12"
