"""Copeland, A. H. (1951), A reasonable social welfare function; with Condorcet's (1785) cycle, and the vote
on Tennessee's capital that textbooks of voting use.

Confirmed: the net wins of the four towns, in the table of Wikipedia's article Copeland's method.
"""

import numpy as np

from reporter.methods.copeland import copeland, outranking

# Memphis, Nashville, Chattanooga, Knoxville, as the voters near each place them: 4 first, 1 last.
PLACES = np.array([[4.0, 1, 1, 1], [3, 4, 2, 2], [2, 3, 4, 3], [1, 2, 3, 4]])
VOTERS = [0.42, 0.26, 0.15, 0.17]


def test_nashville_beats_each_other_town() -> None:
    assert copeland(PLACES, VOTERS).tolist() == [-3, 3, 1, -1]


def test_nashville_beats_memphis_by_58_to_42_and_chattanooga_by_68_to_32() -> None:
    np.testing.assert_allclose(outranking(PLACES, VOTERS)[1], [0.58, 0.5, 0.68, 0.68])


def test_condorcets_cycle_is_a_draw() -> None:
    cycle = np.array([[3.0, 1, 2], [2, 3, 1], [1, 2, 3]])
    assert copeland(cycle, [1, 1, 1]).tolist() == [0, 0, 0]
