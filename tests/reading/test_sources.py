"""Files, folders, standard input: what is read, in which order, and what is said about the rest."""

from __future__ import annotations

import io
import json
import os
import socket
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from briefing.errors import Misuse, Problem
from briefing.reading import read_articles, read_sources

Read = Callable[..., Any]


def write(folder: Path, **files: str) -> None:
    """Write text files, one sentence each."""
    for name, text in files.items():
        path = folder / name.replace("__", "/").replace("_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)


def test_folder_is_read_by_name_without_hidden_files(tmp_path: Path) -> None:
    """A folder is read with all below it, by name; hidden files and folders are passed over; places are relative."""
    write(tmp_path, b_txt="Two.", a__z_txt="One.", c_md="Three.", _hidden_txt="No.", _git__x_txt="No.")
    problems: list[Problem] = []
    articles = list(read_articles(tmp_path, problems))
    assert [(article.place, article.text) for article in articles] == [
        ("a/z.txt", "One."),
        ("b.txt", "Two."),
        ("c.md", "Three."),
    ]
    assert problems == []


def test_many_sources_in_their_order(tmp_path: Path) -> None:
    """Several sources are read in the order given, as text or as paths."""
    write(tmp_path, b_txt="Two.", a_txt="One.")
    assert [article.text for article in read_articles([str(tmp_path / "b.txt"), tmp_path / "a.txt"], [])] == [
        "Two.",
        "One.",
    ]


@pytest.mark.parametrize(
    "source", ["no/such/file.txt", "https://daily-b.example/talks", "", "a\0b", "x" * 5_000, 7, b"a", [None], "--sinse"]
)
def test_missing_source_is_misuse_before_anything_is_read(source: Any) -> None:
    """A source that is not there, or is no path, is misuse at the call itself."""
    with pytest.raises(Misuse):
        read_articles(source)


def test_misuse_names_the_path(tmp_path: Path) -> None:
    """The message says which path is wrong, even after one that is right."""
    with pytest.raises(Misuse, match=r"tallks\.txt"):
        read_articles([tmp_path, "tallks.txt"])


def test_other_endings_are_told(tmp_path: Path) -> None:
    """A file that is not read is named, with the endings that are, in a folder and alone."""
    write(tmp_path, README="Words.", notes_docx="Words.", a_txt="One.")
    problems: list[Problem] = []
    assert len(list(read_articles(tmp_path, problems))) == 1
    assert [problem.article for problem in problems] == ["README", "notes.docx"]
    assert all(".txt" in problem.message for problem in problems)
    alone: list[Problem] = []
    assert list(read_articles(tmp_path / "README", alone)) == []
    assert len(alone) == 1


def test_links_that_loop(tmp_path: Path) -> None:
    """A link to a folder above, and one to nothing, neither hang nor repeat."""
    write(tmp_path, sub__a_txt="One.")
    (tmp_path / "sub" / "up").symlink_to(tmp_path)
    (tmp_path / "self").symlink_to("self")
    (tmp_path / "gone.txt").symlink_to("nowhere.txt")
    problems: list[Problem] = []
    assert [article.place for article in read_articles(tmp_path, problems)] == ["sub/a.txt"]
    assert [problem.article for problem in problems] == ["gone.txt", "self"]


def test_pipes_and_sockets_are_not_opened(tmp_path: Path) -> None:
    """A pipe would wait for ever: it is told, not opened."""
    os.mkfifo(tmp_path / "pipe.txt")
    with socket.socket(socket.AF_UNIX) as end:
        end.bind(str(tmp_path / "s.txt"))
        problems: list[Problem] = []
        assert list(read_articles(tmp_path, problems)) == []
    assert [problem.article for problem in problems] == ["pipe.txt", "s.txt"]


def test_unreadable_file_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file without permission is a problem that says so."""
    write(tmp_path, a_txt="One.", b_txt="Two.")
    real = Path.open

    def locked(path: Path, *args: Any, **more: Any) -> Any:
        if path.name == "a.txt":
            raise PermissionError(13, "Permission denied")
        return real(path, *args, **more)

    monkeypatch.setattr(Path, "open", locked)
    problems: list[Problem] = []
    assert [article.text for article in read_articles(tmp_path, problems)] == ["Two."]
    assert [(problem.article, "Permission denied" in problem.message) for problem in problems] == [("a.txt", True)]


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (b"", "empty"),
        (b" \n\n \n", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"PNG\0\0\1", "binary"),
        ("Türkiye".encode("cp1254"), "iconv"),
        (b"\xff\xfeT", "UTF-16"),
        (b"word " * 450_000, "2 MB"),
        (b"Published: 9 May 2024\n", "story"),
    ],
)
@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_bad_text_file_is_told(read: Read, name: str, content: bytes, word: str) -> None:
    """An empty, binary, wrongly encoded or too large file is one line that names it and the remedy."""
    articles, problems = read(name, content)
    assert articles == []
    assert [problem.article for problem in problems] == [name]
    assert word in problems[0].message
    assert "\n" not in problems[0].message


@pytest.mark.parametrize("name", ["a.html", "a.json", "a.jsonl"])
@pytest.mark.parametrize("content", [b"", b"\n \n", b"\xff\xff\xff", b"\0\0\0\0"])
def test_bad_file_of_other_kinds_is_told(read: Read, name: str, content: bytes) -> None:
    """Empty and binary files of every kind are told, once each."""
    articles, problems = read(name, content)
    assert articles == []
    assert len(problems) == 1


def test_nothing_is_lost_without_a_list(tmp_path: Path) -> None:
    """Without a list of problems each of them is a warning."""
    write(tmp_path, a_txt="")
    with pytest.warns(UserWarning, match=r"a\.txt: is empty"):
        list(read_articles(tmp_path))


@pytest.mark.parametrize(
    ("data", "texts"),
    [
        ('{"text": "One."}\n{"text": "Two."}\n', ["One.", "Two."]),
        ('[{"text": "One."}, {"text": "Two."}]', ["One.", "Two."]),
        ('{\n "text": "One."\n}', ["One."]),
        ("\ufeff <p>One.</p>", ["One."]),
        ("Talks resume\n\nOne.", ["One."]),
    ],
)
def test_standard_input(monkeypatch: pytest.MonkeyPatch, data: str, texts: list[str]) -> None:
    """Standard input may be JSON lines, JSON, a page or text: its first character tells."""
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(data.encode())))
    problems: list[Problem] = []
    articles = list(read_articles("-", problems))
    assert [article.text for article in articles] == texts
    assert all(article.place.startswith("standard input") for article in articles)
    assert problems == []


def test_empty_standard_input_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing on standard input is a problem, not silence."""
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(b"")))
    problems: list[Problem] = []
    assert list(read_articles("-", problems)) == []
    assert [problem.article for problem in problems] == ["standard input"]


# ---- each article once ------------------------------------------------------------------------


def test_same_content_counts_once(tmp_path: Path) -> None:
    """The same words in two files are one article, the first; how many were left out is told."""
    write(tmp_path, a_txt="Talks resume\n\nOne.", b_txt="Talks resume | News\n\nOne.\n", c_txt="Two.")
    problems: list[Problem] = []
    articles, repeats = read_sources([tmp_path, tmp_path / "c.txt"], problems)
    assert ([article.place for article in articles], repeats) == (["a.txt", "c.txt"], 2)
    assert problems == []


def test_same_id_and_other_content_are_two(read: Read) -> None:
    """Two articles under one id are both kept, and the second gets an id of its own."""
    articles, problems = read(
        "a.jsonl", '{"id": "x", "text": "One."}\n{"id": "x", "text": "Two."}\n{"id": "x", "text": "Three."}\n'
    )
    assert [article.id for article in articles] == ["x", "x-2", "x-3"]
    assert [problem.article for problem in problems] == ["a.jsonl line 2", "a.jsonl line 3"]


def test_same_id_and_content_is_one(read: Read) -> None:
    """An exact repetition is no problem."""
    articles, problems = read(
        "a.jsonl", '{"id": "x", "text": "One."}\n{"id": "x", "text": "One."}\n{"id": "y", "text": "One."}\n'
    )
    assert ([article.id for article in articles], problems) == (["x"], [])


def test_no_path_of_the_machine(tmp_path: Path) -> None:
    """Neither an article nor a problem names the folder on this machine."""
    write(tmp_path, a_txt="One.", b_txt="", sub__c_png="x")
    problems: list[Problem] = []
    articles = list(read_articles(str(tmp_path), problems))
    assert str(tmp_path) not in repr(articles) + repr(problems)
    assert len(problems) == 2


# ---- places -----------------------------------------------------------------------------------


def test_a_place_is_one_printable_line(tmp_path: Path) -> None:
    """Line breaks, control characters and direction overrides in a file's name show as � in every place."""
    for name in ("a\nb.txt", "c\x1b[2J.txt", "d\u202etxt.exe.txt", "e\u2028f.jsonl", "g\th.png"):
        (tmp_path / name).write_text(json.dumps({"text": repr(name)}))
    problems: list[Problem] = []
    places = [article.place for article in read_articles(tmp_path, problems)]
    assert sorted(places) == ["a�b.txt", "c�[2J.txt", "d�txt.exe.txt", "e�f.jsonl line 1"]
    assert [problem.article for problem in problems] == ["g�h.png"]
    with pytest.raises(Misuse, match="no�such"):
        read_articles("no\nsuch.txt")


def test_files_of_one_name_have_places_of_their_own(tmp_path: Path) -> None:
    """Where two sources hold a file of the same name, the second is called with its folder; the same file is not."""
    write(tmp_path, x__a_txt="One.", y__a_txt="", z__a_txt="Three.")
    problems: list[Problem] = []
    sources = [tmp_path / "x", tmp_path / "y" / "a.txt", tmp_path / "z", tmp_path / "x" / "a.txt"]
    articles, repeats = read_sources(sources, problems)
    assert ([article.place for article in articles], repeats) == (["a.txt", "z/a.txt"], 1)
    assert [problem.article for problem in problems] == ["y/a.txt"]


def test_warnings_and_failures_are_told_apart(tmp_path: Path) -> None:
    """A warning bears the place of an article that was read, a failure that of its own file, line or item."""
    warned = '{"text": "%s", "published": "soon", "url": "x", "id": "same"}'
    write(
        tmp_path,
        a_txt="On\x07e.",
        b_md="---\nlanguage: no language\n---\nTwo.",
        c_md="---\nopen\n\nThree.",
        d_html="<html><body><p>Four.</p>",
        e_json="[" + warned % "Five." + ', {"text": ""}]',
        f_jsonl=warned % "Six." + "\nbroken\n" + warned % " " + "\n" + warned % "Seven.",
        g_txt="",
        h_png="x",
        i_json="broken",
        j_html="<html></html>",
    )
    problems: list[Problem] = []
    read = {article.place for article in read_articles(tmp_path, problems)}
    told = {problem.article for problem in problems}
    assert read == {"a.txt", "b.md", "c.md", "d.html", "e.json item 1", "f.jsonl line 1", "f.jsonl line 4"}
    assert read <= told
    assert told - read == {"e.json item 2", "f.jsonl line 2", "f.jsonl line 3", "g.txt", "h.png", "i.json", "j.html"}


def test_a_repetition_is_no_failure(tmp_path: Path) -> None:
    """What is wrong with a copy that is left out is not told: its place would be that of no article."""
    for name, published in (("a.json", "soon"), ("b.json", "later"), ("c.json", "2024-09-14"), ("d.json", "soon")):
        (tmp_path / name).write_text(json.dumps({"text": "One.", "published": published}))
    problems: list[Problem] = []
    articles, repeats = read_sources(tmp_path, problems)
    assert ([article.place for article in articles], repeats, problems) == (["c.json"], 3, [])
