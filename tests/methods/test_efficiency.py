"""Data envelopment analysis: laws of the frontier, and what it says at the ends."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reporter.methods.efficiency import Efficiency, dea, free_disposal_hull, nearest_on_hull, scale_efficiency
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


def test_under_variable_returns_stores_lie_below_the_line_over_a_b_e_h() -> None:
    # between A (2, 1), B (3, 3), E (5, 4) and H (8, 5): C 2 of 3, D 3 of 3.5, F 2 of 4, G 3 of 4 1/3
    X, Y = np.array([[2.0, 3, 3, 4, 5, 5, 6, 8]]).T, np.array([[1.0, 3, 2, 3, 4, 2, 3, 5]]).T
    found = dea(X, Y, "variable").efficiency
    np.testing.assert_allclose(found, [1, 1, 2 / 3, 6 / 7, 1, 1 / 2, 9 / 13, 1], atol=1e-9)
    np.testing.assert_allclose(scale_efficiency(X, Y)[[0, 1, 7]], [0.5, 1, 0.625], atol=1e-9)


def test_two_outputs_of_one_input_lie_below_four_corners() -> None:
    # frontier (2, 7) (4, 6) (5, 5) (6, 2): A (1, 5) below y = 7 at 5/7 and short of 3/5 then, C (3, 4) below
    # x + y = 10 at 7/10, D (4, 3) below 3x + y = 20 at 15/20
    outputs = np.array([[1.0, 5], [2, 7], [3, 4], [4, 3], [4, 6], [5, 5], [6, 2]])
    found = dea(np.ones((7, 1)), outputs)
    np.testing.assert_allclose(found.efficiency, [5 / 7, 1, 0.7, 0.75, 1, 1, 1], atol=1e-9)
    np.testing.assert_allclose(found.output_slacks[0], [0.6, 0], atol=1e-9)
    assert found.efficient.tolist() == [False, True, False, False, True, True, True]


def test_two_inputs_for_one_output_lie_above_three_corners() -> None:
    # frontier (2, 4) (4, 2) (8, 1): A (4, 3) above x + y = 6 at 6/7, B (7, 3) above x + 4y = 12 at 12/19;
    # F (10, 1) needs no more of the second than C (8, 1), and 2 more of the first
    found = dea(np.array([[4.0, 3], [7, 3], [8, 1], [4, 2], [2, 4], [10, 1]]), np.ones((6, 1)))
    np.testing.assert_allclose(found.efficiency, [6 / 7, 12 / 19, 1, 1, 1, 1], atol=1e-9)
    np.testing.assert_allclose(found.input_slacks[5], [2, 0], atol=1e-9)
    assert found.efficient.tolist() == [False, False, True, True, True, False]
    corners = [np.flatnonzero(found.peers[k] > 1e-9).tolist() for k in (0, 1, 5)]
    assert corners == [[3, 4], [2, 3], [2]]


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


def test_the_free_disposal_hull_holds_a_unit_below_the_line_between_two_others() -> None:
    # (2, 1) (3, 3) (5, 4) (8, 5) as under variable returns, and (6, 4.2) below the line from (5, 4) to (8, 5)
    x, y = np.array([8.0, 6, 5, 3, 2, 3, 4]), np.array([5.0, 4.2, 4, 3, 1, 2, 3])
    assert free_disposal_hull(x, y).tolist() == [4, 3, 2, 1, 0]
    assert nearest_on_hull(x, y).tolist() == [0, 1, 2, 3, 4, 3, 3]  # (3, 2) and (4, 3) are outdone by (3, 3)


def test_units_alike_stand_on_the_hull_together_and_one_alone_does() -> None:
    assert free_disposal_hull(np.array([1.0, 1, 2]), np.array([3.0, 3, 3])).tolist() == [0, 1]
    assert free_disposal_hull(np.array([4.0]), np.array([0.0])).tolist() == [0]


def test_the_nearest_that_outdoes_is_not_the_one_that_makes_most() -> None:
    # (5, 1) is outdone by (1, 2), at a distance of √17, and by (4, 9), of √65
    assert nearest_on_hull(np.array([1.0, 4, 5]), np.array([2.0, 9, 1])).tolist() == [0, 1, 0]


@settings(max_examples=30)
@given(seed=SEEDS)
def test_an_efficient_unit_lies_on_the_free_disposal_hull_too(seed: int) -> None:
    X, Y = (one[:, :1] for one in units(seed))
    hull = set(free_disposal_hull(X[:, 0], Y[:, 0]).tolist())
    assert set(np.flatnonzero(dea(X, Y, "variable").efficient).tolist()) <= hull


def test_a_missing_cell_has_no_place_on_the_hull() -> None:
    with pytest.raises(Missing):
        free_disposal_hull(np.array([1.0, np.nan]), np.ones(2))
