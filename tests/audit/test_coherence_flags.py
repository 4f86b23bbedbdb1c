"""What is flagged of an indicator only if it is clearly so: against its dimension, quiet in the index."""

from dataclasses import replace

import numpy as np

from reporter.model.study import Dimension
from tests.audit.test_coherence import apart, inside


def test_what_weighs_more_than_the_median_and_goes_with_little_of_the_index_is_quiet() -> None:
    found = apart()  # effective: 1/6, 1/6 and, of s, 2/3
    assert found.quiet == ()
    assert replace(found, importance={"p": 0.01, "q": 0.01, "s": 0.04}).quiet == ("s",)
    light = {"p": 0.02, "q": 0.02, "s": 0.03}
    assert replace(found, effective=light, importance={"p": 0.01, "q": 0.01, "s": 0.04}).quiet == ()


def test_a_correlation_near_0_is_not_against() -> None:
    # the four cells ±1 beside e · p + a part at right angles to p: r = e over √(e² + 1)
    p, right = np.array([[-1.0, -1], [1, 1]]), np.array([[-1.0, 1], [-1, 1]])
    for e, against in ((-0.09, ()), (-0.12, ("p", "q"))):
        assert inside((Dimension("all", {}, ("p", "q")),), p=p, q=e * p + right).against == against
