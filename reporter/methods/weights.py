"""Weights of indicators, summing to 1."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


def hierarchical_equal(sizes: Sequence[int]) -> Floats:
    """Dimensions share 1 equally, indicators share their dimension's weight equally; `sizes` counts the
    indicators.
    """
    return np.concatenate([np.full(size, 1.0 / (len(sizes) * size)) for size in sizes])


def equal(sizes: Sequence[int]) -> Floats:
    """Every indicator the same weight."""
    return np.full(sum(sizes), 1.0 / sum(sizes))


WEIGHTS = {"hierarchical-equal": hierarchical_equal, "equal": equal}
