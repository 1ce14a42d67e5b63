"""The JSON Schema (draft 2020-12) of the brief's JSON: what each key means, in a file that ships with the package.

The version goes up in front when a key changes its meaning or goes, behind when one is added. A program must not mind keys
that it does not know.
"""

from __future__ import annotations

from pathlib import Path

__all__ = ["SCHEMA_ID", "SCHEMA_VERSION", "schema_text"]

SCHEMA_ID = "urn:briefing:schema:brief:1"
SCHEMA_VERSION = "1.0"


def schema_text() -> str:
    """The schema as it is published: UTF-8 JSON that ends in a newline."""
    return (Path(__file__).parent / "brief.schema.json").read_text(encoding="utf-8")
