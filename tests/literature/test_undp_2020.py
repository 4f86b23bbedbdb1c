"""UNDP (2020), Human Development Report, technical note 1: the income index of a worked country, and its HDI.

Confirmed: an income of 3829 between 100 and 75 000 has an index of 0.5506 by logarithms, and (0.6971 · 0.3447
· 0.5506)^(1/3) = 0.510, in the note's text as a document library quotes it.
"""

import numpy as np
import pytest

from reporter.methods.aggregate import geometric
from reporter.methods.standardise import goalposts

INCOME = np.log([[[3829.0]]])


def test_income_between_its_goalposts_comes_out_as_printed() -> None:
    index = goalposts(INCOME, np.array([True]), [np.log(100)], [np.log(75000)])
    assert index[0, 0, 0] == pytest.approx(0.5506, abs=5e-5)


def test_the_geometric_mean_of_three_dimensions_comes_out_as_printed() -> None:
    assert geometric(np.array([0.6971, 0.3447, 0.5506]), [1, 1, 1]) == pytest.approx(0.510, abs=5e-4)
