"""Four further ways to look at the same scores, so that a ranking need not hang on one method.

x are standardised values of 0–1, more is better, the indicators last; weights sum to 1. All leading axes
together (regions and periods) are the reference set. A missing value raises MissingValue. Where everything is
equal there is nothing to rank by, and NoSpread says so.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from reporter.methods.screen import complete
from reporter.methods.standardise import NotPositive

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]


class NoSpread(ArithmeticError):
    """All alternatives are equal in what the method divides by."""


class Vikor(NamedTuple):
    """Group regret S, the largest single regret R and the compromise Q, each 0–1; smaller is better."""

    S: Floats
    R: Floats
    Q: Floats


def vikor(x: Floats, weights: Floats, v: float = 0.5) -> Vikor:
    """S = Σ w (1 − x), R = max w (1 − x), Q their mean rescaled with weight v on S: 0 best, 1 worst.

    x by min–max. NoSpread where all S or all R are equal. Opricovic & Tzeng 2004, equations 2 to 4.
    """
    regret = weights * (1 - complete(x))
    S, R = regret.sum(axis=-1), regret.max(axis=-1)
    return Vikor(S, R, np.asarray(v * _rescaled(S) + (1 - v) * _rescaled(R)))


def grey_relational(x: Floats, weights: Floats, rho: float = 0.5) -> Floats:
    """Grey relational grade to the best of each indicator, above 0, 1 for a region best in all.

    Σ w (Δmin + ρ Δmax) / (Δ + ρ Δmax) with Δ = best − x: a weighted mean of coefficients, not divided again
    by the number of anything. NoSpread where all is equal. Deng 1982.
    """
    best = complete(x).max(axis=tuple(range(x.ndim - 1)))
    short = best - x
    reach = rho * short.max()
    if not reach > 0:
        raise NoSpread
    return np.asarray((short.min() + reach) / (short + reach) @ weights)


def waspas(x: Floats, weights: Floats, share: float = 0.5) -> Floats:
    """Weighted sum and weighted product, `share` of the one and the rest of the other: 0–1, more is better.

    x by ratio to max; NotPositive below 0. Zavadskas et al. 2012, equation 3.
    """
    if np.any(complete(x) < 0):
        raise NotPositive(np.unique(np.argwhere(x < 0)[:, -1]))
    return np.asarray(share * (x @ weights) + (1 - share) * np.prod(x**weights, axis=-1))


def edas(values: Floats, benefit: Bools, weights: Floats) -> Floats:
    """Evaluation by the distance from the average of raw values: 0–1, more is better.

    Half the weighted distance on the good side over its largest, half one minus that on the bad side.
    NotPositive where an average is not above 0, NoSpread where all regions are alike. Keshavarz Ghorabaee et
    al. 2015.
    """
    average = complete(values).mean(axis=tuple(range(values.ndim - 1)))
    if np.any(average <= 0):
        raise NotPositive(np.flatnonzero(average <= 0))
    ahead = np.where(benefit, values - average, average - values) / average
    good, bad = np.maximum(ahead, 0.0) @ weights, np.maximum(-ahead, 0.0) @ weights
    if not (good.max() > 0 and bad.max() > 0):
        raise NoSpread
    return np.asarray((good / good.max() + 1 - bad / bad.max()) / 2)


def _rescaled(score: Floats) -> Floats:
    low, high = score.min(), score.max()
    if not high > low:
        raise NoSpread
    return np.asarray((score - low) / (high - low))
