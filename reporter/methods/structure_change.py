"""How far an economic structure turned between two years; sectors on the last axis."""

from typing import Literal

import numpy as np

from reporter.methods.inequality import Floats, NotAboveZero, shares


def moore(before: Floats, after: Floats) -> Floats:
    """Moore's value: the angle between two structures in radians, 0 when alike, π/2 when nothing is shared.

    Shares or volumes alike, shape (…, sectors). Negative, Missing; ZeroTotal for an empty year. Moore 1978.

    >>> moore(np.array([1.0, 0.0]), np.array([1.0, 1.0])).round(4)
    np.float64(0.7854)
    """
    u, v = _unit(shares(before, "before")), _unit(shares(after, "after"))
    return np.asarray(2 * np.arctan2(_length(u - v)[..., 0], _length(u + v)[..., 0]))


def lilien(before: Floats, after: Floats, *, weights: Literal["after", "mean"] = "after") -> Floats:
    """Lilien's index: 0 when every sector grows alike, without upper bound.

    √Σ s (Δ ln x − Δ ln X)² of employment x, X its sum, s the share `after` (Lilien 1982) or the `mean` of
    both years (Stamer 1999). A sector empty in both years adds nothing; in one alone it is NotAboveZero.
    """
    s0, s1 = shares(before, "before"), shares(after, "after")
    for argument, one, other in (("before", s0, s1), ("after", s1, s0)):
        if np.any((one == 0) & (other > 0)):
            raise NotAboveZero(argument, np.argwhere((one == 0) & (other > 0)))
    s = s1 if weights == "after" else (s0 + s1) / 2
    relative = np.divide(s1, s0, out=np.ones_like(s1), where=s0 > 0)
    return np.asarray(np.sqrt(np.sum(s * np.log(relative) ** 2, -1)))


def _length(x: Floats) -> Floats:
    return np.asarray(np.sqrt(np.sum(x * x, -1, keepdims=True)))


def _unit(x: Floats) -> Floats:
    return np.asarray(x / _length(x))
