"""The audit's replicates beside the shortest numpy for the same intervals, and their memory.

Run from the repository: .venv/bin/python bench/audit.py --runs 7
"""

import argparse
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import pairwise
from pathlib import Path
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
from reporter.model.plan import Alternative, Choice, Plan
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


def plain_asem(one: Space) -> tuple[Floats, Floats]:
    """Intervals of all scores and ranks, by code: matrix products, argsort, partition."""
    u = drawn(one)
    taken = (u[:, 0] * 2).astype(int) * 3 + (u[:, 1] * 3).astype(int)
    weights = shaken(u[:, 2:], one.main.steps.weights, made.PILLARS)
    found = []
    for j in behind(one):
        scores, w = np.empty((51, 1, len(u))), weights[:, j]
        w /= w.sum(axis=1, keepdims=True)
        for k, combination in enumerate(one.combinations):
            at = taken == k
            scores[..., at] = combination.steps.standardised[..., j] @ w[at].T
        found.append(intervals(scores))
    return both(found)


def plain_panel(one: Space) -> tuple[Floats, Floats]:
    """The same of an ideal solution over 13 periods."""
    u = drawn(one)
    taken = (u[:, 0] * 2).astype(int)
    squares = shaken(u[:, 1:], one.main.steps.weights, ((5,),) * 4) ** 2
    found = []
    for j in behind(one):
        scores = np.empty((31 * 13, len(u)))
        for k, combination in enumerate(one.combinations):
            at, x = taken == k, combination.steps.standardised.reshape(-1, 20)[:, j]
            low, w = (x.min(axis=0) if k == 0 else 0.0), squares[at][:, j].T
            near, far = (x - x.max(axis=0)) ** 2 @ w, (x - low) ** 2 @ w
            scores[:, at] = far / (near + far)
        found.append(intervals(scores.reshape(31, 13, -1)))
    return both(found)


def drawn(one: Space) -> Floats:
    """The numbers of the replicates."""
    return np.random.Generator(np.random.PCG64(1)).random((one.plan.replicates, sum(one.columns)))


def behind(one: Space) -> list[list[int]]:
    """The positions of the indicators behind each score."""
    names = one.main.steps.indicators
    scored = one.main.framework.scored(one.main.code)
    inside = {code: [names.index(i) for i in d.indicators] for code, d in scored.items()}
    return [inside.get(code, list(range(len(names)))) for code in one.main.values]


def intervals(scores: Floats) -> tuple[Floats, Floats]:
    """Quantiles of scores and of ranks over the replicates."""
    ranks = (-scores).argsort(axis=0).argsort(axis=0) + 1.0
    at = [int(np.ceil(q * scores.shape[-1] - 1e-9)) - 1 for q in Q]
    return np.partition(scores, at)[..., at], np.partition(ranks, at)[..., at]


def both(found: list[tuple[Floats, Floats]]) -> tuple[Floats, Floats]:
    """Quantiles of scores and of ranks, codes × quantiles × regions × periods."""
    scores, ranks = (np.moveaxis(np.stack(part), -1, 1) for part in zip(*found, strict=True))
    return scores, ranks


def seconds(call: Callable[[], Any]) -> float:
    """Wall time of one call."""
    start = perf_counter()
    call()
    return perf_counter() - start


def race(title: str, make: Callable[[int], Space], plain: Callable[[Space], Any], runs: int) -> None:
    """Prints the medians of calls taken in turn and their ratio."""
    one = make(10_000)
    found, _ = uncertainty(one)
    for ours, theirs in zip((found.scores, found.ranks), plain(one), strict=True):
        np.testing.assert_allclose(np.stack(list(ours.values())), theirs, atol=1e-12)
    rows = {
        "plain numpy": partial(plain, one),
        "ours": partial(uncertainty, one),
        "scoring the combinations": partial(make, 10_000),
        "Sobol indices": partial(sensitivity, one, ()),
    }
    times: dict[str, list[float]] = {name: [] for name in rows}
    for _ in range(runs):
        for name, call in rows.items():
            times[name].append(seconds(call))
    base = median(times["plain numpy"])
    print(f"{title}, 10,000 replicates: median of {runs} runs; last column: share of plain numpy")
    for name, taken in times.items():
        share = median(taken) / base
        budget = f"budget {BUDGET:g}{' over' if share > BUDGET else ''}" if name == "ours" else ""
        print(f"{name:28} {median(taken) * 1000:8.1f} ms  {share:5.2f}  {budget}")


def peak() -> float:
    """Megabytes this process had at most, its libraries included."""
    lines = Path("/proc/self/status").read_text("ascii").splitlines()
    return float(next(line.split()[1] for line in lines if line.startswith("VmHWM"))) / 1024


def taken(replicates: int) -> float:
    """Megabytes that a new process has at most while it makes the replicates."""
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
        uncertainty(one)
        print(peak())
        return
    race("51 regions × 49 indicators in 8 pillars", asem, plain_asem, asked.runs)
    race("31 regions × 13 periods × 20 indicators", panel, plain_panel, asked.runs)
    took = seconds(
        lambda: print(f"10⁶ replicates of the first: {taken(1_000_000):.0f} MB of {MEGABYTES}", end="")
    )
    print(f", {took:.1f} s")


if __name__ == "__main__":
    main()
