"""Does the clause of an expression look back or ahead?

The nearest verb before the expression in its own clause decides; without one the first verb behind it
("On Monday, negotiators will meet"), where a language puts its verbs last at once; failing that the nearest verb of an
earlier clause. A preposition
of time limits (until, by, for) looks ahead where no verb tells, and after a verb of putting off. An
infinitive looks ahead where it is the only verb. No cue: not told.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from briefing.temporal.rules import Pack

__all__ = ["EITHER", "direction", "is_called_off"]

EITHER = 2  # of what was called off: its day lies near publication, before or behind it

_REACH = 300  # characters to each side: a sentence longer than this tells nothing more
_SHORT_LINE = 50  # characters: a shorter line is a headline, a longer one may just be wrapped
_SENTENCE_END = re.compile(
    r"[.!?؟。]+[\"”’»)']*\s+(?=[^\sa-z\d])|\n[^\S\n]*\n|(?P<line>\n)(?!\s*[a-z\d])"
)  # a full stop that a small letter follows ends an abbreviation
_LAST_WORD = re.compile(r"[\w.]*$")
_TENSE = {"future": 1, "past": -1, "present": 0, "unfulfilled": 0, "undertaking": -1}

_Mark = re.Match[str]


def direction(text: str, start: int, end: int, pack: Pack) -> int:
    """The tense of the clause around ``text[start:end]``: -1 past, +1 future, 0 not told, or `EITHER`."""
    calls_off = _calls_off(text, start, end, pack)
    if calls_off and is_called_off(text, start, end, pack):
        return _of_called_off(text, end, pack)
    left = max(_ends(text, max(0, start - _REACH), start, pack), default=max(0, start - _REACH))
    lead = text[max(left, start - _LEAD) : start]
    if pointed := _pointed(lead, text, end, pack):
        return pointed
    before = list(pack.cues.finditer(text, left, start))
    own = [] if pack.verb_last else _own_clause(before, text, start)
    if pack.attribute.search(lead) or text.startswith(("'s", "’s"), end):
        takes_part = pack.takes_part.search(lead) is not None and _nearest(own) == 1
        behind = 1 if takes_part else _first(_behind(text, end, pack), pack)
        return _of_attribute(behind, opens_sentence=takes_part or not text[left:start].strip())
    if pack.limit.search(lead):
        return _limited(_nearest(own), own, _first(_behind(text, end, pack), pack), pack)
    tense = _nearest(own, _undertaken(own, text, start, pack))
    near = text[max(left, start - _NEAR) : start]
    is_past_open = tense == -1 and _leaves_open(near, pack, calls_off=calls_off)
    if is_past_open or (tense == 1 and _came_to_nothing(own, text, end, pack)):
        return 0
    return _without_verb(before, _behind(text, end, pack), pack) if tense is None else tense


def is_called_off(text: str, start: int, end: int, pack: Pack) -> bool:
    """Whether ``text[start:end]`` is the day of a thing that is called off: "Friday's match was cancelled"."""
    if pack.off_behind.match(text, end):
        return True
    before = text[max(0, start - _NEAR) : start]
    own = text.startswith(("'s", "’s"), end) or text.startswith(("the ", "The "), start)
    attributive = own or pack.attribute.search(before) is not None
    if attributive and pack.off_attribute.match(text, end):
        return True
    calling = pack.off_before.search(before)
    return calling is not None and (attributive or calling.lastgroup == "named" or bool(pack.ahead.search(before)))


def _pointed(lead: str, text: str, end: int, pack: Pack) -> int:
    """The tense that the words right beside an expression give it whatever the verb; 0 without such words."""
    if pack.ahead.search(lead) or pack.goes_onward.match(text, end):
        return 1
    return -1 if pack.back.search(lead) else 0


def _of_called_off(text: str, end: int, pack: Pack) -> int:
    """Whether what is called off is still to come ("has been postponed"), or may also have been before publication."""
    behind = pack.off_behind.match(text, end) or pack.off_attribute.match(text, end)
    return 1 if behind and behind.groupdict().get("coming") is not None else EITHER


def _calls_off(text: str, start: int, end: int, pack: Pack) -> bool:
    """Whether any part of a verb of calling off stands near: looking for letters is far cheaper than for verbs."""
    window = text[max(0, start - _NEAR) : end + 2 * _NEAR]
    return any(part in window for part in pack.calling_words)


def _leaves_open(near: str, pack: Pack, *, calls_off: bool) -> bool:
    """Whether a past verb may have its day ahead: of "cancelled the trip on 8 May" the one or the other, "raised from 8 May"."""
    return pack.from_day.search(near) is not None or (calls_off and pack.off_before.search(near) is not None)


def _came_to_nothing(own: list[_Mark], text: str, end: int, pack: Pack) -> bool:
    """Whether a plan of the past is no longer ahead: "was due on Sunday but never arrived"."""
    return any(pack.came_to_nothing.match(text, mark.start(), end + _REACH) for mark in own)


def _without_verb(before: list[_Mark], after: list[_Mark], pack: Pack) -> int:
    """The tense where the clause has no verb before the expression."""
    infinitive = any(mark.lastgroup == "infinitive" for mark in after)
    return _first(after, pack) or (1 if infinitive else _nearest(before, undertaken=-1) or 0)


def _behind(text: str, end: int, pack: Pack) -> list[_Mark]:
    """The cues from an expression to the end of its sentence."""
    limit = min(len(text), end + _REACH)
    return list(pack.cues.finditer(text, end, next(_ends(text, end, limit, pack), limit)))


_DASHES = {"--", "—", "–"}  # what stands between a dateline and its story
_NEAR = 80  # characters before an expression that hold a verb and its object
_LEAD = 24  # characters before an expression that hold the words right before it


def _limited(tense: int | None, own: list[_Mark], behind: int, pack: Pack) -> int:
    """The tense of "until Monday": ahead, unless a verb that puts nothing off is in the past."""
    if tense == -1:
        return 1 if any(pack.putting_off.search(mark.group()) for mark in own) else -1
    return -1 if tense is None and behind < 0 else 1


def _of_attribute(behind: int, *, opens_sentence: bool) -> int:
    """The tense of "the Friday attack", which lies back unless the verb that it governs points ahead."""
    if behind > 0:
        return 1 if opens_sentence else 0
    return -1


def _undertaken(marks: list[_Mark], text: str, start: int, pack: Pack) -> int:
    """The tense of a day behind "agreed to": its own, or ahead where it is what was agreed ("to meet on Friday")."""
    last = next((mark for mark in reversed(marks) if mark.lastgroup == "undertaking"), None)
    return 1 if last and pack.appoints.fullmatch(text, last.start(), start) else -1


def _nearest(marks: Iterable[_Mark], undertaken: int = 1) -> int | None:
    """The tense of the last verb; an infinitive looks ahead where no other verb stands."""
    infinitive = False
    for mark in reversed(list(marks)):
        kind = mark.lastgroup or ""
        if kind == "undertaking":
            return undertaken
        if kind in _TENSE:
            return _TENSE[kind]
        infinitive = infinitive or kind == "infinitive"
    return 1 if infinitive else None


def _first(marks: list[_Mark], pack: Pack) -> int:
    """The tense of the first verb that tells one; what was decided lies ahead, the day of deciding does not."""
    told = next((mark for mark in marks if mark.lastgroup in _TENSE), None)
    if told is None:
        return 0
    return -1 if pack.decide.match(told.group()) else _TENSE[told.lastgroup or ""]


def _own_clause(marks: list[_Mark], text: str, start: int) -> list[_Mark]:
    """The cues since the clause began; a clause of a word or two belongs to the one before it, but not over a dash."""
    for number in range(len(marks) - 1, -1, -1):
        mark = marks[number]
        if mark.lastgroup != "clause":
            continue
        if mark.group() in _DASHES or len(text[mark.end() : start].split()) > 2:
            return marks[number + 1 :]
    return marks


def _ends(text: str, left: int, right: int, pack: Pack) -> Iterator[int]:
    """Where sentences end between two places."""
    for match in _SENTENCE_END.finditer(text, left, right):
        at = match.start()
        if match.lastgroup == "line" and at > _SHORT_LINE and "\n" not in text[at - _SHORT_LINE : at]:
            continue
        if text[at] == "." and _LAST_WORD.search(text, max(left, at - 8), at)[0] in pack.abbreviations:  # type: ignore[index]
            continue
        yield match.end()
