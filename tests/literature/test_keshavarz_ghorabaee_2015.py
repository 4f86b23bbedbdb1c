"""Keshavarz Ghorabaee, M., Zavadskas, E. K., Olfat, L. & Turskis, Z. (2015), Multi-criteria inventory
classification using EDAS, Informatica 26, 435–451, tables 5–7: the ranks of ten alternatives by seven
criteria under seven sets of weights, by EDAS, by VIKOR and by TOPSIS.

Confirmed: matrix and first ranks, in the tests of scikit-criteria; all tables, in a public collection of
cards on decision methods, which quotes them from the open-access paper.
"""

import numpy as np
import pytest

from reporter.methods.ideal_solution import Floats, closeness, terms
from reporter.methods.rank import rank
from reporter.methods.rankers import edas, vikor
from reporter.methods.standardise import min_max

VALUES = np.array([
    [23, 264, 2.37, 0.05, 167, 8900, 8.71], [20, 220, 2.20, 0.04, 171, 9100, 8.23],
    [17, 231, 1.98, 0.15, 192, 10800, 9.91], [12, 210, 1.73, 0.20, 195, 12300, 10.21],
    [15, 243, 2.00, 0.14, 187, 12600, 9.34], [14, 222, 1.89, 0.13, 180, 13200, 9.22],
    [21, 262, 2.43, 0.06, 160, 10300, 8.93], [20, 256, 2.60, 0.07, 163, 11400, 8.44],
    [19, 266, 2.10, 0.06, 157, 11200, 9.04], [8, 218, 1.94, 0.11, 190, 13400, 10.11],
])  # fmt: skip
BENEFIT = np.array([True, True, True, False, False, False, False])
RISING = np.array([0.036, 0.071, 0.107, 0.143, 0.179, 0.214, 0.250])
SETS = np.array([
    RISING[::-1],
    [0.182, 0.212, 0.182, 0.152, 0.121, 0.091, 0.061], [0.139, 0.167, 0.194, 0.167, 0.139, 0.111, 0.083],
    [0.108, 0.135, 0.162, 0.189, 0.162, 0.135, 0.108], [0.083, 0.111, 0.139, 0.167, 0.194, 0.167, 0.139],
    [0.061, 0.091, 0.121, 0.152, 0.182, 0.212, 0.182],
    RISING,
])  # fmt: skip
EDAS = [
    [1, 4, 6, 10, 7, 8, 2, 3, 5, 9], [1, 4, 6, 10, 7, 8, 2, 3, 5, 9], [1, 3, 7, 10, 6, 8, 2, 4, 5, 9],
    [1, 2, 7, 10, 6, 8, 3, 4, 5, 9], *[[1, 2, 6, 10, 7, 8, 3, 4, 5, 9]] * 3,
]  # fmt: skip
VIKOR = [
    [2, 5, 7, 9, 6, 8, 1, 3, 4, 10], *[[2, 5, 7, 10, 6, 8, 1, 3, 4, 9]] * 2,
    *[[1, 5, 8, 10, 6, 7, 2, 3, 4, 9]] * 2, [1, 3, 6, 9, 7, 8, 2, 4, 5, 10], [1, 2, 8, 10, 6, 7, 3, 4, 5, 9],
]  # fmt: skip
TOPSIS = [
    *[[1, 4, 6, 10, 7, 8, 2, 3, 5, 9]] * 2, [1, 3, 9, 10, 8, 7, 2, 4, 5, 6],
    *[[1, 2, 9, 10, 8, 7, 3, 5, 4, 6]] * 4,
]  # fmt: skip


def topsis(weights: Floats) -> Floats:
    """Closeness of the values standardised by vector."""
    x = VALUES / np.sqrt((VALUES**2).sum(axis=0)) * np.where(BENEFIT, 1, -1)
    near, far = terms(x, x.max(axis=0), weights), terms(x, x.min(axis=0), weights)
    return closeness(near.sum(-1), far.sum(-1), "classic")


@pytest.mark.parametrize("n", range(7))
def test_three_ways_rank_ten_alternatives_as_printed(n: int) -> None:
    between = min_max(VALUES[:, None], BENEFIT)[:, 0]
    assert rank(edas(VALUES, BENEFIT, SETS[n])).tolist() == EDAS[n]
    assert rank(-vikor(between, SETS[n]).Q).tolist() == VIKOR[n]
    assert rank(topsis(SETS[n])).tolist() == TOPSIS[n]
