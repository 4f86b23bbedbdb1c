"""Filling declared gaps."""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


def linear(series: Floats, gaps: NDArray[np.bool_]) -> Floats:
    """The series, marked gaps on the straight line between their neighbours in time; ends stay NaN."""
    known = np.flatnonzero(~np.isnan(series))
    if not len(known):
        return series
    at = np.arange(len(series))
    line = np.interp(at, known, series[known], left=np.nan, right=np.nan)
    return np.where(gaps & np.isnan(series), line, series)
