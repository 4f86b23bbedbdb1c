"""The figures that the checks of docs/seeds.md are held against: those of an edition, and those printed."""

from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

import numpy as np

from reporter import pipeline
from reporter.checks import build_panel
from reporter.claims.lines import Ground
from reporter.config import Workspace
from reporter.exhibits import exhibit
from reporter.methods.expression import evaluate, parse
from reporter.methods.inequality import hhi, theil
from reporter.model.assessment import Assessment
from reporter.model.exhibit import Exhibited
from reporter.model.panel import Floats, Panel
from reporter.model.result import Result

WORKSPACE = Workspace(Path(__file__).parent.parent)
EDITIONS = {
    "bth": "2022",
    "bohai": "2022",
    "china": "2023",
    "clusters": "2023",
    "shandong-htz": "2023",
    "policy": "2023",
}
Printed = dict[tuple[str, str], dict[str, float]]


@cache
def inputs(study: str) -> pipeline.Inputs:
    """A study of the repository with its rows; of a reading or of what is printed the study's."""
    return pipeline.read(WORKSPACE, study.partition("/")[0])


@cache
def assessed(study: str) -> Assessment:
    """The study's edition that the checks are held against, made once."""
    return pipeline.assess(inputs(study), EDITIONS[study])


@cache
def whole(study: str) -> Panel:
    """Every series of the study's files, those that its report does not use too."""
    said = inputs(study)
    return build_panel(said.study, said.rows, said.regions, EDITIONS[study])


@cache
def printed(study: str) -> Printed:
    """Every figure as printed, by series and region; of `…/exhibit` without official statistics."""
    found: Printed = {}
    for dataset, rows in inputs(study).rows.items():
        if not (study.endswith("/exhibit") and dataset == "china-provinces"):
            for row in rows:
                found.setdefault((row.series, row.region), {})[row.period] = float(row.origin.printed)
    return found


@cache
def exhibits(study: str) -> dict[str, Exhibited]:
    """The study's exhibits, as its report prints them."""
    said = inputs(study)
    return {one.exhibit.id: one for one in exhibit(said.exhibits, said.rows, said.study.series)}


def members(study: str, region: str) -> tuple[str, ...]:
    """The regions behind a name: those joined by `+`, a group's, a part's of a disparity, or itself."""
    names = [name for name in EDITIONS if name != study] + [study.partition("/")[0]]
    groups = {named: each for name in names for named, each in _groups(name)}
    return tuple(member for each in region.split("+") for member in groups.get(each, (each,)))


def _groups(name: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    study = inputs(name).study
    yield from ((group.id, group.members) for group in study.groups)
    parted = (index.options.get("parts") or {} for index in study.indices.values())
    yield from (part for parts in parted for part in parts.items())


def everyone(study: str, quantity: str) -> list[str]:
    """All members of the study; of an exhibit all regions that have the figure."""
    if not study.endswith("/exhibit"):
        return [region.id for region in inputs(study).study.regions]
    if "." in quantity:
        table, column = quantity.split(".")
        return [r for (r, c), cell in exhibits(study)[table].cells.items() if c == column and cell.there]
    first, *others = parse(quantity).names
    there = printed(study)
    return [r for series, r in there if series == first and all((name, r) in there for name in others)]


def line(study: str, quantity: str, region: str, periods: Sequence[str]) -> Floats:
    """The values as printed: scores of 100; `A/B` among the regions is the one in the other."""
    if "/" in region:
        above, below = region.split("/")
        return line(study, quantity, above, periods) / line(study, quantity, below, periods)
    if ":" in region:
        return _spread(study, quantity, region, periods)
    if study.endswith("/exhibit") and "." in quantity:
        return _of_exhibit(study, quantity, region, periods)
    if result := _scores(study, quantity):
        there = dict(zip(result.periods, result.times * result.line(quantity, region), strict=True))
        return np.array([there.get(p, np.nan) for p in periods])
    if study in EDITIONS and study != "china" and quantity in inputs(study).study.indicators:
        a = assessed(study)
        return Ground(a.board, whole(study), a.study, a.audit).line(quantity, region, periods)
    return _of_series(study, quantity, region, periods)


def _scores(study: str, quantity: str) -> Result | None:
    name, _, reading = study.partition("/")
    if name == "china" or reading == "exhibit":
        return None
    read = assessed(name)
    if reading:
        return read.readings[reading]["mean"]
    return next((r for r in read.board.results.values() if quantity in r.values), None)


def _spread(study: str, quantity: str, region: str, periods: Sequence[str]) -> Floats:
    """How unequal a group is: `hhi:` by its members' shares, `theil:` of a quantity per head by people."""
    measure, group = region.split(":")
    each = [line(study, quantity, member, periods) for member in members(study, group)]
    if measure == "hhi":
        return hhi(np.transpose(each))
    people = [line(study, "population_resident", member, periods) for member in members(study, group)]
    return theil(np.transpose(each), np.transpose(people))


def _of_exhibit(study: str, quantity: str, region: str, periods: Sequence[str]) -> Floats:
    """A cell of an exhibit, at the one period of its column."""
    table, column = quantity.split(".")
    one = exhibits(study)[table]
    [period] = [each.period for each in one.exhibit.columns if each.id == column]
    cell = one.cells[region, column]
    return np.array([cell.value if each == period else np.nan for each in periods])


def _of_series(study: str, quantity: str, region: str, periods: Sequence[str]) -> Floats:
    """A series in its own unit, or an expression of several in base units, of a group that of the sums."""
    expression, units = parse(quantity), inputs(study).study.series
    single = expression.text in units
    named = everyone(study, quantity) if region == "together" else members(study, region)
    sums = {
        name: sum(_each(study, name, member, periods) for member in named)
        * (1 if single else units[name].unit.factor)
        for name in expression.names
    }
    return np.asarray(evaluate(expression, sums))


def _each(study: str, series: str, region: str, periods: Sequence[str]) -> Floats:
    """A series of one region: of an edition with its gaps filled, of `china` and of an exhibit as printed."""
    if study == "china" or study.endswith("/exhibit"):
        there = printed(study).get((series, region), {})
    else:
        panel = whole(study)
        values = panel.series[series].values[panel.regions.index(region)]
        there = dict(zip(panel.series_periods, values, strict=True))
    return np.array([there.get(period, np.nan) for period in periods])
