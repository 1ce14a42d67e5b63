"""The analyst's own note: Markdown in, and out again as HTML and as Markdown that can be nothing but text.

Nobody's HTML gets through: what is not plain text structure is taken out (by nh3, a binding of ammonia), pictures and
scripts with it, and of links only those to the web and to mail stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from briefing.errors import Misuse
from briefing.rendering.citing import safe_link
from briefing.rendering.markdown import escape, one_line

__all__ = ["note_html", "note_markdown"]

_TAGS = set("p br ul ol li strong em code pre blockquote a h1 h2 h3 h4 h5 h6 hr".split())
_HEADING = re.compile(r"<(/?)h[1-6]>")


def note_html(text: str) -> str:
    """A note's Markdown as clean HTML; its headings stand one below that of the box. Raises `Misuse` for a bottomless one."""
    from markdown import markdown
    from nh3 import clean

    try:
        raw = markdown(text, extensions=["sane_lists"], output_format="html")
    except RecursionError as error:
        raise Misuse("the note has lists within lists within lists, too deep to be read; make it flatter.") from error
    safe = clean(
        raw,
        tags=_TAGS,
        attributes={"a": {"href"}},
        url_schemes={"http", "https", "mailto"},
        link_rel="noopener noreferrer",
    )
    return _HEADING.sub(r"<\1h3>", safe).strip()


def note_markdown(text: str) -> str:
    """A note as Markdown of our own making, each of its lines quoted, so that the box can be told from the brief."""
    from lxml.html import fragment_fromstring

    tree = fragment_fromstring(note_html(text), create_parent="div")
    blocks = ["\n".join(lines) for lines in _blocks(tree)]
    return "\n".join(f"> {line}".rstrip() for line in "\n\n".join(blocks).split("\n"))


def _blocks(parent: Any) -> Iterator[list[str]]:  # noqa: ANN401 -- lxml's elements have no useful type
    """The blocks inside an element, each as its lines."""
    loose = _inline(parent, below=False)
    if loose:
        yield [loose]
    for block in parent:
        match block.tag:
            case "ul" | "ol":
                yield list(_items(block))
            case "blockquote":
                yield [f"> {line}".rstrip() for lines in _blocks(block) for line in [*lines, ""]][:-1]
            case "pre":
                yield [f"    {line}" for line in str(block.text_content()).rstrip("\n").split("\n")]
            case "h3":
                yield [f"**{_inline(block)}**"]
            case "hr":
                yield ["---"]
            case "p":
                yield [_inline(block)]


def _items(block: Any) -> Iterator[str]:  # noqa: ANN401
    for number, item in enumerate(block, 1):
        sign = f"{number}. " if block.tag == "ol" else "- "
        lines = [_inline(item, below=False), *(line for lines in _blocks_of(item) for line in lines)]
        first, *rest = [line for line in lines if line]
        yield sign + first
        yield from (" " * len(sign) + line for line in rest)


def _blocks_of(item: Any) -> Iterator[list[str]]:  # noqa: ANN401
    blocks = _blocks(item)
    if _inline(item, below=False):
        next(blocks)  # the item's own words, which stand on its first line
    return blocks


_BLOCKS = frozenset("p ul ol li pre blockquote h3 hr".split())
_AROUND = {"strong": "**", "em": "*"}


def _inline(element: Any, *, below: bool = True) -> str:  # noqa: ANN401
    """The words of an element on one line; without those of the blocks ``below`` it where it may hold blocks."""
    parts = [_flat(element.text)]
    for child in element:
        if below or child.tag not in _BLOCKS:
            parts.append(_span(child))
        parts.append(_flat(child.tail))
    return "".join(parts).strip()


def _span(child: Any) -> str:  # noqa: ANN401
    inner = _inline(child)
    link = safe_link(child.get("href") or "") if child.tag == "a" else ""
    if not inner:
        return " "
    if link:
        return f"[{inner}](<{link}>)"
    sign = _AROUND.get(child.tag, "")
    return f"{sign}{inner}{sign}"


def _flat(text: str | None) -> str:
    """Escaped words; the blanks at their ends stay, as they part them from what comes next."""
    text = text or ""
    core = escape(one_line(text))
    if not core:
        return " " if text else ""
    return f"{' ' * text[0].isspace()}{core}{' ' * text[-1].isspace()}"
