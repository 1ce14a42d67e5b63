"""Finds the templates: in the package once it is installed, beside it in a checkout."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from briefing.errors import BriefingError

__all__ = ["template_folder", "template_text"]


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
    """The text of one file of the folder, ``brief.css`` for example."""
    return (template_folder() / name).read_text(encoding="utf-8")
