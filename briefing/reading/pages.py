"""Saved web pages: main text, metadata and publication date; what is broken or hostile is said with its line."""

from __future__ import annotations

import re
from copy import deepcopy
from functools import lru_cache
from logging import NullHandler, getLogger
from typing import TYPE_CHECKING, Any, NamedTuple

from briefing.reading.assembling import split_locale
from briefing.reading.found import Found, Tell, Unreadable
from briefing.reading.page_outlet import find_outlet
from briefing.reading.series import missing_prose, open_series
from briefing.reading.story import read_story

if TYPE_CHECKING:
    from configparser import ConfigParser

    from lxml.html import HtmlElement

__all__ = ["read_page"]

MOST_TAGS = 20_000  # beyond, finding the story takes many seconds
MOST_ATTRIBUTES = 1_000  # of one tag: 40,000 take lxml seven seconds
DEEPEST = 200  # lxml drops text nested deeper than 256 without a word
_LONG_TAG = 8_000
_TAG = re.compile(r"<[a-zA-Z](?:[^>\"']++|\"[^\"]*+\"|'[^']*+')*+")
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
_REMEDY = "save it again, or save its text as .txt"


def read_page(text: str, place: str, file_name: str, tell: Tell) -> Found:
    """One article from one HTML page. Raises `Unreadable` for a page without a story, or too costly to read."""
    from briefing.reading.page_dates import find_page_date, find_visible_date  # lxml and htmldate

    _refuse_costly(text)
    broken = _where_it_breaks_off(text)
    try:
        tree = _parse(text)
        about = _metadata(tree)
        main_text, lost = _whole_text(tree)
    except Exception as error:  # whatever a page does to the libraries costs that page only
        raise Unreadable(f"is a page that cannot be taken apart ({type(error).__name__}); {_REMEDY}") from error
    language, region = split_locale(about.language)
    story = read_story(main_text, title=about.title, language=language, country=region)
    if not story.text:
        where = broken or _where_the_body_is(text)
        raise Unreadable(f"is a page in which no story was found ({where}); {_REMEDY}")
    if broken:
        tell(place, f"is a broken page: {broken}; {_REMEDY} if the story is not whole")
    if tree.xpath(f"boolean(/{'/'.join('*' * (DEEPEST + 1))})"):
        tell(place, f"is a page nested more than {DEEPEST} levels deep, where text can get lost; {_REMEDY}")
    return Found(
        place=place,
        text=story.text,
        title=about.title,
        url=about.url,
        outlet=about.outlet,
        language=about.language,
        page=find_page_date(tree),
        header=story.stamp or find_visible_date(tree, about.language),
        left_out="\n\n".join(filter(None, [story.left_out, *lost])),
        file_name=file_name,
    )


# ---- what is wrong with a page ----------------------------------------------------------------


def _refuse_costly(text: str) -> None:
    """Turn away pages that are cheap to write and dear to read, before anything is parsed."""
    if text.count("<") > MOST_TAGS and sum(1 for _ in re.finditer(r"<[a-zA-Z]", text)) > MOST_TAGS:
        raise Unreadable(f"is a page of more than {MOST_TAGS:,} tags and was not read; save its text as .txt")
    for tag in _TAG.finditer(text):
        if len(tag[0]) > _LONG_TAG and len(_QUOTED.sub("", tag[0]).split()) > MOST_ATTRIBUTES:
            raise Unreadable(
                f"has a tag with more than {MOST_ATTRIBUTES:,} attributes in line {_line(text, tag.start())} "
                "and was not read; save its text as .txt"
            )


def _where_it_breaks_off(text: str) -> str:
    """Where a page ends in the middle of something, in words, or an empty string."""
    lower = text.lower()
    for opening, closing, name in _PAIRS:
        start = lower.rfind(opening)
        if start > lower.rfind(closing):
            return f"{name} that begins in line {_line(text, start)} never ends"
    if re.search(r"<(?:html|body)[\s>]", lower) and "</html" not in lower and "</body" not in lower:
        return f"it breaks off in line {_line(text, len(text.rstrip()))}"
    return ""


_PAIRS = (
    ("<!--", "-->", "a comment"),
    ("<script", "</script", "a script"),
    ("<style", "</style", "a style sheet"),
    ("<", ">", "a tag"),
)


def _where_the_body_is(text: str) -> str:
    body = re.search(r"<body", text, re.IGNORECASE)
    return f"its body begins in line {_line(text, body.start())}" if body else "it has no <body>, line 1"


def _line(text: str, position: int) -> int:
    return text.count("\n", 0, position) + 1


# ---- what is in it ----------------------------------------------------------------------------


class _About(NamedTuple):
    title: str
    outlet: str
    url: str
    language: str


def _parse(text: str) -> HtmlElement:
    from lxml import html  # 70 ms

    # The text is decoded already: handing over bytes in UTF-8 makes lxml ignore what the page declares.
    parser = html.HTMLParser(encoding="utf-8", remove_pis=True)
    tree = html.document_fromstring(text.encode(), parser=parser)
    for cell in _elements(tree, "//td[p or div or table]"):  # a table that lays out a page is no table of data
        for element in (cell, *cell.iterancestors("tr", "tbody", "table")):
            element.tag = "div"
    return tree


def _metadata(tree: HtmlElement) -> _About:
    from trafilatura.metadata import extract_metadata  # 0.3 s

    # The date that this finds is not used; a fixed latest date keeps the clock out of it.
    found = extract_metadata(
        deepcopy(tree), date_config={"extensive_search": False, "max_date": "2199-12-31"}, extensive=False
    )
    url = found.url or ""
    return _About(
        title=found.title or "",
        outlet=find_outlet(tree),
        url=url if url.startswith(("http://", "https://")) else "",
        language=(tree.get("lang") or tree.get("xml:lang") or "").strip(),
    )


def _elements(tree: HtmlElement, path: str) -> list[HtmlElement]:
    found: list[HtmlElement] = tree.xpath(path)
    return found


def _whole_text(tree: HtmlElement) -> tuple[str, list[str]]:
    """The story, also one in many pieces, and the paragraphs of the page's middle that are not in it."""
    text = _main_text(tree)
    lost = missing_prose(tree, text)
    if lost and open_series(text, lost):
        longer = _main_text(tree)
        still = missing_prose(tree, longer)
        if len(still) < len(lost):
            text, lost = longer, still
    return text, [" ".join(paragraph.text_content().split()) for paragraph in lost]


def _main_text(tree: HtmlElement) -> str:
    """The story, a paragraph between blank lines each; list and table marks are taken off."""
    import trafilatura  # 0.3 s

    _quiet()
    found: Any = trafilatura.bare_extraction(tree, fast=True, include_comments=False, config=_config())
    lines = (found.text or "").split("\n") if found else []
    return "\n\n".join(_without_marks(line) for line in lines)


def _without_marks(line: str) -> str:
    line = line.strip().removeprefix("- ")
    return line.strip("| ") if line.startswith("|") else line


@lru_cache(maxsize=1)
def _config() -> ConfigParser:
    """Take short stories as they are: below 250 characters the default falls back to all text of the page in one line."""
    from trafilatura.settings import use_config

    config: ConfigParser = use_config()
    config.set("DEFAULT", "MIN_EXTRACTED_SIZE", "1")
    return config


@lru_cache(maxsize=1)
def _quiet() -> None:
    """Keep what the libraries log off the terminal where nobody has asked for it; what matters is told as a Problem."""
    for name in ("trafilatura", "htmldate"):
        getLogger(name).addHandler(NullHandler())
