"""Perturbed weights: they sum to 1, keep their bounds, and move within their level alone."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from numpy.testing import assert_allclose

from reporter.methods.hierarchy import Node
from reporter.methods.perturb import levels, perturbed

TOP = Node("I", parts=(Node("I1", (0, 1)), Node("I2", parts=(Node("I2-1", (2, 3)), Node("I2-2", (4,))))))
WEIGHTS = np.array([0.2, 0.3, 0.1, 0.15, 0.25])


def draws(n: int, seed: int = 1) -> tuple[np.ndarray, np.ndarray]:
    rng = np.random.default_rng(seed)
    return rng.random((n, 5)), rng.random((n, 4))


def test_levels_count_indicators_and_the_parts_above_them() -> None:
    assert levels(TOP) == (5, 4)


def test_nothing_perturbed_leaves_the_weights() -> None:
    assert_allclose(perturbed(WEIGHTS, TOP, *draws(3), 0.0, 0.0), np.tile(WEIGHTS, (3, 1)), atol=1e-15)


def test_a_perturbation_by_hand() -> None:
    # inside I1: 0.2 · 1.25 and 0.3 · 0.75, of their sum 0.475, on I1's own 0.5
    own = np.array([[1.0, 0.0, 0.5, 0.5, 0.5]])
    found = perturbed(WEIGHTS, TOP, own, np.full((1, 4), 0.5), 0.25, 0.25)
    assert_allclose(found, [[0.5 * 0.25 / 0.475, 0.5 * 0.225 / 0.475, 0.1, 0.15, 0.25]])


def test_a_dimension_by_hand() -> None:
    # I1 0.5 · 1.25 against I2 0.5 · 1: I1 has 5/9; inside, the shares stay
    above = np.array([[1.0, 0.5, 0.5, 0.5]])
    found = perturbed(WEIGHTS, TOP, np.full((1, 5), 0.5), above, 0.25, 0.25)
    assert_allclose(found, [[0.4 * 5 / 9, 0.6 * 5 / 9, 0.2 * 4 / 9, 0.3 * 4 / 9, 0.5 * 4 / 9]])


@given(st.integers(0, 2**32 - 1), st.floats(0, 0.99), st.floats(0, 0.99))
def test_weights_sum_to_one_and_keep_their_bounds(seed: int, own: float, above: float) -> None:
    found = perturbed(WEIGHTS, TOP, *draws(20, seed), own, above)
    assert_allclose(found.sum(axis=1), 1)
    ratio = (found / WEIGHTS)[:, :2]
    most = (1 + own) / (1 - own) * (1 + above) / (1 - above)
    assert (ratio <= most * (1 + 1e-12)).all()
    assert (ratio >= 1 / most * (1 - 1e-12)).all()


@given(st.integers(0, 2**32 - 1))
def test_indicators_move_inside_their_dimension_alone(seed: int) -> None:
    found = perturbed(WEIGHTS, TOP, *draws(20, seed), 0.25, 0.0)
    assert_allclose(found[:, :2].sum(axis=1), 0.5)
    assert_allclose(found[:, 2:4].sum(axis=1), 0.25)
