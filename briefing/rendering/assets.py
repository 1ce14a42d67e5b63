"""Finds the templates: the user's own where there are any, else ours, in the package or beside it in a checkout."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from briefing.errors import BriefingError, Misuse, nearest
from briefing.rendering.sheets import check_sheet

__all__ = ["OURS", "Assets", "assets_of", "template_folder", "template_text", "theme_text"]


@cache
def template_folder() -> Path:
    """The folder of templates, style sheets and words. Raises `BriefingError` when it is in neither place."""
    package = Path(__file__).parents[1]
    for folder in (package / "templates", package.parent / "templates"):
        if folder.is_dir():
            return folder
    raise BriefingError("the templates are missing from this installation; install the package again")


@cache
def template_text(name: str) -> str:
    """The text of one of our own files, ``brief.css`` for example."""
    return (template_folder() / name).read_text(encoding="utf-8")


@dataclass(frozen=True, slots=True)
class Assets:
    """What a brief is set with: templates, style sheets and words, of which ``own`` may override any file, and a theme.

    ``theme`` is CSS that comes after all others.
    """

    own: Path | None = None
    theme: str = ""

    def text(self, name: str) -> str:
        """The text of a file, ``brief.css`` or ``words/tr.toml`` for example. Raises `Misuse` where it is no UTF-8."""
        if self.own is None or not (self.own / name).is_file():
            return template_text(name)
        return _read(self.own / name)

    def folders(self) -> tuple[Path, ...]:
        """Where templates are looked for, in this order."""
        return (self.own, template_folder()) if self.own else (template_folder(),)

    def languages(self) -> tuple[str, ...]:
        """The languages that there are words for."""
        return tuple(sorted({file.stem for folder in self.folders() for file in folder.glob("words/*.toml")}))


OURS = Assets()
"""The templates as they are shipped."""


def assets_of(folder: str | Path | None, theme: str | Path) -> Assets:
    """The assets that ``--templates`` and ``--theme`` name, checked. Raises `Misuse` for what is missing or unknown."""
    own = Path(folder) if folder else None
    if own is not None:
        _check_folder(own)
    return Assets(own, theme_text(str(theme))) if own or theme else OURS


def _check_folder(own: Path) -> None:
    """Every file of the user's must be one that something reads: a slip in a name would change nothing, in silence."""
    if not own.is_dir():
        raise Misuse(
            f"--templates {own} is no folder; name one that holds your own brief.css, words/en.toml or the like."
        )
    known = [file.relative_to(template_folder()).as_posix() for file in sorted(template_folder().rglob("*.*"))]
    for file in sorted(own.rglob("*")):
        name = file.relative_to(own).as_posix()
        if not file.is_file() or any(part.startswith(".") for part in file.relative_to(own).parts):
            continue
        if name not in known and not re.fullmatch(r"words/[a-z]{2,3}(-\w+)?\.toml", name):
            raise Misuse(f"--templates {own} holds {name}, which no brief uses; {nearest(name, known)}")
        if name.endswith(".css"):
            check_sheet(_read(file), file, _our_css())


def theme_text(theme: str) -> str:
    """The CSS of a theme: one of ours by its name, or a file. It may set what it likes and fetch nothing."""
    if not theme:
        return ""
    ours = sorted(file.stem for file in (template_folder() / "themes").glob("*.css"))
    if theme in ours:
        return template_text(f"themes/{theme}.css")
    path = Path(theme)
    if not path.is_file():
        if path.suffix == ".css":
            raise Misuse(f"--theme {theme} is no file; name a style sheet that exists, or a theme: {', '.join(ours)}.")
        raise Misuse(f"unknown theme {theme!r}; {nearest(theme, ours)}, or name a file that ends in .css")
    css = _read(path)
    check_sheet(css, path, _our_css())
    return css


@cache
def _our_css() -> str:
    """All our style sheets and templates, for the names of what they use."""
    return "\n".join(template_text(file.name) for file in sorted(template_folder().glob("*.*")) if file.is_file())


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise Misuse(f"{path} is no UTF-8 text; save it as UTF-8.") from error
    except OSError as error:
        raise Misuse(f"{path} cannot be read: {error.strerror or error}; check its permissions.") from error
