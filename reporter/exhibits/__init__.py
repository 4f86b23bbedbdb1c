"""Exhibits + rows of the sources → their cells: figures as a publication prints them, and what follows."""

from collections.abc import Iterable, Iterator, Mapping
from math import nan

import numpy as np

from reporter.errors import Where, fault
from reporter.methods.expression import ZeroDenominator, evaluate
from reporter.model.exhibit import Column, Exhibit, Exhibited, Figured
from reporter.model.row import Row
from reporter.model.source import Origin, Series

Printed = Mapping[tuple[str, str, str], Origin]


def exhibit(
    exhibits: Iterable[Exhibit], rows: Mapping[str, tuple[Row, ...]], series: Mapping[str, Series]
) -> tuple[Exhibited, ...]:
    """Every exhibit with its cells, from rows that were checked; a cell that lacks a figure has none.

    Faults: a denominator of 0.
    """
    printed = {(r.series, r.region, r.period): r.origin for each in rows.values() for r in each}
    return tuple(Exhibited(one, dict(_cells(one, printed, series))) for one in exhibits)


def _cells(
    one: Exhibit, printed: Printed, series: Mapping[str, Series]
) -> Iterator[tuple[tuple[str, str], Figured]]:
    for region in one.regions:
        before: dict[str, tuple[Column, Figured]] = {}
        for column in one.columns:
            cell = _cell(column, region.id, before, printed, series)
            before[column.id] = column, cell
            yield (region.id, column.id), cell


def _cell(
    column: Column,
    region: str,
    before: Mapping[str, tuple[Column, Figured]],
    printed: Printed,
    series: Mapping[str, Series],
) -> Figured:
    """The column's value in its unit, where everything that it names has a figure."""
    based: dict[str, float] = {}
    origins: list[Origin] = []
    for name in column.value.names:
        if name in before:
            other, cell = before[name]
            based[name] = cell.value * other.unit.factor
            origins += cell.origins
        elif (name, region, column.period) in printed:
            origin = printed[name, region, column.period]
            based[name] = float(origin.printed) * series[name].unit.factor
            origins.append(origin)
        else:
            based[name] = nan
    if any(value != value for value in based.values()):
        return Figured(nan)
    if not column.own and series[column.value.text].unit.factor == column.unit.factor:
        return Figured(float(origins[0].printed), tuple(origins))
    return Figured(
        _evaluated(column, region, based, origins[0].where) / column.unit.factor,
        tuple(dict.fromkeys(origins)),
    )


def _evaluated(column: Column, region: str, based: Mapping[str, float], where: Where) -> float:
    try:
        return float(evaluate(column.value, {name: np.asarray(v) for name, v in based.items()}))
    except ZeroDenominator as zero:
        what = f"'{zero.name}' is 0 in {region} {column.period} and divides '{column.id}'"
        raise fault(where, what, "leave the column out of the exhibit, or the region") from None
