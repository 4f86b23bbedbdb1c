"""Whether neighbours are alike."""

from typing import Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

from reporter.methods.convergence import Constant
from reporter.methods.inequality import Floats, Unusable, enough, known

Bools = NDArray[np.bool_]
Tail = Literal["two-sided", "greater", "less"]
SAME = 1e-12


class NoNeighbour(Unusable):
    """Regions without neighbours; `cells` are their positions."""


class OwnNeighbour(Unusable):
    """Regions marked as their own neighbour; `cells` are their positions."""


class Moran(NamedTuple):
    """Moran's I, its mean −1/(n − 1) without any pattern, and the share of permutations as far out."""

    I: float
    expected: float
    p: float
    permutations: int
    seed: int


def row_standardised(neighbours: Bools) -> Floats:
    """Weights of each region's neighbours, equal and summing to 1 a row; NoNeighbour, OwnNeighbour."""
    if np.any(np.diag(neighbours)):
        raise OwnNeighbour("neighbours", np.argwhere(np.diag(neighbours)))
    count = neighbours.sum(-1, keepdims=True)
    if np.any(count == 0):
        raise NoNeighbour("neighbours", np.argwhere(count[:, 0] == 0))
    return np.asarray(neighbours / count)


def morans_i(y: Floats, neighbours: Bools) -> Floats:
    """Moran's I over the last axis: above −1/(n − 1) when neighbours are alike, below when they differ.

    Σ z Wz / Σ z², z = y − ȳ, W from binary neighbours (n, n), row-standardised. Missing, Constant, TooFew
    below 3 regions, NoNeighbour, OwnNeighbour. Moran 1950; Cliff & Ord 1981.

    >>> line = np.eye(4, k=1, dtype=bool) | np.eye(4, k=-1, dtype=bool)
    >>> morans_i(np.array([1.0, 2.0, 3.0, 4.0]), line).round(4)
    np.float64(0.4)
    """
    enough(y.shape[-1], 3)
    W = row_standardised(neighbours)
    if np.any(np.all(known("y", y) == y[..., :1], axis=-1)):
        raise Constant("y")
    z = y - y.mean(-1, keepdims=True)
    return np.asarray(np.sum(z * (z @ W.T), -1) / np.sum(z * z, -1))


def moran_test(
    y: Floats, neighbours: Bools, *, seed: int, permutations: int = 999, tail: Tail = "two-sided"
) -> Moran:
    """Moran's I of y (n,) and its permutation p, (1 + as far out) / (1 + permutations), in (0, 1].

    Far out is measured from −1/(n − 1) on both sides, or on one. Errors of `morans_i`.
    """
    I, expected = float(morans_i(y, neighbours)), -1 / (len(y) - 1)
    shuffled = np.random.default_rng(seed).permuted(np.tile(y, (permutations, 1)), axis=1)
    as_far = int(np.count_nonzero(further(morans_i(shuffled, neighbours), I, expected, tail)))
    return Moran(I, expected, (1 + as_far) / (1 + permutations), permutations, seed)


def further(simulated: Floats, I: float, expected: float, tail: Tail) -> Bools:
    """Which simulated values lie at least as far out as I, rounding errors apart."""
    if tail == "two-sided":
        return np.abs(simulated - expected) >= abs(I - expected) - SAME
    return simulated >= I - SAME if tail == "greater" else simulated <= I + SAME
