"""Entropy weights of raw shares in two papers that print them to four decimals.

Xu, X. (2004), A note on the subjective and objective integrated approach to determine attribute weights, EJOR
156, 530–532. Zavadskas, E. K. & Podvezko, V. (2016), Integrated determination of objective criteria weights
in MCDM, International Journal of Information Technology & Decision Making 15, 267–283. Confirmed: both
matrices and weights, in the tests of energyinpython/objective-weights-for-mcda.
"""

import numpy as np

from reporter.methods.weights_data import entropy


def test_four_attributes_weigh_as_xu_prints() -> None:
    values = np.array([[30, 30, 38, 29], [19, 54, 86, 29], [19, 15, 85, 28.9], [68, 70, 60, 29]])
    found = entropy(values, np.full(4, True), reading="proportion")
    np.testing.assert_allclose(found, [0.4630, 0.3992, 0.1378, 0], atol=5e-5)


def test_four_criteria_weigh_as_zavadskas_and_podvezko_print() -> None:
    values = np.array([[3.0, 100, 10, 7], [2.5, 80, 8, 5], [1.8, 50, 20, 11], [2.2, 70, 12, 9]])
    found = entropy(values, np.array([False, True, False, True]), reading="proportion")
    np.testing.assert_allclose(found, [0.1146, 0.1981, 0.4185, 0.2689], atol=5e-5)
