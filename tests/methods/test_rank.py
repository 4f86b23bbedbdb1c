"""Ranks."""

from random import Random

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from scipy.stats import rankdata

from reporter.methods.rank import ascending, rank

SCORES = arrays(
    float, st.tuples(st.integers(1, 8), st.integers(1, 3)), elements=st.integers(-3, 3).map(float)
)
NAN = float("nan")


def test_the_largest_is_first_and_ties_share_the_smallest_rank() -> None:
    assert rank(np.array([10.0, 20, 20, 5])).tolist() == [3, 1, 1, 4]


def test_ties_may_share_the_average_rank() -> None:
    assert rank(np.array([10.0, 20, 20, 5]), ties="average").tolist() == [3, 1.5, 1.5, 4]


def test_missing_stays_missing_and_takes_no_rank() -> None:
    np.testing.assert_array_equal(rank(np.array([10, NAN, 20, 5])), [2, NAN, 1, 3])
    np.testing.assert_array_equal(rank(np.full(3, NAN)), [NAN] * 3)


def test_each_period_is_ranked_by_itself_and_any_axis_may_hold_the_regions() -> None:
    scores = np.array([[1.0, 9], [2, 8], [3, 7]])
    assert rank(scores).tolist() == [[3, 1], [2, 2], [1, 3]]
    assert rank(scores.T, axis=1).tolist() == [[3, 2, 1], [1, 2, 3]]


def test_one_region_is_first_and_none_is_nothing() -> None:
    assert rank(np.array([4.2])).tolist() == [1]
    assert rank(np.empty(0)).tolist() == []


@given(SCORES)
def test_places_are_those_of_scipy(scores: np.ndarray) -> None:
    np.testing.assert_array_equal(ascending(scores), rankdata(scores, method="min", axis=0))
    np.testing.assert_array_equal(ascending(scores, ties="average"), rankdata(scores, axis=0))


@given(SCORES, st.randoms(use_true_random=False))
def test_the_order_of_regions_does_not_matter(scores: np.ndarray, random: Random) -> None:
    order = random.sample(range(len(scores)), len(scores))
    np.testing.assert_array_equal(rank(scores[order]), rank(scores)[order])


@given(SCORES)
def test_a_growing_scale_changes_no_rank(scores: np.ndarray) -> None:
    np.testing.assert_array_equal(rank(np.exp(scores)), rank(scores))
