"""Filling gaps: what is filled, what is left, and that nothing else changes."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from reporter.methods.impute import (
    Filled,
    dimension_mean,
    group_mean,
    group_median,
    last_carried,
    mean_present,
    median_present,
)
from reporter.methods.standardise import ConstantIndicator

NAN = float("nan")
NUMBERS = st.one_of(st.just(NAN), st.integers(-9, 9).map(float))
PANELS = arrays(float, (4, 3, 3), elements=NUMBERS)
WAYS = {
    "last carried": last_carried,
    "last carried, back": lambda values: last_carried(values, back=True),
    "group mean": lambda values: group_mean(values, [0, 1, 0, 1]),
    "group median": lambda values: group_median(values, ["a", "a", "b", "b"]),
}


def series(*values: float) -> np.ndarray:
    """One region, one indicator."""
    return np.array(values)[None, :, None]


def regions(*values: float) -> np.ndarray:
    """One period, one indicator."""
    return np.array(values)[:, None, None]


def test_the_last_value_is_carried_on_and_a_gap_at_the_start_stays() -> None:
    whole, filled, left = last_carried(series(NAN, 3, NAN, NAN, 5, NAN))
    np.testing.assert_array_equal(whole.ravel(), [NAN, 3, 3, 3, 5, 5])
    assert filled.ravel().tolist() == [False, False, True, True, False, True]
    assert left.ravel().tolist() == [True, False, False, False, False, False]


def test_the_first_value_is_carried_back_only_if_asked() -> None:
    assert last_carried(series(NAN, 3, NAN), back=True).values.ravel().tolist() == [3, 3, 3]


def test_an_empty_series_stays_empty() -> None:
    assert last_carried(series(NAN, NAN), back=True).left.all()


def test_a_group_fills_with_its_own_mean_or_median() -> None:
    values, groups = regions(1, 2, 6, NAN, 100, NAN), ["east", "east", "east", "east", "west", "west"]
    assert group_mean(values, groups).values.ravel().tolist() == [1, 2, 6, 3, 100, 100]
    assert group_median(values, groups).values.ravel().tolist() == [1, 2, 6, 2, 100, 100]


def test_without_groups_all_regions_are_one() -> None:
    assert group_median(regions(1, 2, 6, 7, NAN)).values.ravel().tolist() == [1, 2, 6, 7, 4]


def test_each_period_and_indicator_is_filled_by_itself() -> None:
    values = np.array([[[1.0, 10], [2, 20]], [[NAN, 30], [4, NAN]]])
    assert group_mean(values).values.tolist() == [[[1, 10], [2, 20]], [[1, 30], [4, 20]]]


def test_a_group_without_a_value_keeps_its_gaps_and_says_so() -> None:
    found = group_mean(regions(1, NAN, NAN), [0, 1, 1])
    np.testing.assert_array_equal(found.values.ravel(), [1, NAN, NAN])
    assert found.left.ravel().tolist() == [False, True, True]


def test_a_dimension_fills_on_its_own_scale_with_the_direction_seen() -> None:
    # indicator 0 in 0..10 up, indicator 1 in 0..100 down: 5 of 10 is half way, so is 50 of 100
    values = np.array([[[0.0, 100, 1]], [[10, 0, 2]], [[5, NAN, 3]], [[2, NAN, 3]], [[NAN, NAN, 4]]])
    found = dimension_mean(values, np.array([True, False, True]), [0, 0, 1])
    np.testing.assert_allclose(found.values[2:4, 0, 1], [50, 80])
    assert found.left[4, 0].tolist() == [True, True, False]


def test_a_dimension_cannot_fill_an_indicator_without_spread() -> None:
    with pytest.raises(ConstantIndicator):
        dimension_mean(np.array([[[3.0, 1]], [[3, NAN]]]), np.array([True, True]), [0, 0])


@pytest.mark.parametrize("way", WAYS)
@settings(max_examples=30)
@given(values=PANELS)
def test_what_is_there_never_changes_and_the_record_is_whole(way: str, values: np.ndarray) -> None:
    found: Filled = WAYS[way](values)
    gaps = np.isnan(values)
    np.testing.assert_array_equal(found.values[~gaps], values[~gaps])
    np.testing.assert_array_equal(found.filled | found.left, gaps)
    assert not (found.filled & found.left).any()
    np.testing.assert_array_equal(np.isnan(found.values), found.left)


@pytest.mark.parametrize("way", WAYS)
@settings(max_examples=30)
@given(values=PANELS, order=st.permutations(range(3)))
def test_no_column_takes_anothers_values(way: str, values: np.ndarray, order: list[int]) -> None:
    np.testing.assert_array_equal(WAYS[way](values[..., order]).values, WAYS[way](values).values[..., order])


@given(values=PANELS, order=st.permutations(range(4)))
def test_the_order_of_regions_does_not_matter(values: np.ndarray, order: list[int]) -> None:
    groups = np.array([0, 1, 0, 1])
    np.testing.assert_array_equal(
        group_median(values[order], groups[order]).values, group_median(values, groups).values[order]
    )


@given(PANELS)
def test_mean_and_median_are_numpys_where_something_is_present(values: np.ndarray) -> None:
    some = ~np.isnan(values).all(axis=0)
    columns = values[:, some]
    np.testing.assert_allclose(mean_present(values)[0][some], np.nanmean(columns, axis=0), atol=1e-12)
    np.testing.assert_array_equal(median_present(values)[0][some], np.nanmedian(columns, axis=0))
    assert np.isnan(mean_present(values)[0][~some]).all()
    assert np.isnan(median_present(values)[0][~some]).all()
