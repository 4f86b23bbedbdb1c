"""Chakraborty, S., Zavadskas, E. K. & Antucheviciene, J. (2015), Applications of WASPAS method as a
multi-criteria decision-making tool, Economic Computation and Economic Cybernetics Studies and Research 49,
5–22, example 2: ten industrial alternatives.

Confirmed: matrix, weights and scores at each share, in the tests of scikit-criteria, which name the paper. It
rounds its steps, hence the tolerance of one in the fourth decimal.
"""

import numpy as np
import pytest

from reporter.methods.rankers import waspas
from reporter.methods.standardise import ratio_to_max

VALUES = np.array([
    [581818, 54.49, 3, 5500], [595454, 49.73, 3, 4500], [586060, 51.24, 3, 5000], [522727, 45.71, 3, 5800],
    [561818, 52.66, 3, 5200], [543030, 74.46, 4, 5600], [522727, 75.42, 4, 5800], [486970, 62.62, 4, 5600],
    [509394, 65.87, 4, 6400], [513333, 70.67, 4, 6000],
])  # fmt: skip
BENEFIT = np.array([False, False, False, True])
WEIGHTS = np.array([0.467, 0.160, 0.095, 0.278])


@pytest.mark.parametrize(
    ("share", "printed"),
    [
        (0, [0.8578, 0.8144, 0.8408, 0.9413, 0.8632, 0.8241, 0.8454, 0.8915, 0.8987, 0.8697]),
        (0.5, [0.8584, 0.8169, 0.8419, 0.9417, 0.8638, 0.8278, 0.8503, 0.8949, 0.9027, 0.8740]),
        (1, [0.8590, 0.8194, 0.8430, 0.9420, 0.8645, 0.8315, 0.8552, 0.8983, 0.9067, 0.8784]),
    ],
)
def test_ten_alternatives_come_out_as_printed(share: float, printed: list[float]) -> None:
    x = ratio_to_max(VALUES[:, None], BENEFIT)[:, 0]
    np.testing.assert_allclose(waspas(x, WEIGHTS, share), printed, atol=1e-4)
