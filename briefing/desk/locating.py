"""Where the desk is: the nearest ``brief.toml`` upwards, else the one in the user's configuration folder."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

import click

from briefing.config import Config, parse_config
from briefing.errors import Misuse

__all__ = ["CONFIG_NAME", "Desk", "desk_at", "find_desk", "need_desk"]

CONFIG_NAME = "brief.toml"
_APP = "briefing"


@dataclass(frozen=True, slots=True)
class Desk:
    """A desk: its configuration, the file that holds it, and the file of its library."""

    path: Path
    config: Config
    library: Path

    @property
    def folder(self) -> Path:
        """The folder from which the paths in the configuration are meant."""
        return self.path.parent

    def resolve(self, written: str) -> Path:
        """A path of the configuration."""
        return (self.folder / Path(written).expanduser()).resolve() if written else self.folder


def find_desk(start: Path) -> Desk | None:
    """The desk of a folder. Raises `Misuse` for a configuration that is wrong."""
    here = start.resolve()
    for folder in (here, *here.parents):
        if (folder / CONFIG_NAME).is_file():
            return desk_at(folder / CONFIG_NAME)
    own = Path(click.get_app_dir(_APP)) / CONFIG_NAME
    return desk_at(own) if own.is_file() else None


def need_desk(start: Path) -> Desk:
    """The desk of a folder. Raises `Misuse` where there is none."""
    desk = find_desk(start)
    if desk is None:
        raise Misuse(
            f"there is no {CONFIG_NAME} here or above; begin a desk with: brief add https://example.org/feed.xml"
        )
    return desk


def desk_at(path: Path) -> Desk:
    """The desk of a configuration file. Raises `Misuse` where it cannot be read or is wrong."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        why = getattr(error, "strerror", None) or "it is not UTF-8"
        raise Misuse(f"{path.name} could not be read: {why}; check its permissions and encoding.") from error
    config = parse_config(text, path.name)
    return Desk(path, config, _library_of(path, config))


def _library_of(path: Path, config: Config) -> Path:
    """Beside the configuration; of the desk in the user's configuration folder, in the user's data folder."""
    if path.parent != Path(click.get_app_dir(_APP)) or "library" in config.given:
        return path.parent / Path(config.library).expanduser()
    data = Path(os.environ.get("XDG_DATA_HOME") or "~/.local/share").expanduser() / _APP
    return data / config.library
