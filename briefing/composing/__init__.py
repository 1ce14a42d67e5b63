"""What goes into a brief: the period, what is new in it, what is shown, who is cited."""

from briefing.composing.composing import DEFAULT_LIMIT, Request, Unused, compose, latest_publication
from briefing.composing.period import Bound, parse_bound, period_of, zone_named

__all__ = [
    "DEFAULT_LIMIT",
    "Bound",
    "Request",
    "Unused",
    "compose",
    "latest_publication",
    "parse_bound",
    "period_of",
    "zone_named",
]
