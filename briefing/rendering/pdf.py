"""HTML -> PDF: tagged, linked, bookmarked, and the same bytes wherever it is made.

Fonts come from packages, never from the machine, and nothing else is ever fetched.
"""

from __future__ import annotations

import io
import os
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout
from functools import cache
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

from briefing.errors import MissingLibrary
from briefing.rendering.assets import font_file

if TYPE_CHECKING:
    from weasyprint import CSS
    from weasyprint.text.fonts import FontConfiguration
    from weasyprint.urls import URLFetcher

__all__ = ["pdf_bytes"]

_FACES = (  # asset, family, style
    ("serif.ttf", "Source Serif 4", "normal"),
    ("sans.ttf", "Source Sans 3", "normal"),
    ("sans-italic.ttf", "Source Sans 3", "italic"),
    ("arabic.ttf", "Noto Naskh Arabic", "normal"),
)
_SCHEME = "asset:"


def pdf_bytes(html: str) -> bytes:
    """A self-contained HTML page as PDF/UA-1. Raises `MissingLibrary` when Pango is not there."""
    weasyprint = _weasyprint()
    fonts, sheet = _fonts()
    document = weasyprint.HTML(string=html, base_url=_SCHEME, url_fetcher=_fetcher(), media_type="print")
    with _no_clock():
        pdf = document.write_pdf(stylesheets=[sheet], font_config=fonts, pdf_variant="pdf/ua-1")
    assert isinstance(pdf, bytes)  # noqa: S101 -- without a target write_pdf returns the bytes
    return pdf


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

    rules = "".join(
        f'@font-face {{ font-family: "{family}"; font-style: {style}; src: url("{_SCHEME}{name}") }}\n'
        for name, family, style in _FACES
    )
    fonts = FontConfiguration()
    return fonts, CSS(string=rules, font_config=fonts, base_url=_SCHEME, url_fetcher=_fetcher())


@cache
def _fetcher() -> URLFetcher:
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    assets = {f"{_SCHEME}{name}": name for name, _, _ in _FACES}

    class OurAssets(URLFetcher):  # type: ignore[misc]
        """Serves the fonts and refuses everything else: no network, no file of the machine."""

        def fetch(self, url: str, _headers: object = None) -> URLFetcherResponse:
            if url not in assets:
                raise ValueError(f"a brief fetches nothing: {url}")
            return URLFetcherResponse(url, font_file(assets[url]).read_bytes(), {"Content-Type": "font/ttf"})

    return OurAssets()
