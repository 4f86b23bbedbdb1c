"""Ranks, z-scores, distances and goalposts: by hand, at their edges, and their laws."""

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from reporter.methods.standardise import (
    STANDARDISE,
    ConstantIndicator,
    NoRange,
    borda,
    distance_to_max,
    distance_to_reference,
    distance_to_target,
    goalposts,
    min_max,
    onto,
    percentile_rank,
    rank_score,
    ratio_to_max,
    z_score,
)

NAN = float("nan")
UP, DOWN = np.array([True]), np.array([False])
MIXED = np.array([True, False])
PANELS = arrays(float, (4, 2, 2), elements=st.integers(1, 1000).map(float), unique=True)
TIES = np.array([10, 20, 20, NAN, 5])[:, None, None]
ORDINAL = ["rank", "borda", "percentile-rank"]


def line(*values: float) -> np.ndarray:
    """Regions of one period and one indicator."""
    return np.array(values)[:, None, None]


def test_a_z_score_has_mean_0_and_deviation_1() -> None:
    # mean 4, deviations −2 0 2, variance (4 + 0 + 4) / 2 = 4
    assert z_score(line(2, 4, 6), UP).ravel().tolist() == [-1, 0, 1]
    assert z_score(line(2, 4, 6), DOWN).ravel().tolist() == [1, 0, -1]


def test_places_grow_towards_the_best_and_ties_share() -> None:
    np.testing.assert_array_equal(rank_score(TIES, UP).ravel(), [2, 3, 3, NAN, 1])
    np.testing.assert_array_equal(rank_score(TIES, UP, ties="average").ravel(), [2, 3.5, 3.5, NAN, 1])
    np.testing.assert_array_equal(rank_score(TIES, DOWN).ravel(), [3, 1, 1, NAN, 4])


def test_borda_counts_who_is_beaten_and_percentile_rank_their_share() -> None:
    np.testing.assert_array_equal(borda(TIES, UP).ravel(), [1, 2, 2, NAN, 0])
    np.testing.assert_allclose(percentile_rank(TIES, UP).ravel(), [1 / 3, 2 / 3, 2 / 3, NAN, 0])


def test_a_distance_to_a_reference_is_0_at_the_worst_and_1_at_the_reference() -> None:
    values = line(0, 5, 10, 20)
    assert distance_to_reference(values, UP, [10]).ravel().tolist() == [0, 0.5, 1, 2]
    assert distance_to_reference(values, UP, [10], cap=True).ravel().tolist() == [0, 0.5, 1, 1]
    assert distance_to_reference(values, DOWN, [10]).ravel().tolist() == [2, 1.5, 1, 0]


def test_a_region_may_be_the_reference_in_each_period() -> None:
    panel = np.array([[[0.0], [0.0]], [[10.0], [20.0]], [[5.0], [5.0]]])
    x = distance_to_reference(panel, UP, panel[[1]])
    assert x[..., 0].tolist() == [[0, 0], [1, 1], [0.5, 0.25]]


def test_a_target_stands_in_the_users_own_terms_whichever_way_it_points() -> None:
    assert distance_to_target(line(0, 5, 11), UP, 10).ravel().tolist() == pytest.approx([0, 0.5, 1.1])
    assert distance_to_target(line(-1, 1, 10), DOWN, 0).ravel().tolist() == pytest.approx([1.1, 0.9, 0])
    assert distance_to_target(line(-1, 1, 10), DOWN, 0, cap=True).ravel().tolist() == [1, 0.9, 0]


def test_goalposts_stand_low_below_high_whichever_way_is_good() -> None:
    assert goalposts(line(1, 11, -1), UP, 0, 10).ravel().tolist() == [0.1, 1, 0]
    assert goalposts(line(1, -1, 11), DOWN, 0, 10).ravel().tolist() == [0.9, 1, 0]
    assert goalposts(line(15), UP, 0, 10, cap=False).ravel().tolist() == [1.5]


def test_a_target_that_all_have_passed_or_that_is_missing_has_no_range() -> None:
    for target in (5, 4, NAN):
        with pytest.raises(NoRange) as caught:
            distance_to_target(line(5, 6), UP, target)
        assert caught.value.indicators.tolist() == [0]
    with pytest.raises(NoRange):
        distance_to_reference(np.array([[[1.0, NAN]], [[2.0, 3.0]]]), MIXED, [[1.5, NAN]])


def test_goalposts_that_coincide_or_cross_name_their_indicator() -> None:
    for low, high in (([0, 5], [1, 5]), ([0, 6], [1, 5]), ([0, NAN], [1, 5])):
        with pytest.raises(NoRange) as caught:
            goalposts(np.ones((2, 1, 2)), MIXED, low, high)
        assert caught.value.indicators.tolist() == [1]


def test_a_share_of_the_max_never_rewards_the_worst_cost() -> None:
    x = ratio_to_max(line(2, 4, 8), DOWN).ravel()
    assert x.tolist() == [1, 0.5, 0.25]


@pytest.mark.parametrize("name", STANDARDISE)
@pytest.mark.parametrize("scope", ["pooled", "period", "region"])
def test_a_missing_value_stays_missing_and_empties_no_other(name: str, scope: str) -> None:
    values = np.array([[[1, 5], [3, 4]], [[2, NAN], [9, 7]], [[4, 8], [6, 6.0]], [[5, 1], [7, 2]]])
    values[1, 0, 1] = NAN
    values = np.concatenate([values, values + 10], axis=1)
    x = STANDARDISE[name](values, MIXED, scope)
    np.testing.assert_array_equal(np.isnan(x), np.isnan(values))


@pytest.mark.parametrize("name", STANDARDISE)
def test_an_indicator_nobody_has_stays_missing(name: str) -> None:
    values = np.array([[[1.0, NAN]], [[2, NAN]]])
    x = STANDARDISE[name](values, np.array([True, True]))
    assert np.isnan(x[..., 1]).all()
    assert not np.isnan(x[..., 0]).any()


@pytest.mark.parametrize("name", ["z-score", "min-max", "distance-to-max"])
def test_a_constant_indicator_is_named_and_never_leaves_the_mean_silently(name: str) -> None:
    with pytest.raises(ConstantIndicator) as caught:
        STANDARDISE[name](np.array([[[1, 0.1]], [[2, 0.1]], [[4, 0.1]]]), MIXED)
    assert caught.value.indicators.tolist() == [1]


def test_a_constant_indicator_is_one_tie() -> None:
    assert rank_score(line(7, 7, 7), UP).ravel().tolist() == [1, 1, 1]
    assert percentile_rank(line(7, 7, 7), UP).ravel().tolist() == [0, 0, 0]


def test_one_region_in_one_period_has_a_rank_but_nobody_to_be_compared_with() -> None:
    assert rank_score(line(7), UP).ravel().tolist() == [1]
    for alone in (percentile_rank, z_score):
        with pytest.raises(ConstantIndicator):
            alone(line(7), UP)


def test_onto_stretches_0_to_1_over_another_scale() -> None:
    assert onto(np.array([0, 0.5, 1, NAN]), 1, 100)[:3].tolist() == [1, 50.5, 100]


@pytest.mark.parametrize("name", STANDARDISE)
@settings(max_examples=30)
@given(values=PANELS, factor=st.floats(0.01, 100))
def test_the_unit_does_not_matter(name: str, values: np.ndarray, factor: float) -> None:
    x = STANDARDISE[name](values, MIXED)
    np.testing.assert_allclose(STANDARDISE[name](values * factor, MIXED), x, atol=1e-9)


@pytest.mark.parametrize("name", STANDARDISE)
@settings(max_examples=30)
@given(values=PANELS, order=st.permutations(range(4)), scope=st.sampled_from(["pooled", "period", "region"]))
def test_the_order_of_regions_does_not_matter(
    name: str, values: np.ndarray, order: list[int], scope: str
) -> None:
    x = STANDARDISE[name](values, MIXED, scope)
    np.testing.assert_allclose(STANDARDISE[name](values[order], MIXED, scope), x[order], atol=1e-12)


@pytest.mark.parametrize("name", STANDARDISE)
@settings(max_examples=30)
@given(values=PANELS)
def test_better_raw_values_score_higher(name: str, values: np.ndarray) -> None:
    x = STANDARDISE[name](values, MIXED).reshape(-1, 2)
    raw = values.reshape(-1, 2)
    assert (np.diff(x[np.argsort(raw[:, 0]), 0]) > 0).all()
    assert (np.diff(x[np.argsort(raw[:, 1]), 1]) < 0).all()


@pytest.mark.parametrize("name", ["z-score", "min-max", *ORDINAL])
@settings(max_examples=30)
@given(values=PANELS)
def test_a_cost_is_the_benefit_of_its_negative(name: str, values: np.ndarray) -> None:
    both = STANDARDISE[name](-values, MIXED)
    np.testing.assert_allclose(STANDARDISE[name](values, ~MIXED), both, atol=1e-12)


@given(PANELS)
def test_a_distance_to_the_best_is_a_distance_to_it_as_a_target(values: np.ndarray) -> None:
    assume((np.ptp(values, axis=(0, 1)) > 0).all())
    best = np.where(MIXED, values.max(axis=(0, 1)), values.min(axis=(0, 1)))
    np.testing.assert_allclose(distance_to_target(values, MIXED, best), distance_to_max(values, MIXED))
    low, high = values.min(axis=(0, 1)), values.max(axis=(0, 1))
    np.testing.assert_allclose(goalposts(values, MIXED, low, high), min_max(values, MIXED), atol=1e-12)


@given(PANELS)
def test_each_period_by_itself_is_a_panel_of_one_period(values: np.ndarray) -> None:
    for name, way in STANDARDISE.items():
        whole = way(values, MIXED, "period")
        alone = np.concatenate([way(values[:, [t]], MIXED) for t in range(2)], axis=1)
        np.testing.assert_allclose(whole, alone, atol=1e-12, err_msg=name)
