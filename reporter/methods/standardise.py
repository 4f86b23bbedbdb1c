"""Raw values made comparable: 1 or more is better, whatever the unit. Arrays are (regions, periods,
indicators).
"""

from collections.abc import Callable
from typing import Literal

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
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


def over(values: Floats, scope: Scope) -> tuple[Floats, Floats]:
    """Smallest and largest value over the reference set, shaped to broadcast."""
    axes = _AXES[scope]
    return values.min(axis=axes, keepdims=True), values.max(axis=axes, keepdims=True)


def ratio_to_max(values: Floats, benefit: NDArray[np.bool_], scope: Scope = "pooled") -> Floats:
    """Benefit c / max c, cost min c / c: at most 1, reached by the best (seed 003, equation 2).

    Negative benefits and costs that are not positive raise NotPositive; so does a benefit that is 0
    everywhere.
    """
    low, high = over(values, scope)
    bad = np.where(benefit, (values < 0) | (high <= 0), values <= 0).any(axis=(0, 1))
    if bad.any():
        raise NotPositive(np.flatnonzero(bad))
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(benefit, values / high, low / values)


def min_max(values: Floats, benefit: NDArray[np.bool_], scope: Scope = "pooled") -> Floats:
    """(c − min) / (max − min), reversed for costs: 0 for the worst, 1 for the best."""
    low, high = over(values, scope)
    spread = high - low
    if np.any(spread == 0):
        raise ConstantIndicator(np.unique(np.argwhere(spread == 0)[:, -1]))
    return np.asarray(np.where(benefit, values - low, high - values) / spread)


STANDARDISE: dict[str, Callable[..., Floats]] = {"ratio-to-max": ratio_to_max, "min-max": min_max}
