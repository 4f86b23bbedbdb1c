"""COINr's tables → the files of a new workspace."""

import csv
import math
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from statistics import median
from typing import Any

from ruamel.yaml import YAML

from reporter.imports.coinr import Line, Tables, read_tables
from reporter.imports.folder import refuse_in_use

SOURCE = "coinr"
COLUMNS = ("series", "region", "period", "value", "publication", "via")
FEW = 12
OUTLINE = (
    "cover", "contents", "reading", "messages", "ranking", "overall", "dimensions", "problems",
    "recommendations", "audit", "method", "readings", "cards", "annex", "provenance",
)  # fmt: skip
HEADS = {
    "study.yaml": "Imported from COINr's iData and iMeta. The date under editions: is a placeholder.",
    "regions.yaml": "The units of iData.",
    "units.yaml": "The units of iMeta. A figure keeps its unit: nothing is rescaled.",
    "measures.yaml": "No measures yet: the manual's page on data tells what one looks like.",
    "coinr.yaml": "Describes coinr.csv.",
    "full.yaml": "The report's sections. For two pages on each unit add 'profiles' after 'dimensions'.",
}


def import_coinr(data: Path, meta: Path, folder: Path, period: str | None = None) -> list[Path]:
    """Writes the workspace and tells its files; Faults for a folder in use and for what the tables lack."""
    refuse_in_use(folder)
    tables = read_tables(data, meta, period)
    study = _slug(folder.resolve().name.lower())
    files = {
        f"studies/{study}/study.yaml": _study(tables),
        "regions.yaml": {code: {"title": name} for code, name in tables.units.items()},
        "units.yaml": _units(tables),
        "measures.yaml": {},
        f"sources/{SOURCE}.yaml": _source(tables, data.name),
    }
    table = folder / "data" / "sources" / f"{SOURCE}.csv"
    table.parent.mkdir(parents=True)
    with table.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerows([COLUMNS, *_figures(tables, data.name)])
    made = [_write(folder / "data" / name, said) for name, said in files.items()]
    return [*made, table, *_outline(folder, tables)]


def _outline(folder: Path, tables: Tables) -> list[Path]:
    """The full edition without a profile of each unit, where they are many."""
    if len(tables.units) <= FEW:
        return []
    return [_write(folder / "templates" / "editions" / "full.yaml", {"sections": list(OUTLINE)})]


def _write(path: Path, said: Mapping[str, Any]) -> Path:
    yaml = YAML()
    yaml.width = 160
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8") as file:
        file.write(f"# {HEADS[path.name]}\n")
        if said:
            yaml.dump(dict(said), file)
    return path


def _study(tables: Tables) -> dict[str, Any]:
    top, periods = tables.meta["Aggregate"][tables.top], tables.periods
    framework = {code: _dimension(tables, code) for code, _ in tables.below(tables.top) if _is(tables, code)}
    if not framework:
        framework = {tables.top: _dimension(tables, tables.top)}
    return {
        "title": top.get("iName", "iCode"),
        "subject": "Composite indicator",
        "publisher": "Not stated",
        "regions": list(tables.units),
        "groups": {"All": {"title": "Mean of all", "members": "all", "aggregate": "mean"}, **_groups(tables)},
        "editions": {"years": periods[-1:], "published": {periods[-1]: _day(periods[-1])}},
        "sources": [SOURCE],
        "problems": {"gap": {"ratio": 0.5}, "imbalance": {"ratio": 0.5}},
        "framework": framework,
        "indices": {
            "I": {
                "title": top.get("iName", "iCode"),
                "method": "weighted-mean",
                "periods": f"{periods[0]}–{periods[-1]}",
                **({"impute": "group-mean"} if _gaps(tables) else {}),
                "standardise": "min-max",
                "weights": "given",
                "mean": "arithmetic",
            }
        },
    }


def _dimension(tables: Tables, code: str) -> dict[str, Any]:
    """An aggregate with the indicators or the aggregates below it."""
    line, below = tables.meta["Aggregate"][code], tables.below(code)
    inside: dict[str, Any] = {"title": line.get("iName", "iCode"), **_weight(line)}
    parts = {name: _dimension(tables, name) for name, _ in below if _is(tables, name)}
    if parts:
        return {**inside, "parts": parts}
    return {**inside, "indicators": {_name(name): _indicator(tables, name, one) for name, one in below}}


def _is(tables: Tables, code: str) -> bool:
    """Whether the code is an aggregate."""
    return code in tables.meta["Aggregate"]


def _indicator(tables: Tables, code: str, line: Line) -> dict[str, Any]:
    below = line.get("Denominator")
    low, high = line.number("goalpost_lower"), line.number("goalpost_upper")
    target = line.number("Target")
    return {
        "title": line.get("iName", "iCode"),
        "value": f"{_name(code)} / {_name(below)}" if below else _name(code),
        "unit": _unit(tables, line),
        **({"direction": "down"} if line.get("Direction") == "-1" else {}),
        "decimals": _decimals(tables, code, below),
        **_weight(line),
        **({"goalposts": [low, high]} if low is not None and high is not None and low < high else {}),
        **({"target": target} if target is not None else {}),
    }


def _weight(line: Line) -> dict[str, float]:
    weight = line.number("Weight")
    return {} if weight is None or weight == 1 else {"weight": weight}


def _decimals(tables: Tables, code: str, below: str) -> int:
    """As many as show two figures of the middle value."""
    values = [
        abs(float(row.get(code)) / (float(row.get(below)) if below else 1))
        for _, row in tables.data
        if row.get(code) and (not below or (row.get(below) and float(row.get(below))))
    ]
    middle = median(filter(None, values)) if any(values) else 10.0
    return min(6, max(0, 1 - math.floor(math.log10(middle))))


def _groups(tables: Tables) -> dict[str, Any]:
    """A group for each value of a group column, as the last row of each unit has it."""
    found: dict[str, Any] = {}
    for column, line in tables.meta["Group"].items():
        of = {row.get("uCode"): row.get(column) for _, row in sorted(tables.data, key=lambda told: told[0])}
        for value in sorted({group for group in of.values() if group}):
            members = [unit for unit in tables.units if of[unit] == value]
            title = f"{line.get('iName', 'iCode')}: {value}"
            found[f"{column} {value}"] = {"title": title, "members": members, "aggregate": "mean"}
    return found


def _units(tables: Tables) -> dict[str, Any]:
    """Every unit by its text; that of a ratio is made of its parts'."""
    lines = [*tables.meta["Indicator"].values(), *tables.meta["Denominator"].values()]
    own = dict.fromkeys(_text(line) for line in lines)
    counted = {text: f"{_slug(text)}_{n}" for n, text in enumerate(own, 1)}
    found = {text: {"of": counted[text], "factor": 1, "title": {"en": text}} for text in own}
    for line in tables.meta["Indicator"].values():
        if below := line.get("Denominator"):
            parts = _text(line), _text(tables.meta["Denominator"][below])
            of = "1" if parts[0] == parts[1] else " / ".join(counted[part] for part in parts)
            found[_unit(tables, line)] = {"of": of, "factor": 1, "title": {"en": " / ".join(parts)}}
    return found


def _unit(tables: Tables, line: Line) -> str:
    below = line.get("Denominator")
    return f"{_text(line)} / {_text(tables.meta['Denominator'][below])}" if below else _text(line)


def _text(line: Line) -> str:
    return line.get("Unit") or "number"


def _source(tables: Tables, name: str) -> dict[str, Any]:
    series = {
        _name(code): {"unit": _text(line), "title": line.get("iName", "iCode")}
        for code, line in _numbers(tables)
    }
    table = f"iData, {name}"
    told = {"title": table, "licence": "Not stated", "cite": table, "publications": {"idata": table}}
    return {**told, "series": series}


def _figures(tables: Tables, name: str) -> Iterator[Sequence[str]]:
    """A row for each figure that is there."""
    for code, _ in _numbers(tables):
        for period, row in tables.data:
            if row.get(code):
                yield _name(code), row.get("uCode"), period, row.get(code), "idata", name


def _numbers(tables: Tables) -> list[tuple[str, Line]]:
    return [*tables.meta["Indicator"].items(), *tables.meta["Denominator"].items()]


def _gaps(tables: Tables) -> bool:
    """Whether a figure of an indicator or its denominator is missing, or a unit in some period."""
    full = len(tables.units) * len(tables.periods)
    return len(tables.data) < full or any(
        not row.get(code) for _, row in tables.data for code, _ in _numbers(tables)
    )


def _day(period: str) -> str:
    """The last day of the period's year, until someone says better."""
    return f"{period[:4]}-12-31"


def _name(code: str) -> str:
    """The code as an expression can name it, and as no score is called."""
    name = _slug(code)
    return f"{name}_" if re.fullmatch(r"I(\d.*)?", name) else name


def _slug(text: str) -> str:
    slug = re.sub(r"\W+", "_", text).strip("_")
    return slug if re.match(r"[^\W\d]", slug) else f"n_{slug}"
