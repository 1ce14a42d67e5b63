"""Text is measured as the engine sets it, and never narrower."""

from __future__ import annotations

from typing import Any

import pytest

from briefing.rendering import pdf
from briefing.rendering.textwidth import BOLD, REGULAR, text_width

LATIN = (
    "Fri 13 Sep  Ankara: Türkiye and Hamas",
    "AVAVAV Tokyo, Wr. To",
    "Łódź, Đà Nẵng, İzmir",
    "Київ та Москва",
    "“41,182” – c. 1,200…",
)
OTHER = ("رفح: الصليب الأحمر", "مجلس الأمن الدولي…", "خان يونس")


def as_set(text: str, weight: int) -> float:
    """The width in points of a line of 10 points as WeasyPrint sets it."""
    weasyprint: Any = pytest.importorskip("weasyprint")
    fonts, sheet = pdf._fonts()
    style = f'font: {weight} 10pt "Source Sans 3", "Noto Naskh Arabic"; white-space: nowrap'
    source = weasyprint.HTML(string=f"<html lang='en'><p style='{style}'>{text}", url_fetcher=pdf._fetcher())
    (page,) = source.render(stylesheets=[sheet], font_config=fonts).pages
    return max(float(box.width) for box in page._page_box.descendants() if hasattr(box, "text")) * 0.75


@pytest.mark.parametrize("weight", [REGULAR, BOLD])
@pytest.mark.parametrize("text", LATIN)
def test_latin_greek_and_cyrillic_measure_what_they_take(text: str, weight: int) -> None:
    """The width is right to six parts in a hundred, which is what close pairs of letters save, and not too small."""
    assert as_set(text, weight) <= text_width(text, 10, weight) + 0.3 <= as_set(text, weight) * 1.06 + 0.4


@pytest.mark.parametrize("weight", [REGULAR, BOLD])
@pytest.mark.parametrize("text", OTHER)
def test_arabic_takes_no_more_than_its_letters_alone(text: str, weight: int) -> None:
    """Joined letters are narrower than each alone, so the bound holds; it is not more than half too wide."""
    assert as_set(text, weight) <= text_width(text, 10, weight) + 0.3 <= as_set(text, weight) * 1.5


def test_scripts_without_a_face_are_bounded() -> None:
    """Chinese counts one em a character, what joins the letter before it nothing."""
    assert text_width("北京", 10) == pytest.approx(20, rel=0.02)
    assert text_width("e\u0301", 10) == text_width("e", 10)
