"""Zeileis, A., R package ineq (Measuring Inequality, Concentration, and Poverty), the example of its manual:
mean incomes of ten classes in the USA of 1968.

Its results are those that the program open-risk/concentrationMetrics quotes in its own tests.
"""

import numpy as np
import pytest

from reporter.methods.inequality import atkinson, gini

INCOMES = np.array([541.0, 1463, 2445, 3438, 4437, 5401, 6392, 8304, 11904, 22261])


def test_gini_and_atkinson_come_out_as_printed() -> None:
    assert gini(INCOMES) == pytest.approx(0.4620911, abs=5e-8)
    assert atkinson(INCOMES) == pytest.approx(0.1796591, abs=5e-8)
    assert atkinson(INCOMES, epsilon=1) == pytest.approx(0.3518251, abs=5e-8)
