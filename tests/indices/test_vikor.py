"""VIKOR's regrets worked out by hand."""

from typing import Any

import numpy as np
import pytest

from reporter.errors import Faults
from reporter.indices.vikor import vikor
from reporter.model.result import Result
from tests.indices.test_weighted_mean import given

# min–max in 2021: p is 1, ½, 0; q is 0, 1, ¼
SERIES = {"p": {"A": [3.0, 3], "B": [2, 1], "C": [1, 1]}, "q": {"A": [0.0, 4], "B": [4, 0], "C": [1, 0]}}


def scored(options: dict[str, Any] | None = None, **more: Any) -> Result:
    return vikor(given(more.pop("series", SERIES), **more), **(options or {}))


def test_regret_of_the_group_and_of_one_join_in_a_compromise() -> None:
    result = scored()
    steps = {step.name: step.values for step in result.trace}
    np.testing.assert_allclose(steps["S"][:, 0], [1 / 2, 1 / 4, 7 / 8])
    np.testing.assert_allclose(steps["R"][:, 0], [1 / 2, 1 / 4, 1 / 2])
    # S from ¼ to ⅞: 0.4, 0, 1; R: 1, 0, 1
    np.testing.assert_allclose(result.values["I"][:, 0], [0.7, 0, 1])
    np.testing.assert_allclose(scored({"v": 1.0}).values["I"][:, 0], [0.4, 0, 1])


def test_less_is_better_so_that_the_smallest_ranks_first() -> None:
    result = scored()
    assert result.better == "down"
    np.testing.assert_array_equal(result.ranks("I")[:, 0], [2, 1, 3])
    np.testing.assert_array_equal(result.values["I"][:, 1], [0, 1, 1])


def test_pooled_the_range_is_of_all_periods() -> None:
    steps = {step.name: step.values for step in scored({"over": "pooled"}).trace}
    assert steps["S"].shape == (3, 2)
    np.testing.assert_allclose(steps["S"][:, 1], [0, 1, 1])


@pytest.mark.parametrize(
    ("series", "options", "told"),
    [
        ({"p": {"A": [1.0, 1], "B": [1, 2]}}, {}, "indicator 'p' is the same everywhere"),
        ({"p": {"A": [0.0, 1], "B": [1, 0]}, "q": {"A": [1.0, 0], "B": [0, 1]}}, {}, "all regions are alike"),
        (SERIES, {"v": 1.5}, "'v' cannot be 1.5; it should be a share from 0, up to 1"),
    ],
)
def test_what_cannot_be_ranked_is_told(series: dict[str, Any], options: dict[str, Any], told: str) -> None:
    with pytest.raises(Faults, match=told):
        scored(options, series=series)
