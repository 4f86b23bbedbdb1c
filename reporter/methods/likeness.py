"""Which of several units are most alike."""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


def classify(values: Floats, starts: Floats) -> NDArray[np.int64]:
    """The class of each value, 0 = the highest: the first whose start it reaches; -1 for NaN.

    starts: of the classes from the highest to the lowest, falling.
    """
    found = np.argmax(values[:, None] >= starts[None, :], axis=1)
    return np.where((values[:, None] >= starts[None, :]).any(axis=1), found, -1)


def distances(x: Floats) -> Floats:
    """How far units lie apart, n × n: the root mean square of the differences of their standard scores.

    x: n units × k features, each put to mean 0 and deviation 1 over the units; a constant one is left out. A
    unit that lacks a figure is at NaN from all. 0 = alike in everything; √2 is what two strangers expect.
    """
    with np.errstate(invalid="ignore"):
        spread = np.nanstd(x, axis=0, ddof=1)
        kept = spread > 1e-12 * np.abs(np.nanmean(x, axis=0))
        z = (x[:, kept] - np.nanmean(x[:, kept], axis=0)) / spread[kept]
    if not kept.any():
        return np.full((len(x), len(x)), np.nan)
    return np.asarray(np.sqrt(np.mean((z[:, None, :] - z[None, :, :]) ** 2, axis=2)))


def nearest(x: Floats, count: int) -> list[list[int]]:
    """Of each unit the `count` others most like it, the nearest first; ties in their order; none where it
    lacks a figure.
    """
    far = distances(x)
    np.fill_diagonal(far, np.nan)
    order = np.argsort(far, axis=1, kind="stable")  # NaN stands last
    return [[int(j) for j in row[:count] if far[i, j] == far[i, j]] for i, row in enumerate(order)]
