"""Structural change: Moore's angle and Lilien's index."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporter.methods.inequality import Floats, Negative, NotAboveZero, ZeroTotal
from reporter.methods.structure_change import lilien, moore

SHARES = st.lists(st.integers(1, 99).map(float), min_size=3, max_size=3).map(np.array)


def test_moore_is_the_angle_between_the_share_vectors() -> None:
    # (3, 4, 0) and (4, 3, 0): cos θ = 24/25
    assert moore(np.array([3.0, 4, 0]), np.array([4.0, 3, 0])) == pytest.approx(np.arccos(24 / 25))


def test_a_structure_turned_over_wholly_is_at_a_right_angle() -> None:
    assert moore(np.array([1.0, 0, 0]), np.array([0.0, 2, 3])) == pytest.approx(np.pi / 2)


@given(SHARES, SHARES, st.floats(0.01, 100))
def test_moore_knows_neither_direction_nor_size(a: Floats, b: Floats, factor: float) -> None:
    assert 0 <= moore(a, b) <= np.pi / 2 + 1e-12
    assert moore(a, b) == pytest.approx(moore(b, a * factor), abs=1e-9)
    assert moore(a, a * factor) == pytest.approx(0, abs=1e-9)


@given(SHARES, SHARES, SHARES)
def test_a_detour_is_never_shorter(a: Floats, b: Floats, c: Floats) -> None:
    assert moore(a, c) <= moore(a, b) + moore(b, c) + 1e-9


def test_a_tiny_turn_is_not_lost_in_rounding() -> None:
    # the arc cosine would say 0
    assert moore(np.array([1.0, 0.0]), np.array([1.0, 1e-9])) == pytest.approx(1e-9)


def test_lilien_by_hand() -> None:
    # 50, 50 to 60, 40: growth of shares ln 1.2 and ln .8, weights .6 and .4
    expected = np.sqrt(0.6 * np.log(1.2) ** 2 + 0.4 * np.log(0.8) ** 2)
    assert lilien(np.array([50.0, 50]), np.array([60.0, 40])) == pytest.approx(expected)
    mean = np.sqrt(0.55 * np.log(1.2) ** 2 + 0.45 * np.log(0.8) ** 2)
    assert lilien(np.array([50.0, 50]), np.array([60.0, 40]), weights="mean") == pytest.approx(mean)


@given(SHARES, SHARES, st.floats(0.01, 100))
def test_growth_common_to_all_sectors_changes_nothing(a: Floats, b: Floats, factor: float) -> None:
    assert lilien(a, b * factor) == pytest.approx(lilien(a, b), abs=1e-9)
    assert lilien(a, a * factor) == pytest.approx(0, abs=1e-9)
    assert lilien(a, b, weights="mean") == pytest.approx(lilien(b, a, weights="mean"), abs=1e-9)


def test_regions_and_years_at_once() -> None:
    before, after = np.ones((2, 4, 3)), np.arange(1.0, 25).reshape(2, 4, 3)
    assert moore(before, after).shape == lilien(before, after).shape == (2, 4)


def test_a_sector_empty_in_both_years_adds_nothing() -> None:
    a, b = np.array([50.0, 50, 0]), np.array([60.0, 40, 0])
    assert lilien(a, b) == pytest.approx(lilien(a[:2], b[:2]))


def test_what_they_cannot_take_is_named() -> None:
    with pytest.raises(NotAboveZero) as new:
        lilien(np.array([[1.0, 0], [1, 1]]), np.ones((2, 2)))
    assert (new.value.argument, new.value.cells.tolist()) == ("before", [[0, 1]])
    with pytest.raises(NotAboveZero, match="after"):
        lilien(np.ones(2), np.array([1.0, 0]))
    with pytest.raises(ZeroTotal):
        moore(np.zeros(3), np.ones(3))
    with pytest.raises(Negative):
        moore(np.array([1.0, -1]), np.ones(2))
