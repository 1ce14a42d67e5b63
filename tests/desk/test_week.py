"""A week at the desk, morning by morning: what the sources bring, and what each brief says of it; no more, no less."""

from __future__ import annotations

from datetime import timedelta

from tests.desk.conftest import MORNING, Office, feed, page
from tests.fetching.conftest import Reply, Server

QUAKE = "An earthquake of magnitude 6 shook the town of Osmaniye on Sunday and killed 12 people, rescuers said."
QUAKE_AGAIN = "The earthquake that shook the town of Osmaniye on Sunday killed 15 people, the governor said."
TALKS = "The envoys of Armenia and Georgia met in Tbilisi on Friday and agreed to open a second road."
TALKS_CORRECTED = "The envoys of Armenia and Georgia met in Tbilisi on Thursday and agreed to open a second road."
STRIKE = "Dock workers in Varna laid down their tools on Wednesday because of a new rota."
STRIKE_OTHERWISE = "Nothing was loaded at the biggest Bulgarian port on Wednesday, as the cranes stood still."
CRACKS = "Inspectors found deep cracks in the Lindau bridge on 2 September 2024, a report says."


def new_morning(office: Office, day: int) -> None:
    """Six o'clock on a day of September 2024."""
    office.at = MORNING + timedelta(days=day - MORNING.day)


def told(office: Office) -> dict[str, str]:
    """What the brief made last says anew: each sentence with its tag."""
    found = ((event["statement"], event["status"]) for event in office.data()["events"])
    return {statement: status for statement, status in found if status not in {"background", "ahead"}}


def line_of(brief: str, sentence: str) -> str:
    """The line of the timeline that holds a sentence, without its marks."""
    rows = [line.replace("*", "") for line in brief.splitlines() if line.startswith("| 2024")]
    return next(line for line in rows if sentence in line)


def test_week_at_the_desk(office: Office, site: Server) -> None:
    """Seven fetches and seven briefs: each says exactly what changed since the one before."""
    office.configure(site.url("/agency"), site.url("/daily"))

    # Monday: two stories.
    site["/agency"] = feed("Agency A", "/quake")
    site["/daily"] = feed("Daily B", "/talks")
    site["/quake"] = page("Earthquake in Osmaniye", QUAKE, published="2024-09-16", outlet="Agency A")
    site["/talks"] = page("Talks in Tbilisi", TALKS, published="2024-09-15", outlet="Daily B")
    office.fetch()
    brief = office.make()
    assert told(office) == {QUAKE: "new", TALKS: "new"}
    assert "- Brief No. 1\n" in brief

    # Tuesday: a second source on the earthquake, with a higher toll.
    new_morning(office, 17)
    site["/daily"] = feed("Daily B", "/talks", "/shaken")
    site["/shaken"] = page("After the earthquake", QUAKE_AGAIN, published="2024-09-16", outlet="Daily B")
    office.fetch()
    brief = office.make()
    assert told(office) == {QUAKE_AGAIN: "updated"}, "the sentence with what is new speaks for it"
    line = line_of(brief, QUAKE_AGAIN)
    assert "The last brief said 12 killed. 1 origin in the last brief." in line
    assert "2 origins, 2 articles" in line
    assert "UPDATED" in brief

    # Wednesday: the newspaper corrects the day of the talks.
    new_morning(office, 18)
    site["/daily"] = feed("Daily B", "/talks", "/shaken", updated={"/talks": "2024-09-17T15:00:00Z"})
    site["/talks"] = page("Talks in Tbilisi", TALKS_CORRECTED, published="2024-09-15", outlet="Daily B")
    office.fetch()
    brief = office.make()
    assert told(office) == {TALKS_CORRECTED: "corrected"}
    assert line_of(brief, "Tbilisi").startswith("| 2024-09-12 Thu")
    assert "The last brief said 2024-09-13 Fri." in line_of(brief, "Tbilisi")
    assert "CORRECTED" in brief

    # Thursday: nothing.
    new_morning(office, 19)
    office.fetch()
    brief = office.make()
    assert told(office) == {}
    assert "Nothing new in this period." in brief
    assert "- 0 articles read" in brief

    # Friday: a strike, told by both in words so different that they are two events; the desk decides that they are one.
    new_morning(office, 20)
    site["/agency"] = feed("Agency A", "/quake", "/strike")
    site["/strike"] = page("Dockers walk out", STRIKE, published="2024-09-19", outlet="Agency A")
    office.fetch()
    office.make()
    assert told(office) == {STRIKE: "new"}
    new_morning(office, 21)
    site["/daily"] = feed("Daily B", "/talks", "/shaken", "/cranes", updated={"/talks": "2024-09-17T15:00:00Z"})
    site["/cranes"] = page("Cranes stand still", STRIKE_OTHERWISE, published="2024-09-20", outlet="Daily B")
    office.fetch()
    first, second = office.event("dock workers")["id"], office.event("cranes")["id"]
    assert first != second
    office.run("fix", first, "--merge", second, "--reason", "one strike")

    # Saturday: what was decided, and a late report of an older event.
    site["/agency"] = feed("Agency A", "/quake", "/strike", "/cracks")
    site["/cracks"] = page("Cracks in a bridge", CRACKS, published="2024-09-20", outlet="Agency A")
    office.fetch()
    brief = office.make()
    strike = next(sentence for sentence, status in told(office).items() if status == "updated")
    assert told(office) == {strike: "updated", CRACKS: "late"}
    assert "1 origin in the last brief. Decided by the desk: one strike." in line_of(brief, strike)
    assert "learnt 2024-09-21 Sat" in line_of(brief, CRACKS)

    # Sunday: the newspaper's server is dead. That is no quiet day, and the brief says so.
    new_morning(office, 22)
    site["/daily"] = Reply(status=502)
    said = office.fetch(code=3)
    assert site.url("/daily") in said
    brief = office.make(code=3)
    assert told(office) == {}
    assert "Nothing new in this period." in brief
    assert site.url("/daily") in brief.partition("## Unread, undated")[2]
    assert "- Brief No. 7\n" in brief

    # Every one of them can be had again as it was.
    assert office.run("make", "--issue", "3", "--output", "again").exit_code == 0
    for form in ("md", "json"):
        name = f"brief-2024-09-18.{form}"
        assert (office.folder / "again" / name).read_bytes() == (office.folder / "output" / name).read_bytes()
