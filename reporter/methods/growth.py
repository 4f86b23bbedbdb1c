"""Growth, change and fall of a series."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


def average_growth(series: Floats) -> float:
    """Average growth per period, geometric: (F_T / F_0)^(1/T) − 1; NaN if F_0 is 0 or there is one period."""
    periods = len(series) - 1
    if periods < 1 or not series[0] > 0:
        return float("nan")
    return float((series[-1] / series[0]) ** (1 / periods) - 1)


def yearly_growth(series: Floats) -> Floats:
    """Growth on the period before, one shorter than the series; NaN after a 0."""
    before = np.where(series[:-1] > 0, series[:-1], np.nan)
    return np.asarray(series[1:] / before - 1)


def volatility(series: Floats) -> float:
    """Standard deviation (n − 1) of the yearly growth; NaN with fewer than three periods or after a 0."""
    growth = yearly_growth(series)
    return float(np.std(growth, ddof=1)) if len(growth) > 1 else float("nan")


def average_change(series: Floats) -> float:
    """Average change per period, arithmetic: (F_T − F_0) / T; NaN if there is one period."""
    periods = len(series) - 1
    return float((series[-1] - series[0]) / periods) if periods > 0 else float("nan")


class Drawdown(NamedTuple):
    """The deepest fall: positions of peak and trough, depth as a share of the peak or as a difference,
    position of recovery or −1.
    """

    peak: int
    trough: int
    depth: float
    recovered: int


def below_peak(series: Floats, *, share: bool = True) -> Floats:
    """How far each value lies below the highest so far, as a share of it: 0 at a new peak, −1 at nothing.

    Where it is no `share`, the difference itself.
    """
    peak = np.maximum.accumulate(series)
    if not share:
        return np.asarray(series - peak)
    return np.asarray(np.divide(series - peak, peak, out=np.zeros_like(series), where=peak > 0))


def drawdown(series: Floats, *, share: bool = True) -> Drawdown:
    """The deepest fall from an earlier peak, by `share` or by difference; depth 0 where there is none."""
    below = below_peak(series, share=share)
    trough = int(np.argmin(below))
    peak = int(np.argmax(series[: trough + 1]))
    depth = float(-below[trough])
    back = np.flatnonzero(series[trough:] >= series[peak])
    return Drawdown(
        peak, trough, depth, int(trough + back[0]) if depth and len(back) else trough if not depth else -1
    )
