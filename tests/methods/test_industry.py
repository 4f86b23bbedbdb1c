"""Industrial structure: rationalisation, upgrading and advancement in three forms."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporter.methods.industry import (
    NotThreeSectors,
    advancement_angle,
    advancement_productivity,
    advancement_ratio,
    rationalisation,
    upgrading,
)
from reporter.methods.inequality import Floats, Missing, NotAboveZero, ZeroTotal, theil

THREE = st.lists(st.integers(1, 999).map(float), min_size=3, max_size=3).map(np.array)
Y, L = np.array([10.0, 40, 50]), np.array([30.0, 30, 40])


def test_rationalisation_by_hand() -> None:
    expected = 0.1 * np.log(0.1 / 0.3) + 0.4 * np.log(0.4 / 0.3) + 0.5 * np.log(0.5 / 0.4)
    assert rationalisation(Y, L) == pytest.approx(expected)


@given(THREE, THREE, st.floats(0.01, 100))
def test_rationalisation_is_theils_t_of_productivity(y: Floats, l: Floats, factor: float) -> None:
    found = rationalisation(y, l)
    assert found >= -1e-12
    assert found == pytest.approx(theil(y / l, l), abs=1e-9)
    assert found == pytest.approx(rationalisation(y * factor, l / factor), abs=1e-9)
    assert rationalisation(l * factor, l) == pytest.approx(0, abs=1e-12)


def test_a_sector_without_value_added_adds_nothing() -> None:
    assert rationalisation(np.array([0.0, 40, 60]), np.array([0.0, 4, 6])) == pytest.approx(0)
    one = rationalisation(np.array([0.0, 50, 50]), np.array([20.0, 40, 40]))
    assert one == pytest.approx(np.log(0.5 / 0.4))


def test_value_added_by_nobody_names_region_year_and_sector() -> None:
    made, people = np.ones((2, 2, 3)), np.ones((2, 2, 3))
    people[1, 0, 2] = 0
    for index in (rationalisation, advancement_productivity):
        with pytest.raises(NotAboveZero) as error:
            index(made, people)
        assert (error.value.argument, error.value.cells.tolist()) == ("L", [[1, 0, 2]])


@given(THREE, st.floats(0.01, 100))
def test_upgrading_and_angle_stay_within_their_bounds(y: Floats, factor: float) -> None:
    assert 1 <= upgrading(y) <= 3
    assert 3 * np.pi / 2 - 1e-9 <= advancement_angle(y) <= 5 * np.pi / 2 + 1e-9
    assert advancement_angle(y * factor) == pytest.approx(advancement_angle(y))
    assert upgrading(y * factor) == pytest.approx(upgrading(y))


@given(THREE, st.floats(0.01, 0.99))
def test_a_shift_to_the_next_sector_raises_both(y: Floats, share: float) -> None:
    for sector in (0, 1):
        shifted = y.copy()
        shifted[sector] -= share * y[sector]
        shifted[sector + 1] += share * y[sector]
        assert upgrading(shifted) > upgrading(y)
    assert advancement_ratio(shifted) > advancement_ratio(y)


def test_the_ends_of_upgrading_and_angle() -> None:
    np.testing.assert_allclose(upgrading(np.eye(3)), [1, 2, 3])
    np.testing.assert_allclose(advancement_angle(np.eye(3)), [3 * np.pi / 2, 2 * np.pi, 5 * np.pi / 2])


def test_the_angle_of_equal_sectors_by_hand() -> None:
    # each angle is arccos(1/√3), six of them
    assert advancement_angle(np.ones(3)) == pytest.approx(6 * np.arccos(1 / np.sqrt(3)))


def test_ratio_and_productivity_by_hand() -> None:
    assert advancement_ratio(Y) == pytest.approx(1.25)
    # .1 · 10/30 + .4 · 40/30 + .5 · 50/40
    assert advancement_productivity(Y, L) == pytest.approx(1 / 30 + 16 / 30 + 0.625)
    assert advancement_productivity(np.array([0.0, 1, 1]), np.array([0.0, 1, 1])) == pytest.approx(1)


def test_regions_and_years_at_once() -> None:
    made, people = np.arange(1.0, 25).reshape(2, 4, 3), np.ones((2, 4, 3))
    for found in (rationalisation(made, people), upgrading(made), advancement_ratio(made)):
        assert found.shape == (2, 4)


def test_what_they_cannot_take_is_named() -> None:
    with pytest.raises(NotAboveZero) as empty:
        advancement_ratio(np.array([[1.0, 1, 1], [1, 0, 1]]))
    assert empty.value.cells.tolist() == [[1, 1]]
    with pytest.raises(NotAboveZero):
        advancement_ratio(np.array([1.0, 0, 1]))
    with pytest.raises(ZeroTotal):
        upgrading(np.zeros(3))
    with pytest.raises(NotThreeSectors):
        upgrading(np.ones(4))
    with pytest.raises(Missing):
        advancement_angle(np.array([1.0, np.nan, 1]))
