"""Copeland's wins and losses counted by hand."""

from math import nan
from typing import Any

import numpy as np
import pytest

from reporter.errors import Faults
from reporter.indices.copeland import copeland
from reporter.model.result import Result
from reporter.model.study import Dimension
from tests.indices.test_weighted_mean import given, whole

# 2021: A beats B in p and q, C in p; B beats C in p; C beats A and B in r, B in q
SERIES = {
    "p": {"A": [3.0, 1], "B": [2, 1], "C": [1, 1]},
    "q": {"A": [3.0, 2], "B": [1, 1], "C": [2, 3]},
    "r": {"A": [1.0, 1], "B": [2, 2], "C": [3, 3]},
}


def scored(options: dict[str, Any] | None = None, **more: Any) -> Result:
    return copeland(given(more.pop("series", SERIES), **more), **(options or {}))


def test_wins_minus_losses_within_each_period() -> None:
    result = scored()
    # 2021: A beats B 2:1 and C 2:1, C beats B 2:1; 2022: C beats A and B 2:0, A and B are 1:1
    np.testing.assert_array_equal(result.values["I"], [[2, -1], [-2, -1], [0, 2]])
    assert (result.scale, result.better) == ("plain", "up")


def test_pooled_the_regions_of_all_periods_meet() -> None:
    result = scored({"over": "pooled"}, series={"p": {"A": [1.0, 4], "B": [2, 3]}})
    np.testing.assert_array_equal(result.values["I"], [[-3, 3], [-1, 1]])


def test_less_is_better_turns_the_order() -> None:
    result = scored(series={"p": {"A": [1.0, 4], "B": [2, 3]}}, down="p")
    np.testing.assert_array_equal(result.values["I"], [[1, -1], [-1, 1]])


def test_equal_weights_on_both_sides_are_a_tie_to_the_last_digit() -> None:
    tables = {n: {"A": [1.0, 1], "B": [0.0, 0]} for n in "abc"}
    tables |= {n: {"A": [0.0, 0], "B": [1.0, 1]} for n in "def"}
    declared = {n: {"weight": w} for n, w in zip("abcdef", (0.1, 0.2, 0.3, 0.1, 0.1, 0.4), strict=True)}
    tree = (Dimension("all", {}, tuple("abcdef")),)
    result = copeland(given(tables, tree, declared), weights="given")
    np.testing.assert_array_equal(result.values["I"], [[0, 0], [0, 0]])


def test_a_missing_figure_is_left_out_of_a_pair_whatever_the_order_of_regions() -> None:
    table = {"p": {"A": [nan, 3.0], "B": [2, 2], "C": [1, 1]}, "q": SERIES["q"]}
    turned = {name: dict(reversed(list(lines.items()))) for name, lines in table.items()}
    one = scored({"impute": "none"}, series=table)
    other = scored({"impute": "none"}, series=turned)
    np.testing.assert_array_equal(one.values["I"], other.values["I"][::-1])
    # 2021: A beats B and C in q alone; B and C are 1:1
    np.testing.assert_array_equal(one.values["I"][:, 0], [2, -1, -1])
    with pytest.raises(Faults, match="'p' has no figure for A 2021"):
        scored(series=table)


def test_a_group_is_the_mean_of_its_members_and_told_no_steps() -> None:
    result = scored(groups=whole("mean", "A", "C"))
    np.testing.assert_array_equal(result.line("I", "all"), [1, 0.5])
    np.testing.assert_array_equal(result.ranks("I").T, [[1, 3, 2], [2, 2, 1]])
