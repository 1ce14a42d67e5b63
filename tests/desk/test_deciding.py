"""``brief fix``: what a person decided holds, through new articles and a new reading of the old ones, until it is taken back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest

from tests.desk.conftest import Office

A = "The envoys of both countries met in Ankara on Friday and spoke about the release of prisoners."
B = "In Ankara the envoys of the two countries met on Friday to speak about prisoners and their release."
C = "A fire destroyed the old paper mill near Bristol on Thursday night."


def write(office: Office, name: str, text: str, outlet: str, published: str = "2024-09-14") -> None:
    """An article in the folder of the desk."""
    head = f"---\ntitle: {outlet} reports\noutlet: {outlet}\npublished: {published}\n---\n\n"
    (office.folder / "articles").mkdir(exist_ok=True)
    (office.folder / "articles" / name).write_text(f"{head}{text}\n", encoding="utf-8")


@pytest.fixture
def desk(office: Office) -> Office:
    """A desk that has read of a meeting, told by two outlets, and of a fire."""
    office.configure(more='[[sources]]\nfolder = "articles"')
    write(office, "a.md", A, "Agency A")
    write(office, "b.md", B, "Daily B")
    write(office, "c.md", C, "Daily B")
    office.fetch()
    assert (office.event("prisoners")["articles"], office.event("mill")["articles"]) == (2, 1)
    return office


def fix(desk: Office, words: str, *how: str) -> str:
    """Decide about the event that holds some words."""
    return desk.run("fix", desk.event(words)["id"], *how, "--reason", "so it was").stderr


def day(desk: Office) -> None:
    """A day goes by."""
    desk.at += timedelta(days=1)


def read_again(desk: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    """Have a newer engine read every article anew."""
    monkeypatch.setattr("briefing.library.extracts.engine_version", lambda: "a newer one")
    with desk.library() as db:
        db.execute("UPDATE articles SET told = 0")
    desk.fetch()


def one_more(desk: Office) -> None:
    """A third outlet tells of the meeting."""
    text = "Envoys of both countries met in Ankara on Friday, where the release of prisoners was spoken about."
    write(desk, "d.md", text, "Weekly C", "2024-09-15")
    desk.fetch()


def whatever_comes(desk: Office, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Nothing, then another article about the meeting, then a newer engine."""
    yield
    one_more(desk)
    yield
    read_again(desk, monkeypatch)
    yield


# ---- each kind --------------------------------------------------------------------------------


def test_date(desk: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    """The day is the one decided, under the same id, and what the articles say is seen again when it is taken back."""
    own = desk.event("prisoners")["id"]
    said = fix(desk, "prisoners", "--date", "2024-09-12")
    assert said == "Fix 1 is in force; take it back with: brief fix --undo 1\n"
    for _ in whatever_comes(desk, monkeypatch):
        event = desk.event("prisoners")
        assert (event["id"], event["date"]["edtf"]) == (own, "2024-09-12")
    assert event["articles"] == 3
    assert "so it was" in desk.make()
    desk.run("fix", "--undo", "1")
    assert desk.event("prisoners")["date"]["edtf"] == "2024-09-13"


def test_drop(desk: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    """The event is in no list and no brief, nor is a later report of it; the brief says that it was left out."""
    fix(desk, "prisoners", "--drop")
    for _ in whatever_comes(desk, monkeypatch):
        assert desk.events("prisoners") == []
        assert len(desk.events()) == 1
    told = desk.make()
    timeline, _, rest = told.partition("## Unread, undated")
    assert "prisoners" not in timeline
    assert "left out by a decision of the desk: so it was" in rest
    desk.run("fix", "--undo", "1")
    assert desk.event("prisoners")["articles"] == 3


def test_dropped_event_that_is_told_again_is_no_news(desk: Office) -> None:
    """The brief says that it is back; of what its reader had read before nothing is new or late."""
    desk.make()
    desk.at += timedelta(hours=1)
    fix(desk, "prisoners", "--drop")
    desk.at += timedelta(days=1)
    desk.make()
    desk.at += timedelta(hours=1)
    desk.run("fix", "--undo", "1")
    desk.at += timedelta(days=1)
    told = desk.make()
    assert "Nothing new in this period." in told
    assert "told again: the decision of the desk to leave it out was taken back" in told
    desk.at += timedelta(days=1)
    assert "told again" not in desk.make(), "it is said once"


@pytest.mark.parametrize("what", ["event", "article", "sentence"])
def test_what_a_brief_told_and_is_left_out_since_is_a_correction(what: str, desk: Office) -> None:
    """With what was told, in which brief, and why it is not any more; and it is said once."""
    desk.make()
    day(desk)
    desk.make()
    desk.at += timedelta(hours=1)
    why = "so it was"
    if what == "event":
        fix(desk, "mill", "--drop")
    elif what == "article":
        withdraw(desk, C)
        why = "retracted"
    else:
        write(desk, "c.md", "The town council of Bristol plans a new park.", "Daily B")
        desk.fetch()
        why = "no article read tells it any more"
    day(desk)
    told = desk.make().partition("## Corrections")[2].partition("## Method")[0]
    assert f"Brief No. 2 told (2024-09-12 Thu): “{C}” Left out since: {why}." in told
    assert [one["text"] for one in desk.data()["withdrawn"]] == [C]
    day(desk)
    assert "None since the last brief." in desk.make()


def test_what_no_brief_told_is_no_correction(desk: Office) -> None:
    """Nobody has read it."""
    desk.make()
    day(desk)
    write(desk, "e.md", "A storm closed the harbour of Bristol on Saturday.", "Weekly C", "2024-09-15")
    desk.fetch()
    fix(desk, "harbour", "--drop")
    day(desk)
    assert "None since the last brief." in desk.make()


def test_what_was_merged_is_not_left_out(desk: Office) -> None:
    """It goes on in the other."""
    desk.make()
    day(desk)
    fix(desk, "prisoners", "--merge", desk.event("mill")["id"])
    day(desk)
    assert "Left out since" not in desk.make()


def test_correction_names_the_brief_that_it_corrects(desk: Office) -> None:
    """At its head and over its corrections, and it counts the articles learnt since on which it rests."""
    desk.make()
    day(desk)
    one_more(desk)
    fix(desk, "mill", "--drop")
    told = desk.make("--correct", "1")
    assert "- Brief No. 2, corrects No. 1\n" in told
    corrections = told.partition("## Corrections")[2]
    assert "No. 1 told anew; “the last brief” here is that one." in corrections
    assert f"Brief No. 1 told (2024-09-12 Thu): “{C}” Left out since: so it was." in corrections
    assert "- 4 articles read" in told
    assert desk.data()["corrects"] == 1
    assert "Brief     No. 2, made" in desk.run("status", code=None).stdout
    assert "its last is 2." in desk.run("make", "--issue", "77", code=2).stderr


def test_event_dropped_before_any_brief_is_news_when_it_is_told(desk: Office) -> None:
    """No reader has seen it."""
    desk.at += timedelta(hours=1)
    fix(desk, "prisoners", "--drop")
    desk.at += timedelta(hours=1)
    desk.make()
    desk.at += timedelta(hours=1)
    desk.run("fix", "--undo", "1")
    assert "prisoners" in desk.make().partition("## Key figures")[0]


def test_merge(desk: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two events are one, by either id, whatever comes; taken back they are two again."""
    first, second = desk.event("prisoners")["id"], desk.event("mill")["id"]
    fix(desk, "prisoners", "--merge", second)
    for _ in whatever_comes(desk, monkeypatch):
        assert len(desk.events()) == 1
        assert desk.event("prisoners")["id"] == desk.event("mill")["id"] == first
    assert desk.event("mill")["articles"] == 4
    assert "mill" in desk.run("fix", second[:8]).stdout, (
        "an id that was given up leads to the event that took its place"
    )
    desk.run("fix", "--undo", "1")
    assert {event["articles"] for event in desk.events()} == {1, 3}
    assert desk.event("mill")["id"] == second


def withdraw(desk: Office, sentence: str) -> None:
    """Take out the article whose text begins with a sentence."""
    with desk.library() as db:
        (own,) = db.execute("SELECT id FROM articles WHERE text LIKE ?", (f"{sentence}%",)).fetchone()
    desk.run("fix", own, "--drop", "--reason", "retracted")


@pytest.mark.parametrize("how", ["merge", "date"])
def test_decision_holds_on_without_the_article_that_spoke_for_its_event(how: str, desk: Office) -> None:
    """It is about all that the event's articles told, so the others carry it; with the article back it holds at once."""
    value = desk.event("mill")["id"] if how == "merge" else "2024-09-10"
    spoke = desk.event("prisoners")["statement"]
    fix(desk, "prisoners", f"--{how}", value)
    withdraw(desk, spoke)
    for _ in range(2):
        assert (desk.event("mill")["id"] == desk.event("prisoners")["id"]) == (how == "merge")
        assert (desk.event("prisoners")["date"]["edtf"] == "2024-09-10") == (how == "date")
        assert "so it was" in desk.make("--since", "2024-09-01")
        desk.run("fix", "--undo", "2", code=None)


def test_merge_of_which_one_side_is_told_no_more_says_so(desk: Office) -> None:
    """No brief says that two were made one where one is left; told again they are one at once."""
    fix(desk, "prisoners", "--merge", desk.event("mill")["id"])
    withdraw(desk, C)
    assert "merge, in force again when both are told again: so it was" in desk.run("fix", "--log").stdout
    assert "so it was" not in desk.make("--since", "2024-09-01").partition("## Corrections")[0]
    desk.run("fix", "--undo", "2")
    assert desk.event("mill")["id"] == desk.event("prisoners")["id"]


def test_merged_event_is_told_in_the_language_of_the_brief(desk: Office) -> None:
    """Whichever of its articles came first."""
    turkish = "Taraflar perşembe günü uzun süren bir toplantının ardından anlaşmaya vardı."
    write(desk, "t.md", f"{turkish}\n\nİmzalar akşam saatlerinde atıldı.", "Gazete T", "2024-09-13")
    desk.fetch()
    other = desk.event("Taraflar")["id"]
    desk.run("fix", other, "--merge", desk.event("prisoners")["id"], "--reason", "so it was")
    told = desk.make().partition("## Disputed")[0]
    assert turkish not in told
    assert A in told or B in told
    assert desk.event("Taraflar")["articles"] == 3


def test_event_of_a_desk_is_explained_whatever_became_of_it(desk: Office) -> None:
    """Each report says how it is dated, what a person joined says so, and every decision stands with its reason."""
    own = desk.event("prisoners")["id"]
    one_more(desk)
    fix(desk, "prisoners", "--merge", desk.event("mill")["id"])
    told = " ".join(desk.run("events", "--explain", own).stdout.split())
    assert told.startswith(f"Event {own}: ")
    assert "Decided by the desk on 2024-09-16 (fix 1, merge): so it was." in told
    assert told.count("Its own words date it: “Friday”") == 3
    assert "They share the names Ankara" in told
    assert "It joined by what the desk decided" in told


def test_split(desk: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    """One report is an event of its own, whatever comes; taken back it is one of the event again."""
    listed = desk.run("fix", desk.event("prisoners")["id"]).stdout
    number = next(line.split()[0] for line in listed.splitlines() if "Daily B" in line and B in line)
    fix(desk, "prisoners", "--split", number)
    apart = next(event["id"] for event in desk.events("prisoners") if event["statement"] == B)
    for _ in whatever_comes(desk, monkeypatch):
        assert len(desk.events("prisoners")) == 2
        parted = {event["id"]: event for event in desk.events("prisoners")}
        assert B in {report["text"] for report in parted[apart]["reports"]}
    desk.run("fix", "--undo", "1")
    assert desk.event("prisoners")["articles"] == 3


def test_statement(desk: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    """The sentence chosen speaks for the event."""
    listed = desk.run("fix", desk.event("prisoners")["id"]).stdout.splitlines()[1:]
    chosen = {A: B, B: A}[desk.event("prisoners")["statement"]]
    number = next(line.split()[0] for line in listed if line.endswith(chosen))
    fix(desk, "prisoners", "--statement", number)
    for _ in whatever_comes(desk, monkeypatch):
        assert desk.event("prisoners")["statement"] == chosen
    desk.run("fix", "--undo", "1")
    assert desk.event("prisoners")["statement"] != chosen


def test_two_fixes_of_one_event(desk: Office) -> None:
    """Both hold, and each can be taken back by itself."""
    fix(desk, "prisoners", "--merge", desk.event("mill")["id"])
    fix(desk, "prisoners", "--date", "2024-09-11")
    desk.run("fix", "--undo", "1")
    assert desk.event("prisoners")["date"]["edtf"] == "2024-09-11"
    assert desk.event("mill")["date"]["edtf"] == "2024-09-12"
    desk.run("fix", "--undo", "2")
    assert desk.event("prisoners")["date"]["edtf"] == "2024-09-13"


# ---- articles and sources ---------------------------------------------------------------------


def test_withdrawn_article_tells_nothing(desk: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is left out from then on, which is said; taken back it tells again."""
    with desk.library() as db:
        (own,) = db.execute("SELECT id FROM articles WHERE text LIKE '%two countries%'").fetchone()
    desk.run("fix", own, "--drop", "--reason", "retracted")
    assert desk.event("prisoners")["articles"] == 1
    read_again(desk, monkeypatch)
    assert desk.event("prisoners")["articles"] == 1
    told = desk.make()
    assert "**Daily B reports**: left out by a decision of the desk: retracted" in told
    assert B not in told
    desk.at += timedelta(days=1)
    assert "retracted" not in desk.make(), "it is said once"
    desk.run("fix", "--undo", "1")
    assert desk.event("prisoners")["articles"] == 2


def test_event_that_lost_an_origin_says_how_many_it_had(desk: Office) -> None:
    """And nothing of what is as it was."""
    desk.make()
    desk.at += timedelta(hours=1)
    with desk.library() as db:
        (own,) = db.execute("SELECT id FROM articles WHERE text LIKE '%two countries%'").fetchone()
    desk.run("fix", own, "--drop", "--reason", "retracted")
    told = next(line for line in desk.make().splitlines() if "UPDATED" in line)
    assert "2 origins in the last brief." in told
    assert "The last brief said" not in told


@pytest.mark.parametrize("named", ["b.md", "articles/b.md"])
def test_article_is_named_by_its_file(named: str, desk: Office) -> None:
    """As the list of an event's reports names it."""
    assert "Daily B, b.md: " in desk.run("fix", desk.event("prisoners")["id"]).stdout
    said = desk.run("fix", named, "--drop", "--reason", "retracted").stderr
    assert "Left out: 1 article.\n" in said
    assert desk.event("prisoners")["articles"] == 1
    assert desk.event("mill")["articles"] == 1
    desk.run("fix", "--undo", "1")
    assert desk.event("prisoners")["articles"] == 2


def test_file_of_several_articles_names_none_of_them(desk: Office) -> None:
    """It is refused with their ids."""
    lines = [
        f'{{"id": "n{n}", "published": "2024-09-14", "text": "A storm closed harbour {n} of Bristol on Friday."}}'
        for n in (1, 2)
    ]
    (desk.folder / "articles" / "two.jsonl").write_text("\n".join(lines), encoding="utf-8")
    desk.fetch()
    assert "n1, n2" in desk.run("fix", "two.jsonl", "--drop", "--reason", "retracted", code=2).stderr


def test_withdrawn_source_tells_nothing_any_more(desk: Office) -> None:
    """Neither what it brought nor what it brings later."""
    said = desk.run("fix", "Daily B", "--drop", "--reason", "out of scope").stderr
    assert "Left out: 2 articles, and all that it brings from now on.\n" in said
    assert [event["articles"] for event in desk.events()] == [1]
    write(desk, "e.md", "A storm closed the harbour of Bristol on Saturday.", "Daily B", "2024-09-15")
    desk.fetch()
    assert [event["articles"] for event in desk.events()] == [1]
    desk.run("fix", "--undo", "1")
    assert len(desk.events()) == 3


def test_source_of_one_article_is_withdrawn_as_a_source(desk: Office) -> None:
    """Not only the article that it has brought so far."""
    desk.run("fix", "Agency A", "--drop", "--reason", "out of scope")
    write(desk, "e.md", "A storm closed the harbour of Bristol on Saturday.", "Agency A", "2024-09-15")
    desk.fetch()
    assert desk.events("storm") == []


# ---- the log, and what is refused -------------------------------------------------------------


def test_log_forgets_nothing(desk: Office) -> None:
    """Each decision with its reason, and when it was taken back."""
    fix(desk, "prisoners", "--date", "2024-09-12")
    desk.at += timedelta(hours=1)
    desk.run("fix", "--undo", "1")
    met = desk.event("prisoners")
    fix(desk, "prisoners", "--merge", desk.event("mill")["id"])
    write(desk, "e.md", "A storm closed the harbour of Bristol on Saturday.", "Weekly C", "2024-09-15")
    desk.fetch()
    desk.run("fix", "Weekly C", "--drop", "--reason", "out of scope")
    log = desk.run("fix", "--log").stdout.splitlines()
    assert log[0] == "   1  2024-09-16 06:00  date 2024-09-12: so it was (taken back 2024-09-16 07:00)"
    assert log[2] == "   2  2024-09-16 07:00  merge: so it was"
    assert log[4:] == ["   3  2024-09-16 07:00  withdraw: out of scope", "      Weekly C"]
    assert log[1] == log[3] == f"      {met['id']}  {met['statement']}"


@pytest.mark.parametrize(
    ("date", "told"),
    [
        ("2019-09-13", "2019-09-13 lies 1,827 days from"),
        ("2024-09-01", ""),
        ("2024", ""),
        ("2025-09", "2025-09 lies 352"),
    ],
)
def test_date_far_from_all_reports_is_told(date: str, told: str, desk: Office) -> None:
    """It is done, as a person said so, but a mistyped year does not pass in silence."""
    said = fix(desk, "prisoners", "--date", date)
    assert "Fix 1 is in force" in said
    assert (told in said) if told else ("lies" not in said)


@pytest.mark.parametrize("date", ["2024-09-12", "2024-07-01"])
def test_later_report_joins_event_whose_date_was_decided(date: str, desk: Office) -> None:
    """However far from what the reports say."""
    fix(desk, "prisoners", "--date", date)
    one_more(desk)
    assert (desk.event("prisoners")["articles"], desk.event("prisoners")["date"]["edtf"]) == (3, date)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("{met}", "--date", "Friday", "--reason", "x"), "is no EDTF date"),
        (("{met}", "--date", "2024-09-12"), "a fix needs its reason"),
        (("{met}", "--drop", "--reason", "  "), "a fix needs its reason"),
        (("{met}", "--merge", "{met}", "--reason", "x"), "nothing to merge"),
        (("{met}", "--merge", "zzz", "--reason", "x"), "'zzz' is the id of no event"),
        (("{met}", "--split", "9", "--reason", "x"), "--split takes the number of one of the event's"),
        (("{met}", "--statement", "0", "--reason", "x"), "--statement takes the number"),
        (("{met}", "--statement", "²", "--reason", "x"), "--statement takes the number"),
        (("{met}", "--drop", "--date", "2024-09-12", "--reason", "x"), "One fix at a time"),
        (("zzz", "--drop", "--reason", "x"), "holds no article or source 'zzz'"),
        (("zzz",), "'zzz' is the id of no event"),
        (("--undo", "7"), "no fix 7 is in force; in force: none"),
        ((), "Name an event, an article or a source"),
    ],
)
def test_what_cannot_be_decided_is_refused(arguments: tuple[str, ...], said: str, desk: Office) -> None:
    """In one line, and nothing is decided."""
    own = desk.event("prisoners")["id"]
    result = desk.run("fix", *(one.replace("{met}", own) for one in arguments), code=2)
    assert said in result.stderr
    assert result.stderr.count("\n") == 1
    assert desk.run("fix", "--log").stdout == "No fix was ever made.\n"
