"""The house rules: which module may import which, what may not be imported early, and what no file may hold."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = "briefing"

# From the ground up. A module imports its own room and what stands before it, never what stands after it.
GROUND = ("errors", "datespan", "model")
ROOMS = ("reading", "fetching", "temporal", "events", "composing", "rendering", "delivery", "library")
TOP = (
    "config",
    "pipeline",
    "desk",
    "",
    "cli",
    "__main__",
)  # "" is briefing/__init__.py, the functions offered to Python
ORDER = {name: floor for floor, name in enumerate((*GROUND, *ROOMS, *TOP))}

# Each of these takes 70 ms or more to import; `brief --help` must not wait for them.
SLOW_TO_IMPORT = frozenset(
    "weasyprint trafilatura htmldate dateparser lxml markdown icalendar feedparser urllib3 warcio css_inline keyring".split()
)

# Rooms within a room that are themselves imported only when a page has to be read.
IMPORTED_LATE = frozenset({"reading.page_dates", "fetching.connection"})

# A path of somebody's machine: an absolute one that starts in a place where people keep their files.
MACHINE_PATH = re.compile(rb"(?<![\w.~/-])/(?:root|work|home|Users)/\w")


@dataclass(frozen=True)
class Module:
    """What the rules ask of one module: its dotted name below the package and what it imports."""

    name: str
    imports: frozenset[str] = frozenset()
    early: frozenset[str] = frozenset()  # those imported as soon as the module itself is
    prints: bool = False
    docstring: str = "Says what it is for."

    @property
    def room(self) -> str:
        """The floor or room that the module belongs to."""
        return self.name.partition(".")[0]


def parse(name: str, source: str, *, package: bool = False) -> Module:
    """A module's dotted name below ``briefing`` ("" for the package itself) and its source, as the rules see it."""
    tree = ast.parse(source)
    here = [PACKAGE, *filter(None, name.split("."))]
    parent = here if package else here[:-1]
    calls = (node.func for node in ast.walk(tree) if isinstance(node, ast.Call))
    return Module(
        name,
        imports=frozenset(_imported(ast.walk(tree), parent)),
        early=frozenset(_imported(_run_on_import(tree), parent)),
        prints=any(isinstance(call, ast.Name) and call.id == "print" for call in calls),
        docstring=ast.get_docstring(tree) or "",
    )


def _imported(nodes: Iterator[ast.AST], parent: list[str]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = parent[: len(parent) - node.level + 1] if node.level else []
            path = ".".join([*base, *filter(None, [node.module])])
            # `from briefing import model` names a module, `from briefing.model import Event` a value of one.
            yield from (f"{path}.{alias.name}" for alias in node.names) if path == PACKAGE else [path]


def _run_on_import(node: ast.AST) -> Iterator[ast.AST]:
    """Every node that runs when the module is imported: no function bodies, nothing that is for type checkers only."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            continue
        if isinstance(child, ast.If) and "TYPE_CHECKING" in ast.unparse(child.test):
            continue
        yield child
        yield from _run_on_import(child)


def broken_rules(module: Module) -> list[str]:
    """One line for each house rule that a module breaks; an empty list is a good module."""
    shown = f"{PACKAGE}.{module.name}".rstrip(".")
    if module.room not in ORDER:
        return [f"{shown} has no place in the house; give {module.room!r} one in the order of tests/test_house.py"]
    broken = [
        f"{shown} imports {name}, which {why}" for name in sorted(module.imports) if (why := _fault(module, name))
    ]
    broken += [
        f"{shown} imports {name} before it is needed"
        for name in sorted(module.early)
        if _top(name) in SLOW_TO_IMPORT and module.name not in IMPORTED_LATE
    ]
    if module.prints and module.room != "cli":
        broken.append(f"{shown} prints; only briefing.cli may")
    if not module.docstring:
        broken.append(f"{shown} does not open with a docstring")
    if module.name.endswith("utils"):
        broken.append(f"{shown} is a drawer for odds and ends; name what it does")
    return broken


def _fault(module: Module, imported: str) -> str:
    if _top(imported) != PACKAGE:
        outside = module.room in GROUND and _top(imported) not in sys.stdlib_module_names
        return "is not in the standard library" if outside else ""
    # A value that the package itself offers (`from briefing import find_dates`) belongs to its __init__, room "".
    room = imported.partition(".")[2].partition(".")[0]
    return "stands after it" if ORDER.get(room, ORDER[""]) > ORDER[module.room] else ""


def _top(name: str) -> str:
    return name.partition(".")[0]


def modules(root: Path) -> Iterator[Module]:
    """Every module of the package folder ``root``."""
    for path in sorted(root.rglob("*.py")):
        parts = path.relative_to(root).with_suffix("").parts
        package = parts[-1] == "__init__"
        yield parse(".".join(parts[:-1] if package else parts), path.read_text("utf-8"), package=package)


def paths_of_a_machine(files: Mapping[str, bytes]) -> list[str]:
    """The names of the files whose content holds a path of somebody's machine."""
    return [name for name, content in files.items() if MACHINE_PATH.search(content)]


@pytest.mark.parametrize("module", list(modules(ROOT / PACKAGE)), ids=lambda module: module.name or PACKAGE)
def test_module_keeps_the_house_rules(module: Module) -> None:
    """Every module of the package stands in its place and imports nothing that comes after it on the way."""
    assert broken_rules(module) == []


@pytest.mark.parametrize(
    ("name", "source", "complaint"),
    [
        ("reading.pages", "from briefing.temporal import engine", "stands after it"),
        ("reading.pages", "def read():\n    import briefing.cli", "stands after it"),
        ("temporal.engine", "from ..events.merging import merge", "stands after it"),
        ("temporal.engine", "from briefing import rendering", "stands after it"),
        ("composing", "from briefing import find_dates", "stands after it"),
        ("composing", "import briefing", "stands after it"),
        ("pipeline", "if TYPE_CHECKING:\n    from briefing.cli import main", "stands after it"),
        ("datespan", "from briefing.model import Event", "stands after it"),
        ("model", "import msgspec", "not in the standard library"),
        ("cellar.wine", "", "no place in the house"),
        ("rendering.pdf", "import weasyprint", "before it is needed"),
        (
            "rendering.pdf",
            "try:\n    from lxml.etree import parse\nexcept ImportError:\n    pass",
            "before it is needed",
        ),
        ("events.names", "def names():\n    print(1)", "prints"),
        ("events.utils", "", "odds and ends"),
    ],
)
def test_breach_is_noticed(name: str, source: str, complaint: str) -> None:
    """A module that breaks one rule is reported for that rule and no other."""
    found = broken_rules(parse(name, f'"""Says what it is for."""\n{source}'))
    assert len(found) == 1
    assert complaint in found[0]


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("datespan", "from briefing.errors import BriefingError\nimport re"),
        ("temporal.engine", "from briefing.model import Article\nfrom .rules import RULES"),
        ("temporal.engine", "from briefing.temporal.languages import english"),
        ("rendering.pdf", "def pdf():\n    import weasyprint\nfrom briefing import model"),
        ("reading.pages", "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import lxml"),
        ("pipeline", "from briefing.rendering import render"),
        ("cli", "import briefing\nfrom briefing import __version__, pipeline\nprint(1)"),
    ],
)
def test_good_module_passes(name: str, source: str) -> None:
    """What the house allows is not reported."""
    assert broken_rules(parse(name, f'"""Says what it is for."""\n{source}')) == []


def test_missing_docstring_is_noticed() -> None:
    """A module that does not say what it is for is reported."""
    assert broken_rules(parse("model", "import re")) == ["briefing.model does not open with a docstring"]


def test_modules_of_a_folder_are_found(tmp_path: Path) -> None:
    """Modules are found in every folder of the package, and a package's relative imports count from itself."""
    (tmp_path / "events").mkdir()
    (tmp_path / "events" / "__init__.py").write_text("from .merging import merge\nfrom ..cli import main")
    (tmp_path / "cli.py").write_text("import sys")
    found = {module.name: module.imports for module in modules(tmp_path)}
    assert found == {"events": {"briefing.events.merging", "briefing.cli"}, "cli": {"sys"}}


def test_command_line_starts_without_the_slow_libraries() -> None:
    """Importing the command line loads none of the libraries that take long, not even by way of another module."""
    code = f"import sys, briefing.cli; print(*sorted(set(sys.modules) & {set(SLOW_TO_IMPORT)}))"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.split() == []


def test_no_file_names_a_path_of_a_machine() -> None:
    """Nothing that is kept under version control names a folder of the machine where it was written."""
    git = shutil.which("git")
    if not git or not (ROOT / ".git").exists():
        pytest.skip("this is no git checkout, or git is not installed")
    listed = subprocess.run([git, "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout
    names = [name.decode() for name in listed.split(b"\0") if name]
    assert paths_of_a_machine({name: (ROOT / name).read_bytes() for name in names if (ROOT / name).is_file()}) == []


@pytest.mark.parametrize(
    ("content", "named"),
    [
        ("cd '/{}/briefing'", True),
        ("/{}/me/.bashrc", True),
        ("https://example.org/{}/news", False),
        ("the ../{}/ folder", False),
    ],
)
@pytest.mark.parametrize("folder", ["root", "work", "home", "Users"])
def test_path_of_a_machine_is_told_from_other_paths(content: str, named: bool, folder: str) -> None:
    """An absolute path is noticed; a URL and a relative path are not."""
    files = {"notes.md": content.format(folder).encode()}
    assert paths_of_a_machine(files) == (["notes.md"] if named else [])
