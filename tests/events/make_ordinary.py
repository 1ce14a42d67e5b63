"""Makes briefing/events/ordinary_en.txt anew: the words that English writes small, by which a name is told from a word.

    apt-get install scowl
    pip install -e .[gazetteer]
    python tests/events/make_ordinary.py

The words are those of SCOWL up to size 50 (Kevin Atkinson, free for any use with its notice, wordlist.aspell.net), what
they have for plurals left out. Behind a word that is a given name as well (Faker, MIT) stands "?".
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from faker.providers.person import en_GB, en_IE, en_NZ, en_US

TABLE = Path(__file__).parents[2] / "briefing" / "events" / "ordinary_en.txt"
SCOWL = Path("/usr/share/dict/scowl")
SPELLINGS = ("english", "american", "british", "british_z")
LARGEST = 50  # of SCOWL's sizes: words that most people know
ALSO_NAMES = frozenset(
    "april art ban basil buck bud candy charity chip chuck clay clement cliff curt dale dirk dolly drake duke dusty eddy flora ford "
    "foster garret ginger griffin gus hank heath herb homer iris jean josh june ken kit laurel marina matt max may mercy miles "
    "nick norm opal pat patience pearl piers prudence reed rhea rich rob rod scarlet sterling tony valentine viola wade ward "
    "will wolf woody".split()
)
FEWEST = 3  # letters: shorter words are in the table of cues


def words() -> Iterator[str]:
    """The words of the lists, in small letters."""
    for spelling in SPELLINGS:
        for file in SCOWL.glob(f"{spelling}-words.*"):
            if int(file.suffix[1:]) <= LARGEST:
                yield from file.read_text("latin-1").split()


def given_names() -> Iterator[str]:
    """What people are called in English, in small letters."""
    for people in (en_GB, en_IE, en_NZ, en_US):
        found = (people.Provider.first_names_female, people.Provider.first_names_male)
        yield from (name.lower() for name in chain.from_iterable(found))


def surnames() -> set[str]:
    """What families are called in English, in small letters."""
    return {name.lower() for people in (en_GB, en_IE, en_NZ, en_US) for name in people.Provider.last_names}


def table() -> list[str]:
    """The lines of the table, in the order of their bytes."""
    known = {word for word in words() if word.isascii() and word.isalpha() and len(word) >= FEWEST}
    given, family = ALSO_NAMES.union(given_names()), surnames()
    kept = (word for word in known if word[-1] != "s" or word[:-1] not in known or word in family)
    return sorted(f"{word}{'?' * (word in given)}{'+' * (word in family)}" for word in kept)


if __name__ == "__main__":
    lines = table()
    TABLE.write_text("\n".join(lines) + "\n", encoding="ascii")
    print(f"{len(lines)} words, {TABLE.stat().st_size // 1024} KB")
