"""The lines above a story: headline, byline, date."""

from __future__ import annotations

import pytest

from briefing.reading.headers import read_header

STORY = "Delegates met in Cairo on Friday and spoke for two hours."


@pytest.mark.parametrize(
    ("header", "edtf"),
    [
        (" date 2024-09-14 Talks resume in Cairo", "2024-09-14"),
        ("date 2024-09-14 Talks resume in Cairo", "2024-09-14"),
        ("Date: 2024-09-14\nTalks resume in Cairo", "2024-09-14"),
        ("Talks resume in Cairo\nPublished: 14 September 2024", "2024-09-14"),
        ("Talks resume in Cairo\n\nPublished May 9, 2024 at 5:29pm", "2024-05-09"),
        ("Talks resume in Cairo\n9 May 2024 - 08:32", "2024-05-09"),
        ("9 May 2024 - 08:32\nTalks resume in Cairo", "2024-05-09"),
        ("Talks resume in Cairo\nBy A. Writer, 12 July 2024", "2024-07-12"),
        ("Talks resume in Cairo\nBy A. Writer | July 12, 2024", "2024-07-12"),
        ("Talks resume in Cairo\nBy A. Writer\n05/29/24", "2024-05-29"),
        ("Talks resume in Cairo\nPublished 9 May 2024 | Updated 10 May 2024", "2024-05-09"),
        ("Talks resume in Cairo\nUpdated: 10 May 2024\nPublished: 9 May 2024", "2024-05-09"),
        ("Talks resume in Cairo\nUpdated: 10 May 2024", "2024-05-10"),
        ("Thursday, 12 September 2024\n\nTalks resume in Cairo\n\n9 May 2024", "2024-05-09"),
        ("Talks resume in Cairo\nYayınlanma: 12 Temmuz 2024 | Güncelleme: 13 Temmuz 2024", "2024-07-12"),
        ("Talks resume in Cairo\nPublié le 9 mai 2024 à 21:02", "2024-05-09"),
        ("Talks resume in Cairo\nتاريخ النشر: 9 مايو 2024", "2024-05-09"),
        ("Talks resume in Cairo\nPublished: 12/6/2024 6:27", None),
        ("Talks resume in Cairo\nPublished: yesterday", None),
        ("Talks resume in Cairo\nPublished 2 hours ago", None),
        ("Talks resume in Cairo\n2 hours ago", None),
        ("date 2024-02-31 Talks resume in Cairo", None),
        ("Talks resume in Cairo", None),
    ],
)
def test_header(header: str, edtf: str | None) -> None:
    """The publication date is found above the story, the headline is the title, and the story begins after both."""
    found = read_header(f"{header}\n\n{STORY}".split("\n"))
    assert (found.stamp and str(found.stamp.span)) == edtf
    assert found.title == "Talks resume in Cairo"
    assert [line for line in found.story if line] == [STORY]


def test_header_lines_are_kept_aside() -> None:
    """A byline and a date line leave the text and stay on record."""
    found = read_header(f"Talks resume in Cairo\nBy A. Writer\nPublished: 9 May 2024\n\n{STORY}".split("\n"))
    assert found.left_out == ("By A. Writer", "Published: 9 May 2024")


@pytest.mark.parametrize(
    "first",
    [
        "ANKARA",
        "CAIRO (Agency A) – Delegates from three sides met on Friday.",
        "Published reports say that the talks of 9 May 2024 went on.",
        "By dawn on 9 May 2024 the delegates had left.",
        "Today the delegates met again.",
        "On 9 May 2024, delegates met.",
    ],
)
def test_story_lines_are_no_header(first: str) -> None:
    """A dateline and a first sentence belong to the story, even where they hold a date or a header's word."""
    found = read_header([first, "", STORY])
    assert found.title == ""
    assert found.stamp is None
    assert found.story[0] == first


def test_a_date_in_the_story_is_no_header() -> None:
    """Once the story has begun, a line with a date in it is part of it."""
    found = read_header(["Talks resume in Cairo", "", STORY, "", "9 May 2024"])
    assert found.stamp is None
    assert found.story[-1] == "9 May 2024"


def test_lone_headline_is_the_text() -> None:
    """A file of a single line has a text, not only a title."""
    found = read_header(["Talks resume in Cairo"])
    assert (found.title, found.story) == ("", ("Talks resume in Cairo",))


def test_a_page_of_its_title_alone_has_no_story() -> None:
    """A title that is known already is not taken for the story where nothing follows it."""
    found = read_header(["Talks resume in Cairo", ""], title="Talks resume in Cairo")
    assert (found.title, found.story) == ("Talks resume in Cairo", ())


def test_the_header_ends_even_if_it_looks_endless() -> None:
    """After eight lines of header the story begins, whatever it looks like."""
    found = read_header(["9 May 2024"] * 12)
    assert len(found.left_out) == 8
    assert len(found.story) == 4


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize(
    "label", ["Published: 6 May 2025", "By A. Writer\nPublished: 6 May 2025", "Updated: 6 May 2025"]
)
def test_outlet_between_headline_and_label(gap: str, label: str) -> None:
    """A name on its own line above a byline or a labelled date is the outlet, and the header goes on below it."""
    found = read_header(gap.join(["Talks resume in Cairo", "The Daily Example", *label.split("\n"), STORY]).split("\n"))
    assert (found.title, found.outlet, str(found.stamp and found.stamp.span)) == (
        "Talks resume in Cairo",
        "The Daily Example",
        "2025-05-06",
    )
    assert found.left_out == ("The Daily Example", *label.split("\n"))
    assert [line for line in found.story if line] == [STORY]


@pytest.mark.parametrize(
    ("between", "story"),
    [
        ("World News", []),
        ("ANKARA", ["ANKARA"]),
        ("Delegates hope for a deal", ["Delegates hope for a deal"]),
        ("Delegates met again.", ["Delegates met again."]),
    ],
)
def test_what_is_no_outlet(between: str, story: list[str]) -> None:
    """A section, a dateline and a first sentence are no outlet; the labelled date below leaves the story all the same."""
    found = read_header(["Talks resume in Cairo", "", between, "Published: 6 May 2025", "", STORY])
    assert (found.outlet, str(found.stamp and found.stamp.span)) == ("", "2025-05-06")
    assert [line for line in found.story if line] == [*story, STORY]
    assert "Published: 6 May 2025" in found.left_out


def test_a_name_above_plain_text_is_no_outlet() -> None:
    """Without a labelled line in the next two, a name on its own line belongs to the story."""
    found = read_header(["Talks resume in Cairo", "", "The Daily Example", STORY, STORY, "Published: 6 May 2025"])
    assert (found.outlet, found.story[0]) == ("", "The Daily Example")


@pytest.mark.parametrize("line", ["Published: 12/6/2024 6:27", "Published: yesterday", "Updated: 6 May 2025, 08:30"])
def test_labelled_date_never_stays(line: str) -> None:
    """A line that is a labelled date and nothing else leaves the first lines, readable or not."""
    assert read_header(["Talks resume in Cairo", "", STORY, line, STORY]).story == (STORY, STORY)


def test_late_labels_stay() -> None:
    """Deep in the story, and inside a sentence, a label is part of it."""
    sentence = "Published: 6 May 2025 was printed on the list that the delegates brought along."
    lines = [STORY, sentence, *[STORY] * 8, "Published: 6 May 2025"]
    assert read_header(lines).story == tuple(lines)


def test_direction_marks_hide_no_header() -> None:
    """Marks of writing direction around a header line do not keep it from being read."""
    found = read_header(["Talks resume", "\u202bPublished: \u20669 May 2024\u2069\u202c", "", STORY])
    assert str(found.stamp and found.stamp.span) == "2024-05-09"
