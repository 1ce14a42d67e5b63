"""The period of a brief: from what the user wrote and the day on which the articles end."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from difflib import get_close_matches
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from briefing.errors import Misuse
from briefing.model import Period

__all__ = ["Bound", "parse_bound", "period_of", "zone_named"]

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_BACK = re.compile(r"([1-9]\d{0,4})d", re.ASCII)
_HINT = "write a day as 2024-09-01, an instant as 2024-09-01T18:00, or yesterday, or 7d for the last seven days"


@dataclass(frozen=True, slots=True)
class Bound:
    """One bound as written, before the end of the period is known: a day, an instant, or days back from the end.

    ``yesterday`` is the whole day before the last one.
    """

    day: date | None = None
    instant: datetime | None = None
    days_back: int | None = None
    yesterday: bool = False


def parse_bound(text: str, option: str) -> Bound:
    """Read what stands behind ``--since`` or ``--until``. Raises `Misuse` with a hint for anything else.

    A date in figures whose order can be doubted (02/03/2024) is refused, never guessed.
    """
    written = text.strip()
    if written == "last":
        raise Misuse(f"{option} last needs a library that remembers the last brief, and there is none here; {_HINT}.")
    if written == "yesterday":
        return Bound(yesterday=True)
    if (back := _BACK.fullmatch(written)) and option == "--since":
        return Bound(days_back=int(back[1]))
    try:
        if _DAY.fullmatch(written):
            return Bound(day=date.fromisoformat(written))
        if "T" in written or " " in written:
            return Bound(instant=datetime.fromisoformat(written))
    except ValueError as error:
        raise Misuse(f"{option} {text!r} is no date of the calendar ({error}); {_HINT}.") from error
    raise Misuse(f"{option} {text!r} is no date that can be read without guessing; {_HINT}.")


def zone_named(name: str) -> ZoneInfo:
    """The time zone of an IANA name. Raises `Misuse` with the nearest name for one that does not exist."""
    try:
        return ZoneInfo(name)
    except (ValueError, OSError, ZoneInfoNotFoundError) as error:
        near = get_close_matches(name, available_timezones(), n=1)  # slow: it looks through all of them
        hint = f"did you mean {near[0]}?" if near else "write it as Europe/Istanbul or UTC."
        raise Misuse(f"--zone {name!r} is no time zone; {hint}") from error


def period_of(since: Bound | None, until: Bound | None, *, latest: date | None, zone: ZoneInfo) -> Period:
    """The period between two bounds; ``latest``, the day of the latest publication, ends it where nothing else does.

    Raises `Misuse` when the start lies after the end, or is counted back from an end that nothing gives.
    """
    end = _end(until, latest, zone)
    start = _start(since, end, zone)
    if start and end and start > end:
        raise Misuse(f"--since {start:%Y-%m-%d} lies after the end of the period, {end:%Y-%m-%d}; give an earlier day.")
    return Period(start, end, zone.key)


def _end(until: Bound | None, latest: date | None, zone: ZoneInfo) -> datetime | None:
    if until and until.instant:
        return _in_zone(until.instant, zone)
    day = until.day if until else latest
    if until and until.yesterday:
        day = latest - timedelta(days=1) if latest else None
    return datetime.combine(day, time.max, zone) if day else None


def _start(since: Bound | None, end: datetime | None, zone: ZoneInfo) -> datetime | None:
    if since is None:
        return None
    if since.instant:
        return _in_zone(since.instant, zone)
    if since.day:
        return datetime.combine(since.day, time.min, zone)
    if end is None:
        raise Misuse(
            "--since counts back from the end of the period, but no article bears a date; give --until 2024-09-14."
        )
    if since.yesterday:
        return datetime.combine(end.date() - timedelta(days=1), time.min, zone)
    return end - timedelta(days=since.days_back or 0) + timedelta(microseconds=1)


def _in_zone(instant: datetime, zone: ZoneInfo) -> datetime:
    return instant.astimezone(zone) if instant.tzinfo else instant.replace(tzinfo=zone)
