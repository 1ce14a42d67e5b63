"""The end of a brief: each source with how its dates were found, and what could not be read or dated."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from briefing.errors import Problem
from briefing.model import DatedBy, PublishedFrom, Source, Statement, TimeExpression
from briefing.rendering.citing import Cite, Passage, cite, link_text, passage, safe_link
from briefing.rendering.dates import in_table, moment
from briefing.rendering.words import Words

__all__ = ["Excerpt", "SourceNote", "problem_rows", "source_note"]

How = tuple[str, str]
"""The words that date, and what they came to."""

_NAME_NO_DAY = frozenset({"duration", "set"})  # by their nature, not for want of a day to count from


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Words cited from a source, with how each dating expression among them was read."""

    passage: Passage
    how: tuple[How, ...]


@dataclass(frozen=True, slots=True)
class SourceNote:
    """A source as listed.

    ``published_how`` says where its day came from, ``inferred`` from which source;
    ``about`` is its language where foreign, and its origin.
    """

    number: int
    name: str
    title: str
    language: str
    direction: str
    published: str
    retrieved: str
    published_how: str
    inferred: Cite
    about: tuple[str, ...]
    link: str
    link_text: str
    excerpts: tuple[Excerpt, ...]
    how: tuple[How, ...]


def source_note(source: Source, language: str, words: Words) -> SourceNote:
    """One source of a brief written in ``language``."""
    excerpts = tuple(_excerpt(statement, source, words) for statement in source.excerpts)
    told = {how for excerpt in excerpts for how in excerpt.how}
    link = safe_link(source.url)
    return SourceNote(
        number=source.number,
        name=_name(source, words),
        title=source.title if source.outlet else "",
        language=source.language,
        direction=source.direction,
        published=_published(source, words),
        retrieved=words("labels.retrieved", date=moment(source.retrieved)) if source.retrieved else "",
        published_how=_published_how(source, words),
        inferred=cite((source.inferred_from,), words) if source.inferred_from else (),
        about=tuple(filter(None, (_foreign(source, language, words), _origin(source, words)))),
        link=link,
        link_text=link_text(link),
        excerpts=excerpts,
        how=tuple(how for how in _hows(source.expressions, source, words) if how not in told),
    )


def problem_rows(problems: Iterable[Problem], undated: Iterable[Source], words: Words) -> list[tuple[str, str]]:
    """What could not be read or dated: the article, and why. An undated article is named once."""
    rows = [(problem.article or words("problems.unnamed"), problem.message) for problem in problems]
    named = {article for article, _ in rows}
    silent = [source for source in undated if not named & {source.place, source.article, source.title, source.url}]
    return rows + [(_name(source, words), words("problems.undated")) for source in silent]


def _name(source: Source, words: Words) -> str:
    return source.outlet or source.title or source.place or words("problems.unnamed")


def _foreign(source: Source, language: str, words: Words) -> str:
    """The name of the source's language where it is not the brief's."""
    code = source.language.partition("-")[0].lower()
    return words.choose("languages", code, "unknown") if code and code != language else ""


def _published(source: Source, words: Words) -> str:
    if source.published is None:
        return words("labels.no_date")
    return words("labels.published", date=in_table(source.published, words))


def _published_how(source: Source, words: Words) -> str:
    if source.published_from is PublishedFrom.INFERRED and not source.inferred_from:
        return words("published_from.inferred_somewhere")
    return words(f"published_from.{source.published_from.value}")


def _origin(source: Source, words: Words) -> str:
    if source.origin.casefold() in {"", source.outlet.casefold()}:
        return ""
    return words("labels.arrow", origin=source.origin, outlet=source.outlet) if source.outlet else source.origin


def _excerpt(statement: Statement, source: Source, words: Words) -> Excerpt:
    first, last = statement.start, statement.start + len(statement.text)
    inside = [time for time in source.expressions if first <= time.start and time.end <= last]
    return Excerpt(passage(statement), _hows(inside, source, words) + _borrowed(statement, source, words))


def _borrowed(statement: Statement, source: Source, words: Words) -> tuple[How, ...]:
    """How a sentence has a day that it does not state: from another sentence, or from nothing but its article's own."""
    if statement.dated_by is DatedBy.CARRIED and statement.day_from:
        how = words("borrowed.carried", text=statement.day_from.text, how=_how(statement.day_from, source, words))
    elif statement.dated_by is DatedBy.IMPLIED and source.published:
        how = words("borrowed.implied", date=in_table(source.published, words))
    elif statement.dated_by is DatedBy.MATCHED:
        how = words("borrowed.matched")
    else:
        return ()
    return ((words("borrowed.text"), how),)


def _hows(expressions: Iterable[TimeExpression], source: Source, words: Words) -> tuple[How, ...]:
    return tuple(dict.fromkeys((expression.text, _how(expression, source, words)) for expression in expressions))


def _how(expression: TimeExpression, source: Source, words: Words) -> str:
    if expression.span is None and expression.meaning not in _NAME_NO_DAY:
        return words("how.unresolved")
    date = in_table(expression.span, words) if expression.span else ""
    anchor = in_table(expression.anchor, words) if expression.anchor else words("how.no_anchor")
    if expression.anchor and expression.anchor == source.published:
        anchor = words("how.publication")  # its day stands on the same row
    return words.choose("how", expression.meaning, "other", text=expression.text, date=date, anchor=anchor)
