"""Leskovec, J., Rajaraman, A. & Ullman, J. D. (2014), Mining of Massive Datasets, 2nd ed., Cambridge, figure
3.1: two sets with three elements in common and eight altogether have a Jaccard similarity of 3/8.

Confirmed: the figure and its caption, as lecture notes on section 3.1 quote them.
"""

import numpy as np
import pytest

from reporter.methods.policy import tailoring
from reporter.methods.specialisation import jaccard

S = np.array([1, 1, 1, 1, 1, 0, 0, 0], dtype=bool)
T = np.array([0, 0, 1, 1, 1, 1, 1, 1], dtype=bool)


def test_three_of_eight_come_out_as_printed() -> None:
    assert jaccard(np.array([S, T]))[0, 1] == pytest.approx(3 / 8)
    assert tailoring(S, T) == pytest.approx(3 / 8)
