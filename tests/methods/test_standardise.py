"""Laws of standardisation, and its edges."""

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from reporter.methods.standardise import ConstantIndicator, Floats, NotPositive, min_max, over, ratio_to_max

POSITIVE = arrays(float, (3, 2, 2), elements=st.integers(1, 1000).map(float))
MIXED = np.array([True, False])


def cube(*rows: list[float]) -> Floats:
    """Regions × one period × indicators."""
    return np.array(rows, dtype=float)[:, None, :]


def test_ratio_to_max_by_hand() -> None:
    x = ratio_to_max(cube([50, 4], [100, 8]), MIXED)
    np.testing.assert_allclose(x[:, 0], [[50 / 100, 4 / 4], [100 / 100, 4 / 8]])


def test_min_max_by_hand() -> None:
    x = min_max(cube([50, 4], [100, 8], [75, 5]), MIXED)
    np.testing.assert_allclose(x[:, 0], [[0, 1], [1, 0], [0.5, 0.75]])


@given(POSITIVE, st.floats(0.001, 1000), st.floats(-1000, 1000))
def test_the_unit_does_not_matter(values: Floats, factor: float, shift: float) -> None:
    np.testing.assert_allclose(ratio_to_max(values * factor, MIXED), ratio_to_max(values, MIXED), rtol=1e-12)
    assume((values.max((0, 1)) > values.min((0, 1))).all())
    np.testing.assert_allclose(min_max(values * factor + shift, MIXED), min_max(values, MIXED), atol=1e-6)


@given(POSITIVE)
def test_values_lie_between_0_and_1_and_the_best_reaches_1(values: Floats) -> None:
    x = ratio_to_max(values, MIXED)
    assert (x > 0).all()
    assert (x.max(axis=(0, 1)) == 1).all()


@given(POSITIVE)
def test_a_cost_is_the_mirror_of_a_benefit_in_min_max(values: Floats) -> None:
    assume((values.max((0, 1)) > values.min((0, 1))).all())
    np.testing.assert_allclose(min_max(values, ~MIXED), 1 - min_max(values, MIXED), atol=1e-12)


@given(POSITIVE)
def test_a_cost_is_a_benefit_of_its_inverse_in_ratio_to_max(values: Floats) -> None:
    costs, benefits = np.array([False, False]), np.array([True, True])
    np.testing.assert_allclose(ratio_to_max(values, costs), ratio_to_max(1 / values, benefits), rtol=1e-12)


@given(POSITIVE, st.permutations(range(3)))
def test_the_order_of_regions_does_not_matter(values: Floats, order: list[int]) -> None:
    np.testing.assert_array_equal(ratio_to_max(values[order], MIXED), ratio_to_max(values, MIXED)[order])


def test_the_reference_set_is_all_a_period_or_a_region() -> None:
    values = np.array([[[1.0], [2.0]], [[4.0], [8.0]]])
    benefit = np.array([True])
    np.testing.assert_allclose(ratio_to_max(values, benefit, "pooled")[..., 0], [[1 / 8, 2 / 8], [4 / 8, 1]])
    np.testing.assert_allclose(ratio_to_max(values, benefit, "period")[..., 0], [[1 / 4, 2 / 8], [1, 1]])
    np.testing.assert_allclose(ratio_to_max(values, benefit, "region")[..., 0], [[1 / 2, 1], [4 / 8, 1]])


def test_over_gives_the_smallest_and_largest_shaped_to_broadcast() -> None:
    low, high = over(np.array([[[1.0], [2.0]], [[4.0], [8.0]]]), "region")
    assert low.tolist() == [[[1]], [[4]]]
    assert high.tolist() == [[[2]], [[8]]]


def test_a_benefit_may_be_0_somewhere_but_not_everywhere() -> None:
    assert ratio_to_max(cube([0], [5]), np.array([True])).ravel().tolist() == [0, 1]
    with pytest.raises(NotPositive) as caught:
        ratio_to_max(cube([1, 0], [5, 0]), np.array([True, True]))
    assert caught.value.indicators.tolist() == [1]


def test_a_cost_of_0_and_a_negative_value_have_no_ratio() -> None:
    for value, benefit in ((0, False), (-1, False), (-1, True)):
        with pytest.raises(NotPositive):
            ratio_to_max(cube([value], [5]), np.array([benefit]))


def test_min_max_takes_negative_values() -> None:
    assert min_max(cube([-5], [5], [0]), np.array([True])).ravel().tolist() == [0, 1, 0.5]


def test_min_max_names_every_constant_indicator() -> None:
    with pytest.raises(ConstantIndicator) as caught:
        min_max(cube([1, 2, 3], [1, 5, 3]), np.array([True, True, False]))
    assert caught.value.indicators.tolist() == [0, 2]


def test_ratio_to_max_of_a_constant_indicator_is_1_everywhere() -> None:
    assert ratio_to_max(cube([3, 3], [3, 3]), MIXED).ravel().tolist() == [1, 1, 1, 1]


def test_one_region_in_one_period_is_its_own_best_and_has_no_spread() -> None:
    assert ratio_to_max(cube([7, 2]), MIXED).ravel().tolist() == [1, 1]
    with pytest.raises(ConstantIndicator):
        min_max(cube([7, 2]), MIXED)


def test_ties_stay_ties() -> None:
    x = min_max(cube([2], [8], [8], [5]), np.array([True])).ravel()
    assert x.tolist() == [0, 1, 1, 0.5]
