"""Obstacle degrees."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporter.methods.coupling import OutOfBounds
from reporter.methods.inequality import Floats, Missing, ZeroTotal
from reporter.methods.obstacle import obstacle

X = st.lists(st.floats(0, 0.99), min_size=3, max_size=3).map(np.array)
WEIGHTS = np.array([0.5, 0.3, 0.2])


def test_the_way_still_to_go_is_shared_out() -> None:
    # .5 · .2, .3 · .5, .2 · .5 = .10, .15, .10
    np.testing.assert_allclose(obstacle(np.array([0.8, 0.5, 0.5]), WEIGHTS), [2 / 7, 3 / 7, 2 / 7])


def test_at_the_ideal_nothing_stands_in_the_way() -> None:
    assert obstacle(np.array([[1.0, 1, 1], [0, 1, 1]]), WEIGHTS).tolist() == [[0, 0, 0], [1, 0, 0]]


@given(X, st.floats(0.01, 100))
def test_degrees_sum_to_1_whatever_the_sum_of_weights(x: Floats, factor: float) -> None:
    found = obstacle(x, WEIGHTS)
    assert found.sum() == pytest.approx(1)
    assert ((found >= 0) & (found <= 1 + 1e-12)).all()
    np.testing.assert_allclose(obstacle(x, WEIGHTS * factor), found, atol=1e-9)


@given(X)
def test_an_indicator_that_improves_is_less_of_an_obstacle(x: Floats) -> None:
    better = x.copy()
    better[0] = (1 + x[0]) / 2
    assert obstacle(better, WEIGHTS)[0] <= obstacle(x, WEIGHTS)[0] + 1e-12


def test_a_rounding_error_above_1_is_the_ideal() -> None:
    assert obstacle(np.array([1 + 1e-15, 1.0, 1.0]), WEIGHTS).tolist() == [0, 0, 0]


def test_what_it_cannot_take_is_named() -> None:
    with pytest.raises(OutOfBounds) as outside:
        obstacle(np.array([[0.0, 0, 0], [0, 1.2, 0]]), WEIGHTS)
    assert outside.value.cells.tolist() == [[1, 1]]
    with pytest.raises(Missing):
        obstacle(np.array([0.0, np.nan, 0]), WEIGHTS)
    with pytest.raises(ZeroTotal):
        obstacle(np.zeros(3), np.zeros(3))
