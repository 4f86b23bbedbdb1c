"""Whether regions draw nearer to each other."""

from typing import NamedTuple

import numpy as np

from reporter.methods.inequality import Floats, above_zero, coefficient_of_variation, enough, known

EXACT = 1e-12


class Constant(ArithmeticError):
    """All regions have the same value where differences are needed; `argument` names the input."""

    def __init__(self, argument: str) -> None:
        super().__init__(argument)
        self.argument = argument


class Line(NamedTuple):
    """A fitted line: slope, its standard error, t and two-sided p (None where the line fits exactly),
    intercept, share of variance explained (1 where it fits exactly) and number of points.
    """

    slope: float
    error: float
    t: float | None
    p: float | None
    intercept: float
    r2: float
    n: int


class Beta(NamedTuple):
    """The line of growth on the starting level, and the yearly speed and half-life it implies.

    `speed` is None where the slope is so steep that levels cross (1 + bT ≤ 0), `half_life` where gaps do not
    shrink.
    """

    line: Line
    speed: float | None
    half_life: float | None


def sigma(y: Floats, p: Floats | None = None) -> Floats:
    """σ: the coefficient of variation over the last axis (regions) for each period; falling is convergence.

    Errors and weights of `coefficient_of_variation`. Barro & Sala-i-Martin 1992.
    """
    return coefficient_of_variation(y, p)


def line(x: Floats, y: Floats) -> Line:
    """The ordinary least squares line of y on x, both (n,). TooFew below 3 points, Constant x, Missing."""
    n = enough(len(known("x", x)), 3)
    dx, dy = x - x.mean(), known("y", y) - y.mean()
    if np.all(x == x[0]):
        raise Constant("x")
    noise = EXACT**2 * float(y @ y)
    slope = float(dx @ dy / (dx @ dx)) if dy @ dy > noise else 0.0
    intercept, rest = float(y.mean() - slope * x.mean()), float(np.sum((dy - slope * dx) ** 2))
    if rest <= noise:
        return Line(slope, 0.0, None, None, intercept, 1.0, n)
    from scipy.special import stdtr  # takes long to load, and only a study that converges asks for it

    error = float(np.sqrt(rest / (n - 2) / (dx @ dx)))
    t = slope / error
    return Line(slope, error, t, float(2 * stdtr(n - 2, -abs(t))), intercept, 1 - rest / float(dy @ dy), n)


def beta(first: Floats, last: Floats, years: float) -> Beta:
    """β: the line of yearly log growth on the log of the starting level; a negative slope is convergence.

    first and last: levels of each region (n,), above 0, `years` apart. speed λ = −ln(1 + bT)/T, half-life
    ln 2/λ. NotAboveZero, Missing; TooFew below 3 regions; Constant where all start alike.
    Barro & Sala-i-Martin 1992, equation 7.
    """
    if not years > 0:
        raise ValueError("years is not above 0")
    start, end = np.log(above_zero("first", first)), np.log(above_zero("last", last))
    fit = line(start, (end - start) / years)
    pace = speed(fit.slope, years)
    return Beta(fit, pace, float(np.log(2) / pace) if pace is not None and pace > 0 else None)


def speed(slope: float, years: float) -> float | None:
    """Yearly speed of convergence −ln(1 + bT)/T behind a slope; below 0 if diverging, None if 1 + bT ≤ 0."""
    return float(-np.log1p(slope * years) / years) if slope * years > -1 else None
