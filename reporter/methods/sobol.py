"""Sobol indices: how much of an output's variance each factor brings, alone (first) and with others (total).

Factors are independent. An output that does not vary has no indices: NaN.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
FLAT = 1e-24
"""Variance, as a share of the squared output, below which rounding is all there is."""
TOGETHER = 64
"""Outputs taken at a time at most, so that nothing of the size of all is made beside them."""


class Indices(NamedTuple):
    """First and total indices, (factors, outputs)."""

    first: Floats
    total: Floats


class Design(NamedTuple):
    """Points of 0–1, (points, columns): two bases, and the first with each factor taken from the second."""

    a: Floats
    b: Floats
    mixed: Floats


def enumerated(outputs: Floats, probabilities: Sequence[Floats]) -> Indices:
    """Exact indices of factors that take one of a few values, from every combination of them.

    outputs: (alternatives of factor 1, …, alternatives of factor k, outputs); probabilities: of each factor's
    alternatives. First: Var E(y | x_i) / Var y; total: E Var(y | all but x_i) / Var y (Sobol 1993).
    """
    every = range(len(probabilities))

    def mean(values: Floats, axes: Iterable[int]) -> Floats:
        for k in axes:
            shaped = np.expand_dims(probabilities[k], [n for n in range(outputs.ndim) if n != k])
            values = (values * shaped).sum(axis=k, keepdims=True)
        return values

    whole = mean(outputs, every)
    alone = [mean(outputs, [i for i in every if i != k]) for k in every]
    shape = len(probabilities), outputs.shape[-1]
    first = np.reshape([mean((one - whole) ** 2, every) for one in alone], shape)
    total = np.reshape([mean((outputs - mean(outputs, [k])) ** 2, every) for k in every], shape)
    return _shares(first, total, mean((outputs - whole) ** 2, every).ravel(), whole.ravel())


def design(points: int, factors: Sequence[int], seed: int) -> Design:
    """Points for `estimated`, by a scrambled Sobol sequence; factors: the factor of each column.

    points: a power of two. mixed: (factors, points, columns). Saltelli 2002; Owen 1998. RuntimeError where
    SciPy was disturbed when it first read its directions, and passed over that: all points would be one.
    """
    from scipy.stats import qmc  # takes longer to load than all the rest, and only an audit asks for it

    columns = np.asarray(factors)
    engine = qmc.Sobol(2 * len(columns), scramble=True, rng=np.random.default_rng(seed))
    drawn = engine.random_base2(int(points - 1).bit_length())
    if (np.ptp(drawn, axis=0) < 1 - 2 / points).any():  # each part of 1/points holds one of a column
        raise RuntimeError("SciPy drew points that do not spread; begin anew")
    a, b = np.hsplit(drawn, 2)
    mixed = np.stack([np.where(columns == k, b, a) for k in range(columns.max() + 1)])
    return Design(a, b, mixed)


def estimated(a: Floats, b: Floats, mixed: Floats) -> Indices:
    """Estimated indices from the outputs at the points of a design: (points, outputs), mixed by factor.

    First by Saltelli et al. 2010, on outputs centred on their mean, or else it is far off where the mean is
    large; total by Jansen 1999.
    """
    outputs = a.shape[-1]
    cuts = np.linspace(0, outputs, -(-outputs // TOGETHER) + 1).astype(int)  # one alone is summed otherwise
    blocks = (slice(*ends) for ends in pairwise(cuts))
    return Indices(*np.concatenate([_of_few(a[:, at], b[:, at], mixed[..., at]) for at in blocks], axis=-1))


def _of_few(a: Floats, b: Floats, mixed: Floats) -> Indices:
    mean, variance = np.concatenate([a, b, *mixed]).mean(axis=0), np.concatenate([a, b]).var(axis=0)
    first = np.mean((b - mean) * (mixed - a), axis=1)
    total = np.mean((a - mixed) ** 2, axis=1) / 2
    return _shares(first, total, variance, mean)


def _shares(first: Floats, total: Floats, variance: Floats, mean: Floats) -> Indices:
    """Parts of the variance as shares of it; NaN where there is none but rounding."""
    varies = variance > FLAT * np.maximum(mean**2, np.finfo(float).tiny)
    shares = np.full((2, *first.shape), np.nan)
    np.divide([first, total], variance, out=shares, where=varies)
    return Indices(*shares)
