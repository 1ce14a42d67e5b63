"""Articles in, events out: sentences, what dates them, who says so, and which of them tell one thing."""

from briefing.events.choosing import select_timeline
from briefing.events.finding import Found, explain_event, explain_known, find_events, find_story
from briefing.events.ranking import best_report

__all__ = ["Found", "best_report", "explain_event", "explain_known", "find_events", "find_story", "select_timeline"]
