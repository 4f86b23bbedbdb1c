"""The index engine beside the shortest numpy and two libraries, each with its budget.

Run from the repository: .venv/bin/python bench/indices.py --runs 9
"""

import argparse
import tracemalloc
from collections.abc import Callable, Mapping
from functools import partial
from statistics import median
from time import perf_counter
from typing import Any, NamedTuple

import libraries
import made
import numpy as np
import plain
from numpy.typing import NDArray

from reporter.indices.ideal_solution import ideal_solution
from reporter.indices.weighted_mean import weighted_mean
from reporter.methods.aggregate import arithmetic
from reporter.methods.ideal_solution import closeness, distances, terms
from reporter.methods.impute import group_mean
from reporter.methods.standardise import min_max, over, ratio_to_max
from reporter.methods.treat import treat
from reporter.methods.weights import hierarchical_equal
from reporter.model.result import Result

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]
Call = Callable[[], Any]

POOLED_ZERO = {"standardise": "ratio-to-max", "negative_ideal": "zero"}
ASEM = {"impute": "group-mean", "treat": "winsorise", "standardise": "min-max"}


class Race(NamedTuple):
    """Calls timed in turn, the first being what the others are measured by, and the budgets of some.

    times: how often each is called within one run.
    """

    title: str
    calls: Mapping[str, Call]
    budgets: Mapping[str, float]
    times: int = 1


def year_by_year(values: Floats, weights: Floats) -> Floats:
    """Every year for itself, classic form, worst state the smallest value: what the libraries compute."""
    x = ratio_to_max(values, np.ones(values.shape[-1], bool), "period")
    low, high = over(x, "period")
    return closeness(terms(x, high, weights).sum(-1), terms(x, low, weights).sum(-1), "classic")


def reported(values: Floats, benefit: Bools, weights: Floats, sets: Floats) -> Floats:
    """What the index function does for its scores: all years together, squared form, worst state zero."""
    x = ratio_to_max(values, benefit)
    _, high = over(x, "pooled")
    return closeness(distances(x, high, weights, sets), distances(x, np.zeros_like(high), weights, sets))


def build(values: Floats, benefit: Bools, levels: list[Floats]) -> list[Floats]:
    """Gaps filled, outliers treated, min–max, then the scores of every level, lowest first."""
    x = min_max(treat(group_mean(values).values).values, benefit)
    return [x := arithmetic(x, weights) for weights in levels]


def flat() -> Race:
    """The ideal solution without dimensions."""
    values, weights = made.cube(), hierarchical_equal(made.SIZES)
    methods = {"plain numpy, year by year": plain.topsis, "ours, year by year": year_by_year}
    calls = {n: partial(m, values, weights) for n, m in {**methods, **libraries.found()}.items()}
    _agree(calls)
    return Race("ideal solution, 3,000 × 50 × 20", calls, {"ours, year by year": 1.5})


def hierarchical() -> Race:
    """The ideal solution with its five dimensions."""
    values, inside = made.cube(), made.belonging(made.SIZES)
    n, d = inside.shape
    sets = np.hstack([np.ones((n, 1)), inside])
    given = made.given(values, np.ones(n, bool), [(size,) for size in made.SIZES], "ideal-solution")
    w, up = hierarchical_equal(made.SIZES), np.ones(n, bool)
    calls: dict[str, Call] = {
        "plain numpy, matrix products": lambda: plain.hierarchical(
            values, inside * w[:, None] * d, np.full(d, 1 / d)
        ),
        "ours, methods": lambda: reported(values, up, w, sets),
        "ours, index function": lambda: _scores(ideal_solution(given, **POOLED_ZERO)),
    }
    _agree(calls)
    return Race("ideal solution and its 5 dimensions, 3,000 × 50 × 20", calls, {"ours, methods": 1.5})


def asem() -> Race:
    """A build of the size of ASEM's: impute, treat, standardise, aggregate."""
    values, benefit = made.asem(), np.arange(49) % 5 != 0
    sizes = [size for part in made.PILLARS for size in part]
    levels = [_means(sizes), _means([len(part) for part in made.PILLARS]), _means([2])]
    given = made.given(values, benefit, made.PILLARS, "weighted-mean")
    calls: dict[str, Call] = {
        "plain numpy": lambda: np.hstack(plain.build(values[:, 0], benefit, levels)),
        "ours, methods": lambda: np.concatenate(build(values, benefit, levels), axis=-1)[:, 0],
        "ours, index function": lambda: _by_level(weighted_mean(given, **ASEM)),
    }
    _agree(calls)
    return Race("build, 51 × 49 in 8 dimensions of 2 parts", calls, {"ours, methods": 2.0}, times=20)


def _means(sizes: list[int]) -> Floats:
    """Equal weights within each of the sizes, as a matrix."""
    return made.belonging(sizes) / np.array(sizes)


def _scores(result: Result) -> Floats:
    """Regions × years × scores, the index first."""
    return np.stack(list(result.values.values()), axis=-1)


def _by_level(result: Result) -> Floats:
    """Regions × scores of a single period: the lowest level first, the index last."""
    codes = sorted(result.values, key=lambda code: -len(code))
    return np.hstack([result.values[code] for code in codes])


def _agree(calls: Mapping[str, Call]) -> None:
    """Holds every call against the first."""
    expected, *_ = (call() for call in calls.values())
    for name, call in calls.items():
        np.testing.assert_allclose(call(), expected, rtol=1e-9, atol=1e-12, err_msg=name)


def seconds(call: Call, times: int) -> float:
    """Wall time of one call, the mean of several."""
    start = perf_counter()
    for _ in range(times):
        call()
    return (perf_counter() - start) / times


def run(race: Race, runs: int) -> None:
    """Prints for each call the median time, and the median of its ratios to the first, taken in turn."""
    taken = [[seconds(call, race.times) for call in race.calls.values()] for _ in range(runs)]
    print(f"\n{race.title:52} {'ms':>8} {'ratio':>6} budget")
    for name, times in zip(race.calls, zip(*taken, strict=True), strict=True):
        ratio = median(one / turn[0] for one, turn in zip(times, taken, strict=True))
        print(f"  {name:50} {median(times) * 1000:8.2f} {ratio:6.2f} {_held(ratio, race.budgets.get(name))}")


def memory() -> None:
    """Prints what is allocated beyond the panel, as multiples of it; every fifth indicator is a cost."""
    values, inside = made.cube(), made.belonging(made.SIZES)
    benefit, w = np.arange(len(inside)) % 5 != 0, hierarchical_equal(made.SIZES)
    sets = np.hstack([np.ones((len(inside), 1)), inside])
    given = made.given(values, benefit, [(size,) for size in made.SIZES], "ideal-solution")
    calls: dict[str, tuple[Call, float | None]] = {
        "scores without steps": (lambda: reported(values, benefit, w, sets), 3.0),
        "index function, with its steps": (lambda: ideal_solution(given, **POOLED_ZERO), None),
    }
    print(f"\n{'memory beyond the panel, as multiples of it':52} {'kept':>8} {'peak':>6} budget")
    for name, (call, budget) in calls.items():
        tracemalloc.start()
        kept = call()
        held, peak = (size / values.nbytes for size in tracemalloc.get_traced_memory())
        tracemalloc.stop()
        del kept
        print(f"  {name:50} {held:8.2f} {peak:6.2f} {_held(peak, budget)}")


def _held(ratio: float, budget: float | None) -> str:
    """The budget, and whether it is exceeded."""
    return "" if budget is None else f"{budget:6.1f}{'  over' if ratio > budget else ''}"


def main() -> None:
    """Prints every race and the memory."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=9, help="repetitions; medians are printed")
    runs = parser.parse_args().runs
    for race in (flat, hierarchical, asem):
        run(race(), runs)
    memory()


if __name__ == "__main__":
    main()
