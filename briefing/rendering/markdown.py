"""The brief as Markdown that reads well raw, on GitHub and through any converter.

Article text can make nothing here but text: `escape` turns every character that could begin markup, on its
own or in the place where a field stands, into one that cannot.
"""

from __future__ import annotations

import re

from briefing.rendering.citing import Cite, safe_link

__all__ = ["cited", "escape", "linked", "marked", "one_line", "plain"]

_BREAKS = re.compile(r"[\x00-\x20\x7f-\x9f\u2028\u2029]+")
_DIRECTION = re.compile(r"[\u202a-\u202e\u2066-\u2069]")  # an unclosed one would turn the rest of the line around

_BACKSLASHED = re.compile(r"[\\`*_\[\]{}]")
_ENTITIES = re.compile(
    r"[<>|~^]"
    r"|&(?=\#|\w+;)"  # an entity; browsers read one of a number without its semicolon, too
    r"|(?<=\S)\$(?!\d)|(?<=\$)\$"  # the second $ of a formula, which no digit follows: "US$5" is none
    r"|[:/](?=/)|(?<!\d):(?=[\w+-]+:)"  # an address, an emoji
    r"|(?<=www)\.|@",  # an address without a scheme, mail, a mention
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"https?://[^\s<>\"]+")
_AFTER_ADDRESS = ".,;:!?)]}'’”»…"  # what ends the sentence and not the address
_AT_START = re.compile(
    r"^(?:[#:]"
    r"|[+-](?=[\s+=:|-]|$)"  # a list, a rule, a table; "+13" and "-4" are none
    r"|=(?==*\s*$)"  # what makes a heading of the line above
    r"|\d+(?=[.)](?:\s|$)))"  # a list; "13.5" is none
)


def one_line(text: str) -> str:
    """The text on one line: line breaks, tabs and control characters become one space, ends are bare."""
    return _flat(text).strip()


def _flat(text: str) -> str:
    return _BREAKS.sub(" ", _DIRECTION.sub("", text))


def escape(text: object) -> str:
    """A field as Markdown that renders as its own text, on one line, and as nothing else."""
    return _AT_START.sub(_guard_start, _inside_a_line(one_line(str(text))))


def linked(text: object) -> str:
    """A field as `escape` writes it, but for its web addresses, which are links in angle brackets and read as they are."""
    line, parts, at = one_line(str(text)), [], 0
    for match in _ADDRESS.finditer(line):
        address = match[0].rstrip(_AFTER_ADDRESS)
        if safe_link(address) == address:
            parts += [line[at : match.start()], address]
            at = match.start() + len(address)
    told = [f"<{part}>" if number % 2 else _inside_a_line(part) for number, part in enumerate([*parts, line[at:]])]
    return _AT_START.sub(_guard_start, "".join(told))


def _inside_a_line(text: str) -> str:
    return _ENTITIES.sub(_entity, _BACKSLASHED.sub(r"\\\g<0>", text))


def _entity(match: re.Match[str]) -> str:
    return f"&#{ord(match[0])};"


def _guard_start(match: re.Match[str]) -> str:
    """At the start of a line ``#``, ``- `` and the like make a block; ``1. `` makes a list."""
    head = match[0]
    return f"&#{ord(head[0])};{head[1:]}"


def marked(pieces: tuple[tuple[str, bool], ...]) -> str:
    """A passage with the words that date it in bold."""
    return "".join(_bold(text) if dating else _inner(text) for text, dating in pieces).strip()


def plain(pieces: tuple[tuple[str, bool], ...]) -> str:
    """A passage without marks."""
    return escape("".join(text for text, _ in pieces))


def _inner(text: str) -> str:
    # Spaces at the ends of a piece part it from the next one.
    flat = _flat(text)
    core = flat.strip()
    if not core:
        return flat
    before, _, after = flat.partition(core)
    return f"{before}{escape(core)}{after}"


def _bold(text: str) -> str:
    # Only between letters and digits do asterisks mean bold to every converter, whatever stands around them.
    if text[:1].isalnum() and text[-1:].isalnum():
        return f"**{_inside_a_line(one_line(text))}**"
    return _inner(text)


def cited(parts: Cite) -> str:
    """Source numbers in brackets: ``[1–4, 9]``; nothing when there are none."""
    return f"[{''.join(f'{before}{number}' for before, number in parts)}]" if parts else ""
