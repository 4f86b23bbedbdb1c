"""Indicators put together into one score. The last axis of x are the indicators; the score has the others.

Weights are as given, re-normalised over the values present. Where fewer than the share `at_least` of the
indicators is present, or nothing that has weight, the score is missing (NaN).
"""

from collections.abc import Callable

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]


class NotPositiveCells(ArithmeticError):
    """Values that a mean of this kind needs above zero; `cells` are their indices."""

    def __init__(self, cells: NDArray[np.intp]) -> None:
        super().__init__(f"{len(cells)} not positive")
        self.cells = cells


class NoWeight(ValueError):
    """Weights that are negative, missing, or all 0."""


def arithmetic(x: Floats, weights: ArrayLike, *, at_least: float = 0.0) -> Floats:
    """Weighted arithmetic mean, between the smallest and the largest value: Σ w x / Σ w.

    Weights of two axes, indicators × scores, give as many scores at once, along a last axis: each is the mean
    of the indicators that have weight in its column.
    """
    w, total = _checked(weights)
    score = x @ w / total
    return _mean_present(x, w, at_least) if np.isnan(score).any() else np.asarray(score)


def geometric(x: Floats, weights: ArrayLike, *, at_least: float = 0.0) -> Floats:
    """Weighted geometric mean: exp(Σ w ln x / Σ w); a low value is made up for less than in arithmetic.

    NotPositiveCells where x ≤ 0.
    """
    _refuse(x <= 0)
    return np.asarray(np.exp(arithmetic(np.log(x), weights, at_least=at_least)))


def harmonic(x: Floats, weights: ArrayLike, *, at_least: float = 0.0) -> Floats:
    """Weighted harmonic mean: Σ w / Σ (w / x), at most the geometric mean. NotPositiveCells where x ≤ 0."""
    _refuse(x <= 0)
    return np.asarray(1 / arithmetic(1 / x, weights, at_least=at_least))


def generalised(x: Floats, weights: ArrayLike, power: float, *, at_least: float = 0.0) -> Floats:
    """Weighted power mean (Σ w xᵖ / Σ w)^(1/p), growing with p: −1 harmonic, 0 geometric, 1 arithmetic.

    NotPositiveCells where x < 0, or x = 0 with p ≤ 0, unless p = 1. Hardy, Littlewood & Pólya 1934.
    """
    if power == 1:
        return arithmetic(x, weights, at_least=at_least)
    if power == 0:
        return geometric(x, weights, at_least=at_least)
    _refuse(x < 0 if power > 0 else x <= 0)
    extreme = np.fmax.reduce(x, axis=-1) if power > 0 else np.fmin.reduce(x, axis=-1)
    unit = np.where(extreme > 0, extreme, 1.0)  # no power of a large value overflows
    mean = arithmetic((x / unit[..., None]) ** power, weights, at_least=at_least)
    return np.asarray(unit * mean ** (1 / power))


def median(x: Floats, weights: ArrayLike, *, at_least: float = 0.0) -> Floats:
    """Weighted median: the value with half of the weight on either side; the middle of two that share it."""
    w = np.broadcast_to(_checked(weights)[0], x.shape)
    order = np.argsort(x, axis=-1)
    in_order = np.take_along_axis(x, order, axis=-1)
    known = ~np.isnan(in_order)
    below = np.cumsum(np.where(known, np.take_along_axis(w, order, axis=-1), 0.0), axis=-1)
    half = below[..., -1:] / 2
    noise = 1e-12 * half
    first, last = np.argmax(below >= half - noise, axis=-1), np.argmax(below > half + noise, axis=-1)
    low, high = (np.take_along_axis(in_order, at[..., None], axis=-1)[..., 0] for at in (first, last))
    enough = (known.mean(axis=-1) >= at_least) & (half[..., 0] > 0)
    return np.asarray(np.where(enough, (low + high) / 2, np.nan))


def _checked(weights: ArrayLike) -> tuple[Floats, Floats]:
    """The weights, and what they sum to."""
    w = np.asarray(weights, dtype=float)
    total = np.asarray(w.sum(axis=0))
    if not ((w >= 0).all() and total.all()):
        raise NoWeight(w.tolist())
    return w, total


def _refuse(bad: NDArray[np.bool_]) -> None:
    if bad.any():
        raise NotPositiveCells(np.argwhere(bad))


def _mean_present(x: Floats, w: Floats, at_least: float) -> Floats:
    known = ~np.isnan(x)
    total = known @ w
    inside = np.ones_like(w) if w.ndim == 1 else (w > 0).astype(float)
    enough = (known @ inside / inside.sum(axis=0) >= at_least) & (total > 0)
    score = np.full(total.shape, np.nan)
    np.divide(np.where(known, x, 0.0) @ w, total, out=score, where=enough)
    return score


AGGREGATE: dict[str, Callable[..., Floats]] = {
    "arithmetic": arithmetic,
    "geometric": geometric,
    "harmonic": harmonic,
    "generalised": generalised,
    "median": median,
}
