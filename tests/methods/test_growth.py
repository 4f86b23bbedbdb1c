"""Growth and fall."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporter.methods.growth import average_growth, below_peak, drawdown, volatility, yearly_growth

SERIES = st.lists(st.integers(1, 1000).map(float), min_size=2, max_size=12).map(np.array)


def test_average_growth_of_a_doubling_over_two_periods_is_root_2_less_1() -> None:
    assert average_growth(np.array([1.0, 5.0, 2.0])) == pytest.approx(math.sqrt(2) - 1)


@given(SERIES)
def test_average_growth_leads_from_the_first_to_the_last(series: np.ndarray) -> None:
    assert series[0] * (1 + average_growth(series)) ** (len(series) - 1) == pytest.approx(series[-1])


@given(SERIES, st.floats(0.01, 100))
def test_growth_knows_no_unit(series: np.ndarray, factor: float) -> None:
    assert average_growth(series * factor) == pytest.approx(average_growth(series), abs=1e-9)
    np.testing.assert_allclose(yearly_growth(series * factor), yearly_growth(series), atol=1e-9)


@given(SERIES)
def test_yearly_growth_multiplies_up_to_the_whole(series: np.ndarray) -> None:
    assert np.prod(1 + yearly_growth(series)) == pytest.approx(series[-1] / series[0])


def test_growth_from_0_or_in_one_period_is_undefined() -> None:
    assert math.isnan(average_growth(np.array([0.0, 3.0])))
    assert math.isnan(average_growth(np.array([3.0])))
    np.testing.assert_array_equal(yearly_growth(np.array([0.0, 3.0, 6.0])), [np.nan, 1.0])


def test_a_fall_to_0_is_a_growth_of_minus_1() -> None:
    assert average_growth(np.array([4.0, 2.0, 0.0])) == -1


def test_volatility_is_the_standard_deviation_of_yearly_growth() -> None:
    # growth 10 %, 30 %: mean 20 %, deviation √(2·10²/1) = 14.14 points
    assert volatility(np.array([100.0, 110.0, 143.0])) == pytest.approx(math.sqrt(0.02))


def test_volatility_is_0_at_steady_growth_and_undefined_below_three_periods() -> None:
    assert volatility(np.array([1.0, 2.0, 4.0, 8.0])) == 0
    assert math.isnan(volatility(np.array([1.0, 2.0])))


def test_drawdown_names_peak_trough_depth_and_recovery() -> None:
    fall = drawdown(np.array([5.0, 8.0, 6.0, 4.0, 7.0, 8.0, 7.5]))
    assert (fall.peak, fall.trough, fall.depth, fall.recovered) == (1, 3, 0.5, 5)


def test_a_peak_never_regained_has_no_recovery() -> None:
    assert drawdown(np.array([4.0, 3.0, 3.5])).recovered == -1


def test_a_deeper_fall_counts_though_an_earlier_one_was_longer() -> None:
    fall = drawdown(np.array([10.0, 9.0, 9.0, 20.0, 10.0]))
    assert (fall.peak, fall.trough, fall.depth) == (3, 4, 0.5)


@given(SERIES.map(np.sort))
def test_a_series_that_never_falls_has_no_depth(series: np.ndarray) -> None:
    assert drawdown(series).depth == 0
    assert (below_peak(series) == 0).all()


@given(SERIES)
def test_the_depth_is_the_greatest_fall_between_any_two_periods(series: np.ndarray) -> None:
    falls = [1 - b / a for i, a in enumerate(series) for b in series[i:]]
    assert drawdown(series).depth == pytest.approx(max(falls))


@given(SERIES, st.sampled_from([0.125, 0.5, 2.0, 64.0]))
def test_a_fall_knows_no_unit(series: np.ndarray, factor: float) -> None:
    assert drawdown(series * factor) == drawdown(series)


@given(SERIES)
def test_peak_and_trough_stand_where_they_are_said_to(series: np.ndarray) -> None:
    fall = drawdown(series)
    assert fall.peak <= fall.trough
    assert series[fall.trough] == pytest.approx(series[fall.peak] * (1 - fall.depth))
    assert fall.recovered == -1 or series[fall.recovered] >= series[fall.peak]


def test_nothing_that_stays_nothing_does_not_fall() -> None:
    assert drawdown(np.zeros(3)).depth == 0
