"""Opricovic, S. & Tzeng, G.-H. (2004), Compromise solution by MCDM methods, EJOR 156, 445–455: the mountain
climber, who wants a high summit and a low risk, both of weight one half.

Confirmed: destinations, S, R and Q, in the tests of scikit-criteria, which name the paper.
"""

import numpy as np

from reporter.methods.rankers import vikor
from reporter.methods.standardise import min_max

RISK_AND_ALTITUDE = np.array([[[1.0, 3000]], [[2, 3750]], [[5, 4500]]])


def test_the_climber_takes_the_middle_way() -> None:
    x = min_max(RISK_AND_ALTITUDE, np.array([False, True]))[:, 0]
    found = vikor(x, np.array([0.5, 0.5]))
    # A2 is (2 − 1) / (5 − 1) short in risk and (4500 − 3750) / 1500 in altitude: .5 · .25 + .5 · .5
    np.testing.assert_allclose(found.S, [0.5, 0.375, 0.5])
    np.testing.assert_allclose(found.R, [0.5, 0.25, 0.5])
    np.testing.assert_allclose(found.Q, [1, 0, 1])
