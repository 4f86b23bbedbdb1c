"""Industrial structure of each region and of the groups' summed parts."""

from collections.abc import Sequence
from typing import Literal

import numpy as np

from reporter.errors import did_you_mean, fault
from reporter.indices.draw import Drawn, Table, alike, at, exactly, named, table
from reporter.indices.plain import by_region
from reporter.indices.refuse import Cells, usable
from reporter.methods import industry
from reporter.methods.inequality import shares
from reporter.model.panel import Floats
from reporter.model.result import Given, Result, Step

VALUE_ADDED = ("va_primary", "va_secondary", "va_tertiary")
EMPLOYMENT = ("employment_primary", "employment_secondary", "employment_tertiary")


def rationalisation(
    given: Given, *, value_added: tuple[str, ...] = VALUE_ADDED, employment: tuple[str, ...] = EMPLOYMENT
) -> Result:
    """Theil index of the structure, at least 0: 0 when every sector is equally productive; less is better.

    Σ (Y_i/Y) ln((Y_i/L_i) / (Y/L)); a group is made of its summed parts. `value_added` and `employment`: the
    same sectors in the same order. Faults: value added without employment. Gan, Zheng & Yu 2011.
    """
    rows, n = _sectors(given, value_added, employment)
    Y, L = rows.values[:, :, :n], rows.values[:, :, n:]
    with usable(given, **_cells(given, rows, n)):
        values = industry.rationalisation(Y, L)
        trace = [
            _step(given, "Y_i/Y", shares(Y, "Y"), value_added),
            _step(given, "L_i/L", shares(L, "L"), employment),
        ]
    options = {"value_added": list(value_added), "employment": list(employment)}
    return by_region(given, rows, options, values, "down", trace)


def upgrading(given: Given, *, value_added: tuple[str, ...] = VALUE_ADDED) -> Result:
    """Level of the industrial structure, y₁ + 2y₂ + 3y₃: 1 when all primary, 3 when all tertiary.

    y_i shares of the sectors in `value_added`, primary first; a group is made of its summed parts.
    """
    rows = _three(given, value_added)
    with usable(given, **_cells(given, rows, 3)):
        values, y = industry.upgrading(rows.values), shares(rows.values, "Y")
    trace = [_step(given, "Y_i/Y", y, value_added)]
    return by_region(given, rows, {"value_added": list(value_added)}, values, "up", trace)


def advancement(
    given: Given,
    *,
    form: Literal["ratio", "productivity", "angle"] = "ratio",
    value_added: tuple[str, ...] = VALUE_ADDED,
    employment: tuple[str, ...] = EMPLOYMENT,
    unit: str = "",
) -> Result:
    """How advanced the industrial structure is; more is better.

    `ratio`: tertiary over secondary value added, at least 0 (Gan, Zheng & Yu 2011). `productivity`: Σ
    (Y_i/Y) (Y_i/L_i), in `unit` or in base units (Yuan & Zhu 2018). `angle`: 3θ₁ + 2θ₂ + θ₃, from 3π/2 to
    5π/2 (Fu 2010). A group is made of its summed parts. Faults: a secondary sector of 0 under `ratio`.
    """
    if form == "productivity":
        return _productivity(given, value_added, employment, unit)
    options = {"form": form, "value_added": list(value_added)}
    rows = _three(given, value_added)
    with usable(given, **_cells(given, rows, 3)):
        y = shares(rows.values, "Y")
        values = (industry.advancement_ratio if form == "ratio" else industry.advancement_angle)(rows.values)
    return by_region(given, rows, options, values, "up", [_step(given, "Y_i/Y", y, value_added)])


def _productivity(given: Given, value_added: Sequence[str], employment: Sequence[str], unit: str) -> Result:
    rows, n = _sectors(given, value_added, employment)
    Y, L = rows.values[:, :, :n], rows.values[:, :, n:]
    factor = _factor(given, value_added[0], employment[0], unit)
    with usable(given, **_cells(given, rows, n)):
        values = industry.advancement_productivity(Y, L) / factor
        y = shares(Y, "Y")
    per_head = np.divide(Y, L, out=np.zeros_like(Y), where=L > 0) / factor
    trace = [_step(given, "Y_i/Y", y, value_added), _step(given, "Y_i/L_i", per_head, value_added)]
    options = {
        "form": "productivity",
        "value_added": list(value_added),
        "employment": list(employment),
        "unit": unit or "base units",
    }
    return by_region(given, rows, options, values, "up", trace)


def _factor(given: Given, above: str, below: str, unit: str) -> float:
    """How many base units one `unit` is; Faults where it is none or counts something else."""
    if not unit:
        return 1.0
    who, where = f"index '{given.spec.code}'", at(given, "unit")
    if unit not in given.study.units:
        raise fault(where, f"{who}: no unit is called '{unit}'", did_you_mean(unit, given.study.units))
    Y, L = (named(given, "unit", [name])[0].powers or {} for name in (above, below))
    powers = {key: Y.get(key, 0) - L.get(key, 0) for key in {*Y, *L}}
    if {key: power for key, power in powers.items() if power} != dict(given.study.units[unit].powers):
        what = f"{who}: '{above}' per '{below}' cannot be told in '{unit}'"
        raise fault(where, what, "name a unit of value added per person")
    return given.study.units[unit].factor


def _sectors(given: Given, value_added: Sequence[str], employment: Sequence[str]) -> tuple[Table, int]:
    """Value added, then employment of the same sectors side by side; the number of sectors."""
    exactly(given, "employment", employment, len(value_added))
    return table(
        given, [*_of(given, "value_added", value_added), *_of(given, "employment", employment)]
    ), len(value_added)


def _three(given: Given, value_added: Sequence[str]) -> Table:
    exactly(given, "value_added", value_added, industry.SECTORS)
    return table(given, _of(given, "value_added", value_added))


def _of(given: Given, option: str, names: Sequence[str]) -> list[Drawn]:
    drawn = named(given, option, names)
    alike(given, option, drawn)
    return drawn


def _cells(given: Given, rows: Table, n: int) -> dict[str, Cells]:
    axes = {"region": rows.regions, "period": given.panel.periods}
    return {
        "Y": Cells({**axes, "name": rows.names[:n]}, "value_added"),
        "L": Cells({**axes, "name": rows.names[n:]}, "employment"),
    }


def _step(given: Given, name: str, values: Floats, sectors: Sequence[str]) -> Step:
    return Step(name, values, ("region", "period", "sector"), {"sector": tuple(sectors)})
