"""What every test may use: a way to write down an article, and the check that no brief invents a word."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from briefing import pipeline
from briefing.composing import Request, Unused, compose
from briefing.datespan import DateSpan
from briefing.errors import Problem
from briefing.events import Found
from briefing.model import Article, Brief, PublishedFrom, Statement

EXAMPLES = Path(__file__).parent.parent / "examples"

Write = Callable[..., Article]


@pytest.fixture
def article() -> Write:
    """Write an article: ``article("text", published="2024-09-14", outlet="Agency A")``."""

    def write(text: str, published: str = "2024-09-14", **fields: str) -> Article:
        span = DateSpan.parse(published) if published else None
        came_from = PublishedFrom.FIELD if span else PublishedFrom.NOWHERE
        fields = {"id": f"{published} {fields.get('outlet', '')} {text}", "language": "en", **fields}
        return Article(text=text, published=span, published_from=came_from, **fields)  # type: ignore[arg-type]

    return write


@pytest.fixture
def seeds() -> Path:
    """The two articles the project started from, which are not ours to publish."""
    return _outside("BRIEFING_SEEDS")


@pytest.fixture
def outside_data() -> Path:
    """Annotated news of others, to develop on."""
    return _outside("BRIEFING_DATA")


def _outside(variable: str) -> Path:
    where = os.environ.get(variable, "")
    if not where or not Path(where).is_dir():
        pytest.skip(f"{variable} names no folder, so this test has no outside texts to read")
    return Path(where)


# ---- no brief invents a word -------------------------------------------------------------------------


@pytest.fixture(autouse=True, scope="session")
def every_brief_is_verbatim() -> Iterator[None]:
    """Check every brief that any test makes: each statement in it stands in the article that it cites."""

    def checked(found: Found, request: Request, unused: Unused, problems: Sequence[Problem] = ()) -> Brief:
        brief = compose(found, request, unused, problems)
        assert_verbatim(brief, found.articles)
        return brief

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pipeline, "compose", checked)
        yield


def assert_verbatim(brief: Brief, articles: Sequence[Article]) -> None:
    """Fail unless each statement is the article's own words, whole or a first part that ends in "…".

    What an event rests on stands in the text too, or, of a headline, in the title.
    """
    texts = {article.id: article.text for article in articles}
    titles = {article.id: article.title for article in articles}
    for report in (report for entry in brief.events for report in entry.event.reports):
        told = titles if report.is_headline else texts
        assert told[report.article][report.start : report.end] == report.text, f"{report.text!r} stands nowhere"
    for statement in statements_of(brief):
        said = statement.text.removesuffix("…") if _is_cut(statement, texts) else statement.text
        where = slice(statement.start, statement.start + len(said))
        assert said, f"article {statement.article} is cited with no words"
        assert texts[statement.article][where] == said, f"{statement.text!r} does not stand in its article"


def _is_cut(statement: Statement, texts: dict[str, str]) -> bool:
    whole = texts[statement.article][statement.start : statement.start + len(statement.text)]
    return statement.text.endswith("…") and whole != statement.text


def statements_of(brief: Brief) -> list[Statement]:
    """Every statement that a brief can show."""
    tied = [line for thread in brief.threads for line in thread.lines]
    rows = (*brief.new, *brief.background, *brief.ahead, *brief.overdue, *brief.events)
    entries = (*brief.bottom_line, *brief.also_new, *rows, *tied)
    excerpts = [excerpt for source in (*brief.sources, *brief.undated) for excerpt in source.excerpts]
    claims = [claim.statement for dispute in brief.disputes for claim in dispute.claims]
    return [*(entry.statement for entry in entries), *excerpts, *claims, *(who.words for who in brief.people)]
