"""Indices in the shortest numpy: no names, checks or steps. A lower bound for the same numbers."""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]


def topsis(values: Floats, weights: Floats) -> Floats:
    """Classic closeness, regions × years, of values (regions, years, indicators), each year for itself."""
    scores = np.empty(values.shape[:2])
    for t in range(values.shape[1]):
        v = values[:, t] / values[:, t].max(axis=0) * weights
        near = ((v - v.max(axis=0)) ** 2).sum(axis=1) ** 0.5
        far = ((v - v.min(axis=0)) ** 2).sum(axis=1) ** 0.5
        scores[:, t] = far / (near + far)
    return scores


def hierarchical(values: Floats, inside: Floats, shares: Floats) -> Floats:
    """Squared closeness of the index and each dimension, regions × years × (1 + dimensions), pooled.

    inside: indicators × dimensions, the weights in a dimension; shares: those of the dimensions. The worst
    state is zero. d_d² = Σ w² (x − ideal)² as one matrix product, d² = Σ W_d² d_d², a year at a time.
    """
    scores = np.empty((*values.shape[:2], 1 + len(shares)))
    high, w, W = values.max(axis=(0, 1)), inside**2, shares**2
    for t in range(values.shape[1]):
        x = values[:, t] / high
        near, far = (x - 1) ** 2 @ w, x**2 @ w
        scores[:, t, 1:] = far / (near + far)
        scores[:, t, 0] = far @ W / (near @ W + far @ W)
    return scores


def build(values: Floats, benefit: Bools, levels: list[Floats]) -> list[Floats]:
    """Gaps filled with means, outliers drawn in, min–max, then the scores of every level, lowest first.

    values: regions × indicators; levels: the weights of each level as a matrix, summing to 1 in each column.
    """
    x = treated(np.where(np.isnan(values), np.nanmean(values, axis=0), values))
    low, high = x.min(axis=0), x.max(axis=0)
    x = np.where(benefit, x - low, high - x) / (high - low)
    return [x := x @ weights for weights in levels]


def treated(values: Floats, points: int = 5) -> Floats:
    """Up to five extremes of each outlying column set to the next value, or else its logarithm."""
    x, at = values.copy(), np.arange(values.shape[1])
    for _ in range(points):
        skew, bad = outlying(x[:, at])
        at = at[bad]
        if not len(at):
            return x
        sign = np.where(skew[bad] < 0, -1.0, 1.0)
        v = x[:, at] * sign
        top = v == v.max(axis=0)
        x[:, at] = np.where(top, np.where(top, -np.inf, v).max(axis=0), v) * sign
    at = at[outlying(x[:, at])[1]]
    v = values[:, at]
    low, high = v.min(axis=0), v.max(axis=0)
    margin = 0.01 * (high - low)
    x[:, at] = np.where(outlying(v)[0] < 0, -np.log(high - v + margin), np.log(v - low + margin))
    return x


def outlying(x: Floats) -> tuple[Floats, Bools]:
    """Skew G1 of each column, and whether |G1| ≥ 2 and the excess kurtosis G2 ≥ 3.5."""
    n, d = len(x), x - x.mean(axis=0)
    square = d * d
    s2, s3, s4 = square.sum(axis=0), (square * d).sum(axis=0), (square * square).sum(axis=0)
    skew = n * (n - 1) ** 0.5 / (n - 2) * s3 / s2**1.5
    kurtosis = (n - 1) / (n - 2) / (n - 3) * (n * (n + 1) * s4 / s2**2 - 3 * (n - 1))
    return skew, (np.abs(skew) >= 2) & (kurtosis >= 3.5)
