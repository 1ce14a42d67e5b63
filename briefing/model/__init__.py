"""The values that travel through the house, each frozen, each traceable to an article and its offsets.

    Article ─▶ TimeExpression ─▶ Report ─▶ Event ─▶ Brief

Offsets are Python string indices into ``Article.text``: ``article.text[x.start:x.end] == x.text``.
"""

from briefing.model.articles import Article, PublishedFrom, Sentence, TimeExpression
from briefing.model.briefs import (
    Brief,
    Change,
    Claim,
    Coverage,
    Dispute,
    Entry,
    FigurePoint,
    KeyFigure,
    Note,
    Period,
    Source,
    Statement,
    Status,
    Step,
    Thread,
    Who,
    Withdrawn,
)
from briefing.model.events import HEADLINE, DatedBy, Event, Figure, Fix, FixKind, Modality, Name, NameKind, Report

__all__ = [
    "HEADLINE",
    "Article",
    "Brief",
    "Change",
    "Claim",
    "Coverage",
    "DatedBy",
    "Dispute",
    "Entry",
    "Event",
    "Figure",
    "FigurePoint",
    "Fix",
    "FixKind",
    "KeyFigure",
    "Modality",
    "Name",
    "NameKind",
    "Note",
    "Period",
    "PublishedFrom",
    "Report",
    "Sentence",
    "Source",
    "Statement",
    "Status",
    "Step",
    "Thread",
    "TimeExpression",
    "Who",
    "Withdrawn",
]
