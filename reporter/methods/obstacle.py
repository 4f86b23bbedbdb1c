"""What keeps a region from the ideal: the share of each indicator in the way still to go."""

import numpy as np

from reporter.methods.coupling import unit_interval
from reporter.methods.inequality import Floats, shares


def obstacle(x: Floats, weights: Floats) -> Floats:
    """Obstacle degrees, 0–1, summing to 1 over the indicators; all 0 for a region at the ideal.

    x is standardised to 0–1, more being better, shape (…, indicators); weights (indicators,), made to sum to
    1. w (1 − x) / Σ w (1 − x). OutOfBounds, Missing; Negative or ZeroTotal weights.

    >>> obstacle(np.array([1.0, 0.5, 0.0]), np.ones(3)).round(4)
    array([0.    , 0.3333, 0.6667])
    """
    way = shares(weights, "weights") * (1 - unit_interval("x", x))
    whole = way.sum(-1, keepdims=True)
    return np.asarray(np.divide(way, whole, out=np.zeros_like(way), where=whole > 0))
