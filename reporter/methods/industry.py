"""Industrial structure: how balanced, how high. Sectors on the last axis: primary, secondary, tertiary."""

import numpy as np

from reporter.methods.inequality import Floats, NotAboveZero, not_negative, shares
from reporter.methods.relative_entropy import rel_entr

SECTORS = 3


class NotThreeSectors(ValueError):
    """The last axis does not hold primary, secondary and tertiary; `n` is what it holds."""

    def __init__(self, n: int) -> None:
        super().__init__(str(n))
        self.n = n


def rationalisation(Y: Floats, L: Floats) -> Floats:
    """Theil index of the structure: 0 when every sector is equally productive; smaller is more balanced.

    Y value added and L employment, (…, sectors). TL = Σ (Y_i/Y) ln((Y_i/L_i) / (Y/L)); a sector without value
    added adds nothing. NotAboveZero where one has value added and no employment; Missing, Negative,
    ZeroTotal. Gan, Zheng & Yu 2011.

    >>> rationalisation(np.array([10.0, 40.0, 50.0]), np.array([30.0, 30.0, 40.0])).round(4)
    np.float64(0.1168)
    """
    y, l = shares(Y, "Y"), shares(L, "L")
    _employed(Y, L)
    return np.asarray(rel_entr(y, l).sum(-1))


def upgrading(Y: Floats) -> Floats:
    """Industrial structure level coefficient y₁ + 2 y₂ + 3 y₃: 1 when all primary, 3 when all tertiary.

    Y value added or its shares, (…, 3). Missing, Negative, ZeroTotal, NotThreeSectors.
    """
    return np.asarray(_three(shares(Y, "Y")) @ np.array([1.0, 2.0, 3.0]))


def advancement_ratio(Y: Floats) -> Floats:
    """Tertiary over secondary value added: from 0 without upper bound; larger is more advanced.

    NotAboveZero where the secondary sector is empty; Missing, Negative, NotThreeSectors. Gan, Zheng & Yu
    2011.
    """
    secondary = _three(not_negative("Y", Y))[..., 1]
    if np.any(secondary == 0):
        raise NotAboveZero("Y", np.array([(*cell, 1) for cell in np.argwhere(secondary == 0)], dtype=np.intp))
    return np.asarray(Y[..., 2] / secondary)


def advancement_productivity(Y: Floats, L: Floats) -> Floats:
    """Productivity of each sector weighed by its share, Σ (Y_i/Y) (Y_i/L_i): at least 0, in units of Y per L.

    Errors of `rationalisation`. Yuan & Zhu 2018.
    """
    y = shares(Y, "Y")
    _employed(Y, not_negative("L", L))
    return np.asarray(np.sum(y * np.divide(Y, L, out=np.zeros_like(y), where=L > 0), -1))


def advancement_angle(Y: Floats) -> Floats:
    """W = 3θ₁ + 2θ₂ + θ₃ in radians: 3π/2 when all primary, 5π/2 when all tertiary; larger is more advanced.

    θ_j is the angle between (y₁, y₂, y₃) and the axis of sector j. Errors of `upgrading`. Fu 2010.
    """
    y = _three(shares(Y, "Y"))
    others = np.sqrt(np.maximum(np.sum(y * y, -1, keepdims=True) - y * y, 0.0))
    return np.asarray(np.arctan2(others, y) @ np.array([3.0, 2.0, 1.0]))


def _employed(Y: Floats, L: Floats) -> None:
    nobody = (L == 0) & (Y > 0)
    if nobody.any():
        raise NotAboveZero("L", np.argwhere(nobody))


def _three(y: Floats) -> Floats:
    if y.shape[-1] != SECTORS:
        raise NotThreeSectors(y.shape[-1])
    return y
