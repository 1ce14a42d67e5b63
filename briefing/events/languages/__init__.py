"""What the events room knows of each language: abbreviations, cues, nouns that count people."""

from __future__ import annotations

from functools import cache
from importlib import import_module

from briefing.events.cues import Cues

__all__ = ["cues_for"]

_LANGUAGES = ("ar", "en", "tr")


@cache
def cues_for(language: str) -> Cues:
    """The cues of a language; a language without a table has none, and its reports are plain."""
    if language not in _LANGUAGES:
        return Cues()
    cues: Cues = import_module(f"briefing.events.languages.{language}").CUES
    return cues
