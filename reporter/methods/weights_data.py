"""Weights drawn from the data themselves, summing to 1.

Every function takes raw values with the indicators last, all leading axes together one sample (the pooled
panel), and the direction of each indicator. A missing value raises MissingValue, an indicator without spread
ConstantIndicator where a spread is needed, and data that give no reason to weigh anything NoContrast. One
indicator alone has weight 1.
"""

from collections.abc import Callable
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from reporter.methods.screen import complete
from reporter.methods.standardise import ConstantIndicator, NotPositive, min_max, ratio_to_max

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]
NOISE = 1e-12


class NoContrast(ArithmeticError):
    """The data tell no indicator from another, so that no weights follow."""


def entropy(
    values: Floats,
    benefit: Bools,
    *,
    reading: Literal["minmax", "proportion"] = "minmax",
    shift: float = 1e-4,
) -> Floats:
    """Entropy weights: w ∝ 1 − e_j, e_j = −Σ p ln p / ln n, more for indicators whose values lie apart.

    minmax: p from benefit-sense min–max values plus a small shift, the yearbooks' practice. proportion: p = c
    / Σc of the raw values, whatever their direction (Shannon 1948; Zeleny 1982); 0 counts as nothing, a
    negative value or a sum of 0 raises NotPositive.
    """
    sample = _sample(values)
    x = sample if reading == "proportion" else _between(sample, benefit) + shift
    bad = (x < 0).any(axis=0) | (x.sum(axis=0) <= 0)
    if bad.any():
        raise NotPositive(np.flatnonzero(bad))
    if len(x) < 2:
        raise NoContrast
    p = x / x.sum(axis=0)
    logs = np.log(np.where(p > 0, p, 1.0))
    e = -(p * logs).sum(axis=0) / np.log(len(p))
    return _normalised(np.maximum(1 - e, 0.0))


def critic(values: Floats, benefit: Bools) -> Floats:
    """CRITIC weights: w ∝ σ_j Σ_k (1 − r_jk) of benefit-sense min–max values (Diakoulaki et al. 1995).

    More for indicators that vary and that say something else than the others.
    """
    x = _between(_sample(values), benefit)
    return _normalised(x.std(axis=0, ddof=1) * (1 - _correlations(x)).sum(axis=0))


def standard_deviation(values: Floats, benefit: Bools) -> Floats:
    """Weights in proportion to the standard deviation of min–max values, so that the unit does not matter."""
    return _normalised(_between(_sample(values), benefit).std(axis=0, ddof=1))


def merec(values: Floats, benefit: Bools) -> Floats:
    """MEREC weights: w ∝ how much the score changes when an indicator is left out (Keshavarz-Ghorabaee 2021).

    Positive values only: NotPositive otherwise.
    """
    sample = _sample(values)
    if np.any(sample <= 0):
        raise NotPositive(np.flatnonzero((sample <= 0).any(axis=0)))
    loss = np.abs(np.log(ratio_to_max(sample[:, None], ~benefit)[:, 0]))
    whole = loss.sum(axis=1, keepdims=True)
    n = sample.shape[1]
    change = np.log1p((whole - loss) / n) - np.log1p(whole / n)
    return _normalised(np.abs(change).sum(axis=0))


def pca(
    values: Floats,
    benefit: Bools,  # noqa: ARG001 - every function of the table takes it; a squared loading has no direction
    *,
    reading: Literal["squared", "absolute", "kaiser"] = "squared",
) -> Floats:
    """Weights from the principal components of the correlations; a loading counts whatever its sign.

    squared: squared loadings of the first component, which sum to 1. absolute: its absolute loadings. kaiser:
    squared loadings of all components with eigenvalue ≥ 1, each with its share of their variance (OECD/JRC
    handbook 2008). NoContrast where the first two components are equal, so that neither is the first.
    """
    sample = _sample(values)
    flat = np.flatnonzero(np.ptp(sample, axis=0) == 0)
    if len(flat):
        raise ConstantIndicator(flat)
    eigenvalues, vectors = np.linalg.eigh(_correlations(sample))
    if reading == "kaiser":
        kept = eigenvalues >= 1 - NOISE
        return _normalised(vectors[:, kept] ** 2 @ eigenvalues[kept])
    if len(eigenvalues) > 1 and eigenvalues[-1] - eigenvalues[-2] < NOISE:
        raise NoContrast
    first = vectors[:, -1]
    return _normalised(first**2 if reading == "squared" else np.abs(first))


def _sample(values: Floats) -> Floats:
    return complete(values).reshape(-1, values.shape[-1])


def _between(sample: Floats, benefit: Bools) -> Floats:
    return min_max(sample[:, None], benefit)[:, 0]


def _correlations(sample: Floats) -> Floats:
    return np.atleast_2d(np.asarray(np.corrcoef(sample, rowvar=False)))


def _normalised(importance: Floats) -> Floats:
    if len(importance) == 1:
        return np.ones(1)
    total = importance.sum()
    if not total > NOISE:
        raise NoContrast
    return np.asarray(importance / total)


DATA_WEIGHTS: dict[str, Callable[..., Floats]] = {
    "entropy": entropy,
    "critic": critic,
    "standard-deviation": standard_deviation,
    "merec": merec,
    "pca": pca,
}
