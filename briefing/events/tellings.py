"""Which report is which: by its article, its words, and the words in them that date it.

Offsets into the article do not count, so that a report is the same one in the next version of its article.
"""

from __future__ import annotations

import hashlib

from briefing.model import Event, Report

__all__ = ["telling_of", "tellings_of"]


def telling_of(report: Report) -> str:
    """The identity of a report, as text: 16 hexadecimal digits."""
    at = report.expression.start - report.start if report.expression else ""
    identity = f"{report.article}\n{report.is_headline}\n{at}\n{report.text}"
    return hashlib.blake2b(identity.encode(), digest_size=8).hexdigest()


def tellings_of(event: Event) -> frozenset[str]:
    """The identities of all reports of an event, its plans among them."""
    return frozenset(telling_of(report) for report in (*event.reports, *event.plans))
