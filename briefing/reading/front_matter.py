"""The YAML between two lines ``---`` at the top of a Markdown file; where it is broken, its lines one by one."""

from __future__ import annotations

import re
from typing import NamedTuple

from briefing.reading.found import Tell, Unreadable

__all__ = ["Parts", "read_front_matter", "split_front_matter"]

LONGEST = 64 * 1024
_LINE = re.compile(r"(?P<key>[^\W\d][\w-]{0,30})[ \t]*:[ \t]+(?P<value>\S.*)")
_BEGINS_NO_TEXT = ("|", ">", "[", "{", "&", "*", "!", "#")  # a value of several lines, or none that is text
_QUOTED = re.compile(r"(?P<mark>[\"'])(?P<value>.*)(?P=mark)")


class Parts(NamedTuple):
    """Front matter and what stands below it."""

    yaml: str
    body: str


def split_front_matter(text: str, place: str, tell: Tell) -> Parts:
    """Split the block between two lines ``---`` at the very top from the body."""
    if not re.match(r"---[ \t]*\n", text):
        return Parts("", text)
    end = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.MULTILINE).search(text, text.index("\n") + 1)
    if end is None:
        tell(place, "opens front matter in line 1 and never closes it; end it with a line ---")
        return Parts("", text.partition("\n")[2])
    return Parts(text[text.index("\n") + 1 : end.start()], text[end.end() :])


def read_front_matter(block: str, place: str, tell: Tell) -> dict[str, object]:
    """The fields of front matter, their keys in small letters; what is wrong with it is told, and costs no other field."""
    if not block.strip():
        return {}
    if len(block) > LONGEST:
        tell(place, "has front matter of more than 64 KB, which was not read; shorten it")
        return {}
    try:
        return _read_yaml(block)
    except Unreadable as error:
        fields = _read_lines(block)
        rest = "its lines were read one by one" if fields else "the text was read without it"
        tell(place, f"{error}; {rest}")
        return fields


def _read_yaml(block: str) -> dict[str, object]:
    import yaml  # 68 ms that only front matter costs

    try:
        # BaseLoader makes nothing but text, lists and mappings: no value is turned into a date or
        # a number, so an impossible date is told as such and a title "2024" stays one.
        record = yaml.load(block, Loader=yaml.BaseLoader)  # noqa: S506
    except yaml.MarkedYAMLError as error:
        line = f" in line {error.problem_mark.line + 2}" if error.problem_mark else ""
        raise Unreadable(f"has broken front matter{line} ({_why(error)})") from error
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        raise Unreadable("has broken front matter; correct it, or take it out") from error
    if not isinstance(record, dict):
        raise Unreadable("has front matter that is no list of `key: value` lines (line 2)")
    return {str(key).lower(): value for key, value in record.items()}


def _why(error: Exception) -> str:
    """What is wrong, in the words of YAML but for what people do most."""
    problem = str(getattr(error, "problem", ""))
    if problem == "mapping values are not allowed here":
        return "a value that holds a colon; put it in quotation marks"
    return problem


def _read_lines(block: str) -> dict[str, object]:
    """The lines ``key: value`` of a block that as a whole is no YAML, each value as it is written."""
    fields: dict[str, object] = {}
    for line in block.splitlines():
        found = _LINE.match(line)
        if found and not found["value"].startswith(_BEGINS_NO_TEXT):
            value = found["value"].strip()
            quoted = _QUOTED.fullmatch(value)
            fields.setdefault(found["key"].lower(), quoted["value"] if quoted else value)
    return fields
