"""Quantiles over blocks: exact in one block, on the grid within the error they state."""

from collections.abc import Iterator

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.testing import assert_allclose

from reporter.methods.tally import of_counts, quantiles

Q = (0.05, 0.5, 0.95)


def in_blocks(values: np.ndarray, size: int) -> Iterator[list[np.ndarray]]:
    """The replicates in blocks, each in two parts."""
    for start in range(0, values.shape[1], size):
        block = values[:, start : start + size]
        yield [block[:1], block[1:]]


def test_one_block_gives_the_smallest_value_that_a_share_does_not_exceed() -> None:
    found, error = quantiles(lambda: iter([[np.arange(1.0, 21)[None]]]), Q, 20)
    assert found.ravel().tolist() == [1.0, 10.0, 19.0]
    assert error == 0


@given(st.integers(0, 2**32 - 1), st.integers(7, 60))
def test_blocks_give_the_same_within_the_stated_error(seed: int, size: int) -> None:
    values = np.random.default_rng(seed).normal(size=(3, 101))
    exact = np.quantile(values, Q, axis=1, method="inverted_cdf")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("reporter.methods.tally.KEPT", 0)
        found, error = quantiles(lambda: in_blocks(values, size), Q, values.shape[1])
    assert 0 < error <= np.ptp(values, axis=1).max() / 200_000 * (1 + 1e-12)
    assert_allclose(found, exact, atol=error * (1 + 1e-6))


@given(st.integers(0, 2**32 - 1), st.integers(7, 60))
def test_some_cells_at_a_time_are_exact(seed: int, size: int) -> None:
    values = np.random.default_rng(seed).normal(size=(5, 101))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("reporter.methods.tally.KEPT", 8 * 101 * 2)
        patch.setattr("reporter.methods.tally.FEWEST", 2)
        found, error = quantiles(lambda: in_blocks(values, size), Q, 101)
    assert error == 0
    assert_allclose(found, np.quantile(values, Q, axis=1, method="inverted_cdf"), rtol=0)


def test_more_cells_than_one_pass_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reporter.methods.tally.KEPT", 0)
    monkeypatch.setattr("reporter.methods.tally.AT_ONCE", 2)
    values = np.random.default_rng(1).random((5, 50))
    found, error = quantiles(lambda: in_blocks(values, 11), Q, 50)
    assert_allclose(found, np.quantile(values, Q, axis=1, method="inverted_cdf"), atol=error * (1 + 1e-6))


def test_a_cell_that_never_varies_is_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reporter.methods.tally.KEPT", 0)
    found, error = quantiles(lambda: in_blocks(np.full((1, 10), 0.3), 4), Q, 10)
    assert found.ravel().tolist() == [0.3] * 3
    assert error == 0


@pytest.mark.parametrize(("size", "kept"), [(4, 0), (4, 2**27), (10, 0)])
def test_a_missing_cell_stays_missing_and_spares_the_others(
    size: int, kept: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reporter.methods.tally.KEPT", kept)
    values = np.vstack([np.full(10, np.nan), np.arange(10.0)])
    found, _ = quantiles(lambda: in_blocks(values, size), Q, values.shape[1])
    assert np.isnan(found[:, 0]).all()
    assert_allclose(found[:, 1], [0, 4, 9], atol=1e-4)


def test_ranks_from_their_counts() -> None:
    counts = np.array([[60, 40, 0], [4, 0, 96], [0, 0, 0]])
    found = of_counts(counts, Q)
    assert_allclose(found, [[1, 3, np.nan], [1, 3, np.nan], [2, 3, np.nan]])
