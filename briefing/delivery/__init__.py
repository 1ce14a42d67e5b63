"""Brings a finished brief to where it is wanted."""

from briefing.delivery.files import write_files

__all__ = ["write_files"]
