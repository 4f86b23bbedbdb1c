"""The policy mix."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporter.methods.inequality import Ints, Negative, ZeroTotal
from reporter.methods.policy import (
    INSTRUMENTS,
    SIDE,
    SIDES,
    NotBacked,
    advocacy_without_measures,
    balance,
    breadth,
    coverage,
    emerging_share,
    sides,
    tailoring,
    taken_from,
)

COUNTS = st.lists(st.integers(0, 9), min_size=9, max_size=9).filter(any).map(np.array)


def test_coverage_counts_the_actions_of_each_region() -> None:
    found = coverage(np.array([0, 0, 1, 0]), np.array([2, 2, 8, 4]), regions=2)
    assert found.tolist() == [[0, 0, 2, 0, 1, 0, 0, 0, 0], [0, 0, 0, 0, 0, 0, 0, 0, 1]]
    with pytest.raises(IndexError):
        coverage(np.array([2]), np.array([0]), regions=2)


def test_breadth_is_the_share_of_the_nine() -> None:
    counts = np.zeros((3, 9), dtype=int)
    counts[1, :3], counts[2] = 5, 1
    np.testing.assert_allclose(breadth(counts), [0, 1 / 3, 1])


@given(COUNTS, st.integers(2, 5))
def test_the_mix_is_about_proportion_alone(counts: Ints, times: int) -> None:
    assert 0 <= balance(counts) <= 1 + 1e-12
    assert balance(counts * times) == pytest.approx(balance(counts))
    assert breadth(counts * times) == breadth(counts)
    np.testing.assert_allclose(sides(counts * times), sides(counts))
    assert sides(counts).sum() == pytest.approx(1)


def test_one_instrument_is_no_balance_and_all_alike_is_a_full_one() -> None:
    np.testing.assert_allclose(balance(np.array([[3] + [0] * 8, [2] * 9])), [0, 1], atol=1e-12)
    # two of nine alike: ln 2 / ln 9
    assert balance(np.array([1, 1] + [0] * 7)) == pytest.approx(np.log(2) / np.log(9))


def test_every_instrument_has_a_side() -> None:
    assert len(SIDE) == len(INSTRUMENTS) == 9
    assert dict(zip(INSTRUMENTS, [SIDES[s] for s in SIDE], strict=True))["procurement"] == "demand"
    np.testing.assert_allclose(sides(np.ones(9, dtype=int)), [4 / 9, 4 / 9, 1 / 9])
    np.testing.assert_allclose(sides(np.array([1, 3]), np.array([0, 1]), n=2), [0.25, 0.75])


def test_tailoring_is_the_overlap_with_the_national_list() -> None:
    national = np.array([1, 1, 1, 1, 0], dtype=bool)
    regional = np.array([[1, 1, 0, 0, 0], [0, 0, 0, 1, 1], [0, 0, 0, 0, 1]], dtype=bool)
    np.testing.assert_allclose(tailoring(regional, national), [2 / 4, 1 / 5, 0])
    np.testing.assert_allclose(taken_from(regional, national), [1, 1 / 2, 0])


def test_without_a_list_nothing_is_computed() -> None:
    some, none = np.array([True, False]), np.zeros(2, dtype=bool)
    with pytest.raises(ZeroTotal) as region:
        tailoring(np.array([some, none]), some)
    assert (region.value.argument, region.value.cells.tolist()) == ("priorities", [[1]])
    with pytest.raises(ZeroTotal, match="national"):
        taken_from(some, none)


def test_five_of_shandongs_ten_industries_are_emerging() -> None:
    assert emerging_share(np.array(5), np.array(5)) == 0.5
    np.testing.assert_allclose(emerging_share(np.array([3, 0]), np.array([1, 2])), [0.75, 0])
    with pytest.raises(ZeroTotal):
        emerging_share(np.array([0]), np.array([0]))


def test_advocacy_without_one_detailed_measure_is_flagged() -> None:
    found = advocacy_without_measures(np.array([0, 3, 3, 1]), np.array([0, 0, 1, 1]))
    assert found.tolist() == [False, True, False, False]
    with pytest.raises(NotBacked) as more:
        advocacy_without_measures(np.array([1, 1]), np.array([1, 2]))
    assert more.value.cells.tolist() == [[1]]


def test_a_region_without_actions_has_no_mix() -> None:
    counts = np.array([[1] * 9, [0] * 9])
    for index in (balance, sides):
        with pytest.raises(ZeroTotal) as error:
            index(counts)
        assert error.value.cells.tolist() == [[1]]
    with pytest.raises(Negative):
        breadth(-counts)
