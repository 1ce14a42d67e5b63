"""The same work for many values, shared out among the processors: each copy of this process does its part.

A process may only be copied (fork) while it has no other thread: a lock that one holds would stay locked in the copy for
ever. So nothing is shared out where another thread runs, where somebody has chosen another way of starting processes, or
in a process that has itself been started for a part of some work; it is then done here, one after the other, with
the same result.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

__all__ = ["for_each"]

_WORTH = 30  # values, at least, of a part: for fewer a copy costs more than it saves
_MOST = 8  # parts: each takes some memory of its own

_A = TypeVar("_A")
_B = TypeVar("_B")


def for_each(work: Callable[[_A], _B], values: Sequence[_A]) -> list[_B]:
    """What some work makes of each value, in their order; where it raises an error, so does this.

    Args:
        work: a pure function; what it makes can be pickled.
        values: what it is done for.
    """
    parts = min(_processors(), len(values) // _WORTH, _MOST)
    if parts < 2 or not _may_be_copied():
        return [work(value) for value in values]
    shares = [values[first::parts] for first in range(parts)]  # so that long articles in a row are shared, too
    with _copies(work, shares[1:]) as answers:
        done = [[work(value) for value in shares[0]]]
        done += [_received(answer, work, share) for answer, share in zip(answers, shares[1:], strict=True)]
    return [done[number % parts][number // parts] for number in range(len(values))]


def _processors() -> int:
    """Those that this process may use."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else 1


def _may_be_copied() -> bool:
    """Whether this process is alone: it has one thread, of Python or not, and is no part of somebody's own sharing out."""
    try:
        threads = list(Path("/proc/self/task").iterdir())
    except OSError:
        return False
    if len(threads) > 1:
        return False
    import multiprocessing

    chosen = multiprocessing.get_start_method(allow_none=True)
    return chosen in {None, "fork"} and multiprocessing.parent_process() is None


@contextmanager
def _copies(work: Callable[[_A], _B], shares: Sequence[Sequence[_A]]) -> Iterator[list[Connection]]:
    """A copy of this process for each share, and where it answers; none outlives the block, whatever happens in it."""
    from multiprocessing import get_context

    context = get_context("fork")
    answers, copies = [], []
    try:
        for share in shares:
            receiver, sender = context.Pipe(duplex=False)
            answers.append(receiver)
            copy = context.Process(target=_answer, args=(work, share, sender), daemon=True)
            with suppress(OSError):  # there may be no room for another process: nobody answers then
                copy.start()
                copies.append(copy)
            sender.close()  # so that a copy that dies is heard of
        yield answers
    finally:
        for copy in copies:
            copy.kill()
            copy.join()
            copy.close()
        for answer in answers:
            answer.close()


def _answer(work: Callable[[_A], _B], share: Sequence[_A], sender: Connection) -> None:
    """Do a share, in a copy. Who asked is interrupted, and meets an error, itself: without an answer it does the share."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with suppress(Exception):
        sender.send([work(value) for value in share])


def _received(answer: Connection, work: Callable[[_A], _B], share: Sequence[_A]) -> list[_B]:
    try:
        received: list[_B] = answer.recv()
    except (EOFError, OSError):
        return [work(value) for value in share]
    return received
