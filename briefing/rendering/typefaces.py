"""The typefaces of the printed page: fixed faces, cut from packaged variable fonts, the same on every machine.

A variable font would be cut anew for each weight and optical size of each document, which took a third of a PDF's time. HarfBuzz
cuts a face in some 15 ms, once for all documents of a process; its library comes with a wheel, so that the
version that cuts is the one that is installed, not the machine's.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

__all__ = ["FACES", "Face", "face_bytes", "face_rules", "variable_font"]


@dataclass(frozen=True, slots=True)
class Face:
    """One face: the family and weight by which style sheets know it, its file, and where on the file's axes it lies."""

    name: str
    family: str
    weight: int
    source: str
    axes: Mapping[str, float]
    style: str = "normal"


FACES = {
    face.name: face
    for face in (
        Face("serif.ttf", "Source Serif 4", 400, "Source Serif 4", {"wght": 400, "opsz": 12}),
        Face("serif-bold.ttf", "Source Serif 4", 600, "Source Serif 4", {"wght": 600, "opsz": 12}),
        Face("subhead.ttf", "Source Serif 4 Subhead", 400, "Source Serif 4", {"wght": 400, "opsz": 19}),
        Face("subhead-bold.ttf", "Source Serif 4 Subhead", 600, "Source Serif 4", {"wght": 600, "opsz": 19}),
        Face("display.ttf", "Source Serif 4 Display", 600, "Source Serif 4", {"wght": 600, "opsz": 60}),
        Face("sans.ttf", "Source Sans 3", 400, "Source Sans 3", {"wght": 400}),
        Face("sans-bold.ttf", "Source Sans 3", 600, "Source Sans 3", {"wght": 600}),
        Face("sans-italic.ttf", "Source Sans 3", 400, "Source Sans 3", {"wght": 400}, style="italic"),
        Face("arabic.ttf", "Noto Naskh Arabic", 400, "Noto Naskh Arabic", {"wght": 400}),
        Face("arabic-bold.ttf", "Noto Naskh Arabic", 600, "Noto Naskh Arabic", {"wght": 600}),
    )
}
"""The faces by the name under which style sheets load them."""


def face_rules(scheme: str) -> str:
    """The faces as rules of a style sheet, each loaded from its name after ``scheme``.

    The last rule takes the axes away again that a page sets for browsers: a fixed face has none, and each setting
    would put one more copy of it into the file.
    """
    rules = [
        f'@font-face {{ font-family: "{face.family}"; font-style: {face.style}; font-weight: {face.weight}; src: url("{scheme}{face.name}") }}'
        for face in FACES.values()
    ]
    return "\n".join([*rules, "* { font-variation-settings: normal !important }"])


def face_bytes(name: str) -> bytes:
    """The font file of a face."""
    import uharfbuzz

    face = FACES[name]
    font = uharfbuzz.Face(variable_font(face.source, face.style).read_bytes())
    cut = uharfbuzz.SubsetInput()
    cut.keep_everything()
    for axis, value in face.axes.items():
        cut.pin_axis_location(font, axis, value)
    return bytes(uharfbuzz.subset(font, cut).blob.data)


def variable_font(family: str, style: str = "normal") -> Path:
    """Where the packages keep the variable font that the faces of a family are cut from."""
    import fontpkg

    if family == "Noto Naskh Arabic":
        return Path(str(resources.files("pylopdf_fonts_ar") / "NotoNaskhArabic-Variable.ttf"))
    return Path(fontpkg.path(family, style=style))
