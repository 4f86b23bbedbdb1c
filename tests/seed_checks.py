"""The checks of docs/seeds.md: what a seed says, or what we find instead, held against our figures.

A clause is `STUDY QUANTITY REGIONS PERIODS [MEASURE] EXPECT` or `has …`, as that page tells.
"""

from collections.abc import Callable, Sequence

import numpy as np

from reporter.claims.course import course
from reporter.indices import INDICES
from reporter.methods.growth import average_growth, yearly_growth
from reporter.methods.weights import WEIGHTS
from reporter.methods.weights_data import DATA_WEIGHTS
from reporter.model.panel import Floats
from reporter.model.period import span
from reporter.model.result import Composite
from reporter.problems import PROBLEMS
from tests.seed_figures import assessed, everyone, inputs, line, members

MEASURES: dict[str, Callable[[Floats], float]] = {
    "value": lambda v: float(v[-1]),
    "points": lambda v: float(v[-1] - v[0]),
    "change": lambda v: float(100 * (v[-1] / v[0] - 1)),
    "growth": lambda v: 100 * average_growth(v),
    "compounded": lambda v: 100 * (float(np.prod(1 + v / 100)) - 1),
    "chained": lambda v: 100 * (float(np.prod(v[1:] / 100)) ** (1 / (len(v) - 1)) - 1),
    "most": lambda v: float(v.max()),
    "least": lambda v: float(v.min()),
    "volatility": lambda v: float(100 * np.std(yearly_growth(v), ddof=1)),
    "drawdown": lambda v: float(100 * np.max(1 - v / np.maximum.accumulate(v))),
}


def holds(clause: str) -> bool:
    """Whether the clause is so."""
    study, *rest = clause.split()
    if study == "has":
        return _has(rest)
    quantity, regions, windows, *said = rest
    named = everyone(study, quantity) if regions == "all" else regions.replace("_", " ").split(",")
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
        case ["rank", place]:
            return all(_place(study, quantity, r, periods, measure) == int(place) for r in regions)
        case [("=" | "<" | ">") as sign, number]:
            values = [_measured(study, quantity, r, periods, measure) for r in regions]
            return all(_compare(value, sign, number) for value in values)
        case [("known" | "unknown") as word]:
            there = [~np.isnan(line(study, quantity, r, periods)) for r in regions]
            return bool(np.all(there) if word == "known" else not np.any(there))
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
    every = everyone(study, quantity)
    values = {r: sign * _measured(study, quantity, r, periods, measure) for r in every}
    return min(values[r] for r in regions) > max(values[r] for r in every if r not in regions)


def _place(
    study: str, quantity: str, region: str, periods: Sequence[str], measure: Callable[[Floats], float]
) -> int:
    """The rank among all members, 1 the highest."""
    values = {r: _measured(study, quantity, r, periods, measure) for r in everyone(study, quantity)}
    return 1 + sum(value > values[region] for value in values.values())


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
        case "group":
            return {*members(name, what.replace("_", " "))} == {*more[0].replace("_", " ").split(",")}
        case "part":
            return len(members(name, what)) == int(more[0])
    raise ValueError(f"a study has no '{kind}'")


def _inside(name: str, dimension: str) -> tuple[str, ...]:
    found = (d.indicators for d in inputs(name).study.framework.dimensions if d.id == dimension)
    return next(found, ())


def _published(name: str, series: str) -> set[str]:
    """Where the figures of a series were first printed."""
    rows = [row for rows in inputs(name).rows.values() for row in rows]
    return {row.origin.publication for row in rows if row.series == series}
