"""Opricovic, S. & Tzeng, G.-H. (2007), Extended VIKOR method in comparison with outranking methods, EJOR 178,
514–529: six hydropower systems on the Drina by eight criteria, under four sets of weights.

Confirmed: matrix, weights, S, R and Q to three decimals, in the tests of scikit-criteria, which name the
paper.
"""

import numpy as np
import pytest

from reporter.methods.rankers import vikor
from reporter.methods.standardise import min_max

SYSTEMS = np.array([
    [4184.3, 2914.0, 407.2, 251.0, 195, 244, 15, 2.41],
    [5211.9, 3630.0, 501.7, 308.3, 282, 346, 21, 1.41],
    [5021.3, 3920.5, 504.0, 278.6, 12, 56, 3, 4.42],
    [5566.1, 3957.9, 559.5, 335.3, 167, 268, 16, 3.36],
    [5060.5, 3293.5, 514.1, 284.2, 69, 90, 7, 4.04],
    [4317.9, 2925.9, 432.8, 239.3, 12, 55, 3, 4.36],
])  # fmt: skip
BENEFIT = np.array([True, False, True, True, False, False, False, True])


@pytest.mark.parametrize(
    ("economy", "society", "S", "R", "Q"),
    [
        (1, 1, [0.692, 0.7, 0.29, 0.423, 0.28, 0.346], [0.125, 0.125, 0.121, 0.125, 0.067, 0.125],
         [0.991, 1, 0.473, 0.670, 0, 0.578]),
        (2, 1, [0.701, 0.6, 0.386, 0.365, 0.317, 0.459], [0.167, 0.114, 0.161, 0.167, 0.089, 0.167],
         [1, 0.533, 0.552, 0.563, 0, 0.686]),
        (1, 2, [0.683, 0.8, 0.193, 0.48, 0.243, 0.232], [0.113, 0.167, 0.08, 0.122, 0.044, 0.083],
         [0.684, 1, 0.147, 0.554, 0.041, 0.191]),
        (1, 3.2, [0.678, 0.857, 0.138, 0.513, 0.222, 0.167], [0.129, 0.190, 0.057, 0.139, 0.042, 0.060],
         [0.668, 1, 0.051, 0.588, 0.058, 0.078]),
    ],
)  # fmt: skip
def test_six_systems_come_out_as_printed(
    economy: float, society: float, S: list[float], R: list[float], Q: list[float]
) -> None:
    weights = np.repeat([economy, society], 4)
    found = vikor(min_max(SYSTEMS[:, None], BENEFIT)[:, 0], weights / weights.sum())
    np.testing.assert_allclose(found.S, S, atol=5.1e-4)
    np.testing.assert_allclose(found.R, R, atol=5.1e-4)
    np.testing.assert_allclose(found.Q, Q, atol=5.1e-4)
