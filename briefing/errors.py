"""What can go wrong, in two kinds.

BriefingError            something stops the run; the message is a sentence with a remedy
├── Misuse               the call is wrong: a path that does not exist, a bad date   (exit 2)
├── NothingToBrief       the sources hold no article at all                          (exit 1)
└── MissingLibrary       this machine lacks something a format needs                 (exit 3)

Problem                  something is wrong with one input: a value, collected beside the results
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

__all__ = ["BriefingError", "MissingLibrary", "Misuse", "NothingToBrief", "Problem", "nearest"]


class BriefingError(Exception):
    """Stops the run. ``str(error)`` is one sentence that names the thing and the remedy."""

    exit_code = 1


class Misuse(BriefingError):
    """The call cannot be carried out as written; nothing has been read or written."""

    exit_code = 2


class NothingToBrief(BriefingError):
    """No article could be read from any source; nothing has been written."""


class MissingLibrary(BriefingError):
    """A format needs a library that this machine lacks; the other formats are still made."""

    exit_code = 3


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong with one input. It never stops a brief and never vanishes from it.

    ``stage`` is the room that met it (``reading``, ``dating`` …), ``article`` names the file, line or
    article as the user would, never with a path of the machine, and ``message`` is one line
    that says what is wrong and what to do.
    """

    stage: str
    article: str
    message: str

    def __str__(self) -> str:
        return f"{self.article}: {self.message}" if self.article else self.message


def nearest(name: str, names: Iterable[str], shown: int = 20) -> str:
    """The end of a message about an unknown name: the one that was probably meant, and those that there are."""
    known = list(names)
    listed = ", ".join(known[:shown]) + ", …" * (len(known) > shown)
    close = get_close_matches(name.lower(), known, n=1)
    return f"did you mean {close[0]}? Known are: {listed}" if close else f"choose from: {listed}"
