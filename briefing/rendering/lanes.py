"""Places the labels of a strip: flags above the axis, each on a leader of its own, and bars below it.

Labels are searched for in lanes outward from the axis, right of the leader first, then left. No label comes nearer
than 6 points to another, nor than 2 points to another's leader. The fewest lanes win, six at most. Where there is no
place, an event keeps only its mark; the heavier ones are placed first, so it is the lighter one that goes without.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

__all__ = ["APART", "FROM_LEADER", "LANES", "LEAD", "Flags", "Placed", "Rows"]

LANES = 6
APART = 6.0
FROM_LEADER = 2.0
LEAD = 2.6
"""How far a label stands from its own leader."""

_SIDES = (False, True)  # right of the leader, left of it
_VALUES = LANES * 2  # lane outward, then side: the order in which they are tried
_TRIES = 400  # steps of one search: with ten times as many no story tried had one label more


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a label stands: its lane, counted from 0 at the axis, and its left and right edge."""

    lane: int
    left: float
    right: float


class Flags:
    """Labels on leaders above one axis, taken in one by one: the heaviest first."""

    def __init__(self, width: float) -> None:
        """An axis of ``width`` points without labels."""
        self._width = width
        self._flags: list[tuple[float, float]] = []  # x of the leader, width of the label
        self._fits: list[list[int]] = []  # for each flag and value: the values of all flags that go with it, as bits
        self._inside: list[int] = []  # for each flag: the values that keep it on the drawing, as bits
        self._chosen: list[int] = []
        self._refused: dict[
            float, float
        ] = {}  # at a place: the narrowest label that found no room; more never makes room

    def add(self, x: float, width: float) -> bool:
        """Take in a label of ``width`` on a leader at ``x`` if all can still be placed; else nothing changes."""
        if width >= self._refused.get(x, self._width):
            return False
        before = [[*row] for row in self._fits]
        self._enter(x, width)
        chosen = self._beside_the_others() or self._search(LANES)
        if chosen:
            self._chosen = chosen
            return True
        self._fits, self._refused[x] = before, width
        del self._flags[-1], self._inside[-1]
        return False

    def placed(self) -> list[Placed]:
        """The labels' places, in the order in which they were taken in, in as few lanes as can be found."""
        fewest = next((found for lanes in range(1, LANES) if (found := self._search(lanes))), self._chosen)
        return [
            Placed(value // 2, *_edges(x, width, _SIDES[value % 2]))
            for (x, width), value in zip(self._flags, fewest, strict=True)
        ]

    def _enter(self, x: float, width: float) -> None:
        """Note which places of the new label go with which places of the others."""
        new = len(self._flags)
        inside = [edge[0] >= 0 and edge[1] <= self._width for edge in (_edges(x, width, left) for left in _SIDES)]
        mine = [1 << (new * _VALUES + value) if inside[value % 2] else 0 for value in range(_VALUES)]
        for other, flag in enumerate(self._flags):
            for value, row in enumerate(_together((x, width), flag)):
                if inside[value % 2]:
                    for at in _bits(row & self._inside[other]):
                        mine[value] |= 1 << (other * _VALUES + at)
                        self._fits[other][at] |= 1 << (new * _VALUES + value)
        self._flags.append((x, width))
        self._inside.append(sum(1 << value for value in range(_VALUES) if inside[value % 2]))
        self._fits.append(mine)

    def _beside_the_others(self) -> list[int] | None:
        """The new label in the first place that leaves the others where they are."""
        others = sum(1 << (at * _VALUES + value) for at, value in enumerate(self._chosen))
        for value, row in enumerate(self._fits[-1]):
            if row and row & others == others:
                return [*self._chosen, value]
        return None

    def _search(self, lanes: int) -> list[int] | None:
        """A place for every label within so many lanes; None if there is none, or none is found in time."""
        block = (1 << lanes * 2) - 1
        allowed = sum(
            1 << (flag * _VALUES + value)
            for flag, row in enumerate(self._fits)
            for value in range(lanes * 2)
            if row[value]
        )
        chosen: dict[int, int] = {}
        tries = iter(range(_TRIES))
        return [chosen[at] for at in range(len(self._flags))] if self._settle(allowed, block, chosen, tries) else None

    def _settle(self, allowed: int, block: int, chosen: dict[int, int], tries: Iterator[int]) -> bool:
        """Depth first, the label with the fewest places left before the others (Haralick and Elliott, 1980)."""
        left = [(self._left(allowed, block, at), at) for at in range(len(self._flags)) if at not in chosen]
        if not left:
            return True
        places, at = min(left, key=lambda pair: (pair[0].bit_count(), pair[1]))
        for value in range(_VALUES):
            if not places >> value & 1:
                continue
            if next(tries, None) is None:
                return False
            chosen[at] = value
            if self._settle(allowed & self._fits[at][value], block, chosen, tries):
                return True
            del chosen[at]
        return False

    def _left(self, allowed: int, block: int, at: int) -> int:
        return allowed >> (at * _VALUES) & block


def _edges(x: float, width: float, left: bool) -> tuple[float, float]:
    return (x - LEAD - width, x - LEAD) if left else (x + LEAD, x + LEAD + width)


def _bits(row: int) -> Iterator[int]:
    while row:
        yield (row & -row).bit_length() - 1
        row &= row - 1


# For a lane: the lanes below it, itself, those above it, each as bits of `right of the leader` at all lanes.
_LOWER = [sum(1 << 2 * other for other in range(lane)) for lane in range(LANES)]
_SAME = [1 << 2 * lane for lane in range(LANES)]
_HIGHER = [sum(1 << 2 * other for other in range(lane + 1, LANES)) for lane in range(LANES)]


def _together(new: tuple[float, float], other: tuple[float, float]) -> list[int]:
    """For each place of a new label, the places of another one that it leaves free, as bits."""
    rows = [0] * _VALUES
    for side, left in enumerate(_SIDES):
        mine = _edges(*new, left)
        for other_side, other_left in enumerate(_SIDES):
            theirs = _edges(*other, other_left)
            passes_theirs, passes_mine = not _touches(new[0], theirs), not _touches(other[0], mine)
            beside = passes_theirs and passes_mine and (mine[0] - theirs[1] >= APART or theirs[0] - mine[1] >= APART)
            for lane in range(LANES):
                free = _LOWER[lane] * passes_theirs | _SAME[lane] * beside | _HIGHER[lane] * passes_mine
                rows[lane * 2 + side] |= free << other_side
    return rows


def _touches(leader: float, box: tuple[float, float]) -> bool:
    return box[0] - FROM_LEADER < leader < box[1] + FROM_LEADER


class Rows:
    """Bars with their labels in lanes below an axis; a bar without a place for its label still has one for itself."""

    def __init__(self, width: float) -> None:
        """An axis of ``width`` points without bars."""
        self._width = width
        self._taken: list[list[tuple[float, float]]] = [[] for _ in range(LANES)]

    def add(self, bar: tuple[float, float], width: float) -> tuple[int, Placed] | None:
        """The lane of a bar and the place of its label, right of it, left, inside or under it; None if there is none."""
        for lane in range(LANES):
            for label in self._choices(bar, lane, width):
                inside = label.left >= 0 and label.right <= self._width
                if inside and self._is_free(lane, bar) and self._is_free(label.lane, (label.left, label.right)):
                    self._taken[lane].append(bar)
                    self._taken[label.lane].append((label.left, label.right))
                    return lane, label
        return None

    def add_bare(self, bar: tuple[float, float]) -> int:
        """The lane of a bar without a label; where all are full, bars without labels lie over each other below them."""
        lane = next((lane for lane in range(LANES) if self._is_free(lane, bar)), LANES)
        if lane < LANES:
            self._taken[lane].append(bar)
        return lane

    def _choices(self, bar: tuple[float, float], lane: int, width: float) -> Iterator[Placed]:
        left, right = bar
        yield Placed(lane, right + LEAD, right + LEAD + width)
        yield Placed(lane, left - LEAD - width, left - LEAD)
        if right - left >= width + 4 * APART:
            middle = (left + right - width) / 2
            yield Placed(lane, middle, middle + width)
        if lane + 1 < LANES:
            under = max(0.0, min(left, self._width - width))
            yield Placed(lane + 1, under, under + width)

    def _is_free(self, lane: int, part: tuple[float, float]) -> bool:
        return all(part[0] - right >= APART or left - part[1] >= APART for left, right in self._taken[lane])
