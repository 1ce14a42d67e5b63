"""``brief.toml`` -> `Config`: what a desk follows, how its brief looks, where it goes. Pure: text in, values out.

A key that does not exist, or a value of the wrong kind, is a `Misuse` that names the file, the key and the remedy. Secrets
have no place in it; what stands for one is the name of an environment variable, a command, or an entry of the keyring.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from difflib import get_close_matches
from math import isfinite
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from briefing.errors import Misuse

__all__ = ["KINDS", "Config", "Fetching", "Mail", "Make", "SourceEntry", "parse_config"]

KINDS = ("feed", "page", "sitemap", "folder", "file")
_SECRETS = ("password", "passwd", "secret", "token", "api_key")


@dataclass(frozen=True, slots=True)
class SourceEntry:
    """One source of a desk: exactly one of its addresses or paths is given. ``name`` is what a brief calls it.

    ``days`` is how long it may stay silent before the brief says so; 0 leaves that to its own habit.
    """

    feed: str = ""
    page: str = ""
    sitemap: str = ""
    folder: str = ""
    file: str = ""
    name: str = ""
    days: int = 0

    @property
    def kind(self) -> str:
        """Which of `KINDS` it is."""
        return next(kind for kind in KINDS if getattr(self, kind))

    @property
    def address(self) -> str:
        """Its address on the web, or its path."""
        return str(getattr(self, self.kind))

    @property
    def is_remote(self) -> bool:
        """Whether it is fetched over the network."""
        return self.kind in {"feed", "page", "sitemap"}


@dataclass(frozen=True, slots=True)
class Make:
    """How the desk's brief is made; each key is the option of ``brief make`` of the same name."""

    formats: tuple[str, ...] = ("md", "pdf")
    output: str = "output"
    limit: int = 25
    dates: str = "iso"
    paper: str = "a4"
    theme: str = ""
    templates: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Fetching:
    """How politely and how patiently is fetched. ``delay`` and ``timeout`` are seconds, ``largest`` megabytes.

    ``private`` allows addresses of private networks, which are refused unless a source itself is one.
    """

    agent: str = ""
    delay: float = 1.0
    timeout: float = 20.0
    largest: int = 10
    hosts: int = 8
    pages: int = 200
    private: bool = False


@dataclass(frozen=True, slots=True)
class Mail:
    """By which way and to whom a brief is mailed.

    ``transport`` is ``smtp``, ``sendmail`` or ``maildir``. The password is found by one of ``password_env``,
    ``password_command`` and ``password_keyring`` (the name of a service).
    """

    to: tuple[str, ...] = ()
    cc: tuple[str, ...] = ()
    bcc: tuple[str, ...] = ()
    sender: str = ""
    subject: str = "{title}, {day}"
    transport: str = "smtp"
    host: str = ""
    port: int = 0
    tls: str = "starttls"
    user: str = ""
    password_env: str = ""
    password_command: str = ""
    password_keyring: str = ""
    maildir: str = ""
    sendmail: str = "sendmail"
    hold: bool = False
    timeout: float = 30.0
    attach: tuple[str, ...] = ("pdf",)


@dataclass(frozen=True, slots=True)
class Config:
    """All that a ``brief.toml`` says, with the defaults of what it leaves unsaid.

    ``marking`` (how a brief is to be handled) and ``copyright`` stand on every page. ``library`` is the file that
    remembers, relative to the configuration.
    """

    topic: str = ""
    title: str = ""
    language: str = "en"
    zone: str = "UTC"
    marking: str = ""
    copyright: str = ""
    library: str = "brief.library"
    sources: tuple[SourceEntry, ...] = ()
    make: Make = field(default_factory=Make)
    fetch: Fetching = field(default_factory=Fetching)
    mail: Mail = field(default_factory=Mail)
    given: frozenset[str] = frozenset()
    """The keys that the file itself sets, dotted (``make.limit``); the others are defaults."""


def parse_config(text: str, name: str) -> Config:
    """Read the text of a configuration; ``name`` is what messages call its file. Raises `Misuse`."""
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise Misuse(f"{name} is no TOML: {error}; correct that line.") from error
    if "given" in table:
        raise _unknown("given", Config, name)
    values = _values(table, Config, "", name)
    config = Config(**values, given=frozenset(_dotted(table)))
    for number, source in enumerate(config.sources, start=1):
        _check_source(source, number, name)
    return config


def _check_source(source: SourceEntry, number: int, name: str) -> None:
    given = [kind for kind in KINDS if getattr(source, kind)]
    if len(given) != 1:
        said = f"has {' and '.join(given)}" if given else "has none"
        raise Misuse(f'{name}: source {number} needs one of {", ".join(KINDS)}, and {said}; write feed = "https://…".')
    if source.is_remote and not source.address.startswith(("http://", "https://")):
        raise Misuse(
            f"{name}: source {number} has the {given[0]} {source.address!r}, which is no http address; write https://…."
        )


def _values(table: Mapping[str, object], kind: type[Any], path: str, name: str) -> dict[str, Any]:
    """The keyword arguments of a dataclass from a TOML table."""
    hints = get_type_hints(kind)
    known = {one.name: hints[one.name] for one in fields(kind) if one.name != "given"}
    found = {}
    for key, value in table.items():
        if key not in known:
            raise _unknown(key, kind, name, path)
        found[key] = _value(value, known[key], f"{path}{key}", name)
    return found


def _unknown(key: str, kind: type[Any], name: str, path: str = "") -> Misuse:
    if any(word in key.lower() for word in _SECRETS):
        return Misuse(
            f"{name}: {path}{key} would be a secret in a file; name where it is kept instead: "
            "mail.password_env, mail.password_command or mail.password_keyring."
        )
    keys = [one.name for one in fields(kind) if one.name != "given"]
    near = get_close_matches(key, keys, n=1, cutoff=0.5)
    remedy = f"did you mean {path}{near[0]}?" if near else f"known are {', '.join(keys)}."
    return Misuse(f"{name}: there is no key {path}{key}; {remedy}")


def _value(value: object, hint: Any, path: str, name: str) -> Any:  # noqa: ANN401 -- whatever the key holds
    origin = get_origin(hint)
    if is_dataclass(hint) and isinstance(hint, type):
        if not isinstance(value, Mapping):
            raise Misuse(f"{name}: {path} is a table; write [{path}] and its keys below.")
        return hint(**_values(value, hint, f"{path}.", name))
    if origin is tuple:
        inner = get_args(hint)[0]
        many = [value] if isinstance(value, str) else value
        if not isinstance(many, list):
            raise Misuse(
                f'{name}: {path} is a list; write {path} = ["…", "…"].'
                if inner is str
                else f"{name}: {path} is a list of tables; write [[{path}]]."
            )
        return tuple(_value(one, inner, path, name) for one in many)
    wanted = (float, int) if hint is float else (hint,)
    if origin in {Union, UnionType} or not isinstance(value, wanted) or (isinstance(value, bool) and hint is not bool):
        raise Misuse(f"{name}: {path} is {_shown(value)}; it takes {_KIND_WORDS[hint]}.")
    if hint in {int, float}:
        _check_number(value, path, name)
    return hint(value)


_LEAST = {"make.limit": 1, "fetch.largest": 1, "fetch.hosts": 1, "fetch.pages": 1}
_NEEDED = frozenset({"fetch.timeout", "mail.timeout"})  # nothing is ever done in no time


def _check_number(value: float, path: str, name: str) -> None:
    least = _LEAST.get(path, 0)
    if not isfinite(value):
        raise Misuse(f"{name}: {path} is {value}; it takes a number.")
    if value < least:
        takes = f"takes at least {least}" if least else "cannot be less than 0"
        raise Misuse(f"{name}: {path} is {value}; it {takes}.")
    if path in _NEEDED and not value:
        raise Misuse(f"{name}: {path} is {value}; it takes more than 0.")


_KIND_WORDS = {str: 'text in quotation marks ("…")', int: "a whole number", float: "a number", bool: "true or false"}


def _shown(value: object) -> str:
    return repr(value) if isinstance(value, str) else str(value).lower() if isinstance(value, bool) else str(value)


def _dotted(table: Mapping[str, object], path: str = "") -> list[str]:
    found = []
    for key, value in table.items():
        found += _dotted(value, f"{path}{key}.") if isinstance(value, Mapping) else [f"{path}{key}"]
    return found
