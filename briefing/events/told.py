"""A sentence in its article as dating sees it, and what dating makes of it."""

from __future__ import annotations

import re
from typing import NamedTuple

from briefing.datespan import DateSpan
from briefing.events.cues import Cues
from briefing.model import Article, DatedBy, Modality, Sentence, TimeExpression

__all__ = ["Dating", "Told"]

_LONGEST = 1200  # characters: what is longer is a table or a menu, not a sentence
_SHORTEST_WORDS = 4
_ASKING = ("?", "؟")
_CLOSING = "\"”’»)' "
_QUOTED = re.compile(r"“[^”\"]*(?:[”\"]|\Z)|\"[^\"”]*(?:[\"”]|\Z)")
_JOINT = re.compile(r"[,;:،؛—–]|\s(?:and|but|while|ve|ama|ancak|fakat|لكن)\s")  # between two clauses
_PREPOSITION = 2  # words before an expression that begin no clause by themselves
_WITHIN_A_DAY = frozenset(
    {"clock time alone", "earlier or later in the day, in the text"}
)  # they name no day themselves


class Told(NamedTuple):
    """A sentence in its article, with what judging its expressions needs.

    ``published`` is the day from which the article speaks. ``position`` counts from the lead; labels may stand before it.
    """

    article: Article
    sentence: Sentence
    cues: Cues
    position: int
    published: DateSpan | None

    @property
    def is_lead(self) -> bool:
        """Whether it opens the story."""
        return self.position == 0

    @property
    def is_sentence(self) -> bool:
        """Whether it can tell of anything: it is no label, no table and no question."""
        text = self.sentence.text
        if len(text) > _LONGEST or (text.rstrip(_CLOSING).endswith(_ASKING) and self._asks()):
            return False
        return len(text.split(None, _SHORTEST_WORDS - 1)) == _SHORTEST_WORDS

    def _asks(self) -> bool:
        """Whether it is itself a question, and does not only quote one."""
        return self.own_words().rstrip(_CLOSING).endswith(_ASKING)

    def names_no_day(self, time: TimeExpression) -> bool:
        """Whether words name no day of their own: "recently" (which still tells when the lead was), "at 6 p.m."."""
        return time.ambiguous or (time.meaning == "vague" and not self.is_lead) or time.rule in _WITHIN_A_DAY

    def before(self, time: TimeExpression) -> str:
        """The sentence up to an expression."""
        return self.article.text[self.sentence.start : time.start]

    def after(self, time: TimeExpression) -> str:
        """The sentence from the end of an expression on."""
        return self.article.text[time.end : self.sentence.end]

    def is_quoted(self, time: TimeExpression) -> bool:
        """Whether an expression stands inside a quotation that its paragraph opens."""
        text = self.article.text
        return _leaves_quote_open(text[text.rfind("\n", 0, self.sentence.start) + 1 : time.start])

    def own_words(self) -> str:
        """The sentence with its quotations emptied: what is quoted are somebody's words, not the story's."""
        text, start = self.article.text, self.sentence.start
        is_inside = _leaves_quote_open(text[text.rfind("\n", 0, start) + 1 : start])
        own = '"' * is_inside + self.sentence.text
        return _QUOTED.sub("“”", own) if '"' in own or "“" in own else own

    def clause_before(self, time: TimeExpression) -> str:
        """The words of its clause that stand before an expression."""
        return _JOINT.split(self.before(time).rstrip(" ,"))[-1]

    def clause_of(self, time: TimeExpression) -> str:
        """The words between the marks that part a clause with an expression from the rest of its sentence."""
        before, after = self.clause_before(time), self.after(time)
        opens = len(before.split()) <= _PREPOSITION  # "On Friday, they met"
        return f"{before} {_JOINT.split(after.lstrip(' ,') if opens else after)[0]}"

    def is_opened_by(self, time: TimeExpression) -> bool:
        """Whether an expression stands at its beginning: "For a year, talks between Oria and Vand have …"."""
        return len(self.before(time).split()) <= _PREPOSITION


class Dating(NamedTuple):
    """The days of one clause, the words that give them, how it is told; ``aside`` if it is no main clause."""

    span: DateSpan
    expression: TimeExpression | None
    aside: bool
    modality: Modality
    by: DatedBy = DatedBy.STATED
    day_from: TimeExpression | None = None


def _leaves_quote_open(text: str) -> bool:
    return text.count('"') % 2 == 1 or text.count("“") > text.count("”")
