"""Anscombe, F. J. (1973), Graphs in statistical analysis, The American Statistician 27, 17–21.

Four sets of eleven points with one line: slope 0.5, its standard error 0.118, intercept 3, r² 0.667.
Confirmed: the points, R's data set `anscombe`, in many public programs; that the paper's table lists these
quantities, in one.
"""

import numpy as np
import pytest

from reporter.methods.convergence import line

X = [10.0, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5]
X4 = [8.0, 8, 8, 8, 8, 8, 8, 19, 8, 8, 8]
Y1 = [8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68]
Y2 = [9.14, 8.14, 8.74, 8.77, 9.26, 8.10, 6.13, 3.10, 9.13, 7.26, 4.74]
Y3 = [7.46, 6.77, 12.74, 7.11, 7.81, 8.84, 6.08, 5.39, 8.15, 6.42, 5.73]
Y4 = [6.58, 5.76, 7.71, 8.84, 8.47, 7.04, 5.25, 12.50, 5.56, 7.91, 6.89]


@pytest.mark.parametrize(("x", "y"), [(X, Y1), (X, Y2), (X, Y3), (X4, Y4)])
def test_four_sets_have_the_line_as_printed(x: list[float], y: list[float]) -> None:
    found = line(np.array(x), np.array(y))
    assert found.slope == pytest.approx(0.5, abs=5e-4)
    assert found.error == pytest.approx(0.118, abs=5e-4)
    assert found.intercept == pytest.approx(3, abs=5e-3)
    assert found.r2 == pytest.approx(0.667, abs=1e-3)
    assert found.t == pytest.approx(4.24, abs=5e-3)
