"""Pairwise majorities: which region beats which, and by how many wins (Copeland 1951).

x is (regions, …, indicators), more is better; regions are compared within each of the middle axes (periods).
Memory grows with the square of the number of regions.
"""

from collections.abc import Sequence
from fractions import Fraction
from math import lcm

import numpy as np
from numpy.typing import NDArray

from reporter.methods.aggregate import NoWeight

Floats = NDArray[np.float64]
Weight = float | Fraction
EXACT = 2**53
"""Whole numbers below this add up without rounding."""


def copeland(x: Floats, weights: Sequence[Weight] | Floats) -> Floats:
    """Wins minus losses of each region against every other, −(n − 1) to n − 1; all of them sum to 0.

    A region wins where the indicators in which it is ahead weigh more than those in which it is behind. Equal
    weights on both sides are a tie, to the last digit: the weights are taken as the fractions they stand for.
    An indicator that one of the two lacks is left out of their comparison, so the order of regions never
    matters; a region without any value is missing (NaN).
    """
    wins = np.sign(_balance(x, rational(weights))).sum(axis=1)
    return np.where(np.isnan(x).all(axis=-1), np.nan, wins)


def outranking(x: Floats, weights: Sequence[Weight] | Floats) -> Floats:
    """Share of the weight, 0–1, with which the region of axis 0 is ahead of that of axis 1; ties count half.

    Shares are of the indicators that both have; NaN where they have none together.
    """
    w = np.array([float(f) for f in rational(weights)])
    known = ~np.isnan(x)
    shared = np.moveaxis((known * w)[:, None] * known[None], -1, 0).sum(axis=0)
    ahead = (_signed(x, w) + shared) / 2
    shares = np.full(shared.shape, np.nan)
    np.divide(ahead, shared, out=shares, where=shared > 0)
    return shares


def rational(weights: Sequence[Weight] | Floats) -> list[Fraction]:
    """The fractions that weights stand for: 0.1 is 1/10, 0.3333333333333333 is 1/3; NoWeight if one is
    negative or all are 0.

    A number within rounding of a fraction with a denominator of at most a million is that fraction; any other
    is itself, exactly.
    """
    fractions = [_fraction(w) for w in weights]
    if min(fractions) < 0 or not any(fractions):
        raise NoWeight(fractions)
    return fractions


def _fraction(weight: Weight) -> Fraction:
    if isinstance(weight, Fraction):
        return weight
    exact = Fraction(float(weight))
    near = exact.limit_denominator(10**6)
    return near if abs(near - exact) <= 4 * np.finfo(float).eps * abs(exact) else exact


def _balance(x: Floats, weights: list[Fraction]) -> Floats:
    """Weight ahead minus weight behind for each pair, its sign exact."""
    unit = lcm(*(w.denominator for w in weights))
    whole = [int(w * unit) for w in weights]
    if sum(whole) < EXACT:
        return _signed(x, np.array(whole, dtype=float))
    balance = _signed(x, np.array(weights, dtype=float))
    near = np.abs(balance) <= 1e-9 * float(sum(weights))
    pairs = np.argwhere(near)
    one, other = x[tuple(np.delete(pairs, 1, axis=1).T)], x[tuple(np.delete(pairs, 0, axis=1).T)]
    signs = (one > other).astype(object) - (one < other).astype(object)
    balance[near] = [(total > 0) - (total < 0) for total in signs @ np.array(whole, dtype=object)]
    return balance


def _signed(x: Floats, weights: Floats) -> Floats:
    """Σ w · sign(row − column) over the indicators that both have."""
    total = np.zeros((len(x), *x.shape[:-1]))
    for j, weight in enumerate(weights):
        row, column = x[:, None, ..., j], x[None, ..., j]
        total += weight * ((row > column).astype(np.int8) - (row < column).astype(np.int8))
    return total
