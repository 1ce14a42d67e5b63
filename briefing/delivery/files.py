"""Writes files whole or not at all: a reader never sees half a brief, an older one is never lost to a failure."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from briefing.errors import BriefingError

__all__ = ["write_files"]


def write_files(outputs: Mapping[Path, str | bytes]) -> None:
    """Write each file (text as UTF-8), making its folder where it is missing.

    All of them are first written beside their places and only then moved there, so a full disk
    or a forbidden folder leaves what was there before. A new file gets the permissions of any
    new file, an existing one keeps its own; a link stays, and the file that it names is written.
    Raises `BriefingError` with one sentence that names the path as given.
    """
    staged: dict[Path, tuple[Path, Path]] = {}
    try:
        for path, content in outputs.items():
            with _explained(path):
                staged[path] = _stage(path, content.encode() if isinstance(content, str) else content)
        for path, (temporary, target) in staged.items():
            with _explained(path):
                temporary.replace(target)
                _settle(target.parent)
    finally:
        for temporary, target in staged.values():
            if temporary != target:
                temporary.unlink(missing_ok=True)


def _stage(path: Path, content: bytes) -> tuple[Path, Path]:
    """Write the content beside its place. Gives the temporary file and the place."""
    if path.is_dir():
        raise IsADirectoryError
    if path.exists() and not path.is_file():  # a device or a pipe is written to, never replaced
        path.write_bytes(content)
        return path, path
    target = path.resolve()
    target.parent.mkdir(parents=True, exist_ok=True)
    temporary = target.parent / f".brief-{secrets.token_hex(8)}.part"
    try:
        _write(temporary, content, like=target)
    except BaseException:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise
    return temporary, target


def _write(temporary: Path, content: bytes, like: Path) -> None:
    # os.open applies the umask to 0o666 just as for any new file; tempfile would make it private.
    handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
    with os.fdopen(handle, "wb") as file:
        if like.exists():
            os.fchmod(handle, like.stat().st_mode & 0o7777)
        file.write(content)
        file.flush()
        os.fsync(handle)


def _settle(folder: Path) -> None:
    """Make the move itself survive a power cut, where the file system can."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


@contextmanager
def _explained(path: Path) -> Iterator[None]:
    try:
        yield
    except IsADirectoryError as error:
        raise BriefingError(f"{path} is a folder, so no file can be written there; give another name") from error
    except (FileExistsError, NotADirectoryError) as error:
        raise BriefingError(f"{path} cannot be written: a part of the path is a file; give another folder") from error
    except OSError as error:
        reason = (error.strerror or "the system refused").lower()
        raise BriefingError(f"{path} cannot be written: {reason}; make room or give another place") from error
