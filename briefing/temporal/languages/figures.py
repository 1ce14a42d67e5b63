"""Dates in figures, which every language shares, and the pack for a language without rules of its own."""

from __future__ import annotations

from briefing.temporal.readings import calendar, nothing, numeric
from briefing.temporal.rules import Pack, Rule

__all__ = ["FIGURES", "pack", "rules_in_figures"]

FIGURES = r"\d{1,4}[./-]\d"
"""What every date in figures begins with."""


def rules_in_figures(day_first: bool | None) -> list[Rule]:
    """ISO dates, and the two other orders with a slash, dot or hyphen."""
    return [
        Rule("number that only looks like a date", r"\d+(?:[./-]\d+){3,}|\d{1,3}(?:\.\d{3}){2,}", nothing, "figures"),
        Rule(
            "ISO date",
            r"(?P<x>(?P<year>[12]\d{3})-(?P<month>[01]\d)-(?P<day>[0-3]\d)(?:[T ](?P<hour>[0-2]\d):(?P<minute>[0-5]\d))?)(?:[\d:.]+|T[\d:.]+)?(?:Z|[+-]\d\d:?\d\d)?",
            calendar,
            "figures",
        ),
        Rule(
            "year, month, day in figures",
            r"(?P<year>[12]\d{3})[./](?P<month>[01]?\d)[./](?P<day>[0-3]?\d)",
            calendar,
            "figures",
        ),
        Rule(
            "day and month in figures",
            r"(?P<a>[0-3]?\d)(?P<sep>[./-])(?P<b>[0-3]?\d)[./-](?P<year>[12]\d{3})",
            numeric(day_first=day_first),
            "figures",
        ),
        Rule(
            "day and month in figures, short year",
            r"(?P<a>[0-3]?\d)/(?P<b>[0-3]?\d)/(?P<year>\d\d)(?![/\d])",
            numeric(day_first=day_first),
            "figures",
        ),
        Rule(
            "day and month in figures with full stops, short year",
            r"(?P<a>[0-3]?\d)\.(?P<b>[01]?\d)\.(?P<year>\d\d)(?![.\d]*\d)",
            numeric(day_first=True),
            "figures",
        ),
    ]


def pack(day_first: bool | None) -> Pack:
    """The pack that reads dates in figures alone."""
    return Pack(code="", tables={}, rules=rules_in_figures(day_first), triggers={"figures": FIGURES})
