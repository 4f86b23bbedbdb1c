"""Means level by level."""

import numpy as np
import pytest

from reporter.methods.aggregate import arithmetic, geometric
from reporter.methods.hierarchy import Node, NotPositiveIn, NoWeightIn, by_level

TOP = Node("I", parts=(Node("I1", (0, 1)), Node("I2", parts=(Node("I2-1", (2,)), Node("I2-2", (3, 4))))))
X = np.array([[0.2, 0.4, 0.6, 0.8, 1.0]])
W = np.array([0.1, 0.3, 0.2, 0.2, 0.2])


def test_a_part_weighs_what_its_indicators_weigh_together() -> None:
    found = by_level(X, TOP, W, arithmetic, arithmetic)
    assert list(found) == ["I1", "I2-1", "I2-2", "I2", "I"]
    assert found["I1"] == pytest.approx((0.02 + 0.12) / 0.4)
    assert found["I2"] == pytest.approx((0.2 * 0.6 + 0.4 * 0.9) / 0.6)
    assert found["I"] == pytest.approx(X[0] @ W)  # a mean of means is the mean


def test_a_lower_and_an_upper_mean_may_differ() -> None:
    found = by_level(X, TOP, W, arithmetic, geometric)
    assert found["I"] == pytest.approx(0.35**0.4 * (0.6 ** (1 / 3) * 0.9 ** (2 / 3)) ** 0.6)


def test_what_a_mean_cannot_take_is_told_with_its_score() -> None:
    with pytest.raises(NotPositiveIn) as low:
        by_level(X - 0.4, TOP, W, geometric, arithmetic)
    assert (low.value.node.code, low.value.cells.tolist()) == ("I1", [[0, 0], [0, 1]])
    with pytest.raises(NotPositiveIn) as high:
        by_level(X - 0.6, TOP, W, arithmetic, geometric)
    assert (high.value.node.code, high.value.cells.tolist()) == ("I2", [[0, 0]])


def test_a_score_without_any_weight_is_told() -> None:
    with pytest.raises(NoWeightIn) as caught:
        by_level(X, TOP, np.array([0.5, 0.5, 0, 0, 0.0]), arithmetic, arithmetic)
    assert caught.value.node.code == "I2"
