"""Weights from the data: against other programs, at their edges, and their laws."""

from functools import partial

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from peer_numbers import Floats, column, fixed

from reporter.methods.screen import MissingValue
from reporter.methods.standardise import ConstantIndicator, NotPositive, ratio_to_max
from reporter.methods.weights_data import (
    DATA_WEIGHTS,
    NoContrast,
    critic,
    entropy,
    merec,
    pca,
    standard_deviation,
)

MIXED = np.array([True, False, True])
SAMPLES = arrays(float, (6, 3), elements=st.integers(1, 1000).map(float), unique=True)
READINGS = {
    **DATA_WEIGHTS,
    "entropy, proportion": partial(entropy, reading="proportion"),
    "pca, absolute": partial(pca, reading="absolute"),
    "pca, kaiser": partial(pca, reading="kaiser"),
}
PEERS = {
    "entropy_pymcdm": partial(entropy, reading="proportion"),
    "entropy_skcriteria": partial(entropy, reading="proportion"),
    "entropy_textbook_raw": partial(entropy, reading="proportion"),
    "entropy_textbook_minmax_directed": partial(entropy, shift=0),
    "entropy_minmax_shift1e-4": entropy,
    "std_minmax_ddof1": standard_deviation,
    "critic_skcriteria_directed": critic,
    "merec_pymcdm": merec,
    "merec_skcriteria": merec,
    "pca_pc1_abs": partial(pca, reading="absolute"),
    "pca_pc1_sq": pca,
    "pca_varweighted_sq_kaiser": partial(pca, reading="kaiser"),
}


@pytest.mark.parametrize("size", ["5x4", "30x11"])
@pytest.mark.parametrize("peer", PEERS)
def test_weights_are_those_of_other_programs(peer: str, size: str) -> None:
    values, benefit, _ = fixed(size)
    expected = column(f"weights_{size}.csv", peer)
    np.testing.assert_allclose(PEERS[peer](values, benefit), expected, atol=1e-9, rtol=0)


@pytest.mark.parametrize("size", ["5x4", "30x11"])
def test_pydecision_agrees_as_far_as_its_epsilon_lets_it(size: str) -> None:
    values, benefit, _ = fixed(size)
    expected = column(f"weights_{size}.csv", "critic_pydecision_directed")
    np.testing.assert_allclose(critic(values, benefit), expected, atol=1e-6, rtol=0)
    # its entropy is the proportion reading of values already made better-is-more
    x = ratio_to_max(values[:, None], benefit)[:, 0]
    expected = column(f"weights_{size}.csv", "entropy_pydecision_directed")
    np.testing.assert_allclose(entropy(x, benefit, reading="proportion"), expected, atol=1e-6, rtol=0)


@pytest.mark.parametrize("size", ["5x4", "30x11"])
def test_the_textbook_entropies_and_loadings_lead_to_the_same_weights(size: str) -> None:
    values, benefit, _ = fixed(size)
    spread = 1 - column(f"weights_{size}.csv", "entropy_textbook_raw_e")
    found = entropy(values, benefit, reading="proportion")
    np.testing.assert_allclose(found, spread / spread.sum(), atol=1e-9, rtol=0)
    loadings = column(f"weights_{size}.csv", "pca_pc1_loading_coinr_style")
    np.testing.assert_allclose(pca(values, benefit), loadings**2, atol=1e-9, rtol=0)


@pytest.mark.parametrize("size", ["5x4", "30x11"])
def test_direction_counts_in_critic_and_the_unit_not_in_deviation(size: str) -> None:
    values, benefit, _ = fixed(size)
    for defect, ours in (("critic_pymcdm_nodirection", critic), ("std_pymcdm", standard_deviation)):
        assert np.abs(ours(values, benefit) - column(f"weights_{size}.csv", defect)).max() > 0.005


def test_entropy_by_hand() -> None:
    # shares (1/2, 1/2): e = 1, no contrast; shares (1, 0): e = 0, all of it
    weights = entropy(np.array([[1.0, 3], [1, 0]]), np.array([True, True]), reading="proportion")
    np.testing.assert_allclose(weights, [0, 1], atol=1e-15)


def test_a_zero_counts_as_nothing_in_proportions() -> None:
    # e1 = 0.63093 (two equal shares of three), e2 = entropy of (1, 2, 3) / 6
    values = np.array([[0.0, 1], [1, 2], [1, 3]])
    p = np.array([1, 2, 3]) / 6
    e = np.array([np.log(2), -(p * np.log(p)).sum()]) / np.log(3)
    found = entropy(values, np.array([True, True]), reading="proportion")
    np.testing.assert_allclose(found, (1 - e) / (1 - e).sum(), rtol=1e-12)


def test_turning_an_indicator_round_changes_entropy_in_the_directed_reading_alone() -> None:
    values = np.array([[1.0, 1], [2, 5], [9, 7], [4, 3]])
    up, down = np.array([True, True]), np.array([False, True])
    assert not np.allclose(entropy(values, up), entropy(values, down))
    same = partial(entropy, reading="proportion")
    np.testing.assert_array_equal(same(values, up), same(values, down))


@pytest.mark.parametrize("name", READINGS)
def test_a_panel_is_one_sample(name: str) -> None:
    values = np.random.default_rng(1).uniform(1, 9, (4, 3, 3))
    weights = READINGS[name](values, MIXED)
    np.testing.assert_allclose(READINGS[name](values.reshape(12, 3), MIXED), weights, rtol=1e-12)


@pytest.mark.parametrize("name", READINGS)
def test_a_missing_value_is_named(name: str) -> None:
    with pytest.raises(MissingValue) as caught:
        READINGS[name](np.array([[1.0, 2, 3], [4, np.nan, 6], [7, 8, 1]]), MIXED)
    assert caught.value.cells.tolist() == [[1, 1]]


@pytest.mark.parametrize("name", ["entropy", "critic", "standard-deviation", "pca", "pca, kaiser"])
def test_a_constant_indicator_is_named_where_spread_is_needed(name: str) -> None:
    with pytest.raises(ConstantIndicator) as caught:
        READINGS[name](np.array([[1.0, 7, 2], [5, 7, 9], [2, 7, 4]]), MIXED)
    assert caught.value.indicators.tolist() == [1]


@pytest.mark.parametrize("name", ["merec", "entropy, proportion"])
def test_a_constant_indicator_weighs_nothing_where_only_shares_count(name: str) -> None:
    weights = READINGS[name](np.array([[1.0, 7, 2], [5, 7, 9], [2, 7, 4]]), MIXED)
    assert weights[1] == pytest.approx(0, abs=1e-12)
    assert weights.sum() == pytest.approx(1)


def test_data_without_contrast_give_no_weights() -> None:
    same = np.ones((3, 2))
    up = np.array([True, True])
    for way in (merec, partial(entropy, reading="proportion")):
        with pytest.raises(NoContrast):
            way(same, up)
    with pytest.raises(NoContrast):  # two indicators that say the same
        critic(np.array([[1.0, 10], [2, 20], [4, 40]]), up)
    with pytest.raises(NoContrast):  # two indicators that have nothing in common: no first component
        pca(np.array([[1.0, 1], [1, -1], [-1, 1], [-1, -1]]), up)


def test_negative_values_have_no_proportions_and_zeros_no_removal_effect() -> None:
    with pytest.raises(NotPositive) as caught:
        entropy(np.array([[1.0, -1], [2, 3]]), np.array([True, True]), reading="proportion")
    assert caught.value.indicators.tolist() == [1]
    with pytest.raises(NotPositive):
        merec(np.array([[1.0, 0], [2, 3]]), np.array([True, True]))


@pytest.mark.parametrize("name", READINGS)
def test_one_region_gives_no_weights(name: str) -> None:
    with pytest.raises((NoContrast, ConstantIndicator)):
        READINGS[name](np.array([[1.0, 2, 3]]), MIXED)


@pytest.mark.parametrize("name", READINGS)
def test_one_indicator_has_all_the_weight(name: str) -> None:
    assert READINGS[name](np.array([[1.0], [2], [4]]), np.array([True])).tolist() == [1]


@pytest.mark.parametrize("name", READINGS)
@settings(max_examples=30)
@given(values=SAMPLES)
def test_weights_are_not_negative_and_sum_to_1(name: str, values: Floats) -> None:
    weights = READINGS[name](values, MIXED)
    assert (weights >= 0).all()
    assert weights.sum() == pytest.approx(1)


@pytest.mark.parametrize("name", READINGS)
@settings(max_examples=30)
@given(values=SAMPLES, factors=arrays(float, 3, elements=st.floats(0.01, 100)))
def test_the_units_do_not_matter(name: str, values: Floats, factors: Floats) -> None:
    assume(_far_from_doubt(values))
    weights = READINGS[name](values, MIXED)
    np.testing.assert_allclose(READINGS[name](values * factors, MIXED), weights, atol=1e-6)


@pytest.mark.parametrize("name", READINGS)
@settings(max_examples=30)
@given(values=SAMPLES, rows=st.permutations(range(6)), columns=st.permutations(range(3)))
def test_neither_the_order_of_regions_nor_of_indicators_matters(
    name: str, values: Floats, rows: list[int], columns: list[int]
) -> None:
    assume(_far_from_doubt(values))
    weights = READINGS[name](values, MIXED)
    turned = READINGS[name](values[rows][:, columns], MIXED[columns])
    np.testing.assert_allclose(turned, weights[columns], atol=1e-6)


def _far_from_doubt(values: Floats) -> bool:
    """Whether the first component is clearly the first, and none is close to Kaiser's border."""
    found = np.sort(np.linalg.eigvalsh(np.corrcoef(values, rowvar=False)))
    return bool(found[-1] - found[-2] > 0.01 and (np.abs(found - 1) > 0.001).all())
