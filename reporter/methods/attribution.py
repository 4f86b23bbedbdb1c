"""A change shared out among what changed; the shares add up to it exactly.

`value` takes rows of true and false, which indicators stand as at the end (the others as at the start), and
gives the score of each row. A row without a score (NaN) counts as the start, unless an end itself has none.
"""

from collections.abc import Callable
from math import comb

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]
Value = Callable[[Bools], Floats]
MOST = 12
"""Indicators whose Shapley values are exact in good time: 2ⁿ scores."""


def shared(value: Value, n: int) -> Floats:
    """Exact Shapley values of up to 12 indicators, `first_and_last` of more."""
    return shapley(value, n) if n <= MOST else first_and_last(value, n)


def shapley(value: Value, n: int) -> Floats:
    """What each of n indicators adds, averaged over every order of change (Shapley 1953)."""
    subsets = np.arange(2**n)
    changed = (subsets[:, None] >> np.arange(n)) & 1 == 1
    found = _known(value(changed))
    size = changed.sum(axis=1)
    share = np.array([1 / (n * comb(n - 1, s)) if s < n else 0.0 for s in range(n + 1)])
    rises = [share[size] * (found[subsets | 1 << j] - found) for j in range(n)]
    return np.array([rise[~changed[:, j]].sum() for j, rise in enumerate(rises)])


def first_and_last(value: Value, n: int) -> Floats:
    """The mean of what each indicator adds when it changes first and when it changes last, in linear time.

    What these leave over is shared in proportion to their size, so that an indicator which adds nothing
    either way gets nothing, whatever the order of indicators; equally where they all add nothing.
    """
    one = np.eye(n, dtype=bool)
    found = _known(value(np.vstack([np.zeros((1, n), bool), one, ~one, np.ones((1, n), bool)])))
    start, first, last, end = found[0], found[1 : n + 1], found[n + 1 : -1], found[-1]
    effect = ((first - start) + (end - last)) / 2
    size = np.abs(effect)
    part = size / size.sum() if size.sum() > 0 else np.full(n, 1 / n)
    return np.asarray(effect + part * (end - start - effect.sum()))


def _known(found: Floats) -> Floats:
    """Scores with those of rows in between that do not exist put at the start; all NaN where an end is."""
    start, end = found[0], found[-1]
    return np.where(np.isnan(found), start, found) if not np.isnan(end) else np.full(found.shape, np.nan)
