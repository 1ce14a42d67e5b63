"""The search for labels' places: fewest lanes, heaviest first, nothing on a leader of another."""

from __future__ import annotations

from briefing.rendering.lanes import LANES, Flags, Placed, Rows


def placed(*labels: tuple[float, float], width: float = 400) -> list[Placed | None]:
    """The places of labels given as place of the leader and width; None for one without room."""
    flags = Flags(width)
    taken = [flags.add(*label) for label in labels]
    places = iter(flags.placed())
    return [next(places) if is_in else None for is_in in taken]


def test_a_label_stands_right_of_its_leader_then_left() -> None:
    """At the right edge there is room on the left only, and between the two edges of a narrow axis none."""
    assert placed((10, 50)) == [Placed(0, 12.6, 62.6)]
    assert placed((390, 50)) == [Placed(0, 337.4, 387.4)]
    assert placed((200, 250)) == [None]


def test_two_near_ones_stand_back_to_back_in_one_lane() -> None:
    """The fewest lanes win over the side that is tried first."""
    left, right = placed((190, 100), (200, 100))
    assert left == Placed(0, 87.4, 187.4)
    assert right == Placed(0, 202.6, 302.6)


def test_two_of_one_day_share_a_leader_in_two_lanes() -> None:
    """Labels on one place stack up, for back to back they would come nearer than 6 points."""
    places = placed((200, 50), (200, 60))
    assert sorted(place.lane for place in places if place) == [0, 1]


def test_a_seventh_on_one_place_goes_without() -> None:
    """Six lanes, six labels; the later ones, which are lighter, keep only their marks."""
    places = placed(*[(200.0, 50.0)] * 8)
    assert [place is None for place in places] == [False] * LANES + [True] * 2


def test_one_that_found_no_room_leaves_the_others_in_their_places() -> None:
    """A refused label changes nothing, and a narrow one still finds the room that is left."""
    crowd = [(200.0, 150.0)] * 6
    assert placed(*crowd) == placed(*crowd, (200.5, 180.0))[:6]
    assert placed(*crowd, (200.5, 180.0), (10.0, 30.0))[-1] is not None


def test_words_of_a_bar_stand_right_left_inside_or_under_it() -> None:
    """The first place that is inside the drawing is taken."""
    assert Rows(400).add((10, 60), 100) == (0, Placed(0, 62.6, 162.6))
    assert Rows(400).add((302.6, 390), 100) == (0, Placed(0, 200, 300))
    assert Rows(400).add((0, 400), 100) == (0, Placed(0, 150, 250))
    assert Rows(400).add((100, 300), 190) == (0, Placed(1, 100, 290))


def test_bars_without_words_take_the_next_free_row_and_at_last_a_common_one() -> None:
    """Overlapping spans lie below each other; after six rows those without words share a seventh."""
    rows = Rows(400)
    assert [rows.add_bare((0, 400)) for _ in range(8)] == [0, 1, 2, 3, 4, 5, 6, 6]
    assert rows.add((0, 10), 20) is None
