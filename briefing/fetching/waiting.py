"""Retry-After: until when a server asks us to stay away (RFC 9110, 10.2.3)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

__all__ = ["LONGEST_WAIT", "UNSAID", "retry_after"]

LONGEST_WAIT = timedelta(days=1)  # a slip of a server's keyboard must not silence a feed for years
UNSAID = timedelta(minutes=15)  # of a server that asks for time and does not say how much


def retry_after(written: str, now: datetime) -> datetime:
    """The instant until which to wait: from seconds or an HTTP date, at most a day on, never before ``now``."""
    text = written.strip()
    if text.isascii() and text.isdigit():
        seconds = int(text) if len(text) < 10 else 10**9
        return now + min(timedelta(seconds=seconds), LONGEST_WAIT)
    try:
        until = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return now + UNSAID
    until = until if until.tzinfo else until.replace(tzinfo=UTC)  # "-0000", and asctime's form, which means GMT
    return min(max(until, now), now + LONGEST_WAIT)
