"""Whatever bytes a file holds: an article or a problem, never an exception, never silence."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing.errors import Problem
from briefing.reading import read_articles
from briefing.reading.datenames import date_in_file_name, date_in_url
from briefing.reading.datetext import read_date
from briefing.reading.headers import read_header

ENDINGS = [".txt", ".md", ".html", ".json", ".jsonl"]
PIECES = st.sampled_from([
    "---\n", "title: a\n", "date: 2024-02-31\n", "<p>", "</p>", "<script>", "<!--", "-->", "<html lang=en>", "<meta charset=utf-16>", "<td>",
    '<meta property="article:published_time" content="', "&#0;", "&#xD800;", '{"text": "', '"}', "{", "}", "[", "]", '"articles": ', ", ",
    "\\ud800", "\\u0000", "\n", "\r", "\f", "\u2028", "\ufeff", "Related posts\n", "Published: ", "By ", " | News", "2024-09-14", "31/31/2024",
    "99:99", "# ", "**", "[x](", "![", "İ", "مايو", "٣", "🇹🇷", "\x07", "yesterday", " date ", "T25:00Z", "T00:00+99:99", "<a " * 3, "&amp;",
])  # fmt: skip
SOUP = st.lists(st.one_of(PIECES, st.text(max_size=5)), max_size=40).map("".join)


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    """One folder for all examples."""
    with TemporaryDirectory() as path:
        yield Path(path)


@pytest.mark.parametrize("ending", ENDINGS)
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=st.one_of(st.binary(max_size=200), SOUP.map(lambda text: text.encode("utf-8", "surrogatepass"))))
def test_any_bytes(folder: Path, ending: str, content: bytes) -> None:
    """Every file gives an article or a problem, and all that comes out can be written as UTF-8 on one line."""
    path = folder / f"any{ending}"
    path.write_bytes(content)
    problems: list[Problem] = []
    articles = list(read_articles(path, problems))
    assert articles or problems
    for article in articles:
        assert article.text.strip()
        assert article.id
        (article.text + article.title + article.left_out + article.outlet + article.url).encode()
        assert "\0" not in article.text + article.title
    for problem in problems:
        assert "\n" not in problem.message
        str(problem).encode()


@settings(max_examples=300, deadline=None)
@given(text=SOUP, language=st.sampled_from(["", "en", "tr", "xx"]), country=st.sampled_from(["", "US", "TR"]))
def test_any_words(text: str, language: str, country: str) -> None:
    """No words upset the readers of dates and headers."""
    read_date(text, language=language, country=country)
    date_in_file_name(text)
    date_in_url(text, country=country)
    header = read_header(text.split("\n"), language=language, country=country)
    assert set(header.story) <= set(text.split("\n")) | {header.title, header.story[0].strip() if header.story else ""}
