"""VIKOR, grey relational grade, WASPAS and EDAS: against other programs, at their edges, and their laws."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from peer_numbers import Bools, Floats, column, fixed

from reporter.methods.rankers import NoSpread, edas, grey_relational, vikor, waspas
from reporter.methods.screen import MissingValue
from reporter.methods.standardise import NotPositive, min_max, ratio_to_max

MIXED = np.array([True, False, True])
WEIGHTS = np.array([0.5, 0.3, 0.2])
SAMPLES = arrays(float, (5, 3), elements=st.integers(1, 1000).map(float), unique=True)


def between(values: Floats, benefit: Bools) -> Floats:
    """Min–max over the regions."""
    return min_max(values[:, None], benefit)[:, 0]


def to_best(values: Floats, benefit: Bools) -> Floats:
    """Ratio to max over the regions."""
    return ratio_to_max(values[:, None], benefit)[:, 0]


WAYS = {
    "vikor": lambda v, b, w: -vikor(between(v, b), w).Q,
    "grey": lambda v, b, w: grey_relational(between(v, b), w),
    "waspas": lambda v, b, w: waspas(to_best(v, b), w),
    "edas": edas,
}


@pytest.mark.parametrize("size", ["5x4", "30x11"])
@pytest.mark.parametrize("weighting", ["w", "eq"])
def test_vikor_is_that_of_three_programs(size: str, weighting: str) -> None:
    values, benefit, given_weights = fixed(size)
    w = given_weights if weighting == "w" else np.full(len(given_weights), 1 / len(given_weights))
    found = vikor(between(values, benefit), w)
    for letter in ("S", "R", "Q"):
        for peer, tolerance in (("skcriteria", 1e-9), ("pydecision", 1e-6)):
            expected = column(f"rankers_{size}.csv", f"vikor_{letter}_{peer}_{weighting}")
            np.testing.assert_allclose(getattr(found, letter), expected, atol=tolerance, rtol=0)
    expected = column(f"rankers_{size}.csv", f"vikor_Q_pymcdm_{weighting}")
    np.testing.assert_allclose(found.Q, expected, atol=1e-9, rtol=0)


@pytest.mark.parametrize("size", ["5x4", "30x11"])
@pytest.mark.parametrize("weighting", ["w", "eq"])
def test_the_grey_grade_is_the_textbooks_and_not_divided_by_the_number_of_regions(
    size: str, weighting: str
) -> None:
    values, benefit, given_weights = fixed(size)
    w = given_weights if weighting == "w" else np.full(len(given_weights), 1 / len(given_weights))
    found = grey_relational(between(values, benefit), w)
    expected = column(f"rankers_{size}.csv", f"gra_textbook_rho0.5_{weighting}")
    np.testing.assert_allclose(found, expected, atol=1e-9, rtol=0)
    defect = column(f"rankers_{size}.csv", f"gra_pydecision_raw_{weighting}")
    np.testing.assert_allclose(found / len(values), defect, atol=1e-6, rtol=0)


def test_the_grey_grade_of_five_alternatives_is_that_of_a_third_program() -> None:
    # the test of jbytecode/JMcDM's grey()
    values = np.array([
        [105000.0, 105, 10, 4, 300, 10], [120000, 110, 15, 4, 500, 8], [150000, 120, 12, 3, 550, 12],
        [115000, 105, 20, 4, 600, 9], [135000, 115, 15, 5, 400, 9],
    ])  # fmt: skip
    benefit = np.array([False, True, False, True, True, False])
    found = grey_relational(between(values, benefit), np.array([0.05, 0.20, 0.10, 0.15, 0.10, 0.40]))
    expected = [0.525, 0.7007142857142857, 0.5464285714285715, 0.5762820512820512, 0.650952380952381]
    np.testing.assert_allclose(found, expected, rtol=1e-12)


@pytest.mark.parametrize("size", ["5x4", "30x11"])
def test_waspas_and_edas_are_those_of_pymcdm(size: str) -> None:
    values, benefit, w = fixed(size)
    for name in ("waspas", "edas"):
        expected = column(f"rankers_{size}.csv", f"{name}_pymcdm_w")
        np.testing.assert_allclose(WAYS[name](values, benefit, w), expected, atol=1e-9, rtol=0)


def test_vikor_by_hand() -> None:
    found = vikor(np.array([[1, 0.5], [0, 1], [0.5, 0]]), np.array([0.5, 0.5]))
    assert found.S.tolist() == [0.25, 0.5, 0.75]
    assert found.R.tolist() == [0.25, 0.5, 0.5]
    assert found.Q.tolist() == [0, 0.5 * 0.5 + 0.5 * 1, 1]


def test_waspas_by_hand() -> None:
    x = np.array([[1.0, 0.25]])
    assert waspas(x, np.array([0.5, 0.5])).tolist() == [(0.625 + 0.5) / 2]
    assert waspas(x, np.array([0.5, 0.5]), share=1).tolist() == [0.625]


def test_edas_by_hand() -> None:
    # averages 2 and 4: ahead (−½, ½) and as a cost (½, −½)
    found = edas(np.array([[1.0, 2], [3, 6]]), np.array([True, False]), np.array([0.75, 0.25]))
    np.testing.assert_allclose(found, [(1 / 3 + 0) / 2, (1 + 1 - 1 / 3) / 2])


def test_a_region_best_in_all_comes_first_in_every_way() -> None:
    values = np.array([[1.0, 9, 1], [9, 1, 9], [5, 5, 4]])
    best = {name: way(values, MIXED, WEIGHTS) for name, way in WAYS.items()}
    assert all(int(np.argmax(score)) == 1 for score in best.values())
    assert best["vikor"][1] == 0
    assert best["grey"][1] == best["waspas"][1] == 1


@pytest.mark.parametrize("name", WAYS)
def test_a_missing_value_is_named_and_never_spreads(name: str) -> None:
    values = np.array([[1.0, 9, 1], [9, 1, np.nan], [5, 5, 4]])
    with pytest.raises(MissingValue) as caught:
        WAYS[name](values, MIXED, WEIGHTS)
    assert caught.value.cells.shape[0] == 1


def test_where_all_is_equal_there_is_nothing_to_rank_by() -> None:
    same = np.full((3, 2), 0.5)
    w = np.array([0.5, 0.5])
    for way in (vikor, grey_relational):
        with pytest.raises(NoSpread):
            way(same, w)
    with pytest.raises(NoSpread):
        edas(same, np.array([True, False]), w)
    assert waspas(same, w).tolist() == pytest.approx([0.5] * 3)


def test_one_region_alone_cannot_be_ranked_except_by_its_ratios() -> None:
    one = np.array([[0.4, 0.8]])
    w = np.array([0.5, 0.5])
    for way in (vikor, grey_relational):
        with pytest.raises(NoSpread):
            way(one, w)
    assert waspas(one, w).shape == (1,)


def test_averages_and_products_need_positive_values() -> None:
    with pytest.raises(NotPositive) as caught:
        edas(np.array([[1.0, -3], [2, 3]]), np.array([True, True]), np.array([0.5, 0.5]))
    assert caught.value.indicators.tolist() == [1]
    with pytest.raises(NotPositive):
        waspas(np.array([[1.0, -0.1]]), np.array([0.5, 0.5]))


def test_a_panel_is_one_reference_set() -> None:
    panel = np.random.default_rng(2).uniform(0, 1, (4, 3, 2))
    w = np.array([0.6, 0.4])
    np.testing.assert_allclose(vikor(panel, w).Q.ravel(), vikor(panel.reshape(12, 2), w).Q)
    np.testing.assert_allclose(grey_relational(panel, w).ravel(), grey_relational(panel.reshape(12, 2), w))


@pytest.mark.parametrize("name", WAYS)
@settings(max_examples=30)
@given(
    values=SAMPLES, order=st.permutations(range(5)), factors=arrays(float, 3, elements=st.floats(0.01, 100))
)
def test_neither_order_nor_units_matter_and_scores_are_bounded(
    name: str, values: Floats, order: list[int], factors: Floats
) -> None:
    score = WAYS[name](values, MIXED, WEIGHTS)
    np.testing.assert_allclose(WAYS[name](values[order], MIXED, WEIGHTS), score[order], atol=1e-9)
    np.testing.assert_allclose(WAYS[name](values * factors, MIXED, WEIGHTS), score, atol=1e-9)
    low, high = (-1, 0) if name == "vikor" else (0, 1)
    assert ((score >= low - 1e-12) & (score <= high + 1e-12)).all()


@pytest.mark.parametrize("name", ["grey", "waspas", "edas"])
@settings(max_examples=30)
@given(values=SAMPLES)
def test_a_region_that_is_nowhere_worse_never_ranks_below(name: str, values: Floats) -> None:
    values[0] = np.where(MIXED, np.maximum(values[0], values[1]), np.minimum(values[0], values[1]))
    score = WAYS[name](values, MIXED, WEIGHTS)
    assert score[0] >= score[1] - 1e-12
