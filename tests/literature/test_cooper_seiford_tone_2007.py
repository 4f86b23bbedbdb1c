"""Cooper, W. W., Seiford, L. M. & Tone, K. (2007), Data Envelopment Analysis, 2nd ed., Springer, example 2.1:
eight stores by employees and sales. Where the book goes from the inputs, φ is 1/θ.

Confirmed, in the book's text as a library quotes it: B alone is efficient and the reference of all others; A
reaches the frontier with half its input, C with 0.6667 · 3 = 2 employees; H has 0.6250.
"""

import numpy as np
import pytest

from reporter.methods.efficiency import dea

EMPLOYEES, SALES = np.array([[2.0, 3, 3, 4, 5, 5, 6, 8]]).T, np.array([[1.0, 3, 2, 3, 4, 2, 3, 5]]).T


def test_b_alone_is_efficient_and_the_reference_of_all_others() -> None:
    found = dea(EMPLOYEES, SALES)
    assert found.efficient.tolist() == [False, True, *[False] * 6]
    assert (found.peers > 1e-9).sum(0).tolist() == [0, 8, *[0] * 6]


def test_a_c_and_h_come_out_as_printed() -> None:
    found = dea(EMPLOYEES, SALES).efficiency
    assert found[[0, 2, 7]].tolist() == pytest.approx([0.5, 0.6667, 0.6250], abs=5e-5)
    assert found[2] * 3 == pytest.approx(2)
