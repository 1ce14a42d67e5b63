"""Counts of people: value, qualifier, who says so, as of when; and what a series of them does."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from briefing import find_events, make_brief, render
from briefing.datespan import DateSpan
from briefing.events.reports import extract
from briefing.events.series import series_of, steps_of
from briefing.model import Brief, Figure, Step
from tests.conftest import Write

# language, sentence, (kind, value, qualifier, as of, where that day comes from, by) for each figure
TOTALS = [
    (
        "en",
        "The war has led to over 41,100 deaths and more than 95,100 injuries so far, per local health authorities.",
        [
            ("deaths", 41100, "over", "2024-09-14", "published", "local health authorities"),
            ("injuries", 95100, "more than", "2024-09-14", "published", "local health authorities"),
        ],
    ),
    (
        "en",
        "The health ministry in Gaza said on Thursday that more than 40,000 people had been killed since 7 October 2023.",
        [("deaths", 40000, "more than", "2024-09-12", "text", "health ministry in Gaza")],
    ),
    (
        "en",
        "About 1.9 million people have been displaced, according to the United Nations.",
        [("displaced", 1900000, "about", "2024-09-14", "published", "United Nations")],
    ),
    (
        "en",
        "The death toll from the earthquake has risen to 1,204, officials said.",
        [("deaths", 1204, "", "2024-09-14", "published", "officials")],
    ),
    (
        "tr",
        "Sağlık Bakanlığı, 7 Ekim'den bu yana ölenlerin sayısının 41 bin 118'e yükseldiğini açıkladı.",
        [("deaths", 41118, "", "2024-09-14", "published", "Sağlık Bakanlığı")],
    ),
    (
        "tr",
        "Savaşta en az 12.500 kişi yaralandı.",
        [("injuries", 12500, "en az", "2024-09-14", "published", "")],
    ),
    (
        "ar",
        "ارتفعت حصيلة القتلى منذ أكتوبر إلى 41118، بحسب وزارة الصحة.",
        [("deaths", 41118, "", "2024-09-14", "published", "وزارة الصحة")],
    ),
]
# sentence, (kind, value, qualifier): the toll of one happening
TOLLS = [
    ("A strike killed 40 people on Tuesday.", [("deaths", 40, "")]),
    ("The flood took 30 lives.", [("deaths", 30, "")]),
    ("At least twelve people were killed when a bridge fell.", [("deaths", 12, "at least")]),
    (
        "The blast killed three people and injured more than 20 others.",
        [("deaths", 3, ""), ("injuries", 20, "more than")],
    ),
    (
        "More than 100 hostages and 240 prisoners went free in the truce.",
        [("hostages", 100, "more than"), ("prisoners", 240, "")],
    ),
]
NO_COUNTS = [
    "The vote was 14 to 0 in favour.",
    "Resolution 2735 was adopted in June.",
    "The storm killed 300 cattle.",
    "He was killed 12 years ago.",
    "She was hurt on 12 May.",
    "Her party took 12 seats.",
    "He claimed 30 victories.",
]


@pytest.mark.parametrize(("language", "sentence", "figures"), TOTALS)
def test_a_running_total_is_a_figure(
    language: str, sentence: str, figures: list[tuple[object, ...]], article: Write
) -> None:
    """The figure keeps its qualifier, its author and its day."""
    found = extract(article(sentence, language=language)).figures
    assert [(f.kind, f.value, f.qualifier, str(f.as_of), f.as_of_from, f.by) for f in found] == figures
    assert {f.scope for f in found} == {"total"}


@pytest.mark.parametrize(("sentence", "figures"), TOLLS)
def test_the_toll_of_one_happening_is_no_total(
    sentence: str, figures: list[tuple[object, ...]], article: Write
) -> None:
    """It belongs to its event and never stands among the key figures."""
    found = extract(article(sentence)).figures
    assert [(f.kind, f.value, f.qualifier) for f in found] == figures
    assert {f.scope for f in found} == {"event"}
    assert make_brief([article(sentence)]).figures == ()


def test_a_toll_and_a_total_in_one_sentence_are_told_apart(article: Write) -> None:
    """Each number belongs to its own clause."""
    text = "A strike killed 12 people on Tuesday, bringing the number of dead since May to 3,411."
    assert [(f.value, f.scope) for f in extract(article(text)).figures] == [(12, "event"), (3411, "total")]


CORPUS = Path(__file__).parent / "corpus" / "figures.txt"
LINES = [line for line in CORPUS.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]


@pytest.mark.parametrize("line", LINES)
def test_a_sentence_counts_whom_it_says(line: str, article: Write) -> None:
    """Each count is a total or a toll, and has the sayer and the day that the sentence gives it."""
    language, sentence, expected = (part.strip() for part in line.split(" | "))
    figures = extract(article(sentence, language=language)).figures
    told = [
        f'{f.kind} {f.value} {f.scope} "{f.by}"' + (f" {f.as_of}" if f.as_of_from == "text" else "") for f in figures
    ]
    assert ("; ".join(told) or "-") == expected


def test_of_a_count_between_two_numbers_both_are_told(article: Write) -> None:
    """The higher is an upper bound, and the lower stands before it as the article has it."""
    (figure,) = extract(article("Between 300 and 400 people have been killed so far.")).figures
    assert (figure.qualifier, figure.value, figure.bound) == ("between 300 and", 400, "most")


def test_each_count_of_a_sentence_has_its_own_place(article: Write) -> None:
    """Two countries in two clauses are two places."""
    text = "About 40 people were killed in Israel in May, and 300 people have been killed in Lebanon since."
    assert [figure.place for figure in extract(article(text)).figures] == ["IL", "LB"]


@pytest.mark.parametrize("sentence", NO_COUNTS)
def test_other_numbers_count_nobody(sentence: str, article: Write) -> None:
    """Votes, years, days of the month and cattle are no tolls."""
    assert extract(article(sentence)).figures == ()


# ---- series -----------------------------------------------------------------------------------------


def totals(*values: int, place: str = "") -> list[Figure]:
    """Running totals of the days from 1 September on."""
    return [
        Figure("deaths", value, "", DateSpan.parse(f"2024-09-{day:02}"), "text", "", f"a{day}", "", 0, 1, place=place)
        for day, value in enumerate(values, 1)
    ]


@pytest.mark.parametrize(
    ("values", "steps"),
    [
        ((41118, 41182, 41206), "on on on"),
        ((41118, 41811, 41182), "on misprint on"),
        ((41118, 41811, 41182, 41206), "on misprint on on"),
        ((41182, 41128, 41206), "on misprint on"),
        ((41182, 41001, 41020), "on revised on"),
        ((41182, 350, 410), "on restarted on"),
        ((41118, 41118), "on on"),
    ],
)
def test_a_count_that_falls_is_marked(values: tuple[int, ...], steps: str) -> None:
    """Two exchanged digits are a slip, a small fall a revision, a large one a new start; none is corrected."""
    (series,) = series_of(totals(*values))
    assert [figure.value for figure in series] == list(values)
    assert " ".join(step.value for step in steps_of(series)) == steps


@pytest.mark.parametrize("kind", ["hostages", "prisoners", "displaced", "missing"])
@pytest.mark.parametrize("values", [(133, 101, 97), (240, 105, 133), (1234, 1243, 310)])
def test_who_is_held_or_missing_now_may_become_fewer(kind: str, values: tuple[int, ...]) -> None:
    """Hostages come home, the missing are found: that is news, and revises nothing."""
    assert set(steps_of([replace(figure, kind=kind) for figure in totals(*values)])) == {Step.ON}


@pytest.mark.parametrize(
    ("language", "sentence", "figures"),
    [
        ("en", "Officials say 97 hostages are still held in the tunnels.", [(97, "total")]),
        ("en", "The militia holds 64 captives, the envoy said.", [(64, "total")]),
        (
            "en",
            "The group freed 24 hostages on Friday, and 133 hostages remain in Gaza.",
            [(24, "event"), (133, "total")],
        ),
        ("en", "Since the truce began, 105 hostages have been freed.", [(105, "event")]),
        ("en", "The rebels took 30 hostages since the raid.", [(30, "event")]),
        ("en", "More than 4,000 prisoners are being held without trial.", [(4000, "total")]),
        ("en", "The toll has risen to 18 dead and 40 missing.", [(18, "total"), (40, "total")]),
        ("tr", "Örgütün elinde hâlâ 97 rehine var.", [(97, "total")]),
        ("tr", "Dün 24 rehine serbest bırakıldı.", [(24, "event")]),
        ("ar", "لا يزال 97 رهينة في غزة.", [(97, "total")]),
        ("ar", "أفرجت الحركة عن 24 رهينة أمس.", [(24, "event")]),
    ],
)
def test_who_is_held_is_not_who_was_freed(
    language: str, sentence: str, figures: list[tuple[int, str]], article: Write
) -> None:
    """Only the first is a count that goes on from day to day."""
    assert [(f.value, f.scope) for f in extract(article(sentence, language=language)).figures] == figures


def test_rounded_and_exact_values_are_never_joined() -> None:
    """Over 41,100 and 41,118 are two series, and so are two countries."""
    assert len(series_of(totals(41000, 41118, 41200, 41182))) == 2
    assert len(series_of([*totals(41118, place="PS"), *totals(2011, place="LB"), *totals(41182)])) == 2


def test_the_growing_toll_of_one_happening_is_a_series(article: Write) -> None:
    """Told from day to day, corrected in between, and apart from the dead of a war elsewhere."""
    told = {
        "2024-09-15": "The death toll from the earthquake in Konya rose to 87, AFAD said on Sunday.",
        "2024-09-16": "The ministry said the number of dead in Gaza climbed to 41,206.",
        "2024-09-17": "The death toll from the earthquake climbed to 153 on Tuesday, AFAD said.",
        "2024-09-18": "AFAD said the death toll from the earthquake in Konya was revised to 135 on Wednesday.",
        "2024-09-19": "The toll from the quake rose to 141, police said on Thursday.",
    }
    brief = make_brief([article(text, day) for day, text in told.items()])
    quake = next(key for key in brief.figures if len(key.series) > 1)
    assert [point.figure.value for point in quake.series] == [87, 153, 135, 141]
    assert [point.step for point in quake.series] == [Step.ON, Step.ON, Step.REVISED, Step.ON]
    assert [key.figure.value for key in brief.figures] == [141, 41206]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "The death toll was revised to 112, police said."),
        ("en", "Police lowered the death toll to 112."),
        ("tr", "Ölü sayısı 112 olarak düzeltildi."),
        ("ar", "تم تصحيح حصيلة القتلى إلى 112."),
    ],
)
def test_a_count_that_its_article_corrects_is_no_slip(language: str, sentence: str, article: Write) -> None:
    """That the digits of 121 make 112 when exchanged is chance where an article says that it corrects."""
    before = extract(article("The death toll rose to 121.", "2024-09-13")).figures
    (series,) = series_of([*before, *extract(article(sentence, language=language)).figures])
    assert steps_of(series) == [Step.ON, Step.REVISED]


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        (
            "en",
            "The death toll from the floods in Valencia rose to 20.",
            "The death toll from the sinking of a ferry off Cebu rose to 33.",
        ),
        (
            "en",
            "The toll from the earthquake in Malatya rose to 51.",
            "Eleven people were killed in a Mogadishu hotel attack, raising the toll from nine.",
        ),
        (
            "en",
            "The death toll from the fire in Brescia rose to 12.",
            "The death toll from the fire in Porto rose to 14.",
        ),
        (
            "en",
            "The death toll from the bus crash in Kenya rose to 12.",
            "The death toll from the plane crash in Kenya rose to 14.",
        ),
        (
            "en",
            "Floods hit Valencia on Thursday. The death toll rose to 20.",
            "A ferry sank off Cebu on Friday. The death toll rose to 33.",
        ),
        ("tr", "Malatya'daki depremde ölü sayısı 51'e yükseldi.", "İzmir'deki yangında ölü sayısı 60'a yükseldi."),
        ("ar", "ارتفعت حصيلة الزلزال في حلب إلى 51 قتيلا.", "ارتفعت حصيلة غرق عبارة قرب طرابلس إلى 60 قتيلا."),
    ],
)
def test_the_tolls_of_two_happenings_are_two_series(language: str, one: str, other: str, article: Write) -> None:
    """Of another kind, place or vehicle: the second goes on from nothing, and is not set against the first."""
    brief = make_brief([article(one, "2024-09-13", language=language), article(other, language=language)])
    assert [len(key.series) for key in brief.figures] == [1, 1]
    assert [key.previous for key in brief.figures] == [None, None]


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        (
            "en",
            "The death toll from the floods in Valencia rose to 20.",
            "The number of dead in Valencia has climbed to 33, the governor said.",
        ),
        (
            "en",
            "The death toll from the hurricane in Cuba rose to 20.",
            "The toll from the flooding in Cuba rose to 33.",
        ),
        (
            "en",
            "A fire swept through a nightclub in Porto on Thursday. The death toll rose to 20.",
            "The death toll from the Porto nightclub fire rose to 33, hospital officials said.",
        ),
        (
            "en",
            "The death toll from the quake in Malatya rose to 20.",
            "The death toll from Turkey's earthquake rose to 33.",
        ),
        (
            "en",
            "A ferry sank off Cebu on Thursday. The death toll rose to 33.",
            "The number of dead in the Cebu ferry disaster climbed to 41, the coast guard said.",
        ),
        ("tr", "Malatya'daki depremde ölü sayısı 51'e yükseldi.", "Depremde ölü sayısı 60'a yükseldi."),
        ("ar", "ارتفعت حصيلة الزلزال في حلب إلى 51 قتيلا.", "ارتفعت حصيلة الزلزال إلى 60 قتيلا."),
    ],
)
def test_the_toll_of_one_happening_in_other_words_is_one_series(
    language: str, one: str, other: str, article: Write
) -> None:
    """Its kind or its place shows that it is the same, and nothing that it is another."""
    brief = make_brief([article(one, "2024-09-13", language=language), article(other, language=language)])
    (key,) = brief.figures
    assert [point.step for point in key.series] == [Step.ON, Step.ON]
    assert key.previous


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("en", "Eight people died in the attack in Kano, police said. The toll had been put at seven.", 8),
        ("en", "The death toll from the fire in Porto rose to 25, police said. The toll had been put at 20.", 25),
        ("en", "A raid on Friday killed nine people in Kano. Officials had put the toll at four.", 9),
        ("tr", "Kano'daki saldırıda sekiz kişi öldü. Daha önce ölü sayısı yedi olarak açıklanmıştı.", 8),
        ("ar", "قتل ثمانية أشخاص في هجوم في كانو. وكانت الحصيلة السابقة 7 قتلى.", 8),
    ],
)
def test_a_toll_that_replaced_another_is_the_figure(language: str, text: str, value: int, article: Write) -> None:
    """Its article tells that it goes on being counted; what it was before is neither shown nor set against it."""
    brief = make_brief([article(text, language=language)])
    (key,) = brief.figures
    assert (key.figure.value, key.others) == (value, ())
    assert brief.disputes == ()


def test_the_dead_of_what_something_is_compared_with_are_no_figure_of_its_month(article: Write) -> None:
    """Those who died last August did not die this week."""
    text = (
        "A drone attack killed seven people in Kharkiv on Friday, the governor said. "
        "It was the deadliest attack on the city since last August, when 12 people were killed."
    )
    brief = make_brief([article(text)])
    assert brief.figures == ()
    assert {figure.value for entry in brief.events for r in entry.event.reports for figure in r.figures} == {7}


def test_the_children_among_the_dead_start_no_count_anew(article: Write) -> None:
    """Their number is lower than that of all, and is no step in it."""
    counts = ["34,000 people", "14,100 children", "35,000 people"]
    texts = [f"Since October, {count} have been killed, the ministry said." for count in counts]
    brief = make_brief([article(text, f"2024-09-{day}") for day, text in enumerate(texts, 12)])
    (key,) = brief.figures
    assert [(point.figure.value, point.step) for point in key.series] == [(34000, Step.ON), (35000, Step.ON)]


def test_counts_from_different_days_on_are_two_series(article: Write) -> None:
    """The dead since the war began are not those since the truce ended."""
    text = "The ministry said 41,118 people have been killed since 7 October 2023."
    again = "The ministry said 1,204 people have been killed since 18 March 2024."
    figures = [*extract(article(text)).figures, *extract(article(again)).figures]
    assert [len(series) for series in series_of(figures)] == [1, 1]


# ---- on the page ------------------------------------------------------------------------------------


def markdown(brief: Brief) -> str:
    """A brief as Markdown."""
    page = render(brief, "md")
    assert isinstance(page, str)
    return page


def told(value: str, day: str, article: Write) -> list[str]:
    """The line of key figures after three days of counts, the last of them given."""
    counts = [("41,118", "2024-09-11"), ("41,811", "2024-09-12"), (value, day)]
    text = "The ministry said {} people have been killed so far."
    page = markdown(make_brief([article(text.format(value), day) for value, day in counts]))
    return [line for line in page.splitlines() if "| killed |" in line]


def test_a_slip_is_flagged_on_the_page_and_not_corrected(article: Write) -> None:
    """The reader sees the value that an article prints, and why it is doubted."""
    (line,) = told("41,182", "2024-09-13", article)
    assert "41,182" in line
    assert "earlier 41,811" in line
    assert "41,811 is probably mistyped" in line


def test_a_revision_is_told(article: Write) -> None:
    """A lower total is no progress."""
    (line,) = told("41,051", "2024-09-13", article)
    assert "lower than before" in line


def test_contradicting_totals_stand_with_their_sources(article: Write) -> None:
    """Two exact totals as of one day are both shown."""
    text = "The ministry said {} people have been killed so far."
    page = markdown(make_brief([article(text.format(n), outlet=n) for n in ("41,118", "41,182")]))
    (line,) = [line for line in page.splitlines() if "| killed |" in line]
    assert "Sources disagree" in line
    assert "41,118 killed" in line


STRIKE = "A strike on a school in the port of Nuseirat killed {} people on Friday."
RETOLD = "In Nuseirat {} people were killed on Friday by a strike that hit a school near the port."


def test_contradicting_tolls_of_one_event_are_disputed(article: Write) -> None:
    """Both stand on the line of the event, with both sources."""
    brief = make_brief([article(STRIKE.format(12), outlet="A"), article(RETOLD.format(15), outlet="B")])
    (entry,) = brief.events
    assert [(toll.value, len(sources)) for toll, sources in entry.toll_sources] == [(12, 1), (15, 1)]
    (_, (first,)), (_, (second,)) = entry.toll_sources
    assert f"12 killed [{first}] · 15 killed [{second}]" in markdown(brief)


def test_two_papers_that_differ_in_the_toll_alone_dispute_it(article: Write) -> None:
    """The words are the same, the number is not: neither has it from the other."""
    (event,) = find_events([article(STRIKE.format(number), outlet=f"Daily {number}") for number in (12, 7)])
    assert [toll.value for toll in event.disputed_tolls] == [7, 12]


@pytest.mark.parametrize(
    "tolls",
    [
        ("12", "12"),
        ("at least 12", "15"),
        ("more than 10", "15"),
        ("about 40", "43"),
    ],
)
def test_tolls_that_can_both_be_right_are_not_disputed(tolls: tuple[str, str], article: Write) -> None:
    """At least twelve is true of fifteen too."""
    one, other = tolls
    (event,) = find_events([article(STRIKE.format(one), outlet="A"), article(RETOLD.format(other), outlet="B")])
    assert event.disputed_tolls == ()


def test_a_toll_that_grows_from_day_to_day_is_not_disputed(article: Write) -> None:
    """The later report knows more."""
    (event,) = find_events(
        [
            article(STRIKE.format(12), "2024-09-14", outlet="A"),
            article(RETOLD.format(15), "2024-09-15", outlet="B"),
        ]
    )
    assert event.disputed_tolls == ()


def test_a_toll_that_falls_the_day_after_is_disputed(article: Write) -> None:
    """Nobody comes back to life: one of the two is wrong."""
    (event,) = find_events(
        [
            article(STRIKE.format(15), "2024-09-14", outlet="A"),
            article(RETOLD.format(12), "2024-09-15", outlet="B"),
        ]
    )
    assert [toll.value for toll in event.disputed_tolls] == [12, 15]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "The fire killed 12 people, including five children."),
        ("en", "At least 12 people, among them five children, were killed."),
        ("en", "A flood killed 12 people, five of them children, on Monday."),
        ("ar", "قتل 12 شخصا، بينهم 5 أطفال، في الحريق."),
        ("tr", "Yangında aralarında 5 çocuğun da bulunduğu 12 kişi öldü."),
    ],
)
def test_a_part_of_a_toll_is_no_toll(language: str, sentence: str, article: Write) -> None:
    """The children are among the twelve."""
    assert [(f.kind, f.value) for f in extract(article(sentence, language=language)).figures] == [("deaths", 12)]


def test_the_same_outlet_does_not_dispute_itself(article: Write) -> None:
    """Two articles of one origin are one voice."""
    (event,) = find_events([article(STRIKE.format(12), outlet="A"), article(RETOLD.format(15), outlet="A")])
    assert len(event.articles) == 2
    assert event.disputed_tolls == ()


def test_the_order_of_articles_does_not_matter() -> None:
    """Series are the same from either end."""
    figures = totals(41118, 41811, 41182)
    for one, other in pairwise([series_of(figures), series_of(figures[::-1])]):
        assert one == other
