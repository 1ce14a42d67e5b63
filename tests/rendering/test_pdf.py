"""The PDF: complete, linked, tagged, the same everywhere, and nothing outside of its pages."""

from __future__ import annotations

import logging
import os
import pickle
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from pypdf.generic import Destination

from briefing.errors import MissingLibrary
from briefing.model import Brief
from briefing.rendering import pdf, render


class Warnings(logging.Handler):
    """Collects what the engine complains about."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one message."""
        self.lines.append(record.getMessage())


@pytest.fixture(scope="module")
def complaints() -> Iterator[list[str]]:
    """The warnings of the engine from the first PDF of this module on."""
    handler = Warnings()
    logging.getLogger("weasyprint").addHandler(handler)
    yield handler.lines
    logging.getLogger("weasyprint").removeHandler(handler)


@pytest.fixture(scope="module")
def full(sample: Brief, complaints: list[str]) -> bytes:
    """The PDF of the full brief."""
    assert complaints == []
    data = render(sample, "pdf")
    assert isinstance(data, bytes)
    return data


@pytest.fixture(scope="module")
def reader(full: bytes) -> PdfReader:
    """The same, opened."""
    return PdfReader(BytesIO(full))


def texts(reader: PdfReader) -> list[str]:
    """The words of each page."""
    return [" ".join(page.extract_text().split()) for page in reader.pages]


@pytest.mark.usefixtures("full")
def test_the_engine_has_nothing_to_complain_about(complaints: list[str]) -> None:
    """No style is ignored, no font missing, nothing refused."""
    assert complaints == []


def test_it_has_title_language_and_bookmarks(reader: PdfReader) -> None:
    """A viewer shows the title, a screen reader knows the language, the outline names each section."""
    root: Any = reader.trailer["/Root"]
    assert reader.metadata
    assert reader.metadata.title == "Gaza ceasefire talks"
    assert root["/Lang"] == "en"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    top, sections = reader.outline
    assert isinstance(top, Destination)
    assert isinstance(sections, list)
    assert top.title == "Gaza ceasefire talks"
    assert [item.title for item in sections if isinstance(item, Destination)] == [
        "Bottom line", "Also new in this period", "Key figures", "Coverage", "Timeline", "Ahead", "Sources", "Unread, undated",
        "Corrections", "Method",
    ]  # fmt: skip


def test_it_is_tagged_and_says_that_it_is_accessible(full: bytes, reader: PdfReader) -> None:
    """PDF/UA-1: marked content, a structure tree, and the statement in the metadata."""
    root: Any = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert "/StructTreeRoot" in root
    assert re.search(rb"pdfuaid:part\W+1\b", root["/Metadata"].get_data())
    assert full.startswith(b"%PDF-1.7")


def test_it_bears_no_hour(reader: PdfReader) -> None:
    """The metadata tell of no clock."""
    assert reader.metadata
    assert not {"/CreationDate", "/ModDate"} & set(reader.metadata)


def test_every_page_bears_its_number(reader: PdfReader) -> None:
    """Page n of m stands on each page, the title above from the second on."""
    pages = texts(reader)
    for number, text in enumerate(pages, 1):
        assert f"Page {number} of {len(pages)}" in text
        assert "Gaza ceasefire talks Sun 1 Sep 2024" in text or number == 1


def test_citations_and_sources_are_links(reader: PdfReader) -> None:
    """[n] leads to the source in the document, the source to its address on the web."""
    links = [link.get_object() for page in reader.pages for link in page.get("/Annots", [])]
    inside = {str(link["/Dest"]) for link in links if "/Dest" in link}
    outside = {link["/A"]["/URI"] for link in links if "/A" in link}
    assert {f"source-{number}" for number in range(1, 8)} <= inside
    assert inside <= set(reader.named_destinations)
    assert "https://daily-b.example/2024/09/14/ankara" in outside


def test_only_our_own_fonts_are_inside(reader: PdfReader) -> None:
    """The machine's fonts play no part, so the bytes are the same on every machine."""
    families = {
        str(font.get_object()["/BaseFont"]).partition("+")[2]
        for page in reader.pages
        for font in page["/Resources"]["/Font"].values()  # type: ignore[index]
    }
    assert families
    assert all(family.startswith(("Source-Serif-4", "Source-Sans-3", "Noto-Naskh-Arabic")) for family in families), (
        families
    )


def test_the_same_bytes_in_another_process_folder_zone_and_language(sample: Brief, full: bytes, tmp_path: Path) -> None:
    """Neither the hour, the hash seed, the folder, the time zone nor the locale leaves a trace."""
    stored, made = tmp_path / "brief.pickle", tmp_path / "brief.pdf"
    stored.write_bytes(pickle.dumps(sample))
    code = (
        "import pickle, sys, pathlib; from briefing.rendering import render; "
        "pathlib.Path(sys.argv[2]).write_bytes(render(pickle.loads(pathlib.Path(sys.argv[1]).read_bytes()), 'pdf'))"
    )
    other = {"PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo", "LC_ALL": "C", "SOURCE_DATE_EPOCH": "1700000000"}
    subprocess.run([sys.executable, "-c", code, stored, made], check=True, cwd=tmp_path, env={**os.environ, **other})
    assert made.read_bytes() == full
    assert render(sample, "pdf") == full


def test_letter_has_its_own_depth_and_the_same_lines(bare: Brief) -> None:
    """US paper is wider and shorter, the text block as wide."""
    data = render(bare, "pdf", paper="letter")
    assert isinstance(data, bytes)
    box = PdfReader(BytesIO(data)).pages[0].mediabox
    assert (float(box.width), float(box.height)) == (612, 792)


@pytest.mark.parametrize("name", ["sample", "bare", "crowded"])
def test_nothing_stands_outside_of_the_page_and_no_page_is_empty(request: pytest.FixtureRequest, name: str) -> None:
    """Long titles, endless words and a hundred events stay within the margins, and every page has something to say."""
    weasyprint: Any = pytest.importorskip("weasyprint")
    fonts, sheet = pdf._fonts()
    source = weasyprint.HTML(string=str(render(request.getfixturevalue(name), "html")), url_fetcher=pdf._fetcher())
    pages = source.render(stylesheets=[sheet], font_config=fonts).pages
    for page in pages:
        box = page._page_box
        left, right = box.margin_left - 12, box.margin_left + box.width + 12  # the tinted strip is 8 pt wider
        drawn = [text for text in _texts(box) if text.text.strip()]
        assert sum(len(text.text) for text in drawn) > 150
        for text in drawn:
            assert left <= text.position_x, text.text
            assert text.position_x + text.width <= right, text.text
            assert text.position_y + text.height <= box.margin_height(), text.text


def _texts(box: Any) -> list[Any]:
    return [part for part in box.descendants() if hasattr(part, "text")]


def test_page_one_holds_its_sections_where_it_says_so(sample: Brief) -> None:
    """With seven new events of ordinary length the timeline begins on page two, coverage still stands on page one."""
    entry = sample.new[0]
    data = render(replace(sample, also_new=(entry,) * 4, new=(entry,) * 9, problems=()), "pdf")
    assert isinstance(data, bytes)
    pages = texts(PdfReader(BytesIO(data)))
    assert "Coverage" in pages[0]
    assert "of 8; the others stand in the timeline" in pages[0]
    assert "darker and bold: new in this brief" in pages[1]


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("words", [15, 60])
def test_page_one_is_one_page(sample: Brief, words: int, paper: str) -> None:
    """Ten new events of 15 or of 60 words, a long title and five figures: fewer items stand there, and it says so."""
    text = " ".join(("Mediators", "met", "officials", "who", "would", "not", "wait") * 9)
    told = " ".join(text.split()[:words])
    statement = replace(sample.new[0].statement, text=told, marks=())
    new = tuple(replace(sample.new[0], statement=statement) for _ in range(10))
    brief = replace(
        sample, title=text[:150], new=new, bottom_line=new[:3], also_new=new[3:], figures=sample.figures[:1] * 5
    )
    data = render(brief, "pdf", paper=paper)
    assert isinstance(data, bytes)
    pages = texts(PdfReader(BytesIO(data)))
    assert "Coverage" in pages[0]
    assert re.search(r"\d more in the timeline, page 2", pages[0])
    assert "darker and bold: new in this brief" in pages[1]


@pytest.mark.parametrize("name", ["sample", "crowded"])
def test_no_text_stands_on_other_text(request: pytest.FixtureRequest, name: str) -> None:
    """The boxes of all texts of a page, as laid out, lie beside each other or below each other."""
    weasyprint: Any = pytest.importorskip("weasyprint")
    fonts, sheet = pdf._fonts()
    source = weasyprint.HTML(string=str(render(request.getfixturevalue(name), "html")), url_fetcher=pdf._fetcher())
    for page in source.render(stylesheets=[sheet], font_config=fonts).pages:
        boxes = [(t.position_x, t.position_y, t.position_x + t.width, t.position_y + t.height, t.text)
                 for t in _texts(page._page_box) if t.text.strip()]  # fmt: skip
        boxes.sort(key=lambda box: box[1])
        for at, one in enumerate(boxes):
            for other in boxes[at + 1 :]:
                if other[1] > one[3]:
                    break
                across = min(one[2], other[2]) - max(one[0], other[0])
                down = min(one[3], other[3]) - max(one[1], other[1])
                assert across < 1 or down < 0.4 * min(one[3] - one[1], other[3] - other[1]), (one, other)


def test_nothing_is_fetched() -> None:
    """A file of the machine or an address of the web is refused even if markup got in."""
    for url in ("file:///etc/passwd", "http://x.example/", "data:text/css,*{}", "asset:other.ttf"):
        with pytest.raises(ValueError, match="fetches nothing"):
            pdf._fetcher().fetch(url)


def test_without_pango_the_message_names_the_packages(
    sample: Brief, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The engine's banner does not reach stdout, where data go."""
    (tmp_path / "weasyprint.py").write_text("print('-----')\nraise OSError('cannot load library')\n")
    monkeypatch.syspath_prepend(tmp_path)
    for name in [name for name in sys.modules if name.partition(".")[0] == "weasyprint"]:
        monkeypatch.delitem(sys.modules, name)
    with pytest.raises(MissingLibrary, match=r"libpangoft2-1\.0-0 libharfbuzz-subset0"):
        render(sample, "pdf")
    assert capsys.readouterr().out == ""
