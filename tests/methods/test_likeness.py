"""Classes by thresholds, and who is most alike."""

import numpy as np
from numpy.testing import assert_allclose

from reporter.methods.likeness import classify, distances, nearest


def test_a_value_at_a_start_belongs_to_that_class_and_none_to_no_class() -> None:
    starts = np.array([50.0, 20.0, -np.inf])
    assert classify(np.array([50, 49.9, 20, -5, np.nan]), starts).tolist() == [0, 1, 1, 2, -1]


def test_the_distance_is_the_root_mean_square_of_the_standard_scores() -> None:
    # 1, 2, 3 have deviation 1; 10, 10, 40 mean 20, deviation √300
    x = np.array([[1.0, 10], [2, 10], [3, 40]])
    far = distances(x)
    assert_allclose(far[0, 1], np.sqrt(1 / 2))
    assert_allclose(far[0, 2], np.sqrt((4 + 900 / 300) / 2))


def test_a_change_of_unit_moves_no_distance() -> None:
    x = np.random.default_rng(1).normal(size=(6, 3))
    assert_allclose(distances(x), distances(x * [1000, 0.01, 7] + [5, -3, 0]))


def test_what_is_the_same_for_all_counts_for_nothing() -> None:
    x = np.array([[1.0, 5], [2, 5], [4, 5]])
    assert_allclose(distances(x), distances(x[:, :1]))
    assert nearest(np.ones((3, 2)), 2) == [[], [], []]


def test_who_lacks_a_figure_is_like_none() -> None:
    x = np.array([[1.0], [2], [np.nan], [4]])
    assert nearest(x, 3) == [[1, 3], [0, 3], [], [1, 0]]
