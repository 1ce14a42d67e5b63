"""What a user installs: the wheel holds all it needs and works in an empty environment away from the checkout."""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
ARTICLE = """ date 2024-09-14 Ministers agree on a bridge | News

ANKARA

The ministers of transport met in Ankara on Friday and agreed to build a bridge.
"""


def run(*command: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run a command with nothing of this checkout or its environment in sight."""
    hidden = ("PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV")
    clean = {name: value for name, value in os.environ.items() if name not in hidden}
    return subprocess.run(command, cwd=cwd, env=clean, capture_output=True, text=True, check=False)


def build(*options: str, into: Path) -> list[Path]:
    """Build distributions of the checkout into an empty folder and return them."""
    done = run(sys.executable, "-m", "build", *options, "--outdir", into, ROOT, cwd=into.parent)
    assert done.returncode == 0, done.stdout + done.stderr
    return sorted(into.iterdir())


def names(wheel: Path) -> set[str]:
    """The files inside a wheel."""
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The source distribution and the wheel that is made from it."""
    sdist, wheel = sorted(build(into=tmp_path_factory.mktemp("dist")), key=lambda path: path.suffix)
    return sdist, wheel


@pytest.fixture(scope="module")
def environment(built: tuple[Path, Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An environment with nothing but the wheel and what it asks for; its path has a blank in it."""
    home = tmp_path_factory.mktemp("an empty place")
    assert run(sys.executable, "-m", "venv", home / "env", cwd=home).returncode == 0
    done = run(home / "env/bin/python", "-m", "pip", "install", "--quiet", built[1], cwd=home)
    assert done.returncode == 0, done.stderr
    return home / "env"


def test_wheel_holds_templates_and_types_and_nothing_else(built: tuple[Path, Path]) -> None:
    """Templates and the marker for type checkers are inside, tests and examples are not."""
    inside = names(built[1])
    templates = {path.relative_to(ROOT).as_posix() for path in (ROOT / "templates").rglob("*") if path.is_file()}
    assert templates
    assert {f"briefing/{name}" for name in templates} | {"briefing/py.typed"} <= inside
    assert {name.partition("/")[0] for name in inside if ".dist-info/" not in name} == {"briefing"}


def test_wheel_from_checkout_equals_wheel_from_source_distribution(built: tuple[Path, Path], tmp_path: Path) -> None:
    """Whoever builds from the source distribution gets the same files as whoever builds from the checkout."""
    assert names(build("--wheel", into=tmp_path / "dist")[0]) == names(built[1])


def test_source_distribution_can_be_worked_on(built: tuple[Path, Path]) -> None:
    """The source distribution brings the tests, the examples and the Makefile along, and no virtual environment."""
    with tarfile.open(built[0]) as archive:
        top = {name.split("/")[1] for name in archive.getnames()}
    assert {"briefing", "templates", "tests", "examples", "Makefile", "README.md", "LICENSE"} <= top
    assert not any(name.startswith(".venv") for name in top)


def test_installed_command_names_its_version(environment: Path, tmp_path: Path) -> None:
    """`brief --version` works without the checkout and says the version that was built."""
    told = run(environment / "bin/brief", "--version", cwd=tmp_path)
    built = run(
        environment / "bin/python",
        "-c",
        "from importlib.metadata import version as v; print(v('briefing-cli'))",
        cwd=tmp_path,
    )
    assert (told.returncode, built.returncode) == (0, 0), told.stderr + built.stderr
    assert built.stdout.strip() in told.stdout


def test_installed_command_makes_a_brief(environment: Path, tmp_path: Path) -> None:
    """The installed wheel finds its templates and makes a brief of one article as Markdown and PDF."""
    (tmp_path / "article.txt").write_text(ARTICLE, encoding="utf-8")
    made = run(environment / "bin/brief", "make", "article.txt", "--format", "md,pdf", "--output", "out", cwd=tmp_path)
    assert made.returncode == 0, made.stderr
    briefs = {path.suffix: path.read_bytes() for path in (tmp_path / "out").iterdir()}
    assert set(briefs) == {".md", ".pdf"}
    assert b"2024-09-13" in briefs[".md"]
    assert briefs[".pdf"].startswith(b"%PDF-")


def test_package_comes_from_the_environment(environment: Path, tmp_path: Path) -> None:
    """What the tests above ran is the installed package and not the checkout."""
    found = run(environment / "bin/python", "-c", "import briefing; print(briefing.__file__)", cwd=tmp_path)
    assert Path(found.stdout.strip()).is_relative_to(environment)
