"""The brief as Markdown that reads well raw, on GitHub and through any converter.

Article text can make nothing here but text: `escape` turns every character that could begin markup, on its
own or in the place where a field stands, into one that cannot.
"""

from __future__ import annotations

import re

from briefing.rendering.citing import Cite

__all__ = ["cited", "escape", "marked", "one_line", "plain"]

_BREAKS = re.compile(r"[\x00-\x20\x7f-\x9f\u2028\u2029]+")
_DIRECTION = re.compile(r"[\u202a-\u202e\u2066-\u2069]")  # an unclosed one would turn the rest of the line around

_BACKSLASHED = re.compile(r"[\\`*_\[\]{}]")
_ENTITIES = re.compile(
    r"[<>|~^]"
    r"|&(?=\#?\w+;)"  # an entity
    r"|(?<=\S)\$"  # the second $ of a formula
    r"|[:/](?=/)|(?<!\d):(?=[\w+-]+:)"  # an address, an emoji
    r"|(?<=www)\.|@",  # an address without a scheme, mail, a mention
    re.IGNORECASE,
)
_AT_START = re.compile(r"^(?:[#+=:-]|\d+(?=[.)]))")


def one_line(text: str) -> str:
    """The text on one line: line breaks, tabs and control characters become one space, ends are bare."""
    return _flat(text).strip()


def _flat(text: str) -> str:
    return _BREAKS.sub(" ", _DIRECTION.sub("", text))


def escape(text: object) -> str:
    """A field as Markdown that renders as its own text, on one line, and as nothing else."""
    return _AT_START.sub(_guard_start, _inside_a_line(one_line(str(text))))


def _inside_a_line(text: str) -> str:
    return _ENTITIES.sub(_entity, _BACKSLASHED.sub(r"\\\g<0>", text))


def _entity(match: re.Match[str]) -> str:
    return f"&#{ord(match[0])};"


def _guard_start(match: re.Match[str]) -> str:
    """At the start of a line ``#``, ``-`` and the like make a block; ``1.`` makes a list."""
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
