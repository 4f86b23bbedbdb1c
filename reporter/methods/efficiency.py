"""Input–output efficiency by data envelopment analysis: how much more the best would make of the inputs."""

from typing import Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

from reporter.methods.inequality import Floats, Ints, enough, known, not_negative, shares

Bools = NDArray[np.bool_]
Returns = Literal["constant", "variable"]
ROUNDING = 1e-9
TOLERANCE = 1e-10


class NoSolution(ArithmeticError):
    """The programme of one unit was not solved; `unit` is its position, the message the solver's."""

    def __init__(self, unit: int, message: str) -> None:
        super().__init__(message)
        self.unit = unit


class Efficiency(NamedTuple):
    """For each of n units: the factor φ ≥ 1 by which all outputs could grow, efficiency 1/φ in (0, 1], what
    remains to gain after that in each input and output (slacks, in their units), the weights of the units it
    is compared with (n, n), and whether it is efficient: φ = 1 and no slack.
    """

    phi: Floats
    efficiency: Floats
    input_slacks: Floats
    output_slacks: Floats
    peers: Floats
    efficient: Bools


def dea(inputs: Floats, outputs: Floats, returns: Returns = "constant") -> Efficiency:
    """Output-oriented efficiency of n units, CCR (constant returns to scale) or BCC (variable).

    inputs (n, m), outputs (n, s), at least 0, each unit with some of both, or ZeroTotal; Negative, Missing.
    First the largest φ, then the largest sum of slacks, each measured in its column's maximum, so that no
    unit of measure counts. One unit alone is efficient. Charnes, Cooper & Rhodes 1978; Banker, Charnes &
    Cooper 1984.
    """
    n = enough(len(inputs), 1)
    shares(inputs, "inputs"), shares(outputs, "outputs")
    X, Y = _scaled(inputs), _scaled(outputs)
    rows = np.array([_unit(X, Y, k, returns) for k in range(n)])
    phi, peers, slacks = rows[:, 0], rows[:, 1 : n + 1], rows[:, n + 1 :]
    slacks = np.where(slacks < ROUNDING, 0.0, slacks)
    m = inputs.shape[1]
    return Efficiency(
        phi,
        1 / phi,
        slacks[:, :m] * _scale(inputs),
        slacks[:, m:] * _scale(outputs),
        np.where(peers < ROUNDING, 0.0, peers),
        (phi <= 1 + ROUNDING) & ~slacks.any(-1),
    )


def scale_efficiency(inputs: Floats, outputs: Floats) -> Floats:
    """What a unit loses by its size: efficiency under constant over under variable returns, in (0, 1]."""
    constant, variable = dea(inputs, outputs, "constant"), dea(inputs, outputs, "variable")
    return np.minimum(constant.efficiency / variable.efficiency, 1.0)


def free_disposal_hull(x: Floats, y: Floats) -> Ints:
    """Positions of the units of one input x and one output y, each (n,), that no other dominates: has no more
    of x and no less of y, and of one of them less or more. In the order of x.

    Without any idea of returns to scale: only what was seen counts. Units alike stand or fall together.
    Missing where a cell is. Deprins, Simar & Tulkens 1984.
    """
    return np.asarray(
        [k for k in np.argsort(x, kind="stable") if not _dominating(x, y, k).any()], dtype=np.intp
    )


def nearest_on_hull(x: Floats, y: Floats) -> Ints:
    """For each unit the position of the one on the free disposal hull that dominates it and lies nearest,
    (n,); of a unit on the hull its own.
    """
    hull = free_disposal_hull(x, y)
    peers = np.arange(len(x))
    for k in np.setdiff1d(peers, hull):
        able = hull[_dominating(x, y, k)[hull]]
        peers[k] = able[np.hypot(x[able] - x[k], y[able] - y[k]).argmin()]
    return peers


def _dominating(x: Floats, y: Floats, k: int) -> Bools:
    """Which units dominate the k-th."""
    less, more = x[k] - known("x", x), known("y", y) - y[k]
    return np.asarray((less >= 0) & (more >= 0) & (less + more > 0))


def _scale(values: Floats) -> Floats:
    most = not_negative("values", values).max(0)
    return np.where(most > 0, most, 1.0)


def _scaled(values: Floats) -> Floats:
    return np.asarray(values / _scale(values))


def _unit(X: Floats, Y: Floats, k: int, returns: Returns) -> Floats:
    """φ, the weights λ, input slacks s⁻ and output slacks s⁺ of unit k: X λ + s⁻ = x, Y λ − s⁺ = φ y."""
    (n, m), s = X.shape, Y.shape[1]
    using = np.hstack([np.zeros((m, 1)), X.T, np.eye(m), np.zeros((m, s))])
    making = np.hstack([-Y[[k]].T, Y.T, np.zeros((s, m)), -np.eye(s)])
    A, b = np.vstack([using, making]), np.concatenate([X[k], np.zeros(s)])
    if returns == "variable":
        A, b = np.vstack([A, np.repeat([0.0, 1.0, 0.0], [1, n, m + s])]), np.append(b, 1.0)
    growth, slack = np.repeat([1.0, 0.0], [1, n + m + s]), np.repeat([0.0, 1.0], [1 + n, m + s])
    phi = max(float(_most(growth, A, b, None, k)[0]), 1.0)
    return np.append(phi, _most(slack, A, b, phi, k)[1:])


def _most(objective: Floats, A: Floats, b: Floats, phi: float | None, unit: int) -> Floats:
    """The unknowns, none negative and φ as given, where the objective is largest under A x = b."""
    from scipy.optimize import linprog  # takes long to load, and few studies ask for efficiency

    bounds = [(phi or 0.0, phi), *[(0.0, None)] * (len(objective) - 1)]
    found = linprog(
        -objective,
        A_eq=A,
        b_eq=b,
        bounds=bounds,
        method="highs",
        options={"primal_feasibility_tolerance": TOLERANCE, "dual_feasibility_tolerance": TOLERANCE},
    )
    if found.x is None:
        raise NoSolution(unit, found.message)
    return np.asarray(found.x)
