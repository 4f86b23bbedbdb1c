"""datapackage.json: what lies in an edition's data products, as a Frictionless Data Package (version 1)."""

import json
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from reporter.model.assessment import Assessment
from reporter.model.words import Words
from reporter.sections.bibliography import publications

FIELDS: dict[str, dict[str, Any]] = {
    "index": {"type": "string", "constraints": {"required": True}},
    "region": {"type": "string", "constraints": {"required": True}},
    "period": {"type": "string", "constraints": {"required": True}},
    "value": {"type": "number"},
    "rank": {"type": "integer", "constraints": {"minimum": 1}},
    "low": {"type": "number"},
    "high": {"type": "number"},
}
"""The columns of scores.csv in their order."""

KEY = ["index", "region", "period"]
DIALECT = {"delimiter": ",", "lineTerminator": "\n", "quoteChar": '"', "doubleQuote": True, "header": True}
FORMATS = {
    "scores.csv": "text/csv",
    "assessment.json": "application/json",
    "report.xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def data_package(a: Assessment, words: Words, products: Mapping[str, bytes]) -> bytes:
    """datapackage.json of the data products (file name → bytes), its titles in the language of the words.

    The scores are a tabular data resource; the others are told with their media type, size and hash.
    Sources and licences are those that the study and its datasets declare, and no others.
    """
    study, period = a.study, a.period
    facts = {"study": words.text(study.title), "subject": words.text(study.subject), "period": period}
    whole = {
        "profile": "data-package",
        "name": _name(f"{study.id}-{period}"),
        "title": words("report.title", **facts, region=""),
        "description": words("report.description", **facts, region="", start=a.main.periods[0]),
        "version": a.edited.scores,
        "keywords": [words.name(code) for code in a.main.framework.scored(a.main.code)],
        "contributors": [{"title": words.text(study.publisher), "role": "publisher"}],
        **_licences(a, words),
        "sources": [{"title": title} for title in publications(a, words)],
        "resources": [_resource(a, words, name, content) for name, content in sorted(products.items())],
    }
    return (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode()


def _licences(a: Assessment, words: Words) -> dict[str, Any]:
    """The report's licence, where the study declares one."""
    found = a.study.editions.licence
    return {"licenses": [{"name": found.name, "title": words.text(found.title)}]} if found else {}


def _name(id: str) -> str:
    """An id in the signs that the standard allows: a–z, 0–9, point, hyphen, underscore."""
    return id.lower().replace(" ", "-")


def _resource(a: Assessment, words: Words, name: str, content: bytes) -> dict[str, Any]:
    stem, _, ending = name.rpartition(".")
    told = {
        "name": stem,
        "path": name,
        "title": words(f"datapackage.{stem}.title"),
        "description": words(f"datapackage.{stem}.about"),
        "format": ending,
        "mediatype": FORMATS[name],
        "bytes": len(content),
        "hash": f"sha256:{sha256(content).hexdigest()}",
    }
    if ending != "csv":
        return {"profile": "data-resource", "type": "file", **told}  # else readers would guess a table
    return {
        "profile": "tabular-data-resource",
        **told,
        "encoding": "utf-8",
        "dialect": DIALECT,
        **_schema(a, words),
    }


def _schema(a: Assessment, words: Words) -> dict[str, Any]:
    """The columns of scores.csv: what each holds, and which values there may be."""
    allowed = {
        "index": [code for result in a.board.results.values() for code in result.values],
        "region": list(dict.fromkeys(r for result in a.board.results.values() for r in result.regions)),
        "period": list(dict.fromkeys(p for result in a.board.results.values() for p in result.periods)),
    }
    fields = [_field(words, name, allowed.get(name)) for name in FIELDS]
    return {"schema": {"fields": fields, "primaryKey": KEY, "missingValues": [""]}}


def _field(words: Words, name: str, allowed: list[str] | None) -> dict[str, Any]:
    said = FIELDS[name]
    limits = {**said.get("constraints", {}), **({"enum": allowed} if allowed else {})}
    told = {"name": name, "type": said["type"], "title": words(f"workbook.heads.{name}")}
    told["description"] = words(f"datapackage.fields.{name}")
    return {**told, **({"constraints": limits} if limits else {})}
