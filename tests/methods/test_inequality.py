"""Inequality: the laws every index keeps, and what it says at the ends."""

from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporter.methods.inequality import (
    Decomposition,
    Floats,
    Missing,
    Negative,
    NotAboveZero,
    TooFew,
    ZeroTotal,
    atkinson,
    coefficient_of_variation,
    gini,
    hhi,
    max_min_ratio,
    primacy,
    shannon,
    theil,
    theil_decomposition,
    theil_l,
    theil_l_decomposition,
)

VALUES = st.lists(st.integers(1, 1000).map(float), min_size=2, max_size=9).map(np.array)
INDICES: dict[str, Callable[..., Floats]] = {
    "theil": theil,
    "theil-l": theil_l,
    "gini": gini,
    "atkinson": atkinson,
    "atkinson-1": lambda y, p=None: atkinson(y, p, epsilon=1),
    "atkinson-2": lambda y, p=None: atkinson(y, p, epsilon=2),
    "cv": coefficient_of_variation,
}
EVERY = pytest.mark.parametrize("index", INDICES.values(), ids=INDICES)
PARTS = pytest.mark.parametrize(
    ("index", "parts"), [(theil, theil_decomposition), (theil_l, theil_l_decomposition)], ids=["T", "L"]
)


def near(value: float) -> object:
    """The value, rounding errors apart."""
    return pytest.approx(value, abs=1e-9)


@EVERY
@given(y=VALUES)
def test_it_is_0_for_equals_and_never_below(index: Callable[..., Floats], y: Floats) -> None:
    assert index(np.full_like(y, y[0])) == near(0)
    assert index(y) >= -1e-12


@EVERY
@given(y=VALUES, factor=st.floats(0.001, 1000))
def test_it_knows_no_unit(index: Callable[..., Floats], y: Floats, factor: float) -> None:
    assert index(y * factor) == near(index(y))


@EVERY
@given(y=VALUES, seed=st.integers(0, 99))
def test_it_knows_no_order(index: Callable[..., Floats], y: Floats, seed: int) -> None:
    order = np.random.default_rng(seed).permutation(len(y))
    assert index(y[order], y[order] + 1) == near(index(y, y + 1))


@EVERY
@given(y=VALUES, times=st.integers(2, 4))
def test_copies_of_all_regions_change_nothing(index: Callable[..., Floats], y: Floats, times: int) -> None:
    assert index(np.tile(y, times)) == near(index(y))


@EVERY
@given(y=VALUES)
def test_people_count_like_copies_of_their_region(index: Callable[..., Floats], y: Floats) -> None:
    people = np.arange(1, len(y) + 1)
    assert index(y, people.astype(float)) == near(index(np.repeat(y, people)))


@EVERY
@given(y=VALUES, share=st.floats(0.05, 0.45))
def test_a_gift_from_the_richest_to_the_poorest_lowers_it(
    index: Callable[..., Floats], y: Floats, share: float
) -> None:
    rich, poor = np.argmax(y), np.argmin(y)
    gift = share * (y[rich] - y[poor])
    after = y.copy()
    after[rich] -= gift
    after[poor] += gift
    assert index(after) < index(y) if gift else index(after) == near(0)


@EVERY
def test_it_takes_all_periods_at_once(index: Callable[..., Floats]) -> None:
    y = np.array([[[1.0, 2.0, 3.0], [4.0, 4.0, 5.0]], [[9.0, 1.0, 1.0], [2.0, 2.0, 2.0]]])
    p = np.array([1.0, 2.0, 3.0])
    assert index(y, p).shape == (2, 2)
    assert index(y, p)[1, 0] == near(index(y[1, 0], p))


@EVERY
def test_one_region_is_equal_with_itself(index: Callable[..., Floats]) -> None:
    assert index(np.array([7.0])) == near(0)


@EVERY
def test_a_region_without_people_changes_nothing(index: Callable[..., Floats]) -> None:
    with_it = index(np.array([1.0, 3.0, 0.0]), np.array([0.4, 0.6, 0.0]))
    assert with_it == near(index(np.array([1.0, 3.0]), np.array([0.4, 0.6])))


@EVERY
def test_what_it_cannot_take_is_named_by_cell(index: Callable[..., Floats]) -> None:
    with pytest.raises(Missing) as missing:
        index(np.array([[1.0, 2.0], [3.0, np.nan]]))
    assert missing.value.cells.tolist() == [[1, 1]]
    with pytest.raises(Negative) as negative:
        index(np.array([[1.0, -2.0], [3.0, 1.0]]))
    assert (negative.value.argument, negative.value.cells.tolist()) == ("y", [[0, 1]])
    with pytest.raises(ZeroTotal) as empty:
        index(np.array([[1.0, 2.0], [0.0, 0.0]]))
    assert empty.value.cells.tolist() == [[1]]
    with pytest.raises(ZeroTotal, match="p:"):
        index(np.array([1.0, 2.0]), np.zeros(2))
    with pytest.raises(TooFew):
        index(np.zeros((3, 0)))


@given(st.integers(2, 40))
def test_one_region_that_has_everything_reaches_the_bound(n: int) -> None:
    all_in_one = np.eye(n)[0]
    assert theil(all_in_one) == near(np.log(n))
    assert gini(all_in_one) == near(1 - 1 / n)
    assert coefficient_of_variation(all_in_one) == near(np.sqrt(n - 1))
    assert atkinson(all_in_one) == near(1 - 1 / n)
    assert (primacy(all_in_one), hhi(all_in_one), shannon(all_in_one)) == (1, 1, 0)


@pytest.mark.parametrize("epsilon", [1, 1.5, 2])
def test_atkinson_is_1_where_one_has_nothing_and_epsilon_is_1_or_more(epsilon: float) -> None:
    assert atkinson(np.array([0.0, 1.0, 2.0]), epsilon=epsilon) == 1


@given(VALUES)
def test_atkinson_follows_from_theil_l_and_from_the_variation(y: Floats) -> None:
    assert atkinson(y, epsilon=1) == near(1 - np.exp(-theil_l(y)))
    assert atkinson(y, epsilon=1 + 1e-7) == pytest.approx(atkinson(y, epsilon=1), abs=1e-6)
    assert atkinson(y, epsilon=0) == near(0)


@given(VALUES)
def test_gini_is_the_mean_difference_of_all_pairs(y: Floats) -> None:
    p = np.arange(1, len(y) + 1) / np.arange(1, len(y) + 1).sum()
    pairs = np.sum(p[:, None] * p * np.abs(y[:, None] - y)) / (2 * (p @ y))
    assert gini(y, p) == near(pairs)


def test_the_logarithm_of_nothing_names_the_region() -> None:
    with pytest.raises(NotAboveZero) as error:
        theil_l(np.array([[1.0, 2.0], [0.0, 3.0]]))
    assert error.value.cells.tolist() == [[1, 0]]
    assert theil(np.array([0.0, 3.0])) == near(np.log(2))


@PARTS
@given(y=VALUES, seed=st.integers(0, 99))
def test_between_and_within_add_up(
    index: Callable[..., Floats], parts: Callable[..., Decomposition], y: Floats, seed: int
) -> None:
    random = np.random.default_rng(seed)
    groups, p = random.integers(0, 3, len(y)), random.random(len(y)) + 0.1
    found = parts(y, groups, p)
    assert found.total == near(index(y, p))
    assert found.between + found.within == near(found.total)
    assert min(found.between, *found.inside) >= -1e-12
    weight = found.shares if index is theil else found.population
    assert weight @ found.inside == near(found.within)


@PARTS
def test_inside_is_the_index_of_the_group_alone(
    index: Callable[..., Floats], parts: Callable[..., Decomposition]
) -> None:
    y, groups = np.array([[1.0, 2, 6, 3], [5, 5, 1, 2]]), np.array(["east", "west", "east", "west"])
    found = parts(y, groups)
    assert found.groups == ("east", "west")
    np.testing.assert_allclose(found.inside[:, 0], index(y[:, [0, 2]]), atol=1e-12)
    np.testing.assert_allclose(found.inside[:, 1], index(y[:, [1, 3]]), atol=1e-12)


@PARTS
def test_one_group_is_all_within_and_groups_of_one_are_all_between(
    index: Callable[..., Floats], parts: Callable[..., Decomposition]
) -> None:
    y = np.array([1.0, 2.0, 6.0])
    assert parts(y, np.zeros(3)).between == near(0)
    assert parts(y, np.arange(3)).within == near(0)
    assert parts(y, np.arange(3)).between == near(index(y))


def test_a_group_that_has_nothing_is_equal_inside() -> None:
    found = theil_decomposition(np.array([0.0, 0.0, 2.0]), np.array([1, 1, 2]))
    assert found.inside.tolist() == [0, 0]
    assert found.between == near(np.log(3))


def test_shares_and_ratios_by_hand() -> None:
    y = np.array([[4.0, 4.0, 2.0], [5.0, 5.0, 5.0]])
    np.testing.assert_allclose(max_min_ratio(y), [2, 1])
    np.testing.assert_allclose(primacy(y), [0.4, 1 / 3])
    np.testing.assert_allclose(hhi(y), [0.16 + 0.16 + 0.04, 1 / 3])
    np.testing.assert_allclose(hhi(y, normalised=True), [0.04, 0], atol=1e-12)  # (.36 − 1/3) / (2/3)
    np.testing.assert_allclose(shannon(y, normalised=True)[1], 1)


def test_ratios_and_norms_that_are_not_defined_say_so() -> None:
    with pytest.raises(NotAboveZero):
        max_min_ratio(np.array([0.0, 1.0]))
    for index in (hhi, shannon):
        with pytest.raises(TooFew):
            index(np.array([3.0]), normalised=True)
    with pytest.raises(TooFew):
        coefficient_of_variation(np.array([3.0]), ddof=1)
    with pytest.raises(ValueError, match="population"):
        coefficient_of_variation(np.array([3.0, 4.0]), np.ones(2), ddof=1)
    with pytest.raises(ValueError, match="epsilon"):
        atkinson(np.array([3.0, 4.0]), epsilon=-1)


@given(VALUES)
def test_concentration_stays_within_its_bounds(y: Floats) -> None:
    n = len(y)
    assert 1 / n - 1e-12 <= hhi(y) <= primacy(y) + 1e-12
    assert 0 <= shannon(y) <= np.log(n) + 1e-12
    assert theil(y) == near(np.log(n) - shannon(y))
