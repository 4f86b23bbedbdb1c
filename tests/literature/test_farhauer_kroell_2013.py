"""Farhauer, O. & Kröll, A. (2013), Standorttheorien, Springer Gabler: a location quotient, and Sweden's
specialisation against four countries by Krugman's coefficient.

Confirmed: figures and results, in the examples of Wieland's R package REAT (locq, krugman.spec,
krugman.spec2).
"""

import numpy as np
import pytest

from reporter.methods.specialisation import krugman, location_quotient

# Sweden, Norway, Denmark, Finland, Iceland; jobs in five industries.
JOBS = np.array([
    [45000.0, 15000, 32000, 10000, 30000], [35000, 12000, 30000, 8000, 22000],
    [40000, 10000, 25000, 9000, 18000], [30000, 11000, 18000, 3000, 13000], [40000, 6000, 11000, 2000, 12000],
])  # fmt: skip


def test_a_region_with_1714_of_79006_jobs_comes_out_as_printed() -> None:
    region, nation = np.array([1714.0, 79006]), np.array([879213.0, 15593224])
    jobs = np.array([region, nation - region])  # in the industry, and in all
    jobs[:, 1] -= jobs[:, 0]
    assert location_quotient(jobs)[0, 0] == pytest.approx(0.3847623, abs=5e-8)


def test_sweden_against_the_mean_of_four_comes_out_as_printed() -> None:
    assert krugman(JOBS)[0] == pytest.approx(0.1595, abs=5e-5)


def test_two_regions_without_a_common_industry_have_the_largest_coefficient() -> None:
    jobs = np.array([[20.0, 10, 70, 0, 0], [0, 0, 0, 60, 40]])
    np.testing.assert_allclose(krugman(jobs), 2)
