"""Text files and Markdown files: one article each."""

from __future__ import annotations

import re
from collections.abc import Callable

from briefing.reading.assembling import split_locale
from briefing.reading.fields import Fields, read_fields
from briefing.reading.found import Found, Tell
from briefing.reading.front_matter import read_front_matter, split_front_matter
from briefing.reading.header_block import HeaderBlock, split_header_block
from briefing.reading.story import Story, read_story

__all__ = ["read_markdown", "read_text"]


def read_text(text: str, place: str, file_name: str, tell: Tell) -> Found:
    """One article from plain text, with the lines ``Key: value`` above it, if any, as its fields."""
    block = split_header_block(text)
    fields = read_fields(block.fields, place, tell)
    language, region = split_locale(fields.language)
    story = read_story(block.text, title=fields.title, language=language, country=fields.country or region)
    return _found(place, file_name, fields, story, block.others)


def read_markdown(text: str, place: str, file_name: str, tell: Tell) -> Found:
    """One article from Markdown: YAML front matter, the first heading, the body as prose."""
    matter = split_front_matter(text, place, tell)
    record = read_front_matter(matter.yaml, place, tell)
    block = HeaderBlock({}, (), matter.body) if record else split_header_block(matter.body)
    fields = read_fields(record or block.fields, place, tell)
    heading = re.match(r"\s*#[ \t]+(\S.*)\n|\s*(\S.*)\n=+[ \t]*\n", block.text + "\n")
    title = fields.title or (_inline(heading[1] or heading[2]).rstrip("# ") if heading else "")
    language, region = split_locale(fields.language)
    story = read_story(as_prose(block.text), title=title, language=language, country=fields.country or region)
    return _found(place, file_name, fields, story, block.others)


def _found(place: str, file_name: str, fields: Fields, story: Story, others: tuple[str, ...]) -> Found:
    return Found(
        place=place,
        text=story.text,
        title=story.title,
        id=fields.id,
        url=fields.url,
        outlet=fields.outlet,
        country=fields.country,
        language=fields.language,
        field=fields.published,
        header=story.stamp,
        retrieved=fields.retrieved,
        left_out="\n\n".join(filter(None, (*others, story.left_out))),
        header_outlet=story.outlet,
        file_name=file_name,
    )


# ---- Markdown to prose ------------------------------------------------------------------------
#
# A Markdown library would make HTML of it, and article text in one is quadratic ("[" 4,000 times);
# prose needs only the marks taken off, by patterns with bounded repeats.

_Patterns = tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...]
_BLOCK: _Patterns = (
    (re.compile(r"^(?:```|~~~).*$", re.MULTILINE), ""),  # fences
    (re.compile(r"^ {0,3}\[[^\]\n]{1,200}\]:[ \t]*\S.*$", re.MULTILINE), ""),  # link definitions
    (re.compile(r"^ {0,3}(?:(?:[-*_][ \t]*+){3,80}+|=++)$", re.MULTILINE), ""),  # rules, underlines of headings
    (re.compile(r"^ {0,3}#{1,6}[ \t]+(.*)$", re.MULTILINE), lambda match: f"\n{match[1].rstrip('# ')}\n"),
    (re.compile(r"^[ \t]*(?:>[ \t]?){1,9}", re.MULTILINE), ""),
    (re.compile(r"^[ \t]*[-*+][ \t]+", re.MULTILINE), "\n"),  # not "9. ", which may be a day of May
)
_INLINE: _Patterns = (
    (re.compile(r"<(https?://[^<>\s]{1,2000})>"), r"\1"),
    (re.compile(r"<!--[^<>]{0,2000}+(?<=--)>"), ""),
    (re.compile(r"</?[a-zA-Z][^<>\n]{0,500}>"), ""),
    (re.compile(r"!\[[^\[\]\n]{0,300}\](?:\([^()\n]{0,2000}\)|\[[^\[\]\n]{0,100}\])"), ""),  # pictures
    (re.compile(r"\[([^\[\]\n]{1,500})\](?:\([^()\n]{0,2000}\)|\[[^\[\]\n]{0,100}\])"), r"\1"),  # links
    (re.compile(r"\[\^[^\[\]\n]{1,50}\]"), ""),  # footnote marks
    (re.compile(r"(?<![\w*])(\*{1,3})(?=\S)([^*\n]{1,1000})(?<=\S)\1(?![\w*])"), r"\2"),
    (re.compile(r"(?<![\w_])(_{1,3})(?=\S)([^_\n]{1,1000})(?<=\S)\1(?![\w_])"), r"\2"),
    (re.compile(r"(?<!~)~~(?=\S)([^~\n]{1,1000})~~"), r"\1"),
    (re.compile(r"`([^`\n]{1,1000})`"), r"\1"),
)


def as_prose(text: str) -> str:
    """Markdown as plain paragraphs: marks gone, words kept, one blank line between blocks."""
    for pattern, replacement in _BLOCK:
        text = pattern.sub(replacement, text)
    blocks = (" ".join(block.split()) for block in re.split(r"\n[ \t]*\n", text))
    return _inline("\n\n".join(block for block in blocks if block))


_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+.!>~|-])")
_HIDDEN = 0xE000  # private characters stand in for escaped marks until the other marks are gone
_UNHIDE = {_HIDDEN + ord(mark): mark for mark in "\\`*_{}[]()#+.!>~|-"}


def _inline(text: str) -> str:
    escaped = "\\" in text
    if escaped:
        text = _ESCAPED.sub(lambda match: chr(_HIDDEN + ord(match[1])), text)
    for pattern, replacement in _INLINE:
        text = pattern.sub(replacement, text)
    if "&" in text:
        from html import unescape

        text = unescape(text)
    return (text.translate(_UNHIDE) if escaped else text).strip()
