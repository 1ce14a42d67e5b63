"""Sources into and out of ``brief.toml``, which stays as its owner wrote it: comments, order and all."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import tomlkit
from tomlkit.items import AoT, Table

from briefing.config import KINDS, SourceEntry, parse_config
from briefing.desk.locating import CONFIG_NAME
from briefing.errors import Misuse

__all__ = ["NEW_DESK", "with_sources", "without_sources"]

NEW_DESK = """\
# The desk of `brief`: what it follows and how its briefs look. `brief status` shows what is in force.
# topic = "Gaza ceasefire"
# title = "Ceasefire talks, daily"
# zone = "Europe/Istanbul"
"""


def with_sources(text: str, sources: Sequence[SourceEntry]) -> tuple[str, list[SourceEntry]]:
    """The configuration with sources added, and those that it did not have."""
    document = tomlkit.parse(text)
    known = {source.address for source in parse_config(text, CONFIG_NAME).sources}
    new = list({source.address: source for source in sources if source.address not in known}.values())
    if not new:
        return text, []
    listed = document.setdefault("sources", tomlkit.aot())
    if not isinstance(listed, AoT):
        raise Misuse(_ONE_LINE)
    for source in new:
        listed.append(_table(source))
    return tomlkit.dumps(document), new


def without_sources(text: str, names: Sequence[str]) -> tuple[str, list[str]]:
    """The configuration without some sources, named by address or by name, and the addresses taken out.

    Whole lines go, so that all others stay as they are. Raises `Misuse` where one is not there.
    """
    sources = parse_config(text, CONFIG_NAME).sources
    for name in names:
        if not any(name in {one.address, one.name} for one in sources):
            raise Misuse(f"the desk has no source {name!r}; brief status lists them.")
    gone = [number for number, one in enumerate(sources) if {one.address, one.name} & set(names)]
    lines = text.splitlines(keepends=True)
    heads = [number for number, line in enumerate(lines) if _SOURCE.match(line)]
    if len(heads) != len(sources):
        raise Misuse(_ONE_LINE)
    for number in reversed(gone):
        del lines[heads[number] : _end_of(lines, heads[number])]
    changed = "".join(lines)
    if parse_config(changed, CONFIG_NAME).sources != tuple(one for at, one in enumerate(sources) if at not in gone):
        raise Misuse(f"{CONFIG_NAME}: the source cannot be told from its surroundings; take it out by hand.")
    return changed, [sources[number].address for number in gone]


def _end_of(lines: Sequence[str], head: int) -> int:
    """The line after the last key of a source; comments after an empty line belong to what comes next."""
    following = (number for number in range(head + 1, len(lines)) if lines[number].lstrip().startswith("["))
    end = next(following, len(lines))
    empty = next((number for number in range(head + 1, end) if not lines[number].strip()), end)
    keys = [number for number in range(empty, end) if _KEY.match(lines[number])]
    return keys[-1] + 1 if keys else min(empty + 1, end)


_SOURCE = re.compile(r"\s*\[\[\s*sources\s*\]\]")
_KEY = re.compile(r"\s*[\w\"']")
_ONE_LINE = f"{CONFIG_NAME}: sources is written as one line; write each source as [[sources]], then try again."


def _table(source: SourceEntry) -> Table:
    table = tomlkit.table()
    for key in (*KINDS, "name"):
        if value := getattr(source, key):
            table[key] = value
    return table


def relative_to(desk: Path, path: Path) -> str:
    """A path as the configuration writes it: from the desk's own folder where it lies below."""
    whole = path.resolve()
    return whole.relative_to(desk).as_posix() if whole.is_relative_to(desk) else str(whole)
