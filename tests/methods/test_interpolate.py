"""Filling declared gaps on a straight line."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from reporter.methods.interpolate import linear

NAN = np.nan
HOLED = st.lists(st.one_of(st.none(), st.integers(-100, 100)), min_size=1, max_size=9).map(
    lambda v: np.array(v, dtype=float)
)


def all_gaps(series: np.ndarray) -> np.ndarray:
    """Every cell declared."""
    return np.ones(len(series), bool)


def test_a_gap_lies_on_the_line_between_its_neighbours() -> None:
    filled = linear(np.array([1.0, NAN, NAN, 7.0]), np.array([False, True, True, False]))
    assert filled.tolist() == [1, 3, 5, 7]


def test_only_declared_gaps_are_filled() -> None:
    filled = linear(np.array([1.0, NAN, 3.0, NAN, 5.0]), np.array([False, True, False, False, False]))
    np.testing.assert_array_equal(filled, [1, 2, 3, NAN, 5])


def test_the_ends_are_never_extrapolated() -> None:
    filled = linear(np.array([NAN, 2.0, 4.0, NAN]), np.array([True, False, False, True]))
    np.testing.assert_array_equal(filled, [NAN, 2, 4, NAN])


def test_a_declared_gap_that_has_a_figure_keeps_it() -> None:
    assert linear(np.array([1.0, 9.0, 3.0]), np.array([True, True, True])).tolist() == [1, 9, 3]


def test_a_series_without_any_figure_stays_empty() -> None:
    np.testing.assert_array_equal(linear(np.array([NAN, NAN]), np.array([True, True])), [NAN, NAN])


@given(HOLED)
def test_known_figures_are_left_alone(series: np.ndarray) -> None:
    known = ~np.isnan(series)
    np.testing.assert_array_equal(linear(series, all_gaps(series))[known], series[known])


@given(HOLED)
def test_a_filled_figure_lies_between_its_neighbours(series: np.ndarray) -> None:
    filled = linear(series, all_gaps(series))
    known = np.flatnonzero(~np.isnan(series))
    for t in np.flatnonzero(np.isnan(series) & ~np.isnan(filled)):
        before, after = series[known[known < t][-1]], series[known[known > t][0]]
        assert min(before, after) - 1e-9 <= filled[t] <= max(before, after) + 1e-9


@given(HOLED)
def test_nothing_outside_the_known_figures_is_filled(series: np.ndarray) -> None:
    filled, known = linear(series, all_gaps(series)), np.flatnonzero(~np.isnan(series))
    inside = slice(known[0], known[-1] + 1) if len(known) else slice(0, 0)
    assert np.isnan(np.delete(filled, np.r_[inside])).all()
    assert not np.isnan(filled[inside]).any()


@given(HOLED)
def test_time_may_run_backwards(series: np.ndarray) -> None:
    gaps = all_gaps(series)
    np.testing.assert_allclose(linear(series[::-1], gaps), linear(series, gaps)[::-1], atol=1e-9)
