"""The pages as pictures: what they look like is compared with pictures that were looked at, page by page.

`python -m tests.rendering.test_pictures` draws them anew after a change that is meant; look at them before keeping them.
"""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageFilter, ImageStat

from briefing import make_brief, read_articles, render
from briefing.model import Brief
from tests.conftest import EXAMPLES
from tests.rendering.conftest import arabic_brief, bare_brief, crowded_brief, full_brief

PICTURES = Path(__file__).parent / "pictures"
DOTS = 50  # an inch: enough to see every line of text as a grey bar
IN_README = "examples-page-1.png"  # in colour, so that its words are read
README_DOTS = 78
DIFFERENT = 28  # of 255: a blurred dot that differs by more has moved, not only been drawn by another library
TOLERATED = 0.012  # of a page's dots


def briefs() -> dict[str, tuple[Brief, int]]:
    """The briefs that have pictures, and how many of their first pages."""
    examples = make_brief(list(read_articles(EXAMPLES)), since="2024-09-01", title="Gaza ceasefire talks")
    return {
        "examples": (examples, 6),
        "sample": (full_brief(), 3),
        "bare": (bare_brief(), 1),
        "crowded": (crowded_brief(), 2),
        "arabic": (arabic_brief(), 4),
    }


def drawn(brief: Brief, pages: int, dots: int = DOTS) -> Iterator[Image.Image]:
    """The first pages of a brief's PDF as pictures."""
    pdf = render(brief, "pdf")
    assert isinstance(pdf, bytes)
    for page in range(1, pages + 1):
        command = ["pdftoppm", "-r", str(dots), "-f", str(page), "-l", str(page), "-"]
        picture = subprocess.run(command, input=pdf, capture_output=True, check=True).stdout
        yield Image.open(BytesIO(picture))


def difference(a: Image.Image, b: Image.Image) -> float:
    """The share of the dots that differ, after a blur that forgives half a dot."""
    if a.size != b.size:
        return 1.0
    blurred = [picture.filter(ImageFilter.GaussianBlur(1.2)) for picture in (a, b)]
    far = ImageChops.difference(*blurred).point([255 * (value > DIFFERENT) for value in range(256)])
    return float(ImageStat.Stat(far).mean[0]) / 255


@pytest.mark.skipif(not shutil.which("pdftoppm"), reason="pdftoppm (Debian: poppler-utils) draws the pages")
@pytest.mark.parametrize("name", ["examples", "sample", "bare", "crowded", "arabic"])
def test_the_pages_look_as_they_did(name: str) -> None:
    """No line has moved, none is missing."""
    brief, pages = briefs()[name]
    for number, page in enumerate(drawn(brief, pages), 1):
        with Image.open(PICTURES / f"{name}-{number}.png") as kept:
            assert difference(page.convert("L"), kept.convert("L")) <= TOLERATED, f"page {number} of {name}"


@pytest.mark.skipif(not shutil.which("pdftoppm"), reason="pdftoppm (Debian: poppler-utils) draws the pages")
def test_the_readme_shows_page_one_as_it_is() -> None:
    """What a newcomer sees first is what `make brief` makes."""
    (page,) = drawn(briefs()["examples"][0], 1, README_DOTS)
    with Image.open(PICTURES / IN_README) as kept:
        assert difference(page.convert("L"), kept.convert("L")) <= TOLERATED


def test_the_comparison_sees_a_line_that_moved() -> None:
    """A page moved by one line of text is another page; the same one drawn a little lighter is not."""
    with Image.open(PICTURES / "examples-2.png") as kept:
        page = kept.convert("L")
    moved = ImageChops.offset(page, 0, round(13 * DOTS / 72))
    assert difference(page, moved) > TOLERATED
    assert difference(page, page.point([min(255, value + 12) for value in range(256)])) <= TOLERATED


if __name__ == "__main__":
    for name, (brief, pages) in briefs().items():
        for number, page in enumerate(drawn(brief, pages), 1):
            page.convert("L").quantize(16).save(PICTURES / f"{name}-{number}.png", optimize=True)
    (first,) = drawn(briefs()["examples"][0], 1, README_DOTS)
    first.quantize(32).save(PICTURES / IN_README, optimize=True)
