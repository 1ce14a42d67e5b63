"""briefing: from a pile of news articles to a brief whose every date can be defended."""
