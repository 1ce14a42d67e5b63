"""The user's own templates, words and themes: each in place of ours, and a slip in one told in a line."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from briefing.errors import Misuse
from briefing.model import Brief
from briefing.rendering import render
from briefing.rendering.assets import template_folder


def put(folder: Path, name: str, text: str) -> Path:
    """Write a file below a folder, and give the folder."""
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return folder


def test_a_style_sheet_of_the_users_takes_the_place_of_ours(sample: Brief, tmp_path: Path) -> None:
    """The other files stay as they are."""
    page = str(render(sample, "html", templates=put(tmp_path, "brief.css", "body { color: teal }")))
    assert "color: teal" in page
    assert "--ink: #1c1c1c" not in page
    assert "@bottom-right" in page


def test_a_template_of_the_users_takes_the_place_of_ours(sample: Brief, tmp_path: Path) -> None:
    """It gets the same page and words."""
    folder = put(
        tmp_path, "brief.md.j2", "{{ page.title | md }}: {{ say('headings.sources') }} {{ page.sources | length }}"
    )
    assert render(sample, "md", templates=folder) == "Gaza ceasefire talks: Sources 7"


def test_some_words_of_the_users_take_the_place_of_ours(sample: Brief, tmp_path: Path) -> None:
    """A catalogue may hold a single phrase; the rest is ours."""
    page = str(render(sample, "md", templates=put(tmp_path, "words/en.toml", '[headings]\nsources = "References"')))
    assert "## References" in page
    assert "## Timeline" in page


def test_a_language_of_the_users_own(sample: Brief, tmp_path: Path) -> None:
    """A whole catalogue makes a language that we have none for."""
    english = (template_folder() / "words" / "en.toml").read_text(encoding="utf-8")
    folder = put(tmp_path, "words/nl.toml", english.replace('"Timeline"', '"Tijdlijn"'))
    page = str(render(replace(sample, language="nl"), "html", templates=folder))
    assert '<html lang="nl" dir="ltr">' in page
    assert "Tijdlijn" in page


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("breif.css", "", "breif.css, which no brief uses; did you mean brief.css?"),
        ("words/en.tml", "", "words/en.tml, which no brief uses; did you mean words/en.toml?"),
        (
            "words/en.toml",
            "[headings]\nsorces = 'x'",
            "'headings.sorces', which no brief uses; did you mean headings.sources?",
        ),
        ("words/en.toml", "[headings]\nsources = ", "words/en.toml is no TOML"),
        ("words/en.toml", "[dates]\nmonths = ['Jan']", "'dates.months' must be a list of 12"),
        ("words/en.toml", "[dates]\nmonth = ['Jan']", "'dates.month' must be one text"),
        ("words/en.toml", "[labels]\nplace = '{town}'", "'labels.place' has the place {town}, which nothing fills"),
        ("words/en.toml", "[labels]\nplace = '{place'", "'labels.place' has the place {…}"),
        ("words/nl.toml", "[headings]\nsources = 'Bronnen'", "words/nl.toml lacks"),
        ("brief.md.j2", "a\n{{ page.wether }}", "brief.md.j2, line 2: "),
        ("brief.md.j2", "a\n{% if %}", "brief.md.j2, line 2: "),
        ("brief.md.j2", "{{ page.__class__.__mro__ }}", "brief.md.j2, line 1: "),
        ("brief.md.j2", "{% include 'weather.j2' %}", "weather.j2"),
    ],
)
def test_a_slip_is_told_with_its_file(sample: Brief, tmp_path: Path, name: str, text: str, message: str) -> None:
    """One line names the file, what is wrong in it, and what was meant."""
    brief = replace(sample, language="nl") if "nl" in name else sample
    with pytest.raises(Misuse, match=re.escape(message)) as raised:
        render(brief, "md", templates=put(tmp_path, name, text))
    assert "\n" not in str(raised.value)


def test_a_file_that_is_no_text_is_told(sample: Brief, tmp_path: Path) -> None:
    """Its name, and how to save it."""
    (tmp_path / "brief.css").write_bytes("größe".encode("latin-1"))
    with pytest.raises(Misuse, match=r"brief\.css is no UTF-8 text; save it as UTF-8"):
        render(sample, "html", templates=tmp_path)


def test_a_folder_that_is_missing_is_told(sample: Brief) -> None:
    """With what it should hold."""
    with pytest.raises(Misuse, match="--templates nowhere is no folder; name one"):
        render(sample, "md", templates="nowhere")


# ---- themes --------------------------------------------------------------------------------------


def test_a_theme_colours_the_drawings_of_the_pdf(sample: Brief, tmp_path: Path) -> None:
    """Style sheets do not reach into shapes there; what a theme sets for paper stands in them, what it sets for screens does not."""
    css = ":root { --new: #003366 /* --old: #123456 */ }\n@media screen and (x) { :root { --new: #abcdef } }"
    (tmp_path / "mine.css").write_text(css, encoding="utf-8")
    shapes = str(render(sample, "html", theme=tmp_path / "mine.css")).partition("</style>")[2]
    assert ('fill="#003366"' in shapes, 'fill="#8a2f0a"' in shapes, 'fill="#6e6e6e"' in shapes) == (True, False, True)
    assert "#abcdef" not in shapes


@pytest.mark.parametrize("theme", sorted(file.stem for file in (template_folder() / "themes").glob("*.css")))
def test_a_theme_of_ours_sets_the_colours_of_the_page(sample: Brief, theme: str) -> None:
    """It comes after the style sheet and sets variables that it has."""
    page = str(render(sample, "html", theme=theme))
    before, after = page.split("</style>", maxsplit=1)[0].rsplit("/* ", 1)
    names = set(re.findall(r"(--[a-z]+):", after))
    assert {"--ink", "--paper", "--new"} <= names <= set(re.findall(r"(--[a-z]+):", before))


def test_a_theme_of_the_users_comes_last(sample: Brief, tmp_path: Path) -> None:
    """A file of CSS."""
    put(tmp_path, "mine.css", ":root { --ink: navy }")
    assert "--ink: navy }\n</style>" in str(render(sample, "html", theme=tmp_path / "mine.css"))


@pytest.mark.parametrize("css", ["@import 'x.css';", "a { background: URL (x.png) }", "</style><script>", "<!--"])
def test_a_theme_fetches_nothing_and_ends_no_style(sample: Brief, tmp_path: Path, css: str) -> None:
    """A brief needs nothing from elsewhere, so a theme that does is refused."""
    put(tmp_path, "mine.css", css)
    with pytest.raises(Misuse, match=r"mine\.css holds .* take it out of the style sheet"):
        render(sample, "html", theme=tmp_path / "mine.css")


@pytest.mark.parametrize(
    ("css", "message"),
    [
        ("a { color: red }\n:root { --ink: navy", "mine.css, line 2: something is opened here and never closed"),
        ("a { color: red }\n/* begun", "mine.css, line 2: a comment is begun here and never ended"),
        (":root {\n  --ink: navy;\n  color navy;\n}", "mine.css, line 3: this is no CSS"),
        ("@media print {\n  a { color: red } }\n}", "mine.css, line 3: this is no CSS"),
        ("/* none yet */", "mine.css, line 1: there is no rule in it"),
        (":root { --inck: navy }", "mine.css sets --inck, which nothing uses; did you mean --ink?"),
    ],
)
def test_a_broken_style_sheet_is_told_with_its_line(sample: Brief, css: str, message: str, tmp_path: Path) -> None:
    """A browser would drop what it cannot read, and the brief would look otherwise than its owner wished."""
    put(tmp_path, "mine.css", css)
    with pytest.raises(Misuse, match=re.escape(message)):
        render(sample, "html", theme=tmp_path / "mine.css")
    with pytest.raises(Misuse, match=re.escape(message.replace("mine.css", "brief.css"))):
        render(sample, "html", templates=put(tmp_path / "own", "brief.css", css))


def test_a_style_sheet_may_have_variables_of_its_own(sample: Brief, tmp_path: Path) -> None:
    """What it sets and uses itself is no slip; nor is any rule that CSS has."""
    css = '@charset "utf-8";\n:root { --mine: navy }\n@media print { @page { margin: 1cm } h1 { color: var(--mine) } }'
    put(tmp_path, "mine.css", css)
    assert css in str(render(sample, "html", theme=tmp_path / "mine.css"))


@pytest.mark.parametrize(
    ("theme", "message"),
    [
        ("plane", "did you mean plain?"),
        ("mine.css", "--theme mine.css is no file"),
        ("dark", "choose from: high-contrast, plain"),
    ],
)
def test_an_unknown_theme_is_told(sample: Brief, theme: str, message: str) -> None:
    """With those that there are."""
    with pytest.raises(Misuse, match=re.escape(message)):
        render(sample, "html", theme=theme)


# ---- from right to left -----------------------------------------------------------------------------


def test_an_arabic_brief_runs_from_right_to_left(sample: Brief) -> None:
    """The page says its language and direction, its sentences keep theirs."""
    page = str(render(replace(sample, language="ar"), "html"))
    assert '<html lang="ar" dir="rtl">' in page
    assert '<p lang="en" dir="ltr">' in page
    assert "التسلسل الزمني" in page
    assert "scaleX(-1)" in page
