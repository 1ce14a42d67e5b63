"""A style sheet of the user's own, looked through before it is used: a slip in it would change the page in silence.

CSS forgives everything (CSS Syntax Level 3, 2.2): a browser drops what it cannot read and says nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from briefing.errors import Misuse, nearest

__all__ = ["check_sheet"]

_FETCHES = re.compile(r"@import|url\s*\(|image-set\s*\(|</|<!--", re.IGNORECASE)
_SET, _USED = re.compile(r"(?<![\w-])(--[\w-]+)\s*:"), re.compile(r"var\(\s*(--[\w-]+)")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
Node = Any  # tinycss2 has no types
_END = "briefing-end"  # a rule put after the last one: where it is not read, something before it was left open


def check_sheet(css: str, file: Path, ours: str) -> None:
    """Raise `Misuse`, with the line, for what a style sheet may not hold or what no browser would read in it.

    ``ours`` is all CSS that the sheet is used with: a variable that neither it nor the sheet itself uses is a slip.
    """
    if found := _FETCHES.search(css):
        raise Misuse(
            f"{file} holds {found[0]!r}, but a brief needs nothing from elsewhere; take it out of the style sheet."
        )
    for line, message in _slips(css):
        raise Misuse(f"{file}, line {line}: {message}; mend it, or no reader sees what it was for.")
    plain = _COMMENT.sub("", css)
    known = {*_USED.findall(ours), *_USED.findall(plain)}
    for name in dict.fromkeys(_SET.findall(plain)):
        if name not in known:
            raise Misuse(f"{file} sets {name}, which nothing uses; {nearest(name, sorted(known))}")


def _slips(css: str) -> Iterator[tuple[int, str]]:
    """What is wrong with a style sheet, each with its line."""
    import tinycss2

    if "/*" in (rest := _COMMENT.sub(lambda comment: "\n" * comment[0].count("\n"), css)):
        yield rest.partition("/*")[0].count("\n") + 1, "a comment is begun here and never ended"
    *rules, end = tinycss2.parse_stylesheet(f"{css}\n{_END} {{}}", skip_comments=True, skip_whitespace=True)
    for rule in (*rules, end):
        yield from _in_rule(rule)
    if end.type != "qualified-rule" or tinycss2.serialize(end.prelude).strip() != _END:
        yield end.source_line, "something is opened here and never closed"
    elif not rules:
        yield 1, "there is no rule in it"


def _in_rule(rule: Node) -> Iterator[tuple[int, str]]:
    """The errors of a rule, and of the rules and declarations within it."""
    import tinycss2

    wrong = [part for part in (rule, *(getattr(rule, "prelude", None) or ())) if part.type == "error"]
    yield from ((part.source_line, "this is no CSS") for part in wrong)
    content = getattr(rule, "content", None) if rule.type in {"qualified-rule", "at-rule"} else None
    for inner in tinycss2.parse_blocks_contents(content or [], skip_comments=True, skip_whitespace=True):
        yield from _in_rule(inner)
