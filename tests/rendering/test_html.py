"""The HTML brief is one file that needs nothing else, and holds article text as text."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest
from lxml import html

from briefing.model import Brief, Entry
from briefing.rendering import render
from briefing.rendering.citing import safe_link

Element = Any


def page(brief: Brief) -> Element:
    """The parsed HTML of a brief."""
    return html.document_fromstring(str(render(brief, "html")))


def words(element: Element) -> str:
    """The text of an element on one line."""
    return " ".join(element.text_content().split())


def test_it_needs_nothing_from_anywhere(sample: Brief) -> None:
    """No picture, frame, style sheet, script or font is loaded; links of sources are the only addresses."""
    tree, text = page(sample), str(render(sample, "html"))
    assert tree.xpath("//script[@src]|//img|//link|//iframe|//object|//embed|//form[@action]|//base") == []
    assert len(tree.xpath("//script")) == 1
    assert not re.search(r"@import|url\(", text)
    assert {link.rpartition("#")[0].partition(":")[0] for link in tree.xpath("//@href")} <= {"", "https"}


def test_the_page_has_landmarks_and_a_language(sample: Brief) -> None:
    """Header, main, a heading for each section, and column headings with their scope."""
    tree = page(sample)
    assert tree.get("lang") == "en"
    assert len(tree.xpath("//h1")) == len(tree.xpath("//body/header")) == len(tree.xpath("//body/main")) == 1
    for section in tree.xpath("//section"):
        heading = tree.get_element_by_id(section.get("aria-labelledby"))
        assert heading.tag == "h2"
    assert {cell.get("scope") for cell in tree.xpath("//th")} == {"col", "row", "rowgroup"}


def test_every_link_inside_the_page_arrives(sample: Brief) -> None:
    """Each [n] leads to the source of that number."""
    tree = page(sample)
    for link in tree.xpath("//a[starts-with(@href, '#')]"):
        target = tree.get_element_by_id(link.get("href")[1:])
        if target.get("id").startswith("source-"):
            assert words(target).startswith(f"[{link.text}]")


def test_statements_bear_language_and_direction(sample: Brief) -> None:
    """An Arabic sentence is marked as such wherever it stands, its dating words too."""
    arabic = page(sample).xpath("//p[@lang='ar']")
    assert len(arabic) == 3
    assert {paragraph.get("dir") for paragraph in arabic} == {"rtl"}
    assert [mark.text for mark in arabic[0].xpath(".//mark")] == ["15 و16 أغسطس"]


def test_both_dates_stand_on_the_line(sample: Brief) -> None:
    """What happened on Friday and was reported on Saturday says so, on page one and in the timeline."""
    tree = page(sample)
    first = tree.xpath("//ol[@class='news']/li")[0]
    assert words(first).startswith("NEW Fri 13 Sep reported Sat 14 Sep Ankara. Türkiye’s intelligence chief")
    assert words(first).endswith("[1, 2] 1 origin, 2 articles")
    row = tree.xpath("//table[@class='tl']//tr[td]")[0]
    assert words(row[0]) == "Day known2024-09-13 Fri reported 2024-09-14 Sat"


def test_the_count_of_sources_is_true_of_a_desk(sample: Brief) -> None:
    """A brief since the last one reads what is new and cites older articles as well, so that more are cited than read."""
    assert "7 cited of 9 read" in words(page(sample))
    assert "7 cited, of 9 read in this period and of earlier ones" in words(page(replace(sample, compared=True)))


@pytest.mark.parametrize(
    ("text", "lead"),
    [
        ("Ankara hosted the talks on Friday.", None),
        ("ANKARA – They met on Friday.", None),
        ("They met on Friday.", "Ankara."),
        ("Ankaralılar met on Friday.", "Ankara."),
    ],
)
def test_a_place_is_not_said_twice(sample: Brief, text: str, lead: str | None) -> None:
    """It leads a sentence that does not begin with it itself."""
    entry = sample.bottom_line[0]
    told = replace(entry, statement=replace(entry.statement, text=text, marks=()))
    places = page(replace(sample, bottom_line=(told,))).xpath("//*[@class='news']")[0].xpath(".//b[@class='place']")
    assert [place.text for place in places] == ([lead] if lead else [])


def test_the_date_highlight_is_in_the_excerpt_of_each_source(sample: Brief) -> None:
    """The words that date a sentence are marked, and beside them stands what they came to."""
    first = page(sample).get_element_by_id("source-1")
    assert [mark.text for mark in first.xpath(".//mark")] == ["on Friday", "for nearly ten months"]
    assert "on Friday = 2024-09-13 Fri; the latest up to publication" in words(first)
    assert words(first.xpath(".//th")[0]).endswith("article’s own day inferred from [2]")  # under its publication


NASTY = '"><script>alert(1)</script><link rel=attachment href=file:///etc/passwd>{{ 7*7 }}\x00\x1b\ud800'


def test_hostile_fields_stay_text(sample: Brief) -> None:
    """Markup in a title, place, name, language or address of an article makes no element and no attribute."""
    entry = sample.new[0]
    nasty: Entry = replace(
        entry, place=NASTY, statement=replace(entry.statement, text=NASTY, language=NASTY, direction=NASTY, marks=())
    )
    source = replace(sample.sources[0], title=NASTY, outlet=NASTY, origin=NASTY, url=f"https://x.example/{NASTY}")
    figures = tuple(replace(key, figure=replace(key.figure, by=NASTY, qualifier=NASTY)) for key in sample.figures)
    text = str(
        render(
            replace(
                sample, title=NASTY, topic=NASTY, also_new=(nasty,), new=(nasty,), sources=(source,), figures=figures
            ),
            "html",
        )
    )
    tree: Element = html.document_fromstring(text)
    assert len(tree.xpath("//script")) == 1
    assert tree.xpath("//link|//*[@rel]") == []
    assert "{{ 7*7 }}" in tree.xpath("//h1")[0].text
    assert not re.search("[\x00-\x08\x0b-\x1f\ud800-\udfff]", text)


@pytest.mark.parametrize(
    ("url", "link"),
    [
        ("https://a.example/x?y=1&z=%20#f", "https://a.example/x?y=1&z=%20#f"),
        ('http://a.example/a b<c>"d', "http://a.example/a%20b%3Cc%3E%22d"),
        ("https://a.example/غزة", "https://a.example/%D8%BA%D8%B2%D8%A9"),
        ("javascript:alert(1)", ""),
        ("file:///etc/passwd", ""),
        ("data:text/html,x", ""),
        ("//a.example/x", ""),
        ("https://", ""),
        ("https://[", ""),
        ("notes.txt", ""),
        ("", ""),
    ],
)  # fmt: skip
def test_only_addresses_of_the_web_are_links(url: str, link: str) -> None:
    """Anything else than http and https is not linked, and what is linked holds no odd character."""
    assert safe_link(url) == link


def test_an_empty_brief_says_so_in_each_section(bare: Brief) -> None:
    """Every section without content has its one line."""
    lines = [words(line) for line in page(bare).xpath("//p[@class='none']")]
    assert len(lines) == 8
    assert lines[0] == "No event found in these articles matches the topic “locusts”."
