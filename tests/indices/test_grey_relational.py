"""Grey relational grades worked out by hand."""

from typing import Any

import numpy as np
import pytest

from reporter.errors import Faults
from reporter.indices.grey_relational import grey_relational
from reporter.model.result import Result
from tests.indices.test_vikor import SERIES
from tests.indices.test_weighted_mean import given


def scored(**options: Any) -> Result:
    return grey_relational(given(SERIES), **options)


def test_a_grade_is_the_weighted_mean_of_the_coefficients() -> None:
    # short of the best by 0, ½, 1 and 1, 0, ¾; coefficients ½ / (Δ + ½): 1, ½, ⅓ and ⅓, 1, 0.4
    np.testing.assert_allclose(scored().values["I"][:, 0], [2 / 3, 3 / 4, 11 / 30], rtol=1e-14)
    np.testing.assert_allclose(scored(rho=1.0).values["I"][:, 0], [3 / 4, 5 / 6, (1 / 2 + 4 / 7) / 2])


def test_a_grade_does_not_depend_on_the_number_of_regions() -> None:
    twice = {n: {**t, **{f"{r}2": line for r, line in t.items()}} for n, t in SERIES.items()}
    result = grey_relational(given(twice))
    np.testing.assert_allclose(result.values["I"][:3], scored().values["I"])
    assert result.values["I"].max() == 1


def test_rho_lies_above_0() -> None:
    with pytest.raises(Faults, match="'rho' cannot be 0; it should be a share above 0, up to 1"):
        scored(rho=0)
