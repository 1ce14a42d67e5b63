"""The analyst's note: whose it is stands beside it, it is no article's words, and nothing but text comes out of it."""

from __future__ import annotations

import re
import time
from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from lxml import html
from markdown import markdown
from pypdf import PdfReader

from briefing.errors import Misuse
from briefing.model import Brief, Note
from briefing.rendering import render
from briefing.rendering.note import note_html, note_markdown
from tests.conftest import statements_of

TEXT = """# Why it matters

The *date* is **firm**; see [the page](https://x.example/a_b).

- first point
- second point
    - and one below it

> Somebody's words

1. one
2. two
"""
HOSTILE = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "![p](http://x.example/p.png)",
    "[a](javascript:alert(1))",
    "[a](data:text/html,x)",
    "<a href='file:///etc/passwd'>a</a>",
    "<iframe src=//x.example></iframe>",
    "<style>*{display:none}</style>",
    "<link rel=attachment href=file:///etc/passwd>",
    "<p style='position:fixed' onclick=x id=main>a</p>",
    "</section><h1>Brief</h1>",
    "<svg><use href='http://x.example/#a'/></svg>",
    "<!-- a --><![CDATA[<script>]]>",
)


@pytest.fixture
def noted(sample: Brief) -> Brief:
    """The full brief with a note."""
    return replace(sample, note=Note("A. Analyst", TEXT))


def test_the_note_says_whose_it_is_in_markdown(noted: Brief) -> None:
    """It has a heading of its own, the name, and every line of it is quoted."""
    section = re.search(r"## Analyst’s note\n\n(.*?)\n\n## ", str(render(noted, "md")), re.DOTALL)
    assert section
    assert section[1].startswith("> *These words are A. Analyst’s own. They quote no article")
    assert all(line.startswith(">") for line in section[1].split("\n"))
    assert "> The *date* is **firm**; see [the page](<https://x.example/a_b>)." in section[1]


def test_the_note_says_whose_it_is_in_html_and_pdf(noted: Brief) -> None:
    """A section of its own with the name, and in the PDF the same words."""
    tree: Any = html.document_fromstring(str(render(noted, "html")))
    box = tree.get_element_by_id("note")
    assert box.xpath("h2/text()") == ["Analyst’s note"]
    assert "A. Analyst’s own" in box.xpath("p[@class='by']")[0].text_content()
    assert [heading.text for heading in box.xpath(".//h3")] == ["Why it matters"]
    pages = PdfReader(BytesIO(bytes(render(noted, "pdf")))).pages  # type: ignore[arg-type]
    assert "These words are A. Analyst’s own. They quote no article" in " ".join(
        word for page in pages for word in page.extract_text().split()
    )


def test_a_brief_without_a_note_has_no_box(sample: Brief) -> None:
    """Nothing is shown in its place."""
    assert "own-note" not in str(render(sample, "html"))
    assert "Analyst" not in str(render(sample, "md"))


def test_the_note_is_no_statement(noted: Brief, sample: Brief) -> None:
    """What is checked against the articles word for word is the same with and without it."""
    assert statements_of(noted) == statements_of(sample)


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_but_text_comes_out_of_it(text: str) -> None:
    """No script, picture, frame, style or foreign link, neither as HTML nor through the Markdown."""
    for shown in (note_html(f"before\n\n{text}\n\nafter"), markdown(note_markdown(f"before\n\n{text}\n\nafter"))):
        tree: Any = html.fragment_fromstring(shown, create_parent="div")
        assert {element.tag for element in tree.iter()} <= set("div p blockquote a h3 em strong".split())
        assert [link for link in tree.xpath(".//@href") if not link.startswith("https://")] == []
        assert not {"onclick", "onerror", "style", "id", "src"} & {
            name for element in tree.iter() for name in element.attrib
        }
        assert {"before", "after"} <= set(tree.text_content().split())


def test_markdown_keeps_what_the_note_says() -> None:
    """Headings, lists within lists, quotations and links come through as Markdown that reads the same."""
    shown = note_markdown(TEXT)
    assert shown.split("\n") == [
        "> **Why it matters**", ">", "> The *date* is **firm**; see [the page](<https://x.example/a_b>).", ">",
        "> - first point", "> - second point", ">   - and one below it", ">", "> > Somebody's words", ">", "> 1. one", "> 2. two",
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["[" * 500, "*a " * 6_600, "> " * 10_000, "`" * 20_000], ids=lambda text: text[:3])
def test_hostile_notes_take_no_time(text: str) -> None:
    """The longest note that is read is set in seconds, whatever it is made of."""
    start = time.process_time()
    note_markdown(text)
    assert time.process_time() - start < 20


def test_a_bottomless_note_is_told() -> None:
    """A thousand lists within each other are refused in one line."""
    with pytest.raises(Misuse, match="too deep to be read; make it flatter"):
        note_html("1. " * 6_000)
