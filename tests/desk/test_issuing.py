"""``brief make`` at a desk: numbered, since the last one, and again byte for byte."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from briefing.errors import MissingLibrary
from tests.desk.conftest import Office

MET = " date 2024-09-14 Envoys meet\n\nThe envoys met in Ankara on Friday to discuss a truce.\n"
FIRE = " date 2024-09-16 Mill burns\n\nA fire destroyed the old paper mill near Bristol on Sunday.\n"


@pytest.fixture
def desk(office: Office) -> Office:
    """A desk with one article in its folder."""
    (office.folder / "articles").mkdir()
    (office.folder / "articles" / "met.txt").write_text(MET, encoding="utf-8")
    office.configure(more='[[sources]]\nfolder = "articles"')
    office.fetch()
    return office


def more(desk: Office) -> None:
    """A second article comes a day later."""
    desk.at += timedelta(days=1)
    (desk.folder / "articles" / "fire.txt").write_text(FIRE, encoding="utf-8")
    desk.fetch()


def test_first_brief_has_everything(desk: Office) -> None:
    """It is number one, and goes where the configuration says."""
    told = desk.make()
    assert "- Brief No. 1\n" in told
    assert "Ankara" in told
    assert sorted(path.name for path in (desk.folder / "output").iterdir()) == [
        "brief-2024-09-16.json", "brief-2024-09-16.md",
    ]  # fmt: skip


def test_next_brief_has_what_is_new(desk: Office) -> None:
    """What the last one said is background."""
    desk.make()
    more(desk)
    told = desk.make()
    assert "- Brief No. 2\n" in told
    bottom = told.partition("## Key figures")[0]
    assert "Bristol" in bottom
    assert "Ankara" not in bottom
    assert "- 1 article read" in told


def test_second_brief_of_a_day_has_files_of_its_own(desk: Office) -> None:
    """The first stays as it was sent; the name of the second says its number."""
    desk.make()
    first = (desk.folder / "output" / "brief-2024-09-16.md").read_bytes()
    (desk.folder / "articles" / "fire.txt").write_text(FIRE, encoding="utf-8")
    desk.at += timedelta(hours=3)
    desk.fetch()
    said = desk.run("make", "--since", "last").stderr
    assert "brief-2024-09-16-no-2.md" in said
    assert (desk.folder / "output" / "brief-2024-09-16.md").read_bytes() == first
    assert "Bristol" in (desk.folder / "output" / "brief-2024-09-16-no-2.md").read_text(encoding="utf-8")
    desk.at += timedelta(days=1)
    assert "brief-2024-09-17.md" in desk.run("make", "--since", "last").stderr


def test_correction_does_not_swallow_what_came_in_meanwhile(desk: Office) -> None:
    """It tells its own period; what was learnt before it was made is still news to the next brief."""
    desk.make()
    desk.at += timedelta(days=2)
    late = FIRE.replace("09-16", "09-18").replace("Sunday", "Tuesday")
    (desk.folder / "articles" / "fire.txt").write_text(late, encoding="utf-8")
    desk.fetch()
    assert "Bristol" not in desk.make("--correct", "1").partition("## Key figures")[0]
    desk.at += timedelta(hours=1)
    assert "Bristol" in desk.make().partition("## Key figures")[0]


def test_brief_made_before_the_desk_had_readers_can_be_sent(desk: Office) -> None:
    """The letter is kept with every brief, and names the files that were made."""
    desk.make()
    mail = '[mail]\nto = ["ann@reader.example"]\nsender = "desk@desk.example"\ntransport = "maildir"\nmaildir = "out"\nattach = ["md"]'
    desk.configure(more=f'{mail}\n[[sources]]\nfolder = "articles"')
    assert "ann@reader.example: sent" in desk.run("send").stderr
    (letter,) = (desk.folder / "out" / "new").iterdir()
    assert b"brief-2024-09-16.md" in letter.read_bytes()
    desk.at += timedelta(days=1)
    desk.make()
    told = desk.run("status").stdout
    assert "No. 2, made 2024-09-17 06:00 UTC, not sent; --since last goes on from No. 1\n" in told


def test_nothing_new_is_a_brief(desk: Office) -> None:
    """Exit 0, with the sentence that says so."""
    desk.make()
    desk.at += timedelta(days=1)
    assert "Nothing new in this period." in desk.make(code=0)


def test_since_a_day_does_not_ask_for_the_last_brief(desk: Office) -> None:
    """All of the period is new, whatever was made before."""
    desk.make()
    told = desk.make("--since", "2024-09-10")
    assert "Ankara" in told.partition("## Key figures")[0]


def test_event_told_as_news_in_the_period_is_new(desk: Office) -> None:
    """Though it happened some days before the period began, and among hundreds of older ones."""
    told = desk.make("--since", "2024-09-14")
    assert "Ankara" in told.partition("## Key figures")[0]


def test_issue_is_made_again_byte_for_byte(desk: Office) -> None:
    """After more articles, and whatever the options are now."""
    desk.make()
    first = {path.name: path.read_bytes() for path in (desk.folder / "output").iterdir()}
    more(desk)
    desk.make()
    desk.run("make", "--issue", "1", "--output", "again")
    assert {path.name: path.read_bytes() for path in Path("again").iterdir()} == first
    assert desk.run("make", "--issue", "9", code=2).stderr == "brief: the desk made no brief 9; its last is 2.\n"


def test_brief_is_the_same_wherever_it_is_made(desk: Office) -> None:
    """Of one library at one moment come the same bytes."""
    desk.run("make", "--since", "2024-09-01", "--output", "one", "--format", "md")
    with desk.library() as db:
        db.execute("DELETE FROM briefs")
        db.execute("DELETE FROM brief_files")
    desk.run("make", "--since", "2024-09-01", "--output", "two", "--format", "md")
    assert Path("one/brief-2024-09-16.md").read_bytes() == Path("two/brief-2024-09-16.md").read_bytes()


def test_command_line_comes_before_the_configuration(desk: Office) -> None:
    """Title, language, formats and the rest."""
    (desk.folder / "brief.toml").write_text(
        'title = "Daily"\nlanguage = "tr"\n[make]\nformats = ["md"]\noutput = "out"\n[[sources]]\nfolder = "articles"\n'
    )
    desk.run("make", "--since", "last")
    assert Path("out/brief-2024-09-16.md").read_text(encoding="utf-8").startswith("# Daily\n")
    desk.run(
        "make",
        "--since",
        "2024-09-01",
        "--title",
        "Weekly",
        "--language",
        "en",
        "--format",
        "json",
        "--output",
        "x.json",
    )
    assert '"title": "Weekly"' in Path("x.json").read_text(encoding="utf-8")


def test_desk_is_found_from_below(desk: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    """The nearest ``brief.toml`` upwards counts, and its paths are meant from its own folder."""
    below = desk.folder / "articles"
    monkeypatch.chdir(below)
    desk.make()
    assert not (below / "output").exists()


def test_brief_without_a_library_of_the_machine_is_made_without_its_format(
    desk: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The others are written; exit 3."""

    def render(brief: object, form: str, **_: object) -> str:
        if form == "pdf":
            raise MissingLibrary("PDF needs Pango; install it.")
        return f"{form} of {bool(brief)}"

    monkeypatch.setattr("briefing.rendering.render", render)
    result = desk.run("make", "--since", "last", "--format", "md,pdf", code=3)
    assert "PDF needs Pango" in result.stderr
    assert [path.name for path in Path("output").iterdir()] == ["brief-2024-09-16.md"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "Say since when: brief make --since last"),
        (("--since", "last", "--format", "docx"), "docx"),
        (("--since", "last", "--zone", "Mars/Base"), "is no time zone"),
        (("--since", "2024-13-01"), "is no date of the calendar"),
        (("--since", "2025-01-01"), "lies after the end of the period"),
        (("--since", "last", "--output", "x.md"), "x.md"),
        (("--since", "last", "--note", "none.md"), "none.md"),
        (("--issue", "3"), "the desk has made no brief yet"),
    ],
)
def test_what_cannot_be_made_is_refused(arguments: tuple[str, ...], said: str, desk: Office) -> None:
    """In one line, and no number is used up for it."""
    result = desk.run("make", *arguments, code=2)
    assert said in result.stderr
    assert result.stderr.count("\n") == 1
    assert "- Brief No. 1\n" in desk.make()


def test_empty_library_makes_no_brief(office: Office) -> None:
    """It says what to do."""
    office.configure(more='[[sources]]\nfolder = "."')
    result = office.run("make", "--since", "last", code=1)
    assert "The library holds no article yet; run brief fetch" in result.stderr


def test_brief_that_cannot_be_written_is_not_kept(desk: Office) -> None:
    """The next one is number one, and has what this one would have had."""
    (desk.folder / "output").write_text("in the way")
    result = desk.run("make", "--since", "last", code=None)
    assert result.exit_code in {1, 2}
    assert result.stderr.count("\n") == 1
    (desk.folder / "output").unlink()
    told = desk.make()
    assert "- Brief No. 1\n" in told
    assert "Ankara" in told.partition("## Key figures")[0]


def test_format_that_does_not_exist_is_told_first(desk: Office) -> None:
    """Before what else the call lacks."""
    said = desk.run("make", "--format", "docx", code=2).stderr
    assert "docx" in said
    assert "Say since when" not in said


def test_article_that_was_read_with_a_notice_is_no_failure(desk: Office) -> None:
    """A title with a colon and without quotation marks is told, and the article counts as read."""
    head = "---\ntitle: Harbour: closed again\npublished: 2024-09-14\n---\n\n"
    text = f"{head}A storm closed the harbour of Bristol on Friday.\n"
    (desk.folder / "articles" / "n.md").write_text(text, encoding="utf-8")
    desk.fetch(code=3)
    told = desk.make(code=3)
    assert "- 2 articles read" in told
    assert "- 0 could not be read" in told
    assert "a value that holds a colon" in told
