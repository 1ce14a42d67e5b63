"""The command: what it writes, what it says, with which exit code it ends."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from briefing.cli import main
from briefing.errors import MissingLibrary
from tests.conftest import EXAMPLES

MET = "Envoys meet\n\nThe envoys met in Ankara on Friday to discuss a truce.\n"


def brief(*arguments: str | Path, stdin: str | None = None) -> Result:
    """Run ``brief`` in this process."""
    return CliRunner().invoke(main, [str(argument) for argument in arguments], input=stdin)


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """A folder with one good article."""
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "2024-09-14-envoys.txt").write_text(MET, encoding="utf-8")
    return folder


# ---- what is written ----------------------------------------------------------------------------------


def test_markdown_and_pdf_are_made_by_default(articles: Path, tmp_path: Path) -> None:
    """Two files, named after the last day of the period."""
    result = brief("make", articles, "--output", tmp_path / "out")
    assert result.exit_code == 0
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["brief-2024-09-14.md", "brief-2024-09-14.pdf"]


def test_one_format_can_go_to_standard_output(articles: Path) -> None:
    """Data on standard output, nothing else."""
    result = brief("make", articles, "--format", "json", "--output", "-")
    assert json.loads(result.stdout)["events"][0]["date"]["edtf"] == "2024-09-13"


def test_one_format_can_go_to_a_file(articles: Path, tmp_path: Path) -> None:
    """The file is named as asked."""
    assert brief("make", articles, "--format", "md", "--output", tmp_path / "today.md").exit_code == 0
    assert (tmp_path / "today.md").read_text(encoding="utf-8").startswith("# ")


def test_no_brief_takes_the_place_of_an_article(articles: Path) -> None:
    """Writing over a source is refused, and the article stays as it was; a brief made before is written over."""
    article = articles / "2024-09-14-talks.md"
    article.write_text("# Talks\n\nThe envoys met in Ankara on 13 September 2024.\n", encoding="utf-8")
    before = article.read_bytes()
    result = brief("make", articles, "--format", "md", "--output", article)
    assert (result.exit_code, article.read_bytes()) == (2, before)
    assert "one of the articles" in result.stderr
    for _ in range(2):
        assert brief("make", articles, "--format", "md", "--output", articles).exit_code == 0


def test_articles_come_from_standard_input(tmp_path: Path) -> None:
    """A pipe is a source like any other."""
    text = f" date 2024-09-14 {MET}"
    result = brief("make", "-", "--format", "json", "--output", "-", stdin=text)
    assert json.loads(result.stdout)["sources"][0]["published"] == "2024-09-14"
    del tmp_path


def test_the_same_command_gives_the_same_bytes(tmp_path: Path) -> None:
    """Whatever the process, the folder, the locale, the zone and the seed of the hashes."""
    outputs = []
    for number, zone in enumerate(("UTC", "Asia/Tokyo")):
        out = tmp_path / str(number)
        out.mkdir()
        settings = {"PYTHONHASHSEED": str(number), "TZ": zone, "LC_ALL": "C"}
        command = [
            sys.executable,
            "-m",
            "briefing",
            "make",
            str(EXAMPLES),
            "--format",
            "md,pdf,html,json,csv,ics,timelinejs",
            "--output",
            ".",
        ]
        subprocess.run(command, cwd=out, env=os.environ | settings, check=True, capture_output=True)
        outputs.append({path.name: path.read_bytes() for path in out.iterdir()})
    assert outputs[0] == outputs[1]
    assert len(outputs[0]) == 7


def test_no_path_of_the_machine_is_in_a_brief(articles: Path, tmp_path: Path) -> None:
    """Where the articles lie is nobody's business."""
    assert brief("make", articles, "--format", "md,html,json", "--output", tmp_path / "out").exit_code == 0
    for path in (tmp_path / "out").iterdir():
        assert str(tmp_path) not in path.read_text(encoding="utf-8")


def test_a_brief_is_made_as_the_user_likes_it(articles: Path, tmp_path: Path) -> None:
    """Another language, a note, a theme, templates of one's own and days in words, all at once."""
    (tmp_path / "note.md").write_text("By: A. Analyst\n\nIt holds.\n", encoding="utf-8")
    (tmp_path / "own" / "words").mkdir(parents=True)
    (tmp_path / "own" / "words" / "tr.toml").write_text('[headings]\nsources = "Künye"\n', encoding="utf-8")
    options: list[str | Path] = [
        "--language",
        "tr",
        "--note",
        tmp_path / "note.md",
        "--theme",
        "plain",
        "--templates",
        tmp_path / "own",
        "--dates",
        "local",
    ]
    assert brief("make", articles, "--format", "md,html,json", "--output", tmp_path / "out", *options).exit_code == 0
    text = (tmp_path / "out" / "brief-2024-09-14.md").read_text(encoding="utf-8")
    assert "| 13 Eyl 2024 Cum" in text
    assert "## Künye" in text
    assert "A. Analyst" in text
    made = json.loads((tmp_path / "out" / "brief-2024-09-14.json").read_text(encoding="utf-8"))
    assert (made["language"], made["note"]) == ("tr", {"by": "A. Analyst", "text": "It holds."})


def test_the_schema_of_the_data_is_printed() -> None:
    """A program that reads the JSON can ask what is in it."""
    printed = json.loads(brief("schema").stdout)
    assert printed["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert "events" in printed["properties"]


# ---- bad input: the brief is made, the problem is in it, exit 3 ------------------------------------------

BAD_FILES = [
    ("empty.txt", b"", "empty"),
    ("binary.txt", b"\x00\x01\x02 text", "binary"),
    ("latin.txt", "Kalın".encode("iso8859-9"), "UTF-8"),
    ("broken.json", b'{"text": "The envoys met.",\n "title": }', "line 2"),
    ("broken.jsonl", b'{"published": "2024-05-03", "text": "They met on 2 May."}\n{"text": \n', "line 2"),
    ("broken.html", b"<html><body><p>", "story"),
    ("picture.png", b"\x89PNG\r\n", ".txt"),
    ("undated.txt", b"Olives\n\nFarmers in the north began the harvest on Friday.\n", "publication date"),
]


@pytest.mark.parametrize(("name", "data", "word"), BAD_FILES, ids=[name for name, *_ in BAD_FILES])
def test_a_bad_file_is_named_and_the_brief_is_made(
    name: str, data: bytes, word: str, articles: Path, tmp_path: Path
) -> None:
    """One line says which file and what to do; the brief holds the other article and the problem."""
    (articles / name).write_bytes(data)
    result = brief("make", articles, "--format", "json", "--output", tmp_path / "out")
    assert result.exit_code == 3
    (line,) = [line for line in result.stderr.splitlines() if not line.startswith("Wrote")]
    assert "Traceback" not in result.output
    assert name in line
    assert word in line
    made = json.loads((tmp_path / "out" / "brief-2024-09-14.json").read_text(encoding="utf-8"))
    assert "2024-09-13" in {event["date"]["edtf"] for event in made["events"]}
    (problem,) = made["problems"]
    assert name in problem["article"]
    assert word in f"{problem['article']}: {problem['message']}"


def test_a_warning_is_no_failure_to_read(articles: Path) -> None:
    """What was read with a warning is not counted as unread; what was not read is."""
    (articles / "odd.jsonl").write_text(
        '{"published": "2024-02-31", "text": "They met on 2 May 2024 in Rome."}', encoding="utf-8"
    )
    (articles / "empty.txt").write_bytes(b"")
    made = json.loads(brief("make", articles, "--format", "json", "--output", "-").stdout)
    assert (made["coverage"]["read"], made["coverage"]["failed"]) == (2, 1)


def test_an_undated_article_is_kept(articles: Path, tmp_path: Path) -> None:
    """It is listed as undated in the brief itself."""
    (articles / "olives.txt").write_text("Olives\n\nFarmers began the harvest on Friday.\n", encoding="utf-8")
    brief("make", articles, "--format", "md", "--output", tmp_path)
    assert "olives.txt" in (tmp_path / "brief-2024-09-14.md").read_text(encoding="utf-8")


def test_an_article_given_twice_counts_once(articles: Path) -> None:
    """The same words under another name are no second article."""
    (articles / "2024-09-14-again.txt").write_text(MET, encoding="utf-8")
    result = brief("make", articles, "--format", "json", "--output", "-")
    made = json.loads(result.stdout)
    assert (len(made["sources"]), made["events"][0]["articles"], result.exit_code) == (1, 1, 0)


def test_without_pango_the_markdown_is_made(articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is missing is named, with the packages to install."""

    def broken(*_: object) -> bytes:
        raise MissingLibrary("PDF needs Pango: apt-get install libpangoft2-1.0-0 libharfbuzz-subset0")

    monkeypatch.setattr("briefing.rendering.pdf.pdf_bytes", broken)
    result = brief("make", articles, "--output", tmp_path / "out")
    assert result.exit_code == 3
    assert "libpangoft2-1.0-0 libharfbuzz-subset0" in result.stderr
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["brief-2024-09-14.md"]


# ---- nothing to brief: exit 1; misuse: exit 2; nothing is written ------------------------------------------


def test_no_article_at_all_fails(tmp_path: Path) -> None:
    """An empty folder makes no brief."""
    (tmp_path / "in").mkdir()
    result = brief("make", tmp_path / "in", "--output", tmp_path / "out")
    assert (result.exit_code, (tmp_path / "out").exists()) == (1, False)
    assert "No article" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (["nowhere"], "nowhere"),
        (["ARTICLES", "--since", "02/03/2024"], "2024-09-01"),
        (["ARTICLES", "--since", "May"], "2024-09-01"),
        (["ARTICLES", "--since", "last"], "library"),
        (["ARTICLES", "--since", "2030-01-01"], "after the end"),
        (["ARTICLES", "--zone", "Ankara"], "zone"),
        (["ARTICLES", "--format", "docx"], "md"),
        (["ARTICLES", "--format", ""], "md"),
        (["ARTICLES", "--language", "tlh"], "ar, en, es, fr, tr"),
        (["ARTICLES", "--dates", "roman"], "iso, local"),
        (["ARTICLES", "--paper", "A3"], "a4, letter"),
        (["ARTICLES", "--theme", "plan"], "plain"),
        (["ARTICLES", "--templates", "nowhere"], "folder"),
        (["ARTICLES", "--note", "nowhere.md"], "nowhere.md"),
        (["ARTICLES", "--note-by", "me"], "--note FILE"),
        (["ARTICLES", "--format", "md,pdf", "--output", "-"], "one format"),
        (["ARTICLES", "--format", "md,pdf", "--output", "out.md"], "folder"),
        (["ARTICLES", "--format", "md", "--output", "out.pdf"], ".md"),
        (["ARTICLES", "--limit", "0"], "limit"),
        (["ARTICLES", "--output", ""], "folder"),
        (["ARTICLES", "--format", "md", "--output", "brief.docx"], ".docx"),
        (["ARTICLES", "--since", "0d"], "2024-09-01"),
        (["ARTICLES", "--sinse", "7d"], "--since"),
        ([], "folder"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_misuse_is_told_with_a_hint(
    arguments: list[str], word: str, articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is written, and the message says how to do it right."""
    monkeypatch.chdir(tmp_path)
    before = sorted(tmp_path.rglob("*"))
    result = brief("make", *[str(articles) if word_ == "ARTICLES" else word_ for word_ in arguments])
    assert result.exit_code == 2
    assert word in result.stderr
    assert len(result.stderr.splitlines()) == 1
    assert sorted(tmp_path.rglob("*")) == before


def test_a_topic_that_matches_nothing_is_said(articles: Path, tmp_path: Path) -> None:
    """The brief is made, says that nothing matches, and the command succeeds."""
    result = brief("make", articles, "--topic", "olive harvest", "--format", "md", "--output", tmp_path)
    assert result.exit_code == 0
    text = (tmp_path / "brief-2024-09-14.md").read_text(encoding="utf-8")
    assert "olive harvest" in text
    assert "envoys met" not in text


def test_an_output_folder_that_cannot_be_written_is_said(articles: Path, tmp_path: Path) -> None:
    """A file in the way of the folder is named, and nothing else is touched."""
    (tmp_path / "out").write_text("mine", encoding="utf-8")
    result = brief("make", articles, "--format", "md", "--output", tmp_path / "out")
    assert result.exit_code == 2
    assert (tmp_path / "out").read_text(encoding="utf-8") == "mine"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no device that is always full")
def test_a_full_disk_behind_standard_output_is_said(articles: Path) -> None:
    """What could not be written is an error in one line and not a traceback."""
    command = [sys.executable, "-m", "briefing", "make", str(articles), "--format", "md", "--output", "-"]
    with Path("/dev/full").open("wb") as full:
        run = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert (run.returncode, len(run.stderr.splitlines())) == (1, 1)
    assert "Standard output" in run.stderr


def test_problems_on_the_terminal_have_a_limit(articles: Path, tmp_path: Path) -> None:
    """A pile of bad files does not bury the rest; all of them stand in the brief."""
    for number in range(30):
        (articles / f"bad{number:02}.txt").write_bytes(b"")
    result = brief("make", articles, "--format", "json", "--output", tmp_path)
    assert len(result.stderr.splitlines()) == 22
    assert "10 more" in result.stderr
    assert len(json.loads((tmp_path / "brief-2024-09-14.json").read_text(encoding="utf-8"))["problems"]) == 30


# ---- events ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("form", ["json", "jsonl"])
def test_events_are_listed_as_data(form: str, articles: Path) -> None:
    """The same objects as in the JSON brief."""
    result = brief("events", articles, "--format", form)
    data = json.loads(result.stdout)
    event = data[0] if form == "json" else data
    assert (event["date"]["edtf"], event["reports"][0]["expression"]) == ("2024-09-13", "Friday")


def test_events_are_listed_as_a_table(articles: Path) -> None:
    """For the eye: the date, then what happened."""
    result = brief("events", articles)
    assert result.stdout.startswith("2024-09-13")
    assert "The envoys met in Ankara" in result.stdout


def test_a_merge_is_explained(tmp_path: Path) -> None:
    """How each report is dated, why it joined, and what was kept apart."""
    lines = [
        {
            "id": "a",
            "published": "2024-09-14",
            "text": "Envoys of both sides met in Ankara on Friday to discuss a truce.",
        },
        {
            "id": "b",
            "published": "2024-09-20",
            "text": "Envoys of both sides had met in Ankara in September for a truce.",
        },
        {
            "id": "c",
            "published": "2024-09-14",
            "text": "Envoys of both sides met in Cairo on Friday to discuss a truce.",
        },
    ]
    source = tmp_path / "articles.jsonl"
    source.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    listed = [json.loads(line) for line in brief("events", source, "--format", "jsonl").stdout.splitlines()]
    (merged,) = (event for event in listed if event["articles"] == 2)
    told = " ".join(brief("events", source, "--explain", merged["id"]).stdout.split())
    assert "Its own words date it: “Friday”, read as 2024-09-13 from 2024-09-14." in told
    assert "It joined report 1: one gives the day, one only the week or month." in told
    assert "They share the names Ankara and the words Envoys" in told
    assert "Not merged: they name other places" in told


def test_a_brief_says_that_it_had_been_announced(tmp_path: Path) -> None:
    """The article that told the plan is named as such, and counted neither as an article nor as an origin."""
    lines = [
        {"id": "a", "published": "2024-09-10", "text": "The envoy will travel to Oslo for truce talks on Friday."},
        {"id": "b", "published": "2024-09-14", "text": "The envoy travelled to Oslo for truce talks on Friday."},
    ]
    source = tmp_path / "articles.jsonl"
    source.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    made = brief("make", source, "--format", "md", "--output", "-").stdout
    assert "Announced before in one article, which is not counted." in made
    assert "1 origin, 1 article" in made


def test_an_unknown_event_is_not_explained(articles: Path) -> None:
    """The way to the ids is told."""
    result = brief("events", articles, "--explain", "nonsense")
    assert (result.exit_code, "nonsense" in result.stderr, "brief events" in result.stderr) == (2, True, True)


@pytest.mark.parametrize("arguments", [["--help"], ["make", "--help"], ["events", "--help"], ["--version"]])
def test_help_is_there(arguments: list[str]) -> None:
    """Every command explains itself."""
    result = brief(*arguments)
    assert (result.exit_code, len(result.stdout) > 10) == (0, True)


def test_a_line_says_which_source_denies_it(tmp_path: Path) -> None:
    """A denial is cited beside what it denies, is named as one, and is no origin."""
    lines = [
        {"id": "a", "published": "2025-03-11", "text": "Ana Robles met Elias Brandt in Riyadh on Monday."},
        {
            "id": "b",
            "published": "2025-03-12",
            "text": "Norland denied on Tuesday that Ana Robles had met Elias Brandt in Riyadh on Monday.",
        },
    ]
    source = tmp_path / "articles.jsonl"
    source.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    made = brief("make", source, "--format", "md", "--output", "-").stdout
    line = next(line for line in made.splitlines() if line.endswith("1 origin, 2 articles"))
    assert "*Denied in source 2, which confirms nothing.* [1, 2]" in line
