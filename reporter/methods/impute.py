"""Filling what is missing, openly: every way tells which cells it filled and which it could not.

Arrays are (regions, periods, indicators); the order of nothing ever changes, and a value that is there stays
as it is. A straight line in time is `interpolate.linear`.
"""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from reporter.methods.standardise import Scope, min_max, over

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]


class Filled(NamedTuple):
    """The values, the cells that were filled, and the cells that could not be and stay NaN."""

    values: Floats
    filled: Bools
    left: Bools


def last_carried(values: Floats, *, back: bool = False) -> Filled:
    """Gaps filled with the region's last value before; with `back`, gaps at the start with its first value.

    Without `back` a series that starts with a gap keeps it. An empty series stays empty.
    """
    carried = _carried(values)
    if back:
        carried = _carried(carried[:, ::-1])[:, ::-1]
    return _fill(values, carried)


def group_mean(values: Floats, groups: ArrayLike | None = None) -> Filled:
    """Gaps filled with the mean of the region's group in the same period; `groups` tells each region's group.

    Without groups all regions are one. A group that has no value of an indicator in a period keeps its gaps.
    """
    return _by_group(values, groups, mean_present)


def group_median(values: Floats, groups: ArrayLike | None = None) -> Filled:
    """Gaps filled with the median of the region's group in the same period; groups as in `group_mean`."""
    return _by_group(values, groups, median_present)


def dimension_mean(values: Floats, benefit: Bools, dimensions: ArrayLike, scope: Scope = "pooled") -> Filled:
    """Gaps filled from the region's own other indicators: their mean on the min–max scale, put back in units.

    `dimensions` tells each indicator's dimension. A region with nothing in a dimension keeps its gaps there.
    ConstantIndicator where an indicator has no spread to scale by.
    """
    x = min_max(values, benefit, scope)
    low, high = over(values, scope)
    towards = np.full(values.shape, np.nan)
    for dimension in np.unique(np.asarray(dimensions)):
        of = np.flatnonzero(np.asarray(dimensions) == dimension)
        towards[..., of] = mean_present(x[..., of], axis=-1)
    return _fill(values, np.where(benefit, low + towards * (high - low), high - towards * (high - low)))


def mean_present(values: Floats, axis: int = 0) -> Floats:
    """Mean of what is present along an axis, which stays with length 1; NaN where nothing is."""
    known = ~np.isnan(values)
    if known.all():
        return np.asarray(values.mean(axis=axis, keepdims=True))
    count = known.sum(axis=axis, keepdims=True)
    total = np.where(known, values, 0.0).sum(axis=axis, keepdims=True)
    mean = np.full(total.shape, np.nan)
    np.divide(total, count, out=mean, where=count > 0)
    return mean


def median_present(values: Floats, axis: int = 0) -> Floats:
    """Median of what is present along an axis, which stays with length 1; NaN where nothing is."""
    in_order = np.sort(values, axis=axis)
    count = (~np.isnan(values)).sum(axis=axis, keepdims=True)
    below = np.take_along_axis(in_order, np.maximum(count - 1, 0) // 2, axis=axis)
    above = np.take_along_axis(in_order, count // 2, axis=axis)
    return np.asarray(np.where(count > 0, (below + above) / 2, np.nan))


def _fill(values: Floats, by: Floats) -> Filled:
    gaps = np.isnan(values)
    whole = np.where(gaps, by, values)
    left = np.isnan(whole)
    return Filled(whole, gaps & ~left, left)


def _carried(values: Floats) -> Floats:
    at = np.arange(values.shape[1])[:, None]
    last = np.maximum.accumulate(np.where(np.isnan(values), 0, at), axis=1)
    return np.asarray(np.take_along_axis(values, last, axis=1))


def _by_group(values: Floats, groups: ArrayLike | None, middle: Callable[[Floats], Floats]) -> Filled:
    if groups is None:
        return _fill(values, middle(values))
    of, towards = np.asarray(groups), np.full(values.shape, np.nan)
    for group in np.unique(of):
        towards[of == group] = middle(values[of == group])
    return _fill(values, towards)
