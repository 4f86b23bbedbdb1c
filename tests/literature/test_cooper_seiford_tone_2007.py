"""Cooper, W. W., Seiford, L. M. & Tone, K. (2007), Data Envelopment Analysis, 2nd ed., Springer: the stores
and branches of chapter 1 and example 2.2. Where the book goes from the inputs, φ is 1/θ and slacks grow by φ.
"""

import numpy as np

from reporter.methods.efficiency import dea, scale_efficiency

EMPLOYEES, SALES = np.array([[2.0, 3, 3, 4, 5, 5, 6, 8]]).T, np.array([[1.0, 3, 2, 3, 4, 2, 3, 5]]).T
BRANCHES = np.array([[1.0, 5], [2, 7], [3, 4], [4, 3], [4, 6], [5, 5], [6, 2]])  # customers, sales
UNITS = np.array([[4.0, 3], [7, 3], [8, 1], [4, 2], [2, 4], [10, 1]])  # two inputs for one output


def test_eight_stores_with_one_input_and_one_output_come_out_as_printed() -> None:
    printed = [0.5, 1, 0.667, 0.75, 0.8, 0.4, 0.5, 0.625]
    np.testing.assert_allclose(dea(EMPLOYEES, SALES).efficiency, printed, atol=5e-4)


def test_under_variable_returns_the_stores_lie_below_a_b_e_h() -> None:
    # between A (2, 1), B (3, 3), E (5, 4) and H (8, 5): C 2 of 3, D 3 of 3.5, F 2 of 4, G 3 of 4 1/3
    found = dea(EMPLOYEES, SALES, "variable")
    np.testing.assert_allclose(found.efficiency, [1, 1, 2 / 3, 6 / 7, 1, 1 / 2, 9 / 13, 1], atol=1e-9)
    np.testing.assert_allclose(scale_efficiency(EMPLOYEES, SALES)[[0, 1, 7]], [0.5, 1, 0.625], atol=1e-9)


def test_seven_branches_with_two_outputs_come_out_as_printed() -> None:
    # printed: D at .75 of its way to the frontier, A at .714; by hand: C at 7/10, A short of 0.6 customers
    found = dea(np.ones((7, 1)), BRANCHES)
    np.testing.assert_allclose(found.efficiency, [0.714, 1, 0.7, 0.75, 1, 1, 1], atol=5e-4)
    np.testing.assert_allclose(found.output_slacks[0], [0.6, 0], atol=1e-9)
    assert found.efficient.tolist() == [False, True, False, False, True, True, True]


def test_example_2_2_comes_out_as_printed() -> None:
    found = dea(UNITS, np.ones((6, 1)))
    np.testing.assert_allclose(found.efficiency, [0.8571, 0.6316, 1, 1, 1, 1], atol=5e-5)
    np.testing.assert_allclose(found.input_slacks[5], [2, 0], atol=1e-9)
    assert found.efficient.tolist() == [False, False, True, True, True, False]


def test_example_2_2_names_the_reference_sets_as_printed() -> None:
    # A is compared with D and E, B with C and D, F with C
    peers = dea(UNITS, np.ones((6, 1))).peers
    assert [np.flatnonzero(peers[k] > 1e-9).tolist() for k in (0, 1, 5)] == [[3, 4], [2, 3], [2]]
