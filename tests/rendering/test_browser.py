"""The HTML brief in a real browser: no error, no request, no barrier, and a timeline that a keyboard filters."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from briefing.model import Brief
from briefing.rendering import render

HERE = Path(__file__).parent / "browser"
CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not (CHROMIUM and shutil.which("npm")), reason="needs Chromium, Node.js and npm"),
]


@pytest.fixture(scope="module")
def node(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the checks and what they import; skips where the npm registry is out of reach."""
    folder = tmp_path_factory.mktemp("browser") / "checks"
    shutil.copytree(HERE, folder)
    install = ["npm", "install", "--silent", "--no-audit", "--no-fund"]
    if subprocess.run(install, cwd=folder, capture_output=True, check=False).returncode:
        pytest.skip("npm cannot install axe-core here")
    return folder


@pytest.mark.parametrize("name", ["sample", "bare", "crowded", "arabic"])
def test_a_browser_has_nothing_to_complain_about(
    name: str, node: Path, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    """In light and dark, wide and narrow: axe-core finds no violation, nothing is fetched, nothing is too wide."""
    found = checked(request.getfixturevalue(name), node, tmp_path)
    assert found["errors"] == found["requests"] == []
    assert found["violations"] == {"desktop": [], "dark": [], "phone": []}
    assert not any(found["wider"].values())


def test_the_timeline_is_filtered_by_keyboard_and_whole_without_scripts(
    sample: Brief, node: Path, tmp_path: Path
) -> None:
    """Tab reaches the choice, an arrow key takes a source, Enter shows all again; without scripts there is no filter."""
    found = checked(sample, node, tmp_path)
    told = found["filter"]
    assert told["reached"] == "by-source"
    assert 0 < told["some"] < told["all"] == told["after"] == len(sample.new) + len(sample.background)
    assert told["said"] == f"{told['some']} of {told['all']} events shown"
    assert found["without"] == {"rows": told["all"], "visible": told["all"], "form": False}


def test_the_strip_is_zoomed_by_keyboard(sample: Brief, node: Path, tmp_path: Path) -> None:
    """Plus enlarges it, an arrow moves it, a button shows the whole again."""
    told = checked(sample, node, tmp_path)["zoom"]
    assert told == {"before": 1, "enlarged": 2, "moved": True, "after": 1}


def checked(brief: Brief, node: Path, folder: Path) -> dict[str, Any]:
    """What the browser says of a brief."""
    file = folder / "brief.html"
    file.write_text(str(render(brief, "html")), encoding="utf-8")
    run = subprocess.run(
        ["node", "check.mjs", str(CHROMIUM), str(file)], cwd=node, capture_output=True, text=True, check=True
    )
    told: dict[str, Any] = json.loads(run.stdout)
    return told
