"""Zeileis, A., R package ineq (Measuring Inequality, Concentration, and Poverty), the example of its manual:
mean incomes of ten classes in the USA of 1968.

Confirmed: Gini and Atkinson, in an example of open-risk/concentrationMetrics; Gini and Theil, in a Scala
port's tests, which call it the vector of the R manual.
"""

import numpy as np
import pytest

from reporter.methods.inequality import atkinson, gini, theil

INCOMES = np.array([541.0, 1463, 2445, 3438, 4437, 5401, 6392, 8304, 11904, 22261])


def test_gini_theil_and_atkinson_come_out_as_printed() -> None:
    assert gini(INCOMES) == pytest.approx(0.4620911, abs=5e-8)
    assert theil(INCOMES) == pytest.approx(0.3623412, abs=1e-7)
    assert atkinson(INCOMES) == pytest.approx(0.1796591, abs=5e-8)
    assert atkinson(INCOMES, epsilon=1) == pytest.approx(0.3518251, abs=5e-8)
