"""One run at a time: the second waits a while, then says who holds the library."""

from __future__ import annotations

import fcntl
import json
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TextIO

from briefing.errors import BriefingError

__all__ = ["holding"]

_LOOK_AGAIN = 0.1  # seconds


@contextmanager
def holding(library: Path, *, what: str, wait: float) -> Iterator[None]:
    """Hold a library for writing.

    The system lets go of it when the process ends, however it ends. Raises `BriefingError`, which names
    the holder, after ``wait`` seconds.
    """
    beside = library.with_name(f"{library.name}.lock")
    with _opened(beside) as file:
        _take(file.fileno(), beside, wait)
        file.seek(0)
        file.truncate()
        json.dump({"what": what, "process": os.getpid(), "since": f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC"}, file)
        file.flush()
        try:
            yield
        finally:
            file.truncate(0)


def _opened(beside: Path) -> TextIO:
    try:
        return beside.open("a+", encoding="utf-8")
    except OSError as error:
        why = (error.strerror or "the system refused").lower()
        raise BriefingError(
            f"the library cannot be held for writing: {beside.name}: {why}; check that you may write in its folder."
        ) from error


def _take(handle: int, beside: Path, wait: float) -> None:
    end = time.monotonic() + wait
    while True:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() >= end:
                raise BriefingError(_held_by(beside)) from None
            time.sleep(_LOOK_AGAIN)
        else:
            return


def _held_by(beside: Path) -> str:
    who = {}
    with suppress(OSError, ValueError):
        who = json.loads(beside.read_text(encoding="utf-8"))
    if not isinstance(who, dict) or not who:
        return "another run holds the library; try again when it is done."
    return (
        f"{who['what']} (process {who['process']}) holds the library since {who['since']}; try again when it is done."
    )
