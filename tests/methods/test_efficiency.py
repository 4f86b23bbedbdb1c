"""Data envelopment analysis: laws of the frontier, and what it says at the ends."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reporter.methods.efficiency import Efficiency, dea, scale_efficiency
from reporter.methods.inequality import Floats, Missing, Negative, TooFew, ZeroTotal

SEEDS = st.integers(0, 999)
BOTH = pytest.mark.parametrize("returns", ["constant", "variable"])


def units(seed: int) -> tuple[Floats, Floats]:
    """Six units with two inputs and two outputs."""
    random = np.random.default_rng(seed)
    return random.uniform(1, 9, (6, 2)), random.uniform(1, 9, (6, 2))


def balances(found: Efficiency, X: Floats, Y: Floats) -> None:
    """That the target of each unit is what its peers make and use."""
    np.testing.assert_allclose(found.peers @ X, X - found.input_slacks, atol=1e-7)
    np.testing.assert_allclose(found.peers @ Y, found.phi[:, None] * Y + found.output_slacks, atol=1e-7)


@BOTH
@settings(max_examples=15)
@given(seed=SEEDS)
def test_targets_are_made_by_peers_and_someone_is_efficient(returns: str, seed: int) -> None:
    X, Y = units(seed)
    found = dea(X, Y, returns)
    balances(found, X, Y)
    assert ((found.efficiency > 0) & (found.efficiency <= 1)).all()
    assert found.efficient.any()
    if returns == "variable":
        np.testing.assert_allclose(found.peers.sum(-1), 1, atol=1e-7)


@BOTH
@settings(max_examples=10)
@given(seed=SEEDS)
def test_units_of_measure_do_not_count(returns: str, seed: int) -> None:
    X, Y = units(seed)
    one, other = dea(X, Y, returns), dea(X * np.array([1000, 0.01]), Y * np.array([7, 0.001]), returns)
    np.testing.assert_allclose(other.phi, one.phi, atol=1e-7)
    np.testing.assert_allclose(other.output_slacks, one.output_slacks * np.array([7, 0.001]), atol=1e-6)


@settings(max_examples=10)
@given(seed=SEEDS)
def test_variable_returns_are_never_stricter(seed: int) -> None:
    X, Y = units(seed)
    assert (dea(X, Y, "variable").phi <= dea(X, Y).phi + 1e-9).all()
    assert ((scale_efficiency(X, Y) > 0) & (scale_efficiency(X, Y) <= 1)).all()


@settings(max_examples=10)
@given(seed=SEEDS, factor=st.floats(0.1, 10))
def test_size_does_not_count_under_constant_returns(seed: int, factor: float) -> None:
    X, Y = units(seed)
    size = np.array([[factor], [1], [1], [1], [1], [1]])
    np.testing.assert_allclose(dea(X * size, Y * size).phi, dea(X, Y).phi, atol=1e-7)


@BOTH
@settings(max_examples=10)
@given(seed=SEEDS)
def test_a_unit_that_makes_less_is_no_better_and_moves_nobody(returns: str, seed: int) -> None:
    X, Y = units(seed)
    more = dea(np.vstack([X, X[:1]]), np.vstack([Y, Y[:1] / 2]), returns)
    np.testing.assert_allclose(more.phi[:6], dea(X, Y, returns).phi, atol=1e-7)
    assert more.phi[6] == pytest.approx(2 * more.phi[0], abs=1e-7)


def test_one_input_and_one_output_are_a_ratio() -> None:
    X, Y = np.array([[2.0], [3], [5]]), np.array([[2.0], [6], [5]])
    np.testing.assert_allclose(dea(X, Y).efficiency, [0.5, 1, 0.5])


def test_a_slack_is_found_behind_a_factor_of_1() -> None:
    # both make 1; the second uses as much of the first input, and 2 more of the second
    found = dea(np.array([[2.0, 3], [2, 5]]), np.ones((2, 1)))
    np.testing.assert_allclose(found.phi, [1, 1])
    np.testing.assert_allclose(found.input_slacks, [[0, 0], [0, 2]])
    assert found.efficient.tolist() == [True, False]


@BOTH
def test_one_unit_and_equal_units_are_efficient(returns: str) -> None:
    assert dea(np.ones((1, 2)), np.ones((1, 1)), returns).efficient.all()
    assert dea(np.ones((3, 2)), np.ones((3, 1)), returns).efficient.all()


def test_a_zero_among_others_is_allowed() -> None:
    found = dea(np.array([[0.0, 2], [1, 2]]), np.array([[1.0, 0], [1, 1]]))
    np.testing.assert_allclose(found.phi, [1, 1])


def test_what_it_cannot_take_is_named() -> None:
    with pytest.raises(ZeroTotal) as nothing:
        dea(np.ones((2, 2)), np.array([[1.0], [0]]))
    assert (nothing.value.argument, nothing.value.cells.tolist()) == ("outputs", [[1]])
    with pytest.raises(Negative):
        dea(np.array([[1.0], [-1]]), np.ones((2, 1)))
    with pytest.raises(Missing):
        dea(np.array([[1.0], [np.nan]]), np.ones((2, 1)))
    with pytest.raises(TooFew):
        dea(np.ones((0, 2)), np.ones((0, 1)))
