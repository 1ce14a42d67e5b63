"""The catalogue: every word of a brief that is not an article's own, from ``templates/words/<language>.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from briefing.errors import BriefingError, Misuse
from briefing.rendering.assets import template_folder, template_text

__all__ = ["Words", "words_of"]

Phrase = str | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Words:
    """The phrases of one language, by dotted key (``headings.timeline``)."""

    language: str
    phrases: Mapping[str, Phrase]

    def __call__(self, key: str, **values: object) -> str:
        """The phrase of ``key`` with its places filled. Raises `BriefingError` when the catalogue lacks it."""
        return self._phrase(key).format(**values)

    def count(self, key: str, number: int) -> str:
        """The form of a counting phrase that fits ``number``."""
        return self(f"{key}.{'one' if number == 1 else 'other'}", number=self.number(number))

    def choose(self, table: str, key: str, fallback: str, **values: object) -> str:
        """The phrase ``key`` of an open table, or the table's ``fallback`` where it has none."""
        full = f"{table}.{key}"
        return self(full if full in self.phrases else f"{table}.{fallback}", **values)

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
        return f"{value:,}"

    def _phrase(self, key: str) -> str:
        phrase = self.phrases.get(key)
        if not isinstance(phrase, str):
            raise BriefingError(f"the catalogue {self.language}.toml has no phrase {key!r}; add it there")
        return phrase


@cache
def words_of(language: str) -> Words:
    """The catalogue of a language, read once. Raises `Misuse` when there is none, naming those that there are."""
    known = sorted(file.stem for file in (template_folder() / "words").glob("*.toml"))
    if language not in known:
        raise Misuse(f"no catalogue of words for the language {language!r}; there is one for: {', '.join(known)}")
    tables = tomllib.loads(template_text(f"words/{language}.toml"))
    return Words(language, dict(_flat(tables)))


def _flat(tables: Mapping[str, object], prefix: str = "") -> Iterator[tuple[str, Phrase]]:
    for key, value in tables.items():
        if isinstance(value, Mapping):
            yield from _flat(value, f"{prefix}{key}.")
        else:
            yield f"{prefix}{key}", tuple(value) if isinstance(value, list) else str(value)
