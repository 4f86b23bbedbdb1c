"""Disparity between regions: how unequal y is over its last axis, the regions; one index per leading cell.

y is a value a head (or of each region as one unit), p the population behind it: shares or counts, at least 0
and not all 0; without p every region counts the same. One region, or all alike, gives 0 (a ratio gives 1).
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from reporter.methods.relative_entropy import rel_entr

Floats = NDArray[np.float64]
Ints = NDArray[np.intp]


class Unusable(ArithmeticError):
    """What a formula cannot take: `argument` names the input, `cells` are the indices in it, a row a cell."""

    def __init__(self, argument: str, cells: Ints) -> None:
        super().__init__(f"{argument}: {type(self).__name__} {cells.tolist()}")
        self.argument, self.cells = argument, cells


class Missing(Unusable):
    """Cells that are missing or infinite."""


class Negative(Unusable):
    """Cells below zero."""


class NotAboveZero(Unusable):
    """Cells that are zero or less where a logarithm or a denominator needs more."""


class ZeroTotal(Unusable):
    """Rows whose total is zero, so that there are no shares; `cells` are the leading indices."""


class TooFew(ValueError):
    """Fewer regions, periods or parts than the formula needs: `n` are there, `least` must be."""

    def __init__(self, n: int, least: int) -> None:
        super().__init__(f"{n} of {least}")
        self.n, self.least = n, least


def known(argument: str, values: Floats) -> Floats:
    """The values; Missing where one is not a finite number."""
    if not np.isfinite(values).all():
        raise Missing(argument, np.argwhere(~np.isfinite(values)))
    return values


def not_negative(argument: str, values: Floats) -> Floats:
    """The values; Missing or Negative where one is not at least 0."""
    if np.any(known(argument, values) < 0):
        raise Negative(argument, np.argwhere(values < 0))
    return values


def above_zero(argument: str, values: Floats) -> Floats:
    """The values; Missing or NotAboveZero where one is not above 0."""
    if np.any(known(argument, values) <= 0):
        raise NotAboveZero(argument, np.argwhere(values <= 0))
    return values


def shares(values: Floats, argument: str = "values") -> Floats:
    """Each value's share of the total over the last axis: 0–1, summing to 1; ZeroTotal where all are 0."""
    total = not_negative(argument, values).sum(-1, keepdims=True)
    if np.any(total == 0):
        raise ZeroTotal(argument, np.argwhere(total[..., 0] == 0))
    return np.asarray(values / total)


def enough(n: int, least: int) -> int:
    """n; TooFew if it is below the least the formula needs."""
    if n < least:
        raise TooFew(n, least)
    return n


def population(y: Floats, p: Floats | None) -> Floats:
    """Population shares shaped like y, equal where p is not given."""
    enough(y.shape[-1], 1)
    return np.broadcast_to(shares(np.ones(y.shape[-1]) if p is None else p, "p"), y.shape)


def _shares(y: Floats, p: Floats | None) -> tuple[Floats, Floats]:
    """Income and population shares (s, p)."""
    q = population(not_negative("y", y), p)
    return shares(q * y, "y"), q


def _all_have_some(y: Floats, q: Floats) -> None:
    if np.any((y == 0) & (q > 0)):
        raise NotAboveZero("y", np.argwhere((y == 0) & (q > 0)))


def theil(y: Floats, p: Floats | None = None) -> Floats:
    """Theil's T: 0 when all are equal, ln n when one of n regions has everything. Zeros contribute nothing.

    Σ s ln(s/p), s = p y / Σ p y. Negative, Missing, ZeroTotal. Theil 1967.

    >>> theil(np.array([1.0, 1.0, 4.0])).round(4)
    np.float64(0.231)
    """
    s, q = _shares(y, p)
    return np.asarray(rel_entr(s, q).sum(-1))


def theil_l(y: Floats, p: Floats | None = None) -> Floats:
    """Theil's L, the mean logarithmic deviation: 0 when all are equal, without upper bound.

    Σ p ln(p/s), s = p y / Σ p y. NotAboveZero where a region with people has nothing. Theil 1967.
    """
    s, q = _shares(y, p)
    _all_have_some(y, q)
    return np.asarray(rel_entr(q, s).sum(-1))


class Decomposition(NamedTuple):
    """An index as between + within = total; last axis of the others the groups, sorted by name.

    `shares` of the outcome and `population` shares of the groups, `inside` the index inside each group.
    Within is Σ shares × inside for T, Σ population × inside for L.
    """

    total: Floats
    between: Floats
    within: Floats
    groups: tuple[str | int, ...]
    shares: Floats
    population: Floats
    inside: Floats


def theil_decomposition(y: Floats, groups: NDArray[np.generic], p: Floats | None = None) -> Decomposition:
    """Theil's T between and within groups; `groups` names each region's. A group that has nothing is equal.

    Between Σ s_g ln(s_g/p_g), within Σ s_g T_g (Shorrocks 1980). Errors of `theil`.
    """
    return _decomposition(*_shares(y, p), groups, from_shares=True)


def theil_l_decomposition(y: Floats, groups: NDArray[np.generic], p: Floats | None = None) -> Decomposition:
    """Theil's L between and within groups; `groups` names each region's.

    Between Σ p_g ln(p_g/s_g), within Σ p_g L_g (Shorrocks 1980). Errors of `theil_l`.
    """
    s, q = _shares(y, p)
    _all_have_some(y, q)
    return _decomposition(s, q, groups, from_shares=False)


def _decomposition(s: Floats, q: Floats, groups: NDArray[np.generic], *, from_shares: bool) -> Decomposition:
    names, group = np.unique(groups, return_inverse=True)
    member = (group[:, None] == np.arange(len(names))).astype(float)
    s_g, q_g = s @ member, q @ member
    a, b, a_g, b_g = (s, q, s_g, q_g) if from_shares else (q, s, q_g, s_g)
    expected = b * np.divide(a_g, b_g, out=np.zeros_like(a_g), where=b_g > 0)[..., group]
    terms = rel_entr(a, expected) @ member
    inside = np.divide(terms, a_g, out=np.zeros_like(terms), where=a_g > 0)
    between, within = rel_entr(a_g, b_g).sum(-1), terms.sum(-1)
    total = np.asarray(rel_entr(a, b).sum(-1))
    return Decomposition(total, between, within, tuple(names.tolist()), s_g, q_g, inside)


def gini(y: Floats, p: Floats | None = None) -> Floats:
    """Gini coefficient: 0 when all are equal, (n − 1)/n when one of n regions has everything.

    Σ Σ p_i p_j |y_i − y_j| / 2μ, summed in order of y. Negative, Missing, ZeroTotal. Gini 1912.
    """
    s, q = _shares(y, p)
    order = np.argsort(y, axis=-1)
    s, q = np.take_along_axis(s, order, -1), np.take_along_axis(q, order, -1)
    rank = 2 * np.cumsum(q, -1) - q - 1
    return np.asarray(np.maximum(np.sum((s - q) * rank, -1), 0.0))


def lorenz(y: Floats, p: Floats | None = None) -> tuple[Floats, Floats]:
    """Lorenz curve of one row: cumulative shares (0–1) of population and outcome, the lowest region first."""
    s, q = (one[np.argsort(y, kind="stable")] for one in _shares(y, p))
    return np.append(0.0, np.cumsum(q)), np.append(0.0, np.cumsum(s))


def atkinson(y: Floats, p: Floats | None = None, *, epsilon: float = 0.5) -> Floats:
    """Atkinson's index: 0 when all are equal, at most 1; 1 where a region has nothing and ε is at least 1.

    1 − (Σ p (y/μ)^(1−ε))^(1/(1−ε)); ε = 1: 1 − geometric mean / μ. ε below 0 is a ValueError. Atkinson 1970.
    """
    if epsilon < 0:
        raise ValueError("epsilon is below 0")
    s, q = _shares(y, p)
    relative = np.divide(s, q, out=np.ones_like(s), where=q > 0)
    with np.errstate(divide="ignore", over="ignore"):
        if epsilon == 1:
            return np.asarray(1 - np.exp(np.sum(q * np.log(relative, where=q > 0, out=np.zeros_like(q)), -1)))
        return np.asarray(1 - np.sum(q * relative ** (1 - epsilon), -1) ** (1 / (1 - epsilon)))


def coefficient_of_variation(y: Floats, p: Floats | None = None, *, ddof: int = 0) -> Floats:
    """Standard deviation over the mean: 0 when all are equal, √(n − 1) when one of n regions has everything.

    ddof 0 treats the regions as all there are, 1 as a sample: then p is a ValueError and one region TooFew.
    """
    s, q = _shares(y, p)
    if ddof:
        if p is not None:
            raise ValueError("ddof 1 takes no population")
        enough(y.shape[-1], 2)
    relative = np.divide(s, q, out=np.ones_like(s), where=q > 0)
    variance = np.sum(q * (relative - 1) ** 2, -1)
    return np.asarray(np.sqrt(variance * y.shape[-1] / (y.shape[-1] - 1) if ddof else variance))


def max_min_ratio(y: Floats) -> Floats:
    """Largest over smallest: 1 when all are equal, without upper bound; NotAboveZero."""
    enough(y.shape[-1], 1)
    return np.asarray(above_zero("y", y).max(-1) / y.min(-1))


def primacy(y: Floats) -> Floats:
    """The largest region's share of the total: 1/n when all are equal, 1 when one has everything."""
    enough(y.shape[-1], 1)
    return np.asarray(shares(y, "y").max(-1))


def hhi(y: Floats, *, normalised: bool = False) -> Floats:
    """Herfindahl–Hirschman index Σ s²: 1/n when all are equal, 1 when one has everything.

    Normalised, (H − 1/n) / (1 − 1/n): 0 to 1, TooFew for one part. Hirschman 1945, Herfindahl 1950.
    """
    n = enough(y.shape[-1], 2 if normalised else 1)
    H = np.sum(shares(y, "y") ** 2, -1)
    return np.asarray((H - 1 / n) / (1 - 1 / n) if normalised else H)


def shannon(y: Floats, *, normalised: bool = False) -> Floats:
    """Shannon's entropy −Σ s ln s: 0 when one part has everything, ln n when all are equal.

    Normalised, divided by ln n: 0 to 1, TooFew for one part. Shannon 1948.
    """
    n = enough(y.shape[-1], 2 if normalised else 1)
    H = rel_entr(shares(y, "y"), 1).sum(-1)
    return np.asarray(np.abs(H) / np.log(n) if normalised else np.abs(H))
