"""Coupling coordination: how far sub-indices rise together, not one at another's cost."""

from typing import NamedTuple

import numpy as np

from reporter.methods.inequality import Floats, Ints, Unusable, ZeroTotal, enough, known, shares

GRADES = (
    "extreme imbalance",
    "serious imbalance",
    "moderate imbalance",
    "mild imbalance",
    "near imbalance",
    "bare coordination",
    "primary coordination",
    "intermediate coordination",
    "good coordination",
    "quality coordination",
)
BORDERS = np.array([0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9])
ROUNDING = 1e-12


class OutOfBounds(Unusable):
    """Cells outside 0–1."""


class Coupling(NamedTuple):
    """Coupling C, comprehensive level T and coordination D, each 0–1."""

    C: Floats
    T: Floats
    D: Floats


def unit_interval(argument: str, values: Floats) -> Floats:
    """The values, freed of rounding errors at the ends; Missing or OutOfBounds where one is not in 0–1."""
    outside = (known(argument, values) < -ROUNDING) | (values > 1 + ROUNDING)
    if outside.any():
        raise OutOfBounds(argument, np.argwhere(outside))
    return np.clip(values, 0.0, 1.0)


def coupling(U: Floats, alpha: Floats | None = None) -> Coupling:
    """C, T and D of n sub-indices on the last axis, each 0–1; D is 1 when all are 1, 0 when one is 0.

    C = n (∏U)^(1/n) / ΣU, T = Σ α U (α equal unless given, made to sum to 1), D = √(C T) (Liao 1999).
    Where all sub-indices are 0 no coupling is defined: ZeroTotal. One sub-index: TooFew.

    >>> coupling(np.array([0.9, 0.4])).C.round(4)
    np.float64(0.9231)
    """
    n = enough(U.shape[-1], 2)
    U = unit_interval("U", U)
    total = U.sum(-1)
    if np.any(total == 0):
        raise ZeroTotal("U", np.argwhere(total == 0))
    C = np.minimum(n * np.prod(U ** (1 / n), axis=-1) / total, 1.0)
    T = np.sum(U * shares(np.ones(n) if alpha is None else alpha, "alpha"), -1)
    return Coupling(np.asarray(C), T, np.sqrt(C * T))


def grade(D: Floats) -> Ints:
    """The customary grade, 1–10, of a coordination: [0, .1) is 1, [.1, .2) is 2 … [.9, 1] is 10."""
    return np.asarray(np.searchsorted(BORDERS, unit_interval("D", D), side="right") + 1)
