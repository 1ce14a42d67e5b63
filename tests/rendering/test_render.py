"""One face for all formats: what they are called, and that a brief always comes out the same."""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import Any

import pytest
from lxml import html

from briefing.errors import Misuse
from briefing.model import Brief
from briefing.rendering import FORMATS, render, templating
from briefing.rendering.drawings import drawings_of
from briefing.rendering.page import page_of
from briefing.rendering.words import Words, words_of


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("pfd", "unknown format 'pfd'; did you mean pdf?"),
        ("HTML", "did you mean html?"),
        ("docx", "choose from: md, pdf, html, json, csv, ics, timelinejs"),
    ],
)
def test_an_unknown_format_is_misuse(sample: Brief, name: str, message: str) -> None:
    """The message names the formats that there are, and the one that was meant."""
    with pytest.raises(Misuse, match=re.escape(message)):
        render(sample, name)


def test_an_unknown_paper_is_misuse(sample: Brief) -> None:
    """The same for paper."""
    with pytest.raises(Misuse, match="unknown paper 'a3'"):
        render(sample, "pdf", paper="a3")


@pytest.mark.parametrize("name", ["md", "html", "json", "csv", "ics", "timelinejs"])
@pytest.mark.parametrize("brief", ["sample", "bare", "crowded"])
def test_the_same_brief_gives_the_same_text(request: pytest.FixtureRequest, brief: str, name: str) -> None:
    """Nothing but the brief decides what is printed."""
    value = request.getfixturevalue(brief)
    assert render(value, name) == render(value, name)


def test_a_brief_without_a_title_or_an_end_is_made(bare: Brief) -> None:
    """Where the user names nothing and no article bears a date, the catalogue gives the title."""
    brief = replace(bare, title="", topic="", period=replace(bare.period, since=None, until=None))
    for name in FORMATS.keys() - {"pdf"}:
        assert render(brief, name)
    assert str(render(brief, "md")).startswith("# News brief\n\n- Period: everything, as no article bears a date")


def test_markdown_and_data_load_no_engine() -> None:
    """A quick format does not pay for the PDF, for reading, or for what only the tests use."""
    code = "import sys, briefing.rendering.templating, briefing.rendering.page; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert not {"weasyprint", "markdown", "lxml", "fontpkg"} & set(loaded)


# ---- every word is the article's or the catalogue's -----------------------------------------

KEPT = {"kind", "meaning", "rule", "direction", "language", "zone", "as_of_from", "stage", "url"}


def in_greek(value: Any, name: str = "") -> Any:
    """The same value with every letter of its texts made an omega; what only steers stays."""
    if isinstance(value, str) and not isinstance(value, Enum):
        return value if name in KEPT else re.sub(r"[^\W\d_]", "ω", value)
    if isinstance(value, tuple):
        return tuple(in_greek(item, name) for item in value)
    if (
        is_dataclass(value)
        and not isinstance(value, type)
        and type(value).__module__.startswith(("briefing.model.", "briefing.errors"))
    ):
        changed = {field.name: in_greek(getattr(value, field.name), field.name) for field in fields(value)}
        return type(value)(**changed)
    return value


def greek_words() -> Words:
    """The catalogue with every letter outside of its places made an omega."""
    english = words_of("en")

    def convert(text: str) -> str:
        return "".join(
            part if part.startswith("{") else re.sub(r"[^\W\d_]", "ω", part) for part in re.split(r"(\{\w+\})", text)
        )

    return Words("en", {
        key: tuple(map(convert, phrase)) if isinstance(phrase, tuple) else convert(phrase)
        for key, phrase in english.phrases.items()
    })  # fmt: skip


@pytest.mark.parametrize("name", ["sample", "bare", "crowded"])
def test_every_word_is_an_articles_or_the_catalogues(request: pytest.FixtureRequest, name: str) -> None:
    """With both of them in Greek letters, no other letter is left on the page."""
    brief, words = in_greek(request.getfixturevalue(name)), greek_words()
    page = page_of(brief, words)
    tree: Any = html.document_fromstring(templating.html_text(page, drawings_of(brief, words), words, "a4"))
    for element in tree.xpath("//style|//script|//a[starts-with(@href, 'http')]"):
        element.drop_tree()
    markdown = re.sub(r"<https://\S+>|<!--.*?-->", "", templating.markdown_text(page, words)).replace(
        brief.period.zone, ""
    )
    text = str(tree.text_content()).replace(brief.period.zone, "")
    for shown in (markdown, text):
        assert "ω" in shown
        assert set(re.findall(r"\w*[^\W\d_ω]\w*", shown)) == set()
