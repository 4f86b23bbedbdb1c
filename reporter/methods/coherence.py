"""How indicators go together: correlations, Cronbach's alpha, principal components.

Arrays have the indicators last; all leading axes together (regions and periods) are one sample. A missing
value takes no part, pair by pair. NaN where there is too little to tell.
"""

from math import prod
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from reporter.methods.impute import mean_present
from reporter.methods.weights_data import NOISE

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]
LEAST = 3
"""Cells that two indicators must share for a correlation: through two points there is always a line."""
CLOSE = 1e-6
"""Share of an indicator's squares below which those of the cells shared are told anew, each from its mean."""


class Pairs(NamedTuple):
    """Pearson correlation −1 to 1, covariance (n − 1), and how many cells both have."""

    correlations: Floats
    covariances: Floats
    counts: Floats


class Components(NamedTuple):
    """Variance of each component, largest first, its share, and the first component's loadings."""

    eigenvalues: Floats
    shares: Floats
    loadings: Floats


def pairs(x: Floats) -> Pairs:
    """Of every indicator with every other, (n, n), each pair over the cells both have; the diagonal is 1.

    Correlation and covariance are NaN for an indicator that is constant there, or with fewer than 3 cells.
    """
    sample = x.reshape(prod(x.shape[:-1]), x.shape[-1])
    known = ~np.isnan(sample)
    present, d = known.astype(float), _from_mean(sample, known)
    counts, sums, squares = present.T @ present, d.T @ present, (d * d).T @ present
    some = np.maximum(counts, 1)
    left = squares - sums**2 / some
    found = _told(d.T @ d - sums * sums.T / some, left, left.T, counts)
    _again_if_close(found, sample, (left < CLOSE * squares) & (counts >= LEAST))
    np.fill_diagonal(found.correlations, np.where(np.isnan(found.correlations.diagonal()), np.nan, 1.0))
    return found


def correlation(a: Floats, b: Floats) -> Floats:
    """Correlation of each column of a with the same column of b, or with the one column b has; (n,)."""
    rows = prod(a.shape[:-1])
    return _paired(a.reshape(rows, -1), b.reshape(rows, -1)).correlations


def within(x: Floats) -> Floats:
    """Values less their region's mean over the periods: what moves together in time, levels apart.

    x: (regions, periods, indicators). NaN where a region has fewer than 2 values of an indicator.
    """
    known = ~np.isnan(x)
    return np.where(known & (known.sum(axis=1, keepdims=True) > 1), _from_mean(x, known, axis=1), np.nan)


def with_rest(x: Floats) -> Floats:
    """Correlation of each indicator with the mean of the others (of those present in a cell); (n,).

    Below 0 it pulls against them; NaN for one indicator alone.
    """
    known, others = ~np.isnan(x), 1 - np.eye(x.shape[-1])
    count = known @ others
    rest = np.full(x.shape, np.nan)
    np.divide(np.where(known, x, 0.0) @ others, count, out=rest, where=count > 0)
    return correlation(x, rest)


def alpha(covariances: Floats) -> float:
    """Cronbach's alpha of n indicators on one scale: n / (n − 1) · (1 − Σ σ_j² / σ²), σ² of their sum.

    1 where all differ by a constant alone, 0 where they have nothing in common, below 0 where they pull apart
    (Cronbach 1951). Σ σ_j² is the trace and σ² the sum of the covariances, so that gaps are left out pair by
    pair. NaN for one indicator, for a covariance that is NaN, and where the sum does not vary.
    """
    n = len(covariances)
    own, whole = np.trace(covariances), covariances.sum()
    if n < 2 or not whole > NOISE * own:
        return float("nan")
    return float(n / (n - 1) * (1 - own / whole))


def components(correlations: Floats) -> Components:
    """Principal components of correlations. The eigenvalues sum to n, the squared loadings to 1.

    A loading times √eigenvalue is the indicator's correlation with the component. The sign is that of
    loadings that sum to 0 or more. Correlations drawn from differing cells can have eigenvalues below 0,
    which are set to 0; the sum is then above n. All NaN if a correlation is; loadings NaN where the first two
    eigenvalues are equal, so that neither is the first. OECD & JRC 2008, step 4.
    """
    n = len(correlations)
    if not n or np.isnan(correlations).any():
        return Components(*np.full((3, n), np.nan))
    rising, vectors = np.linalg.eigh(correlations)
    eigenvalues = np.maximum(rising[::-1], 0.0)
    first = vectors[:, -1]
    total = first.sum()
    sign = np.sign(total if abs(total) > NOISE else first[np.abs(first).round(9).argmax()])
    alone = n == 1 or eigenvalues[0] - eigenvalues[1] > NOISE
    return Components(eigenvalues, eigenvalues / eigenvalues.sum(), sign * first if alone else first * np.nan)


def _again_if_close(found: Pairs, sample: Floats, close: Bools) -> None:
    """Tells anew the pairs whose shared cells lie so close together that sums would differ by rounding."""
    i, j = np.nonzero(close | close.T)
    for array, cells in zip(found, _paired(sample[:, i], sample[:, j]), strict=True):
        array[i, j] = cells


def _paired(a: Floats, b: Floats) -> Pairs:
    """Each column of a with the same column of b; either may have one column, for all of the other's."""
    shared = ~(np.isnan(a) | np.isnan(b))
    d, e = _from_mean(a, shared), _from_mean(b, shared)
    products, left, right = ((one * other).sum(axis=0) for one, other in ((d, e), (d, d), (e, e)))
    return _told(products, left, right, shared.sum(axis=0).astype(float))


def _from_mean(x: Floats, known: Bools, axis: int = 0) -> Floats:
    """Differences to the mean of the known cells, 0 elsewhere and exactly 0 where nothing but rounding is."""
    seen = np.where(known, x, np.nan)
    low, high = (extreme.reduce(seen, axis=axis, keepdims=True) for extreme in (np.fmin, np.fmax))
    varies = high - low > NOISE * np.maximum(np.abs(low), np.abs(high))
    return np.where(known & varies, x - mean_present(seen, axis), 0.0)


def _told(products: Floats, left: Floats, right: Floats, counts: Floats) -> Pairs:
    """Correlations and covariances from sums of products and squares, where there is enough to tell."""
    told = (counts >= LEAST) & (left > 0) & (right > 0)
    r, covariances = np.full((2, *products.shape), np.nan)
    roots = np.sqrt(np.maximum(left, 0.0)) * np.sqrt(np.maximum(right, 0.0))  # rounding may leave less than 0
    np.divide(products, roots, out=r, where=told)
    np.divide(products, counts - 1, out=covariances, where=told)
    return Pairs(np.clip(r, -1.0, 1.0), covariances, counts)
