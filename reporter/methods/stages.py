"""The stages of a series: where its growth changes, and what each stretch is called."""

from itertools import pairwise
from typing import NamedTuple

import numpy as np

from reporter.methods.inequality import Floats, Ints, above_zero, enough, known

LONGEST = 100
ROUNDING = 1e-12


class TooLong(ValueError):
    """More growth rates than an exact partition is made for; `n` are there."""

    def __init__(self, n: int) -> None:
        super().__init__(f"{n} of {LONGEST}")
        self.n = n


class Thresholds(NamedTuple):
    """Yearly growth at which a stage earns its name; `slowdown` is a share of the stage before."""

    explosive: float = 0.15
    growth: float = 0.03
    stagnation: float = 0.01
    slowdown: float = 0.5


USUAL = Thresholds()


class Stage(NamedTuple):
    """A stretch from period `start` to period `stop` of the series, where the next one starts; average yearly
    growth and name.
    """

    start: int
    stop: int
    rate: float
    name: str


class Stages(NamedTuple):
    """The stages in order, with the variance σ̂² and the penalty of a border that they rest on; both None
    where the series is too short for a border.
    """

    stages: tuple[Stage, ...]
    variance: float | None
    penalty: float | None


def stages(
    series: Floats, *, penalty: float | None = None, shortest: int = 2, thresholds: Thresholds = USUAL
) -> Stages:
    """The stages of a series above zero, named, without a gap; one stage if it is too short for a border.

    Borders by `partition` of the log growth, penalty 2 σ̂² ln n unless given. NotAboveZero, Missing; TooFew
    below two periods; TooLong, ValueError as in `partition`.
    """
    growth = log_growth(series)
    free = len(growth) >= 2 * max(shortest, 1)
    variance = noise(growth) if free else None
    cost = 2 * variance * float(np.log(len(growth))) if variance is not None and penalty is None else penalty
    starts = partition(growth, cost or 0.0, shortest)
    rates = [float(np.expm1(part.mean())) for part in np.split(growth, starts[1:])]
    stops = [*starts[1:].tolist(), len(growth)]
    found = map(Stage, starts.tolist(), stops, rates, names(rates, thresholds))
    return Stages(tuple(found), variance, cost if free else None)


def log_growth(series: Floats) -> Floats:
    """ln(F_t / F_{t−1}), one shorter than the series; NotAboveZero, Missing, TooFew below two periods."""
    enough(len(series), 2)
    return np.diff(np.log(above_zero("series", series)))


def noise(growth: Floats) -> float:
    """σ̂², half the mean squared difference of successive values: the variance about levels that may change.

    A change of level enters it once, not in every year as in the variance about the mean. TooFew below two
    values. von Neumann et al. 1941.
    """
    enough(len(growth), 2)
    return float(np.mean(np.diff(growth) ** 2) / 2)


def partition(growth: Floats, penalty: float, shortest: int = 2) -> Ints:
    """Where the parts start, beginning with 0: the partition of least cost, found exactly.

    Cost: squared differences from each part's mean, plus the penalty for every border; parts have at least
    `shortest` values, unless there are fewer altogether. Of equal partitions the one with fewer borders.
    TooFew without a value, TooLong above 100; ValueError for a negative penalty or an empty part. Jackson et
    al. 2005.
    """
    n = enough(len(known("growth", growth)), 1)
    if n > LONGEST:
        raise TooLong(n)
    if penalty < 0 or shortest < 1:
        raise ValueError("penalty below 0, or shortest below 1")
    if n < 2 * shortest:
        return np.zeros(1, dtype=np.intp)
    cost = _costs(growth)
    border = penalty + ROUNDING * cost[0, n]
    best, start = np.full(n + 1, np.inf), np.zeros(n + 1, dtype=np.intp)
    best[0] = 0
    for stop in range(shortest, n + 1):
        until = best[: stop - shortest + 1] + cost[: stop - shortest + 1, stop] + border
        start[stop] = np.argmin(until)
        best[stop] = until[start[stop]]
    return _back(start)


def names(rates: list[float], thresholds: Thresholds = USUAL) -> list[str]:
    """What each stage is called, from the yearly growth of all in order.

    The first that holds of: explosive (15 % and more), stagnation (within ±1 %), decline (below that),
    slowdown (under half the stage before), growth (3 % and more), slow growth.
    """
    return [_name(rate, before, thresholds) for before, rate in pairwise([0.0, *rates])]


def _name(rate: float, before: float, at: Thresholds) -> str:
    if rate >= at.explosive - ROUNDING:
        return "explosive"
    if abs(rate) <= at.stagnation + ROUNDING:
        return "stagnation"
    if rate < 0:
        return "decline"
    if rate < at.slowdown * before - ROUNDING:
        return "slowdown"
    return "growth" if rate >= at.growth - ROUNDING else "slow growth"


def _costs(growth: Floats) -> Floats:
    """Squared differences from the mean of growth[i:j], at [i, j]; 0 where i ≥ j."""
    x = growth - growth.mean()
    total, squares = np.concatenate([[0.0], np.cumsum(x)]), np.concatenate([[0.0], np.cumsum(x * x)])
    at = np.arange(len(x) + 1)
    size = np.maximum(at - at[:, None], 1)
    cost = squares - squares[:, None] - (total - total[:, None]) ** 2 / size
    return np.asarray(np.maximum(np.triu(cost, 1), 0.0))


def _back(start: Ints) -> Ints:
    """The starts of all parts, from the start of the last part before each position."""
    found, stop = [], len(start) - 1
    while stop > 0:
        stop = int(start[stop])
        found.append(stop)
    return np.array(found[::-1], dtype=np.intp)
