"""Tzeng, G.-H. & Huang, J.-J. (2011), Multiple Attribute Decision Making, CRC Press.

Confirmed: the example and its closeness, in the tests of scikit-criteria, which name the book.
"""

import numpy as np

from reporter.methods.ideal_solution import closeness, terms


def test_four_alternatives_come_out_as_printed() -> None:
    values = np.array([[5.0, 8, 4], [7, 6, 8], [8, 8, 6], [7, 4, 6]])
    weights = np.array([0.3, 0.4, 0.3])
    x = values / np.sqrt((values**2).sum(axis=0))
    to_best = terms(x, x.max(axis=0), weights).sum(-1)
    to_worst = terms(x, x.min(axis=0), weights).sum(-1)
    np.testing.assert_allclose(
        closeness(to_best, to_worst, "classic"), [0.5037, 0.6581, 0.7482, 0.3340], atol=1e-4
    )
