"""Coupling coordination and its grades."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporter.methods.coupling import GRADES, OutOfBounds, coupling, grade
from reporter.methods.inequality import Floats, Missing, TooFew, ZeroTotal

U = st.lists(st.floats(0.001, 1), min_size=2, max_size=5).map(np.array)


def test_two_systems_by_hand() -> None:
    # C = 2 √(.9 · .4) / 1.3, T = .65, D = √(C T) = √.6 · … = (.9 · .4)^(1/4)
    found = coupling(np.array([0.9, 0.4]))
    assert pytest.approx(1.2 / 1.3) == found.C
    assert pytest.approx(0.65) == found.T
    assert pytest.approx(0.36**0.25) == found.D


@given(U)
def test_all_three_stay_within_0_and_1(u: Floats) -> None:
    assert all(0 <= value <= 1 + 1e-12 for value in coupling(u))


@given(U, st.floats(0.1, 1))
def test_coupling_is_about_proportion_alone(u: Floats, factor: float) -> None:
    assert pytest.approx(coupling(u).C) == coupling(u * factor).C
    assert pytest.approx(coupling(u).D) == coupling(u[::-1]).D


@given(st.floats(0.001, 1))
def test_equal_systems_are_wholly_coupled(u: float) -> None:
    found = coupling(np.full(3, u))
    assert pytest.approx(1) == found.C
    assert pytest.approx(np.sqrt(u)) == found.D


def test_one_system_at_0_leaves_no_coordination() -> None:
    found = coupling(np.array([[0.0, 0.5, 1.0], [1.0, 1.0, 1.0]]))
    np.testing.assert_allclose(found.D, [0, 1])
    np.testing.assert_allclose(found.T, [0.5, 1])


def test_weights_count_in_the_level_alone() -> None:
    found = coupling(np.array([0.2, 0.8]), np.array([3.0, 1.0]))
    assert pytest.approx(0.35) == found.T
    assert pytest.approx(coupling(np.array([0.2, 0.8])).C) == found.C


def test_grades_are_ten_equal_steps_closed_below() -> None:
    D = np.array([0, 0.05, 0.1, 0.29, 0.3, 0.6, 0.7, 0.89, 0.9, 1])
    assert grade(D).tolist() == [1, 1, 2, 3, 4, 7, 8, 9, 10, 10]
    assert (GRADES[0], GRADES[9], len(GRADES)) == ("extreme imbalance", "quality coordination", 10)


def test_what_has_no_coupling_says_so() -> None:
    with pytest.raises(ZeroTotal) as nothing:
        coupling(np.array([[0.5, 0.5], [0.0, 0.0]]))
    assert nothing.value.cells.tolist() == [[1]]
    with pytest.raises(OutOfBounds) as outside:
        coupling(np.array([[0.5, 1.5]]))
    assert outside.value.cells.tolist() == [[0, 1]]
    with pytest.raises(Missing):
        coupling(np.array([0.5, np.nan]))
    with pytest.raises(TooFew):
        coupling(np.array([0.5]))
    with pytest.raises(OutOfBounds):
        grade(np.array([1.01]))
