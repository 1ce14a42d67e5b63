"""The events as CSV (RFC 4180): one a line, for spreadsheets and statistics.

The columns are named as in the JSON brief, whatever the language. Several values of one cell are parted by "; ".
"""

from __future__ import annotations

import csv
import io

from briefing.datespan import DateSpan
from briefing.model import Brief, Entry, NameKind
from briefing.rendering.dates import in_table
from briefing.rendering.markdown import one_line
from briefing.rendering.words import Words

__all__ = ["COLUMNS", "csv_text"]

COLUMNS = (
    "id", "status", "date", "first", "last", "precision", "approximate", "when", "reported", "place", "statement", "modality",
    "people", "organisations", "places", "origins", "articles", "disputed_dates", "sources", "links",
)  # fmt: skip

_BYTE_ORDER_MARK = "\ufeff"  # without it spreadsheets read UTF-8 as the machine's old code page
_FORMULA = ("=", "+", "-", "@")


def csv_text(brief: Brief, words: Words) -> str:
    """All events of a brief in order of date, under a line of `COLUMNS`; lines end as RFC 4180 has it.

    A cell that a spreadsheet would take for a formula begins with an apostrophe, which makes it text (OWASP, CSV
    injection). ``date`` is EDTF, ``when`` the same in words.
    """
    out = io.StringIO()
    out.write(_BYTE_ORDER_MARK)
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    links = {source.number: source.url for source in brief.sources}
    for entry in brief.events:
        writer.writerow([_as_text(cell) for cell in _cells(entry, links, words)])
    return out.getvalue()


def _cells(entry: Entry, links: dict[int, str], words: Words) -> tuple[object, ...]:
    event, span = entry.event, entry.event.span
    return (
        event.id,
        entry.status.value,
        span,
        span.first or "",
        span.last or "",
        span.precision.value,
        "yes" if span.approximate else "no",
        in_table(span, words),
        event.reported or "",
        entry.place,
        entry.statement.text,
        event.modality.value,
        *(_list(event.named(kind)) for kind in (NameKind.PERSON, NameKind.ORGANISATION, NameKind.PLACE)),
        len(event.origins),
        len(event.articles),
        _list(event.disputed),
        _list(entry.sources),
        _list(tuple(filter(None, (links.get(number, "") for number in entry.sources)))),
    )


def _list(values: tuple[str, ...] | tuple[int, ...] | tuple[DateSpan, ...]) -> str:
    return "; ".join(map(str, values))


def _as_text(cell: object) -> str:
    text = one_line(str(cell))
    return f"'{text}" if text.startswith(_FORMULA) else text
