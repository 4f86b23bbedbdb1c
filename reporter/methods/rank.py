"""Places in an order: ranks, ties, and what is missing."""

from typing import Literal

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ties = Literal["smallest", "average"]


def rank(scores: Floats, axis: int = 0, ties: Ties = "smallest") -> Floats:
    """Ranks, 1 for the largest to n for the smallest; ties share the smallest (1, 1, 3), missing stays NaN.

    scores: any shape, ranked along `axis` (the regions), each slice by itself. `average` gives ties the mean
    of their places (1.5, 1.5, 3). Two scores tie only where they are equal to the last digit.
    """
    return ascending(-np.asarray(scores, dtype=float), axis, ties)


def ascending(values: Floats, axis: int = 0, ties: Ties = "smallest") -> Floats:
    """Places in growing order, 1 for the smallest to n for the largest; ties and missing as in `rank`."""
    by_first = np.moveaxis(np.asarray(values, dtype=float), axis, 0)
    order = np.argsort(by_first, axis=0)
    in_order = np.take_along_axis(by_first, order, axis=0)
    places = _places(in_order, ties)
    places[np.isnan(in_order)] = np.nan
    ranks = np.empty_like(places)
    np.put_along_axis(ranks, order, places, axis=0)
    return np.moveaxis(ranks, 0, axis)


def _places(in_order: Floats, ties: Ties) -> Floats:
    """Places along the first axis of values already in order."""
    place = np.arange(1.0, len(in_order) + 1).reshape(-1, *[1] * (in_order.ndim - 1))
    new = np.ones(in_order.shape, dtype=bool)
    new[1:] = in_order[1:] != in_order[:-1]
    first = np.maximum.accumulate(np.where(new, place, 0.0), axis=0)
    if ties == "smallest":
        return np.asarray(first)
    ends = np.ones(in_order.shape, dtype=bool)
    ends[:-1] = new[1:]
    last = np.minimum.accumulate(np.where(ends, place, np.inf)[::-1], axis=0)[::-1]
    return np.asarray((first + last) / 2)
