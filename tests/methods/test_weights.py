"""Weights."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporter.methods.weights import WEIGHTS, equal, hierarchical_equal

SIZES = st.lists(st.integers(1, 8), min_size=1, max_size=6)


def test_dimensions_share_equally_and_so_do_their_indicators() -> None:
    np.testing.assert_allclose(hierarchical_equal([4, 4, 3]), [1 / 12] * 8 + [1 / 9] * 3)


def test_equal_weights_know_no_dimensions() -> None:
    np.testing.assert_allclose(equal([2, 3]), [1 / 5] * 5)


@pytest.mark.parametrize("name", WEIGHTS)
@given(sizes=SIZES)
def test_weights_are_positive_and_sum_to_1(name: str, sizes: list[int]) -> None:
    w = WEIGHTS[name](sizes)
    assert len(w) == sum(sizes)
    assert (w > 0).all()
    assert w.sum() == pytest.approx(1)


@given(SIZES)
def test_every_dimension_has_the_same_weight(sizes: list[int]) -> None:
    parts = np.split(hierarchical_equal(sizes), np.cumsum(sizes)[:-1])
    np.testing.assert_allclose([part.sum() for part in parts], 1 / len(sizes))
