"""The ideal solution on 3,000 regions × 50 indicators × 20 years: ours, the shortest numpy, two libraries.

Run from the repository: .venv/bin/python bench/indices.py --runs 7
"""

import argparse
from collections.abc import Callable
from itertools import pairwise
from statistics import median
from time import perf_counter

import numpy as np
import plain
from numpy.typing import NDArray

from reporter.methods.ideal_solution import closeness, terms
from reporter.methods.standardise import over, ratio_to_max
from reporter.methods.weights import hierarchical_equal

Floats = NDArray[np.float64]
Method = Callable[[Floats, Floats], Floats]

REGIONS, YEARS, SIZES = 3000, 20, (10, 10, 10, 10, 10)


def ours(values: Floats, weights: Floats) -> Floats:
    """Every year for itself, classic form, worst state the smallest value: what the others compute."""
    x = ratio_to_max(values, np.ones(values.shape[-1], bool), "period")
    low, high = over(x, "period")
    return closeness(terms(x, high, weights).sum(-1), terms(x, low, weights).sum(-1), "classic")


def reported(values: Floats, weights: Floats) -> Floats:
    """The report's own reading: all years together, squared, worst state zero; the dimensions' scores too."""
    x = ratio_to_max(values, np.ones(values.shape[-1], bool))
    _, high = over(x, "pooled")
    best, worst = terms(x, high, weights), terms(x, np.zeros_like(high), weights)
    ends = np.cumsum((0, *SIZES))
    for start, end in pairwise(ends):
        closeness(best[..., start:end].sum(-1), worst[..., start:end].sum(-1))
    return closeness(best.sum(-1), worst.sum(-1))


def with_pymcdm() -> Method:
    """pymcdm's TOPSIS, a call a year."""
    from pymcdm.methods import TOPSIS
    from pymcdm.normalizations import max_normalization

    method = TOPSIS(max_normalization)

    def scores(values: Floats, weights: Floats) -> Floats:
        benefit = np.ones(len(weights))
        years = [method(values[:, t], weights, benefit) for t in range(values.shape[1])]
        return np.stack(years, axis=1)

    return scores


def with_scikit_criteria() -> Method:
    """scikit-criteria's pipeline of scaler and TOPSIS, a call a year."""
    from skcriteria import mkdm
    from skcriteria.agg.topsis import TOPSIS
    from skcriteria.pipelines import mkpipe
    from skcriteria.preprocessing.scalers import MaxAbsScaler

    pipe = mkpipe(MaxAbsScaler(target="matrix"), TOPSIS())

    def scores(values: Floats, weights: Floats) -> Floats:
        benefit = [max] * len(weights)
        years = [pipe.evaluate(mkdm(values[:, t], benefit, weights=weights)) for t in range(values.shape[1])]
        return np.stack([year.e_.similarity for year in years], axis=1)

    return scores


def libraries() -> dict[str, Method]:
    """The libraries this machine has."""
    found: dict[str, Method] = {}
    for name, make in (("pymcdm", with_pymcdm), ("scikit-criteria", with_scikit_criteria)):
        try:
            found[name] = make()
        except ImportError:
            print(f"{name}: not installed, left out")
    return found


def seconds(method: Method, values: Floats, weights: Floats) -> float:
    """Wall time of one call."""
    start = perf_counter()
    method(values, weights)
    return perf_counter() - start


def main() -> None:
    """Prints the median of several runs of each, taken in turn, and its ratio to plain numpy."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=7, help="repetitions; the median is printed")
    runs = parser.parse_args().runs
    values = np.random.default_rng(1).lognormal(size=(REGIONS, YEARS, sum(SIZES)))
    weights = hierarchical_equal(SIZES)
    same = {"plain numpy, year by year": plain.topsis, "ours, year by year": ours, **libraries()}
    expected = plain.topsis(values, weights)
    for name, method in same.items():
        np.testing.assert_allclose(method(values, weights), expected, atol=1e-12, err_msg=name)
    methods = {**same, "ours, as the report has it": reported}
    times: dict[str, list[float]] = {name: [] for name in methods}
    for _ in range(runs):
        for name, method in methods.items():
            times[name].append(seconds(method, values, weights))
    base = median(times["plain numpy, year by year"])
    size = f"{REGIONS} regions × {sum(SIZES)} indicators × {YEARS} years"
    print(f"{size}: median of {runs} runs; last column: share of plain numpy")
    for name, taken in times.items():
        print(f"{name:28} {median(taken) * 1000:8.1f} ms  {median(taken) / base:5.2f}")


if __name__ == "__main__":
    main()
