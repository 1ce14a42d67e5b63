"""One run at a time: a second waits, or says who it is waiting for."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest

from briefing.errors import BriefingError
from briefing.library.holding import holding

HOLD = """
import sys, time
from pathlib import Path
from briefing.library.holding import holding
with holding(Path(sys.argv[1]), what="brief fetch", wait=0):
    print("held", flush=True)
    time.sleep(float(sys.argv[2]))
"""


def hold(library: Path, seconds: float) -> subprocess.Popen[str]:
    """Hold a library in another process."""
    command = [sys.executable, "-c", HOLD, str(library), str(seconds)]
    run = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert run.stdout
    assert run.stdout.readline() == "held\n"
    return run


def test_second_run_names_the_holder(tmp_path: Path) -> None:
    """What it is, which process, since when, and what to do."""
    with hold(tmp_path / "brief.library", 60) as other:
        with pytest.raises(BriefingError) as raised, holding(tmp_path / "brief.library", what="brief make", wait=0.2):
            pass
        other.kill()
    said = str(raised.value)
    assert f"brief fetch (process {other.pid}) holds the library since 20" in said
    assert "try again when it is done" in said


def test_second_run_waits_for_the_first(tmp_path: Path) -> None:
    """It goes on as soon as the first is done."""
    with hold(tmp_path / "brief.library", 0.4), holding(tmp_path / "brief.library", what="brief make", wait=30):
        pass


def test_killed_run_holds_nothing(tmp_path: Path) -> None:
    """However a run ends, the next one goes on."""
    with hold(tmp_path / "brief.library", 60) as other:
        other.kill()
        other.wait()
        begun = time.monotonic()
        with holding(tmp_path / "brief.library", what="brief make", wait=5):
            assert time.monotonic() - begun < 4


def test_library_is_let_go_of_after_a_failure(tmp_path: Path) -> None:
    """One run after the other, in one process."""
    with pytest.raises(RuntimeError), holding(tmp_path / "brief.library", what="brief fetch", wait=0):
        raise RuntimeError
    with holding(tmp_path / "brief.library", what="brief make", wait=0):
        assert "brief make" in (tmp_path / "brief.library.lock").read_text(encoding="utf-8")


def test_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    """In one line with a remedy."""
    with (
        pytest.raises(BriefingError, match="check that you may write"),
        holding(tmp_path / "nowhere" / "brief.library", what="brief fetch", wait=0),
    ):
        pass
