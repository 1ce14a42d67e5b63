"""HTML -> PDF/A-3a and PDF/UA-1 in one file: archivable, accessible, linked, the same bytes wherever it is made.

It carries the brief's data as its evidence. Fonts come from packages, never from the machine, and nothing else is ever
fetched.
"""

from __future__ import annotations

import io
import os
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout
from datetime import UTC, date, datetime, time
from functools import cache
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

from briefing.errors import MissingLibrary
from briefing.rendering.data import Evidence
from briefing.rendering.typefaces import FACES, face_bytes, face_rules

if TYPE_CHECKING:
    from weasyprint import CSS, Attachment
    from weasyprint.text.fonts import FontConfiguration
    from weasyprint.urls import URLFetcher

__all__ = ["pdf_bytes"]

_SCHEME = "asset:"

# The engine writes one marker, that of PDF/A. Both standards allow for the other: ISO 14289-1, 5 gives the marker of PDF/UA,
# ISO 19005-3, 6.6.2.3 asks that a schema which it does not know itself be described in the same metadata.
_MARKER = b"""<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">\
<pdfuaid:part>1</pdfuaid:part></rdf:Description>\
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" \
xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">\
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">\
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>\
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">\
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>\
<pdfaProperty:category>internal</pdfaProperty:category>\
<pdfaProperty:description>Part of ISO 14289 to which the document conforms</pdfaProperty:description>\
</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>"""


def pdf_bytes(html: str, evidence: Evidence) -> bytes:
    """A self-contained HTML page as PDF, with its evidence attached. Raises `MissingLibrary` when Pango is not there."""
    weasyprint = _weasyprint()
    fonts, sheet = _fonts()
    document = weasyprint.HTML(string=html, base_url=_SCHEME, url_fetcher=_fetcher(), media_type="print")
    with _no_clock():
        pdf = document.write_pdf(
            stylesheets=[sheet],
            font_config=fonts,
            pdf_variant="pdf/a-3a",
            attachments=[_attachment(evidence)],
            finisher=_mark_accessible,
        )
    assert isinstance(pdf, bytes)  # noqa: S101 -- without a target write_pdf returns the bytes
    return pdf


def _attachment(evidence: Evidence) -> Attachment:
    from weasyprint import Attachment

    day = datetime.combine(evidence.day or date(1970, 1, 1), time(), UTC)
    return Attachment(
        string=evidence.text,
        name=evidence.name,
        description=evidence.description,
        created=day,
        modified=day,
        relationship="Data",
    )


def _mark_accessible(_document: object, pdf: Any) -> None:  # noqa: ANN401 -- the engine's own type has no stubs
    """Add the marker of PDF/UA to the one RDF of the metadata, and name each attachment once, not twice."""
    metadata = pdf.objects[int(pdf.catalog["Metadata"].split()[0])]
    metadata.stream = [b"".join(metadata.stream).replace(b"</rdf:RDF>", _MARKER + b"</rdf:RDF>")]
    metadata.compress = False  # for the tools that look for it in the raw file
    pdf.catalog["AF"][:] = dict.fromkeys(pdf.catalog["AF"])


def _weasyprint() -> ModuleType:
    """The engine, imported late: it takes half a second, and needs Pango."""
    try:
        with redirect_stdout(io.StringIO()):  # without Pango it prints a banner there
            return import_module("weasyprint")
    except OSError as error:
        raise MissingLibrary(
            "the PDF needs Pango, which this machine lacks: "
            "apt-get install -y --no-install-recommends libpangoft2-1.0-0 libharfbuzz-subset0"
        ) from error


@contextmanager
def _no_clock() -> Iterator[None]:
    """Keep the hour out of the file: fontTools stamps each font it cuts, unless this variable tells it the time."""
    before = os.environ.get("SOURCE_DATE_EPOCH")
    os.environ["SOURCE_DATE_EPOCH"] = "0"
    try:
        yield
    finally:
        if before is None:
            del os.environ["SOURCE_DATE_EPOCH"]
        else:
            os.environ["SOURCE_DATE_EPOCH"] = before


@cache
def _fonts() -> tuple[FontConfiguration, CSS]:
    """The faces, registered once for all documents of this process."""
    from weasyprint import CSS
    from weasyprint.text.fonts import FontConfiguration

    fonts = FontConfiguration()
    return fonts, CSS(string=face_rules(_SCHEME), font_config=fonts, base_url=_SCHEME, url_fetcher=_fetcher())


@cache
def _fetcher() -> URLFetcher:
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    # Cut here and not when one is asked for: the engine would go on with a font of the machine where that fails.
    files = {_SCHEME + name: face_bytes(name) for name in FACES}

    class OurAssets(URLFetcher):  # type: ignore[misc]
        """Serves the fonts and refuses everything else: no network, no file of the machine."""

        def fetch(self, url: str, _headers: object = None) -> URLFetcherResponse:
            if url not in files:
                raise ValueError(f"a brief fetches nothing: {url}")
            return URLFetcherResponse(url, files[url], {"Content-Type": "font/ttf"})

    return OurAssets()
