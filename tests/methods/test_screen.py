"""Who has enough data to stay."""

import numpy as np
import pytest

from reporter.methods.screen import MissingValue, complete, keep, keep_regions, not_zero, present

NAN = float("nan")
VALUES = np.array([[[1.0, 0, 3, 4]], [[1, NAN, NAN, 4]], [[NAN] * 4]])


def test_the_share_present_counts_zeros_as_present() -> None:
    assert present(VALUES).tolist() == [[1], [0.5], [0]]


def test_the_share_that_is_not_zero_is_of_what_is_present() -> None:
    np.testing.assert_array_equal(not_zero(VALUES), [[0.75], [1], [NAN]])


def test_a_share_exactly_on_the_threshold_stays() -> None:
    assert keep(present(VALUES), 0.5).tolist() == [[True], [True], [False]]
    assert not keep(np.array([NAN]), 0).any()


def test_a_region_must_reach_the_threshold_in_every_period() -> None:
    panel = np.array([[[1.0, 2], [1, NAN]], [[1, 2], [1, 2]]])
    assert keep_regions(panel, 0.6).tolist() == [False, True]


def test_complete_names_the_cells_that_are_not_there() -> None:
    assert complete(VALUES[0]) is not None
    with pytest.raises(MissingValue) as caught:
        complete(VALUES[:2])
    assert caught.value.cells.tolist() == [[1, 0, 1], [1, 0, 2]]
