"""Markdown reads well, and article text can make nothing in it but text."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from typing import Any

import markdown
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from briefing import make_brief
from briefing.model import Brief, DatedBy
from briefing.rendering import render
from briefing.rendering.citing import cite
from briefing.rendering.letter import letter_of
from briefing.rendering.markdown import cited, escape, linked, marked, one_line
from briefing.rendering.words import words_of
from tests.conftest import Write

HOSTILE = (
    "# heading", "- item", "+ item", "+", "-", "1.", "1)", "--", "+---+", "+=+", "$$x$$", "a$b$", "=", "1.  x", "* item", "1. one", "12) twelve", "> quote", "```code```", "    code", "=====", "---", "***",
    "![p](http://tracker.example/x.png)", "[a](javascript:alert(1))", "[a]: http://x.example", "<script>x</script>", "<!-- x -->",
    "<http://x.example>", "http://x.example", "www.x.example", "me@x.example", "a | b", "|---|---|", "a\n\n# b", "a  \nb", "\ta",
    "&lt;b&gt;", "&#35; x", "&amp;amp;", "*a* _b_ **c** __d__ ~~e~~", "a\\", "\\*a\\*", "`a", "$x$ and $$y$$", ":smile:", "{: #id }",
    "[^1]", "\x02klzzwxh:0001\x03", "a\u2028# b", "a\x85# b", "wzxhzdk:0",
)  # fmt: skip


def shown(source: str) -> str:
    """The text that a reader sees of a piece of Markdown, which must be one paragraph of plain text."""
    html = markdown.markdown(source, extensions=["tables", "fenced_code", "attr_list", "footnotes"])
    inner = re.fullmatch(r"<p>(.*)</p>", html, re.DOTALL)
    assert inner, html
    assert not re.search(r"<(?!/?strong>)", inner[1]), html
    return unescape(inner[1].replace("<strong>", "").replace("</strong>", ""))


def check_escape(text: str) -> None:
    """An escaped field, at the start of a line and inside of one, shows its own text."""
    expected = one_line(text)
    assert "\n" not in escape(text)
    if expected:
        assert shown(escape(text)) == expected
    assert shown(f"Said: {escape(text)} (end)") == f"Said: {expected} (end)"


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_shown_as_it_is(text: str) -> None:
    """Each way to begin markup that we know of stays text."""
    check_escape(text)


@pytest.mark.parametrize("text", ["+13", "-4 degrees", "13.5 million", "=5 points", "US$5 and A$6", "$5", "10%"])
def test_figures_read_well_raw(text: str) -> None:
    """What begins no list, no heading and no formula stands as it is."""
    check_escape(text)
    assert escape(text) == text


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=60))
@example("0.")
def test_any_text_is_shown_as_it_is(text: str) -> None:
    """What the escaping takes in, the reader gets back."""
    check_escape(text)


@given(st.lists(st.sampled_from("#*_-+=~`|<>[](){}!:/\\&;.$@^0129aA \nwww"), max_size=40).map("".join))
def test_any_mix_of_markup_is_shown_as_it_is(text: str) -> None:
    """The same for text made of markup only."""
    check_escape(text)


@given(st.text(max_size=40).map(one_line), st.text(max_size=20).map(one_line), st.text(max_size=40).map(one_line))
def test_marked_words_are_bold_and_the_text_stays(before: str, dating: str, after: str) -> None:
    """The words that date a sentence may stand anywhere in it."""
    text = f"x{before}{dating}{after}x".encode("utf-8", "replace").decode()
    pieces = ((text[: 1 + len(before)], False), (text[1 + len(before) : 1 + len(before) + len(dating)], True))
    rest = ((text[1 + len(before) + len(dating) :], False),)
    assert shown(marked((*pieces, *rest))) == one_line(text)


@pytest.mark.parametrize(
    ("text", "raw"),
    [
        ("https://daily.example/feed.xml", "<https://daily.example/feed.xml>"),
        (
            "no answer from https://daily.example/a_b?c=*d*: 404",
            "no answer from <https://daily.example/a_b?c=*d*>: 404",
        ),
        ("see (http://d.example/x).", "see (<http://d.example/x>)."),
        ("http://d.example/<img> #1", "<http://d.example/>&#60;img&#62; #1"),
        ("javascript://d.example", "javascript&#58;&#47;/d.example"),
        ("https://", "https&#58;&#47;/"),
    ],
)
def test_an_address_is_a_link_that_reads_well_raw(text: str, raw: str) -> None:
    """Of what could not be read the address is what a person acts on; nothing else becomes markup."""
    assert linked(text) == raw
    assert unescape(re.sub(r"</?(?:p|a)\b[^>]*>", "", markdown.markdown(raw))) == text


def test_citations_shorten_to_ranges() -> None:
    """Three or more sources in a row are one range."""
    assert [cited(cite(numbers, words_of("en"))) for numbers in ((), (3,), (2, 1), (1, 2, 3, 4, 9))] == [
        "",
        "[3]",
        "[1, 2]",
        "[1–4, 9]",
    ]


def test_the_brief_reads_in_order(sample: Brief) -> None:
    """Title and sections come in the order in which they are read."""
    headings = re.findall(r"^#+ .*$", str(render(sample, "md")), re.MULTILINE)
    assert headings == [
        "# Gaza ceasefire talks", "## Bottom line", "## Also new in this period", "## Key figures", "## Coverage", "## Timeline",
        "### New in this brief", "### Background", "## Ahead", "## Sources", "## Unread, undated", "## Corrections",
        "## Method",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "line",
    [
        "| 2024-09-13 Fri, reported 2024-09-14 Sat | Ankara | ",
        "| reported 2024-09-14 Sat | Rafah | ",
        "| 2024-09-01 – 09-07, reported 2024-09-07 Sat, learnt 2024-09-14 Sat | Doha | LATE · ",
        "| c. Nov 2023 – Sep 2024, reported 2024-09-14 Sat |  | ",
        "*Sources disagree:* 2024-08-24 Sat [3] · 2024-08-25 Sun [4] | [3, 4] 2 origins, 2 articles |",
        "led on Israel **last October**. | [2, 6] 2 origins, 2 articles |",
        "| over 41,100 | killed | as of Sat 14 Sep, when published; earlier more than 40,900, as of Sat 7 Sep, the ministry  | local health authorities | [1, 2] |",
        "- published 2024-09-14 Sat; article’s own day inferred from [2]",
        "- on Friday = 2024-09-13 Fri; the latest up to publication",
        "- Period: Sun 1 Sep 2024, 00:00 – Sat 14 Sep 2024, 24:00 (Europe/Istanbul, UTC+03:00)",
        "- **feed.jsonl, line 3**: it is no JSON: a comma is missing after the title",
        "- **Daily E**: no date was found; kept, but not placed in time",
    ],
)  # fmt: skip
def test_the_brief_says(sample: Brief, line: str) -> None:
    """Dates, disputes, figures and evidence stand on their lines in these words."""
    assert line in str(render(sample, "md"))


@pytest.mark.parametrize(
    ("dated_by", "said"),
    [
        (
            DatedBy.CARRIED,
            "the story’s day, from “on Friday” in another sentence: 2024-09-13 Fri; the latest up to publication",
        ),
        (DatedBy.IMPLIED, "told as the news of 2024-09-14 Sat; on that day or before"),
    ],
)
def test_a_day_that_a_sentence_does_not_state_is_marked(sample: Brief, dated_by: DatedBy, said: str) -> None:
    """The evidence says that the sentence names no day, and where its day is from."""
    source = sample.sources[0]
    borrowed = replace(source.excerpts[0], marks=(), dated_by=dated_by, day_from=source.expressions[0])
    text = str(render(replace(sample, sources=(replace(source, excerpts=(borrowed,)),)), "md"))
    assert f"- no day in this sentence = {said}" in text


def test_every_table_row_has_its_columns(crowded: Brief) -> None:
    """Neither long text nor a pipe in it breaks a table."""
    entry = crowded.background[0]
    nasty = replace(entry, place="a | b\n| c", statement=replace(entry.statement, text="x | y\n\n| z", marks=()))
    text = str(render(replace(crowded, background=(nasty,)), "md"))
    rows = [row for row in text.splitlines() if row.startswith("|")]
    assert {row.count("|") for row in rows} == {5, 6}
    assert not re.search(r"\n{3}|[ \t]\n", text)


def test_an_empty_brief_says_so_in_each_section(bare: Brief) -> None:
    """A topic that matched nothing is named, and no section is silent."""
    text = str(render(bare, "md"))
    assert text.count("No event found in these articles matches the topic “locusts”.") == 2
    assert (
        "On the topic “locusts” no article read gives a date for what is to come" in text
    )  # others do: 2 are off topic
    for line in ("Nothing new in this period.", "No source is cited.", "Every article was read and has a date."):
        assert line in text
    assert not re.search(r"^(## .*)\n+(?=## |\Z)", text, re.MULTILINE)


def test_a_plan_without_a_day_has_the_day_of_its_announcement_as_such(article: Write) -> None:
    """The day up to which a plan was announced is not that of the plan; a deadline is."""
    plan = article("Ivo Tarn plans to attend the trade summit in Oslo.")
    said = article("The premier will visit Rome, his office said on Tuesday.", outlet="B")
    bound = article("The premier will visit Lima by 20 September, his office said.", outlet="C")
    text = str(render(make_brief([plan, said, bound], since="2024-09-01", until="2024-09-30"), "md"))
    assert "**no day given, announced by Sat 14 Sep**" in text
    assert "| no day given, announced by 2024-09-14 Sat | Oslo |" in text
    assert "**no day given, announced by Tue 10 Sep, reported Sat 14 Sep**" in text
    assert "| 2024-09-14 – 09-20, reported 2024-09-14 Sat |" in text


def test_what_is_denied_may_only_not_have_been(article: Write) -> None:
    """That something did not happen is no denial by a party, and the note says that it may be so."""
    brief = make_brief([article("Ivo Tarn did not attend the trade summit in Oslo on Friday.")])
    assert "*Denied by a party named in the report, called off, or told not to have been.*" in str(render(brief, "md"))


def test_what_is_new_only_in_passing_is_not_called_nothing(sample: Brief) -> None:
    """Where no new event has a sentence of its own, page one says so and counts them."""
    brief = replace(sample, bottom_line=(), also_new=())
    for text in (str(render(brief, "md")), str(render(brief, "html")), letter_of(brief)[0]):
        assert "Nothing new in this period has a sentence of its own." in text
        assert "3 new events, mentioned in passing, in the timeline" in text
        assert "Nothing new in this period." not in text
        assert " more in the timeline" not in text


def test_hostile_fields_stay_text_everywhere(sample: Brief) -> None:
    """A title, an outlet, an address and a problem that hold markup make none."""
    nasty = "# <img src=x onerror=y> [a](javascript:b) | ![c](http://d.example)\n# e"
    source: Any = replace(sample.sources[0], title=nasty, outlet=nasty, url="javascript:alert(1)")
    problems = tuple(replace(problem, article=nasty, message=nasty) for problem in sample.problems)
    text = str(render(replace(sample, title=nasty, sources=(source,), problems=problems), "md"))
    html = markdown.markdown(text, extensions=["tables"])
    assert not re.search(r"<(img|script)|href=\"(?!https?://)", html)
    assert html.count("<h1>") == 1
