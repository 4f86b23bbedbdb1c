"""A land small enough to be counted on paper: series by region, one group of all regions."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from reporter.errors import Faults, Where
from reporter.methods.expression import evaluate, parse
from reporter.model.panel import Panel, Published
from reporter.model.result import Given, Result
from reporter.model.source import Origin, Series
from reporter.model.study import Framework, Group, IndexSpec, Indicator
from reporter.model.unit import Unit
from tests.indices.test_ideal_solution import ONE, read

PERSON = Unit("person", {"person": 1}, 1, {})
THOUSAND = Unit("k person", {"person": 1}, 1000, {})
CROWN = Unit("crown", {"crown": 1}, 1, {})
PER_HEAD = Unit("crown per person", {"crown": 1, "person": -1}, 1, {})
UNITS = {unit.id: unit for unit in (ONE, PERSON, THOUSAND, CROWN, PER_HEAD)}
LINES = Where("study.yaml", 7)

Tables = dict[str, dict[str, list[float]]]


def given(
    tables: Tables,
    *,
    units: Mapping[str, Unit] | None = None,
    ratios: Mapping[str, str] | None = None,
    groups: tuple[Group, ...] | None = None,
    earlier: Mapping[str, Result] | None = None,
    filled: tuple[str, int, int] | None = None,
    method: str = "m",
) -> Given:
    """What an index `x` of 2020 and later is given; each figure stands on a line of its own, 2 and on."""
    regions = tuple(next(iter(tables.values())))
    n = len(next(iter(tables[next(iter(tables))].values())))
    periods = tuple(str(2020 + t) for t in range(n))
    units = {name: (units or {}).get(name, PERSON) for name in tables}
    raw = {name: np.array([table[r] for r in regions], float) for name, table in tables.items()}
    marks = {name: np.zeros((len(regions), n), bool) for name in tables}
    if filled:
        marks[filled[0]][filled[1:]] = True
    published = {
        name: Published(raw[name], marks[name], _origins(name, raw[name], regions, periods))
        for name in tables
    }
    context = {i: Indicator(i, {}, {}, parse(v), PER_HEAD) for i, v in (ratios or {}).items()}
    values = [
        evaluate(one.value, {s: raw[s] * units[s].factor for s in one.value.names})
        for one in context.values()
    ]
    layers = np.stack(values, axis=-1) if values else np.empty((len(regions), n, 0))
    whole = Panel(regions, periods, tuple(context), layers, np.zeros(layers.shape, bool), published, periods)
    series = {name: Series(name, "made", {}, units[name]) for name in tables}
    dataset = replace(read().datasets[0], id="made", series=series)
    spec = IndexSpec("x", method, {}, (periods[0], periods[-1]), (), {}, LINES, {})
    everyone = (Group("all", {}, regions),) if groups is None else groups
    study = replace(
        read(), groups=everyone, framework=Framework((), {}), context=context, datasets=(dataset,),
        units=UNITS, indices={"x": spec},
    )  # fmt: skip
    return Given(whole.window(periods, ()), whole, Framework((), {}), spec, study, earlier or {})


def _origins(
    name: str, raw: Any, regions: tuple[str, ...], periods: tuple[str, ...]
) -> dict[tuple[str, str], Origin]:
    cells = [
        (r, p)
        for r, row in zip(regions, raw, strict=True)
        for p, v in zip(periods, row, strict=True)
        if v == v
    ]
    return {cell: Origin(Where(f"{name}.csv", n), "", "", "") for n, cell in enumerate(cells, 2)}


def refused(index: Callable[..., Result], given: Given, **options: Any) -> str:
    """The faults that the index tells."""
    with pytest.raises(Faults) as fault:
        index(given, **options)
    return str(fault.value)


def close(result: Result, expected: object, code: str = "x") -> None:
    """Holds the values against those counted on paper, members first, groups below."""
    np.testing.assert_allclose(result.values[code], expected, rtol=1e-12, atol=1e-15)


def step(result: Result, name: str) -> Any:
    """The values of a step by name."""
    return next(s.values for s in result.trace if s.name == name)
