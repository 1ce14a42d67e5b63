"""How well names are found and told apart: precision and recall over tests/events/corpus/names.txt.

    python tests/benchmarks/names.py [--errors]

A name counts as found if it is found with the same words, as told if its kind is the same too ("in" is a place that is
located, "people" a name under the code of a country).
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from briefing.events.names import names_in
from briefing.events.sentences import split_sentences
from briefing.model import Article, Name, NameKind

CORPUS = Path(__file__).parents[1] / "events" / "corpus" / "names.txt"

Told = Counter[tuple[str, str]]


class Line(NamedTuple):
    """A line of the corpus: a text, and its names as pairs of kind and words."""

    language: str
    text: str
    names: Told


def corpus() -> Iterator[Line]:
    """The lines of the corpus."""
    for line in CORPUS.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            language, text, *names = (part.strip() for part in line.split(" | "))
            pairs = (name.split(" = ") for name in names)
            yield Line(language, text, Counter((kind, words) for kind, words in pairs))


def found_in(line: Line) -> Told:
    """What is found in a line, in the words of the corpus."""
    article = Article(line.text, line.text, language=line.language)
    names = [name for s in split_sentences(line.text, line.language) for name in names_in(article, s, ())]
    return Counter((kind_of(name), name.text) for name in names)


def kind_of(name: Name) -> str:
    """The kind of a name as the corpus calls it."""
    if name.kind is NameKind.PLACE:
        return "in" if name.located else "place"
    is_country = name.key.isupper() and "/" not in name.key
    return "people" if name.kind is NameKind.OTHER and is_country else name.kind.value


def scores(lines: list[Line]) -> tuple[float, float, float, float]:
    """Precision and recall of names by their words, then by words and kind."""
    pairs = [(found_in(line), line.names) for line in lines]
    return (*_precision_recall([(_words(found), _words(told)) for found, told in pairs]), *_precision_recall(pairs))


def _words(names: Told) -> Told:
    return Counter(("", words) for _, words in names.elements())


def _precision_recall(pairs: list[tuple[Told, Told]]) -> tuple[float, float]:
    right = sum((found & told).total() for found, told in pairs)
    return right / sum(found.total() for found, _ in pairs), right / sum(told.total() for _, told in pairs)


def main() -> None:
    """Print the table, and with --errors every line that is not read as written."""
    lines = list(corpus())
    print("| | sentences | names P | R | with kind P | R |\n| --- | ---: | ---: | ---: | ---: | ---: |")
    for language in ("en", "tr", "ar", "all"):
        chosen = [line for line in lines if language in {line.language, "all"}]
        print(f"| {language} | {len(chosen)} | " + " | ".join(f"{score:.3f}" for score in scores(chosen)) + " |")
    if "--errors" in sys.argv:
        for line in lines:
            if (found := found_in(line)) != line.names:
                print(f"\n{line.text}\n  missing {dict(line.names - found)}\n  found   {dict(found - line.names)}")


if __name__ == "__main__":
    main()
