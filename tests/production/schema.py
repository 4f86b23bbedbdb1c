"""A value against a JSON Schema: the keywords that docs/assessment.schema.json uses, and no others."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

SCHEMA = json.loads((Path(__file__).parents[2] / "docs/assessment.schema.json").read_text("utf-8"))
TYPES = {
    "object": dict,
    "array": list,
    "string": str,
    "number": (int, float),
    "integer": int,
    "boolean": bool,
    "null": type(None),
}
KNOWN = {
    "$schema", "$defs", "$ref", "title", "description", "type", "const", "enum", "required", "properties",
    "additionalProperties", "items", "oneOf", "minimum", "maximum", "minLength", "minItems", "minProperties",
    "pattern", "uniqueItems",
}  # fmt: skip


def flaws(value: Any, schema: dict[str, Any] = SCHEMA, at: str = "$") -> Iterator[str]:
    """Where a value is not as the schema says."""
    assert set(schema) <= KNOWN, set(schema) - KNOWN
    if "$ref" in schema:
        yield from flaws(value, SCHEMA["$defs"][schema["$ref"].rpartition("/")[2]], at)
    if not _typed(value, schema.get("type", list(TYPES))):
        yield f"{at}: {value!r} is no {schema['type']}"
        return
    if "oneOf" in schema and sum(not list(flaws(value, one, at)) for one in schema["oneOf"]) != 1:
        yield f"{at}: not one of several"
    yield from (f"{at}: {value!r} breaks {rule}" for rule, kept in _rules(value, schema) if not kept)
    if isinstance(value, dict):
        yield from _object(value, schema, at)
    if isinstance(value, list):
        for n, one in enumerate(value):
            yield from flaws(one, schema.get("items", {}), f"{at}[{n}]")


def _typed(value: Any, types: str | list[str]) -> bool:
    names = [types] if isinstance(types, str) else types
    if isinstance(value, bool):
        return "boolean" in names
    return any(isinstance(value, TYPES[name]) for name in names)


def _rules(value: Any, schema: dict[str, Any]) -> Iterator[tuple[str, bool]]:
    number = isinstance(value, int | float) and not isinstance(value, bool)
    yield "const", value == schema.get("const", value)
    yield "enum", value in schema.get("enum", [value])
    yield "minimum", not number or value >= schema.get("minimum", value)
    yield "maximum", not number or value <= schema.get("maximum", value)
    if isinstance(value, str):
        yield "minLength", len(value) >= schema.get("minLength", 0)
        yield "pattern", bool(re.search(schema.get("pattern", ""), value))
    if isinstance(value, list | dict):
        yield "minItems", len(value) >= schema.get("minItems", schema.get("minProperties", 0))


def _object(value: dict[str, Any], schema: dict[str, Any], at: str) -> Iterator[str]:
    yield from (f"{at}: lacks '{name}'" for name in schema.get("required", []) if name not in value)
    known, others = schema.get("properties", {}), schema.get("additionalProperties", {})
    for name, one in value.items():
        if name in known:
            yield from flaws(one, known[name], f"{at}.{name}")
        elif others is False:
            yield f"{at}: '{name}' is unknown"
        else:
            yield from flaws(one, others, f"{at}.{name}")
