"""The letter: page one in a mail program's HTML, short enough for each, and Markdown that reads well raw."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from briefing.model import Brief, Entry, Status
from briefing.rendering.letter import LARGEST, letter_of

Element = Any

CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")


def tree_of(text: str) -> Element:
    """HTML as a tree."""
    return html.document_fromstring(text)


def page(brief: Brief, *changes: str) -> Element:
    """The letter's HTML as a tree."""
    return tree_of(letter_of(brief, changes=changes)[0])


def words(element: Element) -> str:
    """What an element shows, on one line."""
    return " ".join(element.text_content().split())


def said(tree: Element) -> list[str]:
    """The sentences of articles in a letter."""
    return [words(one) for one in tree.xpath("//p[contains(@class, 'say')]")]


def test_page_one_stands_in_the_letter(sample: Brief) -> None:
    """Title, period, cut-off, bottom line, what else is new, figures, coverage in a line, and where the rest is."""
    tree = page(sample)
    shown = words(tree.xpath("//body")[0])
    assert words(tree.xpath("//h1")[0]) == "Gaza ceasefire talks"
    assert [words(one) for one in tree.xpath("//h2")] == ["Bottom line", "Also new in this period", "Key figures"]
    assert "Period: Sun 1 Sep 2024" in shown
    assert "Data cut-off: Sat 14 Sep 2024" in shown
    assert "over 41,100 killed" in shown
    assert "9 articles read (English 7, Arabic 1, language not known 1), 1 could not be read" in shown
    assert "is attached (PDF)" in shown
    assert "NEW Fri 13 Sep, reported Sat 14 Sep Ankara. Türkiye’s intelligence chief" in shown


def test_every_sentence_is_an_article_s_own(sample: Brief) -> None:
    """What the letter tells is what the brief's statements say, place aside, and nothing else."""
    entries = (*sample.bottom_line, *sample.also_new)
    assert said(page(sample)) == [f"{one.place}. {one.statement.text}" for one in entries]


def test_a_number_leads_to_its_article(sample: Brief) -> None:
    """Where the article has an address; where it has none, the number stands alone. Each cited source is listed."""
    tree = page(sample)
    assert {(link.text, link.get("href")) for link in tree.xpath("//p[starts-with(@class, 'src')]//a")} == {
        ("2", "https://daily-b.example/2024/09/14/ankara")
    }
    assert [words(one)[:3] for one in tree.xpath("//p[@class='source']")] == ["[1]", "[2]", "[6]"]


def test_the_sources_inside_a_range_are_listed(sample: Brief) -> None:
    """A figure that cites [2–5] brings all four into the list."""
    key = replace(sample.figures[0], sources=(2, 3, 4, 5), previous_sources=())
    tree = page(replace(sample, bottom_line=(), also_new=(), figures=(key,)))
    assert [words(one)[:3] for one in tree.xpath("//p[@class='source']")] == ["[2]", "[3]", "[4]", "[5]"]


def test_nothing_is_fetched_and_nothing_runs(sample: Brief) -> None:
    """No image, no style sheet of elsewhere, no script, no form; the links are the articles'."""
    text = letter_of(sample)[0]
    tree = tree_of(text)
    assert tree.xpath("//img|//link|//script|//form|//iframe|//svg|//object|//@src|//@background") == []
    assert "url(" not in text
    assert "@import" not in text


def test_each_rule_stands_in_its_element(sample: Brief) -> None:
    """The only style sheet left is the one for the dark."""
    tree = page(sample)
    [style] = tree.xpath("//style")
    assert style.text_content().split("*/")[1].strip().startswith("@media (prefers-color-scheme: dark)")
    assert all(one.get("style") for one in tree.xpath("//body//p|//h1|//h2"))


def test_a_sentence_turns_as_its_script_does(sample: Brief) -> None:
    """An Arabic sentence is right to left and marked as Arabic, an English one is not."""
    arabic = next(one for one in sample.background if one.statement.direction == "rtl")
    tree = page(replace(sample, also_new=(replace(arabic, status=Status.NEW),), new=(*sample.bottom_line, arabic)))
    turned = [(one.get("dir"), one.get("lang")) for one in tree.xpath("//p[contains(@class, 'say')]")]
    assert turned == [("ltr", "en"), ("rtl", "ar")]


def test_what_was_corrected_comes_first(sample: Brief) -> None:
    """In HTML and in plain text, before the title; many changes are counted."""
    html_text, text = letter_of(sample, changes=["The day of the meeting was Thursday."])
    assert words(tree_of(html_text).xpath("//body")[0]).startswith(
        "Corrected: what is otherwise than in the brief you were sent The day of the meeting was Thursday."
    )
    assert text.splitlines()[2] == "- The day of the meeting was Thursday."
    many = page(sample, *(f"Change {number}." for number in range(20)))
    assert "8 more changes in the brief" in words(many.xpath("//div[@class='changed']")[0])


def test_how_it_is_to_be_handled_stands_on_top_and_whose_it_is_at_the_foot(sample: Brief) -> None:
    """In HTML and in plain text; what was corrected follows."""
    marked = replace(sample, marking="For the desk only", copyright="© The desk")
    html_text, text = letter_of(marked, changes=["The day was Thursday."])
    shown = words(tree_of(html_text).xpath("//body")[0])
    assert shown.startswith("For the desk only Corrected: ")
    assert shown.endswith("© The desk")
    assert (text.splitlines()[0], text.splitlines()[-1]) == ("**For the desk only**", "© The desk")


def test_it_says_what_is_attached(sample: Brief) -> None:
    """The files by name; nothing where there is none."""
    assert "attached (PDF, Markdown)" in letter_of(sample, attached=("pdf", "md"))[1]
    assert "attached" not in letter_of(sample, attached=())[1]


def test_an_empty_brief_is_a_letter_too(bare: Brief) -> None:
    """Each part says that it is empty."""
    shown = words(page(bare).xpath("//body")[0])
    assert "No event found in these articles matches the topic “locusts”." in shown
    assert "No running total of people was found." in shown


# ---- never too long -----------------------------------------------------------------------------


def grown(brief: Brief, size: int) -> Brief:
    """A brief of which every text from outside is very long."""
    long = "söz " * (size // 5)

    def entry(one: Entry) -> Entry:
        return replace(one, statement=replace(one.statement, text=long, marks=()))

    figures = tuple(replace(key, figure=replace(key.figure, by=long)) for key in brief.figures)
    sources = tuple(replace(one, title=long, outlet=long) for one in brief.sources)
    return replace(
        brief,
        bottom_line=tuple(map(entry, brief.bottom_line)),
        also_new=tuple(map(entry, brief.also_new)),
        figures=figures,
        sources=sources,
    )


@pytest.mark.parametrize("size", [100, 2_000, 8_000, 20_000, 100_000])
def test_it_is_never_too_long(size: int, crowded: Brief) -> None:
    """Whole entries are left out, and counted; those that stand are whole."""
    brief = replace(grown(crowded, size), title="x" * size, topic="y" * size)
    text = letter_of(brief, changes=["z" * size] * 9)[0]
    assert len(text.encode()) < LARGEST
    tree = tree_of(text)
    whole = {one.statement.text.strip() for one in (*brief.bottom_line, *brief.also_new)}
    assert all(one.partition(". ")[2] in whole for one in said(tree))
    left = len(brief.new) - len(said(tree))
    assert left == 0 or f"{left} more in the timeline" in words(tree.xpath("//body")[0])
    changes = 9 - len(tree.xpath("//p[@class='change']"))
    assert changes == 0 or f"{changes} more change" in words(tree.xpath("//div[@class='changed']")[0])


def test_the_same_brief_is_the_same_letter(sample: Brief) -> None:
    """No clock and no chance."""
    assert letter_of(sample) == letter_of(sample)


# ---- hostile ------------------------------------------------------------------------------------

NASTY = '"><script>alert(1)</script><img src=x onerror=alert(1)><style>@import "x"</style>{{ 7*7 }}\x00\ud800</p>\nFrom x\n# y'


def test_hostile_words_stay_words(sample: Brief) -> None:
    """Markup in a title, a statement, a place, an outlet or a figure makes no element, in HTML or in Markdown."""
    one = replace(
        sample.new[0], place=NASTY, statement=replace(sample.new[0].statement, text=NASTY, language=NASTY, direction=NASTY, marks=())
    )  # fmt: skip
    sources = tuple(replace(one, title=NASTY, outlet=NASTY, url=f"https://x.example/{NASTY}") for one in sample.sources)
    figures = tuple(replace(key, figure=replace(key.figure, by=NASTY, qualifier=NASTY)) for key in sample.figures)
    brief = replace(
        sample, title=NASTY, topic=NASTY, bottom_line=(one,), also_new=(), new=(one,), sources=sources, figures=figures
    )
    text, plain = letter_of(brief, changes=[NASTY])
    tree = tree_of(text)
    assert tree.xpath("//script|//img|//@onerror") == []
    assert len(tree.xpath("//style")) == 1
    assert "{{ 7*7 }}" in words(tree.xpath("//h1")[0])
    assert not re.search("[\x00-\x08\x0b-\x1f\ud800-\udfff]", text)
    assert not [row for row in plain.splitlines() if row.startswith(("From ", "# y", "<"))]


# ---- looked at ----------------------------------------------------------------------------------


@pytest.mark.slow
@pytest.mark.skipif(not CHROMIUM, reason="needs Chromium")
@pytest.mark.parametrize("width", [320, 600, 1200])
@pytest.mark.parametrize("name", ["sample", "bare", "crowded"])
def test_no_screen_is_too_narrow(name: str, width: int, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    """In a frame of 320, 600 and 1,200 pixels nothing stands out to the side."""
    text = letter_of(request.getfixturevalue(name), changes=["A change of " + "x" * 200])[0]
    (tmp_path / "letter.html").write_text(text, encoding="utf-8")
    measure = (
        f'<iframe id="f" src="letter.html" width="{width}" height="600" style="border:0"></iframe><script>'
        'const f = document.getElementById("f"); f.onload = () => { const one = f.contentDocument.documentElement;'
        "document.title = `${one.scrollWidth} ${one.clientWidth}`; }</script>"
    )
    (tmp_path / "frame.html").write_text(f"<!DOCTYPE html><title></title>{measure}", encoding="utf-8")
    run = subprocess.run(
        [str(CHROMIUM), "--headless", "--no-sandbox", "--disable-gpu", "--allow-file-access-from-files",
         f"--user-data-dir={tmp_path / 'chromium'}", "--dump-dom", (tmp_path / "frame.html").as_uri()],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    wide, narrow = map(int, re.findall(r"<title>(\d+) (\d+)</title>", run.stdout)[0])
    assert wide <= narrow
    assert narrow in {width, width - 15}
