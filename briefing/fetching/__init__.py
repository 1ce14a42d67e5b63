"""What goes out into the net: feeds, sitemaps and pages visited politely, every failure a value."""

from briefing.fetching.discovery import find_feed, likely_feeds
from briefing.fetching.gathering import Gathered, gather
from briefing.fetching.policy import Policy, agent_name
from briefing.fetching.rounds import fetch_all
from briefing.fetching.visits import Outcome, Visit, Wanted

__all__ = [
    "Gathered",
    "Outcome",
    "Policy",
    "Visit",
    "Wanted",
    "agent_name",
    "fetch_all",
    "find_feed",
    "gather",
    "likely_feeds",
]
