"""Weighted sums and products worked out by hand."""

from math import sqrt
from typing import Any

import numpy as np
import pytest

from reporter.errors import Faults
from reporter.indices.waspas import waspas
from reporter.model.result import Result
from tests.indices.test_weighted_mean import P, Q, given


def scored(down: str = "", **options: Any) -> Result:
    return waspas(given({"p": P, "q": Q}, down=down), **options)


def test_sum_and_product_are_joined_half_and_half() -> None:
    # pooled: p is A ½, 1 and B ¼, ½; q is A 1, 0.6 and B ½, 0.8
    sums, products = [[3 / 4, 0.8], [3 / 8, 0.65]], np.sqrt([[1 / 2, 0.6], [1 / 8, 0.4]])
    result = scored(over="pooled")
    np.testing.assert_allclose(result.values["I"], (np.array(sums) + products) / 2)
    np.testing.assert_allclose(scored(over="pooled", sum_share=1.0).values["I"], sums)
    assert [step.name for step in result.trace] == [
        "weights", "standardised", "weighted sum", "weighted product",
    ]  # fmt: skip


def test_within_a_period_the_best_of_it_counts_as_1() -> None:
    # 2022: p is 1, ½ and q, less being better, 1, ¾
    result = scored("q", sum_share=0.0)
    np.testing.assert_allclose(result.values["I"][:, 1], [1, sqrt(3 / 8)])


def test_a_value_no_ratio_can_take_is_told() -> None:
    with pytest.raises(Faults, match="indicator 'p' has a value that a ratio cannot take"):
        waspas(given({"p": {"A": [-1.0, 1], "B": [2, 3]}, "q": Q}))
