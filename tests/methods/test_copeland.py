"""Copeland: exact ties, missing values, and the laws of a pairwise vote."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from reporter.methods.aggregate import NoWeight
from reporter.methods.copeland import copeland, outranking, rational

NAN = float("nan")
X = arrays(float, (5, 3), elements=st.one_of(st.just(NAN), st.integers(0, 3).map(float)))
WEIGHTS = st.lists(st.integers(1, 9), min_size=3, max_size=3)


def test_wins_minus_losses() -> None:
    assert copeland(np.array([[3.0, 3], [2, 2], [1, 1]]), [1, 1]).tolist() == [2, 0, -2]


def test_a_draw_is_a_draw() -> None:
    assert copeland(np.array([[1.0, 2], [2, 1]]), [1, 1]).tolist() == [0, 0]


@pytest.mark.parametrize(
    "weights", [[0.1, 0.2, 0.3], [0.3, 0.6, 0.9], [1 / 9, 2 / 9, 1 / 3], [0.7, 0.1, 0.8]]
)
def test_equal_weights_on_both_sides_tie_to_the_last_digit(weights: list[float]) -> None:
    assert weights[0] + weights[1] == pytest.approx(weights[2])
    assert copeland(np.array([[1.0, 1, 0], [0, 0, 1]]), weights).tolist() == [0, 0]


def test_hierarchical_weights_tie_exactly() -> None:
    # 4 of 1/12 against 3 of 1/9: one dimension against another
    weights = [1 / 12] * 4 + [1 / 9] * 3
    x = np.array([[1.0] * 4 + [0] * 3, [0] * 4 + [1] * 3])
    assert copeland(x, weights).tolist() == [0, 0]


def test_a_hair_of_weight_decides() -> None:
    x = np.array([[1.0, 1, 0], [0, 0, 1]])
    assert copeland(
        x, [Fraction(1, 10), Fraction(2, 10), Fraction(3, 10) + Fraction(1, 10**30)]
    ).tolist() == [-1, 1]


def test_weights_beyond_whole_numbers_are_still_compared_exactly() -> None:
    odd = [Fraction(1, 999983), Fraction(1, 999979), Fraction(1, 999961), Fraction(1, 999959)]
    x = np.array([[1.0] * 4 + [0], [0] * 4 + [1]])
    assert copeland(x, [*odd, sum(odd, Fraction())]).tolist() == [0, 0]
    assert copeland(x, [*odd, sum(odd, Fraction()) + Fraction(1, 10**40)]).tolist() == [-1, 1]


def test_an_indicator_that_one_lacks_is_left_out_of_their_comparison() -> None:
    x = np.array([[5.0, NAN, 1], [4, 9, 2], [NAN, NAN, NAN]])
    # regions 0 and 1 share indicators 0 (ahead) and 2 (behind); the third has none
    np.testing.assert_array_equal(copeland(x, [2, 9, 1]), [1, -1, NAN])


def test_periods_are_compared_within_themselves() -> None:
    panel = np.array([[[1.0], [5]], [[2], [4]]])
    assert copeland(panel, [1]).tolist() == [[-1, 1], [1, -1]]


def test_one_region_beats_nobody() -> None:
    assert copeland(np.array([[3.0, 4]]), [1, 1]).tolist() == [0]


def test_weights_must_weigh() -> None:
    for weights in ([0, 0], [1, -1]):
        with pytest.raises(NoWeight):
            copeland(np.ones((2, 2)), weights)


def test_weights_stand_for_the_fractions_they_round() -> None:
    assert rational([0.1, 1 / 3, 0.069593, 2]) == [
        Fraction(1, 10),
        Fraction(1, 3),
        Fraction(69593, 10**6),
        Fraction(2),
    ]
    assert rational([2**0.5]) == [Fraction(2**0.5)]


def test_outranking_is_the_share_of_weight_ahead() -> None:
    x = np.array([[1.0, 3, 2], [2, 2, 3], [3, 1, 1], [4, 5, 4]])
    shares = outranking(x, [1, 1, 1])
    assert shares[2, 0] == pytest.approx(1 / 3)
    assert shares[3, :3].tolist() == [1, 1, 1]
    assert outranking(np.array([[1.0, 2], [1, 1]]), [1, 1])[0, 1] == 0.75


@given(X, WEIGHTS)
def test_shares_both_ways_sum_to_1(x: np.ndarray, weights: list[int]) -> None:
    shares = outranking(x, weights)
    total = shares + shares.T
    np.testing.assert_allclose(total[~np.isnan(total)], 1)


@given(X, WEIGHTS, st.permutations(range(5)))
def test_the_order_of_regions_never_matters_missing_or_not(
    x: np.ndarray, weights: list[int], order: list[int]
) -> None:
    np.testing.assert_array_equal(copeland(x[order], weights), copeland(x, weights)[order])


@given(X, WEIGHTS, st.integers(2, 7))
def test_wins_and_losses_cancel_and_only_ratios_of_weights_count(
    x: np.ndarray, weights: list[int], factor: int
) -> None:
    found = copeland(x, weights)
    assert np.nansum(found) == 0
    total = sum(weights) * factor
    np.testing.assert_array_equal(copeland(x, [w / total for w in weights]), found)


@given(X, WEIGHTS)
def test_any_growing_scale_gives_the_same_and_a_turned_one_the_mirror(
    x: np.ndarray, weights: list[int]
) -> None:
    found = copeland(x, weights)
    np.testing.assert_array_equal(copeland(np.exp(x), weights), found)
    np.testing.assert_array_equal(copeland(-x, weights), -found)


@given(X, WEIGHTS)
def test_an_indicator_told_twice_with_split_weight_changes_nothing(x: np.ndarray, weights: list[int]) -> None:
    twice = np.hstack([x, x[:, :1]])
    split = [Fraction(weights[0], 3), *weights[1:], Fraction(2 * weights[0], 3)]
    np.testing.assert_array_equal(copeland(twice, split), copeland(x, weights))
