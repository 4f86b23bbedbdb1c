"""Distances from the average worked out by hand."""

import numpy as np
import pytest

from reporter.errors import Faults
from reporter.indices.edas import edas
from tests.indices.test_weighted_mean import given

# 2021: averages 2 and 4
SERIES = {"p": {"A": [3.0, 1], "B": [2, 2], "C": [1, 3]}, "q": {"A": [4.0, 1], "B": [6, 2], "C": [2, 3]}}


def test_ahead_and_behind_count_half_each() -> None:
    # p: ½, 0, −½; q: 0, ½, −½. Good ¼, ¼, 0; bad 0, 0, ½
    result = edas(given(SERIES))
    np.testing.assert_allclose(result.values["I"][:, 0], [1, 1, 0])
    # q less is better: 0, −½, ½. Good ¼, 0, ¼; bad 0, ¼, ¼
    np.testing.assert_allclose(edas(given(SERIES, down="q")).values["I"][:, 0], [1, 0, 1 / 2])


def test_pooled_the_average_is_of_all_periods() -> None:
    ahead = edas(given(SERIES), over="pooled").trace[1]
    assert ahead.name == "ahead of average"
    np.testing.assert_allclose(ahead.values[:, :, 1], np.array([[4, 1], [6, 2], [2, 3]]) / 3 - 1)


@pytest.mark.parametrize(
    ("table", "told"),
    [
        ({"A": [-1.0, 1], "B": [1, 2]}, "indicator 'p' has an average that is not above 0"),
        ({"A": [1.0, 1], "B": [1, 1]}, "all regions are alike, so that"),
    ],
)
def test_what_has_no_average_to_measure_by_is_told(table: dict[str, list[float]], told: str) -> None:
    with pytest.raises(Faults, match=told):
        edas(given({"p": table}))
