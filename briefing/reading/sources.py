"""Paths and folders -> the documents in them, in an order that is always the same."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from briefing.errors import Misuse
from briefing.reading.found import Tell
from briefing.reading.printable import name_line

__all__ = ["STDIN", "Document", "Source", "check_sources", "find_documents", "name_apart", "why_not_readable"]

Source = str | Path | Sequence[str | Path]
STDIN = Path("-")


@dataclass(frozen=True, slots=True)
class Document:
    """A file to read: where it is, and its name for people, relative to the folder it was found in."""

    path: Path
    place: str


def check_sources(source: Source) -> list[Path]:
    """The paths of a source, each of which exists (or is ``-``). Raises `Misuse` otherwise."""
    if not isinstance(source, (str, os.PathLike, list, tuple)):
        raise Misuse(
            f"a source is a path, - or a list of these, not {type(source).__name__}; give the path of a file or folder"
        )
    many = source if isinstance(source, (list, tuple)) else [source]
    return [_check(one) for one in many]


def _check(source: object) -> Path:
    if not isinstance(source, (str, os.PathLike)) or isinstance(os.fspath(source), bytes):
        raise Misuse(f"a source is a path or -, not {type(source).__name__}; give the path of a file or folder")
    written = str(os.fspath(source))
    if not written.strip():
        raise Misuse("a source is empty; give the path of a file or folder, or - for standard input")
    path = Path(written)
    try:
        if path != STDIN:
            path.stat()
    except PermissionError:
        pass  # it may be there: reading says what is wrong with it
    except (OSError, ValueError) as error:
        remedy = (
            "save the page and give its file"
            if "://" in written
            else "check how it is written, and the folder you are in"
        )
        raise Misuse(f"there is no file or folder {_printable(written)}; {remedy}") from error
    return path


def find_documents(path: Path, tell: Tell) -> Iterator[Document]:
    """The files under a path, by name, without hidden ones. Each real folder is entered once, so links cannot loop."""
    if not _is_folder(path):
        yield Document(path, _printable(path.name))
        return
    entered: set[tuple[int, int]] = set()
    pending = [path]
    while pending:
        here = pending.pop()
        place = _printable(here.relative_to(path).as_posix() if here != path else here.name or str(here))
        if _is_folder(here):
            pending += reversed(_children(here, place, entered, tell))
        else:
            yield Document(here, place)


def name_apart(document: Document, known: dict[str, Path]) -> str:
    """The place of a document, and no other's: a second ``a.txt`` gets its folder's name (``sub/a.txt``).

    ``known`` holds the places given so far, and gets this one.
    """
    where = Path(os.path.abspath(document.path))  # noqa: PTH100 (resolve() would follow links: other names)
    place, parts = document.place, where.parts
    first = len(parts) - document.place.count("/") - 1
    while known.setdefault(place, where) != where and first > 1:
        first -= 1
        place = f"{_printable(parts[first])}/{place}"
    return place


def _children(folder: Path, place: str, entered: set[tuple[int, int]], tell: Tell) -> list[Path]:
    try:
        status = folder.stat()
        known = (status.st_dev, status.st_ino)
        if known in entered:
            return []
        entered.add(known)
        return sorted(child for child in folder.iterdir() if not child.name.startswith("."))
    except OSError as error:
        tell(place, f"is a folder that could not be read ({error.strerror}); check its permissions")
        return []


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # no permission to look: opening it will say so
        return False


def why_not_readable(path: Path) -> str:
    """Why a path is nothing to open (a pipe would wait for ever, a device has no end), or an empty string."""
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        return "is a link to a file that does not exist; correct or remove it"
    except OSError as error:
        return f"could not be read ({error.strerror}); check its permissions"
    return "" if stat.S_ISREG(mode) else "is no regular file (a pipe, socket or device) and was not opened; give a file"


def _printable(text: str) -> str:
    """A file name on one line: bytes that are not UTF-8 and characters that do not show become �."""
    try:
        whole = os.fsencode(text).decode("utf-8", "replace")
    except UnicodeEncodeError:  # no name that a file can have
        whole = text.encode(errors="replace").decode()
    return name_line(whole)
