"""Reading the numbers of other programs: our small tables, and COINr's where they lie beside the project."""

import csv
import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

HERE = Path(__file__).parent
VECTORS = HERE.parents[2] / "shared" / "vectors"
Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]


def rows(path: Path) -> list[dict[str, str]]:
    """A CSV file as rows."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def column(name: str, of: str) -> Floats:
    """A column of one of our small tables."""
    return np.array([float(row[of]) for row in rows(HERE / name)])


def fixed(size: str) -> tuple[Floats, Bools, Floats]:
    """The fixed matrix of a size ("5x4", "30x11"), which indicators are benefits, and the weights given."""
    criteria = rows(HERE / f"criteria_{size}.csv")
    table = rows(HERE / f"matrix_{size}.csv")
    assert [row["id"] for row in table] == [row["id"] for row in rows(HERE / f"rankers_{size}.csv")]
    values = np.array([[float(row[c["id"]]) for c in criteria] for row in table])
    return values, np.array([c["type"] == "1" for c in criteria]), column(f"criteria_{size}.csv", "weight")


def beside(path: str) -> Path:
    """A file of the shared vectors; the test is skipped where it is absent."""
    if not (VECTORS / path).exists():
        pytest.skip(f"no shared vectors here: {path}")
    return VECTORS / path


def asem(path: str, columns: list[str], units: list[str] | None = None) -> Floats:
    """Columns of one of COINr's ASEM files, its rows joined on the units' codes; missing is NaN."""
    found = {row["uCode"]: row for row in rows(beside(f"coinr/{path}"))}
    return np.array([[_number(found[unit][c]) for c in columns] for unit in units or list(found)])


def _number(text: str) -> float:
    return float("nan") if text in {"", "NA"} else float(text)


def cases(function: str) -> list[dict[str, Any]]:
    """COINr's exact small cases of one function."""
    every = json.loads(beside("coinr_exact_cases.json").read_text("utf-8"))
    return [case for case in every if case["fn"] == function]


def floats(values: list[float | None]) -> Floats:
    """Numbers with null for a missing one."""
    return np.array([np.nan if v is None else v for v in values], dtype=float)
