"""Does the clause of an expression look back or ahead? Sentences with the [expression] in brackets."""

from __future__ import annotations

import re

import pytest

from briefing.temporal.direction import EITHER, direction
from briefing.temporal.languages import pack_for

TENSES = {"past": -1, "not told": 0, "future": 1, "either": EITHER}

# fmt: off
ENGLISH = [
    # the verb of the clause
    ("past", "They met in Ankara on [Friday]."),
    ("past", "The ministry said on [Saturday] that 40 were hurt."),
    ("past", "Talks broke off, and mediators left on [Monday]."),
    ("past", "The envoy has been in Doha since [Sunday]."),
    ("future", "Negotiators will return on [Monday]."),
    ("future", "The council will not meet on [Monday]."),
    ("future", "It would resume on [Monday]."),
    ("future", "The two sides are expected to meet on [Monday]."),
    ("future", "The council is due to vote on [Tuesday]."),
    ("future", "The hearing is scheduled for [Tuesday]."),
    ("future", "They agreed to meet on [Monday]."),
    ("future", "The cabinet plans to vote on [Monday]."),
    ("future", "They may return on [Monday]."),
    ("future", "Aid could arrive on [Monday]."),
    ("future", "They hope to resume on [Monday]."),
    ("future", "Mediators to reconvene on [Monday]"),
    # words that point ahead by themselves
    ("future", "A deadline runs until [Monday]."),
    ("future", "A deal is possible as early as [Monday]."),
    ("future", "They must answer by [Friday]."),
    ("future", "The upcoming round on [Monday] is the last."),
    # words that only look as if they did
    ("past", "He was killed by gunmen on [Friday]."),
    ("past", "The cabinet rejected the plan on [Friday]."),
    ("past", "He was shot next to the office on [Friday]."),
    ("past", "They rejected the May proposal on [Friday]."),
    # the verb stands behind
    ("future", "On [Wednesday], negotiators will meet again."),
    ("past", "On [Wednesday], the minister told reporters so."),
    ("past", "[Wednesday] saw the talks fail."),
    # the nearest cue decides
    ("future", "Officials said that the talks will resume on [Monday]."),
    ("future", "The minister said they would meet on [Monday]."),
    ("past", "The talks that will decide the matter began on [Monday]."),
    # another clause or sentence does not, unless nothing else tells
    ("past", "They will meet again. The last round ended on [Monday]."),
    ("future", "The last round ended. They will meet again on [Monday]."),
    ("not told", "They will meet again. A quiet [Monday]. The talks failed."),
    ("not told", "They will meet again\nA quiet [Monday]\nThe talks failed"),
    ("future", "They will meet again; the new day, [Monday]."),
    # what was called off lies near, on either side; the day of calling off lies back
    ("either", "The fair in Rome on [Monday] was cancelled."),
    ("either", "[Monday]'s fair was called off."),
    ("either", "They postponed [Monday]'s fair."),
    ("future", "The fair planned for [Monday] has been scrapped."),
    ("either", "The fair planned for [Monday] was scrapped."),
    ("past", "On [Monday] the fair was cancelled."),
    ("past", "The fair on [Monday] was opened by the mayor."),
    ("not told", "They cancelled the fair on [Monday]."),
    # plans of the past
    ("not told", "The envoy had been due to land on [Monday]."),
    ("not told", "The trial was to have opened on [Monday]."),
    ("future", "The envoy was due to land on [Monday]."),
    # nothing tells
    ("not told", "A [Monday] like any other."),
    ("not told", "[Monday]"),
]
TURKISH = [
    ("past", "Görüşme [cuma günü] yapıldı."),
    ("future", "Heyet [pazartesi günü] Ankara'ya gidecek."),
    ("future", "Görüşmenin [pazartesi] yapılması bekleniyor."),
    ("not told", "Bir [pazartesi] sabahı."),
]
ARABIC = [
    ("past", "التقى الوفد [الجمعة] في أنقرة."),
    ("future", "من المتوقع أن يصل الوفد [الاثنين]."),
    ("not told", "هنا [الجمعة]."),
]
# fmt: on


@pytest.mark.parametrize(
    ("tense", "sentence", "language"),
    [(*case, language) for language, cases in (("en", ENGLISH), ("tr", TURKISH), ("ar", ARABIC)) for case in cases],
)
def test_clause_points_back_or_ahead(tense: str, sentence: str, language: str) -> None:
    """The nearest cue of the expression's own clause decides, then the first one behind it."""
    before, expression, after = re.split(r"[\[\]]", sentence)
    start = len(before)
    found = direction(before + expression + after, start, start + len(expression), pack_for(language))
    assert found == TENSES[tense]


def test_a_far_cue_does_not_count() -> None:
    """A cue further away than any sentence is long tells nothing, so no text costs more than its length."""
    far = "will " + "so " * 200
    text = f"{far}Monday{' so' * 200} will"
    start = text.index("Monday")
    assert direction(text, start, start + len("Monday"), pack_for("en")) == 0
    assert direction("will " + "so " * 20 + "Monday", 65, 71, pack_for("en")) == 1


def test_a_language_without_rules_tells_no_tense() -> None:
    """Where dates are read from figures alone, nothing is known of verbs."""
    assert direction("They will meet on 13.9.2024", 18, 27, pack_for("xx")) == 0
