"""Names, their keys and their kinds."""

from __future__ import annotations

import pytest

from briefing.events.languages import cues_for
from briefing.events.names import fold_name, names_in


@pytest.mark.parametrize("spelling", ["Kalın", "Kalin", "KALIN", "Kalın’ın"])
def test_spellings_share_a_key(spelling: str) -> None:
    """Accents, capitals and possessives do not part a name from itself."""
    assert fold_name(spelling) == "kalin"


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        ("en", "Prime Minister Benjamin Netanyahu spoke in Cairo.", {"Benjamin Netanyahu": "person", "Cairo": "place"}),
        ("en", "The head of intelligence, Ibrahim Kalin, met Hamas in the capital Ankara.", {"Ibrahim Kalin": "person", "Hamas": "other", "Ankara": "place"}),
        ("en", "Despite Israel, the U.N. Security Council met.", {"Israel": "other", "U.N. Security Council": "organisation"}),
        ("tr", "İbrahim Kalın, Ankara'da konuştu.", {"İbrahim Kalın": "other", "Ankara": "place"}),
    ],
)  # fmt: skip
def test_names_have_a_kind_where_the_text_tells_it(language: str, text: str, names: dict[str, str]) -> None:
    """Titles make people, prepositions places, some words organisations; the rest stays untold."""
    found = names_in(text, 0, cues_for(language), [])
    assert {name.text: name.kind.value for name in found} == names


def test_a_month_is_no_name() -> None:
    """Words of a time expression are left alone."""
    assert names_in("on Friday in May", 0, cues_for("en"), [(3, 9), (13, 16)]) == []
