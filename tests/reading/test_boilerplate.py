"""Lists of other stories are cut, paragraphs never."""

from __future__ import annotations

import pytest

from briefing.reading.boilerplate import cut_lists, is_headline_like

STORY = "Delegates met in Cairo on Friday and spoke for two hours."
HEADLINES = [
    "Storm at sea… ferries wait, harbour X closes and Y reopens | news",
    "The strike is on.. Drivers stay away and trains stand still | news",
    "“As if the ground had moved”.. Stories of those who felt the quake | news",
    "A very long headline that goes on for more than twenty words and still has no full stop at its end since nobody writes one there",
    "What comes next for the harbour?",
]


@pytest.mark.parametrize(
    "heading",
    ["Related posts", "RELATED ARTICLES:", "## Read more", "You may also like", "İlgili Haberler", "ilgili haberler", "More from Daily B",
     "مواضيع ذات صلة", "Articles liés", "Lesen Sie auch", "Editor’s picks", "Читайте также:"],
)  # fmt: skip
def test_tail_is_cut(heading: str) -> None:
    """From a heading on, headline-like lines leave the story and stay on record."""
    kept, left = cut_lists([STORY, "", heading, "", *HEADLINES])
    assert kept == [STORY, ""]
    assert left == [heading, *HEADLINES]


def test_box_inside_a_story_is_cut_up_to_the_next_paragraph() -> None:
    """A list in the middle ends where a real sentence stands."""
    kept, left = cut_lists(
        [STORY, "Read more", HEADLINES[0], "They will meet again, a delegate said.", "Nothing was signed."]
    )
    assert kept == [STORY, "They will meet again, a delegate said.", "Nothing was signed."]
    assert left == ["Read more", HEADLINES[0]]


def test_box_on_one_line_is_cut_alone() -> None:
    """ALSO READ with a headline behind it leaves, the next line stays."""
    kept, left = cut_lists([STORY, "ALSO READ: Ferries wait in port", "A short line"])
    assert kept == [STORY, "A short line"]
    assert left == ["ALSO READ: Ferries wait in port"]


@pytest.mark.parametrize(
    "line",
    [
        "They read more than they signed.",
        "Related posts were removed by the moderators on Friday.",
        "More from the talks will be known tomorrow.",
        "See also: the minister said that nothing was signed. Nobody spoke.",
        "A line without any heading before it",
    ],
)
def test_prose_is_never_cut(line: str) -> None:
    """A sentence that only begins like a heading is part of the story."""
    assert cut_lists([STORY, line, STORY]) == ([STORY, line, STORY], [])


@pytest.mark.parametrize(
    "prose", [STORY, "“We are ready,” he said.", "He went home. (Agency A)", "“It is over.”", "word " * 41]
)
def test_prose_is_not_headline_like(prose: str) -> None:
    """What closes like a sentence, or runs on like a paragraph, is no headline."""
    assert not is_headline_like(prose)


@pytest.mark.parametrize("headline", HEADLINES)
def test_headline_like(headline: str) -> None:
    """Dots in the middle, a question, a quotation mark do not make a sentence of a headline."""
    assert is_headline_like(headline)
