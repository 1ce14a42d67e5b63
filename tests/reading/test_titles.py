"""What outlets hang on their headlines."""

from __future__ import annotations

import pytest

from briefing.reading.titles import looks_like_title, split_title


@pytest.mark.parametrize(
    ("written", "title", "outlet"),
    [
        ("Talks resume | News", "Talks resume", ""),
        ("Talks resume - World", "Talks resume", ""),
        ("Talks resume | Daily B", "Talks resume", "Daily B"),
        ("Talks resume | News | Daily B", "Talks resume", "Daily B"),
        ("Görüşmeler başladı | Haberler", "Görüşmeler başladı", ""),
        ("Görüşmeler | DÜNYA", "Görüşmeler", ""),
        ("Talks resume - Daily B", "Talks resume - Daily B", ""),
        ("Gaza ceasefire – what we know", "Gaza ceasefire – what we know", ""),
        ("Talks resume | what we know so far", "Talks resume | what we know so far", ""),
        ("News", "News", ""),
        ("", "", ""),
    ],
)
def test_split_title(written: str, title: str, outlet: str) -> None:
    """A section word goes, a name behind a bar is the outlet, a dash belongs to the headline."""
    assert split_title(written) == (title, outlet)


def test_known_outlet_goes_behind_a_dash_too() -> None:
    """Where the page names its outlet, its name is taken off the title whatever separates it."""
    assert split_title("Talks resume - Daily B", outlet="Daily B") == ("Talks resume", "Daily B")


@pytest.mark.parametrize("line", ["ANKARA", "GAZA CITY", "", "Delegates met on Friday.", "x" * 200])
def test_no_title(line: str) -> None:
    """A dateline, a sentence and an endless line are no headlines."""
    assert not looks_like_title(line)


@pytest.mark.parametrize(
    "line", ["Talks resume", "Kalın’dan açıklama", "What is next?", "DELEGATES MEET IN CAIRO AGAIN", "هدنة في غزة"]
)
def test_title(line: str) -> None:
    """A short line without a full stop can be a headline in any script."""
    assert looks_like_title(line)
