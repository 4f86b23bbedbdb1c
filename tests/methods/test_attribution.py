"""Shares of a change: exact, fair, and the same whatever the order."""

import numpy as np
import pytest
from numpy.typing import NDArray

from reporter.methods.attribution import first_and_last, shapley, shared

Floats = NDArray[np.float64]


def glove(rows: NDArray[np.bool_]) -> Floats:
    """One left glove, two right ones: a pair is worth 1 (Shapley values ⅔, ⅙, ⅙)."""
    return (rows[:, 0] & (rows[:, 1] | rows[:, 2])).astype(float)


def test_the_glove_game_has_its_shapley_values() -> None:
    np.testing.assert_allclose(shapley(glove, 3), [2 / 3, 1 / 6, 1 / 6])


def test_the_first_and_the_last_place_are_averaged_and_the_rest_shared_in_proportion() -> None:
    # first: 0, 0, 0; last: 1, 0, 0; halves ½, 0, 0, and the other half in proportion
    np.testing.assert_allclose(first_and_last(glove, 3), [1, 0, 0])


@pytest.mark.parametrize("n", [1, 4, 12, 13, 40])
def test_shares_add_up_and_do_not_depend_on_the_order(n: int) -> None:
    rng = np.random.default_rng(n)
    x0, x1, w = rng.random(n) + 0.1, rng.random(n) + 0.1, rng.random(n)

    def geometric(rows: NDArray[np.bool_], at: NDArray[np.intp]) -> Floats:
        return np.prod(np.where(rows, x1[at], x0[at]) ** (w[at] / w.sum()), axis=-1)

    order = rng.permutation(n)
    one = shared(lambda rows: geometric(rows, np.arange(n)), n)
    other = shared(lambda rows: geometric(rows, order), n)
    ends = geometric(np.array([[False] * n, [True] * n]), np.arange(n))
    assert one.sum() == pytest.approx(ends[1] - ends[0], abs=1e-14)
    np.testing.assert_allclose(one[order], other, atol=1e-14)


def test_what_does_not_change_gets_nothing() -> None:
    shares = first_and_last(lambda rows: rows[:, 0] * 1.0 + rows[:, 0] * rows[:, 1], 3)
    assert shares.sum() == 2
    assert shares[2] == 0


def test_a_change_that_no_single_one_makes_is_shared_equally() -> None:
    np.testing.assert_allclose(first_and_last(lambda rows: (rows.sum(axis=1) >= 2) * 1.0, 4), [1 / 4] * 4)


def test_without_an_end_there_is_nothing_to_share() -> None:
    assert np.isnan(shapley(lambda rows: np.where(rows.all(axis=1), np.nan, 1.0), 2)).all()
    between = shapley(lambda rows: np.where(rows.sum(axis=1) == 1, np.nan, rows.sum(axis=1) / 2), 2)
    np.testing.assert_allclose(between, [0.5, 0.5])
