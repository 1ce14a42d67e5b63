"""Text in, time expressions out: packs of rules find them, one set of resolution rules dates them."""

from briefing.temporal.engine import find_dates

__all__ = ["find_dates"]
