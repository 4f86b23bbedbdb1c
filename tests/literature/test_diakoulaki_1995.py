"""Diakoulaki, D., Mavrotas, G. & Papayannakis, L. (1995), Determining objective weights in multiple criteria
problems: the CRITIC method, Computers & Operations Research 22, 763–770: eight firms by three criteria.

Confirmed: the matrix, which the tests of scikit-criteria take from the paper; the weights are those tests'.
"""

import numpy as np

from reporter.methods.weights_data import critic

FIRMS = np.array([
    [61, 1.08, 4.33], [20.7, 0.26, 4.34], [16.3, 1.98, 2.53], [9.0, 3.29, 1.65], [5.4, 2.77, 2.33],
    [4.0, 4.12, 1.21], [-6.1, 3.52, 2.10], [-34.6, 3.31, 0.98],
])  # fmt: skip


def test_three_criteria_weigh_as_quoted() -> None:
    found = critic(FIRMS, np.full(3, True))
    np.testing.assert_allclose(found, [0.20222554, 0.48090173, 0.31687273], atol=5e-9)
