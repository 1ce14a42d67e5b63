"""Reading: files, folders and standard input become Articles; what cannot be read becomes a Problem."""

from briefing.reading.reader import read_articles, read_sources

__all__ = ["read_articles", "read_sources"]
