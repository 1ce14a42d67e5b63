"""The lines above a story: headline, outlet, byline, and when it was published.

    Talks resume in Cairo                      the headline
    The Daily Example                          the outlet, known by the labelled line below it
    By A. Writer, 12 July 2024                 a byline
    Published: 14 September 2024 at 09:30      a label that says which date this is
    9 May 2024 - 08:32                         a bare date

A line counts by what it says: a publication label beats a byline, that a bare date, and a bare date
above the headline (it may be the site's own clock) comes after these. "Updated" comes last. A line that
is a labelled date and nothing else leaves the first lines even where the story has begun above it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from briefing.reading.datetext import Stamp, make_stamp
from briefing.reading.header_lines import LONGEST, Rank, is_byline, is_labelled_date, read_line
from briefing.reading.printable import cleaned
from briefing.reading.titles import is_section, looks_like_title, names_outlet

__all__ = ["Header", "find_stamp", "read_header"]

DEEPEST = 8  # lines that are looked at before the story must have begun
_DATE_AND_HEADLINE = re.compile(r"\s*date:?\s+(?P<date>\d{4}-\d{2}-\d{2})\s+(?P<headline>\S.*)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Header:
    """What stood above a story: its title, its date, its outlet, the header lines, and the lines of the story."""

    title: str
    stamp: Stamp | None
    left_out: tuple[str, ...]
    story: tuple[str, ...]
    outlet: str = ""


def read_header(lines: Sequence[str], *, title: str = "", language: str = "", country: str = "") -> Header:
    """Take the header off the lines of a text (blank ones included).

    With a ``title`` given, a first line that repeats it goes, and no other line is taken for one.
    """
    dates: list[tuple[Rank, Stamp]] = []
    left_out: list[str] = []
    given, headline, outlet, story = " ".join(title.split()), "", "", len(lines)
    filled = [index for index, line in enumerate(lines) if line.strip()]
    top = [cleaned(lines[index]).strip() for index in filled[: DEEPEST + 2]]
    for number, line in enumerate(top[:DEEPEST]):
        joined = _DATE_AND_HEADLINE.fullmatch(line) if number == 0 else None
        if joined:
            stamp = make_stamp(*joined["date"].split("-"))
            dates += [(Rank.LABELLED, stamp)] if stamp else []
            headline = joined["headline"]
        elif (found := read_line(line, language=language, country=country)) is not None:
            dates += [_placed(*pair, below=bool(headline or given)) for pair in found]
            left_out.append(line)
        elif (headline or given) and not outlet and _is_outlet(top[number : number + 3], given):
            outlet = line
            left_out.append(line)
        elif not headline and _is_title(top[number : number + 4], lines[filled[number] + 1 :], given):
            headline = line
        else:
            story = filled[number]
            break
    else:
        story = filled[DEEPEST] if len(filled) > DEEPEST else len(lines)
    late = {
        index: line
        for index, line in zip(filled[:DEEPEST], top, strict=False)
        if index > story and is_labelled_date(line, language=language, country=country)
    }
    left_out += late.values()
    for line in late.values():
        dates += read_line(line, language=language, country=country) or []
    best = min(dates, key=lambda pair: pair[0], default=None)
    rest = tuple(line for index, line in enumerate(lines[story:], start=story) if index not in late)
    if headline and not given and not rest:  # a lone headline is all the text there is
        rest, headline = (headline,), ""
    return Header(given or headline, best and best[1], tuple(left_out), rest, "" if is_section(outlet) else outlet)


def find_stamp(text: str, *, language: str = "", country: str = "") -> Stamp | None:
    """The publication date in the first lines of a text that stays as it is."""
    top = text[: DEEPEST * LONGEST * 2].split("\n")
    return read_header(top, language=language, country=country).stamp


def _placed(rank: Rank, stamp: Stamp, *, below: bool) -> tuple[Rank, Stamp]:
    return (Rank.ABOVE_TITLE if rank is Rank.BARE and not below else rank), stamp


def _is_title(top: Sequence[str], after: Sequence[str], given: str) -> bool:
    """Whether the first of these lines is the headline: the one given, or one that stands apart from a story.

    ``after`` are all lines below it: blank, or one of the header's, the next one parts it off.
    """
    line = " ".join(top[0].split())
    if given:
        return line.casefold() == given.casefold()
    if not looks_like_title(line):
        return False
    return not after or not after[0].strip() or read_line(top[1]) is not None or _is_outlet(top[1:])


def _is_outlet(top: Sequence[str], given: str = "") -> bool:
    """Whether the first of these lines is a name, and one of the next two is a byline or a labelled date."""
    line = " ".join(top[0].split())
    if not names_outlet(line) or line.casefold() == given.casefold():
        return False
    return any(is_labelled_date(below) or is_byline(below) for below in top[1:3])
