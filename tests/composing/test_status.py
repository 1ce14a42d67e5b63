"""What is new to a brief. Each brief here is about 1 to 14 September 2024."""

from __future__ import annotations

import pytest

from briefing import make_brief
from tests.conftest import Write

CASES = [
    ("They met in Ankara on Friday.", "2024-09-14", "new", "happened in the period"),
    ("They found the bodies on 31 August.", "2024-09-02", "new", "first told in the period, two days after"),
    ("The council adopted the resolution on 10 June.", "2024-09-02", "background", "told in the period, months after"),
    ("Talks have faltered for nearly 10 months.", "2024-09-14", "background", "goes on since long before"),
    ("Raids go on in the north following an attack last week.", "2024-09-14", "new", "in passing, yet happened in the period"),
    ("Raids go on in the north following an attack on 30 August.", "2024-09-02", "background", "told in passing"),
    ("The assembly will open on 24 September.", "2024-09-12", "ahead", "planned for after the period"),
    ("The truce began on 24 November 2023.", "2023-11-25", "background", "happened and told before"),
]  # fmt: skip


EVER = [
    ("They met in Ankara on Friday.", "2024-09-14", "new", "told on the next day"),
    ("They found the bodies in the middle of June.", "2024-06-30", "new", "told in that month"),
    ("Raids go on in the north following an attack last week.", "2024-09-14", "new", "in passing, yet of these days"),
    ("Russia invaded Ukraine on 24 February 2022.", "2024-09-14", "background", "told years after"),
    ("The bridge was opened in 2017.", "2017-12-20", "background", "a whole year is no news of a day"),
    ("They met in Ankara on 13 September 2024.", None, "new", "nobody knows when it was told"),
]


@pytest.mark.parametrize(("text", "published", "status", "why"), EVER, ids=[why for *_, why in EVER])
def test_status_in_a_period_without_a_first_day(
    text: str, published: str | None, status: str, why: str, article: Write
) -> None:
    """Of all that ever happened, new is what was told as it happened."""
    del why
    brief = make_brief([article(text, published)])
    assert [entry.status.value for entry in brief.events] == [status]


@pytest.mark.parametrize(("text", "published", "status", "why"), CASES, ids=[why for *_, why in CASES])
def test_status(text: str, published: str, status: str, why: str, article: Write) -> None:
    """Happened in the period, or told in it as news: new. Planned for later: ahead. Else background."""
    del why
    brief = make_brief([article(text, published)], since="2024-09-01", until="2024-09-14")
    assert [entry.status.value for entry in brief.events] == [status]
