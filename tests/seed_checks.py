"""The checks of docs/seeds.md: what a seed says, or what we find instead, held against our figures.

A clause is `STUDY QUANTITY REGIONS PERIODS [MEASURE] EXPECT` or `has …`, as that page tells.
"""

from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

import numpy as np

from reporter import pipeline
from reporter.checks import build_panel
from reporter.claims.course import course
from reporter.claims.lines import Ground
from reporter.config import Workspace
from reporter.indices import INDICES
from reporter.methods.expression import evaluate, parse
from reporter.methods.growth import average_growth, yearly_growth
from reporter.methods.weights import WEIGHTS
from reporter.methods.weights_data import DATA_WEIGHTS
from reporter.model.assessment import Assessment
from reporter.model.panel import Floats, Panel
from reporter.model.period import span
from reporter.model.result import Composite, Result
from reporter.problems import PROBLEMS

WORKSPACE = Workspace(Path(__file__).parent.parent)
EDITIONS = {"bth": "2022", "bohai": "2022", "china": "2023"}

MEASURES: dict[str, Callable[[Floats], float]] = {
    "value": lambda v: float(v[-1]),
    "points": lambda v: float(v[-1] - v[0]),
    "change": lambda v: float(100 * (v[-1] / v[0] - 1)),
    "growth": lambda v: 100 * average_growth(v),
    "chained": lambda v: 100 * (float(np.prod(v[1:] / 100)) ** (1 / (len(v) - 1)) - 1),
    "most": lambda v: float(v.max()),
    "least": lambda v: float(v.min()),
    "volatility": lambda v: float(100 * np.std(yearly_growth(v), ddof=1)),
    "drawdown": lambda v: float(100 * np.max(1 - v / np.maximum.accumulate(v))),
}


@cache
def inputs(study: str) -> pipeline.Inputs:
    """A study of the repository with its rows."""
    return pipeline.read(WORKSPACE, study)


@cache
def assessed(study: str) -> Assessment:
    """The study's edition that the checks are held against, made once."""
    return pipeline.assess(inputs(study), EDITIONS[study])


@cache
def panel(study: str) -> Panel:
    """The study's figures; of the 31 provinces no more than these is asked."""
    if study != "china":
        return assessed(study).panel
    said = inputs(study)
    return build_panel(said.study, said.rows, said.regions, EDITIONS[study])


def members(region: str) -> tuple[str, ...]:
    """The regions behind a name: a group's, of whichever study, or the region itself."""
    groups = {g.id: g.members for name in EDITIONS for g in inputs(name).study.groups}
    return groups.get(region, (region,))


def _scores(study: str, quantity: str) -> Result | None:
    name, _, reading = study.partition("/")
    if name == "china":
        return None
    read = assessed(name)
    if reading:
        return read.readings[reading]["mean"]
    return next((r for r in read.board.results.values() if quantity in r.values), None)


def line(study: str, quantity: str, region: str, periods: Sequence[str]) -> Floats:
    """The values as printed: scores of 100; `A/B` among the regions is the one in the other."""
    if "/" in region:
        above, below = region.split("/")
        return line(study, quantity, above, periods) / line(study, quantity, below, periods)
    if result := _scores(study, quantity):
        there = dict(zip(result.periods, result.times * result.line(quantity, region), strict=True))
        return np.array([there.get(p, np.nan) for p in periods])
    if study != "china" and quantity in inputs(study).study.indicators:
        a = assessed(study)
        return Ground(a.board, a.panel, a.study, a.audit).line(quantity, region, periods)
    return _of_series(study, quantity, region, periods)


def _of_series(study: str, quantity: str, region: str, periods: Sequence[str]) -> Floats:
    """A series in its own unit, or an expression of several in base units, of a group that of the sums."""
    figures, expression = panel(study), parse(quantity)
    rows = [figures.regions.index(member) for member in members(region)]
    units = inputs(study).study.series
    single = expression.text in units
    sums = {
        name: figures.series[name].values[rows].sum(axis=0) * (1 if single else units[name].unit.factor)
        for name in expression.names
    }
    there = dict(zip(figures.series_periods, evaluate(expression, sums), strict=True))
    return np.array([there.get(period, np.nan) for period in periods])


def holds(clause: str) -> bool:
    """Whether the clause is so."""
    study, *rest = clause.split()
    if study == "has":
        return _has(rest)
    quantity, regions, windows, *said = rest
    names = inputs(study).study.regions if regions == "all" else ()
    named = [r.id for r in names] or regions.split(",")
    spans = [window.split("–") for window in windows.split(",")]
    return all(_one(study, quantity, named, span(w[0], w[-1]), said) for w in spans)


def _one(study: str, quantity: str, regions: Sequence[str], periods: Sequence[str], said: list[str]) -> bool:
    measure = MEASURES[said[0]] if said[0] in MEASURES else MEASURES["value"]
    match [word for word in said if word not in MEASURES]:
        case ["likest"] | ["moves-likest"] as word:
            return _likest(study, quantity, periods, differences=word == ["moves-likest"]) == regions[0]
        case [("highest" | "lowest") as order]:
            return _first(study, quantity, regions, periods, measure, 1 if order == "highest" else -1)
        case [("highest" | "lowest") as order, "always"]:
            return all(_one(study, quantity, regions, (p,), [order]) for p in periods)
        case [("=" | "<" | ">") as sign, number]:
            values = [_measured(study, quantity, r, periods, measure) for r in regions]
            return all(_compare(value, sign, number) for value in values)
        case ["known"]:
            return not any(np.isnan(line(study, quantity, r, periods)).any() for r in regions)
        case ["not", word]:
            return not any(_course(study, quantity, r, periods, word) for r in regions)
        case [word, *spread]:
            return all(_course(study, quantity, r, periods, word, *spread) for r in regions)
    raise ValueError(f"'{' '.join(said)}' is no expectation")


def _course(
    study: str, quantity: str, region: str, periods: Sequence[str], word: str, spread: str = "0.01"
) -> bool:
    values = line(study, quantity, region, periods)
    assert not np.isnan(values).any(), f"no figure for {quantity} {region}"
    return course(word, values, periods, float(spread))[0]  # type: ignore[arg-type]


def _measured(
    study: str, quantity: str, region: str, periods: Sequence[str], measure: Callable[[Floats], float]
) -> float:
    """What is measured; of `I:part` the points that an indicator or dimension adds to the change of I."""
    index, _, part = quantity.partition(":")
    if not part:
        value = measure(line(study, quantity, region, periods))
        assert value == value, f"no figure for {quantity} {region}"
        return value
    result = assessed(study).board.results[index]
    assert isinstance(result, Composite)
    parts = result.contributions(region, periods[0], periods[-1])
    each = dict(zip(result.steps.indicators, parts, strict=True)) | result.by_dimension(parts)
    return 100 * float(each[part])


def _compare(value: float, sign: str, number: str) -> bool:
    """`=` to the last place printed; a number with % is a hundred times the value's."""
    digits = number.removesuffix("%")
    value *= 100 if number.endswith("%") else 1
    places = len(digits.partition(".")[2])
    if sign == "=":
        return abs(value - float(digits)) <= 0.5 / 10.0**places + 1e-9
    return value > float(digits) if sign == ">" else value < float(digits)


def _first(
    study: str,
    quantity: str,
    regions: Sequence[str],
    periods: Sequence[str],
    measure: Callable[[Floats], float],
    sign: int,
) -> bool:
    """Whether the regions are before all other members; a tie with another is no first place."""
    every = [r.id for r in inputs(study).study.regions]
    values = {r: sign * _measured(study, quantity, r, periods, measure) for r in every}
    return min(values[r] for r in regions) > max(values[r] for r in every if r not in regions)


def _likest(study: str, quantity: str, periods: Sequence[str], *, differences: bool) -> str:
    """The member whose line, or whose steps, correlate most with the group's."""
    [group] = inputs(study).study.groups
    lines = {r: line(study, quantity, r, periods) for r in (*group.members, group.id)}
    if differences:
        lines = {r: np.diff(values) for r, values in lines.items()}
    return max(group.members, key=lambda r: float(np.corrcoef(lines[r], lines[group.id])[0, 1]))


def _has(words: list[str]) -> bool:
    """Whether the catalogue or a study has the thing named."""
    match words:
        case ["measure", name]:
            return name in {measure.id for measure in inputs("bth").measures}
        case ["rule", name]:
            return name in PROBLEMS
        case ["method", name]:
            return name in INDICES
        case ["weights", name]:
            return name in {**WEIGHTS, **DATA_WEIGHTS}
        case [study, kind, *names]:
            return _study_has(study, kind, *names)
    raise ValueError(f"'has {' '.join(words)}' asks for nothing")


def _study_has(name: str, kind: str, what: str, *more: str) -> bool:
    study = inputs(name).study
    match kind:
        case "indicator":
            return what in study.indicators
        case "index":
            return what in study.indices
        case "method":
            return study.indices[what].method == more[0]
        case "option":
            return str(study.indices[what].options[more[0]]) == more[1]
        case "reading":
            return what in {reading.id for reading in study.readings}
        case "rule":
            return what in {rule.rule for rule in study.problems}
        case "finding":
            return any((f.rule, f.region) == (what, *more) for f in assessed(name).findings)
        case "publication":
            return _published(name, what) == {*more}
        case "window":
            return "–".join(study.indices[what].periods) == more[0]
        case "dimension":
            return bool(_inside(name, what)) and (not more or len(_inside(name, what)) == int(more[0]))
        case "indicators":
            return len(study.framework.indicators) == int(what)
        case "dimensions":
            return len(study.framework.dimensions) == int(what)
        case "part":
            return len(study.indices["disparity"].options["parts"][what]) == int(more[0])
    raise ValueError(f"a study has no '{kind}'")


def _inside(name: str, dimension: str) -> tuple[str, ...]:
    found = (d.indicators for d in inputs(name).study.framework.dimensions if d.id == dimension)
    return next(found, ())


def _published(name: str, series: str) -> set[str]:
    """Where the figures of a series were first printed."""
    rows = [row for rows in inputs(name).rows.values() for row in rows]
    return {row.origin.publication for row in rows if row.series == series}
