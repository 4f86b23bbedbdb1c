"""Outliers: told by skew and kurtosis, drawn in one extreme at a time, or else put on a logarithm.

Arrays have the indicators last; all leading axes together (regions and periods) are one sample. Missing
values take no part and stay missing.
"""

from math import prod
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from reporter.methods.standardise import ConstantIndicator

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]


class Moments(NamedTuple):
    """Skew G1 and excess kurtosis G2 of each indicator; NaN where they do not exist."""

    skew: Floats
    kurtosis: Floats


class Treatment(NamedTuple):
    """What was done to each indicator: values, action ("none", "winsorised", "log"), cells drawn in, moments.

    `passed` is whether the result passes; where it is False outliers remain, and the caller has to say so.
    """

    values: Floats
    action: tuple[str, ...]
    moved: Bools
    before: Moments
    after: Moments
    passed: Bools


def moments(values: Floats) -> Moments:
    """Adjusted Fisher–Pearson skew G1 and sample excess kurtosis G2 of each indicator, as in spreadsheets.

    NaN for a constant indicator, for fewer than 3 values (skew) or 4 (kurtosis). Joanes & Gill 1998.
    """
    sample = _sample(values)
    gaps = np.isnan(sample)
    n = np.float64(len(sample)) - (gaps.sum(axis=0) if gaps.any() else 0)
    with np.errstate(divide="ignore", invalid="ignore"):
        d = sample - np.fmin.reduce(sample, axis=0)  # exactly 0 where the indicator is constant
        d[gaps] = 0
        d -= d.sum(axis=0) / n
        d[gaps] = 0
        square = d * d
        s2, s3, s4 = (power.sum(axis=0) for power in (square, square * d, square * square))
        skew = n * np.sqrt(n - 1) / (n - 2) * (s3 / s2**1.5)
        kurtosis = (n - 1) / ((n - 2) * (n - 3)) * (n * (n + 1) * (s4 / s2**2) - 3 * (n - 1))
    return Moments(np.where(n < 3, np.nan, skew), np.where(n < 4, np.nan, kurtosis))


def passes(found: Moments, skew: float = 2, kurtosis: float = 3.5) -> Bools:
    """Whether no outliers show: |G1| below one limit or G2 below the other; so where they do not exist."""
    return np.asarray(~((np.abs(found.skew) >= skew) & (found.kurtosis >= kurtosis)))


def winsorise(
    values: Floats, points: int = 5, skew: float = 2, kurtosis: float = 3.5
) -> tuple[Floats, Bools]:
    """Failing indicators with their extremes drawn in to the next value, and the cells that moved.

    One extreme at a time, high where G1 ≥ 0 and low otherwise, until the indicator passes or `points` cells
    have moved. Ties at the extreme move together, past the limit if they straddle it. An indicator is never
    drawn in to a constant.
    """
    drawn, moved, _ = _winsorised(values, moments(values), points, skew, kurtosis)
    return drawn, moved


def logarithm(values: Floats) -> Floats:
    """ln(x − min + 0.01·range) of each indicator; −ln(max − x + 0.01·range) where the skew is negative.

    Keeps the order of values either way. ConstantIndicator where there is no range.
    """
    axes = tuple(range(values.ndim - 1))
    low, high = np.fmin.reduce(values, axis=axes), np.fmax.reduce(values, axis=axes)
    margin = 0.01 * (high - low)
    if np.any(margin == 0):
        raise ConstantIndicator(np.flatnonzero(margin == 0))
    up, down = np.log(values - low + margin), -np.log(high - values + margin)
    return np.asarray(np.where(moments(values).skew < 0, down, up))


def treat(values: Floats, points: int = 5, skew: float = 2, kurtosis: float = 3.5) -> Treatment:
    """Indicators without outliers, and the record of what was done: none, winsorised, or log of the original.

    An indicator passes if |G1| < 2 or G2 < 3.5. Failing, it is winsorised; failing still, the logarithm of
    its original values is taken. The limits are those of the JRC's audits (after Groeneveld & Meeden 1984).
    """
    before = moments(values)
    out, moved, after = _winsorised(values, before, points, skew, kurtosis)
    passed = passes(after, skew, kurtosis)
    logged = ~passed
    if logged.any():
        out[..., logged], moved[..., logged] = logarithm(values[..., logged]), False
        after = moments(out)
        passed = passes(after, skew, kurtosis)
    touched = moved.any(axis=tuple(range(values.ndim - 1)))
    action = np.where(logged, "log", np.where(touched, "winsorised", "none"))
    return Treatment(out, tuple(action.tolist()), moved, before, after, passed)


def _sample(values: Floats) -> Floats:
    return values.reshape(prod(values.shape[:-1]), values.shape[-1])


def _winsorised(
    values: Floats, found: Moments, points: int, skew: float, kurtosis: float
) -> tuple[Floats, Bools, Moments]:
    """The values drawn in, the cells that moved and the moments reached, from those found in the values."""
    sample = _sample(values).copy()
    moved = np.zeros(sample.shape, dtype=bool)
    reached = Moments(*map(np.copy, found))
    for _ in range(points):
        at = np.flatnonzero(~passes(reached, skew, kurtosis) & (moved.sum(axis=0) < points))
        if not len(at):
            break
        sign = np.where(reached.skew[at] >= 0, 1.0, -1.0)
        drawn, extreme = _draw_in(sample[:, at] * sign)
        drawn *= sign
        sample[:, at] = drawn
        moved[:, at] |= extreme
        reached.skew[at], reached.kurtosis[at] = moments(drawn)
    return sample.reshape(values.shape), moved.reshape(values.shape), reached


def _draw_in(sample: Floats) -> tuple[Floats, Bools]:
    """The sample with each indicator's largest value set to the next, unless that leaves a constant."""
    top = sample == np.fmax.reduce(sample, axis=0)
    rest = np.where(top, np.nan, sample)
    following = np.fmax.reduce(rest, axis=0)
    top &= following > np.fmin.reduce(rest, axis=0)
    return np.where(top, following, sample), top
