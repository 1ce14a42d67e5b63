"""The PDF: complete, linked, tagged, the same everywhere, and nothing outside of its pages."""

from __future__ import annotations

import logging
import os
import pickle
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pypdf import PdfReader
from pypdf.generic import Destination

from briefing.errors import MissingLibrary
from briefing.model import Brief
from briefing.rendering import pdf, render
from briefing.rendering.typefaces import FACES


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


def bookmarks(reader: PdfReader) -> list[str]:
    """The titles of the sections in the outline."""
    sections = reader.outline[1]
    assert isinstance(sections, list)
    return [str(item.title) for item in sections if isinstance(item, Destination)]


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
    assert isinstance(reader.outline[0], Destination)
    assert reader.outline[0].title == "Gaza ceasefire talks"
    assert bookmarks(reader) == [
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


def test_it_is_archivable_and_says_so(full: bytes, reader: PdfReader) -> None:
    """PDF/A-3a: the marker, a profile for its colours, an identifier; both markers stand in one RDF, the second described."""
    root: Any = reader.trailer["/Root"]
    with pikepdf.open(BytesIO(full)) as document, document.open_metadata() as metadata:
        assert metadata.pdfa_status == "3A"
        assert metadata["pdfuaid:part"] == "1"
    packet = root["/Metadata"].get_data()
    assert packet.count(b"<rdf:RDF") == 1
    assert b"<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>" in packet
    (intent,) = root["/OutputIntents"]
    assert intent["/S"] == "/GTS_PDFA1"
    assert intent["/DestOutputProfile"]["/N"] == 3
    assert len(reader.trailer["/ID"]) == 2  # type: ignore[arg-type]
    assert "/Encrypt" not in reader.trailer


def test_every_font_is_embedded_and_none_is_cut_twice(reader: PdfReader) -> None:
    """Whatever weights and sizes a page sets, each face is in the file once, whole or in part."""
    fonts: Any = reader.pages[0]["/Resources"]["/Font"]  # type: ignore[index]
    names = [str(font.get_object()["/BaseFont"]).partition("+")[2] for font in fonts.values()]
    assert len(names) == len(set(names)) <= len(FACES)
    for font in fonts.values():
        (inner,) = font.get_object()["/DescendantFonts"]
        assert "/FontFile2" in inner.get_object()["/FontDescriptor"]
        assert "/ToUnicode" in font.get_object()


@pytest.mark.parametrize("name", ["sample", "bare"])
def test_it_carries_the_data_that_it_rests_on(request: pytest.FixtureRequest, name: str) -> None:
    """The attachment is the JSON brief, byte for byte, related as data, with the day of the cut-off for its dates."""
    brief = request.getfixturevalue(name)
    data = render(brief, "pdf")
    assert isinstance(data, bytes)
    with pikepdf.open(BytesIO(data)) as document:
        assert list(document.attachments) == ["brief.json"]
        attached = document.attachments["brief.json"]
        file = attached.get_file()
        assert file.read_bytes().decode() == render(brief, "json")
        assert str(file.mime_type) == "application/json"
        day = datetime(2024, 9, 14, tzinfo=UTC) if brief.cutoff else datetime(1970, 1, 1, tzinfo=UTC)
        assert (file.creation_date, file.mod_date) == (day, day)
        (related,) = document.Root.AF
        assert (str(related.AFRelationship), str(related.UF)) == ("/Data", "brief.json")


# ---- tags and the order of reading ---------------------------------------------------------------


@dataclass(frozen=True)
class Tag:
    """An element of the structure tree: its type, and all the text inside it in the order of reading."""

    kind: str
    text: str


def tags(full: bytes) -> list[Tag]:
    """The structure tree in the order of reading, each element before those inside it."""
    with pikepdf.open(BytesIO(full)) as document:
        told = {page.obj.objgen: _marked(page) for page in document.pages}
        return _read(document.Root.StructTreeRoot, told, None)[1]


def _read(node: Any, told: dict[Any, dict[int, str]], page: Any) -> tuple[str, list[Tag]]:
    """The text of a node and the elements inside it, itself first."""
    if not isinstance(node, pikepdf.Dictionary):
        return told[page.objgen].get(int(node), ""), []
    page = node.get("/Pg", page)
    if "/MCID" in node:
        return told[page.objgen].get(int(node.MCID), ""), []
    inside = node.get("/K", pikepdf.Array())
    parts = [_read(part, told, page) for part in (inside if isinstance(inside, pikepdf.Array) else [inside])]
    text, below = "".join(text for text, _ in parts), [tag for _, tags in parts for tag in tags]
    return text, [Tag(str(node.S), text), *below] if "/S" in node else below


def _marked(page: Any) -> dict[int, str]:
    """The text of each marked piece of a page, decoded by the maps that the fonts carry for it."""
    maps = {name: _to_unicode(font) for name, font in page.resources.Font.items()}
    found: dict[int, str] = {}
    stack: list[int | None] = []
    letters: dict[int, str] = {}
    instructions: Any = pikepdf.parse_content_stream(page)
    for operands, operator in instructions:
        match str(operator):
            case "BDC" | "BMC":
                given: Any = operands[1] if len(operands) > 1 and isinstance(operands[1], pikepdf.Dictionary) else {}
                stack.append(int(given["/MCID"]) if "/MCID" in given else None)
            case "EMC":
                stack.pop()
            case "Tf":
                letters = maps[str(operands[0])]
            case "TJ" | "Tj":
                parts = operands[0] if isinstance(operands[0], pikepdf.Array) else [operands[0]]
                codes = b"".join(bytes(part) for part in parts if isinstance(part, pikepdf.String))
                text = "".join(letters.get(codes[at] << 8 | codes[at + 1], "") for at in range(0, len(codes) - 1, 2))
                for mark in filter(lambda mark: mark is not None, stack[-1:]):
                    found[mark] = found.get(mark, "") + text  # type: ignore[index,arg-type]
    return found


def _to_unicode(font: Any) -> dict[int, str]:
    pairs = re.findall(rb"<([0-9a-f]{4})> <([0-9a-f]+)>", font.ToUnicode.read_bytes())
    return {int(code, 16): bytes.fromhex(text.decode()).decode("utf-16-be") for code, text in pairs}


def test_tags_give_the_sections_in_the_order_of_reading(full: bytes, reader: PdfReader) -> None:
    """One title, then the headings of the sections in the order of the bookmarks; tables have heads, lists have items."""
    found = tags(full)
    assert [tag.text for tag in found if tag.kind == "/H1"] == ["Gaza ceasefire talks"]
    headings = iter([tag.text for tag in found if tag.kind == "/H2"])
    for title in bookmarks(reader):
        assert any(heading.startswith(title) for heading in headings), title
    assert {"/Table", "/TR", "/TH", "/TD", "/L", "/LI", "/P", "/Link", "/Figure"} <= {tag.kind for tag in found}


def test_every_drawing_has_words_of_its_own(full: bytes) -> None:
    """Who cannot see a mark hears what it means."""
    with pikepdf.open(BytesIO(full)) as document:
        figures = [
            thing
            for thing in document.objects
            if isinstance(thing, pikepdf.Dictionary) and thing.get("/S") == "/Figure"
        ]
        assert figures
        assert all(str(figure.get("/Alt", "")).strip() for figure in figures)


def test_the_tags_read_the_sentences_in_order(full: bytes, sample: Brief) -> None:
    """What a screen reader reads: page one's sentences, then the timeline's, each whole."""
    paragraphs = iter("".join(tag.text.split()) for tag in tags(full) if tag.kind == "/P")
    for entry in (*sample.bottom_line, *sample.also_new, *sample.new, *sample.ahead, *sample.background):
        if entry.statement.direction == "ltr":
            told = "".join(entry.statement.text.split())
            assert any(told in paragraph for paragraph in paragraphs), entry.statement.text


def test_extraction_gives_the_sentences_in_order(reader: PdfReader, sample: Brief) -> None:
    """Who copies text out of the file, or searches it, finds the same order."""
    whole = "".join("".join(texts(reader)).split())
    at = -1
    for entry in (*sample.bottom_line, *sample.also_new, *sample.new, *sample.ahead):
        at = whole.find("".join(entry.statement.text.split()), at + 1)
        assert at >= 0, entry.statement.text


@pytest.mark.parametrize("name", ["sample", "bare", "arabic"])
def test_qpdf_finds_no_fault(request: pytest.FixtureRequest, name: str) -> None:
    """The structure of the file is sound, as far as the library of `qpdf --check` can tell."""
    data = render(request.getfixturevalue(name), "pdf")
    assert isinstance(data, bytes)
    with pikepdf.open(BytesIO(data)) as document:
        assert list(document.check_pdf_syntax()) == []


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


def test_only_our_own_fonts_are_inside(sample: Brief) -> None:
    """The machine's fonts play no part, so the bytes are the same on every machine; Hebrew has its own as well."""
    told = replace(
        sample.new[0].statement, text="המתווכים נפגשו בדוחה ביום חמישי.", marks=(), language="he", direction="rtl"
    )
    data = render(replace(sample, bottom_line=(replace(sample.new[0], statement=told),)), "pdf")
    assert isinstance(data, bytes)
    reader = PdfReader(BytesIO(data))
    families = {
        str(font.get_object()["/BaseFont"]).partition("+")[2]
        for page in reader.pages
        for font in page["/Resources"]["/Font"].values()  # type: ignore[index]
    }
    assert families
    ours = ("Source-Serif-4", "Source-Sans-3", "Noto-Naskh-Arabic", "Frank-Ruhl-Libre")
    assert all(family.startswith(ours) for family in families), families
    assert any(family.startswith("Frank-Ruhl-Libre") for family in families)


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


@pytest.mark.parametrize("name", ["sample", "bare", "crowded", "arabic"])
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


def _letters(text: Any) -> tuple[float, float, float, float, str]:
    """Where the letters of a text stand: the box of an Arabic font reaches far above and below them."""
    base, size = text.position_y + text.baseline, text.style["font_size"]
    return text.position_x, base - 0.75 * size, text.position_x + text.width, base + 0.25 * size, text.text


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


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("words", [15, 60])
def test_an_arabic_page_one_is_one_page(sample: Brief, words: int, paper: str) -> None:
    """Arabic script stands on deeper lines, and page one reckons with them."""
    told = " ".join(("اجتمع", "الوسطاء", "مع", "مسؤولين", "في", "الدوحة", "لبحث", "شروط", "الاتفاق") * 9).split()
    statement = replace(sample.new[0].statement, text=" ".join(told[:words]), marks=(), language="ar", direction="rtl")
    new = tuple(replace(sample.new[0], statement=statement, place="الدوحة") for _ in range(10))
    brief = replace(
        sample, language="ar", title=" ".join(told[:20]), new=new, bottom_line=new[:3], also_new=new[3:],
        figures=sample.figures[:1] * 5,
    )  # fmt: skip
    data = render(brief, "pdf", paper=paper)
    assert isinstance(data, bytes)
    with pikepdf.open(BytesIO(data)) as document, document.open_outline() as outline:
        sections = {str(item.title): item.destination for item in outline.root[0].children}
        pages: list[Any] = [page.obj for page in document.pages]
        on = {title: pages.index(where[0]) for title, where in sections.items()}  # type: ignore[index]
    assert (on["التغطية"], on["التسلسل الزمني"]) == (0, 1)


@pytest.mark.parametrize("name", ["sample", "crowded", "arabic"])
def test_no_text_stands_on_other_text(request: pytest.FixtureRequest, name: str) -> None:
    """The letters of all texts of a page, as laid out, lie beside each other or below each other: the foot and the marking, too."""
    weasyprint: Any = pytest.importorskip("weasyprint")
    fonts, sheet = pdf._fonts()
    brief = replace(
        request.getfixturevalue(name), marking="For internal use", copyright="© The desk of ports and railways"
    )
    source = weasyprint.HTML(string=str(render(brief, "html")), url_fetcher=pdf._fetcher())
    for page in source.render(stylesheets=[sheet], font_config=fonts).pages:
        boxes = [_letters(text) for text in _texts(page._page_box) if text.text.strip()]
        boxes.sort(key=lambda box: box[1])
        for at, one in enumerate(boxes):
            for other in boxes[at + 1 :]:
                if other[1] > one[3]:
                    break
                across = min(one[2], other[2]) - max(one[0], other[0])
                down = min(one[3], other[3]) - max(one[1], other[1])
                assert across < 1 or down < 0.4 * min(one[3] - one[1], other[3] - other[1]), (one, other)


def test_no_source_is_torn_between_two_pages(crowded: Brief) -> None:
    """A sentence on a page without the name of its article could not be told from its neighbour's."""
    sources = tuple(replace(source, excerpts=source.excerpts * 3) for source in crowded.sources)
    for rows in range(1, 12):  # the list of sources begins a little lower each time
        brief = replace(crowded, background=crowded.background[2:3] * rows, sources=sources, problems=())
        pages = [page for page in texts(opened(brief)) if "How the dates were found" in page]
        for page in pages:
            listed = page.partition("How the dates were found")[2]
            assert re.match(r" \[\d\] ", listed), f"with {rows} rows a page begins: {listed[:60]}"


def test_a_short_brief_has_no_page_of_a_few_lines(sample: Brief) -> None:
    """Its timeline begins where page one ends; a longer one begins page two, as does that of a full page one."""
    short = replace(
        sample, also_new=(), new=sample.new[:1], background=sample.background[:2], ahead=(), sources=sample.sources[:2]
    )
    assert "Timeline" in texts(opened(short))[0].partition("Coverage")[2]
    assert len(opened(short).pages) == 2
    assert "What happened" not in texts(opened(replace(short, background=sample.background * 2)))[0]
    assert "What happened" not in texts(opened(replace(short, also_new=sample.new * 3)))[0]


def opened(brief: Brief) -> PdfReader:
    """The PDF of a brief."""
    data = render(brief, "pdf")
    assert isinstance(data, bytes)
    return PdfReader(BytesIO(data))


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
