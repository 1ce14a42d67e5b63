"""Finds the templates, in the package once it is installed, beside it in a checkout, and the fonts in theirs."""

from __future__ import annotations

from functools import cache
from importlib import resources
from pathlib import Path

from briefing.errors import BriefingError

__all__ = ["font_file", "template_folder", "template_text"]


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


def font_file(name: str) -> Path:
    """Where the packages keep the file of a font: ``serif.ttf``, ``sans.ttf``, ``sans-italic.ttf`` or ``arabic.ttf``."""
    import fontpkg

    if name == "arabic.ttf":
        return Path(str(resources.files("pylopdf_fonts_ar") / "NotoNaskhArabic-Variable.ttf"))
    family = "Source Serif 4" if name.startswith("serif") else "Source Sans 3"
    return Path(fontpkg.path(family, style="italic" if "italic" in name else "normal"))
