"""`brief status`: how the sources are, what the library holds, the last brief, what is wrong with the configuration."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass, fields, is_dataclass
from datetime import datetime
from functools import partial

from briefing.composing import zone_named
from briefing.config import Config
from briefing.desk.locating import Desk
from briefing.desk.making import silence_of
from briefing.errors import Misuse
from briefing.library.articles import count_articles
from briefing.library.briefs import issue_numbered, last_issue, next_number
from briefing.library.events import count_events
from briefing.library.extracts import count_outdated
from briefing.library.fixes import fixes_in_force
from briefing.library.visits import standings
from briefing.rendering import check_format, check_look

__all__ = ["SourceStatus", "Status", "status_of_desk", "status_text"]


_DEFAULT = "default"


@dataclass(frozen=True, slots=True)
class SourceStatus:
    """One source: how its last visit ended, when it last succeeded and brought news, failures in a row."""

    name: str
    address: str
    kind: str
    state: str
    message: str = ""
    visited: str = ""
    succeeded: str = ""
    brought: str = ""
    failures: int = 0


@dataclass(frozen=True, slots=True)
class Status:
    """A desk at a glance.

    ``next_since`` is the brief that the next goes on from; ``settings`` are what is in force, each with where it comes from.
    """

    configuration: str
    library: str
    articles: int
    outdated: int
    events: int
    megabytes: float
    fixes: int
    last_brief: int | None
    last_made: str
    last_sent: str
    next_since: int | None
    sources: tuple[SourceStatus, ...]
    problems: tuple[str, ...]
    settings: tuple[tuple[str, str, str], ...]


def status_of_desk(db: sqlite3.Connection, desk: Desk, now: datetime) -> Status:
    """How a desk is at a moment."""
    last, base = issue_numbered(db, next_number(db) - 1), last_issue(db)
    sources = _sources(db, desk, now)
    size = desk.library.stat().st_size / 1_000_000 if desk.library.exists() else 0.0
    return Status(
        configuration=desk.path.name,
        library=desk.library.name,
        articles=count_articles(db),
        outdated=count_outdated(db),
        events=count_events(db),
        megabytes=round(size, 1),
        fixes=len(fixes_in_force(db)),
        last_brief=last.number if last else None,
        last_made=_shown(last.made) if last else "",
        last_sent=_shown(last.sent) if last and last.sent else "",
        next_since=base.number if base else None,
        sources=sources,
        problems=tuple(_problems(desk, sources)),
        settings=tuple(_settings(desk.config)),
    )


def status_text(status: Status, *, whole: bool = False) -> str:
    """The status for people, a line a fact, what needs somebody first; of the settings those made, or the ``whole``."""
    brief = "none yet"
    if status.last_brief is not None:
        sent = f"sent {status.last_sent}" if status.last_sent else "not sent"
        brief = f"No. {status.last_brief}, made {status.last_made}, {sent}"
        if status.next_since not in {None, status.last_brief}:
            brief += f"; --since last goes on from No. {status.next_since}"
    holds = f"{_counted(status.articles, 'article')}, {_counted(status.events, 'event')}"
    lines = [
        f"Desk      {status.configuration}, library {status.library} ({status.megabytes} MB)",
        f"Library   {holds}, {_counted(status.fixes, 'fix', 'fixes')} in force",
        *([_outdated(status)] if status.outdated else []),
        f"Brief     {brief}",
        "",
        _summary(status.sources),
        *(_line(source) for source in sorted(status.sources, key=lambda one: _GRAVITY.index(one.state))),
    ]
    if status.problems:
        lines += ["", "Problems", *(f"  {problem}" for problem in status.problems)]
    shown = [row for row in status.settings if whole or row[2] != _DEFAULT]
    lines += ["", "In force", *(f"  {key} = {value}  ({origin})" for key, value, origin in shown)]
    if rest := len(status.settings) - len(shown):
        lines.append(f"  and {_counted(rest, 'default')}; brief status --all lists them")
    return "\n".join(lines) + "\n"


_GRAVITY = ("failing", "missing", "silent", "not yet", "well", "here")


def _counted(number: int, one: str, more: str = "") -> str:
    return f"{number:,} {one if number == 1 else more or one + 's'}"


def _summary(sources: Sequence[SourceStatus]) -> str:
    """How many sources are in which state."""
    if not sources:
        return "Sources   none; add one with: brief add https://example.org/feed.xml"
    states = Counter(source.state for source in sources)
    return f"Sources   {len(sources)}: " + ", ".join(f"{states[state]} {state}" for state in _GRAVITY if states[state])


def _outdated(status: Status) -> str:
    told = f"{status.outdated:,} of {status.articles:,} articles were read by another version"
    return f"          {told}; read them anew with: brief fetch --reread"


def status_object(status: Status) -> dict[str, object]:
    """The status as plain data, for monitoring."""
    return asdict(status) | {
        "settings": {key: {"value": value, "from": origin} for key, value, origin in status.settings}
    }


def _line(source: SourceStatus) -> str:
    told = f"  {source.state:<9} {source.name}"
    if source.failures:
        last = f"last read {source.succeeded}" if source.succeeded else "never read"
        row = f"failed {source.failures} times in a row, " if source.failures > 1 else ""
        return f"{told}: {source.message} ({row}{last})"
    return told + (f", last news {source.brought}" if source.brought else "")


def _sources(db: sqlite3.Connection, desk: Desk, now: datetime) -> tuple[SourceStatus, ...]:
    known = standings(db, [source.address for source in desk.config.sources])
    silent = {name for name, _ in silence_of(db, desk.config.sources, now)}
    found = []
    for source in desk.config.sources:
        name, one = source.name or source.address, known.get(source.address)
        if not source.is_remote:
            state = "here" if desk.resolve(source.address).exists() else "missing"
            found.append(SourceStatus(name, source.address, source.kind, state))
        elif one is None:
            found.append(SourceStatus(name, source.address, source.kind, "not yet"))
        else:
            state = "failing" if one.failures else "silent" if name in silent else "well"
            found.append(
                SourceStatus(
                    name, source.address, source.kind, state, one.message, _shown(one.at),
                    _shown(one.succeeded), _shown(one.brought), one.failures,
                )
            )  # fmt: skip
    return tuple(found)


def _problems(desk: Desk, sources: tuple[SourceStatus, ...]) -> list[str]:
    told = [
        f"{one.name} is no file or folder any more; correct or remove it" for one in sources if one.state == "missing"
    ]
    if not desk.config.sources:
        told.append(f"{desk.path.name} names no source")
    told += [f"{error} It stands in {desk.path.name}." for error in _unusable(desk)]
    for name in ("note", "templates"):
        path = getattr(desk.config.make, name)
        if path and not desk.resolve(path).exists():
            told.append(f"make.{name} = {path} does not exist; correct it in {desk.path.name}")
    return told


def _unusable(desk: Desk) -> Iterator[Misuse]:
    """What a brief would be refused for, met here before it is wanted at six in the morning."""
    config, made = desk.config, desk.config.make
    checks: list[Callable[[], object]] = [
        lambda: zone_named(config.zone),
        *(partial(check_format, form) for form in made.formats),
        lambda: check_look(config.language, paper=made.paper, dates=made.dates, theme="", templates=None),
    ]
    for check in checks:
        try:
            check()
        except Misuse as error:
            yield error


def _settings(config: Config) -> list[tuple[str, str, str]]:
    """Every key with its value and where it comes from."""
    return [row for one in fields(config) if one.name not in {"sources", "given"} for row in _setting(config, one.name)]


def _setting(config: Config, name: str) -> list[tuple[str, str, str]]:
    value = getattr(config, name)
    if not is_dataclass(value):
        return [(name, _written(value), "brief.toml" if name in config.given else _DEFAULT)]
    return [
        (
            f"{name}.{one.name}",
            _written(getattr(value, one.name)),
            "brief.toml" if f"{name}.{one.name}" in config.given else _DEFAULT,
        )
        for one in fields(value)
    ]


def _written(value: object) -> str:
    if isinstance(value, tuple):
        return ", ".join(map(str, value)) or "none"
    return str(value).lower() if isinstance(value, bool) else str(value) or "none"


def _shown(at: datetime | None) -> str:
    return f"{at:%Y-%m-%d %H:%M} UTC" if at else ""
