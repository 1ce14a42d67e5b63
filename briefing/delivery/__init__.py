"""Brings a finished brief to where it is wanted."""

from briefing.delivery.files import write_files
from briefing.delivery.target import files_of, target_of

__all__ = ["files_of", "target_of", "write_files"]
