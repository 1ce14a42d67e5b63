"""A piece of HTML, as feeds and mails hold it -> its text in paragraphs."""

from __future__ import annotations

import re
from html import unescape

__all__ = ["text_of_markup"]

LONGEST = 1_000_000
# The pieces stand inside a page's main column already, so nothing has to be found: marks go, blocks part paragraphs.
_UNSEEN = re.compile(r"<(script|style|noscript|template|svg|figcaption)\b.*?(?:</\1\s*>|\Z)", re.IGNORECASE | re.DOTALL)
_BLOCK = re.compile(
    r"</?(?:p|div|br|li|ul|ol|h[1-6]|table|tr|td|th|blockquote|section|article|header|footer|figure|hr|pre|dl|dt|dd|aside|main)\b[^<>]{0,4000}>",
    re.IGNORECASE,
)
_TAG = re.compile(r"<(?:!--.*?-->|[/!?]?[a-zA-Z][^<>]{0,4000}>)", re.DOTALL)


def text_of_markup(markup: str) -> str:
    """The words of a piece of HTML, a blank line between its blocks; what is not shown (scripts) is left out."""
    text = _UNSEEN.sub(" ", markup[:LONGEST])
    text = _TAG.sub("", _BLOCK.sub("\n", " ".join(text.split())))
    lines = (" ".join(unescape(line).split()) for line in text.split("\n"))
    return "\n\n".join(line for line in lines if line)
