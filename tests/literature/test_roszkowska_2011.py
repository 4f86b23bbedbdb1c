"""Roszkowska, E. (2011), Multi-criteria decision making models by applying the TOPSIS method to crisp and
interval data, Multiple Criteria Decision Making 6, 200–230: five offers, one criterion (C2) to be small.

Confirmed: offers, weights, distances and closeness, in the tests of gscoppino/topsis, which follows the
paper.
"""

import numpy as np

from reporter.methods.ideal_solution import closeness, terms

OFFERS = np.array([[7.0, 21, 4, 7], [7, 24, 6, 4], [14, 25, 3, 8], [14, 26, 9, 3], [21, 35, 4, 4]])
WEIGHTS = np.array([0.175, 0.425, 0.175, 0.225])
COST = np.array([False, True, False, False])


def test_the_distances_and_closeness_of_five_offers_come_out_as_printed() -> None:
    x = OFFERS / np.sqrt((OFFERS**2).sum(axis=0))
    best = np.where(COST, x.min(axis=0), x.max(axis=0))
    worst = np.where(COST, x.max(axis=0), x.min(axis=0))
    near, far = terms(x, best, WEIGHTS).sum(-1), terms(x, worst, WEIGHTS).sum(-1)
    np.testing.assert_allclose(np.sqrt(near), [0.107805, 0.117942, 0.096981, 0.105379, 0.141766], atol=1e-6)
    np.testing.assert_allclose(np.sqrt(far), [0.124281, 0.090785, 0.122181, 0.112779, 0.083486], atol=1e-6)
    scores = closeness(near, far, "classic")
    np.testing.assert_allclose(scores, [0.535497, 0.434945, 0.557491, 0.516961, 0.370633], atol=1e-6)
