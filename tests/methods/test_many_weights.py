"""Means for many sets of weights: each replicate is what the means give one by one."""

from functools import partial

import numpy as np
import pytest
from numpy.testing import assert_allclose

from reporter.methods.aggregate import AGGREGATE
from reporter.methods.hierarchy import Node, by_level
from reporter.methods.many import Kinds, by_weights

TOP = Node("I", parts=(Node("I1", (0, 1)), Node("I2", parts=(Node("I2-1", (2, 3)), Node("I2-2", (4,))))))
RNG = np.random.default_rng(1)
WEIGHTS = RNG.dirichlet(np.ones(5), size=7)
X = RNG.uniform(0.1, 1, size=(4, 3, 5))
HOLES = np.where(RNG.random(X.shape) < 0.3, np.nan, X)


@pytest.mark.parametrize("x", [X, HOLES], ids=["complete", "with gaps"])
@pytest.mark.parametrize("above", ["arithmetic", "geometric", "harmonic", "median"])
@pytest.mark.parametrize("lowest", ["arithmetic", "geometric", "harmonic", "median"])
@pytest.mark.parametrize("at_least", [0.0, 0.6])
def test_each_replicate_is_the_mean_with_its_weights(
    x: np.ndarray, lowest: str, above: str, at_least: float
) -> None:
    many = by_weights(x, TOP, WEIGHTS, Kinds(lowest, above, at_least))
    means = [partial(AGGREGATE[kind], at_least=at_least) for kind in (lowest, above)]
    for n, w in enumerate(WEIGHTS):
        for code, scores in by_level(x, TOP, w, *means).items():
            assert_allclose(many[code][..., n], scores, rtol=1e-13, err_msg=code)
