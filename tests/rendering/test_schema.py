"""The JSON is what its published schema says, and nothing that the schema does not describe."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from briefing import find_events, make_brief, read_articles
from briefing.model import Brief
from briefing.rendering import event_object, render
from briefing.rendering.schema import SCHEMA_ID, SCHEMA_VERSION, schema_text
from tests.conftest import EXAMPLES

SCHEMA: dict[str, Any] = json.loads(schema_text())


def closed(schema: Any, *, used: bool = True) -> Any:
    """The schema with every object shut where it is used: a key that is not described is an error here, not for its readers."""
    if isinstance(schema, list):
        return [closed(part, used=used) for part in schema]
    if not isinstance(schema, dict):
        return schema
    inside = {key: closed(part, used=key != "allOf") for key, part in schema.items() if key != "$defs"}
    if used and ("$ref" in schema or isinstance(schema.get("properties"), dict)):
        inside["unevaluatedProperties"] = False
    parts = {name: closed(part, used=False) for name, part in schema.get("$defs", {}).items()}
    return {**inside, "$defs": parts} if parts else inside


def faults(data: Any, schema: Any) -> list[str]:
    """What is wrong with data, a line a fault, each with its place."""
    validator = Draft202012Validator(closed(schema), format_checker=FormatChecker())
    return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(data)]


def test_the_schema_is_one() -> None:
    """It is a schema of draft 2020-12 and bears the name and version that the JSON gives."""
    Draft202012Validator.check_schema(SCHEMA)
    assert (SCHEMA["$schema"], SCHEMA["$id"]) == ("https://json-schema.org/draft/2020-12/schema", SCHEMA_ID)
    assert SCHEMA_ID.endswith(SCHEMA_VERSION.partition(".")[0])


@pytest.mark.parametrize("name", ["sample", "bare", "crowded"])
def test_briefs_keep_to_the_schema(request: pytest.FixtureRequest, name: str) -> None:
    """Full, empty and overfull briefs hold every key that is required and none that is not described."""
    data = json.loads(str(render(request.getfixturevalue(name), "json")))
    assert (data["$schema"], data["version"]) == (SCHEMA_ID, SCHEMA_VERSION)
    assert faults(data, SCHEMA) == []


def test_the_brief_of_the_examples_keeps_to_the_schema() -> None:
    """A real brief, with disputed dates and figures, does too."""
    data = json.loads(str(render(make_brief(read_articles(EXAMPLES), since="2024-09-01"), "json")))
    assert faults(data, SCHEMA) == []
    assert any(event["disputed"] for event in data["events"])


def test_the_events_alone_keep_to_their_part_of_the_schema() -> None:
    """What `brief events` prints is described too."""
    part = {"$ref": "#/$defs/event", "$defs": SCHEMA["$defs"]}
    events = [json.loads(json.dumps(event_object(event))) for event in find_events(list(read_articles(EXAMPLES)))]
    assert events
    assert [fault for event in events for fault in faults(event, part)] == []


def test_every_key_is_described() -> None:
    """A reader of the schema learns of each key what it means."""
    assert [name for name, described in _properties(SCHEMA) if not described.get("description")] == []


def _properties(schema: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    for value in schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ():
        yield from _properties(value)
    if isinstance(schema, dict) and isinstance(schema.get("properties"), dict):
        yield from schema["properties"].items()


@pytest.mark.parametrize(
    ("key", "value"), [("weather", "fine"), ("cutoff", date.max.year), ("since", "yesterday"), ("events", [{}])]
)
def test_a_brief_that_breaks_the_schema_is_noticed(sample: Brief, key: str, value: object) -> None:
    """A key that is unknown, of the wrong kind, or lacks its parts does not pass."""
    data = json.loads(str(render(sample, "json")))
    assert faults(data | {key: value}, SCHEMA) != []
