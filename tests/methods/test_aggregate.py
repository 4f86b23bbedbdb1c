"""Means and medians of indicators: by hand, at their edges, and their laws."""

from functools import partial

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from peer_numbers import Floats, column, fixed

from reporter.methods.aggregate import (
    AGGREGATE,
    NotPositiveCells,
    NoWeight,
    arithmetic,
    generalised,
    geometric,
    harmonic,
    median,
)
from reporter.methods.ideal_solution import closeness, terms
from reporter.methods.standardise import min_max

NAN = float("nan")
MEANS = {**AGGREGATE, "generalised": partial(generalised, power=2.5)}
SMOOTH = [name for name in MEANS if name != "median"]
X = arrays(float, (3, 4), elements=st.floats(0.1, 100))
WEIGHTS = arrays(float, 4, elements=st.floats(0.01, 10))


def test_three_means_by_hand() -> None:
    x, w = np.array([1.0, 2, 3]), [2, 1, 1]
    assert arithmetic(x, w) == pytest.approx((2 * 1 + 2 + 3) / 4)
    assert geometric(x, w) == pytest.approx((1 * 1 * 2 * 3) ** (1 / 4))
    assert harmonic(x, w) == pytest.approx(4 / (2 / 1 + 1 / 2 + 1 / 3))
    assert generalised(x, w, 2) == pytest.approx(((2 * 1 + 4 + 9) / 4) ** 0.5)


def test_several_arithmetic_means_at_once_each_of_its_own_indicators() -> None:
    x, w = np.array([[1.0, 2, 6], [NAN, 4, 8]]), np.array([[1, 0], [3, 0], [0, 2]])
    np.testing.assert_allclose(arithmetic(x, w), [[(1 + 3 * 2) / 4, 6], [4, 8]])
    np.testing.assert_allclose(arithmetic(x, w, at_least=0.6), [[7 / 4, 6], [NAN, 8]])
    with pytest.raises(NoWeight):
        arithmetic(x, np.array([[1, 0], [1, 0], [1, 0]]))


def test_the_median_has_half_the_weight_on_either_side() -> None:
    assert median(np.array([3.0, 1, 2]), [1, 1, 1]) == 2
    assert median(np.array([4.0, 1, 2, 3]), [1, 1, 1, 1]) == 2.5
    assert median(np.array([1.0, 2, 3]), [3, 1, 1]) == 1
    assert median(np.array([1.0, 2, 3]), [0.1, 0.2, 0.3]) == 2.5
    assert median(np.array([9.0, 1, 2]), [0, 1, 1]) == 1.5


@pytest.mark.parametrize("size", ["5x4", "30x11"])
@pytest.mark.parametrize("weighting", ["w", "eq"])
def test_the_weighted_sum_is_that_of_the_textbook(size: str, weighting: str) -> None:
    values, benefit, weights = fixed(size)
    w = weights if weighting == "w" else np.ones(len(weights))
    found = arithmetic(min_max(values[:, None], benefit)[:, 0], w)
    expected = column(f"rankers_{size}.csv", f"wsm_minmax_{weighting}")
    np.testing.assert_allclose(found, expected, atol=1e-9, rtol=0)


@pytest.mark.parametrize("name", MEANS)
def test_weights_are_shared_anew_among_the_values_present(name: str) -> None:
    with_gap = MEANS[name](np.array([[4.0, NAN, 9, 2], [1, 2, 3, 4]]), [1, 5, 2, 3])
    without = MEANS[name](np.array([4.0, 9, 2]), [1, 2, 3])
    np.testing.assert_allclose(with_gap[0], without, rtol=1e-12)
    assert not np.isnan(with_gap[1])


@pytest.mark.parametrize("name", MEANS)
def test_below_the_threshold_a_group_is_missing(name: str) -> None:
    x = np.array([[1.0, 2, NAN], [1, NAN, NAN], [NAN, NAN, NAN]])
    found = MEANS[name](x, [1, 1, 1], at_least=2 / 3)
    assert np.isnan(found).tolist() == [False, True, True]
    assert np.isnan(MEANS[name](x, [1, 1, 1])).tolist() == [False, False, True]


@pytest.mark.parametrize("name", MEANS)
def test_a_group_whose_present_values_weigh_nothing_is_missing(name: str) -> None:
    assert np.isnan(MEANS[name](np.array([3.0, NAN]), [0, 1]))


@pytest.mark.parametrize("mean", [geometric, harmonic, partial(generalised, power=-2)])
def test_values_that_are_not_positive_are_named(mean: object) -> None:
    for bad in (0.0, -1.0):
        with pytest.raises(NotPositiveCells) as caught:
            mean(np.array([[1, 2, 3], [1, NAN, bad]]), [1, 1, 1])
        assert caught.value.cells.tolist() == [[1, 2]]


def test_a_positive_power_takes_zeros_but_no_negative_values() -> None:
    assert generalised(np.array([0.0, 2]), [1, 1], 2) == pytest.approx(2**0.5)
    assert generalised(np.array([0.0, 0]), [1, 1], 2) == 0
    with pytest.raises(NotPositiveCells):
        generalised(np.array([-1.0, 2]), [1, 1], 2)
    assert generalised(np.array([-1.0, 2]), [1, 1], 1) == 0.5


def test_no_power_overflows() -> None:
    found = generalised(np.array([1e5, 2e5]), [1, 1], 200)
    assert found == pytest.approx(2e5 * 0.5 ** (1 / 200))
    assert generalised(np.array([1e5, 2e5]), [1, 1], -200) == pytest.approx(1e5 * 0.5 ** (-1 / 200))


@pytest.mark.parametrize("weights", [[1, -1], [0, 0], [1, NAN]])
@pytest.mark.parametrize("name", MEANS)
def test_weights_that_weigh_nothing_are_refused(name: str, weights: list[float]) -> None:
    with pytest.raises(NoWeight):
        MEANS[name](np.array([1.0, 2]), weights)


@pytest.mark.parametrize("name", MEANS)
def test_leading_axes_stay(name: str) -> None:
    x = np.arange(1.0, 25).reshape(2, 3, 4)
    found = MEANS[name](x, [1, 2, 3, 4])
    assert found.shape == (2, 3)
    assert found[1, 2] == pytest.approx(MEANS[name](x[1, 2], [1, 2, 3, 4]))


@pytest.mark.parametrize("name", MEANS)
@settings(max_examples=30)
@given(x=X, weights=WEIGHTS)
def test_a_mean_lies_between_the_smallest_and_the_largest(name: str, x: Floats, weights: Floats) -> None:
    found = MEANS[name](x, weights)
    assert (found >= x.min(axis=1) * (1 - 1e-9)).all()
    assert (found <= x.max(axis=1) * (1 + 1e-9)).all()


@pytest.mark.parametrize("name", MEANS)
@settings(max_examples=30)
@given(x=X, weights=WEIGHTS, factor=st.floats(0.1, 10), order=st.permutations(range(4)))
def test_scale_passes_through_and_neither_order_nor_weight_sums_matter(
    name: str, x: Floats, weights: Floats, factor: float, order: list[int]
) -> None:
    found = MEANS[name](x, weights)
    np.testing.assert_allclose(MEANS[name](x * factor, weights), found * factor, rtol=1e-9)
    np.testing.assert_allclose(MEANS[name](x[:, order], weights[order] * 3), found, rtol=1e-9)


@pytest.mark.parametrize("name", MEANS)
@settings(max_examples=30)
@given(x=X, weights=WEIGHTS, rise=st.floats(0, 5))
def test_no_score_falls_when_an_indicator_rises(name: str, x: Floats, weights: Floats, rise: float) -> None:
    higher = x + np.array([rise, 0, 0, 0])
    assert (MEANS[name](higher, weights) >= MEANS[name](x, weights) * (1 - 1e-9)).all()


@pytest.mark.parametrize("name", MEANS)
@settings(max_examples=30)
@given(x=X, weights=WEIGHTS, part=st.floats(0.1, 0.9))
def test_an_indicator_told_twice_with_split_weight_changes_nothing(
    name: str, x: Floats, weights: Floats, part: float
) -> None:
    twice = np.hstack([x, x[:, :1]])
    split = np.array([weights[0] * part, *weights[1:], weights[0] * (1 - part)])
    np.testing.assert_allclose(MEANS[name](twice, split), MEANS[name](x, weights), rtol=1e-9)


def test_an_indicator_told_twice_does_change_an_ideal_solution() -> None:
    def score(x: Floats, w: Floats) -> Floats:
        return closeness(terms(x, np.ones(len(w)), w).sum(-1), terms(x, np.zeros(len(w)), w).sum(-1))

    x = np.array([[0.2, 0.9]])
    # .5²·.04 + .5²·.81 of all, then .25²·.04 twice, as weights enter squared
    near, far = 0.25 * 0.64 + 0.25 * 0.01, 0.25 * 0.04 + 0.25 * 0.81
    np.testing.assert_allclose(score(x, np.array([0.5, 0.5])), far / (near + far))
    near, far = 0.125 * 0.64 + 0.25 * 0.01, 0.125 * 0.04 + 0.25 * 0.81
    np.testing.assert_allclose(score(x[:, [0, 0, 1]], np.array([0.25, 0.25, 0.5])), far / (near + far))


@given(x=X, weights=WEIGHTS)
def test_the_means_stand_in_their_order_and_the_powers_meet_them(x: Floats, weights: Floats) -> None:
    means = [harmonic(x, weights), geometric(x, weights), arithmetic(x, weights)]
    for power, mean in zip((-1, 0, 1), means, strict=True):
        np.testing.assert_allclose(generalised(x, weights, power), mean, rtol=1e-9)
    assert (means[0] <= means[1] * (1 + 1e-9)).all()
    assert (means[1] <= means[2] * (1 + 1e-9)).all()
    assert (means[2] <= generalised(x, weights, 3) * (1 + 1e-9)).all()


@given(x=X)
def test_the_median_of_equal_weights_is_the_usual_one(x: Floats) -> None:
    np.testing.assert_allclose(median(x, [0.1] * 4), np.median(x, axis=1), rtol=1e-12)
