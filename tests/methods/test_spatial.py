"""Moran's I on lattices small enough to check by hand, by another program, and by every permutation."""

from itertools import permutations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporter.methods.convergence import Constant
from reporter.methods.inequality import Floats, Missing, TooFew
from reporter.methods.spatial import (
    Bools,
    NoNeighbour,
    OwnNeighbour,
    further,
    moran_test,
    morans_i,
    row_standardised,
)

VALUES = st.lists(st.integers(0, 99), min_size=6, max_size=6, unique=True).map(
    lambda y: np.array(y, dtype=float)
)


def lattice(rows: int, columns: int, *, corners: bool = False) -> Bools:
    """Neighbours on a lattice: cells with a common edge, or a common corner too."""
    i, j = np.divmod(np.arange(rows * columns), columns)
    down, across = abs(i[:, None] - i), abs(j[:, None] - j)
    return np.maximum(down, across) == 1 if corners else down + across == 1


def test_four_in_a_row_by_hand() -> None:
    # z −1.5 −.5 .5 1.5, means of the neighbours −.5 −.5 .5 .5: (.75 + .25 + .25 + .75) / 5
    assert morans_i(np.array([1.0, 2, 3, 4]), lattice(1, 4)) == pytest.approx(0.4)


def test_two_by_two_by_hand() -> None:
    # 0 0 / 4 4: z −2 −2 2 2, neighbours' means 0: every cell has one of each
    assert morans_i(np.array([0.0, 0, 4, 4]), lattice(2, 2)) == pytest.approx(0)


def test_a_chessboard_is_minus_1() -> None:
    assert morans_i(np.indices((4, 4)).sum(0).ravel() % 2.0, lattice(4, 4)) == pytest.approx(-1)


def test_two_blocks_apart_are_plus_1() -> None:
    blocks = np.kron(np.eye(2), np.ones((3, 3))) - np.eye(6) > 0
    assert morans_i(np.array([1.0, 1, 1, 5, 5, 5]), blocks) == pytest.approx(1)


def test_larger_lattices_agree_with_esda() -> None:
    # esda 2.9.0, libpysal 4.14.1: Moran(y, lat2W(5, 5)), Moran(y, lat2W(3, 4, rook=False)), transform "r"
    y = np.array([7.0, 3, 9, 4, 1, 8, 6, 5, 2, 2, 9, 9, 4, 3, 1, 5, 8, 7, 2, 6, 3, 4, 8, 1, 5])
    assert morans_i(y, lattice(5, 5)) == pytest.approx(0.2991487249961826, abs=1e-12)
    y = np.array([1.0, 2, 4, 8, 3, 3, 5, 9, 2, 4, 6, 7])
    assert morans_i(y, lattice(3, 4, corners=True)) == pytest.approx(0.518661971830986, abs=1e-12)


@given(VALUES, st.floats(0.1, 100), st.floats(-50, 50))
def test_it_knows_neither_unit_nor_origin(y: Floats, factor: float, shift: float) -> None:
    found = morans_i(y, lattice(2, 3))
    assert morans_i(y * factor + shift, lattice(2, 3)) == pytest.approx(found, abs=1e-6)
    assert morans_i(-y, lattice(2, 3)) == pytest.approx(found)
    assert -1 - 1e-12 <= found <= 1 + 1e-12


@given(VALUES, st.permutations(range(6)))
def test_it_knows_no_order_of_the_regions(y: Floats, order: list[int]) -> None:
    W = lattice(2, 3)
    assert morans_i(y[order], W[np.ix_(order, order)]) == pytest.approx(morans_i(y, W))


def test_its_mean_over_all_permutations_is_the_expected_one() -> None:
    every = np.array(list(permutations([1.0, 2, 4, 8, 9, 5])))
    assert morans_i(every, lattice(2, 3)).mean() == pytest.approx(-1 / 5)


@pytest.mark.parametrize("tail", ["two-sided", "greater", "less"])
def test_p_comes_near_that_of_all_permutations(tail: str) -> None:
    y, W = np.array([1.0, 2, 4, 8, 9, 5]), lattice(2, 3)
    found = moran_test(y, W, seed=7, permutations=4999, tail=tail)
    every = morans_i(np.array(list(permutations(y))), W)
    exact = further(every, found.I, found.expected, tail).mean()
    assert found.p == pytest.approx(exact, abs=4 * np.sqrt(exact * (1 - exact) / 4999) + 1e-3)


def test_the_seed_decides() -> None:
    y, W = np.array([7.0, 3, 9, 4, 1, 8]), lattice(2, 3)
    assert moran_test(y, W, seed=1) == moran_test(y, W, seed=1)
    assert 1 / 100 <= moran_test(y, W, seed=2, permutations=99).p <= 1


def test_all_periods_at_once() -> None:
    y = np.array([[1.0, 2, 3, 4], [4, 1, 3, 2]])
    np.testing.assert_allclose(morans_i(y, lattice(1, 4))[1], morans_i(y[1], lattice(1, 4)))


def test_weights_sum_to_1_a_row() -> None:
    np.testing.assert_allclose(row_standardised(lattice(3, 3)).sum(-1), 1)


def test_what_it_cannot_take_is_named() -> None:
    y, W = np.array([1.0, 2, 3, 4]), lattice(1, 4)
    alone = W.copy()
    alone[3] = False
    with pytest.raises(NoNeighbour) as island:
        morans_i(y, alone)
    assert island.value.cells.tolist() == [[3]]
    with pytest.raises(OwnNeighbour):
        morans_i(y, W | np.eye(4, dtype=bool))
    with pytest.raises(Constant):
        morans_i(np.ones(4), W)
    with pytest.raises(Missing):
        morans_i(np.array([1.0, np.nan, 3, 4]), W)
    with pytest.raises(TooFew):
        morans_i(np.array([1.0, 2]), lattice(1, 2))
