"""Keshavarz-Ghorabaee, M., Amiri, M., Zavadskas, E. K., Turskis, Z. & Antucheviciene, J. (2021),
Determination of objective weights using MEREC, Symmetry 13, 525: the illustrative example (table 2) and the
comparative one.

Confirmed: the first, in the tests of energyinpython/objective-weights-for-mcda; both, in a public collection
of cards on decision methods, which quotes them from the open-access paper.
"""

import numpy as np

from reporter.methods.weights_data import merec

FIRST = np.array([
    [450.0, 8000, 54, 145], [10, 9100, 2, 160], [100, 8200, 31, 153], [220, 9300, 1, 162], [5, 8400, 23, 158],
])  # fmt: skip
SECOND = np.array([
    [23, 264, 2.37, 0.05, 167, 8900, 8.71], [20, 220, 2.20, 0.04, 171, 9100, 8.23],
    [17, 231, 1.98, 0.15, 192, 10800, 9.91], [12, 210, 1.73, 0.20, 195, 12300, 10.21],
    [15, 243, 2.00, 0.14, 187, 12600, 9.34], [14, 222, 1.89, 0.13, 180, 13200, 9.22],
    [21, 262, 2.43, 0.06, 160, 10300, 8.93], [20, 256, 2.60, 0.07, 163, 11400, 8.44],
    [19, 266, 2.10, 0.06, 157, 11200, 9.04], [8, 218, 1.94, 0.11, 190, 13400, 10.11],
])  # fmt: skip


def test_four_criteria_weigh_as_printed() -> None:
    found = merec(FIRST, np.array([True, True, False, False]))
    np.testing.assert_allclose(found, [0.5752, 0.0141, 0.4016, 0.0091], atol=5e-5)


def test_seven_criteria_weigh_as_printed() -> None:
    found = merec(SECOND, np.array([True, True, True, False, False, False, False]))
    np.testing.assert_allclose(found, [0.324, 0.055, 0.086, 0.368, 0.044, 0.077, 0.045], atol=5e-4)
