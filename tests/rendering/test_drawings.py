"""The drawings on the page: words as text, shapes with alternative texts, in HTML and in the PDF."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from lxml import html
from pypdf import PdfReader

from briefing.datespan import DateSpan
from briefing.model import Brief, Entry, Name, NameKind
from briefing.rendering import pdf, render
from briefing.rendering.drawing import Drawing, Text, drawing, shape
from briefing.rendering.drawings import drawings_of
from briefing.rendering.happenings import LABEL_LENGTH, date_text, happenings
from briefing.rendering.words import words_of

WORDS = words_of("en")


def page(brief: Brief) -> Any:
    """The parsed HTML of a brief."""
    return html.document_fromstring(str(render(brief, "html")))


def story(sample: Brief) -> Drawing:
    """The strip of a brief that has events."""
    strip = drawings_of(sample, WORDS).strip
    assert strip
    return strip


def test_the_strip_stands_above_the_table(sample: Brief, bare: Brief) -> None:
    """A brief with events has its drawing before the rows that repeat its marks; one without has none."""
    timeline = page(sample).get_element_by_id("timeline")
    kinds = [element.get("class") for element in timeline.iterdescendants() if element.get("class") in {"story", "tl"}]
    assert kinds == ["story", "tl"]
    assert page(bare).xpath("//*[@class='story']") == []


def test_every_mark_has_an_alternative_text(sample: Brief) -> None:
    """The picture as a whole and each mark in it say in words what they show."""
    (picture,) = page(sample).xpath("//*[@class='story']//*[@role='img']")
    titles = [element.text for element in picture.iter("title")]
    assert titles[0].startswith("The story drawn along a line of time, 2023-10-01 Sun to 2024-09-30 Mon. 9 events.")
    assert "2024-09-13 Fri, Kalın and Hamas leaders meet… (Day known)" in titles
    assert all(group[0].tag == "title" for group in picture.iter("g"))


def test_the_words_of_the_strip_are_words_of_the_pdf(sample: Brief) -> None:
    """Labels are found by a search, not scattered as single letters."""
    data = render(sample, "pdf")
    assert isinstance(data, bytes)
    text = " ".join(" ".join(part.extract_text().split()) for part in PdfReader(BytesIO(data)).pages)
    assert "Fri 13 Sep Kalın and Hamas leaders meet…" in text
    assert "this brief" in text


def test_words_are_set_where_they_were_placed(sample: Brief) -> None:
    """As the engine sets it, no label is wider than its box, and none is cut."""
    weasyprint: Any = pytest.importorskip("weasyprint")
    fonts, sheet = pdf._fonts()
    source = weasyprint.HTML(string=str(render(sample, "html")), url_fetcher=pdf._fetcher(), media_type="print")
    pages = source.render(stylesheets=[sheet], font_config=fonts).pages
    placed = [box for one in pages for box in _all(one._page_box) if _is_label(box)]
    assert len(placed) == len(story(sample).texts)
    for box in placed:
        lines = [child for child in _all(box) if hasattr(child, "text")]
        assert sum(line.width for line in lines) <= box.width + 0.01, [line.text for line in lines]
        assert len({line.position_y for line in _all(box) if type(line).__name__ == "LineBox"}) == 1


def _all(box: Any) -> list[Any]:
    return list(box.descendants(placeholders=True))


def _is_label(box: Any) -> bool:
    return box.element_tag == "span" and box.style["position"] == "absolute" and hasattr(box, "children")


def test_an_arabic_label_has_its_direction(sample: Brief) -> None:
    """The words run from right to left, the date before them does not."""
    (label,) = page(sample).xpath("//*[@class='story']//bdi[@dir='rtl']")
    assert (label.get("lang"), label.text) == ("ar", "محادثات الدوحة")
    assert label.getparent().find("i").text == "15–16 Aug"


def test_markup_in_a_name_stays_text(sample: Brief) -> None:
    """Neither a label nor an alternative text makes an element."""
    nasty = "<script>&\"'\x00"
    entry = sample.new[0]
    named = replace(entry.event.statement, names=(Name(nasty, "nasty", NameKind.PERSON),))
    brief = replace(sample, new=(replace(entry, event=replace(entry.event, statement=named)),))
    tree = page(brief)
    assert tree.xpath("//*[@class='story']//script") == []
    assert any("<script>" in (label.text or "") for label in tree.xpath("//*[@class='story']//bdi"))


def _labelled(entry: Entry, place: str, *names: str, **changes: Any) -> Entry:
    told = tuple(Name(name, name.lower(), NameKind.PERSON) for name in names)
    statement = replace(entry.event.statement, names=told, **changes)
    return replace(entry, place=place, event=replace(entry.event, names=told, statement=statement))


@pytest.mark.parametrize(
    ("place", "names", "changes", "label"),
    [
        ("Ankara", ("Kalın", "Hamas"), {}, "Ankara: Kalın, Hamas"),
        ("Ankara", ("Ankara", "Kalın"), {}, "Ankara: Kalın"),
        ("Doha", ("Mohammed bin Abdulrahman Al Thani",), {}, "Doha: Mohammed bin…"),
        ("Ankara", (), {}, "Kalın and Hamas leaders meet…"),
        ("", ("Kalın",), {"position": 4}, "Türkiye’s intelligence chief…"),
        ("Ankara", ("Kalın",), {"in_passing": True}, "…Kalın sat down on Friday"),
    ],
)
def test_a_label_is_a_place_with_names_or_a_headline(
    sample: Brief, place: str, names: tuple[str, ...], changes: dict[str, Any], label: str
) -> None:
    """The headline is taken only for what the article tells as its news; what is told in passing has its own words."""
    brief = replace(sample, new=(_labelled(sample.new[0], place, *names, **changes),), background=(), ahead=())
    (told,) = happenings(brief)
    assert told.label == label
    assert len(told.label) <= LABEL_LENGTH


@pytest.mark.parametrize(
    ("span", "short", "long", "dated"),
    [
        ("2024-05-31", "31 May", "Fri 31 May", "31 May 2024"),
        ("2023-11-24/2023-11-30", "24–30 Nov", "24–30 Nov", "24–30 Nov 2023"),
        ("2023-11-24/2023-12-01", "24 Nov – 1 Dec", "24 Nov – 1 Dec", "24 Nov 2023 – 1 Dec 2023"),
        ("2023-12-30/2024-01-02", "30 Dec 2023 – 2 Jan", "30 Dec 2023 – 2 Jan", "30 Dec 2023 – 2 Jan 2024"),
        ("2023-11~/2024-09", *["c. Nov 2023 – Sep 2024"] * 3),
        ("2023-10", *["Oct 2023"] * 3),
        ("2024-05-31~", "c. Fri 31 May", "c. Fri 31 May", "c. Fri 31 May 2024"),
        ("../2024-09-14", "by Sat 14 Sep", "by Sat 14 Sep", "by Sat 14 Sep 2024"),
    ],
)
def test_dates_of_labels_are_short(span: str, short: str, long: str, dated: str) -> None:
    """The year of a day stands on the axis; weekdays stand in the close-up, years in a story of years."""
    parsed = DateSpan.parse(span)
    told = (
        date_text(parsed, WORDS, weekday=False),
        date_text(parsed, WORDS, weekday=True),
        date_text(parsed, WORDS, weekday=False, with_year=True),
    )
    assert told == (short, long, dated)


def test_notes_tell_what_the_drawing_does_not(sample: Brief) -> None:
    """Below the strip stands what the tick is, how many events have no words and how many are only in the data."""
    crowd = tuple(
        replace(entry, event=replace(entry.event, id=f"event-{number}"), place=f"Place {number}")
        for number, entry in enumerate((sample.background[2],) * 9)
    )
    tick, *rest = drawings_of(replace(sample, background=crowd), WORDS).notes
    assert tick == "A line from a mark leads to a tick on the day of its first report."
    assert rest == ["8 events have a mark without words.", "2 more are in the data."]


def test_a_box_is_wider_than_its_words_and_stands_where_they_do() -> None:
    """Room to spare is added on the side away from the leader, so that aligned words keep their place."""
    left, right = (Text(100, 10, 40, "words", align=align) for align in ("left", "right"))
    assert (left.left, left.box_width) == (100, 42)
    assert (right.left, right.box_width) == (58, 42)


def test_a_shape_has_its_colour_for_paper_and_for_screen() -> None:
    """The PDF reads the attribute, a style sheet of the screen the class."""
    picture = str(drawing(10, 10, "A & B", [shape("circle", fill="new", cx=5, cy=5.004, r=3)], [], direction="ltr").svg)
    assert '<circle class="f-new" cx="5" cy="5" r="3" fill="#8a2f0a" />' in picture
    assert "<title>A &amp; B</title>" in picture


def test_a_drawing_for_words_from_right_to_left_is_mirrored() -> None:
    """What stood two points from the left edge stands two from the right one, with room for words of the other direction."""
    text = Text(2, 10, 40, "words", lead="1 May", align="left")
    mirrored = drawing(100, 20, "A", [shape("circle", fill="new", cx=5, cy=5, r=3)], [text], direction="rtl")
    assert '<g transform="matrix(-1 0 0 1 100 0)"><circle' in str(mirrored.svg)
    assert mirrored.texts == (replace(text, x=98, width=46.0, align="right"),)
    assert drawing(100, 20, "A", [], [text], direction="ltr").texts == (text,)


def test_the_same_brief_is_drawn_the_same(sample: Brief) -> None:
    """Character for character."""
    assert str(story(sample).svg) == str(story(sample).svg)
    assert drawings_of(sample, WORDS) == drawings_of(replace(sample, background=sample.background[::-1]), WORDS)


def test_what_is_planned_is_not_drawn(sample: Brief) -> None:
    """A mark on the line of time would show a plan as done."""
    assert {event.id for event in happenings(sample)}.isdisjoint({entry.event.id for entry in sample.ahead})
    assert sample.ahead
