"""The library remembers: articles, what they yield, events with lasting ids, decisions, visits, briefs."""
