"""Work shared out among processors: the same result, and nothing shared out where a process may not be copied."""

from __future__ import annotations

import subprocess
import sys

import pytest

# Tests may run beside other threads, where nothing is shared out; so each of these runs in a Python of its own.
ALONE = """
import multiprocessing, os, sys, threading, time
from briefing.events import spreading
spreading._processors, spreading._WORTH = (lambda: 3), 1
FIRST = os.getpid()
def at_work(number):
    return number, os.getpid()
def workers():
    return len({process for _, process in spreading.for_each(at_work, range(20))})
"""


def run(script: str) -> str:
    """What a script prints, any warning being an error."""
    command = [sys.executable, "-W", "error", "-c", ALONE + script]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert done.stderr == ""
    return done.stdout.strip()


linux_only = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a process is never copied")


@linux_only
def test_results_come_in_the_order_of_what_they_are_made_from() -> None:
    """Each of three processes does a third."""
    assert run("print([number for number, _ in spreading.for_each(at_work, range(7))], workers())") == (
        "[0, 1, 2, 3, 4, 5, 6] 3"
    )


@pytest.mark.parametrize(
    "beside",
    [
        "threading.Thread(target=time.sleep, args=(5,), daemon=True).start()",
        "multiprocessing.set_start_method('spawn')",
        "spreading._WORTH = 11",
        "spreading._processors = lambda: 1",
    ],
)
def test_nothing_is_shared_out_where_it_is_unsafe_or_does_not_pay(beside: str) -> None:
    """Beside a thread, against somebody's choice, for a few values, or on one processor."""
    assert run(f"{beside}\nprint(workers())") == "1"


def test_an_error_is_raised_whoever_meets_it() -> None:
    """Also if another process meets it, it is raised here."""
    script = """
def fails(number):
    if number % 3:
        raise ValueError(f"no {number}")
try:
    spreading.for_each(fails, range(9))
except ValueError as error:
    print(error, multiprocessing.active_children())
"""
    assert run(script) == "no 1 []"


@linux_only
def test_what_a_process_that_dies_leaves_undone_is_done() -> None:
    """By the one that asked."""
    script = """
def dies(number):
    return number if os.getpid() == FIRST else os._exit(1)
print(spreading.for_each(dies, range(7)))
"""
    assert run(script) == "[0, 1, 2, 3, 4, 5, 6]"


@linux_only
def test_an_interrupt_leaves_no_process_behind() -> None:
    """Whoever presses Ctrl-C is told so once, and at once."""
    script = """
def interrupted(number):
    if os.getpid() == FIRST:
        raise KeyboardInterrupt
    time.sleep(60)
try:
    spreading.for_each(interrupted, range(9))
except KeyboardInterrupt:
    print(multiprocessing.active_children())
"""
    assert run(script) == "[]"


@linux_only
def test_events_are_the_same_whoever_has_read_their_articles() -> None:
    """On one processor and on three."""
    script = """
from briefing import find_events
from briefing.model import Article
text = "Envoy number {0} met the mayor of Cairo on 1{1} May 2024.\\nThey spoke for {0} hours, an official said."
pile = [Article(id=str(n), language="en", text=text.format(n, n % 4)) for n in range(12)]
shared = find_events(pile)
spreading._processors = lambda: 1
print(len(shared) > 3, shared == find_events(pile))
"""
    assert run(script) == "True True"
