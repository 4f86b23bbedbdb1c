"""Raw values made comparable: more is better, whatever the unit. Arrays are (regions, periods, indicators).

The scope says over which values an indicator is compared: pooled over all, within a period, within a region.
A missing value stays missing and takes no part in what the others are compared with.
"""

from collections.abc import Callable
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray

from reporter.methods.rank import Ties, ascending

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]
Scope = Literal["pooled", "period", "region"]

_AXES: dict[str, tuple[int, ...]] = {"pooled": (0, 1), "period": (0,), "region": (1,)}


class ConstantIndicator(ArithmeticError):
    """Indicators without spread where the spread divides; `indicators` are their positions."""

    def __init__(self, indicators: NDArray[np.intp]) -> None:
        super().__init__(f"constant indicators {indicators.tolist()}")
        self.indicators = indicators


class NotPositive(ArithmeticError):
    """Values that a ratio needs above zero; `indicators` are their positions."""

    def __init__(self, indicators: NDArray[np.intp]) -> None:
        super().__init__(f"indicators {indicators.tolist()} are not positive")
        self.indicators = indicators


class NoRange(ValueError):
    """Two ends between which nothing can be measured, as they coincide or are crossed, or one is missing;
    `indicators` are the positions.
    """

    def __init__(self, indicators: NDArray[np.intp]) -> None:
        super().__init__(f"indicators {indicators.tolist()} have no range")
        self.indicators = indicators


def over(values: Floats, scope: Scope) -> tuple[Floats, Floats]:
    """Smallest and largest value over the reference set, shaped to broadcast; NaN where all are missing."""
    low, high = _reduced(values, scope, np.minimum), _reduced(values, scope, np.maximum)
    if np.isnan(low).any():
        return _reduced(values, scope, np.fmin), _reduced(values, scope, np.fmax)
    return low, high


def ratio_to_max(values: Floats, benefit: Bools, scope: Scope = "pooled") -> Floats:
    """Benefit c / max c, cost min c / c: at most 1, reached by the best (seed 003, equation 2).

    Negative benefits and costs that are not positive raise NotPositive; so does a benefit that is 0
    everywhere.
    """
    low, high = over(values, scope)
    lowest, least_high = np.fmin.reduce(low, (0, 1)), np.fmin.reduce(high, (0, 1))
    bad = np.where(benefit, (lowest < 0) | (least_high <= 0), lowest <= 0)
    if bad.any():
        raise NotPositive(np.flatnonzero(bad))
    cost = ~benefit
    with np.errstate(divide="ignore", invalid="ignore"):
        x = np.asarray(values / high)
        x[..., cost] = low[..., cost] / values[..., cost]
    return x


def min_max(values: Floats, benefit: Bools, scope: Scope = "pooled") -> Floats:
    """(c − min) / (max − min), reversed for costs: 0 for the worst, 1 for the best."""
    low, high = over(values, scope)
    spread = high - low
    if not spread.all():
        raise ConstantIndicator(np.unique(np.argwhere(spread == 0)[:, -1]))
    return np.asarray(np.where(benefit, values - low, high - values) / spread)


def z_score(values: Floats, benefit: Bools, scope: Scope = "pooled") -> Floats:
    """(c − mean) / standard deviation (n − 1), its sign changed for costs: mean 0, deviation 1.

    ConstantIndicator where the reference set has no spread, or only one value.
    """
    axes = _AXES[scope]
    known = ~np.isnan(values)
    n = known.sum(axis=axes, keepdims=True)
    low, high = over(values, scope)
    flat = (n > 0) & ~(high > low)
    if flat.any():
        raise ConstantIndicator(np.unique(np.argwhere(flat)[:, -1]))
    some = np.maximum(n, 2)
    from_mean = values - np.where(known, values, 0.0).sum(axis=axes, keepdims=True) / some
    variance = np.where(known, from_mean, 0.0) ** 2
    deviation = np.sqrt(variance.sum(axis=axes, keepdims=True) / (some - 1))
    x = np.full(values.shape, np.nan)
    np.divide(np.where(benefit, from_mean, -from_mean), deviation, out=x, where=known)
    return x


def rank_score(values: Floats, benefit: Bools, scope: Scope = "pooled", ties: Ties = "smallest") -> Floats:
    """Places from the worst, 1, to the best, n (present); ties share the smallest place, or their average.

    Not a ranking for readers, where 1 is the best: that is `rank.rank`. A constant indicator is one tie.
    """
    directed = np.where(benefit, values, -values)
    if scope == "pooled":
        return ascending(directed.reshape(-1, values.shape[-1]), 0, ties).reshape(values.shape)
    return ascending(directed, _AXES[scope][0], ties)


def borda(values: Floats, benefit: Bools, scope: Scope = "pooled") -> Floats:
    """How many values of the reference set each one beats: 0 for the worst, n − 1 for the best."""
    return np.asarray(rank_score(values, benefit, scope) - 1)


def percentile_rank(values: Floats, benefit: Bools, scope: Scope = "pooled") -> Floats:
    """Share of the other values that each one beats: 0 for the worst, 1 for the best (unless it is tied).

    ConstantIndicator where an indicator has a single value, which has no others; a constant one is 0
    throughout.
    """
    others = (~np.isnan(values)).sum(axis=_AXES[scope], keepdims=True) - 1
    if np.any(others == 0):
        raise ConstantIndicator(np.unique(np.argwhere(others == 0)[:, -1]))
    return np.asarray(borda(values, benefit, scope) / np.maximum(others, 1))


def distance_to_max(values: Floats, benefit: Bools, scope: Scope = "pooled") -> Floats:
    """1 − (best − c) / (best − worst): 0 for the worst, 1 for the best; another name of min–max."""
    return min_max(values, benefit, scope)


def distance_to_reference(
    values: Floats, benefit: Bools, reference: ArrayLike, scope: Scope = "pooled", *, cap: bool = False
) -> Floats:
    """1 − (reference − c) / (reference − worst): 0 for the worst, 1 at the reference, then on unless capped.

    reference: values in the indicators' own units that broadcast with `values`, such as `values[[k]]` for a
    region's own in each period, or one row for all. NoRange where a reference is missing or no better than
    the worst.
    """
    low, high = over(values, scope)
    worst = np.where(benefit, low, high)
    return _towards(values, benefit, worst, np.asarray(reference, dtype=float), cap)


def distance_to_target(
    values: Floats, benefit: Bools, target: ArrayLike, scope: Scope = "pooled", *, cap: bool = False
) -> Floats:
    """(c − worst) / (target − worst): 0 for the worst, 1 at the target, beyond it more unless capped.

    target: one for each indicator in its own units, whichever way it points. NoRange as for a reference.
    """
    return distance_to_reference(values, benefit, target, scope, cap=cap)


def goalposts(values: Floats, benefit: Bools, low: ArrayLike, high: ArrayLike, *, cap: bool = True) -> Floats:
    """(c − low) / (high − low), reversed for costs: 0 at the bad goalpost, 1 at the good, capped there.

    low and high: two values for each indicator in its own units, low below high whatever the direction;
    NoRange otherwise.
    """
    bottom, top = np.asarray(low, dtype=float), np.asarray(high, dtype=float)
    crossed = np.broadcast_to(~(top > bottom), values.shape[-1:])
    if crossed.any():
        raise NoRange(np.flatnonzero(crossed))
    x = np.where(benefit, values - bottom, top - values) / (top - bottom)
    return np.asarray(np.clip(x, 0.0, 1.0) if cap else x)


def onto(x: Floats, low: float, high: float) -> Floats:
    """Scores of 0–1 on the scale low–high, such as 1–100, where geometric means need to stay above zero."""
    return np.asarray(low + x * (high - low))


def _reduced(values: Floats, scope: Scope, extreme: np.ufunc) -> Floats:
    """The extreme over the reference set, one axis after the other: numpy is quickest along long rows."""
    for axis in _AXES[scope]:
        values = extreme.reduce(values, axis, keepdims=True)
    return values


def _towards(values: Floats, benefit: Bools, worst: Floats, goal: Floats, cap: bool) -> Floats:
    """How far each value has come from the worst, 0, to the goal, 1."""
    sign = np.where(benefit, 1.0, -1.0)
    way = sign * (goal - worst)
    nowhere = np.broadcast_to(~(way > 0) & ~np.isnan(worst), np.broadcast_shapes(way.shape, values.shape))
    if nowhere.any():
        raise NoRange(np.unique(np.argwhere(nowhere)[:, -1]))
    x = sign * (values - worst) / way
    return np.asarray(np.minimum(x, 1.0) if cap else x)


STANDARDISE: dict[str, Callable[..., Floats]] = {
    "ratio-to-max": ratio_to_max,
    "min-max": min_max,
    "z-score": z_score,
    "rank": rank_score,
    "borda": borda,
    "percentile-rank": percentile_rank,
    "distance-to-max": distance_to_max,
}
