"""The catalogue: every word of a brief that is not an article's own, from ``templates/words/<language>.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from string import Formatter

from briefing.errors import BriefingError, Misuse, nearest
from briefing.rendering.assets import OURS, Assets

__all__ = ["FORMS", "Words", "words_of"]

Phrase = str | tuple[str, ...]

_RIGHT_TO_LEFT = frozenset("ar ckb dv fa he ps sd ug ur yi".split())

FORMS: dict[str, tuple[str, ...]] = {"ar": ("one", "two", "few", "many", "other")}
"""The forms that a counting phrase has, by language; ``one`` and ``other`` where none are named (CLDR's, but for zero)."""


def _one_or_other(number: int) -> str:
    return "one" if number == 1 else "other"


def _arabic(number: int) -> str:
    if number in {1, 2}:
        return ("one", "two")[number - 1]
    return "few" if 3 <= number % 100 <= 10 else "many" if number % 100 >= 11 else "other"


# Which form fits a number, after CLDR's plural rules; in most languages one thing is one and all else is other.
_FORM: dict[str, Callable[[int], str]] = {
    "ar": _arabic,
    "fr": lambda number: "one" if number < 2 else "other",
}


@dataclass(frozen=True, slots=True)
class Words:
    """The phrases of one language, by dotted key (``headings.timeline``).

    ``iso`` says that tables and notes print a day in figures, ``2024-09-13 Fri``; else it is in words everywhere.
    """

    language: str
    phrases: Mapping[str, Phrase]
    iso: bool = True

    def __call__(self, key: str, **values: object) -> str:
        """The phrase of ``key`` with its places filled. Raises `BriefingError` when the catalogue lacks it."""
        return self._phrase(key).format(**values)

    @property
    def direction(self) -> str:
        """``rtl`` for a language that is written from right to left, else ``ltr``."""
        return "rtl" if self.language.partition("-")[0] in _RIGHT_TO_LEFT else "ltr"

    def count(self, key: str, number: int) -> str:
        """The form of a counting phrase that fits ``number``."""
        form = _FORM.get(self.language, _one_or_other)(number)
        return self(f"{key}.{form}", number=self.number(number))

    def choose(self, table: str, key: str, fallback: str, **values: object) -> str:
        """The phrase ``key`` of an open table, or the table's ``fallback`` where it has none."""
        full = f"{table}.{key}"
        return self(full if full in self.phrases else f"{table}.{fallback}", **values)

    def listed(self, parts: Iterable[str], join: str = "joins.comma") -> str:
        """The parts with the language's own comma between them, or with another join of the catalogue."""
        return self(join).join(parts)

    def item(self, key: str, index: int, **values: object) -> str:
        """One phrase of a list, counted from 0."""
        return self.items(key)[index].format(**values)

    def items(self, key: str) -> tuple[str, ...]:
        """All phrases of a list."""
        phrases = self.phrases.get(key)
        if not isinstance(phrases, tuple):
            raise BriefingError(f"the catalogue {self.language}.toml has no list {key!r}; add it there")
        return phrases

    def number(self, value: int) -> str:
        """A number with its thousands set apart."""
        return f"{value:,}".replace(",", self("numbers.thousands"))

    def _phrase(self, key: str) -> str:
        phrase = self.phrases.get(key)
        if not isinstance(phrase, str):
            raise BriefingError(f"the catalogue {self.language}.toml has no phrase {key!r}; add it there")
        return phrase


@cache
def words_of(language: str, assets: Assets = OURS, *, iso: bool = True) -> Words:
    """The catalogue of a language, read once. Raises `Misuse` when there is none, naming those that there are.

    Of the user's own catalogue each phrase stands for ours of the same key; in a language that we have no words
    for, it must be complete.
    """
    known = assets.languages()
    if language not in known:
        raise Misuse(f"no catalogue of words for the language {language!r}; there is one for: {', '.join(known)}")
    name = f"words/{language}.toml"
    if assets.own is None or not (assets.own / name).is_file():
        return Words(language, _phrases(OURS, name), iso)
    ours = words_of(language if language in OURS.languages() else "en")
    theirs = _phrases(assets, name)
    _check(theirs, ours, f"{assets.own / name}", whole=language not in OURS.languages())
    return replace(ours, language=language, phrases={**ours.phrases, **theirs}, iso=iso)


def _phrases(assets: Assets, name: str) -> dict[str, Phrase]:
    try:
        return dict(_flat(tomllib.loads(assets.text(name))))
    except tomllib.TOMLDecodeError as error:
        raise Misuse(f"{assets.own / name if assets.own else name} is no TOML: {error}; mend it there.") from error


def _check(theirs: Mapping[str, Phrase], ours: Words, file: str, *, whole: bool) -> None:
    """A slip in a user's catalogue is told at once, not on the page where it would first be seen."""
    known = ours.phrases
    for key, phrase in theirs.items():
        if key not in known and f"{key.rpartition('.')[0]}.other" not in known:
            raise Misuse(f"{file} has {key!r}, which no brief uses; {nearest(key, known, shown=5)}")
        if type(phrase) is not type(known.get(key, phrase)) or _size(phrase) != _size(known.get(key, phrase)):
            raise Misuse(f"{file}: {key!r} must be {_shape(known[key])}, as in the catalogue that ships with brief.")
        if bad := _places(phrase) - _places(known.get(key, known.get(f"{key.rpartition('.')[0]}.other", ""))):
            raise Misuse(f"{file}: {key!r} has the place {{{min(bad)}}}, which nothing fills; take it out.")
    if whole and (missing := sorted(known.keys() - theirs.keys())):
        raise Misuse(
            f"{file} lacks {missing[0]!r} and {len(missing) - 1} more; a new language needs every key of en.toml."
        )


def _size(phrase: Phrase) -> int:
    return len(phrase) if isinstance(phrase, tuple) else 0


def _shape(phrase: Phrase) -> str:
    return f"a list of {len(phrase)}" if isinstance(phrase, tuple) else "one text"


def _places(phrase: Phrase) -> set[str]:
    texts = phrase if isinstance(phrase, tuple) else (phrase,)
    try:
        return {name for text in texts for _, name, _, _ in Formatter().parse(text) if name is not None}
    except ValueError:
        return {"…"}  # a brace that opens no place


def _flat(tables: Mapping[str, object], prefix: str = "") -> Iterator[tuple[str, Phrase]]:
    for key, value in tables.items():
        if isinstance(value, Mapping):
            yield from _flat(value, f"{prefix}{key}.")
        else:
            yield f"{prefix}{key}", tuple(map(str, value)) if isinstance(value, list) else str(value)
