"""The audit's replicates beside the shortest numpy for the same intervals, and their memory.

Run from the repository: .venv/bin/python bench/audit.py --runs 7
"""

import argparse
import resource
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import pairwise
from statistics import median
from time import perf_counter
from typing import Any

import made
import numpy as np
from numpy.typing import NDArray

from reporter.audit.sensitivity import sensitivity
from reporter.audit.space import Space, space_of
from reporter.audit.uncertainty import uncertainty
from reporter.indices import INDICES
from reporter.model.audit import Alternative, Choice, Plan
from reporter.model.result import Given

Floats = NDArray[np.float64]
Q = (0.05, 0.5, 0.95)
BUDGET = 5.0
MEGABYTES = 500


def choice(id: str, *options: Mapping[str, Any]) -> Choice:
    """A choice with these alternatives."""
    return Choice(id, {}, tuple(Alternative(f"{id}{n}", {}, one) for n, one in enumerate(options)))


ASEM = (
    choice("treat", {"treat": "none"}, {"treat": "winsorise"}),
    choice("scale", {}, {"standardise": "percentile-rank"}, {"standardise": "ratio-to-max"}),
)


def again(given: Given, options: Mapping[str, Any], *, weights: Floats | None = None) -> Any:
    """The index scored with these options set."""
    method = {**given.spec.options, **options}
    return INDICES[given.spec.method](replace(given, weights=weights), **method)


def space(given: Given, plan: Plan) -> Space:
    """The space of a plan around the index."""
    score = partial(again, given)
    return space_of(score({}), plan, score)  # type: ignore[arg-type]


def asem(replicates: int) -> Space:
    """51 regions × 1 period × 49 indicators, six combinations."""
    values = made.asem()
    values = np.where(np.isnan(values), np.nanmean(values, axis=0), values)
    given = made.given(values, np.ones(values.shape[-1], bool), made.PILLARS, "weighted-mean")
    return space(given, Plan(ASEM, 0.25, 0.25, replicates, 1))


def panel(replicates: int) -> Space:
    """31 regions × 13 periods × 20 indicators, two worst states."""
    values = np.random.default_rng(2).lognormal(size=(31, 13, 20))
    given = made.given(values, np.ones(20, bool), ((5,),) * 4, "ideal-solution")
    worst = choice("worst", {}, {"negative_ideal": "zero"})
    return space(given, Plan((worst,), 0.25, 0.25, replicates, 1))


def shaken(u: Floats, base: Floats, sizes: Sequence[Sequence[int]]) -> Floats:
    """Weights ± 25 % at every level: columns are the indicators, the dimensions, then the parts."""
    spread, n = 0.75 + 0.5 * u, len(base)
    own, above = base * spread[:, :n], spread[:, n:]
    ends = np.cumsum([0, *(sum(parts) for parts in sizes)])
    share = above[:, : len(sizes)] * np.add.reduceat(base, ends[:-1])
    share /= share.sum(axis=1, keepdims=True)
    found, k = np.empty_like(own), len(sizes)
    for d, parts in enumerate(sizes):
        inside = np.cumsum([ends[d], *parts])
        part = share[:, d : d + 1]
        if len(parts) > 1:
            part = above[:, k : k + len(parts)] * [base[a:b].sum() for a, b in pairwise(inside)]
            part *= (share[:, d] / part.sum(axis=1))[:, None]
            k += len(parts)
        for p, (start, end) in enumerate(pairwise(inside)):
            at = own[:, start:end]
            found[:, start:end] = at * (part[:, p] / at.sum(axis=1))[:, None]
    return found


def plain_asem(made_space: Space) -> tuple[Floats, Floats]:
    """Intervals of the index's scores and ranks: matrix products, argsort, quantiles."""
    n, sizes = made_space.plan.replicates, made.PILLARS
    u = np.random.Generator(np.random.PCG64(1)).random((n, sum(made_space.columns)))
    taken = (u[:, 0] * 2).astype(int) * 3 + (u[:, 1] * 3).astype(int)
    values = np.concatenate([one.steps.standardised[:, 0][None] for one in made_space.combinations])
    base = made_space.main.steps.weights
    weights = shaken(u[:, 2:], base, sizes)
    scores = np.empty((51, n))
    for k in range(6):
        at = taken == k
        scores[:, at] = values[k] @ weights[at].T
    return intervals(scores[:, None])


def plain_panel(made_space: Space) -> tuple[Floats, Floats]:
    """The same of an ideal solution over 13 periods."""
    n = made_space.plan.replicates
    u = np.random.Generator(np.random.PCG64(1)).random((n, sum(made_space.columns)))
    taken = (u[:, 0] * 2).astype(int)
    weights = shaken(u[:, 1:], made_space.main.steps.weights, ((5,),) * 4)
    scores = np.empty((31, 13, n))
    for k, one in enumerate(made_space.combinations):
        at, x = taken == k, one.steps.standardised.reshape(-1, 20)
        low = x.min(axis=0) if k == 0 else 0.0
        w = weights[at].T ** 2
        near, far = (x - x.max(axis=0)) ** 2 @ w, (x - low) ** 2 @ w
        scores[:, :, at] = (far / (near + far)).reshape(31, 13, -1)
    return intervals(scores)


def intervals(scores: Floats) -> tuple[Floats, Floats]:
    """Quantiles of scores and of ranks over the replicates."""
    ranks = (-scores).argsort(axis=0).argsort(axis=0) + 1.0
    return tuple(np.quantile(v, Q, axis=-1, method="inverted_cdf") for v in (scores, ranks))  # type: ignore[return-value]


def seconds(call: Callable[[], Any]) -> float:
    """Wall time of one call."""
    start = perf_counter()
    call()
    return perf_counter() - start


def race(title: str, make: Callable[[int], Space], plain: Callable[[Space], Any], runs: int) -> None:
    """Prints the medians of calls taken in turn and their ratio."""
    one = make(10_000)
    found, _ = uncertainty(one)
    for ours, theirs in zip((found.scores["I"], found.ranks["I"]), plain(one), strict=True):
        np.testing.assert_allclose(np.stack(ours), theirs, atol=found.error + 1e-12)
    calls = {
        "plain numpy, the index alone": partial(plain, one),
        "ours, index and dimensions": partial(uncertainty, one),
    }
    times: dict[str, list[float]] = {name: [] for name in calls}
    for _ in range(runs):
        for name, call in calls.items():
            times[name].append(seconds(call))
    base, ours_took = (median(taken) for taken in times.values())
    over = "over" if ours_took / base > BUDGET else ""
    print(f"{title}, 10,000 replicates: median of {runs} runs")
    print(f"  plain numpy, the index alone      {base * 1000:8.1f} ms")
    print(
        f"  ours, index and all dimensions    {ours_took * 1000:8.1f} ms  {ours_took / base:5.2f} of {BUDGET:.0f}  {over}"
    )
    print(
        f"  and the combinations scored       {median(seconds(partial(make, 10_000)) for _ in range(3)) * 1000:8.1f} ms"
    )
    print(f"  and Sobol indices                 {seconds(partial(sensitivity, one, ())) * 1000:8.1f} ms")


def grown(replicates: int) -> float:
    """Megabytes by which the peak of a new process grows over its start while it makes the replicates."""
    command = [sys.executable, __file__, "--replicates", str(replicates)]
    return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def main() -> None:
    """Prints the races, then the memory of 10⁶ replicates."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=7, help="repetitions; the median is printed")
    parser.add_argument(
        "--replicates", type=int, help="make so many of ASEM's and print the memory they took"
    )
    asked = parser.parse_args()
    if asked.replicates:
        one = asem(asked.replicates)
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        uncertainty(one)
        print((resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024)
        return
    race("51 regions × 49 indicators in 8 pillars", asem, plain_asem, asked.runs)
    race("31 regions × 13 periods × 20 indicators", panel, plain_panel, asked.runs)
    took = seconds(
        lambda: print(f"10⁶ replicates of the first: {grown(1_000_000):.0f} MB of {MEGABYTES}", end="")
    )
    print(f", {took:.1f} s")


if __name__ == "__main__":
    main()
