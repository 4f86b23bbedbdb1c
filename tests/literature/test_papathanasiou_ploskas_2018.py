"""Papathanasiou, J. & Ploskas, N. (2018), Multiple Criteria Decision Aid, Springer, chapter VIKOR, 31–55: six
alternatives, v = 0.625.

Confirmed: matrix, weights and Q, in the tests of energyinpython/pre-pyrepo, which name the chapter.
"""

import numpy as np

from reporter.methods.rankers import vikor
from reporter.methods.standardise import min_max

VALUES = np.array([[8.0, 7, 2, 1], [5, 3, 7, 5], [7, 5, 6, 4], [9, 9, 7, 3], [11, 10, 3, 7], [6, 9, 5, 4]])


def test_six_alternatives_come_out_as_printed() -> None:
    x = min_max(VALUES[:, None], np.full(4, True))[:, 0]
    found = vikor(x, np.array([0.4, 0.3, 0.1, 0.2]), v=0.625)
    np.testing.assert_allclose(found.Q, [0.640, 1, 0.693, 0.271, 0, 0.694], atol=5.1e-4)
