"""What the events room knows of each language: abbreviations, cues, nouns that count people."""

from __future__ import annotations

from functools import cache
from importlib import import_module

from briefing.events.cues import Cues

__all__ = ["LANGUAGES", "cues_for"]

LANGUAGES = ("ar", "en", "tr")


@cache
def cues_for(language: str) -> Cues:
    """The cues of a language; a language without a table has none, and its reports are plain."""
    if language not in LANGUAGES:
        return Cues()
    cues: Cues = import_module(f"briefing.events.languages.{language}").CUES
    return cues
