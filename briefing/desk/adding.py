"""Sources into and out of ``brief.toml``, which stays as its owner wrote it: comments, order and all."""

from __future__ import annotations

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
        raise Misuse(
            f"{CONFIG_NAME}: sources is written as one line; write each source as [[sources]], then add again."
        )
    for source in new:
        listed.append(_table(source))
    return tomlkit.dumps(document), new


def without_sources(text: str, addresses: Sequence[str]) -> tuple[str, list[str]]:
    """The configuration without some sources, named by address or by name, and the addresses taken out."""
    document = tomlkit.parse(text)
    sources = parse_config(text, CONFIG_NAME).sources
    gone = [number for number, one in enumerate(sources) if {one.address, one.name} & set(addresses)]
    listed = document.get("sources", [])
    for number in reversed(gone):
        del listed[number]
    if not listed and "sources" in document:
        del document["sources"]
    return tomlkit.dumps(document), [sources[number].address for number in gone]


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
