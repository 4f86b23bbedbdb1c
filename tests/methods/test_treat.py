"""Outliers: the rule, its steps and its record."""

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from scipy.stats import kurtosis, skew

from reporter.methods.standardise import ConstantIndicator
from reporter.methods.treat import logarithm, moments, passes, treat, winsorise

NAN = float("nan")
ONE_HIGH = np.array([*range(1, 11), 100.0])[:, None]
SAMPLES = arrays(float, (12, 2), elements=st.integers(0, 10**6).map(float))
ALWAYS = {"skew": 0.0, "kurtosis": -np.inf}
SPREAD = 1 / np.arange(100.0, 0, -1)[:, None]  # 0.01 to 1: five extremes are too few to draw in


@given(SAMPLES)
def test_moments_are_the_unbiased_ones_of_scipy(values: np.ndarray) -> None:
    assume((np.ptp(values, axis=0) > 0).all())
    found = moments(values)
    np.testing.assert_allclose(found.skew, skew(values, axis=0, bias=False), atol=1e-9)
    np.testing.assert_allclose(found.kurtosis, kurtosis(values, axis=0, bias=False), atol=1e-9)


def test_moments_leave_missing_values_out() -> None:
    gaps = np.vstack([ONE_HIGH, [[NAN]]])
    np.testing.assert_allclose(np.array(moments(gaps)), np.array(moments(ONE_HIGH)), rtol=1e-12)


def test_moments_of_a_constant_or_of_too_few_values_do_not_exist_and_pass() -> None:
    found = moments(np.array([[5.0, 1, NAN], [5, 2, NAN], [5, 9, NAN], [5, NAN, NAN]]))
    assert np.isnan(found.kurtosis).all()
    assert np.isnan(found.skew[[0, 2]]).all()
    assert passes(found).all()


def test_an_indicator_passes_by_skew_or_by_kurtosis() -> None:
    found = moments(ONE_HIGH)
    assert not passes(found)[0]
    assert passes(found, skew=4)[0]
    assert passes(found, kurtosis=11)[0]


def test_one_extreme_is_drawn_in_to_the_next_value() -> None:
    values, moved = winsorise(ONE_HIGH)
    assert values.ravel().tolist() == [*range(1, 11), 10]
    assert np.flatnonzero(moved).tolist() == [10]


def test_the_low_side_is_drawn_in_where_the_skew_is_low() -> None:
    assert winsorise(-ONE_HIGH)[0].ravel().tolist() == [*range(-1, -11, -1), -10]


def test_ties_at_the_extreme_move_together() -> None:
    values, moved = winsorise(np.array([*range(1, 21), 100.0, 100.0])[:, None], points=1)
    assert values.ravel().tolist() == [*range(1, 21), 20, 20]
    assert moved.sum() == 2


def test_no_more_extremes_are_drawn_in_than_allowed() -> None:
    values, moved = winsorise(np.array([*range(1, 21), 100.0, 200.0])[:, None], points=3, **ALWAYS)
    assert moved.sum() == 3
    # the third is the lowest, as the first two turn the skew
    assert values.ravel().tolist() == [2, *range(2, 21), 20, 20]
    assert winsorise(ONE_HIGH, points=0)[0].tolist() == ONE_HIGH.tolist()


def test_nothing_is_drawn_in_to_a_constant() -> None:
    lone = np.array([0.0] * 9 + [1.0])[:, None]
    assert winsorise(lone)[0].tolist() == lone.tolist()


def test_what_drawing_in_cannot_mend_becomes_the_log_of_the_original() -> None:
    found = treat(SPREAD)
    np.testing.assert_allclose(found.values, np.log(SPREAD - 0.01 + 0.01 * 0.99))
    assert found.action == ("log",)
    assert found.passed.all()
    assert not found.moved.any()
    assert not np.array_equal(found.values, SPREAD)


def test_a_low_tail_is_stretched_from_the_other_end() -> None:
    found = treat(-SPREAD)
    assert found.action == ("log",)
    np.testing.assert_allclose(found.values, -treat(SPREAD).values)
    assert (np.diff(found.values[:, 0]) < 0).all()


def test_outliers_that_nothing_mends_are_said_to_remain() -> None:
    found = treat(np.array([0.0] * 19 + [1.0])[:, None])
    assert found.passed.tolist() == [False]
    assert found.action == ("log",)


def test_the_record_tells_what_was_done_to_each_indicator() -> None:
    calm = np.arange(100.0)[:, None]
    wild = np.array([*range(99), 5000.0])[:, None]
    found = treat(np.hstack([calm, wild, SPREAD]))
    assert found.action == ("none", "winsorised", "log")
    assert np.argwhere(found.moved).tolist() == [[99, 1]]
    assert found.before.skew[1] > 2 > found.after.skew[1]
    assert found.passed.all()


def test_a_panel_is_one_sample_and_keeps_its_shape_and_gaps() -> None:
    panel = np.array([*range(1, 11), 100.0, NAN]).reshape(4, 3, 1)
    found = treat(panel)
    assert found.values.shape == panel.shape
    np.testing.assert_array_equal(found.values.ravel(), [*range(1, 11), 10, NAN])


def test_a_constant_has_no_logarithm() -> None:
    with pytest.raises(ConstantIndicator) as caught:
        logarithm(np.array([[1.0, 3], [2, 3]]))
    assert caught.value.indicators.tolist() == [1]


@given(SAMPLES, st.floats(0.01, 100))
def test_the_unit_does_not_matter(values: np.ndarray, factor: float) -> None:
    assert treat(values * factor).action == treat(values).action


@given(SAMPLES)
def test_treatment_never_turns_two_values_round(values: np.ndarray) -> None:
    treated = treat(values).values
    for before, after in zip(values.T, treated.T, strict=True):
        assert (np.diff(after[np.argsort(before)]) >= 0).all()


@given(SAMPLES, st.permutations(range(12)))
def test_the_order_of_regions_does_not_matter(values: np.ndarray, order: list[int]) -> None:
    np.testing.assert_allclose(treat(values[order]).values, treat(values).values[order], rtol=1e-12)
